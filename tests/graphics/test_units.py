"""The unit chart: a mark is a thing that happened, and none is made up or lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.graphics.units import MOST_MARKS, Bar, Mark, UnitChart, unit_chart


def marks(n: int) -> tuple[Mark, ...]:
    return tuple(Mark(f"{number} mars 2018", f"/{number}/") for number in range(1, n + 1))


@pytest.mark.parametrize(
    ("done", "promised", "filled", "beyond", "empty"),
    [
        (0, 8, 0, 0, 8),
        (1, 8, 1, 0, 7),
        (4, 8, 4, 0, 4),
        (8, 8, 8, 0, 0),
        (9, 8, 8, 1, 0),
        (0, None, 0, 0, 0),
        (1, None, 1, 0, 0),
        (40, None, 40, 0, 0),
        (40, 8, 8, 32, 0),
        (0, 40, 0, 0, 40),
        (3, 0, 0, 3, 0),
    ],
)
def test_marks_are_filled_in_order_and_those_above_the_floor_come_after_it(
    done: int, promised: int | None, filled: int, beyond: int, empty: int
) -> None:
    everything = marks(done)
    assert unit_chart(everything, promised, "label", "minst 8", "Inte redovisad") == UnitChart(
        label="label",
        filled=everything[:filled],
        beyond=everything[filled : filled + beyond],
        empty=empty,
        floor="minst 8",
        missing="Inte redovisad",
    )


@pytest.mark.parametrize(
    ("done", "promised", "bar"),
    [
        (41, None, Bar(100, None, 41)),
        (41, 8, Bar(100, 20, 41)),
        (0, 41, Bar(0, 100, 0)),
        (300, 100, Bar(100, 33, 300)),
        (40, 100, Bar(40, 100, 40)),
        (1, 300, Bar(1, 100, 1)),
        (299, 300, Bar(99, 100, 299)),
        (300, 299, Bar(100, 99, 300)),
        (1000, 1, Bar(100, 1, 1000)),
        (300, 300, Bar(100, 100, 300)),
    ],
)
def test_more_than_forty_marks_are_a_bar_that_never_shows_nothing_for_something(
    done: int, promised: int | None, bar: Bar
) -> None:
    assert unit_chart(marks(done), promised, "label", "minst 8", "Inte redovisad") == UnitChart(
        "label", (), (), 0, "minst 8", "Inte redovisad", bar
    )


@pytest.mark.parametrize(
    ("bar", "count", "floor"),
    [
        (Bar(100, None, 41), "start", "end"),
        (Bar(100, 98, 41), "start", "end"),
        (Bar(100, 33, 300), "start", "start"),
        (Bar(100, 3, 300), "end", "start"),
        (Bar(20, 100, 20), "start", "end"),
        (Bar(19, 100, 19), "after", "end"),
        (Bar(0, 100, 0), "after", "end"),
    ],
)
def test_the_count_and_the_word_of_the_line_stand_where_there_is_room(
    bar: Bar, count: str, floor: str
) -> None:
    assert (bar.count_at, bar.floor_anchor) == (count, floor)


@given(st.integers(0, 120), st.none() | st.integers(0, 120))
def test_every_mark_is_shown_once_and_every_promised_one_has_its_place(
    done: int, promised: int | None
) -> None:
    chart = unit_chart(marks(done), promised, "label", None, "Inte redovisad")
    if chart.bar is None:
        assert (*chart.filled, *chart.beyond) == marks(done)
        assert len(chart.filled) + chart.empty == (done if promised is None else promised)
        assert len(chart.filled) + len(chart.beyond) + chart.empty <= MOST_MARKS
    else:
        assert max(done, promised or 0) > MOST_MARKS
        assert (chart.bar.done == 100) == (done >= (promised or 0))
        assert (chart.bar.done == 0) == (done == 0)


@pytest.mark.parametrize(
    ("kinds", "dated", "reported"),
    [
        ((), False, False),
        ((False,), True, False),
        ((True,), False, True),
        ((False, True), True, True),
    ],
)
def test_a_chart_knows_which_kinds_of_marks_it_has(
    kinds: tuple[bool, ...], dated: bool, reported: bool
) -> None:
    found = [Mark("mars 2018", "/1/", kind) for kind in kinds]
    for promised in (None, 0):
        chart = unit_chart(found, promised, "label", None, "Inte redovisad")
        assert (chart.has_dated, chart.has_reported) == (dated, reported)
