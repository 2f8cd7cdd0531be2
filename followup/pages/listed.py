"""Actions as rows of long lists: what each can be found by, its month, and pages that do not grow.

A page has at most `MOST` rows, in whole months where a month has no more than that. Older pages are
made from the oldest row on, so that new actions change the newest page and no other. Lists of what
is to come go on with later pages instead.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from followup.model import Action
from followup.pages.frame import ActionItem, Frame, Link
from followup.progress import PromiseResult
from followup.progress.counting import Belonging
from followup.swedish import capitalise, count_digits, month
from followup.swedish import number as number_of

MOST = 60
# On a page that is about something more than the list.
FEW = 30


@dataclass(frozen=True)
class Listed:
    """An action as it stands in every list of them, with the ids that it is found by.

    `month` is that of its last `day`: `2018-09`. `places` are also the districts that they lie in,
    `parties` also those that they are part of.
    """

    item: ActionItem
    day: date
    month: str
    is_called_off: bool
    measures: tuple[str, ...]
    places: tuple[str, ...]
    parties: tuple[str, ...]


@dataclass(frozen=True)
class MonthOfActions:
    name: str
    anchor: str
    count: str
    actions: tuple[Listed, ...]


@dataclass(frozen=True)
class Cut:
    """A list in pages: the rows it begins with, and the numbered pages that it goes on with."""

    first: tuple[Listed, ...]
    further: tuple[tuple[int, tuple[Listed, ...]], ...]


@dataclass(frozen=True)
class Shown:
    """The rows of a list that there is room for, in their own order.

    Where there are more, `says` how many and `ways` lead to them all.
    """

    rows: tuple[ActionItem | Listed, ...]
    says: str | None
    ways: tuple[Link, ...]


def by_last_day(action: Action) -> tuple[date, str]:
    """The key of every list of actions: a month has those that ended in it."""
    return action.span.last, action.id


def last(items: Sequence[ActionItem | Listed], *ways: Link) -> Shown:
    """The last few of a list that is in the order of time."""
    return _shown(items[-FEW:], len(items), "senaste", ways)


def first(items: Sequence[ActionItem | Listed], *ways: Link) -> Shown:
    """The first few of a list that has the newest first."""
    return _shown(items[:FEW], len(items), "senaste", ways)


def newest(items: Sequence[ActionItem | Listed], *ways: Link) -> Shown:
    """As `first`, of a list that has more in it than what the page has counted."""
    shown = first(items, *ways)
    return replace(shown, says=f"Här är de {FEW} senaste.") if shown.says else shown


def nearest(items: Sequence[ActionItem | Listed], *ways: Link, few: int = FEW) -> Shown:
    """The first few of a list of what is to come, in the order of time."""
    return _shown(items[:few], len(items), "närmaste", ways)


def _shown(
    rows: Sequence[ActionItem | Listed], of: int, which: str, ways: tuple[Link, ...]
) -> Shown:
    if len(rows) == of:
        return Shown(tuple(rows), None, ())
    return Shown(tuple(rows), f"Här är de {len(rows)} {which} av {number_of(of)}.", ways)


def listed(
    frame: Frame,
    result: PromiseResult,
    belonging: Belonging,
    actions: Iterable[Action],
    notes: Mapping[str, str],
) -> tuple[Listed, ...]:
    """A row for each action, in the order given."""
    return tuple(
        Listed(
            item=frame.action_item(result, action, notes.get(action.id)),
            day=action.span.last,
            month=action.span.last.isoformat()[:7],
            is_called_off=action.status == "inställd",
            measures=measures_of(action),
            places=tuple(sorted(belonging.lies_in(action.places) & frame.words.places.keys())),
            parties=tuple(sorted(belonging.took_part(action.parties) & frame.words.parties.keys())),
        )
        for action in actions
    )


def measures_of(action: Action) -> tuple[str, ...]:
    """The ids of the measures that an action belongs to, each once."""
    return tuple(dict.fromkeys(name.partition("#")[0] for name in action.measures))


def count(rows: Iterable[Listed]) -> str:
    """How many there are; those called off are listed but not counted."""
    return count_digits(counted(rows), "insats", "insatser")


def counted(rows: Iterable[Listed]) -> int:
    return sum(not row.is_called_off for row in rows)


def months(rows: Sequence[Listed], of: Sequence[Listed]) -> tuple[MonthOfActions, ...]:
    """The rows of one page by month. Where more `of` a month are on other pages, it says so."""
    in_all = Counter(row.month for row in of if not row.is_called_off)
    return tuple(
        _month(key, tuple(group), in_all) for key, group in groupby(rows, key=lambda row: row.month)
    )


def _month(key: str, rows: tuple[Listed, ...], in_all: Mapping[str, int]) -> MonthOfActions:
    here = counted(rows)
    part = f"{here} av " if here != in_all[key] else ""
    return MonthOfActions(
        name=capitalise(month(rows[0].day)),
        anchor=key,
        count=f"{part}{count_digits(in_all[key], 'insats', 'insatser')}",
        actions=rows,
    )


def cut(rows: Sequence[Listed]) -> Cut:
    """The rows, newest first, in pages. An older page may repeat the last rows of the newest."""
    newest = tuple(rows) if len(rows) <= MOST else tuple(_newest(rows))
    left = len(rows) - len(newest)
    older: list[tuple[int, tuple[Listed, ...]]] = []
    start = 0
    for number, pack in enumerate(_packs(rows[::-1]) if left else (), start=1):
        if start < left:
            older.append((number, tuple(reversed(pack))))
        start += len(pack)
    return Cut(newest, tuple(reversed(older)))


def ahead(rows: Sequence[Listed]) -> Cut:
    """The rows of what is to come, the nearest first, in pages."""
    first, *further = (tuple(pack) for pack in _packs(rows))
    return Cut(first, tuple(enumerate(further, start=2)))


def _newest(rows: Sequence[Listed]) -> Sequence[Listed]:
    """The newest whole months that there is room for, or a part of the last one."""
    size = 0
    for _, group in groupby(rows, key=lambda row: row.month):
        length = len([*group])
        if size + length > MOST:
            break
        size += length
    return rows[: size or MOST]


def _packs(rows: Sequence[Listed]) -> Iterator[list[Listed]]:
    """The pages of rows that are in the order of time."""
    pack: list[Listed] = []
    for piece in _pieces(rows):
        if len(pack) + len(piece) > MOST:
            yield pack
            pack = []
        pack += piece
    yield pack


def _pieces(rows: Sequence[Listed]) -> Iterator[list[Listed]]:
    """Months; one that no page has room for is in several pieces."""
    for _, group in groupby(rows, key=lambda row: row.month):
        month_of = [*group]
        for start in range(0, len(month_of), MOST):
            yield month_of[start : start + MOST]
