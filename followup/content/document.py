"""Bytes -> front matter as nodes with their place in the file, and a body.

Every scalar is kept as the text that stands there: `19:30`, `nej` and `010` mean what their field
says, never what YAML guesses. Anchors, aliases and tags are refused: in a text they eat words.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from followup.content.files import RawFile
from followup.diagnostics import Diagnostic, Source
from followup.model import Body


@dataclass(frozen=True)
class Scalar:
    text: str
    source: Source


@dataclass(frozen=True)
class Sequence:
    items: tuple["Node", ...]
    source: Source


@dataclass(frozen=True)
class Entry:
    key: Scalar
    value: "Node"


@dataclass(frozen=True)
class Mapping:
    entries: tuple[Entry, ...]
    source: Source

    def get(self, key: str) -> "Node | None":
        return next((entry.value for entry in self.entries if entry.key.text == key), None)


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True)
class Document:
    """A file that could be read: what stands in its front matter, and its body."""

    path: str
    front_matter: Mapping
    body: Body


class Unreadable(Exception):
    """The file as a whole cannot be understood; the diagnostic says why."""

    def __init__(self, source: Source, rule: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.diagnostic = Diagnostic(source, "fel", rule, message, hint)


def decode(file: RawFile) -> str:
    """The text of a file: UTF-8 with or without byte-order mark, any line ending, composed å ä ö.

    Raises Unreadable when the bytes are not UTF-8 or hold invisible control characters.
    """
    try:
        text = file.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(file, error) from None
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if hidden := _FORBIDDEN.search(text):
        raise _hidden_character(file.path, text, hidden.start())
    return text


def parse(path: str, text: str) -> Document:
    """Splits a text file in front matter and body; a `.yaml` file is all front matter.

    Raises Unreadable when the front matter is missing, never ends or cannot be understood.
    """
    if path.endswith((".yaml", ".yml")):
        return Document(path, _compose(path, text), Body("", Source(path)))
    head, body, body_line = _split(path, text)
    return Document(path, _compose(path, "\n" + head), Body(body, Source(path, body_line)))


# All of C0 but tab and newline, C1, and the separators that YAML takes for line breaks.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_FENCE = re.compile(r"---[ \t]*")


def _split(path: str, text: str) -> tuple[str, str, int]:
    lines = text.split("\n")
    if not _FENCE.fullmatch(lines[0]):
        raise Unreadable(
            Source(path, 1, 1, max(1, len(lines[0]))),
            "faktaruta",
            "filen börjar inte med en faktaruta",
            "Första raden ska vara tre bindestreck (---). Sedan kommer fälten, ett på varje rad, "
            "och sedan tre bindestreck till.",
        )
    for number, line in enumerate(lines[1:], start=1):
        if _FENCE.fullmatch(line):
            body = "\n".join(lines[number + 1 :])
            return "\n".join(lines[1:number]) + "\n", body, number + 2
    raise Unreadable(
        Source(path, 1, 1, 3),
        "faktaruta",
        "här börjar faktarutan, men den tar aldrig slut",
        "Lägg en rad med bara tre bindestreck (---) efter det sista fältet.",
    )


class _Loader(yaml.BaseLoader):
    """Reads everything as text, and refuses what hides words: & anchors, * aliases, ! tags."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise yaml.composer.ComposerError(None, None, "anchor", event.start_mark)
        if getattr(event, "tag", None) is not None:
            raise yaml.composer.ComposerError(None, None, "tag", event.start_mark)
        return super().compose_node(parent, index)


def _compose(path: str, text: str) -> Mapping:
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        raise _not_understood(path, text, error) from None
    if root is None:
        return Mapping((), Source(path, 1, 1))
    node = _convert(path, root)
    if not isinstance(node, Mapping):
        raise Unreadable(
            node.source,
            "faktaruta",
            "här ska det stå fält, ett på varje rad",
            "Skriv fältets namn, kolon, mellanslag och värdet, till exempel:  rubrik: Nattvandring",
        )
    return node


def _convert(path: str, node: yaml.Node) -> Node:
    start = node.start_mark
    source = Source(path, start.line + 1, start.column + 1, _width(node))
    match node:
        case yaml.ScalarNode():
            return Scalar(node.value, source)
        case yaml.SequenceNode():
            return Sequence(tuple(_convert(path, item) for item in node.value), source)
        case yaml.MappingNode():
            return Mapping(tuple(_entries(path, node)), source)
    raise AssertionError(node)


