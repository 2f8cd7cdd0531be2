"""What holds for every history: random actions and reports, read as content files."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup.content.files import RawFile
from followup.content.load import load
from followup.model import Action, Site
from followup.progress import (
    MeasureResult,
    NotCounted,
    Progress,
    Quote,
    Tally,
    TargetResult,
    compute,
    next_change,
)

Read = Callable[[str], Site]
Write = Callable[[str], list[RawFile]]


@dataclass(frozen=True)
class History:
    """A story whose lines are of the target, the promise, and what was told; seen on `day`.

    `extra` is one more action, that the story does not hold.
    """

    target: str
    promise: str
    told: tuple[str, ...]
    extra: str
    day: date

    @property
    def story(self) -> str:
        return "\n".join((self.target, self.promise, *self.told))


BEFORE, FIRST = date(2017, 12, 31), date(2018, 1, 1)
DAYS = st.integers(0, 364).map(lambda n: FIRST + timedelta(days=n))
TARGETS = (
    "mål: {typ: antal}",
    "mål: {typ: antal, högst: 3}",
    "mål: {typ: antal, minst: 5}",
    "mål: {typ: antal, minst: 5, senast: 2018-09-15}",
    "mål: {typ: antal, minst: 4, gäller: [2018-02–2018-05-10, 2018-09]}",
    "mål: {typ: antal, minst: 4, räknas: {planerad_i_förväg: ja, platser: [bro]}}",
    "mål: {typ: antal, minst: 4, räknas: {aktörer: [polisen, kommunen]}}",
    "mål: {typ: antal, minst: 5, räknas: {dagar: ja}}",
    "mål: {typ: engångs, senast: 2018-06-30}",
    "mål: {typ: engångs, steg: [{id: x, namn: X}, {id: y, namn: Y}]}",
    "mål: {typ: löpande}",
)
VERDICTS = ("pågår", "genomförd", "delvis genomförd", "inte genomförd", "senarelagd", "utgår")


def _maybe(*texts: str) -> st.SearchStrategy[str]:
    """One of the fields, or none."""
    return st.sampled_from(("", *texts))


@st.composite
def _actions(draw: st.DrawFn, id: str, target: str) -> str:
    first = draw(DAYS)
    last = min(first + timedelta(days=draw(st.sampled_from((0, 0, 0, 1, 20)))), date(2018, 12, 31))
    fields = [
        f"datum: {first}" if first == last else f"från: {first}; till: {last}",
        # A day that is not known may take another day's place, and so lower a count of days.
        draw(_maybe("någon_gång: ja")) if first != last and "dagar" not in target else "",
        draw(_maybe("antal: 2", "antal: 3")),
        draw(_maybe("plats: bro-centrum", "plats: brunna")),
        draw(_maybe("aktörer: [polisen, kommunen]", "aktörer: [kommunen]")),
        draw(_maybe("planerad_i_förväg: ja", f"planerad_i_förväg: {first}")),
        draw(_maybe("status: inställd; orsak: Regn")),
        draw(_maybe("åtgärd: m#x", "åtgärd: m#y")) if "steg" in target else "",
    ]
    return f"insats {id}: {'; '.join(filter(None, fields))}"


@st.composite
def _reports(draw: st.DrawFn, n: int, target: str) -> str:
    first = draw(st.integers(1, 12))
    last = draw(st.integers(first, 12))
    number = draw(st.one_of(st.none(), st.integers(0, 9)))
    verdict = draw(st.sampled_from((None, None, None, *VERDICTS)))
    fields = [
        draw(st.sampled_from((f"från: 2018-{first:02}", f"från: 2018-{first:02}", ""))),
        f"till: 2018-{last:02}",
        "" if number is None else f"antal: {number}",
        draw(_maybe("noggrannhet: minst", "noggrannhet: ungefär")),
        draw(_maybe("enligt_löftet: ja", "enligt_löftet: nej", "enligt_löftet: oklart")),
        draw(_maybe("omfattar: egen del")),
        draw(_maybe("uppgift_från: kommunen")),
        f"bedömning: {verdict}; orsak: Brist" if verdict else "",
        draw(st.sampled_from(("", "", "", "slutlig: ja"))),
        draw(st.sampled_from(("", "", "", "ofullständigt: Maj saknas"))),
        draw(_maybe("åtgärd: m#x", "åtgärd: m#y")) if "steg" in target else "",
        draw(st.sampled_from(("", "", f"ersätter: r{n - 1}"))) if n else "",
    ]
    return f"redovisning r{n}: {'; '.join(filter(None, fields))}"


@st.composite
def histories(draw: st.DrawFn) -> History:
    target = draw(st.sampled_from(TARGETS))
    actions = draw(st.integers(0, 6))
    reports = draw(st.integers(0, 4))
    told = [draw(_actions(f"a{n}", target)) for n in range(actions)]
    told += [draw(_reports(n, target)) for n in range(reports)]
    promise = "; ".join(
        (
            "löfte: parter: [polisen, kommunen]",
            draw(_maybe("slutredovisad: 2019-02-01")),
            draw(_maybe("bekräftat_till: 2018-09-30")),
        )
    )
    return History(
        target=target,
        promise=promise,
        told=tuple(told),
        extra=draw(_actions("extra", target)),
        day=draw(
            st.sampled_from((BEFORE, FIRST, date(2018, 7, 1), date(2018, 12, 31), date(2019, 3, 1)))
        ),
    )


def _result(site: Site, day: date) -> MeasureResult:
    return compute(site, day)[1].promises[0].measure("m")


def _target(site: Site, day: date) -> TargetResult:
    return _result(site, day).targets[0]


def _is_of_days(result: TargetResult) -> bool:
    return result.target.rule is not None and result.target.rule.distinct_days


def figures_equal_the_listed_parts(history: History, read: Read) -> None:
    result = _target(read(history.story), history.day)
    if tally := result.tally:
        worth = [1 if _is_of_days(result) else action.units for action in tally.actions]
        assert tally.number == sum(worth) + sum(quote.row.number or 0 for quote in tally.quotes)
        assert tally.actions or tally.quotes


def nothing_counts_twice(history: History, read: Read) -> None:
    site = read(history.story)
    known = compute(site, history.day)[0].promises[0]
    result = _target(site, history.day)
    if result.target.kind != "antal":
        return
    tally = result.tally or Tally(0, "exakt", ())
    items = [item.item for item in result.not_counted]
    actions = [*tally.actions, *tally.evidence, *(i for i in items if isinstance(i, Action))]
    assert sorted(a.id for a in actions) == sorted(a.id for a in known.actions)
    quotes = [*tally.quotes, *tally.inner, *tally.disputed]
    quotes += [item for item in items if isinstance(item, Quote)]
    quotes += [quote for quote in result.quotes if quote.row.number is None]
    assert sorted(q.report.id for q in quotes) == sorted(q.report.id for q in result.quotes)
    replaced = {report.replaces for report in known.reports}
    assert {q.report.id for q in result.quotes} == {r.id for r in known.reports} - replaced


def figures_that_are_added_do_not_speak_of_the_same_days(history: History, read: Read) -> None:
    tally = _target(read(history.story), history.day).tally
    for quote in tally.quotes if tally else ():
        assert tally
        for other in tally.quotes:
            are_own = quote.report.share == other.report.share == "egen del"
            if quote != other and not (are_own and quote.report.told_by != other.report.told_by):
                assert not quote.row.span.meets(other.row.span)
        for action in tally.actions:
            is_inside = quote.row.span.first <= action.span.last <= quote.row.span.last
            assert not (is_inside and quote.report.share == "hela")


def an_action_never_lowers_the_count(history: History, read: Read) -> None:
    before = _target(read(history.story), history.day)
    after = _target(read(f"{history.story}\n{history.extra}"), history.day)
    assert (after.tally.number if after.tally else 0) >= (
        before.tally.number if before.tally else 0
    )


def an_action_never_unmakes_what_was_done(history: History, read: Read) -> None:
    """A ceiling may be broken by one more, and a count goes before a party's word."""
    before = _target(read(history.story), history.day)
    after = _target(read(f"{history.story}\n{history.extra}"), history.day)
    is_counted = before.target.kind != "antal" or _reaches_its_number(before)
    if before.state == "genomförd" and is_counted:
        assert after.state == "genomförd"


