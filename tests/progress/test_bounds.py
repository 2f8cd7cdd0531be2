"""Between what a count may lie, when some of it is approximate or not known."""

from collections.abc import Callable
from datetime import date

import pytest

from followup.progress.bounds import uncertainty

Told = Callable[..., list[str]]

AFTER = date(2019, 3, 1)
CLOSED = "löfte: slutredovisad: 2019-02-01"
HALF = "från: 2018-01; till: 2018-06"


@pytest.mark.parametrize(
    ("number", "off"),
    [(0, 0), (1, 1), (7, 1), (10, 5), (11, 2), (20, 5), (25, 3), (100, 50), (110, 11), (1000, 500)],
)
def test_an_approximate_figure_may_be_off_by_a_tenth_or_half_its_rounding(
    number: int, off: int
) -> None:
    assert uncertainty(number) == off


@pytest.mark.parametrize(
    ("number", "accuracy", "state"),
    [
        (15, "exakt", "genomförd genom r"),
        (14, "exakt", "delvis genomförd"),
        (15, "minst", "genomförd genom r"),
        (14, "minst", "går inte att avgöra"),
        (15, "drygt", "genomförd genom r"),
        (14, "drygt", "går inte att avgöra"),
        (15, "ungefär", "går inte att avgöra"),
        (17, "ungefär", "går inte att avgöra"),
        (18, "ungefär", "genomförd genom r"),
        (13, "ungefär", "går inte att avgöra"),
        (12, "ungefär", "delvis genomförd"),
        (0, "exakt", "inte genomförd"),
        (0, "minst", "går inte att avgöra"),
        (1, "ungefär", "går inte att avgöra"),
    ],
)
def test_a_figure_decides_only_what_it_proves(
    told: Told, number: int, accuracy: str, state: str
) -> None:
    story = f"""
        {CLOSED}
        mål: {{typ: antal, minst: 15}}
        redovisning r: {HALF}; antal: {number}; noggrannhet: {accuracy}
    """
    assert told(story, AFTER)[0] == f"{state}, slutlig, till 2018-06-30"


def _state(told: Told, number: int, *told_of: str) -> str:
    story = "\n".join((CLOSED, f"mål: {{typ: antal, minst: {number}}}", *told_of))
    return told(story, AFTER)[0].partition(",")[0].partition(" genom ")[0]


def test_the_uncertainty_is_that_of_the_approximate_parts(told: Told) -> None:
    rough = f"redovisning r: {HALF}; antal: 100; noggrannhet: ungefär"
    exact = "redovisning s: från: 2018-07; till: 2018-12; antal: 7"
    assert _state(told, 56, rough, exact) == "genomförd"
    assert _state(told, 57, rough, exact) == "går inte att avgöra"
    assert _state(told, 157, rough, exact) == "går inte att avgöra"
    assert _state(told, 158, rough, exact) == "delvis genomförd"


def test_the_uncertainties_of_several_parts_are_added(told: Told) -> None:
    rough = f"redovisning r: {HALF}; antal: 25; noggrannhet: ungefär"
    other = "redovisning s: från: 2018-07; till: 2018-12; antal: 25; noggrannhet: ungefär"
    assert _state(told, 43, rough, other) == "genomförd"
    assert _state(told, 44, rough, other) == "går inte att avgöra"
    assert _state(told, 56, rough, other) == "går inte att avgöra"
    assert _state(told, 57, rough, other) == "delvis genomförd"


def test_a_floor_beside_an_approximate_figure_sets_no_ceiling(told: Told) -> None:
    rough = f"redovisning r: {HALF}; antal: 3; noggrannhet: ungefär"
    floor = "redovisning s: från: 2018-07; till: 2018-12; antal: 2; noggrannhet: minst"
    assert _state(told, 8, rough, floor) == "går inte att avgöra"


def test_a_figure_from_which_something_is_missing_sets_no_ceiling(told: Told) -> None:
    assert _state(told, 3, f"redovisning r: {HALF}; antal: 2") == "delvis genomförd"
    missing = f"redovisning r: {HALF}; antal: 2; ofullständigt: Maj saknas"
    assert _state(told, 3, missing) == "går inte att avgöra"


def test_two_figures_that_differ_do_not_prove_that_too_little_was_done(told: Told) -> None:
    low = f"redovisning r: {HALF}; antal: 2"
    high = f"redovisning s: {HALF}; antal: 3; uppgift_från: kommunen"
    assert _state(told, 3, low, high) == "går inte att avgöra"
    assert _state(told, 4, low, high) == "delvis genomförd"
    assert _state(told, 2, low, high) == "genomförd"


def test_a_part_larger_than_its_total_does_not_prove_that_too_little_was_done(told: Told) -> None:
    outer = f"redovisning r: {HALF}; antal: 2"
    inner = "redovisning s: från: 2018-01; till: 2018-03; antal: 3"
    assert _state(told, 3, outer, inner) == "går inte att avgöra"
    assert _state(told, 4, outer, inner) == "delvis genomförd"


