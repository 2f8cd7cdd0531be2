"""One fact, every channel: figure, state and day are the same words wherever they are told."""

import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache, cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import channels
import pytest
import site_under_test as site
from bs4 import BeautifulSoup
from channels import Fact, Files, Name, Names, Reader
from docx import Document
from hypothesis import HealthCheck, assume, given, settings
from icalendar import Calendar
from progress.conftest import files as files
from progress.histories import History, histories
from pypdf import PdfReader
from spoiling import spoiled

from followup.content.files import RawFile, read_tree
from followup.content.load import load
from followup.model import Action
from followup.naming import Words
from followup.output import Rendered
from followup.progress import Progress, compute
from followup.status import Status, statuses
from followup.wording import headline, state_label

SHIPPED, EVERY_KIND = site.ROOT / "content", site.ROOT / "tests" / "every_kind"
SITES = [
    (SHIPPED, "2017-12-15"),
    (SHIPPED, "2018-10-01"),
    (SHIPPED, "2019-06-01"),
    (EVERY_KIND, "2021-10-01"),
    (EVERY_KIND, "2024-12-31"),
    (EVERY_KIND, "2025-12-15"),
    (EVERY_KIND, "2026-11-15"),
]
by_site = pytest.mark.parametrize(("content", "day"), SITES, ids=lambda value: Path(value).name)


@dataclass(frozen=True)
class Channel:
    """`says` is what it always tells of a promise, of a measure, of each part of a measure that has
    several, and of such a measure as a whole.

    What it tells besides is the same too, but there is not always room for it.
    """

    read: Reader
    says: Mapping[str, str]
    is_of_current: bool = False


ALL = {"åtgärd": "läge siffra mening dag", "del": "läge siffra mening dag"}
DATA = {**ALL, "löfte": "dag", "helhet": "läge dag"}
BOX = {"löfte": "rubrik dag", "åtgärd": "läge siffra", "del": "läge siffra"}
IMAGE = {"löfte": "rubrik dag", "åtgärd": "läge siffra dag", "del": "kort", "helhet": "läge dag"}
PAGE = {"åtgärd": "läge siffra dag", "del": "siffra kort", "helhet": "läge dag"}
FRONT = {"löfte": "dag", "åtgärd": "läge siffra", "del": "siffra", "helhet": "läge"}
PROMISE = {"löfte": "rubrik dag", "åtgärd": "läge", "helhet": "läge"}
CHANNELS = {
    "förstasidan": Channel(channels.summary, FRONT, True),
    "åtgärdens sida": Channel(channels.measure_pages, PAGE),
    "löftets sida": Channel(channels.promise_pages, PROMISE),
    "notisens sida": Channel(channels.notice_pages, {"löfte": "dag"}),
    "notisen, text": Channel(channels.notice_texts, {}),
    "notisen, Word": Channel(channels.notice_word, {"löfte": "dag"}),
    "notisen, PDF": Channel(channels.notice_pdf, {"löfte": "dag"}),
    "delningsbilden": Channel(channels.images, IMAGE),
    "inläggen": Channel(channels.posts, {}, True),
    "rutan": Channel(channels.boxes, BOX, True),
    "ruta.json": Channel(channels.box_data, {**ALL, "löfte": "rubrik dag"}, True),
    "flödet": Channel(channels.feed, {}),
    "lofte.json": Channel(channels.data, DATA),
    "resultat.csv": Channel(channels.tables, DATA),
    "resultat.csv för Excel": Channel(channels.tables_for_excel, DATA),
}
by_channel = pytest.mark.parametrize("channel", CHANNELS)


@dataclass(frozen=True)
class Told:
    """A site as it is published, and what is to be said of it."""

    files: Files
    progress: Progress
    words: Words

    @cached_property
    def statuses(self) -> tuple[Status, ...]:
        return statuses(self.progress, self.words)

    @cached_property
    def names(self) -> Names:
        return tuple(_name(status) for status in self.statuses)

    @cached_property
    def expected(self) -> Mapping[tuple[str, str], str]:
        return {(of, kind): said for of, kind, said in _expected(self)}


