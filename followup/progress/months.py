"""Which months of a target's time have something reported: the strip of an ongoing measure."""

from collections.abc import Iterable, Iterator
from datetime import date

from followup.model import Action, Span
from followup.progress.result import Month, MonthKind, Quote


def months(
    own_time: tuple[Span, ...],
    actions: tuple[Action, ...],
    quotes: tuple[Quote, ...],
    told_to: date | None,
) -> tuple[Month, ...]:
    """One value per calendar month that the target's own time touches.

    A month is reported when an action is dated in it or a report covers no more than that month.
    A longer report says only that something was done within it: "tillsammans". A month that ends
    after `told_to`, with nothing in it, is still to come.
    """
    return tuple(_month(span, actions, quotes, told_to) for span in _calendar(own_time))


def _calendar(own_time: Iterable[Span]) -> Iterator[Span]:
    last = date.min
    for season in own_time:
        first = season.first.replace(day=1)
        while first <= season.last:
            following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
            if first > last:
                last = date.fromordinal(following.toordinal() - 1)
                yield Span(first, last)
            first = following


def _month(
    span: Span, actions: tuple[Action, ...], quotes: tuple[Quote, ...], told_to: date | None
) -> Month:
    dated = tuple(action for action in actions if _is_dated_in(action, span))
    inside = tuple(quote for quote in quotes if quote.row.start and span.covers(quote.row.span))
    around = tuple(quote for quote in quotes if quote.row.span.meets(span) and quote not in inside)
    kind: MonthKind = "kommande"
    if dated or inside:
        kind = "redovisad"
    elif around:
        kind = "tillsammans"
    elif told_to and span.last <= told_to:
        kind = "inte redovisad"
    return Month(span.first, kind, dated, inside + around)


def _is_dated_in(action: Action, span: Span) -> bool:
    """A day that is known only within several months is dated in none of them."""
    is_one_day = action.some_day or action.day is not None
    return span.covers(action.span) if is_one_day else span.meets(action.span)
