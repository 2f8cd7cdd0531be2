"""What a field is, in words: for the terminal and for the guide to the content."""

import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from followup.content.fields import Referable
from followup.content.record import Field, Record
from followup.diagnostics import FollowupError
from followup.guide.kinds import (
    GROUPS,
    KINDS,
    NAMES,
    YES_NO,
    FileKind,
    choices,
    fields_of,
    group_name,
    owners,
    within,
)
from followup.suggest import closest
from followup.swedish import listing, sort_key

ID_OF: Mapping[Referable, str] = {
    "plats": "Platsens id är namnet på filen i mappen platser, utan .md",
    "part": "Partens id står i parter.yaml",
    "åtgärd": "Åtgärdens id är namnet på filen i mappen atgarder, utan .md",
    "löfte": "Löftets id är namnet på mappen i loften",
    "redovisning": "Redovisningens id är namnet på filen i mappen redovisningar, utan .md",
    "kartfil": "Filen ligger i mappen karta, i formatet GeoJSON",
}


def overview(program: str) -> str:
    """The kinds of files, and how to read about each."""
    kinds = "\n".join(f"  {kind.name:<13}{kind.about}\n{'':<15}{kind.path}" for kind in KINDS)
    groups = "\n".join(_wrapped(f"{listing(sorted(GROUPS, key=sort_key))}.", "  "))
    return (
        f"Filerna i innehållet. Se fälten i en av dem:  {program} fält insats\n\n{kinds}\n\n"
        f"Grupper av fält. Se fälten i en av dem:  {program} fält mål\n\n{groups}\n\n"
        f"Ett fält kan du också slå upp:  {program} fält datum"
    )


def about(name: str, program: str) -> str:
    """The fields of a kind or of a group, and of the groups in it; or one field by its name."""
    kind = next((kind for kind in KINDS if kind.name == name), None)
    if kind:
        return "\n\n".join([_title(kind), *_with_groups(kind.fields)])
    if name in GROUPS:
        places = listing([owner for _, names in owners(name) for owner in names])
        title = "\n".join(_wrapped(f"{name}: en grupp fält i {places}."))
        return "\n\n".join([title, *_with_groups(fields_of(name))])
    return "\n\n".join(_places(name, program))


def meant(written: str, same: Callable[[str], str]) -> str:
    """The name that is meant; `same` gives what is alike in two spellings of a name.

    Raises FollowupError when there is none.
    """
    for name in NAMES:
        if same(name) == same(written):
            return name
    near = closest(written, NAMES)
    offer = f"Menade du {near}?" if near else f"Det finns: {listing([k.name for k in KINDS])}."
    raise FollowupError(f"Det finns inget fält och ingen fil som heter ”{written}”. {offer}")


def facts(field: Field) -> Iterator[str]:
    """What to write in the field: each a sentence without its full stop."""
    yield field.help
    if words := choices(field):
        yield "Skriv ja eller nej" if words == YES_NO else f"Välj ett av: {', '.join(words)}"
    if field.refers_to:
        yield ID_OF[field.refers_to]
    if field.record:
        yield _inside(field.record)
    if field.is_list and field.refers_to:
        yield "Flera skriver du inom hakparentes"
    elif field.is_list:
        yield "Flera skriver du under varandra, med bindestreck först"


def _inside(record: Record[Any]) -> str:
    """The fields of a group; of a large one, its name."""
    if len(record.fields) > _MANY:
        return f"Fälten står under {group_name(record)}"
    return f"Fält i gruppen: {', '.join(field.key for field in record.fields)}"


_MANY = 7


def sentences(field: Field) -> str:
    """The facts as running text."""
    return " ".join(one if one.endswith(("?", ".", "…")) else f"{one}." for one in facts(field))


def _title(kind: FileKind) -> str:
    lines = [*_wrapped(f"{kind.name}: {kind.path}"), *_wrapped(f"{kind.about}.")]
    return "\n".join(
        [
            *lines,
            "Det som behövs ska alltid stå där. Vet du inte resten: ta bort raderna.",
        ]
    )


def _with_groups(fields: Iterable[Field]) -> Iterator[str]:
    fields = tuple(fields)
    yield from _each(fields)
    for group in within(fields):
        assert group.record
        yield f"— Fälten i {group_name(group.record)} —"
        yield from _each(group.record.fields)


def _each(fields: Iterable[Field]) -> Iterator[str]:
    """Those that are needed first."""
    yield from map(_field, sorted(fields, key=lambda field: not field.required))


def _field(field: Field) -> str:
    head = f"{field.key} (behövs)" if field.required else field.key
    return "\n".join([head, *_wrapped(sentences(field), "    "), f"    {_example(field)}"])


def _example(field: Field) -> str:
    return f"Till exempel:  {field.key}: {field.example}"


def _places(key: str, program: str) -> Iterator[str]:
    for field, names in owners(key):
        yield f"{_field(field)}\n    Står i {listing(names)}."
    yield f"Alla fält i en fil:  {program} fält insats"


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        80,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
