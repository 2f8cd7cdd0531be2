"""A small content tree without faults, and what comes of it when some of its files are others."""

from collections.abc import Callable, Mapping

import pytest

from followup.content.files import RawFile
from followup.content.load import Loaded, load
from followup.reporting import report

Files = Mapping[str, str | bytes]

SMALL: Files = {
    "webbplats.yaml": """version: 1
namn: Följ löftet
adress: https://loftet.example
kommun: Exempelkommun
kontakt:
  namn: Kontaktcenter
""",
    "parter.yaml": """polisen:
  namn: Polismyndigheten
  slag: polis
kommunen:
  namn: Exempelkommun
  slag: kommun
""",
    "platser/torget.md": "---\nnamn: Torget\n---\n",
    "platser/hamnen.md": "---\nnamn: Hamnen\n---\n",
    "loften/2018/lofte.md": """---
titel: Löftet 2018
från: 2018-01-01
till: 2018-12-31
parter: [polisen, kommunen]
---
""",
    "loften/2018/atgarder/vandringar.md": """---
rubrik: Vandringar
mål:
  typ: antal
  minst: 4
---
Minst fyra vandringar.
""",
}


@pytest.fixture
def tree() -> Callable[[Files], Loaded]:
    """Loads the small tree with some of its files changed, and others added."""
    return _load


@pytest.fixture
def faults() -> Callable[[Files], str]:
    """All faults of such a tree, as they are printed."""
    return _faults


def _load(files: Files) -> Loaded:
    whole = {**SMALL, **files}
    return load(
        RawFile(path, text.encode() if isinstance(text, str) else text)
        for path, text in whole.items()
    )


def _faults(files: Files) -> str:
    loaded = _load(files)
    return report(loaded.diagnostics, loaded.texts)
