"""A table of fields, and how a group of fields in a file becomes one frozen value."""

import re
from collections.abc import Callable, Collection, Iterator
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from followup.content.document import Mapping, Node, Scalar, Sequence
from followup.content.fields import (
    Context,
    Invalid,
    ListOf,
    OneOf,
    Parser,
    Referable,
    Reference,
    invalid,
    offer,
    said,
    text,
)
from followup.content.other_words import fields_like
from followup.diagnostics import Diagnostic, Source
from followup.suggest import closest
from followup.swedish import count

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

    @property
    def is_list(self) -> bool:
        """True when it may hold several values."""
        return isinstance(self.parse, ListOf)

    @property
    def parse_one(self) -> Parser[Any]:
        """How one value is read: of a list, each of its items."""
        return self.parse.item if isinstance(self.parse, ListOf) else self.parse

    @property
    def choices(self) -> tuple[str, ...]:
        """The words to choose from, when the list of them is fixed."""
        return self.parse_one.choices if isinstance(self.parse_one, OneOf) else ()

    @property
    def refers_to(self) -> Referable | None:
        """What kind of thing its id stands for."""
        return self.parse_one.kind if isinstance(self.parse_one, Reference) else None

    @property
    def record(self) -> "Record[Any] | None":
        """The table of the fields that stand in it, when it holds a group."""
        return self.parse_one.record if isinstance(self.parse_one, Group) else None


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
    faults = [*_key_faults(record, mapping, beside, has_text="body" in known)]
    fields = (*record.fields, *(beside.fields if beside else ()))
    context = replace(context, beside=frozenset(field.key for field in fields))
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


@dataclass(frozen=True)
class Group(Generic[T_co]):
    """Reads a group of fields inside another; `extra` are attributes made from its place."""

    record: Record[T_co]
    extra: MappingOf[str, Callable[[Mapping], object]]

    def __call__(self, node: Node, context: Context) -> T_co:
        if not isinstance(node, Mapping):
            message = f"här ska fälten för {self.record.name} stå"
            hint = _as_fields(self.record, node, context) or _layout(self.record)
            raise invalid(node.source, message, hint)
        made = {name: make(node) for name, make in self.extra.items()}
        value, faults = decode(self.record, node, context, made)
        if value is None:
            raise Invalid(*faults)
        return value


def group(record: Record[T], **extra: Callable[[Mapping], object]) -> Group[T]:
    """A group of fields inside another."""
    return Group(record, extra)


