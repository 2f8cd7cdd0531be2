"""Sums that stay true: a report's figure and dated actions never count the same thing twice."""

from collections.abc import Callable
from datetime import date

import pytest

Told = Callable[..., list[str]]


def test_actions_are_added_with_the_units_that_they_count_as(told: Told) -> None:
    story = """
        insats a: datum: 2018-02-01
        insats b: datum: 2018-03-01; antal: 2
    """
    assert told(story) == ["genomförd genom b, till 2018-03-01", "3 = a + b(2)"]


def test_nothing_told_gives_no_figure(told: Told) -> None:
    assert told("mål: {typ: antal, minst: 3}") == ["inte redovisad"]


def test_a_reports_figure_covers_its_range_and_actions_inside_are_its_evidence(told: Told) -> None:
    story = """
        insats first: datum: 2018-01-01
        insats inside: datum: 2018-03-14
        insats last: datum: 2018-06-30
        insats after: datum: 2018-07-01
        redovisning r: från: 2018-01; till: 2018-06; antal: 1
    """
    assert told(story) == [
        "pågår, till 2018-07-01",
        "2 = after + r(1)",
        "ingår: first, inside, last",
    ]


@pytest.mark.parametrize(
    ("story", "sums"),
    [
        (
            "insats a: från: 2018-06-29; till: 2018-07-02",
            ["2 = a + r(1)", "saknar uppgift: 2018-01-01 – 2018-02-28"],
        ),
        ("insats a: från: 2018-02-26; till: 2018-03-02", ["1 = r(1)", "ingår: a"]),
        ("insats a: från: 2018-02-26; till: 2018-07-02", ["2 = a + r(1)"]),
    ],
)
def test_an_action_across_a_reports_edge_is_counted_by_the_day_it_ended(
    told: Told, story: str, sums: list[str]
) -> None:
    result = told(f"{story}\nredovisning r: från: 2018-03; till: 2018-06; antal: 1")
    assert result[1:] == sums


def test_an_action_whose_day_is_uncertain_at_a_reports_edge_is_counted_by_its_last(
    told: Told,
) -> None:
    story = """
        insats a: från: 2018-06-29; till: 2018-07-02; någon_gång: ja
        redovisning r: från: 2018-03; till: 2018-06; antal: 1
    """
    assert told(story)[:2] == ["pågår, till 2018-07-02", "2 = a + r(1)"]


def test_figures_for_different_ranges_are_added(told: Told) -> None:
    story = """
        redovisning r: från: 2018-01; till: 2018-03; antal: 1
        redovisning s: från: 2018-05; till: 2018-06; antal: 2
    """
    assert told(story) == [
        "genomförd genom s, till 2018-06-30",
        "3 = r(1) + s(2)",
        "saknar uppgift: 2018-04-01 – 2018-04-30",
    ]


def test_a_range_inside_another_is_a_part_and_not_added(told: Told) -> None:
    story = """
        redovisning outer: från: 2018-01; till: 2018-06; antal: 2
        redovisning inner: från: 2018-02; till: 2018-03; antal: 1
        redovisning innermost: från: 2018-02; till: 2018-02; antal: 1
    """
    assert told(story) == ["pågår, till 2018-06-30", "2 = outer(2)", "delar: innermost, inner"]


def test_a_part_that_is_larger_than_its_total_does_not_raise_the_count(told: Told) -> None:
    story = """
        redovisning outer: från: 2018-01; till: 2018-06; antal: 1
        redovisning inner: från: 2018-02; till: 2018-03; antal: 5
    """
    assert told(story) == ["pågår, till 2018-06-30", "1 = outer(1)", "delar: inner"]


def test_two_figures_for_the_same_range_differ_and_the_lower_is_counted(told: Told) -> None:
    story = """
        redovisning a: från: 2018-01; till: 2018-06; antal: 5
        redovisning b: från: 2018-01; till: 2018-06; antal: 2; uppgift_från: kommunen
    """
    assert told(story) == ["pågår, till 2018-06-30", "2 = b(2)", "skiljer sig: a"]


def test_one_party_can_differ_from_itself(told: Told) -> None:
    story = """
        redovisning a: från: 2018-01; till: 2018-06; antal: 2
        redovisning b: från: 2018-01; till: 2018-06; antal: 5
    """
    assert told(story) == ["pågår, till 2018-06-30", "2 = a(2)", "skiljer sig: b"]


def test_the_same_figure_told_twice_is_counted_once_and_does_not_differ(told: Told) -> None:
    story = """
        redovisning a: från: 2018-01; till: 2018-06; antal: 2
        redovisning b: från: 2018-01; till: 2018-06; antal: 2; uppgift_från: kommunen
    """
    assert told(story) == ["pågår, till 2018-06-30", "2 = a(2)", "delar: b"]


def test_own_shares_of_different_parties_are_added(told: Told) -> None:
    own = "från: 2018-01; till: 2018-06; omfattar: egen del"
    story = f"""
        redovisning a: {own}; antal: 1
        redovisning b: {own}; antal: 2; uppgift_från: kommunen
    """
    assert told(story) == ["genomförd genom b, till 2018-06-30", "3 = a(1) + b(2)"]


def test_a_report_that_does_not_say_from_when_covers_the_period_until_then(told: Told) -> None:
    story = """
        insats a: datum: 2018-01-01
        insats b: datum: 2018-07-01
        redovisning r: till: 2018-06-30; antal: 1
    """
    assert told(story) == ["pågår, till 2018-07-01", "2 = b + r(1)", "ingår: a"]


