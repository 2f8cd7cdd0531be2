"""Outcomes: what surveys and statistics measure. They never say whether a promise is kept."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from followup.diagnostics import Source
from followup.model.basics import Body, Citation, Reviewed, Span

Direction = Literal["lågt är bra", "högt är bra"]


@dataclass(frozen=True)
class Reading:
    """One measured value, as exact in time as its source."""

    date: Span
    value: Decimal
    source: Source
    citation: Citation | None = None


@dataclass(frozen=True)
class Outcome:
    """Something that the promise is hoped to affect: what is measured, and the values known.

    `readings` stand in the order of time. `expected` is when the next value comes.
    """

    id: str
    heading: str
    measured: str
    unit: str
    body: Body
    source: Source
    direction: Direction | None = None
    baseline: Reading | None = None
    readings: tuple[Reading, ...] = ()
    measure: str | None = None
    expected: Span | None = None
    is_draft: bool = False
    publish_on: date | None = None
    is_example: bool = False
    reviewed: tuple[Reviewed, ...] = ()
