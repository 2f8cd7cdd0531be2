"""The list of a promise's actions, and a list for each measure, place, month and party."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from followup import links
from followup.output import Page
from followup.pages.choices import Choice, Found, Group, found, groups
from followup.pages.frame import Frame, Link, Shell, When, page
from followup.pages.listed import Listed, MonthOfActions, count, cut, listed, months
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
    planned: tuple[Listed, ...]
    unconfirmed: tuple[Listed, ...]
    months: tuple[MonthOfActions, ...]
    groups: tuple[Group, ...]
    older: tuple[Choice, ...]


@dataclass(frozen=True)
class OlderPage:
    """A further page of a list: the days that it goes from and to, and how many it has."""

    days: str
    count: str
    path: str
    address: str
    is_current: bool


@dataclass(frozen=True)
class ChosenView:
    """The actions of one choice, or an older page of them; `shown` are then its days."""

    shell: Shell
    choice: Choice
    chosen: str
    promise: Link
    every: Link
    shown: str | None
    count: str
    planned: tuple[Listed, ...]
    unconfirmed: tuple[Listed, ...]
    months: tuple[MonthOfActions, ...]
    older: tuple[OlderPage, ...]


@dataclass(frozen=True)
class _Lists:
    """The rows of a promise: what has happened newest first, and what is or was planned."""

    frame: Frame
    result: PromiseResult
    told: Sequence[Listed]
    planned: Sequence[Listed]
    unconfirmed: Sequence[Listed]
    planned_by: Found
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
    choices = groups(frame, result, found(lists.told))
    yield page(lists.address, "actions", _all(lists, choices))
    for group in choices:
        for choice in group.choices:
            yield from _chosen(lists, group, choice)


def _lists(
    frame: Frame, result: PromiseResult, belonging: Belonging, notes: Mapping[str, str]
) -> _Lists:
    actions = result.promise.actions
    told = [action for action in actions if action.status != "planerad"]
    told.sort(key=lambda action: (action.span.last, action.id), reverse=True)
    planned = [action for action in actions if action.status == "planerad"]
    rows = listed(frame, result, belonging, planned, {})
    coming = [row for row in rows if row.day >= frame.progress.today]
    past = [row for row in rows if row.day < frame.progress.today]
    happened = listed(frame, result, belonging, told, notes)
    return _Lists(frame, result, happened, coming, past, found(coming), found(past))


def _all(lists: _Lists, choices: tuple[Group, ...]) -> ActionsView:
    frame, result = lists.frame, lists.result
    title, number = result.promise.title, count(lists.told)
    newest = cut(lists.told).newest
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
        planned=tuple(lists.planned),
        unconfirmed=tuple(lists.unconfirmed),
        months=months(newest, lists.told),
        groups=choices,
        older=tuple(one for found in by_month for one in found if shown[one.id] < one.size),
    )


def _chosen(lists: _Lists, group: Group, choice: Choice) -> Iterator[Page]:
    """The list of a choice: its newest page, and one for each stretch of older actions."""
    address = links.choice(lists.result.promise.id, choice.kind, choice.id)
    pages = cut(choice.rows)
    every = tuple(_older(lists, address, number, rows) for number, rows in pages.older)
    title = f"{choice.heading}, {lists.result.promise.title}"
    key = (choice.kind, choice.id)
    newest = _view(lists, group, choice, address, title, pages.newest, every)
    yield page(
        address,
        "chosen",
        replace(
            newest,
            planned=tuple(lists.planned_by.get(key, ())),
            unconfirmed=tuple(lists.unconfirmed_by.get(key, ())),
        ),
    )
    for (number, rows), one in zip(pages.older, every, strict=True):
        others = tuple(replace(other, is_current=other == one) for other in every)
        view = _view(
            lists, group, choice, one.path, f"{title}, sida {number}", rows, others, one.days
        )
        yield page(one.path, "chosen", view)


def _view(
    lists: _Lists,
    group: Group,
    choice: Choice,
    address: str,
    title: str,
    rows: Sequence[Listed],
    older: tuple[OlderPage, ...],
    shown: str | None = None,
) -> ChosenView:
    """One page of a choice's list; `shown` are the days of an older one."""
    crumbs = (*lists.crumbs, ("Insatser", lists.address))
    if shown:
        crumbs += ((choice.name, links.choice(lists.result.promise.id, choice.kind, choice.id)),)
    about = f"{choice.heading}. {choice.count} för {lists.result.promise.title}"
    return ChosenView(
        shell=lists.frame.shell(address, title, f"{about}, {shown or 'de senaste först'}.", crumbs),
        choice=choice,
        chosen=group.chosen,
        promise=lists.promise,
        every=Link("Visa alla insatser", lists.frame.links.to(lists.address)),
        shown=shown,
        count=count(rows),
        planned=(),
        unconfirmed=(),
        months=months(rows, choice.rows),
        older=older,
    )


def _older(lists: _Lists, address: str, number: int, rows: Sequence[Listed]) -> OlderPage:
    path = links.older(address, number)
    return OlderPage(
        days(rows[-1].day, rows[0].day), count(rows), path, lists.frame.links.to(path), False
    )
