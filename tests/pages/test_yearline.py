"""The year line on a promise's page: what it shows, and the same in words."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from site_under_test import SMALL, build_in_memory, pages, write

PATH = "loften/2018/index.html"
OPEN = "---\nrubrik: Samtal\nmål: {typ: löpande}\n---\nVi pratar med dem som bor här.\n"


def years(folder: Path, files: Mapping[str, str], day: str = "2018-10-01") -> Tag | None:
    """The section of the picture; None where there is none."""
    named = {f"loften/2018/{name}.md": text for name, text in files.items()}
    result = build_in_memory(write(folder, {**SMALL, **named}), day, today="2019-12-31")
    assert [d.message for d in result.diagnostics if d.severity == "fel"] == []
    return BeautifulSoup(pages(result)[PATH], "html.parser").find("section", class_="year")


def action(*lines: str) -> str:
    return "\n".join(["---", "åtgärd: vandringar", *lines, "---", ""])


def text(part: Tag | None) -> str:
    return " ".join(part.get_text(" ").split()) if part else ""


def labels(section: Tag | None) -> list[str]:
    assert section
    found = [str(picture["aria-label"]) for picture in section.select("[role=img]")]
    return [" ".join(label.split()) for label in found]


def test_the_picture_is_said_in_words_and_as_a_table(tmp_path: Path) -> None:
    made = years(
        tmp_path,
        {
            "insatser/a": action("datum: 2018-02-01"),
            "insatser/b": action("datum: 2018-05-03"),
            "atgarder/samtal": OPEN,
        },
    )
    pace = "Ungefär i takt: om insatserna spreds jämnt över året vore en väntad den 3 maj."
    assert labels(made) == ["2 insatser. 1 februari och 3 maj. Redovisat till och med 3 maj 2018."]
    assert text(made) == (
        "När det har gjorts Löftets tid från vänster till höger: 2018. en insats jämnt spritt "
        "redovisat till och med 3 maj 2018 jan apr jul okt Vandringar 2 insatser. "
        f"{pace} Utan daterade insatser: Samtal . Samma sak som tabell "
        "När det har gjorts, åtgärd för åtgärd Åtgärd När Jämnt spritt "
        "Vandringar 1 februari och 3 maj 15 februari, 17 maj, 17 augusti och 16 november"
    )


def test_a_number_stays_on_the_line_of_what_it_counts(tmp_path: Path) -> None:
    made = years(tmp_path, {"insatser/a": action("datum: 2018-02-01", "antal: 3")})
    assert made
    assert made.select(".year-name .small")[0].get_text() == "3\N{NO-BREAK SPACE}insatser."


def test_a_promise_without_a_dated_action_has_no_picture(tmp_path: Path) -> None:
    report = "---\ntill: 2018-05-01\nuppgift_från: polisen\nåtgärd: vandringar\nantal: 2\n---\n"
    assert years(tmp_path, {"redovisningar/r": report}) is None


@pytest.mark.parametrize(
    ("report", "says"),
    [
        ("antal: 3", "1 insats, och 2 ur redovisningar utan dag."),
        ("antal: 1", "1 insats."),
        (
            "antal: 3\nnoggrannhet: ungefär",
            "1 insats med dag. Sammanlagt är omkring 3 insatser redovisade.",
        ),
    ],
)
def test_what_a_report_counts_without_a_day_is_said_and_not_drawn(
    tmp_path: Path, report: str, says: str
) -> None:
    head = "från: 2018-01-01\ntill: 2018-05-01\nuppgift_från: polisen\nåtgärd: vandringar"
    made = years(
        tmp_path,
        {
            "insatser/a": action("datum: 2018-02-01"),
            "redovisningar/r": f"---\n{head}\n{report}\n---\n",
        },
    )
    assert made and len(made.select(".year-line circle")) == 1
    assert text(made.select_one(".year-name .small")) == says


def meanings(section: Tag | None) -> list[str]:
    """What the legend says of the marks; not of the even spread and the end of the reports."""
    assert section
    said = [text(key) for key in section.select(".legend .key")]
    return [one for one in said if one != "jämnt spritt" and "redovisat" not in one]


def test_a_day_that_is_not_known_is_a_bar_between_two_ends(tmp_path: Path) -> None:
    made = years(
        tmp_path,
        {
            "insatser/a": action("från: 2018-02-01", "till: 2018-02-20", "någon_gång: ja"),
            "insatser/b": action("datum: 2018-04"),
            "insatser/c": action("från: 2018-06-01", "till: 2018-06-03"),
        },
    )
    assert made
    assert len(made.select(".year-line .year-days")) == 1
    assert len(made.select(".year-line .year-within")) == 2
    assert len(made.select(".year-line .year-end")) == 4
    assert meanings(made) == ["flera dagar", "dagen är inte känd"]
    assert labels(made)[0].startswith(
        "3 insatser. 1–20 februari 2018 (dagen är inte känd), april 2018 (dagen är inte känd) "
        "och 1–3 juni 2018."
    )


def test_each_mark_of_what_did_not_count_is_hollow_and_has_its_own_words(tmp_path: Path) -> None:
    target = "{typ: antal, minst: 4, räknas: {planerad_i_förväg: ja}}"
    unplanned = "planerad_i_förväg: nej"
    made = years(
        tmp_path,
        {
            "atgarder/vandringar": f"---\nrubrik: Vandringar\nmål: {target}\n---\nFyra.\n",
            "insatser/a": action("datum: 2018-02-01", unplanned),
            "insatser/b": action("från: 2018-03-01", "till: 2018-03-03", unplanned),
            "insatser/c": action("datum: 2018-04", unplanned),
        },
    )
    assert made
    drawn = [
        line["class"][0] for line in made.select(".year-line > line:not(.year-told, .year-open)")
    ]
    assert drawn == ["year-to", "year-days", "year-hollow", "year-within", "year-hollow"]
    assert meanings(made) == [
        "räknades inte",
        "flera dagar, räknades inte",
        "dagen är inte känd, räknades inte",
    ]


def test_an_action_that_counts_for_several_has_a_mark_for_each(tmp_path: Path) -> None:
    made = years(tmp_path, {"insatser/a": action("datum: 2018-02-01", "antal: 3")})
    assert made and len(made.select(".year-line .year-counted")) == 3
    assert labels(made)[0].startswith("3 insatser. 1 februari (3).")


def test_a_mark_of_an_action_that_counts_for_several_is_one_of_what_is_promised(
    tmp_path: Path,
) -> None:
    target = "{typ: antal, minst: 4, enhet: tillfälle/tillfällen}"
    rule = f"---\nrubrik: Vandringar\nmål: {target}\n---\nFyra.\n"
    files = {"atgarder/vandringar": rule, "atgarder/samtal": OPEN}
    several = files | {"insatser/a": action("datum: 2018-02-01", "antal: 3")}
    talk = action("datum: 2018-02-01").replace("vandringar", "samtal")
    made = years(tmp_path / "several", several)
    assert meanings(made) == ["ett tillfälle"]
    assert labels(made)[0].startswith("3 tillfällen. 1 februari (3).")
    assert meanings(years(tmp_path / "both", several | {"insatser/b": talk})) == [
        "en insats eller ett tillfälle"
    ]
    one = files | {"insatser/a": action("datum: 2018-02-01")}
    assert meanings(years(tmp_path / "one", one)) == ["en insats"]


def test_what_did_not_count_is_another_mark_and_said(tmp_path: Path) -> None:
    target = "{typ: antal, minst: 4, räknas: {planerad_i_förväg: ja}}"
    rule = f"---\nrubrik: Vandringar\nmål: {target}\n---\nFyra.\n"
    made = years(
        tmp_path,
        {
            "atgarder/vandringar": rule,
            "insatser/a": action("datum: 2018-02-01", "planerad_i_förväg: ja"),
            "insatser/b": action("datum: 2018-03-01", "planerad_i_förväg: nej"),
        },
    )
    assert made
    assert len(made.select(".year-line .year-counted")) == 1
    assert len(made.select(".year-line .year-other")) == 1
    assert text(made.select_one(".year-name .small")) == "1 insats. 1 insats räknades inte."
    assert labels(made)[0].startswith(
        "1 insats. 1 insats räknades inte. 1 februari. Räknades inte: 1 mars. Redovisat till och"
    )


def test_many_are_said_month_by_month(tmp_path: Path) -> None:
    rows = [f"2018-0{n % 7 + 1}-{n + 1:02},vandringar" for n in range(14)]
    named = {"loften/2018/insatser/a.csv": "\n".join(["datum,åtgärd", *rows, ""])}
    result = build_in_memory(write(tmp_path, {**SMALL, **named}), "2018-10-01")
    made = BeautifulSoup(pages(result)[PATH], "html.parser").find("section", class_="year")
    assert labels(made)[0].startswith("14 insatser. 2 i januari, 2 i februari, 2 i mars,")
    assert made and "1 januari, 8 januari, 2 februari, 9 februari, 3 mars" in text(made.table)


def test_what_went_on_over_several_months_is_said_to_be_in_none_of_them(tmp_path: Path) -> None:
    made = years(
        tmp_path,
        {
            "insatser/a": action("från: 2018-01-10", "till: 2018-03-20", "antal: 9"),
            "insatser/b": action("datum: 2018-05", "antal: 4"),
        },
    )
    assert labels(made)[0].startswith("13 insatser. 4 i maj och 10 januari – 20 mars 2018 (9).")
    assert "antal per månad, det som gick över flera står i den sista" in text(made)


def test_columns_of_what_was_within_their_months_need_no_such_words(tmp_path: Path) -> None:
    made = years(tmp_path, {"insatser/b": action("datum: 2018-05", "antal: 9")})
    assert text(made).split(" redovisat")[0].endswith("2018. antal per månad")


def test_an_even_spread_of_many_is_said_month_by_month(tmp_path: Path) -> None:
    rule = "---\nrubrik: Vandringar\nmål: {typ: antal, minst: 1200}\n---\nFler.\n"
    made = years(tmp_path, {"atgarder/vandringar": rule, "insatser/a": action("datum: 2018-02-01")})
    assert made and made.table
    assert text(made.table).endswith("99 i november och 102 i december")
