"""Faults as they are told, whatever they are printed on: in order, with their line, and no secrets.

A number that belongs to a person is never told whole, and no character is told that a screen would
obey instead of show.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from followup.diagnostics import Diagnostic, Severity, Source
from followup.personal import masked


@dataclass(frozen=True)
class Excerpt:
    """One line of a file, or what of it has room: before, in and after the place.

    Nothing is in the place when the line is all that is known. At the end of a line it is a blank.
    """

    line: int
    before: str
    marked: str
    after: str


@dataclass(frozen=True)
class Told:
    """One fault in words."""

    source: Source
    severity: Severity
    rule: str
    message: str
    hint: str
    excerpt: Excerpt | None


@dataclass(frozen=True)
class FileFaults:
    """What there is to say of one file, and how many more faults it has than are told."""

    path: str
    told: tuple[Told, ...]
    more: int = 0


def tell(
    diagnostics: Iterable[Diagnostic], texts: Mapping[str, str], most: int | None = 20
) -> tuple[FileFaults, ...]:
    """All faults in the order of the files, each once; of one file at most `most`, errors first.

    `texts` gives a file's text by its path.
    """
    ordered = sorted(set(diagnostics))
    return tuple(
        _of_file(path, [*found], texts.get(path, ""), most)
        for path, found in groupby(ordered, key=lambda diagnostic: diagnostic.source.path)
    )


def _of_file(path: str, found: list[Diagnostic], text: str, most: int | None) -> FileFaults:
    first = sorted(found, key=lambda diagnostic: not diagnostic.is_error)[:most]
    lines = text.split("\n")
    told = tuple(_told(diagnostic, lines) for diagnostic in sorted(first))
    return FileFaults(_visible(masked(path)), told, len(found) - len(told))


def _told(diagnostic: Diagnostic, lines: list[str]) -> Told:
    return Told(
        replace(diagnostic.source, path=_visible(masked(diagnostic.source.path))),
        diagnostic.severity,
        diagnostic.rule,
        _visible(masked(diagnostic.message)),
        _visible(masked(diagnostic.hint)),
        _excerpt(diagnostic.source, lines),
    )


_WINDOW = 68


def _excerpt(source: Source, lines: list[str]) -> Excerpt | None:
    if not 1 <= source.line <= len(lines):
        return None
    line = _visible(masked(lines[source.line - 1]))
    if source.column == 0:
        return Excerpt(source.line, _window(line, 0)[0], "", "")
    shown, start = _window(line, source.column - 1)
    end = start + max(1, source.length)
    return Excerpt(source.line, shown[:start], shown[start:end] or " ", shown[end:])


def _window(line: str, start: int) -> tuple[str, int]:
    """So much of a long line as can be shown, and where in it the place is."""
    start = max(0, min(start, len(line)))
    if len(line) <= _WINDOW:
        return line, start
    cut = max(0, min(start - _WINDOW // 2, len(line) - _WINDOW))
    before = "…" if cut else ""
    after = "…" if cut + _WINDOW < len(line) else ""
    return before + line[cut : cut + _WINDOW] + after, start - cut + len(before)


def _visible(text: str) -> str:
    """The text with a blank for each tab, and � for what cannot be seen: letter by letter."""
    plain = text.replace("\t", " ").replace("\u00a0", " ")
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in plain)
