"""A promise and what belongs to it: measures, targets, actions and reports."""

from followup.content import checks
from followup.content.counts import number
from followup.content.dates import clocks, day, season, span, yes_or_day
from followup.content.document import Mapping
from followup.content.fields import (
    file_id,
    list_of,
    one_of,
    reference,
    text,
    unit,
    wording,
    yes_no,
)
from followup.content.record import At, Field, Record, group
from followup.content.schema.shared import (
    CITATIONS,
    CORRECTIONS,
    DRAFT,
    EXAMPLE,
    FORMER,
    MOST,
    PARTIES,
    PLACES,
    PUBLISH,
    REVIEWED_FIELD,
    place_in_file,
)
from followup.content.terms import moment, place_or_unit, time_limit
from followup.diagnostics import Source
from followup.model import (
    Action,
    Change,
    CountingRule,
    Measure,
    OwnNotice,
    Picture,
    Promise,
    Step,
    Target,
)


def _place_of_picture(mapping: Mapping) -> Source:
    return At(mapping)("fil")


RULE = Record(
    "räknas",
    CountingRule,
    (
        Field("platser", "places", PLACES, "Bara de här platserna räknas", "[bro-centrum]"),
        Field("aktörer", "parties", PARTIES, "Alla dessa ska ha deltagit", "[polisen, kommunen]"),
        Field("minst_aktörer", "at_least_parties", number(1), "Minst så många deltog", "2"),
        Field("planerad_i_förväg", "planned_ahead", yes_no, "Planerad före dagen", "ja"),
        Field("dagar", "distinct_days", yes_no, "Räkna dagar, inte insatser", "ja"),
    ),
)

STEP = Record(
    "steg",
    Step,
    (
        Field("id", "id", file_id, "Stegets id", "avtal", True),
        Field("namn", "name", text, "Vad som ska vara gjort", "Avtalet är skrivet", True),
    ),
)

TARGET = Record(
    "mål",
    Target,
    (
        Field(
            "typ",
            "kind",
            one_of("antal", "frekvens", "engångs", "svarstid", "vid_behov", "stående", "löpande"),
            "Hur löftet kan följas upp",
            "antal",
            True,
        ),
        Field("id", "id", file_id, "Behövs när åtgärden har flera mål", "vandringar"),
        Field("antal", "amount", number(1, MOST), "Utlovat antal (”tre”)", "3"),
        Field("minst", "at_least", number(1, MOST), "Utlovat antal (”minst åtta”)", "8"),
        Field("högst", "at_most", number(0, MOST), "Utlovat tak (”högst två”)", "2"),
        Field("enhet", "unit", unit, "Vad som räknas, en och flera", "insats/insatser"),
        Field(
            "varje",
            "every",
            one_of("dygn", "vecka", "månad", "kvartal", "tertial", "år"),
            "Hur ofta, för frekvens: antalet gäller varje vecka, månad …",
            "vecka",
        ),
        Field(
            "per",
            "per",
            place_or_unit,
            "Antalet gäller för varje plats, eller varje annan enhet",
            "plats",
        ),
        Field("inom", "within", time_limit, "Tiden som utlovas, för svarstid", "24 timmar"),
        Field("senast", "deadline", day, "När det ska vara klart", "2018-06-30"),
        Field("gäller", "applies", season, "Del av perioden", "2018-05-01 till 2018-08-31"),
        Field(
            "räknas",
            "rule",
            group(RULE),
            "Villkor för att räknas",
            "{aktörer: [polisen, kommunen]}",
        ),
        Field(
            "steg",
            "steps",
            list_of(group(STEP)),
            "Delar av en sak",
            "{id: avtal, namn: Avtalet är skrivet}",
        ),
        Field("tolkning", "interpretation", text, "Hur vi läser oklara ord", "”Platsen” är Bro"),
    ),
    (checks.target_fits_its_kind, checks.target_says_enough),
)

_targets = list_of(group(TARGET, source=place_in_file))

CHANGE = Record(
    "ändring",
    Change,
    (
        Field("datum", "date", day, "När det ändrades", "2018-05-02", True),
        Field("vad", "what", text, "Vad som ändrades", "Åtgärden gäller även Brunna", True),
        Field(
            "varför",
            "why",
            text,
            "Skälet. Står det inte i källan: ej angivet",
            "Önskemål från boende",
            True,
        ),
        Field("beslutat_av", "decided_by", text, "Vem som bestämde", "Kommunstyrelsen"),
        Field(
            "tidigare_lydelse", "former_wording", text, "Hur löftet löd förut", "Minst tio insatser"
        ),
        Field(
            "tidigare_mål",
            "former_target",
            group(TARGET, source=place_in_file),
            "Målet som gällde förut",
            "{typ: antal, minst: 8}",
        ),
        EXAMPLE,
    ),
)

_CHANGES = Field(
    "ändringar",
    "changes",
    list_of(group(CHANGE)),
    "Ändringar under perioden",
    "{datum: 2018-05-02, vad: Gäller även Brunna, varför: ej angivet}",
)

_CONFIRMED = Field(
    "bekräftat_till", "confirmed_to", day, "Allt till och med den dagen är inlagt", "2018-09-30"
)

