"""The state of one target that is counted."""

from collections.abc import Callable
from datetime import date

import pytest

Told = Callable[..., list[str]]
State = Callable[..., str]

LAST_DAY, AFTER = date(2018, 12, 31), date(2019, 3, 1)
CLOSED = "löfte: slutredovisad: 2019-02-01"
HALF = "från: 2018-01; till: 2018-06"
REST = "från: 2018-07; till: 2018-12"
NO_NUMBER = "mål: {typ: antal}"
CEILING = "mål: {typ: antal, högst: 2}"


class TestNumber:
    """`antal` with a promised floor."""

    @pytest.mark.parametrize("key", ["antal", "minst"])
    def test_a_reached_number_is_done_at_any_time(self, state: State, key: str) -> None:
        target = f"mål: {{typ: antal, {key}: 2}}"
        actions = ("insats a: datum: 2018-03-14", "insats b: datum: 2018-04-14")
        assert state(target, *actions[:1], idag=date(2018, 4, 14)) == "pågår"
        assert state(target, *actions, idag=date(2018, 4, 14)) == "genomförd genom b"
        assert state(target, *actions) == "genomförd genom b"
        assert state(target, *actions, CLOSED) == "genomförd genom b"

    def test_the_number_is_reached_by_what_came_last_in_time(self, state: State) -> None:
        story = (
            "insats a: datum: 2018-08-01",
            f"redovisning r: {HALF}; antal: 2",
            "insats b: datum: 2018-09-01",
        )
        assert state(*story) == "genomförd genom a"

    def test_an_approximate_figure_reaches_the_number_only_by_what_it_proves(
        self, state: State
    ) -> None:
        story = (
            "mål: {typ: antal, minst: 8}",
            f"redovisning r: {HALF}; antal: 8; noggrannhet: ungefär",
            "redovisning s: från: 2018-07; till: 2018-09; antal: 5",
        )
        assert state(*story) == "genomförd genom s"

    def test_something_counted_is_under_way_until_the_time_is_over(self, state: State) -> None:
        action = "insats a: datum: 2018-03-14"
        assert state(action, idag=LAST_DAY) == "pågår"
        assert state(action) == "går inte att avgöra"

    def test_when_all_is_told_too_few_is_partly_done_and_none_is_not_done(
        self, state: State
    ) -> None:
        assert state(CLOSED, f"redovisning r: {HALF}; antal: 2") == "delvis genomförd"
        assert state(CLOSED, "insats a: datum: 2018-03-14") == "delvis genomförd"
        assert state(CLOSED, f"redovisning r: {HALF}; antal: 0") == "inte genomförd"

    def test_a_reported_zero_is_not_begun_until_the_time_is_over(self, state: State) -> None:
        zero = f"redovisning r: {HALF}; antal: 0"
        assert state(zero, idag=LAST_DAY) == "inte påbörjad"
        assert state(zero) == "går inte att avgöra"

    @pytest.mark.parametrize("verdict", ["pågår", "fortsätter"])
    def test_a_zero_that_the_party_says_is_under_way_is_under_way(
        self, state: State, verdict: str
    ) -> None:
        zero = f"redovisning r: {HALF}; antal: 0; bedömning: {verdict}"
        assert state(zero, idag=LAST_DAY) == "pågår"

    def test_a_zero_that_the_party_calls_done_is_not_done(self, state: State) -> None:
        zero = f"redovisning r: {HALF}; antal: 0; bedömning: genomförd"
        assert state(zero, idag=LAST_DAY) == "inte påbörjad"

    def test_an_action_within_a_reported_zero_shows_that_it_has_begun(self, state: State) -> None:
        story = (f"redovisning r: {HALF}; antal: 0", "insats a: datum: 2018-03-14")
        assert state(*story, idag=LAST_DAY) == "pågår"

    def test_words_only_do_not_decide(self, state: State) -> None:
        assert state(f"redovisning r: {HALF}", idag=LAST_DAY) == "går inte att avgöra"

    def test_actions_that_do_not_count_are_reported_but_decide_nothing(self, told: Told) -> None:
        story = (
            "mål: {typ: antal, minst: 3, räknas: {platser: [bro]}}",
            "insats a: datum: 2018-03-14; plats: brunna",
        )
        assert told("\n".join(story)) == [
            "går inte att avgöra, till 2018-03-14",
            "räknas inte: a (annan plats brunna)",
        ]

    def test_without_a_count_the_partys_verdict_decides(self, state: State) -> None:
        done = f"redovisning r: {HALF}; bedömning: genomförd"
        assert state(done, idag=LAST_DAY) == "genomförd genom r"
        assert state(done) == "går inte att avgöra"
        assert state(done, CLOSED) == "genomförd genom r"

    @pytest.mark.parametrize(
        ("figure", "verdict", "expected"),
        [
            ("antal: 2", "genomförd", "delvis genomförd"),
            ("antal: 3", "delvis genomförd", "genomförd genom r"),
            ("antal: 3", "inte genomförd", "genomförd genom r"),
            ("antal: 0", "delvis genomförd", "inte genomförd"),
            ("antal: 2; noggrannhet: minst", "genomförd", "genomförd genom r"),
            ("antal: 2; noggrannhet: minst", "inte genomförd", "inte genomförd genom r"),
        ],
    )
    def test_the_count_decides_before_the_partys_verdict_where_it_can(
        self, state: State, figure: str, verdict: str, expected: str
    ) -> None:
        report = f"redovisning r: {HALF}; {figure}; bedömning: {verdict}; orsak: Brist"
        assert state(CLOSED, report) == expected

    def test_a_verdict_on_the_way_does_not_make_a_count_done(self, state: State) -> None:
        report = f"redovisning r: {HALF}; antal: 2; bedömning: genomförd"
        assert state(report, idag=LAST_DAY) == "pågår"
        assert state(report) == "går inte att avgöra"

    def test_a_party_may_say_on_the_way_that_too_few_is_all_there_will_be(
        self, state: State
    ) -> None:
        story = (
            "insats a: datum: 2018-03-14",
            f"redovisning r: {HALF}; bedömning: delvis genomförd; orsak: Brist",
        )
        assert state(*story, idag=LAST_DAY) == "delvis genomförd genom r"
        later = "insats b: datum: 2018-07-01"
        assert state(*story, later, idag=LAST_DAY) == "pågår"
        assert state(*story, later) == "går inte att avgöra"

    def test_an_unclear_figure_later_does_not_make_an_early_no_old(self, state: State) -> None:
        story = (
            f"redovisning r: {HALF}; bedömning: inte genomförd; orsak: Brist",
            f"redovisning s: {REST}; antal: 2; enligt_löftet: oklart",
        )
        assert state(*story) == "inte genomförd genom r"


