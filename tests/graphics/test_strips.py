"""The strip of intervals: every one is shown once, and in rows or bars that can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.graphics.strips import (
    MOST_BARS,
    MOST_IN_ROWS,
    SHAPES,
    Cell,
    Part,
    Row,
    Shape,
    Stack,
    Strip,
    strip,
)
from followup.graphics.units import MOST_MARKS


def cells(n: int, shape: Shape = "kept", per_part: int = 13, per_year: int = 52) -> list[Cell]:
    return [
        Cell(f"v. {i}", "18", shape, f"kvartal {i // per_part}", f"{2018 + i // per_year}")
        for i in range(n)
    ]


def test_up_to_forty_in_one_year_are_one_row_without_a_name() -> None:
    found = cells(MOST_MARKS)
    assert strip(found) == Strip((Row(None, tuple(found)),), (), ("kept",), False)


def test_several_years_have_a_row_each() -> None:
    found = cells(8, per_year=4)
    assert strip(found).rows == (Row("2018", tuple(found[:4])), Row("2019", tuple(found[4:])))


def test_more_than_forty_have_a_dense_row_for_each_quarter() -> None:
    made = strip(cells(52))
    assert [(row.name, len(row.cells)) for row in made.rows] == [
        ("kvartal 0", 13),
        ("kvartal 1", 13),
        ("kvartal 2", 13),
        ("kvartal 3", 13),
    ]
    assert made.is_dense


def test_rows_of_long_names_are_not_dense() -> None:
    found = [Cell("maj", "maj", "kept", "2018", "2018")] * (MOST_MARKS + 1)
    assert not strip(found).is_dense


def test_too_many_for_rows_are_bars_of_each_shape() -> None:
    found = [*cells(100), *cells(2, "missed"), *cells(60, "coming")]
    same = [Cell(c.name, c.tiny, c.shape, "maj 2018", c.year) for c in found]
    assert strip(same) == Strip(
        rows=(),
        bars=(
            Stack(
                "maj 2018",
                162,
                (Part("kept", 0, 100), Part("missed", 100, 2), Part("coming", 102, 60)),
            ),
        ),
        shapes=("kept", "missed", "coming"),
        is_dense=False,
    )


def test_too_many_bars_are_one_for_each_year() -> None:
    found = cells(200, per_part=200 // (MOST_BARS + 1), per_year=100)
    assert [bar.name for bar in strip(found).bars] == ["2018", "2019"]


@pytest.mark.parametrize("n", [0, 1, MOST_MARKS, MOST_MARKS + 1, MOST_IN_ROWS, MOST_IN_ROWS + 1])
def test_it_is_rows_until_there_are_too_many(n: int) -> None:
    made = strip(cells(n))
    assert (bool(made.bars), bool(made.rows)) == (n > MOST_IN_ROWS, 0 < n <= MOST_IN_ROWS)


@given(st.lists(st.sampled_from(SHAPES), max_size=300))
def test_every_interval_is_shown_once(shapes: list[Shape]) -> None:
    found = [Cell("", "", shape, f"{n // 13}", f"{n // 52}") for n, shape in enumerate(shapes)]
    made = strip(found)
    shown = [cell.shape for row in made.rows for cell in row.cells]
    parts = [part for bar in made.bars for part in bar.parts]
    assert len(shown) + sum(part.width for part in parts) == len(shapes)
    for shape in SHAPES:
        widths = sum(part.width for part in parts if part.shape == shape)
        assert shown.count(shape) + widths == shapes.count(shape)
