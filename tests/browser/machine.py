"""What a machine needs for the tests in a real browser, and what happens where it is missing.

`.ci/run` installs all of it and sets WHOLE: there a missing part is a failure. On a computer with
only Python the tests that need it are skipped, and say why.
"""

import os
import shutil
from pathlib import Path

import pytest

WHOLE = "FOLJ_LOFTET_ALLA_VERKTYG"
PACKAGES = Path(__file__).parent / "node_modules"
_CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str:
    """The path of a Chromium, as Debian's package installs it."""
    found = next((path for name in _CHROMIUMS if (path := shutil.which(name))), None)
    return found or _missing("Chromium")


def java() -> str:
    """The path of a Java."""
    return shutil.which("java") or _missing("Java")


def package(name: str) -> Path:
    """A file below node_modules, as `npm ci` in this folder puts it there."""
    path = PACKAGES / name
    return path if path.exists() else Path(_missing(f"npm-paketet {name.split('/')[0]}"))


def _missing(what: str) -> str:
    reason = f"{what} finns inte på datorn; .ci/run installerar det"
    if os.environ.get(WHOLE):
        pytest.fail(reason)
    pytest.skip(reason)
