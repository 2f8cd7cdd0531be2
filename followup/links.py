"""Permalinks, and the links and images that stand in running text."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from followup.diagnostics import Diagnostic, Source
from followup.model import Body, Site
from followup.suggest import closest


@dataclass(frozen=True)
class Prose:
    """Running text in Markdown, with the addresses that its internal links lead to."""

    text: str
    addresses: tuple[tuple[str, str], ...] = ()


def front() -> str:
    return "/"


def promise(id: str) -> str:
    return f"/loften/{id}/"


def measure(promise_id: str, id: str) -> str:
    return f"/loften/{promise_id}/atgarder/{id}/"


def actions(promise_id: str) -> str:
    return f"/loften/{promise_id}/insatser/"


def action(promise_id: str, id: str) -> str:
    return f"/loften/{promise_id}/insatser/{id}/"


def report(promise_id: str, id: str) -> str:
    return f"/loften/{promise_id}/redovisningar/{id}/"


def promise_notice(promise_id: str) -> str:
    return f"/loften/{promise_id}/notis/"


def place(id: str) -> str:
    return f"/platser/#{id}"


def free_page(id: str) -> str:
    return f"/{id}/"


PLACES = "/platser/"
NOTICE = "/notis/"
COUNTING = "/om/sa-raknar-vi/"
ACCESSIBILITY = "/tillganglighet/"
PRIVACY = "/personuppgifter/"
SITE_MAP = "/webbplatskarta/"


@dataclass(frozen=True)
class Links:
    """Where everything is: addresses begin with `base`, the path of the site's own address.

    `by_file` gives the address of a content file, `pictures` that of a picture file.
    """

    base: str
    by_file: Mapping[str, str]
    pictures: Mapping[str, str]

    @staticmethod
    def of(site: Site, pictures: Mapping[str, str]) -> "Links":
        base = urlsplit(site.settings.address).path.rstrip("/")
        return Links(base, dict(_addresses(site)), pictures)

    def to(self, address: str) -> str:
        """An address of this site as it stands in a link."""
        return self.base + address

    def prose(self, body: Body) -> Prose:
        """A body with its internal links resolved; what is not published yet has the address ""."""
        written = dict.fromkeys(target for target, _ in _targets(body.text))
        found = ((t, self._resolve(t, body.source.path)) for t in written if _is_internal(t))
        return Prose(body.text.strip(), tuple((t, self.to(a) if a else "") for t, a in found))

    def check(self, body: Body) -> Iterator[Diagnostic]:
        """A fault for each internal link or image that leads nowhere."""
        for target, offset in _targets(body.text):
            if _is_internal(target) and not self._resolve(target, body.source.path):
                yield Diagnostic(
                    _place(body, offset, len(target)),
                    "fel",
                    "trasig-länk",
                    f"länken ”{target}” leder ingenstans",
                    self._suggestion(target, body.source.path),
                )

    def _resolve(self, target: str, path: str) -> str | None:
        if not _is_internal(target):
            return None
        file, mark, anchor = target.partition("#")
        if file.startswith("/"):
            is_page = file in self.by_file.values() or file in _OWN_PAGES
            return target if is_page else None
        content_path = posixpath.normpath(posixpath.join(posixpath.dirname(path), file))
        found = self.by_file.get(content_path) or self.pictures.get(content_path)
        return found and found + mark + anchor

    def _suggestion(self, target: str, path: str) -> str:
        folder = posixpath.dirname(path)
        known = [posixpath.relpath(file, folder) for file in (*self.by_file, *self.pictures)]
        near = closest(target, [*known, *self.by_file.values(), *_OWN_PAGES])
        example = near or next(iter(known), PLACES)
        ask = f"Menade du  {near} ?  " if near else ""
        return f"{ask}Skriv vägen till filen, till exempel:  [text]({example})"


# What a link or image in Markdown points at: [text](here), ![text](here "title").
# [name]: here
_TARGETS = (
    re.compile(r"\]\(\s*<?([^)\s<>]+)"),
    re.compile(r"^ {0,3}\[[^\]]+\]:\s*<?([^\s<>]+)", re.MULTILINE),
)
_OWN_PAGES = ("/", PLACES, NOTICE, COUNTING, ACCESSIBILITY, PRIVACY, SITE_MAP)


def _targets(text: str) -> Iterator[tuple[str, int]]:
    """What the links and images of a text point at, and where in the text."""
    for pattern in _TARGETS:
        yield from ((match[1], match.start(1)) for match in pattern.finditer(text))


def _is_internal(target: str) -> bool:
    return not target.startswith(("#", "//")) and not re.match(r"[a-z][a-z0-9+.-]*:", target, re.I)


def _place(body: Body, offset: int, length: int) -> Source:
    line_start = body.text.rfind("\n", 0, offset) + 1
    line = body.source.line + body.text.count("\n", 0, offset)
    return Source(body.source.path, line, offset - line_start + 1, length)


def _addresses(site: Site) -> Iterator[tuple[str, str]]:
    for page in site.pages:
        yield page.source.path, free_page(page.id)
    for item in site.places:
        yield item.source.path, place(item.id)
    for one in site.promises:
        yield one.source.path, promise(one.id)
        for m in one.measures:
            yield m.source.path, measure(one.id, m.id)
        for a in one.actions:
            yield a.source.path, action(one.id, a.id)
        for r in one.reports:
            yield r.source.path, report(one.id, r.id)
