"""What holds for every history: random actions and reports, read as content files."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from progress.histories import FIRST, History, histories

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
from followup.progress.told import number_of

Read = Callable[[str], Site]
Write = Callable[[str], list[RawFile]]


def _result(site: Site, day: date) -> MeasureResult:
    return compute(site, day)[1].promises[0].measure("m")


def _target(site: Site, day: date) -> TargetResult:
    return _result(site, day).targets[0]


def _is_of_days(result: TargetResult) -> bool:
    return result.target.rule is not None and result.target.rule.distinct_days


def _each_target(result: TargetResult) -> Iterator[TargetResult]:
    """The target, and that of each of its places."""
    yield result
    for place in result.each:
        yield place.target


def _row_id(quote: Quote) -> str:
    return f"{quote.report.id} {quote.row.source}"


def figures_equal_the_listed_parts(history: History, read: Read) -> None:
    for result in _each_target(_target(read(history.story), history.day)):
        if tally := result.tally:
            worth = [1 if _is_of_days(result) else action.units for action in tally.actions]
            assert tally.number == sum(worth) + sum(quote.row.number or 0 for quote in tally.quotes)
            assert tally.actions or tally.quotes


def nothing_counts_twice(history: History, read: Read) -> None:
    """Every action and every row is in one place: in the sum, inside it, beside it or not in it."""
    site = read(history.story)
    known = compute(site, history.day)[0].promises[0]
    result = _target(site, history.day)
    items = [item.item for item in result.not_counted]
    others = [item for item in items if isinstance(item, Action)]
    if "steg" not in history.target:
        told = sorted(a.id for a in (*result.counted, *others))
        assert told == sorted(a.id for a in known.actions)
    replaced = {report.replaces for report in known.reports}
    assert {q.report.id for q in result.quotes} == {r.id for r in known.reports} - replaced
    for part in _each_target(result):
        _is_in_one_place(part)


def _is_in_one_place(result: TargetResult) -> None:
    items = [item.item for item in result.not_counted]
    if result.target.kind not in ("antal", "frekvens", "svarstid", "vid_behov"):
        assert result.tally is None
        return
    tally = result.tally or Tally(0, "exakt", ())
    actions = [*tally.actions, *tally.evidence]
    assert sorted(a.id for a in actions) == sorted(a.id for a in result.counted)
    quotes = [*tally.quotes, *tally.inner, *tally.disputed]
    aside = {_row_id(item) for item in items if isinstance(item, Quote)}
    rows = [q for q in result.quotes if number_of(q.row, result.target) is not None]
    counted = sorted(_row_id(q) for q in rows if _row_id(q) not in aside)
    assert sorted(map(_row_id, quotes)) == counted


def figures_that_are_added_do_not_speak_of_the_same_days(history: History, read: Read) -> None:
    for result in _each_target(_target(read(history.story), history.day)):
        tally = result.tally or Tally(0, "exakt", ())
        for quote in tally.quotes:
            for other in tally.quotes:
                if _row_id(quote) != _row_id(other) and not _are_parts(quote, other):
                    assert not quote.row.span.meets(other.row.span)
            for action in tally.actions:
                is_inside = quote.row.span.first <= action.span.last <= quote.row.span.last
                is_of_all = quote.report.share == "hela" and not quote.row.places
                assert not (is_inside and is_of_all)


def _are_parts(quote: Quote, other: Quote) -> bool:
    """True when both can be added for the same days: rows of one report, shares, other places."""
    one, two = quote.row, other.row
    if quote.report.id == other.report.id and (one.start, one.end) == (two.start, two.end):
        return True
    are_own = quote.report.share == other.report.share == "egen del"
    if are_own and quote.report.told_by != other.report.told_by:
        return True
    # Rows of one report are added before they are compared: then each may be of another place.
    return bool(one.places and two.places)


def an_action_never_lowers_the_count(history: History, read: Read) -> None:
    """Nor what is kept, but of a ceiling; nor what is done at any of the places."""
    before = _target(read(history.story), history.day)
    after = _target(read(f"{history.story}\n{history.extra}"), history.day)
    for was, became in zip(_each_target(before), _each_target(after), strict=True):
        assert _number(became) >= _number(was)
        if was.target.kind == "frekvens" and was.target.at_most is None and not was.target.per:
            assert _kept(became) >= _kept(was)
        if was.target.kind in ("svarstid", "vid_behov"):
            assert _kept(became) >= _kept(was)


def _number(result: TargetResult) -> int:
    return result.tally.number if result.tally else 0


def _kept(result: TargetResult) -> int:
    return result.score.kept if result.score else 0


def an_action_never_unmakes_what_was_done(history: History, read: Read) -> None:
    """One more may break a ceiling or be late, and a count goes before a party's word."""
    before = _target(read(history.story), history.day)
    after = _target(read(f"{history.story}\n{history.extra}"), history.day)
    kind = before.target.kind
    is_sure = kind in ("engångs", "löpande") or _reaches_its_number(before)
    if kind == "frekvens":
        is_sure = before.target.at_most is None and before.decided_by is None
    if before.state == "genomförd" and is_sure and not before.target.per:
        assert after.state == "genomförd"


