"""Bytes -> text -> fields with their places, and a body."""

import pytest

from followup.content.document import (
    Document,
    Entry,
    Mapping,
    Scalar,
    Sequence,
    decode,
    is_empty,
    parse,
    shown,
)
from followup.content.files import RawFile
from followup.content.unreadable import Unreadable
from followup.diagnostics import Source, report
from followup.model import Body

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


def test_text_that_is_not_utf8_is_shown_with_the_letter_that_cannot_be_read() -> None:
    assert (
        said("---\r\nrubrik: Skål\r\nspråk: sv\r\n---\r\n".encode("latin-1"))
        == """\
FEL  a.md:2:11  [teckenkodning]
  2 | rubrik: Sk�l
    |           ^
  filen är inte sparad som UTF-8, så å, ä och ö går inte att läsa
  I Anteckningar: Arkiv, Spara som, Kodning: UTF-8. I Word: spara som
  oformaterad text, UTF-8.
"""
    )


def test_place_of_the_first_letter_that_cannot_be_read_counts_letters_not_bytes() -> None:
    assert (
        said(b"\xef\xbb\xbfrubrik: " + "Sa\u030a ä".encode() + b"\xe4")
        == """\
FEL  a.md:1:13  [teckenkodning]
  1 | rubrik: Så ä�
    |             ^
  filen är inte sparad som UTF-8, så å, ä och ö går inte att läsa
  I Anteckningar: Arkiv, Spara som, Kodning: UTF-8. I Word: spara som
  oformaterad text, UTF-8.
"""
    )


def test_text_of_another_encoding_altogether_is_not_utf8() -> None:
    with pytest.raises(Unreadable) as caught:
        decode(RawFile("a.md", TEXT.encode("utf-16")))
    assert caught.value.diagnostic.rule == "teckenkodning"
    assert caught.value.diagnostic.source == Source("a.md", 1, 1)


@pytest.mark.parametrize(
    "character",
    [
        *map(chr, sorted({*range(0x20), *range(0x7F, 0xA0)} - {0x09, 0x0A, 0x0D})),
        *"\u2028\u2029\ufffe\uffff\u202a\u202e\u2066\u2069",
    ],
    ids=lambda character: f"U+{ord(character):04X}",
)
def test_invisible_character_is_pointed_at_and_never_printed(character: str) -> None:
    assert (
        said(f"---\nrubrik: På{character}torget\n---\n".encode())
        == f"""\
FEL  a.md:2:11  [osynligt-tecken]
  2 | rubrik: På�torget
    |           ^ här står ett osynligt tecken (U+{ord(character):04X})
  Radera tecknet och skriv ett vanligt mellanslag eller en ny rad.
"""
    )


def test_invisible_character_in_the_body_is_pointed_at() -> None:
    assert (
        said("---\nrubrik: A\n---\n\nEn rad\u2028till.\n".encode())
        == """\
FEL  a.md:5:7  [osynligt-tecken]
  5 | En rad�till.
    |       ^ här står ett osynligt tecken (U+2028)
  Radera tecknet och skriv ett vanligt mellanslag eller en ny rad.
"""
    )


def test_every_part_of_a_file_keeps_its_place() -> None:
    text = "---\nmål:\n  typ: antal\nparter: [a, bc]\n---\n\nBrödtext.\n"
    assert parse("a.md", text) == Document(
        "a.md",
        Mapping(
            (
                Entry(
                    Scalar("mål", Source("a.md", 2, 1, 3)),
                    Mapping(
                        (
                            Entry(
                                Scalar("typ", Source("a.md", 3, 3, 3)),
                                Scalar("antal", Source("a.md", 3, 8, 5)),
                            ),
                        ),
                        Source("a.md", 3, 3),
                    ),
                ),
                Entry(
                    Scalar("parter", Source("a.md", 4, 1, 6)),
                    Sequence(
                        (
                            Scalar("a", Source("a.md", 4, 10, 1)),
                            Scalar("bc", Source("a.md", 4, 13, 2)),
                        ),
                        Source("a.md", 4, 9),
                    ),
                ),
            ),
            Source("a.md", 2, 1),
        ),
        Body("\nBrödtext.\n", Source("a.md", 6)),
    )


def test_file_of_fields_has_no_body() -> None:
    assert parse("a.yaml", "namn: B\n") == Document(
        "a.yaml",
        Mapping(
            (Entry(Scalar("namn", Source("a.yaml", 1, 1, 4)), Scalar("B", place(1, 7))),),
            Source("a.yaml", 1, 1),
        ),
        Body("", Source("a.yaml")),
    )


@pytest.mark.parametrize("text", ["---\n---\n", "---\n\n---\n", "---\n# en anteckning\n---\n"])
def test_front_matter_may_be_empty(text: str) -> None:
    assert parse("a.md", text).front_matter == Mapping((), Source("a.md", 1, 1))


def test_dashes_may_have_blanks_after_them() -> None:
    document = parse("a.md", "--- \t\nrubrik: A\n---  \u00a0\nBrödtext.")
    assert (value(document), document.body.text) == ("A", "Brödtext.")