class TestNoNumber:
    """`antal` without a promised number."""

    @pytest.mark.parametrize(
        "told_of",
        [
            "insats a: datum: 2018-03-14",
            f"redovisning r: {HALF}; antal: 18",
            f"redovisning r: {HALF}",
        ],
    )
    def test_it_is_under_way_until_all_is_told(self, state: State, told_of: str) -> None:
        assert state(NO_NUMBER, told_of, idag=LAST_DAY) == "pågår"
        assert state(NO_NUMBER, told_of) == "går inte att avgöra"

    def test_when_all_is_told_some_is_done_and_none_is_not(self, state: State) -> None:
        assert state(CLOSED, NO_NUMBER, "insats a: datum: 2018-03-14") == "genomförd"
        some, none = (f"redovisning r: {HALF}; antal: {n}" for n in (18, 0))
        assert state(CLOSED, NO_NUMBER, some) == "genomförd"
        assert state(CLOSED, NO_NUMBER, none) == "inte genomförd"

    def test_a_zero_beside_what_may_count_is_not_none(self, state: State) -> None:
        story = (
            "mål: {typ: antal, räknas: {platser: [bro]}}",
            f"redovisning r: {HALF}; antal: 0; enligt_löftet: ja",
            "insats a: datum: 2018-08-01",
        )
        assert state(CLOSED, *story) == "går inte att avgöra"

    def test_a_zero_for_some_of_the_time_is_not_none_when_the_rest_is_words(
        self, state: State
    ) -> None:
        story = (f"redovisning r: {HALF}; antal: 0", f"redovisning s: {REST}")
        assert state(NO_NUMBER, *story) == "går inte att avgöra"

    def test_when_all_is_told_the_verdict_decides(self, state: State) -> None:
        report = f"redovisning r: {HALF}; antal: 18; bedömning: delvis genomförd; orsak: Brist"
        assert state(CLOSED, NO_NUMBER, report) == "delvis genomförd genom r"

    def test_a_verdict_of_done_waits_until_all_is_told(self, state: State) -> None:
        report = f"redovisning r: {HALF}; antal: 18; bedömning: genomförd"
        assert state(NO_NUMBER, report, idag=LAST_DAY) == "pågår"
        assert state(CLOSED, NO_NUMBER, report) == "genomförd genom r"


