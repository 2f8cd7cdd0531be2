"""What other websites show of ours: the promise that the front page is about, in a box.

It is written whole: absolute addresses, no script, no file from anywhere. Every rule of its style
is louder than the page around it, and all that the page says of the box is first taken back. It is
light or dark as the page around it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from followup import links
from followup.notice import EXAMPLE, address
from followup.output import Page
from followup.pages.frame import Frame, When, page
from followup.progress import PromiseResult
from followup.social import named
from followup.status import Status, statuses_of
from followup.swedish import capitalise
from followup.wording import headline


@dataclass(frozen=True)
class BoxRow:
    """A target: `Nattvandring`, `Pågår`, `Redovisad 8 av 9 månader`."""

    name: str
    address: str
    label: str
    figure: str | None


@dataclass(frozen=True)
class Box:
    """A promise as another website shows it."""

    title: str
    address: str
    headline: str
    reported_to: When | None
    rows: tuple[BoxRow, ...]


@dataclass(frozen=True)
class EmbedView:
    """`style_sheet` is the address of the rules, `style` the rules themselves."""

    title: str
    canonical: str
    boxes: tuple[Box, ...]
    more: str
    more_address: str
    style_sheet: str
    style: str


def view(frame: Frame) -> EmbedView:
    """The boxes of the promises that the front page shows."""
    settings = frame.site.settings
    site = settings.address.rstrip("/")
    example = EXAMPLE if frame.is_example else ""
    return EmbedView(
        title=f"{example}{settings.name}",
        canonical=site + links.EMBED,
        boxes=tuple(_box(frame, result) for result in frame.progress.current),
        more=address(settings),
        more_address=f"{site}/",
        style_sheet=frame.assets.box,
        style=frame.assets.box_style,
    )


def pages(frame: Frame, of: EmbedView) -> tuple[Page, ...]:
    """The page for a frame, and the two fragments as they look in a page without any style."""
    return (
        page(links.EMBED, "framed", of, "embed"),
        page(links.EMBED_STYLED, "styled_example", of, "embed"),
        page(links.EMBED_PLAIN, "plain_example", of, "embed"),
    )


def _box(frame: Frame, result: PromiseResult) -> Box:
    example = EXAMPLE if frame.is_example else ""
    site = frame.site.settings.address.rstrip("/")
    return Box(
        title=f"{example}{result.promise.title}",
        address=site + links.promise(result.promise.id),
        headline=headline(result),
        reported_to=frame.day(result.reported_to) if result.reported_to else None,
        rows=tuple(_row(site, status) for status in statuses_of(result, frame.words)),
    )


def _row(site: str, status: Status) -> BoxRow:
    return BoxRow(
        name=named(status),
        address=site + status.address,
        label=status.label,
        figure=capitalise(status.figure) if status.figure else None,
    )


# As assets/embed.css has it, in pixels. A letter is counted as wide as in a wide typeface, and each
# line as two letters shorter than there is room for, since it breaks between words.
_LETTER, _LINE, _BETWEEN, _AROUND = 10, 24, 17, 76
_TITLE_LETTER, _TITLE_LINE = 13, 26


def height(of: EmbedView, width: int) -> int:
    """How high a frame of that width must be for all of it to be seen, with some room to spare."""
    room = width - 2 * (8 + 18)
    more = _lines(f"Läs mer: {of.more}", room) * _LINE
    return 32 + sum(_height(box, room) + more for box in of.boxes)


def _height(box: Box, room: int) -> int:
    until = [f"Redovisat till och med {box.reported_to.text}."] if box.reported_to else []
    lines = sum(_lines(text, room) for text in (box.headline, *until, *_row_texts(box)))
    title = _lines(box.title, room, _TITLE_LETTER) * _TITLE_LINE
    return _AROUND + title + lines * _LINE + len(box.rows) * _BETWEEN


def _row_texts(box: Box) -> Iterator[str]:
    for row in box.rows:
        yield row.name
        yield f"{row.label}. {row.figure or ''}"


def _lines(text: str, room: int, letter: int = _LETTER) -> int:
    return ceil(len(text) * letter / (room - 2 * letter))
