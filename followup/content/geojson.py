"""Map files: GeoJSON (RFC 7946) -> the points, lines and areas in it.

JSON tells no places within the file, so every number keeps the text that it was written with: a
fault points at the first place where that text stands.
"""

import json
import posixpath
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

from followup.content.fields import offer, said
from followup.content.unreadable import Unreadable
from followup.diagnostics import Source
from followup.graphics.shapes import Area, Line, Point, Shape
from followup.model import MapFile


def parse(path: str, text: str) -> MapFile:
    """The shapes of a map file. Raises Unreadable when it is no GeoJSON in degrees, or empty."""
    reader = _Reader(path, text)
    root = reader.json()
    found = [*reader.geometries(root)]
    shape = Shape(
        points=tuple(point for kind, point in found if kind == "Point"),
        lines=tuple(line for kind, line in found if kind == "LineString"),
        areas=tuple(area for kind, area in found if kind == "Polygon"),
    )
    if not any(shape.corners):
        hint = "Spara om kartan med det som ska ritas i den, som GeoJSON i WGS 84."
        raise Unreadable(Source(path, 1, 1), "karta", "filen har inget som går att rita", hint)
    return MapFile(posixpath.basename(path), shape, Source(path))


class _Number(float):
    """A number, and how it is written."""

    written: str


def _number(written: str) -> _Number:
    made = _Number(written)
    made.written = written
    return made


@dataclass(frozen=True)
class _Reader:
    path: str
    text: str

    def json(self) -> Any:
        try:
            return json.loads(self.text, parse_float=_number, parse_int=_number)
        except json.JSONDecodeError as error:
            source = Source(self.path, error.lineno, error.colno)
            hint = "Spara om filen som GeoJSON ur kartprogrammet i stället för att ändra i den."
            raise Unreadable(source, "karta", f"filen är inte hel: {_told(error)}", hint) from None
        except RecursionError:
            raise self._unfit("", "filen är inte GeoJSON", _SAVE) from None

    def geometries(self, node: Any) -> Iterator[tuple[str, Any]]:
        """Each point, line and area, with what kind it is. What is null has not been drawn."""
        waiting = deque([node])
        while waiting:
            one = waiting.popleft()
            if one is None:
                continue
            kind = one.get("type") if isinstance(one, dict) else None
            if not isinstance(kind, str):
                raise self._unfit("", "filen är inte GeoJSON", _SAVE)
            if kind in _INSIDE:
                inside = one.get(_INSIDE[kind])
                waiting += inside if isinstance(inside, list) else [inside]
            else:
                yield from self._geometry(kind, one.get("coordinates"))

    def _geometry(self, kind: str, node: Any) -> Iterator[tuple[str, Any]]:
        single = kind.removeprefix("Multi")
        read: dict[str, Callable[[Any], Any]] = {
            "Point": self._point,
            "LineString": self._line,
            "Polygon": self._area,
        }
        if single not in read:
            if kind == "Topology":
                hint = f"Det här är TopoJSON. {_SAVE}"
            else:
                hint = offer(kind, (*_INSIDE, *_KINDS))
            raise self._unfit(f'"{kind}"', f"{said(kind)} finns inte i GeoJSON", hint)
        for one in self._list(node) if kind != single else [node]:
            if one != []:
                yield single, read[single](one)

    def _area(self, node: Any) -> Area:
        rings = tuple(map(self._line, self._list(node)))
        if any(len(ring) < _FEWEST for ring in rings):
            raise self._unfit(_first(node), "ytan har för få hörn", "En yta har minst tre hörn.")
        return rings

    def _line(self, node: Any) -> Line:
        return tuple(map(self._point, self._list(node)))

    def _point(self, node: Any) -> Point:
        numbers = self._list(node)
        if len(numbers) < 2 or not all(isinstance(one, _Number) for one in numbers):
            self._no_position(node)
        east, north = numbers[:2]
        if message := _elsewhere(east, north):
            raise self._unfit(east.written, message, _SAVE if "meter" in message else _TWO)
        if _is_swapped(east, north):
            hint = f"I GeoJSON står longituden först:  [{north.written}, {east.written}]"
            raise self._unfit(east.written, "latituden står före longituden", hint)
        return (float(east), float(north))

    def _list(self, node: Any) -> list[Any]:
        if not isinstance(node, list):
            self._no_position(node)
        return node

    def _no_position(self, node: Any) -> NoReturn:
        raise self._unfit(_first(node), "här ska ett läge stå", _TWO)

    def _unfit(self, written: str, message: str, hint: str) -> Unreadable:
        """A fault where those words first stand."""
        at = max(0, self.text.find(written))
        line = self.text.count("\n", 0, at) + 1
        column = at - (self.text.rfind("\n", 0, at) + 1) + 1
        return Unreadable(
            Source(self.path, line, column, max(1, len(written))), "karta", message, hint
        )


_SAVE = "Spara kartan som GeoJSON i grader (WGS 84, EPSG:4326)."
_TWO = "Ett läge är två tal i grader, longitud och latitud:  [17.74834, 59.47857]"
_INSIDE = {
    "FeatureCollection": "features",
    "Feature": "geometry",
    "GeometryCollection": "geometries",
}
_KINDS = ("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon")
_FEWEST = 3


def _elsewhere(east: float, north: float) -> str | None:
    """What the numbers are when they are no degrees on the earth."""
    if abs(east) <= 180 and abs(north) <= 90:
        return None
    if all(n > _LEAST_METRES for n in (east, north)):
        return "läget är i meter (SWEREF 99), inte i grader"
    return "läget finns inte på jorden"


_LEAST_METRES = 10_000  # so far east and north is all of Sweden in each of its systems


def _is_swapped(east: float, north: float) -> bool:
    """True for a place in Sweden with its latitude first; nothing is meant out in the ocean."""
    return 55 <= east <= 70 and 10 <= north <= 25


def _first(node: Any) -> str:
    """The first number within, as it is written."""
    while isinstance(node, list) and node:
        node = node[0]
    return node.written if isinstance(node, _Number) else ""


def _told(error: json.JSONDecodeError) -> str:
    """What the library found, in our words."""
    if error.pos >= len(error.doc.rstrip()):
        return "slutet saknas"
    if "delimiter" in error.msg:
        return "ett skiljetecken saknas"
    if error.msg == "Extra data":
        return "det står något efter slutet"
    return "här står något annat än väntat"
