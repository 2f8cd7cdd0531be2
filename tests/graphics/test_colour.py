"""Contrast as WCAG measures it, and the colours of the style sheet in both schemes."""

import re
from colorsys import rgb_to_hls
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.graphics.colour import (
    LEAST_CONTRAST,
    PAPER,
    PAPER_DARK,
    contrast,
    nearest_readable,
)

TOKENS = (Path(__file__).parent.parent.parent / "assets/css/tokens.css").read_text(encoding="utf-8")
COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#777777", "#ffffff", 4.48),
        ("#595959", "#ffffff", 7.0),
        ("#949494", "#ffffff", 3.03),
        ("#ff0000", "#ffffff", 4.0),
        ("#008000", "#ffffff", 5.14),
        ("#0000ff", "#ffffff", 8.59),
        ("#ffff00", "#000000", 19.56),
        ("#010101", "#000000", 1.01),
    ],
)
def test_contrast_is_what_others_measure(one: str, other: str, ratio: float) -> None:
    assert round(contrast(one, other), 2) == ratio
    assert contrast(one, other) == contrast(other, one)


@given(COLOURS, COLOURS)
def test_contrast_is_from_one_to_twenty_one(one: str, other: str) -> None:
    assert 1 <= contrast(one, other) <= 21


@given(COLOURS, st.sampled_from([PAPER, PAPER_DARK]))
def test_the_nearest_readable_colour_is_always_readable(colour: str, paper: str) -> None:
    assert contrast(nearest_readable(colour, paper), paper) >= LEAST_CONTRAST == 7


@given(COLOURS, COLOURS)
def test_it_is_readable_on_any_paper_where_black_or_white_is(colour: str, paper: str) -> None:
    best = max(contrast("#000000", paper), contrast("#ffffff", paper))
    assert contrast(nearest_readable(colour, paper), paper) >= min(best, LEAST_CONTRAST)


@given(COLOURS, st.sampled_from([PAPER, PAPER_DARK]))
def test_a_readable_colour_is_left_as_it_is(colour: str, paper: str) -> None:
    found = nearest_readable(colour, paper)
    assert nearest_readable(found, paper) == found
    if contrast(colour, paper) >= LEAST_CONTRAST:
        assert found == colour


@pytest.mark.parametrize(
    ("colour", "paper", "expected"),
    [
        ("#7fd3d3", PAPER, "#215f5f"),
        ("#0a5c63", PAPER_DARK, "#14b5c3"),
        ("#ff0000", PAPER, "#b20000"),
        ("#ffffff", PAPER, "#595959"),
        ("#000000", PAPER_DARK, "#a3a3a3"),
    ],
)
def test_the_proposed_colour_keeps_its_hue(colour: str, paper: str, expected: str) -> None:
    assert nearest_readable(colour, paper) == expected


@given(COLOURS)
def test_it_is_no_further_from_the_colour_than_it_must_be(colour: str) -> None:
    """It stops at the first hundredth of lightness that is dark enough."""
    found = nearest_readable(colour, PAPER)
    if found not in (colour, "#000000"):
        lightness = [rgb_to_hls(*_channels(one))[1] for one in (found, colour)]
        assert lightness[0] < lightness[1]
        assert contrast(found, PAPER) < LEAST_CONTRAST + 0.6


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


# ---- the style sheet


def scheme(is_dark: bool) -> dict[str, str]:
    """Every colour token of a scheme; `--mark` is the accent of the scheme."""
    light, dark = TOKENS.split("@media (prefers-color-scheme: dark)")
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light))
    found |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", dark)) if is_dark else {}
    assert f"--mark: var(--{'accent-dark' if is_dark else 'accent'});" in (
        dark if is_dark else light
    )
    return found | {"mark": found["accent-dark" if is_dark else "accent"]}


# Text, and what it stands on in the style sheets: links are mark, and a button is paper on mark.
TEXT = (
    *((text, ground) for text in ("ink", "soft") for ground in ("paper", "tint")),
    ("mark", "paper"),
    ("paper", "mark"),
)
# What must be seen: rings, squares, bars, the lines that mark a warning, and the edge of a field.
MARKS = tuple(
    (mark, ground) for mark in ("mark", "soft", "ink", "alert") for ground in ("paper", "tint")
)


@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_reaches_seven_to_one(text: str, ground: str, is_dark: bool) -> None:
    tokens = scheme(is_dark)
    assert contrast(tokens[text], tokens[ground]) >= 7


@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_marks_reach_three_to_one(mark: str, ground: str, is_dark: bool) -> None:
    tokens = scheme(is_dark)
    assert contrast(tokens[mark], tokens[ground]) >= 3


def test_the_style_sheet_and_the_check_mean_the_same_paper() -> None:
    assert (scheme(False)["paper"], scheme(True)["paper"]) == (PAPER, PAPER_DARK)


@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
def test_every_colour_of_the_style_sheets_is_one_of_those_that_are_tested(is_dark: bool) -> None:
    """`line` only divides; the accents are shown as `mark`."""
    tested = {name for pair in (*TEXT, *MARKS) for name in pair}
    assert set(scheme(is_dark)) - tested == {"line", "accent", "accent-dark"}
