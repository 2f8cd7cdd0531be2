"""The one function that computes: the content and a day -> everything that is known then."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from followup.model import Action, FreePage, Promise, Report, Site
from followup.progress.as_of import as_of
from followup.progress.counting import Belonging
from followup.progress.measure import Viewpoint, is_stale, measure_result, quotes_of
from followup.progress.result import Face, Progress, PromiseResult


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
    happened = [action for action in promise.actions if action.status != "planerad"]
    done = [action for action in happened if action.status == "genomförd"]
    days = [action.span.last for action in happened]
    days += [report.end.last for report in promise.reports]
    days += [measure.confirmed_to for measure in promise.measures if measure.confirmed_to]
    days += [promise.confirmed_to] if promise.confirmed_to else []
    reported_to = max(days, default=None)
    is_final = promise.final_on is not None
    return PromiseResult(
        promise=promise,
        face=_face(promise, view.today),
        measures=measures,
        reported_to=reported_to,
        latest=max(done, key=lambda action: (action.span.last, action.id), default=None),
        is_final=is_final,
        is_stale=is_stale(promise, reported_to, is_final, view),
        whole=tuple(quote for quote in quotes_of(promise) if quote.row.measure is None),
    )


def _face(promise: Promise, today: date) -> Face:
    if promise.final_on:
        return "slutredovisad"
    if today < promise.span.first:
        return "före"
    return "pågår" if today <= promise.span.last else "slut"


def _current(results: tuple[PromiseResult, ...], today: date) -> tuple[PromiseResult, ...]:
    """All whose period holds today, newest first; otherwise the latest."""
    running = [r for r in results if r.promise.span.first <= today <= r.promise.span.last]
    return tuple(reversed(running)) if running else results[-1:]


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


def _without_day(computed: tuple[Site, Progress]) -> tuple[Site, Progress]:
    known, progress = computed
    return known, replace(progress, today=date.min)


def _turning_points(site: Site, progress: Progress) -> Iterator[date]:
    """Days that may matter: when something is published, begins, ends or becomes stale."""
    day, patience = timedelta(days=1), timedelta(days=site.settings.stale_after + 1)
    items: list[Action | Report | FreePage] = [*site.pages]
    for promise in site.promises:
        yield from (promise.span.first, promise.span.last + day, promise.span.last + patience)
        yield from (action.span.last + day for action in promise.actions)
        items += promise.told
    yield from (item.publish_on for item in items if item.publish_on)
    for result in progress.promises:
        known = (result.reported_to, *(measure.reported_to for measure in result.measures))
        yield from (reported_to + patience for reported_to in known if reported_to)
        yield result.promise.span.first + patience
