"""The files that VS Code reads in `.vscode`: made from the table and from the content's own ids."""

import json
from collections.abc import Mapping
from pathlib import Path

from followup.content.files import read_tree
from followup.content.load import load
from followup.diagnostics import FollowupError
from followup.guide.ids import Ids, ids
from followup.guide.json_schema import schema
from followup.guide.kinds import KINDS
from followup.guide.snippets import snippets


def known(content: Path) -> Ids:
    """The ids in a content folder. Raises FollowupError when its settings cannot be read."""
    site = load(read_tree(content)[0]).site
    if not site:
        raise FollowupError(
            "webbplats.yaml saknas eller har fel. Kör kontrollera och rätta det först."
        )
    return ids(site)


def files(known: Ids) -> Mapping[str, str]:
    """Every file by its name."""
    schemas = {
        f"{kind.name}.schema.json": schema(kind, known)
        for kind in KINDS
        if kind.path.endswith(".yaml")
    }
    made: Mapping[str, object] = {**schemas, "innehall.code-snippets": snippets(known)}
    return {
        name: f"{json.dumps(one, ensure_ascii=False, indent=2)}\n" for name, one in made.items()
    }


def write(folder: Path, files: Mapping[str, str]) -> tuple[str, ...]:
    """Writes the files that differ from what is there; returns their names."""
    return tuple(name for name, text in files.items() if _write(folder / name, text))


def _write(path: Path, text: str) -> bool:
    """True when the file was written. Another program never sees half of it."""
    data = text.encode()
    part = path.with_name(f"{path.name}.ny")
    try:
        if path.is_file() and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data)
        part.replace(path)
    except OSError:
        raise FollowupError(
            f"Filen {path} går inte att skriva. Kontrollera att du får skriva i mappen och att "
            "disken inte är full."
        ) from None
    return True
