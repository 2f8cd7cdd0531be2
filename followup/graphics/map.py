"""The map: places on a plane, with what lies beneath them, a scale bar, and north upwards.

A picture has a size of its own, at which its letters are to be read. There are two, for a phone and
for a wider page: letters that follow the width of one picture are too small on the one or too large
on the other.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from followup.graphics.geography import Box, Plane, box
from followup.graphics.grounds import Beneath, Drawn, Ground, beneath
from followup.graphics.labels import Label, Lettering, name, spread
from followup.graphics.shapes import NOTHING, Area, Point, Shape
from followup.graphics.strokes import Spot, extent
from followup.graphics.view import View


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
    beneath: Beneath
    marks: tuple[Mark, ...]
    bar: Bar

    @property
    def grounds(self) -> tuple[Drawn, ...]:
        return self.beneath.grounds

    @property
    def areas(self) -> tuple[Drawn, ...]:
        return self.beneath.areas

    @property
    def left_out(self) -> Mapping[str, int]:
        """How many lines and rings that would be seen are drawn roughly or not at all, of what."""
        return self.beneath.left_out

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


def draw(
    places: Sequence[Place], grounds: Sequence[Ground], sizes: Sequence[Size] = (NARROW, WIDE)
) -> tuple[Drawing, ...]:
    """The map in each size, all with the same places: those for which the smallest has room.

    Nothing when no place has a point or an area.
    """
    known = [place for place in places if place.point or place.area.areas]
    laid = [_laid_out(known, grounds, size) for size in sizes] if known else []
    for layout in laid:
        if len(layout.marks) < len(known):
            keys = {mark.key for mark in layout.marks}
            return draw([place for place in known if place.key in keys], grounds, sizes)
    areas = [Ground("area", place.area, key=place.key) for place in known if place.area.areas]
    return tuple(_drawing(layout, beneath(grounds, areas, layout.view)) for layout in laid)


@dataclass(frozen=True)
class _Layout:
    """What a picture shows of the earth, and where each place is on it."""

    view: View
    marks: tuple[Mark, ...]

    @property
    def is_clear(self) -> bool:
        """True when every name has room by its mark, and every mark where its place is."""
        return all(mark.label and not mark.tail for mark in self.marks)


def _laid_out(places: Sequence[Place], grounds: Sequence[Ground], size: Size) -> _Layout:
    """All within the border when every name then has room by its mark, else the places alone."""
    areas = [point for place in places for point in place.area.corners]
    inner = box([*map(_point, places), *areas])
    outer = box([*inner.ends, *_borders(inner, grounds)])
    wide = _at(_view(outer, size, _RIM), places, size)
    if outer == inner or not wide.is_clear:
        return _at(_view(inner, size, size.side), places, size)
    return wide


def _at(view: View, places: Sequence[Place], size: Size) -> _Layout:
    points = [view.spot(_point(place)) for place in places]
    return _Layout(view, tuple(_marks(places, points, view, size.lettering)))


def _drawing(layout: _Layout, under: Beneath) -> Drawing:
    view = layout.view
    return Drawing(view.width, view.height, under, layout.marks, _bar(view))


_RIM = 10
_LARGEST = 8


def _borders(inner: Box, grounds: Iterable[Ground]) -> Iterator[Point]:
    """The corners of the borders around the places that are not many times as large."""
    plane = Plane(inner.middle)
    most = _LARGEST * max(_LEAST, extent([plane.metres(p) for p in inner.ends]))
    for ground in grounds:
        corners = [*ground.shape.corners] if ground.is_border and ground.shape.areas else []
        if corners and extent([*map(plane.metres, corners)]) <= most:
            yield from corners if box(corners).meets(inner) else ()


# A map of one place, or of several at the same spot, shows so many metres around it.
_LEAST = 3_000


def _view(whole: Box, size: Size, side: int) -> View:
    """The largest scale at which everything fits, and no more height than that needs.

    `side` is what is to be left at every edge.
    """
    plane = Plane(whole.middle)
    west, south = plane.metres((whole.west, whole.south))
    across, along = max(-2 * west, _LEAST / 2), max(-2 * south, _LEAST / 4)
    room = (size.width - 2 * side, size.most - 2 * side)
    scale = min(room[0] / across, room[1] / along)
    height = round(2 * side + scale * along)
    return View(plane, scale, size.width, max(size.least, min(height, size.most)))


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
    places: Sequence[Place], points: Sequence[Spot], view: View, lettering: Lettering
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


def _bar(view: View) -> Bar:
    """The longest round length that takes at most a third of the width."""
    most = _MOST_OF_WIDTH * view.width / view.scale
    power = 10**12
    while power > 1 and power > most:
        power //= 10
    metres = next((step * power for step in _STEPS if step * power <= most), 1)
    length = round(metres * view.scale, 2)
    return Bar(metres, length, f"M1 {view.height + 12}v10h{length}v-10")
