"""What stands in a cell, in the form that fields are written in.

Spreadsheets write dates and times their own way, and people put several values in one cell.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, TypeVar

from followup.content.document import Node, Scalar, Sequence
from followup.content.fields import Context, Parser, invalid, said, scalar
from followup.diagnostics import Source
from followup.swedish import day_of_year

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True)
class InCell(Generic[T_co]):
    """The parser of a field, for what stands in a cell."""

    parse: Parser[T_co]
    written: Callable[[Scalar], Node]

    def __call__(self, node: Node, context: Context) -> T_co:
        return self.parse(self.written(scalar(node)), context)


def several(cell: Scalar) -> Node:
    """`polisen, kommunen` as a list of two; comma, semicolon, |, & and ”och” stand between."""
    items: list[Scalar] = []
    start = 0
    for between in (*_BETWEEN.finditer(cell.text), None):
        end = between.start() if between else len(cell.text)
        if cell.text[start:end].strip():
            items.append(_item(cell, start, end))
        start = between.end() if between else end
    if not items:
        return cell
    return items[0] if len(items) == 1 else Sequence(tuple(items), cell.source)


def a_day(cell: Scalar) -> Scalar:
    """`14/3/2018` and `2018-03-14 00:00:00` as `2018-03-14`; anything else as it stands.

    Raises Invalid for a date that has two meanings, such as 3/4/2018.
    """
    return a_moment(Scalar(_MIDNIGHT.sub("", cell.text), cell.source))


def a_moment(cell: Scalar) -> Scalar:
    """The same for a day with a time of day, which is kept."""
    if match := _YEAR_FIRST.match(cell.text) or _COMPACT.match(cell.text):
        year, month, day = match.groups()
    elif match := _YEAR_LAST.match(cell.text):
        year = match[3]
        month, day = _month_and_day(cell, int(match[1]), int(match[2]), int(year))
    else:
        return cell
    return Scalar(f"{year}-{month}-{day}{cell.text[match.end() :]}", cell.source)


def clock_times(cell: Scalar) -> Scalar:
    """`19:30:00` as `19:30`."""
    return Scalar(_SECONDS.sub(r"\1", cell.text), cell.source)


_BETWEEN = re.compile(r"[,;|&\n\[\]]|(?<!\S)och(?!\S)", re.IGNORECASE)
_MIDNIGHT = re.compile(r"(?<=\d)(?:\s+|T)0?0[:.]00(?:[:.]00)?\Z")
_SECONDS = re.compile(r"(\d{1,2}[:.]\d\d)[:.]00(?!\d)", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?!\d)", re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.\s](\d{4})(?!\d)", re.ASCII)


def _item(cell: Scalar, start: int, end: int) -> Scalar:
    written = cell.text[start:end]
    offset = start + len(written) - len(written.lstrip())
    return Scalar(written.strip(), _place(cell, offset, len(written.strip())))


def _place(cell: Scalar, offset: int, length: int) -> Source:
    *above, line = cell.text[:offset].split("\n")
    column = len(line) + (1 if above else cell.source.column)
    return replace(cell.source, line=cell.source.line + len(above), column=column, length=length)


def _month_and_day(cell: Scalar, one: int, two: int, year: int) -> tuple[int, int]:
    """Which is which of 14 and 3: no month is the fourteenth."""
    if one != two and 1 <= one <= 12 and 1 <= two <= 12:
        first, second = (day_of_year(date(2000, m, d)) for d, m in ((one, two), (two, one)))
        raise invalid(
            cell.source,
            f"{said(cell.text)} kan vara både {first} och {second}",
            "Skriv datumet med året först:  "
            f"{year}-{two:02}-{one:02}  eller  {year}-{one:02}-{two:02}",
            "datum",
        )
    return (one, two) if two > 12 else (two, one)
