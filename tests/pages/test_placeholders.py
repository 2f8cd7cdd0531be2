"""Computed words on a free page, and the check of them in a whole build."""

from collections.abc import Mapping
from pathlib import Path

from reading import main_text
from site_under_test import SMALL, build_in_memory, pages, write

from followup.pipeline import BuildResult
from followup.reporting import report

ACTION = "---\nåtgärd: vandringar\ndatum: 2018-03-14\n---\n"
PAGE = "---\nrubrik: Kort\n---\n[[löfte.rubrik]]: [[vandringar.siffra]] den [[redovisat-till]].\n"


def built(folder: Path, files: Mapping[str, str], day: str = "2018-12-01") -> BuildResult:
    return build_in_memory(write(folder, {**SMALL, **files}), day, today="2019-12-31")


def test_a_free_page_shows_what_is_computed_on_the_day(tmp_path: Path) -> None:
    files = {"sidor/kort.md": PAGE, "loften/2018/insatser/a.md": ACTION}
    seen = [pages(built(tmp_path, files, day)) for day in ("2018-03-01", "2018-03-14")]
    assert [main_text(made["kort/index.html"]) for made in seen] == [
        "Så går det Kort Löftet 2018: inte redovisad än den (inget är redovisat än).",
        "Så går det Kort Löftet 2018: 1 av minst 4 den 14 mars 2018.",
    ]


def test_an_unknown_word_stops_the_build_also_when_its_page_is_held_back(tmp_path: Path) -> None:
    page = "---\nrubrik: Kort\nutkast: ja\n---\nHej [[vandring.siffra]].\n"
    result = built(tmp_path, {"sidor/kort.md": page})
    assert result.files == ()
    assert report(result.diagnostics, result.texts) == (
        "FEL  sidor/kort.md:5:5  [okänt-ord]\n"
        "  5 | Hej [[vandring.siffra]].\n"
        "    |     ^^^^^^^^^^^^^^^^^^^\n"
        "  det finns inget att sätta in för [[vandring.siffra]]\n"
        "  Menade du  [[vandringar.siffra]] ?  Det här går att skriva: [[löfte.rubrik]],\n"
        "  [[redovisat-till]], [[id.siffra]] och [[id.läge]], där id är en åtgärd:\n"
        "  vandringar.\n"
    )


def test_what_stands_in_the_promise_is_never_replaced(tmp_path: Path) -> None:
    promise = SMALL["loften/2018/lofte.md"] + "Löftet [[löfte.rubrik]].\n"
    made = pages(built(tmp_path, {"loften/2018/lofte.md": promise}))
    assert "Löftet [[löfte.rubrik]]." in main_text(made["loften/2018/index.html"])
