"""All that was told of one target: what happened, what was said, and which of it counts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from followup.model import Action, Measure, Promise, Row, Step, Target
from followup.progress.counting import Belonging, Counting
from followup.progress.overlap import Overlap
from followup.progress.result import NotCounted, Quote
from followup.progress.seasons import seasons


@dataclass(frozen=True)
class Told:
    """`named` are the actions said to be for the target, `quotes` all rows on it.

    `direct` are the rows that are not on one of its steps. `counted` and `figures` are the actions
    and the rows with a figure that count. `places` are those where it holds; empty when that is not
    said.
    """

    promise: Promise
    measure: Measure
    target: Target
    overlap: Overlap
    named: tuple[Action, ...]
    quotes: tuple[Quote, ...]
    direct: tuple[Quote, ...]
    counted: tuple[Action, ...]
    figures: tuple[Quote, ...]
    not_counted: tuple[NotCounted, ...]
    places: tuple[str, ...]

    @property
    def confirmed_to(self) -> date | None:
        """The day until which everything is said to be in."""
        return latest((self.measure.confirmed_to, self.promise.confirmed_to))

    @cached_property
    def reported_to(self) -> date | None:
        """The last day that is told of; None where nothing is."""
        ends = [action.span.last for action in self.named]
        ends += [quote.row.span.last for quote in self.quotes]
        return latest((*ends, self.confirmed_to)) if ends else None

    @cached_property
    def summable(self) -> tuple[Quote, ...]:
        """The rows with a figure of the kind that this target is counted by."""
        numbered = ((q, number_of(q.row, self.target)) for q in self.figures)
        return tuple(
            replace(q, row=replace(q.row, number=number))
            for q, number in numbered
            if number is not None
        )

    def is_everywhere(self, quote: Quote) -> bool:
        """True unless the row is for some of the places only."""
        return all(self.is_of(quote, place) for place in self.places)

    def is_of(self, quote: Quote, place: str) -> bool:
        """True when what the row says is said of the whole of a place."""
        where = self.overlap.belonging.lies_in([place])
        return not quote.row.places or not where.isdisjoint(quote.row.places)

    def about(self, step: Step) -> tuple[Quote, ...]:
        return tuple(q for q in self.quotes if q.row.measure == f"{self.measure.id}#{step.id}")


def tell(
    promise: Promise,
    measure: Measure,
    target: Target,
    happened: Iterable[Action],
    belonging: Belonging,
) -> Told:
    """Everything in the promise that is for the target. `happened` leaves out what is to come."""
    named = tuple(action for action in happened if _means(action.measures, measure, target))
    quotes = tuple(q for q in quotes_of(promise) if _means(named_by(q), measure, target))
    places = (target.rule.places if target.rule else ()) or measure.places
    return _judged(promise, measure, target, named, quotes, belonging, places)


def tell_of_place(told: Told, place: str) -> Told:
    """What of it was told of one place, for a target that holds `per: plats`.

    What is told of several places at once is told of none of them.
    """
    belonging = told.overlap.belonging
    return _judged(
        told.promise,
        told.measure,
        replace(told.target, per=None),
        tuple(a for a in told.named if place in belonging.lies_in(a.places)),
        tuple(q for q in told.quotes if q.row.places and _are_in(q.row.places, place, belonging)),
        belonging,
        (place,),
    )


def quotes_of(promise: Promise) -> Iterator[Quote]:
    """What the reports say, without those that another report has replaced."""
    replaced = {report.replaces for report in promise.reports if report.replaces != report.id}
    for report in promise.reports:
        if report.id not in replaced:
            yield from (Quote(report, row) for row in report.rows)


def names(references: Iterable[str], measure: Measure) -> bool:
    """True when one of the references is to the measure, or to a part of it."""
    return any(reference.partition("#")[0] == measure.id for reference in references)


def named_by(quote: Quote) -> tuple[str, ...]:
    return (quote.row.measure,) if quote.row.measure else ()


def latest(days: Iterable[date | None]) -> date | None:
    return max((day for day in days if day), default=None)


def number_of(row: Row, target: Target) -> int | None:
    """The number of a row that can be added up: how many were kept, where it says so."""
    match target.kind:
        case "svarstid":
            return _first(row.cases_in_time, row.cases, row.number)
        case "vid_behov":
            return _first(row.requests_met, row.requests, row.number)
    return row.number


def _first(*numbers: int | None) -> int | None:
    return next((number for number in numbers if number is not None), None)


def _judged(
    promise: Promise,
    measure: Measure,
    target: Target,
    named: tuple[Action, ...],
    quotes: tuple[Quote, ...],
    belonging: Belonging,
    places: tuple[str, ...],
) -> Told:
    counting = Counting(measure, target, promise.span, belonging)
    steps = {f"{measure.id}#{step.id}" for step in target.steps}
    direct = tuple(quote for quote in quotes if quote.row.measure not in steps)
    counted, other_actions = counting.actions(named)
    figures, other_figures = counting.figures(direct)
    return Told(
        promise=promise,
        measure=measure,
        target=target,
        overlap=Overlap(seasons(target, promise.span), belonging),
        named=named,
        quotes=quotes,
        direct=direct,
        counted=counted,
        figures=figures,
        not_counted=(*other_actions, *other_figures),
        places=places,
    )


def _means(references: Iterable[str], measure: Measure, target: Target) -> bool:
    """True when one of the references is to this target, or to a step of it.

    The measure's own id means its target only where there is just one.
    """
    parts = {target.id, *(step.id for step in target.steps)} - {None}
    known = {f"{measure.id}#{part}" for part in parts}
    if len(measure.targets) == 1:
        known.add(measure.id)
    return any(reference in known for reference in references)


def _are_in(places: Iterable[str], place: str, belonging: Belonging) -> bool:
    return all(place in belonging.lies_in([one]) for one in places)
