"""A count in Swedish: how many, of how many, and compared with what was promised."""

from followup.model import Target
from followup.naming import agreeing
from followup.progress.result import Tally, TargetResult
from followup.swedish import capitalise
from followup.wording.numbers import amount, count_of, promised


def stands_alone(target: Target, tally: Tally) -> bool:
    """True when "6 av minst 8" does not fit: the number is reached, a ceiling, or two "minst"."""
    is_floor_of_floor = tally.accuracy == "minst" and target.at_least is not None
    return target.at_most is not None or is_floor_of_floor or tally.number >= (target.number or 0)


def count_figure(target: Target, tally: Tally) -> str:
    unit, goal = target.unit, promised(target)
    if goal is None:
        return f"{amount(tally)} {unit.one if tally.number == 1 else unit.many}"
    if not stands_alone(target, tally):
        return f"{amount(tally)} av {goal}"
    if target.at_most is not None:
        return f"{total_figure(tally, target)} (löftet: {goal})"
    done = agreeing("genomförd", tally.number or 2, unit)
    return f"{amount(tally)} {done} ({goal} {_promised_as(target)})"


def _promised_as(target: Target) -> str:
    return agreeing("utlovad", target.number or 2, target.unit)


def count_sentence(target: TargetResult, tally: Tally) -> str:
    goal, unit, n = target.target, target.target.unit, tally.number
    are = f"är {agreeing(_done_or_told(goal), n, unit)}"
    if goal.number and n and not stands_alone(goal, tally):
        done, floor = amount(tally, unit, in_words=True), promised(goal, in_words=True)
        return f"{capitalise(done)} av {floor} utlovade {unit.many} {are}."
    if not n:
        are = _none_are(target)
    done = amount(tally, unit, in_words=True) if n else count_of(0, unit)
    said = f"{capitalise(done)} {unit.one if n in (0, 1) else unit.many} {are}"
    is_as_promised = n == goal.amount and tally.accuracy == "exakt"
    return f"{said}, som utlovat." if is_as_promised else f"{said}. {_compared_with(target)}"


def _none_are(target: TargetResult) -> str:
    """What "Ingen insats" or "Inget besök" is followed by, no more certain than the reports."""
    goal, done = target.target, agreeing(_done_or_told(target.target), 0, target.target.unit)
    if target.not_counted:
        return "räknas"
    if goal.at_most is not None:
        return f"är {done}"
    if target.state == "går inte att avgöra":
        return f"är {agreeing('redovisad', 0, goal.unit)} som {done}"
    return f"är {done} än" if is_under_way(target) else f"är {done}"


def _done_or_told(target: Target) -> str:
    """What is to be kept low, such as burglaries, is told of rather than done."""
    return "genomförd" if target.at_most is None else "redovisad"


def _compared_with(target: TargetResult) -> str:
    """What was promised, for a figure that stands alone."""
    goal, were = target.target, "är" if is_under_way(target) else "var"
    floor = promised(goal, in_words=True)
    if floor is None:
        return "Löftet säger inget antal."
    if goal.at_most is not None:
        return f"Löftet {were} {floor}."
    return f"{capitalise(floor)} {were} {agreeing('utlovad', goal.number or 0, goal.unit)}."


def is_under_way(target: TargetResult) -> bool:
    return target.state in ("pågår", "inte påbörjad")


def total_figure(tally: Tally, target: Target) -> str:
    """How many in all, where the promised number is for each interval or place: `12 insatser`."""
    return f"{amount(tally)} {target.unit.one if tally.number == 1 else target.unit.many}"


def total_sentence(tally: Tally, target: Target) -> str:
    """`Sammanlagt tolv insatser är redovisade.`"""
    n, unit = tally.number, target.unit
    if not n:
        are = agreeing("redovisad", 0, unit)
        return f"{capitalise(count_of(0, unit))} {unit.one} är {are}."
    done = amount(tally, unit, in_words=True)
    are = agreeing("redovisad", n, unit)
    lead = "Sammanlagt" if n > 1 else ""
    return capitalise(f"{lead} {done} {unit.one if n == 1 else unit.many} är {are}.".strip())
