"""What is counted again from the CSV files alone is what the site says, whatever has been told."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from progress.histories import History, histories
from recounting import differences
from site_under_test import ROOT

from followup.content.files import read_tree
from followup.content.load import load
from followup.model import Site

EVERY_KIND = ROOT / "tests" / "every_kind"
DAYS = (
    "2019-12-01",
    "2021-10-01",
    "2023-06-01",
    "2024-09-15",
    "2024-12-31",
    "2025-12-15",
    "2026-11-15",
)


@pytest.mark.parametrize("day", DAYS)
def test_every_kind_of_target_is_counted_to_the_same_again(day: str) -> None:
    told = [*differences(loaded(EVERY_KIND), date.fromisoformat(day))]
    assert told == []


@pytest.mark.parametrize("day", ["2018-01-15", "2018-07-01", "2018-10-01", "2019-03-01"])
def test_shipped_promise_is_counted_to_the_same_again(day: str) -> None:
    assert [*differences(loaded(ROOT / "content"), date.fromisoformat(day))] == []


@settings(max_examples=200, deadline=None)
@given(history=histories())
def test_every_history_is_counted_to_the_same_again(
    site: Callable[[str], Site], history: History
) -> None:
    assert [*differences(site(history.story), history.day)] == []


@pytest.mark.long
@settings(max_examples=4000, deadline=None)
@given(history=histories())
def test_many_histories_are_counted_to_the_same_again(
    site: Callable[[str], Site], history: History
) -> None:
    assert [*differences(site(history.story), history.day)] == []


def loaded(folder: Path) -> Site:
    site = load(read_tree(folder)[0]).site
    assert site
    return site
