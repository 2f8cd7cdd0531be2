"""Whether the next value of an outcome is still awaited, and whether it is late."""

from collections.abc import Callable
from datetime import date

import pytest

from followup.model import Site
from followup.progress.expected import awaited, is_overdue

Read = Callable[[str], Site]


@pytest.mark.parametrize(
    ("fields", "is_awaited"),
    [
        ("väntas: 2018-03", True),
        ("väntas: 2018-03; värden: {datum: 2018-02, värde: 1}", True),
        ("väntas: 2018-03; värden: {datum: 2018-03-05, värde: 1}", False),
        ("väntas: 2018-03; värden: {datum: 2018, värde: 1}", False),
        ("väntas: 2018-03; värden: {datum: 2018-05, värde: 1}", False),
        ("värden: {datum: 2018-05, värde: 1}", False),
    ],
)
def test_a_value_is_awaited_until_one_of_that_time_or_later_has_come(
    site: Read, fields: str, is_awaited: bool
) -> None:
    (outcome,) = site(f"effekt e: {fields}").promises[0].outcomes
    assert (awaited(outcome) is not None) == is_awaited


def test_a_value_is_late_only_when_its_whole_time_has_passed(site: Read) -> None:
    (outcome,) = site("effekt e: väntas: 2018-03").promises[0].outcomes
    days = (date(2018, 3, 31), date(2018, 4, 1))
    assert [is_overdue(outcome, day) for day in days] == [False, True]
