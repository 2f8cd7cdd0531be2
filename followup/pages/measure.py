"""One measure: the words, the target, how we count, what counted, what did not and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from followup import links
from followup.graphics.units import UnitChart
from followup.links import Prose
from followup.model import Action, Measure, Target
from followup.naming import span
from followup.output import Page
from followup.pages.frame import ActionItem, Frame, Link, Shell, When, page
from followup.pages.outcomes import OutcomeRow
from followup.pages.outcomes import rows as outcome_rows
from followup.pages.pictures import MonthStrip, strip, units
from followup.pages.promise import ChangeView, changes
from followup.pages.rows import QuoteView, StateView, quote_view, sentences, state_view
from followup.progress import MeasureResult, PromiseResult, Quote, Tally, TargetResult
from followup.swedish import capitalise
from followup.wording import amount, figure, stale_sentence


@dataclass(frozen=True)
class FigureSource:
    """A report's figure that is part of the count, as it was written."""

    text: str
    report: Link


@dataclass(frozen=True)
class StepView:
    name: str
    done: Link | None


@dataclass(frozen=True)
class TargetView:
    """One target with everything that its figure rests on."""

    figure: str | None
    units: UnitChart | None
    months: MonthStrip | None
    sentences: tuple[str, ...]
    kind: str
    conditions: tuple[str, ...]
    interpretation: str | None
    deadline: When | None
    season: str | None
    counted: tuple[ActionItem, ...]
    evidence: tuple[ActionItem, ...]
    figures: tuple[FigureSource, ...]
    inner: tuple[FigureSource, ...]
    disputed: tuple[FigureSource, ...]
    not_counted: tuple[ActionItem, ...]
    other_figures: tuple[FigureSource, ...]
    steps: tuple[StepView, ...]
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True)
class MeasureView:
    shell: Shell
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
    planned: tuple[ActionItem, ...]
    unconfirmed: tuple[ActionItem, ...]
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
        shell=frame.shell(address, content.heading, _description(measure, state, result), crumbs),
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
        targets=tuple(_target(frame, result, target) for target in measure.targets),
        planned=tuple(frame.action_item(result, action) for action in measure.planned),
        unconfirmed=tuple(frame.action_item(result, action) for action in measure.unconfirmed),
        outcomes=outcome_rows(frame, result, content.id),
        changes=changes(frame, content.changes),
        whole=tuple(_quotes(frame, result, result.whole)),
        counting=frame.links.to(links.COUNTING),
    )


def _description(measure: MeasureResult, state: StateView, result: PromiseResult) -> str:
    figures = [figure(target) for target in measure.targets]
    told = [state.label, *(capitalise(text) for text in figures if text)]
    return f"{measure.measure.heading}, {result.promise.title}: {'. '.join(told)}."


def _places(frame: Frame, measure: Measure) -> Iterator[Link]:
    for id in measure.places:
        if id in frame.words.places:
            yield Link(frame.words.places[id].name, frame.links.to(links.place(id)))


def _target(frame: Frame, result: PromiseResult, target: TargetResult) -> TargetView:
    content, tally = target.target, target.tally
    return TargetView(
        figure=figure(target),
        units=units(frame, result, target),
        months=strip(target),
        sentences=sentences(target, frame.words),
        kind=content.kind,
        conditions=frame.words.rule(content.rule) if content.rule else (),
        interpretation=content.interpretation,
        deadline=frame.day(content.deadline) if content.deadline else None,
        season=_season(content),
        counted=_items(frame, result, _counted(target)),
        evidence=_items(frame, result, tally.evidence if tally else ()),
        figures=tuple(_figures(frame, result, tally.quotes if tally else ())),
        inner=tuple(_figures(frame, result, tally.inner if tally else ())),
        disputed=tuple(_figures(frame, result, tally.disputed if tally else ())),
        not_counted=tuple(_not_counted(frame, result, target)),
        other_figures=tuple(_other_figures(frame, result, target)),
        steps=tuple(_steps(frame, result, target)),
        quotes=tuple(_quotes(frame, result, tuple(reversed(target.quotes)))),
    )


def _counted(target: TargetResult) -> tuple[Action, ...]:
    """The actions behind the figure; for an ongoing measure those of its months."""
    if target.tally:
        return target.tally.actions
    dated = {action.id: action for month in target.months for action in month.actions}
    done = [step.done_by for step in target.steps]
    done.append(target.decided_by)
    dated.update({part.id: part for part in done if isinstance(part, Action)})
    return tuple(sorted(dated.values(), key=lambda action: (action.span, action.id)))


def _items(
    frame: Frame, result: PromiseResult, actions: tuple[Action, ...]
) -> tuple[ActionItem, ...]:
    return tuple(frame.action_item(result, action) for action in actions)


def _not_counted(frame: Frame, result: PromiseResult, target: TargetResult) -> Iterator[ActionItem]:
    for item in target.not_counted:
        if isinstance(item.item, Action):
            reason = capitalise(frame.words.reason(item.reason))
            yield frame.action_item(result, item.item, f"{reason}.")


def _other_figures(
    frame: Frame, result: PromiseResult, target: TargetResult
) -> Iterator[FigureSource]:
    for item in target.not_counted:
        if isinstance(item.item, Quote):
            reason = capitalise(frame.words.reason(item.reason))
            (source,) = _figures(frame, result, (item.item,))
            yield FigureSource(f"{source.text}. {reason}.", source.report)


def _figures(
    frame: Frame, result: PromiseResult, quotes: tuple[Quote, ...]
) -> Iterator[FigureSource]:
    for quote in quotes:
        row = quote.row
        written = row.as_written or amount(Tally(row.number or 0, row.accuracy, ()))
        counted = f" ({row.counted})" if row.counted else ""
        who = capitalise(frame.words.party_names([quote.report.told_by]))
        address = frame.links.to(links.report(result.promise.id, quote.report.id))
        yield FigureSource(
            f"{written}{counted}", Link(f"{who}, {frame.words.row_range(row)}", address)
        )


def _quotes(frame: Frame, result: PromiseResult, quotes: tuple[Quote, ...]) -> Iterator[QuoteView]:
    for quote in quotes:
        if view := quote_view(frame, result, quote):
            yield view


def _steps(frame: Frame, result: PromiseResult, target: TargetResult) -> Iterator[StepView]:
    for step in target.steps:
        match step.done_by:
            case Action(id=id, span=when):
                address = links.action(result.promise.id, id)
                yield StepView(step.step.name, Link(span(when), frame.links.to(address)))
            case Quote(report=report):
                address = links.report(result.promise.id, report.id)
                text = f"enligt {frame.words.party_names([report.told_by])}"
                yield StepView(step.step.name, Link(text, frame.links.to(address)))
            case None:
                yield StepView(step.step.name, None)


def _season(target: Target) -> str | None:
    if isinstance(target.applies, str):
        return target.applies
    return ", ".join(span(part) for part in target.applies) or None
