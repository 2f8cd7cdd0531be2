"""Swedish as readers expect it, through Babel: days, times, numbers, plurals, lists, order."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

Gender = Literal["en", "ett"]

_SWEDISH = Locale("sv")

_NUMERALS = (
    "noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva",
    "tolv"
)  # fmt: skip

_AS_SWEDISH = str.maketrans("æøü", "äöy")
_AFTER_Z = {letter: ord("z") + place for place, letter in enumerate("åäö", start=1)}

Weight = tuple[int, int]


def day(d: date) -> str:
    """”1 oktober 2018”."""
    return _date(d, "d MMMM y")


def day_of_year(d: date) -> str:
    """”1 oktober”, where the year is already said."""
    return _date(d, "d MMMM")


def month(d: date) -> str:
    """”oktober 2018”."""
    return _date(d, "MMMM y")


def month_name(d: date) -> str:
    """”oktober”."""
    return _date(d, "MMMM")


def month_short(d: date) -> str:
    """”okt”: three letters for every month, where Babel has ”okt.”, ”mars” and ”sep.”."""
    return month_name(d)[:3]


def days(first: date, last: date) -> str:
    """The shortest way to say from and to, both included: ”3–5 maj 2018”, ”januari–mars 2018”.

    The dash has spaces when a side has one: ”28 september – 3 oktober 2018”.
    """
    if first > last:
        raise ValueError(f"{first} is after {last}")
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return _whole_months(first, last)
    if first == last:
        return day(first)
    if first.year != last.year:
        return f"{day(first)} – {day(last)}"
    if first.month != last.month:
        return f"{day_of_year(first)} – {day(last)}"
    return f"{first.day}–{day(last)}"


def clock(t: time) -> str:
    """”kl. 19.30”, ”kl. 9.05”."""
    return f"kl. {_hour_and_minute(t)}"


def clocks(start: time, end: time) -> str:
    """”kl. 17.30–21.00”, and ”kl. 17–21” when both are whole hours; midnight ends as 24."""
    if start.minute == end.minute == 0:
        return f"kl. {start.hour}–{end.hour or 24}"
    return f"{clock(start)}–{_hour_and_minute(end)}"


def number(n: int | float | Decimal) -> str:
    """”1 234,5”, with a no-break space in it and at most three decimals."""
    return format_decimal(n, locale=_SWEDISH)


def numeral(n: int, noun_gender: Gender = "en") -> str:
    """In words to twelve, then in digits: ”två”, ”tolv”, ”13”."""
    if n == 1:
        return noun_gender
    return _NUMERALS[n] if 0 <= n < len(_NUMERALS) else number(n)


def count(n: int, one: str, many: str, gender: Gender = "en") -> str:
    """For running text: ”inga insatser”, ”en insats”, ”två insatser”, ”13 insatser”."""
    return f"{numeral(n, gender) if n else 'inga'} {_noun(n, one, many)}"


def count_digits(n: int, one: str, many: str) -> str:
    """For tables and labels: ”0 insatser”, ”1 insats”, ”2 insatser”."""
    return f"{number(n)} {_noun(n, one, many)}"


def seconds(n: float) -> str:
    """To a tenth: ”0,8 sekunder”, ”1 sekund”."""
    shown = round(n, 1)
    return f"{number(shown)} {'sekund' if shown == 1 else 'sekunder'}"


def file_size(n: int) -> str:
    """Of so many bytes, rounded up: ”1 kB”, ”24 kB”, ”1,3 MB”."""
    if n <= 999_000:
        return f"{-(-n // 1_000)}\u00a0kB"
    return f"{number(Decimal(-(-n // 100_000)) / 10)}\u00a0MB"


def listing(items: Sequence[str]) -> str:
    """”Bro, Kungsängen och Brunna”."""
    return format_list(items, locale=_SWEDISH)


def alternatives(items: Sequence[str]) -> str:
    """”Bro, Kungsängen eller Brunna”."""
    return format_list(items, style="or", locale=_SWEDISH)


def quote(text: str) -> str:
    """”så här”, with the same mark on both sides."""
    return f"”{text}”"


def capitalise(text: str) -> str:
    """”Åtta insatser”: the first letter, also after a quotation mark; the rest is left alone."""
    return re.sub(r"^\W*\w", lambda start: start[0].upper(), text)


def sentence(text: str) -> str:
    """The text with a full stop, unless it has an end."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def sort_key(text: str) -> tuple[tuple[Weight, ...], str]:
    """Swedish order: ”Bro 2”, ”Bro 10”, ”Brunna”, ”Zinkgruvan”, ”Ål”, ”Ängen”, ”Öster”.

    Capitals and accents do not count (é is e, ü is y, æ is ä, ø is ö) until all else is equal.
    """
    return tuple(map(_weight, re.findall(r"\d+|\D", _bare(text)))), text


def slug(text: str, fallback: str = "utan-namn") -> str:
    """”kungsangen-centrum”: a-z, 0-9 and hyphens, and never empty."""
    from slugify import slugify

    return slugify(text) or fallback


@lru_cache(maxsize=4096)
def _date(d: date, pattern: str) -> str:
    return format_date(d, pattern, locale=_SWEDISH)


def _whole_months(first: date, last: date) -> str:
    same_year = first.year == last.year
    if first.month == 1 and last.month == 12:
        return f"{first.year}" if same_year else f"{first.year}–{last.year}"
    if not same_year:
        return f"{month(first)} – {month(last)}"
    if first.month != last.month:
        return f"{month_name(first)}–{month(last)}"
    return month(first)


def _hour_and_minute(t: time) -> str:
    return f"{t.hour}.{t.minute:02}"


def _noun(n: int, one: str, many: str) -> str:
    return one if _SWEDISH.plural_form(n) == "one" else many


def _bare(text: str) -> str:
    """Small letters without their accents, where å, ä and ö are letters of their own."""
    composed = unicodedata.normalize("NFC", text.casefold()).translate(_AS_SWEDISH)
    apart = (c if c in _AFTER_Z else unicodedata.normalize("NFD", c) for c in composed)
    return "".join(c for c in "".join(apart) if not unicodedata.combining(c))


def _weight(token: str) -> Weight:
    """Spaces and signs first, then numbers, then letters."""
    if token.isdecimal():
        return 1, int(token)
    return 2 if token.isalpha() else 0, _AFTER_Z.get(token, ord(token))
