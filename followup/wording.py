"""Results as Swedish: states, headlines, figures and sentences, the same in every channel."""

from collections.abc import Iterator, Mapping

from followup.model import (
    Action,
    Span,
    Target,
    Unit,
)
from followup.naming import Words, span
from followup.progress.result import (
    MeasureResult,
    Month,
    PromiseResult,
    Quote,
    State,
    Tally,
    TargetResult,
)
from followup.swedish import (
    Gender,
    capitalise,
    clock,
    clocks,
    day,
    day_of_year,
    listing,
    month_name,
    number,
    numeral,
)

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
SHORTFALLS: tuple[State, ...] = (
    "inte genomförd",
    "delvis genomförd",
    "utgår",
    "senarelagd",
    "går inte att avgöra",
    "inte redovisad",
    "inte redovisad för sig",
    "inte påbörjad",
)


def state_label(state: State, promise: PromiseResult) -> str:
    """The state as a word for a reader: `Pågår`, `Inte redovisad än`."""
    still = state == "inte redovisad" and _is_open(promise)
    return capitalise(state) + (" än" if still else "")


def headline(result: PromiseResult, subject: str = "Löftet") -> str:
    """The whole result in words: the front page's heading and the notice's lead.

    >>> "Löftet har sex åtgärder: en är genomförd, fyra pågår och en är inte redovisad än."
    """
    buckets = tuple(_buckets(result))
    known = len(result.measures)
    is_open = _is_open(result)
    if not known:
        return f"Åtgärderna är inte kända{' än' if is_open else ''}."
    if result.promise.incomplete:
        parts = [_verb_first(n, state, is_open) for n, state in buckets]
        noun = "den åtgärd" if known == 1 else f"de {numeral(known)} åtgärder"
        return f"Av {noun} som vi känner till {listing(parts)}."
    opening = f"{subject} {'har' if is_open else 'hade'} {counted(known, MEASURE)}"
    if len(buckets) == 1:
        return f"{opening}. {_all_alike(buckets[0][1], known, is_open)}"
    parts = [f"{numeral(n)} {_are(n, state, is_open)}" for n, state in buckets]
    return f"{opening}: {listing(parts)}."


def figure(target: TargetResult) -> str | None:
    """The figure with its promise, in short: `6 av minst 8`, `Redovisad 7 av 9 månader`.

    None where there is no figure to give.
    """
    if target.months:
        return _months_figure(target.months)
    if target.steps:
        done = sum(step.done_by is not None for step in target.steps)
        return f"{done} av {len(target.steps)} steg klara"
    if target.tally is None:
        return None
    return _count_figure(target.target, target.tally)


def result_sentence(target: TargetResult, words: "Words") -> str:
    """The result in one or two full sentences, for a reader who sees nothing else."""
    if target.decided_by and isinstance(target.decided_by, Quote) and _is_verdict(target):
        return words.verdict(target.decided_by)
    match target.state:
        case "inte redovisad" | "inte redovisad för sig":
            return "Inget är redovisat. Det betyder inte att inget har gjorts."
        case "inte påbörjad" if target.tally is None:
            return "Arbetet har inte börjat."
    if target.tally:
        return _count_sentence(target.target, target.tally)
    if target.months:
        return _months_sentence(target)
    if target.state == "genomförd" and isinstance(target.decided_by, Action):
        return f"Genomfört {span(target.decided_by.span)}."
    if target.steps:
        return f"{capitalise(figure(target) or '')}."
    return "Det som är redovisat räcker inte för att avgöra hur det gick."


def pace_sentence(target: TargetResult) -> str | None:
    """How the count compares with an even spread; the yardstick is always named."""
    if target.pace is None:
        return None
    unit = target.target.unit
    stretch = "året" if _is_a_year(target.period) else "perioden"
    yardstick = (
        f"om {definite_plural(unit)} spreds jämnt över {stretch} vore "
        f"{numeral(target.pace.expected, gender(unit))} väntade den {day_of_year(target.pace.day)}"
    )
    return f"{_PACES[target.pace.kind]}: {yardstick}."


_PACES: Mapping[str, str] = {
    "före": "Före jämn takt",
    "ungefär i takt": "Ungefär i takt",
    "efter": "Efter jämn takt",
    "går inte längre att nå": "Antalet går inte längre att nå",
}


def reached_sentence(target: TargetResult) -> str | None:
    """The day on which the promised number was reached."""
    if target.state != "genomförd" or not target.tally or target.target.number is None:
        return None
    match target.decided_by:
        case Action(span=when):
            return f"Det utlovade antalet nåddes {span(when)}."
        case Quote(row=row):
            return f"Det utlovade antalet var nått den {day(row.span.last)}."
    return None


def stale_sentence(result: MeasureResult | PromiseResult) -> str | None:
    """Says that nothing new has been told, and since when."""
    if not result.is_stale:
        return None
    if result.reported_to is None:
        return "Inget är redovisat än."
    return f"Inte uppdaterad sedan {day(result.reported_to)}."


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


