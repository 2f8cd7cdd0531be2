"""What is kept or not case by case: response times, and what is done on request."""

from datetime import UTC, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from followup.model import Action, Moment, Row, Target, TimeLimit
from followup.progress.overlap import vaguest
from followup.progress.result import Score, Tally
from followup.progress.tally import accuracy_of

Outcome = Literal["kept", "missed", "unknown"]


def case_score(target: Target, tally: Tally | None) -> Score | None:
    """How many cases were done in time, or requests met; None where nothing is told.

    Of dated actions alone nobody has said how many requests there were in all.
    """
    if tally is None:
        return None
    outcomes = [_outcome(action, target) for action in tally.actions for _ in range(action.units)]
    score = Score(
        kept=outcomes.count("kept"),
        missed=outcomes.count("missed"),
        unknown=outcomes.count("unknown"),
        is_open=bool(tally.actions) and target.kind == "vid_behov",
        accuracy=vaguest(map(accuracy_of, tally.quotes)),
    )
    for quote in tally.quotes:
        score = _added(score, *_of_and_kept(quote.row, target))
    return score


def case_is_within(limit: TimeLimit, action: Action) -> bool | None:
    """Whether a case was done in time; None when it cannot be told."""
    if action.reported_at is None or action.done_at is None:
        return None
    return is_within(limit, action.reported_at, action.done_at)


def is_within(limit: TimeLimit, start: Moment, end: Moment) -> bool | None:
    """Whether what was reported at `start` was done in time at `end`; None when it cannot be told.

    Hours are counted as they pass in Sweden, days from clock to clock. A missing time may be any
    of that day. Between working days there may be weekends and holidays: as many days are always
    in time, and twice as many and a week more never are.
    """
    longest = _passed(limit, (start, time.min), (end, time.max))
    shortest = _passed(limit, (start, time.max), (end, time.min))
    allowed = _ALLOWED[limit.unit] * limit.amount
    if longest <= allowed:
        return True
    most = 2 * allowed + timedelta(weeks=1) if limit.unit == "arbetsdagar" else allowed
    return None if shortest <= most else False


def _of_and_kept(row: Row, target: Target) -> tuple[int | None, int | None]:
    if target.kind == "svarstid":
        of = row.cases if row.cases is not None or row.cases_in_time is not None else row.number
        return of, row.cases_in_time
    met = row.requests_met if row.requests is not None else row.requests_met or row.number
    return row.requests, met


def _added(score: Score, of: int | None, kept: int | None) -> Score:
    """The score and what one row says: either number may be missing."""
    if of is None:
        return _plus(score, kept or 0, 0, 0, is_open=True)
    if kept is None:
        return _plus(score, 0, 0, of, is_open=score.is_open)
    return _plus(score, kept, of - kept, 0, is_open=score.is_open)


def _plus(score: Score, kept: int, missed: int, unknown: int, is_open: bool) -> Score:
    return Score(
        score.kept + kept,
        score.missed + missed,
        score.unknown + unknown,
        score.coming,
        is_open,
        score.accuracy,
    )


def _outcome(action: Action, target: Target) -> Outcome:
    """A dated action for what is done on request is a request met."""
    if target.kind != "svarstid":
        return "kept"
    match case_is_within(target.within, action) if target.within else None:
        case None:
            return "unknown"
        case in_time:
            return "kept" if in_time else "missed"


def _passed(limit: TimeLimit, start: tuple[Moment, time], end: tuple[Moment, time]) -> timedelta:
    first, last = (_at(moment, otherwise) for moment, otherwise in (start, end))
    if limit.unit == "timmar":
        first, last = (moment.replace(tzinfo=_SWEDEN).astimezone(UTC) for moment in (first, last))
    return last - first


def _at(moment: Moment, otherwise: time) -> datetime:
    clock = moment.clock if moment.clock is not None else otherwise
    return datetime.combine(moment.day, clock.replace(microsecond=0))


_SWEDEN = ZoneInfo("Europe/Stockholm")
_ALLOWED = {
    "timmar": timedelta(hours=1),
    "dygn": timedelta(days=1),
    "veckor": timedelta(weeks=1),
    "arbetsdagar": timedelta(days=1),
}
