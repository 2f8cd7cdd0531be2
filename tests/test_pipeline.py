"""From a content folder to the files of a finished site."""

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import golden
import pytest
import reading
from site_under_test import MEASURE, PROMISE, ROOT, SETTINGS, SMALL, build_in_memory, pages, write

from followup.reporting import report

SECRET = "Hemligheten"


def test_the_front_page_has_the_result_in_words_and_a_row_per_measure() -> None:
    front = pages(build_in_memory(ROOT / "content"))["index.html"].decode()
    assert (
        "<h1>Löftet har sex åtgärder: en är genomförd, fyra pågår och en är inte redovisad än.</h1>"
        in front
    )
    assert front.count('<h2><a href="/loften/2018/atgarder/') == 6
    assert 'Redovisat till och med <time datetime="2018-10-01">1 oktober 2018</time>.' in front


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("2017-12-15", "Löftet börjar gälla 1 januari 2018."),
        ("2018-01-15", "Inget är redovisat än."),
        ("2018-10-01", "Redovisat till och med 1 oktober 2018."),
        ("2019-01-02", "Perioden är slut. Ingen slutredovisning är publicerad."),
        ("2019-06-01", "Arbete pågår för att ta fram nya medborgarlöften."),
    ],
)
def test_each_day_has_its_face(day: str, says: str) -> None:
    front = pages(build_in_memory(ROOT / "content", day))["index.html"]
    assert says in reading.main_text(front)


def test_the_shipped_content_has_no_faults_and_no_warnings() -> None:
    assert build_in_memory(ROOT / "content").diagnostics == ()


def test_an_action_that_breaks_a_condition_is_shown_with_its_reason_and_not_counted() -> None:
    made = pages(build_in_memory(ROOT / "content"))
    measure = reading.main_text(made["loften/2018/atgarder/narkotikainsatser/index.html"])
    counted, not_counted = measure.split("Det här räknades inte")
    assert "Polisens egen narkotikainsats i Kungsängen" not in counted
    listed = "14 juni 2018 Polisens egen narkotikainsats i Kungsängen Socialtjänsten deltog inte."
    assert not_counted.strip().startswith(listed)
    assert "5 genomförda (minst 4 utlovade)" in counted


def test_the_promised_words_stand_verbatim() -> None:
    seed = (ROOT / "tests" / "medborgarlofte-2018.txt").read_text(encoding="utf-8")
    bullets = re.findall(r"• (.+)", seed)
    made = pages(build_in_memory(ROOT / "content"))
    promise = reading.main_text(made["loften/2018/index.html"])
    assert len(bullets) == 6
    assert [bullet for bullet in bullets if bullet not in promise] == []


