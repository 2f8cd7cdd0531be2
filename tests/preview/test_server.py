"""The preview as a browser meets it: a real server in a process of its own."""

import asyncio
import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from tornado.escape import json_decode, json_encode
from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

ROOT = Path(__file__).resolve().parents[2]
ABOUT = "content/sidor/om.md"
ACTION = "content/loften/2018/insatser/2018-03-14-bro-station.md"
TEMPLATE = "templates/pages/free.html"
PATIENCE = 20

# Prints a line for everything that is written, renamed or removed on the way.
PROGRAM = """
import os, signal, sys
from datetime import date
from pathlib import Path
from followup.diagnostics import FollowupError
from followup.pipeline import Job
from followup.preview.server import serve

CHANGES = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate")

is_serving = True

def witness(event, values):
    if not is_serving:  # what measures coverage writes at the end
        return
    if event in CHANGES or (event == "open" and values[2] & (os.O_WRONLY | os.O_RDWR)):
        sys.stdout.write(f"SKREV {event} {values}\\n")

sys.addaudithook(witness)
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored when started in the background
folders = [Path(name) for name in ("content", "templates", "assets")]
try:
    serve(lambda: Job(*folders, today=date(2018, 10, 1)), folders, int(sys.argv[1]))
except FollowupError as error:
    sys.exit(f"FEL {error}")
finally:
    is_serving = False
"""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    text: str


