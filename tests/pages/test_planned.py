"""What is or was planned: its order, and that the ways to the rest of it lead there."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
import reading
from actions_under_test import LIST, many, planned, site
from site_under_test import SMALL

from followup.pages.listed import FEW

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


ALL_TOLD = "/loften/2018/insatser/plats/torget/"
UNTOLD = "Allt planerat som inte är redovisat för Löftet 2018"


@pytest.mark.parametrize(
    ("told", "untold", "ways"),
    [
        (0, 70, f"[{UNTOLD}](/loften/2018/insatser/lage/obekraftade/)"),
        (1, 30, f"[Alla insatser här för Löftet 2018]({ALL_TOLD})"),
        (
            1,
            70,
            f"[Alla redovisade insatser här för Löftet 2018]({ALL_TOLD}), "
            f"[{UNTOLD}](/loften/2018/insatser/lage/obekraftade/)",
        ),
    ],
)
def test_a_place_leads_to_the_lists_that_have_what_it_has_no_room_for(
    tmp_path: Path, told: int, untold: int, ways: str
) -> None:
    files = {**planned(untold, "2018-01-21"), **planned(1, "2018-07-01"), **many(told)}
    text = reading.as_text(site(tmp_path, files, "2018-05-01")["platser/torget/index.html"])
    assert text.partition("## Insatser här\n\n")[2].startswith(
        f"Här är de 30 senaste. {ways}\n\n1. "
    )


PROMISE = {name: text for name, text in SMALL.items() if name.startswith("loften/")}


def moved(files: Mapping[str, str], year: str) -> dict[str, str]:
    """The same in another year."""
    return {name.replace("2018", year): text.replace("2018", year) for name, text in files.items()}


def test_a_place_leads_to_no_list_of_a_promise_that_it_has_all_of(tmp_path: Path) -> None:
    """One with a few that nothing is told of, and one that has only planned something here."""
    files = {
        **many(FEW + 1),
        **moved({**PROMISE, **planned(1, "2018-01-21")}, "2017"),
        **moved({**PROMISE, **planned(1, "2018-06-01")}, "2019"),
    }
    text = reading.as_text(site(tmp_path, files, "2019-05-01")["platser/torget/index.html"])
    assert text.partition("## Insatser här\n\n")[2].startswith(
        f"Här är de 30 senaste. [Alla insatser här för Löftet 2018]({ALL_TOLD}), "
        "[Allt planerat som inte är redovisat för Löftet 2017]"
        "(/loften/2017/insatser/#ej-redovisat)\n\n1. "
    )


def test_a_place_does_not_count_what_was_called_off(tmp_path: Path) -> None:
    off = "---\ndatum: 2018-03-01\nåtgärd: vandringar\nplats: torget\nstatus: inställd\n---\n"
    files = {f"{LIST}off.md": off.replace("inställd\n", "inställd\norsak: Snö\n"), **many(55)}
    text = reading.main_text(site(tmp_path, files)["platser/torget/index.html"])
    assert "55 insatser här" in text
    assert "56" not in text


def test_a_few_that_are_to_come_are_found_where_they_stand(tmp_path: Path) -> None:
    made = site(tmp_path, planned(6, "2018-06-01"), "2018-05-01")
    assert 'href="/loften/2018/insatser/#pa-gang"' in made["index.html"].decode()
    assert '<h2 id="pa-gang">På gång</h2>' in made[f"{LIST}index.html"].decode()


def test_a_place_where_something_is_only_planned_can_be_chosen(tmp_path: Path) -> None:
    made = site(tmp_path, {**many(1), **planned(2, "2018-06-01", "bro-centrum")}, "2018-05-01")
    text = reading.as_text(made[f"{LIST}index.html"])
    assert text.partition("Plats\n\n")[2].partition("\n\n")[0] == (
        "- [Bro](/loften/2018/insatser/plats/bro/) 2 planerade\n"
        "- [Bro centrum](/loften/2018/insatser/plats/bro-centrum/) 2 planerade\n"
        "- [Torget](/loften/2018/insatser/plats/torget/) 1 insats"
    )
    assert reading.as_text(made[f"{LIST}plats/bro-centrum/index.html"]) == (
        "TITEL Insatser i Bro centrum, Löftet 2018 – Följ löftet\n"
        "BESKRIVNING Insatser i Bro centrum. Ingen insats är redovisad för Löftet 2018.\n\n"
        "1. [Så går det](/) /\n2. [Löftet 2018](/loften/2018/) /\n"
        "3. [Insatser](/loften/2018/insatser/)\n\n"
        "# Insatser i Bro centrum\n\n"
        "Ingen insats är redovisad för [Löftet 2018](/loften/2018/).\n\n"
        "Vald plats: [Bro centrum](/platser/bro-centrum/). "
        "[Visa alla insatser](/loften/2018/insatser/)\n\n"
        "## På gång\n\n"
        "1. 1 juni 2018\n\n"
        "   [Vandringar, Bro centrum](/loften/2018/insatser/2018-06-01/) Planerad\n"
        "2. 2 juni 2018\n\n"
        "   [Vandringar, Bro centrum](/loften/2018/insatser/2018-06-02/) Planerad\n"
    )


def test_a_promise_with_nothing_but_plans_says_that_nothing_is_told(tmp_path: Path) -> None:
    made = site(tmp_path, planned(2, "2018-06-01"), "2018-05-01")
    text = reading.main_text(made[f"{LIST}index.html"])
    assert "Ingen insats är redovisad. Det betyder inte att inget har gjorts." in text


def test_what_went_on_for_days_is_among_the_newest_by_its_last(tmp_path: Path) -> None:
    """Where a measure has more than there is room for, the newest are those that ended last."""
    long = "---\nfrån: 2018-01-01\ntill: 2018-03-20\nåtgärd: vandringar\nplats: torget\n---\n"
    files = {f"{LIST}over.md": long, **many(FEW + 5)}
    html = site(tmp_path, files)["loften/2018/atgarder/vandringar/index.html"]
    assert f'/{LIST}over/">' in html.decode().partition('<ol class="actions">')[2]
