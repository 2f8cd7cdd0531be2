"""A real Chromium, where there is one: what a page looks like once it is laid out.

CI installs Debian's package chromium (see .ci/run); elsewhere the tests that need it are skipped.
"""

import json
import shutil
import subprocess
from functools import lru_cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--dump-dom")


@lru_cache
def chromium() -> str | None:
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


needed = pytest.mark.skipif(chromium() is None, reason="ingen Chromium på datorn")


def seen(folder: Path, html: str, script: str, width: int = 800, dark: bool = False) -> Any:
    """What `script` makes of the page: the value that its function body returns."""
    page = folder / "sida.html"
    tell = f"document.title = JSON.stringify((() => {{ {script} }})())"
    page.write_text(f"{html}<script>onload = () => {{ {tell} }}</script>", encoding="utf-8")
    scheme = f"--blink-settings=preferredColorScheme={0 if dark else 1}"
    size = f"--window-size={width},900"
    command = [chromium() or "", *_FLAGS, size, scheme, f"--user-data-dir={folder}/profil"]
    done = subprocess.run([*command, page.as_uri()], capture_output=True, timeout=120, check=True)
    dom = done.stdout.decode()
    return json.loads(unescape(dom.partition("<title>")[2].partition("</title>")[0]))
