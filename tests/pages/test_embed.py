"""The box that other websites show: the same words wherever it is pasted, and legible there."""

import re
from collections.abc import Mapping
from pathlib import Path

import golden
import pytest
import site_under_test as site
from bs4 import BeautifulSoup, Tag
from channel_site import built


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


FRAMED = """\
Exempel: Följ löftet
Demonstration. Uppföljningen är påhittad och är inte publicerad av \
Polismyndigheten eller Upplands-Bro kommun. Den visar hur det kunde ha sett ut den 1 oktober 2018.
Exempel: Medborgarlöftet 2018
"""
FOOT = """\
Löftet gavs av Polismyndigheten och Upplands-Bro kommun. Frågor: \
Redaktionen för Följ löftet (påhittad), kontakt@foljloftet.example
Tillgänglighetsredogörelse
Personuppgifter och kakor
"""


def test_the_page_for_a_frame_is_whole_and_says_whose_it_is(shipped: Mapping[str, bytes]) -> None:
    soup = BeautifulSoup(shipped["dela/ruta/index.html"], "html.parser")
    assert [element.name for element in soup.select("h1, main, nav, header, footer")] == [
        "header", "h1", "main", "footer", "nav",
    ]  # fmt: skip
    said = re.sub(r"\s*\n\s*", "\n", soup.body.get_text()) if soup.body else ""
    assert FRAMED in said and said.endswith(FOOT)


def test_its_links_leave_the_frame_but_for_the_one_past_the_head(
    shipped: Mapping[str, bytes],
) -> None:
    soup = BeautifulSoup(shipped["dela/ruta/index.html"], "html.parser")
    assert [base["target"] for base in soup.select("base")] == ["_top"]
    staying = [(a["href"], a["target"]) for a in soup.select("a[target]")]
    assert staying == [("#innehall", "_self")]


def test_it_is_in_no_list_for_robots(tmp_path: Path) -> None:
    files = built(tmp_path)
    assert b'<meta name="robots" content="noindex">' in files["dela/ruta/index.html"]
    assert b"https://loftet.example/dela/</loc>" in files["sitemap.xml"]
    assert b"/dela/ruta" not in files["sitemap.xml"]


def test_a_fragment_needs_nothing_and_leads_here(shipped: Mapping[str, bytes]) -> None:
    for id in ("med-stil", "utan-stil"):
        made = code(shipped, id)
        addresses = re.findall(r'(?:href|src)="([^"]*)"', made)
        assert len(addresses) == 7
        assert all(a.startswith("https://foljloftet.example/") for a in addresses)
        assert "<script" not in made and "url(" not in made and "id=" not in made


def test_the_shown_example_is_what_is_copied_and_has_the_same_style(
    shipped: Mapping[str, bytes],
) -> None:
    soup = BeautifulSoup(shipped["dela/index.html"], "html.parser")
    styled, plain = (str(frame["srcdoc"]) for frame in soup.select("iframe[srcdoc]"))
    assert code(shipped, "utan-stil").strip() in plain and "stylesheet" not in plain
    style, box = code(shipped, "med-stil").strip().removeprefix("<style>\n").split("</style>\n")
    assert box in styled
    found = re.search(r'<link rel="stylesheet" href="/(assets/ruta\.[0-9a-f]+\.css)">', styled)
    assert found and style == shipped[found[1]].decode()


def test_the_style_can_stand_in_a_page_as_it_is() -> None:
    """It is written into a template that escapes."""
    style = (site.ROOT / "assets" / "embed" / "box.css").read_text(encoding="utf-8")
    assert not set(style) & set("<>&\"'")
