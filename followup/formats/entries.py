"""What there is to tell a subscriber: each thing that has become known, once, in plain Swedish.

An entry on an action, a report, a change or a correction speaks of itself alone, so that it stays
as it is when other files change. How far the promise has come stands in an entry of its own, one
for each promise, that is new whenever something else is.

A correction is an entry of its own as well as an update of what it corrects: most readers show an
entry once and never again, and a correction that nobody sees corrects nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeVar

from followup import links
from followup.formats.known import known_on, lasting_id
from followup.model import Action, Change, Correction, Report
from followup.notice import EXAMPLE
from followup.pages.frame import Frame
from followup.pages.promise import why
from followup.pages.report import MeasureRows, RowView, newest, rows_by_measure
from followup.progress import PromiseResult
from followup.social import named
from followup.status import statuses_of
from followup.swedish import capitalise, day, listing, quote, sentence
from followup.wording import headline

Kind = Literal["Läget", "Insats", "Redovisning", "Ändring", "Rättelse"]


@dataclass(frozen=True)
class Entry:
    """`name` is what makes it the same for ever, below the site's address; `address` its page."""

    kind: Kind
    name: str
    since: date
    title: str
    summary: str
    address: str
    published: date
    updated: date
    authors: tuple[str, ...]


def entries(frame: Frame) -> tuple[Entry, ...]:
    """All that is known, newest first."""
    found = [entry for result in frame.progress.promises for entry in _of_promise(frame, result)]
    return tuple(sorted(found, key=lambda entry: (entry.updated, entry.name), reverse=True))


def _of_promise(frame: Frame, result: PromiseResult) -> Iterator[Entry]:
    told = [*_actions(frame, result), *_reports(frame, result), *_changes(frame, result)]
    yield from told
    yield _standing(frame, result, told)


def _entry(
    frame: Frame,
    result: PromiseResult,
    kind: Kind,
    title: str,
    said: list[str],
    address: str,
    published: date,
    updated: date,
    authors: tuple[str, ...] = (),
    name: str = "",
) -> Entry:
    return Entry(
        kind=kind,
        name=name or address,
        since=result.promise.span.first,
        title=f"{EXAMPLE}{title}" if frame.is_example else title,
        summary=" ".join(said),
        address=address,
        published=published,
        updated=updated,
        authors=tuple(frame.words.parties[id].name for id in authors or result.promise.parties),
    )


def _standing(frame: Frame, result: PromiseResult, told: list[Entry]) -> Entry:
    """How far each measure has come, in the words of every other channel."""
    promise = result.promise
    first = promise.signed.last if promise.signed else promise.span.first
    over = promise.span.last if result.face in ("slut", "slutredovisad") else first
    days = [result.reported_to, promise.final_on, over, *(entry.updated for entry in told)]
    said = [headline(result)]
    said += [f"Redovisat till och med {day(result.reported_to)}."] if result.reported_to else []
    for status in statuses_of(result, frame.words):
        said.append(f"{named(status)}: {status.in_short}")
    title, address = f"Så går det: {promise.title}", links.promise(promise.id)
    updated = max(found for found in days if found)
    return _entry(
        frame, result, "Läget", title, said, address, first, updated, name=f"{address}#laget"
    )


def _actions(frame: Frame, result: PromiseResult) -> Iterator[Entry]:
    """What has happened, and what was called off. What is to come stands in the calendar."""
    for action in result.promise.actions:
        if action.status == "planerad":
            continue
        item = frame.action_item(result, action)
        corrected = [correction.date for correction in action.corrections]
        known = known_on(action, result.promise)
        address = links.action(result.promise.id, action.id)
        yield _entry(
            frame,
            result,
            "Insats",
            f"Inställd: {item.title}" if action.status == "inställd" else item.title,
            [*_about(action, item.when.text, item.hours, item.places, item.measures)],
            address,
            known,
            max([known, *corrected]),
            (action.told_by,) if action.told_by else (),
            lasting_id(action, result.promise),
        )
        first = lasting_id(action, result.promise)
        yield from _corrections(frame, result, action, item.title, address, first)


