"""The lock files: whole, alike where they overlap, and for any package server."""

import re
import tomllib
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
RUN = (REPOSITORY / "requirements" / "run.txt").read_text("utf-8")
TEST = (REPOSITORY / "requirements" / "test.txt").read_text("utf-8")


def test_everything_that_runs_the_program_is_the_same_in_the_tests() -> None:
    assert set(_pins(RUN)) < set(_pins(TEST))


def test_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    assert set(project["dependencies"]) <= set(_pins(RUN))
    assert set(project["optional-dependencies"]["test"]) <= set(_pins(TEST))


def test_locks_name_no_server() -> None:
    assert not re.search("://|index|find-links", RUN + TEST)


def _pins(lock: str) -> list[str]:
    return re.findall(r"^[\w.-]+==[^\s;]+", lock, re.MULTILINE)
