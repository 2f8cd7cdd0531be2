"""A party's verdict that says something else than the state: both are shown."""

from collections.abc import Callable
from datetime import date

import pytest

from followup.progress import Progress

Seen = Callable[..., Progress]

YEAR, HALF = "från: 2018-01-01; till: 2018-12-31", "från: 2018-01; till: 2018-06"
THREE = "mål: {typ: antal, minst: 3}"
AFTER = date(2019, 3, 1)


@pytest.mark.parametrize(
    ("story", "state", "differs"),
    [
        (f"redovisning r: {YEAR}; antal: 3; bedömning: inte genomförd", "genomförd", True),
        (f"redovisning r: {YEAR}; antal: 2; bedömning: genomförd", "delvis genomförd", True),
        (f"redovisning r: {YEAR}; antal: 3; bedömning: genomförd", "genomförd", False),
        (f"redovisning r: {YEAR}; antal: 3; bedömning: pågår", "genomförd", False),
        (f"redovisning r: {YEAR}; antal: 2; bedömning: utgår", "utgår", False),
        (
            f"redovisning r: {YEAR}; antal: 3; enligt_löftet: nej; bedömning: genomförd",
            "går inte att avgöra",
            True,
        ),
        (
            f"redovisning r: {HALF}; bedömning: inte genomförd\n"
            "insats a: datum: 2018-08-01; antal: 3",
            "genomförd",
            False,
        ),
        (f"redovisning r: {YEAR}; bedömning: delvis genomförd", "delvis genomförd", False),
        ("insats a: datum: 2018-08-01; antal: 3", "genomförd", False),
    ],
)
def test_a_last_verdict_that_contradicts_the_state_is_kept_beside_it(
    seen: Seen, story: str, state: str, differs: bool
) -> None:
    reason = story.replace("bedömning", "orsak: Brist; bedömning")
    (result,) = seen(f"{THREE}\n{reason}", AFTER).promises[0].measure("m").targets
    assert (result.state, result.differing) == (state, result.quotes[-1] if differs else None)
