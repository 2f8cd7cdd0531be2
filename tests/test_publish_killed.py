"""Killed, full or raced at any write: the site is whole and the next publish completes."""

import errno
import os
import re
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

import pytest

from followup.diagnostics import FollowupError
from followup.output import Rendered
from followup.publish import publish

UNTOUCHED = "Webbplatsen är inte ändrad."
HALFWAY = "En del av webbplatsen kan redan vara utbytt. Nästa bygge gör klart resten."
MANIFEST = ".foljloftet/manifest.json"

posix = pytest.mark.skipif(os.name == "nt", reason="needs fork, signals or symlinks")


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """A folder in memory where there is one: a kill takes the process and not the disk."""
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)


@pytest.fixture(autouse=True)
def no_sync(monkeypatch: pytest.MonkeyPatch) -> None:
    """Flushing every disk of the machine hundreds of times shows nothing that a test can see."""
    monkeypatch.setattr(os, "sync", lambda: None, raising=False)


def site(files: Mapping[str, str]) -> list[Rendered]:
    return [Rendered(path, text.encode()) for path, text in files.items()]


def contents(files: Sequence[Rendered]) -> dict[str, bytes]:
    return {file.path: file.data for file in files}


def names(target: Path) -> set[str]:
    """Every file and folder of the target, hidden ones too."""
    return {
        f"{folder}/{name}".removeprefix(f"{target}/")
        for folder, folders, files in os.walk(target)
        for name in folders + files
    }


def tree(target: Path) -> dict[str, bytes]:
    """Every file of the target but our own records."""
    paths = {path for path in names(target) if not path.startswith(".foljloftet")}
    return {path: (target / path).read_bytes() for path in paths if (target / path).is_file()}


def linked_site(version: str, pages: Sequence[int], links: int = 3) -> list[Rendered]:
    """Pages that link to each other, to the front page and to a style sheet of their own version.

    Every fifth page is new in each version; every tenth lies in a folder.
    """

    def path(number: int) -> str:
        return f"sidor/{number}/index.html" if number % 10 == 0 else f"sida-{number}.html"

    def page(number: int) -> str:
        if number % 5:
            return "<a href=/index.html>"
        near = [pages[(pages.index(number) + step) % len(pages)] for step in range(1, links + 1)]
        return "".join(f"<a href=/{path(other)}>" for other in near) + style

    style = f"<link href=/css/{version}.css>"
    front = "".join(f"<a href=/{path(number)}>" for number in pages) + style
    files = {path(number): page(number) for number in pages}
    return site({**files, "index.html": front, f"css/{version}.css": version, "data.csv": version})


def broken_links(files: Mapping[str, bytes]) -> set[str]:
    """The addresses linked from pages that the front page leads to, where no file is."""
    seen, waiting = {"index.html"}, ["index.html"]
    while waiting:
        path = waiting.pop()
        text = files[path].decode() if path in files and path.endswith(".html") else ""
        found = set(re.findall(r"href=/([^>]+)", text)) - seen
        seen |= found
        waiting.extend(found)
    return seen - files.keys()


def on_write(react: Callable[[int], None]) -> None:
    """In this process and from now on, call with 1, 2, 3 … before each change of the disk."""
    count = 0

    def hook(event: str, args: tuple[object, ...]) -> None:
        nonlocal count
        is_write = event in {"os.rename", "os.remove", "os.mkdir", "os.rmdir"}
        if event == "open" and isinstance(args[2], int):
            is_write = bool(args[2] & (os.O_WRONLY | os.O_RDWR))
        if is_write:
            count += 1
            react(count)

    sys.addaudithook(hook)


