"""The weeks, months and years that a frequency is judged by: only whole ones, and all of them."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest

from followup.model import Site, Span
from followup.progress.intervals import Judged, intervals

Read = Callable[[str], Site]


@pytest.fixture
def judged(site: Read) -> Callable[..., Judged]:
    """The intervals of the measure `m`: `judged(terms, period, more lines)`."""

    def judge(terms: str, period: str = "", *more: str) -> Judged:
        story = (f"mål: {{typ: frekvens, {terms}}}", f"löfte: {period}", *more)
        promise = site("\n".join(story)).promises[0]
        measure = promise.measures[0]
        return intervals(measure, measure.targets[0], promise.span)

    return judge


Judge = Callable[..., Judged]


def spans(judged: Judged) -> list[str]:
    return [f"{span.first} – {span.last}" for span, _ in judged]


@pytest.mark.parametrize(
    ("every", "number", "first", "last"),
    [
        ("dygn", 365, "2018-01-01 – 2018-01-01", "2018-12-31 – 2018-12-31"),
        ("vecka", 52, "2018-01-01 – 2018-01-07", "2018-12-24 – 2018-12-30"),
        ("månad", 12, "2018-01-01 – 2018-01-31", "2018-12-01 – 2018-12-31"),
        ("kvartal", 4, "2018-01-01 – 2018-03-31", "2018-10-01 – 2018-12-31"),
        ("tertial", 3, "2018-01-01 – 2018-04-30", "2018-09-01 – 2018-12-31"),
        ("år", 1, "2018-01-01 – 2018-12-31", "2018-01-01 – 2018-12-31"),
    ],
)
def test_a_calendar_year_has_all_its_intervals(
    judged: Judge, every: str, number: int, first: str, last: str
) -> None:
    found = spans(judged(f"varje: {every}"))
    assert (len(found), found[0], found[-1]) == (number, first, last)


def test_intervals_stand_side_by_side_in_order(judged: Judge) -> None:
    for every in ("dygn", "vecka", "månad", "kvartal", "tertial"):
        found = [span for span, _ in judged(f"varje: {every}", "till: 2020-12-31")]
        assert found == sorted(found)
        assert all(a.last.toordinal() + 1 == b.first.toordinal() for a, b in pairwise(found))


def test_a_week_over_new_year_is_one_week_with_its_iso_days(judged: Judge) -> None:
    found = spans(judged("varje: vecka", "från: 2020-12-21; till: 2021-01-10"))
    assert found == [
        "2020-12-21 – 2020-12-27",
        "2020-12-28 – 2021-01-03",
        "2021-01-04 – 2021-01-10",
    ]


@pytest.mark.parametrize(
    ("year", "number"),
    [(2018, 52), (2019, 51), (2020, 51), (2024, 52), (2026, 51)],
)
def test_a_calendar_year_has_the_whole_weeks_that_lie_in_it(
    judged: Judge, year: int, number: int
) -> None:
    """Week 53 of 2020 and 2026 lies in two years, so no single year is judged by it."""
    found = judged("varje: vecka", f"från: {year}-01-01; till: {year}-12-31")
    assert len(found) == number
    assert all(span.first.isocalendar().weekday == 1 and span.days == 7 for span, _ in found)


def test_week_53_is_judged_in_a_promise_over_the_new_year(judged: Judge) -> None:
    weeks = judged("varje: vecka", "från: 2020-01-01; till: 2021-12-31")
    numbers = [span.first.isocalendar()[:2] for span, _ in weeks]
    assert (2020, 53) in numbers
    assert len(numbers) == len(set(numbers)) == 52 + 51


@pytest.mark.parametrize(
    ("every", "expected"),
    [
        ("vecka", ["2018-02-19 – 2018-02-25", "2018-02-26 – 2018-03-04"]),
        ("månad", []),
        ("kvartal", []),
        ("dygn", [f"2018-02-{day} – 2018-02-{day}" for day in range(14, 29)]),
        ("år", []),
    ],
)
def test_an_interval_that_is_partly_outside_the_period_is_not_judged(
    judged: Judge, every: str, expected: list[str]
) -> None:
    found = spans(judged(f"varje: {every}", "från: 2018-02-14; till: 2018-03-10"))
    assert found[: len(expected)] == expected
    assert len(found) == (25 if every == "dygn" else len(expected))


def test_a_month_is_whole_to_the_leap_day(judged: Judge) -> None:
    period = "från: 2020-02-01; till: 2020-02-29"
    assert spans(judged("varje: månad", period)) == ["2020-02-01 – 2020-02-29"]
    assert spans(judged("varje: månad", "från: 2020-02-01; till: 2020-02-28")) == []


def test_tertials_and_quarters_are_those_of_the_calendar(judged: Judge) -> None:
    period = "från: 2018-04-01; till: 2019-03-31"
    assert spans(judged("varje: tertial", period)) == [
        "2018-05-01 – 2018-08-31",
        "2018-09-01 – 2018-12-31",
    ]
    assert len(judged("varje: kvartal", period)) == 4


class TestYears:
    """`år`: twelve months from the promise's first day."""

    def test_a_year_begins_on_the_promises_first_day(self, judged: Judge) -> None:
        assert spans(judged("varje: år", "från: 2018-04-15; till: 2020-06-30")) == [
            "2018-04-15 – 2019-04-14",
            "2019-04-15 – 2020-04-14",
        ]

    @pytest.mark.parametrize(
        ("till", "number"),
        [("2019-06-30", 1), ("2018-12-30", 0), ("2019-12-30", 1), ("2019-12-31", 2)],
    )
    def test_the_half_year_that_is_left_is_not_judged(
        self, judged: Judge, till: str, number: int
    ) -> None:
        assert len(judged("varje: år", f"från: 2018-01-01; till: {till}")) == number

    def test_a_promise_from_the_leap_day_has_years_until_the_end_of_february(
        self, judged: Judge
    ) -> None:
        assert spans(judged("varje: år", "från: 2020-02-29; till: 2024-02-28")) == [
            "2020-02-29 – 2021-02-28",
            "2021-03-01 – 2022-02-28",
            "2022-03-01 – 2023-02-28",
            "2023-03-01 – 2024-02-28",
        ]

    def test_a_year_is_the_promises_own_when_only_its_summer_is_promised(
        self, judged: Judge
    ) -> None:
        summers = "gäller: [2018-06 till 2018-08, 2019-06 till 2019-08]"
        found = spans(judged(f"varje: år, {summers}", "från: 2018-01-01; till: 2020-12-31"))
        assert found == ["2018-01-01 – 2018-12-31", "2019-01-01 – 2019-12-31"]


