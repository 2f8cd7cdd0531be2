"""What is written in a file is read back as the same value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.content.document import Node, Scalar, Sequence, parse
from followup.content.fields import list_of, reference, text
from followup.content.record import Field
from followup.content.schema import ACTION, MEASURE
from followup.content.written import entry, scalar, several

PLACES = Field("plats", "places", list_of(reference("plats")), "Var", "bro")
WORDS = Field("ord", "words", list_of(text), "Ord", "ett")


def read(line: str) -> Node:
    (found,) = parse("a.yaml", f"{line}\n").front_matter.entries
    return found.value


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Kväll på torget", "Kväll på torget"),
        ("17–21", "17–21"),
        ("Fler: lampor", '"Fler: lampor"'),
        ("Insats #4", '"Insats #4"'),
        ('"Trygg" i Bro', '"\\"Trygg\\" i Bro"'),
        ("a\\b: c", '"a\\\\b: c"'),
        ("[torget]", '"[torget]"'),
        ("- torget", '"- torget"'),
    ],
)
def test_text_has_quotation_marks_only_where_they_are_needed(value: str, written: str) -> None:
    assert scalar(value) == written


@given(st.text(st.characters(categories=["L", "N", "P", "S"], include_characters=" ")))
def test_any_line_of_text_is_read_back_as_it_was(value: str) -> None:
    folded = " ".join(value.split())
    node = read(f"rubrik: {scalar(folded)}")
    assert isinstance(node, Scalar)
    assert " ".join(node.text.split()) == folded


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        ("bro", "plats: bro"),
        ("bro, brunna", "plats: [bro, brunna]"),
        ("[bro, brunna]", "plats: [bro, brunna]"),
        ("bro och brunna", "plats: [bro, brunna]"),
        ("a: b, c", 'plats: ["a:", b, c]'),
        (",", "plats: []"),
    ],
)
def test_several_ids_become_a_list(answer: str, line: str) -> None:
    assert entry(PLACES, answer) == line


def test_a_part_of_a_measure_keeps_its_mark_in_a_list() -> None:
    field = ACTION.field("åtgärd")
    assert field
    node = read(entry(field, "vandring#varen, lampor"))
    assert isinstance(node, Sequence)
    assert [item.text for item in node.items if isinstance(item, Scalar)] == [
        "vandring#varen",
        "lampor",
    ]


def test_groups_and_lists_in_brackets_stand_as_they_were_written() -> None:
    field = MEASURE.field("mål")
    assert field
    assert entry(field, "{typ: antal, minst: 8}") == "mål: {typ: antal, minst: 8}"
    assert entry(WORDS, "[ett, två]") == "ord: [ett, två]"
    assert entry(WORDS, "ett, två") == "ord: ett, två"


def test_signs_that_cannot_be_seen_are_left_for_the_loading_to_tell() -> None:
    assert scalar("Kväll\x1b") == '"Kväll\x1b"'


def test_nothing_between_commas_is_no_id() -> None:
    assert several("bro,, brunna, ") == ("bro", "brunna")
