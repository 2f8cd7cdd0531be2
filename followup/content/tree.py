"""The files of a content tree, sorted by what they are, as their paths say it."""

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from followup.content import geojson, table
from followup.content.document import Document, parse
from followup.content.files import RawFile
from followup.content.kinds import Kind, classify
from followup.content.letters import decode, is_empty, shown
from followup.content.misplaced import another_kind, unknown_file
from followup.content.names import folder_faults, name_faults, twins
from followup.content.table import Table
from followup.content.unreadable import Unreadable
from followup.diagnostics import Diagnostic
from followup.model import MapFile

T = TypeVar("T")


@dataclass(frozen=True)
class ContentFile:
    """A file that belongs here. What it holds is None when it cannot be understood.

    A list of actions holds a table, a map file shapes, every other file a document.
    """

    kind: Kind
    path: str
    id: str
    promise: str
    document: Document | None
    table: Table | None = None
    map: MapFile | None = None


@dataclass(frozen=True)
class Tree:
    files: tuple[ContentFile, ...]
    pictures: Mapping[str, bytes]
    texts: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...]

    def of_kind(self, kind: Kind, promise: str = "") -> tuple[ContentFile, ...]:
        return tuple(f for f in self.files if f.kind == kind and f.promise == promise)

    def documents(self, kind: Kind, promise: str = "") -> Iterator[tuple[str, Document]]:
        """The readable files of a kind, each with its id."""
        for file in self.of_kind(kind, promise):
            if file.document:
                yield file.id, file.document

    def ids(self, kind: Kind, promise: str = "") -> frozenset[str]:
        """What can be referred to, faulty files included: they give no follow-on faults."""
        return frozenset(file.id for file in self.of_kind(kind, promise))


def sort_files(files: Iterable[RawFile]) -> Tree:
    """Parses the text files and says what each file is. A file in no known place is a fault.

    Read-me files are passed over; so are empty files, which are drafts that nobody has begun.
    """
    sorted_files: list[ContentFile] = []
    pictures: dict[str, bytes] = {}
    texts: dict[str, str] = {}
    in_order = sorted(files, key=lambda raw: raw.path)
    faults: list[Diagnostic] = [*twins(raw.path for raw in in_order)]
    promises = _promises(raw.path for raw in in_order)
    for raw in in_order:
        if posixpath.basename(raw.path).lower() == "readme.md":
            continue
        kind, names = classify(raw.path)
        if kind is None:
            faults.append(unknown_file(raw, promises))
        elif kind == "picture":
            faults += folder_faults(raw.path)
            pictures[raw.path] = raw.data
        elif not is_empty(raw):
            faults += name_faults(raw.path, names)
            id, promise = names.get("id", ""), names.get("promise", "")
            if kind == "action_list":
                rows = _read(table.as_utf8(raw), table.parse, texts, faults)
                sorted_files.append(ContentFile(kind, raw.path, id, promise, None, rows))
            elif kind == "map":
                shapes = _read(raw, geojson.parse, texts, faults)
                sorted_files.append(ContentFile(kind, raw.path, "", "", None, map=shapes))
            else:
                document = _read(raw, parse, texts, faults)
                if document and (fault := another_kind(document, kind, promises)):
                    faults.append(fault)
                    document = None
                sorted_files.append(ContentFile(kind, raw.path, id, promise, document))
    return Tree(tuple(sorted_files), pictures, texts, tuple(faults))


def _promises(paths: Iterable[str]) -> tuple[str, ...]:
    """The folders of those that have a file of their own, in order."""
    found = (classify(path)[1] for path in paths if path.endswith("/lofte.md"))
    return tuple(names["promise"] for names in found if "promise" in names)


def _read(
    raw: RawFile,
    parse_text: Callable[[str, str], T],
    texts: dict[str, str],
    faults: list[Diagnostic],
) -> T | None:
    try:
        texts[raw.path] = decode(raw)
        return parse_text(raw.path, texts[raw.path])
    except Unreadable as error:
        texts.setdefault(raw.path, shown(raw))
        faults.append(error.diagnostic)
        return None
