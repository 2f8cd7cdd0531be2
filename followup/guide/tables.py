"""The tables of fields in the staff guide, between marks that GitHub does not show."""

import re
from collections.abc import Iterable, Iterator

from followup.content.record import Field
from followup.guide.kinds import fields_of
from followup.guide.told import sentences

_BETWEEN = re.compile(
    r"(<!-- fält: (?P<name>\S+)(?P<keys>[^>]*?) -->\n).*?(<!-- slut -->)", re.DOTALL
)

_BAR = "\\|"  # a bar that is not the edge of a cell


def filled_in(text: str) -> str:
    """The text with every table as it is now.

    `<!-- fält: insats -->` is all fields of an action, `<!-- fält: insats datum tid -->` those two.
    """
    return _BETWEEN.sub(lambda m: f"{m[1]}\n{_table(m['name'], m['keys'].split())}\n\n{m[4]}", text)


def shown(text: str) -> set[str]:
    """The kinds and groups that have a table with every field."""
    return {match["name"] for match in _BETWEEN.finditer(text) if not match["keys"].split()}


def _table(name: str, keys: Iterable[str]) -> str:
    fields = {field.key: field for field in fields_of(name)}
    rows = [fields[key] for key in keys] or [*fields.values()]
    return "\n".join(["| fält | vad du skriver | till exempel |", "|---|---|---|", *_rows(rows)])


def _rows(fields: Iterable[Field]) -> Iterator[str]:
    for field in fields:
        key = f"`{field.key}` (behövs)" if field.required else f"`{field.key}`"
        cells = (key, sentences(field), f"`{field.example}`")
        yield f"| {' | '.join(cell.replace('|', _BAR) for cell in cells)} |"
