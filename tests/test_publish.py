"""What reaches the disk and in which order, and what becomes of files that are not ours."""

import os
import shutil
import stat
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup.diagnostics import FollowupError
from followup.output import Made, Rendered
from followup.publish import Published, publish

UNTOUCHED = "Webbplatsen är inte ändrad."
LOCK = ".foljloftet/lock"
MANIFEST = ".foljloftet/manifest.json"

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


def traces(target: Path) -> dict[str, tuple[int, int]]:
    """What any touch of the target would change."""
    status = {path: path.lstat() for path in (target, *target.rglob("*"))}
    return {str(path): (found.st_mtime_ns, found.st_ino) for path, found in status.items()}


# What is slow to make


def slow(key: str, made: list[str], path: str = "a.pdf") -> Made:
    """A file whose bytes are its key, and a note in `made` each time that they are made."""

    def make() -> bytes:
        made.append(key)
        return key.encode()

    return Made(path, key, make)


def test_slow_file_is_made_only_when_what_it_is_made_of_has_changed(tmp_path: Path) -> None:
    made: list[str] = []
    for key in ("one", "one", "two", "two", "one"):
        publish([slow(key, made)], tmp_path)
        assert tree(tmp_path) == {"a.pdf": key.encode()}
    assert made == ["one", "two", "one"]


def test_slow_file_that_somebody_changed_or_deleted_is_made_again(tmp_path: Path) -> None:
    made: list[str] = []
    publish([slow("one", made)], tmp_path)
    (tmp_path / "a.pdf").write_bytes(b"other")
    assert publish([slow("one", made)], tmp_path).restored == ("a.pdf",)
    (tmp_path / "a.pdf").unlink()
    assert publish([slow("one", made)], tmp_path).restored == ("a.pdf",)
    assert made == ["one"] * 3
    assert tree(tmp_path) == {"a.pdf": b"one"}


def test_slow_file_is_not_made_when_other_files_change(tmp_path: Path) -> None:
    made: list[str] = []
    for text in ("a", "b"):
        publish([*site({"index.html": text}), slow("one", made)], tmp_path)
    assert made == ["one"]


def test_slow_file_is_made_again_when_nothing_is_known_of_the_last_time(tmp_path: Path) -> None:
    made: list[str] = []
    publish([slow("one", made)], tmp_path)
    (tmp_path / MANIFEST).write_bytes(b"{")
    publish([slow("one", made)], tmp_path)
    assert made == ["one", "one"]


# What is written


def test_first_publish_makes_the_folder_and_puts_the_front_page_last(tmp_path: Path) -> None:
    files = site({"index.html": "1", "a/index.html": "2", "css/x.css": "3"})
    target = tmp_path / "ut" / "site"
    assert publish(files, target) == Published(
        written=("css/x.css", "a/index.html", "index.html"),
        unchanged=0,
        removed=(),
        foreign=(),
        restored=(),
    )
    assert tree(target) == contents(files)
    assert names(target / ".foljloftet") == {"lock", "manifest.json"}


def test_order_is_assets_new_pages_changed_pages_front_page(tmp_path: Path) -> None:
    publish(site({"b.html": "1", "index.html": "1", "x.css": "1", "kvar.html": "1"}), tmp_path)
    new = {"index.html": "2", "b.html": "2", "x.css": "2", "c.html": "2", "y.css": "2"}
    result = publish(site({**new, "kvar.html": "1"}), tmp_path)
    assert result.written == ("x.css", "y.css", "c.html", "b.html", "index.html")
    assert result.unchanged == 1


def test_second_publish_touches_nothing(tmp_path: Path) -> None:
    files = site({"index.html": "1", "a/b/c.html": "2", "tom.txt": ""})
    publish(files, tmp_path)
    before = traces(tmp_path)
    assert publish(files, tmp_path) == Published((), 3, (), (), ())
    assert traces(tmp_path) == before


