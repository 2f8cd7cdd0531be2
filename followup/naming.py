"""Wording that needs names, of parties, places and what is counted, or a stretch of time."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from followup.model import (
    Action,
    CountingRule,
    Measure,
    Party,
    Place,
    Report,
    Row,
    Site,
    Span,
    Target,
    TargetKind,
    Unit,
    Verdict,
)
from followup.progress.result import Quote, Reason
from followup.swedish import Gender, capitalise, days, listing, numeral


def span(value: Span) -> str:
    """A date as exact as its source."""
    return days(value.first, value.last)


def on(value: Span) -> str:
    """When, as a sentence says it: `den 14 mars 2018`, `i mars 2018`, `under 2018`."""
    following = date.fromordinal(value.last.toordinal() + 1)
    if value.first.day != 1 or following.day != 1:
        return f"den {span(value)}"
    is_one_month = (value.first.year, value.first.month) == (value.last.year, value.last.month)
    return f"{'i' if is_one_month else 'under'} {span(value)}"


def happened(action: Action) -> str:
    """When an action was, as a sentence says it: `den 14 mars 2018`, `någon gång under 2018`."""
    if action.some_day:
        return f"någon gång under {span(action.span)}"
    return on(action.span)


def months(firsts: Iterable[date]) -> str:
    """Months by their first days: `januari–mars 2018 och juli 2018`."""
    stretches: list[Span] = []
    for first in firsts:
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        if stretches and stretches[-1].last + timedelta(days=1) == first:
            stretches[-1] = Span(stretches[-1].first, last)
        else:
            stretches.append(Span(first, last))
    return listing([span(stretch) for stretch in stretches])


def gender(unit: Unit) -> Gender:
    """`ett` for words like tillfälle/tillfällen and besök/besök, otherwise `en`.

    Judged by the last word that differs: in ”möte med unga/möten med unga” that is möte/möten.
    """
    pairs = list(zip(unit.one.split(), unit.many.split(), strict=False))
    one, many = next((pair for pair in reversed(pairs) if pair[0] != pair[1]), pairs[-1])
    if one == many:
        return "en" if one.endswith(_UNCHANGED_PERSONS) else "ett"
    is_adjective = one.endswith("t") and many.endswith("a")
    return "ett" if many == one + "n" or is_adjective or one.endswith("um") else "en"


def agreeing(participle: str, n: int, unit: Unit) -> str:
    """A participle as it stands beside `n` units: `genomförd`, `genomfört`, `genomförda`."""
    if n == 1:
        return participle if gender(unit) == "en" else f"{participle[:-1]}t"
    if n == 0:
        return agreeing(participle, 1, unit)
    return participle + ("e" if participle.endswith("ad") else "a")


def definite_plural(unit: Unit) -> str:
    """`insatserna`, `tillfällena`, `besöken`; `alla` where the two forms do not tell."""
    one, many = unit.one, unit.many
    if many.endswith("are") and " " not in many:
        return f"{many[:-1]}na"
    if " " in many or (one == many and one.endswith(_UNSURE)):
        return "alla"
    if many in (one, one + "n"):
        return f"{many}en" if many == one else f"{many}a"
    return f"{many}na" if many.endswith(("ar", "er", "or")) else "alla"


def part_name(measure: Measure, target: Target) -> str | None:
    """What to call a target where there are several; None where there is only one.

    What is counted, when that differs between them; otherwise its place in the list. An id has no
    å, ä and ö, and is not for readers.
    """
    if len(measure.targets) < 2:
        return None
    units = [other.unit.many for other in measure.targets if other.kind in _OF_UNITS]
    if len(set(units)) == len(measure.targets):
        return capitalise(target.unit.many)
    place = [other.id for other in measure.targets].index(target.id)
    return f"Del {numeral(place + 1, 'ett')}"


_OF_UNITS = ("antal", "frekvens", "vid_behov")


# The same in singular and plural: deltagare, studerande, tekniker.
_UNCHANGED_PERSONS = ("are", "ande", "ende", "iker")
# Those that lose or double a letter in the definite plural (fönster, tecken, program) or may.
_UNSURE = ("er", "el", "en", "m", "a", "e", "i", "o", "u", "y", "å", "ä", "ö")


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

    def full_names(self, ids: Iterable[str]) -> str:
        """As the parties sign: `Polismyndigheten och Upplands-Bro kommun`."""
        return listing([self.parties[id].name for id in ids if id in self.parties])

    def place_names(self, ids: Iterable[str]) -> str:
        return listing([self.places[id].name for id in ids if id in self.places])

    def in_a_sentence(self, heading: str) -> str:
        """A heading inside a sentence: with a small letter, unless it begins with a name."""
        first = re.split(r"[\s-]", heading)[0]
        known = [place.name for place in self.places.values()]
        known += [n for party in self.parties.values() for n in (party.name, party.short_name)]
        names = {word for name in known for word in name.split()}
        is_name = bool({first, first.removesuffix("s")} & names) or first[1:] != first[1:].lower()
        return heading if is_name else heading[:1].lower() + heading[1:]

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
            noun = "aktör" if rule.at_least_parties == 1 else "aktörer"
            conditions.append(f"minst {numeral(rule.at_least_parties)} {noun} deltog")
        if rule.places:
            names = [self.places[id].name for id in rule.places if id in self.places]
            conditions.append(f"platsen var {_either(names)}")
        if rule.distinct_days:
            conditions.append("den var på en dag som inte redan är räknad")
        return tuple(conditions)

    def verdict(self, quote: Quote, kind: TargetKind = "löpande") -> str:
        """A party's own verdict: `Enligt Polisen är åtgärden senarelagd. Skäl: personalbrist.`"""
        row = quote.row
        who = self.party_names([quote.report.told_by])
        verdicts = _VERDICTS | (_STANDING if kind == "stående" else {})
        said = f"Enligt {who} {verdicts[row.verdict or 'pågår']}."
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


_VERDICTS: dict[Verdict, str] = {
    "pågår": "pågår arbetet",
    "fortsätter": "fortsätter arbetet",
    "genomförd": "är åtgärden genomförd",
    "delvis genomförd": "är åtgärden delvis genomförd",
    "inte genomförd": "är åtgärden inte genomförd",
    "senarelagd": "är åtgärden senarelagd",
    "utgår": "utgår åtgärden",
}
# Of a benefit that holds, rather than of work that is done.
_STANDING: dict[Verdict, str] = {
    "pågår": "gäller det",
    "fortsätter": "gäller det fortfarande",
    "genomförd": "är det infört",
    "delvis genomförd": "gäller det till viss del",
    "inte genomförd": "gäller det inte",
    "utgår": "har det upphört",
}
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
