"""The feed: valid, lasting, in plain Swedish, and never new because of a build."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser
import golden
import pytest
import site_under_test as site
from channel_site import FILES, HIDDEN, SECRET, action, built

from followup.formats.feed import MOST

ATOM = "{http://www.w3.org/2005/Atom}"
CORRECTED = "/loften/2018/insatser/2018-02-09-torget/"


def feed_of(files: Mapping[str, bytes]) -> ET.Element:
    return ET.fromstring(files["flode.xml"])


def entries_of(files: Mapping[str, bytes]) -> dict[str, dict[str, str]]:
    """Each entry's texts by its name, without whose address it is and the day on which it was."""
    return {
        (entry.findtext(f"{ATOM}id") or "").partition(":/")[2]: {
            part.tag.removeprefix(ATOM): part.text or "" for part in entry
        }
        for entry in feed_of(files).findall(f"{ATOM}entry")
    }


def test_the_feed_reads_as_in_the_golden_file(tmp_path: Path) -> None:
    golden.check("delar/flode.xml", built(tmp_path)["flode.xml"].decode())


def _sites(folder: Path) -> dict[str, Mapping[str, bytes]]:
    return {
        "small": built(folder),
        "shipped": site.pages(site.build_in_memory(site.ROOT / "content")),
        "every kind": site.pages(
            site.build_in_memory(site.ROOT / "tests" / "every_kind", "2024-12-31")
        ),
    }


def test_a_reader_s_program_takes_it_without_a_word(tmp_path: Path) -> None:
    for name, files in _sites(tmp_path).items():
        read = feedparser.parse(files["flode.xml"])
        assert not read.bozo, name
        assert read.version == "atom10"
        assert read.feed.language == "sv"
        assert len(read.entries) == len(feed_of(files).findall(f"{ATOM}entry")) > 5, name


def test_it_has_all_that_the_standard_demands(tmp_path: Path) -> None:
    """RFC 4287, 4.1.1 and 4.1.2: what a feed and an entry MUST have, and how often."""
    for files in _sites(tmp_path).values():
        feed = feed_of(files)
        assert feed.tag == f"{ATOM}feed"
        _has_once(feed, "id", "title", "updated", "rights", "subtitle")
        assert feed.findall(f"{ATOM}author/{ATOM}name")
        assert _links(feed).keys() == {"self", "alternate"}
        ids = [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]
        assert len(set(ids)) == len(ids)
        for entry in feed.findall(f"{ATOM}entry"):
            _has_once(entry, "id", "title", "updated", "published", "summary")
            assert _links(entry).keys() == {"alternate"}
            assert all(name.text for name in entry.findall(f"{ATOM}author/{ATOM}name"))
            updated, published = (_time(entry, name) for name in ("updated", "published"))
            assert updated >= published and updated.tzinfo


def _has_once(element: ET.Element, *names: str) -> None:
    for name in names:
        found = element.findall(f"{ATOM}{name}")
        assert len(found) == 1 and found[0].text, name


def _links(element: ET.Element) -> dict[str, str]:
    found = element.findall(f"{ATOM}link")
    links = {link.attrib["rel"]: link.attrib["href"] for link in found}
    assert len(links) == len(found)
    assert all(address.startswith("https://") for address in links.values())
    return links


def _time(entry: ET.Element, name: str) -> datetime:
    return datetime.fromisoformat(entry.findtext(f"{ATOM}{name}") or "")


def test_newest_is_first_and_the_feed_is_as_new_as_its_newest_entry(tmp_path: Path) -> None:
    for files in _sites(tmp_path).values():
        feed = feed_of(files)
        times = [_time(entry, "updated") for entry in feed.findall(f"{ATOM}entry")]
        assert times == sorted(times, reverse=True)
        assert _time(feed, "updated") == times[0]


def test_every_entry_leads_to_a_page(tmp_path: Path) -> None:
    for files in _sites(tmp_path).values():
        for entry in feed_of(files).findall(f"{ATOM}entry"):
            path = _links(entry)["alternate"].split("/", 3)[3]
            assert f"{path}index.html" in files


def test_every_page_tells_where_the_feed_is(tmp_path: Path) -> None:
    link = b'<link rel="alternate" type="application/atom+xml" title="Nytt om l\xc3\xb6ftet"'
    for path, page in built(tmp_path).items():
        if path.endswith(".html"):
            assert link + b' href="/flode.xml">' in page, path


def test_without_a_promise_there_is_no_feed_and_no_word_of_one(tmp_path: Path) -> None:
    files = built(tmp_path, {name: FILES[name] for name in ("webbplats.yaml", "parter.yaml")})
    assert "flode.xml" not in files and "kalender.ics" not in files
    assert [path for path, data in files.items() if b"flode.xml" in data] == []