def _name(status: Status) -> Name:
    promise = status.promise.promise
    return Name(promise.id, _flat(promise.title), status.id, _flat(status.heading), status.part)


@by_channel
@by_site
def test_every_channel_says_what_is_computed(content: Path, day: str, channel: str) -> None:
    assert [*differences(CHANNELS[channel], told(content, day))] == []


@settings(max_examples=8, deadline=None, suppress_health_check=[*HealthCheck])
@given(history=histories())
def test_every_channel_says_the_same_of_every_history(
    files: Callable[[str], list[RawFile]], history: History
) -> None:
    _says_the_same(files(history.story), history.day)


@pytest.mark.long
@settings(max_examples=100, deadline=None, suppress_health_check=[*HealthCheck])
@given(history=histories())
def test_every_channel_says_the_same_of_many_histories(
    files: Callable[[str], list[RawFile]], history: History
) -> None:
    _says_the_same(files(history.story), history.day)


def _says_the_same(raw: list[RawFile], day: date) -> None:
    with TemporaryDirectory() as folder:
        tree = {file.path: file.data for file in raw}
        content = site.write(Path(folder), tree)
        assume(not site.build_in_memory(content, day.isoformat()).has_errors)
        made = _told(content, day.isoformat())
        found = {name: [*differences(channel, made)] for name, channel in CHANNELS.items()}
        found["mening och siffra"] = [*_surer(made.statuses)]
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@cache
def told(content: Path, day: str) -> Told:
    return _told(content, day)


def _told(content: Path, day: str) -> Told:
    built = site.build_in_memory(content, day)
    assert not built.has_errors, [d for d in built.diagnostics if d.is_error]
    loaded = load(read_tree(content)[0]).site
    assert loaded
    known, progress = compute(loaded, date.fromisoformat(day))
    return Told({file.path: file for file in built.files}, progress, Words.of(known))


def differences(channel: Channel, made: Told) -> Iterator[str]:
    """What the channel says wrongly, and what it does not say."""
    expected = made.expected
    found = [*channel.read(made.files, made.names)]
    for of, kind, said in found:
        right = expected.get((of, "mening" if kind == "inlägg" else kind), "")
        if not _is_same(kind, said, right, expected, of):
            yield f"{of}: {kind} är {said!r}, ska vara {right!r}"
    seen = {(of, kind) for of, kind, _ in found}
    current = {result.promise.id for result in made.progress.current}
    for (of, kind), said in expected.items():
        is_wanted = not channel.is_of_current or of.partition("/")[0] in current
        is_wanted &= bool(said) and kind in channel.says.get(_level(of, made.names), "").split()
        if is_wanted and (of, kind) not in seen:
            yield f"{of}: {kind} saknas, ska vara {said!r}"


def _level(of: str, names: Names) -> str:
    if "/" not in of:
        return "löfte"
    if "#" in of:
        return "del"
    return "åtgärd" if any(name.key == of for name in names) else "helhet"


def _expected(made: Told) -> Iterator[Fact]:
    for result in made.progress.promises:
        yield result.promise.id, "dag", str(result.reported_to or "")
        yield result.promise.id, "rubrik", headline(result).rstrip(".")
    for status in made.statuses:
        name = _name(status)
        whole = status.measure
        yield name.key, "läge", status.label
        yield name.key, "siffra", status.figure or ""
        yield name.key, "mening", status.sentence
        yield name.key, "dag", str(status.reported_to or "")
        if name.part:
            yield name.key, "kort", status.figure or status.label
        yield name.measure, "läge", state_label(whole.state, status.promise)
        yield name.measure, "dag", str(whole.reported_to or "")


