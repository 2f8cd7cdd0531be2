"""The table of fields: whole, told in words, and in step with the values they become."""

import dataclasses
import re
from typing import Any

import pytest

from followup.content.document import parse
from followup.content.fields import Context
from followup.content.record import Field, Record, decode
from followup.content.schema import RECORDS
from followup.diagnostics import Source
from followup.model import Body, Moment, Position, Span, Target, TimeLimit, Unit, Wording

FIELDS = [(record, field) for record in RECORDS for field in record.fields]
# What comes from the file's name and body, or from the files below it.
FROM_ELSEWHERE = {
    "webbplats": {"source"},
    "part": {"id", "source"},
    "plats": {"id", "source", "body"},
    "sida": {"id", "source", "body"},
    "löfte": {"id", "source", "body", "measures", "actions", "reports", "outcomes", "own_notice"},
    "notistext": {"source"},
    "åtgärd": {"id", "source", "body"},
    "mål": {"source"},
    "insats": {"id", "source", "body"},
    "bild": {"source"},
    "redovisning": {"id", "source", "body"},
    "rad": {"source"},
    "granskat": {"source"},
    "effekt": {"id", "source", "body"},
    "värde": {"source"},
    "kartlager": {"source"},
    "lager": {"source"},
}
# Whatever the examples refer to.
CONTEXT = Context({})


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.name)
def test_table_and_value_have_the_same_parts(record: Record[Any]) -> None:
    parts = {part.name for part in dataclasses.fields(record.type)}
    assert {field.attribute for field in record.fields} == parts - FROM_ELSEWHERE.get(
        record.name, set()
    )


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.name)
def test_each_key_and_each_part_stand_once(record: Record[Any]) -> None:
    keys = [field.key for field in record.fields]
    attributes = [field.attribute for field in record.fields]
    assert (len(set(keys)), len(set(attributes))) == (len(keys), len(attributes))


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.name)
def test_what_may_be_left_out_has_a_default_and_what_is_required_has_none(
    record: Record[Any],
) -> None:
    without_default = {
        part.name
        for part in dataclasses.fields(record.type)
        if part.default is dataclasses.MISSING and part.default_factory is dataclasses.MISSING
    }
    required = {field.attribute for field in record.fields if field.required}
    assert without_default - FROM_ELSEWHERE.get(record.name, set()) == required


@pytest.mark.parametrize(
    ("record", "field"), FIELDS, ids=[f"{record.name}-{field.key}" for record, field in FIELDS]
)
def test_field_has_help_and_an_example_that_it_understands(
    record: Record[Any], field: Field
) -> None:
    assert field.help[0].isupper()
    assert not field.help.endswith(".")
    (entry,) = parse("a.yaml", f"{field.key}: {field.example}\n").front_matter.entries
    assert field.parse(entry.value, CONTEXT) is not None


@pytest.mark.parametrize("key", sorted({field.key for _, field in FIELDS}))
def test_key_can_be_written_on_any_swedish_keyboard(key: str) -> None:
    assert re.fullmatch("[a-zåäö]+(?:[_-][a-zåäö]+)*", key)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.name)
def test_examples_of_the_required_fields_make_a_whole_value(record: Record[Any]) -> None:
    needed = [field for field in record.fields if field.required]
    more = {"insats": "datum: 2018-03-14\n", "källa": "titel: Protokoll\n"}.get(record.name, "")
    text = "".join(f"{field.key}: {field.example}\n" for field in needed) + more
    everything: dict[str, object] = {
        "id": "a",
        "source": Source("a.yaml", 1, 1),
        "body": Body("Löftets ord", Source("a.yaml")),
        "rows": (),
    }
    known = {
        name: everything[name]
        for name in FROM_ELSEWHERE.get(record.name, set())
        if name in everything
    }
    value, faults = decode(record, parse("a.yaml", text).front_matter, CONTEXT, known)
    assert faults == ()
    assert isinstance(value, record.type)


def test_every_group_inside_a_group_is_in_the_table() -> None:
    inner: set[type] = set()
    for _, field in FIELDS:
        (entry,) = parse("a.yaml", f"{field.key}: {field.example}\n").front_matter.entries
        value = field.parse(entry.value, CONTEXT)
        parts = value if isinstance(value, tuple) else (value,)
        inner |= {type(part) for part in parts if dataclasses.is_dataclass(part)}
    assert Target in inner
    made_of_text = {Moment, Position, Span, TimeLimit, Unit, Wording}
    assert inner - {record.type for record in RECORDS} == made_of_text
