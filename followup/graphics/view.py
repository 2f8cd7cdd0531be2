"""How points on the earth come onto a picture."""

from dataclasses import dataclass

from followup.graphics.geography import Plane
from followup.graphics.shapes import Point
from followup.graphics.strokes import Spot, Window


@dataclass(frozen=True)
class View:
    """So many units a metre, around the middle of the picture."""

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
