"""A site that holds every kind of promise, and what was expected of each by reading the model.

`every_kind/` is the content of an invented municipality. `every_kind_facit.txt` was written by hand
from the content model, before the program had answered.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any, get_args

import pytest
import site_under_test as site

from followup.content import table
from followup.content.document import Mapping, Node, Scalar, Sequence, parse
from followup.content.files import read_tree
from followup.content.load import load
from followup.content.record import Record
from followup.content.schema import (
    ACTION,
    FREE_PAGE,
    LAYERS,
    MEASURE,
    OUTCOME,
    PARTY,
    PLACE,
    PROMISE,
    READING,
    RECORDS,
    REPORT,
    ROW,
    SETTINGS,
)
from followup.model import Site, Target, Unit
from followup.pipeline import BuildResult
from followup.progress import MeasureResult, PromiseResult, TargetResult, compute
from followup.progress.result import ReasonKind, Score, State, StepResult, Tally
from followup.reporting import report

CONTENT = Path(__file__).parent / "every_kind"
HEADING = re.compile(r"== (?P<promise>\S+) den (?P<day>[\d-]+).*")


def expected(name: str) -> list[str]:
    """The parts of a hand-written table, one for each promise and day."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return [part.rstrip("\n") for part in text.split("\n\n")[1:]]


def _heading(written: str) -> str:
    return written.split("\n")[0][3:28]


@pytest.mark.parametrize("written", expected("every_kind_facit.txt"), ids=_heading)
def test_every_measure_is_as_the_content_model_says(written: str) -> None:
    result, day = _seen(written)
    assert "\n".join(_table(result, day)) == written


@pytest.mark.parametrize("written", expected("every_kind_delar.txt"), ids=_heading)
def test_every_figure_is_made_of_what_the_content_model_says(written: str) -> None:
    result, day = _seen(written)
    made = {measure.measure.id: "; ".join(_parts(measure)) for measure in result.measures}
    lines = (f"{id}: {parts}" for id, parts in made.items() if parts)
    assert "\n".join((f"== {result.promise.id} den {day}", *lines)) == written


DAYS = (
    "2019-12-01",
    "2021-10-01",
    "2023-06-01",
    "2024-09-15",
    "2025-02-01",
    "2025-12-15",
    "2026-09-20",
)
LAST = "2026-11-15"


@pytest.mark.parametrize("day", [*DAYS, LAST])
def test_the_whole_site_is_built_without_a_word_and_every_link_in_it_leads_somewhere(
    day: str,
) -> None:
    result = _built(day)
    assert report(result.diagnostics, result.texts) == ""
    files = site.pages(result)
    anchors = {path: _anchors(html) for path, html in files.items() if path.endswith(".html")}
    links = {(path, link) for path in anchors for link in _links(files[path])}
    assert len(links) > 100
    assert sorted(lost for lost in links if not _leads_somewhere(*lost, anchors, files)) == []


@pytest.mark.parametrize("day", [*DAYS, LAST])
def test_no_draft_is_published(day: str) -> None:
    files = site.pages(_built(day))
    assert [path for path, data in files.items() if b"Hemligt utkast" in data] == []
    assert not any("utkast" in path for path in files)


@pytest.mark.parametrize(
    ("day", "path", "is_there"),
    [
        ("2025-09-30", "loften/2025-2026/effekter/klotter/index.html", False),
        ("2025-10-01", "loften/2025-2026/effekter/klotter/index.html", True),
        ("2025-11-30", "fragor/index.html", False),
        ("2025-12-01", "fragor/index.html", True),
        ("2026-01-14", "loften/2025-2026/insatser/2025-11-10-foredrag/index.html", False),
        ("2026-01-15", "loften/2025-2026/insatser/2025-11-10-foredrag/index.html", True),
        ("2026-03-14", "loften/2025-2026/redovisningar/2026-02-28-kommunen/index.html", False),
        ("2026-03-15", "loften/2025-2026/redovisningar/2026-02-28-kommunen/index.html", True),
    ],
)
def test_what_is_held_back_is_published_on_its_day(day: str, path: str, is_there: bool) -> None:
    assert (path in site.pages(_built(day))) == is_there


def test_every_state_is_there() -> None:
    assert {line[1] for line in _lines()} | {"inte påbörjad"} == set(get_args(State))


