"""The line chart of an outcome: every value in its time, on a scale that has its zero."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.graphics.linechart import (
    MOST_LARGE,
    Level,
    Line,
    LineChart,
    Point,
    Value,
    line_chart,
)


def year(number: int, value: str, is_baseline: bool = False) -> Value:
    return Value(date(number, 1, 1), date(number, 12, 31), Decimal(value), is_baseline)


def day(text: str, value: str) -> Value:
    return Value(date.fromisoformat(text), date.fromisoformat(text), Decimal(value))


def test_two_years_stand_in_the_middle_of_their_time_with_a_line_between() -> None:
    assert line_chart([year(2018, "25"), year(2017, "50", is_baseline=True)]) == LineChart(
        points=(Point(25.0, 0.0, 0.0, 50.0, True), Point(75.0, 50.0, 50.0, 100.0, False)),
        lines=(Line(25.0, 0.0, 75.0, 50.0),),
        levels=(Level(100.0, Decimal(0)), Level(0.0, Decimal(50))),
        baseline=0.0,
        has_spans=False,
        is_dense=False,
    )


def test_a_single_value_is_a_point_and_nothing_to_compare_with() -> None:
    chart = line_chart([year(2018, "51.2", is_baseline=True)])
    assert (len(chart.points), chart.lines, chart.baseline) == (1, (), None)
    assert chart.points[0].x == 50.0


def test_where_values_are_missing_the_line_has_a_gap() -> None:
    values = [year(number, "5") for number in (2012, 2013, 2014, 2017, 2018)]
    chart = line_chart(values)
    assert [round(line.x1) for line in chart.lines] == [7, 21, 79]
    assert chart.has_spans


def test_of_two_values_of_the_same_day_the_one_to_compare_with_is_first() -> None:
    later, base = (
        day("2018-01-01", "3"),
        Value(date(2018, 1, 1), date(2018, 1, 1), Decimal(4), True),
    )
    assert [point.is_baseline for point in line_chart([later, base]).points] == [True, False]


@pytest.mark.parametrize(
    ("values", "levels"),
    [
        (["51.2"], ["0", "60"]),
        (["100", "3"], ["0", "100"]),
        (["0.875", "1.905"], ["0", "2"]),
        (["150100"], ["0", "200000"]),
        (["0", "0"], ["0", "1"]),
        (["-3.5", "2"], ["-4", "0", "2"]),
        (["-3.5"], ["-4", "0"]),
        (["12", "12"], ["0", "15"]),
    ],
)
def test_the_axis_has_zero_and_round_numbers(values: list[str], levels: list[str]) -> None:
    chart = line_chart([day(f"201{n}-01-01", value) for n, value in enumerate(values)])
    assert [level.value for level in chart.levels] == [Decimal(level) for level in levels]


VALUES = st.builds(
    lambda first, days, value, is_baseline: Value(
        first, first + timedelta(days=days), value, is_baseline
    ),
    st.dates(date(1990, 1, 1), date(2060, 1, 1)),
    st.integers(0, 800),
    st.decimals(-(10**7), 10**7, places=3),
    st.booleans(),
)


@given(st.lists(VALUES, min_size=1, max_size=50))
def test_every_value_is_inside_the_frame_in_order_and_higher_is_higher(
    values: list[Value],
) -> None:
    chart = line_chart(values)
    assert len(chart.points) == len(values)
    assert chart.is_dense == (len(values) > MOST_LARGE)
    for point in chart.points:
        assert 0 <= point.start <= point.x <= point.end <= 100
        assert 0 <= point.y <= 100
    assert all(one.x <= other.x for one, other in pairwise(chart.points))
    zero = next(level.y for level in chart.levels if level.value == 0)
    in_time = sorted(values, key=lambda value: (value.middle, not value.is_baseline))
    for value, point in zip(in_time, chart.points, strict=True):
        assert (point.y <= zero) if value.value >= 0 else (point.y >= zero)
    for one, other in pairwise(sorted(zip(in_time, chart.points, strict=True), key=_value)):
        assert one[1].y >= other[1].y


def _value(pair: tuple[Value, Point]) -> Decimal:
    return pair[0].value


def test_a_number_of_the_axis_never_stands_on_its_zero() -> None:
    day = date(2018, 1, 1)
    chart = line_chart([Value(day, day, Decimal("0.001")), Value(day, day, Decimal(-5))])
    assert [f"{level.value}" for level in chart.levels] == ["-5", "0"]
