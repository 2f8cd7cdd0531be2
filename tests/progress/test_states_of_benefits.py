"""The state of a standing benefit: it holds, it stopped, or it held to the end."""

from collections.abc import Callable
from datetime import date

import pytest

State = Callable[..., str]

FREE = "mål: {typ: stående}"
LAST_DAY, AFTER = date(2018, 12, 31), date(2019, 3, 1)
CLOSED = "löfte: slutredovisad: 2019-02-01"
HALF, YEAR = "från: 2018-01; till: 2018-06", "från: 2018-01-01; till: 2018-12-31"


def verdict(said: str, days: str = HALF, id: str = "r", more: str = "") -> str:
    return f"redovisning {id}: {days}; bedömning: {said}; orsak: Brist; {more}"


@pytest.mark.parametrize("said", ["pågår", "fortsätter", "genomförd"])
def test_it_is_under_way_while_it_holds_and_open_when_the_end_is_not_told(
    state: State, said: str
) -> None:
    assert state(FREE, verdict(said), idag=LAST_DAY) == "pågår genom r"
    assert state(FREE, verdict(said)) == "går inte att avgöra genom r"


@pytest.mark.parametrize("told", ["insats a: datum: 2018-03-14", f"redovisning r: {HALF}"])
def test_it_holds_as_soon_as_anything_is_told_of_it(state: State, told: str) -> None:
    assert state(FREE, told, idag=LAST_DAY) == "pågår"
    assert state(FREE, told) == "går inte att avgöra"
    assert state(FREE, told, CLOSED) == "går inte att avgöra"


@pytest.mark.parametrize("said", ["pågår", "fortsätter", "genomförd"])
def test_it_is_kept_when_it_held_to_the_end(state: State, said: str) -> None:
    assert state(FREE, verdict(said, YEAR)) == "genomförd genom r"
    second_half = "från: 2018-07; till: 2018-12"
    both = (verdict("pågår"), verdict(said, second_half, id="s"))
    assert state(FREE, *both) == "genomförd genom s"


@pytest.mark.parametrize("said", ["inte genomförd", "delvis genomförd", "utgår", "senarelagd"])
def test_it_stops_when_a_party_says_so(state: State, said: str) -> None:
    assert state(FREE, verdict(said), idag=LAST_DAY) == f"{said} genom r"
    assert state(FREE, verdict(said)) == f"{said} genom r"
    assert state(FREE, verdict(said), CLOSED) == f"{said} genom r"


def test_it_holds_again_when_that_is_said_later(state: State) -> None:
    again = verdict("pågår", "från: 2018-07; till: 2018-09", id="s")
    assert state(FREE, verdict("inte genomförd"), again, idag=LAST_DAY) == "pågår genom s"


def test_a_closed_promise_does_not_say_that_it_held_after_it_was_last_told_of(
    state: State,
) -> None:
    assert state(FREE, verdict("pågår"), CLOSED) == "går inte att avgöra genom r"


def test_a_final_report_on_it_says_how_it_was_to_the_end(state: State) -> None:
    last = verdict("pågår", more="slutlig: ja")
    assert state(FREE, last) == "genomförd genom r"


def test_a_final_report_before_the_end_does_not_say_that_the_end_has_come(state: State) -> None:
    last = verdict("pågår", more="slutlig: ja")
    assert state(FREE, last, idag=date(2018, 7, 1)) == "pågår genom r"


def test_before_and_without_a_word_it_says_nothing(state: State) -> None:
    assert state(FREE, idag=date(2017, 12, 1)) == "inte påbörjad"
    assert state(FREE) == "inte redovisad"