def test_every_kind_of_target_is_there_with_every_way_to_promise_it() -> None:
    targets = [t for p in loaded_site().promises for m in p.measures for t in m.targets]
    assert {_shape(target) for target in targets} == {
        "antal",
        "antal antal",
        "antal minst",
        "antal högst",
        "antal antal per plats",
        "antal antal per enhet",
        "frekvens antal",
        "frekvens minst",
        "frekvens högst",
        "frekvens antal per plats",
        "frekvens antal per enhet",
        "engångs",
        "engångs senast",
        "engångs senast steg",
        "svarstid",
        "vid_behov",
        "stående",
        "löpande",
    }
    seasons = [target.applies for target in targets]
    words = {"ord" if isinstance(season, str) else len(season) for season in seasons}
    assert words == {0, 1, 2, "ord"}


def test_every_reason_for_not_counting_is_there() -> None:
    found = {reason for line in _lines() for reason in line[-1].split(", ") if reason != "–"}
    assert found == set(get_args(ReasonKind))


def test_every_field_is_written_somewhere() -> None:
    """But for words that would hide the made.

    No party here gives a warning to answer; tests/rules/test_answers.py has one that does.
    """
    written = {(record.name, key) for record, key, _ in _written()}
    shown = [record for record in RECORDS if record.name != "notistext"]
    every = {(record.name, field.key) for record in shown for field in record.fields}
    assert every - written == {("part", "granskat")}


def test_every_word_to_choose_from_is_chosen_somewhere() -> None:
    written = {(record.name, key, value) for record, key, value in _written()}
    every = {
        (record.name, field.key, choice)
        for record in RECORDS
        for field in record.fields
        for choice in field.choices
    }
    assert every - written == {
        # What is so when nothing is written, and what the one site cannot be too.
        ("insats", "status", "genomförd"),
        ("rad", "noggrannhet", "exakt"),
        ("redovisning", "omfattar", "hela"),
        ("tillgänglighet", "förenlig", "helt"),
        ("tillgänglighet", "förenlig", "inte"),
        ("åtgärd", "ordalydelse", "citat"),
    }


@pytest.mark.parametrize("promise", ["2020-2022", "2024", "2025-2026"])
def test_nothing_is_begun_before_the_period(promise: str) -> None:
    progress = compute(loaded_site(), date(2019, 12, 1))[1]
    result = next(p for p in progress.promises if p.promise.id == promise)
    assert {measure.state for measure in result.measures} == {"inte påbörjad"}


def _seen(written: str) -> tuple[PromiseResult, date]:
    heading = HEADING.match(written)
    assert heading
    day = date.fromisoformat(heading["day"])
    promises = compute(loaded_site(), day)[1].promises
    return next(p for p in promises if p.promise.id == heading["promise"]), day


@cache
def loaded_site() -> Site:
    loaded = load(read_tree(CONTENT)[0])
    assert loaded.site
    return loaded.site


@cache
def _built(day: str) -> BuildResult:
    return site.build_in_memory(CONTENT, day)


def _shape(target: Target) -> str:
    """Its kind and which of the keys that change its meaning are written."""
    told = {
        "antal": target.amount is not None,
        "minst": target.at_least is not None,
        "högst": target.at_most is not None,
        "senast": target.deadline is not None,
        "steg": bool(target.steps),
        "per plats": target.per == "plats",
        "per enhet": isinstance(target.per, Unit),
    }
    return " ".join((target.kind, *(key for key, is_told in told.items() if is_told)))


def _lines() -> list[list[str]]:
    """The cells of every line in the first table."""
    parts = expected("every_kind_facit.txt")
    return [line.split(" | ") for part in parts for line in part.split("\n")[1:]]


def _anchors(html: bytes) -> frozenset[str]:
    return frozenset(re.findall(r'\bid="([^"]*)"', html.decode()))


def _links(html: bytes) -> list[str]:
    """Addresses within the site, less the mark that tells versions of a file apart."""
    found = re.findall(r'\b(?:href|src)="([/#][^"]*)"', html.decode())
    return [unescape(address).partition("?")[0] for address in found]


def _leads_somewhere(
    page: str, link: str, anchors: dict[str, frozenset[str]], files: dict[str, bytes]
) -> bool:
    address, _, anchor = link.partition("#")
    path = f"{address[1:]}index.html" if address.endswith("/") else address[1:]
    path = path if address else page
    return path in files and (not anchor or anchor in anchors[path])


# Which table a file is read by, as its path says it.
TABLES: dict[str, tuple[Record[Any], ...]] = {
    "webbplats.yaml": (SETTINGS,),
    "parter.yaml": (PARTY,),
    "lager.yaml": (LAYERS,),
    "platser/": (PLACE,),
    "sidor/": (FREE_PAGE,),
    "lofte.md": (PROMISE,),
    "/atgarder/": (MEASURE,),
    "/insatser/": (ACTION,),
    "/redovisningar/": (REPORT, ROW),
    "/effekter/": (OUTCOME,),
}


