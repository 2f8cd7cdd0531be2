"""The rules on days: nothing of the future, nothing outside the period."""

from collections.abc import Callable, Mapping

import pytest

from followup.diagnostics import Diagnostic, Source

Files = Mapping[str, str]
Faults = Callable[[Files], list[Diagnostic]]
Printed = Callable[[Files], str]

MEASURE = "loften/2018/atgarder/vandringar.md"
ACTION = "loften/2018/insatser/a.md"
REPORT = "loften/2018/redovisningar/forsta.md"
SETTINGS = """version: 1
namn: Följ löftet
adress: https://loftet.example
kommun: Exempelkommun
kontakt: {namn: Kontaktcenter}
"""


# Time of the target's own.


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("typ: antal, gäller: 2030-01 till 2030-02", "gäller ligger utanför löftets period, 2018"),
        ("typ: engångs, senast: 2017-12-31", "senast ligger utanför löftets period, 2018"),
        ("typ: engångs, senast: 2019-01-01", "senast ligger utanför löftets period, 2018"),
    ],
)
def test_time_outside_the_period_is_refused(target: str, told: str, faults: Faults) -> None:
    (found,) = faults({MEASURE: f"---\nrubrik: A\nmål: {{{target}}}\n---\nMed ord.\n"})
    assert (found.rule, found.message) == ("utanför-perioden", told)
    assert found.source.line == 3


@pytest.mark.parametrize(
    "target",
    [
        "typ: antal, gäller: 2017-11-01 till 2018-02-28",
        "typ: antal, gäller: sommarhalvåret",
        "typ: engångs, senast: 2018-12-31",
    ],
)
def test_time_inside_the_period_is_taken(target: str, faults: Faults) -> None:
    assert faults({MEASURE: f"---\nrubrik: A\nmål: {{{target}}}\n---\nMed ord.\n"}) == []


# Nothing from the future.


@pytest.mark.parametrize(
    ("days", "place", "told"),
    [
        (
            "datum: 2018-10-02",
            "3:8",
            "den 2 oktober 2018 har inte varit än",
        ),
        (
            "datum: 2018-10",
            "3:8",
            "oktober 2018 är inte slut än",
        ),
        (
            "från: 2018-09-30\ntill: 2018-10-02",
            "4:7",
            "30 september – 2 oktober 2018 är inte slut än",
        ),
    ],
)
def test_action_cannot_be_of_a_day_that_has_not_been(
    days: str, place: str, told: str, faults: Faults
) -> None:
    (found,) = faults({ACTION: f"---\nåtgärd: vandringar\n{days}\n---\n"})
    assert (str(found.source), found.message) == (f"{ACTION}:{place}", told)
    assert found.hint == (
        "Kontrollera datumet. Är det en offentlig händelse som ska komma: skriv  "
        "status: planerad  och  offentlig: ja"
    )


@pytest.mark.parametrize("key", ["utgångsläge", "värden"])
def test_measured_value_cannot_be_of_days_that_have_not_been(key: str, printed: Printed) -> None:
    line = f"{key}: {{datum: 2018-10, värde: 1}}"
    fields = f"rubrik: A\nmått: B\nenhet: procent\n{line}"
    before = line.index("2018")
    assert printed({"loften/2018/effekter/trygghet.md": f"---\n{fields}\n---\n"}) == (
        f"FEL  loften/2018/effekter/trygghet.md:5:{before + 1}  [framtid]\n"
        f"  5 | {line}\n"
        f"    | {' ' * before}^^^^^^^ oktober 2018 är inte slut än\n"
        "  Kontrollera datumet. Kommer värdet senare: skriv till exempel  väntas: 2019-03\n"
    )


def test_report_cannot_cover_days_that_have_not_been(printed: Printed) -> None:
    assert (
        printed({REPORT: "---\nuppgift_från: polisen\ntill: 2018-10-02\n---\n"})
        == """\
FEL  loften/2018/redovisningar/forsta.md:3:7  [framtid]
  3 | till: 2018-10-02
    |       ^^^^^^^^^^ den 2 oktober 2018 har inte varit än
  Kontrollera datumet. En redovisning kan bara gälla tid som har gått.
"""
    )


