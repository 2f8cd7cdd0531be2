"""`ny` at a terminal: its questions, and what happens when they are broken off."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from site_under_test import ROOT, SMALL, write

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals on Windows")


def run_at_a_terminal(typed: bytes, *words: str | Path) -> tuple[int, str]:
    """The exit code and what was shown, answers included."""
    ours, theirs = pty.openpty()
    command: list[str | Path] = [sys.executable, ROOT / "build.py", *words]
    with subprocess.Popen(
        command,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=ROOT,
        start_new_session=True,
        preexec_fn=_hears_ctrl_c,
    ) as process:
        os.close(theirs)
        shown = _until(ours, b"  > ")
        if typed == b"^C":
            _press_ctrl_c(process)
        else:
            os.write(ours, typed)
        shown += _until(ours, b"")
        os.close(ours)
    return process.returncode, shown.decode("utf-8").replace("\r\n", "\n")


def test_the_questions_are_asked_at_a_terminal(tmp_path: Path) -> None:
    content = write(tmp_path, SMALL)
    typed = b"1\n14 mars 2018\n\npolisen\n"
    code, shown = run_at_a_terminal(typed, "ny", "insats", "--innehåll", content)
    assert code == 0
    assert "\nåtgärd: Åtgärden som den hör till\n   1  vandringar  Vandringar\n" in shown
    (made,) = (content / "loften/2018/insatser").iterdir()
    assert "datum: 14 mars 2018\nåtgärd: vandringar\naktörer: polisen\n" in made.read_text("utf-8")


@pytest.mark.parametrize(
    ("typed", "code", "says"),
    [
        (b"^C", 130, "\nAvbrutet. Ingenting har skrivits.\n"),
        (b"\x04", 2, "\nSvaren tog slut. Ingenting har skrivits.\n"),
    ],
)
def test_breaking_off_writes_nothing(tmp_path: Path, typed: bytes, code: int, says: str) -> None:
    content = write(tmp_path, SMALL)
    ended, shown = run_at_a_terminal(typed, "ny", "insats", "--innehåll", content)
    assert ended == code
    assert shown.endswith(says)
    assert "Traceback" not in shown
    assert not (content / "loften/2018/insatser").exists()


def _press_ctrl_c(process: subprocess.Popen[bytes]) -> None:
    """Until it is heard: one that comes just before the program listens to the keys is not."""
    while True:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            continue
        return


def _hears_ctrl_c() -> None:
    """A shell starts what runs in the background deaf to Ctrl-C, and that is inherited."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def _until(terminal: int, end: bytes) -> bytes:
    """What is shown until something is; with no end, until nobody is there."""
    shown = b""
    while not end or end not in shown:
        try:
            part = os.read(terminal, 4096)
        except OSError:  # how Linux says that the other side has gone
            part = b""
        if not part:
            break
        shown += part
    return shown
