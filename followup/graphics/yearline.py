"""The year line: what was done on which day of a period, from left to right.

Places across are in percent of the width, heights in em from the top: the picture fits any width,
and grows with the text.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

Kind = Literal["counted", "other"]
Form = Literal["day", "days", "within"]
Step = Literal["month", "quarter", "year"]

# So high a stack can be counted by the eye; above that, columns with their number.
MOST_LEVELS = 6
MOST_EVEN = 60
# A mark's share of the width where there is least room, 320 px; its height and half of that in em.
APART = 3.9
_LEVEL = 0.7
_HALF = 0.42
_TOP = 0.15
_EVEN = 0.9
_HIGHEST = 3.0
_NUMBER = 1.1
# A number of three digits fits a column of so many where there is least room.
_MOST_COLUMNS = 12


@dataclass(frozen=True)
class Event:
    """One thing that happened, in order of time; `is_day_known` is False for "once within"."""

    first: date
    last: date
    kind: Kind = "counted"
    is_day_known: bool = True


@dataclass(frozen=True)
class Dot:
    """A mark on its day; from `start` to `end` when it went on for several, or the day is unknown.

    `y` is its middle.
    """

    start: float
    end: float
    y: float
    kind: Kind
    is_day_known: bool

    @property
    def form(self) -> Form:
        """What it looks like: a day, several, or a time within which it was."""
        if self.end == self.start:
            return "day"
        return "days" if self.is_day_known else "within"


@dataclass(frozen=True)
class Column:
    """All that is counted in a month, a quarter or a year; `even` is where an even spread ends."""

    start: float
    width: float
    middle: float
    number: int
    top: float
    height: float
    even: float | None


@dataclass(frozen=True)
class YearLine:
    """One row of the picture: dots, or columns where the dots are too many to be told apart.

    `told` is where the reports end, and `even` where each would be by an even spread. `base` is the
    line that the marks stand on, and `height` all of it. `is_by_last` says that something in a
    column began before it.
    """

    dots: tuple[Dot, ...]
    columns: tuple[Column, ...]
    step: Step | None
    even: tuple[float, ...]
    told: float | None
    base: float
    height: float
    is_by_last: bool = False


@dataclass(frozen=True)
class Tick:
    """Where a month or a year begins, and its name where there is room for it.

    `has_double_room` is True of a name that stands clear of others with letters twice as large.
    """

    x: float
    name: str | None
    has_double_room: bool = False


@dataclass(frozen=True)
class Scale:
    """The days of a period on the width."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def morning(self, day: date) -> float:
        """Where a day begins; nothing is outside the frame."""
        return self._at((day - self.first).days)

    def noon(self, day: date) -> float:
        return self._at((day - self.first).days + 0.5)

    def evening(self, day: date) -> float:
        return self._at((day - self.first).days + 1)

    def _at(self, days: float) -> float:
        return round(100 * min(max(days / self.days, 0), 1), 2)


def year_line(
    scale: Scale, events: Sequence[Event], told_to: date | None, even: Sequence[date] = ()
) -> YearLine:
    """Every event on its day, stacked where they are near each other.

    Events that do not meet the period are not drawn. Columns have those that count.
    """
    inside = [e for e in events if e.first <= scale.last and e.last >= scale.first]
    placed = [*_levels(scale, sorted(inside, key=lambda event: _ends(scale, event)))]
    most = max((level for _, level in placed), default=0) + 1
    told = scale.evening(told_to) if told_to else None
    if most > MOST_LEVELS or len(even) > MOST_EVEN:
        return _in_columns(scale, [e for e in inside if e.kind == "counted"], told, even)
    base = round(_TOP + most * _LEVEL + 0.2, 2)
    return YearLine(
        dots=tuple(_dot(scale, event, base - _HALF - level * _LEVEL) for event, level in placed),
        columns=(),
        step=None,
        even=tuple(scale.noon(day) for day in even),
        told=told,
        base=base,
        height=round(base + (_EVEN if even else 0.2), 2),
    )


def _levels(scale: Scale, events: Iterable[Event]) -> Iterator[tuple[Event, int]]:
    """Each event on the lowest level where it stands clear of the one before it."""
    ends: list[float] = []
    for event in events:
        start, end = _ends(scale, event)
        free = (n for n, taken in enumerate(ends) if taken + APART <= start)
        level = next(free, len(ends))
        ends[level : level + 1] = [end]
        yield event, level


def _ends(scale: Scale, event: Event) -> tuple[float, float]:
    if event.first == event.last:
        return (scale.noon(event.first),) * 2
    return scale.morning(event.first), scale.evening(event.last)


def _dot(scale: Scale, event: Event, y: float) -> Dot:
    start, end = _ends(scale, event)
    return Dot(start, end, round(y, 2), event.kind, event.is_day_known)


