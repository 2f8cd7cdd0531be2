"""The terms of a promise as people write them: a time limit, what a number is for, a moment."""

from datetime import date, time
from typing import Any

import pytest

from followup.content.document import parse
from followup.content.fields import Context, Invalid, Parser
from followup.content.terms import moment, place_or_unit, time_limit
from followup.diagnostics import Diagnostic, Source
from followup.model import Moment, TimeLimit, Unit

PI_DAY = date(2018, 3, 14)
LIKE_LIMIT = "Skriv ett tal och timmar, dygn, veckor eller arbetsdagar, till exempel:  24 timmar"
LIKE_UNIT = "Skriv  plats  eller en och flera:  försäljningsställe/försäljningsställen"
LIKE_UNITS = "Skriv en och flera med snedstreck emellan:  insats/insatser"
LIKE_MOMENT = "Skriv till exempel:  2018-03-14 19.30"


@pytest.mark.parametrize(
    ("written", "limit"),
    [
        ("24 timmar", TimeLimit(24, "timmar")),
        ("24  Timmar", TimeLimit(24, "timmar")),
        ("en timme", TimeLimit(1, "timmar")),
        ("ett dygn", TimeLimit(1, "dygn")),
        ("1 dag", TimeLimit(1, "dygn")),
        ("tio dagar", TimeLimit(10, "dygn")),
        ("två veckor", TimeLimit(2, "veckor")),
        ("1 vecka", TimeLimit(1, "veckor")),
        ("3 arbetsdagar", TimeLimit(3, "arbetsdagar")),
        ("en arbetsdag", TimeLimit(1, "arbetsdagar")),
        ("tre vardagar", TimeLimit(3, "arbetsdagar")),
        ("9999 timmar", TimeLimit(9999, "timmar")),
        ("24h", TimeLimit(24, "timmar")),
        ("24 tim.", TimeLimit(24, "timmar")),
        ("24timmar", TimeLimit(24, "timmar")),
        ("inom 24 timmar", TimeLimit(24, "timmar")),
    ],
)
def test_time_limit_is_a_number_and_a_word_for_time(written: str, limit: TimeLimit) -> None:
    assert read(time_limit, written) == limit


@pytest.mark.parametrize(
    "written",
    [
        "24", "timmar", "0 timmar", "1,5 timmar", "99999 dygn", "samma dag", "٣ dygn",
    ],
)  # fmt: skip
def test_what_is_no_time_limit_is_told_how_one_is_written(written: str) -> None:
    message = f"”{written}” är inte en tid att hålla"
    assert refuse(time_limit, written) == fault(written, message, LIKE_LIMIT)


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("24 timars", "Menade du  24 timmar ?"),
        ("3 arb.dagar", "Menade du  3 arbetsdagar ?"),
        ("ett halvt dygn", "Menade du  12 timmar ?"),
        ("nästa arbetsdag", "Menade du  1 arbetsdag ?"),
        ("tre månader", "Månader är olika långa. Skriv dygn eller veckor, till exempel:  90 dygn"),
        ("30 minuter", "Den kortaste tiden som går att skriva är  1 timme"),
        ("24–48 timmar", "Skriv den längsta tiden, till exempel:  48 timmar"),
        ("genast", "Säger löftet ingen bestämd tid: ta bort inom, och skriv  typ: löpande"),
        ("okänt", "Är det inte känt: ta bort fältet."),
    ],
)
def test_time_limit_in_other_words_is_told_the_nearest(written: str, hint: str) -> None:
    message = f"”{written}” är inte en tid att hålla"
    assert refuse(time_limit, written) == fault(written, message, hint)


@pytest.mark.parametrize(
    "written", ["plats", "Plats", "platser", "plats/platser", "per plats", "varje plats"]
)
def test_number_may_hold_for_each_place(written: str) -> None:
    assert read(place_or_unit, written) == "plats"