def _reaches_its_number(result: TargetResult) -> bool:
    number, tally = result.target.number, result.tally
    if number is None or tally is None or result.target.at_most is not None:
        return False
    return result.target.kind == "antal" and tally.number >= number


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
        assert all(interval.kind in ("okänd", "kommande") for interval in target.intervals)
        assert (target.silent, target.differing) == ((), None)
        for score in (target.score, *(place.target.score for place in target.each)):
            assert score is None or (score.kept, score.missed) == (0, 0)
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
    if result.target.kind != "antal" or result.target.per:
        return
    if result.state in ("delvis genomförd", "inte genomförd") and result.decided_by is None:
        assert result.is_final
        assert tally.number < number
        assert all(quote.row.number < number for quote in tally.disputed if quote.row.number)
        assert tally.accuracy in ("exakt", "ungefär")
    if result.state == "genomförd":
        said = isinstance(result.decided_by, Quote) and result.decided_by.row.verdict
        assert tally.number >= number or said == "genomförd"


def scores_are_of_what_there_is(history: History, read: Read) -> None:
    """Kept, missed, not known and to come are all that there is, each of it once."""
    result = _target(read(history.story), history.day)
    for part in _each_target(result):
        if not (score := part.score):
            continue
        assert min(score.kept, score.missed, score.unknown, score.coming) >= 0
        if part.intervals:
            assert score.told + score.coming == len(part.intervals)
            kinds = [interval.kind for interval in part.intervals]
            has_block = any(quote.row.intervals for quote in part.quotes)
            assert has_block or score.kept == kinds.count("hållen")
            assert has_block or score.missed >= kinds.count("missad")
        elif part.target.kind in ("svarstid", "vid_behov") and not part.target.per:
            assert part.tally
            cases = [q.row.cases or q.row.number or 0 for q in part.tally.quotes]
            asked = [max(q.row.requests or 0, q.row.number or 0) for q in part.tally.quotes]
            worth = sum(action.units for action in part.tally.actions)
            assert score.told <= worth + sum(cases if part.target.within else asked)
    if result.each and not any(quote.row.units_reached is not None for quote in result.quotes):
        assert result.score
        assert result.score.told == len(result.each)


def all_kept_or_some_is_said_only_of_what_is_known(history: History, read: Read) -> None:
    for result in _each_target(_target(read(history.story), history.day)):
        if result.score is None or result.decided_by:
            continue
        if result.state == "genomförd":
            assert (result.score.missed, result.score.unknown, result.score.coming) == (0, 0, 0)
            assert not result.score.is_open
        if result.state in ("delvis genomförd", "inte genomförd"):
            assert result.is_final
            assert result.score.missed


