"""A real browser for the tests in this folder, and a server for what it looks at.

One browser for the whole folder. It is closed when the folder is done: as long as Playwright runs,
no other test of the process can start an event loop of its own.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from browser import machine
from browser.server import read, serving
from browser.window import PATIENCE, opened
from followup.output import Finished

Serve = Callable[[Mapping[str, Finished] | Path], str]


@pytest.fixture(scope="package")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="package")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """Debian's Chromium."""
    browser = playwright.chromium.launch(executable_path=machine.chromium(), timeout=PATIENCE)
    yield browser
    browser.close()


@pytest.fixture(scope="package")
def large_print(playwright: Playwright) -> Iterator[Browser]:
    """The same for somebody who has asked for text of twice the size, 32 pixels."""
    flags = ["--blink-settings=defaultFontSize=32"]
    browser = playwright.chromium.launch(
        executable_path=machine.chromium(), args=flags, timeout=PATIENCE
    )
    yield browser
    browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page 320 pixels wide, in light colours; it must not say anything in its console."""
    with opened(chromium) as window:
        yield window.page
        # What a test itself keeps from coming is not the page's fault.
        said = [line for line in window.said if "net::ERR_FAILED" not in line]
    assert said == []


@pytest.fixture(scope="package")
def serve() -> Iterator[Serve]:
    """Serves a folder, or files by their path, until the tests are done; gives the origin."""
    with ExitStack() as stack:
        started: dict[int, tuple[object, str]] = {}  # the source is kept, so that its id is its own

        def origin(source: Mapping[str, Finished] | Path) -> str:
            if isinstance(source, Path):
                return stack.enter_context(serving(read(source)))
            if id(source) not in started:
                started[id(source)] = source, stack.enter_context(serving(source))
            return started[id(source)][1]

        yield origin
