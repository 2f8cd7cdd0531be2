"""Sums that stay true: a report's figure and dated actions never count the same thing twice."""

from followup.model import Accuracy, Action, Target
from followup.progress.counting import worth
from followup.progress.overlap import Overlap, in_order_of_end, merged, parts, vaguest
from followup.progress.result import Quote, Tally


def tally(
    actions: tuple[Action, ...], quotes: tuple[Quote, ...], target: Target, overlap: Overlap
) -> Tally | None:
    """The sum of the reports' figures and of the actions that no figure covers.

    `actions` and `quotes` are those that count; every quote has a figure. None when there is
    nothing to sum.
    """
    if not actions and not quotes:
        return None
    rows = merged(quotes)
    used = choose(rows, overlap)
    others = tuple(quote for quote in rows if quote not in used)
    disputed = tuple(q for q in others if any(overlap.disagrees(q, other) for other in used))
    inner = tuple(quote for quote in others if quote not in disputed)
    by_end = in_order_of_end(actions)
    inside = {action.id for quote in used for action in overlap.held(quote, by_end)}
    evidence = tuple(action for action in actions if action.id in inside)
    loose = tuple(action for action in actions if action.id not in inside)
    told = tuple(part for quote in used for part in parts(quote, quotes))
    figures = sum(quote.row.number or 0 for quote in used)
    return Tally(
        number=figures + sum(worth(action, target) for action in loose),
        accuracy=vaguest(map(accuracy_of, told)),
        actions=loose,
        quotes=told,
        evidence=evidence,
        inner=tuple(part for quote in inner for part in parts(quote, quotes)),
        disputed=tuple(part for quote in disputed for part in parts(quote, quotes)),
    )


def accuracy_of(quote: Quote) -> Accuracy:
    """How sure a figure is. Where a report says that something is missing, it is a floor."""
    row = quote.row
    return "minst" if quote.report.incomplete and row.accuracy == "exakt" else row.accuracy


def choose(quotes: tuple[Quote, ...], overlap: Overlap) -> tuple[Quote, ...]:
    """The figures to add, in the order of time: those that none before them may speak of too."""
    used: list[Quote] = []
    for quote in sorted(quotes, key=overlap.weight):
        if not any(overlap.rivals(quote, other) for other in used):
            used.append(quote)
    return tuple(sorted(used, key=lambda quote: (quote.row.span, quote.report.id)))
