"""The style sheet, scripts and the icon: published under names that carry a hash of the content."""

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from followup.graphics.colour import PAPER_DARK, nearest_readable
from followup.model import Settings
from followup.output import Blob

STYLES = (
    "tokens", "base", "layout", "components", "controls",
    "pictures", "years", "trends", "map", "print",
)  # fmt: skip
SCRIPTS = ("copy", "examples", "filter")


def named(name: str, data: bytes) -> Blob:
    """The file with its hash in its name: a changed file has a new name, so caches never lie."""
    stem, dot, ending = name.rpartition(".")
    digest = hashlib.blake2b(data, digest_size=5).hexdigest()
    return Blob(f"assets/{stem}.{digest}{dot}{ending}", data)


def style_sheet(folder: Path, settings: Settings) -> Blob:
    """The style sheets as one file, in the order of their layers, the site's own accent last.

    One file comes faster than many. Comments and indents stay at home: a fifth of its weight.
    """
    files = [(folder / "css" / f"{name}.css").read_bytes() for name in STYLES]
    return named("stil.css", b"".join([*map(_light, files), *_accent(settings)]))


def _light(css: bytes) -> bytes:
    return re.sub(rb"\s*\n\s*", b"\n", re.sub(rb"/\*.*?\*/", b"", css, flags=re.DOTALL))


def box(folder: Path) -> Blob:
    """The rules of the box that other websites show: also pasted there, so without quotes."""
    return named("ruta.css", (folder / "embed" / "box.css").read_bytes())


def box_frame(folder: Path) -> Blob:
    """The rules of what is around the box in a page of its own."""
    return named("ram.css", _light((folder / "embed" / "frame.css").read_bytes()))


def scripts(folder: Path) -> dict[str, Blob]:
    """The scripts by name; each is comfort only."""
    files = ((name, folder / "js" / f"{name}.js") for name in SCRIPTS)
    return {name: named(f"{name}.js", path.read_bytes()) for name, path in files}


def icon(folder: Path) -> Blob:
    return named("icon.svg", (folder / "icon.svg").read_bytes())


def _accent(settings: Settings) -> Iterable[bytes]:
    """The accent colours of the settings; the dark one is derived when it is not given."""
    if settings.accent:
        dark = settings.accent_dark or nearest_readable(settings.accent, PAPER_DARK)
        yield f":root{{--accent:{settings.accent};--accent-dark:{dark}}}\n".encode()
