"""What a promise's own words say that can be counted: how many, how often, how soon, by when.

Read so that a miss is likelier than a mistake: only numbers that plainly tell what is promised.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from followup.model import Interval, TimeLimit, Unit

Bound = Literal["minst", "högst"]


@dataclass(frozen=True)
class Said:
    """Some words of a text, and where they begin in it."""

    words: str
    offset: int

    @property
    def end(self) -> int:
        return self.offset + len(self.words)


@dataclass(frozen=True)
class SaidNumber(Said):
    """”Minst åtta”, ”två gånger” or ”sex möten”. `bound` is what stands before it, if anything."""

    number: int
    bound: Bound | None


@dataclass(frozen=True)
class SaidOften(Said):
    """”Två kvällar i veckan”; ”varje vecka” gives no number. ”Varannan vecka” is its own thing."""

    number: int | None
    every: Interval
    is_every_other: bool = False


@dataclass(frozen=True)
class SaidSoon(Said):
    """”Inom 24 timmar”."""

    limit: TimeLimit


@dataclass(frozen=True)
class SaidDay(Said):
    """”Senast den 30 juni 2018”, with or without the year."""

    day: int
    month: int
    year: int | None


def numbers(text: str, units: tuple[Unit, ...]) -> Iterator[SaidNumber]:
    """The numbers that tell how many: after ”minst”, before ”gånger”, or of one of the units."""
    nouns = tuple(form.casefold() for unit in units for form in (unit.one, unit.many))
    for found in _COUNT.finditer(text):
        bound, number = _BOUNDS.get(_plain(found["bound"] or "")), _value(found["number"])
        after = _following(text, found.end())
        if _is_something_else(text[: found.start()], found["number"], after):
            continue
        length = _until_noun(after, ("gånger", *nouns)) if number > 1 or bound else 0
        if bound or length:
            end = _end_of_words(text, found.end(), length)
            yield SaidNumber(text[found.start() : end], found.start(), number, bound)


def all_numbers(text: str) -> frozenset[int]:
    """Every number in the text, whatever it is of."""
    return frozenset(_value(found[0]) for found in _ANY_NUMBER.finditer(text))


def often(text: str) -> Iterator[SaidOften]:
    """What the text says of how often."""
    for found in _TIMES.finditer(text):
        number, every = found["number"], _INTERVALS[found["every"].casefold()]
        if number is None:
            is_other = found["which"].casefold() != "varje"
            yield SaidOften(found[0], found.start(), None, every, is_other)
        elif found["noun"].casefold() not in _MEASURED:
            yield SaidOften(found[0], found.start(), _value(number), every)


def soon(text: str) -> Iterator[SaidSoon]:
    """What the text says of how soon."""
    for found in _WITHIN.finditer(text):
        limit = TimeLimit(_value(found["number"]), _TIME_UNITS[found["unit"].casefold()])
        yield SaidSoon(found[0], found.start(), limit)


def deadlines(text: str) -> Iterator[SaidDay]:
    """What the text says of the last day."""
    for found in _BY_DAY.finditer(text):
        month = _MONTHS.index(found["month"].casefold()) + 1
        year = int(found["year"]) if found["year"] else None
        yield SaidDay(found[0], found.start(), int(found["day"]), month, year)


_ONES = "noll en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton "
_ONES += "sjutton arton nitton"
_TENS = "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio"
_VALUES: dict[str, int] = {word: number for number, word in enumerate(_ONES.split())}
_VALUES |= {word: number * 10 for number, word in enumerate(_TENS.split(), start=2)}
_VALUES |= {
    ten + one: _VALUES[ten] + _VALUES[one] for ten in _TENS.split() for one in _ONES.split()[1:10]
}
_VALUES |= {"ett": 1, "hundra": 100, "etthundra": 100, "tvåhundra": 200, "tusen": 1000}

_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
    "oktober", "november", "december"
)  # fmt: skip
_BOUNDS: dict[str, Bound] = {
    "minst": "minst",
    "lägst": "minst",
    "åtminstone": "minst",
    "högst": "högst",
    "max": "högst",
    "maximalt": "högst",
    "upp till": "högst",
}
_INTERVALS: dict[str, Interval] = {
    **dict.fromkeys(("dag", "dagen", "dygn", "dygnet"), "dygn"),
    **dict.fromkeys(("vecka", "veckan"), "vecka"),
    **dict.fromkeys(("månad", "månaden"), "månad"),
    **dict.fromkeys(("kvartal", "kvartalet"), "kvartal"),
    **dict.fromkeys(("tertial", "tertialet"), "tertial"),
    **dict.fromkeys(("år", "året"), "år"),
}
_TIME_UNITS: dict[str, Literal["timmar", "dygn", "veckor", "arbetsdagar"]] = {
    "timme": "timmar",
    "timmar": "timmar",
    "dygn": "dygn",
    "dag": "dygn",
    "dagar": "dygn",
    "vecka": "veckor",
    "veckor": "veckor",
    "arbetsdag": "arbetsdagar",
    "arbetsdagar": "arbetsdagar",
    "vardagar": "arbetsdagar",
}
# What a number may be of without telling how many times a promise is kept.
_MEASURED = frozenset(
    (
        *("år", "månader", "veckor", "dagar", "dygn", "timmar", "timme", "minuter"),
        *("procent", "kronor", "kr", "kilometer", "meter"),
        *("aktörer", "boende", "deltagare", "elever", "parter", "personer", "poliser", "tjänster"),
        *("unga", "ungdomar", "vuxna"),
    )
)
# Before a number that is a condition, a name or a part of something longer.
_BEFORE = re.compile(
    r"(?:\b(?:den|de|dessa|alla|kl\.?|klockan|med|av|för|på|i|vid|från|till|om|hos|åt|inom|under|"
    r"kapitel|kap\.|årskurs|åk|punkt|nummer|nr|väg|linje)|§|\d[.,:/–-])\s*\Z",
    re.IGNORECASE,
)
_DIGITS = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d{1,4}"
_WORDS = "|".join(sorted(_VALUES, key=len, reverse=True))
_ANY = rf"(?<![\w.,:/§–-])(?:{_DIGITS}|{_WORDS})(?![\w%:/–-]|[.,]\d)"
_BOUND = r"\b(?:minst|lägst|åtminstone|högst|max|maximalt|upp\s+till)"
_DEFINITE = "dagen|dygnet|veckan|månaden|kvartalet|tertialet|året"
_INDEFINITE = "dag|dygn|vecka|månad|kvartal|tertial|år"
_ANY_NUMBER = re.compile(_ANY, re.IGNORECASE)
_COUNT = re.compile(rf"(?:(?P<bound>{_BOUND})\s+)?(?P<number>{_ANY})", re.IGNORECASE)
_TIMES = re.compile(
    rf"(?:(?:(?:{_BOUND}\s+)?(?P<number>{_ANY})(?:\s+[\w-]+){{0,2}}?\s+(?P<noun>[\w-]+)\s+"
    rf"(?:(?:i|om)\s+(?=(?:{_DEFINITE})\b)|(?:per|varje)\s+(?=(?:{_INDEFINITE})\b)))"
    rf"|\b(?P<which>varje|varannan|vartannat)\s+(?=(?:{_INDEFINITE})\b))(?P<every>\w+)",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    rf"\binom\s+(?P<number>{_ANY})\s+(?P<unit>{'|'.join(_TIME_UNITS)})\b", re.IGNORECASE
)
_BY_DAY = re.compile(
    rf"\bsenast\s+(?:den\s+)?(?P<day>\d{{1,2}})\s+(?P<month>{'|'.join(_MONTHS)})\b"
    r"(?:\s+(?P<year>(?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(r"(?:[ \u00a0\n]+[\w-]+){0,6}")
_YEAR = re.compile(r"(?:19|20)\d\d")


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


def _value(number: str) -> int:
    digits = "".join(number.split())
    return int(digits) if digits.isdecimal() else _VALUES[number.casefold()]


def _following(text: str, offset: int) -> list[str]:
    """The next words, up to a comma or a full stop."""
    found = _FOLLOWING.match(text, offset)
    return _plain(found[0]).split() if found else []


def _is_something_else(before: str, number: str, after: list[str]) -> bool:
    """True for a year, a date, an age, an amount, a condition or the number of something."""
    is_of_other = after[:1] and (after[0] in _MEASURED or after[0] in _MONTHS)
    return bool(is_of_other or _YEAR.fullmatch(number) or _BEFORE.search(before[-20:]))


def _until_noun(after: list[str], nouns: tuple[str, ...]) -> int:
    """How many words there are to one of the nouns; 0 when another comes first.

    Words such as ”i förväg planerade gemensamma” may stand before it.
    """
    for number, word in enumerate(after, start=1):
        if word.endswith(nouns):
            return number
        if word not in ("i", "förväg") and not word.endswith(("a", "e")):
            return 0
    return 0


def _end_of_words(text: str, offset: int, count: int) -> int:
    found = re.compile(rf"(?:\s+[\w-]+){{{count}}}").match(text, offset)
    return found.end() if found else offset