class _Page(HTMLParser):
    """The links, anchors and loaded files of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.links += [value for name in ("href", "src") if (value := values.get(name))]
        if values.get("id"):
            self.ids.add(values["id"] or "")


def _parsed(html: bytes) -> _Page:
    page = _Page()
    page.feed(html.decode())
    return page


@pytest.mark.parametrize("day", ["2017-12-15", "2018-01-15", "2018-10-01", "2019-06-01"])
def test_every_link_leads_somewhere_and_every_page_can_be_reached(day: str) -> None:
    made = pages(build_in_memory(ROOT / "content", day))
    parsed = {path: _parsed(data) for path, data in made.items() if path.endswith(".html")}
    broken, reached, queue = [], {"index.html"}, ["index.html"]
    while queue:
        path = queue.pop()
        for link in parsed[path].links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = unquote(parts.path).lstrip("/") if parts.path else path
            target = target + "index.html" if target.endswith("/") or not target else target
            if target not in made:
                broken.append(f"{path} -> {link}")
            elif target in parsed:
                if parts.fragment and parts.fragment not in parsed[target].ids:
                    broken.append(f"{path} -> {link}")
                if target not in reached:
                    reached.add(target)
                    queue.append(target)
    assert broken == []
    assert {path for path in parsed if path != "404.html"} - reached == set()


def test_the_site_works_below_a_path(tmp_path: Path) -> None:
    settings = SETTINGS.replace("https://loftet.example", "https://kommunen.example/loftet/")
    content = write(tmp_path, {**SMALL, "webbplats.yaml": settings})
    made = pages(build_in_memory(content, "2018-05-01"))
    links = [
        link
        for path, data in made.items()
        if path.endswith(".html")
        for link in _parsed(data).links
        if link.startswith("/")
    ]
    assert links and all(link.startswith("/loftet/") for link in links)
    assert b'<link rel="canonical" href="https://kommunen.example/loftet/">' in made["index.html"]
    assert made["robots.txt"].endswith(b"Sitemap: https://kommunen.example/loftet/sitemap.xml\n")


ACTION = """---
datum: 2018-04-{day:02}
åtgärd: vandringar
rubrik: {heading}
{extra}
---
{body}
"""


def test_drafts_and_embargoed_content_are_in_no_file(tmp_path: Path) -> None:
    content = write(
        tmp_path,
        {
            **SMALL,
            "loften/2018/insatser/2018-04-01-oppen.md": ACTION.format(
                day=1,
                heading="Öppen",
                extra="",
                body="[en väg](2018-04-02-hemligheten.md)",
            ),
            "loften/2018/insatser/2018-04-02-hemligheten.md": ACTION.format(
                day=2, heading=SECRET, extra="utkast: ja", body=SECRET
            ),
            "loften/2018/insatser/2018-04-03-hemligheten.md": ACTION.format(
                day=3, heading=SECRET, extra="publiceras: 2018-06-01", body=SECRET
            ),
            "loften/2018/redovisningar/hemligheten.md": (
                "---\ntill: 2018-04-30\nuppgift_från: polisen\nutkast: ja\n"
                f"åtgärd: vandringar\ntext: {SECRET}\n---\n"
            ),
            "sidor/hemligheten.md": f"---\nrubrik: {SECRET}\nutkast: ja\n---\n{SECRET}\n",
        },
    )
    result = build_in_memory(content, "2018-05-01", today="2018-12-01")
    assert report(result.diagnostics, result.texts) == ""
    leaks = [
        file.path
        for file in result.files
        if SECRET.lower() in file.path or SECRET.lower().encode() in file.data.lower()
    ]
    assert leaks == []
    shown = build_in_memory(content, "2018-05-01", today="2018-12-01", with_drafts=True)
    assert sum(SECRET.encode() in file.data for file in shown.files) > 4


def test_with_drafts_every_page_says_so_and_asks_not_to_be_indexed(tmp_path: Path) -> None:
    made = pages(build_in_memory(write(tmp_path, SMALL), "2018-05-01", with_drafts=True))
    without = [
        path
        for path, data in made.items()
        if path.endswith(".html")
        and not (b"<strong>Utkast.</strong>" in data and b"noindex" in data)
    ]
    assert without == []


def test_with_an_example_every_page_says_so_and_asks_not_to_be_indexed() -> None:
    for day in ("2017-12-15", "2018-10-01"):
        made = pages(build_in_memory(ROOT / "content", day))
        without = [
            path
            for path, data in made.items()
            if path.endswith(".html")
            and not (b"<strong>Demonstration.</strong>" in data and b"noindex" in data)
        ]
        assert without == []


def test_without_examples_nothing_but_the_box_asks_not_to_be_indexed(tmp_path: Path) -> None:
    made = pages(build_in_memory(write(tmp_path, SMALL), "2018-05-01"))
    hidden = [path for path, data in made.items() if b"noindex" in data]
    assert hidden == ["dela/ruta/index.html"]
    assert b"<loc>https://loftet.example/loften/2018/</loc>" in made["sitemap.xml"]


def test_no_page_has_inline_script_or_style_or_loads_from_elsewhere() -> None:
    """Linked data stand in a script that is data: it is never run, whatever the policy says."""
    foreign = re.compile(
        r"<style|\sstyle=|\son[a-z]+=|<script(?! src=\"/| type=\"application/ld\+json\">)"
    )
    for path, data in pages(build_in_memory(ROOT / "content")).items():
        if path.endswith(".html"):
            html = data.decode()
            assert "default-src 'self'" in html, path
            assert not foreign.search(html), path
            loaded = re.findall(
                r"<(?:script|img|iframe|link rel=\"stylesheet\")[^>]*(?:src|href)=\"([^\"]*)", html
            )
            assert all(address.startswith("/") for address in loaded), path


FAULTY: dict[str, str | bytes] = {
    "webbplats.yaml": SETTINGS,
    "parter.yaml": SMALL["parter.yaml"],
    "loften/2018/lofte.md": PROMISE.replace("titel: Löftet 2018\n", ""),
    "loften/2018/atgarder/vandringar.md": MEASURE.replace("rubrik", "rubrk"),
    "loften/2018/atgarder/trasig.md": '---\nrubrik: "Trasig\nmål:\n  typ: löpande\n---\n',
    "loften/2018/insatser/a.md": "---\ndatum: 2018-02-30\nåtgärd: vandringar\n---\n",
    "loften/2018/insatser/b.md": "---\ndatum: 2018-02-03\nåtgärd: vandrigar\n---\n",
    "platser/torget.md": "---\nnamn: Torget på Ö".encode("latin-1"),
}


def test_all_faults_are_told_at_once_each_with_its_place(tmp_path: Path) -> None:
    result = build_in_memory(write(tmp_path, FAULTY), "2018-05-01")
    assert result.files == ()
    golden.check("alla-fel.txt", report(result.diagnostics, result.texts, "content/"))


def test_a_fault_leaves_the_published_site_byte_for_byte_as_it_was(tmp_path: Path) -> None:
    content, target = write(tmp_path / "content", SMALL), tmp_path / "site"
    assert _run("--innehåll", content, "--till", target).returncode == 0
    before = _snapshot(target)
    write(content, FAULTY)
    failed = _run("--innehåll", content, "--till", target)
    assert failed.returncode == 1
    assert failed.stderr.rstrip().endswith(
        "Webbplatsen är inte ändrad: den gamla versionen ligger kvar."
    )
    assert _snapshot(target) == before


def test_a_second_build_writes_nothing(tmp_path: Path) -> None:
    target = tmp_path / "site"
    _run("--till", target)
    before = _snapshot(target)
    second = _run("--till", target)
    assert "Inget har ändrats sedan sist." in second.stdout
    assert _snapshot(target) == before


def test_the_same_content_gives_the_same_bytes_anywhere(tmp_path: Path) -> None:
    """The whole site, with PDF, Word files and images, and with what is told of the build."""
    worlds = (
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "sv_SE.UTF-8"},
        {"PYTHONHASHSEED": "3", "TZ": "Asia/Kathmandu", "LC_ALL": "", "LANG": "tr_TR.UTF-8"},
    )
    made = []
    for number, world in enumerate(worlds):
        home, target = tmp_path / f"home-{number}", tmp_path / f"site-{number}"
        home.mkdir()
        done = _run("--till", target, at=home, HOME=str(home), **world)
        assert done.returncode == 0, done.stderr
        made.append({path: data for path, (data, _) in _snapshot(target).items()})
    kinds = {Path(path).suffix for path in made[0]}
    assert {".html", ".pdf", ".docx", ".png", ".ics", ".rdf", ".csv", ".xml"} <= kinds
    assert made[0] == made[1] == made[2]


def _run(*words: object, at: Path | None = None, **env: str) -> subprocess.CompletedProcess[str]:
    """`build.py` in a process of its own, as an editor runs it."""
    return subprocess.run(
        [sys.executable, ROOT / "build.py", *map(str, words)],
        capture_output=True,
        cwd=at,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **env},
        check=False,
    )


def _snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file with its bytes and when it was written."""
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_own_words_of_today_are_not_shown_on_an_earlier_day(tmp_path: Path) -> None:
    said = "Minst fyra vandringar är utlovade. Se loftet.example."
    own = f"---\nrubrik: Så går det\nkort: {said}\n---\n"
    content = write(tmp_path, {**SMALL, "loften/2018/notis.md": own})
    today = pages(build_in_memory(content, today="2018-10-01"))
    earlier = pages(build_in_memory(content, "2018-09-01", today="2018-10-01"))
    assert b"Minst fyra vandringar \xc3\xa4r utlovade." in today["notis/index.html"]
    assert b"Minst fyra vandringar \xc3\xa4r utlovade." not in earlier["notis/index.html"]
