"""The map of a site: which places are set out with what words, and what lies beneath them.

It is drawn on the pages, and looked at by the rule that says when there is too much for it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from followup.graphics import map as drawn
from followup.graphics.grounds import Ground
from followup.graphics.map import Drawing
from followup.graphics.shapes import NOTHING
from followup.model import Layer, MapFile, Place, Site
from followup.progress import Progress
from followup.progress.counting import Belonging
from followup.swedish import capitalise, count_digits, sort_key

SIGNS = {
    "område": "area",
    "gräns": "border",
    "järnväg": "railway",
    "väg": "road",
    "vatten": "water",
}


def drawings(site: Site, progress: Progress) -> tuple[Drawing, ...]:
    """The map in each size; nothing when no place can be set out.

    What is left out for want of room has the name of the layer's file, or the id of the place.
    """
    done = done_by_place(site, progress)
    shapes = {file.name: file.shape for file in site.maps}
    places = []
    for place in in_order(site.places):
        at = place.position
        places.append(
            drawn.Place(
                key=place.id,
                name=capitalise(place.name),
                note=actions(done[place.id]) if done.get(place.id) else "",
                point=(at.longitude, at.latitude) if at else None,
                area=shapes.get(place.area or "", NOTHING),
            )
        )
    return _drawn(tuple(places), tuple(_grounds(site)))


@lru_cache(maxsize=2)
def _drawn(places: tuple[drawn.Place, ...], grounds: tuple[Ground, ...]) -> tuple[Drawing, ...]:
    """Remembered, as both the rule and the pages ask for it and it can take a second."""
    return drawn.draw(places, grounds)


def done_by_place(site: Site, progress: Progress) -> Counter[str]:
    """How many actions have been done in each place; what lies in a place counts there too."""
    belonging = Belonging.of(site)
    return Counter(
        place
        for result in progress.promises
        for action in result.promise.actions
        if action.status == "genomförd"
        for place in belonging.lies_in(action.places)
    )


def in_order(places: Iterable[Place]) -> Iterator[Place]:
    """Each district by name with the places in it, then those outside any."""
    by_name = sorted(places, key=lambda place: sort_key(place.name))
    for place in by_name:
        if place.kind == "kommundel":
            yield place
            yield from (p for p in by_name if p.kind == "plats" and p.district == place.id)
    yield from (place for place in by_name if place.kind == "plats" and not place.district)


def layers(site: Site) -> Iterator[tuple[Layer, MapFile]]:
    """Each layer that has its file, as they are written."""
    files: Mapping[str, MapFile] = {file.name: file for file in site.maps}
    for layer in site.layers.layers if site.layers else ():
        if layer.file in files:
            yield layer, files[layer.file]


def actions(found: int) -> str:
    return count_digits(found, "insats", "insatser")


def _grounds(site: Site) -> Iterator[Ground]:
    """What lies beneath, from the bottom: what is within a border stands out from the rest."""
    for layer, file in sorted(layers(site), key=lambda pair: _UPWARDS.index(pair[0].kind)):
        yield Ground(SIGNS[layer.kind], file.shape, layer.kind == "gräns", file.name)


_UPWARDS = ("gräns", "vatten", "väg", "järnväg")
