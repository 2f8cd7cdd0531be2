"""The line chart of an outcome, and the same in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from followup.graphics.linechart import LineChart, Value, line_chart
from followup.model import Outcome, Reading
from followup.naming import span
from followup.swedish import number, numeral


@dataclass(frozen=True)
class Trend:
    """`levels` are the numbers of the axis by their height. `last` is None for a single value.

    `is_wide` says that the numbers need more room than four digits do.
    """

    label: str
    chart: LineChart
    levels: tuple[tuple[float, str], ...]
    first: str
    last: str | None

    @property
    def is_wide(self) -> bool:
        return any(len(text) > len("1 234") for _, text in self.levels)


def trend(outcome: Outcome) -> Trend | None:
    """The picture of all values; None where there is none."""
    known = sorted((*outcome.readings, *_baseline(outcome)), key=lambda reading: reading.date)
    if not known:
        return None
    chart = line_chart([_value(reading, outcome) for reading in known])
    return Trend(
        label=_label(outcome, known),
        chart=chart,
        levels=tuple((level.y, number(level.value)) for level in chart.levels),
        first=_marked(known[0], outcome),
        last=_marked(known[-1], outcome) if len(known) > 1 else None,
    )


def _baseline(outcome: Outcome) -> tuple[Reading, ...]:
    return (outcome.baseline,) if outcome.baseline else ()


def _value(reading: Reading, outcome: Outcome) -> Value:
    is_baseline = reading is outcome.baseline
    return Value(reading.date.first, reading.date.last, reading.value, is_baseline)


def _marked(reading: Reading, outcome: Outcome) -> str:
    """The value, and whether it is the one to compare with."""
    said = _said(reading, outcome)
    return f"Utgångsläge: {said}" if reading is outcome.baseline else said


def _said(reading: Reading, outcome: Outcome) -> str:
    return f"{number(reading.value)} {outcome.unit} ({span(reading.date)})"


def _label(outcome: Outcome, known: Sequence[Reading]) -> str:
    """What the picture shows, for those who do not see it; every value is in the table."""
    if len(known) == 1:
        return f"Diagram med ett mätvärde: {_said(known[0], outcome)}."
    told = [
        f"Diagram med {numeral(len(known), 'ett')} mätvärden,",
        f"från {_said(known[0], outcome)} till {_said(known[-1], outcome)}.",
        *_extremes(outcome, known),
    ]
    if outcome.baseline:
        told.append(f"Utgångsläge: {_said(outcome.baseline, outcome)}.")
    return " ".join(told)


def _extremes(outcome: Outcome, known: Sequence[Reading]) -> Iterator[str]:
    """The lowest and the highest, where they are not already said as the first and the last."""
    lowest = min(known, key=lambda reading: reading.value)
    highest = max(known, key=lambda reading: reading.value)
    if lowest.value == highest.value:
        yield "Båda är lika." if len(known) == 2 else "Alla är lika."
        return
    ends = {known[0].value, known[-1].value}
    if lowest.value not in ends:
        yield f"Lägst: {_said(lowest, outcome)}."
    if highest.value not in ends:
        yield f"Högst: {_said(highest, outcome)}."
