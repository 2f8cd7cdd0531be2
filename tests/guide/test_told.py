"""What can be written, told at a terminal: whole, findable by any spelling, and 80 columns wide."""

import re

import pytest

from followup.content.files import RawFile
from followup.content.schema import RECORDS
from followup.content.tree import sort_files
from followup.diagnostics import FollowupError
from followup.guide.kinds import GROUPS, KINDS, NAMES, FileKind, fields_of
from followup.guide.told import about, meant, overview
from followup.scaffold.kinds import KINDS as MADE
from followup.scaffold.make import fold

PROGRAM = "python3 build.py"


def test_the_fields_of_a_group_stand_with_those_that_are_needed_first() -> None:
    assert (
        about("bild", PROGRAM)
        == """\
bild: en grupp fält i insats.

fil (behövs)
    Bildfil bredvid textfilen.
    Till exempel:  fil: vandring.jpg

alt (behövs)
    Vad bilden visar.
    Till exempel:  alt: Vandrare i gula västar på torget

foto
    Fotografens namn.
    Till exempel:  foto: Upplands-Bro kommun"""
    )


def test_a_field_is_told_in_every_place_that_it_has() -> None:
    assert (
        about("diarienummer", PROGRAM)
        == """\
diarienummer
    Diarienummer.
    Till exempel:  diarienummer: KS 18/0123
    Står i källor och källa.

Alla fält i en fil:  python3 build.py fält insats"""
    )


def test_a_file_is_told_with_the_groups_in_it() -> None:
    told = about("insats", PROGRAM)
    assert told.startswith("""\
insats: loften/<löfte>/insatser/<id>.md
En insats som har gjorts, eller en offentlig som ska komma.
Det som behövs ska alltid stå där. Vet du inte resten: ta bort raderna.

åtgärd (behövs)
""")
    assert re.findall("— .* —", told) == [
        "— Fälten i källor —",
        "— Fälten i bild —",
        "— Fälten i rättelser —",
        "— Fälten i granskat —",
    ]


def test_every_field_in_the_table_can_be_looked_up() -> None:
    told = {field for name in (*(kind.name for kind in KINDS), *GROUPS) for field in keys(name)}
    assert {field.key for record in RECORDS for field in record.fields} == told
    assert told <= {*NAMES}


def keys(name: str) -> set[str]:
    return {field.key for field in fields_of(name)}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_but_an_example_to_copy_is_wider_than_a_terminal(name: str) -> None:
    lines = f"{overview(PROGRAM)}\n{about(name, PROGRAM)}".split("\n")
    assert [line for line in lines if len(line) > 80 and "Till exempel:  " not in line] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_lies_where_the_program_looks_for_it(kind: FileKind) -> None:
    path = re.sub("<.*?>", "x", kind.path)
    text = b"a: b\n" if path.endswith(".yaml") else b"---\na: b\n---\n"
    assert sort_files([RawFile(path, text)]).diagnostics == ()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_is_needed_is_among_the_usual_fields(kind: FileKind) -> None:
    needed = {field.key for field in kind.fields if field.required}
    assert needed <= {*kind.usual} <= {field.key for field in kind.fields}


def test_what_can_be_made_can_be_read_about_by_the_same_name() -> None:
    assert {kind.name for kind in MADE} < {kind.name for kind in KINDS}


@pytest.mark.parametrize(
    ("written", "name"),
    [("insats", "insats"), ("mal", "mål"), ("ÅTGÄRD", "åtgärd"), ("e_post", "e-post")],
)
def test_a_name_is_found_by_any_spelling(written: str, name: str) -> None:
    assert meant(written, fold) == name


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("insatser", "Menade du insats?"),
        (
            "zzz",
            "Det finns: webbplats, part, kartlager, plats, sida, löfte, åtgärd, insats, "
            "redovisning, effekt och notistext.",
        ),
    ],
)
def test_an_unknown_name_is_answered_with_a_near_one(written: str, answer: str) -> None:
    with pytest.raises(FollowupError) as error:
        meant(written, fold)
    assert str(error.value) == f"Det finns inget fält och ingen fil som heter ”{written}”. {answer}"
