"""Actions kept in a list: as in files, each with an address of its own, or told why not."""

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from followup.content.action_list import COLUMNS, LISTED
from followup.content.load import Loaded
from followup.content.schema import ACTION
from followup.diagnostics import Source
from followup.links import Links
from followup.model import Action, Body, Promise, Reviewed, Site
from followup.reporting import report
from followup.rules import Subject, check

Files = Mapping[str, str | bytes]
LoadTree = Callable[[Files], Loaded]
Faults = Callable[[Files], str]

FOLDER = "loften/2018/insatser"
LIST = f"{FOLDER}/Insatser 2018.csv"

AS_FILES = {
    f"{FOLDER}/2018-03-14-vandringar-torget.md": """---
datum: 2018-03-14
tid: 17.30–21
åtgärd: vandringar
plats: [torget, hamnen]
aktörer: [polisen, kommunen]
planerad_i_förväg: 2018-03-01
antal: 2
rubrik: "Kväll; med ”Trygg” i hamnen"
uppgift_från: kommunen
källor: {titel: Dagbok, adress: "https://a.example/b"}
exempel: ja
tidigare_adress: [gammal, aldre]
granskat: {regel: lång-mening, skäl: Citat}
---
Lugnt, men kallt.

Många "stannade".
""",
    f"{FOLDER}/2018-03-14-vandringar-torget-2.md": """---
datum: 2018-03-14
åtgärd: vandringar
plats: torget
planerad_i_förväg: nej
källor: {titel: Protokoll}
---
""",
    f"{FOLDER}/2018-04-vandringar-kvall-vid-an.md": """---
datum: 2018-04
åtgärd: vandringar
rubrik: Kväll vid ån
utkast: ja
publiceras: 2018-05-01
---
""",
    f"{FOLDER}/mote.md": """---
från: 2018-05-01
till: 2018-05-03
någon_gång: ja
åtgärd: vandringar
aktörer: polisen
status: inställd
orsak: Storm
---
""",
    f"{FOLDER}/2018-06-02-vandringar-hamnen.md": """---
datum: 2018-06-02
åtgärd: vandringar
plats: hamnen
anmält: 2018-06-01 19.30
klart: 2018-06-02
status: planerad
offentlig: ja
---
Kom med.
""",
}
HEADINGS = (
    "id|Datum|från|till|Någon gång|tid|åtgärd|plats|aktörer|planerad_i_förväg|antal|rubrik|"
    "uppgift_från|källa|källa_adress|exempel|utkast|publiceras|status|offentlig|orsak|anmält|klart|"
    "tidigare_adress|text|granskat"
)
ROWS = [
    "|14/3/2018||||17:30:00–21:00:00|vandringar|torget, hamnen|polisen och kommunen|2018-03-01|2|"
    "Kväll; med ”Trygg” i hamnen|kommunen|Dagbok|https://a.example/b|ja|||||||| gammal; aldre|"
    'Lugnt, men kallt.\n\nMånga "stannade".|lång-mening: Citat',
    "|2018-03-14 00:00:00|||||vandringar|torget||nej||||Protokoll|||||||||||",
    "|2018-04|||||vandringar|||||Kväll vid ån|||||Ja|2018-05-01|||||||",
    "mote||2018-05-01|3 maj 2018|ja||vandringar||polisen||||||||||inställd||Storm||||",
    "|2018.06.02|||||vandringar|hamnen|||||||||||planerad|ja||2018-06-01 19:30:00|2018-06-02||"
    "Kom med.",
]


@pytest.mark.parametrize(
    ("separator", "encoding", "line_end"),
    [
        (";", "cp1252", "\r\n"),
        (",", "utf-8", "\n"),
        ("\t", "utf-8-sig", "\r\n"),
    ],
)
def test_same_actions_in_files_and_in_a_list_give_the_same_site(
    tree: LoadTree, separator: str, encoding: str, line_end: str
) -> None:
    from_files, from_list = tree(AS_FILES), tree({LIST: saved(separator, encoding, line_end)})
    assert (from_files.diagnostics, from_list.diagnostics) == ((), ())
    assert len(promise_of(from_list).actions) == 5
    assert without_places(from_list) == without_places(from_files)


