"""Which actions and figures count towards a target, and why the others do not."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from followup.model import Action, CountingRule, Measure, Party, Place, Row, Site, Span, Target
from followup.progress.result import NotCounted, Quote, Reason, ReasonKind
from followup.progress.seasons import cover, seasons

# Reasons that say what is not known. What did not count for one of them may be what was promised.
UNKNOWN: frozenset[ReasonKind] = frozenset(
    {"planering okänd", "parter okända", "plats okänd", "oklart vad"}
)


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

    def separate(self, parties: Iterable[str]) -> frozenset[str]:
        """The parties without those that another of them is part of: they are one with it."""
        ids = frozenset(parties)
        wholes = (whole for id in ids for whole in self._wholes(id) if whole != id)
        return ids.difference(wholes)

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


@dataclass(frozen=True)
class Counting:
    """How one target of a measure is counted. `period` is the promise's."""

    measure: Measure
    target: Target
    period: Span
    belonging: Belonging

    def actions(
        self, actions: Iterable[Action]
    ) -> tuple[tuple[Action, ...], tuple[NotCounted, ...]]:
        """The actions that count, and those that do not with their reason. Order is kept."""
        judged = [(action, self._reason(action)) for action in actions]
        repeated = _on_taken_days(
            action
            for action, reason in judged
            if reason is None and self._rule(action.span).distinct_days
        )
        counted: list[Action] = []
        others: list[NotCounted] = []
        for action, reason in judged:
            if action.id in repeated:
                others.append(NotCounted(action, Reason("samma dag")))
            elif reason:
                others.append(NotCounted(action, reason))
            else:
                counted.append(action)
        return tuple(counted), tuple(others)

    def figures(self, quotes: Iterable[Quote]) -> tuple[tuple[Quote, ...], tuple[NotCounted, ...]]:
        """The reports' figures that count, and those that do not with their reason."""
        counted: list[Quote] = []
        others: list[NotCounted] = []
        for quote in quotes:
            if not has_figure(quote.row):
                continue
            if reason := self._row_reason(quote.row):
                others.append(NotCounted(quote, reason))
            else:
                counted.append(quote)
        return tuple(counted), tuple(others)

    def _in_force(self, span: Span) -> Target:
        """The target by which what happened then is judged: the one before a later change."""
        return target_on(self.measure, self.target, span.last)

    def _rule(self, span: Span) -> CountingRule:
        return self._in_force(span).rule or CountingRule()

    def _seasons(self, span: Span) -> tuple[Span, ...]:
        return seasons(self._in_force(span), self.period)

    def _reason(self, action: Action) -> Reason | None:
        """Why an action does not count. What is certain goes before what is not known."""
        return min(self._reasons(action), key=lambda r: r.kind in UNKNOWN, default=None)

    def _reasons(self, action: Action) -> Iterator[Reason]:
        rule = self._rule(action.span)
        if action.status == "inställd":
            yield Reason("inställd")
        if not any(season.covers(action.span) for season in self._seasons(action.span)):
            yield Reason("annan tid")
        if rule.planned_ahead:
            yield from _planning(action)
        if rule.parties or rule.at_least_parties:
            yield from _participation(action, rule, self.belonging)
        if rule.places:
            yield from _location(action, rule, self.belonging)

    def _row_reason(self, row: Row) -> Reason | None:
        """Why a figure does not count: only what was counted as promised does.

        A figure of which that is not said counts when the target has no conditions, and the figure
        is for the target's own time.
        """
        own_time = self._seasons(row.span)
        match row.as_promised:
            case "ja":
                return None
            case "nej":
                return Reason("avsåg annat")
            case "oklart":
                return Reason("oklart vad")
        if not any(season.meets(row.span) for season in own_time):
            return Reason("annan tid")
        is_clear = self._in_force(row.span).rule is None and cover(own_time, [row.span])
        return None if is_clear else Reason("oklart vad")


def has_figure(row: Row) -> bool:
    """True when the row says how many, of whatever kind."""
    parts = (row.cases, row.cases_in_time, row.requests, row.requests_met)
    counts = (row.number, *parts, row.units, row.units_reached)
    return row.intervals is not None or any(count is not None for count in counts)


def target_on(measure: Measure, target: Target, day: date) -> Target:
    """The target that was in force on `day`."""
    for change in sorted(measure.changes, key=lambda change: change.date):
        former = change.former_target
        if former and former.id == target.id and day < change.date:
            return former
    return target


def worth(action: Action, target: Target) -> int:
    """How many an action counts as: a day is one day, however much was done on it."""
    return 1 if target.rule and target.rule.distinct_days else action.units


def _planning(action: Action) -> Iterator[Reason]:
    match action.planned:
        case None:
            yield Reason("planering okänd")
        case bool(planned):
            if not planned:
                yield Reason("inte planerad")
        case day:
            began = _began(action)
            if day >= began.last:
                yield Reason("inte planerad")
            elif day >= began.first:
                yield Reason("planering okänd")


def _participation(action: Action, rule: CountingRule, belonging: Belonging) -> Iterator[Reason]:
    if not action.parties:
        yield Reason("parter okända")
        return
    present = belonging.took_part(action.parties)
    absent = tuple(party for party in rule.parties if party not in present)
    if certain := tuple(p for p in absent if not _may_be_meant(p, action, belonging)):
        yield Reason("part saknas", certain)
    elif absent:
        yield Reason("parter okända")
    if len(belonging.separate(action.parties)) < (rule.at_least_parties or 0):
        yield Reason("för få parter")


def _may_be_meant(party: str, action: Action, belonging: Belonging) -> bool:
    """True when the action names a party that this one is part of, but not which part of it."""
    return not belonging.took_part([party]).isdisjoint(action.parties)


def _location(action: Action, rule: CountingRule, belonging: Belonging) -> Iterator[Reason]:
    if not action.places:
        yield Reason("plats okänd")
    elif belonging.lies_in(action.places).isdisjoint(rule.places):
        is_elsewhere = belonging.lies_in(rule.places).isdisjoint(action.places)
        yield Reason("annan plats", action.places) if is_elsewhere else Reason("plats okänd")


def _began(action: Action) -> Span:
    """The days on which it may have begun."""
    known = action.day or action.start
    return known if known and not action.some_day else action.span


def ended(action: Action) -> Span:
    """The days on which it may have ended."""
    known = action.day or action.end
    return known if known and not action.some_day else action.span


def _on_taken_days(actions: Iterable[Action]) -> frozenset[str]:
    """The ids of those that may have ended on the same day as another that counts.

    The first to end goes before: so as many as possible are certain to be on days of their own.
    """
    repeated: set[str] = set()
    taken = date.min
    for action in sorted(actions, key=lambda action: ended(action).last):
        days = ended(action)
        if days.first > taken:
            taken = days.last
        else:
            repeated.add(action.id)
    return frozenset(repeated)
