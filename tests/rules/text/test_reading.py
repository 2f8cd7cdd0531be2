"""Sentences and texts that are hard to read: what is said of them, and where."""

from pathlib import Path

import pytest
from site_under_test import SMALL, build_in_memory, write

from followup.diagnostics import Diagnostic

PATH = "loften/2018/insatser/a.md"
HEAD = "---\nåtgärd: vandringar\ndatum: 2018-03-14\nexempel: ja\n---\n"
WALK = "vi gick en lugn runda i "


def _faults(folder: Path, body: str) -> list[Diagnostic]:
    return [*build_in_memory(write(folder, {**SMALL, PATH: HEAD + body})).diagnostics]


def _sentence(words: int) -> str:
    half = words // 2
    return (
        " ".join(["Vi", *["gick"] * (half - 1)]) + ", och " + " ".join(["kom"] * (words - half - 1))
    )


@pytest.mark.parametrize("words", [20, 30])
def test_sentence_of_thirty_words_passes(tmp_path: Path, words: int) -> None:
    assert _faults(tmp_path, f"Kort. {_sentence(words)}. Kort.") == []


def test_longer_sentence_is_pointed_at_from_its_first_word(tmp_path: Path) -> None:
    [fault] = _faults(tmp_path, f"Kort.\n\n- **{_sentence(31)}.** Kort.")
    assert (str(fault.source), fault.rule) == (f"{PATH}:8:5", "lång-mening")
    assert fault.message == "meningen har 31 ord, och efter 30 tappar många tråden"
    assert fault.hint.startswith("Dela den i två, till exempel efter ”gick gick gick”.")


def test_hard_text_is_told_with_its_figure_and_its_longest_words(tmp_path: Path) -> None:
    hard = "Polisens kommunikationsinsatser genomfördes kontinuerligt under hösten. "
    [fault] = _faults(tmp_path, hard * 8)
    assert (str(fault.source), fault.rule) == (f"{PATH}:6:1", "lix")
    assert fault.message == "texten har LIX 73, och över 50 är svårt för många"
    assert "”kommunikationsinsatser”, ”kontinuerligt” och ”genomfördes”" in fault.hint


def test_hard_text_of_few_words_passes(tmp_path: Path) -> None:
    assert _faults(tmp_path, "Polisens kommunikationsinsatser genomfördes kontinuerligt.") == []
