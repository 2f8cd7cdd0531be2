"""One target on its measure's page: its figure and picture, and everything that they rest on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from followup import links
from followup.graphics.units import UnitChart
from followup.model import Action, Measure, Target, Verdict
from followup.naming import part_name, span
from followup.pages.figures import (
    Figure,
    FigureSource,
    shown_figure,
    sources,
    unused_figure,
    used_figures,
)
from followup.pages.frame import ActionItem, Frame, Link, When
from followup.pages.intervals import (
    IntervalStrip,
    IntervalTable,
    interval_strip,
    interval_table,
)
from followup.pages.judged import in_time
from followup.pages.listed import Shown, by_last_day, last
from followup.pages.pictures import MonthStrip, PlaceRow, places, strip, units
from followup.pages.promised import Fact, facts, season_of
from followup.pages.rows import QuoteView, quote_view, sentences, time_of_verdict
from followup.progress import PromiseResult, Quote, TargetResult
from followup.status import target_id
from followup.swedish import capitalise, count_digits
from followup.wording.scores import limit


@dataclass(frozen=True)
class StepView:
    """A step, and where it says that it was done, or else how it went, and why."""

    name: str
    done: Link | None
    word: str | None = None
    told: Link | None = None
    reason: str | None = None


@dataclass(frozen=True)
class FollowUp:
    """How the target is followed up: the words that its explanation is made of."""

    kind: str
    every: str | None
    per: str | None
    within: str | None
    is_ceiling: bool
    has_steps: bool


@dataclass(frozen=True)
class TargetView:
    """One target with everything that its figure rests on.

    `name` is given where the measure has several. `other_figures` are those that did not count.
    """

    key: str
    name: str | None
    figure: Figure | None
    units: UnitChart | None
    months: MonthStrip | None
    intervals: IntervalStrip | None
    table: IntervalTable | None
    places: tuple[PlaceRow, ...]
    sentences: tuple[str, ...]
    followed: FollowUp
    facts: tuple[Fact, ...]
    conditions: tuple[str, ...]
    interpretation: str | None
    deadline: When | None
    is_past_deadline: bool
    season: str | None
    counted: Shown
    evidence: Shown
    figures: tuple[FigureSource, ...]
    inner: tuple[FigureSource, ...]
    disputed: tuple[FigureSource, ...]
    not_counted: Shown
    other_figures: tuple[FigureSource, ...]
    steps: tuple[StepView, ...]
    quotes: tuple[QuoteView, ...]


def target_view(
    frame: Frame, result: PromiseResult, measure: Measure, target: TargetResult
) -> TargetView:
    """The target as its measure's page shows it."""
    content, tally = target.target, target.tally
    evidence = tally.evidence if tally else ()
    inside = {action.id for action in evidence}
    every = _every(frame, result, measure)

    def shown(actions: Iterable[Action]) -> Shown:
        in_order = sorted(actions, key=by_last_day)
        items = (frame.action_item(result, a, in_time(content, a)) for a in in_order)
        return last([*items], every)

    return TargetView(
        key=f"{result.promise.id}/{target_id(measure, content)}",
        name=part_name(measure, content),
        figure=shown_figure(target),
        units=units(frame, result, target),
        months=strip(target),
        intervals=interval_strip(target),
        table=interval_table(frame, result, target),
        places=places(frame, result, target),
        sentences=sentences(target, frame.words),
        followed=_followed(content),
        facts=facts(content),
        conditions=frame.words.rule(content.rule) if content.rule else (),
        interpretation=content.interpretation,
        deadline=frame.day(content.deadline) if content.deadline else None,
        is_past_deadline=target.is_past_deadline,
        season=season_of(content),
        counted=shown(action for action in target.counted if action.id not in inside),
        evidence=shown(evidence),
        figures=tuple(used_figures(frame, result, target)),
        inner=tuple(sources(frame, result, target, tally.inner if tally else ())),
        disputed=tuple(sources(frame, result, target, tally.disputed if tally else ())),
        not_counted=last([*_not_counted(frame, result, target)], every),
        other_figures=tuple(_other_figures(frame, result, target)),
        steps=tuple(_steps(frame, result, target)),
        quotes=tuple(_quotes(frame, result, target)),
    )


