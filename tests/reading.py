"""A page as a reader meets it, as text: for golden files that can be read in review."""

import re

from bs4 import BeautifulSoup, Tag
from markdownify import MarkdownConverter


class _Reader(MarkdownConverter):
    """Markdown with what a picture says in words, and with form fields' text."""

    def convert_div(self, element: Tag, text: str, parent_tags: set[str]) -> str:
        if element.get("role") == "img":
            return f"\n\n[bild: {element.get('aria-label')}]\n\n"
        return f"\n\n{text}\n\n"

    def convert_svg(self, element: Tag, text: str, parent_tags: set[str]) -> str:
        return ""

    def convert_textarea(self, element: Tag, text: str, parent_tags: set[str]) -> str:
        return f"\n\n    {text}\n\n"


def as_text(html: bytes, whole: bool = False) -> str:
    """Title, description and main part of a page as Markdown; the `whole` page with its frame."""
    soup = BeautifulSoup(html, "html.parser")
    title = soup.title.get_text() if soup.title else ""
    described = soup.find("meta", attrs={"name": "description"})
    description = described["content"] if isinstance(described, Tag) else ""
    body = _Reader(heading_style="ATX", bullets="-").convert_soup(soup.body if whole else soup.main)
    text = "\n".join(line.rstrip() for line in body.split("\n"))
    return (
        f"TITEL {title}\nBESKRIVNING {description}\n\n"
        + re.sub(r"\n{3,}", "\n\n", text).strip()
        + "\n"
    )


def main_text(html: bytes) -> str:
    """The words of the main part alone, white space folded."""
    main = BeautifulSoup(html, "html.parser").main
    return " ".join(main.get_text().split()) if main else ""
