"""Lists of actions: each row of a table is one action, with the fields that a file would have."""

import posixpath
import re
from collections.abc import Iterator, Sequence
from collections.abc import Mapping as MappingOf
from dataclasses import replace
from itertools import count, takewhile

from followup.content.document import Entry, Mapping, Node, Scalar
from followup.content.fields import Context, Referable, file_id, invalid, offer, said, scalar
from followup.content.misread import nearest
from followup.content.other_words import fields_like
from followup.content.record import At, Field, Record, decode, fault
from followup.content.schema import ACTION
from followup.content.table import Table, key_of
from followup.diagnostics import Diagnostic, Source
from followup.model import Action, Body, Reviewed
from followup.swedish import listing, slug


def actions(
    table: Table, context: Context, places: MappingOf[str, Source]
) -> tuple[tuple[Action, ...], tuple[Diagnostic, ...]]:
    """The actions of a list, and every fault in it. A row with faults is left out.

    `places` gives where the ids are that files and other lists already have.
    """
    if not table.rows:
        return (), ()
    if below := [*_headings_below(table)]:
        return (), tuple(below)
    faults = [*_unknown(table)]
    if unusable := [*_unusable(table)]:
        return (), (*faults, *unusable)
    found: list[tuple[Mapping, Action]] = []
    meant = frozenset(_meant(table))
    for row in table.rows:
        action, wrong = _action(row, context, meant)
        faults += (replace(one, hint=in_cells(one.hint)) for one in wrong)
        if action:
            found.append((row, action))
    named = [*_named([action for _, action in found])]
    clashes = dict(_clashes([row for row, _ in found], named, places))
    free = (action for number, action in enumerate(named) if number not in clashes)
    return tuple(free), (*faults, *clashes.values())


def in_cells(hint: str) -> str:
    """A hint for a list: what is written as `tid: 17–21` in a file is `17–21` in its column."""
    return _FIELD_TO_COPY.sub(r"  \g<value>  i kolumnen \g<key>\g<gap>", hint)


def _body(node: Node, context: Context) -> Body:
    return Body(f"{scalar(node).text}\n", node.source)


def _answers(node: Node, context: Context) -> tuple[Reviewed, ...]:
    """`lång-mening: Citat ur protokollet`, one on each line of the cell."""
    lines = [line.strip() for line in scalar(node).text.split("\n") if line.strip()]
    return tuple(_answer(line, node) for line in lines)


def _answer(line: str, node: Node) -> Reviewed:
    braces = _IN_BRACES.fullmatch(line)
    rule, reason = braces.group("rule", "reason") if braces else _either_side(line)
    if not reason or " " in rule:
        message = f"{said(line)} säger inte både vilken varning och varför"
        hint = "Skriv varningens namn, kolon och skälet:  lång-mening: Citat ur protokollet"
        raise invalid(node.source, message, hint)
    if reason.strip(" .…").casefold() in ("", "skälet"):
        hint = f"Skriv skälet med egna ord i stället för  {reason}"
        raise invalid(node.source, "skälet är inte skrivet än", hint)
    return Reviewed(rule, reason, node.source, braces["text"] if braces else None)


def _either_side(line: str) -> tuple[str, str]:
    rule, _, reason = line.partition(":")
    return rule.strip(), reason.strip()


_ONLY_IN_FILES = ("bild", "rättelser")
_SOURCE_COLUMNS = {"källa": "titel", "källa_adress": "adress"}


def _in_cell(field: Field) -> Field:
    """The field as a column; what is required of a row is asked for here, in words for lists."""
    parse = _answers if field.key == "granskat" else field.parse
    return replace(field, parse=parse, required=False)


LISTED = Record(
    ACTION.name,
    ACTION.type,
    (
        *(_in_cell(field) for field in ACTION.fields if field.key not in _ONLY_IN_FILES),
        Field("id", "id", file_id, "Eget id, i stället för datum, åtgärd och plats", "torget-1"),
        Field("text", "body", _body, "Vad som gjordes, i en till tre meningar", "Många var ute."),
    ),
    ACTION.checks,
)
COLUMNS = (*(field.key for field in LISTED.fields if field.key != "källor"), *_SOURCE_COLUMNS)
_HEADINGS = "datum;åtgärd;plats;aktörer;text"
_FIELD_TO_COPY = re.compile(
    rf"  (?P<key>{'|'.join(COLUMNS)}): (?P<value>\S.*?)(?:  på var sin rad|  (?=\.)| (?P<gap> )|$)"
)
# As the answer is written in other files: some copy it from there.
_IN_BRACES = re.compile(
    r"(?:granskat:)?\s*\{\s*regel:\s*(?P<rule>[^\s,]+)\s*,\s*skäl:\s*(?P<reason>.+?)"
    r"\s*(?:,\s*text:\s*(?P<text>.+?)\s*)?\}"
)
_LISTS: MappingOf[str, Referable] = {"plats": "plats", "aktörer": "part"}
_LONGEST_ID = 80
_MOST_ABOVE = 3


