"""A table of fields, and how a group of fields in a file becomes one frozen value."""

from collections.abc import Callable, Iterator
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from followup.content.document import Mapping, Node, Scalar
from followup.content.fields import Context, Invalid, Parser, invalid, offer
from followup.diagnostics import Diagnostic, Source

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True)
class Field:
    """One key that staff may write: which attribute it becomes, how it is read, how it is told."""

    key: str
    attribute: str
    parse: Parser[Any]
    help: str
    example: str
    required: bool = False


Check = Callable[[Any, "At"], Iterator[Diagnostic]]


@dataclass(frozen=True)
class Record(Generic[T_co]):
    """A group of fields, the value they make, and what must hold between them."""

    name: str
    type: type[T_co]
    fields: tuple[Field, ...]
    checks: tuple[Check, ...] = ()

    def field(self, key: str) -> Field | None:
        return next((field for field in self.fields if field.key == key), None)


@dataclass(frozen=True)
class At:
    """Where the keys of a group stand, for faults that concern several of them."""

    mapping: Mapping

    def __call__(self, *keys: str) -> Source:
        """The value of the first of `keys` that is written; else where the group begins."""
        values = (self.mapping.get(key) for key in keys)
        return next((value.source for value in values if value), self.mapping.source)


def decode(
    record: Record[T],
    mapping: Mapping,
    context: Context,
    known: MappingOf[str, object],
    beside: Record[Any] | None = None,
) -> tuple[T | None, tuple[Diagnostic, ...]]:
    """The value that the group means, or None, and every fault in it.

    `known` are attributes that come from elsewhere (the file's name, its body). `beside` is another
    record whose keys stand in the same group. A missing required key, an unknown key, a key written
    twice and a value that its field cannot take are faults.
    """
    faults = [*_key_faults(record, mapping, beside)]
    values: dict[str, object] = dict(known)
    for entry in mapping.entries:
        field = record.field(entry.key.text)
        if field is None or _is_blank(entry.value):
            continue
        try:
            values[field.attribute] = field.parse(entry.value, context)
        except Invalid as error:
            faults += error.diagnostics
    if faults:
        return None, tuple(faults)
    value = record.type(**values)
    faults = [fault for check in record.checks for fault in check(value, At(mapping))]
    return (None if faults else value), tuple(faults)


def group(record: Record[T], **extra: Callable[[Mapping], object]) -> Parser[T]:
    """A parser for a group of fields inside another; `extra` are attributes made from its place."""

    def parse(node: Node, context: Context) -> T:
        if not isinstance(node, Mapping):
            raise invalid(node.source, f"här ska fälten för {record.name} stå", _layout(record))
        made = {name: make(node) for name, make in extra.items()}
        value, faults = decode(record, node, context, made)
        if value is None or faults:
            raise Invalid(*faults)
        return value

    return parse


def fault(source: Source, rule: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(source, "fel", rule, message, hint)


def _key_faults(
    record: Record[Any], mapping: Mapping, beside: Record[Any] | None
) -> Iterator[Diagnostic]:
    fields = {field.key: field for field in (*record.fields, *(beside.fields if beside else ()))}
    seen: dict[str, Scalar] = {}
    blank = set()
    for entry in mapping.entries:
        key = entry.key
        if first := seen.get(key.text):
            message = f"”{key.text}” står redan på rad {first.source.line}"
            yield fault(key.source, "dubbelt-fält", message, "Ta bort det ena av dem.")
        elif key.text not in fields:
            choices = offer(key.text, tuple(fields), "Fälten är")
            yield fault(key.source, "okänt-fält", "fältet finns inte", choices)
        if _is_blank(entry.value):
            blank.add(key.text)
        seen[key.text] = key
    for field in record.fields:
        if field.required and (field.key not in seen or field.key in blank):
            yield _missing(field, mapping, seen.get(field.key))


def _missing(field: Field, mapping: Mapping, key: Scalar | None) -> Diagnostic:
    example = f"Skriv till exempel:  {field.key}: {field.example}"
    if key:
        return fault(key.source, "saknas", f"”{field.key}” är tomt men behövs", example)
    return fault(mapping.source, "saknas", f"fältet ”{field.key}” saknas", example)


def _is_blank(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text.strip()


def _layout(record: Record[Any]) -> str:
    lines = ", ".join(f"{field.key}: {field.example}" for field in record.fields if field.required)
    return f"Flytta in fälten två mellanslag på raderna under, till exempel:  {lines}"
