"""The state of a target, from what was told of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from followup.recount.content import Line
from followup.recount.kept import Score
from followup.recount.sums import Limits, Sum
from followup.recount.told import Told

UNDECIDED = "går inte att avgöra"
_GONE = ("senarelagd", "utgår")
_SHORT = ("delvis genomförd", "inte genomförd")
_CAUTION = ("genomförd", "pågår", "delvis genomförd", "senarelagd", "inte genomförd", "utgår")


@dataclass(frozen=True)
class Step:
    """A step: the day on which it was done, or the latest word on it."""

    done: date | None
    word: Line | None

    @property
    def undone(self) -> Line | None:
        return self.word if self.word and self.word.verdict == "inte genomförd" else None


@dataclass(frozen=True)
class Evidence:
    """What is known of a target, and how far time has gone."""

    told: Told
    total: Sum | None
    limits: Limits
    steps: tuple[Step, ...]
    score: Score | None
    is_final: bool
    is_counted: bool
    has_silence: bool
    are_some_kept: bool
    is_judged_whole: bool

    @property
    def is_over(self) -> bool:
        return self.told.goal.is_over

    @property
    def undone(self) -> list[Line]:
        return [step.undone for step in self.steps if step.undone]


Decision = tuple[str, bool]
"""A state, and whether one action or report settled it."""


def decide(evidence: Evidence) -> str:
    """The one state that the target is in."""
    told = evidence.told
    if told.reported_to is None:
        if not told.promise.has_begun:
            return "inte påbörjad"
        is_told_as_one = any(not line.name for line in told.promise.lines)
        return "inte redovisad för sig" if is_told_as_one else "inte redovisad"
    verdict = latest(told.direct)
    is_old = verdict is not None and _is_followed(verdict, told)
    if verdict and is_old and verdict.verdict in _SHORT:
        verdict = None
    state, is_settled = _by_kind(evidence, verdict)
    if verdict and verdict.verdict in _GONE:
        was_done = is_old and state == "genomförd" and is_settled
        return state if was_done else verdict.verdict
    return state


def latest(lines: Iterable[Line]) -> Line | None:
    """The newest verdict that may decide; of two from one day, the one that claims less."""
    return max(
        (line for line in lines if line.verdict and _is_as_promised(line)),
        key=lambda line: (
            line.days[1],
            line.report.known,
            _CAUTION.index(_said(line)),
            line.report.id,
        ),
        default=None,
    )


def _is_followed(verdict: Line, told: Told) -> bool:
    """True when something is told of that is later than the verdict."""
    days = [deed.days[1] for deed in told.counted]
    days += [line.days[1] for line in told.direct if _is_as_promised(line)]
    return any(day > verdict.days[1] for day in days)


def _is_as_promised(line: Line) -> bool:
    return line.as_promised not in ("nej", "oklart")


def _said(line: Line) -> str:
    return "pågår" if line.verdict in ("fortsätter", "") else line.verdict


def _by_kind(evidence: Evidence, verdict: Line | None) -> Decision:
    goal = evidence.told.goal
    if goal.per or goal.kind == "frekvens":
        return _one_by_one(evidence, verdict)
    match goal.kind:
        case "antal":
            return _count(evidence, verdict)
        case "engångs":
            return _once(evidence, verdict)
        case "stående":
            return _standing(evidence, verdict)
        case "löpande":
            return _ongoing(evidence, verdict)
    return _cases(evidence, verdict)


def _count(evidence: Evidence, verdict: Line | None) -> Decision:
    goal, total, limits = evidence.told.goal, evidence.total, evidence.limits
    if total is None:
        undecided = UNDECIDED if goal.number is not None else _in_words(evidence)
        return _words(evidence, verdict, undecided)
    if goal.number is None and evidence.is_final and verdict is None:
        if total.number:
            return "genomförd", False
        is_none = evidence.is_counted and limits.most == 0
        return ("inte genomförd" if is_none else UNDECIDED), False
    if goal.number is not None and not goal.is_ceiling and limits.least >= goal.number:
        return "genomförd", True
    is_final = goal.number is not None and evidence.is_final
    if is_final and (state := _last_word(evidence, goal.number or 0)):
        return state, False
    is_begun = bool(evidence.told.counted or total.number or goal.is_ceiling)
    is_said = verdict is not None and _said(verdict) == "pågår"
    return _words(evidence, verdict, "pågår" if is_begun or is_said else "inte påbörjad")


def _last_word(evidence: Evidence, number: int) -> str | None:
    """What the final count says of a number that was not reached, or of a ceiling."""
    least, most = evidence.limits.least, evidence.limits.most
    known = most if evidence.is_counted else None
    if evidence.told.goal.is_ceiling:
        if least > number:
            return "inte genomförd"
        return "genomförd" if known is not None and known <= number else None
    if known is None or known >= number:
        return None
    if least > 0:
        return "delvis genomförd"
    return "inte genomförd" if known == 0 else None


def _ongoing(evidence: Evidence, verdict: Line | None) -> Decision:
    lines = evidence.total.lines if evidence.total else ()
    if evidence.is_final and verdict is None and any(line.number for line in lines):
        return "genomförd", False
    return _words(evidence, verdict, _in_words(evidence))


def _in_words(evidence: Evidence) -> str:
    return "pågår" if evidence.told.counted or evidence.told.direct else UNDECIDED


def _one_by_one(evidence: Evidence, verdict: Line | None) -> Decision:
    score = evidence.score
    if score and _are_all_kept(score) and (evidence.is_judged_whole or evidence.is_over):
        return "genomförd", False
    state = _scored(score, score.is_open, evidence.are_some_kept) if score else None
    if state and evidence.is_final:
        return state, False
    return _words(evidence, verdict, _in_words(evidence))


def _are_all_kept(score: Score) -> bool:
    is_short = score.missed or score.unknown or score.coming or score.is_open
    return bool(score.kept) and not is_short


def _cases(evidence: Evidence, verdict: Line | None) -> Decision:
    score, total = evidence.score, evidence.total
    is_agreed = evidence.is_final and evidence.is_counted and total and not total.disputed
    state = _scored(score, score.is_open or evidence.has_silence) if score else None
    if state and is_agreed:
        return state, False
    return _words(evidence, verdict, _in_words(evidence))


def _scored(score: Score, is_open: bool, are_some_kept: bool = False) -> str | None:
    if score.accuracy != "exakt":
        return None
    if score.missed and (score.kept or are_some_kept):
        return "delvis genomförd"
    if score.unknown or score.coming or is_open:
        return None
    if not score.missed:
        return "genomförd"
    return None if score.kept else "inte genomförd"


def _standing(evidence: Evidence, verdict: Line | None) -> Decision:
    said = _said(verdict) if verdict else ""
    last = evidence.told.period[1]
    if verdict and evidence.is_final and said == "pågår":
        is_to_the_end = verdict.days[1] >= last
        if is_to_the_end or (verdict.report.is_final and evidence.is_over):
            return "genomförd", True
        return (UNDECIDED if evidence.is_over else "pågår"), True
    if verdict and not evidence.is_final and said in ("pågår", "genomförd"):
        return (UNDECIDED if evidence.is_over else "pågår"), True
    return _words(evidence, verdict, _in_words(evidence))


def _once(evidence: Evidence, verdict: Line | None) -> Decision:
    done = [step for step in evidence.steps if step.done]
    if _is_done(evidence):
        return "genomförd", True
    if evidence.is_final and _is_none_done(evidence):
        return "inte genomförd", False
    if verdict and verdict.verdict == "genomförd" and not evidence.undone:
        return "genomförd", True
    if evidence.is_final and done:
        return "delvis genomförd", False
    if missed := _missed(evidence):
        is_of_all = missed not in evidence.undone
        return ("delvis genomförd" if done else "inte genomförd"), is_of_all
    is_begun = done or (evidence.steps and evidence.told.counted)
    return _words(evidence, verdict, "pågår" if is_begun else UNDECIDED)


def _is_done(evidence: Evidence) -> bool:
    if evidence.steps:
        return all(step.done for step in evidence.steps)
    is_proven = evidence.total is not None and evidence.limits.least >= 1
    return bool(evidence.told.counted) or is_proven


def _is_none_done(evidence: Evidence) -> bool:
    if evidence.steps:
        return len(evidence.undone) == len(evidence.steps)
    return evidence.total is not None and evidence.is_counted and evidence.limits.most == 0


def _missed(evidence: Evidence) -> Line | None:
    """The report by which the deadline passed with the thing undone."""
    deadline = evidence.told.goal.deadline
    lines = [line for line in evidence.told.direct if _is_as_promised(line)]
    lines = [line for line in lines if line.verdict or line.number is not None]
    newest = max((*lines, *evidence.undone), key=lambda line: line.days[1], default=None)
    if newest is None or deadline is None or newest.days[1] < deadline:
        return None
    is_undone = newest.verdict in ("pågår", "fortsätter", "inte genomförd")
    return newest if newest.number == 0 or is_undone else None


def _words(evidence: Evidence, verdict: Line | None, under_way: str) -> Decision:
    """What is said where no count decides."""
    if verdict and (evidence.is_final or verdict.verdict in _SHORT):
        return _said(verdict), True
    if evidence.is_over or evidence.is_final:
        return UNDECIDED, False
    if verdict and under_way == UNDECIDED:
        return _said(verdict), True
    return under_way, False
