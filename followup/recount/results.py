"""Everything counted again: the result of each target and measure, from the CSV files alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from followup.recount.content import Content, Line, Measure, Promise, latest
from followup.recount.days import DAY, Stretch, after_months, cover, holds, left, meet, until
from followup.recount.kept import (
    Interval,
    Score,
    are_some_kept,
    judge,
    left_out,
    of_cases,
    of_intervals,
    of_units,
)
from followup.recount.states import UNDECIDED, Evidence, Step, decide
from followup.recount.states import latest as latest_word
from followup.recount.sums import Adder, Limits, Sum
from followup.recount.told import Told, tell, tell_of_place


@dataclass(frozen=True)
class Months:
    """Those told of on their own, those only in a longer report, and all that have been."""

    alone: int
    together: int
    past: int


@dataclass(frozen=True)
class Result:
    told: Told
    state: str
    is_final: bool
    total: Sum | None
    score: Score | None
    intervals: tuple[Interval, ...]
    months: Months | None
    steps: tuple[Step, ...]
    places: "tuple[tuple[str, Result], ...]"

    @property
    def reported_to(self) -> date | None:
        return self.told.reported_to


def measure_results(content: Content, promise: Promise, measure: Measure) -> tuple[Result, ...]:
    """The result of each of the measure's targets."""
    return tuple(result(tell(content, promise, measure, goal)) for goal in measure.goals)


def measure_state(results: tuple[Result, ...]) -> str:
    """The measure's own state, from those of its targets."""
    states = {one.state for one in results}
    if len(states) == 1:
        return states.pop()
    last = max(one.told.period[1] for one in results)
    is_over = all(one.told.goal.is_over for one in results if one.told.period[1] == last)
    is_settled = is_over or all(one.is_final for one in results)
    is_known = not states & {"inte påbörjad", "inte redovisad", "inte redovisad för sig", UNDECIDED}
    if states & {"pågår", "genomförd", "delvis genomförd"}:
        if not is_settled:
            return "pågår"
        return "delvis genomförd" if is_known else UNDECIDED
    return "inte genomförd" if is_settled and is_known else UNDECIDED


def reported_to(results: Iterable[Result]) -> date | None:
    return latest(one.reported_to for one in results)


def result(told: Told, is_closed: bool = False) -> Result:
    """What is known of one target. `is_closed` says that the last word on it is said elsewhere."""
    goal = told.goal
    adder = Adder(told, tuple(told.own_time))
    total = adder.add(told.counted, told.summable)
    limits = adder.limits(total, *left_out(told)) if total else Limits(0, None)
    closed = is_closed or told.promise.is_closed or _are_steps_closed(told)
    is_final = _is_final(told, told.direct, closed)
    of_place = [tell_of_place(told, place) for place in told.places if goal.per == "plats"]
    places = tuple((one.places[0], result(one, is_final)) for one in of_place)
    strip = _strip(told)
    steps = tuple(_step(name, told) for name in told.steps)
    evidence = Evidence(
        told=told,
        total=total,
        limits=limits,
        steps=steps,
        score=_score(told, total, places, strip, is_final),
        is_final=is_final,
        is_counted=_is_counted(told, closed),
        has_silence=total is not None and _is_silent(told, total, is_final),
        are_some_kept=bool(total and strip and are_some_kept(total, strip, goal)),
        is_judged_whole=not strip or strip[-1].days[1] >= told.period[1],
    )
    return Result(
        told=told,
        state=decide(evidence),
        is_final=is_final,
        total=total if goal.kind in ("antal", "frekvens", "svarstid", "vid_behov") else None,
        score=evidence.score,
        intervals=tuple(strip),
        months=_months(told, is_final) if goal.kind == "löpande" and not goal.per else None,
        steps=steps,
        places=places,
    )


def _score(
    told: Told,
    total: Sum | None,
    places: tuple[tuple[str, Result], ...],
    strip: list[Interval],
    is_final: bool,
) -> Score | None:
    if told.goal.per:
        return of_units(told, [one.state for _, one in places], is_final)
    if told.goal.kind == "frekvens":
        return of_intervals(told, strip)
    return of_cases(told.goal, total) if told.goal.kind in ("svarstid", "vid_behov") else None


