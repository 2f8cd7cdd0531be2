"""The rows of the open data: the content as it was known, and what it amounts to."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from followup import links
from followup.links import Links
from followup.model import Action, Body, Measure, Outcome, Promise, Report, Row, Site
from followup.naming import Words
from followup.notice import EXAMPLE
from followup.opendata import tables
from followup.opendata.tables import Table
from followup.opendata.texts import plain_text
from followup.opendata.values import Cell, cell
from followup.progress import MeasureResult, Progress, PromiseResult, Quote, TargetResult
from followup.status import Status, statuses_of
from followup.wording import state_label

Values = Mapping[str, object]


@dataclass(frozen=True)
class Known:
    """What is published: the site as it was known on the day, and what it amounts to."""

    site: Site
    progress: Progress
    words: Words
    links: Links
    is_example: bool

    def text(self, body: Body) -> str:
        """Running text, in which nothing is told of what is not published."""
        return plain_text(body, self.links, self.site.settings.address)

    def address(self, path: str) -> str:
        """The full address of a page."""
        return self.site.settings.address.rstrip("/") + path


Filled = tuple[tuple[Cell, ...], ...]


def filled(known: Known) -> tuple[tuple[Table, Filled], ...]:
    """Every table with its rows, each cell in the place of its column."""
    return tuple(
        (table, tuple(_row(table, owner, said, known) for owner, said in _ROWS[table.name](known)))
        for table in tables.TABLES
    )


Made = Iterator[tuple[object, Values]]


def _row(table: Table, owner: object, said: Values, known: Known) -> tuple[Cell, ...]:
    values = {**said, "exempel": known.is_example}
    return tuple(
        _marked(
            _said(values[column.key]) if column.key in values else cell(column, owner),
            known.is_example and column.key in table.shown,
        )
        for column in table.columns
    )


def _marked(value: Cell, is_example: bool) -> Cell:
    return f"{EXAMPLE}{value}" if is_example and value else value


def _said(value: Any) -> Cell:
    if value is None or isinstance(value, bool | int | str):
        return value
    return tuple(value) if isinstance(value, tuple) else str(value)


def _promises(known: Known) -> Made:
    for result in known.progress.promises:
        promise = result.promise
        yield (
            promise,
            {
                "id": promise.id,
                "skede": result.face,
                "redovisat_till": result.reported_to,
                "text": known.text(promise.body),
                "adress": known.address(links.promise(promise.id)),
            },
        )


def _measures(known: Known) -> Made:
    for result, measure in _each_measure(known):
        content = measure.measure
        yield (
            content,
            {
                "löfte": result.promise.id,
                "id": content.id,
                "text": known.text(content.body),
                "läge": measure.state,
                "läge_i_ord": state_label(measure.state, result),
                "redovisat_till": measure.reported_to,
                "adress": known.address(links.measure(result.promise.id, content.id)),
            },
        )


def _each_measure(known: Known) -> Iterator[tuple[PromiseResult, MeasureResult]]:
    for result in known.progress.promises:
        yield from ((result, measure) for measure in result.measures)


def _each_status(known: Known) -> Iterator[tuple[Status, Values]]:
    """Every target, and what leads to it."""
    for result in known.progress.promises:
        for status in statuses_of(result, known.words):
            yield status, _of(result.promise, status.measure.measure, status.id)


def _of(promise: Promise, measure: Measure, target: str) -> Values:
    return {"löfte": promise.id, "åtgärd": measure.id, "mål": target}


def _targets(known: Known) -> Made:
    for status, of in _each_status(known):
        is_over = status.target.is_over
        yield status.target.target, {**of, "gällde_före": None, "tiden_är_slut": is_over}
        for change in status.measure.measure.changes:
            if change.former_target and change.former_target.id == status.target.target.id:
                said = {"gällde_före": change.date, "tiden_är_slut": is_over}
                yield change.former_target, {**of, **said}


def _steps(known: Known) -> Made:
    for status, of in _each_status(known):
        for step in status.target.steps:
            by = source_name(step.done_by)
            yield step.step, {**of, "klart": step.done_by is not None, "klart_genom": by}


def source_name(part: object) -> str | None:
    """The id of an action or of a report."""
    match part:
        case Action(id=id):
            return id
        case Quote(report=report):
            return report.id
    return None


def _results(known: Known) -> Made:
    for status, of in _each_status(known):
        yield (
            status,
            {
                **of,
                "rubrik": status.heading,
                "del": status.part,
                "läge": status.state,
                "läge_i_ord": status.label,
                "redovisat_till": status.reported_to,
                "slutlig": status.target.is_final,
                "siffra": status.figure,
                **_count(status.target),
                "utlovat": status.target.target.number,
                **_score(status.target),
                **_months(status.target),
                "steg_klara": sum(step.done_by is not None for step in status.target.steps)
                if status.target.steps
                else None,
                "steg": len(status.target.steps) or None,
                "avgjort_genom": source_name(status.target.decided_by),
                "mening": status.sentence,
                "adress": known.address(status.address),
            },
        )


def _count(target: TargetResult) -> Values:
    tally = target.tally
    return {
        "antal": tally.number if tally else None,
        "noggrannhet": tally.accuracy if tally else None,
    }


def _score(target: TargetResult) -> Values:
    score = target.score
    return {
        "hållna": score.kept if score else None,
        "missade": score.missed if score else None,
        "okända": score.unknown if score else None,
        "kommande": score.coming if score else None,
        "fler_kan_finnas": score.is_open if score else None,
    }


def _months(target: TargetResult) -> Values:
    kinds = [month.kind for month in target.months]
    has_months = bool(kinds)
    return {
        "månader_redovisade": kinds.count("redovisad") if has_months else None,
        "månader_tillsammans": kinds.count("tillsammans") if has_months else None,
        "månader": target.months_past if has_months else None,
    }


def _grounds(known: Known) -> Made:
    for status, of in _each_status(known):
        for part, role, reason in _parts(status.target, known.words):
            yield part, {**of, **_source(part), "roll": role, "skäl": reason}


def _parts(target: TargetResult, words: Words) -> Iterator[tuple[Action | Quote, str, str | None]]:
    """Everything that was told of a target with a figure, and what it means for it."""
    if tally := target.tally:
        roles: tuple[tuple[str, tuple[Action | Quote, ...]], ...] = (
            ("räknas", (*tally.actions, *tally.quotes)),
            ("ingår", tally.evidence),
            ("läggs inte till", tally.inner),
            ("annan uppgift", tally.disputed),
        )
        for role, parts in roles:
            yield from ((part, role, None) for part in parts)
    else:
        yield from ((action, "räknas", None) for action in target.counted)
    for other in target.not_counted:
        yield other.item, "räknas inte", words.reason(other.reason)


def _source(part: Action | Quote) -> Values:
    if isinstance(part, Action):
        return {"insats": part.id, "redovisning": None, "rad": None}
    number = next(n for n, row in _numbered(part.report) if row.source == part.row.source)
    return {"insats": None, "redovisning": part.report.id, "rad": number}


def _numbered(report: Report) -> Iterable[tuple[int, Row]]:
    """The rows with their numbers, as the tables name them."""
    return enumerate(report.rows, start=1)


def _each_place(known: Known) -> Made:
    for status, of in _each_status(known):
        for place in status.target.each:
            told = place.target
            said = {"plats": place.place, "läge": told.state, "redovisat_till": told.reported_to}
            yield place, {**of, **said, **_count(told)}


def _intervals(known: Known) -> Made:
    for status, of in _each_status(known):
        for one in status.target.intervals:
            yield one, {**of, "från": one.span.first, "till": one.span.last, "läge": one.kind}


def _of_promises(
    kind: Callable[[Promise], tuple[Any, ...]], address: Callable[[str, str], str]
) -> Callable[[Known], Made]:
    """The rows of what a promise holds and has a page of its own for."""

    def make(known: Known) -> Made:
        for result in known.progress.promises:
            promise = result.promise.id
            for item in kind(result.promise):
                yield (
                    item,
                    {
                        "löfte": promise,
                        "id": item.id,
                        "text": known.text(item.body),
                        "adress": known.address(address(promise, item.id)),
                    },
                )

    return make


def _rows(known: Known) -> Made:
    for result in known.progress.promises:
        for report in result.promise.reports:
            for number, row in _numbered(report):
                said = {"löfte": result.promise.id, "redovisning": report.id, "rad": number}
                words = known.text(replace(report.body, text=row.text or ""))
                yield row, {**said, "text": words or None}


def _readings(known: Known) -> Made:
    for result in known.progress.promises:
        for outcome in result.promise.outcomes:
            for kind, reading in _of_outcome(outcome):
                said = {"löfte": result.promise.id, "effekt": outcome.id, "slag": kind}
                yield reading, said


def _of_outcome(outcome: Outcome) -> Iterator[tuple[str, object]]:
    if outcome.baseline:
        yield "utgångsläge", outcome.baseline
    yield from (("värde", reading) for reading in outcome.readings)


def _changes(known: Known) -> Made:
    for result in known.progress.promises:
        for change in result.promise.changes:
            yield change, {"löfte": result.promise.id, "åtgärd": None}
        for measure in result.measures:
            for change in measure.measure.changes:
                yield change, {"löfte": result.promise.id, "åtgärd": measure.measure.id}


def _of_told(attribute: str) -> Callable[[Known], Made]:
    """The corrections or the sources of everything told of a promise."""

    def make(known: Known) -> Made:
        for result in known.progress.promises:
            for item in result.promise.told:
                is_action = isinstance(item, Action)
                said = {
                    "löfte": result.promise.id,
                    "insats": item.id if is_action else None,
                    "redovisning": None if is_action else item.id,
                }
                yield from ((part, said) for part in getattr(item, attribute))

    return make


def _sources(known: Known) -> Made:
    for result in known.progress.promises:
        said = {"löfte": result.promise.id, "insats": None, "redovisning": None}
        yield from ((source, said) for source in result.promise.citations)
    yield from _of_told("citations")(known)


def _places(known: Known) -> Made:
    for place in known.site.places:
        address = known.address(links.place(place.id))
        yield place, {"id": place.id, "text": known.text(place.body), "adress": address}


def _parties(known: Known) -> Made:
    yield from ((party, {"id": party.id}) for party in known.site.parties)


_ROWS: Mapping[str, Callable[[Known], Made]] = {
    tables.PROMISES.name: _promises,
    tables.MEASURES.name: _measures,
    tables.TARGETS.name: _targets,
    tables.STEPS.name: _steps,
    tables.RESULTS.name: _results,
    tables.GROUNDS.name: _grounds,
    tables.EACH_PLACE.name: _each_place,
    tables.INTERVALS.name: _intervals,
    tables.ACTIONS.name: _of_promises(lambda promise: promise.actions, links.action),
    tables.REPORTS.name: _of_promises(lambda promise: promise.reports, links.report),
    tables.ROWS.name: _rows,
    tables.OUTCOMES.name: _of_promises(lambda promise: promise.outcomes, links.outcome),
    tables.READINGS.name: _readings,
    tables.CHANGES.name: _changes,
    tables.CORRECTIONS.name: _of_told("corrections"),
    tables.SOURCES.name: _sources,
    tables.PLACES.name: _places,
    tables.PARTIES.name: _parties,
}
