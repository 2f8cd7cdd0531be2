"""What is never said to an editor: jargon, and names from the program's inside."""

import ast
import builtins
import re
from pathlib import Path

import followup

PACKAGE = Path(followup.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}
_CLASSES = {
    node.name
    for tree in TREES.values()
    for node in ast.walk(tree)
    if isinstance(node, ast.ClassDef)
}
_TYPES = {name for name, value in vars(builtins).items() if isinstance(value, type)}
# What stands in a map file, and so is the editor's own word too.
_OF_MAPS = {"Feature", "LineString", "Point", "Polygon"}
_JARGON = re.compile(r"(?<![.\w])(ogiltig\w*|felaktig\w*|invalid|none|null|yaml|parser)\b", re.I)
# What begins with an exclamation mark in the languages that are shown.
_MARKUP = re.compile(r'!\[|"! |<!|\?<?!')


def doubtful(said: str) -> bool:
    """True for jargon, for a name that only programmers know, and for shouting."""
    inside = (_CLASSES | _TYPES) - _SWEDISH - _OF_MAPS
    is_inside = any(word in inside for word in re.findall(r"\b[A-Za-z_]\w+\b", said))
    return bool(_JARGON.search(said) or is_inside or "!" in _MARKUP.sub("", said))


# Names that are words of Swedish too.
_SWEDISH = {"Text", "filter", "super"}
