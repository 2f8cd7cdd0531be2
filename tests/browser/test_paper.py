"""On paper: all that is read on the screen, nothing cut, and the summary on one sheet."""

import re
from io import BytesIO
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from browser.conftest import Serve
from browser.findings import expect_none
from browser.sites import FACES, KINDS, files, heaviest
from browser.window import View, opened

# Ways to go on from the page, and pictures of other channels: nobody can follow them on paper.
LEFT_OUT = "nav, .menu, .choices, .crumbs, button, form, .live, .share, .seen, [data-no-print]"
SHEET = View(718, 1047)  # A4 in CSS pixels, less a margin of a centimetre on each side


@pytest.mark.parametrize("kind", KINDS)
def test_paper_holds_all_that_is_read(chromium: Browser, serve: Serve, kind: str) -> None:
    seen, address = heaviest(kind)
    with opened(chromium, SHEET) as window:
        window.visit(serve(files(seen)), address)
        main = "document.querySelector('main') ?? document.body"
        words: list[str] = window.page.evaluate(f"probe.read({main}, {LEFT_OUT!r})")
        printed = _letters("".join(page.extract_text() for page in _paper(window.page).pages))
        assert [text for text in words if _letters(text) not in printed] == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_cut_on_paper(chromium: Browser, serve: Serve, kind: str) -> None:
    seen, address = heaviest(kind)
    with opened(chromium, SHEET) as window:
        window.visit(serve(files(seen)), address)
        window.page.emulate_media(media="print")
        expect_none(window.ask("wide()") + window.ask("clipped()") + window.ask("scrolled()"))


@pytest.mark.parametrize("face", FACES)
def test_the_summary_fits_one_sheet(chromium: Browser, serve: Serve, face: str) -> None:
    with opened(chromium, SHEET) as window:
        window.visit(serve(files(FACES[face])), "/")
        assert len(_paper(window.page).pages) == 1


def _paper(page: Page) -> PdfReader:
    return PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))


def _letters(text: str) -> str:
    """The text without what a line break may add or take away."""
    return re.sub(r"[\s\u00ad\u200b\u2010-]", "", normalize("NFKC", text)).lower()
