"""The set-up, for real: a tiny project, real interpreters, a real pip, and wheels made here."""

import hashlib
import http.server
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import venv
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from followup import environment
from followup.diagnostics import FollowupError

REPOSITORY = Path(__file__).resolve().parent.parent
PYTHON = "Scripts/python.exe" if os.name == "nt" else "bin/python"
FIRST_TIME = "Hämtar programmets paket till .venv (bara första gången, ungefär en minut).\n"
ADDED = "Lägger till paket som saknas i .venv (bara den här gången, ungefär en minut).\n"
CHANGED = "Programmet behöver andra versioner av sina paket. Hämtar dem till .venv.\n"
BROKEN = "Paketen i .venv är inte hela. Hämtar dem igen (ungefär en minut).\n"
WAITS = "Väntar på att en annan start ska bli klar med .venv.\n"
UNREACHABLE = "Det går inte att hämta paketen. Kontrollera att datorn når internet och kör igen.\n"
posix = pytest.mark.skipif(os.name == "nt", reason="needs signals or symlinks")
CLI = """\
import sys

import tinyrun

def main(argv: list[str]) -> int:
    print(sys.executable, tinyrun.VERSION, argv)
    return 3
"""


@dataclass(frozen=True)
class Project:
    """A copy of the set-up with tiny packages; `bare` is a Python without any."""

    root: Path
    bare: Path
    wheels: Path

    @property
    def python(self) -> Path:
        return self.root / ".venv" / PYTHON

    def start(self, *argv: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [self.bare, "build.py", *argv],
            cwd=self.root,
            encoding="utf-8",
            start_new_session=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def run(self, *argv: str) -> tuple[int, str, str]:
        child = self.start(*argv)
        out, err = child.communicate(timeout=300)
        return child.returncode, out, err

    def ran(self, version: str, *argv: str) -> str:
        return f"{self.python} {version} {list(argv)}\n"

    def prepare(self, command: str = "bygg") -> None:
        assert environment.interpreter(self.root, [command]) == str(self.python)

    def lock(self, run: str, extra: str = "") -> None:
        """Both need tinyrun; test.txt needs tinytest too, and a third one on no computer."""
        first = f"tinyrun=={run} \\\n    --hash=sha256:{self.digest(f'tinyrun-{run}')}\n"
        second = f"tinytest==1.0 \\\n    --hash=sha256:{self.digest('tinytest-1.0')}\n"
        third = f"tinynone==1.0 ; sys_platform == 'none' \\\n    --hash=sha256:{'0' * 64}\n"
        (self.root / "requirements" / "run.txt").write_text(first)
        (self.root / "requirements" / "test.txt").write_text(first + second + third + extra)

    def digest(self, name: str) -> str:
        return hashlib.sha256((self.wheels / f"{name}-py3-none-any.whl").read_bytes()).hexdigest()


def _wheel(folder: Path, name: str, version: str) -> None:
    info = f"{name}-{version}.dist-info"
    files = {
        f"{name}.py": f"VERSION = {version!r}\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/RECORD": "",
    }
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
        for path, text in files.items():
            wheel.writestr(path, text)


def _use_wheels(monkeypatch: pytest.MonkeyPatch, wheels: Path) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(wheels))


def _break_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PIP_NO_INDEX")
    monkeypatch.delenv("PIP_FIND_LINKS")
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("verkstad")
    (folder / "wheels").mkdir()
    for name, version in (("tinyrun", "1.0"), ("tinyrun", "2.0"), ("tinytest", "1.0")):
        _wheel(folder / "wheels", name, version)
    venv.create(folder / "bare", symlinks=os.name != "nt")
    return folder


@pytest.fixture(scope="module")
def calm(workshop: Path) -> Iterator[pytest.MonkeyPatch]:
    """No settings of this computer's pip; the only packages are ours."""
    with pytest.MonkeyPatch.context() as patch:
        for name in os.environ:
            if name.upper().startswith("PIP_") or name.upper().endswith("_PROXY"):
                patch.delenv(name)
        patch.setenv("PIP_CONFIG_FILE", os.devnull)
        _use_wheels(patch, workshop / "wheels")
        yield patch


def _project(workshop: Path, root: Path) -> Project:
    (root / "followup").mkdir(parents=True)
    (root / "requirements").mkdir()
    for name in ("build.py", "followup/environment.py", "followup/diagnostics.py"):
        shutil.copy(REPOSITORY / name, root / name)
    (root / "followup" / "cli.py").write_text(CLI)
    made = Project(root, workshop / "bare" / PYTHON, workshop / "wheels")
    made.lock(run="1.0")
    return made


@pytest.fixture
def project(workshop: Path, calm: pytest.MonkeyPatch, tmp_path: Path) -> Project:
    return _project(workshop, tmp_path / "följ löftet")


