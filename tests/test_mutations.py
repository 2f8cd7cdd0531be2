"""The shipped content with one file damaged: an answer in words about that file, and no harm done.

Two thousand damaged files in CI, a hundred thousand with --allt. A seed that falls here gets a
fixture, or a line in the test of the module that was wrong.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from mutation_answers import FILES, answer
from mutations import mutated
from site_under_test import ROOT, build_in_memory

from followup import cli


def test_shipped_content_has_no_faults() -> None:
    assert [fault for fault in answer({})[1] if fault.is_error] == []


@pytest.mark.parametrize("start", range(0, 2000, 500))
def test_damaged_file_gets_an_answer_about_itself(start: int) -> None:
    assert failures(start, 500) == ""


@pytest.mark.long
@pytest.mark.parametrize("start", range(2000, 100_000, 2000))
def test_damaged_file_gets_an_answer_about_itself_at_length(start: int) -> None:
    assert failures(start, 2000) == ""


@pytest.mark.parametrize("seed", range(0, 2000, 100))
def test_build_of_damaged_content_has_files_or_faults(seed: int, tmp_path: Path) -> None:
    write(tmp_path, mutated(seed, FILES)[:2])
    result = build_in_memory(tmp_path, today="2018-10-20")
    assert bool(result.files) != result.has_errors


def test_damaged_content_leaves_the_site_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    content = tmp_path / "content"
    write(content, ("sidor/om.md", FILES["sidor/om.md"]))
    assert run(content) == 0
    site = contents(tmp_path / "site")
    codes = []
    for seed in range(3, 100, 7):
        path, data, _ = mutated(seed, FILES)
        (content / path).write_bytes(data)
        before = contents(tmp_path / "site")
        codes.append(run(content))
        (content / path).write_bytes(FILES[path])
        assert codes[-1] in (0, 1)
        if codes[-1] == 1:
            assert contents(tmp_path / "site") == before
    assert (run(content), contents(tmp_path / "site")) == (0, site)
    assert {*codes} == {0, 1}


def failures(start: int, count: int) -> str:
    """What is wrong with the answers to so many damaged files, or what the process died of."""
    done = subprocess.run(
        [sys.executable, "-m", "mutation_answers", str(start), str(start + count)],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}", "PYTHONUTF8": "1"},
        check=False,
    )
    return done.stdout + done.stderr


def write(content: Path, damaged: tuple[str, bytes]) -> None:
    """Writes the shipped content with one file as it became."""
    for path, data in {**FILES, damaged[0]: damaged[1]}.items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_bytes(data)


def run(content: Path) -> int:
    """The exit code of a build, as from the command line."""
    return cli.main(["bygg", "--innehåll", str(content), "--till", "site", "--idag", "2018-10-20"])


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a published site, but our own records of it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".foljloftet" not in path.parts
    }
