"""Rows of one report, and figures for places: which are parts, and which are added."""

from collections.abc import Callable
from datetime import date

import pytest

Told = Callable[..., list[str]]
State = Callable[..., str]

YEAR, HALF = "från: 2018-01-01; till: 2018-12-31", "från: 2018-01; till: 2018-06"
SUM = "mål: {typ: antal}"
AFTER = date(2019, 3, 1)


def rows(*written: str, id: str = "r", days: str = HALF, more: str = "") -> str:
    each = ", ".join(f"{{åtgärd: m, {row}}}" for row in written)
    return f"helhet {id}: {days}; {more}rader: [{each}]"


def figures(found: list[str]) -> list[str]:
    """The sum and what is beside it: not the state, which the tests of states keep."""
    return found[1:]


class TestRows:
    """Rows of one report on the same measure are parts, added."""

    def test_rows_of_one_report_are_added(self, told: Told) -> None:
        found = told(f"{SUM}\n{rows('antal: 2', 'antal: 3')}")
        assert figures(found) == ["5 = r(2) + r(3)"]

    def test_also_when_they_are_alike(self, told: Told) -> None:
        assert figures(told(f"{SUM}\n{rows('antal: 2', 'antal: 2')}")) == ["4 = r(2) + r(2)"]

    def test_rows_for_different_places_are_parts(self, told: Told) -> None:
        found = told(f"{SUM}\n{rows('plats: bro, antal: 2', 'plats: brunna, antal: 3')}")
        assert figures(found) == ["5 = r(2) + r(3)"]

    def test_rows_for_a_district_and_a_place_in_it_are_parts_too(self, told: Told) -> None:
        found = told(f"{SUM}\n{rows('plats: bro, antal: 2', 'plats: bro-centrum, antal: 3')}")
        assert figures(found) == ["5 = r(2) + r(3)"]

    def test_rows_for_different_times_are_added(self, told: Told) -> None:
        spring, summer = "från: 2018-01, till: 2018-03", "från: 2018-04, till: 2018-06"
        found = told(f"{SUM}\n{rows(f'{spring}, antal: 2', f'{summer}, antal: 3')}")
        assert figures(found) == ["5 = r(2) + r(3)"]

    def test_a_row_for_a_part_of_anothers_time_is_inside_it(self, told: Told) -> None:
        found = told(f"{SUM}\n{rows('från: 2018-01, till: 2018-03, antal: 2', 'antal: 3')}")
        assert figures(found) == ["3 = r(3)", "delar: r"]

    def test_an_action_in_one_of_the_rows_is_evidence(self, told: Told) -> None:
        report = rows("plats: bro, antal: 2", "plats: brunna, antal: 3")
        there = "insats a: datum: 2018-03-14; plats: bro-centrum"
        assert figures(told(f"{SUM}\n{report}\n{there}")) == ["5 = r(2) + r(3)", "ingår: a"]

    def test_the_sum_of_the_rows_differs_from_another_report(self, told: Told) -> None:
        other = f"redovisning s: {HALF}; antal: 4; uppgift_från: kommunen"
        found = told(f"{SUM}\n{rows('antal: 2', 'antal: 3')}\n{other}")
        assert figures(found) == ["4 = s(4)", "skiljer sig: r, r"]

    def test_the_same_sum_in_another_report_is_counted_once(self, told: Told) -> None:
        other = f"redovisning s: {HALF}; antal: 5; uppgift_från: kommunen"
        found = told(f"{SUM}\n{rows('antal: 2', 'antal: 3')}\n{other}")
        assert figures(found) == ["5 = r(2) + r(3)", "delar: s"]

    def test_the_rows_are_inside_a_report_on_a_longer_time(self, told: Told) -> None:
        other = f"redovisning s: {YEAR}; antal: 9"
        found = told(f"{SUM}\n{rows('antal: 2', 'antal: 3')}\n{other}", AFTER)
        assert figures(found) == ["9 = s(9)", "delar: r, r"]

    def test_an_approximate_row_makes_the_sum_approximate(self, told: Told) -> None:
        found = told(f"{SUM}\n{rows('antal: 2', 'antal: 3, noggrannhet: ungefär')}")
        assert figures(found) == ["ungefär 5 = r(2) + r(3)"]

    def test_a_row_that_does_not_count_is_left_out_of_the_sum(self, told: Told) -> None:
        found = told(f"{SUM}\n{rows('antal: 2', 'antal: 3, enligt_löftet: nej')}")
        assert figures(found) == ["2 = r(2)", "räknas inte: r (avsåg annat)"]

    def test_a_row_without_a_figure_adds_nothing(self, told: Told) -> None:
        found = told(f"{SUM}\n{rows('antal: 2', 'text: Fler väntar')}")
        assert figures(found) == ["2 = r(2)", "med ord: r"]


