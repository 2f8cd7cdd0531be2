"""What went wrong in the content, where, and what to do about it: values, never exceptions."""

import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Severity = Literal["fel", "varning"]


class FollowupError(Exception):
    """The world is in the way (port busy, folder missing, disk full): one Swedish line, exit 2."""


@dataclass(frozen=True, order=True)
class Source:
    """A place in a content file. Line and column count from 1; 0 means that none is known."""

    path: str
    line: int = 0
    column: int = 0
    length: int = 1

    def __str__(self) -> str:
        return ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One fault. `message` says what stands there; `hint` what is expected, with an example.

    What can be copied from a hint stands between double spaces, and is never broken over two lines.
    """

    source: Source
    severity: Severity
    rule: str
    message: str
    hint: str = ""

    @property
    def is_error(self) -> bool:
        return self.severity == "fel"


@dataclass(frozen=True)
class Explanation:
    """What a rule asks for, with an example that breaks it and one that keeps it."""

    rule: str
    severity: Severity
    asks: str
    wrong: str
    right: str


def report(diagnostics: Iterable[Diagnostic], texts: Mapping[str, str], folder: str = "") -> str:
    """All faults as text for a terminal, in the order of the files, each with its line and a caret.

    `texts` gives a file's text by its path; `folder` is put before each path, so that the place
    can be clicked.
    """
    ordered = sorted(set(diagnostics))
    return "\n".join(_paragraph(d, texts.get(d.source.path, ""), folder) for d in ordered)


_WIDTH = 80
_WINDOW = 68
_NO_BREAK = "\u00a0"


def _paragraph(diagnostic: Diagnostic, text: str, folder: str) -> str:
    source = diagnostic.source
    head = f"{diagnostic.severity.upper()}  {folder}{source}  [{diagnostic.rule}]"
    excerpt = _excerpt(source, text, diagnostic.message)
    return "\n".join([head, *excerpt, *_wrapped(diagnostic.hint), ""])


def _excerpt(source: Source, text: str, message: str) -> list[str]:
    """The line itself, with a caret under the place and the message beside it, or below."""
    lines = text.split("\n")
    if not 1 <= source.line <= len(lines):
        return _wrapped(message)
    number = str(source.line)
    shown, offset = _window(lines[source.line - 1].replace("\t", " "), source.column - 1)
    excerpt = [f"  {number} | {shown}".rstrip()]
    if source.column == 0:
        return [*excerpt, *_wrapped(message)]
    carets = "^" * max(1, min(source.length, len(shown) - offset))
    pointer = f"  {' ' * len(number)} | {' ' * offset}{carets}"
    if len(pointer) + 1 + len(message) <= _WIDTH:
        return [*excerpt, f"{pointer} {message}"]
    return [*excerpt, pointer, *_wrapped(message)]


def _window(line: str, start: int) -> tuple[str, int]:
    """So much of a long line as can be shown, and where in it the place is."""
    start = max(0, min(start, len(line)))
    if len(line) <= _WINDOW:
        return line, start
    cut = max(0, min(start - _WINDOW // 2, len(line) - _WINDOW))
    before = "…" if cut else ""
    after = "…" if cut + _WINDOW < len(line) else ""
    return before + line[cut : cut + _WINDOW] + after, start - cut + len(before)


def _wrapped(text: str) -> list[str]:
    parts = text.split("  ")
    parts[1::2] = [part.replace(" ", _NO_BREAK) for part in parts[1::2]]
    lines = textwrap.wrap(
        "  ".join(parts), _WIDTH - 2, break_long_words=False, break_on_hyphens=False
    )
    return ["  " + line.replace(_NO_BREAK, " ") for line in lines]
