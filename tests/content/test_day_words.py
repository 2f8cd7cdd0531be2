"""The days that a date means: what it shares with another is written once."""

from datetime import date

import pytest

from followup.content.day_words import Answer, read, read_range
from followup.model import Span


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("14–16 mars 2018", date(2018, 3, 14), date(2018, 3, 16)),
        ("mars–april 2018", date(2018, 3, 1), date(2018, 4, 30)),
        ("2018-03-14--16", date(2018, 3, 14), date(2018, 3, 16)),
        ("mellan 14 mars och 2 april 2018", date(2018, 3, 14), date(2018, 4, 2)),
        ("2017–2018", date(2017, 1, 1), date(2018, 12, 31)),
    ],
)
def test_range_has_its_first_and_last_day(written: str, first: date, last: date) -> None:
    assert read_range(written) == Span(first, last)


def test_range_that_runs_backwards_is_told() -> None:
    told = read_range("2018-03-16 till 2018-03-14")
    assert isinstance(told, Answer)
    assert told.message == "”2018-03-16 till 2018-03-14” slutar innan det börjar"


def test_other_words_are_no_day() -> None:
    assert (read("i våras"), read_range("hela våren")) == (None, None)
