"""What is said of words that are no date: with the days that they mean, and never an exception."""

from datetime import date

import pytest

from followup.content.misdated import LIKE, answer, days
from followup.model import Span

NOWHERE: frozenset[str] = frozenset()


def test_week_is_from_monday_to_sunday() -> None:
    assert days("vecka 12 2018") == Span(date(2018, 3, 19), date(2018, 3, 25))


@pytest.mark.parametrize("week", ["vecka 52 9999", "9999-W52", "v. 30 0000", "vecka 54 2018"])
def test_week_that_is_in_no_year_of_ours_is_no_date(week: str) -> None:
    told = answer(week, NOWHERE)
    assert days(week) is None
    assert (told.message, told.hint) == (f"”{week}” är inte ett datum", LIKE)


def test_days_go_in_from_and_to_where_there_are_such_fields() -> None:
    assert answer("kvartal 1 2018", frozenset({"från", "till"})).hint == (
        "Skriv  från: 2018-01  och  till: 2018-03  på var sin rad."
    )
    assert answer("kvartal 1 2018", NOWHERE).hint == "Skriv en enda dag, till exempel:  2018-03"


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        ("2018-O9-28", "har bokstaven O där en siffra ska stå", "Menade du  2018-09-28 ?"),
        ("2018-09-2B", "har bokstaven B där en siffra ska stå", "Menade du  2018-09-28 ?"),
        ("20l8-09-28", "har bokstaven l där en siffra ska stå", "Menade du  2018-09-28 ?"),
        (
            "fredagen den 28 september",
            "säger inte vilket år",
            "Skriv året också, till exempel:  28 september 2018",
        ),
    ],
)
def test_letter_for_a_digit_and_year_that_is_left_out_are_told(
    written: str, message: str, hint: str
) -> None:
    assert answer(written, NOWHERE) == (f"”{written}” {message}", hint)
