"""THE tables of the open data: which there are, what a row is, and what stands in each column.

The columns that the content has come from the table of its fields, with its own words for them.
What is computed has its columns here. Files, schema and the page about them read nothing else.
"""

from dataclasses import dataclass

from followup.content.schema import (
    ACTION,
    CHANGE,
    CITATION,
    CORRECTION,
    MEASURE,
    OUTCOME,
    PARTY,
    PLACE,
    PROMISE,
    READING,
    REPORT,
    ROW,
    STEP,
    TARGET,
)
from followup.opendata.columns import Column, columns_of, computed


@dataclass(frozen=True)
class Table:
    """`name` is that of its files, `about` says what a row is, both `title` and it in Swedish.

    `shown` are the columns whose texts are read by themselves: they say "Exempel:" while anything
    is invented.
    """

    name: str
    title: str
    about: str
    columns: tuple[Column, ...]
    shown: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(column.key for column in self.columns)


_PROMISE = computed("löfte", "Löftets id", is_required=True)
_MEASURE = computed("åtgärd", "Åtgärdens id", is_required=True)
_TARGET = computed(
    "mål", "Målets id: åtgärdens, med # och målets eget när den har flera", is_required=True
)
_ID = computed("id", "Id, det som står i adressen", is_required=True)
_ADDRESS = computed("adress", "Sidan på webbplatsen")
_STATE = computed("läge", "Hur långt det har kommit, som ett av lägena", is_required=True)
_REPORTED_TO = computed("redovisat_till", "Sista dagen som något är redovisat för", "datum")
_EXAMPLE = computed(
    "exempel", "Ja när något i uppföljningen är påhittat, annars nej", "ja/nej", True
)


def _table(
    name: str, title: str, about: str, *columns: Column, shown: tuple[str, ...] = ()
) -> Table:
    return Table(name, title, about, (*columns, _EXAMPLE), shown)


def _text(what: str) -> Column:
    return computed("text", what)


