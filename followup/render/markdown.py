"""Running text: Markdown to HTML that is safe to show.

Raw HTML in a text is shown as text. What the library made is then cleaned by a written allow-list,
so that no address can run, load or frame anything.
"""

import re
from functools import cache
from html import unescape
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, AtomicString
from markupsafe import Markup

from followup.links import Prose, anchor, is_internal
from followup.placeholders import PATTERN, key

TAGS = {
    "a", "bdi", "blockquote", "br", "code", "em", "h2", "h3", "h4", "hr", "img", "li", "ol", "p",
    "pre", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES: dict[str, set[str]] = {
    "*": set(),
    "a": {"href"},
    "bdi": {"lang"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "th": {"scope"},
}
WITHOUT_ANCHORS = {tag: names - {"id"} for tag, names in ATTRIBUTES.items()}
SCHEMES = {"http", "https", "mailto", "tel"}


def to_html(prose: Prose, anchors: bool = True) -> Markup:
    """The text as HTML: internal links resolved, headings from the second level, nothing unsafe.

    A link that leads nowhere is shown as plain text, and an image that is not ours as its words.
    With `anchors` its headings can be linked to; without, it can stand on a page beside others.
    """
    reader = _reader()
    reader.reset()
    finish = reader.treeprocessors["finish"]
    assert isinstance(finish, _Finish)
    finish.addresses = dict(prose.addresses)
    computed = reader.inlinePatterns["words"]
    assert isinstance(computed, _Words)
    computed.words, computed.language = dict(prose.words), prose.language
    made = reader.convert(prose.text)
    allowed = ATTRIBUTES if anchors else WITHOUT_ANCHORS
    clean = nh3.clean(made, tags=TAGS, attributes=allowed, url_schemes=SCHEMES, link_rel=None)
    return Markup(_LINK_TO_NOTHING.sub(r"\1", clean))


# Links do not stand inside each other, so the next end is this one's.
_LINK_TO_NOTHING = re.compile(r"<a>(.*?)</a>", re.DOTALL)


class _Finish(Treeprocessor):
    """Resolves links and images, puts headings in order and scope on a table's headings."""

    addresses: dict[str, str]

    def run(self, root: Element) -> None:
        headings = [element for element in root.iter() if _HEADING.fullmatch(element.tag)]
        levels = sorted({heading.tag for heading in headings if _has_text(heading)})
        for element in root.iter():
            match element.tag:
                case "a":
                    self._link(element)
                case "img":
                    self._image(element)
                case "th":
                    element.set("scope", "col")
                case tag if _HEADING.fullmatch(tag):
                    level = levels.index(tag) if _has_text(element) else None
                    element.tag = "span" if level is None else f"h{min(2 + level, 4)}"

    def _link(self, element: Element) -> None:
        written = unescape(element.get("href", "").replace(AMP_SUBSTITUTE, "&"))
        address = self.addresses.get(written, "" if _is_not_whole(written) else written)
        element.set("href", address)
        if not address:
            del element.attrib["href"]

    def _image(self, element: Element) -> None:
        if address := self.addresses.get(element.get("src", "")):
            element.set("src", address)
        else:
            element.tag, element.text = "span", element.get("alt")


class _Words(InlineProcessor):
    """Computed words in the place of `[[…]]`: text, out of which no markup can be made."""

    words: dict[str, str]
    language: str

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        text = self.words.get(key(m[1]))
        if text is None:
            return None, None, None
        safe = AtomicString(text.replace("&", f"{AMP_SUBSTITUTE}amp;"))
        if self.language == "sv":
            return safe, m.start(), m.end()
        element = Element("bdi", lang="sv")
        element.text = safe
        return element, m.start(), m.end()


def _is_not_whole(address: str) -> bool:
    """True for what only a resolved link may lead to, and for addresses without http or https."""
    return is_internal(address) or address.startswith("//")


_HEADING = re.compile("h[1-6]")


def _has_text(element: Element) -> bool:
    return bool("".join(element.itertext()).strip())


@cache
def _reader() -> Markdown:
    """One reader for all texts; it must be reset between them."""
    reader = Markdown(
        extensions=[
            TableExtension(),
            SaneListExtension(),
            TocExtension(slugify=lambda text, _: anchor(text), marker=""),
        ],
    )
    reader.preprocessors.deregister("html_block")
    reader.inlinePatterns.deregister("html")
    # After code, which is left alone, and backslashes; before links.
    reader.inlinePatterns.register(_Words(PATTERN, reader), "words", 175)
    reader.treeprocessors.register(_Finish(reader), "finish", 0)
    return reader
