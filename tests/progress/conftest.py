"""A story in text -> content files -> what is computed, in text again.

A story has one file on each line: its kind, its id, and its fields with semicolons between:

    mål: {typ: antal, minst: 8}
    insats a: datum: 2018-03-14; plats: bro
    redovisning r: från: 2018-01; till: 2018-06; antal: 3
    helhet h: till: 2018-06                     a report on the whole promise
    helhet h: till: 2018-06; rader: [{åtgärd: m, antal: 3}]   a report of several rows
    löfte: slutredovisad: 2019-02-01            more fields of the promise
    löfte nasta: från: 2019; till: 2019         another promise
    åtgärd: ansvariga: [polisen]                more fields of the measure `m`
    åtgärd n: mål: {typ: löpande}               another measure
    webbplats: inaktuellt_efter: 60             more settings
    effekt e: väntas: 2019                      an outcome
    sida om: publiceras: 2018-05-01             a free page

Every story is counted again from its open data too: both counts hold of every rule.

What a test does not write is as below: actions and reports are on the measure `m`, whose target is
`mål: {typ: antal, minst: 3}`, and nothing gets stale.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from textwrap import dedent

import pytest
from recounting import differences

from followup.content.files import RawFile
from followup.content.load import load
from followup.model import Action, Site
from followup.progress import (
    MeasureResult,
    NotCounted,
    Progress,
    Quote,
    Tally,
    TargetResult,
    compute,
)
from followup.progress.counting import has_figure

SETTINGS = """version: 1
namn: Följ löftet
adress: https://loftet.example
kommun: Exempelkommun
kontakt: {namn: Kontaktcenter}
"""
PATIENCE = {"inaktuellt_efter": "3650"}
PARTIES = """polisen: {namn: Polisen, slag: polis}
kommunen: {namn: Kommunen, slag: kommun}
socialtjansten: {namn: Socialtjänsten, slag: kommun, del_av: kommunen}
trygghetsvardar: {namn: Trygghetsvärdar, slag: kommun, del_av: kommunen}
fryshuset: {namn: Fryshuset, slag: annan}
"""
PLACES = {
    "bro": "namn: Bro; typ: kommundel",
    "bro-centrum": "namn: Bro centrum; kommundel: bro",
    "bro-station": "namn: Bro station; kommundel: bro",
    "brunna": "namn: Brunna; typ: kommundel",
}
PERIOD = {"titel": "Löftet", "från": "2018-01-01", "till": "2018-12-31", "parter": "polisen"}
ON_THE_MEASURE: Mapping[str, str] = {"åtgärd": "m"}
BY_THE_POLICE: Mapping[str, str] = {"uppgift_från": "polisen"}
IDAG, AFTER = date(2018, 10, 1), date(2019, 3, 1)


@pytest.fixture(scope="session")
def files() -> Callable[[str], list[RawFile]]:
    """The content files of a story."""
    return _files


@pytest.fixture(scope="session")
def site() -> Callable[[str], Site]:
    """The content of a story, as the loader reads it."""
    return _site


@pytest.fixture(scope="session")
def seen() -> Callable[..., Progress]:
    """All that is computed of a story: `seen(story, idag)`."""

    def see(story: str, idag: date = IDAG) -> Progress:
        return _computed(story, idag)

    return see


@pytest.fixture(scope="session")
def told() -> Callable[..., list[str]]:
    """The result of the first promise's measure `m`, in text: `told(story, idag)`."""

    def tell(story: str, idag: date = IDAG) -> list[str]:
        progress = _computed(story, idag)
        result = next(r for r in progress.promises if r.promise.id == "2018")
        return list(_measure_lines(result.measure("m")))

    return tell


@pytest.fixture(scope="session")
def state() -> Callable[..., str]:
    """The state of `m`, and what it was decided by: `state(line, line, ..., idag=day)`."""

    def decide(*lines: str, idag: date = AFTER) -> str:
        result = _computed("\n".join(lines), idag).promises[0].measure("m")
        return next(_target_lines(result.targets[0])).partition(",")[0]

    return decide


def _computed(story: str, idag: date) -> Progress:
    """What is computed of a story, and counted to the same again from its open data."""
    site = _site(story)
    assert [*differences(site, idag)] == []
    return compute(site, idag)[1]


@lru_cache(maxsize=16)
def _site(story: str) -> Site:
    loaded = load(_files(story))
    assert not loaded.diagnostics, loaded.diagnostics
    assert loaded.site
    return loaded.site


def _files(story: str) -> list[RawFile]:
    fields: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for line in dedent(story).strip().splitlines():
        name, _, rest = line.partition(":")
        if name.strip() == "mål":
            name, rest = "åtgärd", line
        kind, _, id = name.strip().partition(" ")
        fields[kind, id].append(rest.strip())
    for needed in (("webbplats", ""), ("löfte", ""), ("åtgärd", "")):
        fields[needed]
    made = [_file(kind, id, "; ".join(written)) for (kind, id), written in fields.items()]
    made += [RawFile(f"platser/{id}.md", _front({}, text)) for id, text in PLACES.items()]
    return [*made, RawFile("parter.yaml", PARTIES.encode())]


