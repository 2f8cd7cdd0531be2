"""The year line of a promise: its measures below each other, and what was done on which day."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from followup import links
from followup.graphics.yearline import (
    Dot,
    Event,
    Form,
    Kind,
    Scale,
    Step,
    Tick,
    YearLine,
    by_month,
    ticks,
    year_line,
)
from followup.model import Action, Span, Target, Unit
from followup.naming import span
from followup.pages.frame import Frame, Link, When
from followup.progress import MeasureResult, PromiseResult, TargetResult
from followup.progress.counting import worth
from followup.progress.pace import even_days
from followup.progress.seasons import seasons
from followup.swedish import (
    alternatives,
    capitalise,
    count_digits,
    day_of_year,
    listing,
    month_name,
    month_short,
)
from followup.swedish import month as month_and_year
from followup.swedish import number as digits
from followup.wording import amount, pace_sentence
from followup.wording import counted as in_words

# So many days can be said one by one; more are said month by month.
_MOST_DAYS = 12


@dataclass(frozen=True)
class YearRow:
    """One measure: how much has been done, the picture of it, and the same in words.

    `each` is what one of its marks is. `told_to` is given where it is another day than the
    promise's.
    """

    measure: Link
    says: str
    each: str
    told_to: When | None
    label: str
    line: YearLine
    pace: str | None
    days: str
    even: str | None


@dataclass(frozen=True)
class YearKeys:
    """What the signs in the picture mean, for its legend. `columns` is what a column holds."""

    dots: tuple[tuple[Dot, str], ...]
    columns: str | None
    even: bool


@dataclass(frozen=True)
class YearPicture:
    """`others` are the measures that have no dated action: no report is not zero."""

    period: str
    ticks: tuple[Tick, ...]
    rows: tuple[YearRow, ...]
    keys: YearKeys
    told_to: When | None
    others: tuple[Link, ...]


def year_picture(frame: Frame, result: PromiseResult) -> YearPicture | None:
    """The picture of a promise; None where no action is dated. Today is not in it: a page that
    is read tomorrow would say the wrong day.
    """
    period = result.promise.span
    dated = [m for m in result.measures if any(a.span.meets(period) for a in m.actions)]
    if not dated:
        return None
    scale = Scale(period.first, period.last)
    rows = tuple(_row(frame, result, measure, scale) for measure in dated)
    return YearPicture(
        period=span(period),
        ticks=ticks(scale, month_short, month_and_year),
        rows=rows,
        keys=_keys(rows),
        told_to=frame.day(result.reported_to) if result.reported_to else None,
        others=tuple(_link(frame, result, m) for m in result.measures if m not in dated),
    )


def _link(frame: Frame, result: PromiseResult, measure: MeasureResult) -> Link:
    address = links.measure(result.promise.id, measure.measure.id)
    return Link(measure.measure.heading, frame.links.to(address))


def _keys(rows: Sequence[YearRow]) -> YearKeys:
    lines = [row.line for row in rows]
    steps = [line.step for line in lines if line.step]
    return YearKeys(
        dots=tuple(_meanings(rows)),
        columns=_columns(steps[0], any(line.is_by_last for line in lines)) if steps else None,
        even=any(line.even or any(c.even for c in line.columns) for line in lines),
    )


def _meanings(rows: Sequence[YearRow]) -> Iterator[tuple[Dot, str]]:
    """Each mark that there is in the picture, as wide as in the legend, and what it means."""
    used = [(row, {(dot.kind, dot.form) for dot in row.line.dots}) for row in rows]
    each = dict.fromkeys(row.each for row, signs in used if ("counted", "day") in signs)
    meanings = {("counted", "day"): alternatives([*each]), **_MEANINGS}
    for (kind, form), meaning in meanings.items():
        if any((kind, form) in signs for _, signs in used):
            start, end = (50, 50) if form == "day" else (33, 67)
            yield Dot(start, end, 0.5, kind, form != "within"), meaning


_MEANINGS: Mapping[tuple[Kind, Form], str] = {
    ("counted", "days"): "flera dagar",
    ("counted", "within"): "dagen är inte känd",
    ("other", "day"): "räknades inte",
    ("other", "days"): "flera dagar, räknades inte",
    ("other", "within"): "dagen är inte känd, räknades inte",
}


def _columns(step: Step, is_by_last: bool) -> str:
    """What a column holds. In which month the most of a long event was is not known."""
    name, which = _COLUMNS[step]
    return f"antal per {name}" + (f", det som gick över flera står i {which}" * is_by_last)


_COLUMNS: dict[Step, tuple[str, str]] = {
    "month": ("månad", "den sista"),
    "quarter": ("kvartal", "det sista"),
    "year": ("år", "det sista"),
}


def _row(frame: Frame, result: PromiseResult, measure: MeasureResult, scale: Scale) -> YearRow:
    period = result.promise.span
    target = measure.targets[0] if len(measure.targets) == 1 else None
    events = tuple(_events(measure))
    counted = [event for event in events if event.kind == "counted"]
    even = _even(target) if target else ()
    says = _says(counted, len(events) - len(counted), target, period)
    pace = pace_sentence(target) if target else None
    told_to = measure.reported_to
    line = year_line(scale, events, told_to, even)
    to = f"Redovisat till och med {frame.day(told_to).text}." if told_to else None
    return YearRow(
        measure=_link(frame, result, measure),
        says=says,
        each=in_words(1, _each(target)),
        told_to=frame.day(told_to) if told_to and told_to != result.reported_to else None,
        label=" ".join(filter(None, (f"{says} {_days(events, period)}.", to))),
        line=line,
        pace=pace,
        days=_days(events, period, is_short=bool(line.columns)),
        even=_listed([Event(day, day) for day in even], period, bool(line.columns)) or None,
    )


def _even(target: TargetResult) -> tuple[date, ...]:
    """Where each would be by an even spread, for a count that has a pace."""
    number = target.target.at_least or target.target.amount
    if target.pace is None or number is None:
        return ()
    return even_days(number, seasons(target.target, target.period))


def _events(measure: MeasureResult) -> Iterator[Event]:
    """All that was done, as many times as it counts for; what did not count is told apart."""
    counted = {action.id for target in measure.targets for action in target.counted}
    items = [left_out.item for target in measure.targets for left_out in target.not_counted]
    left_out = {item.id for item in items if isinstance(item, Action)} - counted
    target = measure.targets[0].target if len(measure.targets) == 1 else None
    for action in measure.actions:
        is_count = action.id in counted and target is not None and _is_count(target)
        times = worth(action, target) if target and is_count else 1
        kind: Kind = "other" if action.id in left_out else "counted"
        day = action.day
        is_day_known = not action.some_day and (day is None or day.first == day.last)
        yield from [Event(action.span.first, action.span.last, kind, is_day_known)] * times


def _each(target: TargetResult | None) -> Unit:
    """What a mark is: an action, or one of what is promised where an action counts for several."""
    if target is None or not _is_count(target.target):
        return _ACTION
    is_several = any(worth(action, target.target) > 1 for action in target.counted)
    return target.target.unit if is_several else _ACTION


def _is_count(target: Target) -> bool:
    return target.kind == "antal" and not target.per


def _says(
    counted: Sequence[Event], left_out: int, target: TargetResult | None, period: Span
) -> str:
    """`5 insatser, och 3 ur redovisningar utan dag. 1 insats räknades inte.`"""
    unit = target.target.unit if target and _is_count(target.target) else _ACTION
    outside = sum(not Span(e.first, e.last).meets(period) for e in counted)
    said = _number_of(len(counted), unit)
    said += _undated(len(counted), target, unit) + "."
    if outside:
        said += f" {digits(outside)} av dem utanför löftets tid."
    if left_out:
        said += f" {_number_of(left_out, _ACTION)} räknades inte."
    return said


_ACTION = Unit("insats", "insatser")


def _number_of(n: int, unit: Unit) -> str:
    """`6 insatser`, on one line."""
    return count_digits(n, unit.one, unit.many).replace(" ", "\N{NO-BREAK SPACE}", 1)


def _undated(dated: int, target: TargetResult | None, unit: Unit) -> str:
    """What reports count besides the dated ones."""
    tally = target.tally if target and _is_count(target.target) else None
    if tally is None or not tally.quotes:
        return ""
    if tally.accuracy != "exakt":
        return f" med dag. Sammanlagt är {amount(tally)}\N{NO-BREAK SPACE}{unit.many} redovisade"
    more = tally.number - dated
    return f", och {digits(more)} ur redovisningar utan dag" if more > 0 else ""


def _days(events: Sequence[Event], period: Span, is_short: bool = True) -> str:
    """What is on which day: `14 mars och 2 april. Räknades inte: 5 juni`."""
    counted = _listed([event for event in events if event.kind == "counted"], period, is_short)
    left_out = _listed([event for event in events if event.kind == "other"], period, is_short)
    others = f"Räknades inte: {left_out}" if left_out else ""
    return ". ".join(filter(None, (capitalise(counted), others)))


def _listed(events: Sequence[Event], period: Span, is_short: bool) -> str:
    """Each day, or in short where they are many how many there were in each month.

    What went on over several months is in none of them.
    """
    if not is_short or len(events) <= _MOST_DAYS:
        return listing(_names(events, period))
    name = month_name if period.first.year == period.last.year else month_and_year
    within = [e.last for e in events if e.first.replace(day=1) == e.last.replace(day=1)]
    across = [e for e in events if e.first.replace(day=1) != e.last.replace(day=1)]
    told = [f"{digits(n)} i {name(first)}" for first, n in by_month(within)]
    return listing([*told, *_names(across, period)])


def _names(events: Sequence[Event], period: Span) -> list[str]:
    """`14 mars`, `20 mars (2)` and `april 2018 (dagen är inte känd)`, in order of time."""
    in_order = sorted(events, key=lambda e: (e.first, e.last))
    told = Counter((_name(event, period), event.is_day_known) for event in in_order)
    return [f"{name}{_note(n, is_day_known)}" for (name, is_day_known), n in told.items()]


def _note(n: int, is_day_known: bool) -> str:
    said = [*([digits(n)] if n > 1 else ()), *(() if is_day_known else ["dagen är inte känd"])]
    return f" ({', '.join(said)})" if said else ""


def _name(event: Event, period: Span) -> str:
    """When something was, with its year only where there are several."""
    when = Span(event.first, event.last)
    if when.first != when.last:
        return span(when)
    is_one_year = period.first.year == period.last.year and period.covers(when)
    return day_of_year(when.first) if is_one_year else span(when)
