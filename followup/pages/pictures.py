"""The pictures of a result, ready for a template: which marks, which months, which words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from followup import links
from followup.graphics.units import Mark, UnitChart, unit_chart
from followup.model import Action, Target
from followup.naming import span
from followup.pages.frame import Frame
from followup.progress import Month, PromiseResult, Quote, Tally, TargetResult
from followup.progress.counting import worth
from followup.progress.result import MonthKind
from followup.swedish import listing, month_name, month_short
from followup.wording import amount, figure, promised, result_sentence

MonthShape = Literal["told", "together", "silent", "open"]


@dataclass(frozen=True)
class MonthMark:
    short: str
    shape: MonthShape


@dataclass(frozen=True)
class MonthStrip:
    """One square per month; `label` says the same in words."""

    label: str
    months: tuple[MonthMark, ...]


def units(frame: Frame, result: PromiseResult, target: TargetResult) -> UnitChart | None:
    """The unit chart of a count; None where no count is reported, or it is only approximate."""
    tally = target.tally
    if target.target.kind != "antal" or (tally and tally.accuracy != "exakt"):
        return None
    marks = tuple(_marks(frame, result, tally, target.target)) if tally else ()
    goal = promised(target.target)
    none = f"Inga {target.target.unit.many} är redovisade."
    label = result_sentence(target, frame.words) if tally else none
    floor = target.target.number if target.target.at_most is None else None
    return unit_chart(marks, floor, label, goal)


def _marks(frame: Frame, result: PromiseResult, tally: Tally, target: Target) -> Iterator[Mark]:
    """A mark per unit, in the order of time; those of a report have no day of their own."""
    parts: list[Action | Quote] = [*tally.actions, *tally.quotes]
    for part in sorted(parts, key=_end):
        match part:
            case Action():
                places = frame.words.place_names(part.places)
                label = ": ".join(filter(None, (span(part.span), places)))
                address = links.action(result.promise.id, part.id)
                n = worth(part, target)
            case Quote(report, row):
                figure_told = amount(Tally(row.number or 0, row.accuracy, ()))
                label = f"En av {figure_told} enligt redovisningen till {span(row.end or row.span)}"
                address = links.report(result.promise.id, report.id)
                n = row.number or 0
        yield from [Mark(label, frame.links.to(address))] * n


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
        months=tuple(_month(month) for month in target.months),
    )


def _month(month: Month) -> MonthMark:
    return MonthMark(month_short(month.first), _SHAPES[month.kind])


def _listed(months: tuple[Month, ...]) -> str:
    """Each month with what is known of it, for those who do not see the strip."""
    said = ((word, [m.first for m in months if m.kind == kind]) for kind, word in _WORDS.items())
    return " ".join(
        f"{word}: {listing([month_name(first) for first in found])}."
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
