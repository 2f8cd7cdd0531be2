"""The calendar: what was done and the public events to come, on the days that are known."""

from collections.abc import Mapping
from datetime import date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import golden
import pytest
import site_under_test as site
from channel_site import FILES, action, built
from icalendar import Calendar

from followup.formats.calendar import MADE_WITH


def events_of(files: Mapping[str, bytes]) -> dict[str, Any]:
    """The events by the last part of their names."""
    calendar = Calendar.from_ical(files["kalender.ics"])
    events = calendar.walk("VEVENT")
    return {str(event["UID"]).partition("@")[0].rpartition("/")[2]: event for event in events}


def test_the_calendar_reads_as_in_the_golden_file(tmp_path: Path) -> None:
    made = built(tmp_path)["kalender.ics"].decode()
    golden.check("delar/kalender.ics", made.replace("\r\n", "\n"))


def test_lines_end_as_the_standard_says_and_none_is_too_long(tmp_path: Path) -> None:
    """RFC 5545, 3.1: CRLF, and at most 75 octets before it."""
    made = built(tmp_path)["kalender.ics"]
    assert made.endswith(b"END:VCALENDAR\r\n")
    lines = made.removesuffix(b"\r\n").split(b"\r\n")
    assert all(b"\n" not in line and b"\r" not in line for line in lines)
    assert max(len(line) for line in lines) <= 75


@pytest.mark.parametrize("which", ["small", "shipped", "every kind"])
def test_every_event_has_what_the_standard_demands(tmp_path: Path, which: str) -> None:
    """RFC 5545, 3.6.1: a name and a stamp, once; a start; an end after it, of the same kind."""
    files = _site(tmp_path, which)
    calendar = Calendar.from_ical(files["kalender.ics"])
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"] == "-//Följ löftet//Kalender//SV"
    events: list[Any] = calendar.walk("VEVENT")
    names = [str(event["UID"]) for event in events]
    assert len(set(names)) == len(names) > 5
    for event in events:
        assert event["DTSTAMP"].to_ical().endswith(b"Z")
        start = event["DTSTART"].dt
        end = event["DTEND"].dt if "DTEND" in event else None
        assert end is None or (type(end) is type(start) and end > start)
        assert event["STATUS"] in ("CONFIRMED", "TENTATIVE", "CANCELLED")
        assert str(event["URL"]).split("/", 3)[3] + "index.html" in files


def _site(folder: Path, which: str) -> Mapping[str, bytes]:
    if which == "small":
        return built(folder)
    content, day = {
        "shipped": ("content", None),
        "every kind": ("tests/every_kind", "2024-12-31"),
    }[which]
    return site.pages(site.build_in_memory(site.ROOT / content, day))


def test_what_has_no_exact_day_is_no_event(tmp_path: Path) -> None:
    assert list(events_of(built(tmp_path))) == [
        "2018-02-09-torget",
        "2018-03-30-helg",
        "2018-05-04-natten",
        "2018-06-01-oppet",
        "2018-09-01-installd",
        "2018-09-08-okand",
        "2018-12-24-julkvall",
    ]


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [
        ("2018-02-09-torget", datetime(2018, 2, 9, 19, 30), datetime(2018, 2, 9, 22)),
        ("2018-03-30-helg", date(2018, 3, 30), date(2018, 4, 3)),
        ("2018-05-04-natten", datetime(2018, 5, 4, 20), datetime(2018, 5, 5, 2)),
        ("2018-06-01-oppet", datetime(2018, 6, 1, 18), None),
        ("2018-09-01-installd", date(2018, 9, 1), date(2018, 9, 2)),
    ],
)
def test_an_event_is_when_its_page_says(
    tmp_path: Path, name: str, start: date, end: date | None
) -> None:
    event = events_of(built(tmp_path))[name]
    assert _in_sweden(event["DTSTART"].dt) == start
    assert (_in_sweden(event["DTEND"].dt) if "DTEND" in event else None) == end


def _in_sweden(value: date) -> date:
    if isinstance(value, datetime):
        return value.astimezone(ZoneInfo("Europe/Stockholm")).replace(tzinfo=None)
    return value


@pytest.mark.parametrize(
    ("name", "status", "says"),
    [
        ("2018-02-09-torget", "CONFIRMED", "Rättat 5 mars 2018: Klockslaget är rättat"),
        ("2018-03-30-helg", "CONFIRMED", "Kl. 20–2. Hör till ”Vandringar”."),
        ("2018-09-01-installd", "CANCELLED", "Inställd: För få vandrare"),
        ("2018-09-08-okand", "TENTATIVE", "Vi har inte fått veta om det blev av."),
        ("2018-12-24-julkvall", "CONFIRMED", "Öppet för alla."),
    ],
)
def test_an_event_says_whether_it_is_certain(
    tmp_path: Path, name: str, status: str, says: str
) -> None:
    event = events_of(built(tmp_path))[name]
    assert event["STATUS"] == status
    assert says in event["DESCRIPTION"]


def test_a_cancelled_event_says_so_where_a_program_shows_only_its_name(tmp_path: Path) -> None:
    assert events_of(built(tmp_path))["2018-09-01-installd"]["SUMMARY"] == "Inställd: Vandringar"


def test_an_event_in_one_place_with_a_position_is_there(tmp_path: Path) -> None:
    events = events_of(built(tmp_path))
    one, two = events["2018-02-09-torget"], events["2018-03-30-helg"]
    assert (one["LOCATION"], one["GEO"].to_ical()) == ("torget", "59.47857;17.74834")
    assert two["LOCATION"] == "torget och parken" and "GEO" not in two


def test_an_event_is_stamped_with_the_day_on_which_it_was_known(tmp_path: Path) -> None:
    events = events_of(built(tmp_path))
    stamps = {name: event["DTSTAMP"].dt.date().isoformat() for name, event in events.items()}
    assert stamps == {
        "2018-02-09-torget": "2018-03-05",
        "2018-03-30-helg": "2018-04-02",
        "2018-05-04-natten": "2018-05-04",
        "2018-06-01-oppet": "2018-06-01",
        "2018-09-01-installd": "2018-09-01",
        "2018-09-08-okand": "2018-08-20",
        "2018-12-24-julkvall": "2018-09-03",
    }


def test_another_file_changes_no_event(tmp_path: Path) -> None:
    more = {"loften/2018/insatser/2018-09-20-ny.md": action("datum: 2018-09-20")}
    before = events_of(built(tmp_path / "1"))
    after = events_of(built(tmp_path / "2", {**FILES, **more}))
    assert set(after) - set(before) == {"2018-09-20-ny"}
    assert {name: after[name].to_ical() for name in before} == {
        name: event.to_ical() for name, event in before.items()
    }


def test_while_anything_is_an_example_every_event_says_so() -> None:
    files = site.pages(site.build_in_memory(site.ROOT / "content"))
    names = [str(event["SUMMARY"]) for event in events_of(files).values()]
    assert len(names) > 20
    assert [name for name in names if not name.startswith("Exempel: ")] == []


def test_key_names_the_version_that_is_installed() -> None:
    assert f"icalendar {version('icalendar')}" == MADE_WITH
