"""One measure as a row: its name, state, figure, picture and a few sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from followup import links
from followup.graphics.units import UnitChart
from followup.links import Prose
from followup.naming import Words, part_name, span
from followup.pages.figures import Figure, report_link, shown_figure
from followup.pages.frame import Frame, Link, When
from followup.pages.intervals import IntervalStrip, interval_strip
from followup.pages.pictures import MonthStrip, PlaceGroup, places_by_state, strip, units
from followup.pages.states import StateView, state_of
from followup.progress import MeasureResult, PromiseResult, Quote, TargetResult
from followup.progress.result import NotCounted
from followup.progress.seasons import cover, seasons
from followup.status import target_id
from followup.swedish import capitalise, number
from followup.wording import (
    DISPUTED,
    NO_BLAME,
    beside_the_figure,
    beside_the_result,
    changed_sentence,
    pace_sentence,
    reached_sentence,
    stale_sentence,
    standing_sentence,
    undecided_sentence,
)


@dataclass(frozen=True)
class QuoteView:
    """Words from a report, who said them, and where the report is.

    `figure` is one that is only quoted, because it is not counted here.
    """

    words: Prose
    figure: str | None
    verdict: str | None
    who: str
    when: When
    address: str


@dataclass(frozen=True)
class TargetRow:
    """`name` is given where the measure has several targets. `key` is for those who count again."""

    key: str
    name: str | None
    figure: Figure | None
    units: UnitChart | None
    months: MonthStrip | None
    intervals: IntervalStrip | None
    places: tuple[PlaceGroup, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class MeasureRow:
    """A row of the summary. `others` links to what did not count, with the reason as its text.

    Before the period there is only what is promised to tell.
    """

    key: str
    heading: str
    address: str
    state: StateView
    promised: Prose | None
    targets: tuple[TargetRow, ...]
    others: tuple[tuple[str, Link], ...]
    quote: QuoteView | None
    source: Link | None
    latest: Link | None
    changed: str | None
    stale: str | None


def measure_row(frame: Frame, result: PromiseResult, measure: MeasureResult) -> MeasureRow:
    """The measure as it stands on the summary and on the promise's page."""
    address = links.measure(result.promise.id, measure.measure.id)
    quotes = _quotes(result, measure)
    newest = max(quotes, key=_newest, default=None)
    quote = quote_view(frame, result, newest, is_short=True) if newest else None
    return MeasureRow(
        key=f"{result.promise.id}/{measure.measure.id}",
        heading=measure.measure.heading,
        address=frame.links.to(address),
        state=state_view(measure, result),
        promised=frame.links.prose(measure.measure.body) if result.face == "före" else None,
        targets=tuple(_target_row(frame, result, measure, target) for target in measure.targets),
        others=tuple(
            other_links(frame, result, measure, [n for t in measure.targets for n in t.not_counted])
        ),
        quote=quote,
        source=report_link(frame, result, newest) if newest and not quote else None,
        changed=changed_sentence(measure.measure),
        latest=_latest_action(frame, result, measure),
        stale=None if _is_as_stale(result, measure) else stale_sentence(measure),
    )


def _is_as_stale(result: PromiseResult, measure: MeasureResult) -> bool:
    """Whether it is said of the whole promise already, with the same day."""
    return result.is_stale and result.reported_to == measure.reported_to


def state_view(measure: MeasureResult, result: PromiseResult) -> StateView:
    return state_of(measure.state, result)


def other_links(
    frame: Frame, result: PromiseResult, measure: MeasureResult, items: Sequence[NotCounted]
) -> Iterator[tuple[str, Link]]:
    """What did not count. Of many the last few, and a link to the others with their reasons."""
    hidden = len(items) - _FEW_OTHERS if len(items) > _FEW_OTHERS + 1 else 0
    for item in items[hidden:]:
        yield other_link(frame, result, item)
    if hidden:
        address = frame.links.to(links.measure(result.promise.id, measure.measure.id))
        yield f"{number(hidden)} till räknades inte", Link("alla skäl", f"{address}#underlag")


_FEW_OTHERS = 5


def other_link(frame: Frame, result: PromiseResult, item: NotCounted) -> tuple[str, Link]:
    """What did not count: the words before the link, and the link whose text is the reason."""
    reason = frame.words.reason(item.reason)
    if isinstance(item.item, Quote):
        address = links.report(result.promise.id, item.item.report.id)
        return "En siffra räknades inte", Link(reason, frame.links.to(address))
    address = links.action(result.promise.id, item.item.id)
    when = span(item.item.span)
    if item.reason.kind == "inställd":
        return f"Insatsen {when}", Link(reason, frame.links.to(address))
    return f"Insatsen {when} räknades inte", Link(reason, frame.links.to(address))


