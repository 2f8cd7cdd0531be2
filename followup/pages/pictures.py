"""The pictures of a result, ready for a template: which marks, which months, which words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from followup import links
from followup.graphics.units import MOST_MARKS, Mark, UnitChart, unit_chart
from followup.model import Action, Target
from followup.naming import agreeing, span
from followup.naming import months as stretches
from followup.pages.figures import Figure, shown_figure
from followup.pages.frame import Frame, Link
from followup.pages.intervals import IntervalStrip, interval_strip
from followup.pages.states import StateView, state_of
from followup.progress import Month, PromiseResult, Quote, Tally, TargetResult
from followup.progress.counting import worth
from followup.progress.result import MonthKind
from followup.swedish import capitalise, listing, month_name, month_short, number
from followup.wording import amount, figure, promised, result_sentence

MonthShape = Literal["told", "together", "silent", "open"]


@dataclass(frozen=True)
class MonthMark:
    short: str
    shape: MonthShape


@dataclass(frozen=True)
class MonthYear:
    """The months of one year; the year is named only where the strip has several."""

    name: str | None
    months: tuple[MonthMark, ...]


@dataclass(frozen=True)
class MonthStrip:
    """One square per month; `label` says the same in words, and `legend` what the shapes mean."""

    label: str
    years: tuple[MonthYear, ...]
    legend: tuple[tuple[MonthShape, str], ...]


@dataclass(frozen=True)
class PlaceRow:
    """One place of a target that holds for each."""

    place: Link
    state: StateView
    figure: Figure | None
    units: UnitChart | None
    intervals: IntervalStrip | None


@dataclass(frozen=True)
class PlaceGroup:
    """All the places in one state."""

    state: StateView
    places: tuple[Link, ...]


def units(frame: Frame, result: PromiseResult, target: TargetResult) -> UnitChart | None:
    """The unit chart of a count; None where no count is reported, or it is only approximate.

    None too for more than can be told apart, where there is no promised number to compare with.

    A number that holds for each place or unit has no chart of its own.
    """
    tally = target.tally
    is_count = target.target.kind == "antal" and not target.target.per
    if not is_count or (tally and tally.accuracy != "exakt"):
        return None
    marks = tuple(_marks(frame, result, tally, target.target)) if tally else ()
    goal = promised(target.target)
    none = f"Inga {target.target.unit.many} är redovisade."
    if target.reported_to:
        none = "Antalet är inte redovisat."
    label = result_sentence(target, frame.words) if tally else none
    floor = target.target.number if target.target.at_most is None else None
    if floor is None and len(marks) > MOST_MARKS:
        return None
    return unit_chart(marks, floor, label, goal, _missing(target))


def _missing(target: TargetResult) -> str:
    """What an empty mark means: not told of, and no more than that until the last word is said."""
    is_known = target.is_final and target.state in ("delvis genomförd", "inte genomförd")
    word = "genomförd" if is_known else "redovisad"
    return f"Inte {agreeing(word, 1, target.target.unit)}"


def _marks(frame: Frame, result: PromiseResult, tally: Tally, target: Target) -> Iterator[Mark]:
    """A mark per unit, in the order of time; those of a report have no day of their own."""
    parts: list[Action | Quote] = [*tally.actions, *tally.quotes]
    for part in sorted(parts, key=_end):
        match part:
            case Action():
                places = frame.words.place_names(part.places)
                address = links.action(result.promise.id, part.id)
                n = worth(part, target)
                label = ": ".join(filter(None, (span(part.span), places)))
                label += f" ({number(n)})" if n > 1 else ""
            case Quote(report, row):
                figure_told = amount(Tally(row.number or 0, row.accuracy, ()))
                label = f"{figure_told} enligt redovisningen till {span(row.end or row.span)}"
                address = links.report(result.promise.id, report.id)
                n = row.number or 0
        told = Mark(label, frame.links.to(address), isinstance(part, Quote))
        yield from (replace(told, is_further=i > 0) for i in range(n))


def _end(part: Action | Quote) -> tuple[str, str]:
    if isinstance(part, Action):
        return (part.span.last.isoformat(), part.id)
    return (part.row.span.last.isoformat(), part.report.id)


def strip(target: TargetResult) -> MonthStrip | None:
    """The month strip of an ongoing measure; None where nothing is reported."""
    if not target.months or target.reported_to is None:
        return None
    return MonthStrip(
        label=f"{figure(target) or 'Redovisat i ord'}. {_listed(target.months)}",
        years=tuple(_years(target.months)),
        legend=tuple(
            (_SHAPES[kind], word)
            for kind, word in _LEGEND.items()
            if any(month.kind == kind for month in target.months)
        ),
    )


def places(frame: Frame, result: PromiseResult, target: TargetResult) -> tuple[PlaceRow, ...]:
    """A row for each place of a target that holds for each place."""
    return tuple(
        PlaceRow(
            place=_place(frame, each.place),
            state=state_of(each.target.state, result),
            figure=shown_figure(each.target),
            units=units(frame, result, each.target),
            intervals=interval_strip(each.target),
        )
        for each in target.each
    )


def places_by_state(
    frame: Frame, result: PromiseResult, target: TargetResult
) -> tuple[PlaceGroup, ...]:
    """The same in short: which places are in each state, in the order that the states appear."""
    states = dict.fromkeys(each.target.state for each in target.each)
    return tuple(
        PlaceGroup(
            state_of(state, result),
            tuple(_place(frame, each.place) for each in target.each if each.target.state == state),
        )
        for state in states
    )


def _place(frame: Frame, id: str) -> Link:
    return Link(capitalise(frame.words.places[id].name), frame.links.to(links.place(id)))


def _years(months: tuple[Month, ...]) -> Iterator[MonthYear]:
    is_long = _are_of_several_years(months)
    for year, group in groupby(months, key=lambda month: month.first.year):
        yield MonthYear(f"{year}" if is_long else None, tuple(_month(month) for month in group))


def _month(month: Month) -> MonthMark:
    return MonthMark(month_short(month.first), _SHAPES[month.kind])


def _are_of_several_years(months: tuple[Month, ...]) -> bool:
    return months[0].first.year != months[-1].first.year


def _listed(months: tuple[Month, ...]) -> str:
    """Each month with what is known of it, for those who do not see the strip."""
    said = ((word, [m.first for m in months if m.kind == kind]) for kind, word in _WORDS.items())
    is_long = _are_of_several_years(months)
    return " ".join(
        f"{word}: {stretches(found) if is_long else listing([month_name(one) for one in found])}."
        for word, found in said
        if found
    )


_SHAPES: dict[MonthKind, MonthShape] = {
    "redovisad": "told",
    "tillsammans": "together",
    "inte redovisad": "silent",
    "kommande": "open",
}
_WORDS: dict[MonthKind, str] = {
    "redovisad": "Redovisade",
    "tillsammans": "Redovisade tillsammans",
    "inte redovisad": "Inte redovisade",
}
_LEGEND: dict[MonthKind, str] = {
    "redovisad": "redovisad",
    "tillsammans": "redovisad tillsammans med andra",
    "inte redovisad": "inte redovisad",
    "kommande": "inte redovisad än",
}
