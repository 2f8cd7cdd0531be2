"""The result of one measure: its evidence gathered, its targets decided, its state from theirs."""

from collections.abc import Callable
from datetime import date

import pytest

from followup.progress import Progress

Told = Callable[..., list[str]]

AFTER = date(2019, 3, 1)
CLOSED = "löfte: slutredovisad: 2019-02-01"
STALE = "webbplats: inaktuellt_efter: 60"


def test_an_action_for_several_measures_counts_for_each(told: Told) -> None:
    story = """
        åtgärd n: mål: {typ: löpande}
        insats a: datum: 2018-03-14; åtgärd: [m, n]
        insats b: datum: 2018-04-14; åtgärd: n
    """
    assert told(story) == ["pågår, till 2018-03-14", "1 = a"]


def test_a_report_on_another_measure_says_nothing_of_this_one(told: Told) -> None:
    story = """
        åtgärd n: mål: {typ: löpande}
        redovisning r: från: 2018-01; till: 2018-06; antal: 2; åtgärd: n
    """
    assert told(story) == ["inte redovisad"]


def test_what_was_done_and_what_was_called_off_is_listed_whether_it_counts_or_not(
    seen: Callable[..., Progress],
) -> None:
    story = """
        mål: {typ: antal, minst: 3, räknas: {platser: [bro]}}
        insats a: datum: 2018-03-14; plats: brunna
        insats b: datum: 2018-03-15; status: inställd; orsak: Regn
        insats c: datum: 2018-03-16; plats: bro
        insats d: datum: 2018-12-16; status: planerad; offentlig: ja
    """
    result = seen(story).promises[0].measure("m")
    assert [action.id for action in result.actions] == ["a", "c"]
    assert [action.id for action in result.cancelled] == ["b"]


class TestPublicEvents:
    """What is planned is no result; what has passed without a word is not known."""

    STORY = """
        insats p: datum: 2018-10-12; status: planerad; offentlig: ja
        insats q: från: 2018-11-30; till: 2018-12-01; status: planerad; offentlig: ja
    """

    def test_they_are_announced_and_count_nothing(self, told: Told) -> None:
        assert told(self.STORY, date(2018, 10, 12)) == ["inte redovisad", "planerade: p, q"]

    def test_they_are_unconfirmed_from_the_day_after(self, told: Told) -> None:
        assert told(self.STORY, date(2018, 10, 13)) == [
            "inte redovisad",
            "planerade: q",
            "obekräftade: p",
        ]

    def test_they_are_announced_until_their_last_day(self, told: Told) -> None:
        assert told(self.STORY, date(2018, 12, 1))[1:] == ["planerade: q", "obekräftade: p"]
        assert told(self.STORY, date(2018, 12, 2))[1:] == ["obekräftade: p, q"]


class TestReportedTo:
    """Redovisat till och med: the latest day that anything is told of."""

    @pytest.mark.parametrize(
        ("more", "day"),
        [
            ("", "2018-03-14"),
            ("insats b: från: 2018-03-14; till: 2018-03-16", "2018-03-16"),
            ("insats b: datum: 2018-04", "2018-04-30"),
            ("insats b: datum: 2018-04-01; status: inställd; orsak: Regn", "2018-04-01"),
            ("redovisning r: till: 2018-04-02", "2018-04-02"),
            ("redovisning r: till: 2018-02-02", "2018-03-14"),
            ("åtgärd: bekräftat_till: 2018-04-03", "2018-04-03"),
            ("löfte: bekräftat_till: 2018-04-04", "2018-04-04"),
            ("åtgärd: bekräftat_till: 2018-10-02", "2018-03-14"),
            ("helhet h: till: 2018-04-05", "2018-03-14"),
            (
                "redovisning r: till: 2018-04-02\nredovisning s: till: 2018-03; ersätter: r",
                "2018-03-31",
            ),
        ],
    )
    def test_it_is_the_latest_of_all_that_is_told(self, told: Told, more: str, day: str) -> None:
        result = told(f"mål: {{typ: löpande}}\ninsats a: datum: 2018-03-14\n{more}")
        assert result[0] == f"pågår, till {day}"

    def test_nothing_told_is_told_to_no_day_although_all_is_confirmed(self, told: Told) -> None:
        story = "löfte: bekräftat_till: 2018-09-01\nåtgärd: bekräftat_till: 2018-09-01"
        assert told(story) == ["inte redovisad"]