def test_another_day_announces_nothing_again(tmp_path: Path) -> None:
    """The same content a month later: not a byte of what was told is different."""
    before, after = (entries_of(built(tmp_path, day=day)) for day in ("2018-10-01", "2018-10-31"))
    assert before == after


def test_another_file_changes_no_entry_but_the_one_on_how_far_it_has_come(tmp_path: Path) -> None:
    before = entries_of(built(tmp_path / "1"))
    more = {"loften/2018/insatser/2018-09-20-ny.md": action("datum: 2018-09-20")}
    after = entries_of(built(tmp_path / "2", {**FILES, **more}))
    new = "loften/2018/insatser/2018-09-20-ny/"
    standing = "loften/2018/#laget"
    assert set(after) - set(before) == {new}
    assert {name for name in before if after[name] != before[name]} == {standing}
    assert after[standing]["updated"] == after[new]["updated"] == "2018-09-20T12:00:00+02:00"


def test_a_renamed_action_is_no_news(tmp_path: Path) -> None:
    old = "loften/2018/insatser/2018-06-01-oppet.md"
    files = {name: text for name, text in FILES.items() if name != old}
    new = FILES[old].replace("tid: 18", "tid: 18\ntidigare_adress: 2018-06-01-oppet")
    renamed = built(tmp_path / "2", {**files, "loften/2018/insatser/2018-06-01-nytt.md": new})
    assert entries_of(renamed).keys() == entries_of(built(tmp_path / "1")).keys()


def test_a_correction_is_told_and_what_it_corrects_says_so(tmp_path: Path) -> None:
    entries = entries_of(built(tmp_path))
    corrected = entries[CORRECTED.lstrip("/")]
    assert corrected["published"] == "2018-02-09T12:00:00+01:00"
    assert corrected["updated"] == "2018-03-05T12:00:00+01:00"
    said = "Rättat 5 mars 2018: Klockslaget är rättat från 21 till 22."
    assert corrected["summary"].endswith(said)
    told = entries[f"{CORRECTED.lstrip('/')}#rattelse-2018-03-05"]
    assert told["title"] == "Rättelse: Första kvällen & <torget>"
    assert told["summary"] == "Klockslaget är rättat från 21 till 22."


@pytest.mark.parametrize(
    ("day", "written"),
    [("2018-01-31", "2018-01-31T12:00:00+01:00"), ("2018-07-31", "2018-07-31T12:00:00+02:00")],
)
def test_a_day_is_told_as_noon_in_sweden(tmp_path: Path, day: str, written: str) -> None:
    files = {**FILES, "loften/2018/insatser/x.md": action(f"datum: {day}")}
    assert entries_of(built(tmp_path, files))["loften/2018/insatser/x/"]["updated"] == written


def test_no_more_than_so_many_and_the_oldest_are_left_out(tmp_path: Path) -> None:
    days = [f"2018-{month:02}-{day:02}" for month in range(1, 9) for day in range(1, 16)]
    many = {f"loften/2018/insatser/{day}.md": action(f"datum: {day}") for day in days}
    found = entries_of(built(tmp_path, {**site.SMALL, **many}))
    assert len(found) == MOST < len(days)
    assert "loften/2018/insatser/2018-08-15/" in found
    assert "loften/2018/insatser/2018-01-01/" not in found


def test_while_anything_is_an_example_every_title_says_so() -> None:
    files = site.pages(site.build_in_memory(site.ROOT / "content"))
    titles = [element.text or "" for element in feed_of(files).iter(f"{ATOM}title")]
    assert len(titles) > 20
    assert [title for title in titles if not title.startswith("Exempel: ")] == []


def test_what_is_not_public_is_in_no_channel(tmp_path: Path) -> None:
    files = built(tmp_path / "1", {**FILES, **HIDDEN})
    assert [path for path, data in files.items() if SECRET.encode() in data] == []
    for name in ("flode.xml", "kalender.ics", "dela/ruta.json", "dela/index.html"):
        assert files[name] == built(tmp_path / "2")[name], name


def test_a_site_below_another_has_the_path_in_every_name_and_address(tmp_path: Path) -> None:
    settings = FILES["webbplats.yaml"].replace(".example\n", ".example/loftet/\n", 1)
    entries = feed_of(built(tmp_path, {**FILES, "webbplats.yaml": settings}))
    for entry in entries.findall(f"{ATOM}entry"):
        id = entry.findtext(f"{ATOM}id") or ""
        assert id.startswith("tag:loftet.example,2018-01-01:/loftet/loften/2018/")
        assert _links(entry)["alternate"].startswith("https://loftet.example/loftet/loften/2018/")