def test_on_a_frozen_site_the_future_begins_after_its_day(printed: Printed) -> None:
    frozen = SETTINGS + "fryst_till: 2018-10-01\n"
    action = "---\nåtgärd: vandringar\ndatum: 2018-10-02\nexempel: ja\n---\n"
    assert (
        printed({"webbplats.yaml": frozen, ACTION: action})
        == """\
FEL  loften/2018/insatser/a.md:3:8  [framtid]
  3 | datum: 2018-10-02
    |        ^^^^^^^^^^ den 2 oktober 2018 har inte varit än
  Webbplatsen är fryst till 1 oktober 2018 (fryst_till i webbplats.yaml), så för
  den har senare dagar inte varit. Är demonstrationen över: ta bort den raden.
  Börjar ett nytt löfte: kör  python3 build.py nytt löfte
"""
    )


@pytest.mark.parametrize(
    "fields",
    [
        "datum: 2018-10-01",
        "datum: 2018-12-01\nstatus: planerad\noffentlig: ja",
        "från: 2018-09\ntill: 2018-10-01",
    ],
)
def test_what_has_been_and_public_plans_are_not_of_the_future(
    fields: str, printed: Printed
) -> None:
    assert printed({ACTION: f"---\nåtgärd: vandringar\n{fields}\n---\n"}) == ""


# Within the period.


@pytest.mark.parametrize(
    ("days", "place", "told"),
    [
        ("datum: 2017-12-31", (3, 8), "31 december 2017"),
        ("från: 2017-12-31\ntill: 2018-01-01", (3, 7), "31 december 2017 – 1 januari 2018"),
        ("från: 2018-09-30\ntill: 2019-01-01", (4, 7), "30 september 2018 – 1 januari 2019"),
        ("från: 2018-01-01\ntill: 2019-01-01", (4, 7), "1 januari 2018 – 1 januari 2019"),
    ],
)
def test_action_lies_in_the_period_of_its_promise(
    days: str, place: tuple[int, int], told: str, faults: Faults
) -> None:
    found = faults({ACTION: f"---\nåtgärd: vandringar\n{days}\n---\n"})
    assert (found[-1].source, found[-1].rule) == (Source(ACTION, *place, 10), "utanför-perioden")
    assert found[-1].message == f"insatsen {told} ligger utanför löftets period, 2018"


@pytest.mark.parametrize("days", ["datum: 2018-01-01", "från: 2018-01-01\ntill: 2018-09"])
def test_action_may_lie_on_the_edges_of_the_period(days: str, printed: Printed) -> None:
    assert printed({ACTION: f"---\nåtgärd: vandringar\n{days}\n---\n"}) == ""


FORMER = "---\ntitel: Löftet 2017\nfrån: 2017\ntill: 2017\nparter: polisen\n---\n"


@pytest.mark.parametrize(
    ("day", "files", "way_out"),
    [
        (
            "2017-03-14",
            {},
            "Kontrollera datumet, eller flytta insatsen till det löfte som den hör till.",
        ),
        (
            "2017-03-14",
            {"loften/2017/lofte.md": FORMER},
            "Kontrollera datumet. Hör insatsen till Löftet 2017: flytta den till  "
            "loften/2017/insatser",
        ),
        (
            "2019-03-14",
            {},
            "Kontrollera datumet. Börjar ett nytt löfte: kör  python3 build.py nytt löfte",
        ),
    ],
)
def test_action_outside_the_period_is_told_where_it_belongs(
    day: str, files: Files, way_out: str, faults: Faults
) -> None:
    found = faults({**files, ACTION: f"---\nåtgärd: vandringar\ndatum: {day}\n---\n"})
    assert [fault.hint for fault in found if fault.rule == "utanför-perioden"] == [way_out]


def test_change_that_is_to_come_is_pointed_at_in_its_list(printed: Printed) -> None:
    change = (
        "  - {datum: 2018-03-01, vad: A, varför: B}\n  - {datum: 2018-12-01, vad: C, varför: D}\n"
    )
    measure = f"---\nrubrik: A\nmål: {{typ: antal}}\nändringar:\n{change}---\nMed ord.\n"
    assert (
        printed({MEASURE: measure})
        == """\
FEL  loften/2018/atgarder/vandringar.md:6:13  [framtid]
  6 |   - {datum: 2018-12-01, vad: C, varför: D}
    |             ^^^^^^^^^^ den 1 december 2018 har inte varit än
  Kontrollera datumet. Skriv in uppgiften när dagen har varit.
"""
    )
