"""Which intervals of a frequency were kept and missed: a missed one cannot be made up for."""

from collections.abc import Callable
from datetime import date

import pytest

Told = Callable[..., list[str]]
State = Callable[..., str]

LAST_DAY, AFTER = date(2018, 12, 31), date(2019, 3, 1)
CLOSED = "löfte: slutredovisad: 2019-02-01"
MONTHLY, WEEKLY = "mål: {typ: frekvens, varje: månad}", "mål: {typ: frekvens, varje: vecka}"
TWICE = "mål: {typ: frekvens, varje: månad, minst: 2}"
CEILING = "mål: {typ: frekvens, varje: månad, högst: 2}"
YEAR, HALF = "från: 2018-01-01; till: 2018-12-31", "från: 2018-01; till: 2018-06"


@pytest.fixture
def strip(told: Told) -> Callable[..., tuple[str, str]]:
    """The intervals one by one, and how many were kept: `strip(line, line, ..., idag=day)`."""

    def tell(*lines: str, idag: date = LAST_DAY) -> tuple[str, str]:
        found = told("\n".join(lines), idag)
        (intervals,) = (line[11:] for line in found if line.startswith("intervall: "))
        (score,) = (line for line in found if line.startswith("hållna "))
        return intervals, score

    return tell


Strip = Callable[..., tuple[str, str]]


def figure(id: str, days: str, fields: str) -> str:
    return f"redovisning {id}: {days}; {fields}"


class TestActions:
    """What dated actions prove."""

    def test_an_interval_with_enough_is_kept_and_one_without_is_not_known(
        self, strip: Strip
    ) -> None:
        found = strip(
            TWICE,
            "insats a: datum: 2018-02-01; antal: 2",
            "insats b: datum: 2018-03-31",
            "insats d: datum: 2018-04-01",
            "insats e: datum: 2018-04-30",
        )
        assert found == ("?H?H........", "hållna 2, missade 0, okända 2, kommande 8")

    def test_when_all_is_confirmed_an_empty_interval_is_missed(self, strip: Strip) -> None:
        story = (MONTHLY, "löfte: bekräftat_till: 2018-04-29", "insats a: datum: 2018-02-01")
        assert strip(*story) == ("MHM.........", "hållna 1, missade 2, okända 0, kommande 9")

    def test_the_measure_may_be_confirmed_for_itself(self, strip: Strip) -> None:
        story = (MONTHLY, "åtgärd: bekräftat_till: 2018-03-31", "insats a: datum: 2018-02-01")
        assert strip(*story)[0] == "MHM........."

    def test_silence_alone_misses_nothing(self, strip: Strip) -> None:
        silent = "hållna 0, missade 0, okända 0, kommande 12"
        assert strip(MONTHLY) == ("............", silent)
        assert strip(MONTHLY, "löfte: bekräftat_till: 2018-12-31") == ("." * 12, silent)

    def test_a_missed_interval_is_not_made_up_for(self, strip: Strip) -> None:
        story = (
            MONTHLY,
            "löfte: bekräftat_till: 2018-02-28",
            "insats a: datum: 2018-02-01; antal: 9",
        )
        assert strip(*story)[0].startswith("MH")

    def test_an_action_across_a_border_is_in_the_interval_where_it_ended(
        self, strip: Strip
    ) -> None:
        story = (MONTHLY, "insats a: från: 2018-01-30; till: 2018-02-02")
        assert strip(*story)[0] == "?H.........."

    def test_an_action_known_only_to_its_month_is_in_none_of_its_weeks_but_may_be_in_each(
        self, strip: Strip
    ) -> None:
        story = (WEEKLY, "löfte: bekräftat_till: 2018-04-08", "insats a: datum: 2018-03")
        found, score = strip(*story)
        assert found == "MMMMMMMM?????M" + "." * 38
        assert score == "hållna 0, missade 9, okända 5, kommande 38"

    def test_what_may_be_as_promised_leaves_its_interval_open(self, strip: Strip) -> None:
        target = "mål: {typ: frekvens, varje: månad, räknas: {platser: [bro]}}"
        story = (
            target,
            "löfte: bekräftat_till: 2018-03-31",
            "insats a: datum: 2018-01-14",
            "insats b: datum: 2018-02-14; plats: brunna",
            "insats d: datum: 2018-03-14; plats: bro-centrum",
        )
        assert strip(*story)[0] == "?MH........."

    def test_a_cancelled_action_keeps_nothing(self, strip: Strip) -> None:
        action = "insats a: datum: 2018-01-14; status: inställd; orsak: Regn"
        assert strip(MONTHLY, "löfte: bekräftat_till: 2018-01-31", action)[0] == "M..........."

    def test_distinct_days_are_counted_in_each_interval(self, strip: Strip) -> None:
        target = "mål: {typ: frekvens, varje: månad, minst: 2, räknas: {dagar: ja}}"
        one_day = ("insats a: datum: 2018-01-14; antal: 5", "insats b: datum: 2018-01-14")
        assert strip(target, *one_day)[0][0] == "."
        assert strip(target, *one_day, "insats d: datum: 2018-01-15")[0][0] == "H"

    def test_once_is_promised_where_no_number_is(self, strip: Strip) -> None:
        assert strip(MONTHLY, "insats a: datum: 2018-01-14")[0] == "H..........."


