"""The feed: what is new, for those who subscribe. Atom, RFC 4287; names by RFC 4151.

Made with the standard library: feedgen, the library there is, needs lxml, had its last release in
2023, and writes the time of the build where it is told none.
"""

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from followup import links
from followup.formats.entries import Entry, entries
from followup.formats.known import host, noon
from followup.notice import EXAMPLE
from followup.output import Blob
from followup.pages.frame import Frame

# A lively promise tells of two or three things a week: this is most of a year, and so much that
# nobody who has been away misses anything, but less than 100 KB for a phone that asks every hour.
MOST = 100


def plan(frame: Frame) -> Iterator[Blob]:
    """The feed of the whole site; without a promise there is nothing to follow."""
    if frame.progress.promises:
        yield Blob(links.FEED.lstrip("/"), feed(frame, entries(frame)[:MOST]))


def feed(frame: Frame, shown: tuple[Entry, ...]) -> bytes:
    """The whole document. Its time is that of the newest entry, never that of the build."""
    settings, site = frame.site.settings, frame.site.settings.address.rstrip("/")
    example = EXAMPLE if frame.is_example else ""
    root = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "sv"})
    _add(root, "id", site + links.FEED)
    _add(root, "title", f"{example}{settings.name}")
    _add(root, "subtitle", f"{example}{settings.description or settings.name}")
    _add(root, "updated", noon(max(entry.updated for entry in shown)).isoformat())
    ET.SubElement(root, "link", rel="self", type="application/atom+xml", href=site + links.FEED)
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=f"{site}/")
    _authors(root, [sender.name for sender in frame.senders])
    _add(root, "rights", f"Licens: {settings.licence}")
    for entry in shown:
        _entry(root, frame, entry)
    ET.indent(root, "")
    return _DECLARATION + bytes(ET.tostring(root, encoding="utf-8")) + b"\n"


_DECLARATION = b'<?xml version="1.0" encoding="utf-8"?>\n'


def tag(frame: Frame, entry: Entry) -> str:
    """The entry's name for ever: whose address, a day on which it was theirs, and which of it."""
    return f"tag:{host(frame.site.settings)},{entry.since}:{frame.links.to(entry.name)}"


def _entry(root: ET.Element, frame: Frame, entry: Entry) -> None:
    made = ET.SubElement(root, "entry")
    address = frame.site.settings.address.rstrip("/") + entry.address
    _add(made, "id", tag(frame, entry))
    _add(made, "title", entry.title)
    _add(made, "published", noon(entry.published).isoformat())
    _add(made, "updated", noon(entry.updated).isoformat())
    ET.SubElement(made, "link", rel="alternate", type="text/html", href=address)
    _authors(made, entry.authors)
    ET.SubElement(made, "category", term=entry.kind)
    _add(made, "summary", entry.summary)


def _authors(parent: ET.Element, names: Iterable[str]) -> None:
    for name in names:
        _add(ET.SubElement(parent, "author"), "name", name)


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = _NO_CHARACTER.sub("", text)


# What XML 1.0 has no way to write, not even as a reference.
_NO_CHARACTER = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
