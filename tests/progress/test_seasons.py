"""Arithmetic on stretches of days: the target's own time, and what reports cover of it."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.model import Site, Span
from followup.progress.seasons import cover, length, meeting, merged, seasons, until

YEAR = Span(date(2018, 1, 1), date(2018, 12, 31))


def _spans(text: str) -> tuple[Span, ...]:
    """`01-05..01-09 02-01..02-03` in 2018."""
    ends = (part.split("..") for part in text.split())
    return tuple(
        Span(date.fromisoformat(f"2018-{first}"), date.fromisoformat(f"2018-{last}"))
        for first, last in ends
    )


def _days(spans: Iterable[Span]) -> set[date]:
    return {span.first + timedelta(days=n) for span in spans for n in range(span.days)}


SPANS = st.lists(
    st.builds(
        lambda first, days: Span(
            YEAR.first + timedelta(days=first), YEAR.first + timedelta(days=first + days)
        ),
        st.integers(0, 40),
        st.integers(0, 12),
    ),
    max_size=6,
)


@pytest.mark.parametrize(
    ("target", "own_time"),
    [
        ("{typ: antal, minst: 3}", "01-01..12-31"),
        ("{typ: antal, minst: 3, gäller: 2018-05–2018-08}", "05-01..08-31"),
        ("{typ: antal, minst: 3, gäller: sommarhalvåret}", "01-01..12-31"),
        ("{typ: antal, minst: 3, gäller: [2018-11, 2018-05]}", "05-01..05-31 11-01..11-30"),
        ("{typ: antal, minst: 3, gäller: [2018-05, 2018-06]}", "05-01..06-30"),
        ("{typ: antal, minst: 3, senast: 2018-06-30}", "01-01..06-30"),
        ("{typ: antal, gäller: [2018-05, 2018-11], senast: 2018-06-30}", "05-01..05-31"),
        ("{typ: antal, minst: 3, senast: 2017-06-30}", "01-01..12-31"),
        ("{typ: engångs, senast: 2018-06-30}", "01-01..12-31"),
    ],
)
def test_a_targets_own_time_is_what_it_says_of_it(
    site: Callable[[str], Site], target: str, own_time: str
) -> None:
    (promise,) = site(f"mål: {target}").promises
    assert seasons(promise.measures[0].targets[0], promise.span) == _spans(own_time)


@given(SPANS)
def test_merged_spans_are_the_same_days_in_order_and_do_not_touch(spans: list[Span]) -> None:
    whole = merged(spans)
    assert _days(whole) == _days(spans)
    assert all(a.last + timedelta(days=1) < b.first for a, b in pairwise(whole))


@given(SPANS, SPANS)
def test_spans_cover_when_they_leave_no_day_out(spans: list[Span], days: list[Span]) -> None:
    assert cover(spans, days) == (_days(days) <= _days(spans))


@given(SPANS, st.integers(0, 60))
def test_until_a_day_is_what_is_not_after_it(spans: list[Span], day: int) -> None:
    last = YEAR.first + timedelta(days=day)
    assert _days(until(spans, last)) == {day for day in _days(spans) if day <= last}


@given(SPANS)
def test_the_length_is_the_number_of_days(spans: list[Span]) -> None:
    assert length(merged(spans)) == len(_days(spans))


@given(SPANS, SPANS)
def test_the_spans_that_meet_some_days_are_found_in_their_order(
    spans: list[Span], days: list[Span]
) -> None:
    whole = merged(spans)
    for one in days:
        assert [*meeting(whole, one)] == [span for span in whole if span.meets(one)]
