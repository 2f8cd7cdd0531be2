"""The recount shares nothing with what counted first: only then does it prove anything."""

import ast
import sys
from pathlib import Path

import followup.recount

FOLDER = Path(followup.recount.__file__ or "").parent
OWN = ("followup.recount", "followup.diagnostics")


def test_the_recount_imports_nothing_but_itself_and_the_standard_library() -> None:
    files = sorted(FOLDER.glob("*.py"))
    assert len(files) > 5
    found = {name for path in files for name in _imported(path)}
    assert "csv" in found
    foreign = {
        name
        for name in found
        if not name.startswith(OWN) and name.partition(".")[0] not in sys.stdlib_module_names
    }
    assert foreign == set()


def _imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=aliases):
                names |= {alias.name for alias in aliases}
            case ast.ImportFrom(module=str(module), level=0):
                names.add(module)
            case ast.ImportFrom():
                names.add("a relative import")
    return names
