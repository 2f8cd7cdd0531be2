"""What must hold between the fields of one group: each check is told the value and the places."""

from collections.abc import Iterator
from datetime import time

from followup.content.record import At, fault
from followup.diagnostics import Diagnostic
from followup.model import (
    Action,
    Citation,
    Intervals,
    Measure,
    Outcome,
    Place,
    Promise,
    Report,
    Row,
    Settings,
    Span,
    Target,
)


def version_is_known(settings: Settings, at: At) -> Iterator[Diagnostic]:
    """The content is of the version that this program reads."""
    if settings.version != 1:
        yield fault(
            at("version"),
            "version",
            f"version {settings.version} finns inte",
            "Innehållet ska ha  version: 1",
        )


def citation_says_something(citation: Citation, at: At) -> Iterator[Diagnostic]:
    """A source has at least one field to find it by."""
    if not any((citation.title, citation.address, citation.date, citation.registry_number)):
        yield fault(
            at(),
            "källa",
            "källan säger ingenting",
            "Skriv minst ett av fälten titel, adress, datum och diarienummer.",
        )


def position_has_its_source(place: Place, at: At) -> Iterator[Diagnostic]:
    """Where a position or an area comes from is said beside it."""
    if (place.position or place.area) and not place.position_source:
        what = "läget" if place.position else "området"
        yield fault(
            at("läge", "område"),
            "saknas",
            f"{what} saknar källa",
            f"Skriv varifrån {what} kommer, till exempel:  läge_källa: GeoNames (CC BY 4.0)",
        )


def period_runs_forward(promise: Promise, at: At) -> Iterator[Diagnostic]:
    """A promise ends after it has begun."""
    if promise.end.last < promise.start.first:
        yield fault(at("till"), "datum", "perioden slutar innan den börjar", _ORDER)


def target_fits_its_kind(target: Target, at: At) -> Iterator[Diagnostic]:
    """A target has only the fields that its kind can use, and one number at most."""
    numbers = [
        key
        for key, value in (
            ("antal", target.amount),
            ("minst", target.at_least),
            ("högst", target.at_most),
        )
        if value is not None
    ]
    if len(numbers) > 1:
        yield fault(
            at(numbers[1]),
            "mål",
            "målet har redan ett tal",
            "Behåll ett av antal, minst och högst.",
        )
    if numbers and target.kind not in ("antal", "frekvens"):
        yield fault(
            at(numbers[0]),
            "mål",
            f"ett mål av typen {target.kind} har inget antal",
            "Ta bort talet, eller skriv  typ: antal  om löftet säger hur många.",
        )
    if target.steps and target.kind != "engångs":
        yield fault(
            at("steg"), "mål", "bara engångsmål har steg", "Ta bort steg, eller skriv  typ: engångs"
        )
    if target.rule and target.kind == "löpande":
        yield fault(
            at("räknas"),
            "mål",
            "ett löpande mål räknas inte",
            "Ta bort räknas, eller skriv  typ: antal",
        )


def target_says_enough(target: Target, at: At) -> Iterator[Diagnostic]:
    """A frequency needs its interval, a response time its limit; nothing else has them."""
    for key, value, kind, example in (
        ("varje", target.every, "frekvens", "vecka"),
        ("inom", target.within, "svarstid", "24 timmar"),
    ):
        if value and target.kind != kind:
            yield fault(
                at(key),
                "mål",
                f"ett mål av typen {target.kind} har inget {key}",
                f"Ta bort {key}, eller skriv  typ: {kind}",
            )
        if target.kind == kind and not value:
            yield fault(
                at("typ"),
                "saknas",
                f"fältet ”{key}” saknas",
                f"Skriv till exempel:  {key}: {example}",
            )
    if target.kind == "frekvens" and target.number == 0:
        yield fault(
            at("högst"),
            "mål",
            "aldrig är ingen frekvens",
            "Skriv  typ: antal  och  högst: 0  om löftet är att det inte ska hända alls.",
        )


