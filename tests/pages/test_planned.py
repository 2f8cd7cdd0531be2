"""What is or was planned: its order, and that the ways to the rest of it lead there."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
import reading
from actions_under_test import LIST, many, planned, site

CROSSING = (
    "---\nfrån: 2018-06-20\ntill: 2018-07-02\nåtgärd: vandringar\nplats: torget\n"
    "aktörer: [polisen]\nstatus: planerad\noffentlig: ja\n---\n"
)


def ids(html: bytes) -> Sequence[str]:
    return re.findall(r'\bid="([^"]+)"', html.decode())


def headings(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.startswith("## ")]


def order(html: bytes) -> list[str]:
    """The actions of a page, each once, in their order."""
    return list(dict.fromkeys(re.findall(rf"/{LIST}(over|[-\d]+)/", html.decode())))


@pytest.mark.parametrize(
    ("day", "state", "months"),
    [
        ("2018-05-01", "planerade", ["## Juni 2018 30 insatser", "## Juli 2018 11 insatser"]),
        ("2018-08-01", "obekraftade", ["## Juli 2018 11 insatser", "## Juni 2018 30 insatser"]),
    ],
)
def test_an_event_that_goes_on_into_a_month_stands_in_that_month(
    tmp_path: Path, day: str, state: str, months: list[str]
) -> None:
    files = {f"{LIST}over.md": CROSSING, **planned(40, "2018-06-01")}
    html = site(tmp_path, files, day)[f"{LIST}lage/{state}/index.html"]
    assert headings(reading.as_text(html)) == months
    assert len(ids(html)) == len(set(ids(html)))
    in_time = [(date(2018, 6, 1) + timedelta(days=n)).isoformat() for n in range(40)]
    in_time.insert(32, "over")
    assert order(html) == (in_time if state == "planerade" else in_time[::-1])


@pytest.mark.parametrize(
    "path",
    ["", "platser/torget/", "loften/2018/atgarder/vandringar/", LIST, f"{LIST}plats/torget/"],
)
def test_every_page_has_what_is_to_come_in_the_same_order(tmp_path: Path, path: str) -> None:
    in_time = [(date(2018, 6, 28) + timedelta(days=n)).isoformat() for n in range(4)]
    files = {f"{LIST}over.md": CROSSING, **planned(4, "2018-06-28"), **many(1)}
    html = site(tmp_path, files, "2018-05-01")[f"{path}index.html"]
    assert [id for id in order(html) if id in {"over", *in_time}] == [*in_time, "over"]