def test_all_that_a_file_can_say_and_a_list_too_is_tried_above() -> None:
    assert set(HEADINGS.lower().replace(" ", "_").split("|")) == set(COLUMNS)
    only_in_files = {"bild", "rättelser"}
    keys = {field.key for field in ACTION.fields}
    assert {field.key for field in LISTED.fields} == keys - only_in_files | {"id", "text"}
    assert keys - only_in_files - {"källor"} <= set(COLUMNS)


def test_answer_to_a_warning_stands_in_its_row(tree: LoadTree) -> None:
    cell = '"lång-mening: Citat: ur protokollet\nstyckelängd: Lagtext"'
    loaded = tree({LIST: f"datum;åtgärd;granskat\n2018-03-14;vandringar;{cell}\n"})
    place = Source(LIST, 2, 24, 34)
    (action,) = promise_of(loaded).actions
    assert (action.reviewed, loaded.diagnostics) == (
        (
            Reviewed("lång-mening", "Citat: ur protokollet", place),
            Reviewed("styckelängd", "Lagtext", place),
        ),
        (),
    )


@pytest.mark.parametrize("cell", ["lång-mening", "Det är ett citat: ja", "lång-mening:"])
def test_answer_without_its_warning_or_its_reason_is_told_how_it_is_written(
    cell: str, tree: LoadTree
) -> None:
    loaded = tree({LIST: f"datum;åtgärd;granskat\n2018-03-14;vandringar;{cell}\n"})
    (fault,) = loaded.diagnostics
    assert (fault.message, fault.hint) == (
        f"”{cell}” säger inte både vilken varning och varför",
        "Skriv varningens namn, kolon och skälet:  lång-mening: Citat ur protokollet",
    )


def test_action_says_on_which_line_it_stands(tree: LoadTree) -> None:
    text = "datum;åtgärd;text\n2018-03-14;vandringar;Kallt\n\n2018-03-15;vandringar;\n"
    first, second = promise_of(tree({LIST: text})).actions
    assert (first.source, second.source) == (Source(LIST, 2, 1), Source(LIST, 4, 1))
    assert first.body == Body("Kallt\n", Source(LIST, 2, 23, 5))
    assert second.body == Body("", Source(LIST, 4, 1))


def test_excerpts_show_the_text_of_a_list_whatever_it_was_saved_as(tree: LoadTree) -> None:
    assert tree({LIST: "datum;åtgärd\r\n".encode("cp1252")}).texts[LIST] == "datum;åtgärd\n"


@pytest.mark.parametrize(
    "text", ["", "\ufeff", ";;;\n;;;\n", "datum;åtgärd\n", "datum;åtgrd\n;;\n", "sep=;\n"]
)
def test_list_without_rows_is_a_draft_that_nobody_has_begun(tree: LoadTree, text: str) -> None:
    loaded = tree({LIST: text})
    assert (loaded.diagnostics, promise_of(loaded).actions) == ((), ())


# The address of an action.


