"""The state of one target: one function per kind, each told everything that was reported."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from followup.model import Action, Target, TargetKind
from followup.progress.result import Quote, State, StepResult, Tally

Decision = tuple[State, Action | Quote | None]


@dataclass(frozen=True)
class Evidence:
    """What is known of a target: what counted, what was said, and how far time has gone.

    `is_over` says that the target's time is past on the day the site is seen from. `is_final` says
    that nothing more is to be reported.
    """

    target: Target
    tally: Tally | None
    actions: tuple[Action, ...]
    quotes: tuple[Quote, ...]
    steps: tuple[StepResult, ...]
    has_whole_report: bool
    has_begun: bool
    is_over: bool
    is_final: bool


def decide(evidence: Evidence) -> Decision:
    """The state, and the action or report that settled it."""
    verdict = _latest_verdict(evidence.quotes)
    if verdict and verdict.row.verdict in ("senarelagd", "utgår"):
        return _said(verdict), verdict
    if not evidence.actions and not evidence.quotes:
        return _nothing_reported(evidence), None
    return _KINDS[evidence.target.kind](evidence, verdict)


def uncertainty(number: int) -> int:
    """How far off an approximate figure may be: a tenth, and at least half its rounding.

    "Omkring 100" may be 50 to 150, "omkring 25" may be 22 to 28.
    """
    rounding = 1
    while number and number % (rounding * 10) == 0:
        rounding *= 10
    return max(-(-number // 10), rounding // 2)


def _nothing_reported(evidence: Evidence) -> State:
    if not evidence.has_begun:
        return "inte påbörjad"
    return "inte redovisad för sig" if evidence.has_whole_report else "inte redovisad"


def _latest_verdict(quotes: tuple[Quote, ...]) -> Quote | None:
    """The newest verdict. One that rests on a count of something else does not decide."""
    deciding = [q for q in quotes if q.row.verdict and q.row.as_promised not in ("nej", "oklart")]
    return max(deciding, key=lambda q: (q.row.span.last, q.report.id), default=None)


def _said(quote: Quote) -> State:
    """A party's own verdict as a state."""
    match quote.row.verdict:
        case "fortsätter" | None:
            return "pågår"
        case verdict:
            return verdict


def _count(evidence: Evidence, verdict: Quote | None) -> Decision:
    tally, number = evidence.tally, evidence.target.number
    if tally is None:
        return _words(evidence, verdict, "går inte att avgöra")
    if number is not None:
        if evidence.target.at_most is None and _reaches(tally, number):
            return "genomförd", _crossing(tally, number)
        if evidence.is_final and (state := _shortfall(evidence, tally, number)):
            return state, None
    elif evidence.is_final and verdict is None:
        return ("genomförd" if tally.number else "inte genomförd"), None
    return _words(evidence, verdict, "pågår" if tally.number else "inte påbörjad")


def _reaches(tally: Tally, number: int) -> bool:
    """True when the figure proves that the number is reached."""
    margin = uncertainty(tally.number) if tally.accuracy == "ungefär" else 0
    return tally.number >= number + margin + (1 if margin else 0)


def _shortfall(evidence: Evidence, tally: Tally, number: int) -> State | None:
    """The state of a final count that is not known to have reached a floor; None if undecided."""
    if evidence.target.at_most is not None:
        if tally.accuracy == "exakt":
            return "genomförd" if tally.number <= number else "inte genomförd"
        return None
    if tally.accuracy in ("minst", "drygt"):
        return None
    margin = uncertainty(tally.number) if tally.accuracy == "ungefär" else 0
    if tally.number + margin >= number:
        return None
    return "delvis genomförd" if tally.number else "inte genomförd"


def _crossing(tally: Tally, number: int) -> Action | Quote | None:
    """The action or report by which the number was reached."""
    parts: list[tuple[object, int, Action | Quote]] = [
        *((action.span.last, action.units, action) for action in tally.actions),
        *((quote.row.span.last, quote.row.number or 0, quote) for quote in tally.quotes),
    ]
    done = 0
    for _, units, part in sorted(parts, key=lambda part: str(part[0])):
        done += units
        if done >= number:
            return part
    return None


def _ongoing(evidence: Evidence, verdict: Quote | None) -> Decision:
    if evidence.is_final and verdict is None and any(q.row.number for q in evidence.quotes):
        return "genomförd", None
    return _words(evidence, verdict, "pågår")


def _once(evidence: Evidence, verdict: Quote | None) -> Decision:
    if evidence.steps:
        done = [step.done_by for step in evidence.steps if step.done_by]
        if len(done) == len(evidence.steps):
            return "genomförd", max(done, key=_day_of)
        if evidence.is_final:
            return ("delvis genomförd" if done else "inte genomförd"), None
        return _words(evidence, verdict, "pågår" if done else "går inte att avgöra")
    if evidence.actions:
        return "genomförd", evidence.actions[0]
    if verdict and verdict.row.verdict == "genomförd":
        return "genomförd", verdict
    return _words(evidence, verdict, "går inte att avgöra")


def _day_of(part: Action | Quote) -> str:
    span = part.span if isinstance(part, Action) else part.row.span
    return span.last.isoformat()


def _words(evidence: Evidence, verdict: Quote | None, under_way: State) -> Decision:
    """What a party's own words give, where no count decides.

    `under_way` is the state while the target's time runs and nobody has said otherwise.
    """
    if verdict and (evidence.is_final or verdict.row.verdict in _ADMISSIONS):
        return _said(verdict), verdict
    if evidence.is_over or evidence.is_final:
        return "går inte att avgöra", None
    if verdict and under_way == "går inte att avgöra":
        return _said(verdict), verdict
    return under_way, None


_ADMISSIONS = ("delvis genomförd", "inte genomförd")
_KINDS: Mapping[TargetKind, Callable[[Evidence, Quote | None], Decision]] = {
    "antal": _count,
    "engångs": _once,
    "löpande": _ongoing,
}