class TestPlaces:
    """Two reports: figures for different places are added, unless one lies in the other."""

    def report(self, id: str, where: str, number: int, days: str = HALF) -> str:
        place = f"plats: {where}; " if where else ""
        return f"redovisning {id}: {days}; {place}antal: {number}"

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            ("bro", "brunna", ["7 = r(4) + s(3)"]),
            ("bro-centrum", "brunna", ["7 = r(4) + s(3)"]),
            ("bro", "bro-centrum", ["4 = r(4)", "delar: s"]),
            ("bro-centrum", "bro", ["3 = s(3)", "delar: r"]),
            ("bro", "", ["3 = s(3)", "delar: r"]),
            ("", "brunna", ["4 = r(4)", "delar: s"]),
            ("bro", "bro", ["3 = s(3)", "skiljer sig: r"]),
            ("[bro, brunna]", "bro", ["4 = r(4)", "delar: s"]),
            ("bro", "[bro, brunna]", ["3 = s(3)", "delar: r"]),
            ("[bro, brunna]", "bro-centrum", ["4 = r(4)", "delar: s"]),
            ("bro-centrum", "[bro, brunna]", ["3 = s(3)", "delar: r"]),
            ("[bro, brunna]", "[brunna, bro]", ["3 = s(3)", "skiljer sig: r"]),
        ],
    )
    def test_the_wider_area_is_the_total(
        self, told: Told, one: str, other: str, expected: list[str]
    ) -> None:
        story = (SUM, self.report("r", one, 4), self.report("s", other, 3))
        assert figures(told("\n".join(story))) == expected

    def test_rows_for_two_districts_are_the_total_of_a_place_in_one(self, told: Told) -> None:
        districts = rows("plats: bro, antal: 3", "plats: brunna, antal: 4", id="s")
        found = told(f"{SUM}\n{districts}\n{self.report('a', 'bro-centrum', 2)}")
        assert figures(found) == ["7 = s(3) + s(4)", "delar: a"]

    def test_two_places_in_a_district_are_the_total_of_one_of_them(self, told: Told) -> None:
        story = (
            SUM,
            self.report("a", "bro-centrum", 2),
            self.report("b", "[bro-centrum, bro-station]", 5),
        )
        assert figures(told("\n".join(story))) == ["5 = b(5)", "delar: a"]

    def test_figures_for_different_places_are_not_added_to_one_around_both(
        self, told: Told
    ) -> None:
        story = (
            SUM,
            self.report("r", "bro-centrum", 4),
            self.report("s", "brunna", 3),
            self.report("t", "", 5),
        )
        assert figures(told("\n".join(story))) == ["5 = t(5)", "delar: r, s"]

    def test_a_figure_for_a_place_holds_only_what_was_there(self, told: Told) -> None:
        story = (
            SUM,
            self.report("r", "bro", 4),
            "insats a: datum: 2018-03-14; plats: bro-centrum",
            "insats b: datum: 2018-03-14; plats: brunna",
            "insats d: datum: 2018-03-14",
        )
        assert figures(told("\n".join(story))) == ["5 = b + r(4)", "ingår: a, d"]


class TestLowest:
    """Of figures that are as high, the one that proves less is used, whatever its file's name."""

    @pytest.mark.parametrize(("one", "other"), [("r", "s"), ("s", "r")])
    @pytest.mark.parametrize(
        ("vague", "sum", "expected"),
        [
            ("noggrannhet: ungefär", "ungefär 5 = {0}(5)", "går inte att avgöra"),
            ("noggrannhet: minst", "5 = {1}(5)", "genomförd"),
            ("ofullständigt: Maj", "5 = {1}(5)", "genomförd"),
        ],
    )
    def test_the_name_of_a_file_decides_nothing(
        self, told: Told, one: str, other: str, vague: str, sum: str, expected: str
    ) -> None:
        story = (
            "mål: {typ: antal, minst: 5}",
            f"redovisning {one}: {YEAR}; antal: 5; {vague}",
            f"redovisning {other}: {YEAR}; antal: 5; uppgift_från: kommunen",
        )
        found = told("\n".join(story), AFTER)
        assert found[0].split(" genom ")[0].split(",")[0] == expected
        assert found[1] == sum.format(one, other)


