"""The map: places on a plane, with what lies beneath them, a scale bar, and north upwards.

A picture has a size of its own, at which its letters are to be read. There are two, for a phone and
for a wider page: letters that follow the width of one picture are too small on the one or too large
on the other.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from followup.graphics import strokes
from followup.graphics.geography import Box, Plane, box
from followup.graphics.labels import Label, Lettering, name, spread
from followup.graphics.shapes import NOTHING, Area, Point, Shape
from followup.graphics.strokes import Spot, Stroke, Window


@dataclass(frozen=True)
class Place:
    """Something to set out: its name, a note under the name, and where it is.

    It has a point or an area; without a point its mark stands inside the area.
    """

    key: str
    name: str
    note: str
    point: Point | None = None
    area: Shape = NOTHING


@dataclass(frozen=True)
class Ground:
    """What lies beneath the places: its kind, and all of it, also far away.

    All of a border is shown where the places can still be told apart.
    """

    kind: str
    shape: Shape
    is_border: bool = False


@dataclass(frozen=True)
class Size:
    """How large a picture is made: its width and its greatest and least height."""

    width: int
    least: int
    most: int
    side: int
    lettering: Lettering


NARROW = Size(300, 200, 340, 50, Lettering(16, 20))
WIDE = Size(684, 320, 520, 90, Lettering(17, 22))


@dataclass(frozen=True)
class Drawn:
    """A line or an area as the `d` of a path; `kind` as it was given."""

    kind: str
    path: str
    is_border: bool = False


@dataclass(frozen=True)
class Mark:
    """A place on the picture. `number` is its place in the list; the label is None without room.

    `tail` is where the place is, when its mark had to stand beside it.
    """

    key: str
    number: int
    x: int
    y: int
    label: Label | None
    tail: tuple[int, int] | None


@dataclass(frozen=True)
class Bar:
    """The scale: a length on the ground, and how long that is on the picture.

    It is one, two or five of some power of ten metres. `path` draws it, below the framed part.
    """

    metres: int
    length: float
    path: str

    @property
    def end(self) -> float:
        """Where its words begin."""
        return self.length + 9


@dataclass(frozen=True)
class Drawing:
    """A map as it is drawn. `height` is that of the framed part; the scale is below it."""

    width: int
    height: int
    grounds: tuple[Drawn, ...]
    areas: tuple[Drawn, ...]
    marks: tuple[Mark, ...]
    bar: Bar

    @property
    def has_border(self) -> bool:
        """True when there is something outside of a border."""
        return any(one.is_border and "z" in one.path for one in self.grounds)

    @property
    def whole(self) -> int:
        """The height with the scale and the arrow to the north, whose words stand at `foot`."""
        return self.height + _STRIP

    @property
    def foot(self) -> int:
        return self.height + _STRIP - 6

    @property
    def arrow(self) -> str:
        """The path of an arrow to the north, at the end of the scale's line."""
        return f"M{self.width - 8} {self.foot}v-16m-5 6l5-6 5 6"

    @property
    def beside_arrow(self) -> int:
        return self.width - 18

    @property
    def has_numbers(self) -> bool:
        return any(mark.label is None for mark in self.marks)

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(mark.key for mark in self.marks)


def draw(
    places: Sequence[Place], grounds: Sequence[Ground], sizes: Sequence[Size] = (NARROW, WIDE)
) -> tuple[Drawing, ...]:
    """The map in each size, all with the same places: those for which the smallest has room.

    Nothing when no place has a point or an area.
    """
    known = [place for place in places if place.point or place.area.areas]
    drawings: list[Drawing] = []
    for size in sizes if known else ():
        drawings.append(_drawing(known, grounds, size))
        if len(drawings[-1].marks) < len(known):
            known = [place for place in known if place.key in drawings[-1].keys]
            return draw(known, grounds, sizes)
    return tuple(drawings)


@dataclass(frozen=True)
class _View:
    """How points on the earth come onto a picture: so many units a metre, around its middle."""

    plane: Plane
    scale: float
    width: int
    height: int

    def spot(self, point: Point) -> Spot:
        east, north = self.plane.metres(point)
        return self.width / 2 + self.scale * east, self.height / 2 - self.scale * north

    @property
    def frame(self) -> Window:
        return Window(0, 0, self.width, self.height)


def _drawing(places: Sequence[Place], grounds: Sequence[Ground], size: Size) -> Drawing:
    """All within the border when every name then has room by its mark, else the places alone."""
    areas = [point for place in places for point in place.area.corners]
    inner = box([*map(_point, places), *areas])
    outer = box([*inner.ends, *_borders(inner, grounds)])
    wide = _at(_view(outer, size, _RIM), places, grounds, size)
    if outer == inner or wide.has_numbers or any(mark.tail for mark in wide.marks):
        return _at(_view(inner, size, size.side), places, grounds, size)
    return wide


_RIM = 10
_LARGEST = 8


def _borders(inner: Box, grounds: Iterable[Ground]) -> Iterator[Point]:
    """The corners of the borders around the places that are not many times as large."""
    plane = Plane(inner.middle)
    most = _LARGEST * max(_LEAST, _extent([plane.metres(p) for p in inner.ends]))
    for ground in grounds:
        corners = [*ground.shape.corners] if ground.is_border and ground.shape.areas else []
        if corners and _extent([*map(plane.metres, corners)]) <= most:
            yield from corners if box(corners).meets(inner) else ()


def _at(view: "_View", places: Sequence[Place], grounds: Sequence[Ground], size: Size) -> Drawing:
    points = [_point(place) for place in places]
    under = [Ground("area", place.area) for place in places if place.area.areas]
    return Drawing(
        size.width,
        view.height,
        tuple(_paths(grounds, view)),
        tuple(_paths(under, view)),
        tuple(_marks(places, [view.spot(point) for point in points], view, size.lettering)),
        _bar(view),
    )


