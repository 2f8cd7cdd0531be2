"""Rules on the order of days: what comes first has the earlier date."""

from collections.abc import Iterator
from datetime import date, timedelta

from followup.model import Action, Measure, Promise, Report
from followup.rules.named_days import has_another_year
from followup.rules.rule import Finding, rule
from followup.rules.subject import Subject
from followup.swedish import day, days


@rule("planerad-i-efterhand")
def planned_before_it_is_done(subject: Subject) -> Iterator[Finding]:
    """En insats kan inte ha planerats efter att den gjordes.

    Fel: datum: 2018-03-14 och planerad_i_förväg: 2018-03-20
    Rätt: datum: 2018-03-14 och planerad_i_förväg: 2018-03-02
    """
    for promise in subject.site.promises:
        for action in promise.actions:
            planned = action.planned
            if not isinstance(planned, date) or has_another_year(action, promise):
                continue
            if planned > action.span.last:
                yield Finding(
                    subject.at(action.source, "planerad_i_förväg"),
                    f"insatsen gjordes {_on(action)} men planerades {day(planned)}",
                    "Kontrollera båda datumen. Var den inte planerad i förväg: skriv  "
                    "planerad_i_förväg: nej",
                )


@rule("tidsordning", "varning")
def published_after_the_time_it_covers(subject: Subject) -> Iterator[Finding]:
    """En redovisning ska ges ut när den tid som den gäller har gått.

    Fel: till: 2018-06-30 och publicerad: 2018-06-11
    Rätt: till: 2018-06-30 och publicerad: 2018-07-04
    """
    for report in (report for promise in subject.site.promises for report in promise.reports):
        published = report.published_on
        if published and published.last < report.end.first:
            yield Finding(
                subject.at(report.source, "publicerad"),
                f"redovisningen gavs ut före {day(report.end.first)}, som den gäller till",
                "Kontrollera båda datumen: till är den sista dagen som den berättar om, publicerad "
                "är när den gavs ut.",
            )


@rule("tidsordning", "varning")
def promised_before_it_is_over(subject: Subject) -> Iterator[Finding]:
    """Ett löfte undertecknas innan det är slut, och slutredovisas när det är slut.

    Fel: till: 2018-12-31 och slutredovisad: 2018-03-01
    Rätt: till: 2018-12-31 och slutredovisad: 2019-03-01
    """
    for promise in subject.site.promises:
        first, last = promise.span.first, promise.span.last
        if promise.signed and promise.signed.first > last:
            yield Finding(
                subject.at(promise.source, "undertecknad"),
                f"löftet är undertecknat efter periodens sista dag, {day(last)}",
                "Kontrollera datumet mot löftets text.",
            )
        if promise.final_on and promise.final_on < last - _LAST_WEEKS:
            yield Finding(
                subject.at(promise.source, "slutredovisad"),
                f"löftet slutredovisas långt före periodens sista dag, {day(last)}",
                "Kontrollera datumet. Ska mer redovisas: ta bort raden, för allt räknas som "
                "slutligt när den finns.",
            )
        for number, due in enumerate(promise.follow_up_due):
            if due.last < first:
                yield Finding(
                    subject.item(promise.source, "uppföljning_utlovad", number),
                    f"uppföljningen är utlovad till en dag före löftets period, {_period(promise)}",
                    "Kontrollera årtalet.",
                )


@rule("tidsordning", "varning")
def confirmed_and_changed_when_the_promise_holds(subject: Subject) -> Iterator[Finding]:
    """Det som är bekräftat eller ändrat i ett löfte ska ha en dag i löftets period.

    Fel: bekräftat_till: 2017-06-30 i löftet för 2018
    Rätt: bekräftat_till: 2018-06-30
    """
    for promise in subject.site.promises:
        items: tuple[Promise | Measure, ...] = (promise, *promise.measures)
        for item in items:
            if item.confirmed_to and item.confirmed_to < promise.span.first:
                yield Finding(
                    subject.at(item.source, "bekräftat_till"),
                    f"den {day(item.confirmed_to)} är före löftets period, {_period(promise)}",
                    "Kontrollera årtalet. Är inget bekräftat än: ta bort raden.",
                )
            yield from _changes_at_other_times(subject, promise, item)