def test_more_actions_than_the_figure_do_not_prove_that_too_little_was_done(told: Told) -> None:
    figure = f"redovisning r: {HALF}; antal: 0"
    action = "insats a: datum: 2018-03-14"
    other = "redovisning s: från: 2018-07; till: 2018-12; antal: 1"
    assert _state(told, 2, figure, action) == "går inte att avgöra"
    assert _state(told, 2, figure, action, other) == "går inte att avgöra"
    assert _state(told, 3, figure, action, other) == "delvis genomförd"


def test_actions_inside_a_larger_figure_leave_it_certain(told: Told) -> None:
    figure = f"redovisning r: {HALF}; antal: 2"
    assert _state(told, 3, figure, "insats a: datum: 2018-03-14") == "delvis genomförd"


CONDITION = ", räknas: {planerad_i_förväg: ja}"


@pytest.mark.parametrize(
    ("planned", "state"),
    [
        ("planerad_i_förväg: ja", "genomförd genom b"),
        ("planerad_i_förväg: nej", "delvis genomförd"),
        ("tid: 19.30", "går inte att avgöra"),
    ],
)
def test_what_is_not_known_to_count_does_not_prove_that_too_little_was_done(
    told: Told, planned: str, state: str
) -> None:
    story = f"""
        {CLOSED}
        mål: {{typ: antal, minst: 2{CONDITION}}}
        insats a: datum: 2018-03-14; planerad_i_förväg: ja
        insats b: datum: 2018-04-14; {planned}
    """
    assert told(story, AFTER)[0] == f"{state}, slutlig, till 2018-04-14"


def test_what_is_not_known_matters_only_where_it_could_be_enough(told: Told) -> None:
    story = f"""
        {CLOSED}
        mål: {{typ: antal, minst: 3{CONDITION}}}
        insats a: datum: 2018-03-14; planerad_i_förväg: ja
        insats b: datum: 2018-04-14
    """
    assert told(story, AFTER)[0] == "delvis genomförd, slutlig, till 2018-04-14"


def test_an_unknown_action_inside_a_figures_range_is_in_the_figure(told: Told) -> None:
    story = f"""
        {CLOSED}
        mål: {{typ: antal, minst: 2{CONDITION}}}
        insats b: datum: 2018-04-14
        redovisning r: {HALF}; antal: 1; enligt_löftet: ja
    """
    assert told(story, AFTER)[0] == "delvis genomförd, slutlig, till 2018-06-30"


@pytest.mark.parametrize(
    ("unclear", "state"),
    [
        ("från: 2018-07; till: 2018-12; antal: 1; enligt_löftet: oklart", "går inte att avgöra"),
        ("från: 2018-07; till: 2018-12; antal: 1; enligt_löftet: nej", "delvis genomförd"),
        ("från: 2018-07; till: 2018-12; antal: 0; enligt_löftet: oklart", "delvis genomförd"),
        ("från: 2018-01; till: 2018-06; antal: 9; enligt_löftet: oklart", "delvis genomförd"),
        ("från: 2018-01; till: 2018-12; antal: 2; enligt_löftet: oklart", "går inte att avgöra"),
        ("från: 2018-01; till: 2018-12; antal: 1; enligt_löftet: oklart", "delvis genomförd"),
    ],
)
def test_an_unclear_figure_may_be_what_is_lacking_unless_its_days_have_a_clear_one(
    told: Told, unclear: str, state: str
) -> None:
    story = f"""
        {CLOSED}
        mål: {{typ: antal, minst: 2}}
        redovisning r: {HALF}; antal: 1
        redovisning s: {unclear}
    """
    assert told(story, AFTER)[0].partition(",")[0] == state


def test_a_day_may_lack_one_however_many_were_done_on_it(told: Told) -> None:
    story = f"""
        {CLOSED}
        mål: {{typ: antal, minst: 3, räknas: {{dagar: ja, platser: [bro]}}}}
        insats a: datum: 2018-03-14; plats: bro
        insats b: datum: 2018-04-14; antal: 9
    """
    assert told(story, AFTER)[0] == "delvis genomförd, slutlig, till 2018-04-14"


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("från: 2018-05-30; till: 2018-06-01", "går inte att avgöra"),
        ("datum: 2018", "går inte att avgöra"),
        ("datum: 2018-06-01", "delvis genomförd"),
        ("datum: 2018-01-31", "delvis genomförd"),
    ],
)
def test_what_was_partly_in_the_targets_time_may_be_what_is_lacking(
    told: Told, when: str, expected: str
) -> None:
    story = f"""
        {CLOSED}
        mål: {{typ: antal, minst: 2, gäller: [2018-02–2018-05, 2018-11]}}
        insats a: datum: 2018-03-14
        insats b: {when}
    """
    result = told(story, AFTER)
    assert result[0].partition(",")[0] == expected
    assert result[2] == "räknas inte: b (annan tid)"