def test_address_is_made_of_day_measure_and_place(tree: LoadTree) -> None:
    measure = "---\nrubrik: A\nmål:\n  - {typ: antal, id: a}\n  - {typ: antal, id: b}\n---\nA\n"
    text = (
        "datum;från;till;åtgärd;plats;rubrik;id\n"
        "14 mars 2018;;;vandringar#a;torget, hamnen;Kväll;\n"
        "2018;;;vandringar#a, vandringar#b;;Ånger & ärlighet;\n"
        ";2018-03-01;2018-03-04;vandringar#b;;;\n"
        f"2018-04;;;vandringar#b;;{'mycket ' * 20};\n"
        "2018-05-01;;;vandringar#b;;;eget\n"
    )
    found = tree({LIST: text, "loften/2018/atgarder/vandringar.md": measure})
    assert found.diagnostics == ()
    assert ids(found) == {
        "2018-03-14-vandringar-a-torget",
        "2018-vandringar-a-anger-arlighet",
        "2018-03-01-vandringar-b",
        "2018-04-vandringar-b-mycket-mycket-mycket-mycket-mycket-mycket-mycket-mycket-myc",
        "eget",
    }


def test_address_does_not_depend_on_the_order_of_rows_that_differ(tree: LoadTree) -> None:
    rows = [
        f"2018-{month:02}-14;vandringar;{place};Nr {month}{place}"
        for month in range(1, 10)
        for place in ("torget", "hamnen", "")
    ]
    listed = [by_heading(tree, rows), by_heading(tree, random.Random(1).sample(rows, len(rows)))]
    assert listed[0] == listed[1]
    assert len(listed[0]) == len(rows)


def test_row_that_is_added_does_not_move_those_above_it(tree: LoadTree) -> None:
    row = "2018-03-14;vandringar;torget"
    before = by_heading(tree, [f"{row};A", f"{row};B"])
    assert before == {
        "A": "2018-03-14-vandringar-torget",
        "B": "2018-03-14-vandringar-torget-2",
    }
    assert by_heading(tree, [f"{row};A", f"{row};B", f"{row};C"]) == {
        **before,
        "C": "2018-03-14-vandringar-torget-3",
    }


def test_address_that_somebody_chose_is_never_taken_by_another(tree: LoadTree) -> None:
    text = (
        "datum;åtgärd;rubrik;id\n"
        "2018-03-14;vandringar;;\n"
        "2018-03-14;vandringar;;\n"
        "2018-03-14;vandringar;2;\n"
        "2018-03-14;vandringar;;2018-03-14-vandringar\n"
    )
    found = tree({LIST: text})
    assert found.diagnostics == ()
    assert [(a.id, a.source.line) for a in promise_of(found).actions] == [
        ("2018-03-14-vandringar", 5),
        ("2018-03-14-vandringar-2", 4),
        ("2018-03-14-vandringar-3", 2),
        ("2018-03-14-vandringar-4", 3),
    ]


def test_address_that_a_file_or_another_list_has_is_told_where(faults: Faults) -> None:
    text = "datum;åtgärd;id\n2018-03-14;vandringar;{}\n2018-03-14;vandringar;mote\n"
    file = "---\ndatum: 2018-03-14\nåtgärd: vandringar\n---\n"
    files = {
        f"{FOLDER}/2018-03-14-vandringar.md": file,
        f"{FOLDER}/a.csv": text.format(""),
        f"{FOLDER}/b.csv": text.format("mote"),
    }
    assert (
        faults(files)
        == f"""\
FEL  {FOLDER}/a.csv:2:1  [dubblett]
  2 | 2018-03-14;vandringar;
    | ^ insatsen ”2018-03-14-vandringar” finns redan i 2018-03-14-vandringar.md
  Är det samma insats: ta bort den ena. Är det en annan: skriv ett eget id i
  kolumnen id, till exempel:  2018-03-14-vandringar-2

FEL  {FOLDER}/b.csv:2:23  [dubblett]
  2 | 2018-03-14;vandringar;mote
    |                       ^^^^ insatsen ”mote” finns redan i a.csv, rad 3
  Är det samma insats: ta bort den ena. Är det en annan: skriv ett eget id i
  kolumnen id, till exempel:  mote-2

FEL  {FOLDER}/b.csv:3:23  [dubblett]
  3 | 2018-03-14;vandringar;mote
    |                       ^^^^ insatsen ”mote” finns redan i a.csv, rad 3
  Är det samma insats: ta bort den ena. Är det en annan: skriv ett eget id i
  kolumnen id, till exempel:  mote-2
"""
    )


