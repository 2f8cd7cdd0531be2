"""Rules on days: nothing is told of the future, or of time outside the promise's period."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from followup.diagnostics import Source
from followup.model import Action, Measure, Outcome, Promise, Reading, Report, Span
from followup.rules.named_days import has_another_year, said_by_name
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
            is_early = _span(item).last > subject.latest and not is_planned
            if is_early and not has_another_year(item, promise):
                place = subject.at(item.source, "till", "datum")
                yield Finding(place, _not_yet(_span(item)), _wait(subject, _ADVICE[type(item)]))
        for reading in (r for outcome in promise.outcomes for r in _readings(outcome)):
            if reading.date.last > subject.latest:
                hint = _wait(subject, _ADVICE[Reading])
                yield Finding(reading.source, _not_yet(reading.date), hint)


@rule("framtid")
def nothing_is_done_beforehand(subject: Subject) -> Iterator[Finding]:
    """Det som är bekräftat, undertecknat, ändrat, rättat eller utgivet ska ha en dag som har varit.

    Fel: bekräftat_till: 2118-03-14
    Rätt: bekräftat_till: 2018-03-14
    """
    for claim in (c for promise in subject.site.promises for c in _claims(promise)):
        if claim.span.first > subject.latest:
            place = claim.place(subject)
            hint = _wait(subject, "Kontrollera datumet. Skriv in uppgiften när dagen har varit.")
            yield Finding(place, _not_yet(claim.span), hint)


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
                    _where_else(subject, promise, action),
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


@rule("redovisning-utanför", "varning")
def reports_are_of_the_period(subject: Subject) -> Iterator[Finding]:
    """En redovisning ska gälla någon del av löftets period.

    Fel: från: 2017-01-01 och till: 2017-03-31 i löftet för 2018
    Rätt: från: 2018-01-01 och till: 2018-03-31
    """
    for promise in subject.site.promises:
        for report in promise.reports:
            is_early = report.end.last < promise.span.first
            if is_early or (report.start and report.start.first > promise.span.last):
                first = (report.start or report.end).first
                yield Finding(
                    subject.at(report.source, "till" if is_early else "från"),
                    f"redovisningen gäller {days(first, report.end.last)}, men löftets period är "
                    f"{days(promise.span.first, promise.span.last)}",
                    "Kontrollera årtalet, och att filen ligger i rätt löfte.",
                )


@rule("lång-period", "varning")
def periods_are_of_some_years(subject: Subject) -> Iterator[Finding]:
    """Ett löfte ska inte gälla längre än fem år: då är det troligen ett årtal som är fel.

    Fel: från: 2018-01-01 och till: 2118-12-31
    Rätt: från: 2018-01-01 och till: 2018-12-31
    """
    for promise in subject.site.promises:
        if promise.span.days > _FIVE_YEARS:
            yield Finding(
                subject.at(promise.source, "till"),
                f"löftet gäller {days(promise.span.first, promise.span.last)}, mer än fem år",
                "Kontrollera årtalen.",
            )


RULES = (
    nothing_from_the_future,
    nothing_is_done_beforehand,
    within_the_period,
    targets_have_time_of_their_own,
    reports_are_of_the_period,
    periods_are_of_some_years,
)

_FIVE_YEARS = 5 * 366
_NEW_PROMISE = "kör  python3 build.py nytt löfte"
_ADVICE: dict[type, str] = {
    Action: "Kontrollera datumet. Är det en offentlig händelse som ska komma: skriv  "
    "status: planerad  och  offentlig: ja",
    Report: "Kontrollera datumet. En redovisning kan bara gälla tid som har gått.",
    Reading: "Kontrollera datumet. Kommer värdet senare: skriv till exempel  väntas: 2019-03",
}


@dataclass(frozen=True)
class _Claim:
    """A day on which something is said to have been done, and the field where it stands.

    `number` is its place in the list that `key` holds.
    """

    source: Source
    key: str
    span: Span
    number: int | None = None

    def place(self, subject: Subject) -> Source:
        if self.number is None:
            return subject.at(self.source, self.key)
        return subject.item(self.source, self.key, self.number, "datum")


def _claims(promise: Promise) -> Iterator[_Claim]:
    if promise.signed:
        yield _Claim(promise.source, "undertecknad", promise.signed)
    if promise.final_on:
        yield _Claim(promise.source, "slutredovisad", _on(promise.final_on))
    for item in _with_measures(promise):
        yield from _confirmed_and_changed(item)
    for told in promise.told:
        if isinstance(told, Report) and told.published_on:
            yield _Claim(told.source, "publicerad", told.published_on)
        for number, correction in enumerate(told.corrections):
            yield _Claim(told.source, "rättelser", _on(correction.date), number)


def _with_measures(promise: Promise) -> tuple[Promise | Measure, ...]:
    return (promise, *promise.measures)


def _confirmed_and_changed(item: Promise | Measure) -> Iterator[_Claim]:
    if item.confirmed_to:
        yield _Claim(item.source, "bekräftat_till", _on(item.confirmed_to))
    for number, change in enumerate(item.changes):
        yield _Claim(item.source, "ändringar", _on(change.date), number)


def _on(day: date) -> Span:
    return Span(day, day)


def _readings(outcome: Outcome) -> tuple[Reading, ...]:
    return (*((outcome.baseline,) if outcome.baseline else ()), *outcome.readings)


def _span(item: Action | Report) -> Span:
    return item.span if isinstance(item, Action) else _on(item.end.last)


def _not_yet(span: Span) -> str:
    if span.days > 1:
        return f"{days(span.first, span.last)} är inte slut än"
    return f"den {day(span.last)} har inte varit än"


def _wait(subject: Subject, advice: str) -> str:
    """What to do about a day that has not been; on a frozen site that is most often the reason."""
    frozen = subject.site.settings.frozen_at
    if frozen is None:
        return advice
    return (
        f"Webbplatsen är fryst till {day(frozen)} (fryst_till i webbplats.yaml), så för den har "
        "senare dagar inte varit. Är demonstrationen över: ta bort den raden. Börjar ett nytt "
        f"löfte: {_NEW_PROMISE}"
    )


def _where_else(subject: Subject, promise: Promise, action: Action) -> str:
    named = said_by_name(action)
    if named and has_another_year(action, promise):
        return f"Filens namn säger {days(named.first, named.last)}. Menade du  {named.written} ?"
    other = next((p for p in subject.site.promises if p.span.covers(action.span)), None)
    if other:
        folder = f"loften/{other.id}/insatser"
        return f"Kontrollera datumet. Hör insatsen till {other.title}: flytta den till  {folder}"
    if action.span.last < promise.span.last:
        return "Kontrollera datumet, eller flytta insatsen till det löfte som den hör till."
    advice = f"Kontrollera datumet. Börjar ett nytt löfte: {_NEW_PROMISE}"
    return _wait(subject, advice) if action.span.last > subject.latest else advice
