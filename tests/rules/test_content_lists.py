"""The rules on actions that stand in a list: each fault at its row and cell."""

from collections.abc import Callable, Mapping

import pytest

from followup.diagnostics import Diagnostic, Source
from followup.rules import Subject

Files = Mapping[str, str]
Faults = Callable[[Files], list[Diagnostic]]
Printed = Callable[[Files], str]

LIST = "loften/2018/insatser/Insatser.csv"
SETTINGS = "webbplats.yaml"


def test_day_that_no_action_can_have_is_pointed_at_in_its_cell(printed: Printed) -> None:
    text = (
        "åtgärd;datum;från;till\n\n"
        "vandringar;2017-03-14;;\n"
        "vandringar;2018-03-14;;\n"
        "vandringar;;2018-09-30;2 oktober 2018\n"
    )
    assert (
        printed({LIST: text})
        == f"""\
FEL  {LIST}:3:12  [utanför-perioden]
  3 | vandringar;2017-03-14;;
    |            ^^^^^^^^^^
  insatsen 14 mars 2017 ligger utanför löftets period, 2018
  Kontrollera datumet, eller flytta insatsen till det löfte som den hör till.

FEL  {LIST}:5:24  [framtid]
  5 | vandringar;;2018-09-30;2 oktober 2018
    |                        ^^^^^^^^^^^^^^
  30 september – 2 oktober 2018 är inte slut än
  Kontrollera datumet. Är det en offentlig händelse som ska komma: skriv
  planerad  i kolumnen status och  ja  i kolumnen offentlig
"""
    )


def test_measure_with_several_targets_is_pointed_at_in_its_row(faults: Faults) -> None:
    measure = "---\nrubrik: A\nmål: [{typ: antal, id: a}, {typ: antal, id: b}]\n---\nMed ord.\n"
    files = {
        LIST: "datum;åtgärd\n2018-03-14;vandringar#a\n2018-03-15;vandringar\n",
        "loften/2018/atgarder/vandringar.md": measure,
    }
    assert [fault.source for fault in faults(files)] == [Source(LIST, 3, 12, 10)]


@pytest.mark.parametrize("line", [0, 2, 4, 99])
def test_place_that_is_no_row_is_left_as_it_is(
    subject: Callable[[Files], Subject], line: int
) -> None:
    found = subject({LIST: "datum;åtgärd\n\n2018-03-14;vandringar\n"})
    assert found.at(Source(LIST, line), "datum") == Source(LIST, line)
    assert found.at(Source(LIST, 3, 1), "datum") == Source(LIST, 3, 1, 10)
    assert found.at(Source(LIST, 3, 1), "plats") == Source(LIST, 3, 1)


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("datum;åtgärd\n2018-03-14;vandringar\n", False),
        ("datum;åtgärd\n", False),
        ("datum;åtgärd\n2018-03-14;vandringar\n2018-03-32;vandringar\n", True),
        ("datum\n2018-03-14\n", True),
        ('datum;åtgärd\n2018-03-14;"vandringar\n', True),
    ],
)
def test_list_with_a_faulty_row_may_hold_what_others_lack(
    subject: Callable[[Files], Subject], faults: Faults, small: Files, text: str, lacks: bool
) -> None:
    files = {LIST: text, SETTINGS: small[SETTINGS] + "fryst_till: 2018-10-01\n"}
    assert subject(files).left_out == ({LIST} if lacks else set())
    assert ("fryst" in {fault.rule for fault in faults(files)}) is not lacks
