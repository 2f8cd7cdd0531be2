"""The frame of every page: whose site it is, who to ask, and the same way around everywhere."""

from collections.abc import Mapping
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from extreme_sites import NO_PROMISE
from site_under_test import PARTIES, SETTINGS, SMALL, build_in_memory, pages, write

EXAMPLE = SMALL["loften/2018/lofte.md"].replace("---\n", "---\nexempel: ja\n", 1)
STATEMENT = "tillgänglighet:\n  förenlig: helt\n  bedömd: 2018-02-01\n  metod: Egen granskning.\n"
EASY = "---\nrubrik: På lätt svenska\nlättläst: ja\n---\nKort.\n"
OWN = "---\nrubrik: Frågor och svar\ni_sidfot: ja\n---\nSvar.\n"
FINNISH = "---\nrubrik: Tietoa\nspråk: fi\n---\nLupaus.\n"


def made(folder: Path, files: Mapping[str, str]) -> dict[str, BeautifulSoup]:
    built = pages(build_in_memory(write(folder, files), "2018-06-01", today="2018-06-01"))
    framed = {path: data for path, data in built.items() if b'class="site-footer"' in data}
    return {path: BeautifulSoup(data, "html.parser") for path, data in framed.items()}


def part(page: BeautifulSoup, name: str) -> Tag:
    found = page.find(name)
    assert isinstance(found, Tag)
    return found


def lines(tag: Tag) -> list[str]:
    return [" ".join(item.get_text().split()) for item in tag.find_all(["h2", "p", "li", "div"])]


def test_the_header_says_whose_site_it_is(tmp_path: Path) -> None:
    header = part(made(tmp_path, SMALL)["index.html"], "header")
    assert lines(header)[:2] == ["Följ löftet", "Polismyndigheten och Exempelkommun"]


def test_a_demonstration_names_nobody_as_its_owner(tmp_path: Path) -> None:
    page = made(tmp_path, {**SMALL, "loften/2018/lofte.md": EXAMPLE})["index.html"]
    assert lines(part(page, "header"))[:2] == ["Följ löftet", "Så går det"]
    assert lines(part(page, "aside")) == [
        "Demonstration. Uppföljningen är påhittad och är inte publicerad av Polismyndigheten eller "
        "Exempelkommun."
    ]
    assert lines(part(page, "footer"))[0] == "Löftet gavs av"


def test_the_footer_has_senders_contact_and_pages_in_one_order_on_every_page(
    tmp_path: Path,
) -> None:
    files = {
        **SMALL,
        "webbplats.yaml": SETTINGS + STATEMENT,
        "parter.yaml": PARTIES + "  webb: https://kommunen.example/\n",
        "sidor/latt.md": EASY,
        "sidor/fragor.md": OWN,
        "sidor/fi.md": FINNISH,
    }
    found = made(tmp_path, files)
    assert {tuple(lines(part(page, "footer"))) for page in found.values()} == {
        (
            "Vilka vi är",
            "Polismyndigheten och Exempelkommun",
            "Frågor om uppföljningen: Kontaktcenter, kontakt@loftet.example",
            "Om webbplatsen",
            "Tillgänglighetsredogörelse",
            "Personuppgifter och kakor",
            "Webbplatskarta",
            "Frågor och svar",
            "Lättläst",
            "Tietoa (finska)",
            "Om uppföljningen",
            "Så räknar vi",
            "Ändringar och rättelser",
            "Dela och prenumerera",
            "Öppna data",
        )
    }
    assert part(found["index.html"], "footer").find("a", href="https://kommunen.example/")


def test_the_front_page_leads_to_easy_swedish_only_when_there_is_such_a_page(
    tmp_path: Path,
) -> None:
    without = part(made(tmp_path / "1", SMALL)["index.html"], "main")
    with_one = part(made(tmp_path / "2", {**SMALL, "sidor/latt.md": EASY})["index.html"], "main")
    assert not without.find("a", href="/latt/")
    assert with_one.find("a", href="/latt/")


def test_a_site_before_its_first_promise_says_so_under_a_heading(tmp_path: Path) -> None:
    page = made(tmp_path, NO_PROMISE)["index.html"]
    assert [tag.get_text() for tag in page.find_all("h1")] == ["Det finns inget löfte än"]
    assert not part(page, "header").find("a", href="/notis/")


def test_easy_swedish_keeps_the_editors_line_breaks(tmp_path: Path) -> None:
    files = {**SMALL, "sidor/latt.md": EASY + "En mening.\nEn till.\n"}
    text = part(made(tmp_path, files)["latt/index.html"], "article")
    assert text.select_one(".easy p:last-child")
    assert "En mening.\nEn till." in text.get_text()


def test_a_long_title_does_without_the_name_of_the_site(tmp_path: Path) -> None:
    heading = "En mycket lång rubrik om allt det som ska göras i kommunen under hela året"
    measure = SMALL["loften/2018/atgarder/vandringar.md"]
    files = {
        **SMALL,
        "loften/2018/atgarder/kort.md": measure.replace("Vandringar", heading[:20]),
        "loften/2018/atgarder/langt.md": measure.replace("Vandringar", f"{heading}, varje vecka"),
    }
    found = made(tmp_path, files)
    titles = [found[f"loften/2018/atgarder/{id}/index.html"].title for id in ("kort", "langt")]
    short, long = (title.get_text() if title else "" for title in titles)
    assert short.endswith(" – Följ löftet") and len(short) <= 90
    assert long.startswith(f"{heading}, varje vecka") and "Följ löftet" not in long