# Faults.


def test_each_cell_with_a_fault_is_pointed_at(faults: Faults) -> None:
    text = (
        "sep=;\r\n"
        "Datum;Åtgärd;Plats;Antal;Källa_adress;id\r\n"
        '3/4/2018;vandring;"torget, hamn";2 st;www.a.se;A b\r\n'
        ";;;;;\r\n"
        ";;torget;1;;\r\n"
    )
    assert (
        faults({LIST: text.encode("cp1252")})
        == f"""\
FEL  {LIST}:3:1  [datum]
  3 | 3/4/2018;vandring;"torget, hamn";2 st;www.a.se;A b
    | ^^^^^^^^ ”3/4/2018” kan vara både 3 april och 4 mars
  Skriv datumet med året först:  2018-04-03  eller  2018-03-04

FEL  {LIST}:3:10  [okänd-hänvisning]
  3 | 3/4/2018;vandring;"torget, hamn";2 st;www.a.se;A b
    |          ^^^^^^^^ åtgärden ”vandring” finns inte
  Menade du  vandringar ?  Löftets åtgärder (mappen atgarder): vandringar.

FEL  {LIST}:3:28  [okänd-hänvisning]
  3 | 3/4/2018;vandring;"torget, hamn";2 st;www.a.se;A b
    |                            ^^^^ platsen ”hamn” finns inte
  Menade du  hamnen ?  Alla platser (mappen platser): hamnen och torget.

FEL  {LIST}:3:34  [värde]
  3 | 3/4/2018;vandring;"torget, hamn";2 st;www.a.se;A b
    |                                  ^^^^ ”2 st” är inte ett heltal
  Skriv bara talet:  2

FEL  {LIST}:3:39  [värde]
  3 | 3/4/2018;vandring;"torget, hamn";2 st;www.a.se;A b
    |                                       ^^^^^^^^
  ”www.a.se” är inte en webbadress
  Menade du  https://www.a.se ?

FEL  {LIST}:3:48  [värde]
  3 | 3/4/2018;vandring;"torget, hamn";2 st;www.a.se;A b
    |                                                ^^^
  ”A b” kan inte vara ett id
  Menade du  a-b ?

FEL  {LIST}:5:1  [saknas]
  5 | ;;torget;1;;
    | ^ det står inte när det hände
  Skriv dagen i kolumnen datum, till exempel:  2018-03-14

FEL  {LIST}:5:1  [saknas]
  5 | ;;torget;1;;
    | ^ det står inte vilken åtgärd raden hör till
  Skriv åtgärdens id, alltså namnet på dess fil i mappen atgarder utan .md.
"""
    )


def test_fields_that_contradict_each_other_are_pointed_at(tree: LoadTree) -> None:
    text = (
        "datum;från;till;åtgärd;status\n"
        "2018-03-14;2018-03-14;;vandringar;\n"
        ";2018-03-14;2018-03-01;vandringar;\n"
        ";2018-03-14;;vandringar;\n"
        "2018-03-14;;;vandringar;inställd\n"
    )
    assert [(str(f.source), f.message) for f in tree({LIST: text}).diagnostics] == [
        (f"{LIST}:2:12", "här står både datum och från eller till"),
        (f"{LIST}:3:13", "slutet kommer före början"),
        (f"{LIST}:4:2", "fältet ”till” saknas"),
        (f"{LIST}:5:25", "det står inte varför insatsen ställdes in"),
    ]


def test_row_with_faults_is_left_out_and_the_others_go_on(tree: LoadTree) -> None:
    text = "datum;åtgärd\n2018-03-14;vandringar\n2018-02-30;vandringar\n2018-03-15;vandringar\n"
    found = tree({LIST: text})
    assert [action.source.line for action in promise_of(found).actions] == [2, 4]


