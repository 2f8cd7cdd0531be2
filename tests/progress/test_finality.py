"""Whether the last word is said of a target: only then can too little be called too little."""

from collections.abc import Callable
from datetime import date

import pytest

Told = Callable[..., list[str]]

AFTER = date(2019, 3, 1)
YEAR = "från: 2018-01; till: 2018-12"
OWN = "omfattar: egen del"


def _is_final(told: Told, *lines: str, idag: date = AFTER) -> bool:
    return "slutlig" in told("\n".join(lines), idag)[0]


def test_nothing_is_final_because_the_period_is_over(told: Told) -> None:
    assert not _is_final(told, "insats a: datum: 2018-03-14")


def test_a_promise_with_its_final_report_makes_its_measures_final(told: Told) -> None:
    story = ("löfte: slutredovisad: 2019-02-01", "insats a: datum: 2018-03-14")
    assert not _is_final(told, *story, idag=date(2019, 1, 31))
    assert _is_final(told, *story, idag=date(2019, 2, 1))


def test_a_final_report_on_the_measure_makes_it_final(told: Told) -> None:
    story = "redovisning r: från: 2018-01; till: 2018-06; antal: 1; slutlig: ja"
    assert told(story) == ["delvis genomförd, slutlig, till 2018-06-30", "1 = r(1)"]


@pytest.mark.parametrize("other", ["helhet r:", "redovisning r: åtgärd: n;"])
def test_a_final_report_on_something_else_does_not(told: Told, other: str) -> None:
    story = ("åtgärd n: ordning: 2", "insats a: datum: 2018-03-14", f"{other} {YEAR}; slutlig: ja")
    assert not _is_final(told, *story)


def test_reports_that_leave_no_day_out_make_it_final(told: Told) -> None:
    story = """
        redovisning r: från: 2018-01; till: 2018-06; antal: 1
        redovisning s: från: 2018-07; till: 2018-12; antal: 1
    """
    assert told(story, AFTER) == ["delvis genomförd, slutlig, till 2018-12-31", "2 = r(1) + s(1)"]


@pytest.mark.parametrize(
    "reports",
    [
        ["från: 2018-01-02; till: 2018-12"],
        ["från: 2018-01; till: 2018-12-30"],
        ["från: 2018-01; till: 2018-06", "från: 2018-07-02; till: 2018-12"],
        ["till: 2018-12"],
        ["från: 2018-01; till: 2018-12; ofullständigt: Juli saknas"],
    ],
)
def test_a_gap_leaves_it_open(told: Told, reports: list[str]) -> None:
    made = (f"redovisning r{n}: {report}; antal: 1" for n, report in enumerate(reports))
    assert not _is_final(told, *made)


def test_reports_may_overlap_and_reach_outside_the_period(told: Told) -> None:
    story = (
        "redovisning q: från: 2017-10; till: 2017-11",
        "redovisning r: från: 2017-12; till: 2018-09",
        "redovisning s: från: 2018-03; till: 2019-01",
    )
    assert _is_final(told, *story)


def test_only_the_targets_own_time_need_be_covered(told: Told) -> None:
    story = (
        "mål: {typ: antal, minst: 3, gäller: [2018-02, 2018-10]}",
        "redovisning r: från: 2018-02; till: 2018-02; antal: 1",
        "redovisning s: från: 2018-10; till: 2018-10; antal: 1",
    )
    assert _is_final(told, *story)
    assert not _is_final(told, *story[:2])


@pytest.mark.parametrize("last", [YEAR, "från: 2018-03; till: 2018-06; slutlig: ja"])
def test_an_own_share_is_the_last_word_only_when_each_party_has_given_its_own(
    told: Told, last: str
) -> None:
    measure = "åtgärd: ansvariga: [polisen, kommunen]"
    police = f"redovisning r: {last}; antal: 1; {OWN}"
    others = f"redovisning s: {last}; antal: 1; {OWN}; uppgift_från: kommunen"
    assert not _is_final(told, measure, police)
    assert not _is_final(told, measure, others)
    assert _is_final(told, measure, police, others)
    assert _is_final(told, "åtgärd: ansvariga: [polisen]", police)


def test_the_promises_parties_are_those_that_must_speak_when_the_measure_names_none(
    told: Told,
) -> None:
    police = f"redovisning r: {YEAR}; antal: 1; {OWN}"
    assert _is_final(told, "löfte: parter: polisen", police)
    assert not _is_final(told, "löfte: parter: [polisen, kommunen]", police)


def test_an_own_share_and_what_is_told_of_the_whole_cover_together(told: Told) -> None:
    story = (
        "åtgärd: ansvariga: [polisen]",
        "redovisning r: från: 2018-01; till: 2018-06",
        f"redovisning s: från: 2018-07; till: 2018-12; {OWN}",
    )
    assert _is_final(told, *story)


def test_a_replaced_report_makes_nothing_final(told: Told) -> None:
    story = (
        f"redovisning r: {YEAR}; antal: 1; slutlig: ja",
        "redovisning s: från: 2018-01; till: 2018-06; antal: 1; ersätter: r",
    )
    assert not _is_final(told, *story)


def test_words_on_the_whole_period_do_not_prove_that_too_little_was_done(told: Told) -> None:
    story = f"""
        insats a: datum: 2018-03-14
        redovisning r: {YEAR}
    """
    assert told(story, AFTER) == [
        "går inte att avgöra, slutlig, till 2018-12-31",
        "1 = a",
        "med ord: r",
    ]


def test_figures_that_leave_days_to_words_do_not_prove_it_either(told: Told) -> None:
    story = """
        redovisning r: från: 2018-01; till: 2018-06; antal: 1
        redovisning s: från: 2018-07; till: 2018-12
    """
    assert told(story, AFTER)[0] == "går inte att avgöra, slutlig, till 2018-12-31"


STEPS = "mål: {typ: engångs, steg: [{id: x, namn: X}, {id: y, namn: Y}]}"


def test_a_final_report_on_one_step_leaves_the_others_open(told: Told) -> None:
    one = "redovisning r: åtgärd: m#x; till: 2018-06; bedömning: genomförd; slutlig: ja"
    other = "redovisning s: åtgärd: m#y; till: 2018-06; bedömning: pågår; slutlig: ja"
    assert not _is_final(told, STEPS, one)
    assert _is_final(told, STEPS, one, other)
    assert _is_final(told, STEPS, "redovisning t: till: 2018-06; slutlig: ja")
