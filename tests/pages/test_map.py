"""The map on the pages: the same as the list beside it, with its sources, or not at all."""

import json
import re
from pathlib import Path
from unittest.mock import Mock

import pytest
from bs4 import BeautifulSoup, Tag
from site_under_test import SMALL, build_in_memory, pages, write

from followup.graphics import map as graphics
from followup.reporting import report

ACTION = "---\ndatum: 2018-03-14\nåtgärd: vandringar\nplats: {}\naktörer: [polisen]\n---\n"
PLACES = {
    "platser/bro.md": "---\nnamn: Bro\ntyp: kommundel\nläge: 59.51667, 17.63333\n"
    "läge_källa: GeoNames (CC BY 4.0)\n---\n",
    "platser/bro-centrum.md": "---\nnamn: Bro centrum\nkommundel: bro\n---\n",
    "platser/kajen.md": "---\nnamn: kajen i Kungsängen\nläge: 59.47857, 17.74834\n"
    "läge_källa: GeoNames (CC BY 4.0)\n---\n",
    "loften/2018/insatser/a.md": ACTION.format("bro-centrum"),
    "loften/2018/insatser/b.md": ACTION.format("bro").replace("14", "15"),
}
LAYERS = {
    "karta/vagen.geojson": '{"type": "LineString", "coordinates": [[17.6, 59.5], [17.8, 59.5]]}',
    "karta/lager.yaml": "lager:\n"
    "  - {fil: vagen.geojson, slag: väg, källa: SCB, licens: CC0 1.0}\n",
}


def made(folder: Path, files: dict[str, str]) -> dict[str, bytes]:
    result = build_in_memory(write(folder, {**SMALL, **files}), "2018-10-01")
    assert [d for d in result.diagnostics if d.is_error] == [], report(result.diagnostics, {})
    return pages(result)


def figure(html: bytes) -> Tag | None:
    return BeautifulSoup(html, "html.parser").select_one("figure.map")


def words(element: Tag | None) -> str:
    assert element
    return re.sub(r"\s+", " ", element.get_text(" ")).strip()


def test_the_map_says_in_words_what_it_shows(tmp_path: Path) -> None:
    files = made(tmp_path, PLACES)
    for path in ("index.html", "platser/index.html"):
        found = figure(files[path])
        assert found
        for svg in found.select("svg[role=group]"):
            assert svg["aria-label"] == "Karta över platserna"
            assert [(a["href"], a["aria-label"]) for a in svg.select("a")] == [
                ("/platser/bro/", "Bro: 2 insatser"),
                ("/platser/kajen/", "Kajen i Kungsängen: ingen redovisad insats"),
            ]
        assert words(found.select_one("figcaption")) == (
            "kommundel med insatser plats utan redovisad insats Lägen: GeoNames (CC BY 4.0)."
        )


def test_the_map_is_made_once_for_all_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And for the rule on what there is room for."""
    draw = Mock(wraps=graphics.draw)
    monkeypatch.setattr(graphics, "draw", draw)
    # A name that no other test has: a map that has been drawn is remembered.
    bro = PLACES["platser/bro.md"].replace("namn: Bro", "namn: Brotorp")
    files = made(tmp_path, {**PLACES, **LAYERS, "platser/bro.md": bro})
    assert figure(files["index.html"]) and figure(files["platser/index.html"])
    assert draw.call_count == 1


def test_a_name_is_painted_over_its_own_outline(tmp_path: Path) -> None:
    found = figure(made(tmp_path, PLACES)["platser/index.html"])
    assert found and found["aria-label"] == "Karta"
    names = found.select("svg[role=group] a text:not(.spot-number)")
    assert names and {name["paint-order"] for name in names} == {"stroke"}


def test_the_list_on_the_front_page_says_the_same_and_names_what_is_not_on_the_map(
    tmp_path: Path,
) -> None:
    page = BeautifulSoup(made(tmp_path, PLACES)["index.html"], "html.parser")
    assert [words(li) for li in page.select(".map-list li")] == [
        "Bro 2 insatser",
        "Kajen i Kungsängen ingen redovisad insats",
    ]
    assert words(page.select_one(".map-list + p")) == "Inte utsatta på kartan: Bro centrum ."


def test_a_place_that_is_not_on_the_map_says_so_in_the_list(tmp_path: Path) -> None:
    files = made(tmp_path, PLACES)
    assert files["platser/index.html"].decode().count("Inte utsatt på kartan.") == 1
    assert "Inte utsatt på kartan." in files["platser/bro-centrum/index.html"].decode()
    assert figure(files["platser/bro-centrum/index.html"]) is None


def test_a_place_is_pointed_out_on_its_own_page(tmp_path: Path) -> None:
    found = figure(made(tmp_path, PLACES)["platser/bro/index.html"])
    assert found
    assert [a["href"] for a in found.select("a[aria-current=page]")] == ["/platser/bro/"]
    assert len(found.select("svg[role=group]")) == 1


def test_a_site_without_positions_has_no_map_and_says_nothing_of_it(tmp_path: Path) -> None:
    files = made(tmp_path, {"platser/torget.md": "---\nnamn: Torget\n---\n"})
    for path in ("index.html", "platser/index.html", "platser/torget/index.html"):
        assert "kartan" not in files[path].decode()
        assert figure(files[path]) is None


def test_each_layer_is_drawn_and_credited(tmp_path: Path) -> None:
    found = figure(made(tmp_path, {**PLACES, **LAYERS})["platser/index.html"])
    assert found
    assert len(found.select("svg[role=group] path.map-road")) == 2
    assert words(found.select_one(".map-words")) == (
        "Lägen: GeoNames (CC BY 4.0). Väg: SCB (CC0 1.0)."
    )


def test_a_name_without_room_has_a_number_on_the_map_that_stands_below_it(tmp_path: Path) -> None:
    name = "Elektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    long = {"platser/bro.md": PLACES["platser/bro.md"].replace("Bro", name)}
    files = made(tmp_path, {**PLACES, **long})
    found = figure(files["platser/index.html"])
    assert found
    assert [words(text) for text in found.select(".spot-number")] == ["1", "1"]
    assert found.select(".spot")[0]["aria-label"] == f"1, {name}: 2 insatser"
    for size in ("narrow", "wide"):
        (said,) = found.select(f".said-{size}")
        assert words(said) == f"Siffror på kartan: 1 {name}."


def test_a_page_with_a_map_is_light_however_much_there_is_in_a_layer(tmp_path: Path) -> None:
    streets = [[[17.6 + n / 20_000, 59.48], [17.6 + n / 20_000, 59.52]] for n in range(3000)]
    zigzag = [[17.62 + n % 241 / 2000, 59.48 + 71 * n % 181 / 4000] for n in range(20_000)]
    for kind, found in (("MultiLineString", streets), ("LineString", zigzag)):
        layer = json.dumps({"type": kind, "coordinates": found})
        files = made(tmp_path, {**PLACES, **LAYERS, "karta/vagen.geojson": layer})
        assert len(files["platser/kajen/index.html"]) < 40_000
        assert len(files["platser/index.html"]) < 80_000
