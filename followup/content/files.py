"""The content tree on disk -> RawFile values. The only place that reads it."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from followup.diagnostics import Diagnostic, FollowupError, Source


@dataclass(frozen=True)
class RawFile:
    """One file: its path below the content folder, with forward slashes, and its bytes."""

    path: str
    data: bytes


def read_tree(root: Path) -> tuple[tuple[RawFile, ...], tuple[Diagnostic, ...]]:
    """Reads every ordinary file below `root`, sorted by path.

    Hidden files (`.DS_Store`, `._x.md`, `.git`) and editors' backups are passed over. What cannot
    be read, or is no ordinary file, is a diagnostic. Raises FollowupError when `root` is no folder.
    """
    if not root.is_dir():
        raise FollowupError(f"Mappen {root} finns inte. Ange rätt mapp med --innehåll.")
    files: list[RawFile] = []
    faults: list[Diagnostic] = []
    for path in _walk(root, faults, root):
        name = path.relative_to(root).as_posix()
        try:
            files.append(RawFile(name, path.read_bytes()))
        except OSError as error:
            faults.append(_unreadable(name, error))
    return tuple(sorted(files, key=lambda file: file.path)), tuple(faults)


def _walk(folder: Path, faults: list[Diagnostic], root: Path) -> Iterator[Path]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        faults.append(_unreadable(folder.relative_to(root).as_posix(), error))
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith(".") or entry.name.endswith("~"):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(path, faults, root)
        elif entry.is_file(follow_symlinks=False):
            yield path
        else:
            faults.append(_not_ordinary(path.relative_to(root).as_posix()))


def _unreadable(name: str, error: OSError) -> Diagnostic:
    return Diagnostic(
        Source(name),
        "fel",
        "oläsbar-fil",
        f"går inte att läsa ({error.strerror})",
        "Kontrollera att du har rätt att läsa filen och att den inte är öppen i ett annat program.",
    )


def _not_ordinary(name: str) -> Diagnostic:
    return Diagnostic(
        Source(name),
        "fel",
        "ovanlig-fil",
        "är en länk till något annat, inte en vanlig fil",
        "Lägg själva filen här i stället för en genväg eller länk.",
    )
