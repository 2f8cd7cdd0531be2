"""What is kept or not one by one: weeks and months, cases and requests, places and units."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from followup.recount.content import Deed, Goal, Line, moment
from followup.recount.days import (
    DAY,
    Stretch,
    after_months,
    after_years,
    cover,
    holds,
    joined,
    length,
    meet,
)
from followup.recount.sums import Adder, Limits, Sum, is_floor, merged, proven, uncertainty, vaguest
from followup.recount.told import Told, own_time


@dataclass(frozen=True)
class Score:
    kept: int
    missed: int
    unknown: int = 0
    coming: int = 0
    is_open: bool = False
    accuracy: str = "exakt"


@dataclass(frozen=True)
class Interval:
    days: Stretch
    kind: str


def intervals(told: Told) -> list[tuple[Stretch, Goal]]:
    """Every whole interval, with the target that held at its end."""
    found: dict[Stretch, Goal] = {}
    for every, days, own in _stretches(told):
        spans = _years(days, own, told) if every == "år" else _whole(every, own)
        found |= {span: told.goal_on(span[1]) for span in spans}
    return sorted(found.items(), key=lambda pair: pair[0])


def _stretches(told: Told) -> Iterator[tuple[str, Stretch, list[Stretch]]]:
    """The stretches between changes of the interval itself, and the target's own days in each."""
    start, end = told.promise.period
    changed = {g.before for g in told.measure.former if g.name == told.goal.name and g.before}
    firsts = [start, *sorted(day for day in changed if start < day <= end)]
    pieces: list[tuple[str, Stretch, list[Stretch]]] = []
    for first, following in zip(firsts, [*firsts[1:], end + DAY], strict=True):
        days = (first, following - DAY)
        goal = told.goal_on(days[1])
        time = [
            (max(days[0], t[0]), min(days[1], t[1]))
            for t in own_time(goal, told.promise.period)
            if meet(t, days)
        ]
        if pieces and pieces[-1][0] == goal.every:
            _, before, earlier = pieces.pop()
            days, time = (before[0], days[1]), [*earlier, *time]
        pieces.append((goal.every, days, joined(time)))
    return iter([piece for piece in pieces if piece[0]])


def _whole(every: str, time: list[Stretch]) -> Iterator[Stretch]:
    for season in time:
        first = _first(every, season[0])
        while first <= season[1]:
            span = (first, _next(every, first) - DAY)
            if holds(season, span):
                yield span
            first = span[1] + DAY


def _years(days: Stretch, time: list[Stretch], told: Told) -> Iterator[Stretch]:
    start, number = told.promise.period[0], 0
    while (first := after_years(start, number)) <= days[1]:
        number += 1
        span = (first, after_years(start, number) - DAY)
        if holds(days, span) and any(meet(t, span) for t in time):
            yield span


_MONTHS = {"månad": 1, "kvartal": 3, "tertial": 4}


