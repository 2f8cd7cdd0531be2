"""Style sheets, scripts and the icon: published under names that carry a hash of the content."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from followup.graphics.colour import PAPER_DARK, nearest_readable
from followup.model import Settings
from followup.output import Blob

STYLES = ("tokens", "base", "layout", "components", "pictures", "map", "print")
SCRIPTS = ("copy",)


def named(name: str, data: bytes) -> Blob:
    """The file with its hash in its name: a changed file has a new name, so caches never lie."""
    stem, dot, ending = name.rpartition(".")
    digest = hashlib.blake2b(data, digest_size=5).hexdigest()
    return Blob(f"assets/{stem}.{digest}{dot}{ending}", data)


def style_sheets(folder: Path, settings: Settings) -> tuple[Blob, ...]:
    """The style sheets in the order of their layers, the site's own accent colour last."""
    files = (_file(folder, "css", name) for name in STYLES)
    return (*files, *_accent(settings))


def box(folder: Path) -> Blob:
    """The rules of the box that other websites show: also pasted there, so without quotes."""
    return named("embed.css", (folder / "embed.css").read_bytes())


def scripts(folder: Path) -> tuple[Blob, ...]:
    """The scripts; each is comfort only."""
    return tuple(
        named(f"{name}.js", (folder / "js" / f"{name}.js").read_bytes()) for name in SCRIPTS
    )


def icon(folder: Path) -> Blob:
    return named("icon.svg", (folder / "icon.svg").read_bytes())


def _file(folder: Path, kind: str, name: str) -> Blob:
    return named(f"{name}.{kind}", (folder / kind / f"{name}.{kind}").read_bytes())


def _accent(settings: Settings) -> Iterable[Blob]:
    """The accent colours of the settings; the dark one is derived when it is not given."""
    if settings.accent:
        dark = settings.accent_dark or nearest_readable(settings.accent, PAPER_DARK)
        css = f":root{{--accent:{settings.accent};--accent-dark:{dark}}}\n"
        yield named("accent.css", css.encode())