PROMISES = _table(
    "loften",
    "Löften",
    "Ett löfte",
    _ID,
    *columns_of(PROMISE),
    computed("skede", "Före, pågår, slut eller slutredovisad", is_required=True),
    _REPORTED_TO,
    _text("Löftets egen text"),
    _ADDRESS,
)
MEASURES = _table(
    "atgarder",
    "Åtgärder",
    "En åtgärd i ett löfte",
    _PROMISE,
    _ID,
    *columns_of(MEASURE),
    _text("Löftets egna ord om åtgärden"),
    _STATE,
    computed("läge_i_ord", "Läget som det står på webbplatsen", is_required=True),
    _REPORTED_TO,
    _ADDRESS,
)
TARGETS = _table(
    "mal",
    "Mål",
    "Ett mål för en åtgärd, med villkoren för vad som räknas",
    _PROMISE,
    _MEASURE,
    _TARGET,
    computed("gällde_före", "Bara för ett tidigare mål: dagen då det ändrades", "datum"),
    *columns_of(TARGET, skip=("id",)),
    computed("tiden_är_slut", "Målets sista dag har passerat", "ja/nej", True),
)
STEPS = _table(
    "steg",
    "Steg",
    "Ett steg i ett mål",
    _PROMISE,
    _MEASURE,
    _TARGET,
    *columns_of(STEP),
    computed("klart", "Steget är redovisat som klart", "ja/nej", True),
    computed("klart_genom", "Insatsen eller redovisningen som säger det"),
)
ACTIONS = _table(
    "insatser",
    "Insatser",
    "En insats: något som har hänt, eller en offentlig händelse som är planerad",
    _PROMISE,
    _ID,
    *columns_of(ACTION, skip=("bild",)),
    _text("Med ord"),
    _ADDRESS,
    shown=("rubrik", "text"),
)
REPORTS = _table(
    "redovisningar",
    "Redovisningar",
    "Vad en part har redovisat om en tid",
    _PROMISE,
    _ID,
    *columns_of(REPORT),
    _text("Redovisningens egna ord"),
    _ADDRESS,
    shown=("text",),
)
_REPORT = computed("redovisning", "Redovisningens id", is_required=True)
_ROW = computed("rad", "Radens nummer i redovisningen", "heltal", True)
ROWS = _table(
    "redovisade-rader",
    "Rader i redovisningar",
    "En rad i en redovisning: vad den säger om en åtgärd",
    _PROMISE,
    _REPORT,
    _ROW,
    *columns_of(ROW),
    shown=("text",),
)
RESULTS = _table(
    "resultat",
    "Resultat",
    "Hur det går för ett mål",
    _PROMISE,
    _MEASURE,
    _TARGET,
    computed("rubrik", "Åtgärdens korta namn", is_required=True),
    computed("del", "Vad målet kallas när åtgärden har flera"),
    _STATE,
    computed("läge_i_ord", "Läget som det står på webbplatsen", is_required=True),
    _REPORTED_TO,
    computed("slutlig", "Det sista ordet är sagt om målet", "ja/nej", True),
    computed("siffra", "Siffran som den står på webbplatsen"),
    computed("antal", "Hur många som räknades", "heltal"),
    computed("noggrannhet", "Hur säkert antalet är"),
    computed("utlovat", "Det utlovade antalet", "heltal"),
    computed("hållna", "Så många veckor, platser, ärenden eller önskemål hölls", "heltal"),
    computed("missade", "Så många hölls inte", "heltal"),
    computed("okända", "Så många går inte att avgöra", "heltal"),
    computed("kommande", "Så många är inte redovisade än", "heltal"),
    computed("fler_kan_finnas", "Det är inte sagt hur många det var i allt", "ja/nej"),
    computed("månader_redovisade", "Månader som är redovisade var för sig", "heltal"),
    computed("månader_tillsammans", "Månader som bara ingår i en längre redovisning", "heltal"),
    computed("månader", "Alla månader hittills", "heltal"),
    computed("steg_klara", "Steg som är klara", "heltal"),
    computed("steg", "Alla steg", "heltal"),
    computed("avgjort_genom", "Insatsen eller redovisningen som avgjorde läget"),
    computed("mening", "Resultatet i hela meningar", is_required=True),
    _ADDRESS,
    shown=("mening",),
)
_SOURCE = (
    computed("insats", "Insatsens id"),
    computed("redovisning", "Redovisningens id"),
    computed("rad", "Radens nummer i redovisningen", "heltal"),
)
GROUNDS = _table(
    "underlag",
    "Underlag",
    "En insats eller en redovisad siffra, och vad den betyder för ett mål",
    _PROMISE,
    _MEASURE,
    _TARGET,
    *_SOURCE,
    computed("roll", "Räknas, ingår, läggs inte till, annan uppgift eller räknas inte", "text"),
    computed("skäl", "Varför den inte räknas"),
)
EACH_PLACE = _table(
    "resultat-per-plats",
    "Resultat per plats",
    "Hur det går på en plats, för ett mål som gäller varje plats",
    _PROMISE,
    _MEASURE,
    _TARGET,
    computed("plats", "Platsens id", is_required=True),
    _STATE,
    _REPORTED_TO,
    computed("antal", "Hur många som räknades", "heltal"),
    computed("noggrannhet", "Hur säkert antalet är"),
)
INTERVALS = _table(
    "resultat-per-period",
    "Resultat per period",
    "Hur det gick en vecka, månad eller annan period, för ett mål som gäller varje",
    _PROMISE,
    _MEASURE,
    _TARGET,
    computed("från", "Periodens första dag", "datum", True),
    computed("till", "Periodens sista dag", "datum", True),
    computed("läge", "Hållen, missad, okänd eller kommande", is_required=True),
)
OUTCOMES = _table(
    "effekter",
    "Effekter",
    "Något som mäts och som löftet hoppas påverka",
    _PROMISE,
    _ID,
    *columns_of(OUTCOME, skip=("utgångsläge", "värden")),
    _text("Med ord"),
    _ADDRESS,
    shown=("rubrik", "text"),
)
READINGS = _table(
    "matvarden",
    "Mätvärden",
    "Ett uppmätt värde",
    _PROMISE,
    computed("effekt", "Effektens id", is_required=True),
    computed("slag", "Utgångsläge eller värde", is_required=True),
    *columns_of(READING),
)
CHANGES = _table(
    "andringar",
    "Ändringar",
    "En ändring av ett löfte eller en åtgärd",
    _PROMISE,
    computed("åtgärd", "Åtgärdens id; tomt när löftet ändrades"),
    *columns_of(CHANGE, skip=("tidigare_mål",)),
    shown=("vad",),
)
CORRECTIONS = _table(
    "rattelser",
    "Rättelser",
    "Ett fel i en insats eller en redovisning, som har rättats",
    _PROMISE,
    *_SOURCE[:2],
    *columns_of(CORRECTION),
    shown=("vad",),
)
SOURCES = _table(
    "kallor",
    "Källor",
    "Var en uppgift står",
    _PROMISE,
    *_SOURCE[:2],
    *columns_of(CITATION),
)
PLACES = _table(
    "platser", "Platser", "En plats", _ID, *columns_of(PLACE), _text("Om platsen"), _ADDRESS
)
PARTIES = _table("parter", "Parter", "En part, eller en del av en", _ID, *columns_of(PARTY))

TABLES: tuple[Table, ...] = (
    PROMISES,
    MEASURES,
    TARGETS,
    STEPS,
    RESULTS,
    GROUNDS,
    EACH_PLACE,
    INTERVALS,
    ACTIONS,
    REPORTS,
    ROWS,
    OUTCOMES,
    READINGS,
    CHANGES,
    CORRECTIONS,
    SOURCES,
    PLACES,
    PARTIES,
)
