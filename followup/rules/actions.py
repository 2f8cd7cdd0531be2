"""Rules on actions: each is told once, of the right target, with the right day and place."""

from collections.abc import Iterator
from datetime import date

from followup.content import table
from followup.diagnostics import Source
from followup.model import Action, Measure, Promise
from followup.progress.counting import Belonging
from followup.rules.named_days import has_another_year, said_by_name
from followup.rules.rule import Finding, rule
from followup.rules.subject import Subject
from followup.swedish import day, days, listing


@rule("åtgärd")
def references_name_their_target(subject: Subject) -> Iterator[Finding]:
    """Har åtgärden flera mål ska en insats eller redovisning säga vilket den hör till.

    Fel: åtgärd: vandringar
    Rätt: åtgärd: vandringar#varen
    """
    for promise in subject.site.promises:
        several = {m.id: m.targets for m in promise.measures if len(m.targets) > 1}
        for source, number, id in _references(promise) if several else ():
            if id in several:
                choices = "  eller  ".join(f"{id}#{target.id}" for target in several[id])
                yield Finding(
                    subject.item(source, "åtgärd", number),
                    f"”{id}” har flera mål, och det står inte vilket det gäller",
                    f"Skriv  {choices}",
                )


@rule("dubbel-insats", "varning")
def actions_are_told_once(subject: Subject) -> Iterator[Finding]:
    """Samma insats ska bara finnas en gång, i en egen fil eller i en lista.

    Fel: två insatser för nattvandring i Bro den 14 mars, utan tid
    Rätt: en insats, eller två med var sin tid
    """
    for promise in subject.site.promises:
        for action, former in _repeated(promise):
            yield Finding(
                subject.at(action.source, "datum", "från"),
                f"samma åtgärd, dag och plats som {_name(former)}",
                "Är det samma insats: ta bort den ena. Är det två: skriv tid i båda, till "
                "exempel  tid: 17–21  eller ge dem var sin rubrik.",
            )


@rule("namn-datum", "varning")
def names_and_dates_agree(subject: Subject) -> Iterator[Finding]:
    """Datumet i filens namn ska vara insatsens datum.

    Fel: datum: 2018-04-13 i filen 2018-03-14-torget.md
    Rätt: datum: 2018-03-14
    """
    for promise, action in _every(subject):
        named = said_by_name(action)
        if named and not named.meets(action.span) and not has_another_year(action, promise):
            yield Finding(
                subject.at(action.source, "datum", "från"),
                f"insatsen var {days(action.span.first, action.span.last)}, men filens namn säger "
                f"{days(named.first, named.last)}",
                "Kontrollera vilket som är rätt. Byter du filens namn: skriv  "
                f"tidigare_adress: {action.id}  så att gamla länkar leder rätt.",
            )


@rule("annan-plats", "varning")
def actions_are_where_the_measure_holds(subject: Subject) -> Iterator[Finding]:
    """En insats ska vara på någon av åtgärdens platser.

    Fel: plats: hamnen i en insats, och platser: torget i åtgärden
    Rätt: plats: torget
    """
    belonging = Belonging.of(subject.site)
    for promise in subject.site.promises:
        bound = {m.id: m for m in promise.measures if m.places and not _counts_by_place(m)}
        for action in promise.actions:
            for id in dict.fromkeys(one.partition("#")[0] for one in action.measures):
                if id in bound and _is_elsewhere(action, bound[id], belonging):
                    yield Finding(
                        subject.at(action.source, "plats"),
                        f"åtgärden {id} gäller {listing(bound[id].places)}, inte "
                        f"{listing(action.places)}",
                        "Kontrollera platsen. Gäller åtgärden även där: lägg till platsen under "
                        "platser i åtgärdens fil.",
                    )


@rule("passerad-plan", "varning")
def plans_are_followed_by_what_came_of_them(subject: Subject) -> Iterator[Finding]:
    """När en planerad insats har varit ska det stå hur det gick.

    Fel: status: planerad och en dag som har varit
    Rätt: raden med status borttagen, eller status: inställd med orsak
    """
    for promise, action in _every(subject):
        is_past = action.span.last < subject.latest and not has_another_year(action, promise)
        if action.status == "planerad" and is_past:
            yield Finding(
                subject.at(action.source, "status"),
                f"den {day(action.span.last)} har varit, men insatsen är fortfarande planerad",
                "Blev den av: ta bort raden med status, och skriv hur det gick. Blev den inte av: "
                "skriv  status: inställd  och till exempel  orsak: Det kom för få vandrare",
            )


RULES = (
    references_name_their_target,
    actions_are_told_once,
    names_and_dates_agree,
    actions_are_where_the_measure_holds,
    plans_are_followed_by_what_came_of_them,
)


def _every(subject: Subject) -> Iterator[tuple[Promise, Action]]:
    for promise in subject.site.promises:
        yield from ((promise, action) for action in promise.actions)


def _references(promise: Promise) -> Iterator[tuple[Source, int, str]]:
    """Each reference to a measure: the group that it stands in, its place in the list, the id."""
    for action in promise.actions:
        yield from ((action.source, number, id) for number, id in enumerate(action.measures))
    for row in (row for report in promise.reports for row in report.rows if row.measure):
        yield row.source, 0, row.measure or ""


def _repeated(promise: Promise) -> Iterator[tuple[Action, Action]]:
    """Each action that seems to be told already, and where."""
    one_by_one = {m.id for m in promise.measures if all(_comes_in_cases(t.kind) for t in m.targets)}
    seen: dict[tuple[str, frozenset[str]], list[tuple[date, Action]]] = {}
    for action in (action for action in promise.actions if action.status == "genomförd"):
        former: Action | None = None
        span = action.span
        for id in action.measures:
            if id.partition("#")[0] in one_by_one:
                continue
            earlier = seen.setdefault((id, frozenset(action.places)), [])
            earlier[:] = [(last, one) for last, one in earlier if last >= span.first]
            former = former or next((one for _, one in earlier if _is_same(one, action)), None)
            earlier.append((span.last, action))
        if former:
            yield action, former


def _comes_in_cases(kind: str) -> bool:
    """True for what may happen many times in a day."""
    return kind in ("svarstid", "vid_behov")


def _is_same(one: Action, other: Action) -> bool:
    """True when two actions for one target at one place, at times that meet, look like the same.

    Without a place or a certain day only the same words tell that they are.
    """
    if one.hours and other.hours and one.hours != other.hours:
        return False
    if one.heading and other.heading and one.heading != other.heading:
        return False
    if one.parties and other.parties and set(one.parties).isdisjoint(other.parties):
        return False
    has_days = _has_days(one) and _has_days(other)
    words = one.body.text.split()
    is_alike = words == other.body.text.split() and (bool(words) or has_days)
    return is_alike or (has_days and bool(one.places))


def _has_days(action: Action) -> bool:
    """True when it is known on which days it was."""
    parts = [part for part in (action.day, action.start, action.end) if part]
    return not action.some_day and all(part.days == 1 for part in parts)


def _name(action: Action) -> str:
    source = action.source
    file = source.path.rpartition("/")[2]
    return f"raden på rad {source.line} i {file}" if table.is_table(source.path) else file


def _counts_by_place(measure: Measure) -> bool:
    """True when it is shown on the page which actions were elsewhere."""
    return any(target.rule and target.rule.places for target in measure.targets)


def _is_elsewhere(action: Action, measure: Measure, belonging: Belonging) -> bool:
    if not action.places:
        return False
    there, here = belonging.lies_in(action.places), belonging.lies_in(measure.places)
    return there.isdisjoint(measure.places) and here.isdisjoint(action.places)
