"""The list of actions, a list for each choice, and that none grows without bound."""

from datetime import date
from pathlib import Path

import pytest
import reading
from actions_under_test import LIST, action, many, planned, site
from site_under_test import SMALL

from followup.pages.frame import ActionItem, When
from followup.pages.listed import FEW, MOST, Listed, cut, months

FEW_ACTIONS = {
    f"{LIST}a.md": action("2018-03-14", "plats: bro-centrum\naktörer: [polisen, faltarna]"),
    f"{LIST}b.md": action("2018-05-01", "plats: torget\naktörer: [kommunen]"),
    f"{LIST}c.md": action("2018-05-02", "plats: bro\nstatus: inställd\norsak: Storm"),
    f"{LIST}d.md": action(
        "2018-12-24", "plats: bro\naktörer: [polisen]\nstatus: planerad\noffentlig: ja"
    ),
}


def test_the_list_offers_the_choices_that_have_actions(tmp_path: Path) -> None:
    text = reading.as_text(site(tmp_path, FEW_ACTIONS)[f"{LIST}index.html"])
    assert text.partition("## Välj insatser\n\n")[2].partition("## ")[0] == (
        "Åtgärd\n\n"
        "- [Vandringar](/loften/2018/insatser/atgard/vandringar/) 2 insatser\n\n"
        "Plats\n\n"
        "- [Bro](/loften/2018/insatser/plats/bro/) 1 insats\n"
        "- [Bro centrum](/loften/2018/insatser/plats/bro-centrum/) 1 insats\n"
        "- [Torget](/loften/2018/insatser/plats/torget/) 1 insats\n\n"
        "Månad\n\n"
        "- [December 2018](/loften/2018/insatser/manad/2018-12/) 1 planerad\n"
        "- [Maj 2018](/loften/2018/insatser/manad/2018-05/) 1 insats\n"
        "- [Mars 2018](/loften/2018/insatser/manad/2018-03/) 1 insats\n\n"
        "Vem\n\n"
        "- [Polisen](/loften/2018/insatser/part/polisen/) 1 insats\n"
        "- [Kommunen](/loften/2018/insatser/part/kommunen/) 2 insatser\n"
        "- [Fältarna](/loften/2018/insatser/part/faltarna/) 1 insats\n\n"
    )


def test_a_district_has_what_was_done_in_its_places(tmp_path: Path) -> None:
    assert reading.as_text(site(tmp_path, FEW_ACTIONS)[f"{LIST}plats/bro/index.html"]) == (
        "TITEL Insatser i Bro, Löftet 2018 – Följ löftet\n"
        "BESKRIVNING Insatser i Bro. 1 insats för Löftet 2018, de senaste först.\n\n"
        "1. [Så går det](/) /\n2. [Löftet 2018](/loften/2018/) /\n"
        "3. [Insatser](/loften/2018/insatser/)\n\n"
        "# Insatser i Bro\n\n"
        "1 insats för [Löftet 2018](/loften/2018/), de senaste först.\n\n"
        "Här ingår platsen i kommundelen: Bro centrum.\n\n"
        "Vald plats: [Bro](/platser/bro/). [Visa alla insatser](/loften/2018/insatser/)\n\n"
        "## På gång\n\n"
        "1. 24 december 2018\n\n   [Vandringar, Bro](/loften/2018/insatser/d/) Planerad\n\n"
        "## Maj 2018 0 insatser\n\n"
        "1. 2 maj 2018\n\n   [Vandringar, Bro](/loften/2018/insatser/c/)\n\n   Inställd: Storm\n\n"
        "## Mars 2018 1 insats\n\n"
        "1. 14 mars 2018\n\n   [Vandringar, Bro centrum](/loften/2018/insatser/a/)\n"
    )


@pytest.mark.parametrize(
    ("path", "heading", "says"),
    [
        ("plats/bro-centrum", "Insatser i Bro centrum", "Vald plats: Bro centrum."),
        ("plats/torget", "Insatser: torget", "Vald plats: Torget."),
        ("manad/2018-05", "Insatser i maj 2018", "Vald månad: Maj 2018."),
        ("part/kommunen", "Insatser där kommunen deltog", "Här ingår det som fältarna har gjort."),
        ("part/polisen", "Insatser där Polisen deltog", "Vald aktör: Polisen."),
        (
            "atgard/vandringar",
            "Insatser: Vandringar",
            "Där en insats inte räknas står det varför. De andra räknas.",
        ),
    ],
)
def test_a_filtered_page_says_what_it_shows(
    tmp_path: Path, path: str, heading: str, says: str
) -> None:
    html = site(tmp_path, FEW_ACTIONS)[f"{LIST}{path}/index.html"]
    assert f"<h1>{heading}</h1>" in html.decode()
    assert says in reading.main_text(html)
    assert b"<script src" not in html


