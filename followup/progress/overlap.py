"""Which figures and actions may speak of the same things, and so must not be added."""

from dataclasses import dataclass, replace

from followup.model import Action, Span
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

        Own shares of different parties do not, unless one party is part of the other.
        """
        if not self.range(quote).meets(self.range(other)):
            return False
        if "hela" in (quote.report.share, other.report.share):
            return True
        return self._are_one(quote.report.told_by, other.report.told_by)

    def disagrees(self, quote: Quote, other: Quote) -> bool:
        """True when the two give different figures for the very same thing."""
        whose = [q.report.told_by if q.report.share == "egen del" else None for q in (quote, other)]
        is_same = self.range(quote) == self.range(other) and whose[0] == whose[1]
        return is_same and quote.row.number != other.row.number

    def holds(self, quote: Quote, action: Action) -> bool:
        """True when the action may be in the figure: it ended in its range, and is no one else's.

        A party's own share holds only that in which it, or a part of it, took part.
        """
        span = self.range(quote)
        if not span.first <= action.span.last <= span.last:
            return False
        if quote.report.share == "hela" or not action.parties:
            return True
        return any(self._are_one(quote.report.told_by, party) for party in action.parties)

    def weight(self, quote: Quote) -> tuple[int, int, int, str]:
        """Sorts the figure to use first: the whole, then the larger party, then the wider range.

        Of figures for the same range the lower comes first.
        """
        depth = 0
        if quote.report.share == "egen del":
            depth = len(self.belonging.took_part([quote.report.told_by]))
        days = self.range(quote).days
        return (depth, -days, quote.row.number or 0, quote.report.id)

    def _are_one(self, party: str, other: str) -> bool:
        """True when they are the same party, or one is part of the other."""
        wholes = self.belonging.took_part
        return party in wholes([other]) or other in wholes([party])
