"""The days that a date means, as people write dates: in digits, in words, as one or from and to.

Pure: from words to days, or to an answer that says what is wrong with them.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from followup.model import Span
from followup.swedish import capitalise, day, day_of_year, month_name, quote


class Answer(NamedTuple):
    """What is said of words that are no date: what stands there, and what to write."""

    message: str
    hint: str


def read(written: str) -> Span | Answer | None:
    """A day, a month or a year; an answer when there is no such; None for other words."""
    if match := _ISO.fullmatch(written):
        return _days(int(match[1]), *(int(part) if part else None for part in match.groups()[1:]))
    plain = _MIDNIGHT.sub("", written.casefold().translate(_HYPHENS)).rstrip(" .,")
    match = _WEEKDAY.match(plain)
    found = _read(plain[match.end() if match else 0 :])
    if match and isinstance(found, Span):
        return _on_its_weekday(found, match[1][:2])
    return found


def read_range(written: str) -> Span | Answer | None:
    """The days from one date to another, also where what they share is written once."""
    plain = written.casefold().translate(_HYPHENS)
    if plain.startswith("mellan "):
        plain = plain.replace(" och ", " till ")
    plain = _FROM.sub("", plain)
    for between in _BETWEEN.finditer(plain):
        left, right = plain[: between.start()].strip(), plain[between.end() :].strip()
        for first, last in _ends(left, right):
            begins, ends = read(first), read(last)
            if isinstance(begins, Span) and isinstance(ends, Span):
                return _from_to(written, begins, ends)
    return None


def ends(written: str) -> tuple[str, ...]:
    """The two dates on both sides of `till` or a dash, as they stand."""
    return tuple(_DIVIDER.split(_FROM.sub("", written)))


def month_number(name: str) -> int | None:
    """3 for `mars` and `mar`."""
    return MONTHS.index(name) + 1 if name in MONTHS else _SHORT.get(name)


MONTHS = tuple(month_name(date(2000, n, 1)) for n in range(1, 13))
_SHORT = {name[:3]: n for n, name in enumerate(MONTHS, start=1)} | {"sept": 9}
_NAMES = "|".join((*MONTHS, *(rf"{name}(?![a-zåäö])" for name in _SHORT)))
_MONTH_AND_YEAR = rf"(?P<name>{_NAMES})[.,]?[ -]?(?P<year>\d{{4}})"
# Hyphens and minus signs that programs put in place of the one on the keyboard.
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2212\ufe63\uff0d", "-"))
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{1,2}))?)?", re.ASCII)
_MIDNIGHT = re.compile(r"(?<=\d)(?:\s+|t)0?0[:.]00(?:[:.]00)?\Z")  # a spreadsheet's own
_WEEKDAYS = ("må", "ti", "on", "to", "fr", "lö", "sö")
_WEEKDAY = re.compile(r"((?:mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en)?|\.)?),?\s(?:den\s)?(?=\d)")
_DATES = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        r"(?P<year>\d{4}) ?[-/.–_ ] ?(?P<month>\d{1,2}) ?[-/.–_ ] ?(?P<day>\d{1,2})",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        r"(?P<year>\d{4})-(?P<month>\d{2})",
        r"(?P<year>\d{4})",
        rf"(?:den )?(?P<day>\d{{1,2}})(?::?[ea])?[. -]? ?{_MONTH_AND_YEAR}",
        _MONTH_AND_YEAR,
    )
)
_DAY_FIRST = re.compile(r"(\d{1,2})\s?[-/.]\s?(\d{1,2})(?:\s?[-/.]\s?|\s)(\d{4})", re.ASCII)
_FROM = re.compile(r"(?:från och med|från|fr\.? ?o\.? ?m\.?|mellan|perioden)\s+", re.IGNORECASE)
_TO = r"\s+(?:till och med|till|t\.? ?o\.? ?m\.?)\s+"
_DIVIDER = re.compile(rf"{_TO}|\s*[–—]\s*|\s+-+\s+", re.IGNORECASE)
_BETWEEN = re.compile(rf"{_TO}|\s*[–—]\s*|\s*-+\s*|(?<=[a-z])/(?=[a-z])")


def _read(plain: str) -> Span | Answer | None:
    for pattern in _DATES:
        if match := pattern.fullmatch(plain):
            parts = match.groupdict()
            name, number = parts.get("name"), parts.get("month")
            month = month_number(name) if name else int(number) if number else None
            number = parts.get("day")
            return _days(int(parts["year"]), month, int(number) if number else None)
    if match := _DAY_FIRST.fullmatch(plain):
        return _day_first(plain, *map(int, match.groups()))
    return None


def _day_first(written: str, one: int, two: int, year: int) -> Span | Answer:
    """Which is which of 14 and 3: no month is the fourteenth."""
    if one != two and 1 <= one <= 12 and 1 <= two <= 12:
        first, second = (day_of_year(date(2000, m, d)) for d, m in ((one, two), (two, one)))
        return Answer(
            f"{quote(written)} kan vara både {first} och {second}",
            "Skriv datumet med året först:  "
            f"{year}-{two:02}-{one:02}  eller  {year}-{one:02}-{two:02}",
        )
    return _days(year, *((one, two) if two > 12 >= one else (two, one)))


def _days(year: int, month: int | None, number: int | None) -> Span | Answer:
    """The first and last day of a year, a month or a day that exists."""
    if not 1900 <= year <= 2200:
        return _no_such_year(year, month, number)
    if month is None:
        return Span(date(year, 1, 1), date(year, 12, 31))
    if not 1 <= month <= 12:
        return _no_such_month(year, month, number)
    first = date(year, month, 1)
    last = date(year, month, monthrange(year, month)[1])
    if number is None:
        return Span(first, last)
    if not 1 <= number <= last.day:
        name = month_name(first)
        return Answer(
            f"den {number} {name} {year} finns inte",
            f"{capitalise(name)} {year} har {last.day} dagar. "
            f"Skriv till exempel:  {last.isoformat()}",
        )
    return Span(date(year, month, number), date(year, month, number))


def _no_such_year(year: int, month: int | None, number: int | None) -> Answer:
    meant = _days(2000 + year, month, number) if 0 < year < 100 else None
    known = meant.written if isinstance(meant, Span) else None
    ask = f"Menade du  {known} ?  " if known else ""
    return Answer(f"år {year} kan inte stämma", f"{ask}Kontrollera årtalet.")


def _no_such_month(year: int, month: int, number: int | None) -> Answer:
    """The day and the month may have changed places."""
    order = "Skriv år, månad och dag i den ordningen"
    swapped = _days(year, number, month) if number and number <= 12 else None
    if isinstance(swapped, Span):
        return Answer(
            f"månad {month} finns inte", f"Menade du  {swapped.first.isoformat()} ?  {order}."
        )
    return Answer(f"månad {month} finns inte", f"{order}, till exempel:  {year}-03-14")


def _on_its_weekday(found: Span, written: str) -> Span | Answer:
    weekday = _WEEKDAYS[found.first.weekday()]
    if found.first != found.last or weekday == written:
        return found
    near = (found.first + timedelta(days=step) for step in range(-3, 4))
    other = next(one for one in near if _WEEKDAYS[one.weekday()] == written)
    is_a, said = (_FULL[one.weekday()] for one in (found.first, other))
    return Answer(
        f"{day(found.first)} är en {is_a}, inte en {said}",
        f"Kontrollera dagen. Skriv till exempel:  {found.first.isoformat()}  eller  "
        f"{other.isoformat()}",
    )


_FULL = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")


def _ends(left: str, right: str) -> Iterator[tuple[str, str]]:
    """Both as they stand; else each with the month and year that only the other has."""
    yield left, right
    if match := re.search(r"[\s/]?(\d{4})$", right):
        yield f"{left} {match[1]}", right
    if match := re.search(rf"(?:(?<=\d)\.? (?:{_NAMES})\.?|(?<=\d)/\d\d?) \d{{4}}$", right):
        yield f"{left}{match[0]}", right
    if match := re.match(r"(\d{4}-)(\d{2}-)\d{1,2}$", left):
        yield left, match[1] + (right if "-" in right else match[2] + right)


def _from_to(written: str, first: Span, last: Span) -> Span | Answer:
    if last.last < first.first:
        hint = "Skriv den första dagen först, till exempel:  2018-05-01 till 2018-08-31"
        return Answer(f"{quote(written)} slutar innan det börjar", hint)
    return Span(first.first, last.last)
