"""Permalinks, and the links and images that stand in running text."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from followup.content.code_spans import without_code
from followup.content.table import is_table
from followup.diagnostics import Diagnostic, Source
from followup.model import Action, Body, Site
from followup.suggest import closest_of_many, ways
from followup.swedish import slug


@dataclass(frozen=True)
class Prose:
    """Running text in Markdown, with the addresses that its internal links lead to.

    `words` are what its placeholders stand for, in Swedish whatever the text's own `language`.
    """

    text: str
    addresses: tuple[tuple[str, str], ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    language: str = "sv"


# The anchors that every page has around its own content.
OF_THE_FRAME = (
    "innehall",
    "sidfot-avsandare",
    "sidfot-om-webbplatsen",
    "sidfot-om-uppfoljningen",
)


def anchor(heading: str) -> str:
    """The anchor of a heading in running text; never one that the frame of the page has."""
    made = slug(heading)
    return f"{made}-1" if made in OF_THE_FRAME else made


def table(name: str) -> str:
    """The page about one table of the open data."""
    return f"{DATA}{name}/"


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


def choice(promise_id: str, kind: str, id: str) -> str:
    """The actions of one measure, place, month or party, or of what is only planned.

    Two steps below the list, where the id of an action is one: no action can want the address.
    """
    return f"{actions(promise_id)}{kind}/{id}/"


# The ids of a promise's lists of what is or was planned.
COMING, UNCONFIRMED = "planerade", "obekraftade"


def further(address: str, number: int) -> str:
    """A further page of a long list; the oldest is number 1, so that a page stays where it is.

    Of what is to come the list itself has the nearest, and its second page is number 2.
    """
    return f"{address}sida/{number}/"


def report(promise_id: str, id: str) -> str:
    return f"/loften/{promise_id}/redovisningar/{id}/"


def outcome(promise_id: str, id: str) -> str:
    return f"/loften/{promise_id}/effekter/{id}/"


def promise_notice(promise_id: str) -> str:
    return f"/loften/{promise_id}/notis/"


def promise_image(promise_id: str) -> str:
    """The image that goes with the promise when it is shared."""
    return f"/delning/{promise_id}.png"


def measure_image(promise_id: str, id: str) -> str:
    return f"/delning/{promise_id}/{id}.png"


def notice_text(name: str) -> str:
    """The file of one of the notice's texts, beside the notice: `kort.txt`, `lang.txt`."""
    return f"{slug(name)}.txt"


def place(id: str) -> str:
    return f"/platser/{id}/"


def free_page(id: str) -> str:
    return f"/{id}/"


NOTICE_WORD = "notis.docx"
NOTICE_PDF = "notis.pdf"
PLACES = "/platser/"
ARCHIVE = "/loften/"
CHANGES = "/andringar/"
NOTICE = "/notis/"
SHARE = "/dela/"
EMBED = "/dela/ruta/"
EMBED_DATA = "/dela/ruta.json"
FEED = "/flode.xml"
CALENDAR = "/kalender.ics"
COUNTING = "/om/sa-raknar-vi/"
ACCESSIBILITY = "/tillganglighet/"
PRIVACY = "/personuppgifter/"
SITE_MAP = "/webbplatskarta/"
DATA = "/data/"


@dataclass(frozen=True)
class Links:
    """Where everything is: addresses begin with `base`, the path of the site's own address.

    `by_file` gives the address of a content file, `pictures` that of a picture file, and `pages`
    are the addresses that a text may write out.
    """

    base: str
    by_file: Mapping[str, str]
    pictures: Mapping[str, str]
    pages: frozenset[str] = frozenset()

    @staticmethod
    def of(site: Site, pictures: Mapping[str, str]) -> "Links":
        base = urlsplit(site.settings.address).path.rstrip("/")
        by_file = dict(_addresses(site))
        return Links(base, by_file, pictures, frozenset((*by_file.values(), *_own_pages(site))))

    def to(self, address: str) -> str:
        """An address of this site as it stands in a link."""
        return self.base + address

    def prose(self, body: Body) -> Prose:
        """A body with its internal links resolved; what is not published yet has the address ""."""
        written = dict.fromkeys(mark.target for mark in _marks(body.text))
        found = ((t, self._resolve(t, body.source.path)) for t in written if is_internal(t))
        return Prose(body.text.strip(), tuple((t, self.to(a) if a else "") for t, a in found))

    def check(self, body: Body) -> Iterator[Diagnostic]:
        """A fault for each internal link that leads nowhere, and each image from somewhere else."""
        for mark in _marks(body.text):
            source = spot(body, mark.offset, len(mark.target))
            if _ON_A_DISK.match(mark.target):
                message = "adressen leder till en fil på din egen dator"
                yield Diagnostic(source, "fel", "trasig-länk", message, _PUT_BESIDE[mark.is_image])
            elif not is_internal(mark.target):
                if mark.is_image:
                    yield _foreign_image(source, mark.target)
                elif mark.target.startswith("//"):
                    hint = f"Skriv hela adressen:  https:{mark.target}"
                    yield Diagnostic(source, "fel", "trasig-länk", "adressen är inte hel", hint)
            elif self._resolve(mark.target, body.source.path):
                continue
            elif mark.is_image:
                message = f"bilden ”{mark.target}” finns inte"
                hint = self._other_picture(mark.target, body.source.path)
                yield Diagnostic(source, "fel", "trasig-länk", message, hint)
            else:
                message = f"länken ”{mark.target}” leder ingenstans"
                hint = self._suggestion(mark.target, body.source.path)
                yield Diagnostic(source, "fel", "trasig-länk", message, hint)

    def _resolve(self, target: str, path: str) -> str | None:
        file, mark, anchor = target.partition("#")
        if file.startswith("/"):
            return target if file in self.pages else None
        content_path = posixpath.normpath(posixpath.join(posixpath.dirname(path), file))
        found = self.by_file.get(content_path) or self.pictures.get(content_path)
        return found and found + mark + anchor

    def _suggestion(self, target: str, path: str) -> str:
        if target.startswith("www."):
            return f"Skriv hela adressen:  [text](https://{target})"
        if "@" in target:
            return f"Skriv mailto: före e-postadressen:  [text](mailto:{target})"
        known = ways(posixpath.dirname(path), (*self.by_file, *self.pictures))
        near = closest_of_many(target, (*known, *self.pages))
        example = near or next(iter(known), PLACES)
        ask = f"Menade du  {near} ?  " if near else ""
        return f"{ask}Skriv vägen till filen, till exempel:  [text]({example})"

    def _other_picture(self, target: str, path: str) -> str:
        near = closest_of_many(target, ways(posixpath.dirname(path), (*self.pictures,)))
        ask = f"Menade du  {near} ?  " if near else ""
        return f"{ask}Lägg bilden, som jpg, png eller webp, i samma mapp som textfilen."


