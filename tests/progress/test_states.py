"""The state of one target: what holds of every kind, and the words of the parties."""

from collections.abc import Callable
from datetime import date

import pytest

Told = Callable[..., list[str]]
State = Callable[..., str]

LAST_DAY, AFTER = date(2018, 12, 31), date(2019, 3, 1)
CLOSED = "löfte: slutredovisad: 2019-02-01"
HALF = "från: 2018-01; till: 2018-06"
REST = "från: 2018-07; till: 2018-12"
BEFORE = date(2017, 12, 31)
NUMBER, NO_NUMBER = "mål: {typ: antal, minst: 3}", "mål: {typ: antal}"
ONCE, ONGOING = "mål: {typ: engångs}", "mål: {typ: löpande}"
STEPS = "mål: {typ: engångs, steg: [{id: x, namn: X}, {id: y, namn: Y}]}"
CEILING = "mål: {typ: antal, högst: 2}"
EVERY_KIND = pytest.mark.parametrize(
    "target", [NUMBER, NO_NUMBER, ONCE, STEPS, ONGOING, CEILING], ids=str
)


class TestEveryKind:
    """What holds however a promise can be followed up."""

    @EVERY_KIND
    def test_nothing_reported_is_not_begun_before_the_period_and_unreported_after(
        self, told: Told, target: str
    ) -> None:
        assert told(target, BEFORE)[0] == "inte påbörjad"
        assert told(target, date(2018, 1, 1))[0] == "inte redovisad"
        assert told(target, AFTER)[0] == "inte redovisad"

    @EVERY_KIND
    def test_no_report_is_not_zero_even_when_the_promise_is_closed(
        self, state: State, target: str
    ) -> None:
        assert state(CLOSED, target) == "inte redovisad"

    @EVERY_KIND
    def test_a_report_on_the_whole_promise_reports_no_measure_for_itself(
        self, told: Told, state: State, target: str
    ) -> None:
        story = (target, f"helhet h: {HALF}; bedömning: genomförd; slutlig: ja")
        assert told("\n".join(story))[0] == "inte redovisad för sig"
        assert state(*story) == "inte redovisad för sig"

    @EVERY_KIND
    def test_a_replaced_report_on_the_whole_promise_says_nothing(
        self, state: State, target: str
    ) -> None:
        story = (
            target,
            "åtgärd n: ordning: 2",
            f"helhet h: {HALF}",
            f"redovisning r: åtgärd: n; {HALF}; ersätter: h",
        )
        assert state(*story) == "inte redovisad"

    @EVERY_KIND
    def test_only_cancelled_actions_decide_nothing(self, state: State, target: str) -> None:
        story = (target, "insats a: datum: 2018-03-14; status: inställd; orsak: Regn")
        undecided = "går inte att avgöra"
        assert state(*story, idag=LAST_DAY) == undecided
        assert state(*story) == undecided
        assert state(*story, CLOSED) == undecided

    @EVERY_KIND
    def test_words_only_do_not_decide_when_the_time_is_over(
        self, state: State, target: str
    ) -> None:
        story = (target, f"redovisning r: {HALF}")
        assert state(*story) == "går inte att avgöra"
        assert state(*story, CLOSED) == "går inte att avgöra"

    @EVERY_KIND
    @pytest.mark.parametrize("verdict", ["senarelagd", "utgår"])
    def test_what_is_postponed_or_dropped_is_so_at_once(
        self, state: State, target: str, verdict: str
    ) -> None:
        story = (
            target,
            "insats a: datum: 2018-03-14; åtgärd: m",
            f"redovisning r: {HALF}; bedömning: {verdict}; orsak: Brist",
        )
        if target != ONCE:
            assert state(*story, idag=LAST_DAY) == f"{verdict} genom r"
        assert state(target, story[2]) == f"{verdict} genom r"
        assert state(target, story[2], CLOSED) == f"{verdict} genom r"

    @EVERY_KIND
    @pytest.mark.parametrize("verdict", ["delvis genomförd", "inte genomförd"])
    def test_before_the_last_word_a_report_may_say_that_too_little_was_done(
        self, state: State, target: str, verdict: str
    ) -> None:
        story = (target, f"redovisning r: {HALF}; bedömning: {verdict}; orsak: Brist")
        assert state(*story, idag=LAST_DAY) == f"{verdict} genom r"
        assert state(*story) == f"{verdict} genom r"

    @EVERY_KIND
    def test_the_last_verdict_decides_where_no_count_can(self, state: State, target: str) -> None:
        story = (
            target,
            f"redovisning r: {HALF}; bedömning: inte genomförd; orsak: Brist",
            f"redovisning s: {REST}; bedömning: delvis genomförd; orsak: Brist",
        )
        assert state(*story, CLOSED) == "delvis genomförd genom s"

    @EVERY_KIND
    @pytest.mark.parametrize("as_promised", ["nej", "oklart"])
    def test_a_verdict_that_rests_on_another_count_does_not_decide(
        self, state: State, target: str, as_promised: str
    ) -> None:
        report = f"{HALF}; bedömning: utgår; orsak: Brist; enligt_löftet: {as_promised}"
        assert state(target, f"redovisning r: {report}", CLOSED) == "går inte att avgöra"

    @pytest.mark.parametrize(
        ("target", "by_action", "by_words"),
        [
            (NUMBER, "pågår", "går inte att avgöra"),
            (NO_NUMBER, "pågår", "pågår"),
            (CEILING, "pågår", "går inte att avgöra"),
            (ONCE, "genomförd genom a", "går inte att avgöra"),
            (STEPS, "pågår", "går inte att avgöra"),
            (ONGOING, "pågår", "pågår"),
        ],
    )
    def test_what_is_told_later_makes_an_early_no_old(
        self, state: State, target: str, by_action: str, by_words: str
    ) -> None:
        early = f"redovisning r: {HALF}; bedömning: inte genomförd; orsak: Brist"
        action, words = "insats a: datum: 2018-07-01", "redovisning s: till: 2018-07-01"
        assert state(target, early, action, idag=LAST_DAY) == by_action
        assert state(target, early, words, idag=LAST_DAY) == by_words
        assert state(target, early, words, CLOSED) == "går inte att avgöra"


