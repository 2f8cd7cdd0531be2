"""The one function that computes: the content and a day -> everything that is known then."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from followup.content.files import RawFile
from followup.content.load import load
from followup.model import Site
from followup.progress import Progress, PromiseResult, compute, next_change

Seen = Callable[..., Progress]
Read = Callable[[str], Site]

AFTER = date(2019, 3, 1)
CLOSED = "löfte: slutredovisad: 2019-02-01"


def _promise(seen: Seen, story: str, idag: date) -> PromiseResult:
    return seen(story, idag).promises[0]


@pytest.mark.parametrize(
    ("field", "most"),
    [
        ("webbplats: inaktuellt_efter: {}", 3650),
        ("mål: {{typ: antal, antal: {}}}", 100_000),
        ("mål: {{typ: antal, minst: {}}}", 100_000),
        ("mål: {{typ: antal, högst: {}}}", 100_000),
        ("insats a: datum: 2018-03-14; antal: {}", 100_000),
        ("redovisning r: till: 2018-06; antal: {}", 100_000),
    ],
)
def test_what_is_too_large_to_compute_with_is_a_fault(
    files: Callable[[str], list[RawFile]], field: str, most: int
) -> None:
    assert load(files(field.format(most))).diagnostics == ()
    (fault,) = load(files(field.format(most + 1))).diagnostics
    assert fault.message.endswith(f"”{most + 1}” är för stort")
    assert fault.hint in (f"Skriv ett tal från {least} till {most}." for least in (0, 1))


class TestFaces:
    """How a promise is met: by the day and by whether it has its final report."""

    @pytest.mark.parametrize(
        ("idag", "face"),
        [
            (date(2017, 12, 31), "före"),
            (date(2018, 1, 1), "pågår"),
            (date(2018, 12, 31), "pågår"),
            (date(2019, 1, 1), "slut"),
            (date(2019, 1, 31), "slut"),
            (date(2019, 2, 1), "slutredovisad"),
        ],
    )
    def test_the_day_decides_until_the_final_report_is_published(
        self, seen: Seen, idag: date, face: str
    ) -> None:
        result = _promise(seen, CLOSED, idag)
        assert (result.face, result.is_final) == (face, face == "slutredovisad")

    def test_a_promise_may_be_closed_before_its_period_is_over(self, seen: Seen) -> None:
        result = _promise(seen, "löfte: slutredovisad: 2018-09-01", date(2018, 10, 1))
        assert (result.face, result.is_final) == ("slutredovisad", True)

    def test_a_final_report_alone_does_not_close_a_promise(self, seen: Seen) -> None:
        story = "helhet h: från: 2018-01; till: 2018-12; slutlig: ja"
        assert _promise(seen, story, AFTER).face == "slut"


class TestReportedTo:
    """Redovisat till och med: for the promise, the latest day that anything is told of."""

    @pytest.mark.parametrize(
        ("more", "day"),
        [
            ("", date(2018, 3, 14)),
            ("insats b: datum: 2018-04", date(2018, 4, 30)),
            ("insats b: datum: 2018-04-01; status: inställd; orsak: Regn", date(2018, 4, 1)),
            ("insats b: datum: 2018-04-02; åtgärd: n", date(2018, 4, 2)),
            ("redovisning r: till: 2018-04-03", date(2018, 4, 3)),
            ("helhet h: till: 2018-04-04", date(2018, 4, 4)),
            ("åtgärd n: bekräftat_till: 2018-04-05", date(2018, 4, 5)),
            ("löfte: bekräftat_till: 2018-04-06", date(2018, 4, 6)),
            ("insats b: datum: 2018-12-01; status: planerad; offentlig: ja", date(2018, 3, 14)),
            ("insats b: datum: 2018-05-01; utkast: ja", date(2018, 3, 14)),
            ("helhet h: till: 2018-05\nhelhet i: till: 2018-04; ersätter: h", date(2018, 4, 30)),
        ],
    )
    def test_it_is_the_latest_of_all_that_is_told(self, seen: Seen, more: str, day: date) -> None:
        story = f"åtgärd n: ordning: 2\ninsats a: datum: 2018-03-14\n{more}"
        assert _promise(seen, story, date(2018, 10, 1)).reported_to == day

    def test_nothing_told_is_told_to_no_day(self, seen: Seen) -> None:
        assert _promise(seen, "åtgärd: ordning: 1", date(2018, 10, 1)).reported_to is None

    def test_the_latest_action_is_one_that_was_done(self, seen: Seen) -> None:
        story = """
            insats a: datum: 2018-03-14
            insats b: datum: 2018-03-14
            insats c: från: 2018-03-01; till: 2018-03-13
            insats d: datum: 2018-04-01; status: inställd; orsak: Regn
            insats e: datum: 2018-12-01; status: planerad; offentlig: ja
        """
        latest = _promise(seen, story, date(2018, 10, 1)).latest
        assert latest and latest.id == "b"

    def test_no_action_is_the_latest_when_none_was_done(self, seen: Seen) -> None:
        story = "insats d: datum: 2018-04-01; status: inställd; orsak: Regn"
        assert _promise(seen, story, date(2018, 10, 1)).latest is None


class TestStale:
    """A promise of which nothing new is told, while its period runs."""

    STORY = "webbplats: inaktuellt_efter: 60\ninsats a: datum: 2018-03-01"

    @pytest.mark.parametrize(
        ("idag", "is_stale"),
        [
            (date(2018, 4, 30), False),
            (date(2018, 5, 1), True),
            (date(2018, 12, 31), True),
            (date(2019, 1, 1), False),
        ],
    )
    def test_it_gets_old_after_sixty_days_while_the_period_runs(
        self, seen: Seen, idag: date, is_stale: bool
    ) -> None:
        assert _promise(seen, self.STORY, idag).is_stale == is_stale

    @pytest.mark.parametrize(
        ("idag", "is_stale"),
        [(date(2017, 12, 31), False), (date(2018, 3, 2), False), (date(2018, 3, 3), True)],
    )
    def test_silence_gets_old_from_the_first_day(
        self, seen: Seen, idag: date, is_stale: bool
    ) -> None:
        story = "webbplats: inaktuellt_efter: 60"
        assert _promise(seen, story, idag).is_stale == is_stale

    def test_it_does_not_once_it_is_closed(self, seen: Seen) -> None:
        story = f"{self.STORY}\nlöfte: slutredovisad: 2018-05-01"
        assert not _promise(seen, story, date(2018, 5, 1)).is_stale


class TestWhichPromise:
    """Those that the front page and the notice speak of."""

    STORY = """
        löfte: från: 2018-01-01; till: 2018-12-31
        löfte b: från: 2018-07-01; till: 2019-06-30
        löfte c: från: 2020-01-01; till: 2020-12-31
    """

    @pytest.mark.parametrize(
        ("idag", "current"),
        [
            (date(2017, 6, 1), ["2018"]),
            (date(2018, 1, 1), ["2018"]),
            (date(2018, 6, 30), ["2018"]),
            (date(2018, 7, 1), ["b", "2018"]),
            (date(2018, 12, 31), ["b", "2018"]),
            (date(2019, 1, 1), ["b"]),
            (date(2019, 6, 30), ["b"]),
            (date(2019, 7, 1), ["c"]),
            (date(2020, 1, 1), ["c"]),
            (date(2021, 6, 1), ["c"]),
        ],
    )
    def test_all_that_hold_are_current_newest_first_otherwise_the_next_or_the_latest(
        self, seen: Seen, idag: date, current: list[str]
    ) -> None:
        progress = seen(self.STORY, idag)
        assert [result.promise.id for result in progress.current] == current
        assert [result.promise.id for result in progress.promises] == ["2018", "b", "c"]
        assert progress.today == idag

    PREPARED = "webbplats: nytt_löfte: Arbete pågår; inaktuellt_efter: 60"

    @pytest.mark.parametrize(
        ("story", "idag", "is_between"),
        [
            (PREPARED, date(2018, 12, 31), False),
            (PREPARED, date(2019, 3, 1), False),
            (PREPARED, date(2019, 3, 2), True),
            (f"{PREPARED}\n{CLOSED}", date(2019, 1, 31), False),
            (f"{PREPARED}\n{CLOSED}", date(2019, 2, 1), True),
            (f"{PREPARED}\nlöfte: slutredovisad: 2018-12-01", date(2018, 12, 31), False),
            (f"{PREPARED}\nlöfte: slutredovisad: 2018-12-01", date(2019, 1, 1), True),
            (f"{PREPARED}\nlöfte b: från: 2020; till: 2020", date(2019, 7, 1), False),
            (CLOSED, date(2019, 7, 1), False),
        ],
    )
    def test_between_promises_the_next_is_being_prepared_and_the_last_no_news(
        self, seen: Seen, story: str, idag: date, is_between: bool
    ) -> None:
        assert seen(story, idag).is_between == is_between

    def test_the_whole_promise_has_its_own_reports(self, seen: Seen) -> None:
        story = """
            helhet h: till: 2018-03-31
            helhet i: till: 2018-03-31; ersätter: h
            redovisning r: till: 2018-03-31
        """
        result = _promise(seen, story, AFTER)
        assert [quote.report.id for quote in result.whole] == ["i"]


class TestTheDay:
    """`idag` decides the face, what is published and what is old; never a figure."""

    def test_a_future_action_is_published_and_counted_from_its_day(self, seen: Seen) -> None:
        story = "insats a: datum: 2018-03-14"
        for idag, number in ((date(2018, 3, 13), None), (date(2018, 3, 14), 1)):
            (target,) = _promise(seen, story, idag).measure("m").targets
            assert (target.tally and target.tally.number) == number

    def test_drafts_are_computed_for_the_preview(self, site: Read) -> None:
        story = site("insats a: datum: 2018-03-14; utkast: ja")
        for with_drafts, number in ((False, None), (True, 1)):
            known, progress = compute(story, AFTER, with_drafts)
            (target,) = progress.promises[0].measure("m").targets
            assert (target.tally and target.tally.number) == number
            assert len(known.promises[0].actions) == (number or 0)


FORMER = "tidigare_mål: {typ: antal, minst: 2, gäller: 2018-02–2018-04}"
RICH = f"""
    webbplats: nytt_löfte: Arbete pågår; inaktuellt_efter: 60
    löfte: slutredovisad: 2019-02-10; bekräftat_till: 2018-07-05
    löfte: ändringar: {{datum: 2018-07-07, vad: V, varför: W}}
    löfte d: från: 2020-01-01; till: 2020-12-31
    åtgärd: bekräftat_till: 2018-07-09
    åtgärd: ändringar: {{datum: 2018-08-03, vad: V, varför: W, {FORMER}}}
    mål: {{typ: antal, minst: 9, gäller: 2018-02–2018-10-20, senast: 2018-10-18}}
    åtgärd n: mål: {{typ: löpande}}
    insats a: datum: 2018-03-14; publiceras: 2018-03-20
    insats a: rättelser: {{datum: 2018-04-02, vad: V}}
    insats b: från: 2018-05-01; till: 2018-05-04; åtgärd: n
    insats c: datum: 2018-10-12; status: planerad; offentlig: ja; publiceras: 2018-09-20
    redovisning r: från: 2018-02; till: 2018-06; antal: 2; publicerad: 2018-07-20
    redovisning s: till: 2018-08-31; åtgärd: n; publiceras: 2018-09-03
    redovisning s: rättelser: {{datum: 2018-09-05, vad: V}}
    sida om: publiceras: 2018-11-11