def quote_view(
    frame: Frame,
    result: PromiseResult,
    quote: Quote,
    is_short: bool = False,
    figure: str | None = None,
    verdict: str | None = None,
) -> QuoteView | None:
    """The report's words, or only their first paragraph; None when there is nothing to quote."""
    body = quote.report.body
    text = quote.row.text or body.text.strip()
    if not (text or figure or verdict):
        return None
    if is_short:
        text = text.split("\n\n")[0]
    published = quote.report.published_on or quote.report.end
    return QuoteView(
        words=frame.links.prose(replace(body, text=text)),
        figure=figure,
        verdict=verdict,
        who=capitalise(frame.words.party_names([quote.report.told_by])),
        when=frame.when(published),
        address=frame.links.to(links.report(result.promise.id, quote.report.id)),
    )


def _target_row(
    frame: Frame, result: PromiseResult, measure: MeasureResult, target: TargetResult
) -> TargetRow:
    return TargetRow(
        key=f"{result.promise.id}/{target_id(measure.measure, target.target)}",
        name=part_name(measure.measure, target.target),
        figure=shown_figure(target),
        units=units(frame, result, target),
        months=strip(target),
        intervals=interval_strip(target),
        places=places_by_state(frame, result, target),
        sentences=sentences(target, frame.words),
    )


def sentences(target: TargetResult, words: Words) -> tuple[str, ...]:
    """What there is to say under the figure: also who decided, and whether sources differ."""
    said = [reached_sentence(target), pace_sentence(target)]
    by = target.decided_by
    is_of_a_step = bool(target.steps) and target.state == "genomförd"
    if isinstance(by, Quote) and target.state == _said(by) and not is_of_a_step:
        said += [words.verdict(by, target.target.kind), time_of_verdict(by, target)]
    said += [*beside_the_result(target, words), *beside_the_figure(target)]
    if target.target.kind == "stående" and not target.target.per:
        said.append(standing_sentence(target, words))
    if target.tally and target.tally.disputed:
        said.append(DISPUTED)
    if target.state == "inte redovisad":
        said.append(f"Ingen uppgift har lämnats. {NO_BLAME}")
    if target.state == "inte redovisad för sig":
        said.append("Det som är redovisat gäller löftet som helhet.")
    said.append(undecided_sentence(target))
    together = sum(month.kind == "tillsammans" for month in target.months)
    if together:
        who = "Månaderna" if together == len(target.months) else "Några månader"
        said.append(f"{who} är redovisade tillsammans.")
    return tuple(sentence for sentence in said if sentence)


def time_of_verdict(quote: Quote, target: TargetResult) -> str | None:
    """Which part of the target's time it is on that a party says what was done.

    None for all of it, and for a last word, which is on all that was promised.
    """
    row = quote.row
    if row.start is None or row.verdict not in _OUTCOMES or quote.report.is_final:
        return None
    if cover([row.span], seasons(target.target, target.period)):
        return None
    return f"Bedömningen gäller {span(row.span)}."


_OUTCOMES = ("genomförd", "delvis genomförd", "inte genomförd")


def _quotes(result: PromiseResult, measure: MeasureResult) -> tuple[Quote, ...]:
    """What the reports say of the measure; where they say nothing, what they say of all of it."""
    if measure.state == "inte redovisad för sig":
        return result.whole
    return tuple(quote for target in measure.targets for quote in target.quotes)


def _newest(quote: Quote) -> tuple[date, str]:
    return (quote.row.span.last, quote.report.id)


def _said(quote: Quote) -> str:
    """The state that a party's verdict is."""
    return "pågår" if quote.row.verdict == "fortsätter" else quote.row.verdict or ""


def _latest_action(frame: Frame, result: PromiseResult, measure: MeasureResult) -> Link | None:
    """The newest action of the measure: "Bro centrum 27 september 2018"."""
    if not measure.actions:
        return None
    action = max(measure.actions, key=lambda a: (a.span.last, a.id))
    text = f"{frame.words.place_names(action.places)} {span(action.span)}".strip()
    return Link(text, frame.links.to(links.action(result.promise.id, action.id)))