def _unknown(table: Table) -> Iterator[Diagnostic]:
    """A fault for each heading that is no column; none when all are: then no headings are there."""
    if not any(_column(heading.text) for heading in table.headings):
        return
    taken = frozenset(heading.text for heading in table.headings)
    for heading in table.headings:
        if heading.text not in COLUMNS:
            near = _column(heading.text, taken)
            hint = offer("" if near else heading.text, COLUMNS, "Kolumnerna är", near)
            if heading.text in _ONLY_IN_FILES:
                hint = f"Den insats som har {heading.text} behöver en egen fil. {hint}"
            elif not nearest(heading.text, COLUMNS):
                gap = "  " if hint.endswith("?") else " "
                hint = f"{hint}{gap}Ta bort kolumnen om den bara är er egen anteckning."
            message = f"kolumnen {said(heading.text)} finns inte"
            yield fault(heading.source, "okänt-fält", message, hint)


def _headings_below(table: Table) -> Iterator[Diagnostic]:
    """A fault when a title stands above the headings: none of its words is a column."""
    titles = {heading.text for heading in table.headings}
    for row in table.rows[:_MOST_ABOVE]:
        cells = (entry.value for entry in row.entries)
        names = {key_of(cell.text) for cell in cells if isinstance(cell, Scalar)}
        if titles.isdisjoint(COLUMNS) and not [*_missing({*map(_column, names)})]:
            place = replace(row.source, line=table.headings[0].source.line, column=1)
            message = f"kolumnernas namn står först på rad {row.source.line}"
            yield fault(place, "form", message, "Ta bort det som står ovanför dem.")
            return


def _unusable(table: Table) -> Iterator[Diagnostic]:
    """What is wrong with the headings when nothing can be said of the rows under them."""
    written = [heading.text for heading in table.headings]
    for number, heading in enumerate(table.headings):
        if heading.text in written[:number]:
            message = f"kolumnen {said(heading.text)} finns redan"
            yield fault(heading.source, "dubbelt-fält", message, "Ta bort den ena av dem.")
    if missing := [*_missing({_column(text) for text in written})]:
        columns = "kolumnen" if len(missing) == 1 else "kolumnerna"
        start = table.headings[0].source if table.headings else table.rows[0].source
        yield fault(
            replace(start, column=1, length=1),
            "saknas",
            f"{columns} {listing(missing)} saknas",
            f"Första raden ska vara kolumnernas namn, till exempel:  {_HEADINGS}",
        )


def _column(heading: str, taken: frozenset[str] = frozenset()) -> str | None:
    """The column itself, or the one that was meant: that one is not missing too."""
    if heading in COLUMNS:
        return heading
    like = (key for key in fields_like(heading) if key in COLUMNS and key not in taken)
    return next(like, None) or nearest(heading, COLUMNS)


def _missing(columns: set[str | None]) -> Iterator[str]:
    if columns.isdisjoint({"datum", "från", "till"}):
        yield "datum"
    elif "datum" not in columns:
        yield from (key for key in ("från", "till") if key not in columns)
    if "åtgärd" not in columns:
        yield "åtgärd"


def _meant(table: Table) -> Iterator[str | None]:
    """The columns that seem to be there under another name: no row is told that it lacks them."""
    for heading in table.headings:
        if heading.text not in COLUMNS:
            column = _column(heading.text)
            yield "datum" if column in ("från", "till") else column


