"""The map: nothing collides or leaves the frame, and the scale is true."""

from collections.abc import Sequence
from itertools import accumulate, combinations, pairwise
from math import cos, hypot, pi, sin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup.graphics.geography import Plane, box
from followup.graphics.grounds import MOST_CORNERS, Ground
from followup.graphics.labels import REACH
from followup.graphics.map import Bar, Drawing, Place, draw
from followup.graphics.shapes import Point, Shape
from followup.graphics.strokes import Spot, Window

BRO, BRUNNA, KUNGSANGEN = (17.63333, 59.51667), (17.75, 59.51667), (17.74834, 59.47857)
BORDER = ((17.53, 59.44), (17.83, 59.44), (17.83, 59.65), (17.53, 59.65))
NAMES = st.text("abcdefåäöMW ", min_size=1, max_size=60).filter(str.strip)
POINTS = st.tuples(st.floats(11, 24), st.floats(55, 69))
NEAR = st.tuples(st.floats(17.5, 17.51), st.floats(59.5, 59.505))


def places(*points: Point) -> list[Place]:
    return [Place(f"p{n}", f"Plats {n}", "2 insatser", point) for n, point in enumerate(points)]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(NAMES, POINTS | NEAR), min_size=1, max_size=40))
def test_no_mark_or_label_lies_on_another_or_leaves_the_frame(
    found: Sequence[tuple[str, Point]],
) -> None:
    for drawing in draw([Place(f"{n}", name, "", at) for n, (name, at) in enumerate(found)], []):
        frame = Window(0, 0, drawing.width, drawing.height)
        marks = [Window(m.x - REACH, m.y - REACH, m.x + REACH, m.y + REACH) for m in drawing.marks]
        labels = [mark.label.window for mark in drawing.marks if mark.label]
        assert all(is_inside(one, frame) for one in (*marks, *labels))
        assert not any(overlap(one, other) for one, other in combinations(labels, 2))
        assert not any(overlap(one, other) for one in labels for other in marks)
        apart = (hypot(a.x - b.x, a.y - b.y) for a, b in combinations(drawing.marks, 2))
        assert all(way > 2 * REACH for way in apart)


@settings(max_examples=60, deadline=None)
@given(st.lists(POINTS | NEAR, min_size=1, max_size=10))
def test_the_scale_bar_is_round_and_true_at_the_middle(points: list[Point]) -> None:
    for drawing in draw(places(*points), []):
        first = str(drawing.bar.metres)
        assert first.rstrip("0") in ("1", "2", "5")
        assert 0 < drawing.bar.length <= 0.3 * drawing.width + 0.01
        assert abs(drawing.bar.length / drawing.bar.metres / scale(points, drawing) - 1) < 0.01


def scale(points: Sequence[Point], drawing: Drawing) -> float:
    """Units on the picture for each metre: what the places span shows it, or its least width."""
    whole = box(points)
    west, south = Plane(whole.middle).metres((whole.west, whole.south))
    side = {300: (50, 340), 684: (90, 520)}[drawing.width]
    room = (drawing.width - 2 * side[0], side[1] - 2 * side[0])
    return min(room[0] / max(-2 * west, 1500), room[1] / max(-2 * south, 750))


def test_marks_lie_where_the_places_are_and_north_is_up() -> None:
    (narrow, _) = draw(places(BRO, BRUNNA, KUNGSANGEN), [])
    assert [(mark.x, mark.y, mark.tail) for mark in narrow.marks] == [
        (50, 50, None),
        (250, 50, None),
        (247, 178, None),
    ]
    assert narrow.bar == Bar(2000, 60.53, "M1 240v10h60.53v-10")


def test_two_places_at_the_same_spot_stand_beside_each_other() -> None:
    (narrow, wide) = draw(places(BRO, BRO), [])
    for drawing in (narrow, wide):
        first, second = drawing.marks
        assert first.tail is None
        assert second.tail == (first.x, first.y)
        assert first.label
        assert second.label


