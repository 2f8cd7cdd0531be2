"""Marks and names on a map, so that none lies on another and all are inside the frame."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

from followup.graphics.lettering import width, wrapped
from followup.graphics.strokes import Spot, Window

# A mark can be hit within this far from its middle: 24 px also where the map is shown smaller.
REACH = 14
_APART = 2 * REACH + 1
_MOST_RINGS = 4
_MOST_LINES = 3
_GAP = 3


@dataclass(frozen=True)
class Lettering:
    """How names are written: the letters' size and the way from line to line."""

    size: int
    leading: int


@dataclass(frozen=True)
class Line:
    """One line of a label, and where its foot is."""

    text: str
    y: int
    is_note: bool


@dataclass(frozen=True)
class Label:
    """A name beside its mark: where its box is, and its lines.

    `x` is where they start, their middle or their end, as `anchor` says.
    """

    window: Window
    x: int
    anchor: str
    lines: tuple[Line, ...]


def spread(points: Sequence[Spot], frame: Window) -> tuple[tuple[int, int] | None, ...]:
    """Where each mark goes: at its point, or as near as there is room; None when there is none.

    Those that can stand at their points do so first, in order.
    """
    inner = Window(frame.left + REACH, frame.top + REACH, frame.right - REACH, frame.bottom - REACH)
    found: list[tuple[int, int] | None] = [None] * len(points)
    for ways in (_itself, _around):
        for number, point in enumerate(points):
            if found[number] is None:
                placed = [spot for spot in found if spot]
                free = (way for way in ways(point) if inner.holds(way) and _is_free(way, placed))
                found[number] = next(free, None)
    return tuple(found)


def _itself(point: Spot) -> Iterator[tuple[int, int]]:
    yield round(point[0]), round(point[1])


def _around(point: Spot) -> Iterator[tuple[int, int]]:
    """Rings around the point, from the nearest. Further off, it would not be seen whose it is."""
    for ring in range(1, _MOST_RINGS + 1):
        turns = max(12, 6 * ring)
        for turn in range(turns):
            angle, way = 2 * pi * turn / turns, ring * (_APART + 1)
            yield round(point[0] + way * cos(angle)), round(point[1] + way * sin(angle))


def _is_free(spot: Spot, others: Iterable[Spot]) -> bool:
    return all(hypot(spot[0] - one[0], spot[1] - one[1]) >= _APART for one in others)


def name(
    marks: Sequence[Spot],
    texts: Sequence[tuple[str, str]],
    frame: Window,
    lettering: Lettering,
) -> tuple[Label | None, ...]:
    """The label of each mark; None where there is no room for its name.

    A text is a name and a note under it. The notes are there when all of them fit, else none is.
    """
    with_notes = _named(marks, texts, frame, lettering)
    if None not in with_notes:
        return with_notes
    return _named(marks, [(text, "") for text, _ in texts], frame, lettering)


def _named(
    marks: Sequence[Spot],
    texts: Sequence[tuple[str, str]],
    frame: Window,
    lettering: Lettering,
) -> tuple[Label | None, ...]:
    """The best of some orders to go by: that which leaves the fewest without a name."""
    best: tuple[Label | None, ...] = (None,) * len(marks)
    blocks = [_block(text, frame, lettering) for text in texts]
    for order in _orders(marks):
        labels = _in_order(order, marks, blocks, frame, lettering)
        if labels.count(None) < best.count(None):
            best = labels
        if None not in best:
            break
    return best


def _orders(marks: Sequence[Spot]) -> Iterator[list[int]]:
    numbers = range(len(marks))
    yield [*numbers]
    yield sorted(numbers, key=lambda n: (marks[n][0], n))
    yield sorted(numbers, key=lambda n: (marks[n][1], n))
    yield sorted(numbers, key=lambda n: (-marks[n][0], n))


@dataclass(frozen=True)
class _Block:
    """The lines of a label and the room that they need."""

    lines: tuple[str, ...]
    has_note: bool
    width: int
    height: int


def _block(text: tuple[str, str], frame: Window, lettering: Lettering) -> _Block | None:
    """None for a name that is too long wherever it stands."""
    lines = wrapped(text[0], lettering.size, (frame.right - frame.left) / 2, _MOST_LINES)
    if not lines:
        return None
    lines = (*lines, *((text[1],) if text[1] else ()))
    widest = max(width(line, lettering.size) for line in lines)
    return _Block(lines, bool(text[1]), int(widest) + 1, len(lines) * lettering.leading)


def _in_order(
    order: Iterable[int],
    marks: Sequence[Spot],
    blocks: Sequence[_Block | None],
    frame: Window,
    lettering: Lettering,
) -> tuple[Label | None, ...]:
    taken = [Window(x - REACH, y - REACH, x + REACH, y + REACH) for x, y in marks]
    labels: list[Label | None] = [None] * len(marks)
    for number in order:
        block = blocks[number]
        ways = _beside(marks[number], block, lettering) if block else ()
        free = (label for label in ways if _fits(label.window, taken, frame))
        if label := next(free, None):
            labels[number] = label
            taken.append(label.window)
    return tuple(labels)


def _beside(mark: Spot, block: _Block, lettering: Lettering) -> Iterator[Label]:
    """The label to the right, to the left, above, below and at the corners of its mark."""
    x, y = round(mark[0]), round(mark[1])
    far, half = REACH, block.height // 2
    for side, top in (
        ("start", y - half),
        ("end", y - half),
        ("middle", y - far - block.height),
        ("middle", y + far),
        ("start", y - far - block.height + lettering.leading // 2),
        ("start", y + far - lettering.leading // 2),
        ("end", y - far - block.height + lettering.leading // 2),
        ("end", y + far - lettering.leading // 2),
    ):
        start = {"start": x + far, "end": x - far, "middle": x}[side]
        left = {"start": start, "end": start - block.width, "middle": start - block.width // 2}
        window = Window(left[side], top, left[side] + block.width, top + block.height)
        yield Label(window, start, side, tuple(_lines(block, top, lettering)))


def _lines(block: "_Block", top: int, lettering: Lettering) -> Iterator[Line]:
    foot = top + round(0.5 * lettering.leading + 0.36 * lettering.size)
    for number, text in enumerate(block.lines, 1):
        yield Line(text, foot, block.has_note and number == len(block.lines))
        foot += lettering.leading


def _fits(window: Window, taken: Iterable[Window], frame: Window) -> bool:
    is_inside = (
        window.left >= frame.left + _GAP
        and window.right <= frame.right - _GAP
        and window.top >= frame.top + _GAP
        and window.bottom <= frame.bottom - _GAP
    )
    return is_inside and not any(_overlap(window, other) for other in taken)


def _overlap(one: Window, other: Window) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )
