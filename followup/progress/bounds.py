"""Between what a count may lie, when some of it is approximate or not known."""

from collections.abc import Iterable
from dataclasses import dataclass

from followup.model import Action, Target
from followup.progress.counting import UNKNOWN, worth
from followup.progress.overlap import Overlap, in_order_of_end, merged
from followup.progress.result import NotCounted, Quote, Reason, Tally
from followup.progress.seasons import cover


@dataclass(frozen=True)
class Bounds:
    """The count is at least `least` and at most `most`; `most` is None when nothing limits it."""

    least: int
    most: int | None


def bounds(
    tally: Tally, not_counted: Iterable[NotCounted], target: Target, overlap: Overlap
) -> Bounds:
    """What the told figures prove.

    An approximate figure proves nothing within its own uncertainty, a floor nothing upwards. What
    may be as promised but is not known to be could be more, and so could what another source says.
    """
    least = proven(tally.number, tally.quotes)
    if any(is_floor(quote) for quote in tally.quotes):
        return Bounds(least, None)
    more = _contested(tally, target, overlap) + _unknown(tally, not_counted, target, overlap)
    return Bounds(least, tally.number + _margin(tally.quotes) + more)


def proven(number: int, quotes: Iterable[Quote]) -> int:
    """How much of `number` is certain, when some of the `quotes` in it are approximate."""
    margin = _margin(quotes)
    return number - margin - (1 if margin else 0)


def uncertainty(number: int) -> int:
    """How far off an approximate figure may be: a tenth, and at least half its rounding.

    "Omkring 100" may be 50 to 150, "omkring 25" may be 22 to 28.
    """
    rounding = 1
    while number and number % (rounding * 10) == 0:
        rounding *= 10
    return max(-(-number // 10), rounding // 2)


def _margin(quotes: Iterable[Quote]) -> int:
    return sum(uncertainty(q.row.number or 0) for q in quotes if q.row.accuracy == "ungefär")


def is_floor(quote: Quote) -> bool:
    """True when a figure says nothing of how many there were at most."""
    return bool(quote.report.incomplete) or quote.row.accuracy in ("minst", "drygt")


def _contested(tally: Tally, target: Target, overlap: Overlap) -> int:
    """How much higher the count is by other figures, or by the actions inside a figure's range."""
    others = merged((*tally.inner, *tally.disputed))
    more = sum(_excess(quote, tally, overlap) for quote in others)
    by_end = in_order_of_end(tally.evidence)
    for quote in merged(tally.quotes):
        held = sum(worth(action, target) for action in overlap.held(quote, by_end))
        more += max(0, held - (quote.row.number or 0))
    return more


def _unknown(
    tally: Tally, not_counted: Iterable[NotCounted], target: Target, overlap: Overlap
) -> int:
    """How much did not count only because it is not known to be what was promised."""
    more = 0
    told = [overlap.range(quote) for quote in tally.quotes]
    for other in not_counted:
        match other:
            case NotCounted(Action() as action) if _may_count(action, other.reason, overlap):
                if not any(overlap.holds(quote, action) for quote in tally.quotes):
                    more += worth(action, target)
            case NotCounted(Quote() as quote) if other.reason.kind in UNKNOWN:
                if not cover(told, [overlap.range(quote)]):
                    more += _excess(quote, tally, overlap)
    return more


def _may_count(action: Action, reason: Reason, overlap: Overlap) -> bool:
    """True also of what was partly in the target's time: it may have been then that it counts."""
    if reason.kind == "annan tid":
        return any(season.meets(action.span) for season in overlap.own_time)
    return reason.kind in UNKNOWN


def _excess(quote: Quote, tally: Tally, overlap: Overlap) -> int:
    """How much more a figure says than those that were used for the same things."""
    same = sum(q.row.number or 0 for q in merged(tally.quotes) if overlap.rivals(quote, q))
    return max(0, (quote.row.number or 0) - same)