def _in_columns(
    scale: Scale, events: Sequence[Event], told: float | None, even: Sequence[date]
) -> YearLine:
    """What went on for several days is in the column of its last."""
    step, starts = _starts(scale)
    days = [min(event.last, scale.last) for event in events]
    spans = [*zip(starts, [*starts[1:], None], strict=True)]
    counts = [(_within(days, *span), _within(even, *span)) for span in spans]
    most = max(1, *(max(pair) for pair in counts))
    base = round(_TOP + _NUMBER + _HIGHEST, 2)

    def column(span: tuple[date, date | None], count: int, evenly: int) -> Column:
        start = scale.morning(span[0])
        width = round((scale.morning(span[1]) if span[1] else 100) - start, 2)
        height = round(_HIGHEST * count / most, 2)
        return Column(
            start=round(start + width * 0.1, 2),
            width=round(width * 0.8, 2),
            middle=round(start + width / 2, 2),
            number=count,
            top=round(base - height, 2),
            height=height,
            even=round(base - _HIGHEST * evenly / most, 2) if evenly else None,
        )

    columns = tuple(column(span, *count) for span, count in zip(spans, counts, strict=True))
    is_by_last = any(e.first < day <= e.last for e in events for day in starts[1:])
    return YearLine((), columns, step, (), told, base, round(base + 0.2, 2), is_by_last)


def _within(days: Iterable[date], first: date, end: date | None) -> int:
    return sum(first <= day and (end is None or day < end) for day in days)


def _starts(scale: Scale) -> tuple[Step, Sequence[date]]:
    """The first days of the columns: months, else quarters, else years."""
    for step, is_start in _STEPS:
        starts = [scale.first, *(day for day in _months(scale) if is_start(day))]
        if len(starts) <= _MOST_COLUMNS or step == "year":
            return step, starts
    raise AssertionError


def _months(scale: Scale) -> Iterator[date]:
    """The first day of each month that begins after the period's first day."""
    year, month = scale.first.year, scale.first.month
    while True:
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
        if year > date.max.year or date(year, month, 1) > scale.last:
            return
        yield date(year, month, 1)


_STEPS: Sequence[tuple[Step, Callable[[date], bool]]] = (
    ("month", lambda day: True),
    ("quarter", lambda day: day.month in (1, 4, 7, 10)),
    ("year", lambda day: day.month == 1),
)

# More months than this and the axis shows years; so many names fit where there is least room.
_MOST_MONTHS = 18
_MOST_NAMES = 5
# A name stands to the right of its tick. Shares of the width that a character and the gap need, and
# a short name in all, where there is least room.
_CHARACTER = 2.8
_GAP = 3
_ROOM = 100 / 7


def ticks(
    scale: Scale, month: Callable[[date], str], month_and_year: Callable[[date], str]
) -> tuple[Tick, ...]:
    """Each month's beginning, or each year's, with as many names as there is room for.

    `month` names a month in short. A January is named by its year where the period has several,
    and a period that begins later in a year has its own beginning named by month and year.
    """
    starts = [day for day in (scale.first, *_months(scale)) if day.day == 1]
    if len(starts) > _MOST_MONTHS:
        starts = [day for day in starts if day.month == 1]
    has_years = scale.first.year != scale.last.year
    named = {
        day: f"{day.year}" if has_years and day.month == 1 else month(day)
        for day in _kept(starts)
        if scale.morning(day) <= 100 - _ROOM / 2
    }
    names = _from_the_start(scale, named, month, month_and_year)
    clear = {*_with_double_room(scale, names)}
    days = sorted({*starts, *names})
    return tuple(Tick(scale.morning(day), names.get(day), day in clear) for day in days)


# Letters twice as large take more than twice the share of the width: so do the edges of the page.
_LARGE = 2.6


def _with_double_room(scale: Scale, names: Mapping[date, str]) -> Iterator[date]:
    free = 0.0
    for day, name in sorted(names.items()):
        x = scale.morning(day)
        if free <= x <= 100 - _ROOM:
            yield day
            free = x + _LARGE * _room(name)


def _room(name: str) -> float:
    """What a name needs of the width: a short one's share, or by its letters."""
    return _CHARACTER * len(name) + _GAP if " " in name else _ROOM


def _from_the_start(
    scale: Scale,
    named: Mapping[date, str],
    month: Callable[[date], str],
    month_and_year: Callable[[date], str],
) -> Mapping[date, str]:
    """The names, with one of where the period begins, unless that is with a year.

    It is in short, or not at all, where the year turns before there is room for it.
    """
    first = scale.first
    if (first.month, first.day) == (1, 1):
        return named
    turn = min((scale.morning(day) for day in named if day.month == 1 and day > first), default=100)
    for name in (month_and_year(first), f"{month(first)} {first.year}"):
        room = _room(name)
        if room <= turn:
            after = {day: said for day, said in named.items() if scale.morning(day) >= room}
            return {first: name, **after}
    return named


def _kept(starts: Sequence[date]) -> Sequence[date]:
    """Those that are named: all, each quarter's or half-year's first, or every other and so on."""
    if len(starts) <= _MOST_NAMES:
        return starts
    if len({day.month for day in starts}) > 1:
        quarters = [day for day in starts if day.month in (1, 4, 7, 10)]
        halves = [day for day in quarters if day.month in (1, 7)]
        return quarters if len(quarters) <= _MOST_NAMES else halves
    return starts[:: -(-len(starts) // _MOST_NAMES)]


def by_month(days: Iterable[date]) -> tuple[tuple[date, int], ...]:
    """How many there are in each month, by its first day; months without any are left out."""
    firsts = sorted(day.replace(day=1) for day in days)
    return tuple((first, len([*group])) for first, group in groupby(firsts))
