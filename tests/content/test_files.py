"""The content tree as it lies on a disk, with everything that can lie there."""

import inspect
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from followup.content.files import RawFile, read_tree
from followup.diagnostics import FollowupError
from followup.reporting import report


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


def test_links_that_lead_to_each_other_are_faults(tmp_path: Path) -> None:
    link(tmp_path / "ett.md", tmp_path / "tva.md")
    link(tmp_path / "tva.md", tmp_path / "ett.md")
    link(tmp_path / "sig", tmp_path / "sig")
    files, faults = read_tree(tmp_path)
    assert files == ()
    assert [(fault.source.path, fault.rule) for fault in faults] == [
        ("ett.md", "ovanlig-fil"),
        ("sig", "ovanlig-fil"),
        ("tva.md", "ovanlig-fil"),
    ]


@pytest.mark.parametrize("name", ["webbplats.yaml", "sidor/om.md", "loften/2018/lista.CSV"])
def test_folder_in_the_place_of_a_file_is_a_fault(tmp_path: Path, name: str) -> None:
    write(tmp_path, f"{name}/a.md")
    files, faults = read_tree(tmp_path)
    assert files == ()
    assert (
        report(faults, {})
        == f"""\
FEL  {name}  [ovanlig-fil]
  det här är en mapp, men här ska en fil ligga
  Ge mappen ett annat namn, eller ta bort den.
"""
    )


@pytest.mark.parametrize(
    ("name", "size", "told"),
    [
        ("sidor/om.md", 50_000_000, "50 MB, och det mesta som går är 200 kB"),
        ("sidor/om.md", 200_001, "200,1 kB, och det mesta som går är 200 kB"),
        ("parter.yaml", 1_234_567, "1,3 MB, och det mesta som går är 200 kB"),
        ("lista.csv", 1_000_001, "1,1 MB, och det mesta som går är 1 MB"),
    ],
)
def test_text_larger_than_anybody_means_is_a_fault_with_both_sizes(
    tmp_path: Path, name: str, size: int, told: str
) -> None:
    sparse(tmp_path / name, size)
    files, faults = read_tree(tmp_path)
    assert files == ()
    assert (
        report(faults, {}).replace("\u00a0", " ")
        == f"""\
FEL  {name}  [stor-fil]
  filen är för stor: {told}
  Dela upp texten på flera filer.
"""
    )


def test_picture_larger_than_a_camera_makes_is_a_fault(tmp_path: Path) -> None:
    sparse(tmp_path / "torg.JPG", 50_000_000)
    files, faults = read_tree(tmp_path)
    assert files == ()
    assert (
        report(faults, {}).replace("\u00a0", " ")
        == """\
FEL  torg.JPG  [stor-fil]
  filen är för stor: 50 MB, och det mesta som går är 20 MB
  Spara bilden i mindre format.
"""
    )


@pytest.mark.parametrize(("name", "size"), [("om.md", 200_000), ("lista.csv", 1_000_000)])
def test_file_as_large_as_the_limit_is_read(tmp_path: Path, name: str, size: int) -> None:
    sparse(tmp_path / name, size)
    assert read_tree(tmp_path) == ((RawFile(name, bytes(size)),), ())


def test_of_a_file_that_is_neither_text_nor_picture_only_the_name_is_read(tmp_path: Path) -> None:
    sparse(tmp_path / "film.mp4", 50_000_000)
    assert read_tree(tmp_path) == ((RawFile("film.mp4", b""),), ())


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
    opened = Path.open

    def refuse(path: Path, mode: str) -> Any:
        if path.name == "bro.md":
            raise PermissionError(13, "Permission denied")
        return opened(path, mode)

    monkeypatch.setattr(Path, "open", refuse)
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
def locked() -> Iterator[Path]:
    """A folder with a folder and a file that may not be read, seen by a user who is not root."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write(root, "platser/bro.md", "sidor/om.md")
        places, page = root / "platser", root / "sidor" / "om.md"
        root.chmod(0o755)
        places.chmod(0)
        page.chmod(0)
        with another_user():
            yield root
        places.chmod(0o700)
        page.chmod(0o600)


@contextmanager
def another_user() -> Iterator[None]:
    """As nobody, where the tests are run by root, who may read everything."""
    if sys.platform == "win32" or os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(os.name == "nt", reason="Windows stänger inte filer på det sättet")
def test_permissions_are_faults_in_order(locked: Path) -> None:
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


def sparse(path: Path, size: int) -> None:
    """A file of zeros that takes no room."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.truncate(size)


def link(path: Path, target: Path) -> None:
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("den här användaren får inte göra länkar")


def names(root: Path) -> list[str]:
    files, faults = read_tree(root)
    assert faults == ()
    return [file.path for file in files]
