"""Every fixture finds the faults that it says, on those lines, and no others."""

from pathlib import Path

import pytest
from fixture_sites import FOLDER, SMALL, TODAY, all_fixtures, read
from site_under_test import build_in_memory, write
from words_of_editors import doubtful

from followup.diagnostics import Diagnostic


@pytest.mark.parametrize(
    "path", all_fixtures(), ids=lambda path: path.relative_to(FOLDER).as_posix()
)
def test_fixture_has_the_faults_that_it_says_and_no_others(path: Path, tmp_path: Path) -> None:
    fixture = read(path)
    result = build_in_memory(write(tmp_path, {**SMALL, **fixture.files}), today=TODAY)
    with_columns = any(expected.count(":") > 1 for expected in fixture.expected)
    assert sorted(_told(d, with_columns) for d in result.diagnostics) == [*fixture.expected]
    assert [d for d in result.diagnostics if doubtful(f"{d.message} {d.hint}")] == []


@pytest.mark.parametrize("path", all_fixtures(), ids=lambda p: p.relative_to(FOLDER).as_posix())
def test_only_a_fixture_named_ratt_is_without_faults(path: Path) -> None:
    assert path.name.startswith("fel" if read(path).expected else "ratt")


def _told(fault: Diagnostic, with_columns: bool) -> str:
    column = f":{fault.source.column}" if with_columns else ""
    return f"{fault.source.path}:{fault.source.line}{column} {fault.rule}"
