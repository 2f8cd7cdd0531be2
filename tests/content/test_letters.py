"""Bytes -> text: what makes no difference, and what cannot be read, seen or trusted."""

import pytest

from followup.content.files import RawFile
from followup.content.letters import decode, is_empty, shown
from followup.content.unreadable import Unreadable
from followup.reporting import report

TEXT = "---\nrubrik: Kväll på torget\n---\nVi ses i Kungsängen.\n"


@pytest.mark.parametrize(
    "data",
    {
        "as it is": TEXT.encode(),
        "byte-order mark": b"\xef\xbb\xbf" + TEXT.encode(),
        "two byte-order marks": b"\xef\xbb\xbf\xef\xbb\xbf" + TEXT.encode(),
        "windows": TEXT.replace("\n", "\r\n").encode(),
        "old mac": TEXT.replace("\n", "\r").encode(),
        "decomposed": TEXT.replace("ä", "a\u0308").replace("å", "a\u030a").encode(),
        "blanks of no width": TEXT.replace("på", "på\u200b\u2060\ufeff").encode(),
        "soft hyphens": TEXT.replace("Kungs", "Kungs\u00ad").encode(),
    }.items(),
    ids=lambda named: named[0],
)
def test_what_makes_no_difference_is_the_same_text(data: tuple[str, bytes]) -> None:
    assert decode(RawFile("a.md", data[1])) == TEXT


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\r\n"])
def test_file_of_blanks_is_empty(data: bytes) -> None:
    assert is_empty(RawFile("a.md", data))


@pytest.mark.parametrize("data", [b"a", b"---\n---\n", b"\xff"])
def test_file_with_anything_in_it_is_not_empty(data: bytes) -> None:
    assert not is_empty(RawFile("a.md", data))


SAVE = """\
  I Anteckningar: Arkiv, Spara som, Kodning: UTF-8. I Textredigerare: välj
  Unicode (UTF-8) när du sparar. I Word: Spara som, Oformaterad text, UTF-8.
"""


