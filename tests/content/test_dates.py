"""Days and times as people write them, and what is said of those that do not exist."""

from datetime import date, time
from typing import Any

import pytest

from followup.content.dates import clocks, day, day_range, season, span, yes_or_day
from followup.content.document import parse
from followup.content.fields import Context, Invalid, Parser
from followup.diagnostics import Diagnostic, Source
from followup.model import Span

PI_DAY = date(2018, 3, 14)
LIKE = "Skriv till exempel:  2018-03-14"
LIKE_RANGE = "Skriv till exempel:  2018-05-01 till 2018-08-31"
SUMMER = Span(date(2018, 5, 1), date(2018, 8, 31))


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2018-03-14", PI_DAY, PI_DAY),
        ("2018-3-14", PI_DAY, PI_DAY),
        ("14 mars 2018", PI_DAY, PI_DAY),
        ("den 14 Mars 2018", PI_DAY, PI_DAY),
        ("2018-03", date(2018, 3, 1), date(2018, 3, 31)),
        ("mars 2018", date(2018, 3, 1), date(2018, 3, 31)),
        ("2018-01", date(2018, 1, 1), date(2018, 1, 31)),
        ("2018-02", date(2018, 2, 1), date(2018, 2, 28)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2018-12", date(2018, 12, 1), date(2018, 12, 31)),
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("2020-02-29", date(2020, 2, 29), date(2020, 2, 29)),
        ("1900", date(1900, 1, 1), date(1900, 12, 31)),
        ("2200-12-31", date(2200, 12, 31), date(2200, 12, 31)),
    ],
)
def test_date_is_as_exact_as_it_is_written(written: str, first: date, last: date) -> None:
    assert read(span, written) == Span(first, last)


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        *(
            (written, f"”{written}” är inte ett datum", LIKE)
            for written in ("i våras", "18-03-14", "2018-3", "14/3 2018", "20180314", "mars",
                            "14 mrs 2018", "2018-03-14 19:30", "٢٠١٨-٠٣-١٤")
        ),
        ("2018-02-30", "den 30 februari 2018 finns inte",
         "Februari 2018 har 28 dagar. Skriv till exempel:  2018-02-28"),
        ("2018-02-29", "den 29 februari 2018 finns inte",
         "Februari 2018 har 28 dagar. Skriv till exempel:  2018-02-28"),
        ("1900-02-29", "den 29 februari 1900 finns inte",
         "Februari 1900 har 28 dagar. Skriv till exempel:  1900-02-28"),
        ("31 april 2018", "den 31 april 2018 finns inte",
         "April 2018 har 30 dagar. Skriv till exempel:  2018-04-30"),
        ("2018-03-00", "den 0 mars 2018 finns inte",
         "Mars 2018 har 31 dagar. Skriv till exempel:  2018-03-31"),
        ("2018-14-03", "månad 14 finns inte",
         "Skriv år, månad och dag i den ordningen:  2018-03-14"),
        ("2018-00", "månad 0 finns inte", "Skriv år, månad och dag i den ordningen:  2018-03-14"),
        ("1899", "år 1899 kan inte stämma", "Kontrollera årtalet."),
        ("2201-01-01", "år 2201 kan inte stämma", "Kontrollera årtalet."),
        ("0000-01-01", "år 0 kan inte stämma", "Kontrollera årtalet."),
    ],
)  # fmt: skip
def test_date_that_does_not_exist_is_pointed_at(written: str, message: str, hint: str) -> None:
    assert faults(span, written) == (fault(7, len(written), message, hint),)


def test_day_names_its_day() -> None:
    assert read(day, "14 mars 2018") == PI_DAY


@pytest.mark.parametrize(
    ("written", "example"),
    [("2018", "2018-01-01"), ("2018-03", "2018-03-01"), ("maj 2018", "2018-05-01")],
)
def test_date_without_a_day_is_no_day(written: str, example: str) -> None:
    message = f"”{written}” säger inte vilken dag"
    hint = f"Skriv hela datumet, till exempel:  {example}"
    assert faults(day, written) == (fault(7, len(written), message, hint),)


@pytest.mark.parametrize(
    "written",
    ["2018-05-01 till 2018-08-31", "2018-05 till 2018-08", "2018-05–2018-08", "2018-05 – 2018-08",
     "2018-05 - 2018-08", "maj 2018 till augusti 2018", "2018-05-01 till 31 augusti 2018"],
)  # fmt: skip
def test_range_is_from_the_first_day_to_the_last(written: str) -> None:
    assert read(day_range, written) == SUMMER


