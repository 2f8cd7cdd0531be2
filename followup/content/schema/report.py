"""A report: its own fields, and those of its rows."""

from followup.content import checks
from followup.content.counts import number
from followup.content.dates import span
from followup.content.fields import list_of, one_of, reference, text, yes_no
from followup.content.record import Field, Record, group
from followup.content.schema.shared import (
    CITATIONS,
    CORRECTIONS,
    DRAFT,
    EXAMPLE,
    MOST,
    PARTIES,
    PLACES,
    PUBLISH,
    REVIEWED_FIELD,
    place_in_file,
)
from followup.model import Intervals, Report, Row

INTERVALS = Record(
    "intervall",
    Intervals,
    (
        Field("hållna", "kept", number(0, MOST), "Hur många som hölls", "48", True),
        Field("av", "of", number(1, MOST), "Av hur många", "52", True),
    ),
    (checks.no_more_than_all,),
)

ROW = Record(
    "rad",
    Row,
    (
        Field("åtgärd", "measure", reference("åtgärd"), "Åtgärden det gäller", "nattvandring"),
        Field(
            "antal",
            "number",
            number(0, MOST, has_words=True),
            "Siffran som parten har lämnat",
            "12",
        ),
        Field(
            "noggrannhet",
            "accuracy",
            one_of("exakt", "minst", "drygt", "ungefär"),
            "Hur säker siffran är",
            "exakt",
        ),
        Field("som_skrivet", "as_written", text, "Siffran med källans egna ord", "ett 20-tal"),
        Field("räknat", "counted", text, "Vad parten räknade", "kontroller på torget"),
        Field(
            "enligt_löftet",
            "as_promised",
            one_of("ja", "nej", "oklart"),
            "Räknades det som löftet säger?",
            "ja",
        ),
        Field("plats", "places", PLACES, "Var det gäller", "bro-centrum"),
        Field("aktörer", "parties", PARTIES, "Vilka som deltog", "[polisen]"),
        Field("från", "start", span, "Första dagen, om raden har en egen tid", "2018-05-01"),
        Field("till", "end", span, "Sista dagen, om raden har en egen tid", "2018-08-31"),
        Field(
            "intervall",
            "intervals",
            group(INTERVALS),
            "Hållna veckor, månader …, för frekvens",
            "{hållna: 48, av: 52}",
        ),
        Field("ärenden", "cases", number(0, MOST), "Hur många ärenden, för svarstid", "20"),
        Field("inom_tiden", "cases_in_time", number(0, MOST), "Så många i tid", "18"),
        Field("önskemål", "requests", number(0, MOST), "Hur många som bad om det", "5"),
        Field("uppfyllda", "requests_met", number(0, MOST), "Så många som fick det", "4"),
        Field("enheter", "units", number(0, MOST), "Hur många enheter som finns", "12"),
        Field("enheter_nådda", "units_reached", number(0, MOST), "Så många fick det", "9"),
        Field(
            "bedömning",
            "verdict",
            one_of(
                "pågår",
                "genomförd",
                "delvis genomförd",
                "inte genomförd",
                "senarelagd",
                "utgår",
                "fortsätter",
            ),
            "Partens eget omdöme",
            "pågår",
        ),
        Field(
            "orsak", "reason", text, "Skälet. Står det inte i källan: ej angiven", "Personalbrist"
        ),
        Field("text", "text", text, "Det som parten säger med ord", "Fler fotpatruller kvällstid"),
    ),
    (
        checks.row_gives_its_reason,
        checks.row_says_what_was_counted,
        checks.row_runs_forward,
        checks.parts_are_no_larger_than_wholes,
    ),
)

REPORT = Record(
    "redovisning",
    Report,
    (
        Field("från", "start", span, "Första dagen som den täcker", "2018-05-01"),
        Field("till", "end", span, "Sista dagen som den täcker", "2018-08-31", True),
        Field(
            "uppgift_från",
            "told_by",
            reference("part"),
            "Parten som har lämnat uppgiften",
            "polisen",
            True,
        ),
        Field("publicerad_av", "published_by", reference("part"), "Vem som gav ut den", "kommunen"),
        Field("publicerad", "published_on", span, "När den gavs ut", "2018-09-03"),
        CITATIONS,
        Field(
            "omfattar",
            "share",
            one_of("hela", "egen del"),
            "Allt, eller bara partens egen del",
            "hela",
        ),
        Field("slutlig", "is_final", yes_no, "Partens sista ord om åtgärden", "ja"),
        Field(
            "rader",
            "rows",
            list_of(group(ROW, source=place_in_file)),
            "En rad för varje åtgärd, när redovisningen gäller flera",
            "{åtgärd: nattvandring, antal: 12}",
        ),
        Field(
            "ersätter",
            "replaces",
            reference("redovisning"),
            "Redovisningen som den rättar",
            "2018-06-30-polis",
        ),
        Field("ofullständigt", "incomplete", text, "Vad som saknas", "Juli saknas"),
        DRAFT,
        PUBLISH,
        EXAMPLE,
        CORRECTIONS,
        REVIEWED_FIELD,
    ),
    (checks.report_runs_forward, checks.rows_lie_inside),
)