def gender(unit: Unit) -> Gender:
    """`ett` for words that take -n or nothing in the plural (tillfälle, besök), otherwise `en`."""
    return "ett" if unit.many in (unit.one, unit.one + "n") else "en"


def definite_plural(unit: Unit) -> str:
    """`insatserna`, `tillfällena`, `besöken`."""
    if unit.many == unit.one:
        return f"{unit.many}en"
    return unit.many + ("a" if unit.many.endswith("n") else "na")


MEASURE = Unit("åtgärd", "åtgärder")


def _is_open(result: PromiseResult) -> bool:
    """True while the period has not ended: what is not reported is so "än"."""
    return result.face in ("före", "pågår")


def _buckets(result: PromiseResult) -> Iterator[tuple[int, State]]:
    """How many measures there are in each state; empty states are left out."""
    for state in _STATES:
        if n := sum(measure.state == state for measure in result.measures):
            yield n, state


def _are(n: int, state: State, is_open: bool) -> str:
    """`är genomförda`, `är inte redovisad än`: what `n` measures in a state are."""
    words = _STATES[state][n != 1]
    return f"{words} än" if state == "inte redovisad" and is_open else words


def _verb_first(n: int, state: State, is_open: bool) -> str:
    """`är en genomförd`, `pågår två`: after "av de åtgärder som vi känner till"."""
    verb, *rest = _are(n, state, is_open).split(" ", 1)
    return " ".join([verb, numeral(n), *rest])


def _all_alike(state: State, known: int, is_open: bool) -> str:
    if known == 1:
        return f"Den {_are(1, state, is_open)}."
    if "inte " in state:
        return f"Ingen {_are(1, state, is_open).replace('inte ', '')}."
    return f"Alla {_are(known, state, is_open)}."


def _is_verdict(target: TargetResult) -> bool:
    """True when the report decided by its words rather than by its figure."""
    return target.tally is None or target.state in ("senarelagd", "utgår")


def _count_figure(target: Target, tally: Tally) -> str:
    goal = promised(target)
    if goal is None:
        return f"{amount(tally)} {target.unit.one if tally.number == 1 else target.unit.many}"
    if target.at_most is None and tally.number >= (target.number or 0):
        return f"{amount(tally)} {_done(tally.number, target.unit)} ({goal} {_promised(target)})"
    return f"{amount(tally)} av {goal}"


def _count_sentence(target: Target, tally: Tally) -> str:
    unit = target.unit
    noun = unit.one if tally.number == 1 else unit.many
    done = capitalise(amount(tally, unit, in_words=True))
    ending = f"är {_done(tally.number, unit)}"
    goal = promised(target, in_words=True)
    if goal is None:
        return f"{done} {noun} {ending}. Löftet säger inget antal."
    if target.at_most is None and tally.number >= (target.number or 0):
        return f"{done} {noun} {ending}. {capitalise(goal)} var {_promised(target)}."
    if not tally.number:
        done = "Ingen" if gender(unit) == "en" else "Inget"
        ending = f"är {_done(1, unit)}"
    return f"{done} av {goal} utlovade {unit.many} {ending}."


def _done(n: int, unit: Unit) -> str:
    if n != 1:
        return "genomförda"
    return "genomförd" if gender(unit) == "en" else "genomfört"


def _promised(target: Target) -> str:
    if target.number != 1:
        return "utlovade"
    return "utlovad" if gender(target.unit) == "en" else "utlovat"


def _months_figure(months: tuple[Month, ...]) -> str | None:
    told = sum(month.kind == "redovisad" for month in months)
    past = told + sum(month.kind == "inte redovisad" for month in months)
    if not told:
        together = [month for month in months if month.kind == "tillsammans"]
        return f"Redovisad för {_stretch(together)}" if together else None
    return f"Redovisad {told} av {past} {'månad' if past == 1 else 'månader'}"


def _months_sentence(target: TargetResult) -> str:
    told = sum(month.kind == "redovisad" for month in target.months)
    past = told + sum(month.kind == "inte redovisad" for month in target.months)
    under_way = "Arbetet pågår" if target.state == "pågår" else "Arbetet"
    if not told:
        return f"{under_way} och är redovisat i ord." if target.state == "pågår" else _UNDECIDED
    noun = "månad" if past == 1 else "månader"
    link = " och" if target.state == "pågår" else ""
    return f"{under_way}{link} är redovisat för {numeral(told)} av {numeral(past)} {noun}."


_UNDECIDED = "Det som är redovisat räcker inte för att avgöra hur det gick."


def _stretch(months: list[Month]) -> str:
    first, last = months[0].first, months[-1].first
    if first == last:
        return month_name(first)
    return f"{month_name(first)}–{month_name(last)}"


def _is_a_year(period: Span) -> bool:
    start, end = period.first, period.last
    return (start.month, start.day, end.month, end.day, end.year) == (1, 1, 12, 31, start.year)