@pytest.fixture(scope="module")
def first(workshop: Path, calm: pytest.MonkeyPatch) -> tuple[Project, tuple[int, str, str]]:
    """A project after its first start, and how that went."""
    made = _project(workshop, workshop / "först")
    return made, made.run("bygg", "--till", "å")


@pytest.fixture
def ready(project: Project, first: tuple[Project, object]) -> Project:
    """Has a copy of the first one's .venv, to save seconds."""
    shutil.copytree(first[0].root / ".venv", project.root / ".venv", symlinks=True)
    return project


def _site_packages(project: Project) -> Path:
    return Path(environment._venv(project.root, [])._site_packages())


def test_first_start_makes_the_environment_and_says_so_in_one_line(
    first: tuple[Project, tuple[int, str, str]],
) -> None:
    project, result = first
    assert result == (3, project.ran("1.0", "bygg", "--till", "å"), FIRST_TIME)


def test_second_start_is_silent_and_needs_no_network(
    ready: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    _break_network(monkeypatch)
    assert ready.run("bygg") == (3, ready.ran("1.0", "bygg"), "")


def test_tests_add_their_packages_to_what_is_there(
    ready: Project, capfd: pytest.CaptureFixture[str]
) -> None:
    mark = _site_packages(ready) / "mark"
    mark.touch()
    ready.prepare("testa")
    ready.prepare("testa")
    ready.prepare("bygg")
    assert capfd.readouterr() == ("", ADDED)
    assert mark.exists()
    assert (_site_packages(ready) / "tinytest.py").exists()


def test_tests_without_network_leave_the_program_working(
    ready: Project, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    _break_network(monkeypatch)
    with pytest.raises(FollowupError, match="Det går inte att hämta paketen"):
        ready.prepare("testa")
    ready.prepare("bygg")
    assert capfd.readouterr().err == ADDED


def test_changed_lock_brings_the_packages_up_to_date(ready: Project) -> None:
    ready.lock(run="2.0")
    assert ready.run("bygg") == (3, ready.ran("2.0", "bygg"), CHANGED)
    assert ready.run("bygg") == (3, ready.ran("2.0", "bygg"), "")


def test_changed_lock_is_noticed_in_an_activated_environment(ready: Project) -> None:
    ready.lock(run="2.0")
    activated = Project(ready.root, ready.python, ready.wheels)
    assert activated.run() == (3, ready.ran("2.0"), CHANGED)


def test_changed_lock_of_the_tests_concerns_only_the_tests(
    ready: Project, capfd: pytest.CaptureFixture[str]
) -> None:
    ready.prepare("testa")
    ready.lock(run="1.0", extra="# renewed\n")
    ready.prepare("bygg")
    ready.prepare("testa")
    assert capfd.readouterr().err == ADDED + CHANGED


def test_changed_lock_without_network_leaves_the_old_packages(
    ready: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready.lock(run="2.0")
    _break_network(monkeypatch)
    code, out, err = ready.run("bygg")
    assert (code, out) == (2, "")
    assert err.startswith(CHANGED + UNREACHABLE + "  WARNING: Retrying")
    ready.lock(run="1.0")
    assert ready.run("bygg") == (3, ready.ran("1.0", "bygg"), "")


def test_package_that_is_not_the_locked_one_is_refused(ready: Project) -> None:
    ready.lock(run="2.0")
    lock = ready.root / "requirements" / "run.txt"
    lock.write_text(lock.read_text().replace(ready.digest("tinyrun-2.0"), "0" * 64))
    code, out, err = ready.run("bygg")
    assert (code, out) == (2, "")
    assert "Ett paket ser inte ut som det ska efter hämtningen" in err
    assert "tinyrun-2.0-py3-none-any.whl" in err
    assert (_site_packages(ready) / "tinyrun.py").read_text() == "VERSION = '1.0'\n"


def test_unreachable_network_is_one_line_and_no_trap_for_the_next_start(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    _break_network(monkeypatch)
    code, out, err = project.run("bygg")
    assert (code, out) == (2, "")
    assert err.startswith(FIRST_TIME + UNREACHABLE)
    assert "Traceback" not in err
    _use_wheels(monkeypatch, project.wheels)
    assert project.run("bygg") == (3, project.ran("1.0", "bygg"), BROKEN)


@posix
def test_killed_start_is_repaired_by_the_next(project: Project) -> None:
    with project.start("bygg") as killed:
        _wait_for(project.root / ".venv" / "bin")
        os.killpg(killed.pid, signal.SIGKILL)
    code, out, err = project.run("bygg")
    assert (code, out) == (3, project.ran("1.0", "bygg"))
    assert err.removeprefix(WAITS) == BROKEN  # what it started may take a moment to die


def test_two_starts_at_once_make_one_environment(project: Project) -> None:
    with project.start("bygg") as first, project.start("bygg") as second:
        results = [child.communicate(timeout=300) for child in (first, second)]
    assert [out for out, _ in results] == [project.ran("1.0", "bygg")] * 2
    assert sorted(err for _, err in results) == [FIRST_TIME, WAITS]


def _wait_for(path: Path) -> None:
    end = time.monotonic() + 30
    while not path.exists() and time.monotonic() < end:
        time.sleep(0.01)


def test_packages_that_went_missing_are_installed_again(
    ready: Project, capfd: pytest.CaptureFixture[str]
) -> None:
    for place in _site_packages(ready).glob("tinyrun*"):
        shutil.rmtree(place) if place.is_dir() else place.unlink()
    ready.prepare()
    assert capfd.readouterr().err == ADDED
    assert (_site_packages(ready) / "tinyrun.py").exists()


@posix
@pytest.mark.long
def test_environment_whose_python_moved_is_made_again(
    ready: Project, capfd: pytest.CaptureFixture[str]
) -> None:
    ready.python.unlink()
    ready.python.symlink_to(ready.root / "gone" / "python")
    ready.prepare()
    assert capfd.readouterr().err == BROKEN


def test_environment_made_by_another_python_is_used_as_long_as_it_starts(
    ready: Project, capfd: pytest.CaptureFixture[str]
) -> None:
    record = ready.root / ".venv" / "followup.txt"
    record.write_text(record.read_text().replace(environment._PYTHON, "python 3.99 /elsewhere"))
    ready.prepare("bygg")
    ready.prepare("testa")
    assert capfd.readouterr().err == ADDED
    assert record.read_text().startswith("python 3.99 /elsewhere\n")


def test_environment_that_someone_else_made_is_never_changed_when_it_has_the_packages(
    ready: Project, capfd: pytest.CaptureFixture[str]
) -> None:
    (ready.root / ".venv" / "followup.txt").unlink()
    ready.lock(run="2.0")
    before = sorted(ready.root.rglob("*"))
    ready.prepare()
    assert capfd.readouterr().err == ""
    assert sorted(ready.root.rglob("*")) == before


@pytest.mark.long
def test_environment_that_someone_else_made_without_pip_is_only_added_to(
    project: Project, capfd: pytest.CaptureFixture[str]
) -> None:
    venv.create(project.root / ".venv", symlinks=os.name != "nt")
    own = _site_packages(project) / "own.py"
    own.touch()
    project.prepare()
    project.prepare()
    assert capfd.readouterr().err == ADDED
    assert own.exists()


@posix
def test_python_copied_from_another_kind_of_computer_counts_as_none(ready: Project) -> None:
    (ready.root / ".venv" / "followup.txt").write_text("python 3.99 /elsewhere\n")
    ready.python.unlink()
    ready.python.write_bytes(b"MZ")
    ready.python.chmod(0o755)
    assert environment._venv(ready.root, [])._site_packages() == ""


@posix
def test_link_to_another_folder_is_not_emptied(project: Project, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "thesis.txt").touch()
    (project.root / ".venv").symlink_to(elsewhere)
    with pytest.raises(FollowupError, match="Ta bort länken och kör igen"):
        project.prepare()
    assert (elsewhere / "thesis.txt").exists()


def test_python_that_has_the_packages_is_used_and_no_environment_made(ready: Project) -> None:
    other = ready.root.parent / "other"
    (ready.root / ".venv").rename(other)
    ready.lock(run="2.0")
    python = other / PYTHON
    assert Project(ready.root, python, ready.wheels).run("x") == (3, f"{python} 1.0 ['x']\n", "")
    assert not (ready.root / ".venv").exists()


def test_this_python_is_the_interpreter_when_it_has_the_packages(
    project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "Tiny.Run-0.9.dist-info").mkdir()
    (project.root / "requirements" / "run.txt").write_text("tiny-run==1.0\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert environment.interpreter(project.root, []) == sys.executable
    environment.ensure(project.root, ["--help"])


def test_proxy_that_wants_a_password_is_named(
    ready: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready.lock(run="2.0")
    _break_network(monkeypatch)
    with http.server.HTTPServer(("127.0.0.1", 0), Proxy) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setenv("PIP_INDEX_URL", "https://paket.invalid/simple")
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{server.server_port}")
        with pytest.raises(FollowupError, match=r"HTTPS_PROXY\.\n  .*407 Proxy"):
            ready.prepare()
        server.shutdown()


class Proxy(http.server.BaseHTTPRequestHandler):
    def do_CONNECT(self) -> None:
        self.send_error(407, "Proxy Authentication Required")

    def log_message(self, *_: object) -> None:
        """Keeps quiet: what the test asks for is not news."""
