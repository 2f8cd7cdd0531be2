"""What a network shows when a page is shared: the image of what the page is about, in words too."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from site_under_test import ROOT, SMALL, build_in_memory, pages, write

SHIPPED = {
    "index.html": "/delning/2018.png",
    "404.html": "/delning/2018.png",
    "platser/bro/index.html": "/delning/2018.png",
    "loften/2018/index.html": "/delning/2018.png",
    "loften/2018/notis/index.html": "/delning/2018.png",
    "loften/2018/redovisningar/2018-01-31-polisen/index.html": "/delning/2018.png",
    "loften/2018/atgarder/nattvandring/index.html": "/delning/2018/nattvandring.png",
    "loften/2018/insatser/2018-03-14-bro-station/index.html": (
        "/delning/2018/gemensamma-insatser.png"
    ),
}


def said(page: bytes) -> dict[str, str]:
    """The page's words for networks, by the name of each."""
    metas = BeautifulSoup(page, "html.parser").find_all("meta")
    named = ((meta.get("property") or meta.get("name"), meta.get("content")) for meta in metas)
    return {str(name): str(content) for name, content in named if name}


def test_page_is_shared_with_the_image_of_what_it_is_about() -> None:
    made = pages(build_in_memory(ROOT / "content"))
    found = {path: said(made[path])["og:image"] for path in SHIPPED}
    assert found == {path: f"https://foljloftet.example{to}" for path, to in SHIPPED.items()}


def test_every_page_has_an_image_that_is_published_with_its_size_and_words() -> None:
    built = build_in_memory(ROOT / "tests" / "every_kind", "2024-12-31", today="2024-12-31")
    published = {f"https://hallloftet.example/{file.path}" for file in built.files}
    for path, page in pages(built).items():
        meta = said(page) if path.endswith(".html") else {}
        if "og:title" in meta:
            assert meta["og:image"] in published, path
            assert (meta["og:image:width"], meta["og:image:height"]) == ("1200", "630")
            assert meta["og:image:alt"].startswith("Exempel: ")
            assert len(meta["og:image:alt"]) <= 420, path  # what X reads of it
            assert meta["twitter:card"] == "summary_large_image"


@pytest.mark.parametrize(
    ("path", "alt"),
    [
        (
            "loften/2018/atgarder/vandringar/index.html",
            "Vandringar, Löftet 2018. Pågår. 1 av minst 4. Redovisat till och med 1 februari 2018.",
        ),
        (
            "loften/2018/atgarder/besok/index.html",
            "Besök, Löftet 2018. Pågår. Samtal: 1 av 3. Möten: inte redovisad än. "
            "Redovisat till och med 1 mars 2018.",
        ),
        (
            "index.html",
            "Löftet 2018. Löftet har två åtgärder. Båda pågår. Redovisat till och med 1 mars 2018.",
        ),
    ],
)
def test_words_of_an_image_say_what_it_shows(path: str, alt: str, tmp_path: Path) -> None:
    targets = (
        "[{id: samtal, typ: antal, antal: 3, enhet: samtal/samtal}, "
        "{id: moten, typ: antal, antal: 2, enhet: möte/möten}]"
    )
    content = {
        **SMALL,
        "loften/2018/atgarder/besok.md": f"---\nrubrik: Besök\nmål: {targets}\n---\nTre.\n",
        "loften/2018/insatser/a.md": "---\nåtgärd: vandringar\ndatum: 2018-02-01\n---\n",
        "loften/2018/insatser/b.md": "---\nåtgärd: besok#samtal\ndatum: 2018-03-01\n---\n",
    }
    made = pages(build_in_memory(write(tmp_path, content), "2018-04-01"))
    assert said(made[path])["og:image:alt"] == alt


def test_newspaper_page_leads_to_the_files_and_to_the_image_with_its_words() -> None:
    built = build_in_memory(ROOT / "content")
    main = BeautifulSoup(pages(built)["notis/index.html"], "html.parser").main
    assert main
    links = [(a["href"], a.text) for a in main.find_all("a", download=True)]
    assert links == [
        ("/notis/notis.docx", "Alla tre längderna (Word, docx)"),
        ("/notis/notis.pdf", "Färdig att trycka, 82 mm bred (PDF)"),
        ("/notis/kort.txt", "Kort med rubrik (text, txt, 1\u00a0kB)"),
        ("/notis/mellan.txt", "Mellan med rubrik (text, txt, 1\u00a0kB)"),
        ("/notis/lang.txt", "Lång med rubrik (text, txt, 1\u00a0kB)"),
        ("/delning/2018.png", "Ladda ner bilden (PNG, 1200 × 630 bildpunkter)"),
    ]
    assert {str(to).removeprefix("/") for to, _ in links} <= {file.path for file in built.files}
    image, words = main.find("img"), main.find(id="bildtext")
    assert image and words
    assert image["alt"] == words.text
