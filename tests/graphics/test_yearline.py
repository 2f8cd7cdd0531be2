"""The year line: everything that happened is on its day, in order and inside the frame."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from followup.graphics.yearline import (
    APART,
    MOST_LEVELS,
    Column,
    Dot,
    Event,
    Scale,
    Tick,
    YearLine,
    by_month,
    ticks,
    year_line,
)
from followup.swedish import month, month_short

YEAR = Scale(date(2018, 1, 1), date(2018, 12, 31))
TEN_DAYS = Scale(date(2018, 3, 1), date(2018, 3, 10))


def on(*days: str) -> tuple[Event, ...]:
    return tuple(Event(date.fromisoformat(day), date.fromisoformat(day)) for day in days)


def test_a_mark_is_in_the_middle_of_its_day_and_the_line_ends_with_the_last_told() -> None:
    assert year_line(TEN_DAYS, on("2018-03-01", "2018-03-10"), date(2018, 3, 5)) == YearLine(
        dots=(Dot(5.0, 5.0, 0.63, "counted", True), Dot(95.0, 95.0, 0.63, "counted", True)),
        columns=(),
        step=None,
        even=(),
        told=50.0,
        base=1.05,
        height=1.25,
    )


def test_what_went_on_for_several_days_is_as_long_as_they_are() -> None:
    event = Event(date(2018, 3, 2), date(2018, 3, 4), "other", is_day_known=False)
    (dot,) = year_line(TEN_DAYS, [event], None).dots
    assert dot == Dot(10.0, 40.0, 0.63, "other", False)


def test_a_mark_shows_a_day_or_several_or_a_time_within_which_it_was() -> None:
    first, last = date(2018, 3, 2), date(2018, 3, 4)
    events = [Event(first, first), Event(first, last), Event(first, last, is_day_known=False)]
    forms = [dot.form for event in events for dot in year_line(TEN_DAYS, [event], None).dots]
    assert forms == ["day", "days", "within"]


def test_what_is_near_each_other_is_stacked_and_can_be_counted() -> None:
    line = year_line(YEAR, on("2018-03-14", "2018-03-14", "2018-03-15", "2018-06-01"), None)
    assert [(dot.start, dot.y) for dot in line.dots] == [
        (19.86, 2.03),
        (19.86, 1.33),
        (20.14, 0.63),
        (41.51, 2.03),
    ]
    assert line.height == 2.65


def test_what_does_not_meet_the_period_is_not_drawn_and_what_crosses_its_edge_stays_inside() -> (
    None
):
    across = Event(date(2018, 2, 20), date(2018, 3, 3))
    line = year_line(TEN_DAYS, [across, *on("2018-03-11", "2018-02-28")], date(2019, 1, 1))
    assert [(dot.start, dot.end) for dot in line.dots] == [(0.0, 30.0)]
    assert line.told == 100.0


def test_an_even_spread_has_a_place_for_each() -> None:
    even = (date(2018, 3, 3), date(2018, 3, 8))
    line = year_line(TEN_DAYS, on("2018-03-01"), None, even)
    assert line.even == (25.0, 75.0)
    assert line.height > line.base + 0.5


def test_more_than_can_be_counted_by_the_eye_are_columns_with_their_number() -> None:
    march = on(*["2018-03-14"] * 7, "2018-09-01")
    line = year_line(YEAR, march, date(2018, 12, 31), (date(2018, 3, 1), date(2018, 10, 1)))
    assert (line.dots, line.step, line.even) == ((), "month", ())
    assert [column.number for column in line.columns] == [0, 0, 7, 0, 0, 0, 0, 0, 1, 0, 0, 0]
    assert line.columns[2] == Column(17.01, 6.8, 20.41, 7, 1.25, 3.0, 3.82)
    assert [column.number for column in line.columns if column.even] == [7, 0]


@pytest.mark.parametrize(
    ("first", "last", "step", "columns"),
    [
        ("2018-01-01", "2018-12-31", "month", 12),
        ("2018-01-15", "2018-02-14", "month", 2),
        ("2020-01-01", "2022-12-31", "quarter", 12),
        ("2018-12-01", "2020-11-30", "quarter", 9),
        ("2018-01-01", "2038-12-31", "year", 21),
    ],
)
def test_columns_are_as_fine_as_there_is_room_for(
    first: str, last: str, step: str, columns: int
) -> None:
    scale = Scale(date.fromisoformat(first), date.fromisoformat(last))
    line = year_line(scale, on(*[last] * 9), None)
    assert (line.step, len(line.columns)) == (step, columns)


def test_many_of_which_none_counts_are_columns_without_height() -> None:
    left_out = [Event(date(2018, 3, 14), date(2018, 3, 14), "other")] * (MOST_LEVELS + 1)
    assert {column.height for column in year_line(YEAR, left_out, None).columns} == {0}


def test_a_column_holds_what_counts() -> None:
    counted = on(*["2018-03-14"] * 9)
    left_out = Event(date(2018, 3, 14), date(2018, 3, 14), "other")
    assert sum(c.number for c in year_line(YEAR, [*counted, left_out], None).columns) == 9


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        ("2018-01-01", "2018-12-31", "jan . . apr . . jul . . okt . ."),
        ("2018-03-15", "2018-08-10", "mars 2018 . maj jun jul ."),
        ("2025-03-01", "2026-08-31", "mars 2025 . . . . . . . . . 2026 . . . . . jul ."),
        ("2018-10-01", "2019-03-31", "oktober 2018 . . 2019 . ."),
        ("2018-12-01", "2019-02-28", "dec 2018 2019 feb"),
        ("2020-01-01", "2022-12-31", "2020 2021 2022"),
        ("2018-01-01", "2027-12-31", "2018 . 2020 . 2022 . 2024 . 2026 ."),
        ("2018-03-02", "2018-03-09", "mars 2018"),
        ("2024-03-01", "2028-02-29", "2025 2026 2027 ."),
        ("2018-12-01", "2020-11-30", "2019 2020"),
    ],
)
def test_the_axis_has_as_many_names_as_there_is_room_for(first: str, last: str, names: str) -> None:
    scale = Scale(date.fromisoformat(first), date.fromisoformat(last))
    made = ticks(scale, month_short, month)
    assert " ".join(tick.name or "." for tick in made) == names


def test_a_tick_is_where_its_month_begins() -> None:
    scale = Scale(date(2018, 1, 1), date(2018, 2, 28))
    assert ticks(scale, month_short, month) == (Tick(0.0, "jan", True), Tick(52.54, "feb", True))


def test_months_are_counted_in_the_order_of_time() -> None:
    days = [date(2018, 4, 2), date(2018, 3, 31), date(2018, 4, 30)]
    assert by_month(days) == ((date(2018, 3, 1), 1), (date(2018, 4, 1), 2))


PERIODS = st.builds(
    lambda first, days: Scale(first, first + timedelta(days=days)),
    st.dates(date(1990, 1, 1), date(2060, 1, 1)),
    st.integers(0, 4000),
)


@st.composite
def histories(draw: st.DrawFn) -> tuple[Scale, tuple[Event, ...]]:
    scale = draw(PERIODS)
    starts = st.integers(0, scale.days - 1)
    found = draw(st.lists(st.tuples(starts, st.integers(0, 40)), max_size=90))
    days = [(scale.first + timedelta(days=start), length) for start, length in found]
    return scale, tuple(
        Event(first, min(first + timedelta(days=length), scale.last)) for first, length in days
    )


@given(histories())
def test_none_is_lost_none_is_outside_and_the_order_is_kept(
    history: tuple[Scale, tuple[Event, ...]],
) -> None:
    scale, events = history
    line = year_line(scale, events, None)
    assert len(line.dots) + sum(c.number for c in line.columns) == len(events)
    assert [dot.start for dot in line.dots] == sorted(dot.start for dot in line.dots)
    for dot in line.dots:
        assert 0 <= dot.start <= dot.end <= 100
        assert 0 < dot.y < line.base < line.height
    for column in line.columns:
        assert 0 <= column.start < column.start + column.width <= 100
        assert 0 < column.top <= column.top + column.height <= line.base + 0.01
        assert (column.height > 0) == (column.number > 0)


@given(histories())
def test_marks_on_one_level_stand_clear_of_each_other(
    history: tuple[Scale, tuple[Event, ...]],
) -> None:
    line = year_line(*history, None)
    levels = {dot.y for dot in line.dots}
    assert len(levels) <= MOST_LEVELS
    for y in levels:
        level = [dot for dot in line.dots if dot.y == y]
        for one, other in pairwise(level):
            assert one.end + APART <= other.start


@given(PERIODS)
def test_names_on_the_axis_stand_clear_of_each_other(scale: Scale) -> None:
    named = [(tick.x, tick.name) for tick in ticks(scale, month_short, month) if tick.name]
    assert all(0 <= x <= 100 for x, _ in named)
    # 320 px: a short name needs fourteen per cent of the width, ten characters more than thirty.
    for (one, name), (other, _) in pairwise(named):
        assert other - one >= max(14, 2.8 * len(name) + 3 if " " in name else 0)


@given(PERIODS)
def test_names_that_are_kept_for_large_letters_stand_clear_of_each_other(scale: Scale) -> None:
    kept = [tick for tick in ticks(scale, month_short, month) if tick.has_double_room]
    assert all(tick.name and tick.x <= 100 - 14 for tick in kept)
    for one, other in pairwise(kept):
        name = one.name or ""
        assert other.x - one.x >= 2.6 * max(14, 2.8 * len(name) + 3 if " " in name else 0)


@given(PERIODS)
@example(Scale(date(2000, 10, 1), date(2001, 9, 28)))  # "okt", and soon "2001"
def test_an_axis_that_begins_later_in_a_year_soon_says_which(scale: Scale) -> None:
    """At its beginning or, where that has no room for it, where the year after begins."""
    assume((scale.first.month, scale.first.day) != (1, 1))
    names = [(tick.x, tick.name) for tick in ticks(scale, month_short, month) if tick.name]
    x, name = next((x, name) for x, name in names if name[-4:].isdigit())
    own, following = f"{scale.first.year}", f"{scale.first.year + 1}"
    assert (x == 0 and name.endswith(f" {own}")) or (x < 26 and name == following)
