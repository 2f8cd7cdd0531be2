"""What lies beneath the places of a map: as much as can be told apart, and never more.

However large its files are, a map is quick to fetch. What there is no room for is counted, so that
those who chose the files can be told.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from followup.graphics import strokes
from followup.graphics.shapes import Area, Line, Shape
from followup.graphics.strokes import Stroke, Window, extent
from followup.graphics.view import View


@dataclass(frozen=True)
class Ground:
    """What lies beneath the places: its kind, and all of it, also far away.

    All of a border is shown where the places can still be told apart. `key` is what it is called
    when there is no room for all of it.
    """

    kind: str
    shape: Shape
    is_border: bool = False
    key: str = ""


@dataclass(frozen=True)
class Drawn:
    """A line or an area as the `d` of a path; `kind` as it was given."""

    kind: str
    path: str
    is_border: bool = False


@dataclass(frozen=True)
class Beneath:
    """What is drawn beneath the places, from the bottom.

    `left_out` says of what: how many lines and rings that would be seen are drawn roughly or not
    at all. It is empty when all of it is drawn.
    """

    grounds: tuple[Drawn, ...]
    areas: tuple[Drawn, ...]
    left_out: Mapping[str, int]


# A picture has no more corners than this in what lies beneath, areas of places included: some
# 20 kB when they are many short lines. Where that is not enough, no line or ring has more than half
# of them, or a fifth: one scribble does not take the room of all the rest.
MOST_CORNERS = 1500
_MOST_OF_ONE = (750, 300)


def beneath(grounds: Sequence[Ground], areas: Sequence[Ground], view: View) -> Beneath:
    """All that is seen of the grounds and of the areas of places, as far as there is room."""
    parts = (*_fitted(grounds, view), *_fitted(areas, view))
    light = _light(parts)
    pairs = zip(parts, light, strict=True)
    kept = [part for part in light if part]
    return Beneath(
        tuple(_drawn(grounds, kept)),
        tuple(_drawn(areas, kept)),
        Counter(part.of.key for part, other in pairs if other is not part),
    )


@dataclass(frozen=True)
class _Part:
    """A line or a ring as it is seen in the picture, and what it is of."""

    of: Ground
    line: Stroke
    is_closed: bool

    @property
    def corners(self) -> int:
        """How many are drawn: a closed line does not repeat where it began."""
        return len(self.line) - self.is_closed


# What lies beneath has about so many corners in all, where that is enough to draw it by; if it is
# not, more: a road is not drawn far from where it is, nor is a part of it left out that is seen,
# as long as there is room.
_MANY_CORNERS = 500
_FINEST = 0.5
_COARSER = (0.75, 1.2, 1.8, 2.5)
_BEYOND = 8
_TINY = 3


def _fitted(grounds: Iterable[Ground], view: View) -> Sequence[_Part]:
    """All that is seen of each, with fewer corners the more there is of it."""
    whole = [part for ground in grounds for part in _seen(ground, view)]
    simple = whole
    for tolerance in _COARSER:
        if sum(len(part.line) for part in simple) <= _MANY_CORNERS:
            break
        simple = [replace(part, line=_simple(part.line, tolerance)) for part in whole]
    return simple


def _light(parts: Sequence[_Part]) -> Sequence[_Part | None]:
    """The same parts when there is room for all; else rougher, and None for the smallest."""
    rough = parts
    for most in _MOST_OF_ONE:
        if sum(part.corners for part in rough) <= MOST_CORNERS:
            break
        rough = [_rough(part, most) for part in parts]
    kept: list[_Part | None] = [None] * len(parts)
    room = MOST_CORNERS
    for number in sorted(range(len(parts)), key=lambda n: -extent(parts[n].line)):
        room -= rough[number].corners
        if room < 0:
            break
        kept[number] = rough[number]
    return kept


def _rough(part: _Part, most: int) -> _Part:
    """The part itself, or with fewer corners when it has too many for one."""
    if part.corners <= most:
        return part
    return replace(part, line=strokes.rough(part.line, _COARSER[-1], most))


def _seen(ground: Ground, view: View) -> Iterator[_Part]:
    """Its lines and rings in the picture, but for specks."""
    for line, is_closed in _cut(ground.shape, view):
        if extent(line) > _TINY:
            yield _Part(ground, _simple(strokes.thinned(line, _FINEST), _FINEST), is_closed)


def _cut(shape: Shape, view: View) -> Iterator[tuple[Stroke, bool]]:
    """What is in the picture; True for what is closed.

    A road may be many short lines in its file: what is a speck is told of the whole.
    """
    beyond = Window(-_BEYOND, -_BEYOND, view.width + _BEYOND, view.height + _BEYOND)
    parts = (strokes.cut_line([*map(view.spot, line)], beyond) for line in shape.lines)
    yield from ((line, False) for line in strokes.joined(chain.from_iterable(parts)))
    for ring in (ring for area in shape.areas for ring in _wound(area)):
        if part := strokes.cut_ring([*map(view.spot, ring)], beyond):
            yield (*part, part[0]), True


def _wound(area: Area) -> Iterator[Line]:
    """The rings of an area, with every hole the other way around than what it is a hole in.

    That is what makes it a hole when the path is filled (nonzero), and not all files keep to it.
    """
    outer, *holes = area
    yield outer
    for hole in holes:
        is_same = (_turn(hole) > 0) == (_turn(outer) > 0)
        yield hole[::-1] if is_same else hole


def _turn(ring: Line) -> float:
    """Twice the area within a ring; less than zero when it goes clockwise."""
    east, north = ring[0]
    near = [(x - east, y - north) for x, y in ring]
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(near))


def _simple(line: Stroke, tolerance: float) -> Stroke:
    """The line with fewer corners; what is small keeps its form too."""
    return strokes.simplify(line, min(tolerance, extent(line) / 6))


def _drawn(grounds: Iterable[Ground], parts: Sequence[_Part]) -> Iterator[Drawn]:
    for ground in grounds:
        lines = (_path(part.line, part.is_closed) for part in parts if part.of is ground)
        if path := "".join(lines):
            yield Drawn(ground.kind, path, ground.is_border)


def _path(line: Stroke, is_closed: bool) -> str:
    """From corner to corner, in tenths of a unit; each is told from the one before: that is short.

    A closed line does not repeat where it began.
    """
    tenths = [(round(10 * x), round(10 * y)) for x, y in line[: -1 if is_closed else None]]
    steps = [(x - left, y - top) for (left, top), (x, y) in pairwise(tenths)]
    moves = " ".join(f"{_number(x)} {_number(y)}" for x, y in steps if (x, y) != (0, 0))
    start = f"M{_number(tenths[0][0])} {_number(tenths[0][1])}"
    return f"{start}l{moves.replace(' -', '-')}{'z' if is_closed else ''}" if moves else ""


def _number(tenths: int) -> str:
    whole, tenth = divmod(abs(tenths), 10)
    return f"{'-' if tenths < 0 else ''}{whole}{f'.{tenth}' if tenth else ''}"