def _followed(target: Target) -> FollowUp:
    per = target.per
    return FollowUp(
        kind=target.kind,
        every=target.every,
        per="plats" if per == "plats" else per.one if per else None,
        within=limit(target.within) if target.within else None,
        is_ceiling=target.at_most is not None,
        has_steps=bool(target.steps),
    )


def _every(frame: Frame, result: PromiseResult, measure: Measure) -> Link:
    """The list of all the measure's actions, for a part of this page that has too many."""
    number = count_digits(len(result.measure(measure.id).actions), "insats", "insatser")
    address = links.choice(result.promise.id, "atgard", measure.id)
    return Link(f"Alla {number}", frame.links.to(address))


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
            (source,) = sources(frame, result, target, (item.item,))
            yield FigureSource(f"{source.text}. {reason}.", source.report)


def _quotes(frame: Frame, result: PromiseResult, target: TargetResult) -> Iterator[QuoteView]:
    """What reports say in words, and figures that are only quoted; newest first."""
    for quote in reversed(target.quotes):
        figure = unused_figure(quote, target)
        verdict = _verdict(frame, quote, target)
        if view := quote_view(frame, result, quote, figure=figure, verdict=verdict):
            yield view


def _verdict(frame: Frame, quote: Quote, target: TargetResult) -> str | None:
    """A party's verdict: on the target, or on one of its steps. Where there are words beside it,
    that the work goes on is said by them.
    """
    row = quote.row
    if row.verdict is None:
        return None
    name = (row.measure or "").partition("#")[2]
    if step := next((step for step in target.target.steps if step.id == name), None):
        reason = _reason(quote)
        return f"{step.name}: {_STEP_WORDS[row.verdict]}.{f' Skäl: {reason}.' if reason else ''}"
    has_words = row.text or quote.report.body.text.strip()
    is_news = row.verdict not in ("pågår", "fortsätter") or not has_words
    said = (frame.words.verdict(quote, target.target.kind), time_of_verdict(quote, target))
    return " ".join(filter(None, said)) if is_news else None


def _steps(frame: Frame, result: PromiseResult, target: TargetResult) -> Iterator[StepView]:
    for step in target.steps:
        yield StepView(
            name=step.step.name,
            done=_told_by(frame, result, step.done_by) if step.done_by else None,
            word=_STEP_WORDS[step.said.row.verdict or "pågår"] if step.said else None,
            told=_told_by(frame, result, step.said) if step.said else None,
            reason=_reason(step.said) if step.said else None,
        )


def _told_by(frame: Frame, result: PromiseResult, part: Action | Quote) -> Link:
    """The action by its day, or the report by who told it."""
    match part:
        case Action(id=id, span=when):
            return Link(span(when), frame.links.to(links.action(result.promise.id, id)))
        case Quote(report=report):
            address = links.report(result.promise.id, report.id)
            text = f"enligt {frame.words.party_names([report.told_by])}"
            return Link(text, frame.links.to(address))


def _reason(quote: Quote) -> str | None:
    """Why a step was not done, in the report's words."""
    reason = quote.row.reason
    if reason in ("ej angiven", "ej angivet"):
        return "inte angivet"
    return reason.rstrip(".") if reason else None


# What a party says of a step that is not done.
_STEP_WORDS: Mapping[Verdict, str] = {
    "pågår": "pågår",
    "fortsätter": "pågår",
    "genomförd": "klart",
    "delvis genomförd": "delvis gjort",
    "inte genomförd": "inte gjort",
    "senarelagd": "senarelagt",
    "utgår": "utgår",
}
