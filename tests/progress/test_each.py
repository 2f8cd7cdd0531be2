"""A number that holds for each place, or each of a unit."""

from collections.abc import Callable
from datetime import date

import pytest

Told = Callable[..., list[str]]
State = Callable[..., str]

LAST_DAY, AFTER = date(2018, 12, 31), date(2019, 3, 1)
CLOSED = "löfte: slutredovisad: 2019-02-01"
PLACES = "mål: {typ: antal, minst: 2, per: plats}\nåtgärd: platser: [bro, brunna]"
SHOPS = "mål: {typ: antal, minst: 1, per: butik/butiker}"
YEAR, HALF = "från: 2018-01-01; till: 2018-12-31", "från: 2018-01; till: 2018-06"
REST = "från: 2018-07; till: 2018-12"


def rows(*written: str) -> str:
    each = ", ".join(f"{{åtgärd: m, {row}}}" for row in written)
    return f"helhet r: {YEAR}; rader: [{each}]"


class TestPlaces:
    """`per: plats`: each place has its own result, and together they are the state."""

    def test_each_place_has_what_was_done_there_or_in_it(self, told: Told) -> None:
        """Bro holds Bro centrum; an action at two places is at both, one at none is at neither."""
        story = (
            PLACES,
            "insats a: datum: 2018-03-14; plats: bro-centrum",
            "insats b: datum: 2018-04-14; plats: [bro, brunna]",
            "insats d: datum: 2018-05-14",
        )
        assert told("\n".join(story)) == [
            "pågår, till 2018-05-14",
            "3 = a + b + d",
            "hållna 1, missade 0, okända 1",
            "bro: genomförd genom b, till 2018-04-14; 2 = a + b",
            "brunna: pågår, till 2018-04-14; 1 = b",
        ]

    def test_the_places_that_count_go_before_those_of_the_measure(self, told: Told) -> None:
        story = """
            mål: {typ: antal, minst: 1, per: plats, räknas: {platser: [bro-centrum]}}
            åtgärd: platser: [bro, brunna]
            insats a: datum: 2018-03-14; plats: bro-centrum
            insats b: datum: 2018-03-14; plats: brunna
        """
        assert told(story)[-1] == "bro-centrum: genomförd genom a, till 2018-03-14; 1 = a"
        assert told(story)[0] == "genomförd, till 2018-03-14"

    def test_a_row_for_one_place_is_of_that_place(self, told: Told) -> None:
        story = f"{PLACES}\n{rows('plats: bro, antal: 2', 'plats: brunna, antal: 1')}"
        assert told(story, AFTER) == [
            "delvis genomförd, slutlig, till 2018-12-31",
            "3 = r(2) + r(1)",
            "hållna 1, missade 1, okända 0",
            "bro: genomförd genom r, slutlig, till 2018-12-31; 2 = r(2)",
            "brunna: delvis genomförd, slutlig, till 2018-12-31; 1 = r(1)",
        ]

    @pytest.mark.parametrize("where", ["", "plats: [bro, brunna], "])
    def test_a_row_for_no_place_or_for_several_is_of_none_of_them(
        self, told: Told, where: str
    ) -> None:
        assert told(f"{PLACES}\n{rows(f'{where}antal: 9')}", AFTER) == [
            "går inte att avgöra, slutlig, till 2018-12-31",
            "9 = r(9)",
            "hållna 0, missade 0, okända 2",
            "bro: inte redovisad, slutlig",
            "brunna: inte redovisad, slutlig",
        ]

    def test_a_place_of_which_nothing_is_told_is_not_known(self, told: Told) -> None:
        story = f"{PLACES}\n{rows('plats: bro, antal: 2')}"
        assert told(story, AFTER)[:3] == [
            "går inte att avgöra, till 2018-12-31",
            "2 = r(2)",
            "hållna 1, missade 0, okända 1",
        ]
        assert told(f"{story}\n{CLOSED}", AFTER)[0].startswith("går inte att avgöra, slutlig")

    def test_all_places_reached_is_done_at_any_time(self, state: State) -> None:
        both = "insats b: datum: 2018-04-14; plats: [bro, brunna]; antal: 2"
        assert state(PLACES, both, idag=date(2018, 4, 14)) == "genomförd"

    @pytest.mark.parametrize(
        ("bro", "brunna", "expected"),
        [
            (2, 2, "genomförd"),
            (2, 0, "delvis genomförd"),
            (1, 1, "inte genomförd"),
            (0, 0, "inte genomförd"),
        ],
    )
    def test_when_all_is_told_all_some_or_none_are_reached(
        self, state: State, bro: int, brunna: int, expected: str
    ) -> None:
        told = rows(f"plats: bro, antal: {bro}", f"plats: brunna, antal: {brunna}")
        assert state(PLACES, told) == expected

    def test_how_many_places_a_report_on_all_the_time_reached_is_used(self, told: Told) -> None:
        action = "insats b: datum: 2018-04-14; plats: [bro, brunna]; antal: 2"
        report = f"redovisning r: {YEAR}; enheter: 2; enheter_nådda: 1"
        found = told(f"{PLACES}\n{action}\n{report}", AFTER)
        assert found[0] == "delvis genomförd, slutlig, till 2018-12-31"
        assert "hållna 1, missade 1, okända 0" in found

    def test_what_a_report_on_some_of_the_time_missed_may_be_done_in_the_rest(
        self, told: Told
    ) -> None:
        action = "insats b: datum: 2018-08-14; plats: [bro, brunna]; antal: 2"
        spring = f"redovisning r: {HALF}; enheter: 2; enheter_nådda: 0"
        found = told(f"{PLACES}\n{action}\n{spring}\n{CLOSED}", AFTER)
        assert found[0] == "genomförd, slutlig, till 2018-08-14"
        assert "hållna 2, missade 0, okända 0" in found

    def test_other_kinds_hold_for_each_place_too(self, told: Told) -> None:
        story = """
            mål: {typ: frekvens, varje: kvartal, per: plats}
            åtgärd: platser: [bro, brunna]
            insats a: datum: 2018-03-02; plats: bro-centrum
            insats b: datum: 2018-04-02; plats: [bro, brunna]
        """
        assert told(story)[2:] == [
            "hållna 0, missade 0, okända 2",
            "bro: pågår, till 2018-04-02; 2 = a + b; intervall: HH..; "
            "hållna 2, missade 0, okända 0, kommande 2",
            "brunna: pågår, till 2018-04-02; 1 = b; intervall: ?H..; "
            "hållna 1, missade 0, okända 1, kommande 2",
        ]

    def test_a_frequency_is_kept_where_all_its_intervals_are(self, told: Told) -> None:
        target = "mål: {typ: frekvens, varje: kvartal, per: plats}\nåtgärd: platser: [bro, brunna]"
        report = rows(
            "plats: bro, intervall: {hållna: 4, av: 4}",
            "plats: brunna, intervall: {hållna: 3, av: 4}",
        )
        found = told(f"{target}\n{report}", AFTER)
        assert found[:2] == [
            "delvis genomförd, slutlig, till 2018-12-31",
            "hållna 1, missade 1, okända 0",
        ]

    def test_a_response_time_holds_for_each_place(self, state: State) -> None:
        target = "mål: {typ: svarstid, inom: ett dygn, per: plats}\nåtgärd: platser: [bro, brunna]"
        late = "plats: brunna, ärenden: 4, inom_tiden: {}"
        one, other = (rows("plats: bro, ärenden: 9, inom_tiden: 9", late.format(n)) for n in (4, 3))
        assert state(target, one) == "genomförd"
        assert state(target, other) == "delvis genomförd"

    def test_the_partys_verdict_on_all_of_them_decides_where_they_are_not_told_of(
        self, state: State
    ) -> None:
        assert state(PLACES, f"redovisning r: {YEAR}; bedömning: genomförd") == (
            "genomförd genom r"
        )


