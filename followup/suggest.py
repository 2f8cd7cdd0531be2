"""The word that somebody probably meant: ”Menade du …?”."""

import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

# Hardly a fault: a keyboard without å, ä and ö, or another mark between the words of a name.
_ALIKE = str.maketrans("åäöéü_ ", "aaoeu--")


def closest(word: str, choices: Iterable[str]) -> str | None:
    """The choice nearest to `word`, or None when none is near: ”kungsangen” gives ”Kungsängen”."""
    ranked = ((_nearness(_folded(word), _folded(choice)), choice) for choice in choices)
    near = [(nearness, choice) for nearness, choice in ranked if nearness]
    return min(near)[1] if near else None


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _nearness(word: str, choice: str) -> tuple[float, float] | None:
    """Sorts the nearest first; None when too far, which lengths alone can tell."""
    shorter, longer = sorted((len(word), len(choice)))
    if longer - shorter > 2 and shorter * 2 < 0.75 * (shorter + longer):
        return None
    distance = _distance(word, choice)
    likeness = SequenceMatcher(None, word, choice).ratio()
    if distance > _tolerance(word, choice) and likeness < 0.75:
        return None
    return distance, -likeness


def _tolerance(word: str, choice: str) -> float:
    """Two faults in a long word; in a short one they make another word: ”plats” is not ”plan”."""
    length = min(len(word), len(choice))
    if length < 3:
        return 0.5
    return 1 if length < 6 else 2


def _distance(word: str, choice: str) -> float:
    """Damerau and Levenshtein: letters to add, drop, change, or swap with their neighbour."""
    older: list[float] = []
    old: list[float] = [*range(len(choice) + 1)]
    for i, letter in enumerate(word, start=1):
        row: list[float] = [i]
        for j, wanted in enumerate(choice, start=1):
            row.append(min(old[j] + 1, row[j - 1] + 1, old[j - 1] + _change(letter, wanted)))
            if j > 1 and word[i - 2 : i] == choice[j - 1] + choice[j - 2]:
                row[j] = min(row[j], older[j - 2] + 1)
        older, old = old, row
    return old[-1]


def _change(letter: str, wanted: str) -> float:
    if letter == wanted:
        return 0
    return 0.25 if letter.translate(_ALIKE) == wanted.translate(_ALIKE) else 1
