"""The state of one target: one function per kind, each told everything that was reported."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from followup.model import Action, Target, TargetKind
from followup.progress.as_of import known_from
from followup.progress.bounds import Bounds, proven
from followup.progress.counting import worth
from followup.progress.result import Quote, Score, State, StepResult, Tally

Decision = tuple[State, Action | Quote | None]


@dataclass(frozen=True)
class Evidence:
    """What is known of a target: what counted, what was said, and how far time has gone.

    `quotes` speak of the target itself, not of one of its steps. `bounds` are those of `tally`.
    `is_over` says that the target's time is past on the day the site is seen from; `is_final` that
    nothing more is to be reported; `is_counted` that no stretch of its time was told of without a
    figure. `last_day` is that of the target's time. `score` is for what is kept or not one by one;
    `are_some_kept` says that a sum proves some of them kept, though not which, and
    `is_judged_whole` that no day of the target's time is after the last of them.
    """

    target: Target
    tally: Tally | None
    bounds: Bounds
    actions: tuple[Action, ...]
    quotes: tuple[Quote, ...]
    steps: tuple[StepResult, ...]
    is_reported: bool
    has_whole_report: bool
    has_begun: bool
    is_over: bool
    is_final: bool
    is_counted: bool
    last_day: date
    score: Score | None = None
    has_silence: bool = False
    are_some_kept: bool = False
    is_judged_whole: bool = True

    @property
    def undone(self) -> tuple[Quote, ...]:
        """The latest words on those of its steps that were not done."""
        return tuple(step.undone_by for step in self.steps if step.undone_by)


def decide(evidence: Evidence) -> Decision:
    """The state, and the action or report that settled it."""
    if not evidence.is_reported:
        return _nothing_reported(evidence), None
    verdict = latest_verdict(evidence.quotes)
    has_news = verdict is not None and _has_news(evidence, verdict)
    if verdict and has_news and verdict.row.verdict in _ADMISSIONS:
        verdict = None
    judge = _each if evidence.target.per else _KINDS[evidence.target.kind]
    state, decided_by = judge(evidence, verdict)
    if verdict and verdict.row.verdict in ("senarelagd", "utgår"):
        was_done_after_all = has_news and state == "genomförd" and decided_by
        return (state, decided_by) if was_done_after_all else (_said(verdict), verdict)
    return state, decided_by


def differing_verdict(
    evidence: Evidence, state: State, decided_by: Action | Quote | None
) -> Quote | None:
    """The last verdict, when it says that it went otherwise than the state does.

    Also one that rests on a count of something else: it does not decide, but it was said.
    """
    told = [q for q in evidence.quotes if q.row.verdict and not _has_news(evidence, q)]
    last = max(told, key=lambda q: (_day(q), known_from(q.report), q.report.id), default=None)
    if last is None or last.row.verdict not in _OUTCOMES or state in ("senarelagd", "utgår"):
        return None
    is_its_own = last == decided_by and state != "genomförd"
    return last if _said(last) != state and not is_its_own else None


def latest_verdict(quotes: Iterable[Quote]) -> Quote | None:
    """The newest verdict. One that rests on a count of something else does not decide.

    Of two for the same time the one that was published last is the newest; of two from the same
    day the one that claims less decides.
    """
    return max(
        (quote for quote in quotes if quote.row.verdict and _is_as_promised(quote)),
        key=lambda q: (_day(q), known_from(q.report), _CAUTION.index(_said(q)), q.report.id),
        default=None,
    )


def _nothing_reported(evidence: Evidence) -> State:
    if not evidence.has_begun:
        return "inte påbörjad"
    return "inte redovisad för sig" if evidence.has_whole_report else "inte redovisad"


def _is_as_promised(quote: Quote) -> bool:
    return quote.row.as_promised not in ("nej", "oklart")


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
        return _words(evidence, verdict, _UNDECIDED if number is not None else _in_words(evidence))
    if number is None:
        if evidence.is_final and verdict is None:
            return _some_or_none(evidence), None
    elif evidence.target.at_most is None and evidence.bounds.least >= number:
        return "genomförd", crossing(tally, evidence.target, number)
    elif evidence.is_final and (state := _final_count(evidence, number)):
        return state, None
    is_told_of = evidence.actions or tally.number or evidence.target.at_most is not None
    is_under_way = is_told_of or (verdict and _said(verdict) == "pågår")
    return _words(evidence, verdict, "pågår" if is_under_way else "inte påbörjad")


def _final_count(evidence: Evidence, number: int) -> State | None:
    """The state of a final count that did not reach a floor, or of a ceiling; None if undecided."""
    least, most = evidence.bounds.least, evidence.bounds.most
    if evidence.target.at_most is not None:
        if least > number:
            return "inte genomförd"
        is_kept = evidence.is_counted and most is not None and most <= number
        return "genomförd" if is_kept else None
    if not evidence.is_counted or most is None or most >= number:
        return None
    if least > 0:
        return "delvis genomförd"
    return "inte genomförd" if most == 0 else None


def _some_or_none(evidence: Evidence) -> State:
    """The final state where no number was promised."""
    assert evidence.tally
    if evidence.tally.number:
        return "genomförd"
    return "inte genomförd" if evidence.is_counted and evidence.bounds.most == 0 else _UNDECIDED


def crossing(tally: Tally, target: Target, number: int) -> Action | Quote | None:
    """The action or report by which the number was reached for certain."""
    done, quotes = 0, list[Quote]()
    parts: list[Action | Quote] = [*tally.actions, *tally.quotes]
    for part in sorted(parts, key=_day):
        if isinstance(part, Action):
            done += worth(part, target)
        else:
            done += part.row.number or 0
            quotes.append(part)
        if proven(done, quotes) >= number:
            return part
    return None


def _ongoing(evidence: Evidence, verdict: Quote | None) -> Decision:
    has_figure = evidence.tally and any(quote.row.number for quote in evidence.tally.quotes)
    if evidence.is_final and verdict is None and has_figure:
        return "genomförd", None
    return _words(evidence, verdict, _in_words(evidence))


def _in_words(evidence: Evidence) -> State:
    """Under way, as soon as anything is told that was not called off."""
    return "pågår" if evidence.actions or evidence.quotes else _UNDECIDED


def _each(evidence: Evidence, verdict: Quote | None) -> Decision:
    """Intervals, places and units: all of them can be kept before the last word is said."""
    score = evidence.score
    if _are_all_kept(score) and (evidence.is_judged_whole or evidence.is_over):
        return "genomförd", None
    if score and evidence.is_final and (state := _final_score(score, evidence.are_some_kept)):
        return state, None
    return _words(evidence, verdict, _in_words(evidence))


def _are_all_kept(score: Score | None) -> bool:
    if score is None or not score.kept:
        return False
    return not (score.missed or score.unknown or score.coming or score.is_open)


def _cases(evidence: Evidence, verdict: Quote | None) -> Decision:
    """Cases and requests: there may be more of them until the last word is said."""
    score, tally = evidence.score, evidence.tally
    is_agreed = evidence.is_final and evidence.is_counted and tally and not tally.disputed
    if score and is_agreed:
        known = replace(score, is_open=score.is_open or evidence.has_silence)
        if state := _final_score(known):
            return state, None
    return _words(evidence, verdict, _in_words(evidence))


def _final_score(score: Score, are_some_kept: bool = False) -> State | None:
    """What a final score comes to; None when what is not known of it matters."""
    if score.accuracy != "exakt":
        return None
    if score.missed and (score.kept or are_some_kept):
        return "delvis genomförd"
    if score.unknown or score.coming or score.is_open:
        return None
    if not score.missed:
        return "genomförd"
    return None if score.kept else "inte genomförd"


def _standing(evidence: Evidence, verdict: Quote | None) -> Decision:
    """A benefit is under way as long as it holds, and kept when it held to the end."""
    if evidence.is_final and verdict and _said(verdict) == "pågår":
        if _day(verdict) >= evidence.last_day or (verdict.report.is_final and evidence.is_over):
            return "genomförd", verdict
        return (_UNDECIDED if evidence.is_over else "pågår"), verdict
    if not evidence.is_final and verdict and _said(verdict) in ("pågår", "genomförd"):
        return (_UNDECIDED if evidence.is_over else "pågår"), verdict
    return _words(evidence, verdict, _in_words(evidence))


def _once(evidence: Evidence, verdict: Quote | None) -> Decision:
    if done := _done(evidence):
        return "genomförd", done
    if evidence.is_final and _is_none_done(evidence):
        return "inte genomförd", None
    if verdict and verdict.row.verdict == "genomförd" and not evidence.undone:
        return "genomförd", verdict
    some = any(step.done_by for step in evidence.steps)
    if evidence.is_final and some:
        return "delvis genomförd", None
    if missed := _missed(evidence):
        is_of_all = missed not in evidence.undone
        return ("delvis genomförd" if some else "inte genomförd"), missed if is_of_all else None
    is_under_way = some or (evidence.steps and evidence.actions)
    return _words(evidence, verdict, "pågår" if is_under_way else _UNDECIDED)


def _done(evidence: Evidence) -> Action | Quote | None:
    """What made one thing done: its last step, where it has steps."""
    if evidence.steps:
        parts = [step.done_by for step in evidence.steps if step.done_by]
        return max(parts, key=_day) if len(parts) == len(evidence.steps) else None
    if evidence.actions:
        return min(evidence.actions, key=_day)
    if evidence.tally and evidence.bounds.least >= 1:
        return crossing(evidence.tally, evidence.target, 1)
    return None


def _is_none_done(evidence: Evidence) -> bool:
    """True when it is told of one thing, or of each of its steps, that it was not done."""
    if evidence.steps:
        return len(evidence.undone) == len(evidence.steps)
    return evidence.tally is not None and evidence.is_counted and evidence.bounds.most == 0


def _missed(evidence: Evidence) -> Quote | None:
    """The report by which the deadline passed with the thing undone, if that is the latest word."""
    of_all = (q for q in evidence.quotes if _is_as_promised(q) and _tells_of_doing(q))
    told = (*of_all, *evidence.undone)
    newest = max(told, key=_day, default=None)
    deadline = evidence.target.deadline
    if newest is None or deadline is None or _day(newest) < deadline:
        return None
    is_undone = newest.row.number == 0 or newest.row.verdict in _UNDONE
    return newest if is_undone else None


def _tells_of_doing(quote: Quote) -> bool:
    return quote.row.verdict is not None or quote.row.number is not None


def _words(evidence: Evidence, verdict: Quote | None, under_way: State) -> Decision:
    """What a party's own words give, where no count decides.

    `under_way` is the state while the target's time runs and nobody has said otherwise.
    """
    if verdict and (evidence.is_final or verdict.row.verdict in _ADMISSIONS):
        return _said(verdict), verdict
    if evidence.is_over or evidence.is_final:
        return _UNDECIDED, None
    if verdict and under_way == _UNDECIDED:
        return _said(verdict), verdict
    return under_way, None


def _has_news(evidence: Evidence, verdict: Quote) -> bool:
    """True when something that counts, or was said, is later than what the verdict covers.

    What was not done in spring is no verdict on the year when autumn is told of.
    """
    told: list[Action | Quote] = [*evidence.actions, *filter(_is_as_promised, evidence.quotes)]
    return any(_day(part) > _day(verdict) for part in told)


def _day(part: Action | Quote) -> date:
    return part.span.last if isinstance(part, Action) else part.row.span.last


_UNDECIDED: State = "går inte att avgöra"
_OUTCOMES = ("genomförd", "delvis genomförd", "inte genomförd")
_ADMISSIONS = ("delvis genomförd", "inte genomförd")
_UNDONE = ("pågår", "fortsätter", "inte genomförd")
_CAUTION: tuple[State, ...] = (
    "genomförd",
    "pågår",
    "delvis genomförd",
    "senarelagd",
    "inte genomförd",
    "utgår",
)
_KINDS: Mapping[TargetKind, Callable[[Evidence, Quote | None], Decision]] = {
    "antal": _count,
    "frekvens": _each,
    "engångs": _once,
    "svarstid": _cases,
    "vid_behov": _cases,
    "stående": _standing,
    "löpande": _ongoing,
}
