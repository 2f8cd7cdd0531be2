"""What is measured, in Swedish. No sentence here says why a value has changed."""

from datetime import date

from followup.model import Outcome, Reading
from followup.naming import on, span
from followup.progress.expected import awaited, is_overdue
from followup.swedish import number


def better(outcome: Outcome) -> str | None:
    """Which direction is good: `Lägre är bättre.`; None when nothing is said of it."""
    match outcome.direction:
        case "lågt är bra":
            return "Lägre är bättre."
        case "högt är bra":
            return "Högre är bättre."
    return None


def development(outcome: Outcome) -> str:
    """How the value stands, and compared with what, in a few full sentences."""
    first, latest = _ends(outcome)
    if latest is None:
        return "Inget mätvärde är redovisat."
    value = number(latest.value)
    if first is None:
        when = on(latest.date)
        if outcome.baseline:
            return f"Utgångsläget är {value}, mätt {when}. Inget senare värde är redovisat."
        return f"Mätvärdet var {value} {when}. Det finns inget tidigare värde att jämföra med."
    told = [f"{_compared(first, latest, outcome)}.", better(outcome)]
    what = "det" if first.value == latest.value else "förändringen"
    told.append(f"Mätningen säger inte vad {what} beror på.")
    return " ".join(sentence for sentence in told if sentence)


def row(outcome: Outcome) -> str:
    """The same in short: `Senast: 43 procent (oktober 2018). Utgångsläge: 48 procent (2017).`"""
    first, latest = _ends(outcome)
    if latest is None:
        return "Inget mätvärde är redovisat."
    if first is None and outcome.baseline:
        return f"Utgångsläge: {_with_unit(latest, outcome)}. Inget senare värde är redovisat."
    told = [f"Senast: {_with_unit(latest, outcome)}."]
    if first:
        name = "Utgångsläge" if first is outcome.baseline else "Först"
        told.append(f"{name}: {_with_unit(first, outcome)}.")
    good = better(outcome)
    return " ".join([*told, good] if good else told)


def next_value(outcome: Outcome, today: date) -> str | None:
    """When the next value comes, or that it should have come; None when nothing is awaited."""
    expected = awaited(outcome)
    if expected is None:
        return None
    if is_overdue(outcome, today):
        return f"Nästa värde väntades {on(expected)}. Det är inte redovisat."
    return f"Nästa värde väntas {on(expected)}."


def _ends(outcome: Outcome) -> tuple[Reading | None, Reading | None]:
    """What to compare with and what is compared: the baseline or else the first, and the latest."""
    baseline, readings = outcome.baseline, outcome.readings
    later = [r for r in readings if baseline is None or r.date.last > baseline.date.last]
    if not later:
        return None, baseline
    first = baseline or later[0]
    return (None if first is later[-1] else first), later[-1]


def _compared(first: Reading, latest: Reading, outcome: Outcome) -> str:
    """`Sedan utgångsläget har mätvärdet sjunkit från 1,9 till 1,4`."""
    is_baseline = first is outcome.baseline
    if first.value == latest.value:
        then = "vid utgångsläget" if is_baseline else "vid den första mätningen"
        return f"Mätvärdet är {number(latest.value)}, detsamma som {then}"
    moved = "stigit" if latest.value > first.value else "sjunkit"
    since = "utgångsläget" if is_baseline else "den första mätningen"
    values = f"från {number(first.value)} till {number(latest.value)}"
    return f"Sedan {since} har mätvärdet {moved} {values}"


def _with_unit(reading: Reading, outcome: Outcome) -> str:
    return f"{number(reading.value)} {outcome.unit} ({span(reading.date)})"
