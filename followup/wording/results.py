"""The result of a target in Swedish: its figure, and a few sentences that stand alone."""

from datetime import date

from followup.model import Action, Span
from followup.naming import Words, agreeing, definite_plural, happened, span
from followup.progress.counting import worth
from followup.progress.result import MeasureResult, PromiseResult, Quote, TargetResult
from followup.progress.seasons import merged
from followup.swedish import capitalise, day, day_of_year, listing
from followup.wording.counts import count_figure, count_sentence, total_figure, total_sentence
from followup.wording.numbers import count_of
from followup.wording.parts import clear, months_figure, months_sentence, steps_done, steps_sentence
from followup.wording.scores import says_what_is_unknown, score_figure, score_sentences
from followup.wording.standing import held_to_the_end, standing_sentence


def figure(target: TargetResult) -> str | None:
    """The figure with its promise, in short: `6 av minst 8`, `Redovisad 7 av 9 månader`.

    None where there is no figure to give.
    """
    if target.months:
        return months_figure(target)
    if target.steps and target.reported_to:
        done = steps_done(target)
        return f"{done} av {len(target.steps)} steg {clear(done)}"
    if target.target.kind not in _SUMMED or target.target.per:
        is_summed = target.target.kind in ("antal", "frekvens") and target.tally
        total = total_figure(target.tally, target.target) if is_summed and target.tally else None
        return score_figure(target) or total
    if target.tally is None:
        return None
    counted = count_figure(target.target, target.tally)
    covered = _covered(target) if target.target.number is None else None
    return f"{counted} för {covered}" if covered else counted


def result_sentence(target: TargetResult, words: Words) -> str:
    """The result in a few full sentences, for a reader who sees nothing else."""
    verdict = None if held_to_the_end(target) else _deciding_verdict(target)
    said = [words.verdict(verdict, target.target.kind)] if verdict else []
    if outcome := _outcome(target, bool(verdict), words):
        said.append(outcome)
    said += beside_the_result(target, words)
    if target.tally and target.tally.disputed:
        said.append(DISPUTED)
    if undecided := undecided_sentence(target):
        said.append(undecided)
    return " ".join(said)


def undecided_sentence(target: TargetResult) -> str | None:
    """Says that the reports are not enough, where nothing else says so already."""
    is_undecided = target.state == "går inte att avgöra"
    return UNDECIDED if is_undecided and not says_what_is_unknown(target) else None


DISPUTED = "Uppgifterna skiljer sig åt, och den lägre är räknad."
NO_BLAME = "Det betyder inte att inget har gjorts."
UNDECIDED = "Det som är redovisat räcker inte för att avgöra hur det gick."


def beside_the_result(target: TargetResult, words: Words) -> tuple[str, ...]:
    """What must not be left out: a deadline missed, why, what differs, and what is not known."""
    said = (
        late_sentence(target),
        reason_sentence(target, words),
        words.verdict(target.differing, target.target.kind) if target.differing else None,
        surplus_sentence(target),
        silent_sentence(target),
    )
    return tuple(sentence for sentence in said if sentence)


def late_sentence(target: TargetResult) -> str | None:
    """The deadline, when the thing was done after it or was said not to be done."""
    deadline, by = target.target.deadline, target.decided_by
    if deadline is None or target.target.kind != "engångs" or by is None:
        return None
    done = by.span if isinstance(by, Action) else by.row.span
    is_late = target.state == "genomförd" and done.first > deadline
    is_missed = target.state in ("inte genomförd", "delvis genomförd") and done.last >= deadline
    if not (is_late or is_missed):
        return None
    return f"Det skulle vara klart senast den {day(deadline)}."


def reason_sentence(target: TargetResult, words: Words) -> str | None:
    """Why it fell short, in a party's words, where the count and not the verdict decided."""
    if target.state not in ("delvis genomförd", "inte genomförd") or target.differing:
        return None
    told = [quote for quote in target.quotes if quote.row.reason]
    last = max(told, key=lambda quote: (quote.row.span.last, quote.report.id), default=None)
    if last is None or last == target.decided_by:
        return None
    who, reason = words.party_names([last.report.told_by]), last.row.reason or ""
    if reason in ("ej angiven", "ej angivet"):
        return f"{capitalise(who)} har inte angett något skäl."
    return f"Skäl enligt {who}: {reason.rstrip('.')}."


