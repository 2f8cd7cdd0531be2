"""The live preview: the site in memory, drawn anew at each save, for browsers on this computer."""

import asyncio
import logging
import os
import sys
import webbrowser
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from socket import socket
from threading import Thread
from typing import Any

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado.escape import json_decode
from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPServerRequest
from tornado.netutil import bind_sockets
from tornado.routing import Matcher
from tornado.web import Application, RequestHandler
from tornado.websocket import WebSocketHandler

from followup.diagnostics import FollowupError
from followup.pipeline import Job
from followup.preview.drawing import Drawing, draw
from followup.preview.watcher import Watcher

_LOOPBACK = "127.0.0.1"
_RELOAD = {"command": "reload", "path": "*", "liveCSS": False, "liveImg": False}


def serve(make_job: Callable[[], Job], watched: Sequence[Path], port: int) -> None:
    """Shows the site until Ctrl+C. Raises FollowupError when the port is busy."""
    for name in ("livereload", "tornado.general"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    with suppress(KeyboardInterrupt):
        asyncio.run(_run(make_job, watched, port))
    _say("\nVisningen är avslutad.")


async def _run(make_job: Callable[[], Job], watched: Sequence[Path], port: int) -> None:
    sockets = _bind(port)
    watcher = Watcher(watched)  # before the first drawing: a save during it is noticed
    preview = _Preview(make_job)
    preview.draw()
    HTTPServer(_application(preview, port), idle_connection_timeout=30).add_sockets(sockets)
    address = f"http://{_LOOPBACK}:{port}/"
    _say(f"Webbplatsen visas på {address}  Avsluta med Ctrl+C.")
    if sys.stdout.isatty() and "CI" not in os.environ:
        Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    while True:
        await watcher.change()
        preview.draw()


def _bind(port: int) -> list[socket]:
    try:
        return bind_sockets(port, _LOOPBACK)
    except OSError as error:
        program = "py build.py" if os.name == "nt" else "python3 build.py"
        other = port + 1 if port < 65535 else 5500
        raise FollowupError(
            f"Porten {port} är upptagen. Visa på en annan:  {program} visa --port {other}"
        ) from error


class _Preview:
    """The latest drawing, and how the next one reaches the browsers."""

    def __init__(self, make_job: Callable[[], Job]) -> None:
        self._make_job = make_job
        self.drawing = Drawing("")

    def draw(self) -> None:
        """Builds and tells. The terminal gets a report once: warnings stay from save to save."""
        before, self.drawing = self.drawing, draw(self._make_job)
        if self.drawing.report not in ("", before.report):
            _say(self.drawing.report)
        _say(f"{datetime.now():%H.%M.%S}  {self.drawing.outcome}")
        # Not livereload's own way to tell them, which keeps silent for 3 seconds after each time.
        for browser in LiveReloadHandler.waiters.copy():
            browser.send_message(_RELOAD)


def _application(preview: _Preview, port: int) -> Application:
    hosts = [f"{name}:{port}" for name in (_LOOPBACK, "localhost", "[::1]")]
    routes = [
        (r"/livereload", _Channel, {"preview": preview}),
        (r"/livereload\.js", LiveReloadJSHandler),
        (r".*", _Pages, {"preview": preview}),
    ]
    return Application(
        [(_Host(hosts), routes)], default_handler_class=_Stranger, log_function=lambda _: None
    )


class _Host(Matcher):
    """Requests to this computer by its own names: a name that was pointed here gets nothing."""

    def __init__(self, hosts: Sequence[str]) -> None:
        self._hosts = hosts

    def match(self, request: HTTPServerRequest) -> dict[str, Any] | None:
        return {} if request.host.lower() in self._hosts else None


class _Stranger(RequestHandler):
    def prepare(self) -> None:
        self.set_status(403)
        self.finish("Visningen är bara till för den här datorn.")


class _Pages(RequestHandler):
    def initialize(self, preview: _Preview) -> None:
        self._preview = preview

    def get(self) -> None:
        answer = self._preview.drawing.answer(self.request.path)
        self.set_status(answer.status)
        self.set_header("Content-Type", answer.content_type)
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        if answer.location:
            self.set_header("Location", answer.location)
        self.finish(answer.body)

    head = get


class _Channel(LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
    """livereload's channel to the browser, for pages of this preview only."""

    check_origin = WebSocketHandler.check_origin  # the page's own host; livereload's lets all in

    def initialize(self, preview: _Preview) -> None:
        self._preview = preview
        self._shows = 0

    def on_message(self, message: str | bytes) -> None:
        """A page that was fetched just before the latest drawing is told as soon as it listens."""
        super().on_message(message)
        said = json_decode(message)
        if said["command"] == "hello":
            self._shows = said.get("snipver")
        elif self._shows != self._preview.drawing.build:
            self.send_message(_RELOAD)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
