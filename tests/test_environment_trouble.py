"""What a start says and leaves when something is in the way of its packages."""

import ast
import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from followup import environment
from followup.diagnostics import FollowupError

REPOSITORY = Path(__file__).resolve().parent.parent
posix = pytest.mark.skipif(os.name == "nt", reason="needs signals or locks that are inherited")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a package that nobody has."""
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "run.txt").write_text("nobody-has-this==1.0\n")
    return tmp_path


def test_start_that_still_lacks_packages_does_not_start_forever(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOLLOWUP_ARRIVED", "1")
    with pytest.raises(FollowupError, match="Ta bort mappen och kör igen"):
        environment.ensure(root, [])
    assert "FOLLOWUP_ARRIVED" not in os.environ


def test_old_python_is_told_which_version_it_is_and_which_is_needed() -> None:
    script = (
        "import runpy, sys; sys.version_info = (3, 8, 10, 'final', 0);"
        "runpy.run_path('build.py', run_name='__main__')"
    )
    result = subprocess.run(
        [sys.executable, "-c", script], cwd=REPOSITORY, capture_output=True, encoding="utf-8"
    )
    assert (result.returncode, result.stdout, result.stderr) == (
        2,
        "",
        "Det här är Python 3.8.10, men Python 3.11 eller nyare behövs. Hämta den på python.org.\n",
    )


def test_start_file_can_be_read_by_every_python_3() -> None:
    ast.parse((REPOSITORY / "build.py").read_text("utf-8"), feature_version=(3, 4))


def test_debian_without_venv_is_told_what_to_install(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(FollowupError) as fault:
        environment.interpreter(root, [])
    assert str(fault.value) == (
        "Din Python saknar modulen venv. Installera den och kör igen, i Debian och Ubuntu med:"
        "\n  sudo apt install python3-venv"
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("SSLError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] self-signed certificate')", "PIP_CERT."),
        ("ERROR: Could not install: [Errno 28] No space left on device", "Disken är full."),
        ("ERROR: [WinError 5] Åtkomst nekad: 'nh3.pyd'", "Stäng andra fönster"),
        ("ERROR: No matching distribution found for nh3==0.3.8", "Prova en annan version"),
        ("ERROR: something new", "Paketen gick inte att installera."),
    ],
)
def test_words_of_pip_get_a_line_of_advice_and_stand_beneath(words: str, message: str) -> None:
    advice, beneath = environment.explain(f"Collecting nh3\n\n{words}\n").split("\n", 1)
    assert message in advice
    assert beneath.splitlines()[-1] == f"  {words}"


def test_missing_lock_is_named(root: Path) -> None:
    lock = root / "requirements" / "run.txt"
    lock.unlink()
    with pytest.raises(FollowupError) as fault:
        environment.interpreter(root, [])
    assert str(fault.value) == f"Filen {lock} saknas. Hämta hem projektet på nytt."


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (errno.EROFS, "Programmet får inte skriva i .venv."),
        (errno.ENOSPC, "Disken är full. Frigör minst 300 MB och kör igen."),
        (errno.EEXIST, "Det går inte att göra i ordning .venv i"),
    ],
)
def test_folder_that_cannot_be_written_is_one_line(
    root: Path, monkeypatch: pytest.MonkeyPatch, number: int, message: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(FollowupError) as fault:
        environment.interpreter(root, [])
    assert str(fault.value).startswith(message)


@posix
def test_ctrl_c_lets_the_program_end_in_its_own_way() -> None:
    program = (
        "import signal, sys; signal.signal(2, lambda *_: sys.exit(5));"
        "print('ready', flush=True); signal.pause()"
    )
    command = [sys.executable, "-c", program]
    script = f"import sys; from followup import environment as e; sys.exit(e._wait({command!r}))"
    with subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        start_new_session=True,
    ) as waiting:
        assert waiting.stdout is not None
        waiting.stdout.readline()
        os.killpg(waiting.pid, signal.SIGINT)
        assert waiting.wait(timeout=30) == 5


def test_exit_code_of_the_program_is_passed_on() -> None:
    assert environment._wait([sys.executable, "-c", "raise SystemExit(7)"]) == 7


@posix
def test_next_start_waits_for_the_pip_that_outlives_a_killed_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "followup.lock"
    with environment._alone(path):
        pip = subprocess.Popen(["cat"], stdin=subprocess.PIPE, close_fds=False)
    monkeypatch.setattr(time, "sleep", lambda _: pip.communicate())
    with environment._alone(path):
        assert pip.returncode == 0
    assert capsys.readouterr().err == "Väntar på att en annan start ska bli klar med .venv.\n"
