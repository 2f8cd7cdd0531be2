"""The state of one target that is not counted: one thing, its steps, and what goes on."""

from collections.abc import Callable
from datetime import date

import pytest

Told = Callable[..., list[str]]
State = Callable[..., str]

LAST_DAY, AFTER = date(2018, 12, 31), date(2019, 3, 1)
CLOSED = "löfte: slutredovisad: 2019-02-01"
HALF = "från: 2018-01; till: 2018-06"
REST = "från: 2018-07; till: 2018-12"
ONCE, ONGOING = "mål: {typ: engångs}", "mål: {typ: löpande}"
STEPS = "mål: {typ: engångs, steg: [{id: x, namn: X}, {id: y, namn: Y}]}"


class TestOnce:
    """`engångs`: one thing, with or without steps and a deadline."""

    def test_one_thing_is_done_by_the_first_action(self, told: Told) -> None:
        story = """
            mål: {typ: engångs}
            insats a: från: 2018-03-01; till: 2018-05-01
            insats b: datum: 2018-04-14
        """
        assert told(story, AFTER) == ["genomförd genom b, till 2018-05-01"]

    def test_one_thing_is_done_when_the_party_says_so(self, state: State) -> None:
        report = f"redovisning r: {HALF}; bedömning: genomförd"
        assert state(ONCE, report) == "genomförd genom r"

    @pytest.mark.parametrize(
        ("figure", "expected"),
        [
            ("antal: 1", "genomförd genom r"),
            ("antal: 1; noggrannhet: minst", "genomförd genom r"),
            ("antal: 1; noggrannhet: ungefär", "går inte att avgöra"),
            ("antal: 1; enligt_löftet: nej", "går inte att avgöra"),
        ],
    )
    def test_one_thing_is_done_when_it_is_counted_in_a_report(
        self, state: State, figure: str, expected: str
    ) -> None:
        assert state(ONCE, f"redovisning r: {HALF}; {figure}") == expected

    def test_an_action_shows_that_it_was_done_although_a_report_says_none(
        self, state: State
    ) -> None:
        story = ("insats a: datum: 2018-03-14", f"redovisning r: {HALF}; antal: 0")
        assert state(ONCE, *story, CLOSED) == "genomförd genom a"

    def test_when_all_is_told_a_reported_none_is_not_done(self, state: State) -> None:
        report = f"redovisning r: {HALF}; antal: 0"
        assert state(ONCE, report, idag=LAST_DAY) == "går inte att avgöra"
        assert state(ONCE, report) == "går inte att avgöra"
        assert state(ONCE, report, CLOSED) == "inte genomförd"

    def test_a_none_for_some_of_the_time_is_not_all(self, state: State) -> None:
        story = (f"redovisning r: {HALF}; antal: 0", f"redovisning s: {REST}")
        assert state(ONCE, *story) == "går inte att avgöra"

    def test_on_the_way_the_party_says_how_it_stands(self, state: State) -> None:
        report = f"redovisning r: {HALF}; bedömning: pågår"
        assert state(ONCE, report, idag=LAST_DAY) == "pågår genom r"
        assert state(ONCE, f"redovisning r: {HALF}", idag=LAST_DAY) == "går inte att avgöra"

    @pytest.mark.parametrize(
        ("last", "expected"),
        [
            ("till: 2018-06-29; bedömning: pågår", "pågår genom r"),
            ("till: 2018-06-30; bedömning: pågår", "inte genomförd genom r"),
            ("till: 2018-07-31; bedömning: fortsätter", "inte genomförd genom r"),
            ("till: 2018-06-30; antal: 0", "inte genomförd genom r"),
            ("till: 2018-06-30; antal: 0; enligt_löftet: oklart", "går inte att avgöra"),
            ("till: 2018-06-29; antal: 0", "går inte att avgöra"),
            ("till: 2018-06-30; bedömning: genomförd", "genomförd genom r"),
            ("till: 2018-06-30; bedömning: senarelagd; orsak: Brist", "senarelagd genom r"),
            ("till: 2018-07-31", "går inte att avgöra"),
        ],
    )
    def test_what_is_reported_undone_when_the_deadline_has_passed_is_not_done(
        self, state: State, last: str, expected: str
    ) -> None:
        target = "mål: {typ: engångs, senast: 2018-06-30}"
        assert state(target, f"redovisning r: {last}", idag=LAST_DAY) == expected

    def test_the_latest_word_decides_whether_the_deadline_was_missed(self, state: State) -> None:
        target = "mål: {typ: engångs, senast: 2018-06-30}"
        undone = "redovisning r: till: 2018-07-31; bedömning: pågår"
        partly = "redovisning s: till: 2018-08-31; bedömning: delvis genomförd; orsak: Brist"
        words = "redovisning t: till: 2018-09-30"
        assert state(target, undone, words, idag=LAST_DAY) == "inte genomförd genom r"
        assert state(target, undone, partly, idag=LAST_DAY) == "delvis genomförd genom s"

    def test_a_deadline_that_passes_in_silence_decides_nothing(self, state: State) -> None:
        assert state("mål: {typ: engångs, senast: 2018-06-30}") == "inte redovisad"

    def test_what_is_done_after_the_deadline_is_done(self, state: State) -> None:
        story = (
            "mål: {typ: engångs, senast: 2018-06-30}",
            "redovisning r: till: 2018-07-31; bedömning: pågår",
            "insats a: datum: 2018-09-01",
        )
        assert state(*story) == "genomförd genom a"


