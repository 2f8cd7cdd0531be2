"""Case by case: response times, and what is done when someone asks."""

from collections.abc import Callable
from datetime import date, time

import pytest

from followup.model import Moment, TimeLimit
from followup.progress.cases import is_within

Told = Callable[..., list[str]]
State = Callable[..., str]

LAST_DAY, AFTER = date(2018, 12, 31), date(2019, 3, 1)
CLOSED = "löfte: slutredovisad: 2019-02-01"
FAST, ASKED = "mål: {typ: svarstid, inom: 24 timmar}", "mål: {typ: vid_behov}"
YEAR, HALF = "från: 2018-01-01; till: 2018-12-31", "från: 2018-01; till: 2018-06"


def at(written: str) -> Moment:
    """`2018-03-14 19:30`, or only the day."""
    day, _, clock = written.partition(" ")
    return Moment(date.fromisoformat(day), time.fromisoformat(clock) if clock else None)


HOURS = TimeLimit(24, "timmar")


class TestTimeLimit:
    """`inom`: whether one case was done in time, or that it cannot be told."""

    @pytest.mark.parametrize(
        ("done", "in_time"),
        [
            ("2018-03-14 12:00", True),
            ("2018-03-15 12:00", True),
            ("2018-03-15 12:01", False),
            ("2018-03-14", True),
            ("2018-03-15", None),
            ("2018-03-16", False),
        ],
    )
    def test_hours_from_a_time_on_a_day(self, done: str, in_time: bool | None) -> None:
        assert is_within(HOURS, at("2018-03-14 12:00"), at(done)) is in_time

    @pytest.mark.parametrize(
        ("reported", "done", "in_time"),
        [
            ("2018-03-14", "2018-03-14", True),
            ("2018-03-14", "2018-03-15", None),
            ("2018-03-14", "2018-03-15 00:00", True),
            ("2018-03-14", "2018-03-16 00:00", False),
            ("2018-03-14", "2018-03-16", False),
        ],
    )
    def test_a_missing_time_may_be_any_of_its_day(
        self, reported: str, done: str, in_time: bool | None
    ) -> None:
        assert is_within(HOURS, at(reported), at(done)) is in_time

    @pytest.mark.parametrize(
        ("reported", "done", "in_time"),
        [
            # 25 March 2018 has 23 hours, 28 October 25.
            ("2018-03-24 12:00", "2018-03-25 13:00", True),
            ("2018-03-24 12:00", "2018-03-25 13:01", False),
            ("2018-10-27 12:00", "2018-10-28 11:00", True),
            ("2018-10-27 12:00", "2018-10-28 11:01", False),
        ],
    )
    def test_hours_are_counted_as_they_pass_over_a_change_of_the_clocks(
        self, reported: str, done: str, in_time: bool
    ) -> None:
        assert is_within(HOURS, at(reported), at(done)) is in_time

    @pytest.mark.parametrize(
        ("limit", "done", "in_time"),
        [
            (TimeLimit(1, "dygn"), "2018-03-25 12:00", True),
            (TimeLimit(1, "dygn"), "2018-03-25 12:01", False),
            (TimeLimit(2, "veckor"), "2018-04-07 12:00", True),
            (TimeLimit(2, "veckor"), "2018-04-07 12:01", False),
            (TimeLimit(2, "veckor"), "2018-04-07", None),
        ],
    )
    def test_days_and_weeks_go_from_clock_to_clock(
        self, limit: TimeLimit, done: str, in_time: bool | None
    ) -> None:
        assert is_within(limit, at("2018-03-24 12:00"), at(done)) is in_time

    @pytest.mark.parametrize(
        ("done", "in_time"),
        [
            ("2018-03-16 12:00", True),
            ("2018-03-19 12:00", True),
            # A Wednesday to a Tuesday is four working days, or fewer with a holiday in it.
            ("2018-03-20 12:00", None),
            ("2018-03-31 12:00", None),
            # No five working days take more than seventeen days, whatever holidays there are.
            ("2018-03-31 13:00", False),
            ("2018-03-14 00:00", True),
        ],
    )
    def test_working_days_are_certain_only_beyond_what_holidays_can_make_of_them(
        self, done: str, in_time: bool | None
    ) -> None:
        assert is_within(TimeLimit(5, "arbetsdagar"), at("2018-03-14 12:00"), at(done)) is in_time


