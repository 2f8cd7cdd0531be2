"""Files that lie where no file of their kind lies, or that another program made: what to do."""

import posixpath
import re
from collections.abc import Mapping, Sequence

from followup.content.document import Document
from followup.content.files import RawFile
from followup.content.kinds import (
    CALLED,
    Kind,
    classify,
    homes,
    looks_like,
    seems_another,
)
from followup.diagnostics import Diagnostic, Source
from followup.suggest import closest
from followup.swedish import listing


def unknown_file(raw: RawFile, promises: Sequence[str]) -> Diagnostic:
    """The fault of a file in no known place; `promises` are those that there are."""
    path = raw.path
    message = "filen ligger inte där någon fil ska ligga, så den syns inte på webbplatsen"
    hint = f"Kontrollera mappens och filens namn. Så här ser de ut: {listing(_SHAPES)}."
    likely = "/".join(_likely(part) for part in path.split("/"))
    if path in _FOLDERS or _FOLDER.fullmatch(path):
        message = "det här är en fil, men här ska en mapp ligga"
        hint = "Ge filen ett annat namn, eller ta bort den."
    elif classify(likely)[0]:
        hint = f"Menade du  {likely} ?"
    elif told := _of_another_kind(path):
        message, hint = told
    elif (seems := _seems(raw)) and (places := _homes(path, seems, promises)):
        hint = f"Menade du  {'  eller  '.join(places)} ?"
    return _fault(path, message, hint)


def another_kind(document: Document, kind: Kind, promises: Sequence[str]) -> Diagnostic | None:
    """One fault for a file whose fields are those of another kind."""
    keys = {entry.key.text for entry in document.front_matter.entries}
    seems = seems_another(kind, keys)
    if not seems or not (places := _homes(document.path, seems, promises)):
        return None
    message = f"filen har samma fält som {CALLED[seems][0]}, men ligger {CALLED[kind][1]}"
    return _fault(document.path, message, f"Flytta den till  {'  eller  '.join(places)}")


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
    "karta/lager.yaml",
    "karta/<namn>.geojson",
)
_FOLDERS = ("loften", "platser", "sidor", "karta")
_FOLDER = re.compile(r"loften/[^/.]+(?:/(?:atgarder|insatser|redovisningar|effekter))?")
_NAMES = frozenset(
    part for shape in _SHAPES for part in shape.split("/") if not part.startswith("<")
)
# What people call the folders.
_MEANT = {
    "sida": "sidor",
    "plats": "platser",
    "insats": "insatser",
    "löfte": "loften",
    "åtgärd": "atgarder",
    "atgard": "atgarder",
    "effekt": "effekter",
    "redovisning": "redovisningar",
    "kartor": "karta",
    "kartan": "karta",
}
_IN_FOLDER: Mapping[str, Kind] = {
    "platser": "place",
    "sidor": "page",
    "atgarder": "measure",
    "insatser": "action",
    "redovisningar": "report",
    "effekter": "outcome",
}
_NAMED_AFTER_DAY = re.compile(r"\d{4}-\d\d-\d\d-.+")
_KEY = re.compile(r"^([^\W\d]\w*):", re.MULTILINE)
_MOST_PROPOSED = 3


def _likely(part: str) -> str:
    return _MEANT.get(part.casefold()) or closest(part, _NAMES) or part


def _seems(raw: RawFile) -> Kind | None:
    """What a text file is, as its fields, its folders or its name say it; a list has actions."""
    *folders, name = raw.path.split("/")
    if name.lower().endswith(".csv"):
        return "action"
    if not name.endswith(".md"):
        return None
    front_matter = raw.data.decode("utf-8", "replace").partition("\n---")[0]
    named = (_IN_FOLDER.get(_likely(folder)) for folder in folders)
    by_folder = next((kind for kind in named if kind), None)
    by_day: Kind | None = "action" if _NAMED_AFTER_DAY.fullmatch(name) else None
    return looks_like({*_KEY.findall(front_matter)}, [*_IN_FOLDER.values()]) or by_folder or by_day


def _homes(path: str, kind: Kind, promises: Sequence[str]) -> tuple[str, ...]:
    """Where it may be moved: within its promise, else to any promise unless they are many."""
    folders = path.split("/")
    own = [promise for promise in promises if folders[:2] == ["loften", promise]]
    found = homes(kind, own or promises, folders[-1])
    return found if len(found) <= _MOST_PROPOSED else ()


def _of_another_kind(path: str) -> tuple[str, str] | None:
    """What to do with a file that another program made."""
    stem, _, ending = path.rpartition(".")
    renamed = f"{stem.removesuffix('.md')}.md"
    match ending.lower():
        case "docx" | "doc" | "odt" | "rtf" | "pdf" | "pages":
            return (
                "filen är gjord i ett ordbehandlingsprogram och går inte att läsa här",
                f"Kopiera texten till en ny fil med namnet  {renamed}  och ta bort den här.",
            )
        case "xlsx" | "xls" | "xlsm" | "ods" | "numbers":
            saved = f"{stem}.csv" if classify(f"{stem}.csv")[0] else _LIST
            return (
                "filen är gjord i ett kalkylprogram och går inte att läsa här",
                f"En lista över insatser går att läsa när den är sparad som CSV:  {saved}  "
                "Ta sedan bort den här filen.",
            )
        case "txt" | "text" | "md" | "markdown" if classify(renamed)[0]:
            hint = f"Döp om filen till  {renamed}"
            if stem.endswith(".md"):
                hint += "  Syns inte slutet av namnet i Windows: välj Visa och Filnamnstillägg."
            return "filens namn ska sluta på .md", hint
        case "geojson" | "json":
            name = posixpath.basename(stem)
            return (
                "kartfiler ska ligga i mappen karta och sluta på .geojson",
                f"Flytta den till  karta/{name}.geojson",
            )
        case "shp" | "gpkg" | "kml" | "kmz" | "gpx" | "topojson":
            return (
                "kartor av det här slaget går inte att läsa här",
                "Spara den som GeoJSON i grader (WGS 84), och ta bort den här filen.",
            )
        case "heic" | "heif" | "gif" | "bmp" | "tif" | "tiff" | "svg":
            return (
                "bilder av det här slaget går inte att visa",
                "Spara bilden som jpg, png eller webp, och ta bort den här filen.",
            )
    return None


def _fault(path: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(Source(path), "fel", "okänd-fil", message, hint)
