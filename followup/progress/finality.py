"""Whether the last word is said of a target: only then can too little be called too little."""

from collections.abc import Iterable
from dataclasses import dataclass

from followup.model import Span
from followup.progress.result import Quote
from followup.progress.seasons import cover


@dataclass(frozen=True)
class Finality:
    """What it takes. `parties` are those that promised; `own_time` is the target's.

    `is_closed` is True when the whole promise has its final report, or each of the target's steps.
    """

    parties: tuple[str, ...]
    own_time: tuple[Span, ...]
    is_closed: bool

    def is_reached(self, quotes: tuple[Quote, ...], telling: tuple[Quote, ...]) -> bool:
        """True when a final report speaks of the target, or `telling` leave out no day of it.

        A report on a party's own share is the last word only when every party has given its own.
        """
        if self.is_closed or self._has_said_all(None, quotes, telling):
            return True
        each = (self._has_said_all(party, quotes, telling) for party in self.parties)
        return bool(self.parties) and all(each)

    def _has_said_all(
        self, party: str | None, quotes: tuple[Quote, ...], telling: tuple[Quote, ...]
    ) -> bool:
        if any(quote.report.is_final for quote in _told_for(party, quotes)):
            return True
        return cover(
            (
                quote.row.span
                for quote in _told_for(party, telling)
                if quote.row.start and not quote.report.incomplete
            ),
            self.own_time,
        )


def _told_for(party: str | None, quotes: Iterable[Quote]) -> Iterable[Quote]:
    """The reports on everything, and those of the party on its own share."""
    return (q for q in quotes if q.report.share == "hela" or q.report.told_by == party)
