"""Killed, full or raced at any write: the site is whole and the next publish completes."""

import errno
import os
import re
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup.diagnostics import FollowupError
from followup.output import Rendered
from followup.publish import publish

UNTOUCHED = "Webbplatsen är inte ändrad."
HALFWAY = "En del av webbplatsen kan redan vara utbytt. Nästa bygge gör klart resten."
MANIFEST = ".foljloftet/manifest.json"

MOVES = {"os.rename", "os.remove"}
WRITES = {"open", "os.mkdir", "os.rmdir", *MOVES}

posix = pytest.mark.skipif(os.name == "nt", reason="needs fork, signals or symlinks")


@contextmanager
def in_memory() -> Iterator[Path]:
    """A folder in memory where there is one: a kill takes the process and not the disk."""
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    with in_memory() as folder:
        yield folder


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


def on_write(react: Callable[[int], None], events: Set[str]) -> None:
    """In this process and from now on, call with 1, 2, 3 … before each such change of the disk."""
    numbers = count(1)

    def hook(event: str, args: tuple[object, ...]) -> None:
        if event in events and (event != "open" or is_writing(args[2])):
            react(next(numbers))

    sys.addaudithook(hook)


def is_writing(flags: object) -> bool:
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))


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


def copied(source: Path, goal: Path) -> Path:
    """A copy that shares its files with the source: a publish never writes into a file."""
    shutil.rmtree(goal, ignore_errors=True)
    return shutil.copytree(source, goal, copy_function=os.link)


def kills(
    files: Sequence[Rendered], source: Path, target: Path, events: Set[str] = WRITES
) -> Iterator[Path]:
    """Publish in a copy of the source, killed before the first change of the disk, the second …

    The last copy is the one where the publish was done before it could be killed.
    """

    def work(last: int) -> int:
        def kill(write: int) -> None:
            if write == last:
                os.kill(os.getpid(), signal.SIGKILL)

        on_write(kill, events)
        publish(files, target)
        return 0

    for write in count(1):
        copied(source, target)
        status = in_child(partial(work, write))
        yield target
        if status == 0:
            return
        assert status == -signal.SIGKILL


def assert_sound(target: Path, *versions: Sequence[Rendered]) -> None:
    files, whole = tree(target), [contents(version) for version in versions]
    broken = [path for path, data in files.items() if data not in [v.get(path) for v in whole]]
    assert broken == []
    assert broken_links(files) == set()


@posix
def test_killed_at_any_write_the_site_is_whole_and_the_next_publish_completes(
    tmp_path: Path,
) -> None:
    before, after = linked_site("a", range(140)), linked_site("b", range(20, 160))
    publish(before, tmp_path / "före")
    publish(after, tmp_path / "efter")
    clean, manifest = names(tmp_path / "efter"), (tmp_path / "efter" / MANIFEST).read_bytes()
    writes = 0
    for target in kills(after, tmp_path / "före", tmp_path / "site"):
        assert_sound(target, before, after)
        publish(after, target)
        assert names(target) == clean
        assert tree(target) == contents(after)
        assert (target / MANIFEST).read_bytes() == manifest
        writes += 1
    assert writes > 150
    assert tree(tmp_path / "före") == contents(before)


@posix
def test_killed_first_publish_shows_no_front_page_or_a_whole_site(tmp_path: Path) -> None:
    files = linked_site("a", range(0, 60, 5))
    (tmp_path / "före").mkdir()
    for target in kills(files, tmp_path / "före", tmp_path / "site"):
        if (target / "index.html").exists():
            assert_sound(target, files)
        publish(files, target)
        assert tree(target) == contents(files)
        assert names(target / ".foljloftet") == {"lock", "manifest.json"}


