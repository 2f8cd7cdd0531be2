"""What a running text may hold, so that it is read in about a second on any machine.

Limits rather than a clock: the same text gets the same answer everywhere. They were measured with
texts made to be slow; what the library does then grows with the square of what is limited here.
"""

import re
from collections.abc import Iterator

from followup.content.code_spans import without_code
from followup.diagnostics import Diagnostic, Source
from followup.model import Body


def check(body: Body) -> Iterator[Diagnostic]:
    """A fault for each line or paragraph that nobody writes, and that takes minutes to read."""
    lines = body.text.split("\n")
    if len(lines) > _MOST:
        yield _fault(body, _MOST, "texten är för lång", "Dela upp den på flera filer.")
        return
    for number, line in enumerate(lines):
        if _DEEP.match(line) and not _RULE.fullmatch(line):
            hint = "Skriv listan eller citatet med högst ett par nivåer."
            yield _fault(body, number, "raden är för långt indragen", hint)
    unclosed = 0
    for start, end in _paragraphs(lines):
        paragraph = "\n".join(lines[start:end])
        unclosed += _unclosed(paragraph)
        if end - start > _MOST_LINES or len(paragraph) > _MOST_LETTERS:
            message = "stycket som börjar här är för långt"
            yield _fault(body, start, message, "Dela upp det med tomma rader.")
        elif len(_CODE_MARKS.findall(paragraph)) > _MOST_CODE_MARKS:
            message = "stycket som börjar här har för många grava accenter (`)"
            yield _fault(body, start, message, "Dela upp det med tomma rader.")
        elif unclosed > _MOST_UNCLOSED:
            message = "stycket som börjar här har för många hakparenteser som inte hör ihop"
            hint = "Skriv länkar som  [text](https://polisen.se)  och ta bort resten."
            yield _fault(body, start, message, hint)
            return


_MOST = 5000
_MOST_LINES = 1000
_MOST_LETTERS = 20_000
_MOST_CODE_MARKS = 400
_MOST_UNCLOSED = 100
# A long way in, or a row of marks that each begin a list or a quotation inside the one before.
_DEEP = re.compile(r"[ \t]{80,}\S|[ \t]*(?:(?:[-*+][ \t]+|\d+\.[ \t]+|>[ \t]*)){20}")
_RULE = re.compile(r"(?=.{1,100}$)(?:(?:\s*-)+|(?:\s*\*)+)\s*")
_CODE_MARKS = re.compile("`+")
# A whole link, or a text in brackets that no address comes after.
_CLOSED = re.compile(r"\[[^\[\]]*\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\]|(?![(\[]))")
_NESTED = 3


def _paragraphs(lines: list[str]) -> Iterator[tuple[int, int]]:
    """The lines that belong together, up to the next blank one."""
    start = 0
    for number, line in enumerate([*lines, ""]):
        if not line.strip():
            if number > start:
                yield start, number
            start = number + 1


def _unclosed(paragraph: str) -> int:
    """How many brackets begin something that does not end as a link does."""
    text = without_code(paragraph)
    for _ in range(_NESTED):
        text = _CLOSED.sub("", text)
    return text.count("[")


def _fault(body: Body, number: int, message: str, hint: str) -> Diagnostic:
    source = Source(body.source.path, body.source.line + number, 1)
    return Diagnostic(source, "fel", "form", message, hint)
