"""The places as a list: what is done where I live?"""

from collections.abc import Iterator
from dataclasses import dataclass

from followup import links
from followup.links import Prose
from followup.model import Place
from followup.output import Page
from followup.pages.frame import Frame, Link, Shell, page
from followup.progress.counting import Belonging
from followup.swedish import capitalise, count, sort_key


@dataclass(frozen=True)
class PlaceView:
    """A place with what is promised for it and what has been done there."""

    id: str
    name: str
    body: Prose
    measures: tuple[Link, ...]
    count: str
    latest: Link | None
    position_source: str | None


@dataclass(frozen=True)
class District:
    """A district and the places in it; `district` is None for places outside any."""

    district: PlaceView | None
    places: tuple[PlaceView, ...]


@dataclass(frozen=True)
class PlacesView:
    shell: Shell
    districts: tuple[District, ...]


def plan(frame: Frame) -> Iterator[Page]:
    """The page of all places, by district."""
    view = PlacesView(
        shell=frame.shell(
            links.PLACES,
            "Platser",
            "Platserna som löftet gäller, vad som är utlovat där och vad som har gjorts.",
            (("Så går det", "/"),),
        ),
        districts=tuple(_districts(frame)),
    )
    yield page(links.PLACES, "places", view)


def _districts(frame: Frame) -> Iterator[District]:
    places = sorted(frame.site.places, key=lambda place: sort_key(place.name))
    for place in places:
        if place.kind == "kommundel":
            inside = tuple(_place(frame, p) for p in places if p.district == place.id)
            yield District(_place(frame, place), inside)
    loose = tuple(_place(frame, p) for p in places if p.kind == "plats" and not p.district)
    if loose:
        yield District(None, loose)


def _place(frame: Frame, place: Place) -> PlaceView:
    belonging = Belonging.of(frame.site)
    measures = []
    actions = []
    for result in frame.progress.promises:
        for measure in result.measures:
            if place.id in measure.measure.places:
                address = links.measure(result.promise.id, measure.measure.id)
                measures.append(Link(measure.measure.heading, frame.links.to(address)))
        here = [a for a in result.promise.actions if place.id in belonging.lies_in(a.places)]
        actions += [(result, a) for a in here if a.status == "genomförd"]
    latest = max(actions, key=lambda pair: (pair[1].span.last, pair[1].id), default=None)
    item = frame.action_item(*latest) if latest else None
    return PlaceView(
        id=place.id,
        name=capitalise(place.name),
        body=frame.links.prose(place.body),
        measures=tuple(measures),
        count=capitalise(count(len(actions), "insats", "insatser")),
        latest=Link(f"{item.title}, {item.when.text}", item.address) if item else None,
        position_source=place.position_source,
    )
