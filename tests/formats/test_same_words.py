"""Feed, box, data and social texts say what status.py says, word for word and figure for figure."""

import json
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from xml.etree import ElementTree as ET

import pytest
import reading
import site_under_test as site
from bs4 import BeautifulSoup

from followup.content.files import read_tree
from followup.content.load import load
from followup.naming import Words
from followup.progress import Progress, compute, milestones
from followup.social import LIMIT, named
from followup.status import Status, statuses_of
from followup.swedish import capitalise
from followup.swedish import day as written_day

SITES = [
    ("content", "2017-12-15"),
    ("content", "2018-10-01"),
    ("content", "2019-06-01"),
    ("tests/every_kind", "2021-10-01"),
    ("tests/every_kind", "2024-12-31"),
    ("tests/every_kind", "2025-12-15"),
    ("tests/every_kind", "2026-11-15"),
]


@lru_cache(maxsize=2)
def files_of(which: str, day: str) -> Mapping[str, bytes]:
    return site.pages(site.build_in_memory(site.ROOT / which, day))


def progress_of(which: str, day: str) -> tuple[Progress, Words]:
    loaded = load(read_tree(site.ROOT / which)[0]).site
    assert loaded
    known, progress = compute(loaded, date.fromisoformat(day))
    return progress, Words.of(known)


def current(which: str, day: str) -> list[Status]:
    progress, words = progress_of(which, day)
    return [status for result in progress.current for status in statuses_of(result, words)]


def line(status: Status) -> str:
    figure = f" {capitalise(status.figure)}." if status.figure else ""
    return f"{named(status)}: {status.label}.{figure}"


@pytest.mark.parametrize(("which", "day"), SITES)
def test_the_feed_says_how_far_each_target_of_each_promise_has_come(which: str, day: str) -> None:
    progress, words = progress_of(which, day)
    feed = ET.fromstring(files_of(which, day)["flode.xml"])
    atom = {"a": "http://www.w3.org/2005/Atom"}
    said = {
        (entry.findtext("a:id", "", atom)).partition(":/")[2]: entry.findtext("a:summary", "", atom)
        for entry in feed.findall("a:entry", atom)
    }
    for result in progress.promises:
        name = f"loften/{result.promise.id}/#laget"
        if name not in said:
            assert len(said) == 100  # an old promise, whose news are older than those shown
            continue
        lines = " ".join(line(status) for status in statuses_of(result, words))
        assert said[name].endswith(lines)
        if result.reported_to:
            assert f"Redovisat till och med {written_day(result.reported_to)}." in said[name]


@pytest.mark.parametrize(("which", "day"), SITES)
def test_the_data_says_the_same(which: str, day: str) -> None:
    data = json.loads(files_of(which, day)["dela/ruta.json"])
    progress, words = progress_of(which, day)
    assert [promise["titel"] for promise in data["löften"]] == [
        f"Exempel: {result.promise.title}" for result in progress.current
    ]
    address = data["adress"].rstrip("/")
    for told, result in zip(data["löften"], progress.current, strict=True):
        assert told["redovisat_till"] == (result.reported_to and result.reported_to.isoformat())
        assert told["åtgärder"] == [
            {
                "id": status.id,
                "rubrik": f"Exempel: {named(status)}",
                "läge": status.label,
                "siffra": status.figure,
                "mening": status.sentence,
                "redovisat_till": status.reported_to and status.reported_to.isoformat(),
                "adress": address + status.address,
            }
            for status in statuses_of(result, words)
        ]


@pytest.mark.parametrize(("which", "day"), SITES)
def test_the_box_says_the_same(which: str, day: str) -> None:
    expected = [
        " ".join(filter(None, (named(s), f"{s.label}.", capitalise(s.figure or ""))))
        for s in current(which, day)
    ]
    share = BeautifulSoup(files_of(which, day)["dela/index.html"], "html.parser")
    shown = [str(frame["srcdoc"]) for frame in share.select("iframe[srcdoc]")]
    copied = [share.select(f"#{id}")[0].get_text() for id in ("med-stil", "utan-stil")]
    framed = files_of(which, day)["dela/ruta/index.html"].decode()
    for html in (framed, *shown, *copied):
        rows = BeautifulSoup(html, "html.parser").select(".loftet-ruta li")
        assert [" ".join(row.get_text().split()) for row in rows] == [
            " ".join(text.split()) for text in expected
        ]


@pytest.mark.parametrize(("which", "day"), SITES)
def test_every_target_that_has_reached_something_has_a_text_that_says_the_same(
    which: str, day: str
) -> None:
    soup = BeautifulSoup(files_of(which, day)["dela/index.html"], "html.parser")
    fields = [field.get_text().removeprefix("\n") for field in soup.select("#inlagg ~ * textarea")]
    texts = [text for text in fields if "https://" in text]
    reached = [status for status in current(which, day) if milestones(status.target)]
    assert len(texts) == len(reached)
    for text, status in zip(texts, reached, strict=True):
        assert text.startswith(f"Exempel: {named(status)}: ")
        assert status.sentence in text or line(status) in text
        assert not status.reported_to or written_day(status.reported_to) in text
        assert len(text) <= LIMIT


def test_the_front_page_has_the_same_figures() -> None:
    front = reading.main_text(files_of("content", "2018-10-01")["index.html"])
    for status in current("content", "2018-10-01"):
        assert status.label in front and (status.figure or "") in front