def test_an_action_of_two_measures_says_for_which_it_does_not_count(tmp_path: Path) -> None:
    other = SMALL["loften/2018/atgarder/vandringar.md"].replace("Vandringar", "Kvällar")
    files = {
        "loften/2018/atgarder/kvallar.md": other.replace(
            "minst: 4", "minst: 4\n  räknas:\n    aktörer: [polisen]"
        ),
        f"{LIST}a.md": action("2018-03-14", "aktörer: [kommunen]", "[kvallar, vandringar]"),
    }
    text = reading.main_text(site(tmp_path, files)[f"{LIST}index.html"])
    assert text.endswith("14 mars 2018 Kvällar Kvällar: Räknas inte: Polisen deltog inte.")


@pytest.mark.parametrize("kind", ["atgard", "plats", "manad", "part", "sida"])
def test_an_action_may_be_called_what_the_choices_are_called(tmp_path: Path, kind: str) -> None:
    made = site(tmp_path, {f"{LIST}{kind}.md": action("2018-03-14")})
    assert {f"{LIST}{kind}/index.html", f"{LIST}atgard/vandringar/index.html"} <= made.keys()


def test_a_long_list_has_its_newest_months_and_ways_to_the_others(tmp_path: Path) -> None:
    made = site(tmp_path, many(150))
    text = reading.as_text(made[f"{LIST}index.html"])
    assert "150 insatser för" in text
    assert [line for line in text.split("\n") if line.startswith("## ")] == [
        "## Välj insatser",
        "## Maj 2018 30 insatser",
        "## April 2018 30 insatser",
        "## Äldre insatser",
    ]
    assert text.partition("## Äldre insatser\n\n")[2] == (
        "- [Mars 2018](/loften/2018/insatser/manad/2018-03/)\n"
        "- [Februari 2018](/loften/2018/insatser/manad/2018-02/)\n"
        "- [Januari 2018](/loften/2018/insatser/manad/2018-01/)\n"
    )


def test_a_long_choice_goes_on_on_older_pages(tmp_path: Path) -> None:
    made = site(tmp_path, many(150))
    place = f"{LIST}plats/torget/"
    newest = reading.as_text(made[f"{place}index.html"])
    assert "Här är de senaste, 60 insatser. [Äldre insatser](#aldre) finns längre ner." in newest
    older = (
        "## Äldre insatser\n\n"
        "- [Mars 2018](/loften/2018/insatser/plats/torget/sida/2/) 31 insatser\n"
        "- [Januari–februari 2018](/loften/2018/insatser/plats/torget/sida/1/) 59 insatser\n"
    )
    assert newest.endswith(older)
    oldest = reading.as_text(made[f"{place}sida/1/index.html"])
    assert oldest.endswith(older)
    assert oldest.startswith(
        "TITEL Insatser: torget, Löftet 2018, sida 1 – Följ löftet\n"
        "BESKRIVNING Insatser: torget. 150 insatser för Löftet 2018, januari–februari 2018.\n\n"
        "1. [Så går det](/) /\n2. [Löftet 2018](/loften/2018/) /\n"
        "3. [Insatser](/loften/2018/insatser/) /\n"
        "4. [Torget](/loften/2018/insatser/plats/torget/)\n\n"
        "# Insatser: torget\n\n"
        "150 insatser för [Löftet 2018](/loften/2018/), de senaste först.\n\n"
        "Vald plats: [Torget](/platser/torget/). [Visa alla insatser](/loften/2018/insatser/)\n\n"
        "Här är 59 insatser, januari–februari 2018.\n\n"
        "## Februari 2018 28 insatser\n\n"
        "1. 28 februari 2018\n"
    )
    assert f"{place}sida/3/index.html" not in made


def test_a_measure_shows_its_newest_actions_and_leads_to_them_all(tmp_path: Path) -> None:
    measure = reading.main_text(
        site(tmp_path, many(FEW + 1))["loften/2018/atgarder/vandringar/index.html"]
    )
    assert "Här är de 30 senaste av 31. Alla 31 insatser 2 januari 2018" in measure
    assert measure.count("2018 Vandringar, torget") == FEW


