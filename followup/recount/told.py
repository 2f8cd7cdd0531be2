"""What was told of one target, and which of it counts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Literal

from followup.recount.content import Content, Deed, Goal, Line, Measure, Promise, Rule, latest
from followup.recount.days import Stretch, cover, holds, joined, meet, until

Why = Literal["nej", "annan tid", "oklart"]
"""Not as promised; outside the time; or it may be as promised, but nobody has said so."""


@dataclass(frozen=True)
class Kin:
    """Which place lies in which, and which party is part of which."""

    districts: dict[str, str]
    wholes: dict[str, str]

    def around(self, places: Iterable[str]) -> set[str]:
        found = set(places)
        return found | {self.districts[p] for p in found if self.districts.get(p)}

    def line_of(self, party: str) -> list[str]:
        """The party, what it is part of, and so on."""
        found = [party]
        while (whole := self.wholes.get(found[-1])) and whole not in found:
            found.append(whole)
        return found

    def present(self, parties: Iterable[str]) -> set[str]:
        return {whole for party in parties for whole in self.line_of(party)}

    def are_one(self, party: str, other: str) -> bool:
        return party in self.line_of(other) or other in self.line_of(party)

    def are_elsewhere(self, places: Iterable[str], others: Iterable[str]) -> bool:
        """True when both are said and none of them lies in one of the others."""
        one, two = set(places), set(others)
        if not one or not two:
            return False
        return not (self.around(one) & two or self.around(two) & one)


@dataclass(frozen=True)
class Told:
    """`places` are those where the target holds, when that is said."""

    content: Content
    promise: Promise
    measure: Measure
    goal: Goal
    deeds: tuple[Deed, ...]
    lines: tuple[Line, ...]
    places: tuple[str, ...]

    @cached_property
    def kin(self) -> Kin:
        return Kin(self.content.districts, self.content.wholes)

    @cached_property
    def own_time(self) -> list[Stretch]:
        return own_time(self.goal, self.promise.period)

    @property
    def period(self) -> Stretch:
        return self.own_time[0][0], self.own_time[-1][1]

    @property
    def steps(self) -> list[str]:
        """The names of the target's steps."""
        own = (id for goal, id in self.measure.steps if goal == self.goal.name)
        return [f"{self.measure.id}#{id}" for id in own]

    @property
    def direct(self) -> list[Line]:
        """What is said of the target itself."""
        return [line for line in self.lines if line.name not in self.steps]

    @property
    def confirmed(self) -> date | None:
        return latest((self.measure.confirmed, self.promise.confirmed))

    @cached_property
    def reported_to(self) -> date | None:
        ends = [deed.days[1] for deed in self.deeds] + [line.days[1] for line in self.lines]
        return latest((*ends, self.confirmed)) if ends else None

    def goal_on(self, day: date) -> Goal:
        """The target that held on the day."""
        former = (goal for goal in self.measure.former if goal.name == self.goal.name)
        for goal in sorted(former, key=lambda goal: goal.before or day):
            if goal.before and day < goal.before:
                return goal
        return self.goal

    def worth(self, deed: Deed) -> int:
        return 1 if self.goal.rule and self.goal.rule.is_of_days else deed.units

    @cached_property
    def judged_deeds(self) -> dict[str, Why | None]:
        """Why each action does not count; None for those that do."""
        found = {deed.id: self._why_not(deed) for deed in self.deeds}
        taken = date.min
        for deed in sorted(self.deeds, key=lambda deed: deed.ended[1]):
            rule = self.goal_on(deed.days[1]).rule
            if found[deed.id] is None and rule and rule.is_of_days:
                if deed.ended[0] > taken:
                    taken = deed.ended[1]
                else:
                    found[deed.id] = "nej"
        return found

    @cached_property
    def counted(self) -> list[Deed]:
        return [deed for deed in self.deeds if self.judged_deeds[deed.id] is None]

    @cached_property
    def figures(self) -> list[Line]:
        return [line for line in self.direct if line.has_figure and not self.why_not_line(line)]

    @cached_property
    def summable(self) -> list[Line]:
        """The figures that can be added, with the number that is added."""
        found = ((line, self._number(line)) for line in self.figures)
        return [replace(line, number=number) for line, number in found if number is not None]

    def why_not_line(self, line: Line) -> Why | None:
        """Why a figure does not count."""
        if line.as_promised:
            return {"ja": None, "nej": "nej", "oklart": "oklart"}[line.as_promised]
        goal = self.goal_on(line.days[1])
        time = own_time(goal, self.promise.period)
        if not any(meet(stretch, line.days) for stretch in time):
            return "annan tid"
        return None if goal.rule is None and cover(time, [line.days]) else "oklart"

    def is_of(self, line: Line, place: str) -> bool:
        """True when the row speaks of all of the place."""
        return not line.places or bool(self.kin.around([place]) & set(line.places))

    def is_everywhere(self, line: Line) -> bool:
        return all(self.is_of(line, place) for place in self.places)

    def _number(self, line: Line) -> int | None:
        kinds = {
            "svarstid": (line.in_time, line.cases, line.number),
            "vid_behov": (line.met, line.requests, line.number),
        }
        numbers = kinds.get(self.goal.kind, (line.number,))
        return next((number for number in numbers if number is not None), None)

    def _why_not(self, deed: Deed) -> Why | None:
        reasons = [*self._reasons(deed)]
        return next((why for why in reasons if why != "oklart"), reasons[0] if reasons else None)

    def _reasons(self, deed: Deed) -> Iterator[Why]:
        goal = self.goal_on(deed.days[1])
        if deed.status == "inställd":
            yield "nej"
        if not any(holds(t, deed.days) for t in own_time(goal, self.promise.period)):
            yield "annan tid"
        if goal.rule:
            yield from (why for why in self._by_rule(deed, goal.rule) if why)

    def _by_rule(self, deed: Deed, rule: Rule) -> Iterator[Why | None]:
        if rule.is_planned:
            yield _planning(deed)
        if rule.parties or rule.fewest_parties:
            yield self._participation(deed, rule)
        if rule.places and not deed.places:
            yield "oklart"
        elif rule.places and not self.kin.around(deed.places) & set(rule.places):
            may_be = self.kin.around(rule.places) & set(deed.places)
            yield "oklart" if may_be else "nej"

    def _participation(self, deed: Deed, rule: Rule) -> Why | None:
        if not deed.parties:
            return "oklart"
        absent = [p for p in rule.parties if p not in self.kin.present(deed.parties)]
        may_be = [p for p in absent if self.kin.present([p]) & set(deed.parties)]
        separate = {
            p
            for p in deed.parties
            if not any(p != q and p in self.kin.line_of(q) for q in deed.parties)
        }
        if len(may_be) < len(absent) or len(separate) < rule.fewest_parties:
            return "nej"
        return "oklart" if absent else None


