"""The result of one measure: its evidence gathered, its targets decided, its state from theirs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from followup.model import Action, Measure, Promise, Span, Step, Target
from followup.progress.counting import Belonging, count, row_reason
from followup.progress.months import months
from followup.progress.pace import pace
from followup.progress.result import (
    MeasureResult,
    NotCounted,
    Quote,
    Reason,
    State,
    StepResult,
    TargetResult,
)
from followup.progress.states import Evidence, decide
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
    targets = tuple(_target_result(promise, measure, t, happened, view) for t in measure.targets)
    reported_to = _latest(target.reported_to for target in targets)
    is_final = all(target.is_final for target in targets)
    state = _overall(targets, is_final)
    quotes = [quote for target in targets for quote in target.quotes]
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
        is_stale=state == "pågår" and is_stale(promise, reported_to, is_final, view),
        is_unmentioned=bool(promise.final_on) and not any(q.report.is_final for q in quotes),
    )


def is_stale(promise: Promise, reported_to: date | None, is_final: bool, view: Viewpoint) -> bool:
    """True while the period runs and nothing covers the last `stale_after` days."""
    if is_final or not promise.span.first <= view.today <= promise.span.last:
        return False
    known = reported_to or promise.span.first
    return (view.today - known).days > view.stale_after


def quotes_of(promise: Promise) -> Iterator[Quote]:
    return (Quote(report, row) for report in promise.reports for row in report.rows)


def _target_result(
    promise: Promise,
    measure: Measure,
    target: Target,
    happened: tuple[Action, ...],
    view: Viewpoint,
) -> TargetResult:
    period = _period(promise, target)
    named = tuple(action for action in happened if _means(action.measures, measure, target))
    counted, not_counted = _count(named, measure, target, view.belonging)
    quotes = tuple(
        q for q in quotes_of(promise) if q.row.measure and _means([q.row.measure], measure, target)
    )
    sums = tally(counted, tuple(q for q in quotes if _adds(q)), period)
    is_final = _is_final(promise, quotes, period)
    steps = tuple(_step(step, measure, named, quotes) for step in target.steps)
    evidence = Evidence(
        target=target,
        tally=sums,
        actions=counted,
        quotes=quotes,
        steps=steps,
        has_whole_report=any(quote.row.measure is None for quote in quotes_of(promise)),
        has_begun=view.today >= promise.span.first,
        is_over=view.today > period.last,
        is_final=is_final,
    )
    state, decided_by = decide(evidence)
    known = bool(named or quotes)
    reported_to = _reported_to(promise, measure, named, quotes) if known else None
    return TargetResult(
        target=target,
        period=period,
        state=state,
        is_final=is_final,
        reported_to=reported_to,
        decided_by=decided_by,
        tally=sums if target.kind == "antal" else None,
        not_counted=(*not_counted, *_other_figures(quotes)),
        months=months(period, counted, quotes, reported_to) if target.kind == "löpande" else (),
        steps=steps,
        pace=pace(target, sums, period, reported_to) if sums and state == "pågår" else None,
        quotes=quotes,
    )


def _count(
    named: tuple[Action, ...], measure: Measure, target: Target, belonging: Belonging
) -> tuple[tuple[Action, ...], tuple[NotCounted, ...]]:
    """Splits what happened in what counts and what does not; time first, then the rule."""
    seasons = target.applies if isinstance(target.applies, tuple) else ()
    late = tuple(a for a in named if seasons and not any(s.covers(a.span) for s in seasons))
    counted, others = count((a for a in named if a not in late), measure, target, belonging)
    return counted, (*(NotCounted(action, Reason("annan tid")) for action in late), *others)


def _other_figures(quotes: Iterable[Quote]) -> Iterator[NotCounted]:
    for quote in quotes:
        reason = row_reason(quote.row)
        if reason and quote.row.number is not None:
            yield NotCounted(quote, reason)


def _adds(quote: Quote) -> bool:
    return quote.row.number is not None and row_reason(quote.row) is None


def _period(promise: Promise, target: Target) -> Span:
    if isinstance(target.applies, tuple) and target.applies:
        return Span(min(s.first for s in target.applies), max(s.last for s in target.applies))
    return promise.span


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


def _step(
    step: Step, measure: Measure, actions: Iterable[Action], quotes: Iterable[Quote]
) -> StepResult:
    name = f"{measure.id}#{step.id}"
    done: list[Action | Quote] = [action for action in actions if name in action.measures]
    done += [q for q in quotes if q.row.measure == name and q.row.verdict == "genomförd"]
    return StepResult(step, done[0] if done else None)


def _is_final(promise: Promise, quotes: tuple[Quote, ...], period: Span) -> bool:
    if promise.final_on or any(quote.report.is_final for quote in quotes):
        return True
    return _cover(period, sorted(quote.row.span for quote in quotes if quote.row.start))


def _cover(period: Span, spans: list[Span]) -> bool:
    """True when the spans, in order, leave no day of the period out."""
    reached: date | None = None
    for span in spans:
        if span.first > (reached or period.first):
            return False
        reached = max(reached or span.last, date.fromordinal(span.last.toordinal() + 1))
    return reached is not None and reached > period.last


def _reported_to(
    promise: Promise, measure: Measure, actions: Iterable[Action], quotes: Iterable[Quote]
) -> date | None:
    return _latest(
        (
            *(action.span.last for action in actions),
            *(quote.row.span.last for quote in quotes),
            measure.confirmed_to,
            promise.confirmed_to,
        )
    )


def _latest(days: Iterable[date | None]) -> date | None:
    return max((day for day in days if day), default=None)


def _overall(targets: tuple[TargetResult, ...], is_final: bool) -> State:
    """One state for a measure with several targets."""
    states = {target.state for target in targets}
    if len(states) == 1:
        return states.pop()
    if not is_final:
        return "pågår"
    undecided = {"går inte att avgöra", "inte redovisad", "inte redovisad för sig"}
    return "går inte att avgöra" if states & undecided else "delvis genomförd"
