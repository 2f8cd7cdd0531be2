"""The word that somebody probably meant: ”Menade du …?”."""

import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from posixpath import commonprefix, relpath

# Hardly a fault: a keyboard without å, ä and ö, or another mark between the words of a name.
_ALIKE = str.maketrans("åäöéü_ ", "aaoeu--")


def closest(word: str, choices: Iterable[str]) -> str | None:
    """The choice nearest to `word`, or None when none is near: ”kungsangen” gives ”Kungsängen”."""
    ranked = ((_nearness(_folded(word), _folded(choice)), choice) for choice in choices)
    near = [(nearness, choice) for nearness, choice in ranked if nearness]
    return min(near)[1] if near else None


@lru_cache(maxsize=32)
def ways(folder: str, files: tuple[str, ...]) -> tuple[str, ...]:
    """The ways to files from a folder. Remembered: a fault is seldom the only one in its folder."""
    return tuple(relpath(file, folder) for file in files)


def closest_of_many(word: str, choices: Iterable[str]) -> str | None:
    """As `closest`, among the ways to all files: those of such a length that begin most alike."""
    alike = sorted(one for one in choices if abs(len(one) - len(word)) <= _MOST_OFF)
    alike.sort(key=lambda one: len(commonprefix((one, word))), reverse=True)
    return closest(word, alike[:_MOST_TRIED])


_MOST_OFF = 3
_MOST_TRIED = 200


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _nearness(word: str, choice: str) -> tuple[float, float] | None:
    """Sorts the nearest first; None when too far, which the letters that both have can tell."""
    tolerance = _tolerance(word, choice)
    common = _common(word.translate(_ALIKE), choice.translate(_ALIKE))
    is_likely = 2 * common >= _LIKENESS * (len(word) + len(choice))
    if max(len(word), len(choice)) - common > tolerance and not is_likely:
        return None
    distance = _distance(*_differing(word, choice))
    likeness = SequenceMatcher(None, word, choice).ratio()
    if distance > tolerance and likeness < _LIKENESS:
        return None
    return distance, -likeness


_LIKENESS = 0.75


def _common(word: str, choice: str) -> int:
    """How many letters both have, in any order: never fewer than those that need no change."""
    return sum(min(word.count(letter), choice.count(letter)) for letter in {*word})


def _differing(word: str, choice: str) -> tuple[str, str]:
    """What is left of both without what they begin and end with alike."""
    start = len(commonprefix((word, choice)))
    word, choice = word[start:], choice[start:]
    end = len(commonprefix((word[::-1], choice[::-1])))
    return word[: len(word) - end], choice[: len(choice) - end]


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
