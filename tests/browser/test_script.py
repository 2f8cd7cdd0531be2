"""Without script nothing is missing but the controls that script makes."""

import pytest
from playwright.sync_api import Browser

from browser.conftest import Serve
from browser.sites import KINDS, files, heaviest
from browser.window import PROBE, View, opened


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_is_read_without_script(chromium: Browser, serve: Serve, kind: str) -> None:
    seen, address = heaviest(kind)
    origin = serve(files(seen))
    with opened(chromium) as window, opened(chromium, View(script=False)) as plain:
        window.visit(origin, address)
        plain.visit(origin, address)
        plain.page.evaluate(PROBE.read_text(encoding="utf-8"))
        assert plain.value("read()") == window.value("read()")
        assert plain.trouble + window.trouble == []
