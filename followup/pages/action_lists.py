"""The list of a promise's actions, and a list for each measure, place, month and party."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from followup import links
from followup.output import Page
from followup.pages.choices import Choice, Found, Group, found, groups, states
from followup.pages.frame import Frame, Link, Shell, When, page
from followup.pages.listed import (
    FEW,
    Listed,
    MonthOfActions,
    ahead,
    by_last_day,
    count,
    cut,
    listed,
    months,
)
from followup.pages.planned import Planned, planned_view
from followup.progress import PromiseResult
from followup.progress.counting import Belonging
from followup.swedish import days


@dataclass(frozen=True)
class ActionsView:
    """The newest actions, and all ways to choose. `older` are the months not all shown here."""

    shell: Shell
    promise: Link
    count: str
    reported_to: When | None
    planned: Planned
    months: tuple[MonthOfActions, ...]
    groups: tuple[Group, ...]
    older: tuple[Choice, ...]


@dataclass(frozen=True)
class FurtherPage:
    """A further page of a list: the days that it goes from and to, and how many it has."""

    days: str
    count: str
    path: str
    address: str
    is_current: bool


@dataclass(frozen=True)
class ChosenView:
    """The actions of one choice, or a further page of them; `shown` are then its days."""

    shell: Shell
    choice: Choice
    chosen: str
    promise: Link
    every: Link
    shown: str | None
    count: str
    planned: Planned | None
    months: tuple[MonthOfActions, ...]
    further: tuple[FurtherPage, ...]


@dataclass(frozen=True)
class _Lists:
    """The rows of a promise: what has happened newest first, and what is or was planned.

    What is to come has the nearest first; of what was planned the newest are.
    """

    frame: Frame
    result: PromiseResult
    told: Sequence[Listed]
    coming: Sequence[Listed]
    unconfirmed: Sequence[Listed]
    coming_by: Found
    unconfirmed_by: Found

    @property
    def address(self) -> str:
        return links.actions(self.result.promise.id)

    @property
    def promise(self) -> Link:
        address = links.promise(self.result.promise.id)
        return Link(self.result.promise.title, self.frame.links.to(address))

    @property
    def crumbs(self) -> tuple[tuple[str, str], ...]:
        promise = self.result.promise
        return (("Så går det", "/"), (promise.title, links.promise(promise.id)))


def plan(
    frame: Frame, result: PromiseResult, belonging: Belonging, notes: Mapping[str, str]
) -> Iterator[Page]:
    """The list, and one of each choice. `notes` say why an action does not count, by its id."""
    lists = _lists(frame, result, belonging, notes)
    planned = found((*lists.coming, *lists.unconfirmed))
    choices = groups(frame, result, found(lists.told), planned)
    yield page(lists.address, "actions", _all(lists, choices))
    for group in choices:
        for choice in group.choices:
            yield from _chosen(lists, group.chosen, choice)
    for choice in states(frame, result, lists.coming, lists.unconfirmed):
        if choice.size > FEW:
            yield from _chosen(lists, "Valt läge", choice)


def _lists(
    frame: Frame, result: PromiseResult, belonging: Belonging, notes: Mapping[str, str]
) -> _Lists:
    in_time = sorted(result.promise.actions, key=by_last_day)
    told = [action for action in reversed(in_time) if action.status != "planerad"]
    untold = [action for action in in_time if action.status == "planerad"]
    rows = listed(frame, result, belonging, untold, {})
    coming = [row for row in rows if row.item.is_planned]
    past = [row for row in reversed(rows) if not row.item.is_planned]
    happened = listed(frame, result, belonging, told, notes)
    return _Lists(frame, result, happened, coming, past, found(coming), found(past))


def _all(lists: _Lists, choices: tuple[Group, ...]) -> ActionsView:
    frame, result = lists.frame, lists.result
    title, number = result.promise.title, count(lists.told)
    newest = cut(lists.told).first
    shown = Counter(row.month for row in newest)
    by_month = (group.choices for group in choices if group.kind == "manad")
    return ActionsView(
        shell=frame.shell(
            lists.address,
            f"Insatser, {title}",
            f"{number} för {title}, månad för månad, de senaste först.",
            lists.crumbs,
        ),
        promise=lists.promise,
        count=number,
        reported_to=frame.day(result.reported_to) if result.reported_to else None,
        planned=planned_view(frame, result, lists.coming, lists.unconfirmed),
        months=months(newest, lists.told),
        groups=choices,
        older=tuple(one for found in by_month for one in found if shown[one.id] < one.size),
    )


def _chosen(lists: _Lists, chosen: str, choice: Choice) -> Iterator[Page]:
    """The list of a choice: the page that it begins with, and those that it goes on with."""
    address = links.choice(lists.result.promise.id, choice.kind, choice.id)
    pages = ahead(choice.rows) if choice.is_to_come else cut(choice.rows)
    every = tuple(_further(lists, address, number, rows) for number, rows in pages.further)
    title = f"{choice.heading}, {lists.result.promise.title}"
    key = (choice.kind, choice.id)
    also = planned_view(
        lists.frame,
        lists.result,
        lists.coming_by.get(key, ()),
        lists.unconfirmed_by.get(key, ()),
    )
    first = _view(lists, chosen, choice, address, title, pages.first, every)
    yield page(address, "chosen", replace(first, planned=also))
    for (number, rows), one in zip(pages.further, every, strict=True):
        others = tuple(replace(other, is_current=other == one) for other in every)
        view = _view(
            lists, chosen, choice, one.path, f"{title}, sida {number}", rows, others, one.days
        )
        yield page(one.path, "chosen", view)


def _view(
    lists: _Lists,
    chosen: str,
    choice: Choice,
    address: str,
    title: str,
    rows: Sequence[Listed],
    further: tuple[FurtherPage, ...],
    shown: str | None = None,
) -> ChosenView:
    """One page of a choice's list; `shown` are the days of a further one."""
    crumbs = (*lists.crumbs, ("Insatser", lists.address))
    if shown:
        crumbs += ((choice.name, links.choice(lists.result.promise.id, choice.kind, choice.id)),)
    return ChosenView(
        shell=lists.frame.shell(address, title, _about(lists, choice, shown), crumbs),
        choice=choice,
        chosen=chosen,
        promise=lists.promise,
        every=Link("Visa alla insatser", lists.frame.links.to(lists.address)),
        shown=shown,
        count=count(rows),
        planned=None,
        months=months(rows, choice.rows),
        further=further,
    )


def _about(lists: _Lists, choice: Choice, shown: str | None) -> str:
    title = lists.result.promise.title
    if not choice.rows:
        return f"{choice.heading}. Ingen insats är redovisad för {title}."
    order = f"de {'närmaste' if choice.is_to_come else 'senaste'} först"
    return f"{choice.heading}. {choice.count} för {title}, {shown or order}."


def _further(lists: _Lists, address: str, number: int, rows: Sequence[Listed]) -> FurtherPage:
    path = links.further(address, number)
    first, last = sorted((rows[0].day, rows[-1].day))
    return FurtherPage(days(first, last), count(rows), path, lists.frame.links.to(path), False)