def _reaches_its_number(result: TargetResult) -> bool:
    number, tally = result.target.number, result.tally
    if number is None or tally is None or result.target.at_most is not None:
        return False
    return tally.number >= number


def without_evidence_there_is_no_claim(history: History, read: Read) -> None:
    whole = "helhet h: till: 2018-01-01; bedömning: genomförd"
    for told in ("", whole):
        result = _result(read("\n".join((history.target, history.promise, told))), history.day)
        (target,) = result.targets
        assert (result.reported_to, result.actions, result.is_stale) == (None, (), False)
        assert (target.tally, target.decided_by, target.pace) == (None, None, None)
        assert (target.not_counted, target.quotes) == ((), ())
        assert all(step.done_by is None for step in target.steps)
        assert all(month.kind in ("kommande", "inte redovisad") for month in target.months)
        assert target.state == (
            "inte påbörjad"
            if history.day < FIRST
            else "inte redovisad för sig"
            if told
            else "inte redovisad"
        )


def silence_is_said_exactly_when_nothing_is_told(history: History, read: Read) -> None:
    site = read(history.story)
    known = compute(site, history.day)[0].promises[0]
    result = _target(site, history.day)
    is_silent = not known.actions and not known.reports
    assert (result.state == "inte redovisad") == (is_silent and history.day >= FIRST)
    assert (result.reported_to is None) == is_silent


def too_little_is_said_only_at_the_end_or_by_a_report(history: History, read: Read) -> None:
    result = _target(read(history.story), history.day)
    if result.state in ("delvis genomförd", "inte genomförd") and not result.is_final:
        assert isinstance(result.decided_by, Quote)
        row = result.decided_by.row
        deadline = result.target.deadline
        missed = deadline is not None and row.span.last >= deadline
        assert row.verdict == result.state or (missed and result.target.kind == "engångs")


