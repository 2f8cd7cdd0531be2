"""Parsers for days and times: a date is as exact as its source, a time as people write it."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, time

from followup.content.document import Node, Scalar
from followup.content.fields import Context, invalid, list_of, said, text, yes_no
from followup.model import Span
from followup.swedish import capitalise, month_name


def span(node: Node, context: Context) -> Span:
    """A date as exact as its source: `2018-03-14`, `14 mars 2018`, `2018-03` or `2018`."""
    written = text(node, context)
    for pattern in _DATES:
        if match := pattern.fullmatch(written.casefold()):
            parts = match.groupdict()
            return _span(node, int(parts["year"]), _month(parts), _int(parts.get("day")))
    message = f"{said(written)} är inte ett datum"
    raise invalid(node.source, message, "Skriv till exempel:  2018-03-14", "datum")


def day(node: Node, context: Context) -> date:
    """A date that names its day."""
    value = span(node, context)
    if value.first != value.last:
        raise invalid(
            node.source,
            f"{said(text(node, context))} säger inte vilken dag",
            f"Skriv hela datumet, till exempel:  {value.first.isoformat()}",
            "datum",
        )
    return value.first


def day_range(node: Node, context: Context) -> Span:
    """A span written as one date or as two: `2018-05–2018-08`, `2018-05-01 till 2018-08-31`."""
    written = text(node, context)
    ends = re.split(r"\s+till\s+|\s*–\s*|\s+-\s+", written)
    first, last = (span(Scalar(end, node.source), context) for end in (ends[0], ends[-1]))
    if len(ends) > 2 or last.last < first.first:
        raise invalid(
            node.source,
            f"{said(written)} är inte en tid från och till",
            "Skriv till exempel:  2018-05-01 till 2018-08-31",
            "datum",
        )
    return Span(first.first, last.last)


def season(node: Node, context: Context) -> tuple[Span, ...] | str:
    """One or several ranges, or words without a year ("sommarhalvåret")."""
    if isinstance(node, Scalar) and not re.search(r"\d{4}", node.text):
        return text(node, context)
    return list_of(day_range)(node, context)


def yes_or_day(node: Node, context: Context) -> bool | date:
    """`ja`, `nej`, or the day when it was so."""
    written = text(node, context)
    if written.casefold() in ("ja", "nej"):
        return yes_no(node, context)
    if not re.search(r"\d", written):
        message = f"{said(written)} är varken ja, nej eller en dag"
        raise invalid(node.source, message, "Skriv  ja  eller  nej  eller dagen:  2018-03-14")
    return day(node, context)


def clocks(node: Node, context: Context) -> tuple[time, time | None]:
    """`19:30`, `19.30`, `19` or a stretch, `17–21`."""
    written = text(node, context)
    match = _CLOCKS.fullmatch(written.casefold())
    if not match:
        raise invalid(
            node.source,
            f"{said(written)} är inte ett klockslag",
            "Skriv till exempel:  19.30  eller  17–21",
        )
    start, end = (_time(node, written, match, name) for name in ("a", "b"))
    assert start is not None
    return start, end


_MONTHS = tuple(month_name(date(2000, n, 1)) for n in range(1, 13))
_DATES = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        r"(?P<year>\d{4})-(?P<month>\d{2})",
        r"(?P<year>\d{4})",
        rf"(?:den )?(?P<day>\d{{1,2}}) (?P<name>{'|'.join(_MONTHS)}) (?P<year>\d{{4}})",
        rf"(?P<name>{'|'.join(_MONTHS)}) (?P<year>\d{{4}})",
    )
)
_CLOCKS = re.compile(
    r"(?:kl\.? ?)?(?P<a>\d{1,2}(?:[.:]\d{2})?)(?: ?[–-] ?(?P<b>\d{1,2}(?:[.:]\d{2})?))?", re.ASCII
)


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _month(parts: Mapping[str, str | None]) -> int | None:
    if name := parts.get("name"):
        return _MONTHS.index(name) + 1
    return _int(parts.get("month"))


def _span(node: Node, year: int, month: int | None, day_: int | None) -> Span:
    """The first and last day of a year, a month or a day that exists."""
    if not 1900 <= year <= 2200:
        raise invalid(node.source, f"år {year} kan inte stämma", "Kontrollera årtalet.", "datum")
    if month is None:
        return Span(date(year, 1, 1), date(year, 12, 31))
    if not 1 <= month <= 12:
        raise invalid(
            node.source,
            f"månad {month} finns inte",
            f"Skriv år, månad och dag i den ordningen:  {year}-03-14",
            "datum",
        )
    first = date(year, month, 1)
    last = date(year, month, monthrange(year, month)[1])
    if day_ is None:
        return Span(first, last)
    if not 1 <= day_ <= last.day:
        name = month_name(first)
        raise invalid(
            node.source,
            f"den {day_} {name} {year} finns inte",
            f"{capitalise(name)} {year} har {last.day} dagar. "
            f"Skriv till exempel:  {last.isoformat()}",
            "datum",
        )
    return Span(date(year, month, day_), date(year, month, day_))


def _time(node: Node, written: str, match: re.Match[str], name: str) -> time | None:
    if match[name] is None:
        return None
    hour, _, minute = match[name].replace(":", ".").partition(".")
    if int(hour) > 23 or int(minute or 0) > 59:
        raise invalid(
            node.source, f"klockan {said(written)} finns inte", "Skriv till exempel:  19.30"
        )
    return time(int(hour), int(minute or 0))