def test_a_measure_that_has_few_shows_them_all(tmp_path: Path) -> None:
    made = site(tmp_path, many(FEW))["loften/2018/atgarder/vandringar/index.html"]
    assert "senaste av" not in reading.main_text(made)


def test_a_place_shows_its_newest_actions_and_leads_to_them_all(tmp_path: Path) -> None:
    made = site(tmp_path, many(FEW + 1))["platser/torget/index.html"]
    text = reading.as_text(made).partition("## Insatser här\n\n")[2]
    assert text.startswith(
        "Här är de 30 senaste. "
        "[Alla insatser här för Löftet 2018](/loften/2018/insatser/plats/torget/)\n\n"
        "1. 31 januari 2018\n"
    )
    assert "\n1 januari 2018" not in text


COMING = (
    "Här är de 30 närmaste av 100. "
    "[Allt som är på gång för Löftet 2018](/loften/2018/insatser/lage/planerade/)\n\n"
    "1. 1 juni 2018\n"
)
PAST = (
    "Dagen har varit. Vi har inte fått veta om det blev av.\n\n"
    "Här är de 30 senaste av 70. [Allt planerat som inte är redovisat för Löftet 2018]"
    "(/loften/2018/insatser/lage/obekraftade/)\n\n"
    "1. 31 mars 2018\n"
)


@pytest.mark.parametrize(
    ("path", "shows"),
    [
        ("loften/2018/insatser", (COMING, PAST)),
        ("loften/2018/insatser/plats/torget", (COMING, PAST)),
        ("loften/2018/atgarder/vandringar", (COMING, PAST)),
        ("platser/torget", (COMING,)),
    ],
)
def test_of_much_that_is_planned_a_page_shows_the_nearest_and_leads_to_it_all(
    tmp_path: Path, path: str, shows: tuple[str, ...]
) -> None:
    files = {**planned(70, "2018-01-21"), **planned(100, "2018-06-01"), **many(1)}
    text = reading.as_text(site(tmp_path, files, "2018-05-01")[f"{path}/index.html"])
    assert [part for part in shows if part not in text] == []
    assert text.count("\n    [Vandringar, torget]") + text.count("\n   [Vandringar, torget]") <= 61


def test_the_front_page_names_the_five_that_are_nearest(tmp_path: Path) -> None:
    text = reading.as_text(site(tmp_path, planned(6, "2018-06-01"), "2018-05-01")["index.html"])
    assert text.partition("## På gång\n\n")[2].startswith(
        "Här är de 5 närmaste av 6. "
        "[Allt som är på gång för Löftet 2018](/loften/2018/insatser/#pa-gang)\n\n1. 1 juni 2018\n"
    )
    assert "5 juni 2018" in text
    assert "6 juni 2018" not in text


def test_what_is_planned_goes_on_on_later_pages(tmp_path: Path) -> None:
    made = site(tmp_path, planned(100, "2018-06-01"), "2018-05-01")
    nearest = reading.as_text(made[f"{LIST}lage/planerade/index.html"])
    further = (
        "## Senare insatser\n\n"
        "- [Juli 2018](/loften/2018/insatser/lage/planerade/sida/2/) 31 insatser\n"
        "- [1 augusti – 8 september 2018]"
        "(/loften/2018/insatser/lage/planerade/sida/3/) 39 insatser\n"
    )
    assert nearest.partition("\n# ")[2].startswith(
        "Insatser på gång\n\n"
        "100 insatser för [Löftet 2018](/loften/2018/), de närmaste först.\n\n"
        "Valt läge: På gång. [Visa alla insatser](/loften/2018/insatser/)\n\n"
        "Här är de närmaste, 30 insatser. [Senare insatser](#senare) finns längre ner.\n\n"
        "## Juni 2018 30 insatser\n\n"
        "1. 1 juni 2018\n"
    )
    assert nearest.endswith(further)
    assert f"{LIST}lage/planerade/sida/3/index.html" in made
    assert f"{LIST}lage/planerade/sida/4/index.html" not in made
    assert f"{LIST}lage/obekraftade/index.html" not in made


