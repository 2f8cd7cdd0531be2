"""Parsers for the terms of a promise: a time limit, what a number holds for, a moment."""

import re
from collections.abc import Mapping
from typing import Literal

from followup.content import misdated, misread
from followup.content.dates import clocks, day
from followup.content.day_words import read
from followup.content.document import Node, Scalar
from followup.content.fields import Context, invalid, said, unfit, unit, word
from followup.model import Moment, Span, TimeLimit, Unit

LimitUnit = Literal["timmar", "dygn", "veckor", "arbetsdagar"]


def time_limit(node: Node, context: Context) -> TimeLimit:
    """`24 timmar`, `två veckor`, `3 arbetsdagar`."""
    written = word(node)
    plain = written.casefold().removeprefix("inom ").rstrip(".")
    match = re.fullmatch(r"(\d{1,4}|[a-zåäö]+ |\d{1,4} )([a-zåäö]+)", plain, re.ASCII)
    amount = _amount(match[1].strip()) if match else None
    limit = _LIMITS.get(match[2]) if match else None
    if not amount or not limit:
        hint = _time_hint(plain)
        raise unfit(node, written, "är inte en tid att hålla", hint, misread.time_limit(plain))
    return TimeLimit(amount, limit)


def place_or_unit(node: Node, context: Context) -> Literal["plats"] | Unit:
    """`plats`, or one and many of what the number holds for."""
    written = word(node)
    plain = written.casefold().removeprefix("per ").removeprefix("varje ")
    if plain in ("plats", "platser", "plats/platser"):
        return "plats"
    if "/" not in written:
        hint = "Skriv  plats  eller en och flera:  försäljningsställe/försäljningsställen"
        raise unfit(node, written, "säger inte både en och flera", hint, misread.unit(written))
    return unit(node, context)


def moment(node: Node, context: Context) -> Moment:
    """A day, and the time on it where it is known: `2018-03-14 19.30`."""
    written = word(node)
    has_clock = re.search(r"\d[.:]\d\d$", written) or not read(written)
    match = _DAY_AND_CLOCK.fullmatch(written) if has_clock else None
    when, clock = (match["day"], match["clock"]) if match else (written, None)
    if not match and not _names_a_day(written):
        hint = "Skriv till exempel:  2018-03-14 19.30"
        meant = _other_way_round(written)
        raise unfit(node, written, "är inte en dag med klockslag", hint, meant, rule="datum")
    its_day = day(Scalar(when, node.source), context)
    if clock is None:
        return Moment(its_day)
    start, end = clocks(Scalar(_SECONDS.sub(r"\1", clock), node.source), context)
    if end:
        raise invalid(
            node.source,
            f"{said(written)} är ett från och till",
            "Skriv ett klockslag, till exempel:  2018-03-14 19.30",
        )
    return Moment(its_day, start)


_CLOCK = r"\d{1,2}(?:[.:]\d\d){0,2}(?: ?[–-] ?\d{1,2}(?:[.:]\d\d)?)?"
_DAY_AND_CLOCK = re.compile(
    rf"(?P<day>.+?)(?:,? +(?:kl\.? *|klockan +|vid +)?|T)(?P<clock>{_CLOCK})", re.IGNORECASE
)
_CLOCK_AND_DAY = re.compile(
    r"(?:kl\.? *|klockan +)?(?P<clock>\d{1,2}[.:]\d\d),? +(?:den +)?(?P<day>.+)", re.IGNORECASE
)
_SECONDS = re.compile(r"(\d[.:]\d\d)[.:]\d\d$")


def _names_a_day(written: str) -> bool:
    """True when what is wrong with it can be said of the day alone."""
    return bool(read(written)) or misdated.answer(written, frozenset()).hint != misdated.LIKE


def _other_way_round(written: str) -> str | None:
    match = _CLOCK_AND_DAY.fullmatch(written)
    found = read(match["day"]) if match else None
    if not match or not isinstance(found, Span) or found.days != 1:
        return None
    return f"{found.written} {match['clock'].replace(':', '.')}"


def _time_hint(plain: str) -> str:
    if "månad" in plain or re.search(r"\bår\b", plain):
        return "Månader är olika långa. Skriv dygn eller veckor, till exempel:  90 dygn"
    if longest := re.fullmatch(r"\d+ ?[–-] ?(\d+ [a-zåäö]+)", plain):
        return f"Skriv den längsta tiden, till exempel:  {longest[1]}"
    if "minut" in plain:
        return "Den kortaste tiden som går att skriva är  1 timme"
    if re.fullmatch(r"(?:direkt|genast|omgående|snarast|omedelbart|så snart .*|skyndsamt)", plain):
        return "Säger löftet ingen bestämd tid: ta bort inom, och skriv  typ: löpande"
    return "Skriv ett tal och timmar, dygn, veckor eller arbetsdagar, till exempel:  24 timmar"


def _amount(written: str) -> int | None:
    return int(written) if written.isdecimal() else misread.number_word(written)


_LIMITS: Mapping[str, LimitUnit] = {
    "timme": "timmar",
    "timmar": "timmar",
    "tim": "timmar",
    "h": "timmar",
    "dygn": "dygn",
    "dag": "dygn",
    "dagar": "dygn",
    "vecka": "veckor",
    "veckor": "veckor",
    "arbetsdag": "arbetsdagar",
    "arbetsdagar": "arbetsdagar",
    "vardag": "arbetsdagar",
    "vardagar": "arbetsdagar",
}
