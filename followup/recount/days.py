"""Stretches of days, as pairs of a first and a last day."""

from collections.abc import Iterable
from datetime import date, timedelta

Stretch = tuple[date, date]
DAY = timedelta(days=1)


def read(text: str) -> Stretch:
    """`2018-03-14`, `2018-03`, `2018`, or two days with a slash between them."""
    if "/" in text:
        first, last = text.split("/")
        return date.fromisoformat(first), date.fromisoformat(last)
    match [int(part) for part in text.split("-")]:
        case [year]:
            return date(year, 1, 1), date(year, 12, 31)
        case [year, month]:
            return date(year, month, 1), after_months(date(year, month, 1), 1) - DAY
    return date.fromisoformat(text), date.fromisoformat(text)


def after_months(first: date, months: int) -> date:
    """The first day of the month so many months later."""
    count = first.year * 12 + first.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def after_years(day: date, years: int) -> date:
    """The same day so many years later; 1 March where that year has no 29 February."""
    is_leap_day = (day.month, day.day) == (2, 29)
    year = day.year + years
    has_leap_day = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return date(year, 3, 1) if is_leap_day and not has_leap_day else date(year, day.month, day.day)


def holds(outer: Stretch, inner: Stretch) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def meet(one: Stretch, other: Stretch) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The same days in as few stretches as possible."""
    found: list[Stretch] = []
    for first, last in sorted(stretches):
        if found and first <= found[-1][1] + DAY:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found


def cover(stretches: Iterable[Stretch], days: Iterable[Stretch]) -> bool:
    """True when no day of `days` is left out."""
    whole = joined(stretches)
    return all(any(holds(one, stretch) for one in whole) for stretch in days)


def left(stretches: Iterable[Stretch], days: Iterable[Stretch]) -> list[Stretch]:
    """What of `days` is left out."""
    rest = [*days]
    for first, last in joined(stretches):
        pieces = []
        for stretch in rest:
            if not meet(stretch, (first, last)):
                pieces.append(stretch)
                continue
            pieces += [(stretch[0], first - DAY)] if stretch[0] < first else []
            pieces += [(last + DAY, stretch[1])] if last < stretch[1] else []
        rest = pieces
    return rest


def until(stretches: Iterable[Stretch], day: date) -> list[Stretch]:
    return [(first, min(last, day)) for first, last in stretches if first <= day]


def length(stretch: Stretch) -> int:
    return (stretch[1] - stretch[0]).days + 1
