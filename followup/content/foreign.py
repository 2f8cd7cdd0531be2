"""Letters of another alphabet that look like ours: nobody sees them, and no id matches them."""

import unicodedata

from followup.swedish import listing, quote


def told(word: str) -> str:
    """`Bokstaven ”а” är kyrillisk: skriv den på nytt.` for a word that mixes alphabets.

    Else nothing: a word of one alphabet was meant.
    """
    found = dict.fromkeys(letter for letter in word if _alphabet(letter))
    if not found or not any(letter.isascii() and letter.isalpha() for letter in word):
        return ""
    letters = listing([quote(letter) for letter in found])
    if len(found) == 1:
        return f"Bokstaven {letters} är {_alphabet(*found)}: skriv den på nytt."
    kinds = listing([f"{kind}a" for kind in dict.fromkeys(map(_alphabet, found))])
    return f"Bokstäverna {letters} är {kinds}: skriv dem på nytt."


_ALPHABETS = {"CYRILLIC": "kyrillisk", "GREEK": "grekisk", "ARMENIAN": "armenisk"}


def _alphabet(letter: str) -> str:
    return _ALPHABETS.get(unicodedata.name(letter, "").partition(" ")[0], "")