def test_what_nothing_is_told_of_goes_on_on_older_pages(tmp_path: Path) -> None:
    made = site(tmp_path, planned(70, "2018-01-21"), "2018-05-01")
    newest = reading.as_text(made[f"{LIST}lage/obekraftade/index.html"])
    assert newest.partition("\n# ")[2].startswith(
        "Planerat, men inte redovisat\n\n"
        "70 insatser för [Löftet 2018](/loften/2018/), de senaste först.\n\n"
        "Dagen har varit. Vi har inte fått veta om det blev av.\n\n"
        "Valt läge: Planerat, men inte redovisat. "
        "[Visa alla insatser](/loften/2018/insatser/)\n\n"
        "Här är de senaste, 59 insatser. [Äldre insatser](#aldre) finns längre ner.\n\n"
        "## Mars 2018 31 insatser\n\n"
    )
    assert f"{LIST}lage/obekraftade/sida/1/index.html" in made


@pytest.mark.parametrize("number", [FEW, FEW + 1])
def test_what_has_room_has_no_list_of_its_own(tmp_path: Path, number: int) -> None:
    made = site(tmp_path, planned(number, "2018-06-01"), "2018-05-01")
    assert (f"{LIST}lage/planerade/index.html" in made) is (number > FEW)


def row(day: date, n: int = 0) -> Listed:
    item = ActionItem("", f"/{n}", When("", None), None, "", (), None, False)
    return Listed(item, day, day.isoformat()[:7], False, (), (), ())


def newest_first(*sizes: tuple[int, int]) -> list[Listed]:
    """So many rows in each month of 2018."""
    rows = [row(date(2018, m, 1 + n % 28), n) for m, size in sizes for n in range(size)]
    return sorted(rows, key=lambda row: row.day, reverse=True)


@pytest.mark.parametrize(
    ("sizes", "newest", "older"),
    [
        ([(1, MOST)], 60, []),
        ([(1, MOST + 1)], 60, [(1, 60)]),
        ([(1, 30), (2, 30)], 60, []),
        ([(1, 30), (2, 31)], 31, [(1, 30)]),
        ([(1, 30), (2, 30), (3, 1)], 31, [(1, 60)]),
        ([(1, 130)], 60, [(2, 60), (1, 60)]),
        ([(1, 300), (2, 10)], 10, [(5, 60), (4, 60), (3, 60), (2, 60), (1, 60)]),
        ([(1, 5), (2, 300)], 60, [(5, 60), (4, 60), (3, 60), (2, 60), (1, 5)]),
    ],
)
def test_a_list_is_cut_between_months_where_there_is_room(
    sizes: list[tuple[int, int]], newest: int, older: list[tuple[int, int]]
) -> None:
    rows = newest_first(*sizes)
    pages = cut(rows)
    assert len(pages.first) == newest
    assert [(number, len(page)) for number, page in pages.further] == older
    shown = {id(row) for row in pages.first} | {id(r) for _, page in pages.further for r in page}
    assert shown == {id(row) for row in rows}


def test_an_older_page_stays_when_new_actions_come() -> None:
    rows = newest_first((1, 50), (2, 40), (3, 50))
    later = [*newest_first((4, 58)), *rows]
    before, after = dict(cut(rows).further), dict(cut(later).further)
    assert {number: after[number] for number in before} == before


def test_a_month_that_goes_on_on_another_page_says_how_many_it_has() -> None:
    rows = newest_first((1, 70))
    assert [month.count for month in months(cut(rows).first, rows)] == ["60 av 70 insatser"]


def test_of_many_that_did_not_count_the_front_page_names_the_last(tmp_path: Path) -> None:
    measure = SMALL["loften/2018/atgarder/vandringar.md"].replace(
        "minst: 4", "minst: 4\n  räknas:\n    aktörer: [polisen]"
    )
    files = {"loften/2018/atgarder/vandringar.md": measure, **many(8)}
    text = reading.as_text(site(tmp_path, files)["index.html"])
    assert text.count("räknades inte") == 6
    assert (
        "3 till räknades inte: [alla skäl](/loften/2018/atgarder/vandringar/#underlag).\n" in text
    )
    assert "Insatsen 3 januari 2018 räknades inte" not in text


def test_a_long_table_of_intervals_has_those_alike_together(tmp_path: Path) -> None:
    measure = SMALL["loften/2018/atgarder/vandringar.md"].replace(
        "typ: antal\n  minst: 4", "typ: frekvens\n  varje: dygn"
    )
    files = {"loften/2018/atgarder/vandringar.md": measure, **many(80)}
    text = reading.as_text(site(tmp_path, files)["loften/2018/atgarder/vandringar/index.html"])
    assert (
        "Dygn för dygn\n\nLäge\n\n| När | Läge |\n| --- | --- |\n| 1 januari – 21 mars | Hållet |\n"
    ) in text
