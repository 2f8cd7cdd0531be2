"""The house has floors: a module imports only from a lower floor, or from its own package."""

import ast
import graphlib
from collections.abc import Iterator
from pathlib import Path

import followup

PACKAGE = Path(followup.__file__).parent

# From the ground up. A package is one name; everything in followup/ must stand on a floor.
FLOORS = (
    {"diagnostics", "swedish", "suggest", "readability", "graphics", "languages", "personal"},
    {"recount"},
    {"model", "output", "environment", "asking", "reporting"},
    {"content"},
    {"progress", "links"},
    {"naming", "cartography"},
    {"wording", "outcomes"},
    {"placeholders", "status"},
    {"notice", "rules", "sharing"},
    {"social", "opendata"},
    {"pages"},
    {"formats"},
    {"plan", "render", "scaffold", "guide"},
    {"manifest"},
    {"publish"},
    {"pipeline"},
    {"preview", "arguments"},
    {"cli"},
)


def test_every_module_stands_on_a_floor() -> None:
    names = {path.stem if path.is_file() else path.name for path in _top_level()}
    assert names == set().union(*FLOORS)


def test_imports_point_down() -> None:
    assert [*_upward_imports()] == []


def test_no_import_is_hidden_from_the_type_checker_or_from_this_test() -> None:
    hidden = [
        f"{path}: {word}"
        for path in PACKAGE.rglob("*.py")
        for word in ("TYPE_CHECKING", "importlib", "__import__")
        if word in path.read_text(encoding="utf-8") and path.name != "environment.py"
    ]
    assert hidden == []


def test_no_module_imports_in_a_circle() -> None:
    graph = {_module(path): {*_modules(path)} for path in PACKAGE.rglob("*.py")}
    graphlib.TopologicalSorter(graph).prepare()  # raises CycleError with the circle


def _top_level() -> Iterator[Path]:
    for path in PACKAGE.iterdir():
        is_module = path.suffix == ".py" and path.stem != "__init__"
        if is_module or (path / "__init__.py").exists():
            yield path


def _upward_imports() -> Iterator[str]:
    for path in sorted(PACKAGE.rglob("*.py")):
        own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if own == "__init__":
            continue
        for imported in _imports(path):
            if imported != own and _floor(imported) >= _floor(own):
                yield f"{path.relative_to(PACKAGE)} imports {imported}"


def _imports(path: Path) -> Iterator[str]:
    """The floors' names in followup/ that a module imports from, anywhere in it."""
    yield from (module.split(".")[1] for module in _modules(path) if "." in module)


def _modules(path: Path) -> Iterator[str]:
    """The modules of followup/ that a module imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                yield from (a.name for a in names if a.name.startswith("followup"))
            case ast.ImportFrom(module=str(module), names=names) if module.startswith("followup"):
                inner = [f"{module}.{alias.name}" for alias in names]
                found = [name for name in inner if _exists(name)]
                yield from found if found else [module]


def _exists(module: str) -> bool:
    path = PACKAGE.joinpath(*module.split(".")[1:])
    return path.with_suffix(".py").exists() or (path / "__init__.py").exists()


def _module(path: Path) -> str:
    parts = ["followup", *path.relative_to(PACKAGE).with_suffix("").parts]
    return ".".join(part for part in parts if part != "__init__")


def _floor(name: str) -> int:
    return next(number for number, names in enumerate(FLOORS) if name in names)
