"""Fixtures that carry their own expected faults: files to lay over a small site without faults.

    === loften/2018/insatser/a.md
    # väntat: 3 datum
    ---
    datum: 2018-02-30
    ---

The lines `# väntat: rad regel` (or `rad:kolumn regel`) are no part of the file. Line 0 is the file
as a whole. After `[byte]` in the heading the content is read as Python escapes; with a size, as in
`[byte 600000]`, it is filled up with zeros.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from site_under_test import SMALL as WITHOUT_PLACES

FOLDER = Path(__file__).parent / "fixtures"
SMALL: Mapping[str, str] = {
    **WITHOUT_PLACES,
    "platser/torget.md": "---\nnamn: Torget\n---\n",
    "platser/hamnen.md": "---\nnamn: Hamnen\n---\n",
}
TODAY = "2018-10-01"


@dataclass(frozen=True)
class Fixture:
    """`expected` are lines such as `loften/2018/lofte.md:3 datum`, sorted."""

    files: Mapping[str, bytes]
    expected: tuple[str, ...]


def read(path: Path) -> Fixture:
    """The fixture in a text file."""
    files: dict[str, bytes] = {}
    expected: list[str] = []
    for head, content in _sections(path.read_text(encoding="utf-8")):
        name, is_bytes, size = _NAME.fullmatch(head).groups()  # type: ignore[union-attr]
        while match := _EXPECTED.match(content):
            expected.append(f"{name}:{match[1]} {match[2]}")
            content = content[match.end() :]
        made = _unescaped(content) if is_bytes else content.encode()
        files[name] = made.ljust(int(size or 0), b"\0")
    return Fixture(files, tuple(sorted(expected)))


def all_fixtures() -> list[Path]:
    """Every fixture file, in a fixed order."""
    return sorted(FOLDER.rglob("*.txt"))


_HEAD = re.compile(r"^=== (.+)\n", re.MULTILINE)
_NAME = re.compile(r"(.+?)( \[byte(?: (\d+))?\])?")
_EXPECTED = re.compile(r"# väntat: (\d+(?::\d+)?) (\S+)\n")


def _sections(text: str) -> Iterator[tuple[str, str]]:
    before, *parts = _HEAD.split(text)
    assert not before.strip(), f"text före den första filen: {before!r}"
    yield from zip(parts[::2], parts[1::2], strict=True)


def _unescaped(content: str) -> bytes:
    return content.encode("latin-1").decode("unicode_escape").encode("latin-1")
