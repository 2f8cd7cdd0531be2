"""How a count that is under way compares with an even spread: a sentence, never a state."""

from datetime import date, timedelta

from followup.model import Span, Target
from followup.progress.bounds import Bounds
from followup.progress.result import Pace, PaceKind, Quote, Tally
from followup.progress.seasons import cover, length, until

_LEAST = 4


def pace(
    target: Target,
    tally: Tally,
    bounds: Bounds,
    quotes: tuple[Quote, ...],
    own_time: tuple[Span, ...],
    reported_to: date,
) -> Pace | None:
    """Compares what is counted with what an even spread would have given on `reported_to`.

    None for fewer than four, for a ceiling, when the number is reached, when the figure is not
    certain, when the target's time is known in words only, and when the reports leave gaps.
    """
    number = target.at_least or target.amount
    if number is None or number < _LEAST or tally.number >= number:
        return None
    if tally.disputed or bounds.least != bounds.most:
        return None
    if isinstance(target.applies, str) or _has_gaps(tally, quotes, own_time):
        return None
    day = min(max(reported_to, own_time[0].first), own_time[-1].last)
    even = number * length(until(own_time, day)) / length(own_time)
    return Pace(_kind(tally.number, even), int(even + 0.5), day)


def even_days(number: int, own_time: tuple[Span, ...]) -> tuple[date, ...]:
    """The day of each of so many, spread evenly over the target's own time.

    Up to any day there are as many as `pace` expects on it: the first is due when half its share of
    the time is over.
    """
    all_days = length(own_time)
    nths = (-(-(2 * k - 1) * all_days // (2 * number)) for k in range(1, number + 1))
    return tuple(_nth(own_time, n) for n in nths)


def _nth(spans: tuple[Span, ...], n: int) -> date:
    """The day that is number `n` of all in the spans, from one."""
    for span in spans:
        if n <= span.days:
            return span.first + timedelta(days=n - 1)
        n -= span.days
    return spans[-1].last


def is_out_of_reach(
    target: Target, tally: Tally, own_time: tuple[Span, ...], confirmed_to: date | None
) -> bool:
    """True when too few days are left for a number of days.

    Only the days after `confirmed_to` are left: until then all is known. Of anything but days there
    may be several on one.
    """
    if not (target.rule and target.rule.distinct_days and confirmed_to):
        return False
    days_left = length(own_time) - length(until(own_time, confirmed_to))
    return (target.number or 0) - tally.number > days_left


def _kind(number: int, even: float) -> PaceKind:
    if abs(number - even) <= 1:
        return "ungefär i takt"
    return "före" if number > even else "efter"


def _has_gaps(tally: Tally, quotes: tuple[Quote, ...], own_time: tuple[Span, ...]) -> bool:
    """True when some reports have figures, but not for every day until the last report ends."""
    if all(quote.row.number is None for quote in quotes):
        return False
    told = [quote.row.span for quote in tally.quotes if quote.row.start]
    return not cover(told, until(own_time, max(quote.row.span.last for quote in quotes)))
