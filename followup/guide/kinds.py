"""The kinds of files that staff write, and the groups of fields within them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from followup.content.fields import yes_no
from followup.content.record import Field, Record
from followup.content.schema import (
    ACTION,
    FREE_PAGE,
    LAYERS,
    MEASURE,
    OUTCOME,
    OWN_NOTICE,
    PARTY,
    PLACE,
    PROMISE,
    REPORT,
    ROW,
    SETTINGS,
)


@dataclass(frozen=True)
class FileKind:
    """A kind of file: where it lies, the tables that its fields stand in, and the usual ones."""

    name: str
    path: str
    about: str
    records: tuple[Record[Any], ...]
    usual: tuple[str, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every field of the file, each once: the first table that has a key decides."""
        found: dict[str, Field] = {}
        for field in (field for record in self.records for field in record.fields):
            found.setdefault(field.key, field)
        return tuple(found.values())


KINDS: tuple[FileKind, ...] = (
    FileKind(
        "webbplats",
        "webbplats.yaml",
        "Webbplatsens namn, adress, kontakt och gränser",
        (SETTINGS,),
        ("version", "namn", "adress", "kommun", "kontakt"),
    ),
    FileKind(
        "part",
        "parter.yaml",
        "En part som lovar eller deltar, under sitt id",
        (PARTY,),
        ("namn", "kort", "slag"),
    ),
    FileKind(
        "kartlager",
        "karta/lager.yaml",
        "Gränser, järnvägar, vägar och vatten på kartan",
        (LAYERS,),
        ("lager",),
    ),
    FileKind(
        "plats",
        "platser/<id>.md",
        "En plats eller en kommundel",
        (PLACE,),
        ("namn", "kommundel", "läge", "läge_källa"),
    ),
    FileKind(
        "sida",
        "sidor/<id>.md",
        "En egen sida, till exempel Om",
        (FREE_PAGE,),
        ("rubrik",),
    ),
    FileKind(
        "löfte",
        "loften/<löfte>/lofte.md",
        "Ett löfte: period, parter och löftets egen text",
        (PROMISE,),
        ("titel", "från", "till", "parter", "område", "undertecknad", "källor"),
    ),
    FileKind(
        "åtgärd",
        "loften/<löfte>/atgarder/<id>.md",
        "En åtgärd: löftets ord, och hur den går att följa upp",
        (MEASURE,),
        ("rubrik", "ordning", "ansvariga", "platser", "mål"),
    ),
    FileKind(
        "insats",
        "loften/<löfte>/insatser/<id>.md",
        "En insats som har gjorts, eller en offentlig som ska komma",
        (ACTION,),
        ("datum", "tid", "åtgärd", "plats", "aktörer", "uppgift_från"),
    ),
    FileKind(
        "redovisning",
        "loften/<löfte>/redovisningar/<id>.md",
        "Det som en part berättar om en tid",
        (REPORT, ROW),
        ("från", "till", "uppgift_från", "publicerad", "åtgärd", "antal"),
    ),
    FileKind(
        "effekt",
        "loften/<löfte>/effekter/<id>.md",
        "En mätning, till exempel en enkät om trygghet",
        (OUTCOME,),
        ("rubrik", "mått", "enhet", "riktning", "utgångsläge"),
    ),
    FileKind(
        "notistext",
        "loften/<löfte>/notis.md",
        "Egna ord i notisen för tidningen",
        (OWN_NOTICE,),
        ("rubrik", "kort", "mellan", "lång"),
    ),
)


def within(fields: Iterable[Field]) -> Iterator[Field]:
    """Every field that holds a group, at any depth; each group once, in the order it is met."""
    waiting = [*fields]
    met: list[Record[Any]] = []
    while waiting:
        field = waiting.pop(0)
        if field.record and field.record not in met:
            met.append(field.record)
            waiting += field.record.fields
            yield field


def _groups() -> Mapping[str, Record[Any]]:
    found: dict[str, Record[Any]] = {}
    for kind in KINDS:
        every = [*kind.fields, *(one for group in within(kind.fields) for one in inner(group))]
        found |= {field.key: field.record for field in every if field.record}
    return found


def inner(field: Field) -> tuple[Field, ...]:
    """The fields of the group that a field holds."""
    return field.record.fields if field.record else ()


GROUPS = _groups()


def fields_of(name: str) -> tuple[Field, ...]:
    """The fields of the kind or the group by that name; none when it is neither."""
    kind = next((kind for kind in KINDS if kind.name == name), None)
    if kind:
        return kind.fields
    return GROUPS[name].fields if name in GROUPS else ()


def group_name(record: Record[Any]) -> str:
    """What a group is called: by the field that holds several of it, if any, and the shortest."""
    keys = [key for key, one in GROUPS.items() if one == record]
    return min(keys, key=lambda key: (key in _SINGLE, len(key)))


# What there is to read about: kinds first, then groups, then every field by its own name.
_OWNERS = tuple(dict.fromkeys((*(kind.name for kind in KINDS), *GROUPS)))
NAMES = tuple(dict.fromkeys((*_OWNERS, *(f.key for owner in _OWNERS for f in fields_of(owner)))))


_SINGLE = {
    field.key
    for owner in _OWNERS
    for field in fields_of(owner)
    if field.record and not field.is_list
}


def owners(key: str) -> Iterator[tuple[Field, tuple[str, ...]]]:
    """Each field by that name, with the kinds and groups that it stands in."""
    found: list[tuple[Field, list[str]]] = []
    for owner in _OWNERS:
        for field in (field for field in fields_of(owner) if field.key == key):
            names = next((names for other, names in found if other == field), None)
            if names is None:
                found.append((field, [owner]))
            else:
                names.append(owner)
    yield from ((field, tuple(names)) for field, names in found)


def choices(field: Field) -> tuple[str, ...]:
    """The words to choose from, `ja` and `nej` included."""
    return field.choices or (YES_NO if field.parse_one == yes_no else ())


YES_NO = ("ja", "nej")
