"""The two lists that a publish compares: which paths can be, and which files are ours."""

from pathlib import Path

import pytest

from followup.manifest import Manifest, dump, folders_of, load, want
from followup.output import Rendered

BAD_PATHS = [
    "",
    "/etc/passwd",
    "../granne.html",
    "a/../../granne.html",
    "a/./b.html",
    "a//b.html",
    "a/",
    "a\\b.html",
    "C:/a.html",
    "c:a.html",
    "a\0b",
    "a\nb",
    ".foljloftet/manifest.json",
    ".FoljLoftet/lock",
]
TWINS = [
    ("a.html", "a.html"),
    ("a.html", "A.html"),
    ("Om/a.html", "om/b.html"),
    ("å.html", "a\u030a.html"),
    ("Å.html", "a\u030a.html"),
    ("a", "a/index.html"),
    ("a.html", ".foljloftet"),
]


@pytest.mark.parametrize("path", BAD_PATHS)
def test_path_that_leads_out_of_the_site_is_our_fault(path: str) -> None:
    with pytest.raises(ValueError, match="not a path below the site"):
        want([Rendered(path, b"")])


@pytest.mark.parametrize("twins", TWINS)
def test_paths_that_some_file_system_cannot_tell_apart_are_our_fault(
    twins: tuple[str, str],
) -> None:
    with pytest.raises(ValueError, match=r"cannot be told apart|not a path below the site"):
        want([Rendered(path, b"") for path in twins])


@pytest.mark.parametrize("path", ["index.html", ".nojekyll", "..a", "a b/ö..html", "kl 19:30.txt"])
def test_ordinary_path_is_wanted(path: str) -> None:
    assert want([Rendered(path, b"x")]).files == {path: b"x"}


def test_folders_of_paths_are_all_above_them() -> None:
    assert folders_of(["a/b/c.html", "a/d.html", "e.html"]) == {"a", "a/b"}


def test_written_manifest_reads_back(tmp_path: Path) -> None:
    manifest = Manifest({"b.html": "2", "a.html": "1"}, frozenset({"d.html", "c.html"}), {"a": "k"})
    (tmp_path / "manifest.json").write_bytes(dump(manifest))
    assert load(tmp_path / "manifest.json") == manifest
    assert dump(manifest) == (
        b'{"files": {"a.html": "1", "b.html": "2"}, "keys": {"a": "k"}, '
        b'"pending": ["c.html", "d.html"]}'
    )


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 100,
        b"\xff\xfe",
        b"[" * 100_000,
        b"[]",
        b'{"files": {}}',
        b'{"files": 3, "pending": []}',
        b'{"files": [[3, "x"]], "pending": []}',
        b'{"files": {}, "pending": [[]]}',
        b'{"files": {}, "pending": [], "keys": 3}',
        b'{"files": {"../granne.html": "x"}, "pending": []}',
        b'{"files": {}, "pending": ["/etc/passwd"]}',
        b'{"files": {}, "pending": [".foljloftet/lock"]}',
    ],
)
def test_damaged_manifest_takes_nothing_for_ours(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "manifest.json").write_bytes(content)
    assert load(tmp_path / "manifest.json") == Manifest({})


def test_missing_manifest_takes_nothing_for_ours(tmp_path: Path) -> None:
    assert load(tmp_path / "manifest.json") == Manifest({})
