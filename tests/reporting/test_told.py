"""What is told of a fault: its line, never a secret, never a character that a screen obeys."""

import pytest

from followup.content.fields import said
from followup.diagnostics import Diagnostic, Severity, Source
from followup.reporting import Excerpt, report, tell


def fault(source: Source, message: str = "fel", severity: Severity = "fel") -> Diagnostic:
    return Diagnostic(source, severity, "regel", message)


def test_personal_number_is_never_told_whole() -> None:
    text = "Mannen, 811218-9876, greps."
    found = Diagnostic(
        Source("a.md", 1, 9, 11), "fel", "r", "811218-9876 är en", "Ta bort 8112189876"
    )
    (file,) = tell([found], {"a.md": text})
    (told,) = file.told
    assert (told.message, told.hint) == ("811218-**** är en", "Ta bort 811218****")
    assert told.excerpt == Excerpt(1, "Mannen, ", "811218-****", ", greps.")


@pytest.mark.parametrize(
    ("character", "shown"),
    [("\t", " "), ("\u00a0", " "), ("\x1b", "\ufffd"), ("\u202e", "\ufffd"), ("\u00ad", "\ufffd")],
)
def test_no_character_is_printed_that_a_screen_obeys(character: str, shown: str) -> None:
    odd = Diagnostic(Source("a.md", 1, 2), "fel", "r", f"x{character}y", f"x{character}y")
    ((told,),) = (file.told for file in tell([odd], {"a.md": f"a{character}b"}))
    assert told.excerpt == Excerpt(1, "a", shown, "b")
    assert (told.message, told.hint) == (f"x{shown}y", f"x{shown}y")


def test_of_one_file_twenty_are_told_errors_first_and_how_many_more_there_are() -> None:
    warnings = [fault(Source("a.md", line), severity="varning") for line in range(1, 6)]
    errors = [fault(Source("a.md", line)) for line in range(6, 25)]
    (file,) = tell([*warnings, *errors], {})
    assert [one.source.line for one in file.told] == [1, *range(6, 25)]
    assert file.more == 4


def test_twenty_are_told_of_each_file() -> None:
    found = [fault(Source(path, line)) for path in ("a.md", "b.md") for line in range(1, 22)]
    assert [(file.path, len(file.told), file.more) for file in tell(found, {})] == [
        ("a.md", 20, 1),
        ("b.md", 20, 1),
    ]
    assert report(found, {}).count("till. De visas när du har rättat de här.") == 2


def test_personal_number_has_its_stars_before_it_is_cut() -> None:
    text = "Mannen som greps i dag heter 811218-9876 och"
    assert said(text) == "”Mannen som greps i dag heter 811218-***…”"
    assert said("två\nrader") == "”två rader”"


def test_personal_number_in_the_name_of_a_file_is_not_told_whole_either() -> None:
    found = [fault(Source("platser/811218-9876.md"))]
    assert report(found, {}) == "FEL  platser/811218-****.md  [regel]\n  fel\n"
