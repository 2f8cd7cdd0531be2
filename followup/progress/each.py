"""A number that holds for each place or unit: how many of them got what was promised."""

from followup.progress.bounds import uncertainty
from followup.progress.overlap import merged
from followup.progress.result import PlaceResult, Quote, Score, State
from followup.progress.seasons import cover
from followup.progress.tally import accuracy_of
from followup.progress.told import Told


def unit_score(told: Told, places: tuple[PlaceResult, ...], is_final: bool) -> Score | None:
    """How many places or units were reached; None where nobody has said how many there are.

    A report on the whole of the target's time is used as it stands; of several that differ the
    lower, and what only some of them say was missed is not known. One on a part of the time proves
    that so many were reached; what is known of the places one by one may prove more. When the last
    word is said no more were reached than the reports say together.
    """
    rows = merged(quote for quote in told.figures if quote.row.units_reached is not None)
    if whole := tuple(quote for quote in rows if _is_whole(quote, told)):
        return _agreed(whole)
    states = [place.target.state for place in places]
    kept = max([states.count("genomförd"), *map(_least, rows)])
    total = max([len(places), kept, *(quote.row.units or 0 for quote in rows)])
    if not total and not rows:
        return None
    is_open = not places and not any(quote.row.units for quote in rows)
    missed = sum(state in _MISSED for state in states)
    if is_final and rows and all(accuracy_of(quote) == "exakt" for quote in rows):
        missed = max(missed, total - sum(quote.row.units_reached or 0 for quote in rows))
    missed = min(missed, total - kept)
    return Score(kept, missed, total - kept - missed, is_open=is_open)


def _is_whole(quote: Quote, told: Told) -> bool:
    """True when a report says how many there are, and is for all of the target's time."""
    if quote.row.units is None or accuracy_of(quote) == "ungefär" or not quote.row.start:
        return False
    is_of_all = quote.report.share == "hela" and told.is_everywhere(quote)
    return is_of_all and cover([quote.row.span], told.overlap.own_time)


def _agreed(whole: tuple[Quote, ...]) -> Score:
    """What all of the reports say was reached, and missed."""
    total = max(quote.row.units or 0 for quote in whole)
    kept = min(quote.row.units_reached or 0 for quote in whole)
    missed = min(_missed(quote) for quote in whole)
    return Score(kept, missed, total - kept - missed)


def _missed(quote: Quote) -> int:
    """How many were missed for certain: what is only a floor may be more."""
    left = (quote.row.units or 0) - (quote.row.units_reached or 0)
    return left if accuracy_of(quote) == "exakt" else 0


def _least(quote: Quote) -> int:
    reached = quote.row.units_reached or 0
    return max(0, reached - uncertainty(reached)) if quote.row.accuracy == "ungefär" else reached


_MISSED: frozenset[State] = frozenset({"delvis genomförd", "inte genomförd", "utgår"})
