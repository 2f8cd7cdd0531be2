"""The content tree as it lies on a disk, with everything that can lie there."""

import inspect
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from followup.content.files import RawFile, read_tree
from followup.diagnostics import FollowupError, report


def test_every_file_is_read_in_the_order_of_the_paths(tmp_path: Path) -> None:
    write(tmp_path, "sidor/om.md", "webbplats.yaml", "platser/bro.md", "platser/bro-station.md")
    assert read_tree(tmp_path) == (
        (
            RawFile("platser/bro-station.md", b"platser/bro-station.md"),
            RawFile("platser/bro.md", b"platser/bro.md"),
            RawFile("sidor/om.md", b"sidor/om.md"),
            RawFile("webbplats.yaml", b"webbplats.yaml"),
        ),
        (),
    )


@pytest.mark.parametrize(
    "name",
    [".DS_Store", "._bro.md", ".git/config", ".bro.md.swp", "bro.md~", "~$bro.docx", "Thumbs.db",
     "desktop.ini"],
)  # fmt: skip
def test_what_programs_leave_behind_is_passed_over(tmp_path: Path, name: str) -> None:
    write(tmp_path, f"platser/{name}", "platser/bro.md")
    assert names(tmp_path) == ["platser/bro.md"]


def test_name_is_the_same_composed_or_decomposed(tmp_path: Path) -> None:
    write(tmp_path, "platser/Ho\u0308gbo.md")
    assert names(tmp_path) == ["platser/Högbo.md"]


@pytest.mark.skipif(os.name == "nt", reason="sådana namn finns inte i Windows")
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"h\xf6gbo.md", "h�gbo.md"),
        (b"bro\n.md", "bro�.md"),
        (b"\x1b[31mbro.md", "�[31mbro.md"),
        ("bro\u202e.md".encode(), "bro�.md"),
    ],
)
def test_name_can_always_be_printed(tmp_path: Path, name: bytes, shown: str) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(b"")
    except OSError:
        pytest.skip("filsystemet tar inte emot ett sådant namn")
    assert names(tmp_path) == [shown]


def test_folder_can_lie_deeper_than_our_own_stack(tmp_path: Path) -> None:
    write(tmp_path, "/".join(["d"] * 200) + "/a.md")
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + 100)
    try:
        files, faults = read_tree(tmp_path)
    finally:
        sys.setrecursionlimit(limit)
    assert (len(files), faults) == (1, ())


def test_folder_that_is_not_there_is_told_with_its_option(tmp_path: Path) -> None:
    with pytest.raises(FollowupError) as caught:
        read_tree(tmp_path / "innehåll")
    assert str(caught.value) == (
        f"Mappen {tmp_path / 'innehåll'} finns inte, eller går inte att läsa. "
        "Ange rätt mapp med --innehåll."
    )


def test_file_is_no_folder_of_content(tmp_path: Path) -> None:
    write(tmp_path, "a.md")
    with pytest.raises(FollowupError, match="finns inte, eller går inte att läsa"):
        read_tree(tmp_path / "a.md")


def test_links_are_faults_and_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "content/platser/bro.md", "annat/hemligt.md")
    content = tmp_path / "content"
    link(content / "platser" / "hemligt.md", tmp_path / "annat" / "hemligt.md")
    link(content / "mapp", tmp_path / "annat")
    link(content / "rot", content)
    link(content / "ingenting", tmp_path / "finns-inte")
    files, faults = read_tree(content)
    assert [file.path for file in files] == ["platser/bro.md"]
    assert report(faults, {}, "content/") == "\n".join(
        f"""\
FEL  content/{path}  [ovanlig-fil]
  det här är en länk till något annat, inte en vanlig fil
  Lägg själva filen här i stället för en genväg eller länk.
"""
        for path in ("ingenting", "mapp", "platser/hemligt.md", "rot")
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows har inga sådana filer")
def test_file_that_never_ends_is_a_fault_and_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "bro.md")
    files, faults = read_tree(tmp_path)
    assert files == ()
    assert (
        report(faults, {})
        == """\
FEL  bro.md  [ovanlig-fil]
  det här är inte en vanlig fil
  Ta bort den, eller spara den på nytt som en vanlig fil.
"""
    )


def test_folder_that_cannot_be_read_is_a_fault_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "platser/bro.md", "sidor/om.md")
    scandir = os.scandir

    def refuse(folder: Path) -> Any:
        if folder.name == "platser":
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    files, faults = read_tree(tmp_path)
    assert [file.path for file in files] == ["sidor/om.md"]
    assert (
        report(faults, {})
        == """\
FEL  platser  [oläsbar-fil]
  mappen går inte att läsa
  Kontrollera att du har rätt att läsa mappen och att den inte är öppen i ett
  annat program.
"""
    )


def test_file_that_cannot_be_read_is_a_fault_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "platser/bro.md", "sidor/om.md")
    read_bytes = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "bro.md":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    files, faults = read_tree(tmp_path)
    assert [file.path for file in files] == ["sidor/om.md"]
    assert (
        report(faults, {})
        == """\
FEL  platser/bro.md  [oläsbar-fil]
  filen går inte att läsa
  Kontrollera att du har rätt att läsa filen och att den inte är öppen i ett
  annat program.
"""
    )


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Path]:
    """A folder with a folder and a file that may not be read."""
    write(tmp_path, "platser/bro.md", "sidor/om.md")
    places, page = tmp_path / "platser", tmp_path / "sidor" / "om.md"
    places.chmod(0)
    page.chmod(0)
    yield tmp_path
    places.chmod(0o700)
    page.chmod(0o600)


def test_permissions_are_faults_in_order(locked: Path) -> None:
    if os.access(locked / "platser", os.R_OK):
        pytest.skip("den här användaren får läsa allt")
    files, faults = read_tree(locked)
    assert files == ()
    assert [(fault.source.path, fault.message) for fault in faults] == [
        ("platser", "mappen går inte att läsa"),
        ("sidor/om.md", "filen går inte att läsa"),
    ]


def write(root: Path, *paths: str) -> None:
    """Writes files; each holds its own path."""
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(path, encoding="utf-8")


def link(path: Path, target: Path) -> None:
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("den här användaren får inte göra länkar")


def names(root: Path) -> list[str]:
    files, faults = read_tree(root)
    assert faults == ()
    return [file.path for file in files]
