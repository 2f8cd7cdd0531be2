"""Results as Swedish: states, headlines, figures and sentences, the same in every channel."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from followup.model import Action, Span, Target, Unit
from followup.naming import Words, agreeing, definite_plural, gender, happened, months
from followup.progress.result import MeasureResult, PromiseResult, Quote, State, Tally, TargetResult
from followup.swedish import capitalise, clock, clocks, day, day_of_year, listing, number, numeral

# In the order of the headline: what is settled first, what is unknown last.
_STATES: Mapping[State, tuple[str, str]] = {
    "genomförd": ("är genomförd", "är genomförda"),
    "delvis genomförd": ("är delvis genomförd", "är delvis genomförda"),
    "pågår": ("pågår", "pågår"),
    "inte påbörjad": ("är inte påbörjad", "är inte påbörjade"),
    "senarelagd": ("är senarelagd", "är senarelagda"),
    "utgår": ("utgår", "utgår"),
    "inte genomförd": ("är inte genomförd", "är inte genomförda"),
    "går inte att avgöra": ("går inte att avgöra", "går inte att avgöra"),
    "inte redovisad för sig": ("är inte redovisad för sig", "är inte redovisade för sig"),
    "inte redovisad": ("är inte redovisad", "är inte redovisade"),
}


def state_label(state: State, promise: PromiseResult) -> str:
    """The state as a word for a reader: `Pågår`, `Inte redovisad än`."""
    still = state == "inte redovisad" and is_open(promise)
    return capitalise(state) + (" än" if still else "")


def headline(result: PromiseResult) -> str:
    """The front page's heading: `Löftet har två åtgärder: en pågår och en är inte redovisad än.`"""
    if not result.measures:
        return f"Åtgärderna är inte kända{' än' if is_open(result) else ''}."
    if result.promise.incomplete:
        return _of_the_known(result)
    has, parts = "har" if is_open(result) else "hade", _parts(result)
    opening = f"Löftet {has} {counted(len(result.measures), MEASURE)}"
    if 1 < len(parts) <= _PARTS_AFTER_A_COLON:
        return f"{opening}: {listing(parts)}."
    return f"{opening}. {standing(result)}"


