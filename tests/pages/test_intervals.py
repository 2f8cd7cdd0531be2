"""The intervals of a frequency in words: every one is named, with its year where that is needed."""

from collections.abc import Mapping

import pytest
from promise_under_test import PROMISE, action, at, measure, promise, report, told

from followup.pages.intervals import interval_strip
from followup.pages.pictures import strip as month_strip


def label(target: str, days: tuple[str, ...], more: str = "", period: str = "") -> str:
    """What the strip says on 1 October 2018, in words."""
    files: dict[str, str] = {at("atgarder", "a"): measure(f"typ: frekvens, {target}", more=more)}
    if period:
        files[PROMISE] = promise(period=period)
    files |= {at("insatser", f"{n:03}"): action("a", f"datum: {day}") for n, day in enumerate(days)}
    strip = interval_strip(told(files, "2018-10-01").target)
    assert strip
    return strip.label


TWO_YEARS = "från: 2017-07-01\ntill: 2019-06-30\n"


@pytest.mark.parametrize(
    ("target", "days", "says"),
    [
        (
            "varje: månad",
            ("2018-01-05", "2018-02-05", "2018-04-05"),
            "Hållna: januari–februari och april. Inget redovisat: mars. "
            "Inte redovisade än: maj–december.",
        ),
        (
            "varje: kvartal",
            ("2018-01-05", "2018-07-31"),
            "Hållna: kvartal 1 och kvartal 3. Inget redovisat: kvartal 2. "
            "Inte redovisade än: kvartal 4.",
        ),
        (
            "varje: tertial",
            ("2018-05-05",),
            "Hållna: tertial 2. Inget redovisat: tertial 1. Inte redovisade än: tertial 3.",
        ),
        ("varje: år", ("2018-05-05",), "Hållna: 2018."),
        (
            "varje: vecka, gäller: 2018-04-30 till 2018-05-27",
            ("2018-05-01", "2018-05-08", "2018-05-22"),
            "Hållna: v. 18–19 och v. 21. Inget redovisat: v. 20.",
        ),
        (
            "varje: dygn, gäller: 2018-04-29 till 2018-05-03",
            ("2018-04-29", "2018-04-30", "2018-05-01", "2018-05-03"),
            "Hållna: 29 april – 1 maj och 3 maj. Inget redovisat: 2 maj.",
        ),
    ],
)
def test_intervals_are_told_in_stretches(target: str, days: tuple[str, ...], says: str) -> None:
    assert label(target, days) == says


@pytest.mark.parametrize(
    ("every", "says"),
    [
        (
            "månad",
            "Hållna: december 2017 och februari 2018. "
            "Inget redovisat: juli–november 2017 och januari 2018. "
            "Inte redovisade än: mars 2018 – juni 2019.",
        ),
        (
            "kvartal",
            "Hållna: kvartal 4 2017 – kvartal 1 2018. Inget redovisat: kvartal 3 2017. "
            "Inte redovisade än: kvartal 2 2018 – kvartal 2 2019.",
        ),
        ("år", "Hållna: juli 2017 – juni 2018. Inte redovisade än: juli 2018 – juni 2019."),
    ],
)
def test_the_year_is_said_where_there_are_several(every: str, says: str) -> None:
    days = ("2017-12-05", "2018-02-05")
    assert label(f"varje: {every}", days, period=TWO_YEARS) == says


def test_weeks_have_the_year_that_they_are_numbered_in() -> None:
    period = "från: 2018-12-24\ntill: 2019-01-13\n"
    files = {
        PROMISE: promise(period=period),
        at("atgarder", "a"): measure("typ: frekvens, varje: vecka"),
    }
    strip = interval_strip(told(files, "2018-12-24").target)
    assert strip
    assert strip.label == "Inte redovisade än: v. 52 2018 – v. 2 2019."
    assert [(row.name, len(row.cells)) for row in strip.layout.rows] == [("2018", 1), ("2019", 2)]


def test_an_interval_that_is_confirmed_to_have_had_nothing_is_missed() -> None:
    said = label("varje: kvartal", ("2018-01-05",), more="bekräftat_till: 2018-09-30\n")
    assert said == "Hållna: kvartal 1. Missade: kvartal 2–3. Inte redovisade än: kvartal 4."


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (
            {at("redovisningar", "r"): report("a", "antal: 1\nfrån: 2018-01-01", "2018-06-30")},
            "Redovisade tillsammans: januari–juni. Inte redovisade än: juli–december.",
        ),
        (
            {
                at("insatser", "x"): action(
                    "a", "från: 2018-01-30\ntill: 2018-02-02\nnågon_gång: ja"
                ),
                at("insatser", "y"): action("a", "datum: 2018-04-02"),
            },
            "Går inte att avgöra: januari–februari. Inget redovisat: mars. "
            "Inte redovisade än: april–december.",
        ),
    ],
)
def test_of_which_something_is_told_it_is_not_said_that_nothing_is(
    more: Mapping[str, str], says: str
) -> None:
    files = {at("atgarder", "a"): measure("typ: frekvens, minst: 2, varje: månad"), **more}
    strip = interval_strip(told(files, "2018-10-01").target)
    assert strip
    assert strip.label == says


def test_a_year_of_days_is_bars_with_their_numbers() -> None:
    files = {
        at("atgarder", "a"): measure(
            "typ: frekvens, varje: dygn", more="bekräftat_till: 2018-01-31\n"
        ),
        **{
            at("insatser", f"{day:02}"): action("a", f"datum: 2018-01-{day:02}")
            for day in range(1, 31)
        },
    }
    strip = interval_strip(told(files, "2018-10-01").target)
    assert strip
    assert [(bar.stack.name, bar.words) for bar in strip.bars[:2]] == [
        ("januari 2018", "30 hållna, 1 missat"),
        ("februari 2018", "28 inte redovisade än"),
    ]
    assert strip.legend == (
        ("kept", "hållet"),
        ("missed", "missat"),
        ("coming", "inte redovisat än"),
    )


def test_what_is_no_frequency_has_no_strip() -> None:
    assert (
        interval_strip(told({at("atgarder", "a"): measure("typ: antal")}, "2018-10-01").target)
        is None
    )


def test_a_month_strip_of_several_years_names_each_year() -> None:
    files = {
        PROMISE: promise(period=TWO_YEARS),
        at("atgarder", "a"): measure("typ: löpande"),
        at("insatser", "x"): action("a", "datum: 2017-12-05"),
        at("insatser", "y"): action("a", "datum: 2018-01-05"),
    }
    strip = month_strip(told(files, "2018-10-01").target)
    assert strip
    assert strip.label == (
        "Redovisad 2 av 7 månader. Redovisade: december 2017 – januari 2018. "
        "Inte redovisade: juli–november 2017."
    )
    assert [(year.name, len(year.months)) for year in strip.years] == [
        ("2017", 6),
        ("2018", 12),
        ("2019", 6),
    ]
    assert [word for _, word in strip.legend] == [
        "redovisad",
        "inte redovisad",
        "inte redovisad än",
    ]


def test_a_month_strip_of_one_year_needs_no_year() -> None:
    files = {
        at("atgarder", "a"): measure("typ: löpande"),
        at("insatser", "x"): action("a", "datum: 2018-01-05"),
    }
    strip = month_strip(told(files, "2018-10-01").target)
    assert strip
    assert strip.label == "Redovisad 1 av 1 månad. Redovisade: januari."
    assert [year.name for year in strip.years] == [None]
