"""Outcomes on their own pages and in their panels: apart from what is said of the measures."""

from collections.abc import Mapping
from pathlib import Path

from bs4 import BeautifulSoup
from reading import as_text, main_text
from site_under_test import SMALL, build_in_memory, pages, write

from followup.reporting import report

PATH = "loften/2018/effekter/trygghet/index.html"
OUTCOME = """---
rubrik: Trygghet på kvällen
mått: andel som känner sig trygga ute
enhet: procent
riktning: högt är bra
utgångsläge:
  datum: 2017-03
  värde: 48,5
  källa: {titel: Mätningen 2017, adress: "https://kommun.example/2017", datum: 2017-06}
värden:
  - datum: 2018-03
    värde: 51,2
åtgärd: vandringar
väntas: 2019-03
---
Enkäten gick till **alla**.
"""
PANEL = (
    "Effekter Mätningar av det som löftet ska påverka. De säger inte vad en förändring beror på, "
    "och de avgör inte om en åtgärd är genomförd. Trygghet på kvällen Senast: 51,2 procent "
    "(mars 2018). Utgångsläge: 48,5 procent (mars 2017). Högre är bättre."
)


def made(folder: Path, files: Mapping[str, str], day: str = "2018-12-01") -> dict[str, bytes]:
    result = build_in_memory(write(folder, {**SMALL, **files}), day, today="2019-12-31")
    assert report(result.diagnostics, result.texts) == ""
    return pages(result)


def test_an_outcome_says_what_is_measured_and_every_value_with_its_source(tmp_path: Path) -> None:
    files = made(tmp_path, {"loften/2018/effekter/trygghet.md": OUTCOME})
    assert (
        as_text(files[PATH])
        == """\
TITEL Trygghet på kvällen – Följ löftet
BESKRIVNING Trygghet på kvällen: Senast: 51,2 procent (mars 2018). Utgångsläge: 48,5 procent \
(mars 2017). Högre är bättre.

1. [Så går det](/) /
2. [Löftet 2018](/loften/2018/)

# Trygghet på kvällen

Sedan utgångsläget har mätvärdet stigit från 48,5 till 51,2. Högre är bättre. \
Mätningen säger inte vad förändringen beror på.

Nästa värde väntas i mars 2019.

[bild: Diagram med två mätvärden, från 48,5 procent (mars 2017) till 51,2 procent (mars 2018). \
Utgångsläge: 48,5 procent (mars 2017).]

Utgångsläge: 48,5 procent (mars 2017) 51,2 procent (mars 2018)

Vad som mäts
:   Andel som känner sig trygga ute

Enhet
:   Procent

Riktning
:   Högre är bättre.

Utgångsläge
:   48,5 (mars 2017)

Hör till åtgärden
:   [Vandringar](/loften/2018/atgarder/vandringar/)

Hör till löftet
:   [Löftet 2018](/loften/2018/)

## Mätvärden

Andel som känner sig trygga ute. Enhet: procent.

| När | Värde | Källa |
| --- | --- | --- |
| mars 2017 utgångsläge | 48,5 | [Mätningen 2017](https://kommun.example/2017), juni 2017 |
| mars 2018 | 51,2 | Ingen källa är angiven |

Enkäten gick till **alla**.

Mätvärdet påverkar inte hur löftets åtgärder bedöms.
"""
    )


def test_the_table_names_its_columns_and_its_rows(tmp_path: Path) -> None:
    files = made(tmp_path, {"loften/2018/effekter/trygghet.md": OUTCOME})
    table = BeautifulSoup(files[PATH], "html.parser").find("table")
    assert table
    heads = [(head.get("scope"), head.get_text(" ", strip=True)) for head in table.find_all("th")]
    assert heads == [
        ("col", "När"),
        ("col", "Värde"),
        ("col", "Källa"),
        ("row", "mars 2017 utgångsläge"),
        ("row", "mars 2018"),
    ]


def test_without_values_there_is_no_table(tmp_path: Path) -> None:
    text = "---\nrubrik: Trygghet\nmått: andel trygga\nenhet: procent\nväntas: 2018-05\n---\n"
    files = made(tmp_path, {"loften/2018/effekter/trygghet.md": text})
    assert main_text(files[PATH]) == (
        "Så går det / Löftet 2018 Trygghet Inget mätvärde är redovisat. "
        "Nästa värde väntades i maj 2018. Det är inte redovisat. "
        "Vad som mätsAndel trygga EnhetProcent Hör till löftetLöftet 2018 "
        "Mätvärdet påverkar inte hur löftets åtgärder bedöms."
    )


def test_the_panel_stands_on_the_front_page_the_promise_and_the_measure(tmp_path: Path) -> None:
    files = made(tmp_path, {"loften/2018/effekter/trygghet.md": OUTCOME})
    html = {path: data for path, data in files.items() if path.endswith(".html")}
    shown = [path for path, data in html.items() if PANEL in main_text(data)]
    assert shown == [
        "index.html",
        "loften/2018/index.html",
        "loften/2018/atgarder/vandringar/index.html",
    ]


def test_a_measure_that_no_outcome_names_has_no_panel(tmp_path: Path) -> None:
    files = made(
        tmp_path,
        {"loften/2018/effekter/trygghet.md": OUTCOME.replace("åtgärd: vandringar\n", "")},
    )
    assert "Effekter" not in main_text(files["loften/2018/atgarder/vandringar/index.html"])
    assert "Effekter" in main_text(files["index.html"])


def test_without_outcomes_nothing_is_said_of_them(tmp_path: Path) -> None:
    files = made(tmp_path, {})
    said = [path for path, data in files.items() if b"Effekter" in data]
    tables = ["data/effekter/index.html", "data/index.html", "data/matvarden/index.html"]
    assert set(said) <= {*tables}  # where every table is told of


def test_an_outcome_changes_nothing_in_what_is_said_of_the_measures(tmp_path: Path) -> None:
    before = made(tmp_path, {})
    after = made(tmp_path, {"loften/2018/effekter/trygghet.md": OUTCOME})
    changed = {path for path in before if before[path] != after[path]}
    assert not changed & {"data/resultat.csv", "data/underlag.csv", "data/atgarder.csv"}
    assert {path for path in changed if not path.startswith("data/")} == {
        "index.html",
        "loften/2018/index.html",
        "loften/2018/atgarder/vandringar/index.html",
        "sitemap.xml",
        "webbplatskarta/index.html",
    }
    for path in ("index.html", "loften/2018/atgarder/vandringar/index.html"):
        without = main_text(after[path]).replace(f"{PANEL} ", "")
        assert without == main_text(before[path])


def test_the_site_map_lists_outcomes_under_their_promise(tmp_path: Path) -> None:
    files = made(tmp_path, {"loften/2018/effekter/trygghet.md": OUTCOME})
    map_page = main_text(files["webbplatskarta/index.html"])
    assert "Vandringar Trygghet på kvällen Alla insatser" in map_page
    assert b"/loften/2018/effekter/trygghet/" in files["sitemap.xml"]


def test_a_text_can_lead_to_an_outcome(tmp_path: Path) -> None:
    files = {
        "loften/2018/effekter/trygghet.md": OUTCOME,
        "sidor/om.md": "---\nrubrik: Om\n---\n[Så](../loften/2018/effekter/trygghet.md)\n",
    }
    page = made(tmp_path, files)["om/index.html"].decode()
    assert '<a href="/loften/2018/effekter/trygghet/">Så</a>' in page
