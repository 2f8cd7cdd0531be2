"""Which figures and actions may speak of the same things, and so must not be added."""

from collections.abc import Callable

import pytest

Told = Callable[..., list[str]]

OWN = "omfattar: egen del"


def test_an_own_share_is_a_part_of_what_is_told_of_the_whole(told: Told) -> None:
    story = f"""
        redovisning all: från: 2018-01; till: 2018-06; antal: 2
        redovisning own: från: 2018-01; till: 2018-06; antal: 1; {OWN}; uppgift_från: kommunen
    """
    assert told(story) == ["pågår, till 2018-06-30", "2 = all(2)", "delar: own"]


def test_the_whole_is_counted_although_an_own_share_is_for_a_longer_time(told: Told) -> None:
    story = f"""
        redovisning all: från: 2018-01; till: 2018-03; antal: 2
        redovisning own: från: 2018-01; till: 2018-06; antal: 1; {OWN}; uppgift_från: kommunen
    """
    assert told(story) == ["pågår, till 2018-06-30", "2 = all(2)", "delar: own"]


def test_a_partys_own_share_of_a_part_of_the_time_is_inside_its_own_total(told: Told) -> None:
    story = f"""
        redovisning outer: från: 2018-01; till: 2018-06; antal: 2; {OWN}
        redovisning inner: från: 2018-01; till: 2018-03; antal: 1; {OWN}
    """
    assert told(story) == ["pågår, till 2018-06-30", "2 = outer(2)", "delar: inner"]


def test_a_partys_own_figures_for_the_same_time_differ_and_the_lower_is_counted(
    told: Told,
) -> None:
    story = f"""
        redovisning a: från: 2018-01; till: 2018-06; antal: 2; {OWN}
        redovisning b: från: 2018-01; till: 2018-06; antal: 1; {OWN}
    """
    assert told(story) == ["pågår, till 2018-06-30", "1 = b(1)", "skiljer sig: a"]


def test_a_party_that_differs_from_itself_does_not_from_another(told: Told) -> None:
    story = f"""
        redovisning a: från: 2018-01; till: 2018-06; antal: 9; {OWN}
        redovisning b: från: 2018-01; till: 2018-06; antal: 1; {OWN}
        redovisning c: från: 2018-01; till: 2018-06; antal: 1; {OWN}; uppgift_från: kommunen
    """
    assert told(story) == ["pågår, till 2018-06-30", "2 = b(1) + c(1)", "skiljer sig: a"]


def test_the_share_of_a_part_of_a_party_is_inside_the_partys_own(told: Told) -> None:
    story = f"""
        redovisning a: från: 2018-01; till: 2018-06; antal: 1; {OWN}; uppgift_från: socialtjansten
        redovisning b: från: 2018-01; till: 2018-06; antal: 2; {OWN}; uppgift_från: kommunen
    """
    assert told(story) == ["pågår, till 2018-06-30", "2 = b(2)", "delar: a"]


def test_shares_of_two_parts_of_a_party_are_added(told: Told) -> None:
    story = f"""
        redovisning a: från: 2018-01; till: 2018-06; antal: 1; {OWN}; uppgift_från: socialtjansten
        redovisning b: från: 2018-01; till: 2018-06; antal: 1; {OWN}; uppgift_från: trygghetsvardar
    """
    assert told(story) == ["pågår, till 2018-06-30", "2 = a(1) + b(1)"]


@pytest.mark.parametrize(
    ("parties", "sums"),
    [
        ("[polisen]", ["1 = r(1)", "ingår: a"]),
        ("[polisen, fryshuset]", ["1 = r(1)", "ingår: a"]),
        ("[kommunen]", ["2 = a + r(1)"]),
        ("[]", ["1 = r(1)", "ingår: a"]),
    ],
)
def test_an_own_share_holds_only_actions_that_the_party_may_have_taken_part_in(
    told: Told, parties: str, sums: list[str]
) -> None:
    story = f"""
        insats a: datum: 2018-02-01; aktörer: {parties}
        redovisning r: från: 2018-01; till: 2018-06; antal: 1; {OWN}
    """
    assert told(story)[1:] == sums


@pytest.mark.parametrize(
    ("teller", "party", "is_inside"),
    [
        ("kommunen", "socialtjansten", True),
        ("socialtjansten", "kommunen", True),
        ("socialtjansten", "trygghetsvardar", False),
    ],
)
def test_a_part_of_a_party_and_the_whole_may_be_the_same(
    told: Told, teller: str, party: str, is_inside: bool
) -> None:
    story = f"""
        insats a: datum: 2018-02-01; aktörer: {party}
        redovisning r: från: 2018-01; till: 2018-06; antal: 1; {OWN}; uppgift_från: {teller}
    """
    sums = ["1 = r(1)", "ingår: a"] if is_inside else ["2 = a + r(1)"]
    assert told(story)[1:] == sums


def test_what_is_told_of_the_whole_holds_every_action_in_its_range(told: Told) -> None:
    story = """
        insats a: datum: 2018-02-01; aktörer: kommunen
        redovisning r: från: 2018-01; till: 2018-06; antal: 1
    """
    assert told(story)[1:] == ["1 = r(1)", "ingår: a"]