"""


def _seen_without_day(site: Site, day: date) -> tuple[Site, Progress]:
    known, progress = compute(site, day)
    return known, replace(progress, today=date.min)


def test_the_next_change_is_the_very_day_on_which_something_is_seen_to_change(site: Read) -> None:
    story = site(RICH)
    days = [date(2017, 12, 20) + timedelta(days=n) for n in range(1200)]
    seen = [_seen_without_day(story, day) for day in days]
    changed = [day for day, now, eve in zip(days[1:], seen[1:], seen, strict=False) if now != eve]
    announced = [days[0]]
    while (following := next_change(story, announced[-1])) is not None:
        announced.append(following)
    assert announced[1:] == changed


@pytest.mark.parametrize(
    ("story", "idag", "day"),
    [
        ("insats a: datum: 2018-03-14", "2018-01-01", "2018-03-14"),
        ("redovisning r: till: 2018-03-31", "2018-01-01", "2018-03-31"),
        ("redovisning r: till: 2018-03-31; publicerad: 2018-05-02", "2018-01-01", "2018-05-02"),
        ("redovisning r: till: 2018-03-31; publiceras: 2018-05-03", "2018-01-01", "2018-05-03"),
        ("insats a: datum: 2018-03-14; publiceras: 2018-05-04", "2018-01-01", "2018-05-04"),
        ("sida om: publiceras: 2018-05-05", "2018-01-01", "2018-05-05"),
        ("löfte: bekräftat_till: 2018-05-06", "2018-01-01", "2018-05-06"),
        ("åtgärd: bekräftat_till: 2018-05-07", "2018-01-01", "2018-05-07"),
        (CLOSED, "2019-01-01", "2019-02-01"),
        ("löfte: ändringar: {datum: 2018-05-08, vad: V, varför: W}", "2018-01-01", "2018-05-08"),
        ("åtgärd: ändringar: {datum: 2018-05-09, vad: V, varför: W}", "2018-01-01", "2018-05-09"),
        (
            "insats a: datum: 2018-10-12; status: planerad; offentlig: ja",
            "2018-10-01",
            "2018-10-13",
        ),
        ("insats a: datum: 2018-03-14", "2018-03-14", "2019-01-01"),
        ("webbplats: inaktuellt_efter: 60", "2018-01-01", "2018-03-03"),
        (
            "webbplats: inaktuellt_efter: 60\ninsats a: datum: 2018-03-01",
            "2018-03-01",
            "2018-05-01",
        ),
        ("webbplats: inaktuellt_efter: 60; nytt_löfte: Snart", "2019-01-01", "2019-03-02"),
        (
            "mål: {typ: antal, minst: 3, gäller: 2018-06}\ninsats a: datum: 2018-06-01",
            "2018-06-01",
            "2018-07-01",
        ),
        ("effekt e: publiceras: 2018-05-10", "2018-01-01", "2018-05-10"),
        ("effekt e: värden: {datum: 2018-05, värde: 1}", "2018-01-01", "2018-05-31"),
        ("effekt e: utgångsläge: {datum: 2018-05-11, värde: 1}", "2018-01-01", "2018-05-11"),
        ("effekt e: väntas: 2018-05", "2018-01-01", "2018-06-01"),
        ("mål: {typ: engångs, senast: 2018-05-12}", "2018-01-01", "2018-05-13"),
        ("löfte: uppföljning_utlovad: [2018-05, 2019-02]", "2019-01-01", "2019-03-01"),
        ("löfte: titel: Löftet", "2017-01-01", "2018-01-01"),
        ("löfte: titel: Löftet", "2018-01-01", "2019-01-01"),
        ("löfte: titel: Löftet", "2019-01-01", None),
    ],
)
def test_each_thing_that_the_day_decides_is_a_change(
    site: Read, story: str, idag: str, day: str | None
) -> None:
    following = next_change(site(story), date.fromisoformat(idag))
    assert (following and following.isoformat()) == day
