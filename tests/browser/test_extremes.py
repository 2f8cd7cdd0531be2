"""Nothing known, or very much with the longest of names: every kind of page still holds."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import extreme_sites
import pytest
import site_under_test as site
from playwright.sync_api import Browser

from browser.conftest import Serve
from browser.findings import expect_none
from browser.sites import KINDS, REFRESH
from browser.window import View, opened
from followup.output import Finished

SITES = {
    "no promise": extreme_sites.NO_PROMISE,
    "nothing told": extreme_sites.NOTHING_TOLD,
    "very much": extreme_sites.very_much(),
}


MOST = 90_000  # bytes of HTML


@cache
def files(name: str) -> Mapping[str, Finished]:
    with TemporaryDirectory() as folder:
        content = site.write(Path(folder), SITES[name])
        built = site.build_in_memory(content, "2018-11-15", today="2018-11-15")
    assert not built.has_errors
    return {file.path: file for file in built.files}


def heaviest_of_each_kind(name: str) -> list[str]:
    """The heaviest page of each kind that the site has."""
    html = [f for f in files(name).values() if f.path.endswith(".html") and REFRESH not in f.data]
    html.sort(key=lambda file: (-len(file.data), file.path))
    addresses = ["/" + file.path.removesuffix("index.html") for file in html]
    kinds = ([a for a in addresses if re.fullmatch(KINDS[kind], a)] for kind in KINDS)
    return [found[0] for found in kinds if found]


@pytest.mark.parametrize("name", SITES)
def test_pages_at_the_edges_hold(chromium: Browser, serve: Serve, name: str) -> None:
    found = []
    with opened(chromium, axe=True) as window:
        for address in heaviest_of_each_kind(name):
            window.resize(320)
            window.visit(serve(files(name)), address)
            if not address.startswith("/dela/"):
                found += window.ask("axe()")
            for width in (320, 1280):
                window.resize(width)
                found += window.ask("wide()") + window.ask("clipped()") + window.ask("overlaps()")
        # A picture that is fetched late is given up when the next page is asked for.
        expect_none([*found, *(line for line in window.trouble if "ERR_ABORTED" not in line)])


def test_no_page_grows_without_bound() -> None:
    sizes = {path: len(file.data) for path, file in files("very much").items() if "html" in path}
    assert {path: size for path, size in sizes.items() if size > MOST} == {}


@pytest.mark.parametrize("name", SITES)
def test_a_print_of_the_front_page_is_not_cut(chromium: Browser, serve: Serve, name: str) -> None:
    with opened(chromium, View(718, 1047)) as window:
        window.visit(serve(files(name)), "/")
        window.page.emulate_media(media="print")
        expect_none(window.ask("wide()") + window.ask("clipped()") + window.ask("scrolled()"))