def test_a_name_without_room_is_a_number_in_every_size() -> None:
    long = Place("lång", "Elektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", "", BRO)
    for drawing in draw([long, *places(KUNGSANGEN)], []):
        assert [(mark.number, mark.label is None) for mark in drawing.marks] == [
            (1, True),
            (2, False),
        ]
        assert any(mark.label is None for mark in drawing.marks)


def test_notes_are_there_for_all_or_for_none() -> None:
    (few, _) = draw(places(BRO, KUNGSANGEN), [])
    assert [len(mark.label.lines) for mark in few.marks if mark.label] == [2, 2]
    close = [(BRO[0] + 0.002 * n, BRO[1]) for n in range(8)]
    (many, _) = draw(places(*close), [])
    assert not any(line.is_note for m in many.marks if m.label for line in m.label.lines)


def test_more_places_than_there_is_room_for_are_the_same_in_both_sizes() -> None:
    narrow, wide = draw(places(*[BRO] * 200), [])
    shown = [{mark.key for mark in drawing.marks} for drawing in (narrow, wide)]
    assert shown[0] == shown[1]
    assert 20 < len(shown[0]) < 200


def test_a_border_is_shown_whole_when_the_names_have_room() -> None:
    border = Ground("border", Shape(areas=((BORDER,),)), is_border=True)
    (narrow, _) = draw(places(BRO, BRUNNA, KUNGSANGEN), [border])
    assert narrow.bar.metres == 5000
    assert narrow.has_border
    (zoomed, _) = draw(places(BRO, BRO, KUNGSANGEN), [border])
    assert zoomed.bar.metres == 2000


def test_a_border_far_larger_than_the_places_is_not() -> None:
    sweden = ((11.0, 55.0), (24.0, 55.0), (24.0, 69.0), (11.0, 69.0))
    ground = Ground("border", Shape(areas=((sweden,),)), is_border=True)
    (narrow, _) = draw(places(BRO, KUNGSANGEN), [ground])
    assert narrow.bar.metres == 2000


def test_what_lies_beneath_is_cut_at_the_edge_and_has_few_corners() -> None:
    line = tuple((17.0 + n / 20_000, 59.5 + (n % 7) / 30_000) for n in range(20_000))
    (narrow, wide) = draw(places(BRO, KUNGSANGEN), [Ground("road", Shape(lines=(line,)))])
    for drawing in (narrow, wide):
        (road,) = drawing.grounds
        assert len(road.path) < 3000
    far = Ground("road", Shape(lines=(((13.0, 55.5), (13.1, 55.6)),)))
    assert draw(places(BRO), [far])[0].grounds == ()


