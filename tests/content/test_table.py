"""A list that was saved from a spreadsheet: its headings and rows, and where each cell stands."""

import csv
from collections.abc import Iterator
from pathlib import PurePosixPath

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from followup.content import table
from followup.content.document import Mapping, Scalar
from followup.content.files import RawFile
from followup.content.letters import decode
from followup.content.table import parse
from followup.content.unreadable import Unreadable
from followup.diagnostics import Source
from followup.reporting import report

PATH = "loften/2018/insatser/lista.csv"


@pytest.mark.parametrize(
    "text",
    [
        "datum;åtgärd;plats\n2018-03-14;a;b, c\n",
        "datum,åtgärd,plats\n2018-03-14,a,'b, c'\n".replace("'", '"'),
        "datum\tåtgärd\tplats\n2018-03-14\ta\tb, c\n",
        "sep=;\ndatum;åtgärd;plats\n2018-03-14;a;b, c\n",
        "SEP=,\ndatum,åtgärd,plats\n2018-03-14,a,'b, c'".replace("'", '"'),
        "sep=\t\t\ndatum\tåtgärd\tplats\n2018-03-14\ta\tb, c",
        "sep=|\ndatum|åtgärd|plats\n2018-03-14|a|b, c",
        '"sep=;"\ndatum;åtgärd;plats\n2018-03-14;a;b, c',
        "\n;;\n Datum ; ÅTGÄRD;Plats;;\n;;;;\n2018-03-14; a ;b, c;;\n\n",
        '"datum" ;"åtgärd";"plats"\n'.replace(" ;", ";") + '"2018-03-14"; "a";"b, c"\n',
        '"a, b, c, d";datum;åtgärd;plats\n;2018-03-14;a;b, c\n',
    ],
)
def test_same_list_in_many_forms_says_the_same(text: str) -> None:
    assert rows(text) == [[("datum", "2018-03-14"), ("åtgärd", "a"), ("plats", "b, c")]]


def test_cell_says_where_it_stands() -> None:
    found = parse(PATH, 'sep=;\nDatum;"Text"; Planerad i förväg\n14;"a\n""b"" c";  ja\n\n15;;nej')
    assert [(key.text, place(key.source)) for key in found.headings] == [
        ("datum", (2, 1, 5)),
        ("text", (2, 8, 4)),
        ("planerad_i_förväg", (2, 15, 17)),
    ]
    assert [place(row.source) for row in found.rows] == [(3, 1, 1), (6, 1, 1)]
    assert [place(source) for source, _ in cells(found)] == [
        (3, 1, 2),
        (3, 5, 1),
        (4, 12, 2),
        (6, 1, 2),
        (6, 5, 3),
    ]
    assert rows('text\n"\n  a ""b""\n c"\n') == [[("text", 'a "b"\n c')]]


def test_row_is_found_by_the_line_where_it_begins() -> None:
    found = parse(PATH, 'text\n"a\nb"\n\nc\n')
    assert [found.row(line) for line in range(7)] == [
        None,
        None,
        found.rows[0],
        None,
        None,
        found.rows[1],
        None,
    ]


def test_cell_that_no_heading_stands_above_has_none() -> None:
    assert rows("datum;;\n14;;a;b\n") == [[("datum", "14"), ("", "a"), ("", "b")]]


@pytest.mark.parametrize("text", ["", "\n\n", ";;;\n;;;\n", "sep=;\n", "datum;åtgärd\n;\n"])
def test_list_without_rows_has_none(text: str) -> None:
    assert parse(PATH, text).rows == ()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("å;é\n".encode(), "å;é\n"),
        ("å;é\r\n".encode("utf-8-sig"), "å;é\n"),
        ("å;é – ”ö”\r\n".encode("cp1252"), "å;é – ”ö”\n"),
    ],
)
def test_bytes_are_read_as_what_they_are(data: bytes, said: str) -> None:
    assert decode(table.as_utf8(RawFile(PATH, data))) == said


