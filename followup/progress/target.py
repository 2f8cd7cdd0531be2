"""The result of one target: what was told of it, added up and decided."""

from dataclasses import dataclass, replace
from datetime import date

from followup.model import Action, Span, Step
from followup.progress.bounds import Bounds, bounds
from followup.progress.cases import case_score
from followup.progress.counting import Belonging, has_figure, target_on
from followup.progress.each import unit_score
from followup.progress.finality import Finality
from followup.progress.frequency import are_some_kept, frequency_score, judge
from followup.progress.intervals import intervals
from followup.progress.months import months
from followup.progress.pace import is_out_of_reach, pace
from followup.progress.result import (
    IntervalResult,
    Month,
    Pace,
    PlaceResult,
    Quote,
    Score,
    StepResult,
    Tally,
    TargetResult,
)
from followup.progress.seasons import outside, until
from followup.progress.states import Evidence, decide, differing_verdict, latest_verdict
from followup.progress.tally import tally
from followup.progress.told import Told, latest, quotes_of, tell_of_place


@dataclass(frozen=True)
class Viewpoint:
    """From where the promise is seen: the day, who belongs to whom, and when news are stale."""

    today: date
    belonging: Belonging
    stale_after: int


def target_result(told: Told, view: Viewpoint, is_closed: bool = False) -> TargetResult:
    """What is known of a target. `is_closed` says that the last word on it is said elsewhere."""
    target = told.target
    sums = tally(told.counted, told.summable, target, told.overlap)
    limits = bounds(sums, told.not_counted, target, told.overlap) if sums else Bounds(0, None)
    finality = _finality(told, is_closed)
    is_final = _is_reached(finality, told, told.direct, told.direct)
    each = _each(told, view, is_final)
    strip = _intervals(told, view.today > told.overlap.period.last)
    evidence = _evidence(told, sums, limits, view, finality)
    is_whole = is_final and evidence.is_over and target.kind in ("svarstid", "vid_behov")
    silent = _silent(told, sums, is_whole) if sums else ()
    evidence = replace(
        evidence,
        has_silence=bool(silent),
        score=_score(told, sums, each, strip, is_final),
        is_judged_whole=not strip or strip[-1].span.last >= evidence.last_day,
        are_some_kept=bool(sums and strip and are_some_kept(sums, strip, target)),
    )
    state, decided_by = decide(evidence)
    if state == "genomförd" and _was_changed_since(told, decided_by):
        decided_by = None
    by_month = _months(told, evidence) if target.kind == "löpande" and not target.per else ()
    coming = 0 if evidence.is_over else sum(month.kind == "kommande" for month in by_month)
    return TargetResult(
        target=target,
        period=told.overlap.period,
        state=state,
        is_final=is_final,
        reported_to=told.reported_to,
        decided_by=decided_by,
        tally=sums if target.kind in _COUNTED else None,
        not_counted=told.not_counted,
        months=by_month,
        months_past=len(by_month) - coming,
        steps=evidence.steps,
        pace=_pace(told, sums, limits) if sums and state == "pågår" else None,
        quotes=told.quotes,
        counted=told.counted,
        score=evidence.score,
        intervals=strip,
        each=each,
        silent=silent,
        differing=differing_verdict(evidence, state, decided_by),
        is_past_deadline=target.deadline is not None and target.deadline < view.today,
        is_over=evidence.is_over,
    )


_COUNTED = ("antal", "frekvens", "svarstid", "vid_behov")


def _score(
    told: Told,
    sums: Tally | None,
    each: tuple[PlaceResult, ...],
    strip: tuple[IntervalResult, ...],
    is_final: bool,
) -> Score | None:
    if told.target.per:
        return unit_score(told, each, is_final)
    match told.target.kind:
        case "frekvens":
            return frequency_score(told, strip)
        case "svarstid" | "vid_behov":
            return case_score(told.target, sums)
    return None


def _each(told: Told, view: Viewpoint, is_final: bool) -> tuple[PlaceResult, ...]:
    """The result of each place, for a target that holds for each."""
    if told.target.per != "plats":
        return ()
    return tuple(
        PlaceResult(place, target_result(tell_of_place(told, place), view, is_final))
        for place in told.places
    )


def _intervals(told: Told, is_over: bool) -> tuple[IntervalResult, ...]:
    is_known = not isinstance(told.target.applies, str)  # "sommarhalvåret" names no weeks
    if told.target.kind != "frekvens" or told.target.per or not is_known:
        return ()
    judged = intervals(told.measure, told.target, told.promise.span)
    return judge(told, judged, told.overlap.period.last if is_over else told.reported_to)


