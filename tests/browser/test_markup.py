"""The Nu HTML Checker reads every page, style sheet and picture of the sites."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from browser import machine
from browser.sites import SITES, files

KINDS = (".html", ".css", ".svg")
NOT_OURS = (
    # CSS Form Control Styling has it, and so have browsers; the checker's list of 2026 has not.
    "Property “field-sizing” doesn't exist",
    # From the disk, 'self' of a page's own policy is nothing: test_pages.py holds the policy.
    "violates Content Security Policy",
)


@pytest.mark.parametrize("site", SITES)
def test_the_checker_says_nothing(tmp_path: Path, site: str) -> None:
    written = [_written(tmp_path, path, file.data) for path, file in _checked(site)]
    assert len(written) > 80
    found = [_told(message, tmp_path) for message in _checker(tmp_path)]
    found = [line for line in found if not any(words in line for words in NOT_OURS)]
    assert not found, "\n" + "\n".join(found)


def test_the_checker_sees_what_is_wrong(tmp_path: Path) -> None:
    _written(tmp_path, "sida.html", b"<!doctype html><html lang=sv><title>x</title><p><div>")
    _written(tmp_path, "stil.css", b"p { colour: red }")
    _written(tmp_path, "bild.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><rekt/></svg>")
    files = {Path(message["url"]).name for message in _checker(tmp_path)}
    assert files == {"sida.html", "stil.css", "bild.svg"}


def _checked(site: str) -> list[tuple[str, Any]]:
    return [(path, file) for path, file in files(SITES[site]).items() if path.endswith(KINDS)]


def _written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def _checker(folder: Path) -> list[dict[str, Any]]:
    jar = machine.package("vnu-jar/build/dist/vnu.jar")
    command = [machine.java(), "-Xss2m", "-Xmx1g", "-jar", str(jar), "--format", "json", "--stdout"]
    command += ["--exit-zero-always", "--also-check-css", "--also-check-svg", str(folder)]
    done = subprocess.run(command, capture_output=True, timeout=300, check=True)
    messages: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    return messages


def _told(message: dict[str, Any], folder: Path) -> str:
    path = message["url"].removeprefix(f"file:{folder}/")
    return f"{path}:{message.get('lastLine', 0)}: {message['type']}: {message['message']}"
