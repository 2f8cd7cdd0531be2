"""A content file in the making: what to ask for next, what is wrong so far, and its text.

A draft is tried at every step by loading the content with the new file in it. So each fault is told
in the words that `kontrollera` would use, at the question that brings it.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain, count
from typing import Any

from followup.asking import Choice, Question
from followup.content.fields import Referable
from followup.content.files import RawFile
from followup.content.record import Field, Record
from followup.content.written import entry, several
from followup.diagnostics import Diagnostic, FollowupError
from followup.model import Action, Promise, Site, Target
from followup.scaffold.trial import look, sign
from followup.swedish import sort_key


@dataclass(frozen=True)
class Ask:
    """A field that is asked for, and when. `is_needed` adds to what the table itself requires.

    `names` explain the words that there are to choose from.
    """

    key: str
    when: Callable[["Draft"], bool] = lambda draft: True
    is_needed: bool = False
    default: str = ""
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Slot:
    """A field, and the required group of fields that it stands in, if any."""

    field: Field
    group: Field | None = None


@dataclass(frozen=True)
class Kind:
    """A kind of file that can be made. `path` has places for the promise's id and its own."""

    name: str
    path: str
    record: Record[Any]
    asked: tuple[Ask, ...]
    name_from: Callable[["Draft"], str]
    beside: Record[Any] | None = None

    @property
    def is_of_a_promise(self) -> bool:
        return "{promise}" in self.path

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Every field that the file may have, each once; a required group as its own fields."""
        mine = {one.key: one for one in self.record.fields}
        others = self.beside.fields if self.beside else ()
        both = mine | {one.key: one for one in others if one.key not in mine}
        return tuple(slot for one in both.values() if one.key != BODY for slot in _slots(one))

    def slot(self, key: str) -> Slot | None:
        return next((slot for slot in self.slots if slot.field.key == key), None)


BODY = "text"  # what stands under the fields
PROMISE_KEY = "löfte"
_UNNAMED: Mapping[str, str] = {}


@dataclass(frozen=True)
class Draft:
    """A file in the making. An answer that is "" says that the question was passed over."""

    kind: Kind
    files: tuple[RawFile, ...]
    today: date
    site: Site
    known: frozenset[tuple[str, str, str]]
    answers: Mapping[str, str] = field(default_factory=dict)

    @property
    def promise(self) -> Promise:
        """The promise that the file belongs to: the one chosen, else the only one that has the
        measure that was given, else the newest.
        """
        chosen = self.answers.get(PROMISE_KEY)
        if chosen is None:
            chosen = _only_one_with(self.answers.get("åtgärd", ""), self.site)
        return next((one for one in self.site.promises if one.id == chosen), newest(self.site))

    @property
    def targets(self) -> tuple[Target, ...]:
        """The targets of the measures that were chosen."""
        chosen = {id.partition("#")[0] for id in several(self.answers.get("åtgärd", ""))}
        measures = (one for one in self.promise.measures if one.id in chosen)
        return tuple(target for measure in measures for target in measure.targets)

    def has(self, *keys: str) -> bool:
        """True when one of the fields has a value."""
        return any(self.answers.get(key) for key in keys)

    def question(self) -> Question | None:
        """The next thing to ask for; None when everything has its answer."""
        return next(self._open(), None)

    def missing(self) -> tuple[Question, ...]:
        """What must be answered and is not. Nobody has to choose where there is a default."""
        return tuple(one for one in self._open() if one.is_needed and not one.default)

    def answered(self, key: str, value: str) -> "Draft":
        """The draft with one more answer. Two days in `datum` are from and to."""
        days = [day.strip() for day in value.replace("–", " till ").split(" till ")]
        if key == "datum" and len(days) == 2:
            more = {"från": days[0], "till": days[1]}
        else:
            more = {key: value}
        return replace(self, answers={**self.answers, **more})

    def faults(self) -> tuple[Diagnostic, ...]:
        """What the answers do wrong so far. That something is missing is no fault yet."""
        return tuple(fault for fault in self.all_faults() if fault.rule != "saknas")

    def all_faults(self) -> tuple[Diagnostic, ...]:
        """Every fault that the content has with this file and not without it.

        A warning stops nobody here: it is told, and can be answered, when the file is there.
        """
        _, faults = look((*self.files, self.trial), self.today)
        return tuple(one for one in faults if one.is_error and sign(one) not in self.known)

    def text(self) -> str:
        """The file: what was answered, the other fields as comments, and the body."""
        slots = self.kind.slots
        alone = [slot.field for slot in slots if slot.group is None]
        groups = {slot.group.key: slot.group for slot in slots if slot.group}
        lines = [entry(one, self.answers[one.key]) for one in alone if self.has(one.key)]
        for group in groups.values():
            lines += self._of_group(group)
        lines += ["", *self._comments(one for one in alone if not self.has(one.key))]
        text = "\n".join(["---", _MORE, *lines, "---", "", self.answers.get(BODY, "")]).rstrip()
        return unicodedata.normalize("NFC", text) + "\n"

    def paths(self) -> Iterator[str]:
        """The names that the file can have, the best first; none of them is another file's."""
        id = self.kind.name_from(self)[:_LONGEST].rstrip("-")
        ids = chain([id], (f"{id}-{number}" for number in count(2)))
        return (self._path(one) for one in ids if not self._is_taken(one))

    def _open(self) -> Iterator[Question]:
        if self.kind.is_of_a_promise and len(self.site.promises) > 1:
            yield from () if PROMISE_KEY in self.answers else (self._which_promise(),)
        for ask in self.kind.asked:
            if ask.key not in self.answers and ask.when(self):
                yield from self._question(ask)

    def _which_promise(self) -> Question:
        choices = tuple(Choice(one.id, one.title) for one in self.site.promises)
        latest = newest(self.site).id
        return Question(PROMISE_KEY, "Löftet som den hör till", latest, latest, True, choices)

    def _question(self, ask: Ask) -> Iterator[Question]:
        """The question, unless it has its answer elsewhere or there is nothing to choose."""
        if ask.key == BODY:
            yield _WORDS
            return
        slot = self.kind.slot(ask.key)
        assert slot
        one, is_needed = slot.field, ask.is_needed or slot.field.required
        choices = tuple(self._choices(one, ask.names))
        if one.refers_to and not choices:
            if is_needed:
                raise FollowupError(NOTHING_THERE[one.refers_to])
        elif not (slot.group and self.has(slot.group.key)):
            several_ids = one.is_list and bool(choices)
            example = self._example(one)
            yield Question(one.key, one.help, example, ask.default, is_needed, choices, several_ids)

    def _choices(self, one: Field, names: Mapping[str, str] = _UNNAMED) -> Iterator[Choice]:
        match one.refers_to:
            case "plats":
                places = sorted(self.site.places, key=lambda place: sort_key(place.name))
                kinds = (one.key,) if one.key == "kommundel" else ("plats", "kommundel")
                yield from (Choice(place.id, place.name) for place in places if place.kind in kinds)
            case "part":
                yield from (Choice(party.id, party.name) for party in self.site.parties)
            case "åtgärd":
                yield from _countable(self.promise)
            case "löfte":
                yield from (Choice(promise.id, promise.title) for promise in self.site.promises)
            case "redovisning":
                yield from (Choice(report.id) for report in self.promise.reports)
            case None:
                yield from (Choice(word, names.get(word, "")) for word in one.choices)

    def _example(self, one: Field) -> str:
        """An example that can be used here: an id that exists, a day within the promise."""
        if one.refers_to:
            first = next(self._choices(one), None)
            return first.id if first else one.example
        if self.kind.is_of_a_promise and one.key in ("datum", "från", "till"):
            latest = self.site.settings.frozen_at or self.today
            day = max(min(latest, self.promise.span.last), self.promise.span.first)
            return (day.replace(day=1) if one.key == "från" else day).isoformat()
        return one.example

    def _of_group(self, group: Field) -> list[str]:
        """A required group: as it was written in one piece, or field by field."""
        if self.has(group.key):
            return [entry(group, self.answers[group.key])]
        inner = [slot.field for slot in self.kind.slots if slot.group == group]
        lines = [f"  {entry(one, self.answers[one.key])}" for one in inner if self.has(one.key)]
        rest = self._comments(one for one in inner if not self.has(one.key))
        return [f"{group.key}:", *lines, *(f"  {line}" for line in rest)]

    def _comments(self, fields: Iterable[Field]) -> list[str]:
        """What else there is to write: taking away the mark makes it a field.

        What it is stands above it. After a text on the same line it would be read as part of that.
        """
        told = ((f"## {one.help}", f"# {one.key}: {self._example(one)}") for one in fields)
        return [line for lines in told for line in lines]

    def _path(self, id: str) -> str:
        promise = self.promise.id if self.kind.is_of_a_promise else ""
        return self.kind.path.format(promise=promise, id=id)

    @property
    def trial(self) -> RawFile:
        """The file under a passing name."""
        return RawFile(self._path(_PASSING), self.text().encode("utf-8", "surrogateescape"))

    def _is_taken(self, id: str) -> bool:
        """A promise has its folder to itself; an action in a list has its id too."""
        path = self._path(id)
        folder = path.removesuffix("lofte.md")
        paths = {file.path.casefold() for file in self.files}
        if folder != path:
            return any(one.startswith(folder) for one in paths)
        is_action = self.kind.record.type is Action
        return path in paths or (is_action and any(a.id == id for a in self.promise.actions))


