"""Bytes -> front matter as nodes with their place in the file, and a body.

Every scalar is kept as the text that stands there: `19:30`, `nej` and `010` mean what their field
says, never what YAML guesses. Anchors, aliases and tags are refused: in a text they eat words.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import yaml

from followup.content.files import RawFile
from followup.content.unreadable import (
    Unreadable,
    hidden_character,
    no_fields,
    not_understood,
    not_utf8,
)
from followup.diagnostics import Source
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


def decode(file: RawFile) -> str:
    """The text of a file: UTF-8 with or without byte-order mark, any line ending, composed å ä ö.

    Raises Unreadable when the bytes are not UTF-8 or hold invisible control characters.
    """
    try:
        text = _same(file.data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise not_utf8(file.path, _same(file.data[: error.start].decode("utf-8"))) from None
    if hidden := _FORBIDDEN.search(text):
        raise hidden_character(file.path, text[: hidden.start()], hidden[0])
    return text


def is_empty(file: RawFile) -> bool:
    """True for a file of blanks, or of nothing but a byte-order mark."""
    return not file.data.removeprefix(codecs.BOM_UTF8).strip()


def shown(file: RawFile) -> str:
    """The text of any file, for excerpts: � stands for what cannot be read or seen."""
    return _FORBIDDEN.sub("\ufffd", _same(file.data.decode("utf-8", "replace")))


def parse(path: str, text: str) -> Document:
    """Splits a text file in front matter and body; a `.yaml` file is all front matter.

    Raises Unreadable when the front matter is missing, never ends or cannot be understood.
    """
    if path.endswith(".yaml"):
        return Document(path, _compose(path, text), Body("", Source(path)))
    head, body, body_line = _split(path, text)
    return Document(path, _compose(path, "\n" + head), Body(body, Source(path, body_line)))


# All of C0 but tab and newline, C1, and the separators that YAML takes for line breaks.
# Last those that turn the direction of writing, so that another text is seen than the one that is.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
# The byte-order mark and blanks of no width: they come with what is pasted, and say nothing.
_NOTHING = re.compile("[\u200b\u2060\ufeff]")
_OTHER_BLANK = re.compile(r"[^\S \n\t]")
_TABS_IN_LINE = re.compile(r"(?<=\S) *\t[ \t]*")
_FENCE = re.compile(r"---\s*")
_DEEPEST = 20


def _same(text: str) -> str:
    """The text with everything that makes no difference taken away."""
    text = _NOTHING.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return unicodedata.normalize("NFC", text)


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
    """Reads everything as text, and refuses what hides words or makes others of them.

    That is & anchors, * aliases, ! tags, % directives, backslashes in quotation marks, and # right
    before a word.
    """

    ESCAPE_REPLACEMENTS: ClassVar = {'"': '"', "\\": "\\"}  # type: ignore[misc]
    ESCAPE_CODES: ClassVar = {}  # type: ignore[misc]
    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise yaml.composer.ComposerError(None, None, "anchor", event.start_mark)
        if getattr(event, "tag", None) is not None:
            raise yaml.composer.ComposerError(None, None, "tag", event.start_mark)
        self.depth += 1
        if self.depth > _DEEPEST:
            raise yaml.composer.ComposerError(None, None, "depth", event.start_mark)
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node

    def check_directive(self) -> bool:
        return False

    def scan_to_next_token(self) -> None:
        while self.peek() == " ":
            self.forward()
        if self.peek() == "#" and self.peek(1) not in " #\n\0":
            line = self.buffer[self.pointer - self.column : self.pointer]
            if line.strip():
                raise yaml.scanner.ScannerError(None, None, "comment", self.get_mark())
        super().scan_to_next_token()


def _compose(path: str, text: str) -> Mapping:
    text = _plain_blanks(text)
    lines = text.rstrip("\n").split("\n")
    try:
        root = _Loader(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        raise not_understood(path, lines, error) from None
    if root is None:
        return Mapping((), Source(path, 1, 1))
    node = _convert(path, root)
    if not isinstance(node, Mapping):
        raise no_fields(path, lines, node.source)
    return node


def _plain_blanks(text: str) -> str:
    """A no-break space is a space, and so is a tab that does not push a line in: same length."""
    text = _OTHER_BLANK.sub(" ", text)
    return _TABS_IN_LINE.sub(lambda blanks: " " * len(blanks[0]), text)


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
