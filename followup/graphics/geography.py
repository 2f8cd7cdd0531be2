"""Places on the earth as places on a plane: boxes of degrees, and metres from a middle."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians, sin, sqrt

from followup.graphics.shapes import Point

# WGS 84: half the width of the earth in metres, and how much it is flattened.
_EQUATOR = 6_378_137.0
_FLATTENING = 0.00669438


@dataclass(frozen=True)
class Box:
    """From the westernmost to the easternmost degree, and from the southernmost."""

    west: float
    south: float
    east: float
    north: float

    @property
    def middle(self) -> Point:
        return ((self.west + self.east) / 2, (self.south + self.north) / 2)

    @property
    def ends(self) -> tuple[Point, Point]:
        return (self.west, self.south), (self.east, self.north)

    def meets(self, other: "Box") -> bool:
        is_beside = other.east < self.west or self.east < other.west
        return not is_beside and other.south <= self.north and self.south <= other.north

    def widened(self, degrees: float = 0.1) -> "Box":
        """The box with so much more on every side; a tenth is some ten kilometres northwards."""
        return Box(
            self.west - degrees, self.south - degrees, self.east + degrees, self.north + degrees
        )


def box(points: Iterable[Point]) -> Box:
    """The least box that holds all the points, of which there is one at least."""
    points = tuple(points)
    east, north = [p[0] for p in points], [p[1] for p in points]
    return Box(min(east), min(north), max(east), max(north))


@dataclass(frozen=True)
class Plane:
    """A map plane that touches the earth at `middle`, in metres east and north of it.

    Every degree is as long as it is at the middle (an equirectangular projection), so the scale is
    true there and the same in all directions. Away from it lengths from west to east are wrong by
    the tangent of the latitude times the way north: in Sweden by 0.3 % at 12 km, the edge of a
    municipality, and by 3 % at 100 km. Lengths from south to north are right within 0.1 %.
    """

    middle: Point

    def metres(self, point: Point) -> Point:
        east, north = self.degree
        return (point[0] - self.middle[0]) * east, (point[1] - self.middle[1]) * north

    @property
    def degree(self) -> tuple[float, float]:
        """The metres of one degree of longitude, and of one of latitude."""
        latitude = radians(self.middle[1])
        bent = 1 - _FLATTENING * sin(latitude) ** 2
        east = radians(_EQUATOR / sqrt(bent) * cos(latitude))
        return east, radians(_EQUATOR * (1 - _FLATTENING) / bent**1.5)
