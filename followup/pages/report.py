"""One report: what a party told, as it was told."""

from collections.abc import Iterator
from dataclasses import dataclass

from followup import links
from followup.links import Prose
from followup.model import Report, Row
from followup.output import Page
from followup.pages.frame import CitationView, Frame, Link, Shell, When, page
from followup.progress import PromiseResult, Tally
from followup.swedish import capitalise, quote
from followup.wording import amount


@dataclass(frozen=True)
class RowView:
    """What the report says of one measure, or of the whole promise when `measure` is None."""

    measure: Link | None
    figure: str | None
    counted: str | None
    as_promised: str | None
    places: str
    verdict: str | None
    reason: str | None
    text: str | None


@dataclass(frozen=True)
class ReportView:
    shell: Shell
    title: str
    who: str
    covers: str
    published_by: str | None
    published_on: When | None
    share: str
    is_final: bool
    replaces: str | None
    incomplete: str | None
    rows: tuple[RowView, ...]
    body: Prose
    citations: tuple[CitationView, ...]
    corrections: tuple[tuple[When, str], ...]


def plan(frame: Frame) -> Iterator[Page]:
    """A page for each report."""
    for result in frame.progress.promises:
        for report in result.promise.reports:
            address = links.report(result.promise.id, report.id)
            yield page(address, "report", _view(frame, result, report, address))


def _view(frame: Frame, result: PromiseResult, report: Report, address: str) -> ReportView:
    who = capitalise(frame.words.party_names([report.told_by]))
    covers = frame.words.report_range(report)
    names = [heading for row in report.rows if (heading := _heading(result, row))]
    title = f"Redovisning från {frame.words.party_names([report.told_by])}, {covers}"
    promise = result.promise
    about = names[0] if names else promise.title
    return ReportView(
        shell=frame.shell(
            address,
            f"{title}: {about}",
            f"Vad {who} har redovisat om {quote(about)}, {covers}.",
            (("Så går det", "/"), (promise.title, links.promise(promise.id))),
        ),
        title=title,
        who=who,
        covers=covers,
        published_by=frame.words.party_names([report.published_by])
        if report.published_by
        else None,
        published_on=frame.when(report.published_on) if report.published_on else None,
        share=report.share,
        is_final=report.is_final,
        replaces=frame.links.to(links.report(promise.id, report.replaces))
        if report.replaces
        else None,
        incomplete=report.incomplete,
        rows=tuple(_row(frame, result, row) for row in report.rows),
        body=frame.links.prose(report.body),
        citations=frame.citations(report.citations),
        corrections=tuple((frame.day(c.date), c.what) for c in report.corrections),
    )


def _heading(result: PromiseResult, row: Row) -> str | None:
    if row.measure is None:
        return None
    return result.measure(row.measure.partition("#")[0]).measure.heading


def _row(frame: Frame, result: PromiseResult, row: Row) -> RowView:
    heading = _heading(result, row)
    return RowView(
        measure=_measure_link(frame, result, row, heading),
        figure=row.as_written or _figure(row),
        counted=row.counted,
        as_promised=row.as_promised,
        places=frame.words.place_names(row.places),
        verdict=capitalise(row.verdict) if row.verdict else None,
        reason=row.reason,
        text=row.text,
    )


def _figure(row: Row) -> str | None:
    return None if row.number is None else amount(Tally(row.number, row.accuracy, ()))


def _measure_link(
    frame: Frame, result: PromiseResult, row: Row, heading: str | None
) -> Link | None:
    if row.measure is None or heading is None:
        return None
    id = row.measure.partition("#")[0]
    return Link(heading, frame.links.to(links.measure(result.promise.id, id)))
