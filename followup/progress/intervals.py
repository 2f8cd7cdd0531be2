"""The intervals of a frequency: whole weeks, months or years that can be kept or missed."""

from collections.abc import Iterator
from datetime import date, timedelta

from followup.model import Interval, Measure, Span, Target
from followup.progress.counting import target_on
from followup.progress.seasons import merged, seasons

Judged = tuple[tuple[Span, Target], ...]


def intervals(measure: Measure, target: Target, period: Span) -> Judged:
    """Every whole interval of the target's own time, with the target that was in force at its end.

    Weeks are those of ISO 8601. A year is twelve months from the first day of `period`, the
    promise's. An interval of which a part lies outside the target's time, or on the other side of a
    change of the interval itself, is not judged.
    """
    found: dict[Span, Target] = {}
    for every, days, own_time in _stretches(measure, target, period):
        for span in _years(days, own_time, period) if every == "år" else _whole(every, own_time):
            found[span] = target_on(measure, target, span.last)
    return tuple(sorted(found.items()))


def _stretches(
    measure: Measure, target: Target, period: Span
) -> Iterator[tuple[Interval, Span, tuple[Span, ...]]]:
    """The stretches in which the interval was the same, each with the target's own days in it."""
    ends = sorted(
        change.date - _DAY
        for change in measure.changes
        if change.former_target
        and change.former_target.id == target.id
        and period.first < change.date <= period.last
    )
    first = period.first
    pending: tuple[Interval, Span, tuple[Span, ...]] | None = None
    for last in (*ends, period.last):
        version, days = target_on(measure, target, last), Span(first, last)
        first = last + _DAY
        if pending and pending[0] != version.every:
            yield pending
            pending = None
        if version.every:
            own = tuple(
                _within(span, days) for span in seasons(version, period) if span.meets(days)
            )
            whole = Span(pending[1].first, last) if pending else days
            pending = (version.every, whole, merged((*(pending[2] if pending else ()), *own)))
    if pending:
        yield pending


def _within(span: Span, days: Span) -> Span:
    return Span(max(span.first, days.first), min(span.last, days.last))


def _whole(every: Interval, own_time: tuple[Span, ...]) -> Iterator[Span]:
    for season in own_time:
        first = _start(every, season.first)
        while first <= season.last:
            following = _following(every, first)
            span = Span(first, following - _DAY)
            if season.covers(span):
                yield span
            first = following


def _years(days: Span, own_time: tuple[Span, ...], period: Span) -> Iterator[Span]:
    """Years from the promise's first day, wholly in `days`, that have some of the own time."""
    number = 0
    while (first := _anniversary(period.first, number)) <= days.last:
        number += 1
        span = Span(first, _anniversary(period.first, number) - _DAY)
        if days.covers(span) and any(season.meets(span) for season in own_time):
            yield span


def _anniversary(day: date, years: int) -> date:
    """The same day so many years later; 1 March where there is no 29 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def _start(every: Interval, day: date) -> date:
    """The first day of the interval that the day lies in."""
    match every:
        case "dygn" | "år":
            return day
        case "vecka":
            return day - timedelta(days=day.weekday())
    size = _MONTHS[every]
    return date(day.year, (day.month - 1) // size * size + 1, 1)


def _following(every: Interval, first: date) -> date:
    """The first day of the next interval."""
    match every:
        case "dygn" | "år":
            return first + _DAY
        case "vecka":
            return first + timedelta(days=7)
    month = first.month - 1 + _MONTHS[every]
    return date(first.year + month // 12, month % 12 + 1, 1)


_MONTHS = {"månad": 1, "kvartal": 3, "tertial": 4}
_DAY = timedelta(days=1)