def promised_words_are_there(measure: Measure, at: At) -> Iterator[Diagnostic]:
    """The promised words are the heart of a measure: they stand below the fields."""
    if not measure.body.text.strip():
        yield fault(
            at("rubrik"),
            "saknas",
            "löftets ord saknas",
            "Skriv dem under den andra raden med tre bindestreck, till exempel:  Minst åtta "
            "insatser mot narkotika i centrala Bro.",
        )


def targets_have_ids(measure: Measure, at: At) -> Iterator[Diagnostic]:
    """Several targets of a measure are told apart by their ids."""
    if len(measure.targets) > 1 and not all(target.id for target in measure.targets):
        yield fault(
            at("mål"),
            "mål",
            "flera mål behöver var sitt id",
            "Skriv till exempel  id: vandringar  i det ena målet och ett annat id i det andra.",
        )


def ids_are_unique(measure: Measure, at: At) -> Iterator[Diagnostic]:
    """No two targets or steps of a measure have the same id."""
    steps = [step.id for target in measure.targets for step in target.steps]
    ids = [target.id for target in measure.targets if target.id] + steps
    for id in sorted({id for id in ids if ids.count(id) > 1}):
        yield fault(
            at("mål"),
            "mål",
            f"id ”{id}” finns på flera ställen i åtgärden",
            "Ge varje mål och varje steg ett eget id.",
        )


def action_has_its_days(action: Action, at: At) -> Iterator[Diagnostic]:
    """An action has one day, or a first and a last."""
    if not action.day and not action.start and not action.end:
        yield fault(
            at(),
            "saknas",
            "det står inte när det hände",
            "Tog det flera dagar: skriv från och till. Skriv annars till exempel:  "
            "datum: 2018-03-14",
        )
    elif not action.day and not (action.start and action.end):
        missing = "till" if action.start else "från"
        yield fault(
            at("från", "till"),
            "saknas",
            f"fältet ”{missing}” saknas",
            "Tog det flera dagar: skriv från och till. Skriv annars bara datum, till exempel:  "
            "datum: 2018-03-14",
        )
    elif action.day and (action.start or action.end):
        yield fault(
            at("från", "till"),
            "datum",
            "här står både datum och från eller till",
            "Behåll datum om det var en dag, annars från och till.",
        )
    elif action.span.last < action.span.first:
        yield fault(at("till"), "datum", "slutet kommer före början", _ORDER)


def done_after_reported(action: Action, at: At) -> Iterator[Diagnostic]:
    """A case is done after it was reported."""
    start, end = action.reported_at, action.done_at
    if not start or not end:
        return
    if (end.day, end.clock or time.max) < (start.day, start.clock or time.min):
        yield fault(
            at("klart"),
            "datum",
            "ärendet är klart innan det är anmält",
            "Kontrollera datumen: anmält ska vara före klart.",
        )


def action_status_is_explained(action: Action, at: At) -> Iterator[Diagnostic]:
    """What is planned is public, and what was called off says why."""
    if action.status == "planerad" and not action.is_public:
        yield fault(
            at("status"),
            "planerad",
            "en planerad insats får bara visas om den är offentlig",
            "Skriv  offentlig: ja  om alla får veta det i förväg. Ta annars bort insatsen.",
        )
    if action.status == "inställd" and not action.reason:
        yield fault(
            at("status"),
            "saknas",
            "det står inte varför insatsen ställdes in",
            "Skriv till exempel:  orsak: Det kom för få vandrare",
        )


def report_runs_forward(report: Report, at: At) -> Iterator[Diagnostic]:
    """A report ends after it has begun."""
    if report.start and report.end.last < report.start.first:
        yield fault(at("till"), "datum", "slutet kommer före början", _ORDER)


