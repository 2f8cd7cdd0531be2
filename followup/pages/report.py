"""One report: what a party told, as it was told."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from followup import links
from followup.links import Prose
from followup.model import Measure, Promise, Report, Row, Target
from followup.naming import part_name
from followup.output import Page
from followup.pages.figures import written_figure
from followup.pages.frame import CitationView, Frame, Link, Shell, When, page
from followup.progress import PromiseResult
from followup.swedish import capitalise, quote, sentence


@dataclass(frozen=True)
class RowView:
    """What one row says. `part` and `covers` are given where they are not the heading's own."""

    part: str | None
    covers: str | None
    figure: str | None
    counted: str | None
    as_promised: str | None
    places: str
    parties: str
    verdict: str | None
    reason: str | None
    words: Prose | None

    @property
    def has_facts(self) -> bool:
        """True when there is more than words."""
        told = (self.covers, self.figure, self.counted, self.as_promised, self.verdict)
        return any((*told, self.places, self.parties, self.reason))


@dataclass(frozen=True)
class MeasureRows:
    """All rows on one measure, or on the whole promise when `measure` is None."""

    measure: Link | None
    rows: tuple[RowView, ...]


@dataclass(frozen=True)
class ReportView:
    """`replaced_by` is the newest report that stands in this one's place."""

    shell: Shell
    title: str
    who: str
    covers: str
    published_by: str | None
    published_on: When | None
    share: str
    is_final: bool
    replaced_by: Link | None
    replaces: Link | None
    incomplete: str | None
    measures: tuple[MeasureRows, ...]
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
    who = frame.words.party_names([report.told_by])
    covers = frame.words.report_range(report)
    title = f"Redovisning från {who}, {covers}"
    promise = result.promise
    about, later = _about(promise, report), newest(promise, report)
    return ReportView(
        shell=frame.shell(
            address,
            f"{title}: {about}{' (ersatt)' if later else ''}",
            f"{'Ersatt: vad' if later else 'Vad'} {who} har redovisat om {quote(about)}, {covers}.",
            (("Så går det", "/"), (promise.title, links.promise(promise.id))),
        ),
        title=title,
        who=capitalise(who),
        covers=covers,
        published_by=frame.words.party_names([report.published_by])
        if report.published_by
        else None,
        published_on=frame.when(report.published_on) if report.published_on else None,
        share=report.share,
        is_final=report.is_final,
        replaced_by=_link(frame, promise, later),
        replaces=_link(frame, promise, _known(promise, report.replaces)),
        incomplete=report.incomplete,
        measures=tuple(rows_by_measure(frame, promise, report)),
        body=frame.links.prose(report.body),
        citations=frame.citations(report.citations),
        corrections=tuple((frame.day(c.date), sentence(c.what)) for c in report.corrections),
    )


def newest(promise: Promise, report: Report) -> Report | None:
    """The report that stands in this one's place, however many times it was replaced."""
    by_old = {other.replaces: other for other in promise.reports if other.replaces != other.id}
    seen = {report.id}
    found: Report | None = None
    while (later := by_old.get((found or report).id)) and later.id not in seen:
        found = later
        seen.add(later.id)
    return found


def _known(promise: Promise, id: str | None) -> Report | None:
    return next((report for report in promise.reports if report.id == id), None)


def _link(frame: Frame, promise: Promise, report: Report | None) -> Link | None:
    if report is None:
        return None
    who = capitalise(frame.words.party_names([report.told_by]))
    text = f"{who}, {frame.words.report_range(report)}"
    return Link(text, frame.links.to(links.report(promise.id, report.id)))


def _about(promise: Promise, report: Report) -> str:
    """The measure that all of it is about, otherwise the promise."""
    ids = {_measure_id(row) for row in report.rows}
    headings = [measure.heading for measure in promise.measures if {measure.id} == ids]
    return headings[0] if headings else promise.title


def rows_by_measure(frame: Frame, promise: Promise, report: Report) -> Iterator[MeasureRows]:
    """The rows on the promise as a whole, then those on each measure in the promise's order."""
    for measure in (None, *promise.measures):
        id = measure.id if measure else None
        rows = tuple(row for row in report.rows if _measure_id(row) == id)
        if rows:
            yield MeasureRows(
                _measure_link(frame, promise, measure),
                tuple(_row(frame, report, row, measure) for row in rows),
            )


def _measure_id(row: Row) -> str | None:
    return row.measure.partition("#")[0] if row.measure else None


def _measure_link(frame: Frame, promise: Promise, measure: Measure | None) -> Link | None:
    if measure is None:
        return None
    return Link(measure.heading, frame.links.to(links.measure(promise.id, measure.id)))


def _row(frame: Frame, report: Report, row: Row, measure: Measure | None) -> RowView:
    target = _target(row, measure) if measure else None
    covers = frame.words.row_range(row)
    return RowView(
        part=_part(row, measure, target) if measure and target else None,
        covers=covers if covers != frame.words.report_range(report) else None,
        figure=_figure(row, target),
        counted=row.counted,
        as_promised=row.as_promised,
        places=frame.words.place_names(row.places),
        parties=capitalise(frame.words.party_names(row.parties)),
        verdict=capitalise(row.verdict) if row.verdict else None,
        reason=row.reason,
        words=frame.links.prose(replace(report.body, text=row.text)) if row.text else None,
    )


def _figure(row: Row, target: Target | None) -> str | None:
    """The figure; in the report's own words it is left exactly as it stands."""
    text = written_figure(replace(row, counted=None), target)
    return text if text is None or row.as_written else capitalise(text)


def _target(row: Row, measure: Measure) -> Target | None:
    """The target that a row is on; None where it names a measure that has several."""
    part = (row.measure or "").partition("#")[2]
    for target in measure.targets:
        if part in (target.id, *(step.id for step in target.steps)):
            return target
    return measure.targets[0] if len(measure.targets) == 1 else None


def _part(row: Row, measure: Measure, target: Target) -> str | None:
    """The step that a row is on, or the target where the measure has several."""
    part = (row.measure or "").partition("#")[2]
    step = next((step.name for step in target.steps if step.id == part), None)
    return step or part_name(measure, target)
