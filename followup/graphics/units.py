"""The unit chart: one mark is one thing that happened."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

MOST_MARKS = 40
# The share of the width that four digits need where there is least room.
_ROOM = 20


@dataclass(frozen=True)
class Mark:
    """A filled mark: the thing that it stands for, and where to read about it.

    `is_from_report` says that a report counted it: it is no dated thing of its own. `is_further`
    is True of marks that the label of the one before has told of: they lead to the same place.
    """

    label: str
    address: str
    is_from_report: bool = False
    is_further: bool = False


@dataclass(frozen=True)
class Bar:
    """The chart when there are too many marks to tell apart; lengths in hundredths of the width.

    `count` is written on it.
    """

    done: int
    floor: int | None
    count: int

    @property
    def count_at(self) -> Literal["start", "end", "after"]:
        """Where the count has room: on the filled part, clear of the line, or else after it."""
        if self.done < _ROOM:
            return "after"
        return "end" if self.floor is not None and self.floor < _ROOM else "start"

    @property
    def floor_anchor(self) -> Literal["start", "end"]:
        """On which side of the line its word has room."""
        return "start" if self.floor is not None and self.floor < 50 else "end"


@dataclass(frozen=True)
class UnitChart:
    """Marks in the order of time. `beyond` come after the line that shows the promised number.

    With more than forty marks there is a `bar` instead. `label` says the same in words, and
    `missing` what each empty mark means.
    """

    label: str
    filled: tuple[Mark, ...]
    beyond: tuple[Mark, ...]
    empty: int
    floor: str | None
    missing: str
    bar: Bar | None = None

    @property
    def has_dated(self) -> bool:
        return any(not mark.is_from_report for mark in (*self.filled, *self.beyond))

    @property
    def has_reported(self) -> bool:
        return any(mark.is_from_report for mark in (*self.filled, *self.beyond))


def unit_chart(
    marks: Sequence[Mark], promised: int | None, label: str, floor: str | None, missing: str
) -> UnitChart:
    """A mark for each thing done, and an empty one for each that is promised and not yet done."""
    goal = promised if promised is not None else len(marks)
    empty = max(0, goal - len(marks))
    if len(marks) + empty > MOST_MARKS:
        return UnitChart(label, (), (), 0, floor, missing, _bar(len(marks), promised))
    return UnitChart(label, tuple(marks[:goal]), tuple(marks[goal:]), empty, floor, missing)


def _bar(done: int, promised: int | None) -> Bar:
    whole = max(done, promised or 0)
    floor = None if promised is None else _hundredths(promised, whole)
    return Bar(_hundredths(done, whole), floor, done)


def _hundredths(part: int, whole: int) -> int:
    """The part's share; never nothing for something, and never all for less than all."""
    if part in (0, whole):
        return 100 * part // whole
    return min(max(round(100 * part / whole), 1), 99)
