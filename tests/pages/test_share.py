"""The page for those who subscribe and share: every code and text to copy, with its name."""

import re
from collections.abc import Mapping
from pathlib import Path

import golden
import pytest
import reading
import site_under_test as site
from bs4 import BeautifulSoup, Tag
from channel_site import FILES, built


def fields(files: Mapping[str, bytes]) -> dict[str, str]:
    """What can be copied, by the name of its field."""
    soup = BeautifulSoup(files["dela/index.html"], "html.parser")
    found = soup.select(".paste textarea")
    return {_label(soup, field): field.get_text().removeprefix("\n") for field in found}


def _label(soup: BeautifulSoup, field: Tag) -> str:
    label = soup.find("label", attrs={"for": field["id"]})
    assert isinstance(label, Tag) and field.has_attr("readonly")
    return label.get_text()


@pytest.fixture(scope="module")
def shipped() -> Mapping[str, bytes]:
    return site.pages(site.build_in_memory(site.ROOT / "content"))


def test_the_page_reads_as_in_the_golden_file(shipped: Mapping[str, bytes]) -> None:
    golden.check("delar/dela.txt", reading.as_text(shipped["dela/index.html"]))


def test_every_text_has_a_name_of_its_own(shipped: Mapping[str, bytes]) -> None:
    soup = BeautifulSoup(shipped["dela/index.html"], "html.parser")
    assert len(soup.select("textarea")) == len(fields(shipped)) == 14
    ids = [element["id"] for element in soup.select("[id]")]
    assert len(set(ids)) == len(ids)


def test_what_is_copied_is_the_addresses_the_codes_and_the_texts(
    shipped: Mapping[str, bytes],
) -> None:
    assert list(fields(shipped)) == [
        "Flödets adress",
        "Kalenderns adress",
        "Ram för en spalt på minst 270 pixlar",
        "Ram för en spalt på minst 600 pixlar",
        "HTML med eget utseende",
        "HTML utan utseende",
        "Filens adress",
        "Svarshuvud för data",
        "Inlägg om ”Gemensamma insatser”",
        "Alternativtext till bild om ”Gemensamma insatser”",
        "Inlägg om ”Nattvandring”",
        "Alternativtext till bild om ”Nattvandring”",
        "Inlägg om ”Narkotikainsatser”",
        "Alternativtext till bild om ”Narkotikainsatser”",
    ]


def test_the_count_beside_a_text_is_its_own(shipped: Mapping[str, bytes]) -> None:
    soup = BeautifulSoup(shipped["dela/index.html"], "html.parser")
    counted = 0
    for box in soup.select(".paste"):
        note, field = box.select_one("p.small"), box.select_one("textarea")
        if note and field and (count := re.search(r"(\d+) tecken, högst 280", note.get_text())):
            text = field.get_text().removeprefix("\n")
            assert int(count[1]) == len(text) <= 280
            assert text.startswith("Exempel: ")
            counted += 1
    assert counted == 3


def test_every_frame_on_the_page_shows_the_box_by_a_name_of_its_own(
    shipped: Mapping[str, bytes],
) -> None:
    soup = BeautifulSoup(shipped["dela/index.html"], "html.parser")
    shown = soup.select("iframe")
    assert [frame.get("src") for frame in shown] == ["/dela/ruta/", "/dela/ruta/", None, None]
    assert [frame.has_attr("srcdoc") for frame in shown] == [False, False, True, True]
    titles = [str(frame["title"]) for frame in shown]
    assert len(set(titles)) == 4 and all(titles)
    assert "dela/ruta/index.html" in shipped


def test_who_may_show_the_frame_is_said_as_the_header_that_the_server_needs(tmp_path: Path) -> None:
    assert "Alla får visa den" in reading.main_text(built(tmp_path / "1")["dela/index.html"])
    settings = FILES["webbplats.yaml"] + "inbäddas_av: [polisen.example, intranat.kommunen.example]"
    files = built(tmp_path / "2", {**FILES, "webbplats.yaml": settings})
    assert fields(files)["Svarshuvud för ramen"] == (
        "Content-Security-Policy: frame-ancestors 'self' https://polisen.example "
        "https://intranat.kommunen.example"
    )
    said = reading.main_text(files["dela/index.html"])
    assert "att bara polisen.example och intranat.kommunen.example får det" in said


def test_before_anything_is_reached_there_is_nothing_to_post(tmp_path: Path) -> None:
    files = built(tmp_path, site.SMALL, "2018-01-02")
    assert "Inlägg" not in reading.main_text(files["dela/index.html"])
    assert "HTML utan utseende" in fields(files)


def test_without_a_promise_the_page_still_stands(tmp_path: Path) -> None:
    files = built(tmp_path, {name: FILES[name] for name in ("webbplats.yaml", "parter.yaml")})
    assert fields(files) == {}
    assert not [path for path in files if path.startswith("dela/ruta")]


def test_one_link_in_the_footer_leads_here(shipped: Mapping[str, bytes]) -> None:
    footer = BeautifulSoup(shipped["index.html"], "html.parser").select("footer a")
    assert [link.get_text() for link in footer if link["href"] == "/dela/"] == [
        "Dela och prenumerera"
    ]
