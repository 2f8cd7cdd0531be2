"""Pages in other languages and in easy Swedish: marked as what they are, and found."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from site_under_test import SMALL, build_in_memory, pages, write

from followup.reporting import report

FINNISH = "---\nrubrik: Tietoa lupauksesta\nspråk: fi\ni_sidfot: ja\n---\nLupaus.\n"
ARABIC = "---\nrubrik: معلومات\nspråk: ar\nordning: 1\n---\n[[löfte.rubrik]]\n"
EASY = "---\nrubrik: Löftet på lätt svenska\nlättläst: ja\ni_sidfot: ja\n---\nDet här är lovat.\n"

FOOTER = "sidfot-om-webbplatsen"


def made(folder: Path, files: Mapping[str, str]) -> dict[str, bytes]:
    result = build_in_memory(write(folder, {**SMALL, **files}), "2018-12-01", today="2019-12-31")
    assert report(result.diagnostics, result.texts) == ""
    return pages(result)


def soup(html: bytes) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def marks(tag: Tag | None) -> tuple[object, object]:
    assert tag
    return tag.get("lang"), tag.get("dir")


@pytest.mark.parametrize(
    ("text", "expected"), [(FINNISH, ("fi", None)), (ARABIC, ("ar", "rtl")), (EASY, (None, None))]
)
def test_title_heading_and_text_are_marked_with_their_language_and_direction(
    tmp_path: Path, text: str, expected: tuple[object, object]
) -> None:
    page = soup(made(tmp_path, {"sidor/sidan.md": text})["sidan/index.html"])
    assert (marks(page.title), marks(page.article)) == (expected, expected)
    assert page.article and page.article.h1 and page.article.find("div", class_="prose")
    assert marks(page.html) == ("sv", None)


def test_computed_words_in_such_a_page_are_marked_as_swedish(tmp_path: Path) -> None:
    page = made(tmp_path, {"sidor/arabiska.md": ARABIC})["arabiska/index.html"]
    assert '<p><bdi lang="sv">Löftet 2018</bdi></p>' in page.decode()


def test_the_description_of_such_a_page_is_in_one_language(tmp_path: Path) -> None:
    page = made(tmp_path, {"sidor/finska.md": FINNISH})["finska/index.html"].decode()
    assert '<meta name="description" lang="fi" content="Tietoa lupauksesta">' in page
    assert "sv_SE" not in page


def test_the_footer_leads_to_other_languages_in_their_own_words(tmp_path: Path) -> None:
    files = made(tmp_path, {"sidor/finska.md": FINNISH, "sidor/arabiska.md": ARABIC})
    arabic = '<a dir="rtl" href="/arabiska/" hreflang="ar" lang="ar">معلومات</a>'
    finnish = '<a href="/finska/" hreflang="fi" lang="fi">Tietoa lupauksesta</a>'
    expected = [f"<li>{arabic} (arabiska)</li>", f"<li>{finnish} (finska)</li>"]
    found = soup(files["index.html"]).find("nav", attrs={"aria-labelledby": FOOTER})
    assert isinstance(found, Tag)
    items = [BeautifulSoup(one, "html.parser") for one in expected]
    assert list(found.find_all("li"))[-2:] == [item.li for item in items]
    other = soup(files["platser/index.html"]).find("nav", attrs={"aria-labelledby": FOOTER})
    assert other == found


def test_a_page_in_another_language_stands_once_in_the_footer(tmp_path: Path) -> None:
    files = made(tmp_path, {"sidor/finska.md": FINNISH})
    footer = soup(files["index.html"]).footer
    assert footer and len(footer.find_all("a", href="/finska/")) == 1


def test_the_site_map_lists_other_languages_by_themselves(tmp_path: Path) -> None:
    page = soup(made(tmp_path, {"sidor/finska.md": FINNISH})["webbplatskarta/index.html"])
    assert page.main
    (link,) = page.main.find_all("a", href="/finska/")
    heading = link.find_previous("h2")
    assert heading and heading.get_text() == "Andra språk"
    assert (link.get("lang"), link.get("hreflang")) == ("fi", "fi")


def test_without_such_pages_neither_language_nor_easy_swedish_is_mentioned(tmp_path: Path) -> None:
    files = made(tmp_path, {"sidor/om.md": "---\nrubrik: Om\n---\nHej.\n"})
    words = ("Andra språk", "Lättläst", "hreflang")
    assert [w for w in words for data in files.values() if w.encode() in data] == []


def test_the_footer_leads_to_easy_swedish_by_that_name(tmp_path: Path) -> None:
    footer = soup(made(tmp_path, {"sidor/latt.md": EASY})["index.html"]).footer
    assert footer
    links = [(a.get_text(), a["href"]) for a in footer.find_all("a")]
    assert [link for link in links if link[1] == "/latt/"] == [("Lättläst", "/latt/")]


def test_of_several_pages_in_easy_swedish_each_says_which_it_is(tmp_path: Path) -> None:
    other = EASY.replace("Löftet på lätt svenska", "Om sidan")
    files = {"sidor/latt.md": EASY, "sidor/latt-om.md": other}
    footer = soup(made(tmp_path, files)["index.html"]).footer
    assert footer
    links = [a.get_text() for a in footer.find_all("a") if "latt" in str(a["href"])]
    assert links == ["Lättläst: Löftet på lätt svenska", "Lättläst: Om sidan"]


def test_the_page_that_is_shown_is_marked_in_its_menu(tmp_path: Path) -> None:
    files = made(tmp_path, {"sidor/finska.md": FINNISH, "sidor/latt.md": EASY})
    current = [
        [
            a["href"]
            for a in soup(files[f"{id}/index.html"]).find_all("a", attrs={"aria-current": "page"})
        ]
        for id in ("finska", "latt")
    ]
    assert current == [["/finska/"], ["/latt/"]]


def test_a_heading_cannot_take_the_anchor_of_the_footer(tmp_path: Path) -> None:
    text = FINNISH + "\n## Sidfot: om webbplatsen\n"
    page = soup(made(tmp_path, {"sidor/finska.md": text})["finska/index.html"])
    assert len(page.find_all(id=FOOTER)) == 1
