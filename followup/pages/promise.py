"""The promise in its own words: what was promised, why, by whom."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from followup import links
from followup.links import Prose
from followup.model import Change, Promise, Target
from followup.naming import span
from followup.output import Page
from followup.pages.frame import CitationView, Frame, Link, Shell, When, page
from followup.pages.outcomes import OutcomeRow
from followup.pages.outcomes import rows as outcome_rows
from followup.pages.promised import in_words
from followup.pages.rows import state_view
from followup.pages.states import StateView
from followup.pages.yearline import YearPicture, year_picture
from followup.progress import MeasureResult, PromiseResult
from followup.swedish import capitalise, sentence


@dataclass(frozen=True)
class ChangeView:
    """A change with its reason; `why` says so when none was given.

    `formerly_promised` is the target before it: `minst 12 insatser`, and `formerly_counted` what
    an action had to be.
    """

    when: When
    what: str
    why: str
    decided_by: str | None
    former_wording: str | None
    formerly_promised: str | None
    formerly_counted: tuple[str, ...]


@dataclass(frozen=True)
class PromisedMeasure:
    """The promised words of a measure, quoted unless they are known only in paraphrase."""

    key: str
    heading: str
    address: str
    words: Prose
    is_quotation: bool
    state: StateView


@dataclass(frozen=True)
class PromiseView:
    shell: Shell
    title: str
    body: Prose
    period: str
    period_in_words: str | None
    neighbours: tuple[tuple[str, Link], ...]
    area: str | None
    parties: tuple[str, ...]
    signed: When | None
    incomplete: str | None
    measures: tuple[PromisedMeasure, ...]
    years: YearPicture | None
    outcomes: tuple[OutcomeRow, ...]
    citations: tuple[CitationView, ...]
    changes: tuple[ChangeView, ...]
    reports: tuple[Link, ...]
    actions: Link


def plan(frame: Frame) -> Iterator[Page]:
    """A page for each promise."""
    for result in frame.progress.promises:
        promise = result.promise
        address = links.promise(promise.id)
        who = frame.words.party_names(promise.parties)
        yield page(
            address,
            "promise",
            PromiseView(
                shell=frame.shell(
                    address,
                    promise.title,
                    f"{promise.title}: vad {who} har lovat, med löftets egna ord.",
                    (("Så går det", "/"),),
                ),
                title=promise.title,
                body=frame.links.prose(promise.body),
                period=span(promise.span),
                period_in_words=promise.period_in_words,
                neighbours=tuple(_neighbours(frame, promise)),
                area=promise.area,
                parties=tuple(frame.words.parties[id].name for id in promise.parties),
                signed=frame.when(promise.signed) if promise.signed else None,
                incomplete=promise.incomplete,
                measures=tuple(_measure(frame, result, m) for m in result.measures),
                years=year_picture(frame, result),
                outcomes=outcome_rows(frame, result),
                citations=frame.citations(promise.citations),
                changes=changes(frame, promise.changes),
                reports=tuple(_reports(frame, result)),
                actions=Link("Alla insatser", frame.links.to(links.actions(promise.id))),
            ),
        )


def _neighbours(frame: Frame, promise: Promise) -> Iterator[tuple[str, Link]]:
    """The promise before this one and those after it, each with what it is."""
    for other in (result.promise for result in frame.progress.promises):
        link = Link(other.title, frame.links.to(links.promise(other.id)))
        if other.id == promise.previous:
            yield "Löftet före", link
        if other.previous == promise.id:
            yield "Löftet efter", link


def changes(frame: Frame, made: Iterable[Change]) -> tuple[ChangeView, ...]:
    """Changes of a promise or a measure, newest first."""
    return tuple(
        ChangeView(
            when=frame.day(change.date),
            what=sentence(change.what),
            why=why(change),
            decided_by=change.decided_by,
            former_wording=change.former_wording,
            formerly_promised=in_words(change.former_target) if change.former_target else None,
            formerly_counted=_conditions(frame, change.former_target),
        )
        for change in sorted(made, key=lambda change: change.date, reverse=True)
    )


def _conditions(frame: Frame, target: Target | None) -> tuple[str, ...]:
    return frame.words.rule(target.rule) if target and target.rule else ()


def why(change: Change) -> str:
    """The reason for a change as a sentence, or that none was given."""
    is_given = change.why not in ("ej angivet", "ej angiven")
    return sentence(change.why if is_given else "Skälet är inte angivet")


def _measure(frame: Frame, result: PromiseResult, measure: MeasureResult) -> PromisedMeasure:
    return PromisedMeasure(
        key=f"{result.promise.id}/{measure.measure.id}",
        heading=measure.measure.heading,
        address=frame.links.to(links.measure(result.promise.id, measure.measure.id)),
        words=frame.links.prose(measure.measure.body),
        is_quotation=measure.measure.wording == "citat",
        state=state_view(measure, result),
    )


def _reports(frame: Frame, result: PromiseResult) -> Iterator[Link]:
    """Every report, newest first: "Polisen, 1–31 mars 2018", and whether it is replaced.

    One of a single measure says which: a party may tell of several for the same time.
    """
    replaced = {report.replaces for report in result.promise.reports}
    headings = {m.measure.id: m.measure.heading for m in result.measures}
    for report in reversed(result.promise.reports):
        who = capitalise(frame.words.party_names([report.told_by]))
        told_of = {(row.measure or "").partition("#")[0] for row in report.rows}
        about = f": {headings[told_of.pop()]}" if len(told_of) == 1 and "" not in told_of else ""
        note = " (ersatt av en nyare)" if report.id in replaced else ""
        text = f"{who}, {frame.words.report_range(report)}{about}{note}"
        yield Link(text, frame.links.to(links.report(result.promise.id, report.id)))
