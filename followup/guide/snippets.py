"""Snippets for VS Code: fields and whole files to fill in, with choices and known ids.

Front matter in a Markdown file is YAML to VS Code when it looks for snippets, and no extension
checks it; so the snippets are what helps there.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import count

from followup.content.record import Field
from followup.guide.ids import Ids
from followup.guide.kinds import KINDS, FileKind, choices, inner, within
from followup.guide.told import sentences

Snippet = dict[str, object]


def snippets(ids: Ids) -> dict[str, Snippet]:
    """Every snippet by its name: whole files first, then each field in the files that have it."""
    markdown = [kind for kind in KINDS if kind.path.endswith(".md")]
    whole = {f"{kind.name}: hel fil": _whole_file(kind, ids) for kind in markdown}
    return whole | _fields(markdown, ids)


def stops(fields: Iterable[Field], ids: Ids, numbers: Iterator[int]) -> Iterator[str]:
    """The lines of the fields, with a place to stop at in each."""
    for field in fields:
        if field.record:
            yield f"{field.key}:"
            lines = stops(least(field), ids, numbers)
            yield from _pushed_in(lines, "- " if field.is_list else "")
        else:
            yield f"{field.key}: {stop(field, ids, next(numbers))}"


def stop(field: Field, ids: Ids, number: int) -> str:
    """A place to fill in: choices where there are any, else the example."""
    words = choices(field) or (ids.get(field.refers_to, ()) if field.refers_to else ())
    if not words:
        return f"${{{number}:{_escaped(field.example, '$}')}}}"
    chosen = f"${{{number}|{','.join(_escaped(word, ',|') for word in words)}|}}"
    return f"[{chosen}]" if field.example.startswith("[") else chosen


def _whole_file(kind: FileKind, ids: Ids) -> Snippet:
    found = {field.key: field for field in kind.fields}
    lines = stops((found[key] for key in kind.usual), ids, count(1))
    return {
        "scope": "markdown,yaml",
        "prefix": kind.name,
        "isFileTemplate": True,
        "include": [_glob(kind)],
        "description": f"En hel fil. {kind.about}.",
        "body": ["---", *lines, "---", "", "$0"],
    }


def _fields(kinds: Iterable[FileKind], ids: Ids) -> dict[str, Snippet]:
    """A snippet for each field; the same field in several kinds of files is one for all of them."""
    made: dict[str, Snippet] = {}
    places: dict[str, list[str]] = {}
    for kind in kinds:
        groups = (field for group in within(kind.fields) for field in inner(group))
        for field in (*kind.fields, *groups):
            name = f"{field.key}: {field.help}"
            where = places.setdefault(name, [])
            if (glob := _glob(kind)) not in where:
                where.append(glob)
            made.setdefault(name, _field(field, ids, where))
    return made


def _field(field: Field, ids: Ids, include: list[str]) -> Snippet:
    return {
        "scope": "markdown,yaml",
        "prefix": field.key,
        "include": include,
        "description": sentences(field),
        "body": [*stops([field], ids, count(1))],
    }


def least(field: Field) -> tuple[Field, ...]:
    """Of a group, the fields that it needs; when it needs none, the first."""
    fields = inner(field)
    return tuple(one for one in fields if one.required) or fields[:1]


def _pushed_in(lines: Iterable[str], mark: str) -> Iterator[str]:
    """The lines of a group under its key, with the mark of a list before the first."""
    for number, line in enumerate(lines):
        yield f"  {mark if number == 0 else ' ' * len(mark)}{line}"


def _glob(kind: FileKind) -> str:
    return f"**/{re.sub('<.*?>', '*', kind.path)}"


def _escaped(text: str, marks: str) -> str:
    """The text as VS Code reads it back: a backslash before what would end it."""
    return "".join(f"\\{letter}" if letter in f"\\{marks}" else letter for letter in text)
