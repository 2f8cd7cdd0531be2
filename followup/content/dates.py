"""Parsers for days and times: a date is as exact as its source, a time as people write it."""

import re
from datetime import date, time

from followup.content import misdated
from followup.content.day_words import Answer, ends, read, read_range
from followup.content.document import Node, Scalar
from followup.content.fields import (
    Context,
    Invalid,
    invalid,
    leave_out,
    list_of,
    said,
    text,
    unfit,
    word,
)
from followup.content.misread import clock as meant_clock
from followup.content.misread import is_nothing, part_of_day, yes_or_no
from followup.model import Span


def span(node: Node, context: Context) -> Span:
    """A date as exact as its source: `2018-03-14`, `14 mars 2018`, `2018-03` or `2018`."""
    written = word(node)
    found = read(written) or misdated.answer(written, context.beside)
    return found if isinstance(found, Span) else _refuse(node, written, found)


def day(node: Node, context: Context) -> date:
    """A date that names its day."""
    value = span(node, context)
    if value.first != value.last:
        raise invalid(
            node.source,
            f"{said(word(node))} säger inte vilken dag",
            f"Skriv hela datumet, till exempel:  {value.first.isoformat()}",
            "datum",
        )
    return value.first


def day_range(node: Node, context: Context) -> Span:
    """A span written as one date or as two: `2018-05–2018-08`, `14–16 mars 2018`."""
    written = word(node)
    found = read(written) or read_range(written) or misdated.days(written)
    if isinstance(found, Span):
        return found
    if found:
        return _refuse(node, written, found)
    parts = ends(written)
    if len(parts) == 2 and all(parts):
        first, last = (span(Scalar(part, node.source), context) for part in parts)
        return Span(first.first, last.last)
    answer = misdated.answer(written, frozenset())
    hint = "Skriv till exempel:  2018-05-01 till 2018-08-31"
    return _refuse(
        node, written, answer._replace(hint=hint) if answer.hint == misdated.LIKE else answer
    )


def season(node: Node, context: Context) -> tuple[Span, ...] | str:
    """One or several ranges, or words without a year ("sommarhalvåret")."""
    if isinstance(node, Scalar) and not re.search(r"\d{4}", node.text):
        return text(node, context)
    return list_of(day_range)(node, context)


def yes_or_day(node: Node, context: Context) -> bool | date:
    """`ja`, `nej`, or the day when it was so."""
    written = word(node)
    if written.casefold() in ("ja", "nej"):
        return written.casefold() == "ja"
    if not re.search(r"\d", written) or written in ("0", "1"):
        hint = "Skriv  ja  eller  nej  eller dagen:  2018-03-14"
        raise unfit(node, written, "är varken ja, nej eller en dag", hint, yes_or_no(written))
    return day(node, context)


def clocks(node: Node, context: Context) -> tuple[time, time | None]:
    """`19:30`, `19.30`, `19` or a stretch, `17–21`; over midnight too, `22–02`."""
    written = word(node)
    match = _CLOCKS.fullmatch(written.casefold().replace("\u2011", "-").replace("\u2212", "-"))
    if not match:
        hint = "Skriv till exempel:  19.30  eller  17–21"
        if not re.search(r"\d", written):
            hint = f"{hint}  {leave_out(node.source)}"
        raise unfit(node, written, "är inte ett klockslag", hint, *meant_clock(written))
    start = _time(node, written, match["a"])
    if not match["b"]:
        return start, None
    end = time(0) if _MIDNIGHT.fullmatch(match["b"]) else _time(node, written, match["b"])
    if end <= start and _minutes(start, end) > _LONGEST and not _MIDNIGHT.fullmatch(match["b"]):
        raise _backwards(node, match, written)
    return start, end


_ONE = r"\d{1,2}(?:[.:,]\d{2})?"
_CLOCKS = re.compile(
    rf"(?:från )?(?:kl(?:ockan|\.)? ?)?(?P<a>{_ONE})(?:[.:]\d\d)?"
    rf"(?:(?: ?[–—-] ?| till )(?:kl(?:ockan|\.)? ?)?(?P<b>{_ONE})(?:[.:]\d\d)?)?\.?",
    re.ASCII,
)
_MIDNIGHT = re.compile(r"24(?:[.:,]00)?")
_LONGEST = 12 * 60  # minutes; a longer stretch over midnight has rather changed its ends


def _refuse(node: Node, written: str, answer: Answer) -> Span:
    hint = leave_out(node.source, written) if is_nothing(written) else answer.hint
    raise invalid(node.source, answer.message, hint, "datum")


def _time(node: Node, written: str, digits: str) -> time:
    hour, _, minute = digits.translate(str.maketrans(":,", "..")).partition(".")
    if int(hour) > 23 or int(minute or 0) > 59:
        like = f"Skriv till exempel:  {'00.00' if hour == '24' else '19.30'}"
        meant = part_of_day(written)
        hint = f"Menade du  {meant} ?" if meant else like
        raise invalid(node.source, f"klockan {said(written)} finns inte", hint)
    return time(int(hour), int(minute or 0))


def _minutes(start: time, end: time) -> int:
    """How long it is from one time to an earlier one, over midnight."""
    return (24 + end.hour - start.hour) * 60 + end.minute - start.minute


def _backwards(node: Node, match: re.Match[str], written: str) -> Invalid:
    if match["a"] == match["b"]:
        return invalid(
            node.source,
            f"{said(written)} börjar och slutar samtidigt",
            f"Är bara början känd: skriv  {match['a']}",
        )
    return invalid(
        node.source,
        f"{said(written)} slutar innan det börjar",
        f"Menade du  {match['b']}–{match['a']} ?  Över midnatt går det att skriva, till exempel:  "
        "22–02",
    )