def _file(kind: str, id: str, fields: str) -> RawFile:
    match kind:
        case "webbplats":
            return RawFile("webbplats.yaml", (SETTINGS + _lines(PATIENCE, fields)).encode())
        case "löfte":
            return RawFile(f"loften/{id or '2018'}/lofte.md", _front(PERIOD, fields))
        case "åtgärd":
            own = {"rubrik": "M", "mål": "{typ: antal, minst: 3}"}
            return RawFile(f"loften/2018/atgarder/{id or 'm'}.md", _front(own, fields))
        case "insats":
            return RawFile(f"loften/2018/insatser/{id}.md", _front(ON_THE_MEASURE, fields))
        case "redovisning":
            own = {**ON_THE_MEASURE, **BY_THE_POLICE}
            return RawFile(f"loften/2018/redovisningar/{id}.md", _front(own, fields))
        case "helhet":
            return RawFile(f"loften/2018/redovisningar/{id}.md", _front(BY_THE_POLICE, fields))
        case "effekt":
            own = {"rubrik": "E", "mått": "Andel trygga", "enhet": "procent"}
            return RawFile(f"loften/2018/effekter/{id}.md", _front(own, fields))
        case "sida":
            return RawFile(f"sidor/{id}.md", _front({"rubrik": "Om"}, fields))
    raise AssertionError(f"no such kind of file: {kind}")


def _front(defaults: Mapping[str, str], fields: str) -> bytes:
    return f"---\n{_lines(defaults, fields)}---\nMed ord.\n".encode()


def _lines(defaults: Mapping[str, str], fields: str) -> str:
    written = [line.strip() for line in fields.split(";") if line.strip()]
    keys = {line.partition(":")[0] for line in written}
    made = [f"{key}: {value}" for key, value in defaults.items() if key not in keys]
    return "".join(f"{line}\n" for line in (*made, *written))


def _measure_lines(result: MeasureResult) -> Iterator[str]:
    """The targets; before them the measure when it has several; after them what is only its own."""
    if len(result.targets) > 1:
        yield f"åtgärden: {result.state}"
    for target in result.targets:
        if target.target.id:
            yield f"mål {target.target.id}:"
        yield from _target_lines(target)
    yield from _listing("planerade", result.planned)
    yield from _listing("obekräftade", result.unconfirmed)
    if result.is_stale:
        yield "inaktuell"
    if result.is_unmentioned:
        yield "nämns inte i uppföljningen"


def _target_lines(result: TargetResult) -> Iterator[str]:
    decided = f" genom {_id(result.decided_by)}" if result.decided_by else ""
    final = ", slutlig" if result.is_final else ""
    to = f", till {result.reported_to}" if result.reported_to else ""
    yield f"{result.state}{decided}{final}{to}"
    if result.tally:
        yield from _tally_lines(result.tally)
    yield from _listing("räknas inte", result.not_counted)
    if result.steps:
        done = (
            f"{step.step.id} {_id(step.done_by) if step.done_by else '?'}" for step in result.steps
        )
        yield f"steg: {', '.join(done)}"
    if result.months:
        yield "månader: " + "".join(_MONTHS[month.kind] for month in result.months)
    if result.pace:
        yield f"takt: {result.pace.kind}, {result.pace.expected} väntade {result.pace.day}"
    yield from _listing("med ord", [q for q in result.quotes if not has_figure(q.row)])
    yield from _kept_lines(result)


def _kept_lines(result: TargetResult) -> Iterator[str]:
    """What is kept or not one by one, and the stretches without a figure."""
    if result.intervals:
        yield "intervall: " + "".join(_INTERVALS[interval.kind] for interval in result.intervals)
    if score := result.score:
        yield ", ".join(
            (
                f"hållna {score.kept}",
                f"missade {score.missed}",
                f"okända {score.unknown}",
                *([f"kommande {score.coming}"] if score.coming else []),
                *(["kanske fler"] if score.is_open else []),
                *([score.accuracy] if score.accuracy != "exakt" else []),
            )
        )
    for place in result.each:
        yield f"{place.place}: {'; '.join(_target_lines(place.target))}"
    if result.silent:
        yield "saknar uppgift: " + ", ".join(f"{s.first} – {s.last}" for s in result.silent)


def _tally_lines(tally: Tally) -> Iterator[str]:
    parts = [*map(_worth, tally.actions), *map(_worth, tally.quotes)]
    accuracy = "" if tally.accuracy == "exakt" else f"{tally.accuracy} "
    yield f"{accuracy}{tally.number} = {' + '.join(parts)}"
    yield from _listing("ingår", tally.evidence)
    yield from _listing("delar", tally.inner)
    yield from _listing("skiljer sig", tally.disputed)


def _worth(part: Action | Quote) -> str:
    if isinstance(part, Quote):
        return f"{part.report.id}({part.row.number})"
    return part.id if part.units == 1 else f"{part.id}({part.units})"


def _listing(name: str, items: "tuple[object, ...] | list[Quote]") -> Iterator[str]:
    if items:
        yield f"{name}: {', '.join(map(_id, items))}"


def _id(item: object) -> str:
    match item:
        case NotCounted(item=inner, reason=reason):
            about = " ".join((reason.kind, *reason.ids))
            return f"{_id(inner)} ({about})"
        case Quote(report=report):
            return report.id
        case Action(id=id):
            return id
    raise AssertionError(item)


_INTERVALS = {"hållen": "H", "missad": "M", "okänd": "?", "kommande": "."}
_MONTHS = {"redovisad": "R", "tillsammans": "t", "inte redovisad": "-", "kommande": "."}
