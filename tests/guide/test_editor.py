"""The files in `.vscode`: made from the shipped content, and in step with the program."""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from site_under_test import ROOT, SMALL, write

from followup.arguments import parse
from followup.cli import main
from followup.diagnostics import Diagnostic, FollowupError, Source
from followup.guide.editor import files, known
from followup.guide.editor import write as write_files
from followup.reporting.machine import as_annotations
from followup.scaffold.kinds import KINDS

FOLDER = ROOT / ".vscode"
SHIPPED = files(known(ROOT / "content"))


def told(name: str) -> Any:
    return json.loads((FOLDER / name).read_text("utf-8"))


TASKS = {task["label"]: task for task in told("tasks.json")["tasks"]}


@pytest.mark.parametrize("name", SHIPPED)
def test_the_files_that_are_made_are_those_that_are_kept(name: str) -> None:
    """UPPDATERA_FACIT=1 writes them."""
    if os.environ.get("UPPDATERA_FACIT"):
        write_files(FOLDER, {name: SHIPPED[name]})
    assert (FOLDER / name).read_text("utf-8") == SHIPPED[name]


def test_only_what_has_changed_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write(tmp_path / "innehåll", SMALL)
    folder = tmp_path / ".vscode"
    words = ["fält", "--innehåll", str(content), "--till", str(folder)]
    assert main(words) == 0
    (folder / "part.schema.json").write_text("gammal", encoding="utf-8")
    assert main(words) == 0
    assert main(words) == 0
    assert capsys.readouterr().out == (
        f"Förslagen i {folder} är uppdaterade: webbplats.schema.json, part.schema.json, "
        "kartlager.schema.json och innehall.code-snippets.\n"
        f"Förslagen i {folder} är uppdaterade: part.schema.json.\n"
        f"Förslagen i {folder} stämmer redan.\n"
    )
    assert sorted(path.name for path in folder.iterdir()) == sorted(SHIPPED)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (
            ["fält", "insatser"],
            "Det finns inget fält och ingen fil som heter ”insatser”. Menade du insats?\n",
        ),
        (
            ["fält", "mål", "--till", "x"],
            "Efter --till görs förslag för alla fält. Ta bort ordet efter fält.\n",
        ),
    ],
)
def test_what_cannot_be_done_is_one_line(
    words: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert capsys.readouterr() == ("", says)


def test_a_group_can_be_asked_for_without_dots(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["falt", "mal"]) == 0
    assert capsys.readouterr().out.startswith("mål: en grupp fält i åtgärd.\n\ntyp (behövs)\n")


def test_a_folder_that_cannot_be_written_in_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")
    with pytest.raises(FollowupError, match=r"går inte att skriva\. Kontrollera att du får"):
        write_files(tmp_path / "fil", {"a.json": "{}"})


def test_content_without_settings_leaves_the_suggestions_as_they_are(tmp_path: Path) -> None:
    with pytest.raises(FollowupError, match=r"webbplats\.yaml saknas eller har fel"):
        known(tmp_path)


def test_the_schemas_that_the_settings_name_are_there() -> None:
    schemas = told("settings.json")["yaml.schemas"]
    assert {path.removeprefix("./.vscode/"): one for path, one in schemas.items()} == {
        "webbplats.schema.json": "content/webbplats.yaml",
        "part.schema.json": "content/parter.yaml",
        "kartlager.schema.json": "content/karta/lager.yaml",
    }
    assert all((ROOT / path).is_file() for path in schemas)


@pytest.mark.parametrize("label", TASKS)
def test_a_task_runs_a_command_that_there_is(label: str) -> None:
    task = TASKS[label]
    assert (task["command"], task["windows"]) == ("python3", {"command": "py"})
    program, *words = task["args"]
    assert program == "build.py"
    parse([word.replace("${input:slag}", "insats") for word in words])


def test_every_kind_of_file_that_can_be_made_is_offered() -> None:
    (choice,) = told("tasks.json")["inputs"]
    assert choice["options"] == [kind.name for kind in KINDS]


FAULTS = (
    Diagnostic(
        Source("a.md", 3, 8, 5), "fel", "datum", "”i går: nu, då” är inte ett datum", "Skriv"
    ),
    Diagnostic(Source("a.md", 4), "varning", "lång-mening", "meningen har 40 ord", "Dela den"),
    Diagnostic(Source("b.md"), "fel", "okänd-fil", "filen ligger fel", "Flytta den"),
)


def test_every_fault_lands_in_the_list_of_problems() -> None:
    """As VS Code reads them: of several patterns, the one that matches the line."""
    lines = [*as_annotations(FAULTS, {"a.md": "x\ny\ndatum: i går\nz\n"}, "content/")]
    patterns = [matcher["pattern"] for matcher in TASKS["Kontrollera"]["problemMatcher"]]
    found = []
    for line in lines:
        (pattern,) = (one for one in patterns if re.search(one["regexp"], line))
        match = re.search(pattern["regexp"], line)
        assert match
        names = ("severity", "file", "line", "column", "code", "message")
        found.append(tuple(match[pattern[name]] for name in names if name in pattern))
    assert sorted(found, key=str) == [
        ("error", "content/a.md", "3", "8", "datum", "”i går: nu, då” är inte ett datum. Skriv"),
        ("error", "content/b.md", "okänd-fil", "filen ligger fel. Flytta den"),
        ("warning", "content/a.md", "4", None, "lång-mening", "meningen har 40 ord. Dela den"),
    ]


def test_the_folder_is_kept_in_version_control() -> None:
    ignored = (ROOT / ".gitignore").read_text("utf-8").split("\n")
    assert not [line for line in ignored if ".vscode" in line or line in (".*", ".*/")]