class TestSteps:
    """`engångs` with named steps."""

    X, Y = "insats a: åtgärd: m#x; datum: 2018-03-14", "insats b: åtgärd: m#y; datum: 2018-02-14"

    def test_it_is_done_by_the_step_that_was_done_last(self, told: Told) -> None:
        assert told("\n".join((STEPS, self.X, self.Y))) == [
            "genomförd genom a, till 2018-03-14",
            "steg: x a, y b",
        ]

    def test_a_step_is_done_when_the_party_says_so(self, told: Told) -> None:
        report = "redovisning r: åtgärd: m#y; till: 2018-06-30; bedömning: genomförd"
        assert told("\n".join((STEPS, self.X, report))) == [
            "genomförd genom r, till 2018-06-30",
            "steg: x a, y r",
            "med ord: r",
        ]

    @pytest.mark.parametrize(
        "report",
        [
            "bedömning: pågår",
            "bedömning: genomförd; enligt_löftet: nej",
            "bedömning: genomförd; enligt_löftet: oklart",
        ],
    )
    def test_no_other_word_makes_a_step_done(self, told: Told, report: str) -> None:
        story = (STEPS, f"redovisning r: åtgärd: m#y; till: 2018-06-30; {report}")
        assert told("\n".join(story))[1] == "steg: x ?, y ?"

    def test_the_latest_word_on_a_step_decides(self, told: Told) -> None:
        done = "redovisning r: åtgärd: m#x; till: 2018-05-31; bedömning: genomförd"
        undone = (
            "redovisning s: åtgärd: m#x; till: 2018-06-30; bedömning: inte genomförd; orsak: Brist"
        )
        assert told("\n".join((STEPS, done, undone)))[1] == "steg: x ?, y ?"

    def test_a_step_that_was_called_off_is_not_done(self, told: Told) -> None:
        story = f"{STEPS}\n{self.X}; status: inställd; orsak: Regn"
        assert told(story) == [
            "går inte att avgöra, till 2018-03-14",
            "räknas inte: a (inställd)",
            "steg: x ?, y ?",
        ]

    def test_some_steps_are_under_way_until_the_time_is_over_and_then_open(
        self, state: State
    ) -> None:
        assert state(STEPS, self.X, idag=LAST_DAY) == "pågår"
        assert state(STEPS, self.X) == "går inte att avgöra"

    def test_when_all_is_told_some_steps_are_partly_done(self, state: State) -> None:
        assert state(STEPS, self.X, CLOSED) == "delvis genomförd"

    def test_an_action_on_no_step_shows_that_it_is_under_way(self, state: State) -> None:
        action = "insats a: datum: 2018-03-14"
        assert state(STEPS, action, idag=LAST_DAY) == "pågår"
        assert state(STEPS, action, CLOSED) == "går inte att avgöra"

    def _undone(self, step: str) -> str:
        verdict = "bedömning: inte genomförd; orsak: Brist"
        return f"redovisning no-{step}: åtgärd: m#{step}; till: 2018-06-30; {verdict}"

    def test_steps_reported_undone_are_not_done_when_all_is_told(self, state: State) -> None:
        both = (self._undone("x"), self._undone("y"))
        assert state(STEPS, *both, idag=LAST_DAY) == "går inte att avgöra"
        assert state(STEPS, *both, CLOSED) == "inte genomförd"
        assert state(STEPS, both[0], CLOSED) == "går inte att avgöra"

    @pytest.mark.parametrize("verdict", ["senarelagd", "utgår", "delvis genomförd"])
    def test_a_verdict_on_one_step_is_not_on_all_of_it(self, state: State, verdict: str) -> None:
        report = f"till: 2018-06-30; bedömning: {verdict}; orsak: Brist"
        story = (STEPS, self.Y, f"redovisning r: åtgärd: m#x; {report}")
        assert state(*story, idag=LAST_DAY) == "pågår"

    def test_the_party_may_say_that_all_of_it_is_done(self, state: State) -> None:
        report = "redovisning r: till: 2018-06-30; bedömning: genomförd"
        assert state(STEPS, self.X, report) == "genomförd genom r"

    def test_that_does_not_hold_when_a_step_is_reported_undone(self, state: State) -> None:
        report = "redovisning r: till: 2018-06-30; bedömning: genomförd"
        story = (STEPS, self.X, self._undone("y"), report)
        assert state(*story, idag=LAST_DAY) == "pågår"
        assert state(*story, CLOSED) == "delvis genomförd"

    def test_a_step_done_by_an_action_is_not_undone_by_a_word(self, state: State) -> None:
        story = (STEPS, self.X, self._undone("x"), self._undone("y"))
        assert state(*story, CLOSED) == "delvis genomförd"

    def test_a_missed_deadline_with_some_steps_done_is_partly_done(self, state: State) -> None:
        target = STEPS.replace("steg", "senast: 2018-06-30, steg")
        late = "redovisning r: till: 2018-06-30; bedömning: pågår"
        assert state(target, self.X, late, idag=LAST_DAY) == "delvis genomförd genom r"
        assert state(target, late, idag=LAST_DAY) == "inte genomförd genom r"

    def test_a_step_reported_undone_when_the_deadline_has_passed_misses_it(
        self, state: State
    ) -> None:
        target = STEPS.replace("steg", "senast: 2018-06-30, steg")
        story = (target, self.X, self._undone("y"))
        assert state(*story, idag=LAST_DAY) == "delvis genomförd"
        assert state(target, self._undone("y"), idag=LAST_DAY) == "inte genomförd"
        early = STEPS.replace("steg", "senast: 2018-07-01, steg")
        assert state(early, self.X, self._undone("y"), idag=LAST_DAY) == "pågår"