@pytest.mark.parametrize(
    "data", [b"\xe5\x81", "å;ä".encode("utf-16"), "å".encode("utf-8-sig") + b"\xe5"]
)
def test_bytes_in_neither_form_are_a_fault(data: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(table.as_utf8(RawFile(PATH, data)))
    assert caught.value.diagnostic.rule == "teckenkodning"


@pytest.mark.parametrize(
    ("cell", "more"),
    [('"Kväll" på torget', ""), ('"Kväll "Bro" nu"', ""), ('"Kväll', ';"b"')],
)
def test_quotation_mark_without_its_other_is_pointed_at(cell: str, more: str) -> None:
    text = f'text;rubrik\n"a ""b""\nc;";d\nsa "hej"; {cell}{more}\n15;x\n'
    assert (
        fault(text)
        == f"""\
FEL  {PATH}:4:11  [form]
  4 | sa "hej"; {cell}{more}
    |           ^ citattecknen i cellen går inte ihop
  Ska cellen ha citattecken runt sig: skriv dem som står inuti två gånger, till
  exempel:  "Kväll med ""Trygg i Bro""\"  Ta annars bort dem.
"""
    )


@pytest.mark.parametrize("more", ["", ';""', ' ""Bro"" nu'])
def test_quotation_that_never_ends_is_told_where_it_begins(more: str) -> None:
    assert (
        fault(f'text;rubrik\na;"b"\n14;"Kväll{more}\n15;x\n')
        == f"""\
FEL  {PATH}:3:4  [form]
  3 | 14;"Kväll{more}
    |    ^ citattecknet här avslutas aldrig
  Sätt ett likadant citattecken efter texten, eller ta bort det första.
"""
    )


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_separator_is_that_of_the_headings_under_a_title(separator: str) -> None:
    headings, values = separator.join(("datum", "plats")), separator.join(("2018", "bro"))
    found = parse(PATH, f"Insatser 2018\n{headings}\n{values}\n")
    assert [[cell.text for _, cell in written(row)] for row in found.rows] == [
        ["datum", "plats"],
        ["2018", "bro"],
    ]


def test_cell_that_is_a_whole_book_is_pointed_at() -> None:
    text = f"text\na\n{'b' * (csv.field_size_limit() + 1)}\n"
    assert fault(text).splitlines()[0] == f"FEL  {PATH}:3:1  [form]"
    assert "Korta ner texten i den längsta cellen." in fault(text)


@pytest.mark.parametrize("name", ["lista.csv", "LISTA.CSV", "lista.md", "csv"])
def test_table_is_known_by_its_name(name: str) -> None:
    assert table.is_table(name) == (PurePosixPath(name).suffix.lower() == ".csv")


def test_places_of_rows_are_told_even_of_what_cannot_be_read() -> None:
    assert table.row_places(PATH, "a\n\nb\nc\n") == {Source(PATH, 3, 1), Source(PATH, 4, 1)}
    assert table.row_places(PATH, 'a\n"b') == {Source(PATH)}


LETTERS = st.text(st.sampled_from('a b;,\t\n"å\u00a0'), max_size=40)


@settings(max_examples=500, deadline=None, derandomize=True, database=None)
@example('a;b\n"c\n""d"; e\n')
@given(LETTERS)
def test_every_cell_is_what_stands_at_its_place(text: str) -> None:
    try:
        found = parse(PATH, text)
    except Unreadable as error:
        assert at(text, error.diagnostic.source).startswith('"')
        return
    for source, said in cells(found):
        first = said.partition("\n")[0]
        assert at(text, source).startswith((first, first.replace('"', '""')))


def at(text: str, source: Source) -> str:
    return text.split("\n")[source.line - 1][source.column - 1 :]


def cells(found: table.Table) -> list[tuple[Source, str]]:
    return [(cell.source, cell.text) for row in found.rows for _, cell in written(row)]


def rows(text: str) -> list[list[tuple[str, str]]]:
    return [[(key, cell.text) for key, cell in written(row)] for row in parse(PATH, text).rows]


def written(row: Mapping) -> Iterator[tuple[str, Scalar]]:
    for entry in row.entries:
        assert isinstance(entry.value, Scalar)
        yield entry.key.text, entry.value


def place(source: Source) -> tuple[int, int, int]:
    assert source.path == PATH
    return source.line, source.column, source.length


def fault(text: str) -> str:
    with pytest.raises(Unreadable) as caught:
        parse(PATH, text)
    return report([caught.value.diagnostic], {PATH: text})
