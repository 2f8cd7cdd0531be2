"""Which months of a target's time have something reported: the strip of an ongoing measure."""

from collections.abc import Callable
from datetime import date

import pytest

from followup.progress import Progress

Told = Callable[..., list[str]]

ONGOING = "mål: {typ: löpande}"
AFTER = date(2019, 3, 1)


def _strip(told: Told, *lines: str, target: str = ONGOING, idag: date = AFTER) -> str:
    """R reported, t told of together with others, - not reported, . to come."""
    result = told("\n".join((target, *lines)), idag)
    return next(line for line in result if line.startswith("månader: ")).removeprefix("månader: ")


def test_every_month_of_the_period_is_there_and_open_when_nothing_is_told(told: Told) -> None:
    assert _strip(told) == "............"


def test_a_month_with_a_dated_action_is_reported(told: Told) -> None:
    assert _strip(told, "insats a: datum: 2018-03-14") == "--R........."


def test_a_month_known_as_a_month_is_reported(told: Told) -> None:
    assert _strip(told, "insats a: datum: 2018-03") == "--R........."


def test_an_action_over_several_months_is_dated_in_each(told: Told) -> None:
    assert _strip(told, "insats a: från: 2018-02-26; till: 2018-04-02") == "-RRR........"
    assert _strip(told, "insats a: från: 2018-02; till: 2018-04") == "-RRR........"


@pytest.mark.parametrize(
    "when", ["datum: 2018", "från: 2018-02-26; till: 2018-03-02; någon_gång: ja"]
)
def test_a_day_known_only_within_several_months_is_dated_in_none(told: Told, when: str) -> None:
    assert "R" not in _strip(told, f"insats a: {when}")


def test_a_cancelled_action_reports_no_month(told: Told) -> None:
    action = "insats a: datum: 2018-03-14; status: inställd; orsak: Regn"
    assert _strip(told, action) == "--.........."


@pytest.mark.parametrize(
    ("covers", "strip"),
    [
        ("från: 2018-03; till: 2018-03", "--R........."),
        ("från: 2018-03-10; till: 2018-03-20", "--R........."),
        ("från: 2018-03; till: 2018-05", "--ttt......."),
        ("från: 2018-03-20; till: 2018-04-10", "--tt........"),
        ("till: 2018-03-31", "--t........."),
    ],
)
def test_a_report_over_several_months_tells_of_them_only_together(
    told: Told, covers: str, strip: str
) -> None:
    assert _strip(told, f"redovisning r: {covers}") == strip


def test_an_action_within_a_long_report_makes_its_month_reported(told: Told) -> None:
    story = ("redovisning r: från: 2018-01; till: 2018-03", "insats a: datum: 2018-02-14")
    assert _strip(told, *story) == "tRt........."


def test_a_month_is_not_reported_only_when_all_of_it_is_past_what_is_told(told: Told) -> None:
    story = "insats a: datum: 2018-01-14"
    assert _strip(told, story, "löfte: bekräftat_till: 2018-03-30") == "R-.........."
    assert _strip(told, story, "löfte: bekräftat_till: 2018-03-31") == "R--........."


def test_the_day_it_is_seen_from_closes_no_month(told: Told) -> None:
    story = "insats a: datum: 2018-01-14"
    assert _strip(told, story, idag=date(2018, 2, 1)) == _strip(told, story) == "R..........."


def test_nothing_is_to_come_when_the_last_word_is_said(told: Told) -> None:
    story = ("löfte: slutredovisad: 2019-02-01", "insats a: datum: 2018-01-14")
    assert _strip(told, *story) == "R-----------"


def test_months_are_to_come_after_the_last_word_while_the_time_is_not_over(told: Told) -> None:
    report = "redovisning r: från: 2018-01; till: 2018-01; slutlig: ja"
    assert _strip(told, report, idag=date(2018, 12, 31)) == "R..........."
    assert _strip(told, report, idag=date(2019, 1, 1)) == "R-----------"


def test_months_to_come_are_past_only_when_the_time_is_over(seen: Callable[..., Progress]) -> None:
    story = f"""
        {ONGOING}
        insats a: datum: 2018-01-14
        redovisning r: från: 2018-09; till: 2018-09; bedömning: senarelagd; orsak: Brist
    """
    for idag, past in ((date(2018, 10, 1), 9), (date(2018, 12, 31), 9), (date(2019, 1, 1), 12)):
        (target,) = seen(story, idag).promises[0].measure("m").targets
        assert (target.state, target.months_past) == ("senarelagd", past)


def test_only_months_of_the_targets_own_time_are_there(told: Told) -> None:
    action = "insats a: datum: 2018-04-14"
    season = "mål: {typ: löpande, gäller: [2018-03-20–2018-05-10, 2018-05-20–2018-06, 2018-11]}"
    assert _strip(told, action, target=season) == "-R..."


def test_a_month_of_which_the_target_has_one_day_is_there(told: Told) -> None:
    action = "insats a: datum: 2018-05-01"
    season = "mål: {typ: löpande, gäller: 2018-03-31–2018-05-01}"
    assert _strip(told, action, target=season) == "--R"


def test_a_period_over_new_year_has_its_months_in_order(told: Told) -> None:
    story = ("löfte: från: 2018-11-15; till: 2019-02-10", "insats a: datum: 2019-01-14")
    assert _strip(told, *story) == "--R."


def test_a_month_holds_the_actions_and_reports_that_tell_of_it(
    seen: Callable[..., Progress],
) -> None:
    story = f"""
        {ONGOING}
        löfte: till: 2018-03-31
        insats a: datum: 2018-02-14
        insats b: från: 2018-02-26; till: 2018-03-02
        redovisning r: från: 2018-01; till: 2018-02
        redovisning s: från: 2018-02; till: 2018-02
    """
    (target,) = seen(story).promises[0].measure("m").targets
    assert [
        (month.first, [a.id for a in month.actions], [q.report.id for q in month.quotes])
        for month in target.months
    ] == [
        (date(2018, 1, 1), [], ["r"]),
        (date(2018, 2, 1), ["a", "b"], ["s", "r"]),
        (date(2018, 3, 1), ["b"], []),
    ]
