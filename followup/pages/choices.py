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
from followup.swedish import capitalise, listing, month, sort_key

Kind = Literal["atgard", "plats", "manad", "part", "lage"]
# Rows by what they are found by: one pass over the actions fills all lists.
Found = Mapping[tuple[Kind, str], Sequence[Listed]]


@dataclass(frozen=True)
class Choice:
    """One measure, place, month or party, with the actions that it has, newest first.

    `heading` says what is shown, `name` stands in a list of choices; `includes` says what else
    counts as this, and `about` is the page on the measure or the place itself. What `is_to_come`
    has the nearest first.
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

    @property
    def count(self) -> str:
        return count(self.rows)

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


def groups(frame: Frame, result: PromiseResult, by: Found) -> tuple[Group, ...]:
    """The kinds that have something to choose; a value without actions is no choice."""
    measures, places = tuple(_measures(frame, result, by)), tuple(_places(frame, result, by))
    months, parties = tuple(_months(frame, result, by)), tuple(_parties(frame, result, by))
    made = (
        Group("atgard", "Åtgärd", "Vald åtgärd", "Alla åtgärder", measures),
        Group("plats", "Plats", "Vald plats", "Alla platser", places),
        Group("manad", "Månad", "Vald månad", "Alla månader", months),
        Group("part", "Vem", "Vald aktör", "Alla", parties),
    )
    return tuple(group for group in made if group.choices)


def planned(
    frame: Frame, result: PromiseResult, coming: Sequence[Listed], unconfirmed: Sequence[Listed]
) -> Group:
    """What is or was planned: nothing to choose, but lists of the same form."""
    to_come, past = links.COMING, links.UNCONFIRMED
    choices = (
        Choice(
            "lage",
            to_come,
            "På gång",
            "Insatser på gång",
            coming,
            _address(frame, result, "lage", to_come),
            is_to_come=True,
        ),
        Choice(
            "lage",
            past,
            "Planerat, men inte redovisat",
            "Planerat, men inte redovisat",
            unconfirmed,
            _address(frame, result, "lage", past),
            "Dagen har varit. Vi har inte fått veta om det blev av.",
        ),
    )
    return Group("lage", "Läge", "Valt läge", "Alla lägen", choices)


def _measures(frame: Frame, result: PromiseResult, by: Found) -> Iterator[Choice]:
    for measure in result.measures:
        id, heading = measure.measure.id, measure.measure.heading
        if ("atgard", id) in by:
            counts = all(target.tally for target in measure.targets)
            about = Link(heading, frame.links.to(links.measure(result.promise.id, id)))
            yield Choice(
                "atgard",
                id,
                heading,
                f"Insatser: {heading}",
                by["atgard", id],
                _address(frame, result, "atgard", id),
                "Där en insats inte räknas står det varför. De andra räknas." if counts else None,
                about,
            )


def _places(frame: Frame, result: PromiseResult, by: Found) -> Iterator[Choice]:
    for place in sorted(frame.site.places, key=lambda place: sort_key(place.name)):
        if ("plats", place.id) in by:
            name = capitalise(place.name)
            inside = [other.name for other in frame.site.places if other.district == place.id]
            yield Choice(
                "plats",
                place.id,
                name,
                _where(place),
                by["plats", place.id],
                _address(frame, result, "plats", place.id),
                _with_places(inside) if inside else None,
                Link(name, frame.links.to(links.place(place.id))),
            )


def _months(frame: Frame, result: PromiseResult, by: Found) -> Iterator[Choice]:
    for id in sorted((id for kind, id in by if kind == "manad"), reverse=True):
        name = month(date.fromisoformat(f"{id}-01"))
        yield Choice(
            "manad",
            id,
            capitalise(name),
            f"Insatser i {name}",
            by["manad", id],
            _address(frame, result, "manad", id),
        )


def _parties(frame: Frame, result: PromiseResult, by: Found) -> Iterator[Choice]:
    for party in frame.site.parties:
        if ("part", party.id) in by:
            parts = [other.short_name for other in frame.site.parties if other.part_of == party.id]
            yield Choice(
                "part",
                party.id,
                capitalise(party.short_name),
                f"Insatser där {party.short_name} deltog",
                by["part", party.id],
                _address(frame, result, "part", party.id),
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