class TestOneReportAnInterval:
    """Figures for the interval itself, or for parts of it."""

    def test_its_figure_keeps_or_misses_it(self, strip: Strip) -> None:
        story = (
            TWICE,
            figure("r", "från: 2018-01; till: 2018-01", "antal: 2"),
            figure("s", "från: 2018-02; till: 2018-02", "antal: 1"),
            figure("t", "från: 2018-03; till: 2018-03", "antal: 0"),
        )
        assert strip(*story) == ("HMM.........", "hållna 1, missade 2, okända 0, kommande 9")

    def test_figures_for_parts_of_it_are_added(self, strip: Strip) -> None:
        first = figure("r", "från: 2018-01-01; till: 2018-01-14", "antal: 1")
        second = figure("s", "från: 2018-01-15; till: 2018-01-31", "antal: {}")
        assert strip(TWICE, first, second.format(1))[0][0] == "H"
        assert strip(TWICE, first, second.format(0))[0][0] == "M"
        assert strip(TWICE, first)[0][0] == "."

    @pytest.mark.parametrize(
        ("fields", "kind"),
        [
            ("antal: 1; noggrannhet: minst", "?"),
            ("antal: 1; noggrannhet: ungefär", "?"),
            ("antal: 1; ofullständigt: En vecka saknas", "?"),
            ("antal: 1; omfattar: egen del", "?"),
            ("antal: 1; enligt_löftet: oklart", "?"),
            ("antal: 0; enligt_löftet: nej", "?"),
            ("antal: 2; noggrannhet: minst", "H"),
            ("antal: 2; noggrannhet: ungefär", "?"),
            ("antal: 20; noggrannhet: ungefär", "H"),
            ("antal: 1", "M"),
        ],
    )
    def test_it_proves_no_more_than_it_says(self, strip: Strip, fields: str, kind: str) -> None:
        assert strip(TWICE, figure("r", "från: 2018-01; till: 2018-01", fields))[0][0] == kind

    def test_two_figures_that_differ_leave_open_what_the_higher_would_keep(
        self, strip: Strip
    ) -> None:
        january = "från: 2018-01; till: 2018-01"
        low = figure("r", january, "antal: 1")
        high = figure("s", january, "uppgift_från: kommunen; antal: {}")
        assert strip(TWICE, low, high.format(2))[0][0] == "?"
        assert strip(TWICE, low, high.format(0))[0][0] == "M"

    def test_own_shares_are_added(self, strip: Strip) -> None:
        january = "från: 2018-01; till: 2018-01"
        own = figure("r", january, "antal: 1; omfattar: egen del")
        other = figure("s", january, "antal: 1; omfattar: egen del; uppgift_från: kommunen")
        assert strip(TWICE, own, other)[0][0] == "H"

    def test_a_report_that_is_replaced_proves_nothing(self, strip: Strip) -> None:
        january = "från: 2018-01; till: 2018-01"
        story = (figure("r", january, "antal: 0"), figure("s", january, "antal: 2; ersätter: r"))
        assert strip(TWICE, *story)[0][0] == "H"