@dataclass(frozen=True)
class Preview:
    folder: Path
    port: int
    process: subprocess.Popen[bytes]

    def get(
        self, path: str, host: str = "127.0.0.1:{port}", method: str = "GET", **headers: str
    ) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            headers["Host"] = host.format(port=self.port)
            connection.request(method, path, headers=headers)
            response = connection.getresponse()
            text = response.read().decode("utf-8", "replace")
            return Answer(response.status, dict(response.headers), text)
        finally:
            connection.close()

    def save(self, name: str, change: Callable[[str], str]) -> None:
        path = self.folder / name
        path.write_text(change(path.read_text("utf-8")), "utf-8")

    def append(self, name: str, text: str) -> None:
        self.save(name, lambda before: f"{before}\n{text}\n")

    def wait_for(self, path: str, text: str) -> Answer:
        """The page once it has the text."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            answer = self.get(path)
            if text in answer.text:
                return answer
            time.sleep(0.02)
        raise AssertionError(f"{text} is not on {path}\n{self.said()}")

    def said(self) -> str:
        return (self.folder / "../said.txt").read_text("utf-8")

    @asynccontextmanager
    async def listening(self, build: int) -> AsyncIterator[WebSocketClientConnection]:
        """A browser that has a page of that build open."""
        url = f"ws://127.0.0.1:{self.port}/livereload"
        browser = await websocket_connect(
            HTTPRequest(url, headers={"Origin": f"http://127.0.0.1:{self.port}"})
        )
        await browser.write_message(json_encode({"command": "hello", "snipver": build}))
        assert await told(browser) == "hello"
        await browser.write_message(json_encode({"command": "info", "url": url}))
        try:
            yield browser
        finally:
            browser.close()
            while await browser.read_message() is not None:
                pass


async def told(browser: WebSocketClientConnection, patience: float = PATIENCE) -> object:
    message = await asyncio.wait_for(asyncio.ensure_future(browser.read_message()), patience)
    return json_decode(message or "{}").get("command")


def build_of(answer: Answer) -> int:
    found = re.search(r"snipver=(\d+)", answer.text)
    assert found
    return int(found[1])


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(folder: Path, port: int) -> subprocess.Popen[bytes]:
    with (folder / "../said.txt").open("wb") as said:
        return subprocess.Popen(
            [sys.executable, "-B", "-X", "utf8", "-c", PROGRAM, str(port)],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), "CI": "1"},
            stdout=said,
            stderr=subprocess.STDOUT,
        )


@contextmanager
def running(parent: Path) -> Iterator[Preview]:
    folder = parent / "projekt"
    for name in ("content", "templates", "assets"):
        shutil.copytree(ROOT / name, folder / name)
    port = free_port()
    preview = Preview(folder, port, start(folder, port))
    try:
        wait_until(lambda: "Ctrl+C" in preview.said() or preview.process.poll() is not None)
        yield preview
        assert "SKREV" not in preview.said()
    finally:
        end(preview.process)


def end(process: subprocess.Popen[bytes]) -> None:
    try:
        process.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGINT)
        process.wait(PATIENCE)
    finally:
        process.kill()


def wait_until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.fixture(scope="module")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """For tests that only look."""
    with running(tmp_path_factory.mktemp("preview")) as preview:
        yield preview


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    with running(tmp_path) as preview:
        yield preview


def test_start_says_where_and_how_to_end(unchanged: Preview) -> None:
    line = f"Webbplatsen visas på http://127.0.0.1:{unchanged.port}/  Avsluta med Ctrl+C."
    assert line in unchanged.said().splitlines()


def test_page_is_served_and_never_stored(unchanged: Preview) -> None:
    page = unchanged.get("/om/")
    assert (page.status, page.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert page.headers["Cache-Control"] == "no-store"
    assert "<h1>" in page.text
    assert unchanged.get("/om/", method="HEAD").text == ""


def test_address_without_slash_leads_to_the_page(unchanged: Preview) -> None:
    answer = unchanged.get("/om")
    assert (answer.status, answer.headers["Location"]) == (302, "/om/")


def test_unknown_address_gives_the_sites_own_page(unchanged: Preview) -> None:
    answer = unchanged.get("/finns-inte/")
    assert (answer.status, "Sidan finns inte" in answer.text) == (404, True)


@pytest.mark.parametrize(
    "path",
    [
        "/../content/webbplats.yaml",
        "/om/../../content/webbplats.yaml",
        "/%2e%2e/content/webbplats.yaml",
        "/..%2fcontent%2fwebbplats.yaml",
        "/%252e%252e/content/webbplats.yaml",
        "/..\\content\\webbplats.yaml",
        "/..%5ccontent%5cwebbplats.yaml",
        "/content/webbplats.yaml",
        "//content/webbplats.yaml",
        "/%00",
        "/om/%00",
        "/%ff%fe",
        "/%",
        "/C:/Windows/win.ini",
        "http://a.example/om/",
        "/" + "a" * 5000,
        "/" + "a/" * 2000,
    ],
)
def test_no_path_leaves_the_site(unchanged: Preview, path: str) -> None:
    answer = unchanged.get(path)
    assert (answer.status, "kontakt@" in answer.text.split("<footer")[0]) == (404, False)


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", "LOCALHOST:{port}"])
def test_own_names_are_answered(unchanged: Preview, host: str) -> None:
    assert unchanged.get("/", host).status == 200


@pytest.mark.parametrize(
    "host",
    ["a.example", "a.example:{port}", "127.0.0.1", "localhost:1", "127.0.0.1.a.example:{port}"],
)
@pytest.mark.parametrize("path", ["/", "/livereload", "/livereload.js", "/finns-inte/"])
def test_foreign_host_gets_nothing(unchanged: Preview, path: str, host: str) -> None:
    answer = unchanged.get(path, host)
    assert (answer.status, answer.text) == (403, "Visningen är bara till för den här datorn.")


@pytest.mark.parametrize("origin", ["http://a.example", "null", "http://127.0.0.1:1"])
def test_foreign_page_cannot_listen(unchanged: Preview, origin: str) -> None:
    handshake = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
    }
    assert unchanged.get("/livereload", Origin=origin, **handshake).status == 403


def test_only_its_own_loopback_address_is_listened_to(unchanged: Preview) -> None:
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.2", unchanged.port), timeout=2)


def test_half_open_connections_do_not_stop_it(unchanged: Preview) -> None:
    hanging = [socket.create_connection(("127.0.0.1", unchanged.port)) for _ in range(200)]
    for connection in hanging[::2]:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: ")
    assert unchanged.get("/om/").status == 200
    for connection in hanging:
        connection.close()


def test_each_save_is_shown_and_told_however_soon_after_the_last(preview: Preview) -> None:
    async def watch() -> None:
        async with preview.listening(build_of(preview.get("/om/"))) as browser:
            for text in ("Första.", "Andra.", "Tredje."):
                preview.append(ABOUT, text)
                assert await told(browser) == "reload"
                page = await asyncio.to_thread(preview.get, "/om/")
                assert text in page.text

    asyncio.run(watch())


def test_page_fetched_before_the_latest_build_is_told_when_it_listens(preview: Preview) -> None:
    before = build_of(preview.get("/om/"))
    preview.append(ABOUT, "Ny text.")
    now = build_of(preview.wait_for("/om/", "Ny text."))

    async def watch() -> None:
        async with preview.listening(before) as late, preview.listening(now) as current:
            assert await told(late) == "reload"
            with pytest.raises(TimeoutError):
                await told(current, 0.3)

    asyncio.run(watch())


def test_changed_template_and_style_are_shown(preview: Preview) -> None:
    preview.save(TEMPLATE, lambda text: text.replace("{{ view.h", "Mall: {{ view.h"))
    preview.wait_for("/om/", "<h1>Mall: ")
    before = re.findall(r'href="([^"]+\.css)"', preview.get("/om/").text)
    preview.append("assets/css/base.css", ".ny { margin: 0 }")
    wait_until(lambda: re.findall(r'href="([^"]+\.css)"', preview.get("/om/").text) != before)


def test_fault_is_shown_as_text_with_its_place_until_it_is_mended(preview: Preview) -> None:
    whole = (preview.folder / ACTION).read_text("utf-8")
    preview.save(ACTION, lambda text: re.sub("(?m)^datum:.*", "datum: <b>igår</b>", text))
    page = preview.wait_for("/", "<title>1 fel</title>")
    assert page.status == 500
    assert f"<h2>{ACTION.removeprefix('content/')}</h2>" in page.text
    assert "datum: <mark>&lt;b&gt;igår&lt;/b&gt;</mark>" in page.text
    assert "<summary>Om regeln datum</summary>" in page.text
    assert "Webbplatsen i mappen site är inte ändrad." in page.text
    assert f"FEL  {ACTION}:" in preview.said()
    assert "  1 fel. Webbplatsen i mappen site är inte ändrad.\n" in preview.said()

    async def mend() -> None:
        async with preview.listening(build_of(page)) as browser:
            (preview.folder / ACTION).write_text(whole, "utf-8")
            assert await told(browser) == "reload"

    asyncio.run(mend())
    assert preview.get("/").status == 200


def test_bug_is_shown_in_full_and_survived(preview: Preview) -> None:
    preview.save(TEMPLATE, lambda text: text.replace("<h1", "{{ view.finns_inte }}<h1"))
    page = preview.wait_for("/", "<title>Programfel</title>")
    assert page.status == 500
    assert "Detta är ett programfel, inte ett fel i innehållet" in page.text
    assert "UndefinedError" in page.text
    ours = "Detta är ett programfel, inte ett fel i innehållet.\nTraceback (most recent call last):"
    assert ours in preview.said()
    preview.save(TEMPLATE, lambda text: text.replace("{{ view.finns_inte }}", ""))
    preview.wait_for("/om/", "<h1>")


def test_files_saved_at_once_are_one_build_or_two(preview: Preview) -> None:
    builds = preview.said().count("Ritad på")
    for path in sorted((preview.folder / "content").rglob("*.md"))[:20]:
        path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    preview.append(ABOUT, "Sist.")
    preview.wait_for("/om/", "Sist.")
    assert preview.said().count("Ritad på") - builds <= 2


def test_busy_port_is_said_in_one_line(unchanged: Preview, tmp_path: Path) -> None:
    folder = tmp_path / "projekt"
    folder.mkdir()
    assert start(folder, unchanged.port).wait(PATIENCE) == 1
    program = "py build.py" if os.name == "nt" else "python3 build.py"
    assert (tmp_path / "said.txt").read_text("utf-8") == (
        f"FEL Porten {unchanged.port} är upptagen. "
        f"Visa på en annan:  {program} visa --port {unchanged.port + 1}\n"
    )


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C cannot be sent to one process there")
def test_ctrl_c_ends_quietly_with_a_browser_open(preview: Preview) -> None:
    async def watch() -> None:
        async with preview.listening(build_of(preview.get("/"))):
            before = preview.said()
            preview.process.send_signal(signal.SIGINT)
            assert await asyncio.to_thread(preview.process.wait, PATIENCE) == 0
            assert preview.said() == f"{before}\nVisningen är avslutad.\n"

    asyncio.run(watch())
