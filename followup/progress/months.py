"""Which months of a period have something reported: the strip of an ongoing measure."""

from collections.abc import Iterator
from datetime import date

from followup.model import Action, Span
from followup.progress.result import Month, MonthKind, Quote


def months(
    period: Span, actions: tuple[Action, ...], quotes: tuple[Quote, ...], reported_to: date | None
) -> tuple[Month, ...]:
    """One value per calendar month that the period touches.

    A month is reported when an action is dated in it or a report covers no more than that month.
    A longer report says only that something was done within it: "tillsammans". A month that ends
    after `reported_to`, with nothing in it, is still to come.
    """
    return tuple(_month(span, actions, quotes, reported_to) for span in _calendar(period))


def _calendar(period: Span) -> Iterator[Span]:
    first = period.first.replace(day=1)
    while first <= period.last:
        following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        yield Span(first, date.fromordinal(following.toordinal() - 1))
        first = following


def _month(
    span: Span, actions: tuple[Action, ...], quotes: tuple[Quote, ...], reported_to: date | None
) -> Month:
    dated = tuple(action for action in actions if _is_dated_in(action, span))
    inside = tuple(quote for quote in quotes if quote.row.start and span.covers(quote.row.span))
    around = tuple(quote for quote in quotes if quote.row.span.meets(span) and quote not in inside)
    kind: MonthKind = "kommande"
    if dated or inside:
        kind = "redovisad"
    elif around:
        kind = "tillsammans"
    elif reported_to and span.last <= reported_to:
        kind = "inte redovisad"
    return Month(span.first, kind, dated, inside + around)


def _is_dated_in(action: Action, span: Span) -> bool:
    """An action whose day is known only within several months is dated in none of them."""
    return span.covers(action.span) if action.some_day else span.meets(action.span)
