"""The names of files and folders: those that become addresses, and those that no disk can keep."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping

from followup.content import foreign
from followup.content.fields import ID, said
from followup.diagnostics import Diagnostic, Source
from followup.swedish import slug


def name_faults(path: str, names: Mapping[str, str]) -> Iterator[Diagnostic]:
    """A fault when the file's id or its promise's cannot be an address.

    A bad name of a promise's folder is one fault, however many files there are in it.
    """
    for part, name in names.items():
        place = "/".join(path.split("/")[:2]) if part == "promise" else path
        if not ID.fullmatch(name):
            message = f"namnet {said(name)} blir en webbadress och kan inte se ut så"
            odd = foreign.told(name)
            rule = "Använd bara a–z, siffror och bindestreck. Döp om till"
            yield _fault(place, message, f"{odd} {rule}  {slug(name)}".lstrip())
        else:
            yield from _unusable(place, name)
    if "id" not in names:
        yield from _unusable(path, posixpath.basename(path))


def folder_faults(path: str) -> Iterator[Diagnostic]:
    """A fault when a file whose name and folders are free still cannot be kept on every disk."""
    for part in path.split("/"):
        yield from _unusable(path, part)


def twins(paths: Iterable[str]) -> Iterator[Diagnostic]:
    """A fault for each file that is the same as another on Windows or Mac."""
    seen: dict[str, str] = {}
    for path in paths:
        other = seen.get(path.casefold())
        seen.setdefault(path.casefold(), path)
        if other is None:
            continue
        if other == path:
            message = "det finns en fil till med samma namn: det ser likadant ut men är inte det"
        else:
            message = f"det finns en fil till med nästan samma namn: {said(other)}"
        hint = "I Windows och på Mac är de samma fil. Döp om den ena, eller ta bort den."
        yield _fault(path, message, hint)


_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_NOT_IN_WINDOWS = re.compile(r'[<>:"|?*\\\ufffd]')
_LONGEST = 100


def _unusable(place: str, name: str) -> Iterator[Diagnostic]:
    """What Windows refuses, and names so long that their path is refused somewhere."""
    hint = f"Döp om till  {slug(posixpath.splitext(name)[0])[:20].strip('-')}-1"
    if _RESERVED.fullmatch(name):
        message = f"namnet {said(name)} är upptaget i Windows, så filen går inte att spara där"
        yield _fault(place, message, hint)
    elif found := _NOT_IN_WINDOWS.search(name):
        message = f"namnet {said(name)} har ett tecken som inte går i Windows: {said(found[0])}"
        yield _fault(place, message, "Använd bara bokstäver, siffror och bindestreck.")
    elif name.rstrip(". ") != name:
        message = f"namnet {said(name)} slutar med punkt eller mellanslag, som Windows tar bort"
        yield _fault(place, message, "Ta bort det sista tecknet.")
    elif len(name) > _LONGEST:
        message = f"namnet är för långt: {len(name)} tecken, och det mesta som går är {_LONGEST}"
        yield _fault(place, message, "Döp om till ett kortare namn.")


def _fault(path: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(Source(path), "fel", "filnamn", message, hint)
