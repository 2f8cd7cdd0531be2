"""The words that stand in for `[[…]]`, and what is refused."""

from collections.abc import Mapping
from datetime import date

import pytest
from promise_under_test import PROMISE, action, at, measure, promise, report, site

from followup.diagnostics import Source
from followup.model import Body
from followup.placeholders import check, words
from followup.progress import compute
from followup.reporting import report as printed

KNOWN = {"löfte.rubrik": "L", "redovisat-till": "D", "vandring.siffra": "1", "vandring.läge": "P"}


def of(files: Mapping[str, str], today: str = "2018-10-01") -> Mapping[str, str]:
    return words(compute(site(files), date.fromisoformat(today))[1])


def faults(text: str, known: Mapping[str, str] = KNOWN) -> str:
    body = Body(text, Source("sidor/om.md", 4))
    return printed(check(body, known), {"sidor/om.md": f"---\nrubrik: Om\n---\n{text}"})


def test_the_words_are_the_figures_and_states_of_the_promise_as_they_stand_in_a_sentence() -> None:
    files = {
        at("atgarder", "a"): measure("typ: antal, minst: 8"),
        at("atgarder", "b"): measure("typ: löpande"),
        at("atgarder", "c"): measure("typ: löpande"),
        at("insatser", "i"): action("a", "datum: 2018-03-14"),
        at("redovisningar", "r"): report("b", "från: 2018-09-01", "2018-09-30"),
    }
    assert of(files) == {
        "löfte.rubrik": "Medborgarlöftet 2018",
        "redovisat-till": "30 september 2018",
        "a.siffra": "1 av minst 8",
        "a.läge": "pågår",
        "b.siffra": "redovisad 1 av 9 månader",
        "b.läge": "pågår",
        "c.siffra": "inte redovisad än",
        "c.läge": "inte redovisad än",
    }


def test_a_measure_with_several_targets_has_all_their_figures() -> None:
    goals = "mål: [{id: x, typ: antal, minst: 3}, {id: y, typ: antal, minst: 4}]"
    files = {
        at("atgarder", "a"): f"---\nrubrik: A\n{goals}\n---\nMed ord.\n",
        at("insatser", "i"): action("a#x", "datum: 2018-03-14"),
        at("insatser", "j"): action("a#y", "datum: 2018-03-15\nantal: 2"),
    }
    assert of(files)["a.siffra"] == "1 av minst 3 och 2 av minst 4"


@pytest.mark.parametrize(
    ("today", "to"),
    [("2018-02-01", "(inget är redovisat än)"), ("2019-02-01", "(inget är redovisat)")],
)
def test_where_nothing_is_reported_there_is_no_day(today: str, to: str) -> None:
    assert of({}, today)["redovisat-till"] == to


def test_of_two_promises_that_run_the_newest_is_the_promise_and_both_have_their_measures() -> None:
    files = {
        PROMISE: promise(),
        at("atgarder", "a"): measure("typ: löpande"),
        at("atgarder", "b"): measure("typ: löpande"),
        at("redovisningar", "r"): report("b"),
        "loften/nya/lofte.md": promise("", "Det nya", "från: 2018-07-01\ntill: 2019-06-30\n"),
        "loften/nya/atgarder/a.md": measure("typ: antal, minst: 1"),
        "loften/nya/insatser/i.md": action("a", "datum: 2018-08-01"),
    }
    found = of(files)
    assert (found["löfte.rubrik"], found["a.läge"]) == ("Det nya", "genomförd")
    assert (found["b.läge"], found["redovisat-till"]) == ("pågår", "1 augusti 2018")


def test_an_unknown_word_is_a_fault_at_its_place_with_what_was_meant() -> None:
    assert faults("Hej.\n\nSå går det: [[vandring.sifra]].\n") == (
        "FEL  sidor/om.md:6:13  [okänt-ord]\n"
        "  6 | Så går det: [[vandring.sifra]].\n"
        "    |             ^^^^^^^^^^^^^^^^^^\n"
        "  det finns inget att sätta in för [[vandring.sifra]]\n"
        "  Menade du  [[vandring.siffra]] ?  Det här går att skriva: [[löfte.rubrik]],\n"
        "  [[redovisat-till]], [[id.siffra]] och [[id.läge]], där id är en åtgärd:\n"
        "  vandring.\n"
    )


@pytest.mark.parametrize(
    ("known", "hint"),
    [
        ({}, "Det finns inget löfte att hämta ord ur än. Ta bort hakparenteserna."),
        (
            {"löfte.rubrik": "L", "redovisat-till": "D"},
            "Det här går att skriva: [[löfte.rubrik]] och [[redovisat-till]].",
        ),
        (
            {f"m{n}.siffra": "1" for n in range(14)},
            "Det här går att skriva: [[löfte.rubrik]], [[redovisat-till]], [[id.siffra]] och "
            "[[id.läge]], där id är en åtgärd: m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11 "
            "och 2 till.",
        ),
    ],
)
def test_the_hint_says_what_there_is(known: Mapping[str, str], hint: str) -> None:
    (found,) = check(Body("[[vad som helst]]", Source("sidor/om.md", 4)), known)
    assert found.hint == hint


@pytest.mark.parametrize(
    "text",
    [
        "[[löfte.rubrik]] och [[ Vandring.Läge ]]",
        "`[[nej]]` och ``[[nej]] ` ``",
        r"\[[nej]]",
        "[nej] [[nej] [nej]]",
        "[[nej\n]]",
    ],
)
def test_what_is_known_and_what_is_no_placeholder_is_let_through(text: str) -> None:
    assert faults(text) == ""


@pytest.mark.parametrize("text", ["` [[nej]]", "`a` [[nej]] `b`", "a ` b\n[[nej]] ` c"])
def test_what_only_seems_to_stand_in_code_is_checked(text: str) -> None:
    assert "[[nej]]" in faults(text)
