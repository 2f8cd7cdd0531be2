"""Rules on reports: what their figures are for, and which of them hold."""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations

from followup.diagnostics import Source
from followup.model import Promise, Row, Target, TargetKind
from followup.progress.counting import Belonging, has_figure
from followup.progress.overlap import Overlap
from followup.progress.result import Quote
from followup.progress.told import quotes_of
from followup.rules.rule import Finding, rule
from followup.rules.subject import Subject
from followup.swedish import listing


@rule("överlappar")
def figures_do_not_overlap(subject: Subject) -> Iterator[Finding]:
    """Två siffror om samma åtgärd ska gälla skilda tider, samma tid, eller den ena inom den andra.

    Fel: en redovisning för januari–juni och en för maj–augusti
    Rätt: en för januari–april och en för maj–augusti, eller ersätter: på den senare
    """
    belonging = Belonging.of(subject.site)
    for promise in subject.site.promises:
        overlap = Overlap((promise.span,), belonging)
        figures = [quote for quote in quotes_of(promise) if has_figure(quote.row)]
        dated = [quote for quote in figures if quote.row.start]
        for one, other in combinations(dated, 2):
            is_same_party = one.report.told_by == other.report.told_by
            is_in_part = is_same_party and _overlap_in_part(one.row, other.row)
            if is_in_part and overlap.rivals(one, other):
                yield Finding(
                    subject.at(other.row.source, "från", "till"),
                    f"siffran gäller delvis samma tid som {_named(one, other)}",
                    "Ändra från och till så att tiderna inte överlappar. Rättar den ena den andra: "
                    f"skriv  ersätter: {one.report.id}",
                )


@rule("ersätter")
def replaced_by_another(subject: Subject) -> Iterator[Finding]:
    """En redovisning kan inte ersätta sig själv, och två kan inte ersätta varandra.

    Fel: ersätter: 2018-06-30-polisen i filen 2018-06-30-polisen.md
    Rätt: ersätter: 2018-05-31-polisen
    """
    for promise in subject.site.promises:
        replaces = {report.id: report.replaces for report in promise.reports}
        for report in promise.reports:
            if report.id in _chain(replaces, report.id):
                yield Finding(
                    subject.at(report.source, "ersätter"),
                    "redovisningen ersätter till slut sig själv, så ingen av dem gäller",
                    "Skriv ersätter i den nyaste redovisningen, med id för den som den rättar.",
                )


@rule("ersätter-mer", "varning")
def corrections_repeat_what_still_holds(subject: Subject) -> Iterator[Finding]:
    """En redovisning som ersätter en annan gäller i stället för hela den, inte bara för en rad.

    Fel: ersätter: 2018-06-30-polisen, med en rad av sex
    Rätt: ersätter: 2018-06-30-polisen, med alla rader som fortfarande gäller
    """
    for promise in subject.site.promises:
        reports = {report.id: report for report in promise.reports}
        for report in promise.reports:
            former = reports.get(report.replaces or "")
            told = {row.measure for row in report.rows}
            lost = {row.measure for row in former.rows} - told if former else set()
            if named := sorted(measure for measure in lost if measure):
                yield Finding(
                    subject.at(report.source, "ersätter"),
                    f"{report.replaces} gäller inte längre, och den nya säger inget om "
                    f"{listing(named)}",
                    "Skriv in de rader som fortfarande gäller i den nya redovisningen.",
                )


@rule("saknas")
def figures_say_what_they_count(subject: Subject) -> Iterator[Finding]:
    """Har målet villkor (räknas) ska en redovisad siffra säga vad som räknades.

    Fel: antal: 12
    Rätt: antal: 12, räknat: kontroller på torget, enligt_löftet: oklart
    """
    for promise in subject.site.promises:
        for report in promise.reports:
            for row in report.rows:
                is_told = row.counted and row.as_promised
                if has_figure(row) and not is_told and any(t.rule for t in _targets(promise, row)):
                    yield Finding(
                        subject.at(row.source, *_FIGURES),
                        "det står inte om siffran räknar det som löftet säger",
                        "Åtgärden har villkor. Skriv till exempel  räknat: kontroller på torget  "
                        "och  enligt_löftet: ja  (eller nej, oklart).",
                    )


@rule("fel-slags-siffra", "varning")
def figures_are_of_the_kind_that_is_counted(subject: Subject) -> Iterator[Finding]:
    """En siffra ska vara av det slag som målet räknas i, annars syns den bara hos redovisningen.

    Fel: ärenden: 20 för ett mål av typen antal
    Rätt: antal: 20
    """
    for promise in subject.site.promises:
        for row in (row for report in promise.reports for row in report.rows):
            targets = _targets(promise, row)
            for key, fits in _KINDS.items():
                is_written = getattr(row, _ATTRIBUTES[key]) is not None
                if is_written and targets and not any(fits(target) for target in targets):
                    kind = targets[0].kind
                    yield Finding(
                        subject.at(row.source, key),
                        f"{key} räknas inte för ett mål av typen {kind}",
                        f"Skriv {_offer(kind)}, eller ändra målets typ.",
                    )


