"""What is kept or not one by one, in Swedish: weeks, places, cases, requests."""

from collections.abc import Mapping
from dataclasses import dataclass

from followup.model import Interval, Target, TimeLimit, Unit
from followup.naming import agreeing, definite_plural, gender
from followup.progress.result import Score, TargetResult
from followup.swedish import capitalise, number, numeral
from followup.wording.counts import is_under_way
from followup.wording.numbers import approximately, counted


def score_figure(target: TargetResult) -> str | None:
    """`7 av 9 veckor hållna`, `18 av 20 ärenden inom 24 timmar`; None where nothing is known."""
    score = target.score
    if score is None:
        return None
    terms = _Terms.of(target.target)
    of = f"{number(score.told)} {_noun(score.told, terms.unit)}"
    if terms.is_case and score.unknown == score.told:
        return of
    if score.is_open:
        return f"{number(score.kept)} {_noun(score.kept, terms.unit)}{terms.kept(score.kept)}"
    if score.told and (score.kept or not score.unknown or isinstance(terms.target.per, Unit)):
        agreed = terms.kept(1 if score.told == 1 else score.kept)
        return f"{terms.lead}{_surely(target, score)}{number(score.kept)} av {of}{agreed}"
    if score.missed and terms.is_interval:
        return f"minst {number(score.missed)} av {of} missade"
    return None


def _surely(target: TargetResult, score: Score) -> str:
    """`minst ` where some are unknown; while work goes on a place without a report is only left."""
    is_floor = score.unknown and not (target.target.per and is_under_way(target))
    return "minst " if is_floor else approximately(score.accuracy)


def score_sentences(target: TargetResult) -> tuple[str, ...]:
    """The same in full sentences: how many were kept, how many not, and of how many it is unknown.

    Empty where there is nothing to say.
    """
    score = target.score
    if score is None or target.reported_to is None:
        return ()
    terms = _Terms.of(target.target)
    if terms.is_case and not score.told:
        return (f"Inga {'ärenden' if terms.target.within else 'önskemål'} har kommit in.",)
    if terms.is_case and score.unknown == score.told:
        return _of_no_outcome(score, terms)
    if not score.told:
        return ()
    said = (_kept(target, score), _missed(target, score), _unknown(target, score))
    return tuple(sentence for sentence in said if sentence)


def beside_the_figure(target: TargetResult) -> tuple[str, ...]:
    """The sentences of the score that its figure does not say already."""
    return score_sentences(target)[1 if score_figure(target) else 0 :]


def says_what_is_unknown(target: TargetResult) -> bool:
    """True when the sentences of the score say already what there is no telling of."""
    score = target.score
    return score is not None and bool(score.is_open or score.unknown)


def limit(value: TimeLimit) -> str:
    """`24 timmar`, `ett dygn`, `tre arbetsdagar`."""
    return counted(value.amount, _LIMITS[value.unit])


@dataclass(frozen=True)
class _Terms:
    """What is counted, and what is said of one that is kept or missed."""

    target: Target
    unit: Unit

    @staticmethod
    def of(target: Target) -> "_Terms":
        if isinstance(target.per, Unit):
            return _Terms(target, target.per)
        if target.per:
            return _Terms(target, _PLACE)
        if target.every:
            return _Terms(target, _INTERVALS[target.every])
        if target.unit == Unit("insats", "insatser"):
            return _Terms(target, _CASE if target.kind == "svarstid" else _REQUEST)
        return _Terms(target, target.unit if target.within else _wished(target.unit))

    @property
    def is_interval(self) -> bool:
        return self.target.every is not None and self.target.per is None

    @property
    def is_case(self) -> bool:
        return self.target.kind in ("svarstid", "vid_behov") and self.target.per is None

    @property
    def lead(self) -> str:
        """What stands before the numbers, for places and units."""
        return f"Uppfyllt {self.at} " if self.target.per else ""

    @property
    def at(self) -> str:
        return "på" if self.target.per == "plats" else "för"

    def kept(self, n: int) -> str:
        """What `n` of them are, after the noun: `hållna`, `inom 24 timmar`, `uppfyllda`."""
        if self.target.per:
            return ""
        if self.target.within:
            return f" inom {limit(self.target.within)}"
        return f" {_held(n, self.unit) if self.is_interval else self.met(n)}"

    def met(self, n: int) -> str:
        """What requests are when they are met: `uppfyllda`, but lectures are `genomförda`."""
        is_request = self.unit.one.endswith(_REQUESTED)
        return agreeing("uppfylld" if is_request else "genomförd", n or 2, self.unit)


def _kept(target: TargetResult, score: Score) -> str | None:
    terms = _Terms.of(target.target)
    if score.is_open:
        return _open(score, terms)
    if not score.kept and score.unknown and not isinstance(terms.target.per, Unit):
        return None
    who = _share(target, score, terms.unit)
    if target.target.per:
        return _at_each(target, score, terms)
    if terms.target.within:
        return f"{capitalise(who)} klarades inom {limit(terms.target.within)}."
    if terms.is_interval and not score.kept:
        return f"{capitalise(_all(score, terms.unit))}{_so_far(score)} {_failed(terms)}."
    if terms.is_interval:
        return f"{capitalise(who)}{_so_far(score)} är {_held(_agreeing(score), terms.unit)}."
    return f"{capitalise(who)} är {terms.met(_agreeing(score))}."


