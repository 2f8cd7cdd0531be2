"""The site as a whole: settings, parties, places and free pages."""

from followup.content import checks
from followup.content.contacts import email, phone, position, web_address
from followup.content.counts import number
from followup.content.dates import day
from followup.content.fields import (
    colour,
    language,
    list_of,
    one_of,
    reference,
    text,
    yes_no,
)
from followup.content.record import Field, Record, group
from followup.content.schema.shared import DRAFT, FORMER, PUBLISH, REVIEWED_FIELD
from followup.model import (
    Contact,
    FreePage,
    Lengths,
    NoticeSettings,
    Party,
    Place,
    Settings,
    Statement,
)

CONTACT = Record(
    "kontakt",
    Contact,
    (
        Field("namn", "name", text, "Vem som svarar", "Upplands-Bro kommun, kontaktcenter", True),
        Field("e-post", "email", email, "E-postadress", "kommun@upplands-bro.se"),
        Field("telefon", "phone", phone, "Telefonnummer", "08-581 690 00"),
    ),
)

LENGTHS = Record(
    "längder",
    Lengths,
    (
        Field("kort", "short", number(1), "Den korta notisens tecken med blanksteg", "300"),
        Field("mellan", "middle", number(1), "Mellannotisens tecken", "600"),
        Field("lång", "long", number(1), "Den långa notisens tecken", "1200"),
    ),
)

NOTICE = Record(
    "notis",
    NoticeSettings,
    (
        Field(
            "längder",
            "lengths",
            group(LENGTHS),
            "Hur långa notiserna får vara",
            "{kort: 300, mellan: 600, lång: 1200}",
        ),
        Field("rubrik_max", "headline", number(10), "Rubrikens tecken", "36"),
        Field("bredd_mm", "width_mm", number(30), "Spaltens bredd i millimeter", "82"),
        Field("kort_adress", "short_address", text, "Adress att trycka", "upplands-bro.se/loftet"),
    ),
)

STATEMENT = Record(
    "tillgänglighet",
    Statement,
    (
        Field(
            "förenlig",
            "conformance",
            one_of("helt", "delvis", "inte"),
            "Hur väl webbplatsen följer lagen",
            "delvis",
            True,
        ),
        Field("bedömd", "assessed", day, "När det bedömdes", "2018-09-01", True),
        Field("uppdaterad", "updated", day, "När texten senast ändrades", "2018-09-20"),
        Field("metod", "method", text, "Hur det bedömdes", "Egen granskning", True),
        Field("brister", "shortcomings", list_of(text), "Vad som inte fungerar", "Bild utan text"),
        Field(
            "undantag",
            "exempted",
            list_of(text),
            "Vad som undantas som oskäligt betungande (12 §), och varför",
            "Äldre filmer saknar undertexter",
        ),
    ),
)

SETTINGS = Record(
    "webbplats",
    Settings,
    (
        Field("version", "version", number(1), "Innehållsmodellens version, alltid 1", "1", True),
        Field("namn", "name", text, "Webbplatsens namn", "Följ löftet", True),
        Field("adress", "address", web_address, "Publik adress", "https://loftet.example", True),
        Field("kommun", "municipality", text, "Kommunens namn", "Upplands-Bro kommun", True),
        Field("beskrivning", "description", text, "En mening om webbplatsen", "Så går det"),
        Field(
            "kontakt",
            "contact",
            group(CONTACT),
            "Vem som svarar på frågor",
            "{namn: Kontaktcenter, e-post: kommun@upplands-bro.se}",
            True,
        ),
        Field("fryst_till", "frozen_at", day, "Visa allt som det såg ut den dagen", "2018-10-01"),
        Field(
            "notis", "notice", group(NOTICE), "Tidningens gränser", "{rubrik_max: 36, bredd_mm: 82}"
        ),
        Field(
            "inaktuellt_efter",
            "stale_after",
            number(1, 3650),
            "Efter så många dagar utan nytt säger webbplatsen ifrån",
            "60",
        ),
        Field("färg", "accent", colour, "Accentfärg på vit botten", '"#0a5c63"'),
        Field("färg_mörk", "accent_dark", colour, "Accentfärg på mörk botten", '"#7fd3d3"'),
        Field(
            "tillgänglighet",
            "accessibility",
            group(STATEMENT),
            "Uppgifter till tillgänglighetsredogörelsen",
            "{förenlig: delvis, bedömd: 2018-09-01, metod: Egen granskning}",
        ),
        Field(
            "nytt_löfte", "next_promise", text, "Text medan nästa löfte tas fram", "Arbete pågår"
        ),
        Field("licens", "licence", text, "De öppna uppgifternas licens", "CC0 1.0"),
        Field(
            "inbäddas_av",
            "embedded_by",
            list_of(text),
            "Webbplatser som får visa uppgifter härifrån",
            "polisen.se",
        ),
        REVIEWED_FIELD,
    ),
    (checks.version_is_known,),
)

PARTY = Record(
    "part",
    Party,
    (
        Field("namn", "name", text, "Hela namnet", "Polismyndigheten", True),
        Field(
            "slag",
            "kind",
            one_of("polis", "kommun", "bolag", "förening", "myndighet", "annan"),
            "Vad för slags part",
            "polis",
            True,
        ),
        Field("kort", "short", text, "Kort namn i löpande text", "Polisen"),
        Field("webb", "web", web_address, "Webbplats", "https://polisen.se"),
        Field("del_av", "part_of", reference("part"), "Parten ingår i en annan", "kommunen"),
        REVIEWED_FIELD,
    ),
)

PLACE = Record(
    "plats",
    Place,
    (
        Field("namn", "name", text, "Platsens namn", "Bro centrum", True),
        Field("typ", "kind", one_of("plats", "kommundel"), "Plats eller kommundel", "plats"),
        Field("kommundel", "district", reference("plats"), "Kommundel som platsen ligger i", "bro"),
        Field(
            "läge",
            "position",
            position,
            "Latitud och longitud, med punkt som decimaltecken",
            "59.47857, 17.74834",
        ),
        Field(
            "läge_källa",
            "position_source",
            text,
            "Varifrån läget och området kommer",
            "GeoNames (CC BY 4.0)",
        ),
        Field("område", "area", reference("kartfil"), "Fil med platsens yta", "bro.geojson"),
        FORMER,
        REVIEWED_FIELD,
    ),
    (checks.position_has_its_source,),
)

FREE_PAGE = Record(
    "sida",
    FreePage,
    (
        Field("rubrik", "heading", text, "Sidans rubrik", "Om löftet", True),
        Field("språk", "language", language, "Sidans språk, med två bokstäver", "sv"),
        Field("lättläst", "is_easy", yes_no, "Sidan är lättläst", "ja"),
        Field("ordning", "order", number(1), "Nummer i menyn", "1"),
        Field("i_sidfot", "in_footer", yes_no, "Länken står längst ner på varje sida", "ja"),
        DRAFT,
        PUBLISH,
        FORMER,
        REVIEWED_FIELD,
    ),
)
