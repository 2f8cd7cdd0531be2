"""Arithmetic on stretches of days: the target's own time, and what reports cover of it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

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


def meeting(spans: Sequence[Span], days: Span) -> Sequence[Span]:
    """Those of the spans, which are in order and share no day, that meet the days."""
    start = bisect_left(spans, days.first, key=lambda span: span.last)
    return spans[start : bisect_right(spans, days.last, key=lambda span: span.first)]


def outside(spans: Iterable[Span], days: Iterable[Span]) -> tuple[Span, ...]:
    """The stretches of `days` that `spans` leave out."""
    left: list[Span] = []
    whole = merged(spans)
    for stretch in days:
        first = stretch.first
        for span in whole:
            if span.meets(Span(first, stretch.last)) and first <= stretch.last:
                if span.first > first:
                    left.append(Span(first, span.first - timedelta(days=1)))
                first = span.last + timedelta(days=1)
        if first <= stretch.last:
            left.append(Span(first, stretch.last))
    return tuple(left)


def until(spans: Iterable[Span], day: date) -> tuple[Span, ...]:
    """The days of the spans that are not after `day`."""
    return tuple(Span(span.first, min(span.last, day)) for span in spans if span.first <= day)


def length(spans: Iterable[Span]) -> int:
    """How many days there are in spans that share none."""
    return sum(span.days for span in spans)
