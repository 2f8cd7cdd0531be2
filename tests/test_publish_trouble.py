"""What a publish says and leaves when the disk, a lock or another build is in the way."""

import errno
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import filelock
import pytest

from followup import publish as module
from followup.diagnostics import FollowupError
from followup.output import Rendered
from followup.publish import publish

UNTOUCHED = "Webbplatsen är inte ändrad."
HALFWAY = "En del av webbplatsen kan redan vara utbytt. Nästa bygge gör klart resten."
LOCK = ".foljloftet/lock"

posix = pytest.mark.skipif(os.name == "nt", reason="needs fork, signals or symlinks")


@pytest.fixture(autouse=True)
def no_sync(monkeypatch: pytest.MonkeyPatch) -> None:
    """Flushing every disk of the machine hundreds of times shows nothing that a test can see."""
    monkeypatch.setattr(os, "sync", lambda: None, raising=False)


def site(files: Mapping[str, str]) -> list[Rendered]:
    return [Rendered(path, text.encode()) for path, text in files.items()]


def contents(files: Sequence[Rendered]) -> dict[str, bytes]:
    return {file.path: file.data for file in files}


def tree(target: Path) -> dict[str, bytes]:
    """Every file of the target but our own records."""
    return {
        path.relative_to(target).as_posix(): path.read_bytes()
        for path in target.rglob("*")
        if path.is_file() and ".foljloftet" not in path.parts
    }


def names(target: Path) -> set[str]:
    """Every file and folder of the target, hidden ones too."""
    return {path.relative_to(target).as_posix() for path in target.rglob("*")}


# The world in the way


@contextmanager
def mounted(folder: Path) -> Iterator[None]:
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("only root can make a small disk")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@posix
def test_full_disk_leaves_the_old_site_and_no_litter(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk"):
        target = tmp_path / "disk" / "site"
        old = site({"index.html": "1", "a.html": "x" * 50_000})
        publish(old, target)
        before = names(target)
        with pytest.raises(FollowupError) as error:
            publish(site({f"{n}.html": "y" * 50_000 for n in range(6)}), target)
        assert str(error.value) == f"Disken är full: allt i {target} får inte plats. {UNTOUCHED}"
        assert (tree(target), names(target)) == (contents(old), before)
        publish(site({"index.html": "2"}), target)
        assert tree(target) == {"index.html": b"2"}


@pytest.mark.parametrize("code", [errno.EROFS, errno.EACCES, errno.EPERM])
def test_read_only_target_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    publish(site({"index.html": "1"}), tmp_path)

    def refuse(path: Path, data: bytes) -> int:
        raise OSError(code, "no", str(path))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(FollowupError) as error:
        publish(site({"index.html": "2"}), tmp_path)
    assert str(error.value) == (
        f"{tmp_path / 'index.html'} går inte att läsa eller skriva: du kan sakna behörighet, "
        f"mappen kan vara skrivskyddad eller filen öppen i ett annat program. {UNTOUCHED}"
    )
    assert tree(tmp_path) == {"index.html": b"1"}


def test_too_long_name_is_noticed_with_the_site_untouched(tmp_path: Path) -> None:
    publish(site({"index.html": "1"}), tmp_path)
    name = "x" * 300 + ".html"
    with pytest.raises(FollowupError) as error:
        publish(site({"index.html": "2", name: "2"}), tmp_path)
    assert str(error.value) == f"Namnet är för långt: {tmp_path / name}. {UNTOUCHED}"
    assert tree(tmp_path) == {"index.html": b"1"}


@pytest.mark.parametrize("below", ["", "site"])
def test_target_that_is_a_file_is_one_line(tmp_path: Path, below: str) -> None:
    (tmp_path / "fil").write_text("x")
    with pytest.raises(FollowupError, match=rf"^Det finns redan något annat .*{UNTOUCHED}$"):
        publish(site({"index.html": "1"}), tmp_path / "fil" / below)
    assert (tmp_path / "fil").read_text() == "x"


def test_unknown_trouble_is_one_line_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, data: bytes) -> int:
        raise OSError(errno.EIO, "Input/output error", str(path))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(FollowupError, match=r"går inte att läsa eller skriva \(Input/output"):
        publish(site({"index.html": "2"}), tmp_path)