def _strip(told: Told) -> list[Interval]:
    goal = told.goal
    if goal.kind != "frekvens" or goal.per or goal.seasons == ():
        return []
    return judge(told, told.period[1] if goal.is_over else told.reported_to)


def _is_counted(told: Told, is_closed: bool) -> bool:
    """True when no stretch of the time was told of without a figure that counts."""
    rows = {(line.report.id, line.row) for line in told.figures}
    telling = told.figures
    named = [
        line for line in told.direct if not line.has_figure or (line.report.id, line.row) in rows
    ]
    return _is_final(told, telling, is_closed, named)


def _is_final(
    told: Told, telling: list[Line], is_closed: bool, named: list[Line] | None = None
) -> bool:
    """True when the last word is said: by a final report, or by reports on all of the time."""
    named = told.direct if named is None else named
    of_places = [[line for line in telling if told.is_of(line, p)] for p in told.places]
    return is_closed or all(_has_all_said(told, named, of) for of in of_places or [telling])


def _has_all_said(told: Told, named: list[Line], telling: list[Line]) -> bool:
    parties = told.measure.responsible or told.promise.parties
    if _has_said(told, None, named, telling):
        return True
    return bool(parties) and all(_has_said(told, p, named, telling) for p in parties)


def _has_said(told: Told, party: str | None, named: list[Line], telling: list[Line]) -> bool:
    def speaks(line: Line) -> bool:
        return not line.report.is_own_share or line.report.told_by == party

    if any(line.report.is_final for line in named if speaks(line)):
        return True
    whole = (
        line.days
        for line in telling
        if speaks(line) and line.has_start and not line.report.is_incomplete
    )
    return cover(whole, told.own_time)


def _are_steps_closed(told: Told) -> bool:
    names = told.steps
    return bool(names) and all(
        any(line.report.is_final for line in told.lines if line.name == name) for name in names
    )


def _step(name: str, told: Told) -> Step:
    done = [deed.days[1] for deed in told.counted if name in deed.names]
    if done:
        return Step(done[0], None)
    word = latest_word(line for line in told.lines if line.name == name)
    is_done = word is not None and word.verdict == "genomförd"
    return Step(word.days[1] if word and is_done else None, None if is_done else word)


def _is_silent(told: Told, total: Sum, is_final: bool) -> bool:
    """True when some of the time has a figure and some has none."""
    lines = [*total.lines, *total.inner]
    if not lines or not all(line.has_start for line in lines):
        return False
    told_to = max(line.days[1] for line in told.direct)
    if is_final and told.goal.is_over and told.goal.kind in ("svarstid", "vid_behov"):
        told_to = max(told_to, told.period[1])
    rest = left((line.days for line in lines), until(told.own_time, told_to))
    confirmed = told.confirmed
    return any(
        not any(meet(days, deed.days) for deed in told.counted)
        and not (confirmed and days[1] <= confirmed)
        for days in rest
    )


def _months(told: Told, is_final: bool) -> Months:
    is_over = told.goal.is_over
    told_to = told.period[1] if is_over and is_final else told.reported_to
    kinds = [_month(month, told, told_to) for month in _calendar(told.own_time)]
    coming = 0 if is_over else kinds.count("kommande")
    return Months(kinds.count("själv"), kinds.count("tillsammans"), len(kinds) - coming)


def _calendar(time: list[Stretch]) -> list[Stretch]:
    """The calendar months that the time touches."""
    found = []
    for first, last in time:
        month = first.replace(day=1)
        while month <= last:
            found.append((month, after_months(month, 1) - DAY))
            month = after_months(month, 1)
    return [*dict.fromkeys(found)]


def _month(month: Stretch, told: Told, told_to: date | None) -> str:
    for deed in told.counted:
        if holds(month, deed.days) or (not deed.is_of_one_day and meet(month, deed.days)):
            return "själv"
    if any(line.has_start and holds(month, line.days) for line in told.lines):
        return "själv"
    if any(meet(month, line.days) for line in told.lines):
        return "tillsammans"
    return "utan" if told_to and month[1] <= told_to else "kommande"
