"""Outcomes: each on its own page, and as rows in a panel that stands apart from the measures."""

from collections.abc import Iterator
from dataclasses import dataclass

from followup import links
from followup.links import Prose
from followup.model import Outcome, Reading
from followup.outcomes import better, development, next_value, row
from followup.output import Page
from followup.pages.frame import CitationView, Frame, Link, Shell, When, page
from followup.pages.trends import Trend, trend
from followup.progress import PromiseResult
from followup.swedish import capitalise, number


@dataclass(frozen=True)
class OutcomeRow:
    """An outcome in a panel: its name, where it is, and its values in short.

    `trend` is given where there are values to compare.
    """

    heading: str
    address: str
    text: str
    trend: Trend | None


@dataclass(frozen=True)
class ReadingView:
    when: When
    value: str
    is_baseline: bool
    citation: CitationView | None


@dataclass(frozen=True)
class OutcomeView:
    shell: Shell
    heading: str
    promise: Link
    measure: Link | None
    measured: str
    unit: str
    better: str | None
    development: str
    expected: str | None
    baseline: ReadingView | None
    readings: tuple[ReadingView, ...]
    trend: Trend | None
    body: Prose


def plan(frame: Frame) -> Iterator[Page]:
    """A page for each outcome."""
    for result in frame.progress.promises:
        for outcome in result.promise.outcomes:
            address = links.outcome(result.promise.id, outcome.id)
            yield page(address, "outcome", _view(frame, result, outcome, address))


def rows(frame: Frame, result: PromiseResult, measure: str | None = None) -> tuple[OutcomeRow, ...]:
    """The outcomes of a promise; of one measure those that name it."""
    return tuple(
        OutcomeRow(
            heading=outcome.heading,
            address=frame.links.to(links.outcome(result.promise.id, outcome.id)),
            text=row(outcome),
            trend=_comparison(outcome),
        )
        for outcome in result.promise.outcomes
        if measure in (None, _measure_id(outcome))
    )


def _comparison(outcome: Outcome) -> Trend | None:
    """The picture of at least two values."""
    picture = trend(outcome)
    return picture if picture and picture.last else None


def _view(frame: Frame, result: PromiseResult, outcome: Outcome, address: str) -> OutcomeView:
    promise = result.promise
    crumbs = (("Så går det", "/"), (promise.title, links.promise(promise.id)))
    description = f"{outcome.heading}: {row(outcome)}"
    return OutcomeView(
        shell=frame.shell(address, outcome.heading, description, crumbs),
        heading=outcome.heading,
        promise=Link(promise.title, frame.links.to(links.promise(promise.id))),
        measure=_measure(frame, result, outcome),
        measured=capitalise(outcome.measured),
        unit=outcome.unit,
        better=better(outcome),
        development=development(outcome),
        expected=next_value(outcome, frame.progress.today),
        baseline=_reading(frame, outcome.baseline, True) if outcome.baseline else None,
        readings=tuple(_readings(frame, outcome)),
        trend=trend(outcome),
        body=frame.links.prose(outcome.body),
    )


def _measure_id(outcome: Outcome) -> str | None:
    return outcome.measure.partition("#")[0] if outcome.measure else None


def _measure(frame: Frame, result: PromiseResult, outcome: Outcome) -> Link | None:
    if (id := _measure_id(outcome)) is None:
        return None
    address = links.measure(result.promise.id, id)
    return Link(result.measure(id).measure.heading, frame.links.to(address))


def _readings(frame: Frame, outcome: Outcome) -> Iterator[ReadingView]:
    """Every value with the baseline among them, in the order of time."""
    marked = [(reading, False) for reading in outcome.readings]
    marked += [(outcome.baseline, True)] if outcome.baseline else []
    for reading, is_baseline in sorted(marked, key=lambda pair: (pair[0].date, pair[1])):
        yield _reading(frame, reading, is_baseline)


def _reading(frame: Frame, reading: Reading, is_baseline: bool) -> ReadingView:
    citations = frame.citations((reading.citation,) if reading.citation else ())
    return ReadingView(
        when=frame.when(reading.date),
        value=number(reading.value),
        is_baseline=is_baseline,
        citation=citations[0] if citations else None,
    )
