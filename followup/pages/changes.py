"""What has been changed, and why: changes of promises and measures, corrections of facts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from followup import links
from followup.model import Action, Change, Correction
from followup.output import Page
from followup.pages.frame import Frame, Link, Shell, When, page
from followup.pages.promise import why
from followup.progress import PromiseResult
from followup.swedish import sentence


@dataclass(frozen=True)
class ChangeItem:
    """One change or correction, and what it is about."""

    when: When
    what: str
    why: str | None
    about: Link
    kind: str


@dataclass(frozen=True)
class ChangesView:
    shell: Shell
    items: tuple[ChangeItem, ...]


def plan(frame: Frame) -> Iterator[Page]:
    """The page of all changes, newest first."""
    shell = frame.shell(
        links.CHANGES,
        "Ändringar och rättelser",
        "Vad som har ändrats i löften och åtgärder, och vilka fel som har rättats.",
        (("Så går det", "/"),),
    )
    found = [item for result in frame.progress.promises for item in _items(frame, result)]
    newest_first = sorted(found, key=lambda pair: pair[0], reverse=True)
    yield page(
        links.CHANGES, "changes", ChangesView(shell, tuple(item for _, item in newest_first))
    )


def _items(frame: Frame, result: PromiseResult) -> Iterator[tuple[date, ChangeItem]]:
    promise = result.promise
    yield from (
        _change(frame, change, promise.title, links.promise(promise.id))
        for change in promise.changes
    )
    for measure in promise.measures:
        address = links.measure(promise.id, measure.id)
        yield from (_change(frame, change, measure.heading, address) for change in measure.changes)
    for item in promise.told:
        if isinstance(item, Action):
            about = frame.action_item(result, item).title
            address = links.action(promise.id, item.id)
        else:
            about = f"redovisning från {frame.words.party_names([item.told_by])}"
            address = links.report(promise.id, item.id)
        yield from (_correction(frame, c, about, address) for c in item.corrections)


def _change(frame: Frame, change: Change, about: str, address: str) -> tuple[date, ChangeItem]:
    link = Link(about, frame.links.to(address))
    return change.date, ChangeItem(
        frame.day(change.date), sentence(change.what), why(change), link, "Ändring"
    )


def _correction(
    frame: Frame, correction: Correction, about: str, address: str
) -> tuple[date, ChangeItem]:
    link = Link(about, frame.links.to(address))
    when = frame.day(correction.date)
    return correction.date, ChangeItem(when, sentence(correction.what), None, link, "Rättelse")
