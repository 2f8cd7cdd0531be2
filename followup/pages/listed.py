"""Actions as rows of long lists: what each can be found by, its month, and pages that do not grow.

A page has at most `MOST` rows, in whole months where a month has no more than that. Older pages are
made from the oldest row on, so that new actions change the newest page and no other.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from followup.model import Action
from followup.pages.frame import ActionItem, Frame
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
    is_done: bool
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
    """A list in pages: the newest rows, and the numbered pages that have the rest, newest first."""

    newest: tuple[Listed, ...]
    older: tuple[tuple[int, tuple[Listed, ...]], ...]


@dataclass(frozen=True)
class Newest:
    """The newest of some actions, in their own order; `says` how many there are, if more."""

    rows: tuple[ActionItem, ...]
    says: str | None


def last(items: Sequence[ActionItem]) -> Newest:
    """The last few of a list that is in the order of time."""
    return Newest(tuple(items[-FEW:]), _few(len(items)))


def first(items: Sequence[ActionItem]) -> Newest:
    """The first few of a list that has the newest first."""
    return Newest(tuple(items[:FEW]), _few(len(items)))


def _few(number: int) -> str | None:
    return f"Här är de {FEW} senaste av {number_of(number)}." if number > FEW else None


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
            is_done=action.status == "genomförd",
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
    """How many were carried out; those called off are listed but not counted."""
    return count_digits(done(rows), "insats", "insatser")


def done(rows: Iterable[Listed]) -> int:
    return sum(row.is_done for row in rows)


def months(rows: Sequence[Listed], of: Sequence[Listed]) -> tuple[MonthOfActions, ...]:
    """The rows of one page by month. Where more `of` a month are on other pages, it says so."""
    in_all = Counter(row.month for row in of if row.is_done)
    return tuple(
        _month(key, tuple(group), in_all) for key, group in groupby(rows, key=lambda row: row.month)
    )


def _month(key: str, rows: tuple[Listed, ...], in_all: Mapping[str, int]) -> MonthOfActions:
    here = done(rows)
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
    for number, pack in enumerate(_packs(rows) if left else (), start=1):
        if start < left:
            older.append((number, tuple(reversed(pack))))
        start += len(pack)
    return Cut(newest, tuple(reversed(older)))


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
    """The pages from the oldest row on."""
    pack: list[Listed] = []
    for piece in _pieces(rows):
        if len(pack) + len(piece) > MOST:
            yield pack
            pack = []
        pack += piece
    yield pack


def _pieces(rows: Sequence[Listed]) -> Iterator[list[Listed]]:
    """Months, oldest first; one that no page has room for is in several pieces."""
    for _, group in groupby(reversed(rows), key=lambda row: row.month):
        month_of = [*group]
        for start in range(0, len(month_of), MOST):
            yield month_of[start : start + MOST]
