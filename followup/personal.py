"""What in a text is about one person: numbers, addresses, plates and children's ages.

Personal numbers are checked here rather than by python-stdnum: it knows no samordningsnummer, takes
”today” from the clock and adds 27 ms to every start, for a sum of ten digits.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Kind = Literal[
    "personnummer",
    "kanske-personnummer",
    "telefonnummer",
    "e-postadress",
    "registreringsnummer",
    "barns-ålder",
    "gatunummer",
]


@dataclass(frozen=True)
class Found:
    """Something about a person, from `start` to `end` in the text."""

    kind: Kind
    start: int
    end: int


def masked(text: str) -> str:
    """The text with the last four digits of every personal number as stars: of the same length."""
    return _MASKABLE.sub(_starred, text)


@lru_cache(maxsize=20_000)
def found(text: str) -> tuple[Found, ...]:
    """Everything about a person in a text, in the order in which it stands there.

    Remembered, as one rule asks for each kind.
    """
    if not _WORTH_A_LOOK.search(text):
        return ()
    addresses = [match.span() for match in _WEB_ADDRESS.finditer(text)]
    taken: list[Found] = []
    for look in _LOOKS:
        for one in look(text):
            is_in_address = any(a <= one.start and one.end <= b for a, b in addresses)
            it = _in_address(one) if is_in_address else one
            if it and not any(it.start < other.end and other.start < it.end for other in taken):
                taken.append(it)
    return tuple(sorted(taken, key=lambda one: one.start))


def _in_address(one: Found) -> Found | None:
    """A long number in a web address is most often that of a page."""
    if one.kind == "personnummer":
        return Found("kanske-personnummer", one.start, one.end)
    return None


_WEB_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]+")
_WORTH_A_LOOK = re.compile(r"\d{3}|\d\d\D\d\d|@|år|\d ?[A-ZÅÄÖ]\b|aring|[a-zé] \(?\d")

# Personal numbers: 811218-9876, 19811218-9876, and with 60 added to the day.

_SHAPE = (
    r"(?P<year>(?:18|19|20)?\d\d)(?P<month>0[1-9]|1[0-2])"
    r"(?P<day>0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"
    r"(?P<sign>[-+–\u2011\u2212\u00a0\u202f ]?)(?P<last>\d{4})"
)
_EDGE = r"(?<![^\W_])(?<!\d[-.,:/+–])"
_END = r"(?![^\W_])(?![-.,:/–]\d)"
_MASKABLE = re.compile(rf"(?<!\d){_SHAPE}(?!\d)", re.ASCII)
_NUMBER = re.compile(_EDGE + _SHAPE + _END)
_BLANK = " "
_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")


def _starred(number: re.Match[str]) -> str:
    return f"{number[0][:-4]}****" if _is_day(number) else number[0]


def _numbers(text: str) -> Iterator[Found]:
    for number in _NUMBER.finditer(text):
        if kind := _kind_of(number):
            yield Found(kind, *number.span())


def _kind_of(number: re.Match[str]) -> Kind | None:
    """How sure it is. A blank, a time of day or a mobile number makes it doubtful."""
    if not _is_day(number):
        return None
    year, sign = number["year"], number["sign"]
    is_moment = len(year) == 4 and year > "2000" and _CLOCK.fullmatch(number["last"])
    is_mobile = not sign and len(year) == 2 and _MOBILE.fullmatch(number[0])
    is_doubtful = bool(sign == _BLANK or is_moment or is_mobile)
    if _has_check_digit(number):
        return "kanske-personnummer" if is_doubtful else "personnummer"
    is_shaped = sign in "-+–\u2011\u2212" if sign else year.startswith("19") and len(year) == 4
    return "kanske-personnummer" if is_shaped and not is_doubtful else None


def _is_day(number: re.Match[str]) -> bool:
    """True when the day exists, in some century when none is written."""
    written, month, day = number["year"], int(number["month"]), int(number["day"]) % 60
    years = (int(written),) if len(written) == 4 else (1900 + int(written), 2000 + int(written))
    return any(day <= monthrange(year, month)[1] for year in years)


def _has_check_digit(number: re.Match[str]) -> bool:
    """Every second digit is doubled; the sum of all digits is then whole tens."""
    digits = re.sub(r"\D", "", number[0])[-10:]
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(sum(divmod(n, 10)) for n in doubled) % 10 == 0


# Telephone. A registry number has a word before it; 020 and 077 lead to no one's own phone.

_GAP = "[ \u00a0]"
_DASH = f"(?:{_GAP}?[-–/]{_GAP}?)"
_GROUPS = rf"\d{{2,3}}(?:{_GAP}\d{{2,3}}){{1,3}}"
_MOBILE = re.compile(r"07[02369]\d{7}")
_PHONE = re.compile(
    rf"(?<![\w/.,-])(?:"
    rf"(?:\+46|0046){_GAP}?(?:\(0\))?{_GAP}?\d{{1,3}}(?:{_DASH}|{_GAP})?(?:\d{{5,8}}|{_GROUPS})"
    rf"|07[02369]\d?(?:{_DASH}|{_GAP})?(?:\d{{6,7}}|{_GROUPS})"
    rf"|(?!07|020)0\d{{1,3}}{_DASH}(?:\d{{5,8}}|{_GROUPS})"
    rf"|(?!07)0\d{{1,3}}{_GAP}\d{{2,3}}{_GAP}\d{{2,3}}{_GAP}\d{{2}}"
    rf")(?![\w/]|[-.,:–]\d)"
)
_REGISTRY = re.compile(r"(?:dnr|diarie\w*|ärende\w*|mål\w*|\bnr|nummer)[.: ]*$", re.I)


# The number of many: never a mobile one.
_SWITCHBOARD = re.compile(
    r"(?:växel|växeln|kundtjänst|kundtjänsten|kontaktcenter)"
    r"(?:,? (?:på|har|är|nås på|svarar på|tel\.?|telefon|nummer))?[:, (]*$",
    re.IGNORECASE,
)


def _phones(text: str) -> Iterator[Found]:
    for number in _PHONE.finditer(text):
        digits = sum(map(str.isdigit, number[0]))
        before = text[max(0, number.start() - 40) : number.start()]
        is_mobile = re.match(r"(?:(?:\+46|0046) ?(?:\(0\))? ?|0)7", number[0])
        is_of_many = _SWITCHBOARD.search(before) and not is_mobile
        if 8 <= digits <= 13 and not _REGISTRY.search(before[-20:]) and not is_of_many:
            yield Found("telefonnummer", *number.span())


def _emails(text: str) -> Iterator[Found]:
    for address in _EMAIL.finditer(text):
        yield Found("e-postadress", *address.span())


_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+")

# Plates: no I, Q or V, nor å, ä and ö. Three letters and three digits are laws and cases too, so
# that form needs a vehicle in its line; what ends with a letter is nothing else.

_LETTER = "[A-HJ-PR-UW-Z]"
_PLATE = re.compile(
    rf"(?<![\w/:-]){_LETTER}{{3}}[ \u00a0-]?\d\d(?:\d|(?P<new>[A-HJ-NPR-UW-Z]))"
    r"(?![\w/:]|[-–., ]\d)(?! (?:bil|fordon|buss|moped|lastbil)(?:ar|er)?\b)"
)
_VEHICLE = re.compile(
    r"(?:bil|bilen|bilens|buss|bussen|mc|mc:n|reg|reg\.?nr)\b"
    r"|fordon|motorcyk|moped|epa-?trak|a-traktor|släpvagn|skylt|registrering|parkera|körde",
    re.IGNORECASE,
)


def _plates(text: str) -> Iterator[Found]:
    for plate in _PLATE.finditer(text):
        start = max(text.rfind("\n", 0, plate.start()) + 1, plate.start() - 80)
        around = text[start : plate.end() + 60].partition("\n")[0]
        if plate["new"] or _VEHICLE.search(around):
            yield Found("registreringsnummer", *plate.span())


# Children: ”15-åring” is a person, ”15-åringar” are a group, and a ”3-årig plan” is a plan.

_NUMERAL = (
    "ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton"
)
_YEARS = rf"(?:(?:1[0-7]|[1-9])[-– ]?|{_NUMERAL})"
_CHILD = r"(?:pojk|flick|kill|tjej|elev|barn|son\b|dotter|yngling|ungdom|person|tonåring|grabb)\w*"
_AGE = re.compile(
    rf"(?<![\w-])(?<!varje )(?:{_YEARS}[åa]ring(?:en)?s?(?!\w)"
    rf"|{_YEARS}årig[ate]?[ ]{_CHILD}"
    rf"|(?:1[0-7]|[1-9])[ ]år[ ]gam(?:mal|malt|la)[ ]{_CHILD}"
    r"|(?:pojken?|flickan?|killen?|tjejen?|eleven?)"
    r"(?:,[ ](?:1[0-7]|[1-9])[ ]år\b|[ ]\((?:1[0-7]|[1-9])(?:[ ]år)?\))"
    r"|klass(?:en)?[ ][1-9][ ]?[A-ZÅÄÖ](?!\w))|(?<=\d[-_])(?:1[0-7]|[1-9])-aring(?:en)?(?![a-z])",
    re.IGNORECASE,
)
_CLASS = re.compile(r"klass(?:en)? \d ?[a-zåäö]", re.I)


def _ages(text: str) -> Iterator[Found]:
    for age in _AGE.finditer(text):
        if not _CLASS.fullmatch(age[0]) or age[0][-1].isupper():
            yield Found("barns-ålder", *age.span())


# Streets: a number that something is counted with, or that is a day or a time, is no house.

_STREET = re.compile(
    r"\b[A-ZÅÄÖ][\wé-]{0,40}(?:(?<=[a-zåäöé])|[ ])"
    r"(?:vägen|väg|gatan|gränden?|stigen|stig|torget|torg|allén?|backen|slingan|esplanaden|kajen)"
    r"[ \u00a0]\d{1,3}(?:[ ]?[A-H])?"
    r"(?!\w|[.:,]\d|[ ]?[-–/%]|[ ](?:och|eller|till)[ ]\d)"
    r"(?![ ](?!(?:i|och|på|är|har|där|som|vid|med|fick|blev|var|hade|eller|samt|ska)\b)[a-zåäö])"
)


def _streets(text: str) -> Iterator[Found]:
    for street in _STREET.finditer(text):
        yield Found("gatunummer", *street.span())


_LOOKS: tuple[Callable[[str], Iterator[Found]], ...] = (
    _numbers,
    _phones,
    _emails,
    _plates,
    _ages,
    _streets,
)
