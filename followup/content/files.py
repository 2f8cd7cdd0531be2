"""The content tree on disk -> RawFile values. The only place that reads it."""

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from followup.content.made_elsewhere import begins_as
from followup.diagnostics import Diagnostic, FollowupError, Source
from followup.swedish import number


@dataclass(frozen=True)
class RawFile:
    """One file: its path below the content folder, with forward slashes, and its bytes."""

    path: str
    data: bytes


def read_tree(root: Path) -> tuple[tuple[RawFile, ...], tuple[Diagnostic, ...]]:
    """Reads every ordinary file below `root`, sorted by path.

    Hidden files (`.DS_Store`, `._x.md`, `.git`) and what programs leave behind (`x.md~`,
    `Thumbs.db`) are passed over. What cannot be read, is larger than anybody means, or is no
    ordinary file, is a diagnostic. Of a file that is neither text nor picture only the name is
    read. Raises FollowupError when `root` is no folder that can be read.
    """
    try:
        os.scandir(root).close()
    except OSError:
        raise FollowupError(
            f"Mappen {root} finns inte, eller går inte att läsa. Ange rätt mapp med --innehåll."
        ) from None
    faults: list[Diagnostic] = []
    files = sorted(_walk(root, faults), key=lambda file: file.path)
    return tuple(files), tuple(sorted(faults))


_LEFT_BEHIND = ("thumbs.db", "desktop.ini")
_TEXTS = (".md", ".yaml", ".csv", ".geojson")
_PICTURES = (".jpg", ".jpeg", ".png", ".webp")
# The most bytes that a file may have: forty pages of text, a list of some ten thousand rows, a map
# with forty thousand corners, and a photo as a camera makes it.
_MOST = {
    ".md": 200_000,
    ".yaml": 200_000,
    ".csv": 1_000_000,
    ".geojson": 1_000_000,
    **dict.fromkeys(_PICTURES, 20_000_000),
}


def _walk(root: Path, faults: list[Diagnostic]) -> Iterator[RawFile]:
    """Not by recursion: folders can lie deeper than Python's own stack."""
    folders = [root]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as found:
                entries = [entry for entry in found if not _is_passed_over(entry.name)]
        except OSError:
            faults.append(_unreadable(_name(folder, root), "mappen"))
            continue
        for entry in entries:
            path = Path(entry.path)
            if entry.is_dir(follow_symlinks=False):
                if path.suffix.lower() in _TEXTS:
                    faults.append(_folder(_name(path, root)))
                else:
                    folders.append(path)
            elif entry.is_file(follow_symlinks=False):
                yield from _read(path, root, faults)
            else:
                faults.append(_not_ordinary(_name(path, root), entry.is_symlink()))


def _read(path: Path, root: Path, faults: list[Diagnostic]) -> Iterator[RawFile]:
    name = _name(path, root)
    most = _MOST.get(path.suffix.lower(), 0)
    try:
        with path.open("rb") as file:
            data = file.read(most + 1) if most else b""
    except OSError:
        faults.append(_unreadable(name, "filen"))
        return
    if len(data) <= most or (begins_as(data) and name.lower().endswith(_TEXTS)):
        yield RawFile(name, data)
    else:
        faults.append(_too_large(name, path.stat().st_size, most))


def _is_passed_over(name: str) -> bool:
    return name.startswith((".", "~$")) or name.endswith("~") or name.lower() in _LEFT_BEHIND


def _name(path: Path, root: Path) -> str:
    """The path as it can be compared and printed: å ä ö composed, what cannot be shown as �."""
    name = unicodedata.normalize("NFC", path.relative_to(root).as_posix())
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in name)


def _unreadable(name: str, what: str) -> Diagnostic:
    return Diagnostic(
        Source(name),
        "fel",
        "oläsbar-fil",
        f"{what} går inte att läsa",
        f"Kontrollera att du har rätt att läsa {what} och att den inte är öppen i ett annat "
        "program.",
    )


def _too_large(name: str, size: int, most: int) -> Diagnostic:
    hint = "Dela upp texten på flera filer."
    if name.lower().endswith(_PICTURES):
        hint = "Spara bilden i mindre format."
    elif name.lower().endswith(".geojson"):
        hint = "Spara bara det som ska ritas, och förenkla linjerna i kartprogrammet."
    return Diagnostic(
        Source(name),
        "fel",
        "stor-fil",
        f"filen är för stor: {_size(max(size, most + 1))}, och det mesta som går är {_size(most)}",
        hint,
    )


def _size(size: int) -> str:
    """Rounded up, so that what is over a limit is not said to be the limit."""
    for unit, name in ((1_000_000, "MB"), (1_000, "kB")):
        if size >= unit:
            tenths = -(-size * 10 // unit)
            return f"{number(Decimal(tenths) / 10)}\u00a0{name}"
    return f"{size}\u00a0byte"


def _folder(name: str) -> Diagnostic:
    return Diagnostic(
        Source(name),
        "fel",
        "ovanlig-fil",
        "det här är en mapp, men här ska en fil ligga",
        "Ge mappen ett annat namn, eller ta bort den.",
    )


def _not_ordinary(name: str, is_link: bool) -> Diagnostic:
    if is_link:
        message = "det här är en länk till något annat, inte en vanlig fil"
        hint = "Lägg själva filen här i stället för en genväg eller länk."
    else:
        message = "det här är inte en vanlig fil"
        hint = "Ta bort den, eller spara den på nytt som en vanlig fil."
    return Diagnostic(Source(name), "fel", "ovanlig-fil", message, hint)
