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
    """One fault. `message` says what stands there; `hint` what is expected, with an example."""

    source: Source
    severity: Severity
    rule: str
    message: str
    hint: str = ""

    @property
    def is_error(self) -> bool:
        return self.severity == "fel"


def report(diagnostics: Iterable[Diagnostic], texts: Mapping[str, str], folder: str = "") -> str:
    """All faults as text for a terminal, in the order of the files, each with its line and a caret.

    `texts` gives a file's text by its path; `folder` is put before each path, so that the place
    can be clicked.
    """
    ordered = sorted(set(diagnostics))
    return "\n".join(_paragraph(d, texts.get(d.source.path, ""), folder) for d in ordered)


def _paragraph(diagnostic: Diagnostic, text: str, folder: str) -> str:
    source = diagnostic.source
    head = f"{diagnostic.severity.upper()}  {folder}{source}  [{diagnostic.rule}]"
    hint = textwrap.wrap(diagnostic.hint, 78, break_long_words=False, break_on_hyphens=False)
    return "\n".join(
        [head, *_excerpt(source, text, diagnostic.message), *("  " + line for line in hint), ""]
    )


def _excerpt(source: Source, text: str, message: str) -> list[str]:
    """The line itself, with a caret under the place and the message beside it."""
    lines = text.split("\n")
    if not 1 <= source.line <= len(lines):
        return [f"  {message}"]
    line = lines[source.line - 1].replace("\t", " ")
    start = max(0, source.column - 1)
    cut = max(0, start - _WINDOW // 2) if len(line) > _WINDOW else 0
    shown = ("…" if cut else "") + line[cut : cut + _WINDOW]
    offset = start - cut + (1 if cut else 0)
    carets = "^" * max(1, min(source.length, len(shown) - offset))
    number = str(source.line)
    return [
        f"  {number} | {shown}",
        f"  {' ' * len(number)} | {' ' * offset}{carets} {message}",
    ]


_WINDOW = 100