PROMISE = Record(
    "löfte",
    Promise,
    (
        Field("titel", "title", text, "Löftets namn", "Medborgarlöftet 2018", True),
        Field("från", "start", span, "Periodens första dag", "2018-01-01", True),
        Field("till", "end", span, "Periodens sista dag", "2018-12-31", True),
        Field(
            "period_enligt_källan",
            "period_in_words",
            text,
            "Perioden med källans ord",
            "Under 2018",
        ),
        Field("parter", "parties", PARTIES, "Vilka som lovar", "[polisen, kommunen]", True),
        Field("område", "area", text, "Var löftet gäller", "centrala Bro och Kungsängen"),
        _CONFIRMED,
        Field("undertecknad", "signed", span, "När det skrevs under", "2018-02-01"),
        CITATIONS,
        Field(
            "föregående", "previous", reference("löfte"), "Löftet som gällde före det här", "2017"
        ),
        Field(
            "uppföljning_utlovad",
            "follow_up_due",
            list_of(span),
            "När uppföljning har utlovats",
            "2019-02",
        ),
        Field("slutredovisad", "final_on", day, "När slutredovisningen kom", "2019-03-01"),
        _CHANGES,
        EXAMPLE,
        Field("ofullständigt", "incomplete", text, "Vad vi inte vet om texten", "Slutet saknas"),
        REVIEWED_FIELD,
    ),
    (checks.period_runs_forward,),
)

MEASURE = Record(
    "åtgärd",
    Measure,
    (
        Field(
            "rubrik", "heading", text, "Kort namn i listor och notiser", "Narkotikainsatser", True
        ),
        Field("ordning", "order", number(1), "Plats i löftets lista", "2"),
        Field("ansvariga", "responsible", PARTIES, "Vilka som lovade den", "[polisen]"),
        Field("medverkande", "taking_part", PARTIES, "Andra som deltar", "[fryshuset]"),
        Field("platser", "places", PLACES, "Var den gäller", "[bro-centrum]"),
        Field("plats_enligt_löftet", "places_as_promised", text, "Löftets ord om var", "I Bro"),
        Field(
            "ordalydelse",
            "wording",
            one_of("citat", "återgiven"),
            "Löftets egna ord, eller återgivet",
            "citat",
        ),
        Field(
            "mål",
            "targets",
            _targets,
            "Vad som lovas och hur det räknas",
            "{typ: antal, minst: 8}",
            True,
        ),
        _CONFIRMED,
        _CHANGES,
        FORMER,
        REVIEWED_FIELD,
    ),
    (checks.promised_words_are_there, checks.targets_have_ids, checks.ids_are_unique),
)

PICTURE = Record(
    "bild",
    Picture,
    (
        Field("fil", "file", text, "Bildfil bredvid textfilen", "vandring.jpg", True),
        Field("alt", "alt", text, "Vad bilden visar", "Vandrare i gula västar på torget", True),
        Field("foto", "credit", text, "Fotografens namn", "Upplands-Bro kommun"),
    ),
)

ACTION = Record(
    "insats",
    Action,
    (
        Field("datum", "day", span, "När det hände", "2018-03-14"),
        Field("från", "start", span, "Första dagen, om det tog flera", "2018-03-14"),
        Field("till", "end", span, "Sista dagen, om det tog flera", "2018-03-16"),
        Field("någon_gång", "some_day", yes_no, "Hände en gång mellan från och till", "ja"),
        Field("tid", "hours", clocks, "Klockslag, ett eller från och till", "17–21"),
        Field(
            "åtgärd",
            "measures",
            list_of(reference("åtgärd")),
            "Åtgärden som den hör till",
            "narkotikainsatser",
            True,
        ),
        Field("plats", "places", PLACES, "Var det hände", "bro-centrum"),
        Field("aktörer", "parties", PARTIES, "Alla som deltog", "[polisen, socialtjansten]"),
        Field(
            "planerad_i_förväg",
            "planned",
            yes_or_day,
            "Dagen då den planerades, eller ja eller nej",
            "ja",
        ),
        Field("antal", "units", number(1, MOST), "Hur många den räknas som, om fler än en", "1"),
        Field(
            "anmält", "reported_at", moment, "När ärendet kom in, för svarstid", "2018-03-14 19.30"
        ),
        Field(
            "klart", "done_at", moment, "När ärendet var klart, för svarstid", "2018-03-15 08.00"
        ),
        Field(
            "rubrik",
            "heading",
            text,
            "Egen rubrik, i stället för åtgärd och plats",
            "Kväll på torget",
        ),
        Field(
            "uppgift_från",
            "told_by",
            reference("part"),
            "Parten som har lämnat uppgiften",
            "polisen",
        ),
        CITATIONS,
        Field(
            "bild",
            "picture",
            group(PICTURE, source=_place_of_picture),
            "Ett foto",
            "{fil: vandring.jpg, alt: Vandrare på torget}",
        ),
        Field(
            "status",
            "status",
            one_of("genomförd", "planerad", "inställd"),
            "Om den är gjord, planerad eller inställd",
            "genomförd",
        ),
        Field(
            "offentlig",
            "is_public",
            yes_no,
            "Alla får veta det i förväg. Behövs när den är planerad",
            "ja",
        ),
        Field(
            "orsak",
            "reason",
            text,
            "Varför den ställdes in. Behövs när den är inställd",
            "För få vandrare",
        ),
        DRAFT,
        PUBLISH,
        EXAMPLE,
        FORMER,
        CORRECTIONS,
        REVIEWED_FIELD,
    ),
    (
        checks.action_has_its_days,
        checks.action_status_is_explained,
        checks.done_after_reported,
    ),
)

_OWN_WORDS = "Så här långt har vi kommit, [[gemensamma-insatser.siffra]]"

OWN_NOTICE = Record(
    "notistext",
    OwnNotice,
    (
        Field("rubrik", "headline", wording, "Notisens rubrik", "Så går det med löftet"),
        Field("kort", "short", wording, "Den korta notisen", _OWN_WORDS),
        Field("mellan", "middle", wording, "Den mellanlånga notisen", _OWN_WORDS),
        Field("lång", "long", wording, "Den långa notisen", _OWN_WORDS),
        REVIEWED_FIELD,
    ),
)
