"""The files of a content tree, sorted by what they are, as their paths say it."""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from followup.content import table
from followup.content.document import Document, parse
from followup.content.files import RawFile
from followup.content.letters import decode, is_empty, shown
from followup.content.names import folder_faults, name_faults, twins
from followup.content.table import Table
from followup.content.unreadable import Unreadable
from followup.diagnostics import Diagnostic, Source
from followup.suggest import closest
from followup.swedish import listing

T = TypeVar("T")
Kind = Literal[
    "settings",
    "parties",
    "place",
    "page",
    "promise",
    "own_notice",
    "measure",
    "action",
    "action_list",
    "report",
    "outcome",
    "picture",
]


@dataclass(frozen=True)
class ContentFile:
    """A file that belongs here. What it holds is None when it cannot be understood.

    A list of actions holds a table, every other file a document.
    """

    kind: Kind
    path: str
    id: str
    promise: str
    document: Document | None
    table: Table | None = None


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
    for raw in in_order:
        if posixpath.basename(raw.path).lower() == "readme.md":
            continue
        kind, names = _classify(raw.path)
        if kind is None:
            faults += _unknown_file(raw.path)
        elif kind == "picture":
            faults += folder_faults(raw.path)
            pictures[raw.path] = raw.data
        elif not is_empty(raw):
            faults += name_faults(raw.path, names)
            id, promise = names.get("id", ""), names.get("promise", "")
            if kind == "action_list":
                rows = _read(table.as_utf8(raw), table.parse, texts, faults)
                sorted_files.append(ContentFile(kind, raw.path, id, promise, None, rows))
            else:
                document = _read(raw, parse, texts, faults)
                sorted_files.append(ContentFile(kind, raw.path, id, promise, document))
    return Tree(tuple(sorted_files), pictures, texts, tuple(faults))


_PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("settings", re.compile(r"webbplats\.yaml")),
    ("parties", re.compile(r"parter\.yaml")),
    ("place", re.compile(r"platser/(?P<id>[^/]+)\.md")),
    ("page", re.compile(r"sidor/(?P<id>[^/]+)\.md")),
    ("promise", re.compile(r"loften/(?P<promise>[^/]+)/lofte\.md")),
    ("own_notice", re.compile(r"loften/(?P<promise>[^/]+)/notis\.md")),
    ("measure", re.compile(r"loften/(?P<promise>[^/]+)/atgarder/(?P<id>[^/]+)\.md")),
    ("action", re.compile(r"loften/(?P<promise>[^/]+)/insatser/(?P<id>[^/]+)\.md")),
    ("action_list", re.compile(r"loften/(?P<promise>[^/]+)/insatser/[^/]+\.(?i:csv)")),
    ("report", re.compile(r"loften/(?P<promise>[^/]+)/redovisningar/(?P<id>[^/]+)\.md")),
    ("outcome", re.compile(r"loften/(?P<promise>[^/]+)/effekter/(?P<id>[^/]+)\.md")),
    ("picture", re.compile(r".+\.(?:jpg|jpeg|png|webp)", re.IGNORECASE)),
)
_LIST = "loften/<id>/insatser/<namn>.csv"
_SHAPES = (
    "webbplats.yaml",
    "parter.yaml",
    "platser/<id>.md",
    "sidor/<id>.md",
    "loften/<id>/lofte.md",
    "loften/<id>/notis.md",
    "loften/<id>/atgarder/<id>.md",
    "loften/<id>/insatser/<id>.md",
    _LIST,
    "loften/<id>/redovisningar/<id>.md",
    "loften/<id>/effekter/<id>.md",
)
_FOLDERS = ("loften", "platser", "sidor")
_FOLDER = re.compile(r"loften/[^/.]+(?:/(?:atgarder|insatser|redovisningar|effekter))?")
_NAMES = frozenset(
    part for shape in _SHAPES for part in shape.split("/") if not part.startswith("<")
)


def _classify(path: str) -> tuple[Kind | None, dict[str, str]]:
    for kind, pattern in _PATTERNS:
        if match := pattern.fullmatch(path):
            return kind, match.groupdict()
    return None, {}


def _unknown_file(path: str) -> Iterator[Diagnostic]:
    likely = "/".join(closest(part, _NAMES) or part for part in path.split("/"))
    message = "filen ligger inte där någon fil ska ligga, så den syns inte på webbplatsen"
    hint = f"Kontrollera mappens och filens namn. Så här ser de ut: {listing(_SHAPES)}."
    if path in _FOLDERS or _FOLDER.fullmatch(path):
        message = "det här är en fil, men här ska en mapp ligga"
        hint = "Ge filen ett annat namn, eller ta bort den."
    elif _classify(likely)[0]:
        hint = f"Menade du  {likely} ?"
    elif told := _of_another_kind(path):
        message, hint = told
    yield Diagnostic(Source(path), "fel", "okänd-fil", message, hint)


def _of_another_kind(path: str) -> tuple[str, str] | None:
    """What to do with a file that another program made."""
    stem, _, ending = path.rpartition(".")
    renamed = f"{stem.removesuffix('.md')}.md"
    match ending.lower():
        case "docx" | "doc" | "odt" | "rtf" | "pdf":
            return (
                "filen är gjord i ett ordbehandlingsprogram och går inte att läsa här",
                f"Kopiera texten till en ny fil med namnet  {renamed}  och ta bort den här.",
            )
        case "xlsx" | "xls" | "xlsm" | "ods" | "numbers":
            saved = f"{stem}.csv" if _classify(f"{stem}.csv")[0] else _LIST
            return (
                "filen är gjord i ett kalkylprogram och går inte att läsa här",
                f"En lista över insatser går att läsa när den är sparad som CSV:  {saved}  "
                "Ta sedan bort den här filen.",
            )
        case "txt" | "md" if _classify(renamed)[0]:
            return "filens namn ska sluta på .md", f"Döp om filen till  {renamed}"
        case "heic" | "heif" | "gif" | "bmp" | "tif" | "tiff" | "svg":
            return (
                "bilder av det här slaget går inte att visa",
                "Spara bilden som jpg, png eller webp, och ta bort den här filen.",
            )
    return None


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
