"""The files of a content tree, sorted by what they are, as their paths say it."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from followup.content.document import Document, Unreadable, decode, parse
from followup.content.fields import ID
from followup.content.files import RawFile
from followup.diagnostics import Diagnostic, Source
from followup.swedish import slug

Kind = Literal[
    "settings", "parties", "place", "page", "promise", "measure", "action", "report", "picture"
]


@dataclass(frozen=True)
class ContentFile:
    """A file that belongs here. `document` is None when it is empty or cannot be understood."""

    kind: Kind
    id: str
    promise: str
    document: Document | None


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
    faults: list[Diagnostic] = []
    for raw in files:
        kind, names = _classify(raw.path)
        if kind is None:
            faults += _unknown_file(raw.path)
        elif kind == "picture":
            pictures[raw.path] = raw.data
        elif raw.data.strip():
            faults += _name_faults(raw.path, names)
            document = _read(raw, texts, faults)
            file = ContentFile(kind, names.get("id", ""), names.get("promise", ""), document)
            sorted_files.append(file)
    return Tree(tuple(sorted_files), pictures, texts, tuple(faults))


_PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("settings", re.compile(r"webbplats\.yaml")),
    ("parties", re.compile(r"parter\.yaml")),
    ("place", re.compile(r"platser/(?P<id>[^/]+)\.md")),
    ("page", re.compile(r"sidor/(?P<id>[^/]+)\.md")),
    ("promise", re.compile(r"loften/(?P<promise>[^/]+)/lofte\.md")),
    ("measure", re.compile(r"loften/(?P<promise>[^/]+)/atgarder/(?P<id>[^/]+)\.md")),
    ("action", re.compile(r"loften/(?P<promise>[^/]+)/insatser/(?P<id>[^/]+)\.md")),
    ("report", re.compile(r"loften/(?P<promise>[^/]+)/redovisningar/(?P<id>[^/]+)\.md")),
    ("picture", re.compile(r".+\.(?:jpg|jpeg|png|webp)", re.IGNORECASE)),
)
_SHAPES = (
    "webbplats.yaml, parter.yaml, platser/<id>.md, sidor/<id>.md, loften/<id>/lofte.md, "
    "loften/<id>/atgarder/<id>.md, loften/<id>/insatser/<id>.md, loften/<id>/redovisningar/<id>.md"
)


def _classify(path: str) -> tuple[Kind | None, dict[str, str]]:
    for kind, pattern in _PATTERNS:
        if match := pattern.fullmatch(path):
            return kind, match.groupdict()
    return None, {}


def _unknown_file(path: str) -> Iterator[Diagnostic]:
    if posixpath.basename(path).lower() != "readme.md":
        yield Diagnostic(
            Source(path),
            "fel",
            "okänd-fil",
            "filen ligger inte där någon fil ska ligga, så den syns inte på webbplatsen",
            f"Kontrollera mappens och filens namn. Så här ser de ut: {_SHAPES}.",
        )


def _name_faults(path: str, names: Mapping[str, str]) -> Iterator[Diagnostic]:
    for name in names.values():
        if not ID.fullmatch(name):
            yield Diagnostic(
                Source(path),
                "fel",
                "filnamn",
                f"namnet ”{name}” blir en webbadress och kan inte se ut så",
                f"Använd bara a–z, siffror och bindestreck. Döp om till  {slug(name)}",
            )


def _read(raw: RawFile, texts: dict[str, str], faults: list[Diagnostic]) -> Document | None:
    try:
        texts[raw.path] = decode(raw)
        return parse(raw.path, texts[raw.path])
    except Unreadable as error:
        faults.append(error.diagnostic)
        return None