def fault(source: Source, rule: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(source, "fel", rule, message, hint)


def twice(mapping: Mapping) -> Iterator[Diagnostic]:
    """A fault for each key that already stands above."""
    first: dict[str, Scalar] = {}
    for key in (entry.key for entry in mapping.entries):
        if key.text in first:
            message = f"{said(key.text)} står redan på rad {first[key.text].source.line}"
            yield fault(key.source, "dubbelt-fält", message, "Ta bort det ena av dem.")
        first.setdefault(key.text, key)


def _key_faults(
    record: Record[Any], mapping: Mapping, beside: Record[Any] | None, has_text: bool
) -> Iterator[Diagnostic]:
    """A required key that seems to be there under another name is not missing too."""
    yield from twice(mapping)
    fields = (*record.fields, *(beside.fields if beside else ()))
    keys = tuple(dict.fromkeys(field.key for field in fields))
    unknown = [entry.key for entry in mapping.entries if entry.key.text not in keys]
    free = tuple(key for key in keys if mapping.get(key) is None)
    likely = {key.text: _meant(key.text, keys, free) for key in unknown}
    # The row of a report stands among the fields of the report: those are shown together.
    name = max(one.name for one in (record, beside) if one)
    for key in unknown:
        message = f"fältet {said(key.text)} finns inte"
        near = likely[key.text]
        hint = _moved(key, mapping, fields)
        if not hint and has_text and not near:
            hint = _as_text(key)
        yield fault(key.source, "okänt-fält", message, hint or _offered(key.text, keys, near, name))
    meant = {*likely.values()}
    for field in record.fields:
        if field.required and field.key not in meant:
            yield from _missing(field, mapping)


def _meant(written: str, keys: tuple[str, ...], free: tuple[str, ...]) -> str | None:
    """The field that is called so too, when it is not there already; else the nearest."""
    return next((key for key in fields_like(written) if key in free), closest(written, keys))


def _offered(written: str, keys: tuple[str, ...], near: str | None, name: str) -> str:
    hint = offer("" if near else written, keys, "Fälten är", near)
    return f"{hint} Kommandot  fält {name}  visar alla." if " till." in hint else hint


def _moved(key: Scalar, mapping: Mapping, fields: tuple[Field, ...]) -> str | None:
    """How far in a field is to stand that the group right above it would take."""
    records = {field.key: field.record for field in fields}
    above = [one for one in mapping.entries if one.key.source.line < key.source.line]
    owner = next((one for one in reversed(above) if one.key.text in records), None)
    record = records[owner.key.text] if owner else None
    if not owner or not record or not record.field(key.text):
        return None
    inner = owner.value
    if isinstance(inner, Sequence) and inner.items:
        inner = inner.items[-1]
    first = inner.entries[0].key.source if isinstance(inner, Mapping) and inner.entries else None
    if first and first.line == owner.key.source.line:  # within braces
        return None
    steps = first.column - key.source.column if first else 2
    inwards = count(steps, "mellanslag", "mellanslag", "ett")
    return f"Hör {key.text} till {owner.key.text}: flytta in raden {inwards}."


def _as_text(key: Scalar) -> str | None:
    """What is written below the fields, as all running text is."""
    if "text" not in fields_like(key.text):
        return None
    return (
        "Ska det visas: skriv det som text, under den andra raden med tre bindestreck. Är det "
        "bara för er själva: sätt # först på raden."
    )


def _missing(field: Field, mapping: Mapping) -> Iterator[Diagnostic]:
    written = [entry for entry in mapping.entries if entry.key.text == field.key]
    example = f"Skriv till exempel:  {field.key}: {field.example}"
    if not written:
        yield fault(mapping.source, "saknas", f"fältet ”{field.key}” saknas", example)
    elif all(_is_blank(entry.value) for entry in written):
        message = f"fältet ”{field.key}” är tomt men behövs"
        yield fault(written[0].key.source, "saknas", message, example)


def _is_blank(node: Node) -> bool:
    match node:
        case Scalar(text):
            return not text.strip()
        case Sequence(items):
            return not items
        case Mapping(entries):
            return not entries


def _as_fields(record: Record[Any], node: Node, context: Context) -> str | None:
    """How `Protokoll, https://a.se` is written as fields, when each part finds a field for it."""
    if not isinstance(node, Scalar) or not node.text.strip():
        return None
    filled: dict[str, list[str]] = {}
    for part in (part.strip() for part in re.split(r",\s|\n|;", node.text) if part.strip()):
        key = _field_for(record, Scalar(part, node.source), context, filled.keys())
        filled.setdefault(key, []).append(part)
    if "" in filled or any(field.required and field.key not in filled for field in record.fields):
        return None
    pairs = (f"{key}: {_in_braces(', '.join(words))}" for key, words in filled.items())
    return f"Skriv vad som är vad, inom klammer:  {{{', '.join(pairs)}}}"


def _field_for(record: Record[Any], part: Scalar, context: Context, taken: Collection[str]) -> str:
    """The first field that understands the words; one of plain text when no other does."""
    for field in sorted(record.fields, key=lambda field: field.parse is text):
        if field.parse is text:
            return field.key
        if field.key not in taken and _is_understood(field, part, context):
            return field.key
    return ""


def _is_understood(field: Field, part: Scalar, context: Context) -> bool:
    try:
        field.parse(part, context)
    except Invalid:
        return False
    return True


def _in_braces(words: str) -> str:
    return f'"{words}"' if re.search(r"[,\[\]{}#]|: |^\W", words) else words


def _layout(record: Record[Any]) -> str:
    needed = [field for field in record.fields if field.required] or record.fields[:1]
    fields = "  och  ".join(f"{field.key}: {field.example}" for field in needed)
    return f"Skriv fälten på raderna under, två mellanslag in, till exempel:  {fields}"
