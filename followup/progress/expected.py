"""Whether the next value of an outcome is still to come, or late."""

from datetime import date

from followup.model import Outcome, Span


def awaited(outcome: Outcome) -> Span | None:
    """When the next value comes; None once a value of that date or a later one is there."""
    expected = outcome.expected
    if expected and any(expected.first <= r.date.last for r in outcome.readings):
        return None
    return expected


def is_overdue(outcome: Outcome, today: date) -> bool:
    """True when a value should have come by now."""
    expected = awaited(outcome)
    return expected is not None and expected.last < today