def _planning(deed: Deed) -> Why | None:
    match deed.planned:
        case "":
            return "oklart"
        case "ja":
            return None
        case "nej":
            return "nej"
    planned = date.fromisoformat(deed.planned)
    if planned >= deed.began[1]:
        return "nej"
    return "oklart" if planned >= deed.began[0] else None


def own_time(goal: Goal, period: Stretch) -> list[Stretch]:
    """The days that the target is about."""
    time = joined(goal.seasons) if goal.seasons else [period]
    if goal.kind == "antal" and goal.deadline:
        return until(time, goal.deadline) or time
    return time


def tell(content: Content, promise: Promise, measure: Measure, goal: Goal) -> Told:
    """Everything in the promise that is for the target."""
    parts = {goal.name, *(f"{measure.id}#{id}" for name, id in measure.steps if name == goal.name)}

    def means(name: str) -> bool:
        is_alone = len(measure.goals) == 1 and name.partition("#")[0] == measure.id
        return is_alone or name in parts

    return Told(
        content,
        promise,
        measure,
        goal,
        tuple(d for d in promise.deeds if d.status != "planerad" and any(map(means, d.names))),
        tuple(line for line in promise.lines if means(line.name)),
        (goal.rule.places if goal.rule else ()) or measure.places,
    )


def tell_of_place(told: Told, place: str) -> Told:
    """What of it was told of one place only."""
    around = told.kin.around
    return replace(
        told,
        goal=replace(told.goal, per=""),
        deeds=tuple(deed for deed in told.deeds if place in around(deed.places)),
        lines=tuple(
            line
            for line in told.lines
            if line.places and all(place in around([one]) for one in line.places)
        ),
        places=(place,),
    )
