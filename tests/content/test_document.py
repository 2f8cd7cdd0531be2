"""Bytes -> text -> fields with their places, and a body."""

import pytest

from followup.content.document import (
    Document,
    Entry,
    Mapping,
    Scalar,
    Sequence,
    parse,
)
from followup.diagnostics import Source
from followup.model import Body


def test_every_part_of_a_file_keeps_its_place() -> None:
    text = "---\nmål:\n  typ: antal\nparter: [a, bc]\n---\n\nBrödtext.\n"
    assert parse("a.md", text) == Document(
        "a.md",
        Mapping(
            (
                Entry(
                    Scalar("mål", Source("a.md", 2, 1, 3)),
                    Mapping(
                        (
                            Entry(
                                Scalar("typ", Source("a.md", 3, 3, 3)),
                                Scalar("antal", Source("a.md", 3, 8, 5)),
                            ),
                        ),
                        Source("a.md", 3, 3),
                    ),
                ),
                Entry(
                    Scalar("parter", Source("a.md", 4, 1, 6)),
                    Sequence(
                        (
                            Scalar("a", Source("a.md", 4, 10, 1)),
                            Scalar("bc", Source("a.md", 4, 13, 2)),
                        ),
                        Source("a.md", 4, 9),
                    ),
                ),
            ),
            Source("a.md", 2, 1),
        ),
        Body("\nBrödtext.\n", Source("a.md", 6)),
    )


def test_file_of_fields_has_no_body() -> None:
    assert parse("a.yaml", "namn: B\n") == Document(
        "a.yaml",
        Mapping(
            (Entry(Scalar("namn", Source("a.yaml", 1, 1, 4)), Scalar("B", place(1, 7))),),
            Source("a.yaml", 1, 1),
        ),
        Body("", Source("a.yaml")),
    )


@pytest.mark.parametrize("text", ["---\n---\n", "---\n\n---\n", "---\n# en anteckning\n---\n"])
def test_front_matter_may_be_empty(text: str) -> None:
    assert parse("a.md", text).front_matter == Mapping((), Source("a.md", 1, 1))


def test_dashes_may_have_blanks_after_them() -> None:
    document = parse("a.md", "--- \t\nrubrik: A\n---  \u00a0\nBrödtext.")
    assert (value(document), document.body.text) == ("A", "Brödtext.")


def test_dashes_in_a_text_are_not_the_end() -> None:
    document = parse("a.md", "---\nrubrik: A --- B\n  ---\n---\nFöre\n\n---\n\nefter")
    assert value(document) == "A --- B ---"
    assert document.body.text == "Före\n\n---\n\nefter"


@pytest.mark.parametrize(
    "written",
    ["19:30", "19.30", "08:30", "010", "08", "1_000", "1e3", "0x1F", "true", "yes", "no", "nej",
     "ja", "null", "~", "2018-02-30", "2018-03-14", "20180301", "+46 8", ".5", ".inf",
     "Insats nr#4", "polis & kommun", "5 * 3", "Fest!", "https://a.example/#b", "kl. 19", "a:b",
     "9" * 50, "å ä ö", "R&D", "=", "–", "\\n", "”citat”", "50 %"],
)  # fmt: skip
def test_value_is_the_text_that_stands_there(written: str) -> None:
    assert value(parse("a.md", f"---\nrubrik: {written}\n---\n")) == written


@pytest.mark.parametrize(
    ("written", "meant"),
    {
        '"Vandring: Bro"': "Vandring: Bro",
        "'Bro''s torg'": "Bro's torg",
        r'"Hon sa \"ja\""': 'Hon sa "ja"',
        r'"Mappen C:\\bilder"': r"Mappen C:\bilder",
        r"'Mappen C:\bilder'": r"Mappen C:\bilder",
        '"# inget"': "# inget",
        '"&"': "&",
        ">-\n  Två\n  rader": "Två rader",
        "|\n  Två\n  rader": "Två\nrader\n",
        "bro  # en anteckning": "bro",
        "2018-03-14 # enligt polisen": "2018-03-14",
        "19.30 – 20 # enligt polisen": "19.30 – 20",
        '"Trygg kväll" # en anteckning': "Trygg kväll",
        "# en anteckning\n  A": "A",
        "A #": "A",
        "\n  A": "A",
        "A\u00a0": "A",
        "\u00a0A": "A",
        "\tA\t": "A",
        "A\u00a0B\u202fC\tD": "A B C D",
    }.items(),
)
def test_value_is_read_as_people_mean_it(written: str, meant: str) -> None:
    assert value(parse("a.md", f"---\nrubrik: {written}\n---\n")) == meant


def test_notes_stand_on_lines_of_their_own_and_say_nothing() -> None:
    notes = "#först\n  #inne\nrubrik: >-\n  A\n #efter\n\n## sist\n"
    assert value(parse("a.md", f"---\n{notes}---\n")) == "A"
    assert value(parse("a.yaml", f" {notes}")) == "A"


def test_no_break_spaces_may_push_a_line_in() -> None:
    document = parse("a.md", "---\nmål:\n\u00a0\u00a0typ:\u00a0antal\n---\n")
    assert document.front_matter.get("mål") == Mapping(
        (Entry(Scalar("typ", Source("a.md", 3, 3, 3)), Scalar("antal", Source("a.md", 3, 8, 5))),),
        Source("a.md", 3, 3),
    )


def test_text_over_several_lines_is_pointed_at_where_it_begins() -> None:
    (entry,) = parse("a.md", "---\nrubrik: Två\n  rader\n---\n").front_matter.entries
    assert entry.value == Scalar("Två rader", Source("a.md", 2, 9, 1))


def value(document: Document) -> str:
    """The text of the only field."""
    (entry,) = document.front_matter.entries
    assert isinstance(entry.value, Scalar)
    return entry.value.text


def place(line: int, column: int) -> Source:
    return Source("a.yaml", line, column, 1)
