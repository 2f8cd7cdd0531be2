"""A number that holds for each place or unit: how many of them got what was promised."""

from collections.abc import Iterable
from dataclasses import dataclass

from followup.progress.overlap import Overlap
from followup.progress.result import PlaceResult, Quote, Score, State
from followup.progress.seasons import cover
from followup.progress.tally import accuracy_of
from followup.progress.told import Told


def unit_score(told: Told, places: tuple[PlaceResult, ...]) -> Score | None:
    """How many places or units were reached; None where nobody has said how many there are.

    A report on the whole of the target's time is used as it stands. One on a part of it proves
    that so many were reached; what is known of the places one by one may prove more.
    """
    rows = tuple(
        _Reached.of_row(quote) for quote in told.figures if quote.row.units_reached is not None
    )
    states = [place.target.state for place in places]
    kept, missed = states.count("genomförd"), sum(state in _MISSED for state in states)
    if whole := _whole(rows, told.overlap):
        left = (whole.of or whole.reached) - whole.reached
        is_exact = accuracy_of(whole.quote) == "exakt"
        return Score(whole.reached, left if is_exact else 0, 0 if is_exact else left)
    kept = max([kept, *(row.reached for row in rows)])
    total = max([len(places), kept, *(row.of or 0 for row in rows)])
    if not total and not rows:
        return None
    is_open = not places and not any(row.of for row in rows)
    missed = min(missed, total - kept)
    return Score(kept, missed, total - kept - missed, is_open=is_open)


@dataclass(frozen=True)
class _Reached:
    """What a row says: so many reached, perhaps of so many."""

    quote: Quote
    reached: int
    of: int | None

    @staticmethod
    def of_row(quote: Quote) -> "_Reached":
        return _Reached(quote, quote.row.units_reached or 0, quote.row.units)


def _whole(rows: Iterable[_Reached], overlap: Overlap) -> _Reached | None:
    """The row on all of the target's time; of several the one that says the least."""
    found = (
        row
        for row in rows
        if row.of is not None
        and row.quote.row.start
        and row.quote.report.share == "hela"
        and accuracy_of(row.quote) != "ungefär"
        and cover([row.quote.row.span], overlap.own_time)
    )
    return min(found, key=lambda row: (row.reached, row.quote.report.id), default=None)


_MISSED: frozenset[State] = frozenset({"delvis genomförd", "inte genomförd", "utgår"})