def test_dashes_in_a_text_are_not_the_end() -> None:
    document = parse("a.md", "---\nrubrik: A --- B\n  ---\n---\nFöre\n\n---\n\nefter")
    assert value(document) == "A --- B ---"
    assert document.body.text == "Före\n\n---\n\nefter"


@pytest.mark.parametrize(
    "written",
    ["19:30", "19.30", "08:30", "010", "08", "1_000", "1e3", "0x1F", "true", "yes", "no", "nej",
     "ja", "null", "~", "2018-02-30", "2018-03-14", "20180301", "+46 8", ".5", ".inf",
     "Insats nr#4", "polis & kommun", "5 * 3", "Fest!", "https://a.example/#b", "kl. 19", "a:b",
     "9" * 50, "å ä ö", "R&D", "=", "–", "\\n", "”citat”", "50 %"],
)  # fmt: skip
def test_value_is_the_text_that_stands_there(written: str) -> None:
    assert value(parse("a.md", f"---\nrubrik: {written}\n---\n")) == written


@pytest.mark.parametrize(
    ("written", "meant"),
    {
        '"Vandring: Bro"': "Vandring: Bro",
        "'Bro''s torg'": "Bro's torg",
        r'"Hon sa \"ja\""': 'Hon sa "ja"',
        r'"Mappen C:\\bilder"': r"Mappen C:\bilder",
        r"'Mappen C:\bilder'": r"Mappen C:\bilder",
        '"# inget"': "# inget",
        '"&"': "&",
        ">-\n  Två\n  rader": "Två rader",
        "|\n  Två\n  rader": "Två\nrader\n",
        "A  # en anteckning": "A",
        "A #": "A",
        "\n  A": "A",
        "A\u00a0": "A",
        "\u00a0A": "A",
        "\tA\t": "A",
        "A\u00a0B\u202fC\tD": "A B C D",
    }.items(),
)
def test_value_is_read_as_people_mean_it(written: str, meant: str) -> None:
    assert value(parse("a.md", f"---\nrubrik: {written}\n---\n")) == meant


def test_notes_stand_on_lines_of_their_own_and_say_nothing() -> None:
    notes = "#först\n  #inne\nrubrik: >-\n  A\n #efter\n\n## sist\n"
    assert value(parse("a.md", f"---\n{notes}---\n")) == "A"
    assert value(parse("a.yaml", f" {notes}")) == "A"


def test_no_break_spaces_may_push_a_line_in() -> None:
    document = parse("a.md", "---\nmål:\n\u00a0\u00a0typ:\u00a0antal\n---\n")
    assert document.front_matter.get("mål") == Mapping(
        (Entry(Scalar("typ", Source("a.md", 3, 3, 3)), Scalar("antal", Source("a.md", 3, 8, 5))),),
        Source("a.md", 3, 3),
    )


def test_text_over_several_lines_is_pointed_at_where_it_begins() -> None:
    (entry,) = parse("a.md", "---\nrubrik: Två\n  rader\n---\n").front_matter.entries
    assert entry.value == Scalar("Två rader", Source("a.md", 2, 9, 1))


def test_file_without_front_matter_says_what_the_first_line_should_be() -> None:
    assert (
        said(b"Hej\n")
        == """\
FEL  a.md:1:1  [faktaruta]
  1 | Hej
    | ^^^ filen börjar inte med en faktaruta
  Första raden ska vara tre bindestreck (---). Sedan kommer fälten, ett på varje
  rad, och sedan tre bindestreck till.
"""
    )


def test_dash_of_a_word_processor_does_not_begin_front_matter() -> None:
    assert (
        said("—\nrubrik: A\n—\n".encode())
        == """\
FEL  a.md:1:1  [faktaruta]
  1 | —
    | ^ filen börjar inte med en faktaruta
  Första raden ska vara tre bindestreck (---). Sedan kommer fälten, ett på varje
  rad, och sedan tre bindestreck till.
"""
    )


def test_front_matter_that_never_ends_is_pointed_at_where_it_begins() -> None:
    assert (
        said(b"---\nrubrik: A\n----\nText\n")
        == """\
FEL  a.md:1:1  [faktaruta]
  1 | ---
    | ^^^ här börjar faktarutan, men den tar aldrig slut
  Lägg en rad med bara tre bindestreck (---) efter det sista fältet.
"""
    )


def said(data: bytes) -> str:
    """How it is printed that a file cannot be understood."""
    file = RawFile("a.md", data)
    with pytest.raises(Unreadable) as caught:
        parse(file.path, decode(file))
    return report([caught.value.diagnostic], {file.path: shown(file)})


def value(document: Document) -> str:
    """The text of the only field."""
    (entry,) = document.front_matter.entries
    assert isinstance(entry.value, Scalar)
    return entry.value.text


def place(line: int, column: int) -> Source:
    return Source("a.yaml", line, column, 1)
