"""The result of one measure: its evidence gathered, its targets decided, its state from theirs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from followup.model import Action, Measure, Promise, Step, Target
from followup.progress.bounds import Bounds, bounds
from followup.progress.counting import Belonging, Counting
from followup.progress.finality import Finality
from followup.progress.months import months
from followup.progress.overlap import Overlap
from followup.progress.pace import is_out_of_reach, pace
from followup.progress.result import (
    MeasureResult,
    Month,
    NotCounted,
    Pace,
    Quote,
    State,
    StepResult,
    Tally,
    TargetResult,
)
from followup.progress.seasons import seasons
from followup.progress.states import Evidence, decide, latest_verdict
from followup.progress.tally import tally


@dataclass(frozen=True)
class Viewpoint:
    """From where the promise is seen: the day, who belongs to whom, and when news are stale."""

    today: date
    belonging: Belonging
    stale_after: int


def measure_result(promise: Promise, measure: Measure, view: Viewpoint) -> MeasureResult:
    """What is known of a measure. `promise` holds only what was published on the day."""
    under = tuple(a for a in promise.actions if _names(a.measures, measure))
    happened = tuple(action for action in under if action.status != "planerad")
    planned = tuple(action for action in under if action.status == "planerad")
    targets = tuple(
        _target_result(_tell(promise, measure, target, happened, view.belonging), view)
        for target in measure.targets
    )
    reported_to = _latest(target.reported_to for target in targets)
    is_final = all(target.is_final for target in targets)
    is_over = view.today > max(target.period.last for target in targets)
    state = _overall(targets, is_final or is_over)
    may_get_old = reported_to is not None and state not in ("genomförd", "senarelagd", "utgår")
    return MeasureResult(
        measure=measure,
        state=state,
        targets=targets,
        actions=tuple(action for action in happened if action.status == "genomförd"),
        planned=tuple(action for action in planned if action.span.last >= view.today),
        unconfirmed=tuple(action for action in planned if action.span.last < view.today),
        cancelled=tuple(action for action in happened if action.status == "inställd"),
        reported_to=reported_to,
        is_final=is_final,
        is_stale=may_get_old and is_stale(promise, reported_to, is_final, view),
        is_unmentioned=_is_unmentioned(promise, measure),
    )


def is_stale(promise: Promise, reported_to: date | None, is_final: bool, view: Viewpoint) -> bool:
    """True while the period runs and nothing covers the last `stale_after` days."""
    if is_final or view.today > promise.span.last:
        return False
    known = max(reported_to or promise.span.first, promise.span.first)
    return (view.today - known).days > view.stale_after


def quotes_of(promise: Promise) -> Iterator[Quote]:
    """What the reports say, without those that another report has replaced."""
    replaced = {report.replaces for report in promise.reports if report.replaces != report.id}
    for report in promise.reports:
        if report.id not in replaced:
            yield from (Quote(report, row) for row in report.rows)


@dataclass(frozen=True)
class _Told:
    """All that was told of one target.

    `named` are the actions said to be for it, `quotes` all rows on it; `direct` those that are not
    on one of its steps. `counted` and `figures` are the actions and the rows that count.
    """

    promise: Promise
    measure: Measure
    target: Target
    overlap: Overlap
    named: tuple[Action, ...]
    quotes: tuple[Quote, ...]
    direct: tuple[Quote, ...]
    counted: tuple[Action, ...]
    figures: tuple[Quote, ...]
    not_counted: tuple[NotCounted, ...]

    @property
    def confirmed_to(self) -> date | None:
        return _latest((self.measure.confirmed_to, self.promise.confirmed_to))

    @property
    def reported_to(self) -> date | None:
        """The last day that is told of; None where nothing is."""
        ends = [action.span.last for action in self.named]
        ends += [quote.row.span.last for quote in self.quotes]
        return _latest((*ends, self.confirmed_to)) if ends else None

    def about(self, step: Step) -> tuple[Quote, ...]:
        return tuple(q for q in self.quotes if q.row.measure == f"{self.measure.id}#{step.id}")


def _tell(
    promise: Promise,
    measure: Measure,
    target: Target,
    happened: tuple[Action, ...],
    belonging: Belonging,
) -> _Told:
    counting = Counting(measure, target, promise.span, belonging)
    named = tuple(action for action in happened if _means(action.measures, measure, target))
    quotes = tuple(q for q in quotes_of(promise) if _means(_named_by(q), measure, target))
    steps = {f"{measure.id}#{step.id}" for step in target.steps}
    direct = tuple(quote for quote in quotes if quote.row.measure not in steps)
    counted, other_actions = counting.actions(named)
    figures, other_figures = counting.figures(direct)
    return _Told(
        promise=promise,
        measure=measure,
        target=target,
        overlap=Overlap(seasons(target, promise.span), belonging),
        named=named,
        quotes=quotes,
        direct=direct,
        counted=counted,
        figures=figures,
        not_counted=(*other_actions, *other_figures),
    )


def _target_result(told: _Told, view: Viewpoint) -> TargetResult:
    target, period = told.target, told.overlap.period
    sums = tally(told.counted, told.figures, target, told.overlap)
    limits = bounds(sums, told.not_counted, target, told.overlap) if sums else Bounds(0, None)
    evidence = _evidence(told, sums, limits, view)
    state, decided_by = decide(evidence)
    strip = _strip(told, evidence) if target.kind == "löpande" else ()
    coming = 0 if evidence.is_over else sum(month.kind == "kommande" for month in strip)
    return TargetResult(
        target=target,
        period=period,
        state=state,
        is_final=evidence.is_final,
        reported_to=told.reported_to,
        decided_by=decided_by,
        tally=sums if target.kind == "antal" else None,
        not_counted=told.not_counted,
        months=strip,
        months_past=len(strip) - coming,
        steps=evidence.steps,
        pace=_pace(told, sums, limits) if sums and state == "pågår" else None,
        quotes=told.quotes,
    )


def _strip(told: _Told, evidence: Evidence) -> tuple[Month, ...]:
    """The months of the target's time; none is to come when it is over and the last word said."""
    is_closed = evidence.is_over and evidence.is_final
    told_to = told.overlap.period.last if is_closed else told.reported_to
    return months(told.overlap.own_time, told.counted, told.quotes, told_to)