def standing(result: PromiseResult) -> str:
    """How the measures stand, when it is said what they belong to: `En är genomförd.`"""
    parts = _parts(result)
    if len(parts) == 1:
        return _all_alike(result)
    sentences = -(-len(parts) // _PARTS_IN_A_SENTENCE)
    size = -(-len(parts) // sentences)
    batches = (parts[start : start + size] for start in range(0, len(parts), size))
    return " ".join(f"{capitalise(listing(batch))}." for batch in batches)


# So many parts that no sentence is over twenty words.
_PARTS_AFTER_A_COLON = 3
_PARTS_IN_A_SENTENCE = 4


def figure(target: TargetResult) -> str | None:
    """The figure with its promise, in short: `6 av minst 8`, `Redovisad 7 av 9 månader`.

    None where there is no figure to give.
    """
    if target.months:
        return _months_figure(target)
    if target.steps:
        done = _steps_done(target)
        return f"{done} av {len(target.steps)} steg {_clear(done)}"
    if target.tally is None:
        return None
    return _count_figure(target.target, target.tally)


def result_sentence(target: TargetResult, words: Words) -> str:
    """The result in a few full sentences, for a reader who sees nothing else."""
    verdict = _deciding_verdict(target)
    said = [words.verdict(verdict)] if verdict else []
    if outcome := _outcome(target, bool(verdict)):
        said.append(outcome)
    if target.tally and target.tally.disputed:
        said.append(DISPUTED)
    if target.state == "går inte att avgöra":
        said.append(UNDECIDED)
    return " ".join(said)


DISPUTED = "Uppgifterna skiljer sig åt, och den lägre är räknad."
NO_BLAME = "Det betyder inte att inget har gjorts."
UNDECIDED = "Det som är redovisat räcker inte för att avgöra hur det gick."


def pace_sentence(target: TargetResult) -> str | None:
    """How the count compares with an even spread; the yardstick is always named."""
    pace, unit = target.pace, target.target.unit
    if pace is None:
        return None
    if pace.kind == "går inte längre att nå":
        return "Antalet går inte längre att nå, för det är för få dagar kvar."
    first, last = target.period.first, target.period.last
    is_a_year = target.period == Span(date(first.year, 1, 1), date(first.year, 12, 31))
    when = day_of_year(pace.day) if first.year == last.year else day(pace.day)
    lead = capitalise(pace.kind) + ("" if pace.kind == "ungefär i takt" else " jämn takt")
    return (
        f"{lead}: om {definite_plural(unit)} spreds jämnt över "
        f"{'året' if is_a_year else 'perioden'} vore {_count(pace.expected, unit)} "
        f"{agreeing('väntad', pace.expected, unit)} den {when}."
    )


def reached_sentence(target: TargetResult) -> str | None:
    """The day on which the promised number was reached."""
    if not _is_reached(target):
        return None
    match target.decided_by:
        case Action() as action:
            return f"Det utlovade antalet nåddes {happened(action)}."
        case Quote(row=row):
            return f"Det utlovade antalet var nått den {day(row.span.last)}."
    return None


def stale_sentence(result: MeasureResult | PromiseResult) -> str | None:
    """Says that nothing new has been told, and since when.

    None where nothing has been told at all: that is said without it.
    """
    if not result.is_stale or result.reported_to is None:
        return None
    updated = "uppdaterat" if isinstance(result, PromiseResult) else "uppdaterad"
    return f"Inte {updated} sedan {day(result.reported_to)}."


def hours(action: Action) -> str | None:
    """`kl. 19.30` or `kl. 17–21`."""
    if action.hours is None:
        return None
    start, end = action.hours
    return clocks(start, end) if end else clock(start)


def amount(tally: Tally, unit: Unit | None = None, in_words: bool = False) -> str:
    """The figure with its accuracy: `6`, `omkring 100`, `minst 43`."""
    digits = numeral(tally.number, gender(unit)) if unit and in_words else number(tally.number)
    return f"{_ACCURACIES[tally.accuracy]}{digits}"


_ACCURACIES = {"exakt": "", "minst": "minst ", "drygt": "drygt ", "ungefär": "omkring "}


def promised(target: Target, in_words: bool = False) -> str | None:
    """`minst 8`, `3`, `högst 2`; None when no number is promised."""
    if target.number is None:
        return None
    digits = numeral(target.number, gender(target.unit)) if in_words else number(target.number)
    if target.at_least is not None:
        return f"minst {digits}"
    return f"högst {digits}" if target.at_most is not None else digits


def counted(n: int, unit: Unit) -> str:
    """`sex åtgärder`, `en åtgärd`."""
    return f"{numeral(n, gender(unit))} {unit.one if n == 1 else unit.many}"


MEASURE = Unit("åtgärd", "åtgärder")


def is_open(result: PromiseResult) -> bool:
    """True while the period has not ended: what is not reported is so "än"."""
    return result.face in ("före", "pågår")


def _buckets(result: PromiseResult) -> Iterator[tuple[int, State]]:
    """How many measures there are in each state; empty states are left out."""
    for state in _STATES:
        if n := sum(measure.state == state for measure in result.measures):
            yield n, state


def _parts(result: PromiseResult) -> list[str]:
    """`en är genomförd`, `fyra pågår`: each bucket as a clause."""
    return [f"{numeral(n)} {_are(n, state, result)}" for n, state in _buckets(result)]


def _are(n: int, state: State, result: PromiseResult) -> str:
    """`är genomförda`, `är inte redovisad än`: what `n` measures in a state are."""
    is_still = state in ("inte redovisad", "inte påbörjad") and is_open(result)
    return _STATES[state][n != 1] + (" än" if is_still else "")


def _all_alike(result: PromiseResult) -> str:
    """One state for all the measures: `Alla pågår.`, `Ingen är redovisad än.`"""
    known, state = len(result.measures), result.measures[0].state
    if state == "går inte att avgöra":
        them = "med den" if known == 1 else "med någon av dem"
        return f"Det går inte att avgöra hur det {'går' if is_open(result) else 'gick'} {them}."
    who, are = _as_one(result) if known > 1 else ("den", _are(1, state, result))
    return f"{capitalise(who)} {are}."


def _as_one(result: PromiseResult) -> tuple[str, str]:
    """`alla`, `båda` or `ingen`, and what they are."""
    known, state = len(result.measures), result.measures[0].state
    if "inte " in state:
        return "ingen", _are(1, state, result).replace("inte ", "")
    everyone = f"alla {numeral(known)}" if result.promise.incomplete else "alla"
    return "båda" if known == 2 else everyone, _are(known, state, result)


def _of_the_known(result: PromiseResult) -> str:
    """The headline of a promise whose text is not known as a whole."""
    (n, state), *rest = _buckets(result)
    known = len(result.measures)
    if known == 1:
        return f"Den åtgärd som vi känner till {_are(1, state, result)}."
    who, are = (numeral(n), _are(n, state, result)) if rest else _as_one(result)
    verb, _, what = are.partition(" ")
    opening = f"Av de {numeral(known)} åtgärder som vi känner till {verb} {who} {what}".rstrip()
    others = listing(_parts(result)[1:])
    if len(rest) > 1:
        return f"{opening}. {capitalise(others)}."
    return f"{opening} och {others}." if rest else f"{opening}."


def _deciding_verdict(target: TargetResult) -> Quote | None:
    """The report whose words, rather than figure, settled the state."""
    match target.decided_by:
        case Quote(row=row) as quote if row.verdict and not _is_reached(target):
            return None if target.steps and target.state == "genomförd" else quote
    return None


def _is_reached(target: TargetResult) -> bool:
    """True when the count itself settled that the promised floor is reached."""
    tally, by = target.tally, target.decided_by
    floor = target.target.number if target.target.at_most is None else None
    if target.state != "genomförd" or not tally or floor is None or tally.number < floor:
        return False
    return not (isinstance(by, Quote) and by.row.verdict and tally.accuracy == "ungefär")


def _outcome(target: TargetResult, is_said: bool) -> str | None:
    """What was done, as far as it is known; None when a verdict says all there is to say."""
    match target.state:
        case "inte redovisad":
            return f"Inget är redovisat. {NO_BLAME}"
        case "inte redovisad för sig":
            return "Åtgärden är inte redovisad för sig, bara löftet som helhet."
        case "inte påbörjad" if target.tally is None:
            return "Perioden har inte börjat."
    if target.tally:
        return _count_sentence(target, target.tally)
    if target.steps:
        return _steps_sentence(target)
    if is_said:
        return None
    if target.months:
        return _months_sentence(target)
    if isinstance(target.decided_by, Action):
        return f"Åtgärden genomfördes {happened(target.decided_by)}."
    if target.state in ("genomförd", "inte genomförd"):
        return f"Åtgärden är {target.state}, enligt redovisningen."
    return None


def _stands_alone(target: Target, tally: Tally) -> bool:
    """True when "6 av minst 8" does not fit: the number is reached, a ceiling, or two "minst"."""
    is_floor_of_floor = tally.accuracy == "minst" and target.at_least is not None
    return target.at_most is not None or is_floor_of_floor or tally.number >= (target.number or 0)


def _count_figure(target: Target, tally: Tally) -> str:
    unit, goal = target.unit, promised(target)
    if goal is None:
        return f"{amount(tally)} {unit.one if tally.number == 1 else unit.many}"
    if not _stands_alone(target, tally):
        return f"{amount(tally)} av {goal}"
    done = agreeing("genomförd", tally.number or 2, unit)
    return f"{amount(tally)} {done} ({goal} {agreeing('utlovad', target.number or 2, unit)})"


def _count_sentence(target: TargetResult, tally: Tally) -> str:
    goal, unit, n = target.target, target.target.unit, tally.number
    are = f"är {agreeing('genomförd', n, unit)}"
    if goal.number and n and not _stands_alone(goal, tally):
        done, floor = amount(tally, unit, in_words=True), promised(goal, in_words=True)
        return f"{capitalise(done)} av {floor} utlovade {unit.many} {are}."
    if not n:
        are = _none_are(target)
    done = amount(tally, unit, in_words=True) if n else _count(0, unit)
    said = f"{capitalise(done)} {unit.one if n in (0, 1) else unit.many} {are}"
    is_as_promised = n == goal.amount and tally.accuracy == "exakt"
    return f"{said}, som utlovat." if is_as_promised else f"{said}. {_compared_with(target)}"


def _none_are(target: TargetResult) -> str:
    """What "Ingen insats" or "Inget besök" is followed by, no more certain than the reports."""
    goal, done = target.target, agreeing("genomförd", 0, target.target.unit)
    if target.not_counted:
        return "räknas"
    if target.state == "går inte att avgöra":
        return f"är {agreeing('redovisad', 0, goal.unit)} som {done}"
    return f"är {done} än" if _is_under_way(target) and goal.at_most is None else f"är {done}"


def _compared_with(target: TargetResult) -> str:
    """What was promised, for a figure that stands alone."""
    goal, were = target.target, "är" if _is_under_way(target) else "var"
    floor = promised(goal, in_words=True)
    if floor is None:
        return "Löftet säger inget antal."
    if goal.at_most is not None:
        return f"Löftet {were} {floor}."
    return f"{capitalise(floor)} {were} {agreeing('utlovad', goal.number or 0, goal.unit)}."


def _is_under_way(target: TargetResult) -> bool:
    return target.state in ("pågår", "inte påbörjad")


def _count(n: int, unit: Unit) -> str:
    """`sex`, `ett`, `ingen`."""
    return numeral(n, gender(unit)) if n else {"en": "ingen", "ett": "inget"}[gender(unit)]


def _steps_done(target: TargetResult) -> int:
    return sum(step.done_by is not None for step in target.steps)


def _clear(steps: int) -> str:
    return "klart" if steps == 1 else "klara"


def _steps_sentence(target: TargetResult) -> str:
    done, of = _steps_done(target), len(target.steps)
    if of == 1:
        return "Steget är klart." if done else "Steget är inte redovisat som klart."
    if done == of:
        return f"{'Båda' if of == 2 else f'Alla {numeral(of)}'} stegen är klara."
    if not done:
        return f"Inget av de {numeral(of)} stegen är redovisat som klart."
    return f"{capitalise(numeral(done, 'ett'))} av {numeral(of)} steg är {_clear(done)}."


@dataclass(frozen=True)
class _Told:
    """Months told of on their own, all that have been, and those in a longer report only."""

    alone: int
    past: int
    together: tuple[date, ...]

    @staticmethod
    def of(target: TargetResult) -> "_Told":
        kinds = [month.kind for month in target.months]
        together = tuple(month.first for month in target.months if month.kind == "tillsammans")
        return _Told(kinds.count("redovisad"), target.months_past, together)


def _months_figure(target: TargetResult) -> str | None:
    told = _Told.of(target)
    if not told.alone:
        return f"Redovisad för {months(told.together)}" if told.together else None
    also = f", {len(told.together)} till tillsammans" if told.together else ""
    return f"Redovisad {told.alone} av {told.past} månad{'er' * (told.past > 1)}{also}"


def _months_sentence(target: TargetResult) -> str:
    told = _Told.of(target)
    work = _WORK.get(target.state, "Arbetet är redovisat")
    if told.alone:
        return f"{work} för {_share(told.alone, told.past)}.{_also(len(told.together))}"
    if told.together:
        return f"{work} för {months(told.together)}."
    return f"{work} i ord."


def _share(n: int, of: int) -> str:
    """`sju av nio månader`, `alla nio månader`."""
    if n < of:
        return f"{numeral(n)} av {numeral(of)} månader"
    return {1: "en månad", 2: "båda månaderna"}.get(of, f"alla {numeral(of)} månader")


_WORK: Mapping[State, str] = {
    "pågår": "Arbetet pågår och är redovisat",
    "genomförd": "Arbetet är genomfört och redovisat",
}


def _also(together: int) -> str:
    """Months that only a longer report speaks of."""
    if not together:
        return ""
    reports = "en längre redovisning" if together == 1 else "längre redovisningar"
    return f" {capitalise(numeral(together))} till ingår i {reports}."
