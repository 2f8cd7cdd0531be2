"""The one function that computes: the content and a day -> everything that is known then."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from followup.model import Action, Measure, Outcome, Promise, Report, Site
from followup.progress.as_of import as_of, known_from
from followup.progress.counting import Belonging
from followup.progress.expected import is_overdue
from followup.progress.measure import is_stale, measure_result
from followup.progress.result import Face, Progress, PromiseResult
from followup.progress.seasons import seasons
from followup.progress.target import Viewpoint
from followup.progress.told import quotes_of


def compute(site: Site, today: date, with_drafts: bool = False) -> tuple[Site, Progress]:
    """What was published on `today`, and what it amounts to.

    Every page, notice and data file reads the result and nothing else. Pure: `today` is given, the
    order of files does not matter. `with_drafts` is for the preview.
    """
    known = as_of(site, today, with_drafts)
    view = Viewpoint(today, Belonging.of(site), site.settings.stale_after)
    results = tuple(
        _promise_result(promise, view)
        for promise in sorted(known.promises, key=lambda p: (p.span, p.id))
    )
    current = _current(results, today)
    return known, Progress(
        today=today,
        promises=results,
        current=current,
        is_between=_is_between(site, current, today),
    )


def _promise_result(promise: Promise, view: Viewpoint) -> PromiseResult:
    measures = tuple(measure_result(promise, measure, view) for measure in promise.measures)
    quotes = tuple(quotes_of(promise))
    happened = [action for action in promise.actions if action.status != "planerad"]
    done = [action for action in happened if action.status == "genomförd"]
    days = [action.span.last for action in happened]
    days += [quote.report.end.last for quote in quotes]
    days += [measure.confirmed_to for measure in promise.measures if measure.confirmed_to]
    days += [promise.confirmed_to] if promise.confirmed_to else []
    reported_to = max(days, default=None)
    is_final = promise.final_on is not None
    face = _face(promise, view.today)
    due = promise.follow_up_due if face == "slut" else ()
    coming = [day for day in due if day.last >= view.today]
    return PromiseResult(
        promise=promise,
        face=face,
        measures=measures,
        reported_to=reported_to,
        latest=max(done, key=lambda action: (action.span.last, action.id), default=None),
        is_final=is_final,
        is_stale=is_stale(promise, reported_to, is_final, view),
        whole=tuple(quote for quote in quotes if quote.row.measure is None),
        due=min(coming, default=None),
        was_due=max(due, default=None) if not coming else None,
    )


def _face(promise: Promise, today: date) -> Face:
    if promise.final_on:
        return "slutredovisad"
    if today < promise.span.first:
        return "före"
    return "pågår" if today <= promise.span.last else "slut"


def _current(results: tuple[PromiseResult, ...], today: date) -> tuple[PromiseResult, ...]:
    """All whose period holds today, newest first; otherwise the latest, or the next to come."""
    running = [r for r in results if r.promise.span.first <= today <= r.promise.span.last]
    coming = tuple(result for result in results if result.promise.span.first > today)
    return tuple(reversed(running)) if running else coming[:1] or results[-1:]


def _is_between(site: Site, current: tuple[PromiseResult, ...], today: date) -> bool:
    """True when the next promise is being prepared and the last one is no longer news.

    That is when it has its final report, or when its period ended more than `stale_after` days ago.
    """
    if not site.settings.next_promise or not current:
        return False
    last = current[0]
    over = (today - last.promise.span.last).days
    return over > 0 and (last.is_final or over > site.settings.stale_after)


def next_change(site: Site, today: date) -> date | None:
    """The first day after `today` on which something changes though the content does not."""
    now = _without_day(compute(site, today))
    days = sorted({day for day in _turning_points(site, now[1]) if day > today})
    return next((day for day in days if _without_day(compute(site, day)) != now), None)


def _without_day(computed: tuple[Site, Progress]) -> tuple[Site, Progress, frozenset[Outcome]]:
    """What is seen on a day but not the day itself: also which values have not come in time."""
    known, progress = computed
    outcomes = (outcome for promise in known.promises for outcome in promise.outcomes)
    late = frozenset(outcome for outcome in outcomes if is_overdue(outcome, progress.today))
    return known, replace(progress, today=date.min), late


def _turning_points(site: Site, progress: Progress) -> Iterator[date]:
    """Days that may matter: when something is published, begins, ends, is changed or gets old."""
    patience = timedelta(days=site.settings.stale_after + 1)
    yield from (page.publish_on for page in site.pages if page.publish_on)
    for promise in site.promises:
        yield from (promise.span.first, promise.span.last + _DAY, promise.span.last + patience)
        yield from (day for day in (promise.final_on, promise.confirmed_to) if day)
        yield from (change.date for change in promise.changes)
        yield from (due.last + _DAY for due in promise.follow_up_due)
        for measure in promise.measures:
            yield from _turning_points_of(measure, promise)
        for item in promise.told:
            yield from _known_on(item)
        for outcome in promise.outcomes:
            yield from _turning_points_of_outcome(outcome)
    for result in progress.promises:
        known = (result.reported_to, *(measure.reported_to for measure in result.measures))
        first = result.promise.span.first
        yield from (max(day or first, first) + patience for day in known)


def _turning_points_of(measure: Measure, promise: Promise) -> Iterator[date]:
    former = (change.former_target for change in measure.changes)
    for target in (*measure.targets, *(target for target in former if target)):
        yield seasons(target, promise.span)[-1].last + _DAY
        if target.deadline:
            yield target.deadline + _DAY
    yield from (change.date for change in measure.changes)
    if measure.confirmed_to:
        yield measure.confirmed_to


def _turning_points_of_outcome(outcome: Outcome) -> Iterator[date]:
    baseline = (outcome.baseline,) if outcome.baseline else ()
    yield from (reading.date.last for reading in (*baseline, *outcome.readings))
    if outcome.publish_on:
        yield outcome.publish_on
    if outcome.expected:
        yield outcome.expected.last + _DAY


def _known_on(item: Action | Report) -> Iterator[date]:
    yield from (correction.date for correction in item.corrections)
    if item.publish_on:
        yield item.publish_on
    if isinstance(item, Report):
        yield known_from(item)
    else:
        yield from (item.span.last, item.span.last + _DAY)


_DAY = timedelta(days=1)
