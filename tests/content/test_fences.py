"""The two lines of dashes: what is taken for them, and what is said of what is not."""

import pytest

from followup.content.document import parse
from followup.content.unreadable import Unreadable
from followup.diagnostics import Source
from followup.reporting import report

# What Word, Mac and habit make of three dashes.
ALMOST = ("—", "–", "–--", "-–", "--", "----", "– – –", "- - -", "***", "___", "===", "--- a")


@pytest.mark.parametrize("before", ["", "\n", " \n\t\n", "\u00a0\n"])
@pytest.mark.parametrize("fence", ["---", "---  ", "---\t", "---\u00a0"])
def test_blanks_around_the_dashes_make_no_difference(before: str, fence: str) -> None:
    document = parse("a.md", f"{before}{fence}\nrubrik: A\n{fence}\nText\n\n---\nmer\n")
    line = before.count("\n") + 1
    assert document.front_matter.entries[0].key.source == Source("a.md", line + 1, 1, 6)
    assert (document.body.text, document.body.source.line) == ("Text\n\n---\nmer\n", line + 3)


@pytest.mark.parametrize("written", ALMOST)
def test_what_was_meant_as_the_first_line_is_shown(written: str) -> None:
    assert (
        said(f"{written}\nrubrik: A\n{written}\nText\n")
        == f"""\
FEL  a.md:1:1  [faktaruta]
  1 | {written}
    | {"^" * len(written)} faktarutan ska börja med tre bindestreck, och här står ”{written}”
  Word och Mac gör ibland om dem. Skriv tre bindestreck och inget mer på raden:
  ---
"""
    )


@pytest.mark.parametrize("after", ["", "\n---\nefter\n", "\nKom: nu\n"])
@pytest.mark.parametrize("written", ALMOST)
def test_what_was_meant_as_the_last_line_is_shown(written: str, after: str) -> None:
    assert (
        said(f"---\nrubrik: A\n{written}\nText: hej\n{after}")
        == f"""\
FEL  a.md:3:1  [faktaruta]
  3 | {written}
    | {"^" * len(written)} faktarutan ska sluta med tre bindestreck, och här står ”{written}”
  Word och Mac gör ibland om dem. Skriv tre bindestreck och inget mer på raden:
  ---
"""
    )


def test_dashes_that_are_pushed_in_are_told_where_to_stand() -> None:
    assert (
        said("  ---\nrubrik: A\n---\n")
        == """\
FEL  a.md:1:3  [faktaruta]
  1 |   ---
    |   ^^^ tre bindestreck ska stå längst till vänster på raden
  Ta bort mellanslagen före:  ---
"""
    )


def test_file_without_front_matter_says_what_the_first_line_should_be() -> None:
    assert (
        said("Hej\n")
        == """\
FEL  a.md:1:1  [faktaruta]
  1 | Hej
    | ^^^ filen börjar inte med en faktaruta
  Första raden ska vara tre bindestreck (---). Sedan kommer fälten, ett på varje
  rad, och sedan tre bindestreck till.
"""
    )


def test_fields_without_their_first_line_are_recognised() -> None:
    assert (
        said("\nrubrik: A\n---\n")
        == """\
FEL  a.md:2:1  [faktaruta]
  2 | rubrik: A
    | ^^^^^^^^^ raden med tre bindestreck före fälten saknas
  Lägg en rad med bara tre bindestreck ovanför den här, och en efter det sista
  fältet:  ---
"""
    )


@pytest.mark.parametrize("after", ["", "\nVi ses: i Bro.\n", "Vi ses i Bro."])
def test_front_matter_that_never_ends_says_after_which_line_it_should(after: str) -> None:
    assert (
        said(f"---\nrubrik: A\nplatser:\n  - bro\n{after and 'Vi ses.'}{after}")
        == """\
FEL  a.md:1:1  [faktaruta]
  1 | ---
    | ^^^ här börjar faktarutan, men den tar aldrig slut
  Lägg en rad med bara tre bindestreck (---) efter rad 4, det sista fältet.
"""
    )


def test_front_matter_that_hardly_begins_never_ends() -> None:
    assert (
        said("---\n")
        == """\
FEL  a.md:1:1  [faktaruta]
  1 | ---
    | ^^^ här börjar faktarutan, men den tar aldrig slut
  Lägg en rad med bara tre bindestreck (---) efter det sista fältet.
"""
    )


FILE = "---\nrubrik: A\nplatser:\n  - bro\n---\nText.\n"


@pytest.mark.parametrize("again", [FILE, "\n" + FILE, "---\n# B\n\nrubrik: B\n---\nText.\n"])
def test_file_that_is_pasted_twice_is_told_where_it_begins_again(again: str) -> None:
    line = 7 + again.startswith("\n")
    assert (
        said(FILE + again)
        == f"""\
FEL  a.md:{line}:1  [faktaruta]
  {line} | ---
    | ^^^ här börjar en faktaruta till
  En fil har bara en. Lägg det som följer i en egen fil, eller ta bort det om
  det är samma sak en gång till.
"""
    )


@pytest.mark.parametrize(
    "body",
    [
        "Text.\n\n---\n\nMer.\n\n---\n",
        "Text.\n\n---\nKontakt: Anna\n---\n",
        "Text.\n\n---\nrubrik: så heter fältet.\nDet är kort.\n---\n",
        "Text.\n\n---\nrubrik: B\n",
        "---\n---\n",
    ],
)
def test_lines_across_a_text_are_no_front_matter(body: str) -> None:
    assert parse("a.md", f"---\nrubrik: A\n---\n{body}").body.text == body


def test_another_fault_above_a_line_of_dashes_is_told_first() -> None:
    assert "a.md:2:10  [form]" in said("---\nrubrik: A: B\n—\nText\n---\n")


def said(text: str) -> str:
    """How it is printed that a file cannot be understood."""
    with pytest.raises(Unreadable) as caught:
        parse("a.md", text)
    return report([caught.value.diagnostic], {"a.md": text})