@rule("tidsordning", "varning")
def corrected_after_the_fault(subject: Subject) -> Iterator[Finding]:
    """En rättelse görs efter det som den rättar.

    Fel: datum: 2018-05-03 och rättelser: {datum: 2018-04-03, vad: Rätt dag är 3 maj}
    Rätt: datum: 2018-05-03 och rättelser: {datum: 2018-05-04, vad: Rätt dag är 3 maj}
    """
    told = ((promise, item) for promise in subject.site.promises for item in promise.told)
    for item in (item for promise, item in told if not has_another_year(item, promise)):
        for number, correction in enumerate(item.corrections):
            if correction.date < _told_on(item):
                yield Finding(
                    subject.item(item.source, "rättelser", number, "datum"),
                    f"den {day(correction.date)} är före det som rättas, {day(_told_on(item))}",
                    "Kontrollera datumet: det är dagen då felet rättades.",
                )


@rule("tidsordning", "varning")
def replaced_by_a_later_report(subject: Subject) -> Iterator[Finding]:
    """En redovisning som ersätter en annan ges ut efter den.

    Fel: publicerad: 2018-07-04 och ersätter: en redovisning som är publicerad 2018-08-01
    Rätt: publicerad: 2018-08-01 och ersätter: en redovisning som är publicerad 2018-07-04
    """
    for promise in subject.site.promises:
        published = {report.id: report.published_on for report in promise.reports}
        for report in promise.reports:
            former, own = published.get(report.replaces or ""), report.published_on
            if former and own and own.last < former.first:
                yield Finding(
                    subject.at(report.source, "ersätter"),
                    f"{report.replaces} är utgiven senare, {days(former.first, former.last)}",
                    "Kontrollera datumen. Skriv ersätter i den redovisning som kom sist.",
                )


@rule("föregående")
def follows_an_earlier_promise(subject: Subject) -> Iterator[Finding]:
    """Löftet före ska ha börjat tidigare.

    Fel: föregående: 2019 i löftet för 2018
    Rätt: föregående: 2017
    """
    promises = {promise.id: promise for promise in subject.site.promises}
    for promise in promises.values():
        former = promises.get(promise.previous or "")
        if former and former.span.first >= promise.span.first:
            is_itself = former.id == promise.id
            yield Finding(
                subject.at(promise.source, "föregående"),
                "det är det här löftet" if is_itself else f"{former.id} började inte tidigare",
                "Skriv id för det löfte som gällde före det här, eller ta bort raden.",
            )


RULES = (
    planned_before_it_is_done,
    published_after_the_time_it_covers,
    promised_before_it_is_over,
    confirmed_and_changed_when_the_promise_holds,
    corrected_after_the_fault,
    replaced_by_a_later_report,
    follows_an_earlier_promise,
)

# The last report often comes before Christmas.
_LAST_WEEKS = timedelta(days=31)


def _on(action: Action) -> str:
    return days(action.span.first, action.span.last)


def _period(promise: Promise) -> str:
    return days(promise.span.first, promise.span.last)


def _changes_at_other_times(
    subject: Subject, promise: Promise, item: Promise | Measure
) -> Iterator[Finding]:
    """A promise may change as soon as it is signed."""
    earliest = min(promise.span.first, (promise.signed or promise.span).first)
    for number, change in enumerate(item.changes):
        if not earliest <= change.date <= promise.span.last:
            yield Finding(
                subject.item(item.source, "ändringar", number, "datum"),
                f"ändringen {day(change.date)} ligger utanför löftets period, {_period(promise)}",
                "Kontrollera datumet.",
            )


def _told_on(item: Action | Report) -> date:
    """The first day on which something in it can have been wrong: plans can be put right before."""
    if isinstance(item, Report):
        return (item.published_on or item.start or item.end).first
    return date.min if item.is_public else item.span.first
