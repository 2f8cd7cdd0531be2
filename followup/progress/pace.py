"""How a count that is under way compares with an even spread: a sentence, never a state."""

from collections.abc import Iterable
from datetime import date

from followup.model import Span, Target
from followup.progress.result import Pace, PaceKind, Tally

_LEAST = 4


def pace(target: Target, tally: Tally, period: Span, reported_to: date | None) -> Pace | None:
    """Compares what is counted with what an even spread would have given on `reported_to`.

    None for fewer than four, for a ceiling, when the number is reached, when the figure is only
    approximate, and when the reports leave gaps.
    """
    number = target.at_least or target.amount
    if number is None or number < _LEAST or tally.number >= number or reported_to is None:
        return None
    if tally.accuracy != "exakt" or _has_gaps([q.row.span for q in tally.quotes], period):
        return None
    day = min(max(reported_to, period.first), period.last)
    elapsed = (day - period.first).days + 1
    even = number * elapsed / period.days
    return Pace(_kind(target, tally, even, number, period.days - elapsed), int(even + 0.5), day)


def _kind(target: Target, tally: Tally, even: float, number: int, days_left: int) -> PaceKind:
    if target.rule and target.rule.distinct_days and number - tally.number > days_left:
        return "går inte längre att nå"
    if abs(tally.number - even) <= 1:
        return "ungefär i takt"
    return "före" if tally.number > even else "efter"


def _has_gaps(ranges: Iterable[Span], period: Span) -> bool:
    """True when reports with figures leave out days between the period's start and their end."""
    reached = period.first
    for span in sorted(ranges):
        if span.first > reached:
            return True
        reached = max(reached, date.fromordinal(span.last.toordinal() + 1))
    return False
