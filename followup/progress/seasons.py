"""Arithmetic on stretches of days: the target's own time, and what reports cover of it."""

from collections.abc import Iterable
from datetime import date

from followup.model import Span, Target


def seasons(target: Target, period: Span) -> tuple[Span, ...]:
    """The target's own time: what `gäller` says, otherwise the promise's period.

    A count with a deadline has only until then. Words ("sommarhalvåret") name no days.
    """
    named = merged(target.applies) if isinstance(target.applies, tuple) else ()
    spans = named or (period,)
    if target.kind == "antal" and target.deadline:
        return until(spans, target.deadline) or spans
    return spans


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same days in as few spans as possible, in order."""
    whole: list[Span] = []
    for span in sorted(spans):
        if whole and whole[-1].touches(span):
            span = Span(whole[-1].first, max(whole.pop().last, span.last))
        whole.append(span)
    return tuple(whole)


def cover(spans: Iterable[Span], days: Iterable[Span]) -> bool:
    """True when `spans` leave out none of the days."""
    whole = merged(spans)
    return all(any(span.covers(stretch) for span in whole) for stretch in days)


def until(spans: Iterable[Span], day: date) -> tuple[Span, ...]:
    """The days of the spans that are not after `day`."""
    return tuple(Span(span.first, min(span.last, day)) for span in spans if span.first <= day)


def length(spans: Iterable[Span]) -> int:
    """How many days there are in spans that share none."""
    return sum(span.days for span in spans)
