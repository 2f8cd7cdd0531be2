"""Text -> front matter as nodes with their place in the file, and a body.

Every scalar is kept as the text that stands there: `19:30`, `nej` and `010` mean what their field
says, never what YAML guesses. Anchors, aliases and tags are refused: in a text they eat words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

import yaml

from followup.content.fences import like_a_fence, split
from followup.content.unreadable import Unreadable, no_fields, no_list, not_understood
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


def parse(path: str, text: str) -> Document:
    """Splits a text file in front matter and body; a `.yaml` file is all front matter.

    Raises Unreadable when the front matter is missing, never ends or cannot be understood.
    """
    if path.endswith(".yaml"):
        return Document(path, _compose(path, text), Body("", Source(path)))
    parts = split(path, text)
    above = [""] * (parts.fields_line - 1)
    lines = [*above, *parts.fields]
    try:
        fields = _compose(path, "\n".join(lines) + "\n")
    except Unreadable as error:
        end = min(error.diagnostic.source.line, len(lines))
        raise like_a_fence(path, lines, parts.fields_line, end) or error from None
    return Document(path, fields, Body(parts.body, Source(path, parts.body_line)))


_OTHER_BLANK = re.compile(r"[^\S \n\t]")
_TABS_IN_LINE = re.compile(r"(?<=\S) *\t[ \t]*")
_DEEPEST = 20
# A field or an item of a list whose value is nothing, a number, a date, yes or no, or an id, or
# that ends as quotations and lists do: after such a value # can only begin a note.
_WHOLE = re.compile(
    r"""(?:- +)*[\w-]+:|.*["'\]}]"""
    r"|(?:- +)*(?:[\w-]+: +|- +)(?:[>|][+-]?|[a-zåäö0-9]\S*|[\d\s.,:–-]+)"
)


class _Loader(yaml.BaseLoader):
    """Reads everything as text, and refuses what hides words or makes others of them.

    That is & anchors, * aliases, ! tags, % directives, backslashes in quotation marks, # right
    before a word, and a note after free text: it may be a part of it.
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
        if self.peek() == "#" and self._eats_words():
            raise yaml.scanner.ScannerError(None, None, "comment", self.get_mark())
        super().scan_to_next_token()

    def _eats_words(self) -> bool:
        """True for # on a line where something stands before it that may go on after it."""
        before = self.buffer[self.pointer - self.column : self.pointer].strip()
        if not before or self.peek(1) in "\n\0":
            return False
        if self.peek(1) not in " #":
            return True
        return not self.flow_level and not _WHOLE.fullmatch(before)


def _compose(path: str, text: str) -> Mapping:
    text = _plain_blanks(text)
    lines = text.rstrip("\n").split("\n")
    try:
        root = _Loader(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        raise not_understood(path, lines, error) from None
    node = _convert(path, root) if root else None
    if node is None or node == Scalar("", node.source):  # nothing, or three hyphens and nothing
        return Mapping((), Source(path, 1, 1))
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
        value = _convert(path, value_node)
        # In quotation marks, or on the line of its field, a text may begin with any mark.
        is_plain = isinstance(value_node, yaml.ScalarNode) and value_node.style is None
        is_below = is_plain and value.source.line > key.source.line
        for written in (key, value) if is_below else (key,):
            if isinstance(written, Scalar) and (fault := no_list(written.source, written.text)):
                raise fault
        yield Entry(key, value)


def _width(node: yaml.Node) -> int:
    """How many characters of the first line belong to the node."""
    start, end = node.start_mark, node.end_mark
    if isinstance(node, yaml.ScalarNode) and start.line == end.line:
        return max(1, end.column - start.column)
    return 1
