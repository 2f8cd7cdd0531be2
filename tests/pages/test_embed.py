"""The box that other websites show: the same words wherever it is pasted, and legible there."""

import re
from collections.abc import Mapping
from pathlib import Path

import golden
import pytest
import site_under_test as site
from bs4 import BeautifulSoup, Tag
from channel_site import built

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
