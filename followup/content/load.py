"""The content tree -> one Site, and every fault found on the way.

Each file is decoded by its table; a file with faults is left out, the others go on. What can be
referred to is known from names and ids alone, so a faulty file gives no follow-on faults elsewhere.
"""

import posixpath
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from followup.content import action_list
from followup.content.document import Document, Entry, Mapping, Node, Scalar, Sequence
from followup.content.fields import ID, Context, Referable, offer, said
from followup.content.files import RawFile
from followup.content.kinds import Kind
from followup.content.record import Record, decode, fault, twice
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
from followup.content.tree import Tree, sort_files
from followup.diagnostics import Diagnostic, Source
from followup.model import (
    Action,
    Layers,
    Measure,
    Outcome,
    OwnNotice,
    Party,
    Promise,
    Report,
    Row,
    Settings,
    Site,
)
from followup.suggest import closest_of_many, ways
from followup.swedish import slug

T = TypeVar("T")


@dataclass(frozen=True)
class Loaded:
    """What came of a content tree. `site` is None when its settings could not be read."""

    site: Site | None
    diagnostics: tuple[Diagnostic, ...]
    texts: MappingOf[str, str]
    pictures: MappingOf[str, bytes]


def load(files: Iterable[RawFile]) -> Loaded:
    """Decodes every file and resolves what they refer to. Never raises on content."""
    tree = sort_files(files)
    decoder = _Decoder(tree)
    site = decoder.site()
    faults = (*tree.diagnostics, *decoder.faults)
    return Loaded(site, tuple(sorted(set(faults))), tree.texts, tree.pictures)


