"""The day that the name of an action's file begins with: it can tell which year was meant."""

import re
from calendar import monthrange
from datetime import date

from followup.content import table
from followup.model import Action, Promise, Report, Span


def said_by_name(action: Action) -> Span | None:
    """The day or month that a file's name begins with."""
    match = _DAY_FIRST.match(action.id)
    if match is None or table.is_table(action.source.path):
        return None
    year, month = int(match[1]), int(match[2])
    try:
        first = date(year, month, int(match[3] or 1))
        return Span(first, first if match[3] else _last_of_month(first))
    except ValueError:
        return None


def has_another_year(item: Action | Report, promise: Promise) -> bool:
    """True when only the year in the name lies in the promise's period: one fault says so."""
    if not isinstance(item, Action) or promise.span.covers(item.span):
        return False
    named = said_by_name(item)
    if named is None or not promise.span.covers(named):
        return False
    return named.first.year != item.span.first.year


_DAY_FIRST = re.compile(r"((?:19|20)\d\d)-(\d\d)(?:-(\d\d))?(?!\d)")


def _last_of_month(first: date) -> date:
    return first.replace(day=monthrange(first.year, first.month)[1])
