"""Numbers and times in Swedish: what a sentence counts, and how surely."""

from followup.model import Accuracy, Action, Target, Unit
from followup.naming import gender
from followup.progress.result import Tally
from followup.swedish import clock, clocks, number, numeral


def hours(action: Action) -> str | None:
    """`kl. 19.30` or `kl. 17–21`."""
    if action.hours is None:
        return None
    start, end = action.hours
    return clocks(start, end) if end else clock(start)


def amount(tally: Tally, unit: Unit | None = None, in_words: bool = False) -> str:
    """The figure with its accuracy: `6`, `omkring 100`, `minst 43`."""
    digits = numeral(tally.number, gender(unit)) if unit and in_words else number(tally.number)
    return f"{approximately(tally.accuracy)}{digits}"


def approximately(accuracy: Accuracy) -> str:
    """`omkring `, `minst `, `drygt `, and nothing before an exact figure."""
    return _ACCURACIES[accuracy]


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


def count_of(n: int, unit: Unit) -> str:
    """`sex`, `ett`, `ingen`."""
    return numeral(n, gender(unit)) if n else {"en": "ingen", "ett": "inget"}[gender(unit)]
