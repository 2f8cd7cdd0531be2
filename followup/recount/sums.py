"""Sums in which nothing is counted twice, and what they prove."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from followup.recount.content import Deed, Line
from followup.recount.days import Stretch, cover, meet
from followup.recount.told import Told


@dataclass(frozen=True)
class Sum:
    """`lines` and `deeds` are its parts. `evidence` are actions that a figure holds already."""

    number: int
    accuracy: str
    deeds: tuple[Deed, ...]
    lines: tuple[Line, ...]
    evidence: tuple[Deed, ...]
    inner: tuple[Line, ...]
    disputed: tuple[Line, ...]


@dataclass(frozen=True)
class Limits:
    """The count is between the two; nothing limits it upwards when `most` is None."""

    least: int
    most: int | None


@dataclass(frozen=True)
class Adder:
    """Adds what was told of one target in `time`: all of the target's own, or an interval."""

    told: Told
    time: tuple[Stretch, ...]

    def range(self, line: Line) -> Stretch:
        """The days that a figure is for; from the first of the time when that is not said."""
        first = line.days[0] if line.has_start else min(self.time[0][0], line.days[0])
        return first, line.days[1]

    def add(self, deeds: Iterable[Deed], lines: Iterable[Line]) -> Sum | None:
        deeds, lines = tuple(deeds), tuple(lines)
        if not deeds and not lines:
            return None
        whole = merged(lines)
        used = self.used(whole)
        rest = [line for line in whole if line not in used]
        disputed = [line for line in rest if any(self._disagree(line, one) for one in used)]
        inner = [line for line in rest if line not in disputed]
        held = {deed.id for deed in deeds if any(self.has(line, deed) for line in used)}
        loose = tuple(deed for deed in deeds if deed.id not in held)
        parts = _parts(used, lines)
        number = sum(line.number or 0 for line in used) + sum(map(self.told.worth, loose))
        return Sum(
            number,
            vaguest(line.sure for line in parts),
            loose,
            parts,
            tuple(deed for deed in deeds if deed.id in held),
            _parts(inner, lines),
            _parts(disputed, lines),
        )

    def used(self, lines: Iterable[Line]) -> list[Line]:
        """Those to add: the widest first, and none that speaks of what another does."""
        found: list[Line] = []
        for line in sorted(lines, key=self._rank):
            if not any(self.rival(line, one) for one in found):
                found.append(line)
        return found

    def rival(self, one: Line, other: Line) -> bool:
        """True when two figures may be of the same things."""
        kin = self.told.kin
        if not meet(self.range(one), self.range(other)):
            return False
        if kin.are_elsewhere(one.places, other.places):
            return False
        are_own = one.report.is_own_share and other.report.is_own_share
        return not are_own or kin.are_one(one.report.told_by, other.report.told_by)

    def has(self, line: Line, deed: Deed) -> bool:
        """True when an action may be in a figure."""
        first, last = self.range(line)
        if not first <= deed.days[1] <= last:
            return False
        if self.told.kin.are_elsewhere(deed.places, line.places):
            return False
        is_open = not line.report.is_own_share or not deed.parties
        return is_open or any(
            self.told.kin.are_one(line.report.told_by, party) for party in deed.parties
        )

    def limits(self, total: Sum, left_deeds: Iterable[Deed], left_lines: Iterable[Line]) -> Limits:
        """What a sum proves. `left_deeds` and `left_lines` did not count."""
        least = proven(total.number, total.lines)
        if any(is_floor(line) for line in total.lines):
            return Limits(least, None)
        more = sum(self._excess(line, total) for line in merged((*total.inner, *total.disputed)))
        for line in merged(total.lines):
            inside = sum(self.told.worth(d) for d in total.evidence if self.has(line, d))
            more += max(0, inside - (line.number or 0))
        more += sum(self.told.worth(d) for d in left_deeds if self._may_count(d, total))
        told = [self.range(line) for line in total.lines]
        for line in left_lines:
            is_open = self.told.why_not_line(line) == "oklart"
            if is_open and not cover(told, [self.range(line)]):
                more += self._excess(line, total)
        return Limits(least, total.number + _margin(total.lines) + more)

    def _may_count(self, deed: Deed, total: Sum) -> bool:
        why = self.told.judged_deeds[deed.id]
        is_near = why == "annan tid" and any(meet(days, deed.days) for days in self.time)
        is_open = why == "oklart" or is_near
        return is_open and not any(self.has(line, deed) for line in total.lines)

    def _excess(self, line: Line, total: Sum) -> int:
        same = sum(one.number or 0 for one in merged(total.lines) if self.rival(line, one))
        return max(0, (line.number or 0) - same)

    def _disagree(self, one: Line, other: Line) -> bool:
        def what(line: Line) -> tuple[object, ...]:
            whose = line.report.told_by if line.report.is_own_share else ""
            return self.range(line), whose, set(line.places)

        numbers = [(line.number, line.cases, line.requests) for line in (one, other)]
        return what(one) == what(other) and numbers[0] != numbers[1]

    def _rank(self, line: Line) -> tuple[int | str, ...]:
        kin, report = self.told.kin, line.report
        first, last = self.range(line)
        depth = len(kin.line_of(report.told_by)) if report.is_own_share else 0
        outermost = sum(kin.around([place]) == {place} for place in line.places)
        doubt = "minst" if report.is_incomplete else line.accuracy
        return (
            depth,
            -(last - first).days,
            bool(line.places),
            -outermost,
            -len(line.places),
            line.number or 0,
            -(line.cases or line.requests or 0),
            ("ungefär", "exakt", "minst", "drygt").index(doubt),
            first.toordinal(),
            report.id,
        )


def merged(lines: Iterable[Line]) -> list[Line]:
    """The rows of one report for the same days as one: they are parts."""
    groups: dict[tuple[str, str, str], list[Line]] = {}
    for line in lines:
        groups.setdefault(line.key, []).append(line)
    return [group[0] if len(group) == 1 else _together(group) for group in groups.values()]


def _together(group: list[Line]) -> Line:
    def total(name: str) -> int | None:
        numbers = [getattr(line, name) for line in group]
        return None if None in numbers else sum(numbers)

    is_everywhere = any(not line.places for line in group)
    places = dict.fromkeys(place for line in group for place in line.places)
    return replace(
        group[0],
        number=total("number"),
        cases=total("cases"),
        requests=total("requests"),
        units=total("units"),
        reached=total("reached"),
        accuracy=vaguest(line.accuracy for line in group),
        places=() if is_everywhere else tuple(places),
        verdict="",
    )


def _parts(whole: Iterable[Line], lines: tuple[Line, ...]) -> tuple[Line, ...]:
    keys = {line.key for line in whole}
    return tuple(line for line in lines if line.key in keys)


def vaguest(accuracies: Iterable[str]) -> str:
    found = set(accuracies)
    return next((one for one in ("ungefär", "drygt", "minst") if one in found), "exakt")


def is_floor(line: Line) -> bool:
    return line.report.is_incomplete or line.accuracy in ("minst", "drygt")


def proven(number: int, lines: Iterable[Line]) -> int:
    """How much of a number is certain."""
    margin = _margin(lines)
    return number - margin - bool(margin)


def uncertainty(number: int) -> int:
    """A tenth of an approximate figure, and at least half of what it is rounded to."""
    zeros = len(str(number)) - len(str(number).rstrip("0")) if number else 0
    return max(-(-number // 10), int("1" + "0" * zeros) // 2)


def _margin(lines: Iterable[Line]) -> int:
    return sum(uncertainty(line.number or 0) for line in lines if line.accuracy == "ungefär")
