"""A list that was saved from a spreadsheet -> headings and rows, each cell with its place."""

import csv
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from followup.content.document import Entry, Mapping, Scalar
from followup.content.files import RawFile
from followup.content.letters import sure_encoding
from followup.content.made_elsewhere import begins_as
from followup.content.unreadable import Unreadable
from followup.diagnostics import Source


@dataclass(frozen=True)
class Table:
    """The headings, in the form that keys have, and the rows that say something.

    A row has an entry for each cell that is not blank, with the key "" where no heading stands
    above it.
    """

    headings: tuple[Scalar, ...]
    rows: tuple[Mapping, ...]

    def row(self, line: int) -> Mapping | None:
        """The row that begins on a line."""
        at = bisect_left(self.rows, line, key=lambda row: row.source.line)
        found = self.rows[at : at + 1]
        return found[0] if found and found[0].source.line == line else None


def as_utf8(file: RawFile) -> RawFile:
    """The file in UTF-8 when it is in what Excel writes unless told: Windows-1252 or Mac Roman."""
    encoding = sure_encoding(file.data) or _windows(file.data)
    if begins_as(file.data) or encoding not in ("cp1252", "mac_roman"):
        return file
    return RawFile(file.path, file.data.decode(encoding).encode())


def is_table(path: str) -> bool:
    return path.casefold().endswith(".csv")


@lru_cache(maxsize=32)
def parse(path: str, text: str) -> Table:
    """The headings and rows of a text that `document.decode` has given.

    Raises Unreadable where quotation marks do not match. Remembered, as rules that point at a cell
    ask again for every fault.
    """
    written = ((line, cells) for line, cells in _rows(path, text) if any(c.text for c in cells))
    _, head = next(written, (1, []))
    keys = [Scalar(key_of(cell.text), cell.source) for cell in head]
    rows = (Mapping((*_entries(keys, cells),), Source(path, line, 1)) for line, cells in written)
    return Table(tuple(key for key in keys if key.text), tuple(rows))


def key_of(heading: str) -> str:
    """`Planerad i förväg` is what people write for `planerad_i_förväg`."""
    return "_".join(heading.casefold().split())


def row_places(path: str, text: str) -> frozenset[Source]:
    """Where the rows begin; the file itself when it cannot be understood."""
    try:
        return frozenset(row.source for row in parse(path, text).rows)
    except Unreadable:
        return frozenset([Source(path)])


_SEPARATORS = ";\t,"
_SAYS_SEPARATOR = re.compile(r'"?sep=([;\t,|])[;\t,|"]*\s*', re.IGNORECASE)
_BLANKS = re.compile(" *")


def _windows(data: bytes) -> str | None:
    """Windows-1252 when that can be read, and no letter of the file is one in UTF-8."""
    if not data.decode("utf-8", "ignore").isascii():
        return None
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return "cp1252"


def _entries(keys: Sequence[Scalar], cells: Sequence[Scalar]) -> Iterator[Entry]:
    for number, cell in enumerate(cells):
        if cell.text:
            key = keys[number].text if number < len(keys) else ""
            yield Entry(Scalar(key, cell.source), cell)


def _rows(path: str, text: str) -> Iterator[tuple[int, list[Scalar]]]:
    """Each row with the line where it begins, blank ones too."""
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    separator = _separator(lines)
    if _SAYS_SEPARATOR.fullmatch(lines[0]):
        lines[0] = ""
    reader = csv.reader(
        (f"{line}\n" for line in lines), delimiter=separator, strict=True, skipinitialspace=True
    )
    line = 0
    try:
        for values in reader:
            places = _offsets(text, starts[line], values)
            yield line + 1, [_cell(path, starts, *place) for place in places]
            line = reader.line_num
    except csv.Error:
        raise _unmatched(path, text, starts, line, separator) from None


def _separator(lines: Sequence[str]) -> str:
    """What stands between the headings, unless the first line says (Excel's `sep=;`).

    Python's own sniffer was tried: it takes a letter that the headings have in common.
    """
    if said := _SAYS_SEPARATOR.fullmatch(lines[0]):
        return said[1]
    unquoted = (re.sub(r'"[^"]*"', "", line) for line in lines)
    # A title may stand above the headings, in a cell of its own.
    headings = next((line for line in unquoted if any(map(line.count, _SEPARATORS))), "")
    return max(_SEPARATORS, key=headings.count)


def _offsets(text: str, at: int, values: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Where in the text each value of the row that begins at `at` stands: csv does not tell."""
    for value in values:
        at = _after_blanks(text, at)
        is_quoted = text.startswith('"', at)
        yield at + is_quoted, value
        at += len(value) + 1 + (2 + value.count('"') if is_quoted else 0)


def _after_blanks(text: str, at: int) -> int:
    blanks = _BLANKS.match(text, at)
    assert blanks
    return blanks.end()


def _cell(path: str, starts: Sequence[int], offset: int, value: str) -> Scalar:
    said = value.strip()
    begins = offset + len(value) - len(value.lstrip()) if said else offset
    return Scalar(said, _place(path, starts, begins, len(said.partition("\n")[0])))


def _place(path: str, starts: Sequence[int], offset: int, length: int = 1) -> Source:
    line = bisect_right(starts, offset) - 1
    return Source(path, line + 1, offset - starts[line] + 1, max(1, length))


def _unmatched(
    path: str, text: str, starts: Sequence[int], line: int, separator: str
) -> Unreadable:
    """The fault in the row that begins on `line`: a quotation mark that has no other."""
    opening = _opening(text, starts[line], separator)
    if opening is None:
        hint = "Korta ner texten i den längsta cellen."
        return Unreadable(Source(path, line + 1, 1), "form", "raden är för lång att läsa", hint)
    if '"' not in text[opening + 1 :].replace('""', ""):
        message = "citattecknet här avslutas aldrig"
        hint = "Sätt ett likadant citattecken efter texten, eller ta bort det första."
        return Unreadable(_place(path, starts, opening), "form", message, hint)
    return Unreadable(
        _place(path, starts, opening),
        "form",
        "citattecknen i cellen går inte ihop",
        "Ska cellen ha citattecken runt sig: skriv dem som står inuti två gånger, till exempel:  "
        '"Kväll med ""Trygg i Bro"""  Ta annars bort dem.',
    )


def _opening(text: str, at: int, separator: str) -> int | None:
    """Where the first cell begins that a quotation mark opens and none closes."""
    whole = re.compile(rf'"(?:[^"]|"")*"(?=[{separator}\n]|\Z)|(?!")[^{separator}\n]*')
    while at < len(text):
        at = _after_blanks(text, at)
        cell = whole.match(text, at)
        if cell is None:
            return at
        at = cell.end() + 1
    return None