@posix
def test_killed_in_the_middle_of_a_file_the_site_is_untouched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, after = linked_site("a", range(0, 60, 5)), linked_site("b", range(0, 60, 5))
    publish(before, tmp_path)

    def half(path: Path, data: bytes) -> None:
        with path.open("wb") as file:
            file.write(data[: len(data) // 2])
            file.flush()
            os.kill(os.getpid(), signal.SIGKILL)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", half)
        assert in_child(lambda: len(publish(after, tmp_path).written)) == -signal.SIGKILL
    assert tree(tmp_path) == contents(before)
    publish(before, tmp_path)
    assert names(tmp_path / ".foljloftet") == {"lock", "manifest.json"}


def small_site(pages: Mapping[str, str]) -> list[Rendered]:
    """Pages by name, each with the names that it links to; a word with # is only text."""
    words = {name: text.split() for name, text in pages.items()}
    return site(
        {
            f"{name}.html": "".join(w if w[0] == "#" else f"<a href=/{w}.html>" for w in found)
            for name, found in words.items()
        }
    )


def kill_twice(folder: Path, history: Sequence[Mapping[str, str]], by_hand: str = "") -> None:
    """Kill the second publish and then the third, at every pair of writes, and then complete."""
    first, second, third = map(small_site, history)
    last = small_site({"index": "b x", "b": "#last", "x": "#last"})
    publish(first, folder / "1")
    if by_hand:
        (folder / "1" / by_hand).unlink()
    for half in kills(second, folder / "1", folder / "2", MOVES):
        for target in kills(third, half, folder / "3", MOVES):
            assert_sound(target, first, second, third)
            publish(last, target)
            assert tree(target) == contents(last)


# Each has a page that would lead nowhere if the second publish did not know how far the first came.
HISTORIES = {
    "page placed before what it links to": (
        {"index": "a", "a": ""},
        {"index": "a", "a": "b", "b": "c", "c": ""},
        {"index": "a b", "a": "b", "b": ""},
    ),
    "page within reach that gets a new link": (
        {"index": "m", "m": ""},
        {"index": "m", "m": "b", "b": ""},
        {"index": "m", "m": "b", "b": "c", "c": ""},
    ),
    "page that comes back, as what it linked to is deleted": (
        {"index": "a", "a": "o", "o": "n", "n": ""},
        {"index": "a", "a": ""},
        {"index": "a", "a": "o", "o": "#back"},
    ),
    "page that is right already, and then another": (
        {"index": ""},
        {"index": "x", "x": ""},
        {"index": "x y", "x": "", "y": ""},
    ),
    "page renamed by case": (
        {"index": "A", "A": ""},
        {"index": "a", "a": ""},
        {"index": "a #again", "a": ""},
    ),
}


@posix
@pytest.mark.parametrize("history", HISTORIES.values(), ids=HISTORIES)
def test_killed_again_with_other_content_the_links_still_resolve(
    tmp_path: Path, history: Sequence[Mapping[str, str]]
) -> None:
    kill_twice(tmp_path, history)


@posix
def test_page_deleted_by_hand_is_back_before_anything_new_links_to_it(tmp_path: Path) -> None:
    after = {"index": "a", "a": "q", "q": ""}
    kill_twice(tmp_path, [{"index": "a", "a": "", "q": ""}, after, after], by_hand="q.html")


@st.composite
def small_sites(draw: st.DrawFn) -> dict[str, str]:
    names = draw(st.lists(st.sampled_from("abcxy"), unique=True))
    links = st.lists(st.sampled_from([*names, "index", "#1"]), unique=True, max_size=3)
    return {name: " ".join(draw(links)) for name in ("index", *names)}


@posix
@pytest.mark.long
@settings(max_examples=60, deadline=None)
@given(st.tuples(small_sites(), small_sites(), small_sites()))
def test_killed_twice_in_any_history_the_links_still_resolve(
    history: Sequence[Mapping[str, str]],
) -> None:
    with in_memory() as folder:
        kill_twice(folder, history)


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
    for target in kills(files, tmp_path / "före", tmp_path / "site"):
        assert publish(site({"index.html": "3", "a.html": "3"}), target).restored == ()


@posix
def test_disk_full_from_any_write_on_says_what_is_true_of_the_site(tmp_path: Path) -> None:
    before, after = linked_site("a", range(0, 40, 5)), linked_site("b", range(20, 60, 5))
    publish(before, tmp_path / "före")
    outcomes: list[int] = []
    while 0 not in outcomes:
        target = copied(tmp_path / "före", tmp_path / "site")
        outcomes.append(in_child(partial(publish_full, after, target, len(outcomes) + 1)))
        assert_sound(target, before, after)
        assert (outcomes[-1] == 1) <= (tree(target) == contents(before))
        publish(after, target)
        assert tree(target) == contents(after)
    assert outcomes == [*sorted(outcomes[:-1]), 0]


def publish_full(files: Sequence[Rendered], target: Path, write: int) -> int:
    """Publish on a disk that is full from the given write on: 1 untouched, 2 halfway, 0 done."""

    def refuse(number: int) -> None:
        if number >= write:
            raise OSError(errno.ENOSPC, "No space left on device")

    on_write(refuse, WRITES)
    try:
        publish(files, target)
    except FollowupError as error:
        full = f"Disken är full: allt i {target} får inte plats."
        return {f"{full} {UNTOUCHED}": 1, f"{full} {HALFWAY}": 2}[str(error)]
    return 0