def _about(
    action: Action, when: str, hours: str | None, places: str, measures: tuple[str, ...]
) -> Iterator[str]:
    when = f"Någon gång {when}" if action.some_day else capitalise(when)
    yield ", ".join(part for part in (when, hours, places) if part) + "."
    yield f"Hör till {listing([quote(heading) for heading in measures])}."
    if action.status == "inställd":
        yield sentence(f"Inställd: {action.reason}")
    yield from _corrected(action)


def _corrected(item: Action | Report) -> Iterator[str]:
    yield from (sentence(f"Rättat {day(c.date)}: {c.what}") for c in item.corrections)


def _reports(frame: Frame, result: PromiseResult) -> Iterator[Entry]:
    for report in result.promise.reports:
        who, covers = frame.words.party_names([report.told_by]), frame.words.report_range(report)
        known = known_on(report, result.promise)
        address = links.report(result.promise.id, report.id)
        yield _entry(
            frame,
            result,
            "Redovisning",
            f"{'Slutredovisning' if report.is_final else 'Redovisning'} från {who}, {covers}",
            [*_reported(frame, result, report)],
            address,
            known,
            max([known, *(correction.date for correction in report.corrections)]),
            (report.told_by,),
        )
        about = f"Redovisning från {who}, {covers}"
        yield from _corrections(frame, result, report, about, address, address)


def _reported(frame: Frame, result: PromiseResult, report: Report) -> Iterator[str]:
    for rows in rows_by_measure(frame, result.promise, report):
        yield _rows(rows)
    if newest(result.promise, report):
        yield "Redovisningen är ersatt av en nyare."
    yield from _corrected(report)


def _rows(rows: MeasureRows) -> str:
    name = rows.measure.text if rows.measure else "Löftet som helhet"
    told = "; ".join(text for row in rows.rows if (text := _row(row)))
    return f"{name}: {told or 'redovisat i ord'}."


def _row(row: RowView) -> str:
    figure = f"{row.figure} ({row.counted})" if row.figure and row.counted else row.figure
    parts = (row.part, row.covers, figure, row.verdict and row.verdict.lower())
    return ", ".join(part for part in parts if part)


def _changes(frame: Frame, result: PromiseResult) -> Iterator[Entry]:
    promise = result.promise
    address = links.promise(promise.id)
    yield from _changes_of(frame, result, promise.changes, promise.title, address, address)
    for measure in promise.measures:
        address = links.measure(promise.id, measure.id)
        first = links.measure(promise.id, (*measure.former_ids, measure.id)[0])
        yield from _changes_of(frame, result, measure.changes, measure.heading, address, first)


def _changes_of(
    frame: Frame,
    result: PromiseResult,
    changes: tuple[Change, ...],
    about: str,
    address: str,
    first: str,
) -> Iterator[Entry]:
    for name, change in _named(changes, f"{first}#andring"):
        said = [sentence(change.what), f"Varför: {why(change)}"]
        title, when = f"Ändring: {about}", change.date
        yield _entry(frame, result, "Ändring", title, said, address, when, when, name=name)


def _corrections(
    frame: Frame,
    result: PromiseResult,
    item: Action | Report,
    about: str,
    address: str,
    first: str,
) -> Iterator[Entry]:
    authors = (item.told_by,) if item.told_by else ()
    for name, correction in _named(item.corrections, f"{first}#rattelse"):
        title, when, said = f"Rättelse: {about}", correction.date, [sentence(correction.what)]
        yield _entry(frame, result, "Rättelse", title, said, address, when, when, authors, name)


Dated = TypeVar("Dated", Change, Correction)


def _named(items: tuple[Dated, ...], stem: str) -> Iterator[tuple[str, Dated]]:
    """Each with a name from its day, and from its place among those of the same day."""
    seen: dict[date, int] = {}
    for item in items:
        seen[item.date] = n = seen.get(item.date, 0) + 1
        yield f"{stem}-{item.date}{f'-{n}' if n > 1 else ''}", item