class TestUnits:
    """`per` a unit: how many of them there are is only what a report says."""

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ("enheter: 10; enheter_nådda: 10", "genomförd"),
            ("enheter: 10; enheter_nådda: 9", "delvis genomförd"),
            ("enheter: 10; enheter_nådda: 0", "inte genomförd"),
            ("enheter: 10; enheter_nådda: 9; noggrannhet: ungefär", "går inte att avgöra"),
            ("enheter: 10; enheter_nådda: 9; noggrannhet: minst", "går inte att avgöra"),
            ("enheter: 10; enheter_nådda: 9; ofullständigt: Bro", "går inte att avgöra"),
            ("enheter: 10; enheter_nådda: 9; enligt_löftet: nej", "går inte att avgöra"),
            ("enheter: 10; enheter_nådda: 9; omfattar: egen del", "går inte att avgöra"),
            ("enheter_nådda: 9", "går inte att avgöra"),
            ("enheter: 10", "går inte att avgöra"),
        ],
    )
    def test_when_all_is_told_all_some_or_none_are_reached(
        self, state: State, fields: str, expected: str
    ) -> None:
        own = "omfattar" in fields
        closed = "löfte: parter: [polisen, kommunen]" if own else CLOSED
        assert state(SHOPS, f"redovisning r: {YEAR}; {fields}", closed) == expected

    def test_rows_of_one_report_are_parts_added(self, told: Told) -> None:
        report = rows(
            "plats: bro, enheter: 10, enheter_nådda: 8",
            "plats: brunna, enheter: 5, enheter_nådda: 5",
        )
        assert told(f"{SHOPS}\n{report}", AFTER) == [
            "delvis genomförd, slutlig, till 2018-12-31",
            "hållna 13, missade 2, okända 0",
        ]

    def test_a_row_that_does_not_say_of_how_many_leaves_that_open(self, told: Told) -> None:
        report = rows(
            "plats: bro, enheter: 10, enheter_nådda: 8", "plats: brunna, enheter_nådda: 5"
        )
        assert told(f"{SHOPS}\n{report}", AFTER)[1] == (
            "hållna 13, missade 0, okända 0, kanske fler"
        )

    @pytest.mark.parametrize(("one", "other"), [("r", "s"), ("s", "r")])
    def test_of_two_that_differ_the_lower_is_counted_and_the_rest_is_not_known(
        self, told: Told, one: str, other: str
    ) -> None:
        story = (
            SHOPS,
            f"redovisning {one}: {YEAR}; enheter: 12; enheter_nådda: 12",
            f"redovisning {other}: {YEAR}; enheter: 12; enheter_nådda: 9; uppgift_från: kommunen",
        )
        assert told("\n".join(story), AFTER) == [
            "går inte att avgöra, slutlig, till 2018-12-31",
            "hållna 9, missade 0, okända 3",
        ]

    def test_reports_on_parts_of_the_time_may_have_reached_the_same(self, told: Told) -> None:
        spring = f"{SHOPS}\nredovisning r: {HALF}; enheter: 10; enheter_nådda: 3"
        autumn = f"{spring}\nredovisning s: {REST}; enheter: 10; enheter_nådda:"
        assert told(spring, LAST_DAY)[-1] == "hållna 3, missade 0, okända 7"
        assert told(f"{autumn} 5", LAST_DAY)[-1] == "hållna 5, missade 2, okända 3"
        assert told(f"{autumn} 9", LAST_DAY)[-1] == "hållna 9, missade 0, okända 1"

    def test_an_approximate_number_reached_is_counted_as_low_as_it_may_be(self, told: Told) -> None:
        about = f"redovisning r: {HALF}; enheter: 30; enheter_nådda: 20; noggrannhet: ungefär"
        assert told(f"{SHOPS}\n{about}")[-1] == "hållna 15, missade 0, okända 15"

    def test_of_actions_alone_nobody_has_said_how_many_there_are(self, told: Told) -> None:
        assert told(f"{SHOPS}\ninsats a: datum: 2018-03-14") == [
            "pågår, till 2018-03-14",
            "1 = a",
        ]
