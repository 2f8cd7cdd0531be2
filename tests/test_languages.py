"""Languages: their names in Swedish, and their direction."""

import pytest

from followup.languages import is_right_to_left, name


@pytest.mark.parametrize(
    ("code", "called"),
    [("fi", "finska"), ("ar", "arabiska"), ("so", "somaliska"), ("zz", None)],
)
def test_a_language_is_called_what_it_is_in_swedish(code: str, called: str | None) -> None:
    assert name(code) == called


def test_only_languages_that_are_written_from_the_right_are_so() -> None:
    codes = ["sv", "fi", "en", "so", "ku", "zz", "ar", "fa", "he", "ur", "ckb", "syr", "prs"]
    assert [code for code in codes if is_right_to_left(code)] == codes[6:]
