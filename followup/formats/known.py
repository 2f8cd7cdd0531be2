"""Names and times that last: from the content alone, the same in every build for ever."""

from datetime import date, datetime, time
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from followup import links
from followup.model import Action, Promise, Report, Settings
from followup.progress.as_of import known_from


def host(settings: Settings) -> str:
    """Where the site lives: the authority of its names."""
    return urlsplit(settings.address).hostname or ""


def moment(day: date, clock: time) -> datetime:
    """The time on a day in Sweden."""
    return datetime.combine(day, clock, ZoneInfo("Europe/Stockholm"))


def noon(day: date) -> datetime:
    """How a day without a time is told to machines that want one.

    At noon in Sweden it is the same date in nearly all of the world; at midnight it is the day
    before already in London.
    """
    return moment(day, time(12))


def known_on(item: Action | Report, promise: Promise) -> date:
    """The day on which it was published, as the content tells it.

    A planned event was known when it was planned, or else from the promise's first day.
    """
    if isinstance(item, Report):
        known = known_from(item)
    elif item.status == "planerad":
        planned = item.planned if isinstance(item.planned, date) else promise.span.first
        return item.publish_on or min(planned, item.span.first)
    else:
        known = item.span.last
    return max(known, item.publish_on or known)


def lasting_id(action: Action, promise: Promise) -> str:
    """The address that it had first: a new file name makes no news."""
    return links.action(promise.id, (*action.former_ids, action.id)[0])
