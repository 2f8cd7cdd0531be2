"""One measure: the words, the target, how we count, what counted, what did not and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from followup import links
from followup.links import Prose
from followup.model import Measure
from followup.output import Page
from followup.pages.figures import written_figure
from followup.pages.frame import Frame, Link, Shell, When, page
from followup.pages.listed import by_last_day
from followup.pages.outcomes import OutcomeRow
from followup.pages.outcomes import rows as outcome_rows
from followup.pages.planned import Planned, planned_view
from followup.pages.promise import ChangeView, changes
from followup.pages.rows import QuoteView, quote_view, state_view
from followup.pages.states import StateView
from followup.pages.target import TargetView, target_view
from followup.progress import MeasureResult, PromiseResult
from followup.swedish import capitalise
from followup.wording import figure, stale_sentence


@dataclass(frozen=True)
class MeasureView:
    shell: Shell
    key: str
    heading: str
    promise: Link
    words: Prose
    is_quotation: bool
    state: StateView
    stale: str | None
    reported_to: When | None
    is_unmentioned: bool
    responsible: str
    taking_part: str
    places: tuple[Link, ...]
    places_as_promised: str | None
    targets: tuple[TargetView, ...]
    planned: Planned
    outcomes: tuple[OutcomeRow, ...]
    changes: tuple[ChangeView, ...]
    whole: tuple[QuoteView, ...]
    counting: str


def plan(frame: Frame) -> Iterator[Page]:
    """A page for each measure, and a redirect from each of its earlier addresses."""
    for result in frame.progress.promises:
        for measure in result.measures:
            address = links.measure(result.promise.id, measure.measure.id)
            yield page(address, "measure", _view(frame, result, measure, address))


def _view(frame: Frame, result: PromiseResult, measure: MeasureResult, address: str) -> MeasureView:
    promise, content = result.promise, measure.measure
    crumbs = (("Så går det", "/"), (promise.title, links.promise(promise.id)))
    state = state_view(measure, result)
    return MeasureView(
        shell=frame.shell(
            address, _title(frame, result, content), _description(measure, state, result), crumbs
        ),
        key=f"{promise.id}/{content.id}",
        heading=content.heading,
        promise=Link(promise.title, frame.links.to(links.promise(promise.id))),
        words=frame.links.prose(content.body),
        is_quotation=content.wording == "citat",
        state=state,
        stale=stale_sentence(measure),
        reported_to=frame.day(measure.reported_to) if measure.reported_to else None,
        is_unmentioned=measure.is_unmentioned,
        responsible=capitalise(frame.words.party_names(content.responsible)),
        taking_part=capitalise(frame.words.party_names(content.taking_part)),
        places=tuple(_places(frame, content)),
        places_as_promised=content.places_as_promised,
        targets=tuple(target_view(frame, result, content, target) for target in measure.targets),
        planned=planned_view(
            frame,
            result,
            [frame.action_item(result, a) for a in sorted(measure.planned, key=by_last_day)],
            [
                frame.action_item(result, a)
                for a in sorted(measure.unconfirmed, key=by_last_day, reverse=True)
            ],
        ),
        outcomes=outcome_rows(frame, result, content.id),
        changes=changes(frame, content.changes),
        whole=tuple(_whole(frame, result)),
        counting=frame.links.to(links.COUNTING),
    )


def _title(frame: Frame, result: PromiseResult, measure: Measure) -> str:
    """The heading; with the promise's title where another promise has a measure by that name."""
    others = (other for other in frame.progress.promises if other != result)
    headings = {m.measure.heading for other in others for m in other.measures}
    is_shared = measure.heading in headings
    return f"{measure.heading}, {result.promise.title}" if is_shared else measure.heading


def _description(measure: MeasureResult, state: StateView, result: PromiseResult) -> str:
    figures = [figure(target) for target in measure.targets]
    told = [state.label, *(capitalise(text) for text in figures if text)]
    return f"{measure.measure.heading}, {result.promise.title}: {'. '.join(told)}."


def _places(frame: Frame, measure: Measure) -> Iterator[Link]:
    for id in measure.places:
        if id in frame.words.places:
            yield Link(frame.words.places[id].name, frame.links.to(links.place(id)))


def _whole(frame: Frame, result: PromiseResult) -> Iterator[QuoteView]:
    """What reports on the whole promise say, with any figure in them."""
    for quote in result.whole:
        said = written_figure(quote.row, None)
        if view := quote_view(frame, result, quote, figure=said):
            yield view
