"""The words that editors read: no jargon, no blame, and nothing of the program's inside."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import followup

PACKAGE = Path(followup.__file__).parent
FILES = [
    PACKAGE / "diagnostics.py",
    *sorted((PACKAGE / "content").rglob("*.py")),
    *sorted((PACKAGE / "rules").rglob("*.py")),
]
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}
CLASSES = {
    node.name
    for tree in TREES.values()
    for node in ast.walk(tree)
    if isinstance(node, ast.ClassDef)
}
JARGON = re.compile(r"(?<![.\w])(ogiltig\w*|felaktig\w*|invalid|none|null|yaml|parser)\b", re.I)
INSIDE = re.compile(rf"\b({'|'.join(CLASSES)})\b")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_what_is_said_has_no_jargon_and_does_not_shout(path: Path) -> None:
    doubtful = [
        said
        for said in sentences(TREES[path])
        if JARGON.search(said) or INSIDE.search(said) or "!" in said.replace('"! Viktigt"', "")
    ]
    assert doubtful == []


def test_there_is_something_to_read() -> None:
    said = [sentence for tree in TREES.values() for sentence in sentences(tree)]
    assert "filen saknas eller är tom" in said
    assert len(said) > 300


@pytest.mark.parametrize("said", ["ogiltig indata", "None", "i YAML", "är null", "Scalar väntas"])
def test_jargon_is_known_when_it_is_seen(said: str) -> None:
    assert JARGON.search(said) or INSIDE.search(said)


def sentences(tree: ast.Module) -> Iterator[str]:
    """Every text of several words in the code, but for docstrings and types."""
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(said)) if id(node) not in docstrings:
                if " " in said.strip() and " | " not in said:
                    yield said
