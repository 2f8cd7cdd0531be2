"""A report of several rows -> one Report whose rows are dated, and the faults of its rows."""

from collections.abc import Callable, Mapping
from datetime import date

from followup.content.load import Loaded
from followup.diagnostics import Source
from followup.model import Intervals, Row, Span

Files = Mapping[str, str | bytes]
LoadTree = Callable[[Files], Loaded]
Faults = Callable[[Files], str]

PATH = "loften/2018/redovisningar/r.md"
HEADER = "från: 2018-01\ntill: 2018-06\nuppgift_från: polisen\n"
JANUARY = Span(date(2018, 1, 1), date(2018, 1, 31))
JUNE = Span(date(2018, 6, 1), date(2018, 6, 30))


def rows(loaded: Loaded) -> tuple[Row, ...]:
    assert loaded.diagnostics == ()
    assert loaded.site
    (report,) = loaded.site.promises[0].reports
    return report.rows


def test_each_row_is_read_and_has_the_days_of_its_report_where_it_has_none(
    tree: LoadTree,
) -> None:
    fields = f"""---
{HEADER}rader:
  - åtgärd: vandringar
    antal: 3
    plats: torget
    till: 2018-03-14
  - åtgärd: vandringar
    intervall: {{hållna: 4, av: 5}}
    från: 2018-03-14
  - text: Ett lugnt halvår
---
"""
    pi_day = Span(date(2018, 3, 14), date(2018, 3, 14))
    assert rows(tree({PATH: fields})) == (
        Row(
            Source(PATH, 6, 5, 1),
            JANUARY,
            pi_day,
            measure="vandringar",
            number=3,
            places=("torget",),
        ),
        Row(Source(PATH, 10, 5, 1), pi_day, JUNE, "vandringar", intervals=Intervals(4, 5)),
        Row(Source(PATH, 13, 5, 1), JANUARY, JUNE, text="Ett lugnt halvår"),
    )


def test_one_row_alone_needs_no_list(tree: LoadTree) -> None:
    written = f"---\n{HEADER}rader: {{åtgärd: vandringar, antal: 3}}\n---\n"
    (row,) = rows(tree({PATH: written}))
    assert (row.measure, row.number, row.start, row.end) == ("vandringar", 3, JANUARY, JUNE)


def test_a_report_without_a_first_day_gives_its_rows_none(tree: LoadTree) -> None:
    header = "till: 2018-06\nuppgift_från: polisen\n"
    (row,) = rows(tree({PATH: f"---\n{header}rader: [{{åtgärd: vandringar, antal: 3}}]\n---\n"}))
    assert (row.start, row.end) == (None, JUNE)


def test_field_of_a_row_does_not_stand_beside_the_rows(faults: Faults) -> None:
    written = f"---\n{HEADER}antal: 3\nrader:\n  - åtgärd: vandringar\n---\n"
    assert (
        faults({PATH: written})
        == """\
FEL  loften/2018/redovisningar/r.md:5:1  [form]
  5 | antal: 3
    | ^^^^^ fältet ”antal” hör till en rad
  Flytta in det i den rad under rader som det hör till.
"""
    )


def test_every_fault_of_every_row_is_told_where_it_is(faults: Faults) -> None:
    written = f"""---
{HEADER}rader:
  - åtgärd: vandring
  - åtgärd: vandringar
    bedömning: utgår
  - antal: 3
---
"""
    assert (
        faults({PATH: written})
        == """\
FEL  loften/2018/redovisningar/r.md:6:13  [okänd-hänvisning]
  6 |   - åtgärd: vandring
    |             ^^^^^^^^ åtgärden ”vandring” finns inte
  Menade du  vandringar ?  Löftets åtgärder (mappen atgarder): vandringar.

FEL  loften/2018/redovisningar/r.md:8:16  [saknas]
  8 |     bedömning: utgår
    |                ^^^^^ ”utgår” behöver ett skäl
  Skriv till exempel:  orsak: Personalbrist  Säger redovisningen inget:
  orsak: ej angiven

FEL  loften/2018/redovisningar/r.md:9:12  [saknas]
  9 |   - antal: 3
    |            ^ siffran hör inte till någon åtgärd
  Skriv vilken åtgärd siffran gäller, till exempel:  åtgärd: nattvandring
"""
    )


def test_report_with_a_faulty_row_is_left_out_and_the_others_go_on(tree: LoadTree) -> None:
    broken = f"---\n{HEADER}rader:\n  - åtgärd: vandringar\n    antal: många\n---\n"
    whole = f"---\n{HEADER}rader:\n  - åtgärd: vandringar\n---\n"
    loaded = tree({PATH: broken, "loften/2018/redovisningar/s.md": whole})
    assert loaded.site
    assert [report.id for report in loaded.site.promises[0].reports] == ["s"]