@pytest.mark.parametrize(
    ("encoding", "called"), [("cp1252", "Windows-1252"), ("mac_roman", "Mac Roman")]
)
def test_other_encoding_is_named_and_the_line_is_read_in_it(encoding: str, called: str) -> None:
    printed = said("---\r\nrubrik: Skål i “Bro” – då\r\n---\r\n".encode(encoding))
    assert printed.startswith(
        "FEL  a.md:2:11  [teckenkodning]\n  2 | rubrik: Skål i “Bro” – då\n    |           ^"
    )
    assert f"  filen är sparad som {called}, men ska vara sparad som UTF-8\n{SAVE}" in (
        printed.replace("^ filen", "^\n  filen")
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_two_bytes_for_each_letter_is_named_with_and_without_a_mark(encoding: str) -> None:
    assert (
        said("rubrik: Skål\n".encode(encoding))
        == f"""\
FEL  a.md:1:1  [teckenkodning]
  1 | rubrik: Skål
    | ^ filen är sparad som UTF-16, men ska vara sparad som UTF-8
{SAVE}"""
    )


def test_list_is_saved_anew_from_the_spreadsheet() -> None:
    assert (
        said("datum;åtgärd\n".encode("utf-16"), "a.csv")
        == """\
FEL  a.csv:1:1  [teckenkodning]
  1 | datum;åtgärd
    | ^ filen är sparad som UTF-16, men ska vara sparad som UTF-8
  I Excel: Arkiv, Spara som, filformat: CSV UTF-8.
"""
    )


@pytest.mark.parametrize("data", [b"\xe4", b"\xed\xa0\x80", b"\xc0\xaf", b"\xff", b"\xf8"])
def test_bytes_that_are_no_letter_among_letters_are_pointed_at(data: bytes) -> None:
    printed = said(b"\xef\xbb\xbfrubrik: " + "Sa\u030a ä".encode() + data + b" b")
    assert printed.startswith("FEL  a.md:1:13  [teckenkodning]\n  1 | rubrik: Så ä�")
    assert "^ här står ett tecken som inte går att läsa\n  Skriv det på nytt och spara" in printed


@pytest.mark.parametrize("end", [b"\xc3", b"\xe2\x80", b"\xf0\x9f\x98"])
def test_file_that_was_half_saved_ends_in_the_middle_of_a_letter(end: bytes) -> None:
    assert (
        said("rubrik: Så".encode() + end)
        == """\
FEL  a.md:1:11  [teckenkodning]
  1 | rubrik: Så�
    |           ^ filen tar slut mitt i en bokstav
  Den kan ha sparats bara till hälften. Se efter att slutet är med och spara på
  nytt.
"""
    )


@pytest.mark.parametrize("read_as", ["cp1252", "latin-1"])
@pytest.mark.parametrize("letter", [*"åäöÅÄÖéü–…“’§»½"])
def test_letter_that_a_program_made_several_of_is_told(letter: str, read_as: str) -> None:
    several = letter.encode().decode(read_as)
    seen = "".join("�" if "\x7f" < mark < "\xa0" else mark for mark in several)
    assert (
        said(f"rubrik: A{several}B\nkort: \x0c\n".encode())
        == f"""\
FEL  a.md:1:10  [teckenkodning]
  1 | rubrik: A{seen}B
    |          {"^" * len(several)} här står ”{seen}” i stället för ”{letter}”
  Texten har gått genom ett program som läste den fel. Hämta den på nytt, eller
  skriv om alla å, ä, ö, tankstreck och citattecken.
"""
    )


def test_quotation_mark_that_windows_has_no_sign_for_is_told_too() -> None:
    assert "här står ”â€�” i stället för ”””" in said("rubrik: Broâ€\x9d\n".encode())


def test_sign_for_a_letter_that_was_lost_is_told() -> None:
    assert (
        said("rubrik: Sk\ufffdl\n".encode())
        == """\
FEL  a.md:1:11  [teckenkodning]
  1 | rubrik: Sk�l
    |           ^ här står ett tecken för en bokstav som har gått förlorad
  Texten har gått genom ett program som läste den fel. Skriv å, ä och ö på nytt.
"""
    )


@pytest.mark.parametrize(
    ("character", "called"),
    [
        ("\0", "ett nolltecken"),
        ("\x0b", "en radbrytning från Word"),
        ("\x0c", "en sidbrytning"),
        ("\x1b", "ett styrtecken"),
        ("\x7f", "ett raderingstecken"),
        ("\x85", "en radbrytning"),
        ("\x9f", "ett styrtecken"),
        ("\u2028", "en radseparator"),
        ("\u2029", "en styckeseparator"),
        ("\u202a", "ett tecken som vänder skrivriktningen"),
        ("\u202e", "ett tecken som vänder skrivriktningen"),
        ("\u2066", "ett tecken som vänder skrivriktningen"),
        ("\u2069", "ett tecken som vänder skrivriktningen"),
        ("\ufff9", "ett styrtecken"),
        ("\ufdd0", "ett styrtecken"),
        ("\uffff", "ett styrtecken"),
        ("\U0010fffe", "ett styrtecken"),
    ],
    ids=ascii,
)
def test_invisible_character_is_named_and_never_printed(character: str, called: str) -> None:
    printed = said(f"---\nrubrik: På{character}torget\n---\n".encode())
    number = f"U+{ord(character):04X}"
    assert printed.startswith("FEL  a.md:2:11  [osynligt-tecken]\n  2 | rubrik: På�torget\n")
    assert f"här står något som inte syns: {called} ({number})" in " ".join(printed.split())
    assert character not in printed


@pytest.mark.parametrize("code", sorted({*range(0x20), *range(0x7F, 0xA0)} - {0x09, 0x0A, 0x0D}))
def test_no_control_character_is_let_through(code: int) -> None:
    assert "[osynligt-tecken]" in said(f"rubrik: A{chr(code)}B\n".encode())


def test_invisible_character_in_the_body_is_pointed_at() -> None:
    assert (
        said("---\nrubrik: A\n---\n\nEn rad\u2028till.\n".encode())
        == """\
FEL  a.md:5:7  [osynligt-tecken]
  5 | En rad�till.
    |       ^ här står något som inte syns: en radseparator (U+2028)
  Radera tecknet och skriv ett vanligt mellanslag eller en ny rad.
"""
    )


def test_bullet_of_a_word_processor_is_told() -> None:
    assert (
        said("---\n---\n\uf0b7 Bro\n".encode())
        == """\
FEL  a.md:3:1  [osynligt-tecken]
  3 | � Bro
    | ^ här står ett tecken som bara finns i ett visst typsnitt (U+F0B7)
  Byt det mot ett vanligt tecken, till exempel ett bindestreck först i en lista.
"""
    )


@pytest.mark.parametrize(
    "text", ["سلام\u200cدنیا", "\u200fالعربية", "👮\u200d♀️", "Łódź", "1\u00a0000"]
)
def test_what_other_languages_need_is_kept(text: str) -> None:
    assert decode(RawFile("a.md", text.encode())) == text


def said(data: bytes, path: str = "a.md") -> str:
    """How it is printed that a file cannot be read."""
    file = RawFile(path, data)
    with pytest.raises(Unreadable) as caught:
        decode(file)
    return report([caught.value.diagnostic], {path: shown(file)})