class TestTheLastWordOnPlaces:
    """Reports leave no gap when every place where the target holds is told of."""

    PLACES = "mål: {typ: antal, minst: 9}\nåtgärd: platser: [bro, brunna]"

    def test_a_report_on_one_of_the_places_leaves_the_others_open(self, state: State) -> None:
        there = rows("plats: bro, antal: 2", days=YEAR)
        assert state(self.PLACES, there) == "går inte att avgöra"

    def test_reports_on_each_of_them_are_the_last_word(self, state: State) -> None:
        bro = rows("plats: bro, antal: 2", days=YEAR)
        brunna = rows("plats: brunna, antal: 2", id="s", days=YEAR)
        assert state(self.PLACES, bro, brunna) == "delvis genomförd"

    def test_so_is_one_that_names_no_place_and_one_on_the_districts_of_the_places(
        self, state: State
    ) -> None:
        assert state(self.PLACES, rows("antal: 2", days=YEAR)) == "delvis genomförd"
        inside = "mål: {typ: antal, minst: 9}\nåtgärd: platser: [bro-centrum]"
        assert state(inside, rows("plats: bro, antal: 2", days=YEAR)) == "delvis genomförd"

    def test_a_final_report_with_a_row_for_it_is_the_last_word(self, state: State) -> None:
        there = rows("plats: bro, antal: 2", days=YEAR, more="slutlig: ja; ")
        assert state(self.PLACES, there) == "delvis genomförd"

    def test_where_it_holds_nowhere_in_particular_a_place_is_only_where_it_was(
        self, state: State
    ) -> None:
        there = rows("plats: bro, antal: 2", days=YEAR)
        assert state("mål: {typ: antal, minst: 9}", there) == "delvis genomförd"


class TestSilence:
    """Where one range has a figure and another has none, that is said."""

    LONG = "löfte: från: 2020-01-01; till: 2022-12-31"
    BOTH = "redovisning s: från: 2021; till: 2022; antal: 100; noggrannhet: ungefär"

    def silent(self, told: Told, *lines: str) -> list[str]:
        found = told("\n".join((self.LONG, "mål: {typ: antal}", *lines)), date(2023, 3, 1))
        return [line for line in found if line.startswith("saknar uppgift")]

    def test_a_year_without_a_figure_is_named(self, told: Told) -> None:
        """The words of the model: "omkring 100 för 2021–2022, 2020 saknar uppgift"."""
        assert self.silent(told, self.BOTH) == ["saknar uppgift: 2020-01-01 – 2020-12-31"]

    def test_also_one_that_was_reported_in_words(self, told: Told) -> None:
        words = "redovisning r: från: 2020; till: 2020; text: Flera"
        assert self.silent(told, words, self.BOTH) == ["saknar uppgift: 2020-01-01 – 2020-12-31"]

    def test_what_is_reported_later_in_words_is_silent_too(self, told: Told) -> None:
        first = "redovisning r: från: 2020; till: 2020; antal: 3"
        words = "redovisning s: från: 2021; till: 2021; text: Flera"
        assert self.silent(told, first, words) == ["saknar uppgift: 2021-01-01 – 2021-12-31"]

    def test_what_is_not_told_of_yet_is_not_silent(self, told: Told) -> None:
        assert self.silent(told, "redovisning r: från: 2020; till: 2020; antal: 3") == []

    def test_dated_actions_and_what_is_confirmed_are_not_silent(self, told: Told) -> None:
        assert self.silent(told, self.BOTH, "insats a: datum: 2020-03-14") == []
        confirmed = "löfte: från: 2020-01-01; till: 2022-12-31; bekräftat_till: 2020-12-31"
        found = told("\n".join((confirmed, "mål: {typ: antal}", self.BOTH)), date(2023, 3, 1))
        assert not any(line.startswith("saknar uppgift") for line in found)

    def test_without_a_figure_there_is_no_silence_beside_it(self, told: Told) -> None:
        assert self.silent(told, "redovisning r: från: 2021; till: 2021; text: Flera") == []
        assert self.silent(told, "redovisning r: till: 2021; antal: 3") == []
