"""The sites that are looked at, and their pages sorted by kind."""

import re
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import site_under_test as site

from followup.output import Finished
from followup.reporting import report


@dataclass(frozen=True)
class Seen:
    """Content seen from a day. `edits` are words to change first, by file."""

    content: str
    day: str | None = None
    edits: Mapping[str, tuple[str, str]] = field(default_factory=dict, hash=False)


PROMISE = "loften/2018/lofte.md"
SITES = {"shipped": Seen("content"), "every-kind": Seen("tests/every_kind", "2026-11-15")}
# The five faces of the front page, all with the promise that is shipped.
FACES = {
    "fore": Seen("content", "2017-12-01"),
    "pagar": Seen("content"),
    "slut": Seen("content", "2019-01-15"),
    "slutredovisad": Seen(
        "content",
        "2019-03-15",
        {
            PROMISE: ("\ntill:", "\nslutredovisad: 2019-03-01\ntill:"),
            "webbplats.yaml": ("nytt_löfte:", "# nytt_löfte:"),
        },
    ),
    "mellan": Seen("content", "2019-06-01"),
}
# What a page is one of, by its address: each is made by one template.
KINDS = {
    "front": "/",
    "missing": "/404.html",
    "archive": "/loften/",
    "promise": "/loften/[^/]+/",
    "measure": "/loften/[^/]+/atgarder/[^/]+/",
    "actions": "/loften/[^/]+/insatser/",
    "chosen": "/loften/[^/]+/insatser/(sida/\\d+|(atgard|plats|manad|part|lage)/[^/]+)/.*",
    "action": "/loften/[^/]+/insatser/[^/]+/",
    "report": "/loften/[^/]+/redovisningar/[^/]+/",
    "outcome": "/loften/[^/]+/effekter/[^/]+/",
    "notice": "(/loften/[^/]+)?/notis/",
    "places": "/platser/",
    "place": "/platser/[^/]+/",
    "changes": "/andringar/",
    "data": "/data/",
    "table": "/data/[^/]+/",
    "share": "/dela/",
    "box": "/dela/ruta/",
    "counting": "/om/sa-raknar-vi/",
    "statement": "/tillganglighet/",
    "privacy": "/personuppgifter/",
    "map": "/webbplatskarta/",
    "free": "/(?!loften|platser|andringar|data|dela|notis|tillganglighet|personuppgifter"
    "|webbplatskarta)[a-z-]+/",
}

REFRESH = b'http-equiv="refresh"'


@cache
def files(seen: Seen) -> Mapping[str, Finished]:
    """The files of the site by path; those that are slow to make are made when asked for."""
    with tempfile.TemporaryDirectory() as folder:
        content = (
            _edited(seen, Path(folder) / "content") if seen.edits else site.ROOT / seen.content
        )
        result = site.build_in_memory(content, seen.day)
    assert not result.has_errors, report(result.diagnostics, result.texts)
    return {file.path: file for file in result.files}


def moved(seen: Seen) -> list[str]:
    """The addresses of the pages that only lead on to another."""
    found = files(seen)
    paths = [path for path in found if path.endswith(".html") and REFRESH in found[path].data]
    return ["/" + path.removesuffix("index.html") for path in sorted(paths)]


def pages(seen: Seen, kind: str = "") -> list[str]:
    """The addresses of the pages that stay, all or of one kind, the heaviest first."""
    found = files(seen)
    html = [path for path in found if path.endswith(".html") and REFRESH not in found[path].data]
    html.sort(key=lambda path: (-len(found[path].data), path))
    addresses = ["/" + path.removesuffix("index.html") for path in html]
    return [address for address in addresses if not kind or re.fullmatch(KINDS[kind], address)]


def heaviest(kind: str) -> tuple[Seen, str]:
    """The heaviest page of the kind on any site, and that site."""
    found = [(seen, address) for seen in SITES.values() for address in pages(seen, kind)[:1]]
    return max(found, key=lambda one: len(file_of(*one).data))


def file_of(seen: Seen, address: str) -> Finished:
    """The file that is shown at the address."""
    found = files(seen)
    path = address.lstrip("/")
    return found[path] if path in found else found[f"{path}index.html"]


def _edited(seen: Seen, folder: Path) -> Path:
    shutil.copytree(site.ROOT / seen.content, folder)
    for name, (words, others) in seen.edits.items():
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert words in text
        path.write_text(text.replace(words, others), encoding="utf-8")
    return folder