def _so_far(score: Score) -> str:
    return " hittills" if score.coming and score.told > 1 else ""


def _failed(terms: _Terms) -> str:
    """What intervals did that were not kept."""
    return "gick över gränsen" if terms.target.at_most is not None else "missades"


def _share(target: TargetResult, score: Score, unit: Unit) -> str:
    """`sju av nio veckor`, `minst sju av nio veckor`, `alla nio veckor`, `ingen av nio veckor`."""
    of = counted(score.told, unit)
    if not score.kept:
        return f"{'ingen' if gender(unit) == 'en' else 'inget'} av {of}"
    if score.kept == score.told:
        return _all(score, unit)
    return f"{_surely(target, score)}{numeral(score.kept, gender(unit))} av {of}"


def _all(score: Score, unit: Unit) -> str:
    """`alla nio veckor`, `båda veckorna`, `en vecka`."""
    of, them = counted(score.told, unit), definite_plural(unit)
    if score.told == 1:
        return of
    return f"båda {them}" if score.told == 2 and them != "alla" else f"alla {of}"


def _of_no_outcome(score: Score, terms: _Terms) -> tuple[str, ...]:
    """So many came in, of none of which it is told how it went."""
    one = score.told == 1
    which = "Om det" if one else "Hur många som"
    done = f"klarades inom {limit(terms.target.within)}" if terms.target.within else "uppfylldes"
    told = capitalise(counted(score.told, terms.unit))
    return (f"{told} har kommit in.", f"{which} {done} är inte redovisat.")


def _agreeing(score: Score) -> int:
    """The number that the participle agrees with: one kept of nine is `hållen`, none too."""
    return score.told if score.kept == score.told else score.kept or 1


def _at_each(target: TargetResult, score: Score, terms: _Terms) -> str:
    still = " än" if is_under_way(target) and not score.kept else ""
    if score.kept:
        return f"Löftet är uppfyllt {terms.at} {_share(target, score, terms.unit)}."
    none = "någon" if gender(terms.unit) == "en" else "något"
    of = counted(score.told, terms.unit)
    return f"Löftet är inte uppfyllt {terms.at} {none} av {of}{still}."


def _open(score: Score, terms: _Terms) -> str:
    """So many were kept, of nobody has said how many."""
    said = capitalise(counted(score.kept, terms.unit))
    if terms.target.per:
        told = f"Löftet är uppfyllt {terms.at} {counted(score.kept, terms.unit)}."
    elif terms.target.within:
        told = f"{said} klarades inom {limit(terms.target.within)}."
    else:
        told = f"{said} är {terms.met(score.kept)}."
    return f"{told} Hur många det var i allt är inte redovisat."


def _missed(target: TargetResult, score: Score) -> str | None:
    """How many were missed for certain; said of intervals, which cannot be made up for."""
    terms = _Terms.of(target.target)
    if not score.missed or not terms.is_interval:
        return None
    n = numeral(score.missed, gender(terms.unit))
    if score.unknown and not score.kept:
        return f"Minst {n} av {counted(score.told, terms.unit)} {_failed(terms)}."
    least = "Minst " if score.unknown else ""
    return f"{capitalise(least + n)} {_failed(terms)}." if score.kept else None


def _unknown(target: TargetResult, score: Score) -> str | None:
    """Of how many the reports are not enough. Places may get theirs as long as work goes on."""
    terms = _Terms.of(target.target)
    if not score.unknown or (terms.target.per and is_under_way(target)):
        return None
    if not score.kept and score.missed and score.unknown > 1:
        return "För de andra räcker uppgifterna inte."
    return f"För {counted(score.unknown, terms.unit)} räcker uppgifterna inte."


def _noun(n: int, unit: Unit) -> str:
    return unit.one if n == 1 else unit.many


def _held(n: int, unit: Unit) -> str:
    if n != 1:
        return "hållna"
    return "hållen" if gender(unit) == "en" else "hållet"


def _wished(unit: Unit) -> Unit:
    """`önskad föreläsning`, `önskade föreläsningar`; a request is one as it stands."""
    if unit.one.endswith(_REQUESTED):
        return unit
    return Unit(f"{agreeing('önskad', 1, unit)} {unit.one}", f"önskade {unit.many}")


_INTERVALS: Mapping[Interval, Unit] = {
    "dygn": Unit("dygn", "dygn"),
    "vecka": Unit("vecka", "veckor"),
    "månad": Unit("månad", "månader"),
    "kvartal": Unit("kvartal", "kvartal"),
    "tertial": Unit("tertial", "tertial"),
    "år": Unit("år", "år"),
}
_LIMITS = {
    "timmar": Unit("timme", "timmar"),
    "dygn": Unit("dygn", "dygn"),
    "veckor": Unit("vecka", "veckor"),
    "arbetsdagar": Unit("arbetsdag", "arbetsdagar"),
}
_PLACE = Unit("plats", "platser")
_CASE = Unit("ärende", "ärenden")
_REQUEST = Unit("önskemål", "önskemål")
_REQUESTED = ("önskemål", "begäran", "förfrågan", "ansökan", "anmälan", "beställning")