class TestResponseTime:
    """`svarstid`: cases, and how many were done in time."""

    def case(self, id: str, times: str, more: str = "") -> str:
        return f"insats {id}: datum: 2018-03-16; {times}; {more}"

    def test_each_dated_case_is_kept_missed_or_not_known(self, told: Told) -> None:
        story = (
            FAST,
            self.case("a", "anmält: 2018-03-14 12.00; klart: 2018-03-15 11.00"),
            self.case("b", "anmält: 2018-03-14 12.00; klart: 2018-03-16 12.00", "antal: 2"),
            self.case("d", "anmält: 2018-03-14; klart: 2018-03-15"),
            self.case("e", "anmält: 2018-03-14"),
            self.case("f", "klart: 2018-03-14"),
        )
        assert told("\n".join(story)) == [
            "pågår, till 2018-03-16",
            "6 = a + b(2) + d + e + f",
            "hållna 1, missade 2, okända 3",
        ]

    @pytest.mark.parametrize(
        ("fields", "score"),
        [
            ("ärenden: 20; inom_tiden: 18", "hållna 18, missade 2, okända 0"),
            ("ärenden: 20; inom_tiden: 0", "hållna 0, missade 20, okända 0"),
            ("ärenden: 0; inom_tiden: 0", "hållna 0, missade 0, okända 0"),
            ("ärenden: 20", "hållna 0, missade 0, okända 20"),
            ("antal: 20", "hållna 0, missade 0, okända 20"),
            ("antal: 20; inom_tiden: 18", "hållna 18, missade 0, okända 0, kanske fler"),
            ("inom_tiden: 18", "hållna 18, missade 0, okända 0, kanske fler"),
        ],
    )
    def test_a_report_says_how_many_of_how_many(self, told: Told, fields: str, score: str) -> None:
        assert told(f"{FAST}\nredovisning r: {HALF}; {fields}")[-1] == score

    def test_dated_cases_in_a_reports_range_are_its_evidence(self, told: Told) -> None:
        late = self.case("a", "anmält: 2018-03-14; klart: 2018-03-20")
        story = f"{FAST}\n{late}\nredovisning r: {HALF}; ärenden: 20; inom_tiden: 20"
        assert told(story)[1:] == ["20 = r(20)", "ingår: a", "hållna 20, missade 0, okända 0"]

    def test_reports_for_different_ranges_are_added(self, told: Told) -> None:
        rest = "från: 2018-07; till: 2018-09"
        story = (
            f"redovisning r: {HALF}; ärenden: 20; inom_tiden: 18",
            f"redovisning s: {rest}; ärenden: 10; inom_tiden: 10",
        )
        assert told("\n".join((FAST, *story)))[-1] == "hållna 28, missade 2, okända 0"

    def test_reports_with_other_cases_differ_though_as_many_were_in_time(self, told: Told) -> None:
        story = (
            f"redovisning r: {YEAR}; ärenden: 20; inom_tiden: 18",
            f"redovisning s: {YEAR}; ärenden: 25; inom_tiden: 18; uppgift_från: kommunen",
        )
        assert told("\n".join((FAST, *story)), AFTER) == [
            "går inte att avgöra, slutlig, till 2018-12-31",
            "18 = s(18)",
            "skiljer sig: r",
            "hållna 18, missade 7, okända 0",
        ]

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ("ärenden: 20; inom_tiden: 20", "genomförd"),
            ("ärenden: 20; inom_tiden: 1", "delvis genomförd"),
            ("ärenden: 20; inom_tiden: 0", "inte genomförd"),
            ("ärenden: 20", "går inte att avgöra"),
            ("inom_tiden: 18", "går inte att avgöra"),
            ("ärenden: 20; inom_tiden: 20; noggrannhet: ungefär", "går inte att avgöra"),
            ("ärenden: 20; inom_tiden: 10; noggrannhet: minst", "går inte att avgöra"),
            ("ärenden: 20; inom_tiden: 20; enligt_löftet: oklart", "går inte att avgöra"),
        ],
    )
    def test_when_all_is_told_all_some_or_none_are_in_time(
        self, state: State, fields: str, expected: str
    ) -> None:
        report = f"redovisning r: {YEAR}; {fields}"
        assert state(FAST, report, CLOSED) == expected

    def test_a_report_from_which_something_is_missing_does_not_decide(self, state: State) -> None:
        report = f"redovisning r: {YEAR}; ärenden: 20; inom_tiden: 20; ofullständigt: Maj"
        assert state(FAST, report, CLOSED) == "går inte att avgöra"

    def test_before_that_it_is_under_way_and_after_the_period_open(self, state: State) -> None:
        report = f"redovisning r: {HALF}; ärenden: 20; inom_tiden: 0"
        assert state(FAST, report, idag=LAST_DAY) == "pågår"
        assert state(FAST, report) == "går inte att avgöra"

    def test_figures_for_some_of_the_time_do_not_decide_when_the_rest_is_words(
        self, state: State
    ) -> None:
        words = "redovisning s: från: 2018-07; till: 2018-12; text: Snabbt"
        report = f"redovisning r: {HALF}; ärenden: 20; inom_tiden: 20"
        assert state(FAST, report, words) == "går inte att avgöra"