class TestSums:
    """A sum over several intervals proves no more kept than it is enough for."""

    def test_a_sum_proves_none_kept_and_the_rest_missed(self, strip: Strip) -> None:
        """The words of the model: 344 of 365 days, so at least 21 were missed."""
        daily = "mål: {typ: frekvens, varje: dygn}"
        _, score = strip(daily, figure("r", YEAR, "antal: 344"), idag=AFTER)
        assert score == "hållna 0, missade 21, okända 344"

    @pytest.mark.parametrize(
        ("number", "missed"), [(0, 12), (1, 12), (2, 11), (23, 1), (24, 0), (99, 0)]
    )
    def test_a_sum_is_divided_by_the_number_promised(
        self, strip: Strip, number: int, missed: int
    ) -> None:
        _, score = strip(TWICE, figure("r", YEAR, f"antal: {number}"), idag=AFTER)
        assert score == f"hållna 0, missade {missed}, okända {12 - missed}"

    def test_monthly_sums_for_a_weekly_promise(self, strip: Strip) -> None:
        """Only whole weeks of the month: three in March 2018, four in April."""
        march = figure("r", "från: 2018-03; till: 2018-03", "antal: 1")
        april = figure("s", "från: 2018-04; till: 2018-04", "antal: 30")
        assert strip(WEEKLY, march)[1] == "hållna 0, missade 2, okända 10, kommande 40"
        assert strip(WEEKLY, march, april)[1] == "hållna 0, missade 2, okända 15, kommande 35"

    def test_sums_side_by_side_prove_together_what_neither_proves_alone(self, strip: Strip) -> None:
        """The week over the end of March is whole only in the two together."""
        march = figure("r", "från: 2018-03; till: 2018-03", "antal: 0")
        april = figure("s", "från: 2018-04; till: 2018-04", "antal: 0")
        assert strip(WEEKLY, march, april)[1] == "hållna 0, missade 8, okända 9, kommande 35"

    def test_what_is_kept_or_missed_one_by_one_is_not_counted_again(self, strip: Strip) -> None:
        story = (
            MONTHLY,
            figure("r", YEAR, "antal: 3"),
            figure("s", "från: 2018-02; till: 2018-02", "antal: 0"),
            "insats a: datum: 2018-05-14",
        )
        assert strip(*story, idag=AFTER) == (
            "?M??H???????",
            "hållna 1, missade 9, okända 2",
        )

    @pytest.mark.parametrize(
        ("fields", "missed"),
        [
            ("antal: 8", 4),
            ("antal: 8; noggrannhet: ungefär", 3),
            ("antal: 8; noggrannhet: minst", 0),
            ("antal: 8; noggrannhet: drygt", 0),
            ("antal: 8; ofullständigt: Maj saknas", 0),
            ("antal: 8; omfattar: egen del", 0),
            ("antal: 8; enligt_löftet: nej", 0),
            ("antal: 8; enligt_löftet: oklart", 0),
        ],
    )
    def test_a_sum_proves_no_more_than_it_says(
        self, strip: Strip, fields: str, missed: int
    ) -> None:
        _, score = strip(MONTHLY, figure("r", YEAR, fields), idag=AFTER)
        assert score == f"hållna 0, missade {missed}, okända {12 - missed}"

    def test_a_report_that_does_not_say_from_when_proves_nothing_missed(self, strip: Strip) -> None:
        _, score = strip(MONTHLY, "redovisning r: till: 2018-12-31; antal: 8", idag=AFTER)
        assert score == "hållna 0, missade 0, okända 12"

    def test_of_two_sums_that_differ_the_higher_says_what_was_missed_for_certain(
        self, strip: Strip
    ) -> None:
        other = figure("s", YEAR, "antal: 10; uppgift_från: kommunen")
        _, score = strip(MONTHLY, figure("r", YEAR, "antal: 8"), other, idag=AFTER)
        assert score == "hållna 0, missade 2, okända 10"

    def test_actions_beside_a_figure_for_another_place_may_keep_more(self, strip: Strip) -> None:
        there = figure("r", YEAR, "antal: 8; plats: bro")
        elsewhere = "insats a: datum: 2018-05-14; plats: brunna; antal: 3"
        assert strip(MONTHLY, there, idag=AFTER)[1] == "hållna 0, missade 4, okända 8"
        assert strip(MONTHLY, there, elsewhere, idag=AFTER)[1] == "hållna 1, missade 1, okända 10"

    def test_a_figure_for_one_of_the_places_proves_nothing_missed(self, strip: Strip) -> None:
        places = "åtgärd: platser: [bro, brunna]"
        there = figure("r", YEAR, "antal: 8; plats: bro")
        _, score = strip(MONTHLY, places, there, idag=AFTER)
        assert score == "hållna 0, missade 0, okända 12"

    def test_rows_of_one_report_are_added_before_they_prove_anything(self, strip: Strip) -> None:
        places = "åtgärd: platser: [bro, brunna]"
        rows = "[{åtgärd: m, plats: bro, antal: 4}, {åtgärd: m, plats: brunna, antal: 5}]"
        _, score = strip(MONTHLY, places, f"helhet r: {YEAR}; rader: {rows}", idag=AFTER)
        assert score == "hållna 0, missade 3, okända 9"

    def test_a_part_of_a_sum_may_prove_more_than_the_whole(self, strip: Strip) -> None:
        story = (figure("r", HALF, "antal: 2"), figure("s", YEAR, "antal: 12"))
        assert strip(MONTHLY, *story, idag=AFTER)[1] == "hållna 0, missade 4, okända 8"

    def test_a_part_of_a_part_proves_nothing_twice(self, strip: Strip) -> None:
        story = (
            figure("r", "från: 2018-01; till: 2018-03", "antal: 0"),
            figure("s", HALF, "antal: 1"),
            figure("t", YEAR, "antal: 12"),
        )
        assert strip(MONTHLY, *story, idag=AFTER)[1] == "hållna 0, missade 5, okända 7"

    def test_when_all_is_confirmed_a_sum_may_still_be_in_any_of_its_weeks(
        self, strip: Strip
    ) -> None:
        """That everything is in does not make a reported sum nothing."""
        confirmed = "löfte: bekräftat_till: 2018-04-08"
        march = figure("r", "från: 2018-03; till: 2018-03", "antal: {}")
        found, score = strip(WEEKLY, confirmed, march.format(5))
        assert found == "MMMMMMMM?????M" + "." * 38
        assert score == "hållna 0, missade 9, okända 5, kommande 38"
        assert strip(WEEKLY, confirmed, march.format(0))[0] == "M" * 14 + "." * 38

    def test_a_floor_beside_what_is_confirmed_may_be_any_number(self, strip: Strip) -> None:
        story = (
            "löfte: bekräftat_till: 2018-03-31",
            figure("r", HALF, "antal: 1; noggrannhet: minst"),
        )
        assert strip(TWICE, *story)[0] == "??????......"

    def test_a_ceiling_is_not_proven_by_a_sum(self, strip: Strip) -> None:
        _, score = strip(CEILING, figure("r", YEAR, "antal: 99"), idag=AFTER)
        assert score == "hållna 0, missade 0, okända 12"