def _action(
    row: Mapping, context: Context, meant: frozenset[str | None]
) -> tuple[Action | None, tuple[Diagnostic, ...]]:
    if loose := row.get(""):
        if parted := _parted(row, context):
            return None, (parted,)
        message = "cellen hör inte till någon kolumn"
        hint = "Ta bort den, eller skriv kolumnens namn på första raden. Har texten i en annan "
        hint += "cell skiljetecken i sig: sätt citattecken runt hela den cellen."
        return None, (fault(loose.source, "form", message, hint),)
    known = {"id": "", "source": row.source, "body": Body("", row.source), "measures": ()}
    missing = dict(_blanks(row))
    record = replace(LISTED, checks=()) if missing else LISTED
    action, faults = decode(record, _fields(row), context, known)
    told = (blank for key, blank in missing.items() if key not in meant)
    return (None if missing else action), (*faults, *told)


def _parted(row: Mapping, context: Context) -> Diagnostic | None:
    """The fault of a row with too many cells, when a list in it was not in quotation marks."""
    cells = [entry.value for entry in row.entries if isinstance(entry.value, Scalar)]
    for at, entry in enumerate(row.entries):
        kind = _LISTS.get(entry.key.text)
        known = context.ids.get(kind, frozenset()) if kind else frozenset()
        words = [*takewhile(known.__contains__, (cell.text for cell in cells[at:]))]
        if len(words) > 1:
            hint = f'Sätt citattecken runt det som hör ihop:  "{", ".join(words)}"'
            return fault(entry.value.source, "form", "raden har fler celler än kolumner", hint)
    return None


def _blanks(row: Mapping) -> Iterator[tuple[str, Diagnostic]]:
    """What no action can be without, by its column."""
    if not any(row.get(key) for key in ("datum", "från", "till")):
        hint = "Skriv dagen i kolumnen datum, till exempel:  2018-03-14"
        yield "datum", fault(row.source, "saknas", "det står inte när det hände", hint)
    if not row.get("åtgärd"):
        hint = "Skriv åtgärdens id, alltså namnet på dess fil i mappen atgarder utan .md."
        message = "det står inte vilken åtgärd raden hör till"
        yield "åtgärd", fault(row.source, "saknas", message, hint)


def _fields(row: Mapping) -> Mapping:
    """The cells in columns that there are, those about a source as the group that it is."""
    fields = [entry for entry in row.entries if LISTED.field(entry.key.text)]
    source = tuple(
        Entry(Scalar(_SOURCE_COLUMNS[entry.key.text], entry.key.source), entry.value)
        for entry in row.entries
        if entry.key.text in _SOURCE_COLUMNS
    )
    if source:
        place = source[0].key.source
        fields.append(Entry(Scalar("källor", place), Mapping(source, place)))
    return Mapping(tuple(fields), row.source)


def _named(found: Sequence[Action]) -> Iterator[Action]:
    """Each action with its id: its own, else its day, its measure and its place.

    Those do not change when rows are sorted, added or reworded. Only rows that agree in all three
    depend on their order: the first has the id, the next gets -2.
    """
    ids = [action.id or _made_id(action) for action in found]
    taken = {action.id for action in found if action.id}
    every = frozenset(ids)
    more = {id: _numbered(id) for id in every}
    for action, id in zip(found, ids, strict=True):
        if action.id:
            yield action
            continue
        free = next(other for other in more[id] if other not in every) if id in taken else id
        taken.add(free)
        yield replace(action, id=free)


def _numbered(id: str) -> Iterator[str]:
    yield from (f"{id}-{number}" for number in count(2))


def _made_id(action: Action) -> str:
    """Where no place is given, the heading tells actions of a measure apart."""
    where = action.places[0] if action.places else action.heading or ""
    when = action.day or action.start
    assert when
    name = slug(f"{when.written} {action.measures[0]} {where}")
    return name[:_LONGEST_ID].rstrip("-")


def _clashes(
    rows: Sequence[Mapping], named: Sequence[Action], places: MappingOf[str, Source]
) -> Iterator[tuple[int, Diagnostic]]:
    """A fault for each row, by its number, whose id something else already has."""
    taken = dict(places)
    for number, (row, action) in enumerate(zip(rows, named, strict=True)):
        if first := taken.get(action.id):
            file = posixpath.basename(first.path)
            where = f"{file}, rad {first.line}" if first.line else file
            hint = "Är det samma insats: ta bort den ena. Är det en annan: skriv ett eget id i "
            hint += f"kolumnen id, till exempel:  {action.id}-2"
            message = f"insatsen {said(action.id)} finns redan i {where}"
            yield number, fault(At(row)("id"), "dubblett", message, hint)
        taken.setdefault(action.id, action.source)
