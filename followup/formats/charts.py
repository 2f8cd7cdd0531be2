"""The pictures of a measure as print and share images draw them."""

from dataclasses import dataclass

from followup.graphics.units import Bar, UnitChart
from followup.pages.frame import Frame
from followup.pages.pictures import MonthYear, strip, units
from followup.status import Status


@dataclass(frozen=True)
class Squares:
    """A square for each: first the filled ones, then the empty, and those beyond what is promised.

    With more than can be told apart there is a `bar` instead.
    """

    label: str
    filled: int
    empty: int
    beyond: int
    bar: Bar | None


def squares(frame: Frame, status: Status) -> Squares | None:
    """The unit chart of a count; None for what is not counted, or is not known to the number."""
    chart = units(frame, status.promise, status.target)
    return _drawn(chart) if chart else None


def months(status: Status) -> tuple[MonthYear, ...]:
    """The months of what goes on, none where nothing is told."""
    made = strip(status.target)
    return made.years if made else ()


def _drawn(chart: UnitChart) -> Squares:
    return Squares(chart.label, len(chart.filled), chart.empty, len(chart.beyond), bar=chart.bar)
