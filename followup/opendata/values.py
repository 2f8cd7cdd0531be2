"""A value of the model as open data: exact, and in the words of the content files."""

from dataclasses import is_dataclass
from datetime import date, time
from decimal import Decimal
from functools import reduce
from typing import Any

from followup.model import Body, Moment, Position, Span, TimeLimit, Unit
from followup.opendata.columns import Column

Cell = str | int | Decimal | bool | tuple[str, ...] | None


def cell(column: Column, owner: object) -> Cell:
    """What stands in a column, of the value that the row is made of."""
    value: Any = reduce(_attribute, column.attributes, owner)
    if column.kind == "lista":
        return (value,) if isinstance(value, str) else tuple(map(_text, value or ()))
    if column.kind == "text":
        return _text(value) or None
    return _text(value) if isinstance(value, date | Span) else value


def _attribute(owner: Any, name: str) -> Any:
    return None if owner is None else getattr(owner, name)


def _text(value: Any) -> str:
    """Dates by ISO 8601, everything else as it is written in a content file."""
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nej"
        case date():
            return value.isoformat()
        case Span():
            return value.written or f"{value.first.isoformat()}/{value.last.isoformat()}"
        case time():
            return value.strftime("%H:%M")
        case (time(), _):
            return "–".join(_text(clock) for clock in value if clock)
        case _:
            return _term(value)


def _term(value: Any) -> str:
    match value:
        case Moment(day=day, clock=clock):
            return "T".join(_text(part) for part in (day, clock) if part is not None)
        case Unit(one=one, many=many):
            return f"{one}/{many}"
        case TimeLimit(amount=amount, unit=unit):
            return f"{amount} {unit}"
        case Position(latitude=latitude, longitude=longitude):
            return f"{latitude}, {longitude}"
        case Body(text=text):
            return text.strip()
    assert not is_dataclass(value), value
    return str(value)
