"""The figure of a target: only how many there are is made large, never a year."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from reading import main_text
from site_under_test import SMALL, build_in_memory, pages, write


@pytest.mark.parametrize(
    ("target", "report", "figure", "large"),
    [
        ("{typ: antal, minst: 8}", "antal: 5", "5 av minst 8", ["5"]),
        (
            "{typ: antal, minst: 2000}",
            "antal: 1234\nnoggrannhet: drygt\nsom_skrivet: drygt 1 234",
            "drygt 1\u00a0234 av minst 2\u00a0000",
            ["1\u00a0234"],
        ),
        ("{typ: löpande}", "text: Vi var ute.", "Redovisad för januari–maj 2018", []),
        ("{typ: frekvens, varje: månad}", "intervall: {hållna: 2, av: 5}", None, ["2"]),
    ],
)
def test_a_year_is_never_made_large(
    tmp_path: Path, target: str, report: str, figure: str | None, large: list[str]
) -> None:
    head = "från: 2018-01-01\ntill: 2018-05-31\nuppgift_från: polisen\nåtgärd: a"
    files = {
        **SMALL,
        "loften/2018/atgarder/a.md": f"---\nrubrik: A\nmål: {target}\n---\nOrden.\n",
        "loften/2018/redovisningar/r.md": f"---\n{head}\n{report}\n---\n",
    }
    made = pages(build_in_memory(write(tmp_path, files), "2018-10-01"))
    for page in ("index.html", "loften/2018/atgarder/a/index.html"):
        (shown,) = BeautifulSoup(made[page], "html.parser").select(".figure")
        assert figure in (None, shown.get_text())
        assert [part.get_text() for part in shown.select("b")] == large


def test_a_figure_for_other_weeks_than_are_judged_says_why(tmp_path: Path) -> None:
    head = "från: 2018-01-02\ntill: 2018-07-01\nuppgift_från: polisen\nåtgärd: a"
    target = "{typ: frekvens, varje: vecka}"
    files = {
        **SMALL,
        "loften/2018/atgarder/a.md": f"---\nrubrik: A\nmål: {target}\n---\nOrden.\n",
        "loften/2018/redovisningar/r.md": f"---\n{head}\nintervall: {{hållna: 22, av: 26}}\n---\n",
    }
    made = pages(build_in_memory(write(tmp_path, files), "2018-10-01"))
    text = main_text(made["loften/2018/atgarder/a/index.html"])
    assert (
        "22 av 26 veckor: Polisen, 2 januari – 1 juli 2018Redovisningen räknar 26 veckor. "
        "Vi bedömer bara hela veckor, och i den tiden finns det 25."
    ) in text


@pytest.mark.parametrize(
    ("days", "verdict", "says"),
    [
        ("från: 2018-01-01\ntill: 2018-06-30", "inte genomförd", True),
        ("från: 2018-01-01\ntill: 2018-12-31", "inte genomförd", False),
        ("till: 2018-06-30", "inte genomförd", False),
        ("från: 2018-01-01\ntill: 2018-06-30\nslutlig: ja", "inte genomförd", False),
        ("från: 2018-01-01\ntill: 2018-06-30", "senarelagd", False),
        ("från: 2018-01-01\ntill: 2018-06-30", "pågår", False),
    ],
)
def test_a_verdict_on_part_of_the_time_says_which(
    tmp_path: Path, days: str, verdict: str, says: bool
) -> None:
    told = f"{days}\nuppgift_från: polisen\nåtgärd: vandringar\nbedömning: {verdict}\norsak: Brist"
    files = {**SMALL, "loften/2018/redovisningar/r.md": f"---\n{told}\n---\n"}
    made = pages(build_in_memory(write(tmp_path, files), "2019-01-10"))
    text = main_text(made["loften/2018/atgarder/vandringar/index.html"])
    assert ("Bedömningen gäller januari–juni 2018." in text) == says
