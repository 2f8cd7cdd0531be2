"""The calendar: what has been done, and the public events to come. iCalendar, RFC 5545 and 7986.

Times are in UTC: the same moment in every program, and no rules of a time zone to carry along. What
has no exact day is left out, as an event that it would be wrong to draw: `2018-03` is a month, and
something done on some day within a week was not done on all of them.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from hashlib import blake2b
from pathlib import Path

from followup import links
from followup.formats.known import host, known_on, lasting_id, moment, noon
from followup.model import Action, Position, Span
from followup.notice import EXAMPLE
from followup.output import Made
from followup.pages.frame import Frame
from followup.progress import PromiseResult
from followup.swedish import capitalise, day, listing, quote
from followup.wording import hours

PRODUCT = "-//Följ löftet//Kalender//SV"
MADE_WITH = "icalendar 7.3.2"

# The name and the value of a line; icalendar writes, escapes and folds it.
Property = tuple[str, object]


def plan(frame: Frame) -> Iterator[Made]:
    """The calendar of the whole site; without a promise there is nothing to follow."""
    if frame.progress.promises:
        yield Made(links.CALENDAR.lstrip("/"), _key(frame), partial(calendar, frame))


def calendar(frame: Frame) -> bytes:
    """The whole file, its events in the order of time."""
    from icalendar import Calendar, Event

    made = Calendar()
    for name, value in _of_the_calendar(frame):
        made.add(name, value)
    made.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    for properties in _events(frame):
        event = Event()
        for name, value in properties:
            event.add(name, value)
        made.add_component(event)
    return bytes(made.to_ical())


def _key(frame: Frame) -> str:
    """Names all that the calendar is made of: its lines, this code, and what writes them."""
    lines = (*_of_the_calendar(frame), *_events(frame))
    code = Path(__file__).read_bytes()
    made_of = f"{MADE_WITH}\0{lines!r}\0".encode() + code
    return blake2b(made_of, digest_size=16).hexdigest()


def _of_the_calendar(frame: Frame) -> Iterator[Property]:
    settings = frame.site.settings
    title = f"{EXAMPLE if frame.is_example else ''}{settings.name}"
    yield "prodid", PRODUCT
    yield "version", "2.0"
    yield "name", title
    yield "x-wr-calname", title  # RFC 7986 says NAME, but Outlook and Google read this
    yield "url", settings.address.rstrip("/") + links.SHARE
    yield "source", settings.address.rstrip("/") + links.CALENDAR


def _events(frame: Frame) -> Iterator[tuple[Property, ...]]:
    pairs = [(a, result) for result in frame.progress.promises for a in result.promise.actions]
    shown = [(action, result) for action, result in pairs if exact_days(action)]
    for action, result in sorted(shown, key=lambda pair: (pair[0].span, _uid(frame, *pair))):
        yield tuple(_event(frame, action, result))


def exact_days(action: Action) -> Span | None:
    """The days that it filled; None where they are not known to the day."""
    dates = [date for date in (action.day, action.start, action.end) if date]
    if action.some_day or any(date.first != date.last for date in dates):
        return None
    return action.span


def _event(frame: Frame, action: Action, result: PromiseResult) -> Iterator[Property]:
    item, days = frame.action_item(result, action), action.span
    yield "uid", _uid(frame, action, result)
    changed = max([known_on(action, result.promise), *(c.date for c in action.corrections)])
    yield "dtstamp", noon(changed).astimezone(UTC)
    yield "last-modified", noon(changed).astimezone(UTC)
    yield "sequence", len(action.corrections) + (action.status == "inställd")
    yield from _times(action, days)
    example = EXAMPLE if frame.is_example else ""
    cancelled = "Inställd: " if action.status == "inställd" else ""
    yield "summary", f"{example}{cancelled}{item.title}"
    yield "description", " ".join(_description(frame, action, item.measures))
    if item.places:
        yield "location", item.places
    if position := _position(frame, action.places):
        yield "geo", (position.latitude, position.longitude)
    yield "status", _status(frame, action)
    yield "transp", "TRANSPARENT"  # what the parties do keeps no reader busy
    page = links.action(result.promise.id, action.id)
    yield "url", frame.site.settings.address.rstrip("/") + page


def _uid(frame: Frame, action: Action, result: PromiseResult) -> str:
    """`loften/2018/insatser/2018-03-14-bro-station@foljloftet.example`"""
    name = frame.links.to(lasting_id(action, result.promise)).strip("/")
    return f"{name}@{host(frame.site.settings)}"


def _times(action: Action, days: Span) -> Iterator[Property]:
    """From and to; the end of whole days is the day after (RFC 5545, 3.6.1).

    Hours of an event of several days are those of each day, and stand in its description.
    """
    if action.hours is None or days.days > 1:
        yield "dtstart", days.first
        yield "dtend", days.last + timedelta(days=1)
        return
    start, end = action.hours
    yield "dtstart", _utc(days.first, start)
    if end:
        is_next_day = end <= start
        yield "dtend", _utc(days.first + timedelta(days=is_next_day), end)


def _utc(of: date, clock: time) -> datetime:
    return moment(of, clock).astimezone(UTC)


def _description(frame: Frame, action: Action, measures: Iterable[str]) -> Iterator[str]:
    clocks = hours(action)
    if clocks and action.span.days > 1:
        yield f"{capitalise(clocks)}."
    yield f"Hör till {listing([quote(heading) for heading in measures])}."
    if action.status == "inställd":
        yield f"Inställd: {action.reason}"
    elif _is_unconfirmed(frame, action):
        yield "Vi har inte fått veta om det blev av."
    elif action.status == "planerad":
        yield "Öppet för alla."
    yield from (f"Rättat {day(c.date)}: {c.what}" for c in action.corrections)


def _status(frame: Frame, action: Action) -> str:
    if action.status == "inställd":
        return "CANCELLED"
    return "TENTATIVE" if _is_unconfirmed(frame, action) else "CONFIRMED"


def _is_unconfirmed(frame: Frame, action: Action) -> bool:
    return action.status == "planerad" and action.span.last < frame.progress.today


def _position(frame: Frame, places: tuple[str, ...]) -> Position | None:
    """Where it was, when it was in one place that has a position: an event has only one."""
    return frame.words.places[places[0]].position if len(places) == 1 else None
