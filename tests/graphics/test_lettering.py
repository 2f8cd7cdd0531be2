"""The room that a text needs: at least what the widest common typeface takes."""

from hypothesis import given
from hypothesis import strategies as st

from followup.graphics.lettering import width, wrapped


def test_a_long_name_is_broken_into_lines_of_about_the_same_length() -> None:
    assert wrapped("Stationsområdet i Bro", 16, 400, 3) == ("Stationsområdet i Bro",)
    assert wrapped("Torget vid den gamla skolan", 16, 200, 3) == ("Torget vid den", "gamla skolan")


def test_a_name_without_room_has_no_lines() -> None:
    assert wrapped("Elektrizitätenhauptbetriebswerk", 16, 150, 3) == ()
    assert wrapped("en två tre fyra fem sex sju åtta", 16, 60, 3) == ()


@given(st.text("abcå WM ", min_size=1, max_size=60), st.integers(20, 300))
def test_every_line_fits_and_no_word_is_lost(text: str, most: int) -> None:
    lines = wrapped(text, 16, most, 3)
    if lines:
        assert len(lines) <= 3
        assert all(width(line, 16) <= most for line in lines)
        assert " ".join(lines).split() == text.split()
