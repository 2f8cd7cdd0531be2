"""What the actions of a promise can be chosen by: measure, place, month and party."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from followup import links
from followup.model import Place
from followup.pages.frame import Frame, Link
from followup.pages.listed import Listed, count, counted
from followup.progress import PromiseResult
from followup.swedish import capitalise, count_digits, listing, month, sort_key

Kind = Literal["atgard", "plats", "manad", "part", "lage"]
# Rows by what they are found by: one pass over the actions fills all lists.
Found = Mapping[tuple[Kind, str], Sequence[Listed]]


@dataclass(frozen=True)
class Choice:
    """One measure, place, month or party, with the actions that it has, newest first.

    `heading` says what is shown, `name` stands in a list of choices; `includes` says what else
    counts as this, and `about` is the page on the measure or the place itself. What `is_to_come`
    has the nearest first. `planned` is the number that is or was planned and nothing more.
    """

    kind: Kind
    id: str
    name: str
    heading: str
    rows: Sequence[Listed]
    address: str
    includes: str | None = None
    about: Link | None = None
    is_to_come: bool = False
    planned: int = 0

    @property
    def count(self) -> str:
        return count(self.rows)

    @property
    def number(self) -> str:
        """What stands beside its name: how many are planned when nothing is told."""
        return self.count if self.rows else count_digits(self.planned, "planerad", "planerade")

    @property
    def size(self) -> int:
        return len(self.rows)

    @property
    def done(self) -> int:
        """The number in `count`."""
        return counted(self.rows)


@dataclass(frozen=True)
class Group:
    """The choices of one kind. `chosen` stands before the one chosen, `every` is to choose none."""

    kind: Kind
    name: str
    chosen: str
    every: str
    choices: tuple[Choice, ...]


def found(rows: Iterable[Listed]) -> Found:
    """The rows of each measure, place, month and party, in the order given."""
    by: dict[tuple[Kind, str], list[Listed]] = defaultdict(list)
    for row in rows:
        by["manad", row.month].append(row)
        for id in row.measures:
            by["atgard", id].append(row)
        for id in row.places:
            by["plats", id].append(row)
        for id in row.parties:
            by["part", id].append(row)
    return by


def groups(frame: Frame, result: PromiseResult, told: Found, planned: Found) -> tuple[Group, ...]:
    """The kinds that have something to choose; a value without actions is no choice."""
    by = _By(frame, result, told, planned)
    made = (
        Group("atgard", "Åtgärd", "Vald åtgärd", "Alla åtgärder", tuple(_measures(by))),
        Group("plats", "Plats", "Vald plats", "Alla platser", tuple(_places(by))),
        Group("manad", "Månad", "Vald månad", "Alla månader", tuple(_months(by))),
        Group("part", "Vem", "Vald aktör", "Alla", tuple(_parties(by))),
    )
    return tuple(group for group in made if group.choices)


def states(
    frame: Frame, result: PromiseResult, coming: Sequence[Listed], unconfirmed: Sequence[Listed]
) -> tuple[Choice, ...]:
    """What is or was planned: nothing to choose, but lists of the same form."""
    return (
        Choice(
            "lage",
            links.COMING,
            "På gång",
            "Insatser på gång",
            coming,
            _address(frame, result, "lage", links.COMING),
            is_to_come=True,
        ),
        Choice(
            "lage",
            links.UNCONFIRMED,
            "Planerat, men inte redovisat",
            "Planerat, men inte redovisat",
            unconfirmed,
            _address(frame, result, "lage", links.UNCONFIRMED),
            "Dagen har varit. Vi har inte fått veta om det blev av.",
        ),
    )


@dataclass(frozen=True)
class _By:
    """What is told of and what is planned, by what it is found by."""

    frame: Frame
    result: PromiseResult
    told: Found
    planned: Found

    def has(self, kind: Kind, id: str) -> bool:
        return (kind, id) in self.told or (kind, id) in self.planned

    def choice(
        self,
        kind: Kind,
        id: str,
        name: str,
        heading: str,
        includes: str | None = None,
        about: Link | None = None,
    ) -> Choice:
        return Choice(
            kind,
            id,
            name,
            heading,
            self.told.get((kind, id), ()),
            _address(self.frame, self.result, kind, id),
            includes,
            about,
            planned=len(self.planned.get((kind, id), ())),
        )


def _measures(by: _By) -> Iterator[Choice]:
    for measure in by.result.measures:
        id, heading = measure.measure.id, measure.measure.heading
        if by.has("atgard", id):
            counts = all(target.tally for target in measure.targets)
            about = Link(heading, by.frame.links.to(links.measure(by.result.promise.id, id)))
            yield by.choice(
                "atgard",
                id,
                heading,
                f"Insatser: {heading}",
                "Där en insats inte räknas står det varför. De andra räknas." if counts else None,
                about,
            )


def _places(by: _By) -> Iterator[Choice]:
    every = by.frame.site.places
    for place in sorted(every, key=lambda place: sort_key(place.name)):
        if by.has("plats", place.id):
            name = capitalise(place.name)
            inside = [other.name for other in every if other.district == place.id]
            yield by.choice(
                "plats",
                place.id,
                name,
                _where(place),
                _with_places(inside) if inside else None,
                Link(name, by.frame.links.to(links.place(place.id))),
            )


def _months(by: _By) -> Iterator[Choice]:
    for id in sorted({id for kind, id in (*by.told, *by.planned) if kind == "manad"}, reverse=True):
        name = month(date.fromisoformat(f"{id}-01"))
        yield by.choice("manad", id, capitalise(name), f"Insatser i {name}")


def _parties(by: _By) -> Iterator[Choice]:
    every = by.frame.site.parties
    for party in every:
        if by.has("part", party.id):
            parts = [other.short_name for other in every if other.part_of == party.id]
            yield by.choice(
                "part",
                party.id,
                capitalise(party.short_name),
                f"Insatser där {party.short_name} deltog",
                f"Här ingår det som {listing(parts)} har gjort." if parts else None,
            )


def _address(frame: Frame, result: PromiseResult, kind: Kind, id: str) -> str:
    return frame.links.to(links.choice(result.promise.id, kind, id))


def _where(place: Place) -> str:
    """`Insatser i Bro centrum`; of other places we do not know whether it is i, på or vid."""
    is_inside = place.kind == "kommundel" or place.name.endswith("centrum")
    return f"Insatser i {place.name}" if is_inside else f"Insatser: {place.name}"


def _with_places(names: Sequence[str]) -> str:
    noun = "platsen" if len(names) == 1 else "platserna"
    return f"Här ingår {noun} i kommundelen: {listing(names)}."