def too_little_is_never_said_of_a_count_that_may_be_enough(history: History, read: Read) -> None:
    result = _target(read(history.story), history.day)
    number, tally = result.target.number, result.tally
    if number is None or tally is None or result.target.at_most is not None:
        return
    if result.state in ("delvis genomförd", "inte genomförd") and result.decided_by is None:
        assert result.is_final
        assert tally.number < number
        assert all(quote.row.number < number for quote in tally.disputed if quote.row.number)
        assert tally.accuracy in ("exakt", "ungefär")
    if result.state == "genomförd":
        said = isinstance(result.decided_by, Quote) and result.decided_by.row.verdict
        assert tally.number >= number or said == "genomförd"


def states_agree_with_the_dates(history: History, read: Read) -> None:
    result = _target(read(history.story), history.day)
    is_over = history.day > result.period.last
    verdict = result.decided_by.row.verdict if isinstance(result.decided_by, Quote) else None
    match result.state:
        case "pågår":
            assert not is_over or (result.is_final and verdict == "pågår")
        case "inte påbörjad":
            assert not is_over
            assert result.tally is None or result.tally.number == 0
        case "senarelagd" | "utgår":
            assert verdict == result.state
    assert not (result.pace and is_over)
    assert result.reported_to is None or result.reported_to <= history.day


def only_time_itself_changes_with_the_day(history: History, read: Read) -> None:
    """From the last day that anything becomes known, each result is the same but for the time."""
    site = read(history.story)
    early, late = date(2018, 12, 31), date(2019, 1, 31)
    (before,), (after,) = (_result(site, day).targets for day in (early, late))
    after = replace(after, state=before.state, decided_by=before.decided_by)
    was, became = (replace(r, pace=None, months=(), months_past=0) for r in (before, after))
    assert was == became
    if late <= before.period.last or early > before.period.last:
        assert after == before
    for day in (date(2018, 11, 1), early):
        eve = _known_unchanged(site, day)
        if eve is not None:
            assert _figures(site, day) == _figures(site, eve)


def _known_unchanged(site: Site, day: date) -> date | None:
    """The day before, when the same content was known on it."""
    eve = day - timedelta(days=1)
    return eve if compute(site, eve)[0] == compute(site, day)[0] else None


def _figures(site: Site, day: date) -> object:
    result = _target(site, day)
    return (result.tally, result.not_counted, result.months, result.steps, result.reported_to)


def what_did_not_count_has_its_reason(history: History, read: Read) -> None:
    result = _target(read(history.story), history.day)
    for item in result.not_counted:
        assert isinstance(item, NotCounted)
        if isinstance(item.item, Action) and item.item.status == "inställd":
            assert item.reason.kind == "inställd"
    counted = (*result.tally.actions, *result.tally.evidence) if result.tally else ()
    assert all(action.status == "genomförd" for action in counted)


PROPERTIES: tuple[Callable[[History, Read], None], ...] = (
    figures_equal_the_listed_parts,
    nothing_counts_twice,
    figures_that_are_added_do_not_speak_of_the_same_days,
    an_action_never_lowers_the_count,
    an_action_never_unmakes_what_was_done,
    without_evidence_there_is_no_claim,
    silence_is_said_exactly_when_nothing_is_told,
    too_little_is_said_only_at_the_end_or_by_a_report,
    too_little_is_never_said_of_a_count_that_may_be_enough,
    states_agree_with_the_dates,
    only_time_itself_changes_with_the_day,
    what_did_not_count_has_its_reason,
)


@settings(max_examples=200, deadline=None)
@given(history=histories())
def test_all_that_is_promised_of_results_holds_of_every_history(
    site: Read, history: History
) -> None:
    for holds in PROPERTIES:
        holds(history, site)


@pytest.mark.long
@settings(max_examples=3000, deadline=None)
@given(history=histories())
def test_all_that_is_promised_of_results_holds_of_many_histories(
    site: Read, history: History
) -> None:
    for holds in PROPERTIES:
        holds(history, site)


@settings(max_examples=200, deadline=None)
@given(history=histories(), order=st.randoms(use_true_random=False))
def test_no_result_depends_on_the_order_of_the_files(
    files: Write, history: History, order: Random
) -> None:
    made = files(history.story)
    shuffled = [*made]
    order.shuffle(shuffled)
    one, other = load(made).site, load(shuffled).site
    assert one and other
    assert compute(one, history.day) == compute(other, history.day)


@settings(max_examples=20, deadline=None)
@given(history=histories())
def test_the_next_change_of_every_history_is_exact(site: Read, history: History) -> None:
    story = site(history.story)
    following = next_change(story, history.day)
    last = following or history.day + timedelta(days=400)
    now = _without_day(story, history.day)
    until = [history.day + timedelta(days=n) for n in range(1, (last - history.day).days)]
    assert all(_without_day(story, day) == now for day in until)
    assert following is None or _without_day(story, following) != now


def _without_day(site: Site, day: date) -> tuple[Site, Progress]:
    known, progress = compute(site, day)
    return known, replace(progress, today=date.min)
