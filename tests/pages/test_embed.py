"""The box that other websites show: the same words wherever it is pasted, and legible there."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import browser
import golden
import pytest
import site_under_test as site
from bs4 import BeautifulSoup, Tag
from channel_site import built

from followup.graphics.colour import contrast

PAGES = ("dela/ruta/", "dela/exempel/med-stil/", "dela/exempel/utan-stil/")


@pytest.fixture(scope="module")
def shipped() -> Mapping[str, bytes]:
    return site.pages(site.build_in_memory(site.ROOT / "content"))


def code(files: Mapping[str, bytes], id: str) -> str:
    """The code in a field of the page, as it is copied."""
    field = BeautifulSoup(files["dela/index.html"], "html.parser").find("textarea", id=id)
    assert isinstance(field, Tag)
    return field.get_text().removeprefix("\n")


def test_the_fragments_read_as_in_the_golden_file(tmp_path: Path) -> None:
    files = built(tmp_path)
    made = [f"===== {id}\n{code(files, id)}\n" for id in ("ram-270", "ram-600", "utan-stil")]
    golden.check("delar/ruta.txt", "".join(made))


def test_the_pages_for_frames_load_nothing_but_their_own_style(
    shipped: Mapping[str, bytes],
) -> None:
    for path in PAGES:
        html = shipped[f"{path}index.html"].decode()
        assert "default-src 'none'" in html
        assert not re.search(r"<script|<img|<iframe|\son[a-z]+=|\sstyle=", html), path
        assert ("<style" in html) == (path == "dela/exempel/med-stil/")
        assert '<meta name="robots" content="noindex">' in html
        assert "Exempel: " in html


def test_they_are_in_no_site_map_for_robots(tmp_path: Path) -> None:
    sitemap = built(tmp_path)["sitemap.xml"]
    assert b"https://loftet.example/dela/</loc>" in sitemap
    assert b"/dela/ruta" not in sitemap and b"/dela/exempel" not in sitemap


def test_a_fragment_needs_nothing_and_leads_here(shipped: Mapping[str, bytes]) -> None:
    for id in ("med-stil", "utan-stil"):
        made = code(shipped, id)
        addresses = re.findall(r'(?:href|src)="([^"]*)"', made)
        assert len(addresses) == 7
        assert all(a.startswith("https://foljloftet.example/") for a in addresses)
        assert "<script" not in made and "url(" not in made and "id=" not in made


def test_the_shown_example_is_what_is_copied(shipped: Mapping[str, bytes]) -> None:
    for id in ("med-stil", "utan-stil"):
        assert code(shipped, id).strip() in shipped[f"dela/exempel/{id}/index.html"].decode()


def test_the_style_can_stand_in_a_page_as_it_is() -> None:
    """It is written into a template that escapes."""
    style = (site.ROOT / "assets" / "embed.css").read_text(encoding="utf-8")
    assert not set(style) & set("<>&\"'")


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
LOOK = """
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
"""


def look(folder: Path, fragment: str, css: str, dark: bool = False) -> Any:
    scheme = "light dark" if dark else "light"
    html = f'<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="{scheme}">'
    html += f'<title>Polisen</title><style>{css}</style><body id="sida">{fragment}'
    return browser.seen(folder, html, LOOK, dark=dark)


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


@browser.needed
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("page", HOSTILE)
def test_the_box_is_whole_and_legible_in_a_hostile_page(
    tmp_path: Path, shipped: Mapping[str, bytes], page: str, dark: bool
) -> None:
    seen = look(tmp_path, code(shipped, "med-stil"), HOSTILE[page], dark)
    assert re.sub(r"\n+", "\n", seen["text"]).strip() == TEXT
    paper = _hex(seen["paper"])
    assert paper == ("#101817" if dark else "#ffffff")
    for element in seen["shown"]:
        assert element["isInside"] and element["size"] >= 16 and element["opacity"] == "1"
        assert element["align"] == "ltr normal"
        assert contrast(_hex(element["color"]), paper) >= 7


@browser.needed
@pytest.mark.parametrize("which", ["content", "tests/every_kind"])
@pytest.mark.parametrize("width", [270, 600])
def test_a_frame_is_high_enough_for_all_of_it_and_not_much_higher(
    tmp_path: Path, which: str, width: int
) -> None:
    day = "2024-12-31" if which == "tests/every_kind" else None
    files = site.pages(site.build_in_memory(site.ROOT / which, day))
    style = (site.ROOT / "assets" / "embed.css").read_text(encoding="utf-8")
    box = re.sub(r"(?s).*<body>(.*)</body>.*", r"\1", files["dela/ruta/index.html"].decode())
    # A window of Chromium is at least 500 pixels wide: the page is made as narrow as the frame.
    style += f"html {{ width: {width}px }}"
    page = f'<!doctype html><meta charset="utf-8"><style>{style}</style><body>{box}'
    height = browser.seen(tmp_path, page, "return document.documentElement.offsetHeight + 16")
    given = re.search(r'height="(\d+)"', code(files, f"ram-{width}"))
    assert given and height <= int(given[1]) <= 1.35 * height