class TestPartOfThePeriod:
    """`gäller`: a range, several, or words."""

    def test_only_whole_intervals_of_the_range_are_judged(self, judged: Judge) -> None:
        found = spans(judged("varje: månad, gäller: 2018-05-02 till 2018-08-31"))
        assert found == [
            "2018-06-01 – 2018-06-30",
            "2018-07-01 – 2018-07-31",
            "2018-08-01 – 2018-08-31",
        ]

    def test_each_of_several_ranges_has_its_own(self, judged: Judge) -> None:
        found = spans(judged("varje: månad, gäller: [2018-09, 2018-02-14 till 2018-03]"))
        assert found == ["2018-03-01 – 2018-03-31", "2018-09-01 – 2018-09-30"]

    def test_ranges_side_by_side_are_one(self, judged: Judge) -> None:
        ranges = "[2018-02-14 till 2018-02-21, 2018-02-22 till 2018-03-04]"
        found = spans(judged(f"varje: vecka, gäller: {ranges}"))
        assert found == ["2018-02-19 – 2018-02-25", "2018-02-26 – 2018-03-04"]

    def test_words_name_no_days_so_the_whole_period_is_judged(self, judged: Judge) -> None:
        in_words = judged("varje: vecka, gäller: sommarhalvåret")
        assert spans(in_words) == spans(judged("varje: vecka"))


class TestChanges:
    """`tidigare_mål`: each interval is judged by what was in force at its end."""

    def changed(self, day: str, former: str) -> str:
        change = f"{{datum: {day}, vad: V, varför: W, tidigare_mål: {{{former}}}}}"
        return f"åtgärd: ändringar: {change}"

    def numbers(self, judged: Judged) -> list[tuple[Span, str | None, int | None]]:
        return [(span, target.every, target.number) for span, target in judged]

    def test_the_number_changes_with_the_interval_in_which_it_was_changed(
        self, judged: Judge
    ) -> None:
        former = self.changed("2018-07-15", "typ: frekvens, varje: månad, minst: 2")
        found = judged("varje: månad, minst: 3", "", former)
        assert [target.number for _, target in found] == [2] * 6 + [3] * 6

    def test_another_interval_begins_with_the_change(self, judged: Judge) -> None:
        former = self.changed("2018-03-14", "typ: frekvens, varje: månad")
        found = judged("varje: vecka", "till: 2018-04-08", former)
        assert self.numbers(found) == [
            (Span(date(2018, 1, 1), date(2018, 1, 31)), "månad", 1),
            (Span(date(2018, 2, 1), date(2018, 2, 28)), "månad", 1),
            (Span(date(2018, 3, 19), date(2018, 3, 25)), "vecka", 1),
            (Span(date(2018, 3, 26), date(2018, 4, 1)), "vecka", 1),
            (Span(date(2018, 4, 2), date(2018, 4, 8)), "vecka", 1),
        ]

    def test_there_are_none_while_it_was_no_frequency(self, judged: Judge) -> None:
        former = self.changed("2018-11-01", "typ: löpande")
        assert spans(judged("varje: månad", "", former)) == [
            "2018-11-01 – 2018-11-30",
            "2018-12-01 – 2018-12-31",
        ]

    def test_changes_of_another_target_do_not_matter(self, judged: Judge) -> None:
        other = self.changed("2018-07-01", "typ: frekvens, varje: månad, id: b")
        assert len(judged("varje: kvartal", "", other)) == 4

    @pytest.mark.parametrize("day", ["2017-06-01", "2018-01-01", "2019-06-01"])
    def test_a_change_before_or_after_the_period_parts_nothing(
        self, judged: Judge, day: str
    ) -> None:
        former = self.changed(day, "typ: frekvens, varje: månad")
        every = "månad" if day > "2018-12-31" else "kvartal"
        found = judged("varje: kvartal", "", former)
        assert {target.every for _, target in found} == {every}
