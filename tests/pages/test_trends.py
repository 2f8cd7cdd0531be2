"""The line chart on an outcome's page and in its panel, and the same in words."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from site_under_test import SMALL, build_in_memory, pages, write

HEAD = "rubrik: Trygghet\nmått: andel otrygga\nenhet: procent"


def soup(folder: Path, values: str, base: str | None, page: str) -> BeautifulSoup:
    """The page, with values as `2017 48,5; 2018 50`."""
    lines = [HEAD]
    if base:
        lines.append(f"utgångsläge: {_reading(base)}")
    if values:
        lines += ["värden:", *(f"  - {_reading(value)}" for value in values.split("; "))]
    outcome = "\n".join(["---", *lines, "---", ""])
    files = {**SMALL, "loften/2018/effekter/t.md": outcome}
    made = pages(build_in_memory(write(folder, files), "2018-10-01"))
    return BeautifulSoup(made[f"loften/2018/{page}index.html"], "html.parser")


def _reading(text: str) -> str:
    when, value = text.split()
    return f"{{datum: {when}, värde: '{value}'}}"


@pytest.mark.parametrize(
    ("values", "base", "label"),
    [
        ("2017 48,5", None, "Diagram med ett mätvärde: 48,5 procent (2017)."),
        ("", "2017 48,5", "Diagram med ett mätvärde: 48,5 procent (2017)."),
        (
            "2016 12; 2017 12",
            None,
            "Diagram med två mätvärden, från 12 procent (2016) till 12 procent (2017). "
            "Båda är lika.",
        ),
        (
            "2015 12; 2016 30; 2017 2; 2018-03 13",
            "2014 11",
            "Diagram med fem mätvärden, från 11 procent (2014) till 13 procent (mars 2018). "
            "Lägst: 2 procent (2017). Högst: 30 procent (2016). Utgångsläge: 11 procent (2014).",
        ),
    ],
)
def test_the_picture_is_said_in_words(
    tmp_path: Path, values: str, base: str | None, label: str
) -> None:
    picture = soup(tmp_path, values, base, "effekter/t/").select_one("[role=img]")
    assert picture and picture["aria-label"] == label


@pytest.mark.parametrize(("values", "charts"), [("", 0), ("2017 48,5", 0), ("2016 1; 2017 2", 1)])
def test_a_panel_has_a_small_picture_where_there_are_values_to_compare(
    tmp_path: Path, values: str, charts: int
) -> None:
    assert len(soup(tmp_path, values, None, "").select(".outcomes .trend-small")) == charts


def test_an_outcome_without_a_value_has_no_picture(tmp_path: Path) -> None:
    assert soup(tmp_path, "", None, "effekter/t/").select(".trend") == []


def test_every_value_has_its_point_and_the_baseline_is_a_ring(tmp_path: Path) -> None:
    made = soup(tmp_path, "2016 1; 2017 2", "2015 -3", "effekter/t/")
    assert len(made.select("circle.trend-point")) == 2
    assert len(made.select("circle.trend-first")) == 1
    assert [text.get_text() for text in made.select(".trend-number")] == ["-3", "0", "2"]
