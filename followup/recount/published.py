"""What the pages, the notices and the JSON file of a built site say."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

from followup.diagnostics import FollowupError
from followup.recount.content import Cells, Files


@dataclass
class Marked(HTMLParser):
    """The texts that a page marks as a state (`data-atgard`), a figure (`data-mal`) or a date
    (`data-redovisat`), by what they are for, and the texts to copy.
    """

    states: dict[str, str] = field(default_factory=dict)
    figures: dict[str, str] = field(default_factory=dict)
    dates: dict[str, str] = field(default_factory=dict)
    copied: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._inside: tuple[str, dict[str, str], str] | None = None
        self._is_copied = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        for name, found in _MARKS.items():
            if name in given:
                self._inside = (tag, getattr(self, found), given[name])
                self._inside[1][given[name]] = ""
        if tag == "textarea":
            self.copied.append("")
            self._is_copied = True
        if tag == "time" and self._inside and self._inside[1] is self.dates:
            _, dates, key = self._inside
            dates[key] = dates[key] or given.get("datetime", "")

    def handle_endtag(self, tag: str) -> None:
        if self._inside and tag == self._inside[0]:
            self._inside = None
        if tag == "textarea":
            self._is_copied = False

    def handle_data(self, data: str) -> None:
        if self._is_copied:
            self.copied[-1] += data
        if self._inside and self._inside[1] is not self.dates:
            _, found, key = self._inside
            found[key] += data


_MARKS = {"data-atgard": "states", "data-mal": "figures", "data-redovisat": "dates"}


def read_page(site: Path, address: str) -> Marked:
    """What a page says. Raises FollowupError when it is not there."""
    path = site / address.lstrip("/") / "index.html"
    made = Marked()
    made.feed(_read(path))
    for found in (made.states, made.figures):
        found.update({key: " ".join(text.split()) for key, text in found.items()})
    return made


def read_feed(site: Path) -> dict[str, str]:
    """What the feed says of how each promise goes, by its id: the oldest may have left a full one.

    Raises FollowupError when it is not there, or is not whole.
    """
    path = site / "flode.xml"
    try:
        entries = [*ElementTree.fromstring(_read(path)).iter(f"{_ATOM}entry")]
    except ElementTree.ParseError:
        raise FollowupError(f"Filen {path} är inte hel. Gör om webbplatsen.") from None
    said = ((e.findtext(f"{_ATOM}id", ""), e.findtext(f"{_ATOM}summary", "")) for e in entries)
    found = ((_STANDING.search(id), summary) for id, summary in said)
    return {match[1]: " ".join(summary.split()) for match, summary in found if match}


_ATOM = "{http://www.w3.org/2005/Atom}"
_STANDING = re.compile(r"/loften/([^/]+)/#laget\Z")


def read_json(site: Path) -> Files:
    """The tables of the JSON file, each cell as it would stand in a CSV file."""
    path = site / "data" / "lofte.json"
    try:
        document = json.loads(_read(path))
        return {
            name: [dict(_cells(row)) for row in rows]
            for name, rows in document.items()
            if isinstance(rows, list)
        }
    except (ValueError, AttributeError):
        raise FollowupError(f"Filen {path} är inte hel. Gör om webbplatsen.") from None


def _cells(row: dict[str, object]) -> Iterator[tuple[str, str]]:
    for key, value in row.items():
        match value:
            case None:
                yield key, ""
            case bool():
                yield key, "ja" if value else "nej"
            case list():
                yield key, "|".join(map(str, value))
            case _:
                yield key, str(value)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise FollowupError(
            f"Filen {path} går inte att läsa. Gör webbplatsen först, eller skriv i vilken mapp "
            "den ligger:  verifiera MAPP"
        ) from None


def numbers(text: str) -> list[int]:
    """The numbers in a text, in their order: `1 200 av minst 1 500`."""
    return [int(re.sub(r"\D", "", n)) for n in re.findall(r"\d+(?:[\u00a0\u202f ]\d{3}\b)*", text)]


def difference(name: str, written: list[Cells], other: list[Cells]) -> Iterator[str]:
    """Where a table in the JSON file says something else than the CSV file does."""
    if len(written) != len(other):
        yield f"{name}: {len(written)} rader i CSV-filen, {len(other)} i lofte.json."
    for number, (one, two) in enumerate(zip(written, other, strict=False), start=1):
        for key, value in one.items():
            if value.replace("\r\n", "\n") != two.get(key, "").replace("\r\n", "\n"):
                said = f"”{value}” i CSV-filen, ”{two.get(key, '')}” i lofte.json"
                yield f"{name}, rad {number}, {key}: {said}."