class TestOngoing:
    """`löpande`: no number, never a percentage."""

    @pytest.mark.parametrize(
        "told_of",
        [
            "insats a: datum: 2018-03-14",
            f"redovisning r: {HALF}",
            f"redovisning r: {HALF}; antal: 3",
            f"redovisning r: {HALF}; bedömning: genomförd",
        ],
    )
    def test_it_is_under_way_until_all_is_told(self, state: State, told_of: str) -> None:
        assert state(ONGOING, told_of, idag=LAST_DAY) == "pågår"
        assert state(ONGOING, told_of) == "går inte att avgöra"

    @pytest.mark.parametrize(
        ("told_of", "expected"),
        [
            (f"redovisning r: {HALF}; antal: 3", "genomförd"),
            (f"redovisning r: {HALF}; antal: 0", "går inte att avgöra"),
            (f"redovisning r: {HALF}; antal: 3; enligt_löftet: nej", "går inte att avgöra"),
            (f"redovisning r: {HALF}; antal: 3; bedömning: pågår", "pågår genom r"),
            (f"redovisning r: {HALF}; bedömning: genomförd", "genomförd genom r"),
            ("insats a: datum: 2018-03-14", "går inte att avgöra"),
        ],
    )
    def test_when_all_is_told_the_verdict_or_else_a_figure_decides(
        self, state: State, told_of: str, expected: str
    ) -> None:
        assert state(CLOSED, ONGOING, told_of) == expected

    def test_it_has_no_figure(self, told: Told) -> None:
        story = f"{ONGOING}\nredovisning r: {HALF}; antal: 3"
        assert told(story) == ["pågår, till 2018-06-30", "månader: tttttt......"]
