"""Each way in which front matter can be broken: where it is, and what is said of it."""

from pathlib import Path

import pytest

from followup.content.document import parse
from followup.content.unreadable import REASONS, Unreadable
from followup.reporting import report

TOLD = (Path(__file__).parent / "broken-front-matter.txt").read_text(encoding="utf-8")
# The name of what is broken, the front matter, and what is printed.
BROKEN = {
    name: told.split("\n-----\n")
    for name, _, told in (part.partition("\n") for part in TOLD.split("===== ")[1:])
}


@pytest.mark.parametrize(("front_matter", "printed"), BROKEN.values(), ids=BROKEN)
def test_broken_front_matter_is_explained_at_its_place(front_matter: str, printed: str) -> None:
    assert said("a.md", f"---\n{front_matter}\n---\nBrödtext.\n") == printed


def test_second_front_matter_in_a_file_of_fields_is_pointed_at() -> None:
    printed = """\
FEL  a.yaml:2:1  [form]
  2 | ---
    | ^ här börjar en ny faktaruta
  En fil med bara fält har ingen. Ta bort raden med tre bindestreck.
"""
    assert said("a.yaml", "version: 1\n---\nnamn: Löftet\n") == printed


@pytest.mark.parametrize(
    "value",
    [
        "– Kom och vandra, säger hon.",
        '\n  "• bro"',
        "\n  >-\n  – bro",
        "\n  – Kom och vandra.",
        "\n  -5",
        "• bro",
    ],
)
def test_text_that_begins_with_a_mark_is_no_list(value: str) -> None:
    assert parse("a.md", f"---\nrubrik: {value}\n---\n").front_matter.entries


def test_every_reason_is_tried_here() -> None:
    printed = TOLD + said("a.yaml", "version: 1\n---\nnamn: Löftet\n")
    assert [reason.message for reason in REASONS if reason.message not in printed] == []


def said(path: str, text: str) -> str:
    """How it is printed that a file cannot be understood."""
    with pytest.raises(Unreadable) as caught:
        parse(path, text)
    return report([caught.value.diagnostic], {path: text})
