"""What a target has reached, and by what: the first action, half of its number, its end."""

from collections.abc import Mapping

import pytest
from promise_under_test import action, at, measure, report, told

from followup.model import Action
from followup.progress import Milestone, milestones


def reached(target: str, files: Mapping[str, str], day: str = "2018-12-01") -> list[str]:
    """The milestones as `första insatsen 2018-02-01 a1`."""
    made = told({at("atgarder", "a"): measure(target), **files}, day)
    return [_line(milestone) for milestone in milestones(made.target)]


def _line(milestone: Milestone) -> str:
    by = milestone.by
    id = (by.id if isinstance(by, Action) else by.report.id) if by else "-"
    return f"{milestone.kind} {milestone.day or '-'} {id}"


def actions(*days: str, more: str = "") -> dict[str, str]:
    return {
        at("insatser", f"a{n}"): action("a", f"datum: {day}\n{more}")
        for n, day in enumerate(days, start=1)
    }


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([], []),
        (["2018-02-01"], ["första insatsen 2018-02-01 a1"]),
        (
            ["2018-02-01", "2018-03-01"],
            ["första insatsen 2018-02-01 a1", "halvvägs 2018-03-01 a2"],
        ),
        (
            ["2018-05-01", "2018-02-01", "2018-03-01"],
            ["första insatsen 2018-02-01 a2", "halvvägs 2018-03-01 a3"],
        ),
        (["2018-02-01", "2018-03-01", "2018-04-01", "2018-05-01"], ["nått 2018-05-01 a4"]),
    ],
)
def test_a_number_has_a_first_a_half_and_an_end(days: list[str], expected: list[str]) -> None:
    assert reached("typ: antal, minst: 4", actions(*days)) == expected


def test_half_of_an_odd_number_is_rounded_up() -> None:
    two, three = ["2018-02-01", "2018-03-01"], ["2018-02-01", "2018-03-01", "2018-04-01"]
    first = "första insatsen 2018-02-01 a1"
    assert reached("typ: antal, minst: 5", actions(*two)) == [first]
    assert reached("typ: antal, minst: 5", actions(*three)) == [first, "halvvägs 2018-04-01 a3"]


def test_half_of_three_is_nothing_to_tell() -> None:
    days = ["2018-02-01", "2018-03-01"]
    first = "första insatsen 2018-02-01 a1"
    assert reached("typ: antal, minst: 3", actions(*days)) == [first]


def test_one_action_that_counts_as_several_reaches_half_at_once() -> None:
    assert reached("typ: antal, minst: 4", actions("2018-02-01", more="antal: 3")) == [
        "första insatsen 2018-02-01 a1",
        "halvvägs 2018-02-01 a1",
    ]


def test_a_report_reaches_half_on_the_last_day_that_it_covers() -> None:
    files = {at("redovisningar", "r"): report("a", "antal: 4\nräknat: insatser")}
    assert reached("typ: antal, minst: 8", files) == ["halvvägs 2018-09-30 r"]


def test_an_approximate_figure_close_to_half_proves_nothing() -> None:
    row = "antal: 4\nnoggrannhet: ungefär\nräknat: insatser"
    files = {at("redovisningar", "r"): report("a", row)}
    assert reached("typ: antal, minst: 8", files) == []


def test_what_did_not_count_is_no_first_action() -> None:
    files = actions("2018-02-01") | {
        at("insatser", "b"): action("a", "datum: 2018-03-01\nplanerad_i_förväg: ja")
    }
    rule = "typ: antal, minst: 8, räknas: {planerad_i_förväg: ja}"
    assert reached(rule, files) == ["första insatsen 2018-03-01 b"]


def test_a_ceiling_has_neither_a_first_nor_a_half() -> None:
    assert reached("typ: antal, högst: 8", actions("2018-02-01", "2018-03-01")) == []


def test_what_is_done_when_somebody_asks_has_no_first() -> None:
    case = actions("2018-02-01", more="anmält: 2018-02-01 08.00\nklart: 2018-02-01 09.00")
    assert reached("typ: svarstid, inom: 24 timmar", case) == []


def test_ongoing_work_has_a_first_action_and_no_half() -> None:
    days = actions("2018-02", "2018-03-01")
    assert reached("typ: löpande", days) == ["första insatsen 2018-02-28 a1"]


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        ("inte genomförd\norsak: ej angiven", "inte nått 2018-09-30 r"),
        ("delvis genomförd\norsak: ej angiven", "inte nått 2018-09-30 r"),
        ("utgår\norsak: ej angiven", "inte nått 2018-09-30 r"),
        ("senarelagd\norsak: ej angiven", "inte nått 2018-09-30 r"),
    ],
)
def test_a_verdict_that_settles_it_is_its_end(verdict: str, expected: str) -> None:
    files = {at("redovisningar", "r"): report("a", f"bedömning: {verdict}")}
    assert reached("typ: löpande", files | actions("2018-02-01")) == [expected]


def test_one_thing_that_is_done_has_its_end_only() -> None:
    assert reached("typ: engångs", actions("2018-02-01")) == ["nått 2018-02-01 a1"]
    files = {at("redovisningar", "r"): report("a", "bedömning: genomförd")}
    assert reached("typ: engångs", files) == ["nått 2018-09-30 r"]


def test_what_nobody_can_judge_has_reached_nothing() -> None:
    files = actions("2018-02-01", "2018-03-01")
    assert reached("typ: antal, minst: 4", files, "2019-02-01") == []