class TestOnRequest:
    """`vid_behov`: requests met of requests made."""

    @pytest.mark.parametrize(
        ("fields", "score"),
        [
            ("önskemål: 5; uppfyllda: 4", "hållna 4, missade 1, okända 0"),
            ("önskemål: 5", "hållna 0, missade 0, okända 5"),
            ("önskemål: 0", "hållna 0, missade 0, okända 0"),
            ("uppfyllda: 4", "hållna 4, missade 0, okända 0, kanske fler"),
            ("antal: 4", "hållna 4, missade 0, okända 0, kanske fler"),
            ("uppfyllda: 0", "hållna 0, missade 0, okända 0, kanske fler"),
        ],
    )
    def test_a_report_says_how_many_of_how_many(self, told: Told, fields: str, score: str) -> None:
        assert told(f"{ASKED}\nredovisning r: {HALF}; {fields}")[-1] == score

    def test_of_actions_alone_nobody_has_said_how_many_asked(self, told: Told) -> None:
        story = f"{ASKED}\ninsats a: datum: 2018-03-14; antal: 2\n{CLOSED}"
        assert told(story, AFTER) == [
            "går inte att avgöra, slutlig, till 2018-03-14",
            "2 = a(2)",
            "hållna 2, missade 0, okända 0, kanske fler",
        ]

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ("önskemål: 0", "genomförd"),
            ("önskemål: 5; uppfyllda: 5", "genomförd"),
            ("önskemål: 5; uppfyllda: 4", "delvis genomförd"),
            ("önskemål: 5; uppfyllda: 0", "inte genomförd"),
            ("önskemål: 5", "går inte att avgöra"),
            ("uppfyllda: 5", "går inte att avgöra"),
            ("text: Några bad om det", "går inte att avgöra"),
        ],
    )
    def test_when_all_is_told_it_is_kept_by_default_only_when_nobody_asked(
        self, state: State, fields: str, expected: str
    ) -> None:
        assert state(ASKED, f"redovisning r: {YEAR}; {fields}") == expected

    def test_nothing_told_is_not_no_requests(self, state: State) -> None:
        assert state(ASKED) == "inte redovisad"

    def test_no_requests_so_far_is_not_yet_all(self, state: State) -> None:
        report = f"redovisning r: {HALF}; önskemål: 0"
        assert state(ASKED, report, idag=LAST_DAY) == "pågår"
        assert state(ASKED, report) == "går inte att avgöra"

    def test_rows_of_one_report_are_added(self, told: Told) -> None:
        rows = (
            "[{åtgärd: m, plats: bro, önskemål: 5, uppfyllda: 4}, "
            "{åtgärd: m, plats: brunna, önskemål: 2, uppfyllda: 2}]"
        )
        story = f"{ASKED}\nhelhet r: {HALF}; rader: {rows}"
        assert told(story)[-1] == "hållna 6, missade 1, okända 0"
