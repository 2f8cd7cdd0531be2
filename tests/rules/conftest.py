"""A small site, and what the rules say of it when some of its files are others."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from followup.content.files import RawFile
from followup.content.load import load
from followup.diagnostics import Diagnostic
from followup.links import Links
from followup.reporting import report
from followup.rules import Subject, check, content, text

Files = Mapping[str, str]

ON_TEXT = {rule.id for rule in text.RULES} - {rule.id for rule in content.RULES}
SMALL: Files = {
    "webbplats.yaml": """version: 1
namn: Följ löftet
adress: https://loftet.example
kommun: Exempelkommun
kontakt: {namn: Kontaktcenter}
""",
    "parter.yaml": "polisen: {namn: A, slag: polis}\nkommunen: {namn: B, slag: kommun}\n",
    "platser/torget.md": "---\nnamn: Torget\n---\n",
    "loften/2018/lofte.md": (
        "---\ntitel: A\nfrån: 2018\ntill: 2018\nparter: [polisen, kommunen]\n---\n"
    ),
    "loften/2018/atgarder/vandringar.md": "---\nrubrik: A\nmål: {typ: antal}\n---\nMed ord.\n",
}


@pytest.fixture
def small() -> Files:
    return SMALL


@pytest.fixture
def subject() -> Callable[[Files], Subject]:
    """The small site with some of its files changed, seen on 1 October 2018."""
    return _subject


@pytest.fixture
def faults() -> Callable[[Files], list[Diagnostic]]:
    """Everything that is wrong with such a site, in the order of the files.

    The rules on published text have fixtures of their own: nothing is said of it here.
    """
    return _faults


@pytest.fixture
def printed() -> Callable[[Files], str]:
    """The same as it is printed."""
    return lambda files: report(_faults(files), _subject(files).texts)


def _subject(files: Files) -> Subject:
    loaded = load(RawFile(path, text.encode()) for path, text in {**SMALL, **files}.items())
    assert loaded.site
    links = Links.of(loaded.site, {"bilder/torget.jpg": "/assets/torget.jpg"})
    return Subject(loaded.site, links, date(2018, 10, 1), loaded.texts)


def _faults(files: Files) -> list[Diagnostic]:
    loaded = load(RawFile(path, text.encode()) for path, text in {**SMALL, **files}.items())
    found = (fault for fault in check(_subject(files)) if fault.rule not in ON_TEXT)
    return sorted((*loaded.diagnostics, *found))
