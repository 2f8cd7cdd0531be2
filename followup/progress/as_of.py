"""The content as it was known on a day: what had happened and was published by then."""

from dataclasses import replace
from datetime import date
from typing import TypeVar

from followup.model import (
    Action,
    Change,
    Correction,
    FreePage,
    Measure,
    Outcome,
    Promise,
    Report,
    Site,
)


def as_of(site: Site, today: date, with_drafts: bool = False) -> Site:
    """`site` without what was not yet published on `today`, or had not yet happened.

    A public planned event is known before its day. A measure stands in the words and with the
    target that were in force. `with_drafts` keeps drafts and what is held back for a later day: for
    the preview only.
    """
    return replace(
        site,
        promises=tuple(_promise(promise, today, with_drafts) for promise in site.promises),
        pages=tuple(page for page in site.pages if _is_out(page, today, with_drafts)),
    )


def known_from(report: Report) -> date:
    """A report is known when it was published, and never before the last day that it covers."""
    published = report.published_on.first if report.published_on else report.end.last
    return max(published, report.end.last)


def _is_out(item: Action | Report | Outcome | FreePage, today: date, with_drafts: bool) -> bool:
    if with_drafts:
        return True
    return not item.is_draft and (item.publish_on is None or item.publish_on <= today)


def _promise(promise: Promise, today: date, with_drafts: bool) -> Promise:
    return replace(
        promise,
        confirmed_to=_past(promise.confirmed_to, today),
        final_on=_past(promise.final_on, today),
        changes=_until(promise.changes, today),
        measures=tuple(_measure(measure, today) for measure in promise.measures),
        actions=tuple(
            replace(a, corrections=_until(a.corrections, today))
            for a in promise.actions
            if _is_out(a, today, with_drafts) and (a.span.last <= today or a.status == "planerad")
        ),
        reports=tuple(
            replace(r, corrections=_until(r.corrections, today))
            for r in promise.reports
            if _is_out(r, today, with_drafts) and known_from(r) <= today
        ),
        outcomes=tuple(
            _outcome(o, today) for o in promise.outcomes if _is_out(o, today, with_drafts)
        ),
    )


def _measure(measure: Measure, today: date) -> Measure:
    """The measure before the changes that were still to come, the last of them undone first."""
    targets, body = measure.targets, measure.body
    for change in sorted(measure.changes, key=lambda change: change.date, reverse=True):
        if change.date <= today:
            break
        if former := change.former_target:
            targets = tuple(former if target.id == former.id else target for target in targets)
        if change.former_wording:
            body = replace(body, text=change.former_wording)
    return replace(
        measure,
        confirmed_to=_past(measure.confirmed_to, today),
        changes=_until(measure.changes, today),
        targets=targets,
        body=body,
    )


def _outcome(outcome: Outcome, today: date) -> Outcome:
    """A value is known from the last day that its date may mean."""
    baseline = outcome.baseline
    return replace(
        outcome,
        baseline=baseline if baseline and baseline.date.last <= today else None,
        readings=tuple(r for r in outcome.readings if r.date.last <= today),
    )


def _past(day: date | None, today: date) -> date | None:
    return day if day and day <= today else None


Dated = TypeVar("Dated", Change, Correction)


def _until(items: tuple[Dated, ...], today: date) -> tuple[Dated, ...]:
    return tuple(item for item in items if item.date <= today)