class TestVerdicts:
    """Which of several verdicts is the latest."""

    def _latest(self, state: State, first: str, second: str) -> str:
        return state(ONGOING, f"redovisning r: {first}", f"redovisning s: {second}", CLOSED)

    def test_it_is_the_one_that_covers_the_latest_day(self, state: State) -> None:
        early = f"{HALF}; publicerad: 2019-01-15; bedömning: genomförd"
        late = f"{REST}; publicerad: 2019-01-14; bedömning: pågår"
        assert self._latest(state, early, late) == "pågår genom s"
        assert self._latest(state, late, early) == "pågår genom r"

    def test_of_two_for_the_same_time_it_is_the_one_published_last(self, state: State) -> None:
        first = f"{HALF}; publicerad: 2018-07-10; bedömning: utgår; orsak: Brist"
        second = f"{HALF}; publicerad: 2018-07-11; bedömning: genomförd"
        assert self._latest(state, first, second) == "genomförd genom s"
        assert self._latest(state, second, first) == "genomförd genom r"

    @pytest.mark.parametrize(
        ("more", "less"),
        [
            ("genomförd", "pågår"),
            ("fortsätter", "delvis genomförd"),
            ("delvis genomförd", "senarelagd"),
            ("senarelagd", "inte genomförd"),
            ("inte genomförd", "utgår"),
        ],
    )
    def test_of_two_from_the_same_day_the_one_that_claims_less_decides(
        self, state: State, more: str, less: str
    ) -> None:
        one, other = (f"{HALF}; bedömning: {v}; orsak: Brist" for v in (more, less))
        assert self._latest(state, one, other) == f"{less} genom s"
        assert self._latest(state, other, one) == f"{less} genom r"

    def test_what_goes_on_is_under_way(self, state: State) -> None:
        report = f"redovisning r: {HALF}; bedömning: fortsätter"
        assert state(ONGOING, report, CLOSED) == "pågår genom r"

    def test_what_was_done_after_it_was_postponed_is_done(self, state: State) -> None:
        put_off = f"redovisning r: {HALF}; bedömning: senarelagd; orsak: Brist"
        actions = [f"insats {id}: datum: 2018-0{n}-01" for n, id in enumerate("abc", 6)]
        assert state(put_off, *actions) == "genomförd genom c"
        assert state(put_off, *actions[:2]) == "senarelagd genom r"
        assert state(ONCE, put_off, "insats a: datum: 2018-06-30") == "senarelagd genom r"
        assert state(ONCE, put_off, "insats a: datum: 2018-07-01") == "genomförd genom a"

    def test_a_later_verdict_takes_up_what_was_postponed(self, state: State) -> None:
        put_off = f"redovisning r: {HALF}; bedömning: senarelagd; orsak: Brist"
        taken_up = "redovisning s: från: 2018-07; till: 2018-09; bedömning: pågår"
        assert state(ONGOING, put_off, taken_up, idag=LAST_DAY) == "pågår"


class TestTheTargetsOwnTime:
    """A target with `gäller` or a deadline is over on its own day, but begins with the promise."""

    TARGET = "mål: {typ: antal, minst: 3, gäller: 2018-05–2018-08}"

    def test_it_is_not_told_of_before_its_own_time(self, state: State) -> None:
        assert state(self.TARGET, idag=BEFORE) == "inte påbörjad"
        assert state(self.TARGET, idag=date(2018, 1, 1)) == "inte redovisad"

    def test_it_is_over_after_its_own_time(self, state: State) -> None:
        story = (self.TARGET, "insats a: datum: 2018-05-14")
        assert state(*story, idag=date(2018, 8, 31)) == "pågår"
        assert state(*story, idag=date(2018, 9, 1)) == "går inte att avgöra"

    def test_a_numbers_deadline_ends_its_time(self, state: State) -> None:
        story = ("mål: {typ: antal, minst: 3, senast: 2018-06-30}", "insats a: datum: 2018-05-14")
        assert state(*story, idag=date(2018, 6, 30)) == "pågår"
        assert state(*story, idag=date(2018, 7, 1)) == "går inte att avgöra"
