"""What a column is: its name, what it means, and what kind of value stands in it."""

import types
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from followup.content.record import Field, Record
from followup.model import Span

Kind = Literal["text", "heltal", "tal", "ja/nej", "datum", "tid", "lista"]


@dataclass(frozen=True)
class Column:
    """`attributes` lead from the value that a row is made of to the column's own value.

    It has none where the row says the value itself.
    """

    key: str
    help: str
    kind: Kind
    attributes: tuple[str, ...] = ()
    is_required: bool = False


def computed(key: str, help: str, kind: Kind = "text", is_required: bool = False) -> Column:
    """A column that no field of the content has: it is computed, or says where a row belongs."""
    return Column(key, help, kind, (), is_required)


def columns_of(record: Record[Any], skip: Iterable[str] = ()) -> tuple[Column, ...]:
    """The columns that the fields of a table make. A group in it becomes a column for each field.

    Lists of groups have tables of their own.
    """
    left_out = {*_UNPUBLISHED, *skip}
    return tuple(
        column
        for field in record.fields
        if field.key not in left_out
        for column in _columns(field, record)
    )


# What is for editors only, and what every row says by itself.
_UNPUBLISHED = ("utkast", "publiceras", "granskat", "tidigare_adress", "exempel")


def _columns(field: Field, record: Record[Any]) -> Iterator[Column]:
    if field.record is None:
        kind = _kind(get_type_hints(record.type)[field.attribute])
        yield Column(field.key, field.help, kind, (field.attribute,))
    elif not field.is_list:
        for inner in columns_of(field.record):
            key, path = f"{field.key}_{inner.key}", (field.attribute, *inner.attributes)
            yield Column(key, inner.help, inner.kind, path)


def _kind(hint: Any) -> Kind:
    """What kind of value an attribute of the model holds; None besides is a cell left empty."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        kinds = {_kind(one) for one in get_args(hint) if one is not type(None)}
        return kinds.pop() if len(kinds) == 1 else "lista" if "lista" in kinds else "text"
    is_list = origin is tuple and get_args(hint)[-1] is Ellipsis  # the hours of a day are no list
    return "lista" if is_list else _KINDS.get(hint, "text")


_KINDS: dict[Any, Kind] = {
    bool: "ja/nej",
    int: "heltal",
    Decimal: "tal",
    date: "datum",
    Span: "tid",
}
