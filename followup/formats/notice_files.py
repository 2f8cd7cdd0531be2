"""The notice as files: each text plain, all of them in a Word file, and one ready to print."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from followup import links
from followup.formats.charts import Squares, squares
from followup.formats.typesetting import Sheet
from followup.formats.word import Part, WordFile
from followup.notice import EXAMPLE, Notice, Text, address, notice
from followup.output import Blob, Made
from followup.pages.frame import Frame
from followup.progress import PromiseResult
from followup.sharing import reported
from followup.status import Status, statuses_of
from followup.swedish import capitalise


@dataclass(frozen=True)
class CountRow:
    """A measure that is counted: its name, its figure, and a square for each."""

    name: str
    figure: str
    squares: Squares


@dataclass(frozen=True)
class Advert:
    """The notice as it is printed, in a column so many millimetres wide."""

    headline: str
    text: str
    rows: tuple[CountRow, ...]
    reported: str | None
    address: str
    link_alt: str
    author: str
    subject: str
    width_mm: int


def plan(frame: Frame) -> Iterator[Blob | Made]:
    """The files of each promise's notice, and of the one on the front page once more."""
    for result in frame.progress.promises:
        yield from _files(frame, result, links.promise_notice(result.promise.id))
    for result in frame.progress.current[:1]:
        yield from _files(frame, result, links.NOTICE)


def _files(frame: Frame, result: PromiseResult, at: str) -> Iterator[Blob | Made]:
    made = notice(result, frame.site.settings, frame.words, frame.is_example)
    folder = at.removeprefix("/")
    for text in made.texts:
        yield Blob(folder + links.notice_text(text.name), made.file_of(text))
    word = _word(frame, result, made)
    yield Made(folder + links.NOTICE_WORD, word.key, word.docx)
    sheet = Sheet(
        frame.templates / "print",
        "notice.typ",
        _advert(frame, result, made),
        link=frame.absolute(links.front()),
    )
    yield Made(folder + links.NOTICE_PDF, sheet.key, sheet.pdf)


def _advert(frame: Frame, result: PromiseResult, made: Notice) -> Advert:
    """The longest text: the page is as high as it needs."""
    settings = frame.site.settings
    short = address(settings)
    rows = (_row(frame, status) for status in statuses_of(result, frame.words))
    return Advert(
        headline=made.headline.text,
        text=made.long.text,
        rows=tuple(row for row in rows if row),
        reported=reported(result),
        address=short,
        link_alt=f"QR-kod som leder till {short}",
        author=frame.words.full_names(result.promise.parties),
        subject=_subject(result),
        width_mm=settings.notice.width_mm,
    )


def _row(frame: Frame, status: Status) -> CountRow | None:
    chart = squares(frame, status)
    if chart is None or status.figure is None:
        return None
    name = ": ".join(filter(None, (status.heading, status.part)))
    label = f"{EXAMPLE}{chart.label}" if frame.is_example else chart.label
    return CountRow(name, capitalise(status.figure), replace(chart, label=label))


def _word(frame: Frame, result: PromiseResult, made: Notice) -> WordFile:
    return WordFile(
        title=made.headline.text,
        parts=tuple(_part(text) for text in made.texts),
        author=frame.words.full_names(result.promise.parties),
        subject=_subject(result),
        day=_day(result),
    )


def _part(text: Text) -> Part:
    heading = f"{text.name} ({text.length} tecken med blanksteg)"
    return Part(heading, text.text)


def _subject(result: PromiseResult) -> str:
    told = reported(result)
    return f"{result.promise.title}. {told}." if told else f"{result.promise.title}."


def _day(result: PromiseResult) -> date:
    """The day that the file says it was made: how far it tells, as the build has no day."""
    return result.reported_to or result.promise.span.first
