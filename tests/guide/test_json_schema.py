"""The schemas never underline what the program reads, and do underline what is plainly wrong."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from fixture_sites import FOLDER, all_fixtures
from fixture_sites import read as read_fixture
from jsonschema import Draft7Validator
from site_under_test import ROOT

from followup.content.document import Mapping, Node, Scalar, Sequence
from followup.content.fields import Context, Invalid
from followup.content.files import RawFile, read_tree
from followup.content.load import load
from followup.content.record import Field
from followup.content.tree import sort_files
from followup.diagnostics import Source
from followup.guide.editor import known
from followup.guide.json_schema import schema
from followup.guide.kinds import GROUPS, KINDS, choices, fields_of

IDS = known(ROOT / "content")
VALIDATORS = {kind.name: Draft7Validator(schema(kind, IDS)) for kind in KINDS}
PATTERNS = {kind.name: re.sub("<.*?>", "[^/]+", kind.path) for kind in KINDS}


def kind_of(path: str) -> str | None:
    return next((name for name, one in PATTERNS.items() if re.fullmatch(one, path)), None)


def fields_in(raw: RawFile, loader: Any) -> Any:
    """The fields as another program reads them; a date is text in JSON."""
    text = load([raw]).texts[raw.path]
    head = text if raw.path.endswith(".yaml") else text.split("\n---", 1)[0].removeprefix("---")
    return json.loads(json.dumps(yaml.load(head, loader), default=date.isoformat)) or {}


def faults(raw: RawFile, loader: Any) -> list[str]:
    kind = kind_of(raw.path)
    assert kind
    return [error.message for error in VALIDATORS[kind].iter_errors(fields_in(raw, loader))]


def content_files() -> Iterator[RawFile]:
    for folder in (ROOT / "content", ROOT / "tests" / "every_kind"):
        yield from (raw for raw in read_tree(folder)[0] if kind_of(raw.path))


@pytest.mark.parametrize("loader", [yaml.BaseLoader, yaml.SafeLoader])
def test_no_content_file_is_underlined(loader: Any) -> None:
    files = [*content_files()]
    assert len(files) > 150
    assert {raw.path: found for raw in files if (found := faults(raw, loader))} == {}


@pytest.mark.parametrize(
    "path",
    [path for path in all_fixtures() if path.name.startswith("ratt")],
    ids=lambda path: path.relative_to(FOLDER).as_posix(),
)
def test_nothing_that_is_right_in_a_fixture_is_underlined(path: Path) -> None:
    raws = (RawFile(name, data) for name, data in read_fixture(path).files.items())
    for file in sort_files(raws).files:
        if file.document and (kind := kind_of(file.path)):
            errors = VALIDATORS[kind].iter_errors(plain(file.document.front_matter))
            assert [error.message for error in errors] == []


def plain(node: Node) -> object:
    match node:
        case Mapping(entries):
            return {entry.key.text: plain(entry.value) for entry in entries}
        case Sequence(items):
            return [plain(item) for item in items]
        case Scalar(text):
            return text


WITH_CHOICES = [
    (kind.name, field)
    for kind in KINDS
    for field in kind.fields
    if choices(field) and not field.is_list
]


@pytest.mark.parametrize(("kind", "field"), WITH_CHOICES, ids=lambda one: getattr(one, "key", one))
def test_a_word_to_choose_is_underlined_only_when_the_program_refuses_it(
    kind: str, field: Field
) -> None:
    validator = VALIDATORS[kind]
    written = {form for word in choices(field) for form in spellings(word)} | {"något annat"}
    for word in sorted(written):
        value = {field.key: word} if kind != "part" else {"a": {field.key: word}}
        found = [error for error in validator.iter_errors(value) if "required" not in str(error)]
        if is_read(field, word):
            assert found == [], word
        if word == "något annat":
            assert found != []


def spellings(word: str) -> set[str]:
    wide = f" {word.replace(' ', '  ')} "
    other = word.translate(str.maketrans(" _", "_ "))
    return {word, word.upper(), word.capitalize(), wide, f"{word}.", f"”{word}”", other}


def is_read(field: Field, word: str) -> bool:
    try:
        field.parse(Scalar(word, Source("a.md")), Context({}))
    except Invalid:
        return False
    return True


@pytest.mark.parametrize(
    ("path", "text", "says"),
    [
        (
            "parter.yaml",
            "polisen: {namn: Polisen, slag: poliss}",
            "'poliss' is not valid under any of the given schemas",
        ),
        ("parter.yaml", "polisen: {namn: Polisen}", "'slag' is a required property"),
        ("parter.yaml", "Polisen: {}", "'Polisen' does not match any of the regexes"),
        ("sidor/om.md", "---\nrubrik: Om\nrubrk: Om\n---\n", "('rubrk' was unexpected)"),
        ("sidor/om.md", "---\nrubrik:\n---\n", "should not be valid under"),
        ("sidor/om.md", "---\nrubrik: [Om, Oss]\n---\n", "should not be valid under"),
        ("platser/a.md", "---\nnamn: A\ntyp: torg\n---\n", "'torg' is not valid"),
        (
            "loften/2018/insatser/a.md",
            "---\nåtgärd: a\ndatum: i går\n---\n",
            "'i går' does not match",
        ),
        (
            "loften/2018/atgarder/a.md",
            "---\nrubrik: A\nmål: {typ: antal, mins: 3}\n---\n",
            "is not valid under any of the given schemas",
        ),
    ],
)
def test_what_is_plainly_wrong_is_underlined(path: str, text: str, says: str) -> None:
    (message,) = faults(RawFile(path, text.encode()), yaml.SafeLoader)
    assert says in message


def test_a_party_that_was_added_after_the_schema_was_made_is_no_fault() -> None:
    text = "a: {namn: A, slag: bolag}\nb: {namn: B, slag: bolag, del_av: a}\n"
    assert faults(RawFile("parter.yaml", text.encode()), yaml.SafeLoader) == []


def test_the_ids_that_there_are_can_be_chosen() -> None:
    made = json.dumps(schema(next(kind for kind in KINDS if kind.name == "part"), IDS))
    assert '"enum": ["polisen", "kommunen", ' in made


def test_every_schema_is_a_schema() -> None:
    for kind in KINDS:
        Draft7Validator.check_schema(schema(kind, IDS))


def test_every_field_is_explained_with_an_example() -> None:
    made = json.dumps([schema(kind, IDS) for kind in KINDS], ensure_ascii=False)
    fields = [field for kind in KINDS for field in kind.fields]
    fields += [field for name in GROUPS for field in fields_of(name)]
    for field in fields:
        assert told_in_json(field.help) in made
        assert told_in_json(f"Till exempel:  {field.key}: {field.example}") in made


def told_in_json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]
