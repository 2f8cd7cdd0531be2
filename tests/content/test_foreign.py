"""Letters that look like ours."""

import pytest

from followup.content.foreign import told


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("pоlisen", "Bokstaven ”о” är kyrillisk: skriv den på nytt."),
        ("dаtum", "Bokstaven ”а” är kyrillisk: skriv den på nytt."),
        ("brο", "Bokstaven ”ο” är grekisk: skriv den på nytt."),
        ("vаndrаr", "Bokstaven ”а” är kyrillisk: skriv den på nytt."),
        ("pоlisеn", "Bokstäverna ”о” och ”е” är kyrilliska: skriv dem på nytt."),
        ("pоlisεn", "Bokstäverna ”о” och ”ε” är kyrilliska och grekiska: skriv dem på nytt."),
    ],
)
def test_letter_of_another_alphabet_among_ours_is_named(word: str, sentence: str) -> None:
    assert told(word) == sentence


@pytest.mark.parametrize("word", ["polisen", "åtgärd", "Łódź", "", "полиция", "αβγ", "5 µm", "👮"])
def test_words_of_one_alphabet_are_left_alone(word: str) -> None:
    assert told(word) == ""