def surplus_sentence(target: TargetResult) -> str | None:
    """Says that more actions are dated than the reports that cover them count."""
    tally = target.tally
    if tally is None or tally.accuracy != "exakt":
        return None
    dated = sum(worth(action, target.target) for action in tally.evidence)
    if dated <= sum(quote.row.number or 0 for quote in tally.quotes):
        return None
    return "Fler insatser är inlagda än redovisningen räknar, och redovisningen gäller."


def silent_sentence(target: TargetResult) -> str | None:
    """Which stretches have a figure and which have none, where it is not the same for all."""
    if not target.silent:
        return None
    silent = listing([span(stretch) for stretch in target.silent])
    covered = _covered(target)
    lacks = f"För {silent} saknas uppgift."
    return f"Siffran gäller {covered}. {lacks}" if covered else lacks


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


def _covered(target: TargetResult) -> str | None:
    """The stretches that the figure is for, when there are others without one."""
    if not target.silent or not target.tally or target.tally.actions:
        return None
    return listing([span(stretch) for stretch in merged(q.row.span for q in target.tally.quotes)])


def _deciding_verdict(target: TargetResult) -> Quote | None:
    """The report whose words, rather than figure, settled the state."""
    match target.decided_by:
        case Quote(row=row) as quote if row.verdict and not _is_reached(target):
            return None if target.steps and target.state == "genomförd" else quote
    return None


def _is_reached(target: TargetResult) -> bool:
    """True when the count itself settled that the promised floor is reached."""
    tally, by = target.tally, target.decided_by
    goal = target.target
    floor = goal.number if goal.kind == "antal" and not goal.per and goal.at_most is None else None
    if target.state != "genomförd" or not tally or floor is None or tally.number < floor:
        return False
    return not (isinstance(by, Quote) and by.row.verdict and tally.accuracy == "ungefär")


def _outcome(target: TargetResult, is_said: bool, words: Words) -> str | None:
    """What was done, as far as it is known; None when a verdict says all there is to say."""
    match target.state:
        case "inte redovisad":
            return f"Inget är redovisat. {NO_BLAME}"
        case "inte redovisad för sig":
            return "Åtgärden är inte redovisad för sig, bara löftet som helhet."
        case "inte påbörjad" if target.tally is None:
            return "Perioden har inte börjat."
    if target.target.kind not in _SUMMED or target.target.per:
        return _kept_or_not(target, words) or _in_words(target, is_said)
    if target.tally:
        return count_sentence(target, target.tally)
    return steps_sentence(target) if target.steps else _in_words(target, is_said)


def _in_words(target: TargetResult, is_said: bool) -> str | None:
    """What is said where nothing is counted."""
    if is_said:
        return None
    if target.months:
        return months_sentence(target)
    if isinstance(target.decided_by, Action):
        return f"Åtgärden genomfördes {happened(target.decided_by)}."
    if target.state in ("genomförd", "inte genomförd"):
        return f"Åtgärden är {target.state}, enligt redovisningen."
    return "Arbetet pågår." if target.state == "pågår" else None


def _kept_or_not(target: TargetResult, words: Words) -> str | None:
    """What is said of intervals, places, cases and requests, and of a benefit that holds."""
    if target.target.kind == "stående" and not target.target.per:
        return standing_sentence(target, words)
    said = [*score_sentences(target)]
    if target.tally and target.target.kind in ("antal", "frekvens"):
        total = total_sentence(target.tally, target.target)
        said.insert(0 if target.score and not target.score.kept else len(said), total)
    return " ".join(said) or None


# Those that are added up or done once, or told of in months.
_SUMMED = ("antal", "engångs", "löpande")
