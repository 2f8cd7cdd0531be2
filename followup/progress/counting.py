"""Which actions count towards a target, and why the others do not."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from followup.model import Action, CountingRule, Measure, Party, Place, Row, Site, Target
from followup.progress.result import NotCounted, Reason


@dataclass(frozen=True)
class Belonging:
    """Which party is part of which, and which place lies in which."""

    parties: Mapping[str, Party]
    places: Mapping[str, Place]

    @staticmethod
    def of(site: Site) -> "Belonging":
        return Belonging(
            {party.id: party for party in site.parties}, {place.id: place for place in site.places}
        )

    def took_part(self, parties: Iterable[str]) -> frozenset[str]:
        """The parties and all that they are part of: socialtjänsten is the municipality too."""
        return frozenset(id for party in parties for id in self._wholes(party))

    def lies_in(self, places: Iterable[str]) -> frozenset[str]:
        """The places and the districts where they lie."""
        ids = frozenset(places)
        known = (self.places[id] for id in ids if id in self.places)
        return ids | {place.district for place in known if place.district}

    def _wholes(self, party: str) -> Iterator[str]:
        seen: set[str] = set()
        current: str | None = party
        while current and current not in seen:
            seen.add(current)
            yield current
            current = self.parties[current].part_of if current in self.parties else None


def count(
    actions: Iterable[Action], measure: Measure, target: Target, belonging: Belonging
) -> tuple[tuple[Action, ...], tuple[NotCounted, ...]]:
    """The actions that count, and those that do not with the first reason. Order is kept.

    Actions before a change of the target are judged by the target as it was then.
    """
    counted: list[Action] = []
    others: list[NotCounted] = []
    days: set[object] = set()
    for action in actions:
        rule = target_on(measure, target, action).rule or CountingRule()
        reason = next(_reasons(action, rule, belonging), None)
        if reason is None and rule.distinct_days and action.span in days:
            reason = Reason("samma dag")
        if reason:
            others.append(NotCounted(action, reason))
        else:
            days.add(action.span)
            counted.append(action)
    return tuple(counted), tuple(others)


def target_on(measure: Measure, target: Target, action: Action) -> Target:
    """The target that was in force when the action happened."""
    for change in sorted(measure.changes, key=lambda change: change.date):
        former = change.former_target
        if former and former.id == target.id and action.span.last < change.date:
            return former
    return target


def row_reason(row: Row) -> Reason | None:
    """Why a report's figure does not count: only what was counted as promised does."""
    match row.as_promised:
        case "nej":
            return Reason("avsåg annat")
        case "oklart":
            return Reason("oklart vad")
    return None


def _reasons(action: Action, rule: CountingRule, belonging: Belonging) -> Iterator[Reason]:
    if action.status == "inställd":
        yield Reason("inställd")
    if rule.planned_ahead:
        yield from _planning(action)
    if rule.parties or rule.at_least_parties:
        yield from _participation(action, rule, belonging)
    if rule.places:
        yield from _location(action, rule, belonging)


def _planning(action: Action) -> Iterator[Reason]:
    match action.planned:
        case None:
            yield Reason("planering okänd")
        case bool(planned):
            if not planned:
                yield Reason("inte planerad")
        case day:
            if day >= action.span.first:
                yield Reason("inte planerad")


def _participation(action: Action, rule: CountingRule, belonging: Belonging) -> Iterator[Reason]:
    if not action.parties:
        yield Reason("parter okända")
        return
    present = belonging.took_part(action.parties)
    absent = tuple(party for party in rule.parties if party not in present)
    if absent:
        yield Reason("part saknas", absent)
    if len(set(action.parties)) < (rule.at_least_parties or 0):
        yield Reason("för få parter")


def _location(action: Action, rule: CountingRule, belonging: Belonging) -> Iterator[Reason]:
    if not action.places:
        yield Reason("plats okänd")
    elif not belonging.lies_in(action.places) & set(rule.places):
        yield Reason("annan plats", action.places)
