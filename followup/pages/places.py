"""The places as a list: what is done where I live?"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from followup import links
from followup.links import Prose
from followup.model import Action, Place
from followup.output import Page
from followup.pages.frame import ActionItem, Frame, Link, Shell, page
from followup.pages.judged import judged, notes
from followup.pages.listed import FEW, Shown, by_last_day, nearest, newest
from followup.pages.map import MapView, map_view
from followup.pages.planned import every_coming, every_unconfirmed
from followup.progress import PromiseResult
from followup.progress.counting import Belonging
from followup.swedish import capitalise, count, sort_key


@dataclass(frozen=True)
class PlaceItem:
    """A place in the list, with what is promised for it and what has been done there.

    `of_places` are the measures that are promised for places in it and not for it by name.
    `is_off_map` when the map is without it.
    """

    name: str
    address: str
    body: Prose
    measures: tuple[Link, ...]
    of_places: tuple[Link, ...]
    count: str
    latest: Link | None
    is_off_map: bool


@dataclass(frozen=True)
class District:
    """A district and the places in it; `district` is None for places outside any."""

    district: PlaceItem | None
    places: tuple[PlaceItem, ...]


@dataclass(frozen=True)
class PlacesView:
    shell: Shell
    map: MapView | None
    districts: tuple[District, ...]


@dataclass(frozen=True)
class PlaceView:
    """One place on its own page: what is to come there, and the newest actions first."""

    shell: Shell
    place: PlaceItem
    district: Link | None
    inside: tuple[Link, ...]
    coming: Shown
    actions: Shown
    map: MapView | None


def plan(frame: Frame) -> Iterator[Page]:
    """The page of all places, by district, and one page for each."""
    here = _Here(frame, Belonging.of(frame.site))
    view = PlacesView(
        shell=frame.shell(
            links.PLACES,
            "Platser",
            "Platserna som löftet gäller, vad som är utlovat där och vad som har gjorts.",
            (("Så går det", "/"),),
        ),
        map=here.map,
        districts=tuple(_districts(here)),
    )
    yield page(links.PLACES, "places", view)
    for place in here.places:
        yield page(links.place(place.id), "place", here.view(place))


@dataclass(frozen=True)
class _Here:
    """What there is to say of places: what lies in a place counts there too."""

    frame: Frame
    belonging: Belonging

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """All places, å ä ö last."""
        return tuple(sorted(self.frame.site.places, key=lambda place: sort_key(place.name)))

    @property
    def map(self) -> MapView | None:
        return self.frame.once(map_view)

    def item(self, place: Place) -> PlaceItem:
        done = [(r, a) for r, a in self._actions(place) if a.status == "genomförd"]
        latest = self.frame.action_item(*done[0]) if done else None
        address = self.frame.links.to(links.place(place.id))
        own = self._measures({place.id})
        inside = self._measures({p.id for p in self.places if p.district == place.id})
        return PlaceItem(
            name=capitalise(place.name),
            address=address,
            body=self.frame.links.prose(place.body),
            measures=own,
            of_places=tuple(link for link in inside if link not in own),
            count=_count(len(done)),
            latest=Link(f"{latest.title}, {latest.when.text}", latest.address) if latest else None,
            is_off_map=self.map is not None and address not in self.map.drawn,
        )

    def view(self, place: Place) -> PlaceView:
        item = self.item(place)
        here = self._actions(place)
        coming = [row for row in reversed(here) if self.frame.is_to_come(row[1])]
        past = [row for row in here if not self.frame.is_to_come(row[1])]
        return PlaceView(
            shell=self.frame.shell(
                links.place(place.id),
                item.name,
                f"{item.name}: vad som är utlovat här och vad som har gjorts.",
                (("Så går det", "/"), ("Platser", links.PLACES)),
            ),
            place=item,
            district=next((self._link(p) for p in self.places if p.id == place.district), None),
            inside=tuple(self._link(p) for p in self.places if p.district == place.id),
            coming=nearest([self._item(*row) for row in coming], *self._every_coming(coming)),
            actions=newest([self._item(*row) for row in past], *self._every(place, past)),
            map=self.map if self.map and item.address in self.map.drawn else None,
        )

    def _link(self, place: Place) -> Link:
        return Link(capitalise(place.name), self.frame.links.to(links.place(place.id)))

    def _actions(self, place: Place) -> list[tuple[PromiseResult, Action]]:
        """Every action here or in a part of this place, newest first."""
        return self._by_place.get(place.id, [])

    @cached_property
    def _by_place(self) -> Mapping[str, list[tuple[PromiseResult, Action]]]:
        """The actions of each place, newest first."""
        pairs = [
            (result, action)
            for result in self.frame.progress.promises
            for action in result.promise.actions
        ]
        found: dict[str, list[tuple[PromiseResult, Action]]] = defaultdict(list)
        for pair in sorted(pairs, key=lambda pair: by_last_day(pair[1]), reverse=True):
            for id in self.belonging.lies_in(pair[1].places):
                found[id].append(pair)
        return found

    def _every(self, place: Place, past: Sequence[tuple[PromiseResult, Action]]) -> Iterator[Link]:
        """The lists that have all of this of each promise, those with the newest first."""
        of = {result.promise.id: result for result, _ in past}
        told = {result.promise.id for result, action in past if action.status != "planerad"}
        untold = Counter(result.promise.id for result, a in past if a.status == "planerad")
        for id, result in of.items():
            if id in told:
                what = "redovisade insatser" if untold[id] > FEW else "insatser"
                text = f"Alla {what} här för {result.promise.title}"
                yield Link(text, self.frame.links.to(links.choice(id, "plats", place.id)))
            if id not in told or untold[id] > FEW:
                yield every_unconfirmed(self.frame, result, untold[id])

    def _every_coming(self, coming: Sequence[tuple[PromiseResult, Action]]) -> Iterator[Link]:
        """The list of what is to come of each promise that has planned something here."""
        number = Counter(result.promise.id for result, _ in coming)
        of = {result.promise.id: result for result, _ in coming}
        for id, result in of.items():
            yield every_coming(self.frame, result, number[id])

    def _item(self, result: PromiseResult, action: Action) -> ActionItem:
        return self.frame.action_item(result, action, self._note(result, action))

    def _note(self, result: PromiseResult, action: Action) -> str | None:
        """Why an action does not count; that nothing is told of what was planned for a past day."""
        if action.status != "planerad":
            return self._notes[result.promise.id].get(action.id)
        if self.frame.is_to_come(action):
            return None
        return "Planerad. Det är inte redovisat om den blev av."

    @cached_property
    def _notes(self) -> Mapping[str, Mapping[str, str]]:
        """What the lists of each promise say of its actions."""
        promises, words = self.frame.progress.promises, self.frame.words
        return {result.promise.id: notes(result, judged(result, words)) for result in promises}

    def _measures(self, places: set[str]) -> tuple[Link, ...]:
        """What is promised for any of the places, by their ids; of several promises, in which."""
        promises = [result.promise for result in self.frame.progress.promises]
        return tuple(
            Link(
                f"{measure.heading} ({promise.title})" if len(promises) > 1 else measure.heading,
                self.frame.links.to(links.measure(promise.id, measure.id)),
            )
            for promise in promises
            for measure in promise.measures
            if places.intersection(measure.places)
        )


def _districts(here: _Here) -> Iterator[District]:
    for place in here.places:
        if place.kind == "kommundel":
            inside = (here.item(p) for p in here.places if p.district == place.id)
            yield District(here.item(place), tuple(inside))
    loose = (p for p in here.places if p.kind == "plats" and not p.district)
    if items := tuple(here.item(place) for place in loose):
        yield District(None, items)


def _count(n: int) -> str:
    """How many actions are reported of a place: none reported is not none done."""
    if not n:
        return "Ingen insats är redovisad här."
    return f"{capitalise(count(n, 'insats', 'insatser'))} här."
