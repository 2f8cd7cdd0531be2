"""The heaviest page of each kind in every width, in dark and forced colours, zoomed and enlarged.

With --allt it is every page.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from browser.conftest import Serve
from browser.findings import expect_none
from browser.sites import KINDS, SITES, Seen, files, heaviest, pages
from browser.window import View, Window, opened

WIDTHS = (320, 768, 1280)
# axe answers for colours that may change with the scheme; the rest it has said on a small phone.
COLOUR_RULES = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]
ALL_PAGES = pytest.param(True, marks=pytest.mark.long, id="all")
EXTENT = pytest.mark.parametrize("everything", [pytest.param(False, id="heaviest"), ALL_PAGES])


@EXTENT
@pytest.mark.parametrize("kind", KINDS)
def test_pages_hold_in_every_width_and_colour(
    chromium: Browser, serve: Serve, kind: str, everything: bool
) -> None:
    with opened(chromium, axe=True) as window:
        found = [
            line
            for seen, address in _chosen(kind, everything)
            for line in _varied(window, serve(files(seen)), address)
        ]
        expect_none([*found, *window.trouble])


def _varied(window: Window, origin: str, address: str) -> Iterator[str]:
    window.resize(WIDTHS[0])
    window.visit(origin, address)
    for width in WIDTHS:
        window.resize(width)
        window.recolour("light")
        yield from _whole(window)
        yield from window.ask(f"axe({COLOUR_RULES})")
        window.recolour("dark")
        yield from window.ask(f"axe({COLOUR_RULES})")
        window.recolour("forced")
        yield from window.ask("faint()")
        yield from _whole(window)


@EXTENT
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_lost_at_400_percent(
    chromium: Browser, serve: Serve, kind: str, everything: bool
) -> None:
    """A window of 1280 × 1024 pixels, four times as close."""
    with opened(chromium, View(320, 256)) as window:
        found = []
        for seen, address in _chosen(kind, everything):
            window.visit(serve(files(seen)), address)
            found += _whole(window)
        expect_none(found)


@EXTENT
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_lost_when_text_is_twice_as_large(
    large_print: Browser, serve: Serve, kind: str, everything: bool
) -> None:
    with opened(large_print) as window:
        found = []
        for seen, address in _chosen(kind, everything):
            window.visit(serve(files(seen)), address)
            assert window.value("rootSize()") >= 32
            for width in WIDTHS[:2]:
                window.resize(width)
                found += _whole(window)
        expect_none(found)


def _whole(window: Window) -> list[str]:
    return window.ask("wide()") + window.ask("clipped()") + window.ask("overlaps()")


def _chosen(kind: str, everything: bool) -> list[tuple[Seen, str]]:
    if not everything:
        return [heaviest(kind)]
    return [(seen, address) for seen in SITES.values() for address in pages(seen, kind)]