def states_agree_with_the_dates(history: History, read: Read) -> None:
    result = _target(read(history.story), history.day)
    is_over = history.day > result.period.last
    verdict = result.decided_by.row.verdict if isinstance(result.decided_by, Quote) else None
    if history.day < FIRST:
        assert result.state == "inte påbörjad"
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
    """From the last day that anything becomes known, each result is the same but for the time.

    Nothing that was counted, kept or missed changes, nor what did not count, who told of it and
    until when. The state may, where it is about a time that has passed; and what was still to come
    is then not known, nor told of where the last word is said. Between two days on which the same
    content is known, and neither a stretch of time begins or ends, no figure changes.
    """
    site = read(history.story)
    early, late = date(2018, 12, 31), date(2019, 1, 31)
    (before,), (after,) = (_result(site, day).targets for day in (early, late))
    assert _timeless(before) == _timeless(after)
    assert all(any(now.covers(then) for now in after.silent) for then in before.silent)
    if early > before.period.last:
        assert after == before
    for day in (date(2018, 11, 1), early):
        eve = _known_unchanged(site, day)
        if eve is not None:
            assert _figures(site, day) == _figures(site, eve)


def _timeless(result: TargetResult) -> object:
    """All of a result that does not say how far time has gone."""
    score = result.score
    settled = replace(
        result,
        state="pågår",
        decided_by=None,
        differing=None,
        pace=None,
        months=(),
        months_past=0,
        intervals=(),
        score=None,
        each=(),
        silent=() if _is_told_whole(result) else result.silent,
        is_over=False,
    )
    kinds = [i.kind for i in result.intervals if i.kind in ("hållen", "missad")]
    kept = (score.kept, score.missed, score.told + score.coming) if score else None
    if result.target.per == "plats":
        kept = None
    return settled, kinds, kept, [_timeless(place.target) for place in result.each]


def _is_told_whole(result: TargetResult) -> bool:
    """True of a kind whose final word is of all its time: once that is over, the rest is silent."""
    return result.is_final and result.target.kind in ("svarstid", "vid_behov")


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


def the_names_of_files_decide_nothing(history: History, read: Read) -> None:
    """Files named so that they come in the opposite order give the same states and figures."""
    renamed = re.sub(r"\br(\d)\b", lambda m: f"r{9 - int(m[1])}", history.story)
    renamed = re.sub(r"\ba(\d)\b", lambda m: f"a{9 - int(m[1])}", renamed)
    one, other = (_target(read(story), history.day) for story in (history.story, renamed))
    assert [*map(_nameless, _each_target(one))] == [*map(_nameless, _each_target(other))]


def _nameless(result: TargetResult) -> object:
    tally = result.tally
    return (
        result.state,
        result.is_final,
        result.reported_to,
        (tally.number, tally.accuracy) if tally else None,
        sorted(item.reason.kind for item in result.not_counted),
        result.score,
        [interval.kind for interval in result.intervals],
        [month.kind for month in result.months],
        [step.done_by is None for step in result.steps],
        result.pace,
        result.silent,
    )


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
    scores_are_of_what_there_is,
    all_kept_or_some_is_said_only_of_what_is_known,
    states_agree_with_the_dates,
    only_time_itself_changes_with_the_day,
    what_did_not_count_has_its_reason,
    the_names_of_files_decide_nothing,
)


@settings(max_examples=200, deadline=None)
@given(history=histories())
@example(
    history=History(
        target="mål: {typ: vid_behov}",
        promise="löfte: parter: [polisen, kommunen]",
        told=(
            "helhet r0: från: 2018-01; till: 2018-01; åtgärd: m",
            "helhet r1: från: 2018-01; till: 2018-01; slutlig: ja; antal: 0; åtgärd: m",
        ),
        extra="insats extra: datum: 2018-01-01",
        day=date(2017, 12, 31),
    )
)
@example(
    history=History(
        target="mål: {typ: antal}",
        promise="löfte: parter: [polisen, kommunen]",
        told=(
            "helhet r0: från: 2018-01; till: 2018-02; rader: [{antal: 0, plats: bro-centrum, "
            "åtgärd: m, till: 2018-01}, {antal: 0, plats: brunna, åtgärd: m}]",
        ),
        extra="insats extra: datum: 2018-01-01",
        day=date(2018, 7, 1),
    )
)
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