def rows_lie_inside(report: Report, at: At) -> Iterator[Diagnostic]:
    """A row tells of some of the report's time, never of more than it."""
    for row in report.rows:
        start, end = row.start or report.start, row.end or report.end
        early = start and report.start and min(start.first, end.last) < report.start.first
        late = max(start.first if start else end.last, end.last) > report.end.last
        if early or late:
            yield fault(
                row.source,
                "datum",
                "raden gäller tid som redovisningen inte täcker",
                "Ändra radens från och till, eller redovisningens.",
            )


def row_gives_its_reason(row: Row, at: At) -> Iterator[Diagnostic]:
    """A verdict of less than was promised comes with its reason."""
    if row.verdict in _VERDICTS_WITH_REASON and not row.reason:
        yield fault(
            at("bedömning"),
            "saknas",
            f"”{row.verdict}” behöver ett skäl",
            "Skriv till exempel:  orsak: Personalbrist  Säger redovisningen inget:  "
            "orsak: ej angiven",
        )


def row_says_what_was_counted(row: Row, at: At) -> Iterator[Diagnostic]:
    """A figure belongs to a measure."""
    keys = [key for key, value in _figures(row) if value is not None]
    if keys and not row.measure:
        yield fault(
            at(keys[0]),
            "saknas",
            "siffran hör inte till någon åtgärd",
            "Skriv vilken åtgärd siffran gäller, till exempel:  åtgärd: nattvandring",
        )


def row_runs_forward(row: Row, at: At) -> Iterator[Diagnostic]:
    """A row ends after it has begun."""
    if row.start and row.end and row.end.last < row.start.first:
        yield fault(at("till"), "datum", "slutet kommer före början", _ORDER)


def one_value_for_a_date(outcome: Outcome, at: At) -> Iterator[Diagnostic]:
    """An outcome has one value for a date, the baseline too."""
    baseline = (outcome.baseline,) if outcome.baseline else ()
    seen: set[Span] = set()
    for reading in (*baseline, *outcome.readings):
        if reading.date in seen:
            yield fault(
                reading.source,
                "dubblett",
                "det finns redan ett värde med det datumet",
                "Behåll ett av dem. Utgångsläget ska inte stå i värden också.",
            )
        seen.add(reading.date)


def no_more_than_all(intervals: Intervals, at: At) -> Iterator[Diagnostic]:
    """No more intervals were kept than there were."""
    yield from _no_larger(("hållna", intervals.kept), ("av", intervals.of), at)


def parts_are_no_larger_than_wholes(row: Row, at: At) -> Iterator[Diagnostic]:
    """A part of the cases, requests or units is never more than all."""
    yield from _no_larger(("inom_tiden", row.cases_in_time), ("ärenden", row.cases), at)
    yield from _no_larger(("uppfyllda", row.requests_met), ("önskemål", row.requests), at)
    yield from _no_larger(("enheter_nådda", row.units_reached), ("enheter", row.units), at)


def _no_larger(
    part: tuple[str, int | None], whole: tuple[str, int | None], at: At
) -> Iterator[Diagnostic]:
    if part[1] is not None and whole[1] is not None and part[1] > whole[1]:
        yield fault(
            at(part[0]),
            "del-över-hel",
            f"{part[0]} är {part[1]}, men {whole[0]} är bara {whole[1]}",
            "En del kan inte vara större än det hela. Kontrollera båda talen i källan.",
        )


def _figures(row: Row) -> Iterator[tuple[str, object]]:
    yield "antal", row.number
    yield "intervall", row.intervals
    yield "ärenden", row.cases
    yield "inom_tiden", row.cases_in_time
    yield "önskemål", row.requests
    yield "uppfyllda", row.requests_met
    yield "enheter", row.units
    yield "enheter_nådda", row.units_reached


_ORDER = "Kontrollera datumen: från ska vara före till."
_VERDICTS_WITH_REASON = ("delvis genomförd", "inte genomförd", "senarelagd", "utgår")