class _Decoder:
    """Decodes a tree, collecting faults on the way."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.faults: list[Diagnostic] = []

    def site(self) -> Site | None:
        """Everything that could be decoded; None without settings."""
        document = self._only("parties", "parter.yaml", "Skriv vilka som lovar och deltar i den.")
        context = self._context(document)
        settings = self._settings(context)
        parties = tuple(self._parties(document, context)) if document else ()
        places = tuple(self._all(PLACE, "place", context))
        pages = tuple(self._all(FREE_PAGE, "page", context))
        ids = sorted(context.ids["löfte"])
        promises = tuple(promise for id in ids if (promise := self._promise(id, context)))
        if settings is None:
            return None
        maps = tuple(file.map for file in self.tree.of_kind("map") if file.map)
        return Site(settings, parties, places, promises, pages, maps, self._layers(context))

    def _layers(self, context: Context) -> Layers | None:
        for file in self.tree.of_kind("layers"):
            if file.document:
                return self._decode(LAYERS, file.document, context, {})
        return None

    def _context(self, parties: Document | None) -> Context:
        """What can be referred to from every file."""
        ids: dict[Referable, frozenset[str]] = {
            "plats": self.tree.ids("place"),
            "löfte": frozenset(file.promise for file in self.tree.files if file.promise),
            "kartfil": frozenset(posixpath.basename(f.path) for f in self.tree.of_kind("map")),
        }
        if parties:
            ids["part"] = frozenset(entry.key.text for entry in parties.front_matter.entries)
        places = ((id, place.front_matter) for id, place in self.tree.documents("place"))
        members = parties.front_matter.entries if parties else ()
        names: dict[Referable, tuple[tuple[str, str], ...]] = {
            "plats": tuple(_names(places)),
            "part": tuple(_names((entry.key.text, entry.value) for entry in members)),
        }
        return Context(ids, names=names)

    def _decode(
        self,
        record: Record[T],
        document: Document,
        context: Context,
        known: MappingOf[str, object],
        beside: Record[Any] | None = None,
    ) -> T | None:
        known = {"source": Source(document.path, 1, 1), **known}
        value, faults = decode(record, document.front_matter, context, known, beside)
        self.faults += faults
        return value

    def _all(
        self, record: Record[T], kind: Kind, context: Context, promise: str = ""
    ) -> Iterator[T]:
        for id, document in self.tree.documents(kind, promise):
            known = {"id": id, "body": document.body}
            if value := self._decode(record, document, context, known):
                yield value

    def _only(self, kind: Kind, path: str, hint: str, promise: str = "") -> Document | None:
        """The one file of its kind; a fault when it is not there."""
        found = self.tree.of_kind(kind, promise)
        if not found:
            self.faults.append(fault(Source(path), "saknas", "filen saknas eller är tom", hint))
        return found[0].document if found else None

    def _settings(self, context: Context) -> Settings | None:
        hint = "Skriv webbplatsens namn, adress, kommun och kontakt i den."
        document = self._only("settings", "webbplats.yaml", hint)
        return self._decode(SETTINGS, document, context, {}) if document else None

    def _parties(self, document: Document, context: Context) -> Iterator[Party]:
        self.faults += twice(document.front_matter)
        for entry in document.front_matter.entries:
            if party := self._party(entry, context):
                yield party

    def _party(self, entry: Entry, context: Context) -> Party | None:
        key = entry.key
        if not ID.fullmatch(key.text):
            message = f"{said(key.text)} kan inte vara ett id"
            hint = f"Använd bara a–z, siffror och bindestreck:  {slug(key.text)}"
            self.faults.append(fault(key.source, "värde", message, hint))
        elif not isinstance(entry.value, Mapping):
            hint = "Skriv fälten namn och slag på raderna under, två mellanslag in."
            self.faults.append(fault(key.source, "form", "partens fält saknas", hint))
        else:
            known = {"id": key.text, "source": key.source}
            party, faults = decode(PARTY, entry.value, context, known)
            self.faults += faults
            return party
        return None

    def _promise(self, id: str, outer: Context) -> Promise | None:
        hint = "Skriv löftets titel, period och parter i den."
        document = self._only("promise", f"loften/{id}/lofte.md", hint, id)
        context = self._inner_context(id, outer)
        measures = sorted(self._all(MEASURE, "measure", context, id), key=_order)
        actions = [*map(self._with_picture, self._all(ACTION, "action", context, id))]
        actions += self._listed(id, context)
        reports = [*self._reports(id, context)]
        outcomes = [_in_order(one) for one in self._all(OUTCOME, "outcome", context, id)]
        if document is None:
            return None
        known: dict[str, object] = {
            "id": id,
            "body": document.body,
            "measures": tuple(measures),
            "actions": tuple(sorted(actions, key=lambda action: (action.span, action.id))),
            "reports": tuple(sorted(reports, key=lambda report: (report.end, report.id))),
            "outcomes": tuple(outcomes),
            "own_notice": self._own_notice(id, context),
        }
        return self._decode(PROMISE, document, context, known)

    def _own_notice(self, promise: str, context: Context) -> OwnNotice | None:
        for file in self.tree.of_kind("own_notice", promise):
            if file.document:
                self.faults += _unused_text(file.document)
                return self._decode(OWN_NOTICE, file.document, context, {})
        return None

    def _inner_context(self, promise: str, outer: Context) -> Context:
        """What can be referred to from the files of a promise."""
        ids: dict[Referable, frozenset[str]] = {
            **outer.ids,
            "åtgärd": frozenset(self._measure_ids(promise)),
            "redovisning": self.tree.ids("report", promise),
        }
        measures = self.tree.of_kind("measure", promise)
        headings = ((id, doc.front_matter) for id, doc in self.tree.documents("measure", promise))
        return Context(
            ids,
            frozenset(file.id for file in measures if file.document is None),
            {**outer.names, "åtgärd": tuple(_names(headings))},
        )

    def _measure_ids(self, promise: str) -> Iterator[str]:
        """`id`, `id#target` and `id#step`, from faulty files too."""
        for file in self.tree.of_kind("measure", promise):
            yield file.id
            if file.document:
                yield from (f"{file.id}#{id}" for id in _inner_ids(file.document.front_matter))

    def _listed(self, promise: str, context: Context) -> Iterator[Action]:
        """The actions in lists; none has the id of a file, or of an action in another list."""
        places = {file.id: Source(file.path) for file in self.tree.of_kind("action", promise)}
        for file in self.tree.of_kind("action_list", promise):
            if file.table:
                actions, faults = action_list.actions(file.table, context, places)
                self.faults += faults
                places |= {action.id: action.source for action in actions}
                yield from actions

    def _reports(self, promise: str, context: Context) -> Iterator[Report]:
        """A report has either several rows or one, whose fields stand among its own."""
        for id, document in self.tree.documents("report", promise):
            known: dict[str, object] = {"id": id, "body": document.body}
            if document.front_matter.get("rader"):
                self.faults += _outside_the_rows(document.front_matter)
                report = self._decode(REPORT, document, context, known, ROW)
            else:
                row = self._decode(ROW, document, context, {}, REPORT)
                known["rows"] = (row,) if row else ()
                report = self._decode(REPORT, document, context, known, ROW)
            if report and report.rows:
                yield replace(report, rows=tuple(_dated(row, report) for row in report.rows))

    def _with_picture(self, action: Action) -> Action:
        """The action with its picture's path counted from the content folder."""
        if not action.picture:
            return action
        folder = posixpath.dirname(action.source.path)
        path = posixpath.normpath(posixpath.join(folder, action.picture.file))
        told = any(one.source.path == path for one in self.tree.diagnostics)
        if path not in self.tree.pictures and not told:
            beside = ways(folder, tuple(self.tree.pictures))
            near = closest_of_many(action.picture.file, beside)
            hint = offer("", beside, "Bilderna är", near) if beside else ""
            hint = f"{hint} Lägg bilden i samma mapp som textfilen.".lstrip()
            message = f"bilden {said(action.picture.file)} finns inte"
            self.faults.append(fault(action.picture.source, "bild", message, hint))
        return replace(action, picture=replace(action.picture, file=path))


