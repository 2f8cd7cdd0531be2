"""What other websites show of ours: the promise that the front page is about, in a box.

It is written whole: absolute addresses, no script, no file from anywhere. Every rule of its style
is louder than the page around it, and all that the page says of the box is first taken back. It is
light or dark as the page around it is. In a frame it is a page like others, with the sender and the
pages that the law asks for below it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil

from followup import links
from followup.notice import EXAMPLE, address
from followup.pages.frame import Frame, Link, Shell, When
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
    """The boxes of the promises that the front page shows; `style` are the rules of their look."""

    title: str
    canonical: str
    boxes: tuple[Box, ...]
    more: str
    more_address: str
    style: str


@dataclass(frozen=True)
class FramedView:
    """The page that is shown in a frame: `legal` are the pages that the law asks it to lead to.

    `sender` says whose promise it is, before whom to ask.
    """

    shell: Shell
    embed: EmbedView
    sender: str
    legal: tuple[Link, ...]


def view(frame: Frame) -> EmbedView:
    """The boxes, with nothing around them."""
    settings = frame.site.settings
    site = settings.address.rstrip("/")
    example = EXAMPLE if frame.is_example else ""
    return EmbedView(
        title=f"{example}{settings.name}",
        canonical=site + links.EMBED,
        boxes=tuple(_box(frame, result) for result in frame.progress.current),
        more=address(settings),
        more_address=f"{site}/",
        style=frame.assets.box_style,
    )


def framed(frame: Frame, of: EmbedView) -> FramedView:
    """The boxes in a page of their own."""
    shell = frame.shell(
        links.EMBED,
        "Rutan för andra webbplatser",
        "Så går det med löftet, i en ruta som andra webbplatser kan visa.",
    )
    required = [frame.links.to(way) for way in (links.ACCESSIBILITY, links.PRIVACY)]
    legal = tuple(link for link in shell.about if link.address in required)
    return FramedView(shell, of, f"Löftet gavs av {shell.owner}. Frågor:", legal)


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


# As assets/embed/ has it, in pixels. A letter is counted as wide as in a wide typeface, and each
# line as two letters shorter than there is room for, since it breaks between words.
_LETTER, _LINE, _AFTER, _BETWEEN = 10, 24, 8, 17
_TITLE_LETTER, _TITLE_LINE = 13, 26
_BORDER_AND_PADDING, _EDGE, _FOOT, _LINK = 2 * 18, 8, 16, 44


def height(of: FramedView, width: int) -> int:
    """How high a frame of that width must be for all of it to be seen, with some room to spare."""
    room = width - 2 * _EDGE
    cautions = (f"{caution.word} {caution.text}" for caution in of.shell.cautions)
    head = _title(of.embed.title, room) + _texts(cautions, room)
    sender = f"{of.sender} {_contact(of.shell)}"
    foot = _FOOT + _texts((sender,), room) + len(of.legal) * _LINK
    return head + height_of_boxes(of.embed, width) + foot


def height_of_boxes(of: EmbedView, width: int) -> int:
    """The same for the boxes alone, in a page with no more than a browser's own edge."""
    room = width - 2 * _EDGE - _BORDER_AND_PADDING
    return 2 * _EDGE + sum(_box_height(of, box, room) for box in of.boxes)


def _contact(shell: Shell) -> str:
    ways = (shell.contact_name, shell.contact_email, shell.contact_phone)
    return ", telefon ".join(way for way in ways if way)


def _box_height(of: EmbedView, box: Box, room: int) -> int:
    until = [f"Redovisat till och med {box.reported_to.text}."] if box.reported_to else []
    texts = (box.headline, *until, f"Läs mer: {of.more}")
    rows = sum(_lines(text, room) * _LINE for text in _row_texts(box)) + len(box.rows) * _BETWEEN
    return _BORDER_AND_PADDING + _title(box.title, room) + _texts(texts, room) + rows + 2 * _AFTER


def _row_texts(box: Box) -> Iterator[str]:
    for row in box.rows:
        yield row.name
        yield f"{row.label}. {row.figure or ''}"


def _title(text: str, room: int) -> int:
    return _lines(text, room, _TITLE_LETTER) * _TITLE_LINE + _AFTER


def _texts(texts: Iterable[str], room: int) -> int:
    return sum(_lines(text, room) * _LINE + _AFTER for text in texts)


def _lines(text: str, room: int, letter: int = _LETTER) -> int:
    return ceil(len(text) * letter / (room - 2 * letter))
