"""Parsers for the terms of a promise: a time limit, what a number holds for, a moment."""

import re
from collections.abc import Mapping
from typing import Literal

from followup.content.dates import clocks, day
from followup.content.document import Node, Scalar
from followup.content.fields import Context, invalid, said, text, unit
from followup.model import Moment, TimeLimit, Unit
from followup.swedish import numeral

LimitUnit = Literal["timmar", "dygn", "veckor", "arbetsdagar"]


def time_limit(node: Node, context: Context) -> TimeLimit:
    """`24 timmar`, `två veckor`, `3 arbetsdagar`."""
    written = text(node, context)
    match = re.fullmatch(r"(\d{1,4}|[a-zåäö]+)\s+([a-zåäö]+)", written.casefold(), re.ASCII)
    amount = _amount(match[1]) if match else None
    limit = _LIMITS.get(match[2]) if match else None
    if not amount or not limit:
        raise invalid(
            node.source,
            f"{said(written)} är inte en tid att hålla",
            "Skriv ett tal och timmar, dygn, veckor eller arbetsdagar, till exempel:  24 timmar",
        )
    return TimeLimit(amount, limit)


def place_or_unit(node: Node, context: Context) -> Literal["plats"] | Unit:
    """`plats`, or one and many of what the number holds for."""
    written = text(node, context)
    if written.casefold() in ("plats", "platser", "plats/platser"):
        return "plats"
    if "/" not in written:
        raise invalid(
            node.source,
            f"{said(written)} säger inte både en och flera",
            "Skriv  plats  eller en och flera:  försäljningsställe/försäljningsställen",
        )
    return unit(node, context)


def moment(node: Node, context: Context) -> Moment:
    """A day, and the time on it where it is known: `2018-03-14 19.30`."""
    written = text(node, context)
    match = re.fullmatch(
        r"(?P<day>.*\d{4}(?:-\d{1,2}-\d{1,2})?)(?:(?:\s*,?\s+(?:kl\.?\s*)?|T)(?P<clock>\d.*))?",
        written,
        re.IGNORECASE,
    )
    if match is None:
        raise invalid(
            node.source,
            f"{said(written)} är inte en dag med klockslag",
            "Skriv till exempel:  2018-03-14 19.30",
            "datum",
        )
    when = day(Scalar(match["day"], node.source), context)
    if match["clock"] is None:
        return Moment(when)
    without_seconds = re.sub(r"(\d[.:]\d\d)[.:]\d\d$", r"\1", match["clock"])
    start, end = clocks(Scalar(without_seconds, node.source), context)
    if end:
        raise invalid(
            node.source,
            f"{said(written)} är ett från och till",
            "Skriv ett klockslag, till exempel:  2018-03-14 19.30",
        )
    return Moment(when, start)


def _amount(written: str) -> int | None:
    return int(written) if written.isdecimal() else _NUMERALS.get(written)


_NUMERALS = {"ett": 1, **{numeral(n): n for n in range(1, 13)}}
_LIMITS: Mapping[str, LimitUnit] = {
    "timme": "timmar",
    "timmar": "timmar",
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