def _evidence(told: _Told, sums: Tally | None, limits: Bounds, view: Viewpoint) -> Evidence:
    period = told.overlap.period
    finality = Finality(
        parties=told.measure.responsible or told.promise.parties,
        own_time=told.overlap.own_time,
        is_closed=told.promise.final_on is not None or _are_steps_closed(told),
    )
    return Evidence(
        target=told.target,
        tally=sums,
        bounds=limits,
        actions=told.counted,
        quotes=told.direct,
        steps=tuple(_step(step, told) for step in told.target.steps),
        undone=sum(_is_undone(step, told) for step in told.target.steps),
        is_reported=told.reported_to is not None,
        has_whole_report=any(quote.row.measure is None for quote in quotes_of(told.promise)),
        has_begun=view.today >= told.promise.span.first,
        is_over=view.today > period.last,
        is_final=finality.is_reached(told.direct, told.direct),
        is_counted=finality.is_reached(told.direct, told.figures),
    )


def _pace(told: _Told, sums: Tally, limits: Bounds) -> Pace | None:
    assert told.reported_to
    own_time = told.overlap.own_time
    found = pace(told.target, sums, limits, told.quotes, own_time, told.reported_to)
    known_to = _latest((told.confirmed_to, *(quote.row.span.last for quote in sums.quotes)))
    if found and is_out_of_reach(told.target, sums, own_time, known_to):
        return replace(found, kind="går inte längre att nå")
    return found


def _names(references: Iterable[str], measure: Measure) -> bool:
    return any(reference.partition("#")[0] == measure.id for reference in references)


def _means(references: Iterable[str], measure: Measure, target: Target) -> bool:
    """True when one of the references is to this target, or to a step of it.

    The measure's own id means its target only where there is just one.
    """
    parts = {target.id, *(step.id for step in target.steps)} - {None}
    names = {f"{measure.id}#{part}" for part in parts}
    if len(measure.targets) == 1:
        names.add(measure.id)
    return any(reference in names for reference in references)


def _named_by(quote: Quote) -> tuple[str, ...]:
    return (quote.row.measure,) if quote.row.measure else ()


def _step(step: Step, told: _Told) -> StepResult:
    """A step is done by an action that counts, or when the latest word on it is that it is done."""
    name = f"{told.measure.id}#{step.id}"
    if action := next((action for action in told.counted if name in action.measures), None):
        return StepResult(step, action)
    verdict = latest_verdict(told.about(step))
    is_done = verdict is not None and verdict.row.verdict == "genomförd"
    return StepResult(step, verdict if is_done else None)


def _is_undone(step: Step, told: _Told) -> bool:
    """True when the latest word on a step is that it was not done."""
    verdict = latest_verdict(told.about(step))
    is_told = verdict is not None and verdict.row.verdict == "inte genomförd"
    return is_told and _step(step, told).done_by is None


def _are_steps_closed(told: _Told) -> bool:
    """True when a final report speaks of each step."""
    steps = told.target.steps
    return bool(steps) and all(any(q.report.is_final for q in told.about(s)) for s in steps)


def _is_unmentioned(promise: Promise, measure: Measure) -> bool:
    """True when the final report goes through the measures, but not this one."""
    last = [q for q in quotes_of(promise) if q.report.is_final and q.row.measure]
    if promise.final_on is None or not last:
        return False
    return not any(_names(_named_by(quote), measure) for quote in last)


def _latest(days: Iterable[date | None]) -> date | None:
    return max((day for day in days if day), default=None)


def _overall(targets: tuple[TargetResult, ...], is_settled: bool) -> State:
    """One state for a measure with several targets.

    `is_settled` says that the time is over or that nothing more is to be reported.
    """
    states: set[State] = {target.state for target in targets}
    if len(states) == 1:
        return states.pop()
    is_known = states.isdisjoint(_OPEN)
    if not states.isdisjoint(_SOMETHING):
        settled: State = "delvis genomförd" if is_known else "går inte att avgöra"
        return settled if is_settled else "pågår"
    return "inte genomförd" if is_settled and is_known else "går inte att avgöra"


_SOMETHING: frozenset[State] = frozenset({"pågår", "genomförd", "delvis genomförd"})
_OPEN: frozenset[State] = frozenset(
    {"inte påbörjad", "inte redovisad", "inte redovisad för sig", "går inte att avgöra"}
)
