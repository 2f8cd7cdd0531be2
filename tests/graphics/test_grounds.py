"""What lies beneath a map: all of it as long as there is room, and never more than there is."""

import re
from math import cos, pi, sin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup.graphics.geography import Plane
from followup.graphics.grounds import MOST_CORNERS, Beneath, Drawn, Ground, beneath
from followup.graphics.shapes import Line, Point, Shape
from followup.graphics.view import View

MIDDLE = (17.7, 59.5)
VIEW = View(Plane(MIDDLE), 0.03, 684, 520)
SPOTS = st.tuples(st.floats(-400, 400), st.floats(-300, 300))


@st.composite
def lines(draw: st.DrawFn, most: int) -> Line:
    """A line that turns at every corner, or winds on."""
    east, south = draw(SPOTS)
    corners = draw(st.integers(2, most))
    step, swing = draw(st.floats(0.05, 6)), draw(st.floats(0, 200))
    bend = draw(st.sampled_from((pi, 1.0, 0.01)))
    return tuple(at(east + n * step, south + swing * cos(n * bend)) for n in range(corners))


def at(x: float, y: float) -> Point:
    """The point that comes so many units from the middle of the picture."""
    east, north = VIEW.plane.degree
    return MIDDLE[0] + x / VIEW.scale / east, MIDDLE[1] - y / VIEW.scale / north


GROUNDS = st.tuples(
    st.integers(1, 20), st.integers(1, 3), st.lists(lines(80), min_size=1, max_size=3)
)


@settings(max_examples=30, deadline=None)
@given(GROUNDS, GROUNDS)
def test_a_map_is_light_and_all_of_it_is_there_or_said_to_be_left_out(
    roads: tuple[int, int, list[Line]], lakes: tuple[int, int, list[Line]]
) -> None:
    ground = Ground("road", Shape(lines=tuple(copies(*roads))), key="roads")
    area = Ground("area", Shape(areas=tuple((ring,) for ring in copies(*lakes))), key="lakes")
    found = beneath([ground], [area], VIEW)
    assert corners(found) <= MOST_CORNERS
    alone = [beneath([ground], [], VIEW), beneath([], [area], VIEW)]
    wanted = sum(map(corners, alone))
    if not any(one.left_out for one in alone) and wanted <= MOST_CORNERS:
        assert found == Beneath(alone[0].grounds, alone[1].areas, {})
    elif wanted > MOST_CORNERS:
        assert found.left_out


def copies(across: int, down: int, found: list[Line]) -> list[Line]:
    """The lines again and again, beside each other."""
    return [
        tuple((x + n / 600, y + m / 900) for x, y in line)
        for n in range(across)
        for m in range(down)
        for line in found
    ]


def corners(found: Beneath) -> int:
    return sum(map(corners_of, (*found.grounds, *found.areas)))


def corners_of(drawn: Drawn) -> int:
    return len(re.findall(r"-?[0-9.]+", drawn.path)) // 2


def test_the_smallest_is_left_out_first() -> None:
    streets = [(at(n / 4 - 300, 0), at(n / 4 - 300, 10 + n / 10)) for n in range(2400)]
    ground = Ground("road", Shape(lines=tuple(streets)), key="streets")
    found = beneath([ground], [], VIEW)
    assert found.left_out == {"streets": 2400 - MOST_CORNERS // 2}
    assert beneath([longest(ground)], [], VIEW) == Beneath(found.grounds, (), {})


def longest(ground: Ground) -> Ground:
    return Ground(ground.kind, Shape(lines=ground.shape.lines[-MOST_CORNERS // 2 :]))


def test_the_layers_share_the_room() -> None:
    """Of five, each of which has room alone."""
    layers = [
        Ground("road", Shape(lines=tuple(streets(50 * k, 199))), key=f"{k}") for k in range(5)
    ]
    assert not any(beneath([layer], [], VIEW).left_out for layer in layers)
    found = beneath(layers, [], VIEW)
    assert corners(found) <= MOST_CORNERS
    assert sum(found.left_out.values()) == 5 * 199 - MOST_CORNERS // 2


def streets(down: float, number: int) -> list[Line]:
    return [(at(3 * n - 300, down - 200), at(3 * n - 300, down - 160)) for n in range(number)]


def test_a_scribble_is_drawn_roughly_and_takes_no_room_from_the_rest() -> None:
    line = tuple(at(37 * n % 601 - 300, 53 * n % 401 - 200) for n in range(20_000))
    scribble = Ground("railway", Shape(lines=(line,)), key="scribble")
    roads = Ground("road", Shape(lines=tuple(streets(0, 199))), key="roads")
    found = beneath([scribble, roads], [], VIEW)
    assert found.left_out == {"scribble": 1}
    assert [one.kind for one in found.grounds] == ["railway", "road"]
    assert corners(found) < 199 * 2 + 300


def test_a_line_alone_is_drawn_no_rougher_than_it_must() -> None:
    """A long coast with bays of every depth keeps the deeper ones."""
    coast = tuple(
        at(6 * (n if row % 2 else 99 - n) - 297, 25 * row - 240 + n % 2 * (n * n % 13 + 3))
        for row in range(20)
        for n in range(100)
    )
    found = beneath([Ground("border", Shape(lines=(coast,)), key="coast")], [], VIEW)
    assert found.left_out == {"coast": 1}
    assert 300 < corners(found) <= 750


@pytest.mark.parametrize("is_outer_turned", [False, True])
@pytest.mark.parametrize("is_hole_turned", [False, True])
def test_a_hole_goes_the_other_way_around_whichever_way_it_is_in_the_file(
    is_outer_turned: bool, is_hole_turned: bool
) -> None:
    """A path is filled where its rings do not cancel each other out (nonzero)."""
    outer, hole = ring(100)[:: -1 if is_outer_turned else 1], ring(40)
    lake = Ground("water", Shape(areas=((outer, hole[:: -1 if is_hole_turned else 1]),)))
    ((drawn,), _, _) = vars(beneath([lake], [], VIEW)).values()
    turns = [turn(part) for part in drawn.path.split("z")[:-1]]
    assert len(turns) == 2
    assert (turns[0] > 0) != (turns[1] > 0)
    assert (turns[0] > 0) != is_outer_turned


def ring(size: float) -> Line:
    return tuple(at(size * cos(n * pi / 8), size * sin(n * pi / 8)) for n in range(17))


def turn(path: str) -> float:
    """Twice the area that a closed path goes around; more than zero when it goes clockwise."""
    numbers = [float(one) for one in re.findall(r"-?[0-9.]+", path.split("l")[1])]
    x = y = area = 0.0
    for right, down in zip(numbers[::2], numbers[1::2], strict=True):
        area += x * (y + down) - (x + right) * y
        x, y = x + right, y + down
    return area