class TestKeptOfAll:
    """`intervall`: a report that says how many were kept, of how many."""

    def said(self, kept: int, of: int, more: str = "", id: str = "r") -> str:
        return figure(id, YEAR, f"intervall: {{hållna: {kept}, av: {of}}}{more}")

    def test_it_is_used_as_it_stands(self, strip: Strip) -> None:
        _, score = strip(WEEKLY, self.said(48, 52), idag=AFTER)
        assert score == "hållna 48, missade 4, okända 0"

    def test_actions_in_it_are_its_evidence_and_not_added(self, strip: Strip) -> None:
        found, score = strip(MONTHLY, self.said(1, 12), "insats a: datum: 2018-05-14", idag=AFTER)
        assert (found, score) == ("????H???????", "hållna 1, missade 11, okända 0")

    @pytest.mark.parametrize(
        ("kept", "of", "score"),
        [
            (53, 53, "hållna 52, missade 0, okända 0"),
            (50, 53, "hållna 49, missade 2, okända 1"),
            (0, 53, "hållna 0, missade 52, okända 0"),
            (0, 54, "hållna 0, missade 52, okända 0"),
            (40, 50, "hållna 40, missade 10, okända 2"),
        ],
    )
    def test_it_may_have_counted_weeks_at_the_edges_that_are_not_judged(
        self, strip: Strip, kept: int, of: int, score: str
    ) -> None:
        assert strip(WEEKLY, self.said(kept, of), idag=AFTER)[1] == score

    @pytest.mark.parametrize(
        ("more", "score"),
        [
            ("; noggrannhet: minst", "hållna 40, missade 0, okända 12"),
            ("; noggrannhet: ungefär", "hållna 35, missade 0, okända 17"),
            ("; ofullständigt: Maj saknas", "hållna 40, missade 0, okända 12"),
            ("; enligt_löftet: nej", "hållna 0, missade 0, okända 52"),
        ],
    )
    def test_it_proves_no_more_than_it_says(self, strip: Strip, more: str, score: str) -> None:
        assert strip(WEEKLY, self.said(40, 52, more), idag=AFTER)[1] == score

    @pytest.mark.parametrize(("one", "other"), [("r", "s"), ("s", "r")])
    def test_of_two_that_differ_the_lower_is_counted_and_the_rest_is_not_known(
        self, strip: Strip, one: str, other: str
    ) -> None:
        high = self.said(48, 52, id=one)
        low = self.said(40, 52, "; uppgift_från: kommunen", id=other)
        assert strip(WEEKLY, high, low, idag=AFTER)[1] == "hållna 40, missade 4, okända 8"

    def test_the_intervals_outside_its_range_are_judged_by_themselves(self, strip: Strip) -> None:
        half = figure("r", HALF, "intervall: {hållna: 5, av: 6}")
        story = (MONTHLY, half, "insats a: datum: 2018-03-14", "insats b: datum: 2018-08-14")
        assert strip(*story)[1] == "hållna 6, missade 1, okända 1, kommande 4"

    def test_one_for_a_part_of_another_is_not_added(self, strip: Strip) -> None:
        part = figure("s", HALF, "intervall: {hållna: 6, av: 6}")
        assert strip(MONTHLY, self.said(8, 12), part, idag=AFTER)[1] == (
            "hållna 8, missade 4, okända 0"
        )


