"""A window of the browser: how wide, in which colours, and what went wrong while it was open."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, Page, Request, Response

from browser import machine

Colours = Literal["light", "dark", "forced"]
PATIENCE = 180_000  # milliseconds: a machine that does much else is slow, not wrong
PROBE = Path(__file__).parent / "probe.js"


@dataclass(frozen=True)
class View:
    """Sizes in CSS pixels. `script` is whether the page's own script runs."""

    width: int = 320
    height: int = 900
    colours: Colours = "light"
    script: bool = True

    def __str__(self) -> str:
        return f"{self.width}×{self.height} {self.colours}{'' if self.script else ' no script'}"


@dataclass
class Window:
    """A page of the browser. What is found names the address and the view."""

    page: Page
    view: View
    address: str = ""
    origin: str = ""
    trouble: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def visit(self, origin: str, address: str) -> None:
        """Goes to the page and waits for all that it loads."""
        self.origin, self.address = origin, address
        self.page.goto(origin + address, wait_until="load")

    def ask(self, question: str) -> list[str]:
        """The lines that a function of probe.js answers, told where they were found."""
        return [self.told(line) for line in self.value(question)]

    def value(self, question: str) -> Any:
        """What a function of probe.js answers."""
        return self.page.evaluate(f"probe.{question}")

    def told(self, line: str) -> str:
        return f"{self.address} ({self.view}) {line}"

    def resize(self, width: int, height: int = 900) -> None:
        self.view = View(width, height, self.view.colours, self.view.script)
        self.page.set_viewport_size({"width": width, "height": height})

    def recolour(self, colours: Colours) -> None:
        self.view = View(self.view.width, self.view.height, colours, self.view.script)
        self.page.emulate_media(
            color_scheme="dark" if colours == "dark" else "light",
            forced_colors="active" if colours == "forced" else "none",
        )

    def listen(self) -> None:
        """Notes everything that is said, fails or leads away from the site."""
        self.page.on("console", lambda one: self._said(f"console {one.type}: {one.text}"))
        self.page.on("pageerror", lambda error: self._said(f"error: {error}"))
        self.page.on("request", self._asked)
        self.page.on("requestfailed", self._failed)
        self.page.on("response", self._answered)

    def _said(self, words: str) -> None:
        self.said.append(words)
        self.trouble.append(self.told(words))

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((f"{self.origin}/", "data:")):
            self.trouble.append(self.told(f"asks for {request.url}"))

    def _failed(self, request: Request) -> None:
        self.trouble.append(self.told(f"does not get {request.url}: {request.failure}"))

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.trouble.append(self.told(f"{response.status} for {response.url}"))


@contextmanager
def opened(browser: Browser, view: View | None = None, axe: bool = False) -> Iterator[Window]:
    """A window of its own: nothing is kept from one to the next."""
    view = view or View()
    context = browser.new_context(
        viewport={"width": view.width, "height": view.height},
        java_script_enabled=view.script,
        reduced_motion="reduce",
        service_workers="block",
    )
    context.set_default_timeout(PATIENCE)
    if view.script:
        context.add_init_script(path=PROBE)
    if axe:
        context.add_init_script(path=machine.package("axe-core/axe.min.js"))
    window = Window(context.new_page(), view)
    window.recolour(view.colours)
    window.listen()
    try:
        yield window
    finally:
        context.close()