def _is_same(
    kind: str, said: str, right: str, expected: Mapping[tuple[str, str], str], of: str
) -> bool:
    """The same words; a sentence inside another begins with a small letter, and more may follow."""
    said, right = _small(said.removeprefix(channels.EXAMPLE)), _small(right)
    if kind == "inlägg":
        label, figure = expected[of, "läge"], expected[of, "siffra"]
        short = _small(f"{label}. {figure[:1].upper()}{figure[1:]}." if figure else f"{label}.")
        return _begins(said, right) or _begins(said, short)
    if kind == "rubrik":
        return said.rstrip(".") == right.rstrip(".")
    return _begins(said, right) if kind == "mening" else said == right


# How surely a figure is known, or to which side it was promised: said wherever it is.
_SURELY = re.compile(r"\b(minst|högst|drygt|omkring)\b(?= \w+(?: av)?\b)")


@by_site
def test_every_sentence_is_as_sure_as_its_figure(content: Path, day: str) -> None:
    """`minst 2 av 5 anmälningar` is not `Två av fem anmälningar` in the sentence."""
    assert [*_surer(told(content, day).statuses)] == []


def test_sentence_that_is_surer_than_its_figure_is_found() -> None:
    every = told(EVERY_KIND, "2026-11-15").statuses
    graffiti = next(s for s in every if "minst 2 av 5 anmälningar" in (s.figure or ""))
    surer = replace(graffiti, sentence=graffiti.sentence.replace("Minst två", "Två"))
    assert [len([*_surer([one])]) for one in (graffiti, surer)] == [0, 1]


def _surer(found: Iterable[Status]) -> Iterator[str]:
    for status in found:
        figure = _SURELY.findall(status.figure or "")
        sentence = _SURELY.findall(status.sentence.lower())
        if not {*figure} <= {*sentence}:
            yield f"{status.id}: {status.figure!r} men {status.sentence!r}"


def _small(text: str) -> str:
    text = _flat(text)
    return text[:1].lower() + text[1:]


def _flat(text: str) -> str:
    return " ".join(text.split())


# What has been said once of little that is known, the newspaper does not say in full again.
_REPEATED = {
    " Det betyder inte att inget har gjorts.": "",
    " Det som är redovisat räcker inte för att avgöra hur det gick.": (
        " Det går inte heller att avgöra."
    ),
}


def _begins(said: str, right: str) -> bool:
    if not right:
        return False
    again = [right.replace(full, short) for full, short in _REPEATED.items()]
    return any(f"{said} ".startswith(f"{text} ") for text in (right, *again))


# A wrong word in the bytes is found: else the tests above would prove nothing.

READ = {
    "förstasidan": "läge siffra dag",
    "åtgärdens sida": "läge siffra dag",
    "löftets sida": "rubrik läge dag",
    "notisens sida": "mening dag",
    "notisen, text": "mening dag",
    "notisen, Word": "mening dag",
    "notisen, PDF": "mening siffra dag",
    "delningsbilden": "rubrik läge siffra dag",
    "inläggen": "inlägg läge dag",
    "rutan": "rubrik läge siffra dag",
    "ruta.json": "rubrik läge siffra mening dag",
    "flödet": "rubrik läge siffra dag",
    "lofte.json": "läge siffra mening dag",
    "resultat.csv": "läge siffra mening dag",
    "resultat.csv för Excel": "läge siffra mening dag",
}
WRONG: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "siffra": (r"\b6(</b>)? av minst 8", {"6": "7"}),
    "mening": (r"\b[Ss]ex av minst åtta", {"ex": "ju"}),
    "inlägg": (r"\b[Ss]ex av minst åtta", {"ex": "ju"}),
    "läge": (r"(Pågår|Genomförd)\b", {"Pågår": "Utgår", "Genomförd": "Senarelagd"}),
    "rubrik": (r"en är genomförd, fyra pågår", {"fyra": "fem"}),
    "dag": (r"\b1 oktober 2018|2018-10-01", {"1 o": "2 o", "-01": "-02"}),
}