def _months(told: Told, evidence: Evidence) -> tuple[Month, ...]:
    """The months of the target's time; none is to come when it is over and the last word said."""
    is_closed = evidence.is_over and evidence.is_final
    told_to = told.overlap.period.last if is_closed else told.reported_to
    return months(told.overlap.own_time, told.counted, told.quotes, told_to)


def _finality(told: Told, is_closed: bool) -> Finality:
    return Finality(
        parties=told.measure.responsible or told.promise.parties,
        own_time=told.overlap.own_time,
        is_closed=is_closed or told.promise.final_on is not None or _are_steps_closed(told),
    )


def _is_reached(
    finality: Finality, told: Told, quotes: tuple[Quote, ...], telling: tuple[Quote, ...]
) -> bool:
    """Whether the last word is said, of each place where the target holds."""
    of_each = [tuple(q for q in telling if told.is_of(q, place)) for place in told.places]
    return all(finality.is_reached(quotes, of) for of in of_each or [telling])


def _of_what_counts(told: Told) -> tuple[Quote, ...]:
    """The rows without those whose figure is for something else: they leave the count open."""
    counted = {quote.row.source for quote in told.figures}
    return tuple(
        quote for quote in told.direct if quote.row.source in counted or not has_figure(quote.row)
    )


def _evidence(
    told: Told, sums: Tally | None, limits: Bounds, view: Viewpoint, finality: Finality
) -> Evidence:
    period = told.overlap.period
    return Evidence(
        target=told.target,
        tally=sums,
        bounds=limits,
        actions=told.counted,
        quotes=told.direct,
        steps=tuple(_step(step, told) for step in told.target.steps),
        is_reported=told.reported_to is not None,
        has_whole_report=any(quote.row.measure is None for quote in quotes_of(told.promise)),
        has_begun=view.today >= told.promise.span.first,
        is_over=view.today > period.last,
        is_final=_is_reached(finality, told, told.direct, told.direct),
        is_counted=_is_reached(finality, told, _of_what_counts(told), told.figures),
        last_day=period.last,
    )


def _was_changed_since(told: Told, part: Action | Quote | None) -> bool:
    """True when something else was promised on the day: it did not reach what is promised now."""
    if part is None or (isinstance(part, Quote) and part.row.verdict):
        return False
    day = part.span.last if isinstance(part, Action) else part.row.span.last
    return target_on(told.measure, told.target, day) != told.target


def _silent(told: Told, sums: Tally, is_closed: bool) -> tuple[Span, ...]:
    """The stretches of the reported time of which there is no figure, when there is of others.

    Dated actions tell of their own stretch, and `bekräftat_till` of everything until then. When
    the last word is said (`is_closed`) nothing more will be told of any of the time.
    """
    ranges = [quote.row.span for quote in (*sums.quotes, *sums.inner) if quote.row.start]
    if not ranges or len(ranges) < len(sums.quotes) + len(sums.inner):
        return ()
    told_to = max(quote.row.span.last for quote in told.direct)
    told_to = max(told_to, told.overlap.period.last) if is_closed else told_to
    left = outside(ranges, until(told.overlap.own_time, told_to))
    return tuple(
        span
        for span in left
        if not any(span.meets(action.span) for action in told.counted)
        and not (told.confirmed_to and span.last <= told.confirmed_to)
    )


def _pace(told: Told, sums: Tally, limits: Bounds) -> Pace | None:
    assert told.reported_to
    if told.target.kind != "antal" or told.target.per:
        return None
    own_time = told.overlap.own_time
    found = pace(told.target, sums, limits, told.quotes, own_time, told.reported_to)
    known_to = latest((told.confirmed_to, *(quote.row.span.last for quote in sums.quotes)))
    if found and is_out_of_reach(told.target, sums, own_time, known_to):
        return replace(found, kind="går inte längre att nå")
    return found


def _step(step: Step, told: Told) -> StepResult:
    """A step is done by an action that counts, or when the latest word on it is that it is done."""
    name = f"{told.measure.id}#{step.id}"
    if action := next((action for action in told.counted if name in action.measures), None):
        return StepResult(step, action)
    verdict = latest_verdict(told.about(step))
    match verdict.row.verdict if verdict else None:
        case "genomförd":
            return StepResult(step, verdict)
        case "inte genomförd":
            return StepResult(step, None, verdict, verdict)
    return StepResult(step, None, said=verdict)


def _are_steps_closed(told: Told) -> bool:
    """True when a final report speaks of each step."""
    steps = told.target.steps
    return bool(steps) and all(any(q.report.is_final for q in told.about(s)) for s in steps)
