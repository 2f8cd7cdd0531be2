"""One promise written as text, and what it amounts to on a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from followup.content.files import RawFile
from followup.content.load import load
from followup.model import Site
from followup.naming import Words
from followup.progress import MeasureResult, PromiseResult, State, TargetResult, compute

SETTINGS = """version: 1
namn: Följ löftet
adress: https://loftet.example
kommun: Exempelkommun
kontakt:
  namn: Kontaktcenter
"""
PARTIES = """polisen: {namn: Polismyndigheten, kort: Polisen, slag: polis}
kommunen: {namn: Exempelkommun, kort: kommunen, slag: kommun}
socialtjansten: {namn: Socialtjänsten, kort: socialtjänsten, slag: kommun, del_av: kommunen}
fryshuset: {namn: Fryshuset, slag: annan}
"""
PLACES = {
    "platser/bro.md": "---\nnamn: Bro\ntyp: kommundel\n---\n",
    "platser/bro-centrum.md": "---\nnamn: Bro centrum\nkommundel: bro\n---\n",
    "platser/brunna.md": "---\nnamn: Brunna\ntyp: kommundel\n---\n",
}
YEAR = "från: 2018-01-01\ntill: 2018-12-31\n"
PROMISE = "loften/2018/lofte.md"


@dataclass(frozen=True)
class Told:
    """The content as it was known, and the first promise's result."""

    site: Site
    result: PromiseResult

    @property
    def words(self) -> Words:
        return Words.of(self.site)

    @property
    def measure(self) -> MeasureResult:
        return self.result.measures[0]

    @property
    def target(self) -> TargetResult:
        return self.measure.targets[0]


def told(files: Mapping[str, str], today: str) -> Told:
    """What `files` amount to on a day; settings, parties and places are there already."""
    known, progress = compute(site(files), date.fromisoformat(today))
    return Told(known, progress.promises[0])


def site(files: Mapping[str, str]) -> Site:
    """The content, which must be without faults."""
    tree = {"webbplats.yaml": SETTINGS, "parter.yaml": PARTIES, PROMISE: promise()}
    tree |= PLACES | dict(files)
    loaded = load([RawFile(path, text.encode()) for path, text in sorted(tree.items())])
    assert not loaded.diagnostics, loaded.diagnostics
    assert loaded.site
    return loaded.site


def promise(more: str = "", title: str = "Medborgarlöftet 2018", period: str = YEAR) -> str:
    parties = "" if "parter:" in more else "parter: [polisen, kommunen]\n"
    return f"---\ntitel: {title}\n{period}{parties}{more}---\n"


def measure(target: str, heading: str = "Nattvandring", more: str = "") -> str:
    """`target` is the inside of braces: `typ: antal, minst: 8`."""
    return f"---\nrubrik: {heading}\nmål: {{{target}}}\n{more}---\nLöftets egna ord.\n"


def action(measure: str = "a", more: str = "") -> str:
    """`more` says when: `datum: 2018-03-14`."""
    return f"---\nåtgärd: {measure}\n{more}\n---\n"


def report(measure: str | None = "a", more: str = "", to: str = "2018-09-30") -> str:
    """What the police told of January and until `to`, unless `more` says otherwise."""
    head = {"från": "2018-01-01", "uppgift_från": "polisen"}
    keys = [line.partition(":")[0] for line in more.splitlines()]
    lines = [f"{key}: {value}" for key, value in head.items() if key not in keys]
    lines += [f"åtgärd: {measure}"] if measure else []
    return "\n".join(["---", f"till: {to}", *lines, more.strip(), "---", "Så gick det.", ""])


def at(kind: str, id: str) -> str:
    """`loften/2018/atgarder/a.md`."""
    return f"loften/2018/{kind}/{id}.md"


# A target and a row of a report that together give a measure its state.
RECIPES: Mapping[State, tuple[str, str]] = {
    "genomförd": ("typ: antal, minst: 1", "antal: 1"),
    "delvis genomförd": ("typ: löpande", "bedömning: delvis genomförd\norsak: ej angiven"),
    "pågår": ("typ: löpande", "räknat: insatser"),
    "inte påbörjad": ("typ: antal, minst: 8", "antal: 0"),
    "senarelagd": ("typ: löpande", "bedömning: senarelagd\norsak: ej angiven"),
    "utgår": ("typ: löpande", "bedömning: utgår\norsak: ej angiven"),
    "inte genomförd": ("typ: löpande", "bedömning: inte genomförd\norsak: ej angiven"),
    "går inte att avgöra": ("typ: antal, minst: 8", "räknat: insatser"),
    "inte redovisad": ("typ: löpande", ""),
}


def measures(states: Sequence[State], name: str = "Åtgärd") -> dict[str, str]:
    """A measure in each of the states, as text: `Åtgärd 1`, `Åtgärd 2`."""
    files = {}
    for number, state in enumerate(states):
        target, row = RECIPES[state]
        files[at("atgarder", f"m{number:02}")] = measure(target, f"{name} {number + 1}")
        if row:
            files[at("redovisningar", f"r{number:02}")] = report(f"m{number:02}", row)
    return files


def promise_in(states: Sequence[State], day: str, more: str = "") -> Told:
    case = told({PROMISE: promise(more), **measures(states)}, day)
    assert [m.state for m in case.result.measures] == list(states)
    return case
