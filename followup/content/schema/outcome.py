"""An outcome, and the values that are measured of it."""

from dataclasses import dataclass
from itertools import pairwise

from followup.content import checks
from followup.content.dates import span
from followup.content.decimals import decimal_number
from followup.content.document import Mapping, Node
from followup.content.fields import Context, invalid, list_of, one_of, reference, said, text
from followup.content.record import At, Field, Group, Record, group
from followup.content.schema.shared import (
    CITATION,
    DRAFT,
    EXAMPLE,
    PUBLISH,
    REVIEWED_FIELD,
)
from followup.diagnostics import Source
from followup.model import Outcome, Reading


def _place_of_reading(mapping: Mapping) -> Source:
    return At(mapping)("datum")


READING = Record(
    "värde",
    Reading,
    (
        Field("datum", "date", span, "När det mättes", "2018-03", True),
        Field("värde", "value", decimal_number, "Talet", '"1,43"', True),
        Field(
            "källa",
            "citation",
            group(CITATION),
            "Var talet står",
            "{titel: Trygghetsmätningen, datum: 2018-05}",
        ),
    ),
)


@dataclass(frozen=True)
class _Reading(Group[Reading]):
    """One value. Inside braces a comma ends a field, so `1,43` needs its quotation marks there."""

    def __call__(self, node: Node, context: Context) -> Reading:
        for before, after in pairwise(node.entries if isinstance(node, Mapping) else ()):
            if before.key.text == "värde" and after.key.text.isdecimal():
                written = f"{text(before.value, context)},{after.key.text}"
                raise invalid(
                    before.value.source,
                    f"kommat i {said(written)} skiljer fälten åt inom klammer",
                    f'Skriv talet inom citattecken:  värde: "{written}"',
                )
        return super().__call__(node, context)


reading = _Reading(READING, {"source": _place_of_reading})

OUTCOME = Record(
    "effekt",
    Outcome,
    (
        Field("rubrik", "heading", text, "Kort namn", "Trygghet på kvällen", True),
        Field("mått", "measured", text, "Vad som mäts", "Andel som känner sig trygga ute", True),
        Field("enhet", "unit", text, "Vad talet anger", "procent", True),
        Field(
            "riktning",
            "direction",
            one_of("lågt är bra", "högt är bra"),
            "Åt vilket håll som är bättre",
            "högt är bra",
        ),
        Field(
            "utgångsläge",
            "baseline",
            reading,
            "Värdet som de senare jämförs med",
            '{datum: 2017-03, värde: "48,5"}',
        ),
        Field(
            "värden",
            "readings",
            list_of(reading),
            "Värden som har mätts sedan dess",
            '{datum: 2018-03, värde: "51,2"}',
        ),
        Field("åtgärd", "measure", reference("åtgärd"), "Åtgärden det gäller", "nattvandring"),
        Field("väntas", "expected", span, "När nästa värde kommer", "2019-03"),
        DRAFT,
        PUBLISH,
        EXAMPLE,
        REVIEWED_FIELD,
    ),
    (checks.one_value_for_a_date,),
)
