"""What spreadsheets and people write in a cell, as the fields read it."""

import pytest

from followup.content.cells import InCell, a_day, a_moment, clock_times, several
from followup.content.dates import span
from followup.content.document import Mapping, Scalar, Sequence
from followup.content.fields import Context, Invalid, list_of, text
from followup.diagnostics import Diagnostic, Source

PATH = "loften/2018/insatser/lista.csv"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2018-03-14", "2018-03-14"),
        ("2018-03-14 00:00:00", "2018-03-14"),
        ("2018-03-14T00:00", "2018-03-14"),
        ("2018-03-14 0:00", "2018-03-14"),
        ("14/3/2018", "2018-3-14"),
        ("14.03.2018", "2018-3-14"),
        ("14-3-2018", "2018-3-14"),
        ("3/14/2018 00:00:00", "2018-3-14"),
        ("14/3 2018", "2018-3-14"),
        ("14/3-2018", "2018-3-14"),
        ("3.3.2018", "2018-3-3"),
        ("2018/3/14", "2018-3-14"),
        ("2018.03.14", "2018-03-14"),
        ("20180314", "2018-03-14"),
        ("31/2/2018", "2018-2-31"),
        ("14/15/2018", "2018-14-15"),
        ("0/3/2018", "2018-3-0"),
    ],
)
def test_date_of_a_spreadsheet_is_the_date_that_it_shows(written: str, read: str) -> None:
    assert a_day(cell(written)) == cell(read)


@pytest.mark.parametrize(
    "written",
    ["2018-03", "2018", "14 mars 2018", "ja", "14/3/18",
     "43173", "2018-03-145", "2018-03-14 19:30", "1014/3/20180", "", "14/3/20181"],
)  # fmt: skip
def test_anything_else_is_left_to_the_field(written: str) -> None:
    assert a_day(cell(written)) == cell(written)


@pytest.mark.parametrize(
    ("written", "meanings", "ways"),
    [
        ("3/4/2018", "3 april och 4 mars", "2018-04-03  eller  2018-03-04"),
        ("04.03.2018", "4 mars och 3 april", "2018-03-04  eller  2018-04-03"),
        ("12-1-2018 00:00:00", "12 januari och 1 december", "2018-01-12  eller  2018-12-01"),
    ],
)
def test_date_with_two_meanings_is_never_guessed(written: str, meanings: str, ways: str) -> None:
    said = written.removesuffix(" 00:00:00")
    with pytest.raises(Invalid) as caught:
        InCell(span, a_day)(cell(written), Context({}))
    assert caught.value.diagnostics == (
        Diagnostic(
            cell(written).source,
            "fel",
            "datum",
            f"”{said}” kan vara både {meanings}",
            f"Skriv datumet med året först:  {ways}",
        ),
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("14/3/2018 19:30:00", "2018-3-14 19:30:00"),
        ("2018-03-14 00:00", "2018-03-14 00:00"),
        ("14.3.2018, kl. 19.30", "2018-3-14, kl. 19.30"),
        ("i går", "i går"),
    ],
)
def test_moment_keeps_its_time(written: str, read: str) -> None:
    assert a_moment(cell(written)) == cell(read)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("19:30:00", "19:30"),
        ("17.00.00–21.30.00", "17.00–21.30"),
        ("17:00", "17:00"),
        ("17:00–21:00", "17:00–21:00"),
        ("19:30:15", "19:30:15"),
    ],
)
def test_seconds_that_a_spreadsheet_adds_say_nothing(written: str, read: str) -> None:
    assert clock_times(cell(written)) == cell(read)


@pytest.mark.parametrize(
    "written",
    ["polisen, kommunen", "polisen;kommunen", "polisen|kommunen", "polisen & kommunen",
     "polisen och kommunen", "polisen\nkommunen", "[polisen, kommunen]", ",polisen,, kommunen,",
     "polisen, och kommunen", "polisen OCH kommunen"],
)  # fmt: skip
def test_several_values_in_a_cell_are_a_list(written: str) -> None:
    read = InCell(list_of(text), several)
    assert read(cell(written), Context({})) == ("polisen", "kommunen")


@pytest.mark.parametrize("written", ["och-laget", "rochad", "narkotikainsatser#och"])
def test_word_within_a_word_is_no_separator(written: str) -> None:
    assert InCell(text, several)(cell(written), Context({})) == written


@pytest.mark.parametrize("written", [",", "och", "[]"])
def test_nothing_but_separators_is_shown_as_it_stands(written: str) -> None:
    assert several(cell(written)) == cell(written)


def test_each_of_several_values_has_its_own_place() -> None:
    assert several(cell("bro,  brunna\n och hamnen")) == Sequence(
        (
            Scalar("bro", Source(PATH, 4, 20, 3)),
            Scalar("brunna", Source(PATH, 4, 26, 6)),
            Scalar("hamnen", Source(PATH, 5, 6, 6)),
        ),
        cell("bro,  brunna\n och hamnen").source,
    )


def test_group_of_fields_is_refused_in_a_cell() -> None:
    with pytest.raises(Invalid) as caught:
        InCell(text, clock_times)(Mapping((), Source(PATH, 4)), Context({}))
    assert [fault.message for fault in caught.value.diagnostics] == ["här står flera fält"]


def cell(written: str) -> Scalar:
    return Scalar(written, Source(PATH, 4, 20, 7))
