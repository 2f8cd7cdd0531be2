"""Rules on what is about one person, wherever it is published: texts, fields, cells, file names."""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from followup.diagnostics import Source
from followup.personal import Kind, found, masked
from followup.rules.rule import Finding, rule
from followup.rules.subject import Subject
from followup.rules.text.published import place, published


@rule("personnummer")
def no_personal_numbers(subject: Subject) -> Iterator[Finding]:
    """Personnummer och samordningsnummer får inte publiceras, inte heller i namnet på en fil.

    Fel: Mannen, född 811218 och med de fyra sista siffrorna utskrivna, greps.
    Rätt: Mannen greps.
    """
    for source, written in _all(subject, "personnummer"):
        yield Finding(
            source,
            f"{masked(written)} ser ut som ett personnummer",
            "Personnummer får inte publiceras. Ta bort det."
            if source.line
            else "Personnummer får inte publiceras. Byt namn på filen.",
        )


@rule("kanske-personnummer", "varning")
def numbers_that_may_be_personal(subject: Subject) -> Iterator[Finding]:
    """Ett nummer som är skrivet som ett personnummer ska inte vara det.

    Fel: 811218, ett streck och fyra siffror till
    Rätt: diarienummer KS 18/0123
    """
    for source, written in _all(subject, "kanske-personnummer"):
        yield Finding(
            source,
            f"{masked(written)} är skrivet som ett personnummer",
            "Är det ett personnummer, eller ett med fel siffra i, ska det bort.",
        )


@rule("telefonnummer", "varning")
def no_telephone_numbers(subject: Subject) -> Iterator[Finding]:
    """Telefonnummer hör hemma i fältet kontakt i webbplats.yaml, inte i texterna.

    Fel: Ring områdespolisen på 070-123 45 67.
    Rätt: Ring områdespolisen genom Polisens växel, 114 14.
    """
    own = _last_digits(subject.site.settings.contact.phone or "")
    for source, written in _all(subject, "telefonnummer"):
        if not own or _last_digits(written) != own:
            yield Finding(
                source,
                "här står ett telefonnummer",
                "Numret kan höra till en person. Ta bort det, om det inte går till en växel.",
            )


@rule("e-postadress", "varning")
def no_email_addresses(subject: Subject) -> Iterator[Finding]:
    """E-postadresser i texterna ska vara webbplatsens eller parternas egna.

    Fel: Skriv till anna.ek@mejl.example.
    Rätt: Skriv till kommunen: kontakt@foljloftet.example.
    """
    own = _own_domains(subject)
    for source, written in _all(subject, "e-postadress"):
        domain = written.rpartition("@")[2].casefold()
        if not any(domain == one or domain.endswith(f".{one}") for one in own):
            yield Finding(
                source,
                "här står en e-postadress som inte är webbplatsens eller parternas egen",
                "Adressen kan höra till en person. Ta bort den, eller skriv partens egen adress.",
            )


@rule("registreringsnummer", "varning")
def no_registration_plates(subject: Subject) -> Iterator[Finding]:
    """Ett fordons registreringsnummer leder till en person och ska inte stå i texten.

    Fel: Bilen ABC 123 stoppades vid torget.
    Rätt: En bil stoppades vid torget.
    """
    for source, written in _all(subject, "registreringsnummer"):
        yield Finding(
            source,
            f"”{written}” ser ut som ett registreringsnummer",
            "Det leder till den som äger fordonet. Skriv bara vad det var, till exempel:  en bil",
        )


@rule("barns-ålder", "varning")
def no_childs_age(subject: Subject) -> Iterator[Finding]:
    """Ett barns ålder eller klass kan peka ut barnet.

    Fel: En 15-åring togs om hand vid stationen.
    Rätt: Flera unga togs om hand vid stationen.
    """
    for source, written in _all(subject, "barns-ålder"):
        yield Finding(
            source,
            f"”{written}” kan peka ut ett barn",
            "Skriv utan ålder och klass, till exempel:  en ung person",
        )


@rule("gatunummer", "varning")
def no_street_numbers(subject: Subject) -> Iterator[Finding]:
    """En gata med nummer kan peka ut den som bor där. Filen om en plats får ha en adress.

    Fel: Insatsen var på Målarvägen 3.
    Rätt: Insatsen var på Målarvägen.
    """
    for source, written in _all(subject, "gatunummer"):
        if not source.path.startswith("platser/"):
            street = written.rstrip("ABCDEFGH 0123456789\u00a0")
            yield Finding(
                source,
                f"”{written}” är en adress med nummer",
                f"Den kan peka ut den som bor där. Räcker det med gatan:  {street}",
            )


RULES = (
    no_personal_numbers,
    numbers_that_may_be_personal,
    no_telephone_numbers,
    no_email_addresses,
    no_registration_plates,
    no_childs_age,
    no_street_numbers,
)


def _all(subject: Subject, kind: Kind) -> Iterator[tuple[Source, str]]:
    """Everything of a kind, with its place: the file as a whole when it is in the file's name."""
    for path in (*subject.texts, *subject.pictures):
        name = posixpath.splitext(path)[0]
        yield from ((Source(path), name[f.start : f.end]) for f in found(name) if f.kind == kind)
    for path, text in subject.texts.items():
        for one in found(published(path, text)):
            if one.kind == kind:
                yield place(path, text, one.start, one.end), text[one.start : one.end]


def _last_digits(phone: str) -> str:
    """What is the same however a number is written."""
    return re.sub(r"\D", "", phone)[-7:]


def _own_domains(subject: Subject) -> frozenset[str]:
    """The domains of the site, its contact and its parties."""
    settings = subject.site.settings
    addresses = (settings.address, *(party.web or "" for party in subject.site.parties))
    hosts = [urlsplit(address).hostname or "" for address in addresses]
    hosts.append((settings.contact.email or "").rpartition("@")[2].casefold())
    return frozenset(host.removeprefix("www.") for host in hosts if host)
