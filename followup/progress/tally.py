"""Sums that stay true: a report's figure and dated actions never count the same thing twice."""

from collections.abc import Iterable
from dataclasses import replace

from followup.model import Accuracy, Action, Span
from followup.progress.result import Quote, Tally


def tally(actions: tuple[Action, ...], quotes: tuple[Quote, ...], period: Span) -> Tally | None:
    """The sum of the reports' figures and of the actions that no figure covers.

    `actions` and `quotes` are those that count; every quote has a figure. An action is inside a
    report's range when the day it ended is. A report that does not say from when is taken to cover
    the period until then. None when there is nothing to sum.
    """
    if not actions and not quotes:
        return None
    quotes = _without_replaced(quotes)
    used = _choose(quotes, period)
    others = tuple(quote for quote in quotes if quote not in used)
    disputed = tuple(quote for quote in others if _differs(quote, used))
    covered = [_range(quote, period) for quote in used]
    evidence = tuple(a for a in actions if any(_ends_in(a, span) for span in covered))
    loose = tuple(action for action in actions if action not in evidence)
    figures = sum(quote.row.number or 0 for quote in used)
    return Tally(
        number=figures + sum(action.units for action in loose),
        accuracy=_accuracy(quote.row.accuracy for quote in used),
        actions=loose,
        quotes=used,
        evidence=evidence,
        inner=tuple(quote for quote in others if quote not in disputed),
        disputed=disputed,
    )


def _without_replaced(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    replaced = {quote.report.replaces for quote in quotes}
    return tuple(quote for quote in quotes if quote.report.id not in replaced)


def _choose(quotes: tuple[Quote, ...], period: Span) -> tuple[Quote, ...]:
    """The figures to add, in the order of time.

    A wider range is the total of a narrower one inside it. For the same range the lower figure is
    used. Own shares of different parties are added.
    """
    used: list[Quote] = []
    for quote in sorted(
        quotes, key=lambda q: (-_range(q, period).days, q.row.number or 0, q.report.id)
    ):
        if not any(_is_rival(quote, other, period) for other in used):
            used.append(quote)
    return tuple(sorted(used, key=lambda quote: (quote.row.span, quote.report.id)))


def _differs(quote: Quote, used: tuple[Quote, ...]) -> bool:
    """True when another figure for the very same days was preferred."""
    return any(
        other.row.span == quote.row.span and other.row.number != quote.row.number for other in used
    )


def _is_rival(quote: Quote, other: Quote, period: Span) -> bool:
    """True when the two may speak of the same things."""
    if not _range(quote, period).meets(_range(other, period)):
        return False
    shares = (quote.report.share, other.report.share)
    own_parts = shares == ("egen del", "egen del")
    return not (own_parts and quote.report.told_by != other.report.told_by)


def _range(quote: Quote, period: Span) -> Span:
    row = quote.row
    return row.span if row.start else replace(row.span, first=min(period.first, row.span.first))


def _ends_in(action: Action, span: Span) -> bool:
    return span.first <= action.span.last <= span.last


def _accuracy(accuracies: Iterable[Accuracy]) -> Accuracy:
    """Any approximate part makes the sum approximate; a floor makes it a floor."""
    kinds = set(accuracies)
    return next((kind for kind in _VAGUEST_FIRST if kind in kinds), "exakt")


_VAGUEST_FIRST: tuple[Accuracy, ...] = ("ungefär", "drygt", "minst")
