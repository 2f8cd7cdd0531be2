"""Every page, as on a small phone: what anybody must be able to read, reach and trust."""

import re

import pytest
from playwright.sync_api import Browser

from browser.conftest import Serve
from browser.findings import expect_none
from browser.sites import FACES, KINDS, SITES, files, moved, pages
from browser.window import Window, opened

# What a reader may ask for (WCAG 1.4.12), and nothing may be lost.
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"""

OPEN = "for (const one of document.querySelectorAll('details')) one.open = true"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("site", SITES)
def test_every_page_holds(chromium: Browser, serve: Serve, site: str, kind: str) -> None:
    addresses = pages(SITES[site], kind)
    if not addresses:
        pytest.skip("ingen sådan sida i innehållet")
    expect_none(_found(chromium, serve(files(SITES[site])), addresses))


@pytest.mark.parametrize("face", FACES)
def test_the_front_page_holds_in_every_face(chromium: Browser, serve: Serve, face: str) -> None:
    expect_none(_found(chromium, serve(files(FACES[face])), ["/"]))


@pytest.mark.parametrize("site", SITES)
def test_every_page_is_of_one_kind(site: str) -> None:
    sorted_out = sorted(address for kind in KINDS for address in pages(SITES[site], kind))
    assert sorted_out == sorted(pages(SITES[site]))


@pytest.mark.parametrize("site", SITES)
def test_a_page_that_has_moved_leads_to_a_page(chromium: Browser, serve: Serve, site: str) -> None:
    origin = serve(files(SITES[site]))
    with opened(chromium) as window:
        for address in moved(SITES[site]):
            window.visit(origin, address)
            window.page.wait_for_url(re.compile(f"^(?!{re.escape(origin + address)}$)"))
        # Leaving at once, the browser gives up what the page that has moved had asked for.
        assert [line for line in window.trouble if "ERR_ABORTED" not in line] == []


def _found(chromium: Browser, origin: str, addresses: list[str]) -> list[str]:
    with opened(chromium, axe=True) as window:
        found = [line for address in addresses for line in _looked(window, origin, address)]
        return found + window.trouble + [f"cookie {one}" for one in window.page.context.cookies()]


def _looked(window: Window, origin: str, address: str) -> list[str]:
    window.visit(origin, address)
    found = window.ask("axe()")
    found += window.ask("wide()") + window.ask("clipped()") + window.ask("overlaps()")
    found += window.ask("scrolled()")
    found += window.ask("targets()")
    found += [window.told(f"keeps {thing}") for thing in window.value("stored()")]
    window.page.evaluate(OPEN)
    found += window.ask("wide()") + window.ask("clipped()") + window.ask("overlaps()")
    window.page.evaluate("css => probe.dress(css)", SPACING)
    spaced = window.ask("wide()") + window.ask("clipped()") + window.ask("overlaps()")
    return found + [f"{line}, with wide spacing" for line in spaced]
