"""Rules on the map: what its files hold, and whether anything is drawn of them."""

from collections import Counter
from collections.abc import Iterator, Mapping

from followup.cartography import drawings, layers
from followup.content.fields import said
from followup.diagnostics import Source
from followup.graphics.geography import Box, box
from followup.model import Layers, MapFile, Site
from followup.rules.rule import Finding, Rule, rule
from followup.rules.subject import Subject
from followup.swedish import count_digits

LAYERS_FILE = "karta/lager.yaml"


@rule("karta")
def an_area_has_an_area(subject: Subject) -> Iterator[Finding]:
    """En plats område ska vara en fil med en yta, och ett lager ska ha linjer eller ytor.

    Fel: område: en fil som bara har punkter
    Rätt: område: en fil med gränsen som Polygon
    """
    maps = _by_name(subject.site)
    for place in subject.site.places:
        file = maps.get(place.area or "")
        if file and not file.shape.areas:
            yield Finding(
                subject.at(place.source, "område"),
                f"{said(file.name)} har ingen yta, så den kan inte vara ett område",
                "Spara områdets gräns som Polygon i filen, eller ta bort området.",
            )
    for layer, file in layers(subject.site):
        if not file.shape.areas and not file.shape.lines:
            yield Finding(
                subject.at(layer.source, "fil"),
                f"{said(file.name)} har bara punkter, och de ritas inte",
                "Spara det som ska ritas som linjer eller ytor.",
            )


@rule("oanvänd-karta", "varning")
def every_map_file_is_drawn(subject: Subject) -> Iterator[Finding]:
    """En fil i mappen karta ska vara ett lager i lager.yaml eller en plats område.

    Fel: karta/bro.geojson, och ingen fil som nämner den
    Rätt: område: bro.geojson i platser/bro.md
    """
    if subject.left_out or (LAYERS_FILE in subject.texts and not subject.site.layers):
        return
    used = {place.area for place in subject.site.places}
    used |= {layer.file for layer in _layers(subject.site).layers}
    for file in subject.site.maps:
        if file.name not in used:
            yield Finding(
                Source(LAYERS_FILE),
                f"kartfilen {said(file.name)} används inte",
                f"Skriv den som ett lager här, eller som  område: {file.name}  i en plats. Ta "
                "annars bort den.",
            )


@rule("tomt-kartlager", "varning")
def every_layer_is_near_the_places(subject: Subject) -> Iterator[Finding]:
    """Ett kartlager ska ligga vid platserna, annars syns det inte på kartan.

    Fel: fil: malmo.geojson, när platserna ligger i Upplands-Bro
    Rätt: fil: upplands-bro.geojson
    """
    places = _places(subject.site)
    if not places:
        return
    for layer, file in layers(subject.site):
        if not places.widened().meets(box(file.shape.corners)):
            yield Finding(
                subject.at(layer.source, "fil"),
                f"{said(file.name)} ligger inte i närheten av någon plats, så den syns inte",
                "Kontrollera att det är rätt fil, och att platsernas lägen är rätt.",
            )


@rule("tungt-kartlager", "varning")
def there_is_room_for_every_layer(subject: Subject) -> Iterator[Finding]:
    """Kartlagren och platsernas områden ska tillsammans få plats på kartan.

    Fel: fil: alla-gator.geojson
    Rätt: fil: storre-vagar.geojson
    """
    found = _left_out(subject)
    for layer, file in layers(subject.site) if found else ():
        if file.name in found:
            yield Finding(
                subject.at(layer.source, "fil"),
                f"kartan rymmer inte allt i {said(file.name)}: {_lines(found[file.name])}",
                "Ta bara med det som hjälper läsaren att hitta, till exempel större vägar och "
                "sjöar, med få hörn. Alla lager delar på utrymmet.",
            )
    for place in subject.site.places if found else ():
        if place.id in found:
            yield Finding(
                subject.at(place.source, "område"),
                f"kartan rymmer inte hela området: {_lines(found[place.id])}",
                "Rita området med färre hörn, eller ta med mindre i lagren i lager.yaml.",
            )


def _left_out(subject: Subject) -> Mapping[str, int]:
    """What is drawn roughly or not at all, in the size of the map that leaves out the most of it.

    It has the name of a layer's file or the id of a place.
    """
    if not subject.site.maps:
        return {}
    most: Counter[str] = Counter()
    for drawing in drawings(subject.site, subject.progress):
        most |= Counter(drawing.left_out)
    return most


def _lines(found: int) -> str:
    return (
        f"{count_digits(found, 'linje eller yta', 'linjer och ytor')} ritas grovt eller inte alls"
    )


def _by_name(site: Site) -> dict[str, MapFile]:
    return {file.name: file for file in site.maps}


def _layers(site: Site) -> Layers:
    return site.layers or Layers(Source(LAYERS_FILE))


def _places(site: Site) -> Box | None:
    """Where the places are; None when no place has a position or an area."""
    maps = _by_name(site)
    points = [(p.position.longitude, p.position.latitude) for p in site.places if p.position]
    for place in site.places:
        if place.area in maps:
            points += maps[place.area].shape.corners
    return box(points) if points else None


RULES: tuple[Rule, ...] = (
    an_area_has_an_area,
    every_map_file_is_drawn,
    every_layer_is_near_the_places,
    there_is_room_for_every_layer,
)
