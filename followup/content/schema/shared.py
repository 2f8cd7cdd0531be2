"""Fields that several groups have in common."""

from followup.content import checks
from followup.content.contacts import web_address
from followup.content.dates import day, span
from followup.content.document import Mapping
from followup.content.fields import (
    file_id,
    list_of,
    reference,
    text,
    yes_no,
)
from followup.content.record import Field, Record, group
from followup.diagnostics import Source
from followup.model import Citation, Correction, Reviewed


def place_in_file(mapping: Mapping) -> Source:
    """Where a group of fields begins."""
    return mapping.source


MOST = 100_000  # there is a mark on the page for each

PARTIES = list_of(reference("part"))

PLACES = list_of(reference("plats"))

CITATION = Record(
    "källa",
    Citation,
    (
        Field("titel", "title", text, "Dokumentets namn", "Protokoll från trygghetsrådet"),
        Field(
            "adress", "address", web_address, "Webbadress", "https://www.upplands-bro.se/protokoll"
        ),
        Field("datum", "date", span, "Dokumentets datum", "2018-03-14"),
        Field("diarienummer", "registry_number", text, "Diarienummer", "KS 18/0123"),
    ),
    (checks.citation_says_something,),
)

REVIEWED = Record(
    "granskat",
    Reviewed,
    (
        Field(
            "regel",
            "rule",
            text,
            "Varningens namn. Det står inom hakparentes",
            "fler-insatser",
            True,
        ),
        Field(
            "skäl", "reason", text, "Varför det är rätt ändå", "Siffran gäller bara dagtid", True
        ),
        Field("text", "text", text, "Orden som varningen gäller", "Målarvägen 3"),
    ),
)

CITATIONS = Field(
    "källor",
    "citations",
    list_of(group(CITATION)),
    "Var uppgiften står",
    "{titel: Protokoll, datum: 2018-03-14}",
)

REVIEWED_FIELD = Field(
    "granskat",
    "reviewed",
    list_of(group(REVIEWED, source=place_in_file)),
    "Svar på en varning: varför det är rätt ändå",
    "{regel: fler-insatser, skäl: Siffran gäller bara dagtid}",
)

EXAMPLE = Field("exempel", "is_example", yes_no, "Ja, när det är påhittat", "ja")

DRAFT = Field("utkast", "is_draft", yes_no, "Syns bara i förhandsvisningen", "ja")

PUBLISH = Field("publiceras", "publish_on", day, "Visas inte före den här dagen", "2018-05-01")

FORMER = Field(
    "tidigare_adress",
    "former_ids",
    list_of(file_id),
    "Tidigare id: den gamla adressen leder hit",
    "bro-station",
)

CORRECTION = Record(
    "rättelse",
    Correction,
    (
        Field("datum", "date", day, "När felet rättades", "2018-05-02", True),
        Field("vad", "what", text, "Vad som stod och vad som är rätt", "Rätt datum är 3 maj", True),
    ),
)

CORRECTIONS = Field(
    "rättelser",
    "corrections",
    list_of(group(CORRECTION)),
    "Fel som har rättats",
    "{datum: 2018-05-02, vad: Rätt datum är 3 maj}",
)