def _order(measure: Measure) -> tuple[int, str]:
    """Measures without a place in the list come last."""
    return (measure.order or 10**6, measure.id)


def _in_order(outcome: Outcome) -> Outcome:
    """The outcome with its values in the order of time."""
    by_time = sorted(outcome.readings, key=lambda reading: (reading.date.last, reading.date.first))
    return replace(outcome, readings=tuple(by_time))


def _dated(row: Row, report: Report) -> Row:
    """The row with the report's own dates where it has none."""
    return replace(row, start=row.start or report.start, end=row.end or report.end)


def _unused_text(document: Document) -> Iterator[Diagnostic]:
    """A fault for a text where only fields are read."""
    if document.body.text.strip():
        hint = "Flytta in den i ett av fälten kort, mellan och lång, efter kolonet."
        message = "texten under faktarutan visas inte"
        yield fault(document.body.source, "form", message, hint)


def _outside_the_rows(mapping: Mapping) -> Iterator[Diagnostic]:
    """A fault for each field of a row that stands beside the rows instead of in one of them."""
    for entry in mapping.entries:
        key = entry.key.text
        if ROW.field(key) and not REPORT.field(key):
            hint = "Flytta in det i den rad under rader som det hör till."
            yield fault(entry.key.source, "form", f"fältet {said(key)} hör till en rad", hint)


def _names(named: Iterable[tuple[str, Node]]) -> Iterator[tuple[str, str]]:
    """What each is called, with its id."""
    for id, node in named:
        for key in ("namn", "kort", "rubrik"):
            name = node.get(key) if isinstance(node, Mapping) else None
            if isinstance(name, Scalar) and name.text.strip():
                yield name.text.strip(), id


def _inner_ids(node: Node) -> Iterator[str]:
    match node:
        case Mapping(entries):
            for entry in entries:
                if entry.key.text == "id" and isinstance(entry.value, Scalar):
                    yield entry.value.text
                yield from _inner_ids(entry.value)
        case Sequence(items):
            for item in items:
                yield from _inner_ids(item)
        case Scalar():
            return
