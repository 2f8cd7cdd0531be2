"""The box that other websites show: whole and legible in whatever page it is pasted into."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest
import site_under_test as site
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser, Page

from browser.conftest import Serve
from browser.window import View, opened
from followup.graphics.colour import contrast
from followup.output import Rendered

# The day of the every-kind site on which its box has most to say.
DAYS = {"content": None, "tests/every_kind": "2024-12-31"}


@cache
def built(which: str) -> Mapping[str, bytes]:
    return site.pages(site.build_in_memory(site.ROOT / which, DAYS[which]))


def code(files: Mapping[str, bytes], id: str) -> str:
    """The code in a field of the page, as it is copied."""
    field = BeautifulSoup(files["dela/index.html"], "html.parser").find("textarea", id=id)
    assert isinstance(field, Tag)
    return field.get_text().removeprefix("\n")


HOSTILE = {
    "nothing": "",
    "all unset": "* { all: unset } p { display: none }",
    "all unset, loud": "* { all: unset !important }",
    "all hidden": "* { all: revert } h2, p, ul, li, a, strong { display: none !important }",
    "by id": "#sida p, #sida section, #sida li a { display: none !important }",
    "white on white": "*, #sida * { color: #fff !important; background: #fff !important }",
    "tiny": "html, * { font: 1px/1 serif !important; letter-spacing: -9px !important }",
    "away": "section, li { position: absolute !important; left: -9999px !important }",
    "faint": "a, strong, section { opacity: 0 !important; visibility: hidden !important }",
    "squeezed": "ul, p { height: 0 !important; overflow: hidden !important; width: 0 !important }",
    "turned": "body { direction: rtl; text-transform: uppercase; visibility: hidden; color: red }",
}
LOOK = """() => {
const box = document.querySelector(".loftet-ruta");
const shown = [...box.querySelectorAll("h2, p, li, a, strong")].map((element) => {
  const style = getComputedStyle(element), area = element.getBoundingClientRect();
  return {
    color: style.color, size: parseFloat(style.fontSize), opacity: style.opacity,
    isInside: area.left >= 0 && area.right <= innerWidth && area.height >= 16,
    align: style.direction + " " + style.letterSpacing,
  };
});
return { text: box.innerText, paper: getComputedStyle(box).backgroundColor, shown };
}"""


def look(page: Page, fragment: str, css: str, dark: bool = False) -> Any:
    scheme = "light dark" if dark else "light"
    html = f'<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="{scheme}">'
    html += f'<title>Polisen</title><style>{css}</style><body id="sida">{fragment}'
    page.emulate_media(color_scheme="dark" if dark else "light")
    page.set_viewport_size({"width": 800, "height": 900})
    page.set_content(html)
    return page.evaluate(LOOK)


def _hex(colour: str) -> str:
    return "#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", colour)[:3])


TEXT = """Exempel: Medborgarlöftet 2018
Löftet har sex åtgärder: en är genomförd, fyra pågår och en är inte redovisad än.
Ökad polisnärvaro
Pågår. Redovisad 7 av 9 månader
Gemensamma insatser
Pågår. 6 av minst 8
Nattvandring
Pågår. Redovisad 8 av 9 månader
Narkotikainsatser
Genomförd. 5 genomförda (minst 4 utlovade)
Trygghetspersonal i Bro
Pågår. Redovisad 9 av 9 månader
Grannsamverkan mot inbrott
Inte redovisad än.
Redovisat till och med 1 oktober 2018.
Läs mer: foljloftet.example"""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("style", HOSTILE)
def test_the_box_is_whole_and_legible_in_a_hostile_page(page: Page, style: str, dark: bool) -> None:
    seen = look(page, code(built("content"), "med-stil"), HOSTILE[style], dark)
    assert re.sub(r"\n+", "\n", seen["text"]).strip() == TEXT
    paper = _hex(seen["paper"])
    assert paper == ("#101817" if dark else "#ffffff")
    for element in seen["shown"]:
        assert element["isInside"] and element["size"] >= 16 and element["opacity"] == "1"
        assert element["align"] == "ltr normal"
        assert contrast(_hex(element["color"]), paper) >= 7


@pytest.mark.parametrize("which", ["content", "tests/every_kind"])
@pytest.mark.parametrize("width", [270, 600])
def test_a_frame_is_high_enough_for_all_of_it_and_not_much_higher(
    page: Page, serve: Serve, which: str, width: int
) -> None:
    files = built(which)
    origin = serve({path: Rendered(path, data) for path, data in files.items()})
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{origin}/dela/ruta/")
    height = page.evaluate("document.body.offsetHeight + 16")
    given = re.search(r'height="(\d+)"', code(files, f"ram-{width}"))
    assert given and height <= int(given[1]) <= 1.35 * height


@pytest.mark.parametrize("which", ["content", "tests/every_kind"])
@pytest.mark.parametrize(("width", "shown"), [(320, 3), (1280, 4)])
def test_every_example_is_a_picture_of_all_of_it(
    chromium: Browser, large_print: Browser, serve: Serve, which: str, width: int, shown: int
) -> None:
    """But for the wide one where there is no room for it. Nothing in it can be stopped at."""
    origin = serve({path: Rendered(path, data) for path, data in built(which).items()})
    for browser, seen in ((chromium, shown), (large_print, 3)):
        with opened(browser, View(width)) as window:
            window.visit(origin, "/dela/")
            examples = window.page.locator("iframe:visible").all()
            assert len(examples) == seen
            for example in examples:
                example.scroll_into_view_if_needed()
                inside = example.element_handle().content_frame()
                assert inside is not None
                inside.wait_for_selector(".loftet-ruta")
                inside.wait_for_function("document.documentElement.scrollHeight <= innerHeight")
                assert not example.evaluate("e => e.closest(':not([inert] *)') === e")


def test_without_script_an_example_can_be_scrolled_and_read(
    chromium: Browser, serve: Serve
) -> None:
    origin = serve({path: Rendered(path, data) for path, data in built("content").items()})
    with opened(chromium, View(script=False)) as window:
        window.visit(origin, "/dela/")
        assert window.page.locator("iframe").count() == 4
        assert window.page.locator("[inert]").count() == 0
