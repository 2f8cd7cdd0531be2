"""How a count that is under way compares with an even spread: a sentence, never a state."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.model import Span
from followup.progress.pace import even_days
from followup.progress.seasons import length, merged, until

Told = Callable[..., list[str]]

LAST_DAY = date(2018, 12, 31)
TWELVE = "mål: {typ: antal, minst: 12}"


def _pace(told: Told, *lines: str, idag: date = LAST_DAY) -> str | None:
    result = told("\n".join(lines), idag)
    return next((x.removeprefix("takt: ") for x in result if x.startswith("takt: ")), None)


def _half_year(number: int) -> str:
    """So many at the middle of a year of 365 days."""
    return f"redovisning r: från: 2018-01-01; till: 2018-07-02; antal: {number}"


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (1, "efter"),
        (2, "ungefär i takt"),
        (3, "ungefär i takt"),
        (4, "ungefär i takt"),
        (5, "före"),
    ],
)
def test_it_compares_with_an_even_spread_within_one(told: Told, number: int, kind: str) -> None:
    target = "mål: {typ: antal, minst: 73}"  # one every fifth day
    report = f"redovisning r: från: 2018-01-01; till: 2018-01-15; antal: {number}"
    assert _pace(told, target, report) == f"{kind}, 3 väntade 2018-01-15"


def test_the_expected_number_is_rounded_to_the_nearest(told: Told) -> None:
    target = "mål: {typ: antal, minst: 73}"  # one every fifth day
    report = "redovisning r: från: 2018-01-01; till: 2018-01-{}; antal: 1"
    assert _pace(told, target, report.format("02")) == "ungefär i takt, 0 väntade 2018-01-02"
    assert _pace(told, target, report.format("03")) == "ungefär i takt, 1 väntade 2018-01-03"
    assert _pace(told, target, report.format("10")) == "ungefär i takt, 2 väntade 2018-01-10"
    assert _pace(told, target, report.format("11")) == "efter, 2 väntade 2018-01-11"


def test_it_is_compared_on_the_day_that_it_is_reported_to(told: Told) -> None:
    action = "insats a: datum: 2018-01-31"
    assert _pace(told, TWELVE, action) == "ungefär i takt, 1 väntade 2018-01-31"
    confirmed = "löfte: bekräftat_till: 2018-07-02"
    assert _pace(told, TWELVE, action, confirmed) == "efter, 6 väntade 2018-07-02"


@pytest.mark.parametrize(
    ("target", "has_pace"),
    [
        ("{typ: antal, minst: 4}", True),
        ("{typ: antal, antal: 4}", True),
        ("{typ: antal, minst: 3}", False),
        ("{typ: antal, högst: 9}", False),
        ("{typ: antal}", False),
        ("{typ: löpande}", False),
        ("{typ: antal, minst: 4, gäller: sommarhalvåret}", False),
    ],
)
def test_only_a_promised_number_of_at_least_four_in_known_time_has_a_pace(
    told: Told, target: str, has_pace: bool
) -> None:
    pace = _pace(told, f"mål: {target}", "insats a: datum: 2018-01-31")
    assert (pace is not None) == has_pace


def test_what_is_not_under_way_has_no_pace(told: Told) -> None:
    four = "mål: {typ: antal, minst: 4}"
    assert _pace(told, four, "insats a: datum: 2018-01-31; antal: 3") is not None
    assert _pace(told, four, "insats a: datum: 2018-01-31; antal: 4") is None
    assert _pace(told, four, _half_year(0)) is None
    assert _pace(told, four, _half_year(1), idag=date(2019, 1, 1)) is None
    dropped = "redovisning s: till: 2018-07-02; bedömning: utgår; orsak: Brist"
    assert _pace(told, four, "insats a: datum: 2018-01-31", dropped) is None


@pytest.mark.parametrize(
    "report",
    [
        "från: 2018-01; till: 2018-06; antal: 3; noggrannhet: minst",
        "från: 2018-01; till: 2018-06; antal: 3; noggrannhet: ungefär",
        "från: 2018-01; till: 2018-06; antal: 3; ofullständigt: Maj saknas",
        "från: 2018-01-02; till: 2018-06; antal: 3",
        "till: 2018-06; antal: 3",
    ],
)
def test_a_figure_that_is_not_exact_or_not_for_all_the_time_has_no_pace(
    told: Told, report: str
) -> None:
    assert _pace(told, TWELVE, f"redovisning r: {report}") is None


@pytest.mark.parametrize(
    "other",
    [
        "från: 2018-06; till: 2018-07; antal: 1",
        "från: 2018-05; till: 2018-06",
        "från: 2018-05; till: 2018-06; antal: 1; enligt_löftet: oklart",
        "från: 2018-05; till: 2018-06; antal: 1; enligt_löftet: nej",
    ],
)
def test_gaps_between_the_figures_leave_no_pace(told: Told, other: str) -> None:
    first = "redovisning r: från: 2018-01; till: 2018-04; antal: 3"
    assert _pace(told, TWELVE, first) == "ungefär i takt, 4 väntade 2018-04-30"
    assert _pace(told, TWELVE, first, f"redovisning s: {other}") is None


def test_figures_that_follow_on_each_other_have_a_pace(told: Told) -> None:
    first = "redovisning r: från: 2018-01; till: 2018-04; antal: 3"
    second = "redovisning s: från: 2018-05; till: 2018-06; antal: 2"
    action = "insats a: datum: 2018-07-02"
    assert _pace(told, TWELVE, first, second, action) == "ungefär i takt, 6 väntade 2018-07-02"


def test_words_beside_dated_actions_are_no_gap(told: Told) -> None:
    story = ("insats a: datum: 2018-01-14", "redovisning r: från: 2018-01; till: 2018-01")
    assert _pace(told, TWELVE, *story) == "ungefär i takt, 1 väntade 2018-01-31"


def test_an_unclear_figure_beside_dated_actions_leaves_no_pace(told: Told) -> None:
    unclear = "redovisning r: från: 2018-02; till: 2018-03; antal: 5; enligt_löftet: oklart"
    assert _pace(told, TWELVE, "insats a: datum: 2018-01-14", unclear) is None


def test_a_contested_figure_has_no_pace(told: Told) -> None:
    told_of = "från: 2018-01; till: 2018-04; antal: {}; uppgift_från: {}"
    police = f"redovisning r: {told_of.format(3, 'polisen')}"
    assert _pace(told, TWELVE, police) is not None
    other = f"redovisning s: {told_of.format(7, 'kommunen')}"
    assert _pace(told, TWELVE, police, other) is None


def test_the_spread_is_over_the_targets_own_time(told: Told) -> None:
    seasons = "[2018-04-01–2018-04-10, 2018-09-01–2018-09-10]"
    target = f"mål: {{typ: antal, minst: 10, gäller: {seasons}}}"
    report = "redovisning r: från: 2018-04-01; till: 2018-04-04; antal: 1"
    confirmed = "löfte: bekräftat_till: 2018-08-31"
    idag = date(2018, 9, 1)
    assert _pace(told, target, report, idag=idag) == "ungefär i takt, 2 väntade 2018-04-04"
    assert _pace(told, target, report, confirmed, idag=idag) == "efter, 5 väntade 2018-08-31"


def test_a_deadline_is_the_end_of_the_spread(told: Told) -> None:
    target = "mål: {typ: antal, minst: 4, senast: 2018-04-10}"
    action = "insats a: datum: 2018-01-25"  # a fourth of a hundred days
    assert _pace(told, target, action, idag=date(2018, 4, 10)) == (
        "ungefär i takt, 1 väntade 2018-01-25"
    )


DAYS = "mål: {typ: antal, minst: 4, räknas: {dagar: ja}}"


@pytest.mark.parametrize(
    ("confirmed", "kind"), [("2018-12-28", "efter"), ("2018-12-29", "går inte längre att nå")]
)
def test_days_that_are_not_enough_cannot_be_reached_any_more(
    told: Told, confirmed: str, kind: str
) -> None:
    story = (DAYS, "insats a: datum: 2018-01-31", f"löfte: bekräftat_till: {confirmed}")
    assert _pace(told, *story) == f"{kind}, 4 väntade {confirmed}"


def test_a_number_that_is_not_of_days_can_always_be_reached(told: Told) -> None:
    story = ("mål: {typ: antal, minst: 4}", "insats a: datum: 2018-01-31")
    assert _pace(told, *story, "löfte: bekräftat_till: 2018-12-31") == "efter, 4 väntade 2018-12-31"


def test_it_is_not_out_of_reach_while_earlier_days_may_still_be_told_of(told: Told) -> None:
    story = (DAYS, "insats a: datum: 2018-12-31")
    assert _pace(told, *story) == "efter, 4 väntade 2018-12-31"
    assert _pace(told, *story, "åtgärd: bekräftat_till: 2018-12-30") == (
        "går inte längre att nå, 4 väntade 2018-12-31"
    )


def test_a_figure_for_all_the_days_until_then_leaves_only_those_after(told: Told) -> None:
    report = "från: 2018-01-01; till: 2018-12-29; antal: 1; enligt_löftet: ja"
    assert _pace(told, DAYS, f"redovisning r: {report}") == (
        "går inte längre att nå, 4 väntade 2018-12-29"
    )


def test_there_is_no_pace_when_more_may_have_counted(told: Told) -> None:
    target = "mål: {typ: antal, minst: 4, räknas: {dagar: ja, platser: [bro]}}"
    story = (target, "insats a: datum: 2018-01-31; plats: bro", "löfte: bekräftat_till: 2018-12-29")
    assert _pace(told, *story) == "går inte längre att nå, 4 väntade 2018-12-29"
    unknown = "insats b: datum: 2018-02-28"
    assert _pace(told, *story, unknown) is None


def test_each_of_an_even_spread_has_its_day() -> None:
    year = (Span(date(2018, 1, 1), date(2018, 12, 31)),)
    assert [f"{day:%-d/%-m}" for day in even_days(4, year)] == ["15/2", "17/5", "17/8", "16/11"]


SPANS = st.lists(st.tuples(st.integers(0, 1500), st.integers(0, 400)), min_size=1, max_size=4).map(
    lambda pairs: merged(
        Span(date(2018, 1, 1) + timedelta(start), date(2018, 1, 1) + timedelta(start + days))
        for start, days in pairs
    )
)


@given(st.integers(1, 200), SPANS)
def test_until_any_day_there_are_as_many_of_them_as_the_sentence_expects(
    number: int, own_time: tuple[Span, ...]
) -> None:
    days = even_days(number, own_time)
    assert len(days) == number
    assert list(days) == sorted(days)
    for day in (span.first + timedelta(n) for span in own_time for n in (0, 17, span.days - 1)):
        if any(span.covers(Span(day, day)) for span in own_time):
            passed = length(until(own_time, day))
            expected = int(number * passed / length(own_time) + 0.5)
            assert sum(one <= day for one in days) == expected
