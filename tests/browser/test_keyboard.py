"""The keyboard: everything is reached in order, and whoever is there sees it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from browser.conftest import Serve
from browser.findings import expect_none
from browser.sites import KINDS, files, heaviest
from browser.window import View, Window, opened

VIEWS = (View(1280, 900), View(320, 256, "dark"), View(320, 900, "forced"))


@pytest.mark.parametrize("view", VIEWS, ids=str)
@pytest.mark.parametrize("kind", KINDS)
def test_tab_goes_through_the_page_in_order_and_is_seen(
    chromium: Browser, serve: Serve, kind: str, view: View
) -> None:
    seen, address = heaviest(kind)
    with opened(chromium, view) as window:
        window.visit(serve(files(seen)), address)
        expect_none(_walked(window))


def _walked(window: Window) -> Iterator[str]:
    names: list[str] = window.page.evaluate("probe.stops().map(probe.name)")
    places: list[int] = []
    for _ in range(2 * len(names) + 50):  # the links in a frame have their turn, too
        window.page.keyboard.press("Tab")
        focus = window.value("focused()")
        if focus["place"] >= 0:
            places.append(focus["place"])
        yield from map(window.told, focus["faults"])
        if focus["place"] == len(names) - 1:
            break
    if places != list(range(len(names))):
        missed = [name for place, name in enumerate(names) if place not in places]
        yield window.told(f"{missed[:3]}: not reached; the order is {places}")


def test_the_first_stop_leads_past_the_menu(page: Page, serve: Serve) -> None:
    seen, address = heaviest("front")
    page.goto(serve(files(seen)) + address)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
