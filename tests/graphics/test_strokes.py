"""Lines cut at the edges of a picture, and with no more corners than can be seen."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from followup.graphics.strokes import (
    Spot,
    Stroke,
    Window,
    cut_line,
    cut_ring,
    joined,
    simplify,
    thinned,
)

WINDOW = Window(0, 0, 10, 10)
SPOTS = st.tuples(st.floats(-30, 30), st.floats(-30, 30))


def test_a_line_is_cut_where_it_leaves_and_begins_again_where_it_returns() -> None:
    line = [(-5.0, 5.0), (5.0, 5.0), (5.0, 15.0), (8.0, 15.0), (8.0, 5.0)]
    assert [*cut_line(line, WINDOW)] == [
        ((0.0, 5.0), (5.0, 5.0), (5.0, 10.0)),
        ((8.0, 10.0), (8.0, 5.0)),
    ]


def test_a_line_inside_is_whole_and_one_outside_is_nothing() -> None:
    assert [*cut_line([(1.0, 1.0), (2.0, 3.0), (4.0, 4.0)], WINDOW)] == [
        ((1.0, 1.0), (2.0, 3.0), (4.0, 4.0))
    ]
    assert [*cut_line([(11.0, 1.0), (20.0, 3.0)], WINDOW)] == []


def test_a_ring_follows_the_edge_where_it_goes_beyond() -> None:
    ring = [(5.0, 5.0), (15.0, 5.0), (15.0, 8.0), (5.0, 8.0)]
    assert {*cut_ring(ring, WINDOW)} == {(5.0, 5.0), (10.0, 5.0), (10.0, 8.0), (5.0, 8.0)}
    assert cut_ring([(20.0, 20.0), (30.0, 20.0), (30.0, 30.0)], WINDOW) == ()


def test_a_ring_around_the_window_is_the_window() -> None:
    ring = [(-20.0, -20.0), (20.0, -20.0), (20.0, 20.0), (-20.0, 20.0)]
    assert {*cut_ring(ring, WINDOW)} == {(0, 0), (10, 0), (10, 10), (0, 10)}


@given(st.lists(SPOTS, min_size=2, max_size=30))
def test_what_is_left_of_a_line_or_a_ring_is_inside(line: list[Spot]) -> None:
    near = Window(-1e-6, -1e-6, 10 + 1e-6, 10 + 1e-6)
    assert all(near.holds(spot) for part in cut_line(line, WINDOW) for spot in part)
    assert all(near.holds(spot) for spot in cut_ring(line, WINDOW))


def test_lines_that_go_on_from_each_other_are_one() -> None:
    a, b, c, d = (0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (3.0, 1.0)
    assert [*joined([(a, b), (d, c), (b, c)])] == [(a, b, c, d)]
    assert [*joined([(a, b), (c, d)])] == [(a, b), (c, d)]
    assert [*joined([(a, b), (c, a), (b, c)])] == [(c, a, b, c)]


def test_where_three_lines_meet_two_are_joined_and_the_third_begins() -> None:
    a, b, c, d = (0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (1.0, 1.0)
    assert [*joined([(a, b), (b, c), (b, d)])] == [(a, b, c), (b, d)]


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), min_size=2, max_size=4), max_size=30))
def test_every_stretch_is_in_the_joined_lines_once(names: list[list[str]]) -> None:
    lines = [tuple((float(ord(name)), 0.0) for name in line) for line in names]
    made = [*joined(lines)]
    assert stretches(made) == stretches(lines)
    ends = [end for line in made if line[0] != line[-1] for end in (line[0], line[-1])]
    assert len(ends) == len({*ends})


def stretches(lines: Iterable[Stroke]) -> list[list[Spot]]:
    return sorted(sorted(pair) for line in lines for pair in pairwise(line))


def test_corners_that_cannot_be_seen_are_left_out() -> None:
    line = [(0.0, 0.0), (5.0, 0.1), (10.0, 0.0), (10.0, 10.0)]
    assert simplify(line, 0.5) == ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0))
    assert simplify(line, 0.05) == tuple(line)


@given(st.lists(SPOTS, min_size=2, max_size=40), st.floats(0.1, 5))
def test_a_simpler_line_has_the_same_ends_and_only_its_own_corners(
    line: list[Spot], tolerance: float
) -> None:
    simple = simplify(line, tolerance)
    assert (simple[0], simple[-1]) == (line[0], line[-1])
    assert {*simple} <= {*line}
    assert len(thinned(line, tolerance)) <= len(line)


def test_a_line_of_very_many_corners_is_simplified_without_recursion() -> None:
    line = [(float(n), float(n % 2)) for n in range(5000)]
    assert len(simplify(line, 0.5)) == 5000


def test_a_line_that_turns_at_every_corner_is_not_read_over_and_over() -> None:
    line = _Read((float(n), float(n % 2) * (1 + n)) for n in range(5000))
    assert len(simplify(line, 0.5)) == 5000
    assert line.times < 100 * len(line)


class _Read(list[Spot]):
    """A line that counts how many times a corner of it is looked at."""

    times = 0

    def __getitem__(self, n: Any) -> Any:
        self.times += 1
        return super().__getitem__(n)
