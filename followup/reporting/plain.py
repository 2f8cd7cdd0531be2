"""All faults as plain text for a terminal, 80 columns wide."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping

from followup.diagnostics import Diagnostic
from followup.reporting.told import Excerpt, FileFaults, Told, tell


def report(diagnostics: Iterable[Diagnostic], texts: Mapping[str, str], folder: str = "") -> str:
    """All faults in the order of the files, each with its line and a caret.

    `texts` gives a file's text by its path; `folder` is put before each path, so that the place
    can be clicked.
    """
    files = tell(diagnostics, texts)
    return "\n".join(paragraph for file in files for paragraph in _paragraphs(file, folder))


_WIDTH = 80
_NO_BREAK = "\u00a0"


def _paragraphs(file: FileFaults, folder: str) -> Iterator[str]:
    for told in file.told:
        head = f"{told.severity.upper()}  {folder}{told.source}  [{told.rule}]"
        yield "\n".join([head, *_excerpt(told), *wrapped(told.hint), ""])
    if file.more:
        rest = f"{folder}{file.path} har {file.more} till. De visas när du har rättat de här."
        yield "\n".join([*wrapped(rest), ""])


def _excerpt(told: Told) -> list[str]:
    """The line itself, with a caret under the place and the message beside it, or below."""
    if told.excerpt is None:
        return wrapped(told.message)
    line, pointer = drawn(told.excerpt)
    if not pointer:
        return [line, *wrapped(told.message)]
    if len(pointer) + 1 + len(told.message) <= _WIDTH:
        return [line, f"{pointer} {told.message}"]
    return [line, pointer, *wrapped(told.message)]


def drawn(excerpt: Excerpt) -> tuple[str, str]:
    """The line with its number, and the carets that go under it."""
    from rich.cells import cell_len  # a letter takes none, one or two columns of a screen

    number = str(excerpt.line)
    line = f"  {number} | {excerpt.before}{excerpt.marked}{excerpt.after}".rstrip()
    if not excerpt.marked:
        return line, ""
    carets = "^" * max(1, cell_len(excerpt.marked))
    return line, f"  {' ' * len(number)} | {' ' * cell_len(excerpt.before)}{carets}"


def wrapped(text: str) -> list[str]:
    """The text in lines. What can be copied, between double spaces, is never broken over two."""
    parts = text.split("  ")
    parts[1::2] = [part.replace(" ", _NO_BREAK) for part in parts[1::2]]
    lines = textwrap.wrap(
        "  ".join(parts), _WIDTH - 2, break_long_words=False, break_on_hyphens=False
    )
    return ["  " + line.replace(_NO_BREAK, " ") for line in lines]