class TestStale:
    """Nothing covers the last days, while the period runs."""

    def _is_stale(self, told: Told, *lines: str, idag: date) -> bool:
        return "inaktuell" in told("\n".join((STALE, *lines)), idag)

    def test_it_is_so_from_the_day_after_the_sixtieth(self, told: Told) -> None:
        action = "insats a: datum: 2018-03-01"
        assert not self._is_stale(told, action, idag=date(2018, 4, 30))
        assert self._is_stale(told, action, idag=date(2018, 5, 1))

    def test_it_is_over_when_something_new_is_told_or_confirmed(self, told: Told) -> None:
        action = "insats a: datum: 2018-03-01"
        for news in ("redovisning r: till: 2018-03-02", "löfte: bekräftat_till: 2018-03-02"):
            assert not self._is_stale(told, action, news, idag=date(2018, 5, 1))

    def test_it_is_so_on_the_last_day_of_the_period_and_no_longer(self, told: Told) -> None:
        action = "insats a: datum: 2018-03-01"
        assert self._is_stale(told, action, idag=date(2018, 12, 31))
        assert not self._is_stale(told, action, idag=date(2019, 1, 1))

    def test_what_is_told_of_the_time_before_the_period_is_new_when_it_begins(
        self, told: Told
    ) -> None:
        report = "redovisning r: från: 2017-09; till: 2017-10"
        assert not self._is_stale(told, report, idag=date(2017, 12, 31))
        assert not self._is_stale(told, report, idag=date(2018, 3, 2))
        assert self._is_stale(told, report, idag=date(2018, 3, 3))

    @pytest.mark.parametrize(
        "told_of",
        [
            "insats a: datum: 2018-03-01; antal: 3",
            "redovisning r: till: 2018-03-01; bedömning: utgår; orsak: Brist",
            "redovisning r: till: 2018-03-01; bedömning: senarelagd; orsak: Brist",
            "redovisning r: till: 2018-03-01; antal: 1; slutlig: ja",
            "helhet h: till: 2018-03-01",
            "löfte: bekräftat_till: 2018-03-01",
        ],
    )
    def test_what_is_settled_or_never_told_of_does_not_get_old(
        self, told: Told, told_of: str
    ) -> None:
        assert not self._is_stale(told, told_of, idag=date(2018, 12, 1))

    @pytest.mark.parametrize(
        "told_of",
        [
            "redovisning r: från: 2018-01; till: 2018-03-01; antal: 0",
            "redovisning r: från: 2018-01; till: 2018-03-01",
            "redovisning r: till: 2018-03-01; bedömning: delvis genomförd; orsak: Brist",
        ],
    )
    def test_all_that_is_open_does(self, told: Told, told_of: str) -> None:
        assert self._is_stale(told, told_of, idag=date(2018, 12, 1))


class TestUnmentioned:
    """The promise has its final report, which goes through the measures, but not this one."""

    OTHER = "redovisning r: från: 2018-01; till: 2018-12; åtgärd: n; slutlig: ja"

    def _story(self, *lines: str) -> str:
        return "\n".join(("åtgärd n: ordning: 2", "insats a: datum: 2018-03-01", *lines))

    def test_it_is_said(self, told: Told) -> None:
        assert "nämns inte i uppföljningen" in told(self._story(CLOSED, self.OTHER), AFTER)

    @pytest.mark.parametrize(
        "lines",
        [
            (OTHER,),
            (CLOSED,),
            (CLOSED, "helhet h: till: 2018-12; slutlig: ja"),
            (CLOSED, OTHER, "redovisning s: till: 2018-12; slutlig: ja"),
            (CLOSED, OTHER.replace("; slutlig: ja", "")),
        ],
        ids=["not closed", "no report", "only on the whole", "named too", "not final"],
    )
    def test_it_is_not_said_without_grounds(self, told: Told, lines: tuple[str, ...]) -> None:
        assert "nämns inte i uppföljningen" not in told(self._story(*lines), AFTER)

    def test_an_earlier_report_is_not_the_final_one(self, told: Told) -> None:
        early = "redovisning s: från: 2018-01; till: 2018-06"
        assert "nämns inte i uppföljningen" in told(self._story(CLOSED, self.OTHER, early), AFTER)


