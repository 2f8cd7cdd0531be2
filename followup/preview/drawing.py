"""A build in memory as the browser sees it: address in, answer out. Touches no disk."""

import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote

from followup.diagnostics import FollowupError
from followup.output import Finished
from followup.pipeline import BuildResult, Job, build
from followup.preview.fault_page import UNTOUCHED, content_page, fault_page
from followup.reporting import report, tell
from followup.rules import EXPLANATIONS
from followup.swedish import seconds

_HTML = "text/html; charset=utf-8"
# Written out, as Python's own table differs between systems and versions.
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".gif": "image/gif",
    ".html": _HTML,
    ".ics": "text/calendar; charset=utf-8",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}


@dataclass(frozen=True)
class Answer:
    status: int
    body: bytes = b""
    content_type: str = _HTML
    location: str = ""


@dataclass(frozen=True)
class Drawing:
    """One build. `outcome` says in a line how it went, `report` everything that it had to say.

    `fault` is the page to show instead of every other. `base` is the path of the site's own
    address, "" or for example "/loftet". `build` tells this build from others; it
    is a whole number, as livereload.js would read other names as numbers when it can.
    """

    outcome: str
    report: str = ""
    fault: bytes = b""
    files: Mapping[str, Finished] = field(default_factory=dict)
    base: str = ""
    build: int = field(default_factory=lambda: time.time_ns() // 1_000_000)

    def answer(self, address: str) -> Answer:
        """What a browser gets for the path of an address. Only what was built can be reached."""
        if self.fault:
            return self._page(500, self.fault)
        base = f"{self.base}/"
        path = unquote(address)
        if not path.startswith(base):
            leads_to_base = base.startswith(path.rstrip("/") + "/")
            return Answer(302, location=quote(base)) if leads_to_base else self._missing()
        name = path.removeprefix(base)
        if name == "" or name.endswith("/"):
            name += "index.html"
        if name in self.files:
            return self._file(name)
        if f"{name}/index.html" in self.files:
            return Answer(302, location=quote(f"{path}/"))
        return self._missing()

    def _file(self, name: str) -> Answer:
        kind = _TYPES.get(PurePosixPath(name).suffix, "application/octet-stream")
        try:
            data = self.files[name].data
        except FollowupError as error:  # of a file that is made when it is asked for
            return self._page(500, _world_fault(str(error)).fault)
        return self._page(200, data) if kind == _HTML else Answer(200, data, kind)

    def _missing(self) -> Answer:
        page = self.files.get("404.html")
        return self._page(404, page.data if page else b"")

    def _page(self, status: int, html: bytes) -> Answer:
        """With the script that reloads it, which the page's policy allows as a file of its own."""
        client = f'<script src="/livereload.js?snipver={self.build}" defer></script>\n</head>'
        return Answer(status, html.replace(b"</head>", client.encode(), 1))


def draw(make_job: Callable[[], Job]) -> Drawing:
    """One build, whatever happens in it."""
    try:
        return _drawing(make_job())
    except FollowupError as error:
        return _world_fault(str(error))
    # The only broad one in the program: a bug must not end the preview, and is shown in full.
    except Exception:  # noqa: BLE001
        return _bug(traceback.format_exc())


def _drawing(job: Job) -> Drawing:
    started = time.monotonic()
    result = build(job)
    text = report(result.diagnostics, result.texts, f"{_shown(job.content)}/")
    if result.has_errors:
        return _content_fault(result, text)
    return Drawing(
        outcome=f"Ritad på {seconds(time.monotonic() - started)}.",
        report=text,
        files={file.path: file for file in result.files},
        base=result.base,
    )


def _content_fault(result: BuildResult, text: str) -> Drawing:
    errors = sum(diagnostic.is_error for diagnostic in result.diagnostics)
    page = content_page(
        f"{errors} fel",
        f"{errors} fel att rätta",
        "Här står var det är fel och vad du kan skriva i stället. Rätta och spara, så kommer "
        "sidan tillbaka av sig själv.",
        tell(result.diagnostics, result.texts),
        EXPLANATIONS,
    )
    return Drawing(f"{errors} fel. {UNTOUCHED}", text, page)


def _world_fault(message: str) -> Drawing:
    page = fault_page(
        "Det går inte att visa webbplatsen",
        "Det går inte att visa webbplatsen",
        "Spara en fil när hindret är borta, så görs ett nytt försök.",
        message,
    )
    return Drawing(message, fault=page)


def _bug(trace: str) -> Drawing:
    ours = "Detta är ett programfel, inte ett fel i innehållet"
    page = fault_page(
        "Programfel",
        ours,
        "Skicka texten nedan till den som sköter programmet. Nästa gång du sparar en fil görs ett "
        "nytt försök.",
        trace,
    )
    return Drawing(f"Programfel. {UNTOUCHED}", f"{ours}.\n{trace}", page)


def _shown(path: Path) -> str:
    """The path as short as it can be said from here."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)