def test_no_island_that_would_be_seen_is_lost_where_there_are_many() -> None:
    islands = tuple(ring(17.62 + 0.004 * (n % 30), 59.47 + 0.003 * (n // 30)) for n in range(370))
    water = Ground("water", Shape(areas=tuple((island,) for island in islands)))
    for drawing in draw(places(BRO, KUNGSANGEN), [water]):
        (drawn,) = drawing.grounds
        assert drawn.path.count("z") == 370
        assert not drawing.left_out


def test_islands_are_drawn_with_few_corners_each_where_they_are_many() -> None:
    islands = tuple(ring(17.62 + 0.004 * (n % 30), 59.47 + 0.003 * (n // 30)) for n in range(370))
    few, many = (
        Ground("water", Shape(areas=tuple((i,) for i in found))) for found in (islands[:9], islands)
    )
    ((_, one), (_, all_)) = (draw(places(BRO, KUNGSANGEN), [ground]) for ground in (few, many))
    assert len(all_.grounds[0].path) / 370 < len(one.grounds[0].path) / 9


def ring(longitude: float, latitude: float) -> tuple[Point, ...]:
    """A round island, some 160 metres across."""
    turns = [n * pi / 12 for n in range(24)]
    return tuple((longitude + 0.0014 * cos(t), latitude + 0.0007 * sin(t)) for t in turns)


def test_a_road_of_lines_too_short_to_be_seen_is_seen_as_one() -> None:
    corners = [(17.64 + n / 10_000, 59.5) for n in range(900)]
    pieces = tuple((b, a) if n % 3 else (a, b) for n, (a, b) in enumerate(pairwise(corners)))
    for drawing in draw(places(BRO, KUNGSANGEN), [Ground("road", Shape(lines=pieces[::-1]))]):
        (road,) = drawing.grounds
        assert road.path.count("M") == 1
        assert road.path.count(" ") < 10


def test_a_road_is_drawn_where_it_is_however_much_there_is_beside_it() -> None:
    road = tuple((17.64 + n / 5000, 59.5 + 0.01 * sin(n / 20)) for n in range(500))
    streets = tuple(
        tuple((17.6 + n / 300 + m / 9000, 59.47 + k / 300 + 0.0005 * (m % 2)) for m in range(20))
        for n in range(40)
        for k in range(20)
    )
    grounds = [Ground("railway", Shape(lines=(road,))), Ground("road", Shape(lines=streets))]
    alone, crowded = (draw(places(BRO, KUNGSANGEN), found) for found in (grounds[:1], grounds))
    for one, other in zip(alone, crowded, strict=True):
        there = spots(other.grounds[0].path)
        assert all(distance(spot, there) < 3.5 for spot in spots(one.grounds[0].path))


def spots(path: str) -> list[Spot]:
    """The corners of a path that has one line."""
    start, moves = path.removeprefix("M").replace("-", " -").split("l")
    numbers = [float(number) for number in f"{start} {moves}".split()]
    steps = zip(numbers[::2], numbers[1::2], strict=True)
    return [*accumulate(steps, lambda at, step: (at[0] + step[0], at[1] + step[1]))]


def distance(spot: Spot, line: list[Spot]) -> float:
    return min(away(spot, *ends) for ends in pairwise(line))


def away(spot: Spot, start: Spot, end: Spot) -> float:
    """How far a spot lies from a straight stretch."""
    x, y = end[0] - start[0], end[1] - start[1]
    along = (spot[0] - start[0]) * x + (spot[1] - start[1]) * y
    part = min(1, max(0, along / (x * x + y * y)))
    return hypot(spot[0] - start[0] - part * x, spot[1] - start[1] - part * y)


def test_a_place_with_an_area_alone_is_marked_inside_it() -> None:
    """Of a horseshoe, not in the gap."""
    outer = ((17.6, 59.5), (17.8, 59.5), (17.8, 59.6), (17.77, 59.6), (17.77, 59.51))
    inner = ((17.65, 59.51), (17.65, 59.6), (17.6, 59.6), (17.6, 59.5))
    area = ((*outer, *inner),)
    (narrow, _) = draw([Place("a", "Viken", "", area=Shape(areas=(area,)))], [])
    (mark,) = narrow.marks
    assert narrow.areas[0].path.startswith("M")
    assert 50 <= mark.x <= 100


def test_without_points_there_is_no_map() -> None:
    assert draw([Place("a", "Torget", "")], []) == ()


@pytest.mark.parametrize("seed", range(3))
def test_the_same_places_give_the_same_map(seed: int) -> None:
    points = [(17.6 + (n * 37 % 11) / 100, 59.5 + (n * (seed + 5) % 13) / 200) for n in range(20)]
    assert draw(places(*points), []) == draw(places(*points), [])


def is_inside(one: Window, frame: Window) -> bool:
    return frame.holds((one.left, one.top)) and frame.holds((one.right, one.bottom))


def overlap(one: Window, other: Window) -> bool:
    across = one.left < other.right and other.left < one.right
    return across and one.top < other.bottom and other.top < one.bottom


def test_a_line_across_the_whole_picture_again_and_again_is_drawn_at_once() -> None:
    line = tuple((17.5 + n / 10_000, 59.4 + 0.2 * (n % 2)) for n in range(3000))
    road = Ground("road", Shape(lines=(line,)), key="road")
    for drawing in draw(places(BRO, BRUNNA), [road]):
        (drawn,) = drawing.grounds
        assert drawn.path.count("M") == MOST_CORNERS / 2
        assert drawing.left_out["road"] > 800
