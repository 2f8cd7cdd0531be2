"""Running text: Markdown to HTML that is safe to show.

Raw HTML in a text is shown as text. What the library made is then cleaned by a written allow-list,
so that no address can run, load or frame anything.
"""

from functools import cache
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from followup.links import Prose
from followup.swedish import slug

TAGS = {
    "a", "blockquote", "br", "code", "em", "h2", "h3", "h4", "hr", "img", "li", "ol", "p", "pre",
    "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "th": {"scope"},
}
SCHEMES = {"http", "https", "mailto", "tel"}


def to_html(prose: Prose) -> Markup:
    """The text as HTML: internal links resolved, headings from the second level, nothing unsafe."""
    reader = _reader()
    reader.reset()
    resolver = reader.treeprocessors["addresses"]
    assert isinstance(resolver, _Addresses)
    resolver.addresses = dict(prose.addresses)
    made = reader.convert(prose.text)
    return Markup(
        nh3.clean(made, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
    )


class _Addresses(Treeprocessor):
    """Puts resolved addresses into links and images, and scope on a table's headings."""

    addresses: dict[str, str]

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name in ("href", "src"):
                self._lead(element, name)
            if element.tag == "th":
                element.set("scope", "col")
            if element.tag in ("h1", "h5", "h6"):
                element.tag = "h2" if element.tag == "h1" else "h4"

    def _lead(self, element: Element, name: str) -> None:
        """Sets the resolved address; a link to what is not published yet becomes plain text."""
        written = element.get(name, "")
        address = self.addresses.get(written, written)
        if address:
            element.set(name, address)
        elif written:
            del element.attrib[name]


@cache
def _reader() -> Markdown:
    """One reader for all texts; it must be reset between them."""
    reader = Markdown(
        extensions=["tables", "sane_lists", "toc"],
        extension_configs={"toc": {"slugify": lambda text, _: slug(text), "marker": ""}},
    )
    reader.preprocessors.deregister("html_block")
    reader.inlinePatterns.deregister("html")
    reader.treeprocessors.register(_Addresses(reader), "addresses", 0)
    return reader
