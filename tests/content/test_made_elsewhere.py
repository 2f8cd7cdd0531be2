"""Files that another program made, under a name that ours have."""

from pathlib import Path

import pytest

from followup.content.files import RawFile, read_tree
from followup.content.letters import decode
from followup.content.made_elsewhere import begins_as
from followup.content.table import as_utf8
from followup.content.unreadable import Unreadable
from followup.reporting import report

COPY = (
    "Kopiera texten till en ny fil i Anteckningar eller Textredigerare, och ge den det här namnet."
)
EXCEL = "I Excel: Arkiv, Spara som, filformat: CSV UTF-8."


@pytest.mark.parametrize(
    ("data", "begins"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00\xe5", "en Word- eller Excelfil"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "en Word- eller Excelfil"),
        (b"{\\rtf1\\ansi Bro}", "en fil i formatet RTF"),
        (b"%PDF-1.7", "en PDF"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html>", "en webbsida"),
        (b"<html lang=sv>", "en webbsida"),
    ],
)
@pytest.mark.parametrize(("path", "hint"), [("a.md", COPY), ("a.csv", EXCEL)])
def test_file_of_another_program_with_a_new_name_is_one_fault(
    data: bytes, begins: str, path: str, hint: str
) -> None:
    assert " ".join(said(data, path).split()) == (
        f"FEL {path} [okänd-fil] det här är {begins} som har fått ett nytt namn, "
        f"och går inte att läsa här Ge den tillbaka namnet som den hade och öppna den. {hint}"
    )


def test_file_of_another_program_is_never_too_large_to_be_known(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"PK\x03\x04" + bytes(300_000))
    (tmp_path / "b.md").write_bytes(b"a" * 300_000)
    files, faults = read_tree(tmp_path)
    assert [file.path for file in files] == ["a.md"]
    assert [(fault.source.path, fault.rule) for fault in faults] == [("b.md", "stor-fil")]


@pytest.mark.parametrize(
    "text", ["", "---\nrubrik: A\n---\n<html lang=sv>\n", "PK;b\n", "pdf", "%", "{a: b}"]
)
def test_text_begins_as_no_other_file(text: str) -> None:
    assert begins_as(text.encode()) == ""


def said(data: bytes, path: str) -> str:
    with pytest.raises(Unreadable) as caught:
        decode(as_utf8(RawFile(path, data)))
    return report([caught.value.diagnostic], {})
