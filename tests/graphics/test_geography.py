"""Degrees become metres on a plane, at a true scale."""

from math import asin, cos, hypot, radians, sin, sqrt

from hypothesis import given
from hypothesis import strategies as st

from followup.graphics.geography import Box, Plane, box
from followup.graphics.shapes import Point


def on_the_globe(one: Point, other: Point) -> float:
    """Metres between two points along a sphere (haversine): right within half a per cent."""
    (east, north), (other_east, other_north) = [tuple(map(radians, p)) for p in (one, other)]
    square = sin((other_north - north) / 2) ** 2
    square += cos(north) * cos(other_north) * sin((other_east - east) / 2) ** 2
    return 2 * 6_371_009 * asin(sqrt(square))


@given(
    middle=st.tuples(st.floats(10.5, 24.5), st.floats(55, 69.5)),
    way=st.tuples(st.floats(-0.2, 0.2), st.floats(-0.1, 0.1)),
)
def test_a_way_across_a_municipality_is_as_long_as_on_the_earth(middle: Point, way: Point) -> None:
    point = (middle[0] + way[0], middle[1] + way[1])
    found = hypot(*Plane(middle).metres(point))
    assert abs(found - on_the_globe(middle, point)) <= 0.01 * found + 0.01


def test_two_places_in_upplands_bro_lie_as_far_apart_as_they_do() -> None:
    bro, kungsangen = (17.63333, 59.51667), (17.74834, 59.47857)
    plane = Plane(box([bro, kungsangen]).middle)
    one, other = plane.metres(bro), plane.metres(kungsangen)
    assert round(hypot(one[0] - other[0], one[1] - other[1])) == 7775


def test_a_box_holds_its_points_and_meets_what_is_near() -> None:
    whole = box([(17.6, 59.5), (17.8, 59.4), (17.7, 59.6)])
    assert whole == Box(17.6, 59.4, 17.8, 59.6)
    beside = Box(17.85, 59.4, 17.9, 59.6)
    assert not whole.meets(beside)
    assert whole.widened().meets(beside)
    assert not whole.widened().meets(Box(13.0, 55.5, 13.1, 55.6))