class TestSeveralTargets:
    """A measure's own state, when it holds more than one promise."""

    TARGETS = "mål: [{id: x, typ: antal, minst: 2}, {id: y, typ: engångs}]"

    def _overall(self, told: Told, *lines: str, idag: date = AFTER) -> str:
        return told("\n".join((self.TARGETS, *lines)), idag)[0].removeprefix("åtgärden: ")

    def _said(self, target: str, verdict: str) -> str:
        report = f"åtgärd: m#{target}; till: 2018-06-30; bedömning: {verdict}; orsak: Brist"
        return f"redovisning {target}: {report}"

    def test_each_target_is_shown_with_what_was_told_of_it(self, told: Told) -> None:
        story = f"""
            {self.TARGETS}
            insats a: datum: 2018-03-14; åtgärd: m#x
            insats b: datum: 2018-04-14; åtgärd: [m#x, m#y]
        """
        assert told(story) == [
            "åtgärden: genomförd",
            "mål x:",
            "genomförd genom b, till 2018-04-14",
            "2 = a + b",
            "mål y:",
            "genomförd genom b, till 2018-04-14",
        ]

    def test_what_names_only_the_measure_belongs_to_none_of_them(self, told: Told) -> None:
        story = f"{self.TARGETS}\ninsats a: datum: 2018-03-14"
        assert told(story) == [
            "åtgärden: inte redovisad",
            "mål x:",
            "inte redovisad",
            "mål y:",
            "inte redovisad",
        ]

    def test_targets_that_are_alike_give_the_measure_their_state(self, told: Told) -> None:
        for verdict in ("utgår", "senarelagd"):
            story = (self._said("x", verdict), self._said("y", verdict))
            assert self._overall(told, *story) == verdict

    X = "insats a: datum: 2018-03-14; åtgärd: m#x"
    XX = "insats b: datum: 2018-04-14; åtgärd: m#x"

    def test_before_the_time_is_over_it_is_under_way_when_any_of_them_is(self, told: Told) -> None:
        during = date(2018, 12, 31)
        assert self._overall(told, self.X, idag=during) == "pågår"
        assert self._overall(told, self.X, self.XX, idag=during) == "pågår"
        dropped = self._said("y", "utgår")
        assert self._overall(told, self.X, self.XX, dropped, idag=during) == "pågår"

    def test_it_is_not_under_way_when_none_of_them_is(self, told: Told) -> None:
        during = date(2018, 12, 31)
        dropped = self._said("y", "utgår")
        assert self._overall(told, dropped, idag=during) == "går inte att avgöra"
        put_off = self._said("x", "senarelagd")
        assert self._overall(told, dropped, put_off, idag=during) == "går inte att avgöra"

    def test_when_the_time_is_over_and_one_is_not_told_of_it_is_open(self, told: Told) -> None:
        assert self._overall(told, self.X, self.XX) == "går inte att avgöra"
        assert self._overall(told, self.X, self.XX, CLOSED) == "går inte att avgöra"

    def test_when_all_is_told_and_they_differ_it_is_partly_done(self, told: Told) -> None:
        dropped = self._said("y", "utgår")
        assert self._overall(told, self.X, self.XX, dropped, CLOSED) == "delvis genomförd"
        assert self._overall(told, self.X, dropped, CLOSED) == "delvis genomförd"

    def test_when_one_cannot_be_decided_nor_can_the_measure(self, told: Told) -> None:
        words = "redovisning y: åtgärd: m#y; till: 2018-06-30"
        assert self._overall(told, self.X, self.XX, words, CLOSED) == "går inte att avgöra"

    def test_when_nothing_of_any_was_done_it_is_not_done(self, told: Told) -> None:
        story = (self._said("x", "inte genomförd"), self._said("y", "utgår"))
        assert self._overall(told, *story, CLOSED) == "inte genomförd"

    def test_none_done_of_one_and_silence_on_the_other_is_open(self, told: Told) -> None:
        story = (
            f"{self.TARGETS}\nredovisning r: åtgärd: m#x; från: 2018-01; till: 2018-06; antal: 0"
        )
        assert told(story) == [
            "åtgärden: går inte att avgöra",
            "mål x:",
            "inte påbörjad, till 2018-06-30",
            "0 = r(0)",
            "mål y:",
            "inte redovisad",
        ]

    def test_the_time_is_over_with_the_last_of_them(self, told: Told) -> None:
        targets = "mål: [{id: x, typ: antal, minst: 1, gäller: 2018-02}, {id: y, typ: engångs}]"
        story = f"{targets}\ninsats a: datum: 2018-02-14; åtgärd: m#x"
        assert told(story, date(2018, 12, 31))[0] == "åtgärden: pågår"
        assert told(story, date(2019, 1, 1))[0] == "åtgärden: går inte att avgöra"

    def test_the_measure_is_final_when_each_of_them_is(self, told: Told) -> None:
        """A final report on one leaves the other to get old."""
        final = f"{self._said('x', 'pågår')}; slutlig: ja"
        old = date(2018, 12, 1)
        assert "inaktuell" in told("\n".join((STALE, self.TARGETS, final)), old)
        both = (final, f"{self._said('y', 'pågår')}; slutlig: ja")
        assert "inaktuell" not in told("\n".join((STALE, self.TARGETS, *both)), old)