def _entries(path: str, node: yaml.MappingNode) -> Iterator[Entry]:
    for key_node, value_node in node.value:
        key = _convert(path, key_node)
        if not isinstance(key, Scalar):
            raise Unreadable(
                key.source,
                "form",
                "här ska fältets namn stå",
                "Skriv fältets namn, kolon, mellanslag och värdet, till exempel:  antal: 3",
            )
        yield Entry(key, _convert(path, value_node))


def _width(node: yaml.Node) -> int:
    """How many characters of the first line belong to the node."""
    start, end = node.start_mark, node.end_mark
    if isinstance(node, yaml.ScalarNode) and start.line == end.line:
        return max(1, end.column - start.column)
    return 1


# What the reader of front matter says in English -> which of its two places to show, and our words.
_REASONS: tuple[tuple[str, str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "problem",
        "kolon mitt i texten",
        'Text med kolon och mellanslag behöver citattecken runt sig:  rubrik: "Vandring: Bro"',
    ),
    (
        "found unexpected end of stream",
        "context",
        "citattecknet här avslutas aldrig",
        "Sätt ett likadant citattecken efter texten, eller ta bort det första.",
    ),
    (
        "found character '\\t'",
        "problem",
        "här står en tabb",
        "Rader ska flyttas in med mellanslag, inte med tabb. Byt tabben mot två mellanslag.",
    ),
    (
        "could not find expected ':'",
        "context",
        "kolon saknas efter fältets namn",
        "Skriv fältets namn, kolon, mellanslag och värdet, till exempel:  datum: 2018-03-14",
    ),
    (
        "that cannot start any token",
        "problem",
        "en text kan inte börja med det här tecknet",
        'Sätt citattecken runt texten, till exempel:  rubrik: "@polisen"',
    ),
    (
        "anchor",
        "problem",
        "en text kan inte börja med & eller *",
        'Sätt citattecken runt texten, till exempel:  rubrik: "& polisen"',
    ),
    (
        "tag",
        "problem",
        "en text kan inte börja med utropstecken",
        'Sätt citattecken runt texten, till exempel:  rubrik: "! Viktigt"',
    ),
    (
        "expected alphabetic or numeric character",
        "problem",
        "en text kan inte börja med & eller *",
        'Sätt citattecken runt texten, till exempel:  rubrik: "& polisen"',
    ),
    (
        "but found",
        "problem",
        "raden hänger inte ihop med raderna före",
        "Kontrollera att fälten börjar lika långt in, att listor har bindestreck och mellanslag, "
        "och att citattecken står både före och efter texten.",
    ),
)
_OTHERWISE = (
    "problem",
    "raden går inte att förstå",
    "Skriv fältets namn, kolon, mellanslag och värdet, till exempel:  datum: 2018-03-14. "
    "Sätt citattecken runt text med ovanliga tecken.",
)


def _not_understood(path: str, text: str, error: yaml.MarkedYAMLError) -> Unreadable:
    problem = error.problem or ""
    place, message, hint = next((r[1:] for r in _REASONS if r[0] in problem), _OTHERWISE)
    mark = (error.context_mark if place == "context" else None) or error.problem_mark
    assert mark is not None
    last_line = text.rstrip("\n").count("\n")
    line, column = min((mark.line, mark.column), (last_line, mark.column))
    return Unreadable(Source(path, line + 1, column + 1), "form", message, hint)


def _not_utf8(file: RawFile, error: UnicodeDecodeError) -> Unreadable:
    before = file.data[: error.start]
    line = before.count(b"\n") + 1
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace").lstrip("\ufeff")) + 1
    return Unreadable(
        Source(file.path, line, column),
        "teckenkodning",
        "filen är inte sparad som UTF-8, så å, ä och ö går inte att läsa",
        "I Anteckningar: Arkiv, Spara som, Kodning: UTF-8. I Word: spara som oformaterad text, "
        "UTF-8.",
    )


def _hidden_character(path: str, text: str, at: int) -> Unreadable:
    line = text.count("\n", 0, at) + 1
    column = at - (text.rfind("\n", 0, at) + 1) + 1
    return Unreadable(
        Source(path, line, column),
        "osynligt-tecken",
        f"här står ett osynligt tecken (U+{ord(text[at]):04X})",
        "Radera tecknet och skriv ett vanligt mellanslag eller en ny rad.",
    )