def test_unknown_column_is_one_fault_and_the_known_ones_are_named(faults: Faults) -> None:
    text = "datum;åtgärd;aktorer;Bild\n2018-03-14;vandringar;polisen;a.jpg\n2018-03-15;vandringar\n"
    assert (
        faults({LIST: text})
        == f"""\
FEL  {LIST}:1:14  [okänt-fält]
  1 | datum;åtgärd;aktorer;Bild
    |              ^^^^^^^ kolumnen ”aktorer” finns inte
  Menade du  aktörer ?

FEL  {LIST}:1:22  [okänt-fält]
  1 | datum;åtgärd;aktorer;Bild
    |                      ^^^^ kolumnen ”bild” finns inte
  Den insats som har bild behöver en egen fil. Kolumnerna är: aktörer, anmält,
  antal, datum, exempel, från, granskat, id, klart, källa, källa_adress,
  någon_gång och 14 till.
"""
    )


@pytest.mark.parametrize(
    ("headings", "message"),
    [
        ("datum;plats", "kolumnen åtgärd saknas"),
        ("åtgärd;plats", "kolumnen datum saknas"),
        ("plats;text", "kolumnerna datum och åtgärd saknas"),
        ("från;åtgärd", "kolumnen till saknas"),
        ("till;åtgärd", "kolumnen från saknas"),
        ("2018-03-14;vandringar", "kolumnerna datum och åtgärd saknas"),
        ("datum|åtgärd;b", "kolumnerna datum och åtgärd saknas"),
    ],
)
def test_missing_columns_are_one_fault_however_many_rows(
    faults: Faults, headings: str, message: str
) -> None:
    assert (
        faults({LIST: f"\n{headings}\n" + "2018-03-14;torget\n" * 9})
        == f"""\
FEL  {LIST}:2:1  [saknas]
  2 | {headings}
    | ^ {message}
  Första raden ska vara kolumnernas namn, till exempel:
  datum;åtgärd;plats;aktörer;text
"""
    )


def test_list_in_a_row_of_commas_needs_quotation_marks(faults: Faults) -> None:
    text = "datum,åtgärd,aktörer,plats\n2018-03-14,vandringar,polisen,kommunen,torget\n"
    assert (
        faults({LIST: text})
        == f"""\
FEL  {LIST}:2:23  [form]
  2 | 2018-03-14,vandringar,polisen,kommunen,torget
    |                       ^^^^^^^ raden har fler celler än kolumner
  Sätt citattecken runt det som hör ihop:  "polisen, kommunen"
"""
    )


@pytest.mark.parametrize("title", ["Insatser 2018", "Insatser 2018;;", "Insatser;våren;2018"])
def test_title_above_the_headings_is_one_fault(faults: Faults, title: str) -> None:
    rows = "Datum;Åtgärd;Plats\n2018-03-14;vandring;torg\n" * 2
    assert (
        faults({LIST: f"{title}\n{rows}"})
        == f"""\
FEL  {LIST}:1:1  [form]
  1 | {title}
    | ^ kolumnernas namn står först på rad 2
  Ta bort det som står ovanför dem.
"""
    )


def test_column_under_a_name_that_is_nearly_right_is_not_missing_too(tree: LoadTree) -> None:
    found = tree({LIST: "dattum;åtgard\n2018-03-14;vandringar\n"})
    assert [fault.message for fault in found.diagnostics[:2]] == [
        "kolumnen ”dattum” finns inte",
        "kolumnen ”åtgard” finns inte",
    ]


def test_two_columns_of_one_name_are_one_fault(tree: LoadTree) -> None:
    found = tree({LIST: "datum;åtgärd;Datum\n" + "2018-03-14;vandringar;2018-03-15\n" * 3})
    assert [(str(fault.source), fault.message) for fault in found.diagnostics] == [
        (f"{LIST}:1:14", "kolumnen ”datum” finns redan")
    ]


