"""Sums that stay true: a report's figure and dated actions never count the same thing twice."""

from collections.abc import Iterable

from followup.model import Accuracy, Action, Target
from followup.progress.counting import worth
from followup.progress.overlap import Overlap
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
    used = _choose(quotes, overlap)
    others = tuple(quote for quote in quotes if quote not in used)
    disputed = tuple(q for q in others if any(overlap.disagrees(q, other) for other in used))
    evidence = tuple(a for a in actions if any(overlap.holds(quote, a) for quote in used))
    inside = {action.id for action in evidence}
    loose = tuple(action for action in actions if action.id not in inside)
    figures = sum(quote.row.number or 0 for quote in used)
    return Tally(
        number=figures + sum(worth(action, target) for action in loose),
        accuracy=_vaguest(map(_accuracy, used)),
        actions=loose,
        quotes=used,
        evidence=evidence,
        inner=tuple(quote for quote in others if quote not in disputed),
        disputed=disputed,
    )


def _accuracy(quote: Quote) -> Accuracy:
    """How sure a figure is. Where a report says that something is missing, it is a floor."""
    row = quote.row
    return "minst" if quote.report.incomplete and row.accuracy == "exakt" else row.accuracy


def _choose(quotes: tuple[Quote, ...], overlap: Overlap) -> tuple[Quote, ...]:
    """The figures to add, in the order of time: those that none before them may speak of too."""
    used: list[Quote] = []
    for quote in sorted(quotes, key=overlap.weight):
        if not any(overlap.rivals(quote, other) for other in used):
            used.append(quote)
    return tuple(sorted(used, key=lambda quote: (quote.row.span, quote.report.id)))


def _vaguest(accuracies: Iterable[Accuracy]) -> Accuracy:
    """Any approximate part makes the sum approximate; a floor makes it a floor."""
    kinds = set(accuracies)
    return next((kind for kind in _VAGUEST_FIRST if kind in kinds), "exakt")


_VAGUEST_FIRST: tuple[Accuracy, ...] = ("ungefär", "drygt", "minst")
