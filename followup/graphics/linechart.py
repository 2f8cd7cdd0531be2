"""A small line chart: measured values in time, on an axis that always has its zero.

All places are in percent of the width and the height, from the top left.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from statistics import median

# More points than this are small.
MOST_LARGE = 12
# A month is drawn as a point; what is of a longer time is drawn as long as that, among others.
_POINT = 31
# A number nearer to the axis' zero than this share of the height would stand on it.
_APART = 12
# Values so many times as far apart as they are used to have no line between them.
_GAP = 2


@dataclass(frozen=True)
class Value:
    """What was measured from the first to the last day."""

    first: date
    last: date
    value: Decimal
    is_baseline: bool = False

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def middle(self) -> float:
        return (self.first.toordinal() + self.last.toordinal()) / 2


@dataclass(frozen=True)
class Point:
    """A value: in the middle of its time, which goes from `start` to `end`."""

    x: float
    y: float
    start: float
    end: float
    is_baseline: bool


@dataclass(frozen=True)
class Line:
    """Between two values that follow each other."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True)
class Level:
    """A line across, at a round number."""

    y: float
    value: Decimal


@dataclass(frozen=True)
class LineChart:
    """Points in the order of time; `baseline` is the height of the value to compare with.

    `has_spans` says that it matters how long a time some are of.
    """

    points: tuple[Point, ...]
    lines: tuple[Line, ...]
    levels: tuple[Level, ...]
    baseline: float | None
    has_spans: bool
    is_dense: bool


def line_chart(values: Sequence[Value]) -> LineChart:
    """Every value, in time and on a scale from zero; there must be at least one."""
    in_order = sorted(values, key=lambda value: (value.middle, not value.is_baseline))
    start = min(value.first for value in values).toordinal()
    days = max(value.last for value in values).toordinal() + 1 - start
    low, high = _ends([value.value for value in values])

    def y(value: Decimal) -> float:
        return round(float(100 * (high - value) / (high - low)), 2)

    def x(ordinal: float) -> float:
        return round(100 * (ordinal - start) / days, 2)

    points = tuple(
        Point(
            x=x(value.middle + 0.5),
            y=y(value.value),
            start=x(value.first.toordinal()),
            end=x(value.last.toordinal() + 1),
            is_baseline=value.is_baseline,
        )
        for value in in_order
    )
    return LineChart(
        points=points,
        lines=tuple(_lines(points)),
        levels=tuple(
            Level(y(value), value)
            for value in sorted({low, Decimal(0), high})
            if value == 0 or abs(y(value) - y(Decimal(0))) >= _APART
        ),
        baseline=next((p.y for p in points if p.is_baseline and len(points) > 1), None),
        has_spans=len(points) > 2 and any(value.days > _POINT for value in values),
        is_dense=len(points) > MOST_LARGE,
    )


def _lines(points: Sequence[Point]) -> Iterator[Line]:
    """Where values are missing the line has a gap: nothing is known there."""
    steps = [other.x - one.x for one, other in pairwise(points)]
    usual = median(steps) if len(steps) > 1 else max(steps, default=0)
    for (one, other), step in zip(pairwise(points), steps, strict=True):
        if step <= _GAP * usual:
            yield Line(one.x, one.y, other.x, other.y)


def _ends(values: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """Round numbers around the values and zero."""
    low, high = min(*values, Decimal(0)), max(*values, Decimal(0))
    if low == high:
        return Decimal(0), Decimal(1)
    return -_round(-low), _round(high)


def _round(value: Decimal) -> Decimal:
    """The nearest of 1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten that is not below the value."""
    if value == 0:
        return value
    power = Decimal(1).scaleb(value.adjusted())
    return next(n * power for n in _ROUND if n * power >= value)


_ROUND = tuple(Decimal(n) for n in ("1", "1.5", "2", "3", "4", "5", "6", "8", "10"))
