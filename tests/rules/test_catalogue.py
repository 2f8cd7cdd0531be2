"""The rules in words, all of them and one."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from fixture_sites import FOLDER

import followup
from followup.diagnostics import FollowupError
from followup.rules import EXPLANATIONS, catalogue
from followup.swedish import slug

PACKAGE = Path(followup.__file__).parent


def test_every_rule_is_listed_once_under_what_it_does_to_the_site() -> None:
    listed = catalogue.listed("python3 build.py")
    faults, warnings = listed.split("VARNINGAR:")
    for one in EXPLANATIONS:
        part = faults if one.severity == "fel" else warnings
        assert f"\n{one.rule}\n" in part
    first = next(one.rule for one in EXPLANATIONS if one.severity == "fel")
    assert listed.endswith(f"Mer om en regel, med exempel:  python3 build.py regler {first}")
    assert max(map(len, listed.splitlines())) <= 80


def test_a_rule_is_told_whole_with_its_examples() -> None:
    assert (
        catalogue.told("filnamn")
        == """\
FEL  filnamn
  Filens namn blir en webbadress: bara a–z, siffror och bindestreck.
  Fel:   Bro Centrum.md
  Rätt:  bro-centrum.md
"""
    )


def test_a_warning_says_how_it_is_answered() -> None:
    assert "granskat: {regel: fler-insatser, skäl: Skriv skälet här}" in catalogue.told(
        "fler-insatser"
    )


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("filnamm", "Regeln filnamm finns inte. Menade du filnamn?"),
        ("xyzzy", "Regeln xyzzy finns inte. Det finns: annan-plats, "),
    ],
)
def test_rule_that_does_not_exist_is_told_with_the_nearest(name: str, says: str) -> None:
    with pytest.raises(FollowupError) as told:
        catalogue.told(name)
    assert str(told.value).startswith(says)


# They need a link, a pipe or another user: tests/content/test_files.py makes real ones.
ON_DISK = ("oläsbar-fil", "ovanlig-fil")
RULE_IDS = sorted({one.rule for one in EXPLANATIONS} - {*ON_DISK})


@pytest.mark.parametrize("id", RULE_IDS)
def test_every_rule_has_a_fixture_that_breaks_it_and_one_that_keeps_it(id: str) -> None:
    folder = FOLDER / slug(id)
    broken, kept = ([*folder.glob(f"{name}*.txt")] for name in ("fel", "ratt"))
    assert kept
    assert any(f" {id}\n" in path.read_text(encoding="utf-8") for path in broken)


def test_whatever_name_a_fault_is_given_in_the_code_is_explained() -> None:
    explained = {one.rule for one in EXPLANATIONS}
    given = {name for path in PACKAGE.rglob("*.py") for name in _names(path)}
    assert given - explained == set()
    assert len(given) > 20


def _names(path: Path) -> Iterator[str]:
    """The names of rules in a module: the argument of that place in the calls that make faults."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else None
            called = node.func.id if isinstance(node.func, ast.Name) else called
            place = _PLACES.get(called or "")
            if place is not None and len(node.args) > place:
                argument = node.args[place]
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value


_PLACES = {"Diagnostic": 2, "fault": 1, "invalid": 3, "Unreadable": 1, "rule": 0}


def test_beginning_of_names_proposes_those_that_begin_so() -> None:
    with pytest.raises(FollowupError) as found:
        catalogue.told("Okänd")
    assert str(found.value) == (
        "Regeln Okänd finns inte. Menade du okänd-fil eller okänd-hänvisning?"
    )


def test_name_with_capitals_is_the_same_rule() -> None:
    assert catalogue.told("Okänd-Fil") == catalogue.told("okänd-fil")