def _only_one_with(measure: str, site: Site) -> str | None:
    """The promise that has a measure by that id, when just one has."""
    name = measure.partition("#")[0]
    found = [one.id for one in site.promises if any(m.id == name for m in one.measures)]
    return found[0] if len(found) == 1 else None


def newest(site: Site) -> Promise:
    """The promise that things belong to unless another is chosen."""
    return max(site.promises, key=lambda promise: (promise.span, promise.id))


_PASSING = "fil-under-arbete"
_LONGEST = 80
_MORE = "# Rader med # först syns inte. Ta bort # och mellanslaget efter för att använda ett fält."
_WORDS = Question(
    BODY,
    "Löftets egna ord om åtgärden",
    "Minst fyra vandringar genomförs under sommaren.",
    is_needed=True,
)
NOTHING_THERE: Mapping[Referable, str] = {
    "plats": "Det finns inga platser än. Gör en först:  ny plats",
    "part": "Det finns inga parter än. Skriv dem först i parter.yaml.",
    "åtgärd": "Löftet har inga åtgärder än. Gör en först:  ny åtgärd",
    "löfte": "Det finns inget löfte än. Gör ett först:  ny löfte",
    "redovisning": "Löftet har inga redovisningar än. Gör en först:  ny redovisning",
}


def _slots(one: Field) -> Iterator[Slot]:
    """A required group of fields is asked for and written field by field."""
    if one.required and one.record:
        yield from (Slot(inner, one) for inner in one.record.fields)
    else:
        yield Slot(one)


def _countable(promise: Promise) -> Iterator[Choice]:
    """What something can be counted for: measures; of several targets, each; and steps."""
    for measure in promise.measures:
        if len(measure.targets) == 1:
            yield Choice(measure.id, measure.heading)
        for target in measure.targets:
            if len(measure.targets) > 1:
                yield Choice(f"{measure.id}#{target.id}", f"{measure.heading}: {target.id}")
            for step in target.steps:
                yield Choice(f"{measure.id}#{step.id}", f"{measure.heading}: {step.name}")
