"""Answers to warnings: for which words and which row they hold, and when they are of no use."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from site_under_test import SMALL, build_in_memory, write

from followup.diagnostics import Diagnostic

Files = Mapping[str, str]
Faults = Callable[[Files], list[Diagnostic]]
Printed = Callable[[Files], str]

MEASURE = "loften/2018/atgarder/vandringar.md"
ACTION = "loften/2018/insatser/a.md"
LIST = "loften/2018/insatser/lista.csv"


def answered(answer: str, target: str = "typ: löpande") -> Files:
    fields = f"rubrik: A\nmål: {{{target}}}\ngranskat: {{{answer}}}\n"
    return {MEASURE: f"---\n{fields}---\nMinst tio vandringar.\n"}


@pytest.mark.parametrize("text", ["", ", text: minst tio", ", text: Minst  tio vandringar"])
def test_answer_holds_for_the_words_that_it_names(text: str, faults: Faults) -> None:
    assert faults(answered(f"regel: ordalydelse, skäl: Så står det{text}")) == []


def test_answer_for_other_words_leaves_the_warning_and_is_told(faults: Faults) -> None:
    found = faults(answered("regel: ordalydelse, skäl: Så står det, text: minst fem"))
    assert [(fault.rule, fault.source.line) for fault in found] == [
        ("onödigt-svar", 4),
        ("ordalydelse", 6),
    ]
    assert found[0].hint == (
        "Kontrollera att orden i text är de som varningen gäller. Ta annars bort svaret."
    )


def test_answer_in_a_file_says_nothing_of_a_row_in_a_list(faults: Faults) -> None:
    files = {
        ACTION: "---\nåtgärd: vandringar\ndatum: 2018-03-14\nplats: torget\n"
        "granskat: {regel: dubbel-insats, skäl: Det var två}\n---\n",
        LIST: "id;datum;åtgärd;plats\nb;2018-03-14;vandringar;torget\n",
    }
    assert [(str(fault.source), fault.rule) for fault in faults(files)] == [
        (f"{ACTION}:5:11", "onödigt-svar"),
        (f"{LIST}:2:3", "dubbel-insats"),
    ]


def test_answer_to_a_rule_that_does_not_exist_gets_the_nearest(printed: Printed) -> None:
    told = printed(answered("regel: ordalydelsen, skäl: A"))
    assert "regeln ”ordalydelsen” finns inte" in told
    assert "Menade du  ordalydelse ?" in told


def test_a_fault_cannot_be_answered(faults: Faults) -> None:
    files = {
        ACTION: "---\nåtgärd: vandringar\ndatum: 2018-12-14\n"
        "granskat: {regel: framtid, skäl: Den blir av}\n---\n"
    }
    assert [(fault.rule, fault.message) for fault in faults(files)] == [
        ("framtid", "den 14 december 2018 har inte varit än"),
        ("granskat", "”framtid” är ett fel, och det går inte att svara på"),
    ]


def test_answer_that_answers_nothing_is_to_be_taken_away(faults: Faults) -> None:
    (found,) = faults(answered("regel: ordalydelse, skäl: A", "typ: antal, minst: 10"))
    assert (found.severity, found.rule, found.message, found.hint) == (
        "varning",
        "onödigt-svar",
        "det finns ingen varning ”ordalydelse” att svara på här",
        "Ta bort svaret.",
    )


def test_nothing_is_said_of_idle_answers_while_a_file_is_left_out(faults: Faults) -> None:
    files = {
        **answered("regel: ordalydelse, skäl: A", "typ: antal, minst: 10"),
        ACTION: "---\nåtgärd: vandringar\ndatum: 2018-02-30\n---\n",
    }
    assert [fault.rule for fault in faults(files)] == ["datum"]


def test_answer_of_a_party_holds_for_that_party_alone(tmp_path: Path) -> None:
    parties = """polisen:
  namn: Polisen, ABC12D
  slag: polis
  granskat: {regel: registreringsnummer, skäl: Ett namn}
kommunen:
  namn: Kommunen, ABC12E
  slag: kommun
"""
    found = build_in_memory(write(tmp_path, {**SMALL, "parter.yaml": parties})).diagnostics
    assert [(fault.rule, fault.source.line) for fault in found] == [("registreringsnummer", 6)]
