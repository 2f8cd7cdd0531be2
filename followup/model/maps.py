"""What the map is drawn from: map files, and which of them lie beneath the places."""

from dataclasses import dataclass
from typing import Literal

from followup.diagnostics import Source
from followup.graphics.shapes import Shape
from followup.model.basics import Reviewed

LayerKind = Literal["gräns", "järnväg", "väg", "vatten"]


@dataclass(frozen=True)
class MapFile:
    """A file in `content/karta/`, by its name there."""

    name: str
    shape: Shape
    source: Source


@dataclass(frozen=True)
class Layer:
    """A map file that is drawn beneath the places, and whom it comes from."""

    file: str
    kind: LayerKind
    credit: str
    licence: str
    source: Source


@dataclass(frozen=True)
class Layers:
    """All of `lager.yaml`."""

    source: Source
    layers: tuple[Layer, ...] = ()
    reviewed: tuple[Reviewed, ...] = ()