class TestCeiling:
    """`högst`: kept only when all is told."""

    @pytest.mark.parametrize(
        ("figure", "expected"),
        [
            ("antal: 0", "genomförd"),
            ("antal: 2", "genomförd"),
            ("antal: 3", "inte genomförd"),
            ("antal: 2; noggrannhet: minst", "går inte att avgöra"),
            ("antal: 3; noggrannhet: minst", "inte genomförd"),
            ("antal: 3; noggrannhet: drygt", "inte genomförd"),
            ("antal: 1; noggrannhet: ungefär", "genomförd"),
            ("antal: 2; noggrannhet: ungefär", "går inte att avgöra"),
            ("antal: 4; noggrannhet: ungefär", "går inte att avgöra"),
            ("antal: 5; noggrannhet: ungefär", "inte genomförd"),
        ],
    )
    def test_when_all_is_told_it_is_kept_or_broken_as_far_as_the_figure_proves(
        self, state: State, figure: str, expected: str
    ) -> None:
        assert state(CLOSED, CEILING, f"redovisning r: {HALF}; {figure}") == expected

    def test_before_that_it_is_under_way_however_many_there_are(self, state: State) -> None:
        for number in (1, 2, 9):
            report = f"redovisning r: {HALF}; antal: {number}"
            assert state(CEILING, report, idag=LAST_DAY) == "pågår"
            assert state(CEILING, report) == "går inte att avgöra"

    def test_it_is_not_kept_when_more_may_have_counted(self, state: State) -> None:
        target = "mål: {typ: antal, högst: 2, räknas: {platser: [bro]}}"
        counted = [f"insats {id}: datum: 2018-03-14; plats: bro" for id in "ab"]
        unknown = "insats c: datum: 2018-03-15"
        assert state(CLOSED, target, *counted) == "genomförd"
        assert state(CLOSED, target, *counted, unknown) == "går inte att avgöra"

    def test_it_is_not_kept_when_some_of_the_time_was_told_in_words_only(
        self, state: State
    ) -> None:
        story = (f"redovisning r: {HALF}; antal: 1", f"redovisning s: {REST}")
        assert state(CEILING, *story) == "går inte att avgöra"

    def test_a_ceiling_of_none_is_kept_by_none(self, state: State) -> None:
        target = "mål: {typ: antal, högst: 0}"
        assert state(CLOSED, target, f"redovisning r: {HALF}; antal: 0") == "genomförd"
        assert state(CLOSED, target, "insats a: datum: 2018-03-14") == "inte genomförd"
