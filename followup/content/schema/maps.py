"""What is drawn on the map beneath the places."""

from followup.content.fields import list_of, one_of, reference, text
from followup.content.record import Field, Record, group
from followup.content.schema.shared import REVIEWED_FIELD, place_in_file
from followup.model import Layer, Layers

LAYER = Record(
    "lager",
    Layer,
    (
        Field("fil", "file", reference("kartfil"), "Det som ritas", "kommungrans.geojson", True),
        Field(
            "slag",
            "kind",
            one_of("gräns", "järnväg", "väg", "vatten"),
            "Hur det ritas",
            "gräns",
            True,
        ),
        Field("källa", "credit", text, "Vem som har gjort filen", "Lantmäteriet", True),
        Field("licens", "licence", text, "Villkoren för att använda den", "CC0 1.0", True),
    ),
)

LAYERS = Record(
    "kartlager",
    Layers,
    (
        Field(
            "lager",
            "layers",
            list_of(group(LAYER, source=place_in_file)),
            "Kartfiler som ritas under platserna",
            "{fil: kommungrans.geojson, slag: gräns, källa: Lantmäteriet, licens: CC0 1.0}",
        ),
        REVIEWED_FIELD,
    ),
)