@rule("slutlig-utan-åtgärd", "varning")
def final_words_are_about_something(subject: Subject) -> Iterator[Finding]:
    """En slutlig redovisning avslutar de åtgärder som den nämner, och ska nämna någon.

    Fel: slutlig: ja och ingen åtgärd
    Rätt: slutlig: ja och åtgärd: nattvandring
    """
    for promise in subject.site.promises:
        for report in promise.reports:
            if report.is_final and not any(row.measure for row in report.rows):
                yield Finding(
                    subject.at(report.source, "slutlig"),
                    "redovisningen nämner ingen åtgärd, så ingen blir avslutad",
                    "Skriv en rad under rader för varje åtgärd. Är hela löftet slutredovisat: "
                    "skriv i stället  slutredovisad: 2019-03-01  i lofte.md.",
                )


@rule("egen-del", "varning")
def shares_are_of_those_who_take_part(subject: Subject) -> Iterator[Finding]:
    """Den som redovisar sin egen del ska vara med i löftet, i en åtgärd eller i en insats.

    Fel: omfattar: egen del och uppgift_från: en part som inte är med
    Rätt: omfattar: egen del och uppgift_från: nattvandrarna, som är medverkande i åtgärden
    """
    belonging = Belonging.of(subject.site)
    for promise in subject.site.promises:
        shares = [report for report in promise.reports if report.share == "egen del"]
        known = set(_taking_part(promise)) if shares else set()
        for report in shares:
            if belonging.took_part([report.told_by]).isdisjoint(known):
                yield Finding(
                    subject.at(report.source, "uppgift_från"),
                    f"{report.told_by} redovisar sin egen del, men är inte med i löftet",
                    "Kontrollera vems uppgift det är. Deltar parten: skriv den under medverkande "
                    "i åtgärdens fil.",
                )


RULES = (
    figures_do_not_overlap,
    replaced_by_another,
    corrections_repeat_what_still_holds,
    figures_say_what_they_count,
    figures_are_of_the_kind_that_is_counted,
    final_words_are_about_something,
    shares_are_of_those_who_take_part,
)


_ATTRIBUTES = {
    "intervall": "intervals",
    "ärenden": "cases",
    "inom_tiden": "cases_in_time",
    "önskemål": "requests",
    "uppfyllda": "requests_met",
    "enheter": "units",
    "enheter_nådda": "units_reached",
}
_FIGURES = ("antal", *_ATTRIBUTES)


def _is_of(kind: TargetKind) -> Callable[[Target], bool]:
    return lambda target: target.kind == kind


def _has_units(target: Target) -> bool:
    return target.per is not None


_KINDS: Mapping[str, Callable[[Target], bool]] = {
    "intervall": _is_of("frekvens"),
    "ärenden": _is_of("svarstid"),
    "inom_tiden": _is_of("svarstid"),
    "önskemål": _is_of("vid_behov"),
    "uppfyllda": _is_of("vid_behov"),
    "enheter": _has_units,
    "enheter_nådda": _has_units,
}


def _offer(kind: TargetKind) -> str:
    """The fields that are counted for a kind of target."""
    keys = [key for key, fits in _KINDS.items() if fits(Target(kind, Source("")))]
    return " och ".join(keys) or "antal"


def _overlap_in_part(row: Row, other: Row) -> bool:
    if row.measure != other.measure or not row.span.meets(other.span):
        return False
    return not (row.span.covers(other.span) or other.span.covers(row.span))


def _named(quote: Quote, other: Quote) -> str:
    same = quote.report.id == other.report.id
    return f"raden på rad {quote.row.source.line}" if same else quote.report.id


def _chain(replaces: Mapping[str, str | None], start: str) -> list[str]:
    """What a report replaces, what that one replaces, and so on."""
    chain: list[str] = []
    current = replaces.get(start)
    while current and current not in chain:
        chain.append(current)
        current = replaces.get(current)
    return chain


def _taking_part(promise: Promise) -> Iterator[str]:
    yield from promise.parties
    for measure in promise.measures:
        yield from (*measure.responsible, *measure.taking_part)
    for action in promise.actions:
        yield from action.parties


def _targets(promise: Promise, row: Row) -> tuple[Target, ...]:
    """What a row may be about: the target it names, or all of the measure's."""
    id, _, part = (row.measure or "").partition("#")
    measure = next((m for m in promise.measures if m.id == id), None)
    targets = measure.targets if measure else ()
    return tuple(t for t in targets if not part or part in (t.id, *(s.id for s in t.steps)))