def test_one_date_is_a_range() -> None:
    assert read(day_range, "2018-03-14 till 2018-03-14") == Span(PI_DAY, PI_DAY)
    assert read(day_range, "2018-05") == Span(date(2018, 5, 1), date(2018, 5, 31))


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        ("2018-08 till 2018-05", "”2018-08 till 2018-05” är inte en tid från och till", LIKE_RANGE),
        ("2018 till 2019 till 2020", "”2018 till 2019 till 2020” är inte en tid från och till",
         LIKE_RANGE),
        ("2018-05 till", "”2018-05 till” är inte ett datum", LIKE),
        ("2018 till våren", "”våren” är inte ett datum", LIKE),
        ("2018 till 2018-02-30", "den 30 februari 2018 finns inte",
         "Februari 2018 har 28 dagar. Skriv till exempel:  2018-02-28"),
    ],
)  # fmt: skip
def test_range_that_is_none_is_pointed_at(written: str, message: str, hint: str) -> None:
    assert faults(day_range, written) == (fault(7, len(written), message, hint),)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2018-05 till 2018-08", (SUMMER,)),
        ("[2018-05 till 2018-08, 2019]", (SUMMER, Span(date(2019, 1, 1), date(2019, 12, 31)))),
        ("sommarhalvåret", "sommarhalvåret"),
        ("våren och hösten", "våren och hösten"),
    ],
)
def test_season_is_ranges_or_words(written: str, meant: object) -> None:
    assert read(season, written) == meant


def test_each_range_of_a_season_is_pointed_at() -> None:
    assert faults(season, "[2019 till 2018, hösten]") == (
        fault(8, 14, "”2019 till 2018” är inte en tid från och till", LIKE_RANGE),
        fault(24, 6, "”hösten” är inte ett datum", LIKE),
    )


@pytest.mark.parametrize(
    ("written", "meant"), [("ja", True), ("Nej", False), ("2018-03-14", PI_DAY)]
)
def test_yes_may_be_the_day(written: str, meant: object) -> None:
    assert read(yes_or_day, written) == meant


def test_what_is_neither_yes_nor_a_day_is_pointed_at() -> None:
    message = "”kanske” är varken ja, nej eller en dag"
    hint = "Skriv  ja  eller  nej  eller dagen:  2018-03-14"
    assert faults(yes_or_day, "kanske") == (fault(7, 6, message, hint, rule="värde"),)


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("19:30", time(19, 30), None),
        ("19.30", time(19, 30), None),
        ("9.05", time(9, 5), None),
        ("19", time(19), None),
        ("kl. 19.30", time(19, 30), None),
        ("Kl 19", time(19), None),
        ("17–21", time(17), time(21)),
        ("17-21", time(17), time(21)),
        ("17.30 – 21:15", time(17, 30), time(21, 15)),
        ("21–01", time(21), time(1)),
        ("00:00–23:59", time(0), time(23, 59)),
    ],
)
def test_time_is_read_as_people_write_it(written: str, start: time, end: time | None) -> None:
    assert read(clocks, written) == (start, end)


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        *(
            (written, f"”{written}” är inte ett klockslag",
             "Skriv till exempel:  19.30  eller  17–21")
            for written in ("halv åtta", "19:5", "1930", "19–", "–21", "17–21–23", "19:30:00")
        ),
        *(
            (written, f"klockan ”{written}” finns inte", "Skriv till exempel:  19.30")
            for written in ("24:00", "19:60", "17–25", "25–17")
        ),
    ],
)  # fmt: skip
def test_time_that_does_not_exist_is_pointed_at(written: str, message: str, hint: str) -> None:
    assert faults(clocks, written) == (fault(7, len(written), message, hint, rule="värde"),)


@pytest.mark.parametrize("parser", [span, day, day_range, season, yes_or_day, clocks])
def test_group_of_fields_is_no_time(parser: Parser[Any]) -> None:
    hint = "Skriv ett enda värde på samma rad."
    assert faults(parser, "{a: b}") == (fault(7, 1, "här står flera fält", hint, rule="form"),)


def read(parser: Parser[Any], written: str) -> object:
    """What a parser makes of a value as it stands in a file."""
    (entry,) = parse("a.yaml", f"fält: {written}\n").front_matter.entries
    return parser(entry.value, Context({}))


def faults(parser: Parser[Any], written: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(Invalid) as caught:
        read(parser, written)
    return caught.value.diagnostics


def fault(column: int, length: int, message: str, hint: str, rule: str = "datum") -> Diagnostic:
    return Diagnostic(Source("a.yaml", 1, column, length), "fel", rule, message, hint)
