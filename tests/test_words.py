"""The words that editors read: no jargon, no blame, and nothing of the program's inside."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from words_of_editors import FILES, PACKAGE, TREES, doubtful

# Not said to anybody: patterns, types in quotation marks, the frame of a page, what servers say.
NOT_SAID = re.compile(r"\\[(dsS]|\(\?|\.\.\.\]|<!doctype|^from versions: none$|frame-ancestors")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_what_is_said_has_no_jargon_and_does_not_shout(path: Path) -> None:
    said = [sentence for sentence in sentences(TREES[path]) if not NOT_SAID.search(sentence)]
    assert [sentence for sentence in said if doubtful(sentence)] == []


def test_there_is_something_to_read() -> None:
    said = [sentence for tree in TREES.values() for sentence in sentences(tree)]
    assert "filen saknas eller är tom" in said
    assert len(said) > 600


@pytest.mark.parametrize(
    "said",
    ["ogiltig indata", "None", "i YAML", "är null", "Scalar väntas", "en str här", "Rätta nu!"],
)
def test_jargon_is_known_when_it_is_seen(said: str) -> None:
    assert doubtful(said)


@pytest.mark.parametrize(
    "said", ["Skriv:  ![Vad bilden visar](bild.jpg)", 'rubrik: "! Viktigt"', "en lista", "datum"]
)
def test_plain_words_are_no_jargon(said: str) -> None:
    assert not doubtful(said)


def sentences(tree: ast.Module) -> Iterator[str]:
    """Every text of several words in the code, but for docstrings and types."""
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(said)) if id(node) not in docstrings:
                if " " in said.strip() and " | " not in said:
                    yield said