# A map of one place, or of several at the same spot, shows so many metres around it.
_LEAST = 3_000


def _view(whole: Box, size: Size, side: int) -> _View:
    """The largest scale at which everything fits, and no more height than that needs.

    `side` is what is to be left at every edge.
    """
    plane = Plane(whole.middle)
    west, south = plane.metres((whole.west, whole.south))
    across, along = max(-2 * west, _LEAST / 2), max(-2 * south, _LEAST / 4)
    room = (size.width - 2 * side, size.most - 2 * side)
    scale = min(room[0] / across, room[1] / along)
    height = round(2 * side + scale * along)
    return _View(plane, scale, size.width, max(size.least, min(height, size.most)))


def _point(place: Place) -> Point:
    """Its own point, or one inside the area that is widest there."""
    if place.point:
        return place.point
    return max(map(_inside, place.area.areas), key=lambda found: found[0])[1]


def _inside(area: Area) -> tuple[float, Point]:
    """The middle of the widest stretch within the area, halfway up; and how wide that is."""
    whole = box(area[0])
    # Not through a corner, where it is hard to say which side is which.
    level = whole.south + 0.50001 * (whole.north - whole.south)
    crossings = sorted(_crossings(area, level))
    pairs = zip(crossings[::2], crossings[1::2], strict=False)
    stretches = [(east - west, ((west + east) / 2, level)) for west, east in pairs]
    return max(stretches, default=(0.0, whole.middle))


def _crossings(area: Area, level: float) -> Iterator[float]:
    """Where the rings of an area cross a parallel."""
    for ring in area:
        for one, other in zip(ring, (*ring[1:], ring[0]), strict=True):
            if (one[1] < level) != (other[1] < level):
                part = (level - one[1]) / (other[1] - one[1])
                yield one[0] + part * (other[0] - one[0])


def _marks(
    places: Sequence[Place], points: Sequence[Spot], view: _View, lettering: Lettering
) -> Iterator[Mark]:
    spots = spread(points, view.frame)
    drawn = [
        (place, point, spot)
        for place, point, spot in zip(places, points, spots, strict=True)
        if spot is not None
    ]
    texts = [(place.name, place.note) for place, _, _ in drawn]
    labels = name([spot for _, _, spot in drawn], texts, view.frame, lettering)
    for number, ((place, point, spot), label) in enumerate(zip(drawn, labels, strict=True), 1):
        exact = (round(point[0]), round(point[1]))
        yield Mark(place.key, number, *spot, label, None if exact == spot else exact)


_STRIP = 30
_STEPS = (5, 2, 1)
_MOST_OF_WIDTH = 0.3


def _bar(view: _View) -> Bar:
    """The longest round length that takes at most a third of the width."""
    most = _MOST_OF_WIDTH * view.width / view.scale
    power = 10**12
    while power > 1 and power > most:
        power //= 10
    metres = next((step * power for step in _STEPS if step * power <= most), 1)
    length = round(metres * view.scale, 2)
    return Bar(metres, length, f"M1 {view.height + 12}v10h{length}v-10")


# What lies beneath has about so many corners in all, where that is enough to draw it by; if it is
# not, more: a road is never drawn far from where it is, nor is a part of it left out that is seen.
_MANY_CORNERS = 500
_FINEST = 0.5
_COARSER = (0.75, 1.2, 1.8, 2.5)
_BEYOND = 8
_TINY = 3


def _paths(grounds: Iterable[Ground], view: _View) -> Iterator[Drawn]:
    """All that is seen of each, with fewer corners the more there is of it."""
    whole = [(ground, [*_seen(ground.shape, view)]) for ground in grounds]
    simple = whole
    for tolerance in _COARSER:
        if sum(len(line) for _, lines in simple for line, _ in lines) <= _MANY_CORNERS:
            break
        simple = [
            (ground, [(_simple(line, tolerance), is_closed) for line, is_closed in lines])
            for ground, lines in whole
        ]
    for ground, lines in simple:
        if path := "".join(_path(line, is_closed) for line, is_closed in lines):
            yield Drawn(ground.kind, path, ground.is_border)


def _seen(shape: Shape, view: _View) -> Iterator[tuple[Stroke, bool]]:
    """Its lines and rings in the picture, but for specks; True for those that are closed."""
    for line, is_closed in _cut(shape, view):
        if _extent(line) > _TINY:
            yield _simple(strokes.thinned(line, _FINEST), _FINEST), is_closed


def _cut(shape: Shape, view: _View) -> Iterator[tuple[Stroke, bool]]:
    """A road may be many short lines in its file: what is a speck is told of the whole."""
    beyond = Window(-_BEYOND, -_BEYOND, view.width + _BEYOND, view.height + _BEYOND)
    parts = (strokes.cut_line([*map(view.spot, line)], beyond) for line in shape.lines)
    yield from ((line, False) for line in strokes.joined(chain.from_iterable(parts)))
    for ring in (ring for area in shape.areas for ring in area):
        if part := strokes.cut_ring([*map(view.spot, ring)], beyond):
            yield (*part, part[0]), True


def _simple(line: Stroke, tolerance: float) -> Stroke:
    """The line with fewer corners; what is small keeps its form too."""
    return strokes.simplify(line, min(tolerance, _extent(line) / 6))


def _extent(line: Sequence[Spot]) -> float:
    """The greater of its width and its height."""
    east, down = [x for x, _ in line], [y for _, y in line]
    return max(max(east) - min(east), max(down) - min(down))


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
