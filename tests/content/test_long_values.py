"""However long a value is, its field answers at once: no pattern looks back over all of it."""

import time
from contextlib import suppress

import pytest

from followup.content import schema
from followup.content.document import parse
from followup.content.fields import Context, Invalid, Referable
from followup.content.record import Field, Record

KINDS: tuple[Referable, ...] = ("plats", "part", "åtgärd", "löfte", "redovisning")
CONTEXT = Context({kind: frozenset({"a", "bro"}) for kind in KINDS})
# One field for each way to read a value.
FIELDS = {
    id(field.parse): pytest.param(field, id=f"{name}.{field.key}")
    for name, record in vars(schema).items()
    if isinstance(record, Record)
    for field in record.fields
}
REPEATED = ("a", "9", "a b ", "1-", "1. ", "1,", "a/", "a.@", "a och ", "1:", "1 – ", "[", "”")


@pytest.mark.parametrize("field", FIELDS.values())
def test_long_value_gets_an_answer_at_once(field: Field) -> None:
    for part in REPEATED:
        document = parse("a.yaml", f'{field.key}: "{part * 1000}"\n')
        started = time.process_time()
        with suppress(Invalid):
            field.parse(document.front_matter.entries[0].value, CONTEXT)
        assert time.process_time() - started < 0.5, part