def test_cell_that_belongs_to_no_column_is_the_only_fault_of_its_row(faults: Faults) -> None:
    text = "datum;åtgärd;text\n2018-03-14;vandring;Kallt; men lugnt\n"
    assert (
        faults({LIST: text})
        == f"""\
FEL  {LIST}:2:28  [form]
  2 | 2018-03-14;vandring;Kallt; men lugnt
    |                            ^^^^^^^^^ cellen hör inte till någon kolumn
  Ta bort den, eller skriv kolumnens namn på första raden. Har texten i en annan
  cell skiljetecken i sig: sätt citattecken runt hela den cellen.
"""
    )


SHARP = st.sampled_from(
    [
        *(key.encode() for key in COLUMNS),
        *(mark.encode() for mark in ';,\t\n"|\r'),
        "åtgärd".encode("cp1252"),
        b"sep=;\n", b"datum;", b"vandringar", b"2018-03-14", b"3/4/2018", b"31.2.2018", b"torget",
        b"polisen", b"ja", b'""', b"\n;", b"\xff", b"\xef\xbb\xbf", b"\0", b"[a](", b"9" * 99,
        "\u2028".encode(), "a\u030a".encode(), b" och ", b"2018-13-45 00:00", b"0/0/0000",
    ]
)  # fmt: skip
BYTES = st.one_of(st.binary(max_size=60), st.lists(SHARP, max_size=40).map(b"".join))
START = st.sampled_from([b"", "datum;åtgärd;id;plats;text;källa_adress\n".encode()])


@settings(
    max_examples=400,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # it keeps nothing
)
@given(START, BYTES)
def test_any_bytes_get_an_answer(tree: LoadTree, start: bytes, data: bytes) -> None:
    loaded = tree({LIST: start + data})
    assert loaded.site
    subject = Subject(loaded.site, Links.of(loaded.site, {}), date(2018, 10, 1), loaded.texts)
    faults = [*loaded.diagnostics, *check(subject)]
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028]", report(faults, loaded.texts))
    for fault in faults:
        line = loaded.texts[LIST].split("\n")[fault.source.line - 1]
        assert fault.source.path == LIST
        is_of_whole_file = fault.rule == "okänd-fil"
        assert is_of_whole_file or 1 <= fault.source.column <= len(line) + 1


def saved(separator: str, encoding: str, line_end: str) -> bytes:
    rows = [row.split("|") for row in (HEADINGS, *ROWS)]
    text = line_end.join(separator.join(quoted(cell, separator) for cell in row) for row in rows)
    return f"{text}{line_end}{separator * 9}{line_end}".encode(encoding)


def quoted(cell: str, separator: str) -> str:
    if not {separator, '"', "\n"} & {*cell}:
        return cell
    return '"' + cell.replace('"', '""') + '"'


def promise_of(loaded: Loaded) -> Promise:
    assert loaded.site
    return loaded.site.promises[0]


def ids(loaded: Loaded) -> set[str]:
    return {action.id for action in promise_of(loaded).actions}


def by_heading(tree: LoadTree, rows: list[str]) -> dict[str | None, str]:
    loaded = tree({LIST: "\n".join(["datum;åtgärd;plats;rubrik", *rows])})
    return {action.heading: action.id for action in promise_of(loaded).actions}


def without_places(loaded: Loaded) -> Site:
    assert loaded.site
    promises = tuple(
        replace(promise, actions=tuple(_nowhere(action) for action in promise.actions))
        for promise in loaded.site.promises
    )
    return replace(loaded.site, promises=promises)


def _nowhere(action: Action) -> Action:
    nowhere = Source("")
    return replace(
        action,
        source=nowhere,
        body=Body(action.body.text, nowhere),
        reviewed=tuple(replace(answer, source=nowhere) for answer in action.reviewed),
    )
