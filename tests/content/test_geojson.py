"""Map files: every shape of GeoJSON is read, and what is wrong is told where it stands."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.content.geojson import parse
from followup.content.unreadable import Unreadable
from followup.graphics.shapes import Shape
from followup.reporting import report

A, B, C = (17.6, 59.5), (17.7, 59.6), (17.8, 59.5)


def shape(text: str) -> Shape:
    return parse("karta/bro.geojson", text).shape


def told(text: str) -> str:
    with pytest.raises(Unreadable) as error:
        parse("karta/bro.geojson", text)
    return report([error.value.diagnostic], {"karta/bro.geojson": text})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"type": "Point", "coordinates": [17.6, 59.5]}', Shape(points=(A,))),
        ('{"type": "MultiPoint", "coordinates": [[17.6, 59.5, 7], [17.7, 59.6]]}', Shape((A, B))),
        (
            '{"type": "LineString", "coordinates": [[17.6, 59.5], [17.7, 59.6]]}',
            Shape(lines=((A, B),)),
        ),
        (
            '{"type": "MultiLineString", "coordinates": [[[17.6, 59.5], [17.7, 59.6]], []]}',
            Shape(lines=((A, B),)),
        ),
        (
            '{"type": "Polygon", "coordinates": [[[17.6, 59.5], [17.7, 59.6], [17.8, 59.5]]]}',
            Shape(areas=(((A, B, C),),)),
        ),
        (
            '{"type": "MultiPolygon", "coordinates": '
            "[[[[17.6, 59.5], [17.7, 59.6], [17.8, 59.5]]]]}",
            Shape(areas=(((A, B, C),),)),
        ),
        (
            '{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": null}, '
            '{"type": "Feature", "geometry": {"type": "GeometryCollection", "geometries": '
            '[{"type": "Point", "coordinates": [17.6, 59.5]}]}}]}',
            Shape(points=(A,)),
        ),
    ],
)
def test_every_kind_of_geometry_is_read(text: str, expected: Shape) -> None:
    assert shape(text) == expected


def test_metres_are_told_from_degrees_where_the_first_of_them_stands() -> None:
    assert (
        told('{\n  "type": "Point",\n  "coordinates": [655000.5, 6597000]\n}')
        == """\
FEL  karta/bro.geojson:3:19  [karta]
  3 |   "coordinates": [655000.5, 6597000]
    |                   ^^^^^^^^ läget är i meter (SWEREF 99), inte i grader
  Spara kartan som GeoJSON i grader (WGS 84, EPSG:4326).
"""
    )


def test_a_position_the_wrong_way_round_is_told_with_the_right_way() -> None:
    assert (
        told('{"type": "Point",\n"coordinates": [59.5, 17.6]}')
        == """\
FEL  karta/bro.geojson:2:17  [karta]
  2 | "coordinates": [59.5, 17.6]}
    |                 ^^^^ latituden står före longituden
  I GeoJSON står longituden först:  [17.6, 59.5]
"""
    )


def test_a_file_that_is_cut_off_says_where() -> None:
    assert (
        told('{"type": "Point",\n"coordinates": [17.6, 59')
        == """\
FEL  karta/bro.geojson:2:25  [karta]
  2 | "coordinates": [17.6, 59
    |                         ^ filen är inte hel: slutet saknas
  Spara om filen som GeoJSON ur kartprogrammet i stället för att ändra i den.
"""
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"type" "Point"}', "filen är inte hel: ett skiljetecken saknas"),
        ('{"type": Point}', "filen är inte hel: här står något annat än väntat"),
        ('{"type": "Point", "coordinates": [17.6, 59.5]} x', "filen är inte hel: det står något"),
        ("[" * 100_000, "filen är inte GeoJSON"),
        ('"Bro"', "filen är inte GeoJSON"),
        ('{"type": "FeatureCollection", "features": []}', "filen har inget som går att rita"),
        ('{"type": "Pointt", "coordinates": [17.6, 59.5]}', "Menade du  Point ?"),
        ('{"type": "Topology"}', "Det här är TopoJSON."),
        ('{"type": "Point", "coordinates": [17.6]}', "här ska ett läge stå"),
        ('{"type": "Point", "coordinates": [17.6, NaN]}', "här ska ett läge stå"),
        ('{"type": "Point", "coordinates": ["17.6", "59.5"]}', "här ska ett läge stå"),
        ('{"type": "Point", "coordinates": [1e999, 59.5]}', "läget finns inte på jorden"),
        ('{"type": "Polygon", "coordinates": [[[1, 2], [3, 4]]]}', "ytan har för få hörn"),
    ],
)
def test_what_is_wrong_is_told(text: str, message: str) -> None:
    assert message in " ".join(told(text).split(" "))


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.sampled_from(["Point", "Feature", "Polygon"]),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["type", "coordinates", "features", "geometry"]), inner
            )
        ),
    )
)
def test_no_json_is_too_odd(value: object) -> None:
    try:
        assert any(shape(json.dumps(value)).corners)
    except Unreadable as error:
        assert error.diagnostic.rule == "karta"