class TestCeiling:
    """`högst` in each interval: kept only when all of it is told."""

    def test_an_interval_is_kept_when_all_is_told_of_it(self, strip: Strip) -> None:
        story = (
            CEILING,
            "löfte: bekräftat_till: 2018-03-31",
            "insats a: datum: 2018-02-14; antal: 3",
            "insats b: datum: 2018-03-14; antal: 2",
        )
        assert strip(*story)[0] == "HMH........."

    def test_it_is_broken_at_any_time_but_not_kept_by_silence(self, strip: Strip) -> None:
        story = ("insats a: datum: 2018-02-14; antal: 3", "insats b: datum: 2018-03-14")
        assert strip(CEILING, *story)[0] == "?M.........."
        assert strip(CEILING, *story, CLOSED, idag=AFTER)[0] == "?M??????????"


class TestStates:
    """The state that the intervals come to."""

    def test_a_finished_year_is_judged_while_the_period_runs(self, told: Told) -> None:
        story = """
            löfte: från: 2018-01-01; till: 2019-12-31
            mål: {typ: frekvens, varje: år, minst: 3}
            redovisning r: från: 2018; till: 2018; antal: 2
        """
        assert told(story, date(2019, 6, 1)) == [
            "pågår, till 2018-12-31",
            "2 = r(2)",
            "intervall: M.",
            "hållna 0, missade 1, okända 0, kommande 1",
        ]

    def test_it_is_under_way_until_all_is_told_and_then_open(self, state: State) -> None:
        action = "insats a: datum: 2018-03-14"
        assert state(MONTHLY, action, idag=LAST_DAY) == "pågår"
        assert state(MONTHLY, action) == "går inte att avgöra"
        assert state(MONTHLY, action, CLOSED) == "går inte att avgöra"

    def test_when_the_time_is_over_none_is_to_come(self, told: Told) -> None:
        story = f"{MONTHLY}\ninsats a: datum: 2018-01-14"
        assert told(story, LAST_DAY)[-1] == "hållna 1, missade 0, okända 0, kommande 11"
        assert told(story, AFTER)[-1] == "hållna 1, missade 0, okända 11"

    def test_all_kept_is_done_even_before_the_last_word(self, state: State) -> None:
        target = "mål: {typ: frekvens, varje: månad, gäller: 2018-02 till 2018-03}"
        both = ("insats a: datum: 2018-02-14", "insats b: datum: 2018-03-14")
        assert state(target, *both, idag=LAST_DAY) == "genomförd"
        assert state(target, both[0], idag=date(2018, 3, 15)) == "pågår"

    @pytest.mark.parametrize(
        ("kept", "expected"),
        [
            (52, "genomförd"),
            (51, "delvis genomförd"),
            (1, "delvis genomförd"),
            (0, "inte genomförd"),
        ],
    )
    def test_when_all_is_told_all_some_or_none_are_kept(
        self, state: State, kept: int, expected: str
    ) -> None:
        report = figure("r", YEAR, f"intervall: {{hållna: {kept}, av: 52}}")
        assert state(WEEKLY, report) == expected

    def test_unknown_ones_that_matter_leave_it_open(self, state: State) -> None:
        kept = [f"insats a{n}: datum: 2018-{n:02}-14" for n in range(1, 12)]
        assert state(MONTHLY, *kept, CLOSED) == "går inte att avgöra"
        missed = figure("r", "från: 2018-12; till: 2018-12", "antal: 0")
        assert state(MONTHLY, *kept, missed, CLOSED) == "delvis genomförd"
        assert state(MONTHLY, *kept[:5], missed, CLOSED) == "delvis genomförd"

    @pytest.mark.parametrize(
        ("target", "fields", "expected"),
        [
            ("varje: månad", "antal: 8", "delvis genomförd"),
            ("varje: månad", "antal: 8; noggrannhet: minst", "går inte att avgöra"),
            ("varje: månad, antal: 2", "antal: 13", "delvis genomförd"),
            ("varje: månad, antal: 2", "antal: 12", "går inte att avgöra"),
            ("varje: vecka", "antal: 40", "går inte att avgöra"),
        ],
    )
    def test_a_sum_that_is_not_enough_for_all_is_for_some_when_it_cannot_be_for_none(
        self, state: State, target: str, fields: str, expected: str
    ) -> None:
        """All that was done may have been in the days at the edges, which make no whole week."""
        assert state(f"mål: {{typ: frekvens, {target}}}", figure("r", YEAR, fields)) == expected

    def test_days_after_the_last_whole_interval_keep_it_under_way(self, state: State) -> None:
        """A year and a half has one whole year: the half is not judged, but it is promised."""
        story = (
            "löfte: till: 2019-06-30",
            "mål: {typ: frekvens, varje: år}",
            "insats a: datum: 2018-03-14",
        )
        assert state(*story, idag=date(2019, 6, 30)) == "pågår"
        assert state(*story, idag=date(2019, 7, 1)) == "genomförd"

    def test_none_at_all_is_not_done(self, state: State) -> None:
        assert state(MONTHLY, figure("r", YEAR, "antal: 0")) == "inte genomförd"

    def test_without_intervals_the_partys_verdict_decides(self, state: State) -> None:
        words = figure("r", YEAR, "bedömning: delvis genomförd; orsak: Brist")
        assert state(MONTHLY, words) == "delvis genomförd genom r"
        assert state(MONTHLY, figure("r", YEAR, "text: Ofta")) == "går inte att avgöra"

    def test_a_period_shorter_than_the_interval_has_nothing_to_judge(self, told: Told) -> None:
        story = f"löfte: till: 2018-01-20\n{MONTHLY}\ninsats a: datum: 2018-01-14"
        assert told(story) == ["går inte att avgöra, till 2018-01-14", "1 = a"]
