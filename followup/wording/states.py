"""The states as words, and how the measures of a promise stand."""

from collections.abc import Iterator, Mapping

from followup.progress.result import PromiseResult, State
from followup.swedish import capitalise, listing, numeral
from followup.wording.numbers import MEASURE, counted

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


def final_tellers(result: PromiseResult) -> tuple[str, ...]:
    """The parties whose last word is published, by id, though the promise is not closed."""
    replaced = {report.replaces for report in result.promise.reports}
    last = (r for r in result.promise.reports if r.is_final and r.id not in replaced)
    return tuple(dict.fromkeys(report.told_by for report in last))


def is_open(result: PromiseResult) -> bool:
    """True while the period has not ended: what is not reported is so "än"."""
    return result.face in ("före", "pågår")


def states_of(result: PromiseResult) -> Iterator[tuple[int, State]]:
    """How many measures there are in each state; empty states are left out."""
    for state in _STATES:
        if n := sum(measure.state == state for measure in result.measures):
            yield n, state


def _parts(result: PromiseResult) -> list[str]:
    """`en är genomförd`, `fyra pågår`: each bucket as a clause."""
    return [f"{numeral(n)} {_are(n, state, result)}" for n, state in states_of(result)]


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
    (n, state), *rest = states_of(result)
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