# A value is read by a function of its own, which does not name its table.
READINGS: dict[str, Record[Any]] = {"utgångsläge": READING, "värden": READING}


def _written() -> Iterator[tuple[Record[Any], str, str]]:
    """Every key in the content with the table it belongs to, and its value when that is a word."""
    texts = load(read_tree(CONTENT)[0]).texts
    for path, text in ((path, text) for path, text in texts.items() if ".geojson" not in path):
        tables = next((found for part, found in TABLES.items() if part in path), ())
        for group in _groups(path, text):
            yield from _keys(group, tables)


def _groups(path: str, text: str) -> Iterator[Node]:
    if table.is_table(path):
        yield from table.parse(path, text).rows
    elif path == "parter.yaml":
        yield from (entry.value for entry in parse(path, text).front_matter.entries)
    else:
        yield parse(path, text).front_matter


def _keys(node: Node, tables: tuple[Record[Any], ...]) -> Iterator[tuple[Record[Any], str, str]]:
    for entry in node.entries if isinstance(node, Mapping) else ():
        for record in tables:
            field = record.field(entry.key.text)
            if field is None:
                continue
            inner = entry.value.items if isinstance(entry.value, Sequence) else (entry.value,)
            for item in inner:
                yield record, field.key, item.text if isinstance(item, Scalar) else ""
                if table_of_field := field.record or READINGS.get(field.key):
                    yield from _keys(item, (table_of_field,))


def _table(result: PromiseResult, day: date) -> Iterator[str]:
    flags = _flags({"slutlig": result.is_final, "inaktuell": result.is_stale})
    words = (result.face, str(result.reported_to or "–"), *((flags,) if flags else ()))
    yield f"== {result.promise.id} den {day}: {', '.join(words)}"
    yield from (_line(measure) for measure in result.measures)


def _line(result: MeasureResult) -> str:
    flags = {
        "slutlig": result.is_final,
        "inaktuell": result.is_stale,
        "nämns inte": result.is_unmentioned,
    }
    reasons = {n.reason.kind for target in result.targets for n in target.not_counted}
    return " | ".join(
        (
            result.measure.id,
            result.state,
            " + ".join(_figure(target) for target in result.targets),
            str(result.reported_to or "–"),
            _flags(flags) or "–",
            ", ".join(sorted(reasons)) or "–",
        )
    )


def _flags(flags: dict[str, bool]) -> str:
    return ", ".join(name for name, holds in flags.items() if holds)


def _figure(target: TargetResult) -> str:
    if target.score:
        return _score(target.score)
    return _tally(target.tally) if target.tally else "–"


def _score(score: Score) -> str:
    counts = {
        "hållna": score.kept,
        "missade": score.missed,
        "okända": score.unknown,
        "kommande": score.coming,
    }
    return ", ".join(f"{n} {name}" for name, n in counts.items() if n) or "0 hållna"


def _tally(tally: Tally) -> str:
    return str(tally.number) if tally.accuracy == "exakt" else f"{tally.number} {tally.accuracy}"


def _parts(result: MeasureResult) -> Iterator[str]:
    for target in result.targets:
        yield from _parts_of(target)
    counts = {
        "inställda": result.cancelled,
        "planerade": result.planned,
        "obekräftade": result.unconfirmed,
    }
    yield from (f"{name} {len(actions)}" for name, actions in counts.items() if actions)


def _step(result: StepResult) -> str:
    told = "ogjort" if result.undone_by else "inte redovisat"
    return f"{result.step.id} {'klart' if result.done_by else told}"


def _parts_of(target: TargetResult) -> Iterator[str]:
    if target.silent:
        yield "saknar uppgift " + ", ".join(f"{span.first}–{span.last}" for span in target.silent)
    if tally := target.tally:
        yield from (f"skiljer sig {quote.row.number}" for quote in tally.disputed)
        yield from (f"del {quote.row.number}" for quote in tally.inner)
        if tally.evidence:
            yield f"underlag {len(tally.evidence)}"
    if pace := target.pace:
        yield f"takt {pace.kind}, {pace.expected} väntade {pace.day}"
    if target.steps:
        yield f"steg {', '.join(map(_step, target.steps))}"
    if target.each:
        yield ", ".join(f"{place.place} {place.target.state}" for place in target.each)
    if target.differing:
        yield f"omdöme {target.differing.row.verdict}"
