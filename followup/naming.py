"""Wording that needs the names of parties and places, or a stretch of time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from followup.model import Action, CountingRule, Party, Place, Report, Row, Site, Span
from followup.progress.result import Quote, Reason
from followup.swedish import capitalise, days, listing, numeral


def span(value: Span) -> str:
    """A date as exact as its source."""
    return days(value.first, value.last)


@dataclass(frozen=True)
class Words:
    """The wording that needs names of parties and places."""

    parties: Mapping[str, Party]
    places: Mapping[str, Place]

    @staticmethod
    def of(site: Site) -> "Words":
        return Words({p.id: p for p in site.parties}, {p.id: p for p in site.places})

    def party_names(self, ids: Iterable[str]) -> str:
        return listing([self.parties[id].short_name for id in ids if id in self.parties])

    def place_names(self, ids: Iterable[str]) -> str:
        return listing([self.places[id].name for id in ids if id in self.places])

    def reason(self, reason: Reason) -> str:
        """Why something did not count, as the end of a sentence."""
        match reason.kind:
            case "part saknas":
                return f"{self.party_names(reason.ids)} deltog inte"
            case "annan plats":
                return f"platsen ingår inte ({self.place_names(reason.ids)})"
        return _REASONS[reason.kind]

    def rule(self, rule: CountingRule) -> tuple[str, ...]:
        """The conditions of a counting rule, each as the end of "Det räknas om …"."""
        conditions = []
        if rule.planned_ahead:
            conditions.append("den var planerad i förväg")
        if rule.parties:
            both = "både " if len(rule.parties) == 2 else ""
            conditions.append(f"{both}{self.party_names(rule.parties)} deltog")
        if rule.at_least_parties:
            conditions.append(f"minst {numeral(rule.at_least_parties)} aktörer deltog")
        if rule.places:
            names = [self.places[id].name for id in rule.places if id in self.places]
            conditions.append(f"platsen var {_either(names)}")
        if rule.distinct_days:
            conditions.append("den var på en dag som inte redan är räknad")
        return tuple(conditions)

    def verdict(self, quote: Quote) -> str:
        """A party's own verdict: `Senarelagd enligt Polisen. Skäl: personalbrist.`"""
        row = quote.row
        who = self.party_names([quote.report.told_by])
        said = f"{capitalise(row.verdict or 'pågår')} enligt {who}."
        if row.reason in ("ej angiven", "ej angivet"):
            return f"{said} Skälet är inte angivet."
        return f"{said} Skäl: {row.reason.rstrip('.')}." if row.reason else said

    def report_range(self, report: Report) -> str:
        """What a report covers: `maj–juli 2018`, or `till och med 31 juli 2018`."""
        return _range(report.start, report.end)

    def row_range(self, row: Row) -> str:
        """What a row of a report covers."""
        return _range(row.start, row.end or row.span)

    def action_title(self, action: Action, measure: str) -> str:
        """The action's own heading, or one from its measure and place."""
        if action.heading:
            return action.heading
        places = self.place_names(action.places)
        return f"{measure}, {places}" if places else measure


_REASONS: Mapping[str, str] = {
    "inställd": "ställdes in",
    "inte planerad": "den var inte planerad i förväg",
    "planering okänd": "det är inte sagt att den planerades i förväg",
    "parter okända": "det är inte sagt vilka som deltog",
    "för få parter": "för få aktörer deltog",
    "plats okänd": "det är inte sagt var den var",
    "samma dag": "dagen är redan räknad",
    "annan tid": "den låg utanför tiden som löftet gäller",
    "avsåg annat": "siffran avser något annat än löftet",
    "oklart vad": "det är oklart om siffran avser det som löftet säger",
}


def _range(start: Span | None, end: Span) -> str:
    if start is None:
        return f"till och med {span(end)}"
    return days(start.first, end.last)


def _either(names: list[str]) -> str:
    """`Bro centrum, stationsområdet i Bro eller centrala Kungsängen`."""
    return " eller ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
