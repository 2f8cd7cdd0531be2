"""A JSON Schema for each kind of file: what editors suggest, explain and underline.

An editor must never underline what the program reads. So a pattern says only what every right value
has, a word to choose may be written with any letters, and an id that is not there is no fault: it
may have been added since the schema was made.
"""

import unicodedata
from collections.abc import Iterable
from itertools import count

from followup.content.dates import day, season, span
from followup.content.fields import ID
from followup.content.record import Field
from followup.content.terms import moment
from followup.guide.ids import Ids
from followup.guide.kinds import FileKind, choices
from followup.guide.snippets import least, stop
from followup.guide.told import sentences

Schema = dict[str, object]


def schema(kind: FileKind, ids: Ids) -> Schema:
    """The schema of a file, or of its front matter."""
    fields = _fields(kind.fields, kind.usual, ids)
    is_many = kind.path == "parter.yaml"
    whole = {
        "type": "object",
        "patternProperties": {f"^{ID.pattern}$": {"description": f"{kind.about}.", **fields}},
        "additionalProperties": False,
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": kind.path,
        "description": f"{kind.about}.",
        **(whole if is_many else fields),
    }


def _fields(fields: Iterable[Field], usual: Iterable[str], ids: Ids) -> Schema:
    fields, usual, numbers = tuple(fields), tuple(usual), count(1)
    shown = [field for field in fields if field.key in usual]
    return {
        "type": "object",
        "properties": {field.key: _field(field, ids) for field in fields},
        "required": [field.key for field in fields if field.required],
        "additionalProperties": False,
        "defaultSnippets": [
            {
                "label": ", ".join(field.key for field in shown),
                "description": "De vanliga fälten",
                "body": {field.key: _filled(field, ids, numbers) for field in shown},
            }
        ],
    }


def _filled(field: Field, ids: Ids, numbers: "count[int]") -> object:
    if not field.record:
        return stop(field, ids, next(numbers))
    group = {one.key: _filled(one, ids, numbers) for one in least(field)}
    return [group] if field.is_list else group


def _field(field: Field, ids: Ids) -> Schema:
    one = _one(field, ids)
    several: Schema = {"anyOf": [one, {"type": "array", "items": one}]}
    example = f"Till exempel:  {field.key}: {field.example}"
    return {
        "description": f"{sentences(field)}\n\n{example}",
        **(several if field.is_list or field.parse == season else one),
    }


def _one(field: Field, ids: Ids) -> Schema:
    """One value. An optional field may stand empty."""
    if field.record:
        group = _fields(field.record.fields, [one.key for one in least(field)], ids)
        return group if field.required else {**group, "type": ["object", "null"]}
    scalar: Schema = {"not": {"type": _NOT_ONE_VALUE + ["null"] * field.required}}
    if words := choices(field):
        return {"anyOf": [{"enum": [*words]}, {**scalar, "pattern": _any_of(words)}]}
    if field.refers_to and (known := ids.get(field.refers_to)):
        return {"anyOf": [{"enum": [*known]}, scalar]}
    if field.parse_one in _DATES:
        return {**scalar, "pattern": r"^\s*$|\d"}
    return scalar


# Every date has a year in it. Other values take too many forms to say.
_DATES = (span, day, moment)


def _any_of(words: Iterable[str]) -> str:
    """The words in small or capital letters, with what may stand around and in them; or nothing."""
    around = r"[\s.”“„»«]*"
    return f"^{around}(?:{'|'.join(map(_any_case, words))})?{around}$"


def _any_case(word: str) -> str:
    """Every letter as small or capital, and in one piece or two (å as a and a ring)."""
    return "".join(r"[\s_]+" if letter in " _" else _letter(letter) for letter in word)


def _letter(letter: str) -> str:
    forms = dict.fromkeys(
        unicodedata.normalize(form, case)
        for case in (letter, letter.upper())
        for form in ("NFC", "NFD")
    )
    return f"(?:{'|'.join(forms)})" if len(forms) > 1 else letter


# Text, a number, true or nothing: `antal: 8` is a number to other tools, and text to this program.
_NOT_ONE_VALUE = ["array", "object"]
