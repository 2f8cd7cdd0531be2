"""Which figures and actions may speak of the same things, and so must not be added."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from followup.model import Accuracy, Action, Row, Span
from followup.progress.counting import Belonging
from followup.progress.result import Quote


@dataclass(frozen=True)
class Overlap:
    """Of one target. `own_time` is the days that it is about."""

    own_time: tuple[Span, ...]
    belonging: Belonging

    @property
    def period(self) -> Span:
        """From the first of the target's days to the last."""
        return Span(self.own_time[0].first, self.own_time[-1].last)

    def range(self, quote: Quote) -> Span:
        """The days that a figure is for: where it is not said from when, the period until then."""
        row = quote.row
        if row.start:
            return row.span
        return replace(row.span, first=min(self.period.first, row.span.first))

    def rivals(self, quote: Quote, other: Quote) -> bool:
        """True when the two may speak of the same things.

        Own shares of different parties do not, unless one party is part of the other; nor do
        figures for different places, unless one lies in the other.
        """
        if not self.range(quote).meets(self.range(other)) or self._are_apart(quote, other):
            return False
        if "hela" in (quote.report.share, other.report.share):
            return True
        return self._are_one(quote.report.told_by, other.report.told_by)

    def disagrees(self, quote: Quote, other: Quote) -> bool:
        """True when the two give different figures for the very same thing."""
        whose = [q.report.told_by if q.report.share == "egen del" else None for q in (quote, other)]
        is_same = self.range(quote) == self.range(other) and whose[0] == whose[1]
        same_places = set(quote.row.places) == set(other.row.places)
        return is_same and same_places and _counts(quote.row) != _counts(other.row)

    def held(self, quote: Quote, by_end: Sequence[Action]) -> tuple[Action, ...]:
        """Those that the figure may hold, of actions in the order of `in_order_of_end`."""
        days = self.range(quote)
        first = bisect_left(by_end, days.first, key=_last_day)
        last = bisect_right(by_end, days.last, key=_last_day)
        return tuple(action for action in by_end[first:last] if self.holds(quote, action))

    def holds(self, quote: Quote, action: Action) -> bool:
        """True when the action may be in the figure: it ended in its range, and is no one else's.

        A party's own share holds only that in which it, or a part of it, took part. A figure for a
        place holds only what was there.
        """
        span = self.range(quote)
        if not span.first <= action.span.last <= span.last:
            return False
        if self._is_elsewhere(action.places, quote.row.places):
            return False
        if quote.report.share == "hela" or not action.parties:
            return True
        return any(self._are_one(quote.report.told_by, party) for party in action.parties)

    def weight(self, quote: Quote) -> tuple[int | str, ...]:
        """Sorts the figure to use first: the whole, then the larger party, then the wider range.

        Of figures for the same range the one for everywhere comes first, then that for the larger
        area, then the lower: the one that proves less, whatever its file is called.
        """
        depth = 0
        if quote.report.share == "egen del":
            depth = len(self.belonging.took_part([quote.report.told_by]))
        days, row = self.range(quote).days, quote.row
        of = row.cases or row.requests or 0
        doubt = _LOWEST_FIRST.index("minst" if quote.report.incomplete else row.accuracy)
        first = self.range(quote).first.toordinal()
        lower = (row.number or 0, -of, doubt, first, quote.report.id)
        return (depth, -days, *self._narrowness(row.places), *lower)

    def _narrowness(self, places: tuple[str, ...]) -> tuple[int, int, int]:
        """Sorts everywhere first, and an area before those that lie in it."""
        outermost = sum(self.belonging.lies_in([place]) == {place} for place in places)
        return (bool(places), -outermost, -len(places))

    def _are_apart(self, quote: Quote, other: Quote) -> bool:
        one, two = quote.row.places, other.row.places
        return self._is_elsewhere(one, two) and self._is_elsewhere(two, one)

    def _is_elsewhere(self, places: tuple[str, ...], others: tuple[str, ...]) -> bool:
        """True when both are named and none of the places lies in, or around, one of the others."""
        if not places or not others:
            return False
        inside = self.belonging.lies_in
        return inside(places).isdisjoint(others) and inside(others).isdisjoint(places)

    def _are_one(self, party: str, other: str) -> bool:
        """True when they are the same party, or one is part of the other."""
        wholes = self.belonging.took_part
        return party in wholes([other]) or other in wholes([party])


def in_order_of_end(actions: Iterable[Action]) -> list[Action]:
    return sorted(actions, key=_last_day)


def _last_day(action: Action) -> date:
    return action.span.last


def merged(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """The rows of one report for the same days as one: they are parts, added."""
    groups: dict[tuple[str, Span | None, Span], list[Quote]] = {}
    for quote in quotes:
        key = (quote.report.id, quote.row.start, quote.row.end or quote.row.span)
        groups.setdefault(key, []).append(quote)
    return tuple(group[0] if len(group) == 1 else _sum(group) for group in groups.values())


def parts(figure: Quote, quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Those of `quotes` that a merged one is the sum of."""
    days = (figure.row.start, figure.row.end)
    return tuple(
        q for q in quotes if q.report.id == figure.report.id and (q.row.start, q.row.end) == days
    )


def vaguest(accuracies: Iterable[Accuracy]) -> Accuracy:
    """Any approximate part makes the sum approximate; a floor makes it a floor."""
    kinds = set(accuracies)
    return next((kind for kind in _VAGUEST_FIRST if kind in kinds), "exakt")


def _sum(group: list[Quote]) -> Quote:
    rows = [quote.row for quote in group]
    everywhere = any(not row.places for row in rows)
    places = () if everywhere else tuple(dict.fromkeys(p for row in rows for p in row.places))
    row = replace(
        rows[0],
        number=_added(row.number for row in rows),
        cases=_added(row.cases for row in rows),
        requests=_added(row.requests for row in rows),
        units=_added(row.units for row in rows),
        units_reached=_added(row.units_reached for row in rows),
        accuracy=vaguest(row.accuracy for row in rows),
        places=places,
        as_written=None,
        verdict=None,
    )
    return replace(group[0], row=row)


def _added(parts: Iterable[int | None]) -> int | None:
    """The sum, which is not known when one of the parts is not."""
    numbers = tuple(parts)
    known = tuple(number for number in numbers if number is not None)
    return sum(known) if len(known) == len(numbers) else None


def _counts(row: Row) -> tuple[int | None, ...]:
    return (row.number, row.cases, row.requests)


_LOWEST_FIRST: tuple[Accuracy, ...] = ("ungefär", "exakt", "minst", "drygt")
_VAGUEST_FIRST: tuple[Accuracy, ...] = ("ungefär", "drygt", "minst")
