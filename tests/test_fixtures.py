"""Every fixture finds the faults that it says, on those lines, and no others."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fixture_sites import FOLDER, SMALL, TODAY, all_fixtures, read
from site_under_test import build_in_memory, write
from words_of_editors import doubtful

from followup.content.record import Field
from followup.content.schema import RECORDS
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


def test_every_parser_of_the_table_has_a_fixture_that_breaks_it_and_one_that_keeps_it() -> None:
    parsers = {
        _name(parse) for record in RECORDS for field in record.fields for parse in _of(field)
    }
    folders = {folder.name: folder for folder in (FOLDER / "parsers").iterdir()}
    assert parsers - folders.keys() == set()
    for folder in folders.values():
        assert {path.name[:3] for path in folder.glob("*.txt")} == {"fel", "rat"}


def _of(field: Field) -> Iterator[object]:
    yield field.parse
    yield field.parse_one


def _name(parse: object) -> str:
    """`day`, and `one_of` for one that is made with its choices."""
    made = type(parse).__name__
    named = getattr(parse, "__name__", re.sub("(?<=[a-z])(?=[A-Z])", "_", made).lower())
    return str(named).lstrip("_")


def _told(fault: Diagnostic, with_columns: bool) -> str:
    column = f":{fault.source.column}" if with_columns else ""
    return f"{fault.source.path}:{fault.source.line}{column} {fault.rule}"
