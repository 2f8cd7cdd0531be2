"""Several values that stand in one text, each with its own place."""

import re
from collections.abc import Iterator
from dataclasses import replace

from followup.content.document import Scalar
from followup.diagnostics import Source


def parts(node: Scalar, also: str = "") -> tuple[Scalar, ...]:
    """`polisen, kommunen` in parts: comma, semicolon, |, &, + and ”och” stand between."""
    between = re.compile(rf"[{_MARKS}{also}]|(?<!\S)(?:och|samt)(?!\S)", re.IGNORECASE)
    return tuple(_parts(node, between))


_MARKS = r",;|&+\n\[\]()"


def _parts(node: Scalar, between: re.Pattern[str]) -> Iterator[Scalar]:
    start = 0
    for match in (*between.finditer(node.text), None):
        end = match.start() if match else len(node.text)
        if node.text[start:end].strip(" \n\t-–"):
            yield _part(node, start, end)
        start = match.end() if match else end


def _part(node: Scalar, start: int, end: int) -> Scalar:
    written = node.text[start:end]
    offset = start + len(written) - len(written.lstrip())
    return Scalar(written.strip(), _place(node, offset, len(written.strip())))


def _place(node: Scalar, offset: int, length: int) -> Source:
    """The place of the part; that of the whole where the file has the text in another form."""
    if node.source.length != len(node.text.partition("\n")[0]):
        return node.source
    *above, line = node.text[:offset].split("\n")
    column = len(line) + (1 if above else node.source.column)
    return replace(node.source, line=node.source.line + len(above), column=column, length=length)