@pytest.mark.parametrize(
    ("channel", "kind"), [(name, kind) for name, kinds in READ.items() for kind in kinds.split()]
)
def test_wrong_word_in_a_channel_is_found(channel: str, kind: str) -> None:
    right = told(SHIPPED, "2018-10-01")
    wrong = {path: spoiled(file, *WRONG[kind]) for path, file in right.files.items()}
    found = differences(CHANNELS[channel], replace(right, files=wrong))
    assert [one for one in found if f": {kind} är " in one]


def test_every_kind_that_a_channel_tells_of_is_spoiled_once() -> None:
    made = told(SHIPPED, "2018-10-01")
    read = {
        name: {kind for _, kind, _ in channel.read(made.files, made.names)}
        for name, channel in CHANNELS.items()
    }
    assert read == {name: {*kinds.split()} for name, kinds in READ.items()}


# The newspaper's files, and the calendar


@by_site
def test_every_file_of_a_notice_has_the_same_words(content: Path, day: str) -> None:
    """Line breaks of print undone."""
    files = told(content, day).files
    for path in (path for path in files if path.endswith("notis/lang.txt")):
        folder = path.removesuffix("lang.txt")
        headline, _, long = files[path].data.decode().partition("\n\n")
        page = BeautifulSoup(files[f"{folder}index.html"].data, "html.parser")
        fields = [field.get_text().removeprefix("\n") for field in page.select("textarea")]
        texts = [files[f"{folder}{name}.txt"].data.decode() for name in ("kort", "mellan", "lang")]
        assert [f"{headline}\n\n{text}\n" for text in fields[1:4]] == texts
        document = Document(io.BytesIO(files[f"{folder}notis.docx"].data))
        assert [p.text for p in document.paragraphs][2::2] == fields[1:4]
        pdf = PdfReader(io.BytesIO(files[f"{folder}notis.pdf"].data))
        printed = channels.unbroken("\n".join(one.extract_text() for one in pdf.pages))
        assert printed.startswith(_flat(f"{headline} {long}"))


@by_site
def test_calendar_has_every_event_with_the_days_and_the_heading_of_its_page(
    content: Path, day: str
) -> None:
    made = told(content, day)
    assert [*_calendar(made.files)] == [*_events(made)]
    ics = made.files["kalender.ics"].data
    earlier = ics.replace(b"DTSTART;VALUE=DATE:20", b"DTSTART;VALUE=DATE:19")
    wrong = {**made.files, "kalender.ics": Rendered("kalender.ics", earlier)}
    assert not ics.count(b"VALUE=DATE:20") or [*_calendar(wrong)] != [*_events(made)]


def _calendar(files: Files) -> Iterator[tuple[str, str, date, date]]:
    """The address, heading, first and last day in Sweden of each event."""
    calendar = Calendar.from_ical(files["kalender.ics"].data)
    found = []
    for event in calendar.walk("VEVENT"):
        start, end = event.decoded("dtstart"), event.decoded("dtend", None)
        if isinstance(start, datetime):
            first = last = start.astimezone(ZoneInfo("Europe/Stockholm")).date()
        else:
            first, last = start, end - timedelta(days=1)
        address = "/" + str(event["url"]).partition("://")[2].partition("/")[2]
        heading = str(event["summary"]).removeprefix(channels.EXAMPLE).removeprefix("Inställd: ")
        found.append((address, _flat(heading), first, last))
    yield from sorted(found)


def _events(made: Told) -> Iterator[tuple[str, str, date, date]]:
    """Of what is known: done, called off, or public and to come; not some day of a week."""
    found = []
    for result in made.progress.promises:
        for action in result.promise.actions:
            if action.status == "planerad" and not action.is_public:
                continue
            if not _has_days(action):
                continue
            address = f"/loften/{result.promise.id}/insatser/{action.id}/"
            page = BeautifulSoup(made.files[f"{address[1:]}index.html"].data, "html.parser")
            heading = _flat(page.h1.get_text()) if page.h1 else ""
            found.append((address, heading, action.span.first, action.span.last))
    yield from sorted(found)


def _has_days(action: Action) -> bool:
    written = [span for span in (action.day, action.start, action.end) if span]
    return not action.some_day and all(span.first == span.last for span in written)
