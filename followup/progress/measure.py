"""The result of one measure: its targets decided, its state from theirs."""

from datetime import date

from followup.model import Measure, Promise
from followup.progress.result import MeasureResult, State, TargetResult
from followup.progress.target import Viewpoint, target_result
from followup.progress.told import latest, named_by, names, quotes_of, tell


def measure_result(promise: Promise, measure: Measure, view: Viewpoint) -> MeasureResult:
    """What is known of a measure. `promise` holds only what was published on the day."""
    under = tuple(a for a in promise.actions if names(a.measures, measure))
    happened = tuple(action for action in under if action.status != "planerad")
    planned = tuple(action for action in under if action.status == "planerad")
    targets = tuple(
        target_result(tell(promise, measure, target, happened, view.belonging), view)
        for target in measure.targets
    )
    reported_to = latest(target.reported_to for target in targets)
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


def _is_unmentioned(promise: Promise, measure: Measure) -> bool:
    """True when the final report goes through the measures, but not this one."""
    last = [q for q in quotes_of(promise) if q.report.is_final and q.row.measure]
    if promise.final_on is None or not last:
        return False
    return not any(names(named_by(quote), measure) for quote in last)


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