def test_number_may_hold_for_each_of_a_unit() -> None:
    assert read(place_or_unit, "butik/butiker") == Unit("butik", "butiker")


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("butik", LIKE_UNIT),
        ("butik, butiker", "Menade du  butik/butiker ?"),
        ("butik/", LIKE_UNITS),
        ("/butiker", LIKE_UNITS),
        ("a/b/c", LIKE_UNITS),
    ],
)
def test_unit_says_both_one_and_many(written: str, hint: str) -> None:
    message = f"”{written}” säger inte både en och flera"
    assert refuse(place_or_unit, written) == fault(written, message, hint)


@pytest.mark.parametrize(
    ("written", "clock"),
    [
        ("2018-03-14", None),
        ("14 mars 2018", None),
        ("2018-03-14 19.30", time(19, 30)),
        ("2018-03-14 19:30", time(19, 30)),
        ("2018-03-14T19:30", time(19, 30)),
        ("2018-03-14 19:30:59", time(19, 30)),
        ("2018-03-14, kl. 9", time(9)),
        ("2018-03-14 kl 19.30", time(19, 30)),
        ("14 mars 2018 19.30", time(19, 30)),
        ("den 14 mars 2018 kl. 19:30", time(19, 30)),
        ("2018-03-14 00:00", time(0)),
        ("14/3/2018 19:30:00", time(19, 30)),
        ("14.3.2018, kl. 19.30", time(19, 30)),
        ("20180314 19:30", time(19, 30)),
        ("14/3 2018", None),
        ("2018.03.14", None),
    ],
)
def test_moment_is_a_day_and_perhaps_a_time(written: str, clock: time | None) -> None:
    assert read(moment, written) == Moment(PI_DAY, clock)


@pytest.mark.parametrize(
    "written",
    ["igår", "19.30", "2018-03-14 kl", "2018-03-14 halv åtta", "2018-03-14 1930"],
)
def test_what_is_no_moment_is_told_how_one_is_written(written: str) -> None:
    message = f"”{written}” är inte en dag med klockslag"
    assert refuse(moment, written) == fault(written, message, LIKE_MOMENT, "datum")


@pytest.mark.parametrize(
    ("written", "rule", "message", "hint"),
    [
        (
            "2018-03-14 17–21",
            "värde",
            "”2018-03-14 17–21” är ett från och till",
            "Skriv ett klockslag, till exempel:  2018-03-14 19.30",
        ),
        ("2018-03-14 25:00", "värde", "klockan ”25:00” finns inte", "Skriv till exempel:  19.30"),
        (
            "2018-02-30 10:00",
            "datum",
            "den 30 februari 2018 finns inte",
            "Februari 2018 har 28 dagar. Skriv till exempel:  2018-02-28",
        ),
        (
            "19.30 2018-03-14",
            "datum",
            "”19.30 2018-03-14” är inte en dag med klockslag",
            "Menade du  2018-03-14 19.30 ?",
        ),
        (
            "14/3 19.30",
            "datum",
            "”14/3” säger inte vilket år",
            "Skriv året också, till exempel:  14 mars 2018",
        ),
        (
            "2018-03 19.30",
            "datum",
            "”2018-03” säger inte vilken dag",
            "Skriv hela datumet, till exempel:  2018-03-01",
        ),
        (
            "mars 2018",
            "datum",
            "”mars 2018” säger inte vilken dag",
            "Skriv hela datumet, till exempel:  2018-03-01",
        ),
    ],
)
def test_day_and_time_of_a_moment_are_such_as_exist(
    written: str, rule: str, message: str, hint: str
) -> None:
    assert refuse(moment, written) == fault(written, message, hint, rule)


def read(parser: Parser[Any], written: str) -> object:
    """What a parser makes of a value as it stands in a file."""
    (entry,) = parse("a.yaml", f"fält: {written}\n").front_matter.entries
    return parser(entry.value, Context({}))


def refuse(parser: Parser[Any], written: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(Invalid) as caught:
        read(parser, written)
    return caught.value.diagnostics


def fault(written: str, message: str, hint: str, rule: str = "värde") -> tuple[Diagnostic, ...]:
    return (Diagnostic(Source("a.yaml", 1, 7, len(written)), "fel", rule, message, hint),)
