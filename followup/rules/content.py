"""Rules on what the content says, file against file. A rule is one function in `RULES`.

Each docstring tells what is asked for, with a wrong and a right example.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from followup.diagnostics import Diagnostic, Source
from followup.graphics.colour import LEAST_CONTRAST, PAPER, PAPER_DARK, contrast, nearest_readable
from followup.links import Links
from followup.model import (
    Action,
    Body,
    FreePage,
    Measure,
    Place,
    Promise,
    Report,
    Row,
    Settings,
    Site,
)
from followup.swedish import day, days


@dataclass(frozen=True)
class Subject:
    """What the rules look at. `latest` is the last day that can have happened."""

    site: Site
    links: Links
    latest: date


Rule = Callable[[Subject], Iterator[Diagnostic]]


def check(subject: Subject) -> tuple[Diagnostic, ...]:
    """Every fault that the rules find, less the warnings that an editor has answered."""
    answered = {(path, rule) for path, rule in _answers(subject.site)}
    found = (diagnostic for rule in RULES for diagnostic in rule(subject))
    return tuple(d for d in found if d.is_error or (d.source.path, d.rule) not in answered)


def nothing_from_the_future(subject: Subject) -> Iterator[Diagnostic]:
    """En insats eller redovisning kan inte ha en dag som inte har varit.

    Fel: datum: 2118-03-14
    Rätt: datum: 2018-03-14
    """
    for promise in subject.site.promises:
        for item in promise.told:
            is_planned = isinstance(item, Action) and item.status == "planerad"
            if _last_day(item) > subject.latest and not is_planned:
                yield _fault(item.source, "framtid", _not_yet(item, subject), _unfreeze(subject))


def within_the_period(subject: Subject) -> Iterator[Diagnostic]:
    """En insats ska ligga i löftets period.

    Fel: datum: 2019-03-14 i löftet för 2018
    Rätt: datum: 2018-03-14
    """
    for promise in subject.site.promises:
        for action in promise.actions:
            if not promise.span.covers(action.span):
                yield _fault(
                    action.source,
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
                    other[0].source,
                    "överlappar",
                    f"siffran gäller delvis samma tid som {one[0].id}",
                    "Ändra från och till så att tiderna inte överlappar. Rättar den ena den andra: "
                    f"skriv  ersätter: {one[0].id}",
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
                        report.source,
                        "saknas",
                        "det står inte vad siffran räknar",
                        "Åtgärden har villkor. Skriv till exempel  räknat: kontroller på torget  "
                        "och  enligt_löftet: ja  (eller nej, oklart).",
                    )


def examples_are_recognised(subject: Subject) -> Iterator[Diagnostic]:
    """Påhittat innehåll får bara finnas på en adress under .example, och bara då fryst_till.

    Fel: adress: https://www.kommunen.se och exempel: ja i en insats
    Rätt: adress: https://loftet.example
    """
    settings = subject.site.settings
    host = settings.address.partition("//")[2].partition("/")[0].partition(":")[0]
    has_examples = subject.site.has_examples
    if has_examples and not host.endswith(".example"):
        yield _fault(
            settings.source,
            "exempel",
            f"adressen {host} är en riktig adress, men innehållet är delvis påhittat",
            "Ta bort allt som har  exempel: ja,  eller använd en adress som slutar på .example.",
        )
    if settings.frozen_at and not has_examples:
        yield _fault(
            settings.source,
            "fryst",
            "webbplatsen är fryst fast inget är påhittat",
            "Ta bort fryst_till. En riktig uppföljning visas alltid som den är i dag.",
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
                settings.source,
                "kontrast",
                f"{key} {colour} har kontrasten {ratio}:1 mot {paper} men behöver 7:1",
                f'Närmaste färg som räcker:  {key}: "{nearest_readable(colour, paper)}"',
            )


def links_lead_somewhere(subject: Subject) -> Iterator[Diagnostic]:
    """En länk inom webbplatsen ska leda till en sida eller en bild som finns.

    Fel: [torget](../platser/bro-centurm.md)
    Rätt: [torget](../platser/bro-centrum.md)
    """
    for body in _bodies(subject.site):
        yield from subject.links.check(body)


RULES: tuple[Rule, ...] = (
    nothing_from_the_future,
    within_the_period,
    figures_do_not_overlap,
    figures_say_what_they_count,
    examples_are_recognised,
    accents_are_readable,
    links_lead_somewhere,
)


def _fault(source: Source, rule: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(source, "fel", rule, message, hint)


def _last_day(item: Action | Report) -> date:
    return item.span.last if isinstance(item, Action) else item.end.last


def _not_yet(item: Action | Report, subject: Subject) -> str:
    what = "insatsen" if isinstance(item, Action) else "redovisningen"
    return f"{what} har dagen {day(_last_day(item))}, som inte har varit än"


def _unfreeze(subject: Subject) -> str:
    frozen = subject.site.settings.frozen_at
    if frozen:
        return (
            f"Webbplatsen är fryst till {day(frozen)} (fryst_till i webbplats.yaml). Ta bort den "
            "raden när demonstrationen är över, eller ändra datumet."
        )
    return (
        "Kontrollera datumet. Är det en offentlig händelse som ska komma: skriv "
        "status: planerad  och  offentlig: ja"
    )


def _overlap_in_part(report: Report, row: Row, other_report: Report, other: Row) -> bool:
    if row.measure != other.measure or not row.span.meets(other.span):
        return False
    if row.span.covers(other.span) or other.span.covers(row.span):
        return False
    both_own = report.share == other_report.share == "egen del"
    return not (both_own and report.told_by != other_report.told_by)


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


def _answers(site: Site) -> Iterator[tuple[str, str]]:
    """Each file with the rules that it has answered."""
    items: list[Settings | Place | FreePage | Promise | Measure | Action | Report]
    items = [site.settings, *site.places, *site.pages, *site.promises]
    for promise in site.promises:
        items += [*promise.measures, *promise.told]
    for item in items:
        yield from ((item.source.path, reviewed.rule) for reviewed in item.reviewed)
