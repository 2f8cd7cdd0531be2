"""Rules on measures, places and parties: each can be told from the others, and is told of."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import TypeVar

from followup.model import Place, Promise
from followup.rules.rule import Finding, rule
from followup.rules.subject import Subject

T = TypeVar("T")


@rule("samma-namn", "varning")
def measures_have_names_of_their_own(subject: Subject) -> Iterator[Finding]:
    """Två åtgärder i samma löfte ska inte ha samma rubrik: då går de inte att skilja åt.

    Fel: rubrik: Nattvandring i två åtgärder
    Rätt: rubrik: Nattvandring i Bro och rubrik: Nattvandring i Brunna
    """
    for promise in subject.site.promises:
        for measure, former in _alike(promise.measures, lambda m: _folded(m.heading)):
            yield Finding(
                subject.at(measure.source, "rubrik"),
                f"åtgärden {former.id} har samma rubrik",
                "Skriv en rubrik som skiljer dem åt.",
            )


@rule("samma-namn", "varning")
def places_have_names_of_their_own(subject: Subject) -> Iterator[Finding]:
    """Två platser i samma kommundel ska inte ha samma namn.

    Fel: namn: Torget i två filer
    Rätt: namn: Stora torget och namn: Lilla torget
    """
    for place, former in _alike(subject.site.places, _name_in_district):
        yield Finding(
            subject.at(place.source, "namn"),
            f"platsen {former.id} har samma namn",
            "Skriv ett namn som skiljer dem åt. Är det samma plats: ta bort den ena filen.",
        )


@rule("samma-ordning", "varning")
def measures_have_places_in_the_list(subject: Subject) -> Iterator[Finding]:
    """Två åtgärder kan inte ha samma plats i löftets lista.

    Fel: ordning: 2 i två åtgärder
    Rätt: ordning: 2 i den ena och ordning: 3 i den andra
    """
    for promise in subject.site.promises:
        numbered = [measure for measure in promise.measures if measure.order is not None]
        for measure, former in _alike(numbered, lambda m: m.order):
            yield Finding(
                subject.at(measure.source, "ordning"),
                f"åtgärden {former.id} har också nummer {measure.order}",
                "Skriv numren i den ordning som löftet räknar upp åtgärderna.",
            )


@rule("ingen-uppgift", "varning")
def nothing_is_left_untold(subject: Subject) -> Iterator[Finding]:
    """När löftets period är slut och de flesta åtgärder är redovisade ska ingen vara bortglömd.

    Fel: en åtgärd som ingen insats och ingen redovisning nämner
    Rätt: en redovisning som säger hur det gick, även om inget blev gjort
    """
    patience = timedelta(days=subject.site.settings.stale_after)
    for promise in subject.site.promises:
        told = set(_told_of(promise))
        untold = [m for m in promise.measures if m.id not in told and not m.confirmed_to]
        is_late = subject.latest > promise.span.last + patience
        is_closed = promise.final_on or (promise.confirmed_to or date.min) >= promise.span.last
        is_forgotten = 0 < 2 * len(untold) < len(promise.measures)
        if is_late and is_forgotten and not is_closed and not subject.left_out:
            for measure in untold:
                yield Finding(
                    measure.source,
                    f"perioden är slut, och inget är inlagt om åtgärden {measure.id}",
                    "Skriv en redovisning om hur det gick, till exempel med  "
                    f"åtgärd: {measure.id}  och  bedömning: inte genomförd  och  "
                    "orsak: ej angiven",
                )


@rule("kommundel")
def districts_are_districts(subject: Subject) -> Iterator[Finding]:
    """En plats ska ligga i en kommundel, inte i sig själv eller i en annan plats.

    Fel: kommundel: torget
    Rätt: kommundel: bro, där bro har typ: kommundel
    """
    places = {place.id: place for place in subject.site.places}
    for place in places.values():
        district = places.get(place.district or "")
        if district is place:
            yield Finding(
                subject.at(place.source, "kommundel"),
                "platsen ligger i sig själv",
                "Skriv id för den kommundel som platsen ligger i, eller ta bort raden.",
            )
        elif district and district.kind != "kommundel":
            yield Finding(
                subject.at(place.source, "kommundel"),
                f"{district.name} är ingen kommundel",
                f"Är den det: skriv  typ: kommundel  i platser/{district.id}.md. Skriv annars id "
                "för en kommundel.",
            )


@rule("del-av")
def parties_are_not_parts_of_themselves(subject: Subject) -> Iterator[Finding]:
    """En part kan inte vara en del av sig själv, inte heller genom andra parter.

    Fel: del_av: kommunen för kommunen
    Rätt: del_av: kommunen för socialtjansten
    """
    wholes = {party.id: party.part_of for party in subject.site.parties}
    for party in subject.site.parties:
        if party.id in _chain(wholes, party.id):
            yield Finding(
                party.source,
                f"parten {party.id} är till slut en del av sig själv",
                "Ta bort del_av för den som inte är en del av någon annan.",
            )


RULES = (
    measures_have_names_of_their_own,
    places_have_names_of_their_own,
    measures_have_places_in_the_list,
    nothing_is_left_untold,
    districts_are_districts,
    parties_are_not_parts_of_themselves,
)


def _alike(items: Iterable[T], key: Callable[[T], object]) -> Iterator[tuple[T, T]]:
    """Each that has the same key as one before it, and that one."""
    first: dict[object, T] = {}
    for item in items:
        former = first.setdefault(key(item), item)
        if former is not item:
            yield item, former


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _name_in_district(place: Place) -> object:
    return _folded(place.name), place.district


def _told_of(promise: Promise) -> Iterator[str]:
    """The measures that something names."""
    rows = (row for report in promise.reports for row in report.rows)
    references = [row.measure for row in rows if row.measure]
    references += (reference for action in promise.actions for reference in action.measures)
    yield from (reference.partition("#")[0] for reference in references)


def _chain(wholes: dict[str, str | None], start: str) -> list[str]:
    """What a party is part of, what that one is part of, and so on."""
    chain: list[str] = []
    current = wholes.get(start)
    while current and current not in chain:
        chain.append(current)
        current = wholes.get(current)
    return chain
