"""Rules on what the content says, file against file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

from followup import links
from followup.diagnostics import Diagnostic
from followup.graphics.colour import LEAST_CONTRAST, PAPER, PAPER_DARK, contrast, nearest_readable
from followup.model import (
    Action,
    Body,
    Outcome,
    Reading,
    Report,
    Site,
    Span,
)
from followup.rules.rule import Finding, rule
from followup.rules.subject import Subject
from followup.swedish import day, days


@rule("framtid")
def nothing_from_the_future(subject: Subject) -> Iterator[Finding]:
    """En insats, en redovisning eller ett mätvärde kan inte ha en dag som inte har varit.

    Fel: datum: 2118-03-14
    Rätt: datum: 2018-03-14
    """
    for promise in subject.site.promises:
        for item in promise.told:
            is_planned = isinstance(item, Action) and item.status == "planerad"
            if _last_day(item) > subject.latest and not is_planned:
                place = subject.at(item.source, "till", "datum")
                yield Finding(place, _not_yet(item), _unfreeze(subject, item))
        for reading in (r for outcome in promise.outcomes for r in _readings(outcome)):
            if reading.date.last > subject.latest:
                hint = _unfreeze(subject, reading)
                yield Finding(reading.source, _not_yet(reading), hint)


@rule("utanför-perioden")
def within_the_period(subject: Subject) -> Iterator[Finding]:
    """En insats ska ligga i löftets period.

    Fel: datum: 2019-03-14 i löftet för 2018
    Rätt: datum: 2018-03-14
    """
    for promise in subject.site.promises:
        for action in promise.actions:
            if not promise.span.covers(action.span):
                edge = "från" if action.span.first < promise.span.first else "till"
                yield Finding(
                    subject.at(action.source, "datum", edge),
                    f"insatsen {days(action.span.first, action.span.last)} ligger utanför löftets "
                    f"period, {days(promise.span.first, promise.span.last)}",
                    "Kontrollera datumet, eller flytta insatsen till det löfte som den hör till.",
                )


@rule("utanför-perioden")
def targets_have_time_of_their_own(subject: Subject) -> Iterator[Finding]:
    """Målets tid och sista dag ska ligga i löftets period, och en frekvens ha något helt intervall.

    Fel: senast: 2017-01-01 i löftet för 2018
    Rätt: senast: 2018-06-30
    """
    for promise in subject.site.promises:
        period = days(promise.span.first, promise.span.last)
        for measure in promise.measures:
            for target in measure.targets:
                spans = target.applies if isinstance(target.applies, tuple) else ()
                deadline = Span(target.deadline, target.deadline) if target.deadline else None
                if any(not promise.span.meets(span) for span in spans):
                    key = "gäller"
                elif deadline and not promise.span.covers(deadline):
                    key = "senast"
                else:
                    continue
                yield Finding(
                    subject.at(target.source, key),
                    f"{key} ligger utanför löftets period, {period}",
                    "Kontrollera datumet mot löftets text.",
                )


@rule("exempel")
def examples_are_recognised(subject: Subject) -> Iterator[Finding]:
    """Påhittat innehåll får bara finnas på en adress under .example.

    Fel: adress: https://www.kommunen.se och exempel: ja i en insats
    Rätt: adress: https://loftet.example
    """
    settings = subject.site.settings
    host = urlsplit(settings.address).hostname or ""
    if subject.site.has_examples and not host.endswith(".example"):
        yield Finding(
            subject.at(settings.source, "adress"),
            f"adressen {host} är en riktig adress, men innehållet är delvis påhittat",
            "Ta bort allt som har  exempel: ja  eller använd en adress som slutar på .example.",
        )


@rule("fryst")
def only_examples_are_frozen(subject: Subject) -> Iterator[Finding]:
    """Bara en webbplats med påhittat innehåll får vara fryst till en dag.

    Fel: fryst_till: 2018-10-01 utan något exempel: ja
    Rätt: ingen rad med fryst_till
    """
    settings = subject.site.settings
    if settings.frozen_at and not subject.site.has_examples and not subject.left_out:
        yield Finding(
            subject.at(settings.source, "fryst_till"),
            "webbplatsen är fryst fast inget är påhittat",
            "Ta bort fryst_till. En riktig uppföljning visas alltid som den är i dag.",
        )


@rule("exempel")
def invented_contacts_stay_behind(subject: Subject) -> Iterator[Finding]:
    """En riktig webbplats kan inte ha en påhittad kontakt eller kort adress.

    Fel: adress: https://www.kommunen.se och e-post: kontakt@loftet.example
    Rätt: adress: https://www.kommunen.se och e-post: kontakt@kommunen.se
    """
    settings = subject.site.settings
    if (urlsplit(settings.address).hostname or "").endswith(".example"):
        return
    for key, value in (
        ("kontakt", settings.contact.email or ""),
        ("notis", settings.notice.short_address or ""),
    ):
        if value.partition("/")[0].endswith(".example"):
            yield Finding(
                subject.at(settings.source, key),
                f"”{value}” är påhittad, men webbplatsen är på riktigt",
                "Skriv den adress som läsarna ska använda.",
            )


@rule("åtgärd")
def references_name_their_target(subject: Subject) -> Iterator[Finding]:
    """Har åtgärden flera mål ska en insats eller redovisning säga vilket den hör till.

    Fel: åtgärd: vandringar
    Rätt: åtgärd: vandringar#varen
    """
    for promise in subject.site.promises:
        several = {m.id: m.targets for m in promise.measures if len(m.targets) > 1}
        for item in promise.told:
            named = item.measures if isinstance(item, Action) else [r.measure for r in item.rows]
            for id in {reference for reference in named if reference in several}:
                choices = " eller ".join(f"{id}#{target.id}" for target in several[id])
                yield Finding(
                    subject.at(item.source, "åtgärd"),
                    f"”{id}” har flera mål, och det står inte vilket det gäller",
                    f"Skriv  {choices}",
                )


@rule("kontrast")
def accents_are_readable(subject: Subject) -> Iterator[Finding]:
    """Accentfärgen ska ha minst kontrasten 7:1 mot sin botten.

    Fel: färg: "#7fd3d3"
    Rätt: färg: "#0a5c63"
    """
    settings = subject.site.settings
    for key, colour, paper in (
        ("färg", settings.accent, PAPER),
        ("färg_mörk", settings.accent_dark, PAPER_DARK),
    ):
        if colour and contrast(colour, paper) < LEAST_CONTRAST:
            ratio = f"{contrast(colour, paper):.1f}".replace(".", ",")
            yield Finding(
                subject.at(settings.source, key),
                f"{key} {colour} har kontrasten {ratio}:1 mot {paper} men behöver 7:1",
                f'Närmaste färg som räcker:  {key}: "{nearest_readable(colour, paper)}"',
            )


@rule("trasig-länk")
def links_lead_somewhere(subject: Subject) -> Iterator[Finding]:
    """En länk inom webbplatsen ska leda till en sida eller en bild som finns.

    Fel: [torget](../platser/bro-centurm.md)
    Rätt: [torget](../platser/bro-centrum.md)
    """
    for found in _in_links(subject):
        if found.rule == "trasig-länk":
            yield Finding(found.source, found.message, found.hint)


@rule("form")
def texts_can_be_read(subject: Subject) -> Iterator[Finding]:
    """En text ska inte ha fler nivåer eller tecken på en rad än någon kan läsa.

    Fel: en lista i tjugo nivåer
    Rätt: en lista i två nivåer
    """
    for found in _in_links(subject):
        if found.rule == "form":
            yield Finding(found.source, found.message, found.hint)


def _in_links(subject: Subject) -> Iterator[Diagnostic]:
    known = {**dict.fromkeys(subject.left_out, links.PLACES), **subject.links.by_file}
    all_links = replace(subject.links, by_file=known)
    for body in _bodies(subject.site):
        yield from all_links.check(body)


RULES = (
    nothing_from_the_future,
    within_the_period,
    targets_have_time_of_their_own,
    examples_are_recognised,
    only_examples_are_frozen,
    invented_contacts_stay_behind,
    references_name_their_target,
    accents_are_readable,
    links_lead_somewhere,
    texts_can_be_read,
)


def _readings(outcome: Outcome) -> tuple[Reading, ...]:
    return (*((outcome.baseline,) if outcome.baseline else ()), *outcome.readings)


def _span(item: Action | Report | Reading) -> Span:
    match item:
        case Action(span=span):
            return span
        case Report(end=end):
            return Span(end.last, end.last)
        case Reading(date=when):
            return when


def _last_day(item: Action | Report | Reading) -> date:
    return _span(item).last


def _not_yet(item: Action | Report | Reading) -> str:
    span = _span(item)
    if span.days > 1:
        return f"{days(span.first, span.last)} är inte slut än"
    return f"den {day(_last_day(item))} har inte varit än"


def _unfreeze(subject: Subject, item: Action | Report | Reading) -> str:
    frozen = subject.site.settings.frozen_at
    if frozen:
        return (
            f"Webbplatsen är fryst till {day(frozen)} (fryst_till i webbplats.yaml). Ta bort den "
            "raden när demonstrationen är över, eller ändra datumet."
        )
    if isinstance(item, Report):
        return "Kontrollera datumet. En redovisning kan bara gälla tid som har gått."
    if isinstance(item, Reading):
        return "Kontrollera datumet. Kommer värdet senare: skriv till exempel  väntas: 2019-03"
    return (
        "Kontrollera datumet. Är det en offentlig händelse som ska komma: skriv  status: planerad  "
        "och  offentlig: ja"
    )


def _bodies(site: Site) -> Iterator[Body]:
    yield from (place.body for place in site.places)
    yield from (page.body for page in site.pages)
    for promise in site.promises:
        yield promise.body
        yield from (measure.body for measure in promise.measures)
        yield from (item.body for item in promise.told)
        yield from (outcome.body for outcome in promise.outcomes)
