"""The result of a target in Swedish: its figure, and a few sentences that stand alone."""

from datetime import date

from followup.model import Action, Span
from followup.naming import Words, agreeing, definite_plural, happened
from followup.progress.result import MeasureResult, PromiseResult, Quote, TargetResult
from followup.swedish import capitalise, day, day_of_year
from followup.wording.counts import count_figure, count_sentence
from followup.wording.numbers import count_of
from followup.wording.parts import clear, months_figure, months_sentence, steps_done, steps_sentence


def figure(target: TargetResult) -> str | None:
    """The figure with its promise, in short: `6 av minst 8`, `Redovisad 7 av 9 månader`.

    None where there is no figure to give.
    """
    if target.months:
        return months_figure(target)
    if target.steps:
        done = steps_done(target)
        return f"{done} av {len(target.steps)} steg {clear(done)}"
    if target.tally is None:
        return None
    return count_figure(target.target, target.tally)


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
        f"{'året' if is_a_year else 'perioden'} vore {count_of(pace.expected, unit)} "
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
        return count_sentence(target, target.tally)
    if target.steps:
        return steps_sentence(target)
    if is_said:
        return None
    if target.months:
        return months_sentence(target)
    if isinstance(target.decided_by, Action):
        return f"Åtgärden genomfördes {happened(target.decided_by)}."
    if target.state in ("genomförd", "inte genomförd"):
        return f"Åtgärden är {target.state}, enligt redovisningen."
    return None