def test_busy_file_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    move, refusals = os.replace, [PermissionError(errno.EACCES, "busy")] * 3

    def stubborn(source: Path, goal: Path) -> None:
        if goal.name == "index.html" and refusals:
            raise refusals.pop()
        move(source, goal)

    monkeypatch.setattr(os, "replace", stubborn)
    monkeypatch.setattr(module, "PAUSES", (0.0, 0.0, 0.0))
    publish(site({"index.html": "1"}), tmp_path)
    assert tree(tmp_path) == {"index.html": b"1"}


def test_file_that_stays_busy_halfway_is_completed_by_the_next_publish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(site({"index.html": "1", "a.html": "1"}), tmp_path)
    move, files = os.replace, site({"index.html": "2", "a.html": "2"})

    def stubborn(source: Path, goal: Path) -> None:
        if goal.name == "index.html":
            raise PermissionError(errno.EACCES, "busy", str(source), None, str(goal))
        move(source, goal)

    with monkeypatch.context() as patch, pytest.raises(FollowupError, match=f"{HALFWAY}$"):
        patch.setattr(os, "replace", stubborn)
        publish(files, tmp_path)
    assert tree(tmp_path) == {"index.html": b"1", "a.html": b"2"}
    assert publish(files, tmp_path).written == ("index.html",)


# Two at once


@posix
def test_other_build_at_work_is_one_line_and_its_lock_dies_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(site({"index.html": "1"}), tmp_path)
    monkeypatch.setattr(module, "LOCK_WAIT", 0.05)
    ready, write = os.pipe()
    child = os.fork()
    if child == 0:
        with filelock.FileLock(tmp_path / LOCK):
            os.write(write, b"x")
            time.sleep(60)
        os._exit(0)
    os.read(ready, 1)
    with pytest.raises(FollowupError) as error:
        publish(site({"index.html": "2"}), tmp_path)
    assert str(error.value) == (
        f"Ett annat bygge skriver till {tmp_path} just nu. "
        "Vänta tills det är klart och försök igen."
    )
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    publish(site({"index.html": "2"}), tmp_path)
    assert tree(tmp_path) == {"index.html": b"2"}


@posix
def test_builds_at_once_leave_the_site_of_one_of_them(tmp_path: Path) -> None:
    versions = [
        site({f"{number}.html": name for number in range(shift, shift + 30)})
        for shift, name in enumerate("abcd")
    ]
    children = []
    for version in versions:
        if not (child := os.fork()):
            for _ in range(5):
                publish(version, tmp_path)
            os._exit(0)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * len(children)
    assert tree(tmp_path) in [contents(version) for version in versions]
    assert names(tmp_path / ".foljloftet") == {"lock", "manifest.json"}


def test_other_build_between_survey_and_lock_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(site({"index.html": "1", "a.html": "1"}), tmp_path)
    locked = module._locked

    def after_another(target: Path) -> object:
        with monkeypatch.context() as patch:
            patch.setattr(module, "_locked", locked)
            publish(site({"index.html": "1", "a.html": "2", "b.html": "2"}), target)
        return locked(target)

    monkeypatch.setattr(module, "_locked", after_another)
    publish(site({"index.html": "3", "a.html": "1"}), tmp_path)
    assert tree(tmp_path) == {"index.html": b"3", "a.html": b"1"}


def test_file_deleted_during_the_survey_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files, look = site({"index.html": "1"}), module._look
    publish(files, tmp_path)

    def deleting(target: Path, ours: set[str]) -> object:
        standing = look(target, ours)
        (target / "index.html").unlink()
        return standing

    with monkeypatch.context() as patch:
        patch.setattr(module, "_look", deleting)
        publish(files, tmp_path)
    assert tree(tmp_path) == {"index.html": b"1"}