_ON_A_DISK = re.compile(r"file:|[a-z]:[\\/]|\\\\", re.IGNORECASE)
_PUT_BESIDE = {
    False: "Ingen annan kommer åt den. Skriv adressen till en sida på webben:  "
    "[text](https://polisen.se)",
    True: "Lägg bilden bredvid textfilen och skriv:  ![Vad bilden visar](bild.jpg)",
}


def is_internal(target: str) -> bool:
    """True for what leads to another page of this site, rather than within the page or away."""
    return not target.startswith(("#", "//")) and not re.match(r"[a-z][a-z0-9+.-]*:", target, re.I)


@dataclass(frozen=True)
class _Mark:
    """What a link or an image points at, and where in the text that stands."""

    target: str
    offset: int
    is_image: bool


# [text](here), ![text](here "title"), [text](<here too>) and [name]: here
_INLINE = re.compile(
    r"(?P<image>!\[[^\]\n]{0,1000})?\]\(\s*"
    r"(?:<(?P<bracketed>[^<>\n]+)>|(?P<bare>(?:[^()<>\s]|[^()<>\S\n](?![\"'])|\([^()\s]*\)){1,1000}))"
)
_REFERENCE = re.compile(r"^ {0,3}\[[^\]]+\]:\s*<?(?P<bare>[^\s<>]+)", re.MULTILINE)


def _marks(text: str) -> Iterator[_Mark]:
    """The links and images of a text; what stands in code is no link."""
    text = without_code(text)
    for match in _INLINE.finditer(text):
        name = "bracketed" if match["bracketed"] else "bare"
        yield _Mark(match[name].strip(), match.start(name), bool(match["image"]))
    yield from (_Mark(m["bare"], m.start("bare"), False) for m in _REFERENCE.finditer(text))


def _foreign_image(source: Source, target: str) -> Diagnostic:
    return Diagnostic(
        source,
        "fel",
        "trasig-länk",
        f"bilden ”{target}” ligger på en annan webbplats",
        "Lägg bilden bredvid textfilen och skriv:  ![Vad bilden visar](bild.jpg)",
    )


def spot(body: Body, offset: int, length: int) -> Source:
    """Where in its file something stands that begins at `offset` in a body."""
    line_start = body.text.rfind("\n", 0, offset) + 1
    line = body.source.line + body.text.count("\n", 0, offset)
    before = max(0, body.source.column - 1) if line_start == 0 else 0  # a cell begins in a line
    return Source(body.source.path, line, before + offset - line_start + 1, length)


def _own_pages(site: Site) -> Iterator[str]:
    """The pages that no content file has to itself."""
    yield from (front(), PLACES, ARCHIVE, CHANGES, COUNTING, PRIVACY, SITE_MAP, SHARE, DATA)
    if site.settings.accessibility:
        yield ACCESSIBILITY
    if site.promises:
        yield NOTICE
    for one in site.promises:
        yield from (actions(one.id), promise_notice(one.id))


def _file_of(action: Action) -> str:
    """The action's file, or for one in a list the file that it would have had: links stay whole."""
    path = action.source.path
    return f"{posixpath.dirname(path)}/{action.id}.md" if is_table(path) else path


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
            yield _file_of(a), action(one.id, a.id)
        for r in one.reports:
            yield r.source.path, report(one.id, r.id)
        for o in one.outcomes:
            yield o.source.path, outcome(one.id, o.id)