def _first(every: str, day: date) -> date:
    if every == "vecka":
        year, week, _ = day.isocalendar()
        return date.fromisocalendar(year, week, 1)
    if size := _MONTHS.get(every):
        return date(day.year, 1 + (day.month - 1) // size * size, 1)
    return day


def _next(every: str, first: date) -> date:
    if every == "vecka":
        return first + 7 * DAY
    return after_months(first, _MONTHS[every]) if every in _MONTHS else first + DAY


def judge(told: Told, told_to: date | None) -> list[Interval]:
    """Each interval: kept, missed, not known, or still to come."""
    return [_judged(days, goal, told, told_to) for days, goal in intervals(told)]


def _judged(days: Stretch, goal: Goal, told: Told, told_to: date | None) -> Interval:
    limits, number = _limits(days, told), goal.number or 0
    most = limits.most
    is_low = most is not None and (most <= number if goal.is_ceiling else most < number)
    is_high = limits.least > number if goal.is_ceiling else limits.least >= number
    if is_low if goal.is_ceiling else is_high:
        return Interval(days, "hållen")
    if is_high if goal.is_ceiling else is_low:
        return Interval(days, "missad")
    is_past = told_to is not None and days[1] <= told_to
    return Interval(days, "okänd" if is_past else "kommande")


def _limits(days: Stretch, told: Told) -> Limits:
    """Between what the count of one interval lies."""
    adder = Adder(told, (days,))
    inside = [deed for deed in told.counted if holds(days, deed.ended)]
    across = [deed for deed in told.counted if meet(days, deed.ended) and deed not in inside]
    touching = [line for line in told.summable if meet(days, line.days)]
    lines = [line for line in touching if line.has_start and holds(days, line.days)]
    sums = [line for line in touching if line not in lines]
    total = adder.add(inside, lines) or Sum(0, "exakt", (), (), (), (), ())
    limits = adder.limits(total, *left_out(told, days))
    more = sum(map(told.worth, across))
    own = [line for line in merged(lines) if _is_of_all(line, told)]
    if not cover((line.days for line in own), [days]):
        confirmed = told.confirmed if told.reported_to else None
        is_confirmed = confirmed is not None and days[1] <= confirmed
        if not is_confirmed or any(map(is_floor, sums)):
            return Limits(limits.least, None)
        more += sum(_at_most(line) for line in sums)
    return Limits(limits.least, None if limits.most is None else limits.most + more)


def left_out(told: Told, days: Stretch | None = None) -> tuple[list[Deed], list[Line]]:
    """What did not count, in the days or at all."""
    counted = set(map(_row, told.figures))
    deeds = [deed for deed in told.deeds if told.judged_deeds[deed.id]]
    lines = [line for line in told.direct if line.has_figure and _row(line) not in counted]
    if days is None:
        return deeds, lines
    return [d for d in deeds if meet(d.days, days)], [n for n in lines if meet(n.days, days)]


def _row(line: Line) -> tuple[str, int]:
    return line.report.id, line.row


def _is_of_all(line: Line, told: Told) -> bool:
    return not line.report.is_own_share and told.is_everywhere(line)


def _at_most(line: Line) -> int:
    number = line.number or 0
    return number + (uncertainty(number) if line.accuracy == "ungefär" else 0)


def of_intervals(told: Told, found: list[Interval]) -> Score | None:
    """How many intervals were kept, one by one or by what a longer report proves."""
    if not found:
        return None
    adder, rest = Adder(told, tuple(told.own_time)), [*found]
    blocks = [line for line in told.figures if line.of is not None]
    kept = missed = 0
    used = sorted(adder.used(blocks), key=lambda line: (line.days, line.report.id))
    for days in dict.fromkeys(adder.range(line) for line in used):
        members = [one for one in rest if holds(days, one.days)]
        rest = [one for one in rest if one not in members]
        said = [_said(line, len(members)) for line in blocks if adder.range(line) == days]
        kept += min(yes for yes, _ in said)
        missed += min(no for _, no in said)
    alone = [one.kind for one in rest].count("hållen")
    missed += min(_missed(told, rest), len(rest) - alone)
    kept += alone
    coming = [one.kind for one in rest].count("kommande")
    return Score(kept, missed, max(0, len(found) - coming - kept - missed), coming)


def _said(line: Line, members: int) -> tuple[int, int]:
    """How many a report's own words prove kept and missed: some may be outside those judged."""
    said, of = line.kept or 0, line.of or 0
    outside = max(0, of - members)
    doubt = uncertainty(said) if line.accuracy == "ungefär" else 0
    kept = min(members, max(0, said - outside - doubt))
    missed = max(0, of - said - outside) if line.sure == "exakt" else 0
    return kept, min(missed, members - kept)


def _missed(told: Told, rest: list[Interval]) -> int:
    """Those missed one by one, and those that a sum is not enough for."""
    alone = [one.kind for one in rest].count("missad")
    if told.goal.is_ceiling:
        return alone
    whole = [line for line in merged(told.summable) if line.has_start and not is_floor(line)]
    ranges = {line.days for line in whole if _is_of_all(line, told)}
    stretches = ranges | set(joined(ranges))
    return alone + sum(_proof(days, stretches, rest, told) for days in joined(ranges))


def _proof(whole: Stretch, stretches: set[Stretch], rest: list[Interval], told: Told) -> int:
    parts: list[Stretch] = []
    for days in sorted(stretches, key=lambda s: (-length(s), s)):
        if days != whole and holds(whole, days) and not any(meet(days, part) for part in parts):
            parts.append(days)
    by_parts = sum(_shortfall(days, rest, told) for days in parts)
    return max(_shortfall(whole, rest, told), by_parts)


def _shortfall(days: Stretch, rest: list[Interval], told: Told) -> int:
    members = [one for one in rest if holds(days, one.days)]
    adder = Adder(told, (days,))
    total = adder.add(
        (deed for deed in told.counted if meet(days, deed.ended)),
        (line for line in told.summable if line.has_start and holds(days, line.days)),
    )
    most = adder.limits(total, *left_out(told)).most if total else None
    if most is None:
        return 0
    known = sum(one.kind == "missad" for one in members)
    return max(0, len(members) - most // (told.goal.number or 1) - known)


def are_some_kept(total: Sum, found: list[Interval], goal: Goal) -> bool:
    """True when a sum is too large for all of its intervals to have been missed."""
    if goal.is_ceiling:
        return False
    for line in merged(total.lines):
        inside = [one.days for one in found if holds(line.days, one.days)]
        is_whole = line.has_start and cover(inside, [line.days])
        enough = ((goal.number or 0) - 1) * len(inside)
        if is_whole and proven(line.number or 0, [line]) > enough:
            return True
    return False


def of_cases(goal: Goal, total: Sum | None) -> Score | None:
    """How many cases were in time, or requests met."""
    if total is None:
        return None
    kinds = [_case(deed, goal) for deed in total.deeds for _ in range(deed.units)]
    kept, missed, unknown = (kinds.count(kind) for kind in (True, False, None))
    is_open = bool(total.deeds) and goal.kind == "vid_behov"
    for line in total.lines:
        of, met = _of_and_met(line, goal)
        if of is None:
            kept, is_open = kept + (met or 0), True
        elif met is None:
            unknown += of
        else:
            kept, missed = kept + met, missed + of - met
    return Score(kept, missed, unknown, 0, is_open, vaguest(line.sure for line in total.lines))


def _of_and_met(line: Line, goal: Goal) -> tuple[int | None, int | None]:
    if goal.kind == "svarstid":
        is_said = line.cases is not None or line.in_time is not None
        return (line.cases if is_said else line.number), line.in_time
    met = line.met if line.requests is not None else line.met or line.number
    return line.requests, met


_UNITS = {"timmar": timedelta(hours=1), "dygn": DAY, "veckor": 7 * DAY, "arbetsdagar": DAY}


def _case(deed: Deed, goal: Goal) -> bool | None:
    """Whether a case was done in time; None when that cannot be told."""
    if goal.kind != "svarstid":
        return True
    if not (goal.within and deed.reported and deed.done):
        return None
    amount, unit = goal.within.split()
    allowed = int(amount) * _UNITS[unit]
    (start, start_at), (end, end_at) = moment(deed.reported), moment(deed.done)
    earliest, latest = (datetime.combine(start, clock) for clock in (time.min, _LAST))
    longest = _passed(start_at or earliest, end_at or datetime.combine(end, _LAST), unit)
    shortest = _passed(start_at or latest, end_at or datetime.combine(end, time.min), unit)
    if longest <= allowed:
        return True
    most = 2 * allowed + 7 * DAY if unit == "arbetsdagar" else allowed
    return None if shortest <= most else False


_LAST = time(23, 59, 59)


def _passed(start: datetime, end: datetime, unit: str) -> timedelta:
    if unit == "timmar":
        sweden = ZoneInfo("Europe/Stockholm")
        start, end = (one.replace(tzinfo=sweden).astimezone(UTC) for one in (start, end))
    return end - start


def of_units(told: Told, states: list[str], is_final: bool) -> Score | None:
    """How many places or units got what was promised. `states` are those of its places."""
    rows = merged(line for line in told.figures if line.reached is not None)
    if whole := [line for line in rows if _is_whole(line, told)]:
        kept = min(line.reached or 0 for line in whole)
        missed = min(_lost(line) for line in whole)
        return Score(kept, missed, max(line.units or 0 for line in whole) - kept - missed)
    kept = max([states.count("genomförd"), *map(_least, rows)])
    total = max([len(states), kept, *(line.units or 0 for line in rows)])
    if not total and not rows:
        return None
    missed = sum(state in ("delvis genomförd", "inte genomförd", "utgår") for state in states)
    if is_final and rows and all(line.sure == "exakt" for line in rows):
        missed = max(missed, total - sum(line.reached or 0 for line in rows))
    missed = min(missed, total - kept)
    is_open = not states and not any(line.units for line in rows)
    return Score(kept, missed, total - kept - missed, 0, is_open)


def _is_whole(line: Line, told: Told) -> bool:
    is_told = line.units is not None and line.sure != "ungefär" and line.has_start
    return is_told and _is_of_all(line, told) and cover([line.days], told.own_time)


def _lost(line: Line) -> int:
    return (line.units or 0) - (line.reached or 0) if line.sure == "exakt" else 0


def _least(line: Line) -> int:
    reached = line.reached or 0
    return max(0, reached - uncertainty(reached)) if line.accuracy == "ungefär" else reached
