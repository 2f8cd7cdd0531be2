"""The progress summary: is the promise being kept, and since when do we know?"""

from collections.abc import Iterator
from dataclasses import dataclass

from followup import links
from followup.model import Action
from followup.naming import span
from followup.output import Page
from followup.pages.frame import ActionItem, Frame, Link, Shell, When, page
from followup.pages.listed import Shown, by_last_day, nearest
from followup.pages.map import MapView, map_view
from followup.pages.outcomes import OutcomeRow
from followup.pages.outcomes import rows as outcome_rows
from followup.pages.planned import every_coming
from followup.pages.rows import MeasureRow, measure_row
from followup.progress import PromiseResult
from followup.swedish import day_of_year
from followup.wording import MEASURE, counted, final_tellers, headline, stale_sentence


@dataclass(frozen=True)
class PromiseSummary:
    """One promise on the front page, from the headline to the latest actions."""

    id: str
    title: str
    address: str
    headline: str
    lead: str
    face: str
    reported_to: When | None
    latest: Link | None
    stale: str | None
    due: When | None
    was_due: When | None
    final_on: When | None
    final_by: str
    starts: When
    rows: tuple[MeasureRow, ...]
    outcomes: tuple[OutcomeRow, ...]
    coming: Shown
    actions: tuple[ActionItem, ...]
    all_actions: str
    notice: str


@dataclass(frozen=True)
class SummaryView:
    shell: Shell
    next_promise: str | None
    promises: tuple[PromiseSummary, ...]
    map: MapView | None
    is_map_of_many: bool
    counting: str


def plan(frame: Frame) -> Iterator[Page]:
    """The front page."""
    promises = tuple(_summary(frame, result) for result in frame.progress.current)
    settings = frame.site.settings
    title = f"Så går det – {promises[0].title}" if promises else settings.name
    description = promises[0].headline if promises else settings.description or settings.name
    yield page(
        "/",
        "summary",
        SummaryView(
            shell=frame.shell("/", f"{title} – {settings.municipality}", description),
            next_promise=settings.next_promise if frame.progress.is_between else None,
            promises=promises,
            map=frame.once(map_view) if frame.progress.promises else None,
            is_map_of_many=len(frame.progress.promises) > 1,
            counting=frame.links.to(links.COUNTING),
        ),
    )


_ON_FRONT_PAGE = 5


def _summary(frame: Frame, result: PromiseResult) -> PromiseSummary:
    promise = result.promise
    done = [action for action in promise.actions if action.status != "planerad"]
    newest = sorted(done, key=by_last_day, reverse=True)[:_ON_FRONT_PAGE]
    return PromiseSummary(
        id=promise.id,
        title=promise.title,
        address=frame.links.to(links.promise(promise.id)),
        headline=headline(result),
        lead=_lead(frame, result),
        face=result.face,
        reported_to=frame.day(result.reported_to) if result.reported_to else None,
        latest=_latest(frame, result),
        stale=stale_sentence(result),
        due=frame.when(result.due) if result.due else None,
        was_due=frame.when(result.was_due) if result.was_due else None,
        final_by=frame.words.party_names(final_tellers(result)),
        final_on=frame.day(promise.final_on) if promise.final_on else None,
        starts=frame.day(promise.span.first),
        rows=tuple(measure_row(frame, result, measure) for measure in result.measures),
        outcomes=outcome_rows(frame, result),
        coming=_coming(frame, result),
        actions=tuple(frame.action_item(result, action) for action in newest),
        all_actions=frame.links.to(links.actions(promise.id)),
        notice=frame.links.to(links.NOTICE),
    )


def _lead(frame: Frame, result: PromiseResult) -> str:
    """What this is, in a sentence or two: whose promise, how much, when and where."""
    promise = result.promise
    who = frame.words.full_names(promise.parties)
    is_over = result.face in ("slut", "slutredovisad")
    verb = "lovade" if is_over else "har lovat"
    known = len(result.measures)
    what = counted(known, MEASURE) if known else promise.title
    period = span(promise.span)
    where = f" Löftet {'gällde' if is_over else 'gäller'} {promise.area}." if promise.area else ""
    return f"{who} {verb} {what} {'för perioden' if ' ' in period else 'under'} {period}.{where}"


def _coming(frame: Frame, result: PromiseResult) -> Shown:
    """The events of all measures that are to come, each once."""
    planned = {action.id: action for measure in result.measures for action in measure.planned}
    in_time = sorted(planned.values(), key=by_last_day)
    items = [frame.action_item(result, action) for action in in_time]
    return nearest(items, every_coming(frame, result, len(items)), few=_ON_FRONT_PAGE)


def _latest(frame: Frame, result: PromiseResult) -> Link | None:
    if result.latest is None:
        return None
    address = links.action(result.promise.id, result.latest.id)
    return Link(_day(result, result.latest), frame.links.to(address))


def _day(result: PromiseResult, action: Action) -> str:
    """The action's date, without the year where the year is the one just said."""
    last = action.span.last
    if action.span.first == last and result.reported_to and last.year == result.reported_to.year:
        return day_of_year(last)
    return span(action.span)