def test_nothing_at_all_makes_no_folder(tmp_path: Path) -> None:
    publish([], tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_unchanged_file_keeps_its_time(tmp_path: Path) -> None:
    publish(site({"index.html": "1", "a.html": "1"}), tmp_path)
    before = traces(tmp_path)
    publish(site({"index.html": "2", "a.html": "1"}), tmp_path)
    after = traces(tmp_path)
    assert after[str(tmp_path / "a.html")] == before[str(tmp_path / "a.html")]
    assert after[str(tmp_path / "index.html")] != before[str(tmp_path / "index.html")]


def test_page_that_no_longer_exists_is_removed_with_its_folder(tmp_path: Path) -> None:
    publish(site({"index.html": "1", "a/b/c.html": "2", "a/d.html": "3"}), tmp_path)
    assert publish(site({"index.html": "1"}), tmp_path).removed == ("a/b/c.html", "a/d.html")
    assert names(tmp_path) == {"index.html", ".foljloftet", LOCK, MANIFEST}


def test_file_changed_or_deleted_by_hand_is_restored(tmp_path: Path) -> None:
    files = site({"index.html": "1", "a.html": "2", "b.css": "3"})
    publish(files, tmp_path)
    (tmp_path / "a.html").write_text("X")
    (tmp_path / "b.css").unlink()
    result = publish(files, tmp_path)
    assert result.restored == result.written == ("b.css", "a.html")
    assert tree(tmp_path) == contents(files)


def test_only_what_was_changed_by_hand_counts_as_restored(tmp_path: Path) -> None:
    publish(site({"index.html": "1", "a.html": "1"}), tmp_path)
    (tmp_path / "a.html").write_text("X")
    result = publish(site({"index.html": "2", "a.html": "2"}), tmp_path)
    assert (result.written, result.restored) == (("a.html", "index.html"), ("a.html",))


@posix
def test_files_get_ordinary_permissions(tmp_path: Path) -> None:
    publish(site({"index.html": "1"}), tmp_path / "site")
    ordinary = tmp_path / "vanlig"
    ordinary.write_text("")
    for path in ("index.html", MANIFEST):
        assert (tmp_path / "site" / path).stat().st_mode == ordinary.stat().st_mode
    assert not stat.S_IMODE(ordinary.stat().st_mode) & stat.S_IXUSR


def test_everything_is_on_the_disk_before_the_first_rename(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(site({"index.html": "1"}), tmp_path)
    seen: list[dict[str, bytes]] = []
    monkeypatch.setattr(os, "sync", lambda: seen.append(tree(tmp_path)), raising=False)
    publish(site({"index.html": "2", "a.html": "2"}), tmp_path)
    assert seen == [{"index.html": b"1"}]


# Files that are not ours


def test_foreign_files_stay_and_are_reported(tmp_path: Path) -> None:
    foreign = {"CNAME": "x", "a/egen.txt": "y", ".git/config": "z"}
    for path, text in foreign.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    publish(site({"index.html": "1", "a/b.html": "2"}), tmp_path)
    result = publish(site({"index.html": "1"}), tmp_path)
    assert result.removed == ("a/b.html",)
    assert result.foreign == (".git/", "CNAME", "a/egen.txt")
    assert tree(tmp_path) == contents(site({**foreign, "index.html": "1"}))


def test_foreign_file_in_the_way_stops_the_publish_without_a_trace(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("någon annans")
    before = traces(tmp_path)
    with pytest.raises(FollowupError) as error:
        publish(site({"index.html": "1", "a.html": "2"}), tmp_path)
    assert str(error.value) == (
        f"{tmp_path / 'index.html'} är i vägen, men är inte gjord av Följ löftet. "
        f"Flytta det som ligger där, eller välj en annan mapp med --till. {UNTOUCHED}"
    )
    assert traces(tmp_path) == before


def test_foreign_file_in_the_way_later_is_not_overwritten_either(tmp_path: Path) -> None:
    publish(site({"index.html": "1"}), tmp_path)
    (tmp_path / "a.html").write_text("någon annans")
    (tmp_path / "b.html").write_text("någon annans")
    with pytest.raises(FollowupError, match=r"a\.html \(och 1 till\) är i vägen"):
        publish(site({"index.html": "2", "a.html": "2", "b.html": "2"}), tmp_path)
    assert tree(tmp_path)["index.html"] == b"1"


def test_file_with_the_same_bytes_becomes_ours(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("1")
    assert publish(site({"index.html": "1"}), tmp_path) == Published((), 1, (), (), ())
    assert publish(site({"a.html": "1"}), tmp_path).removed == ("index.html",)


@pytest.mark.parametrize("foreign", ["a/eget.txt", "a/tom/", "a/index.html/x"])
def test_foreign_folder_where_a_file_should_be_stops_the_publish(
    tmp_path: Path, foreign: str
) -> None:
    publish(site({"index.html": "1", "a/b.html": "1"}), tmp_path)
    place = tmp_path / foreign
    (place if foreign.endswith("/") else place.parent).mkdir(parents=True, exist_ok=True)
    if not foreign.endswith("/"):
        place.write_text("x")
    path = "a/index.html" if "index" in foreign else "a"
    with pytest.raises(FollowupError, match="är i vägen"):
        publish(site({"index.html": "2", path: "2"}), tmp_path)
    assert tree(tmp_path)["index.html"] == b"1"


def test_foreign_file_where_a_folder_should_be_stops_the_publish(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    with pytest.raises(FollowupError, match="är i vägen"):
        publish(site({"a/b/c.html": "1"}), tmp_path)


def test_our_folder_becomes_a_file_and_a_folder_again(tmp_path: Path) -> None:
    folder = site({"index.html": "1", "a/b/index.html": "1", "a/c.html": "1"})
    file = site({"index.html": "2", "a": "2"})
    for files in (folder, file, folder):
        publish(files, tmp_path)
        assert tree(tmp_path) == contents(files)


def test_renaming_by_case_removes_the_old_name_first_where_case_is_ignored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(site({"index.html": "1", "Foto/A.jpg": "1", "Foto/b.jpg": "1"}), tmp_path)
    files = site({"index.html": "1", "foto/a.jpg": "1"})
    monkeypatch.setattr(os.path, "lexists", lambda path: True)
    seen: list[list[str]] = []
    move = os.replace

    def watched(source: Path, goal: Path) -> None:
        seen.append(sorted(tree(tmp_path)))
        move(source, goal)

    monkeypatch.setattr(os, "replace", watched)
    publish(files, tmp_path)
    assert seen[1] == ["index.html"]
    assert tree(tmp_path) == contents(files)


# Links


@posix
def test_target_may_be_a_link_to_a_folder(tmp_path: Path) -> None:
    (tmp_path / "riktig").mkdir()
    (tmp_path / "site").symlink_to("riktig")
    publish(site({"index.html": "1"}), tmp_path / "site")
    assert tree(tmp_path / "riktig") == {"index.html": b"1"}
    assert (tmp_path / "site").is_symlink()


@posix
@pytest.mark.parametrize("linked", ["a", ".foljloftet"])
def test_link_to_a_folder_never_leads_a_write_out(tmp_path: Path, linked: str) -> None:
    target, outside = tmp_path / "site", tmp_path / "utanför"
    target.mkdir()
    outside.mkdir()
    (target / linked).symlink_to(outside)
    with pytest.raises(FollowupError, match="är i vägen"):
        publish(site({"index.html": "1", "a/b.html": "1"}), target)
    assert names(outside) == set()


@posix
def test_our_file_turned_into_a_link_is_replaced_and_never_followed(tmp_path: Path) -> None:
    target, outside = tmp_path / "site", tmp_path / "utanför"
    outside.write_text("2")
    publish(site({"index.html": "1", "a.html": "1", "b.html": "1"}), target)
    for name in ("a.html", "b.html"):
        (target / name).unlink()
        (target / name).symlink_to(outside)
    result = publish(site({"index.html": "1", "a.html": "2"}), target)
    assert (result.restored, result.removed) == (("a.html",), ("b.html",))
    assert outside.read_text() == "2"
    assert not (target / "a.html").is_symlink()


@posix
def test_our_folder_turned_into_a_link_loses_nothing_outside(tmp_path: Path) -> None:
    target, outside = tmp_path / "site", tmp_path / "utanför"
    publish(site({"index.html": "1", "a/b/c.html": "1"}), target)
    shutil.move(target / "a", outside)
    (target / "a").symlink_to(outside)
    result = publish(site({"index.html": "2"}), target)
    assert (result.removed, result.foreign) == ((), ("a",))
    assert tree(outside) == {"b/c.html": b"1"}


# The manifest


@pytest.mark.parametrize("damage", [b"", b"{", None])
def test_damaged_or_deleted_manifest_is_made_anew(tmp_path: Path, damage: bytes | None) -> None:
    files = site({"index.html": "1", "a.html": "1"})
    publish(files, tmp_path)
    good = (tmp_path / MANIFEST).read_bytes()
    (tmp_path / MANIFEST).unlink()
    if damage is not None:
        (tmp_path / MANIFEST).write_bytes(damage)
    assert publish(files, tmp_path).written == ()
    assert (tmp_path / MANIFEST).read_bytes() == good


def test_manifest_that_points_outside_deletes_nothing(tmp_path: Path) -> None:
    target = tmp_path / "site"
    publish(site({"index.html": "1"}), target)
    (tmp_path / "granne.html").write_text("x")
    (target / MANIFEST).write_text('{"files": {"../granne.html": "x"}, "pending": []}')
    publish(site({"index.html": "1", "a.html": "1"}), target)
    assert (tmp_path / "granne.html").read_text() == "x"


# Any history

PATHS = [
    "index.html",
    "a.html",
    "a/index.html",
    "a/b/c.html",
    "b",
    "b/x.css",
    "b/d/e.html",
    "ö.txt",
]
FOREIGN = {"CNAME": "x", "a/eget.txt": "y", "mapp/fil": "z"}


@st.composite
def sites(draw: st.DrawFn) -> dict[str, str]:
    files = draw(st.dictionaries(st.sampled_from(PATHS), st.sampled_from("123")))
    if "b" in files:
        return {path: text for path, text in files.items() if not path.startswith("b/")}
    return files


def damage(target: Path, path: str) -> None:
    """Change by hand what is there."""
    if (target / path).is_file():
        (target / path).write_text("för hand")
    elif (target / path).is_dir():
        shutil.rmtree(target / path)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(sites(), st.sampled_from(["", *PATHS])), max_size=5))
def test_after_any_history_the_folder_is_the_last_site_and_what_is_foreign(
    history: list[tuple[dict[str, str], str]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder)
        for path, text in FOREIGN.items():
            (target / path).parent.mkdir(exist_ok=True)
            (target / path).write_text(text)
        for files, damaged in history:
            publish(site(files), target)
            assert tree(target) == contents(site({**files, **FOREIGN}))
            assert publish(site(files), target).written == ()
            if damaged:
                damage(target, damaged)
