"""The strip of a frequency: a mark for each day, week, month or year, in rows that can be read."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Literal

from followup.graphics.units import MOST_MARKS

Shape = Literal["kept", "missed", "together", "unknown", "coming"]
SHAPES: tuple[Shape, ...] = ("kept", "missed", "together", "unknown", "coming")

# More marks than this are bars, and so many bars are one per year.
MOST_IN_ROWS = 120
MOST_BARS = 24


@dataclass(frozen=True)
class Cell:
    """One interval. `tiny` is its name where there is little room.

    `part` is the month or quarter, and `year` the year, of the row or bar that it may stand in.
    """

    name: str
    tiny: str
    shape: Shape
    part: str
    year: str


@dataclass(frozen=True)
class Row:
    """Marks beside each other, under a name where there are several rows."""

    name: str | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Part:
    """A stretch of a bar: from `start`, so many wide."""

    shape: Shape
    start: int
    width: int


@dataclass(frozen=True)
class Stack:
    """A bar of as many as `total`, in the order of the shapes."""

    name: str
    total: int
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Strip:
    """Rows of marks, or bars when there are too many to tell apart. `shapes` are those in use."""

    rows: tuple[Row, ...]
    bars: tuple[Stack, ...]
    shapes: tuple[Shape, ...]
    is_dense: bool


def strip(cells: Sequence[Cell]) -> Strip:
    """Every interval shown once: up to forty by year, then by month or quarter, then as bars."""
    shapes = tuple(shape for shape in SHAPES if any(cell.shape == shape for cell in cells))
    if len(cells) > MOST_IN_ROWS:
        return Strip((), _bars(cells), shapes, False)
    is_many = len(cells) > MOST_MARKS
    rows = tuple(_rows(cells, by_part=is_many))
    return Strip(rows, (), shapes, is_many and all(len(cell.tiny) <= 2 for cell in cells))


def _rows(cells: Iterable[Cell], by_part: bool) -> Iterator[Row]:
    groups = [(name, tuple(group)) for name, group in groupby(cells, key=_key(by_part))]
    for name, group in groups:
        yield Row(name if len(groups) > 1 else None, group)


def _bars(cells: Sequence[Cell]) -> tuple[Stack, ...]:
    by_part = len({cell.part for cell in cells}) <= MOST_BARS
    groups = groupby(cells, key=_key(by_part))
    return tuple(_stack(name, [cell.shape for cell in group]) for name, group in groups)


def _key(by_part: bool) -> Callable[[Cell], str]:
    return attrgetter("part" if by_part else "year")


def _stack(name: str, shapes: Sequence[Shape]) -> Stack:
    parts: list[Part] = []
    start = 0
    for shape in SHAPES:
        if width := shapes.count(shape):
            parts.append(Part(shape, start, width))
            start += width
    return Stack(name, len(shapes), tuple(parts))
