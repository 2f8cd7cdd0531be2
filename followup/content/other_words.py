"""Other words for the words that can be chosen and for the fields, as people write them."""

from collections.abc import Mapping


def choices_like(written: str) -> tuple[str, ...]:
    """The words, of any list, that say the same: `utgår` and `inställd` for `ställdes in`."""
    return tuple(word for word, others in _SAME.items() if written in others.split("|"))


def fields_like(written: str) -> tuple[str, ...]:
    """The fields, of any group, that the same is called: `plats` for `ställe`."""
    plain = written.casefold().replace("-", "_").replace(" ", "_")
    return tuple(key for key, others in _FIELDS.items() if plain in others.split("|"))


_FIELDS: Mapping[str, str] = {
    "åtgärd": "insats|aktivitet|åtagande|åtgärder|insatstyp",
    "aktörer": "deltagare|medverkande|deltog|parter|aktör|vilka",
    "parter": "deltagare|aktörer|part|undertecknare",
    "medverkande": "deltagare|aktörer",
    "plats": "ställe|plats_namn|platsnamn|platser|var",
    "platser": "ställe|ställen|plats|plats_namn|var",
    "rubrik": "titel|namn|överskrift",
    "titel": "rubrik|namn|överskrift",
    "namn": "rubrik|titel",
    "källor": "källa|källhänvisning|referens|referenser",
    "källa": "källor|källhänvisning|referens",
    "tid": "klockslag|klockan|kl|tidpunkt|tider",
    "datum": "dag|dagen|när",
    "från": "datum_från|från_datum|startdatum|start|from|fr_o_m|från_och_med",
    "till": "datum_till|till_datum|slutdatum|slut|tom|t_o_m|till_och_med",
    "uppgift_från": "uppgiftslämnare|lämnad_av|rapporterad_av|uppgifter_från",
    "publicerad": "publiceringsdatum|utgiven",
    "orsak": "skäl|anledning|motivering",
    "varför": "orsak|skäl|anledning|motivering",
    "skäl": "orsak|anledning|motivering",
    "text": "kommentar|anteckning|anteckningar|beskrivning|notering",
    "alt": "bildtext|alt_text|alternativtext",
    "bild": "foto|bildfil",
    "bedömning": "status|omdöme",
    "adress": "länk|url|webbadress|webbplats",
    "webb": "webbplats|webbadress|hemsida|adress|länk",
    "e-post": "epost|e_post|mejl|mail|email|e_mail|e_postadress",
    "telefon": "tel|tfn|telefonnummer",
}
_SAME: Mapping[str, str] = {
    "genomförd": (
        "uppfyllt|uppfylld|klart|klar|avslutad|avslutat|slutförd|slutfört|utförd|utfört|gjord|"
        "gjort|färdig|färdigt|uppnådd|uppnått|genomfört|genomförda|genomfördes|godkänd|ja|ok"
    ),
    "delvis genomförd": (
        "delvis|delvis uppfyllt|delvis uppfylld|delvis klart|delvis klar|till viss del|"
        "till stor del|i stort sett uppfyllt|i stort sett klart|i huvudsak|i huvudsak uppfyllt|"
        "nästan|nästan klart|delvis genomfört|delvis uppnått"
    ),
    "inte genomförd": (
        "inte genomfört|inte uppfyllt|inte uppfylld|inte klart|inte klar|inte gjort|inte gjord|"
        "inte utförd|inte utfört|inte påbörjad|inte påbörjat|inte uppnått|nej|utebliven|"
        "ouppfyllt|misslyckat"
    ),
    "pågår": (
        "pågående|påbörjad|påbörjat|löpande|igång|i gång|löper på|löper|på gång|under arbete|"
        "enligt plan|påbörjas|arbete pågår|delvis påbörjat|pågår fortfarande"
    ),
    "senarelagd": (
        "senarelagt|försenad|försenat|uppskjuten|uppskjutet|framflyttad|framflyttat|flyttad|"
        "flyttat|flyttas fram|skjuts upp"
    ),
    "utgår": (
        "utgått|utgick|avbruten|avbrutet|struken|struket|nedlagd|nedlagt|avvecklad|inställd|"
        "inställt|ställdes in|avbryts|läggs ner|inte aktuell|inte aktuellt"
    ),
    "fortsätter": "fortsatt|fortgår|kvarstår|förlängd|förlängt|fortsätter nästa år|rullar på",
    "planerad": "planerat|kommande|bokad|planeras|på gång",
    "inställd": "inställt|avbokad|avbokat|avlyst|utgår|ställdes in|ställs in|inte genomförd",
    "exakt": "precis|exakta",
    "ungefär": (
        "ca|cirka|ca.|c:a|omkring|runt|kring|uppskattat|uppskattad|uppskattning|nästan|knappt"
    ),
    "minst": "över|fler än|mer än|åtminstone|lägst",
    "drygt": "strax över|lite mer än",
    "dygn": "dag|dagligen|dagar|varje dag",
    "vecka": "veckovis|veckor|en gång i veckan|i veckan",
    "månad": "månadsvis|månader|månatligen|i månaden",
    "kvartal": "kvartalsvis|varje kvartal",
    "år": "årlig|årligen|årsvis|per år|om året",
    "antal": "tal|siffra",
    "frekvens": "regelbundet|återkommande|intervall",
    "engångs": "engång|engångsinsats|en gång|en sak",
    "löpande": "pågående|fortlöpande|kontinuerlig|kontinuerligt|hela tiden",
    "stående": "ständig|fast|alltid",
    "hela": "allt|alla|samtliga|helt",
    "egen del": "del|delar|vår del|delvis|bara vår del",
    "lågt är bra": "lågt|låg|lägre|ner|nedåt|lägre är bättre|minska|minskar|låga värden är bra",
    "högt är bra": "högt|hög|högre|upp|uppåt|högre är bättre|öka|ökar|höga värden är bra",
    "citat": "citerad|citerat|ordagrant|ordagrann|exakt",
    "återgiven": "återgivet|omskriven|sammanfattning|sammanfattad|fri|fritt återgiven",
    "förening": "förbund|ideell|ideell förening|organisation",
    "bolag": "företag|ab|kommunalt bolag",
    "polis": "polisen|polismyndigheten",
    "kommun": "kommunen|nämnd|förvaltning",
    "annan": "annat|övrig|övrigt|övriga",
    "kommundel": "område|stadsdel|tätort",
    "plats": "ställe|torg|adress",
    "oklart": "vet|inte|vet ej|okänt|osäkert|kanske|?",
    "ja": "yes|x|japp",
    "nej": "no|nä|inte",
}
