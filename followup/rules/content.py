"""Rules on what the content says, file against file. A rule is one function in `RULES`.

Each docstring tells what is asked for, with a wrong and a right example.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations
from urllib.parse import urlsplit

from followup import links
from followup.content import table
from followup.content.document import parse
from followup.content.record import At
from followup.diagnostics import Diagnostic, Source
from followup.graphics.colour import LEAST_CONTRAST, PAPER, PAPER_DARK, contrast, nearest_readable
from followup.links import Links
from followup.model import (
    Action,
    Body,
    FreePage,
    Measure,
    Outcome,
    Place,
    Promise,
    Reading,
    Report,
    Row,
    Settings,
    Site,
    Span,
)
from followup.swedish import day, days


@dataclass(frozen=True)
class Subject:
    """What the rules look at. `latest` is the last day that can have happened.

    `texts` gives a file's text by its path, so that a rule can point at a field.
    """

    site: Site
    links: Links
    latest: date
    texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def left_out(self) -> frozenset[str]:
        """The files that are not in the site, because of faults in them or in their promise.

        Nothing is said of what they would have changed.
        """
        pages = {path for path in self.texts if path.endswith(".md")}
        return frozenset(pages - self.links.by_file.keys()) | self._lists_with_faults

    def at(self, source: Source, *keys: str) -> Source:
        """Where the first of `keys` that is written stands in a file; else the file itself."""
        text = self.texts.get(source.path)
        if text and table.is_table(source.path):
            row = table.parse(source.path, text).row(source.line)
            return At(row)(*keys) if row else source
        return At(parse(source.path, text).front_matter)(*keys) if text else source

    @property
    def _lists_with_faults(self) -> frozenset[str]:
        """The lists that have a row of which no action came."""
        listed = {action.source for promise in self.site.promises for action in promise.actions}
        lists = [(path, text) for path, text in self.texts.items() if table.is_table(path)]
        return frozenset(path for path, text in lists if table.row_places(path, text) - listed)


Rule = Callable[[Subject], Iterator[Diagnostic]]


def check(subject: Subject) -> tuple[Diagnostic, ...]:
    """Every fault that the rules find, less the warnings that an editor has answered."""
    answered = set(_answers(subject.site))
    found = (diagnostic for rule in RULES for diagnostic in rule(subject))
    return tuple(d for d in found if d.is_error or (d.source.path, d.rule) not in answered)


def nothing_from_the_future(subject: Subject) -> Iterator[Diagnostic]:
    """En insats, en redovisning eller ett mätvärde kan inte ha en dag som inte har varit.

    Fel: datum: 2118-03-14
    Rätt: datum: 2018-03-14
    """
    for promise in subject.site.promises:
        for item in promise.told:
            is_planned = isinstance(item, Action) and item.status == "planerad"
            if _last_day(item) > subject.latest and not is_planned:
                place = subject.at(item.source, "till", "datum")
                yield _fault(place, "framtid", _not_yet(item), _unfreeze(subject, item))
        for reading in (r for outcome in promise.outcomes for r in _readings(outcome)):
            if reading.date.last > subject.latest:
                hint = _unfreeze(subject, reading)
                yield _fault(reading.source, "framtid", _not_yet(reading), hint)


def within_the_period(subject: Subject) -> Iterator[Diagnostic]:
    """En insats ska ligga i löftets period.

    Fel: datum: 2019-03-14 i löftet för 2018
    Rätt: datum: 2018-03-14
    """
    for promise in subject.site.promises:
        for action in promise.actions:
            if not promise.span.covers(action.span):
                edge = "från" if action.span.first < promise.span.first else "till"
                yield _fault(
                    subject.at(action.source, "datum", edge),
                    "utanför-perioden",
                    f"insatsen {days(action.span.first, action.span.last)} ligger utanför löftets "
                    f"period, {days(promise.span.first, promise.span.last)}",
                    "Kontrollera datumet, eller flytta filen till det löfte som den hör till.",
                )


def figures_do_not_overlap(subject: Subject) -> Iterator[Diagnostic]:
    """Två siffror om samma åtgärd ska gälla skilda tider, samma tid, eller den ena inom den andra.

    Fel: en redovisning för januari–juni och en för maj–augusti
    Rätt: en för januari–april och en för maj–augusti, eller ersätter: på den senare
    """
    for promise in subject.site.promises:
        replaced = {report.replaces for report in promise.reports}
        figures = [
            (report, row)
            for report in promise.reports
            if report.id not in replaced
            for row in report.rows
            if row.number is not None and row.start
        ]
        for one, other in combinations(figures, 2):
            if _overlap_in_part(*one, *other):
                yield _fault(
                    subject.at(other[0].source, "från", "till"),
                    "överlappar",
                    f"siffran gäller delvis samma tid som {one[0].id}",
                    "Ändra från och till så att tiderna inte överlappar. Rättar den ena den andra: "
                    f"skriv  ersätter: {one[0].id}",
                )


def replaced_by_another(subject: Subject) -> Iterator[Diagnostic]:
    """En redovisning kan inte ersätta sig själv, och två kan inte ersätta varandra.

    Fel: ersätter: 2018-06-30-polisen i filen 2018-06-30-polisen.md
    Rätt: ersätter: 2018-05-31-polisen
    """
    for promise in subject.site.promises:
        replaces = {report.id: report.replaces for report in promise.reports}
        for report in promise.reports:
            if report.id in _chain(replaces, report.id):
                yield _fault(
                    subject.at(report.source, "ersätter"),
                    "ersätter",
                    "redovisningen ersätter till slut sig själv, så ingen av dem gäller",
                    "Skriv ersätter i den nyaste redovisningen, med id för den som den rättar.",
                )


def figures_say_what_they_count(subject: Subject) -> Iterator[Diagnostic]:
    """Har målet villkor (räknas) ska en redovisad siffra säga vad som räknades.

    Fel: antal: 12
    Rätt: antal: 12, räknat: kontroller på torget, enligt_löftet: oklart
    """
    for promise in subject.site.promises:
        for report in promise.reports:
            for row in report.rows:
                if _has_rule(promise, row) and not (row.counted and row.as_promised):
                    yield _fault(
                        subject.at(report.source, "antal"),
                        "saknas",
                        "det står inte om siffran räknar det som löftet säger",
                        "Åtgärden har villkor. Skriv till exempel  räknat: kontroller på torget  "
                        "och  enligt_löftet: ja  (eller nej, oklart).",
                    )


def examples_are_recognised(subject: Subject) -> Iterator[Diagnostic]:
    """Påhittat innehåll får bara finnas på en adress under .example, och bara då fryst_till.

    Fel: adress: https://www.kommunen.se och exempel: ja i en insats
    Rätt: adress: https://loftet.example
    """
    settings = subject.site.settings
    host = urlsplit(settings.address).hostname or ""
    has_examples = subject.site.has_examples
    if has_examples and not host.endswith(".example"):
        yield _fault(
            subject.at(settings.source, "adress"),
            "exempel",
            f"adressen {host} är en riktig adress, men innehållet är delvis påhittat",
            "Ta bort allt som har  exempel: ja  eller använd en adress som slutar på .example.",
        )
    if settings.frozen_at and not has_examples and not subject.left_out:
        yield _fault(
            subject.at(settings.source, "fryst_till"),
            "fryst",
            "webbplatsen är fryst fast inget är påhittat",
            "Ta bort fryst_till. En riktig uppföljning visas alltid som den är i dag.",
        )


def invented_contacts_stay_behind(subject: Subject) -> Iterator[Diagnostic]:
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
            yield _fault(
                subject.at(settings.source, key),
                "exempel",
                f"”{value}” är påhittad, men webbplatsen är på riktigt",
                "Skriv den adress som läsarna ska använda.",
            )


def references_name_their_target(subject: Subject) -> Iterator[Diagnostic]:
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
                yield _fault(
                    subject.at(item.source, "åtgärd"),
                    "åtgärd",
                    f"”{id}” har flera mål, och det står inte vilket det gäller",
                    f"Skriv  {choices}",
                )


def accents_are_readable(subject: Subject) -> Iterator[Diagnostic]:
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
            yield _fault(
                subject.at(settings.source, key),
                "kontrast",
                f"{key} {colour} har kontrasten {ratio}:1 mot {paper} men behöver 7:1",
                f'Närmaste färg som räcker:  {key}: "{nearest_readable(colour, paper)}"',
            )


def links_lead_somewhere(subject: Subject) -> Iterator[Diagnostic]:
    """En länk inom webbplatsen ska leda till en sida eller en bild som finns.

    Fel: [torget](../platser/bro-centurm.md)
    Rätt: [torget](../platser/bro-centrum.md)
    """
    known = {**dict.fromkeys(subject.left_out, links.PLACES), **subject.links.by_file}
    all_links = replace(subject.links, by_file=known)
    for body in _bodies(subject.site):
        yield from all_links.check(body)


RULES: tuple[Rule, ...] = (
    nothing_from_the_future,
    within_the_period,
    figures_do_not_overlap,
    replaced_by_another,
    figures_say_what_they_count,
    examples_are_recognised,
    invented_contacts_stay_behind,
    references_name_their_target,
    accents_are_readable,
    links_lead_somewhere,
)


def _fault(source: Source, rule: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(source, "fel", rule, message, hint)


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


def _overlap_in_part(report: Report, row: Row, other_report: Report, other: Row) -> bool:
    if row.measure != other.measure or not row.span.meets(other.span):
        return False
    if row.span.covers(other.span) or other.span.covers(row.span):
        return False
    both_own = report.share == other_report.share == "egen del"
    return not (both_own and report.told_by != other_report.told_by)


def _chain(replaces: Mapping[str, str | None], start: str) -> list[str]:
    """What a report replaces, what that one replaces, and so on."""
    chain: list[str] = []
    current = replaces.get(start)
    while current and current not in chain:
        chain.append(current)
        current = replaces.get(current)
    return chain


def _has_rule(promise: Promise, row: Row) -> bool:
    if row.number is None or row.measure is None:
        return False
    id, _, part = row.measure.partition("#")
    measure = next((m for m in promise.measures if m.id == id), None)
    targets = measure.targets if measure else ()
    return any(t.rule for t in targets if not part or t.id == part)


def _bodies(site: Site) -> Iterator[Body]:
    yield from (place.body for place in site.places)
    yield from (page.body for page in site.pages)
    for promise in site.promises:
        yield promise.body
        yield from (measure.body for measure in promise.measures)
        yield from (item.body for item in promise.told)
        yield from (outcome.body for outcome in promise.outcomes)


def _answers(site: Site) -> Iterator[tuple[str, str]]:
    """Each file with the rules that it has answered."""
    items: list[Settings | Place | FreePage | Promise | Measure | Action | Report | Outcome]
    items = [site.settings, *site.places, *site.pages, *site.promises]
    for promise in site.promises:
        items += [*promise.measures, *promise.told, *promise.outcomes]
    for item in items:
        yield from ((item.source.path, reviewed.rule) for reviewed in item.reviewed)