def in_child(work: Callable[[], int]) -> int:
    """Do the work in a process of its own: its exit status, or a negative signal."""
    child = os.fork()
    if child == 0:
        status = 99
        try:
            status = work()
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def publish_killed(files: Sequence[Rendered], target: Path, write: int) -> bool:
    """Publish, and be killed before the given change of the disk. Whether that one came."""

    def kill(count: int) -> None:
        if count == write:
            os.kill(os.getpid(), signal.SIGKILL)

    def work() -> int:
        on_write(kill)
        publish(files, target)
        return 0

    status = in_child(work)
    assert status in (0, -signal.SIGKILL)
    return status != 0


def copied(source: Path, goal: Path) -> Path:
    """A copy that shares its files with the source: a publish never writes into a file."""
    shutil.rmtree(goal, ignore_errors=True)
    return shutil.copytree(source, goal, copy_function=os.link)


def count_writes(files: Sequence[Rendered], target: Path) -> int:
    """How many changes of the disk the publish would make."""
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        clone = copied(target, Path(folder) / "site") if target.exists() else Path(folder) / "site"
        seen = Path(folder) / "antal"

        def work() -> int:
            counts: list[int] = []
            on_write(counts.append)
            publish(files, clone)
            seen.write_text(str(len(counts)))
            return 0

        assert in_child(work) == 0
        return int(seen.read_text())


def assert_sound(target: Path, *versions: Sequence[Rendered]) -> None:
    files, whole = tree(target), [contents(version) for version in versions]
    broken = [path for path, data in files.items() if data not in [v.get(path) for v in whole]]
    assert broken == []
    assert broken_links(files) == set()


def kill_everywhere(before: Sequence[Rendered], after: Sequence[Rendered], folder: Path) -> int:
    """Kill the publish of `after` over `before` at each change of the disk."""
    publish(before, folder / "före")
    publish(after, folder / "efter")
    whole, manifest = names(folder / "efter"), (folder / "efter" / MANIFEST).read_bytes()
    last = count_writes(after, folder / "före")
    for kill in range(1, last + 1):
        target = copied(folder / "före", folder / "site")
        assert publish_killed(after, target, kill)
        assert_sound(target, before, after)
        publish(after, target)
        assert names(target) == whole
        assert tree(target) == contents(after)
        assert (target / MANIFEST).read_bytes() == manifest
    assert tree(folder / "före") == contents(before)
    return last


@posix
def test_killed_at_any_write_the_site_is_whole_and_the_next_publish_completes(
    tmp_path: Path,
) -> None:
    before = linked_site("a", range(140))
    after = linked_site("b", range(20, 160))
    assert kill_everywhere(before, after, tmp_path) > 150


@posix
def test_killed_first_publish_shows_no_front_page_or_a_whole_site(tmp_path: Path) -> None:
    files = linked_site("a", range(0, 60, 5))
    for kill in range(1, count_writes(files, tmp_path / "site") + 1):
        target = tmp_path / f"site-{kill}"
        assert publish_killed(files, target, kill)
        if (target / "index.html").exists():
            assert_sound(target, files)
        publish(files, target)
        assert tree(target) == contents(files)
        assert names(target / ".foljloftet") == {"lock", "manifest.json"}


