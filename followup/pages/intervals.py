"""The weeks, months or years of a frequency: their names, their strip, and a table of them all."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Literal

from followup import links
from followup.graphics.strips import Cell, Part, Shape, Stack, Strip
from followup.graphics.strips import strip as layout
from followup.model import Action, Interval, Span
from followup.naming import span
from followup.pages.figures import report_link
from followup.pages.frame import Frame, Link
from followup.progress import PromiseResult, Quote, TargetResult
from followup.progress.result import IntervalKind, IntervalResult
from followup.progress.seasons import meeting, merged
from followup.swedish import (
    capitalise,
    day,
    day_of_year,
    listing,
    month,
    month_name,
    month_short,
)

Kind = IntervalKind | Literal["tillsammans", "oavgjord"]


@dataclass(frozen=True)
class IntervalBar:
    """A bar with what it shows in words: `28 hållna, 3 inte kända`."""

    stack: Stack
    words: str


@dataclass(frozen=True)
class IntervalStrip:
    """The marks or bars of a frequency; `label` says the same in words, `legend` what they mean."""

    label: str
    layout: Strip
    bars: tuple[IntervalBar, ...]
    legend: tuple[tuple[Shape, str], ...]


@dataclass(frozen=True)
class IntervalRow:
    """An interval, or several alike, with what is known and what that rests on."""

    name: str
    says: str
    parts: tuple[Link, ...]


@dataclass(frozen=True)
class IntervalTable:
    """Every interval of a frequency; `title` says what they are: `Vecka för vecka`."""

    title: str
    rows: tuple[IntervalRow, ...]

    @property
    def has_parts(self) -> bool:
        return any(row.parts for row in self.rows)


def interval_strip(target: TargetResult) -> IntervalStrip | None:
    """The strip of a frequency; None where the target has no intervals of its own."""
    if not target.intervals:
        return None
    kinds = _kinds(target)
    made = layout(tuple(map(_cell, target.intervals, kinds)))
    every = _every(target.intervals[-1].span)
    words = _ONE if every in _OF_EN else _ONE_OF_ETT
    return IntervalStrip(
        label=_listed(target.intervals, kinds),
        layout=made,
        bars=tuple(IntervalBar(stack, _in_numbers(stack, every)) for stack in made.bars),
        legend=tuple((shape, words[shape]) for shape in made.shapes),
    )


def interval_table(
    frame: Frame, result: PromiseResult, target: TargetResult
) -> IntervalTable | None:
    """All intervals one by one; those beside each other of which the same is said, together.

    Where that is too long to read, they are together whatever they rest on.
    """
    if not target.intervals:
        return None
    with_year = _are_of_several_years(target.intervals)
    known = [
        (interval.span, _says(interval, kind), _parts(frame, result, target, interval))
        for interval, kind in zip(target.intervals, _kinds(target), strict=True)
    ]
    rows = [*_rows(known, with_year)]
    if len(rows) > _MOST_ROWS:
        rows = [*_rows([(days, says, ()) for days, says, _ in known], with_year)]
    every = _every(target.intervals[-1].span)
    return IntervalTable(f"{capitalise(every)} för {every}", tuple(rows))


_MOST_ROWS = 60


def _rows(
    known: Iterable[tuple[Span, str, tuple[Link, ...]]], with_year: bool
) -> Iterator[IntervalRow]:
    for (says, parts), group in groupby(known, key=lambda one: one[1:]):
        for run in _runs([days for days, *_ in group]):
            yield IntervalRow(capitalise(_name(run, with_year)), says, parts)


def _cell(interval: IntervalResult, kind: Kind) -> Cell:
    first, shape = interval.span.first, _SHAPES[kind]
    year = f"{_year(interval.span)}"
    match _every(interval.span):
        case "dygn":
            return Cell(f"{first.day}/{first.month}", f"{first.day}", shape, month(first), year)
        case "vecka":
            week = f"{first.isocalendar().week}"
            return Cell(f"v. {week}", week, shape, _quarter_of_week(first), year)
        case "månad":
            return Cell(month_short(first), month_short(first), shape, year, year)
        case "kvartal":
            name = f"kv. {_number(interval.span)}"
        case "tertial":
            name = f"tert. {_number(interval.span)}"
        case "år":
            last = interval.span.last.year
            is_one = last == first.year
            name, year = f"{last}" if is_one else f"{first.year % 100:02}/{last % 100:02}", ""
    return Cell(name, name, shape, year, year)


def _quarter_of_week(first: date) -> str:
    """The quarter that the week's Thursday is in: the year is then the week's own."""
    thursday = first + timedelta(days=3)
    return f"kvartal {(thursday.month + 2) // 3} {thursday.year}"


def _every(value: Span) -> Interval:
    """Which interval a span is one of."""
    if value.days in (1, 7):
        return "dygn" if value.days == 1 else "vecka"
    first, last = value.first, value.last
    months = 12 * (last.year - first.year) + last.month - first.month + 1
    lengths: Mapping[int, Interval] = {1: "månad", 3: "kvartal", 4: "tertial"}
    return lengths.get(months, "år")


def _number(value: Span) -> int:
    """Which quarter, or third, of its year."""
    size = 3 if _every(value) == "kvartal" else 4
    return (value.first.month - 1) // size + 1


def _year(value: Span) -> int:
    is_week = _every(value) == "vecka"
    return value.first.isocalendar().year if is_week else value.first.year


def _are_of_several_years(intervals: Iterable[IntervalResult]) -> bool:
    return len({_year(interval.span) for interval in intervals}) > 1


def _listed(intervals: Sequence[IntervalResult], kinds: Sequence[Kind]) -> str:
    """What is known of each interval: `Hållna: v. 1–7. Missade: v. 8.`"""
    with_year = _are_of_several_years(intervals)
    found = [
        (word, [one.span for one, its in zip(intervals, kinds, strict=True) if its == kind])
        for kind, word in _PLURALS.items()
    ]
    return " ".join(
        f"{word}: {listing([_name(run, with_year) for run in _runs(spans)])}."
        for word, spans in found
        if spans
    )


def _says(interval: IntervalResult, kind: Kind) -> str:
    if kind in _UNKNOWN:
        return _UNKNOWN[kind]
    words = _ONE if _every(interval.span) in _OF_EN else _ONE_OF_ETT
    return capitalise(words[_SHAPES[kind]])


def _kinds(target: TargetResult) -> tuple[Kind, ...]:
    """The kind of each; one not known may be in a longer report, or have too little told of it.

    Actions that do not count tell of it too.
    """
    others = (other.item for other in target.not_counted if isinstance(other.item, Action))
    reported = merged(q.row.span for q in target.quotes if q.row.start)
    done = merged(action.span for action in (*target.counted, *others))
    return tuple(_kind(interval, reported, done) for interval in target.intervals)


def _kind(interval: IntervalResult, reported: Sequence[Span], done: Sequence[Span]) -> Kind:
    if interval.kind != "okänd":
        return interval.kind
    if meeting(reported, interval.span):
        return "tillsammans"
    return "oavgjord" if meeting(done, interval.span) else "okänd"


def _quotes(target: TargetResult, interval: IntervalResult) -> Iterator[Quote]:
    """The reports on the interval, and those on a longer stretch that it is part of."""
    for quote in target.quotes:
        if quote.row.start and quote.row.span.meets(interval.span):
            yield quote


def _runs(spans: Sequence[Span]) -> Iterator[list[Span]]:
    """Spans of one kind that follow upon each other, together."""
    run: list[Span] = []
    for value in spans:
        if run and not (run[-1].touches(value) and _every(run[-1]) == _every(value)):
            yield run
            run = []
        run.append(value)
    if run:
        yield run


def _name(run: Sequence[Span], with_year: bool) -> str:
    """`v. 18`, `3–5 maj`, `kvartal 1–2 2018`: the intervals from the first to the last."""
    first, last = run[0], run[-1]
    whole = Span(first.first, last.last)
    match _every(first):
        case "år":
            return span(whole)
        case "dygn":
            return span(whole) if with_year else _days(whole)
        case "månad" if with_year:
            return span(whole)
        case "månad":
            return _from_to(month_name(first.first), month_name(last.first))
        case "vecka":
            return _numbered("v. {}", first.first.isocalendar().week, last, run, with_year)
        case every:
            return _numbered(f"{every} {{}}", _number(first), last, run, with_year)


def _numbered(pattern: str, start: int, last: Span, run: Sequence[Span], with_year: bool) -> str:
    end = last.first.isocalendar().week if _every(last) == "vecka" else _number(last)
    years = _year(run[0]), _year(last)
    if years[0] != years[1]:
        return f"{pattern.format(start)} {years[0]} – {pattern.format(end)} {years[1]}"
    name = pattern.format(_from_to(f"{start}", f"{end}"))
    return f"{name} {years[0]}" if with_year else name


def _from_to(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last}"


def _days(value: Span) -> str:
    first, last = value.first, value.last
    if first == last:
        return day_of_year(first)
    if first.year != last.year:
        return f"{day(first)} – {day(last)}"
    if first.month == last.month:
        return f"{first.day}–{day_of_year(last)}"
    return f"{day_of_year(first)} – {day_of_year(last)}"


def _in_numbers(stack: Stack, every: Interval) -> str:
    """`29 hållna, 1 missat`: as many as there are of each shape in a bar."""
    return ", ".join(f"{part.width} {_counted(part, every)}" for part in stack.parts)


def _counted(part: Part, every: Interval) -> str:
    if part.width != 1:
        return _MANY[part.shape]
    return (_ONE if every in _OF_EN else _ONE_OF_ETT)[part.shape]


def _parts(
    frame: Frame, result: PromiseResult, target: TargetResult, interval: IntervalResult
) -> tuple[Link, ...]:
    """Links to the actions in the interval and the reports on just it.

    Where they do not settle it, also to the longer reports that it is part of.
    """
    actions = (_action_link(frame, result, action) for action in interval.actions)
    around = _quotes(target, interval) if interval.kind == "okänd" else ()
    reports = (report_link(frame, result, quote) for quote in (*interval.quotes, *around))
    return tuple(dict.fromkeys((*actions, *reports)))


def _action_link(frame: Frame, result: PromiseResult, action: Action) -> Link:
    text = f"{frame.words.place_names(action.places)} {span(action.span)}".strip()
    return Link(text, frame.links.to(links.action(result.promise.id, action.id)))


_SHAPES: Mapping[Kind, Shape] = {
    "hållen": "kept",
    "missad": "missed",
    "tillsammans": "together",
    "oavgjord": "unknown",
    "okänd": "unknown",
    "kommande": "coming",
}
# What one interval is, when it is "en vecka" and when it is "ett dygn", and what several are.
_ONE: Mapping[Shape, str] = {
    "kept": "hållen",
    "missed": "missad",
    "together": "redovisad tillsammans med andra",
    "unknown": "inte känd",
    "coming": "inte redovisad än",
}
_ONE_OF_ETT: Mapping[Shape, str] = {
    "kept": "hållet",
    "missed": "missat",
    "together": "redovisat tillsammans med andra",
    "unknown": "inte känt",
    "coming": "inte redovisat än",
}
_MANY: Mapping[Shape, str] = {
    "kept": "hållna",
    "missed": "missade",
    "together": "redovisade tillsammans",
    "unknown": "inte kända",
    "coming": "inte redovisade än",
}
_OF_EN: tuple[Interval, ...] = ("vecka", "månad")
_PLURALS: Mapping[Kind, str] = {
    "hållen": "Hållna",
    "missad": "Missade",
    "tillsammans": "Redovisade tillsammans",
    "oavgjord": "Går inte att avgöra",
    "okänd": "Inget redovisat",
    "kommande": "Inte redovisade än",
}
# Said of one and of several alike.
_UNKNOWN: Mapping[Kind, str] = {"oavgjord": "Går inte att avgöra", "okänd": "Inget redovisat"}
