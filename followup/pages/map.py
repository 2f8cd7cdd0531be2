"""The map of the places: two pictures of the same, and the words around them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from followup import cartography, links
from followup.cartography import SIGNS, actions
from followup.graphics.map import Drawing, Mark
from followup.model import Place
from followup.pages.frame import Frame, Link
from followup.swedish import capitalise, listing, number


@dataclass(frozen=True)
class Spot:
    """A place on a picture. `words` are what the link says when it is read aloud."""

    mark: Mark
    address: str
    words: str
    is_district: bool
    is_empty: bool


@dataclass(frozen=True)
class Picture:
    """The map in one size; `scale` is what the scale bar says.

    `numbered` are the places that have a number in place of their name: `1 Bro, 2 Brunna`.
    """

    name: str
    drawing: Drawing
    spots: tuple[Spot, ...]
    scale: str
    numbered: str


@dataclass(frozen=True)
class Row:
    """A place in the list beside the map."""

    place: Link
    count: str


@dataclass(frozen=True)
class MapView:
    """The pictures, what their signs mean, the same as a list, and whom it all comes from."""

    pictures: tuple[Picture, ...]
    legend: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    left_out: tuple[Link, ...]
    credits: tuple[str, ...]
    has_districts: bool

    @property
    def drawn(self) -> frozenset[str]:
        """The addresses of the places on the map."""
        return frozenset(row.place.address for row in self.rows)


def map_view(frame: Frame) -> MapView | None:
    """The map with what has been done in each place, in all promises, as the place's page says.

    None when no place can be set out.
    """
    done = cartography.done_by_place(frame.site, frame.progress)
    places = [*cartography.in_order(frame.site.places)]
    drawings = cartography.drawings(frame.site, frame.progress)
    if not drawings:
        return None
    set_out = {mark.key for mark in drawings[0].marks}
    shown = [place for place in places if place.id in set_out]
    return MapView(
        pictures=tuple(
            _picture(frame, name, drawing, done)
            for name, drawing in zip(("narrow", "wide"), drawings, strict=True)
        ),
        legend=tuple(_legend(shown, drawings, done)),
        rows=tuple(Row(_link(frame, one), _count(one, done)) for one in shown),
        left_out=tuple(_link(frame, place) for place in places if place.id not in set_out),
        credits=tuple(dict.fromkeys(_credits(frame, shown, drawings))),
        has_districts=any(place.kind == "kommundel" for place in shown),
    )


def _picture(frame: Frame, name: str, drawing: Drawing, done: Mapping[str, int]) -> Picture:
    places = {place.id: place for place in frame.site.places}
    return Picture(
        name=name,
        drawing=drawing,
        spots=tuple(_spot(frame, mark, places[mark.key], done) for mark in drawing.marks),
        scale=_length(drawing.bar.metres),
        numbered=", ".join(
            f"{mark.number} {capitalise(places[mark.key].name)}"
            for mark in sorted(drawing.marks, key=lambda mark: mark.number)
            if not mark.label
        ),
    )


def _spot(frame: Frame, mark: Mark, place: Place, done: Mapping[str, int]) -> Spot:
    first = "" if mark.label else f"{mark.number}, "
    return Spot(
        mark=mark,
        address=frame.links.to(links.place(place.id)),
        words=f"{first}{capitalise(place.name)}: {_count(place, done)}",
        is_district=place.kind == "kommundel",
        is_empty=not done.get(place.id),
    )


def _link(frame: Frame, place: Place) -> Link:
    return Link(capitalise(place.name), frame.links.to(links.place(place.id)))


def _count(place: Place, done: Mapping[str, int]) -> str:
    """None reported is not none done."""
    found = done.get(place.id)
    return actions(found) if found else "ingen redovisad insats"


def _length(metres: int) -> str:
    return f"{number(metres // 1000)}\u00a0km" if metres >= 1000 else f"{metres}\u00a0m"


def _legend(
    shown: Iterable[Place], drawings: Iterable[Drawing], done: Mapping[str, int]
) -> Iterator[tuple[str, str]]:
    """Each sign that is used, and what it means."""
    kinds = {(place.kind, bool(done.get(place.id))) for place in shown}
    for kind, sign in (("kommundel", "district"), ("plats", "place")):
        if (kind, True) in kinds:
            yield sign, f"{kind} med insatser"
        if (kind, False) in kinds:
            yield f"{sign} empty", f"{kind} utan redovisad insats"
    used = {one.kind for drawing in drawings for one in (*drawing.areas, *drawing.grounds)}
    yield from ((sign, word) for word, sign in SIGNS.items() if sign in used)


def _credits(frame: Frame, shown: Iterable[Place], drawings: Iterable[Drawing]) -> Iterator[str]:
    """Whom the positions and each layer that is drawn come from, as their licences ask for."""
    sources = [place.position_source for place in shown if place.position_source]
    yield f"Lägen: {listing([*dict.fromkeys(sources)])}."
    used = {one.kind for drawing in drawings for one in drawing.grounds}
    for layer in frame.site.layers.layers if frame.site.layers else ():
        if SIGNS[layer.kind] in used:
            yield f"{capitalise(layer.kind)}: {layer.credit} ({layer.licence})."