@posix
def test_killed_in_the_middle_of_a_file_the_site_is_untouched(tmp_path: Path) -> None:
    before, after = linked_site("a", range(0, 60, 5)), linked_site("b", range(0, 60, 5))
    publish(before, tmp_path)

    def half(path: Path, data: bytes) -> None:
        with path.open("wb") as file:
            file.write(data[: len(data) // 2])
            file.flush()
            os.kill(os.getpid(), signal.SIGKILL)

    def work() -> int:
        Path.write_bytes = half  # type: ignore[method-assign,assignment]
        publish(after, tmp_path)
        return 0

    assert in_child(work) == -signal.SIGKILL
    assert tree(tmp_path) == contents(before)
    publish(before, tmp_path)
    assert names(tmp_path / ".foljloftet") == {"lock", "manifest.json"}


def kill_twice(folder: Path, step: int) -> None:
    """Kill the publish of b over a, and then of c over the rest: links stay whole, c completes."""
    versions = {
        "a": linked_site("a", range(0, 40, 5), links=7),
        "b": linked_site("b", range(20, 60, 5), links=7),
        "c": linked_site("c", range(10, 70, 5), links=11),
    }
    a, b, c = versions.values()
    publish(a, folder / "a")
    for first in range(1, count_writes(b, folder / "a") + 1, step):
        half = copied(folder / "a", folder / "b")
        publish_killed(b, half, first)
        for second in range(1, count_writes(c, half) + 1, step):
            target = copied(half, folder / "c")
            publish_killed(c, target, second)
            assert_sound(target, a, b, c)
            # Back to the second: pages that it had in place may link to what it had not.
            publish_killed(b, target, max(1, second - step))
            assert_sound(target, a, b, c)
            publish(c, target)
            assert tree(target) == contents(c)


@posix
def test_killed_again_with_other_content_the_links_still_resolve(tmp_path: Path) -> None:
    kill_twice(tmp_path, step=11)


@posix
@pytest.mark.long
def test_killed_again_at_every_pair_of_writes_the_links_still_resolve(tmp_path: Path) -> None:
    kill_twice(tmp_path, step=1)


@posix
@pytest.mark.long
@pytest.mark.parametrize("seed", range(40))
def test_killed_by_the_clock_the_site_is_whole(tmp_path: Path, seed: int) -> None:
    before, after = linked_site("a", range(140)), linked_site("b", range(20, 160))
    publish(before, tmp_path)
    child = os.fork()
    if child == 0:
        publish(after, tmp_path)
        os._exit(0)
    time.sleep(seed / 1000)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    assert_sound(tmp_path, before, after)
    publish(after, tmp_path)
    assert tree(tmp_path) == contents(after)
    assert names(tmp_path / ".foljloftet") == {"lock", "manifest.json"}


@posix
def test_what_a_killed_publish_left_is_not_taken_for_handwork(tmp_path: Path) -> None:
    publish(site({"index.html": "1", "a.html": "1", "b.html": "1"}), tmp_path / "före")
    files = site({"index.html": "2", "a.html": "2", "c.html": "2"})
    for kill in range(1, count_writes(files, tmp_path / "före") + 1):
        target = copied(tmp_path / "före", tmp_path / f"kopia-{kill}")
        publish_killed(files, target, kill)
        assert publish(site({"index.html": "3", "a.html": "3"}), target).restored == ()


@posix
def test_disk_full_from_any_write_on_says_what_is_true_of_the_site(tmp_path: Path) -> None:
    before, after = linked_site("a", range(0, 40, 5)), linked_site("b", range(20, 60, 5))
    publish(before, tmp_path / "före")
    outcomes = set()
    for full in range(1, count_writes(after, tmp_path / "före") + 1):
        target = copied(tmp_path / "före", tmp_path / "site")
        outcome = in_child(partial(publish_full, after, target, full))
        outcomes.add(outcome)
        assert_sound(target, before, after)
        assert (outcome == 1) <= (tree(target) == contents(before))
        publish(after, target)
        assert tree(target) == contents(after)
    assert outcomes == {0, 1, 2}


def publish_full(files: Sequence[Rendered], target: Path, write: int) -> int:
    """Publish on a disk that is full from the given write on: 1 untouched, 2 halfway, 0 done."""

    def refuse(count: int) -> None:
        if count >= write:
            raise OSError(errno.ENOSPC, "No space left on device")

    on_write(refuse)
    try:
        publish(files, target)
    except FollowupError as error:
        full = f"Disken är full: allt i {target} får inte plats."
        return {f"{full} {UNTOUCHED}": 1, f"{full} {HALFWAY}": 2}[str(error)]
    return 0


@posix
def test_builds_at_once_leave_the_site_of_one_of_them(tmp_path: Path) -> None:
    versions = [linked_site(name, range(shift, shift + 30)) for shift, name in enumerate("abcd")]
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
