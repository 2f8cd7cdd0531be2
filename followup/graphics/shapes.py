"""What is drawn on a map: points, lines and areas in WGS 84 degrees, longitude first."""

from collections.abc import Iterator
from dataclasses import dataclass

Point = tuple[float, float]
Line = tuple[Point, ...]
Area = tuple[Line, ...]


@dataclass(frozen=True)
class Shape:
    """All that one file draws. An area is a ring, and the rings of the holes in it."""

    points: tuple[Point, ...] = ()
    lines: tuple[Line, ...] = ()
    areas: tuple[Area, ...] = ()

    @property
    def corners(self) -> Iterator[Point]:
        """Every point that it is made of."""
        yield from self.points
        for line in self.lines:
            yield from line
        for area in self.areas:
            for ring in area:
                yield from ring


NOTHING = Shape()