def test_a_report_without_its_first_day_differs_from_one_for_the_same_days(told: Told) -> None:
    story = """
        redovisning a: till: 2018-06-30; antal: 1
        redovisning b: från: 2018-01-01; till: 2018-06-30; antal: 2
    """
    assert told(story) == ["pågår, till 2018-06-30", "1 = a(1)", "skiljer sig: b"]


def test_a_report_that_is_replaced_counts_no_more(told: Told) -> None:
    story = """
        redovisning a: från: 2018-01; till: 2018-06; antal: 9
        redovisning b: från: 2018-01; till: 2018-06; antal: 2; ersätter: a
    """
    assert told(story) == ["pågår, till 2018-06-30", "2 = b(2)"]


def test_a_correction_that_takes_the_figure_back_leaves_none(told: Told) -> None:
    story = """
        redovisning a: från: 2018-01; till: 2018-06; antal: 9
        redovisning b: från: 2018-01; till: 2018-03; ersätter: a
    """
    assert told(story) == ["går inte att avgöra, till 2018-03-31", "med ord: b"]


def test_a_correction_says_that_something_else_was_counted(told: Told) -> None:
    story = """
        redovisning a: från: 2018-01; till: 2018-06; antal: 9
        redovisning b: från: 2018-01; till: 2018-06; antal: 9; enligt_löftet: nej; ersätter: a
    """
    assert told(story) == [
        "går inte att avgöra, till 2018-06-30",
        "räknas inte: b (avsåg annat)",
    ]


def test_corrections_can_be_corrected(told: Told) -> None:
    story = """
        redovisning a: från: 2018-01; till: 2018-06; antal: 9
        redovisning b: från: 2018-01; till: 2018-06; antal: 2; ersätter: a
        redovisning c: från: 2018-01; till: 2018-06; antal: 1; ersätter: b
    """
    assert told(story) == ["pågår, till 2018-06-30", "1 = c(1)"]


def test_a_report_is_corrected_from_the_day_that_the_correction_is_published(told: Told) -> None:
    story = """
        redovisning a: från: 2018-01; till: 2018-06; antal: 2
        redovisning b: från: 2018-01; till: 2018-06; antal: 1; ersätter: a; publicerad: 2018-09-01
    """
    assert told(story, date(2018, 8, 31)) == ["pågår, till 2018-06-30", "2 = a(2)"]
    assert told(story, date(2018, 9, 1)) == ["pågår, till 2018-06-30", "1 = b(1)"]


@pytest.mark.parametrize(
    ("first", "second", "accuracy"),
    [
        ("exakt", "exakt", ""),
        ("exakt", "minst", "minst "),
        ("minst", "drygt", "drygt "),
        ("drygt", "ungefär", "ungefär "),
        ("ungefär", "exakt", "ungefär "),
    ],
)
def test_the_sum_is_as_sure_as_its_least_sure_part(
    told: Told, first: str, second: str, accuracy: str
) -> None:
    story = f"""
        mål: {{typ: antal}}
        redovisning r: från: 2018-01; till: 2018-03; antal: 3; noggrannhet: {first}
        redovisning s: från: 2018-04; till: 2018-06; antal: 4; noggrannhet: {second}
    """
    assert told(story) == ["pågår, till 2018-06-30", f"{accuracy}7 = r(3) + s(4)"]


def test_an_exact_action_beside_an_approximate_figure_leaves_the_sum_approximate(
    told: Told,
) -> None:
    story = """
        mål: {typ: antal}
        insats a: datum: 2018-07-01
        redovisning r: från: 2018-01; till: 2018-06; antal: 20; noggrannhet: ungefär
    """
    assert told(story) == ["pågår, till 2018-07-01", "ungefär 21 = a + r(20)"]


def test_a_figure_from_which_something_is_missing_is_a_floor(told: Told) -> None:
    story = """
        mål: {typ: antal}
        redovisning r: från: 2018-01; till: 2018-06; antal: 3; ofullständigt: Maj saknas
    """
    assert told(story) == ["pågår, till 2018-06-30", "minst 3 = r(3)"]


def test_a_range_without_a_figure_adds_nothing_and_is_listed_with_its_words(told: Told) -> None:
    story = """
        mål: {typ: antal}
        redovisning r: från: 2018-01; till: 2018-03
        redovisning s: från: 2018-04; till: 2018-06; antal: 4; noggrannhet: ungefär
    """
    assert told(story) == [
        "pågår, till 2018-06-30",
        "ungefär 4 = s(4)",
        "med ord: r",
        "saknar uppgift: 2018-01-01 – 2018-03-31",
    ]


def test_a_reported_zero_is_a_figure(told: Told) -> None:
    story = "redovisning r: från: 2018-01; till: 2018-06; antal: 0"
    assert told(story) == ["inte påbörjad, till 2018-06-30", "0 = r(0)"]


def test_a_published_rate_is_quoted_and_makes_no_figure(told: Told) -> None:
    story = """
        mål: {typ: svarstid, inom: 24 timmar}
        redovisning r: från: 2018-01; till: 2018-06; som_skrivet: 90 procent i tid
    """
    assert told(story) == ["pågår, till 2018-06-30", "med ord: r"]
