"""Every fault in a content tree at once, told where it is made, and none that follows from it."""

from collections.abc import Callable, Mapping

import pytest

from followup.content.load import Loaded, load

Files = Mapping[str, str | bytes]
LoadTree = Callable[[Files], Loaded]
Faults = Callable[[Files], str]

MEASURE = "loften/2018/atgarder/vandringar.md"
REPORTED = "loften/2018/redovisningar/2018-06-30-polisen.md"
PAGE = "sidor/om.md"
REPORT = "---\ntill: 2018-06\nuppgift_från: polisen\nåtgärd: vandringar\nantal: 12\n---\n"


def test_report_tells_each_fault_once_and_offers_the_fields_of_both(faults: Faults) -> None:
    text = (
        "---\nfrån: i våras\ntill: 2018-06\nuppgift_fran: polisen\nantl: 3\nåtgärd: vandring\n---\n"
    )
    assert (
        faults({REPORTED: text})
        == """\
FEL  loften/2018/redovisningar/2018-06-30-polisen.md:2:7  [datum]
  2 | från: i våras
    |       ^^^^^^^ ”i våras” börjar och slutar inte en viss dag
  Skriv månaden om den är känd, till exempel:  2018-04  Skriv annars bara året:
  2018

FEL  loften/2018/redovisningar/2018-06-30-polisen.md:4:1  [okänt-fält]
  4 | uppgift_fran: polisen
    | ^^^^^^^^^^^^ fältet ”uppgift_fran” finns inte
  Menade du  uppgift_från ?

FEL  loften/2018/redovisningar/2018-06-30-polisen.md:5:1  [okänt-fält]
  5 | antl: 3
    | ^^^^ fältet ”antl” finns inte
  Menade du  antal ?

FEL  loften/2018/redovisningar/2018-06-30-polisen.md:6:9  [okänd-hänvisning]
  6 | åtgärd: vandring
    |         ^^^^^^^^ åtgärden ”vandring” finns inte
  Menade du  vandringar ?  Löftets åtgärder (mappen atgarder): vandringar.
"""
    )


def test_all_faults_of_all_files_are_told_in_order_and_none_follows_from_another(
    tree: LoadTree,
) -> None:
    loaded = tree(
        {
            "webbplats.yaml": "version: 1\nnamn: A\nadress: www.a.se\nkommun: B\nkontakt: C\n",
            "parter.yaml": "polisen: {namn: A, slag: polsi}\nkommunen: {slag: kommun}\n",
            "platser/torget.md": "---\nnamn: Torget\nläge: Bro\n---\n",
            "platser/hamnen.md": "---\nnamn: [\n---\n",
            MEASURE: "---\nrubrik: &a\n---\n",
            "loften/2018/lofte.md": "---\ntitel:\n---\n",
            "loften/2018/insatser/a.md": "---\ndatum: 2018-02-30\nåtgärd: vandringar#a\n"
            "plats: [torget, hamnen]\naktörer: [polisen, kommunen]\n---\n",
            "loften/2018/insatser/b.md": "---\ndatum: 2018-03-14\nåtgärd: vandring\n"
            "plats: hamn\n---\n",
            PAGE: "Hej",
        }
    )
    assert loaded.site is None
    assert {fault.source.path for fault in loaded.diagnostics} == set(loaded.texts)
    assert [(str(fault.source), fault.message) for fault in loaded.diagnostics] == [
        (f"{MEASURE}:2:9", "en text kan inte börja med & eller *"),
        ("loften/2018/insatser/a.md:2:8", "den 30 februari 2018 finns inte"),
        ("loften/2018/insatser/b.md:3:9", "åtgärden ”vandring” finns inte"),
        ("loften/2018/insatser/b.md:4:8", "platsen ”hamn” finns inte"),
        ("loften/2018/lofte.md:2:1", "fältet ”från” saknas"),
        ("loften/2018/lofte.md:2:1", "fältet ”parter” saknas"),
        ("loften/2018/lofte.md:2:1", "fältet ”till” saknas"),
        ("loften/2018/lofte.md:2:1", "fältet ”titel” är tomt men behövs"),
        ("parter.yaml:1:26", "”polsi” går inte att välja här"),
        ("parter.yaml:2:11", "fältet ”namn” saknas"),
        ("platser/hamnen.md:2:7", "här saknas slutet på en lista"),
        ("platser/torget.md:3:7", "”Bro” är inte ett läge"),
        ("sidor/om.md:1:1", "filen börjar inte med en faktaruta"),
        ("webbplats.yaml:3:9", "”www.a.se” är inte en webbadress"),
        ("webbplats.yaml:5:10", "här ska fälten för kontakt stå"),
    ]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("platser/torget.md", "---\nnamn: [\n---\n"),
        ("platser/torget.md", "---\nnamn:\n---\n"),
        ("platser/torget.md", b"\xff"),
        (MEASURE, "---\nmål:\n---\n"),
        (MEASURE, "---\nrubrik: A\nmål: {typ: antal, id: a, b: c}\n---\n"),
        ("loften/2018/lofte.md", "---\n"),
        ("parter.yaml", "polisen: [\n"),
        ("parter.yaml", b"\xff"),
        ("parter.yaml", "polisen:\nkommunen:\n"),
        ("parter.yaml", ""),
        ("loften/2018/redovisningar/gammal.md", "Hej"),
        ("webbplats.yaml", "Hej"),
    ],
)  # fmt: skip
def test_only_the_broken_file_has_faults(tree: LoadTree, path: str, text: str | bytes) -> None:
    files: dict[str, str | bytes] = {
        "loften/2018/redovisningar/gammal.md": REPORT,
        "loften/2018/redovisningar/ny.md": "---\ntill: 2018\nuppgift_från: polisen\n"
        "åtgärd: vandringar\nersätter: gammal\nplats: torget\naktörer: [polisen, kommunen]\n---\n",
        "loften/2018/insatser/a.md": "---\ndatum: 2018-03-14\nåtgärd: vandringar\n---\n",
        "platser/kajen.md": "---\nnamn: Kajen\nkommundel: torget\n---\n",
        "loften/2019/lofte.md": "---\ntitel: A\nfrån: 2019\ntill: 2019\nparter: polisen\n"
        "föregående: 2018\n---\n",
    }
    loaded = tree({**files, path: text})
    assert {fault.source.path for fault in loaded.diagnostics} == {path}


def test_target_of_a_measure_that_cannot_be_understood_is_not_missed(faults: Faults) -> None:
    action = "---\ndatum: 2018-03-14\nåtgärd: [vandringar#a, vandring#a]\n---\n"
    assert (
        faults({MEASURE: '---\nrubrik: "A\n---\n', "loften/2018/insatser/a.md": action})
        == """\
FEL  loften/2018/atgarder/vandringar.md:2:9  [form]
  2 | rubrik: "A
    |         ^ citattecknet här avslutas aldrig
  Sätt ett likadant citattecken efter texten, eller ta bort det första.

FEL  loften/2018/insatser/a.md:3:24  [okänd-hänvisning]
  3 | åtgärd: [vandringar#a, vandring#a]
    |                        ^^^^^^^^^^ åtgärden ”vandring#a” finns inte
  Menade du  vandringar ?  Löftets åtgärder (mappen atgarder): vandringar.
"""
    )


def test_what_is_referred_to_belongs_to_the_same_promise(faults: Faults) -> None:
    promise = "---\ntitel: A\nfrån: 2019\ntill: 2019\nparter: polisen\nföregående: 2017\n---\n"
    action = "---\ndatum: 2019-03-14\nåtgärd: vandringar\n---\n"
    told = "---\ntill: 2019\nuppgift_från: polisen\nersätter: 2018-06-30-polisen\n---\n"
    files = {
        "loften/2019/lofte.md": promise,
        "loften/2019/insatser/a.md": action,
        "loften/2019/redovisningar/r.md": told,
        REPORTED: REPORT,
    }
    assert (
        faults(files)
        == """\
FEL  loften/2019/insatser/a.md:3:9  [okänd-hänvisning]
  3 | åtgärd: vandringar
    |         ^^^^^^^^^^ åtgärden ”vandringar” finns inte
  Det finns inget att välja på än.

FEL  loften/2019/lofte.md:6:13  [okänd-hänvisning]
  6 | föregående: 2017
    |             ^^^^ löftet ”2017” finns inte
  Menade du  2018 ?  Alla löften (mappen loften): 2018 och 2019.

FEL  loften/2019/redovisningar/r.md:4:11  [okänd-hänvisning]
  4 | ersätter: 2018-06-30-polisen
    |           ^^^^^^^^^^^^^^^^^^ redovisningen ”2018-06-30-polisen” finns inte
  Löftets redovisningar (mappen redovisningar): r.
"""
    )


@pytest.mark.parametrize("settings", ["", "\ufeff"])
def test_files_that_must_be_there_are_asked_for(faults: Faults, settings: str) -> None:
    files = {"webbplats.yaml": settings, "parter.yaml": "", "loften/2018/lofte.md": ""}
    assert (
        faults(files)
        == """\
FEL  loften/2018/lofte.md  [saknas]
  filen saknas eller är tom
  Skriv löftets titel, period och parter i den.

FEL  parter.yaml  [saknas]
  filen saknas eller är tom
  Skriv vilka som lovar och deltar i den.

FEL  webbplats.yaml  [saknas]
  filen saknas eller är tom
  Skriv webbplatsens namn, adress, kommun och kontakt i den.
"""
    )


def test_nothing_at_all_asks_for_the_first_two_files() -> None:
    loaded = load([])
    assert loaded.site is None
    assert [str(fault.source) for fault in loaded.diagnostics] == ["parter.yaml", "webbplats.yaml"]


def test_party_is_an_id_with_fields_and_stands_once(faults: Faults) -> None:
    parties = "polisen: {namn: A, slag: polis}\nTullen Väst: {namn: B}\nkommunen: ja\n"
    parties += "polisen: {namn: C, slag: polis}\n"
    assert (
        faults({"parter.yaml": parties})
        == """\
FEL  parter.yaml:2:1  [värde]
  2 | Tullen Väst: {namn: B}
    | ^^^^^^^^^^^ ”Tullen Väst” kan inte vara ett id
  Använd bara a–z, siffror och bindestreck:  tullen-vast

FEL  parter.yaml:3:1  [form]
  3 | kommunen: ja
    | ^^^^^^^^ partens fält saknas
  Skriv fälten namn och slag på raderna under, två mellanslag in.

FEL  parter.yaml:4:1  [dubbelt-fält]
  4 | polisen: {namn: C, slag: polis}
    | ^^^^^^^ ”polisen” står redan på rad 1
  Ta bort det ena av dem.
"""
    )


@pytest.mark.parametrize(
    ("pictures", "hint"),
    [
        ([], "Lägg bilden i samma mapp som textfilen."),
        (
            ["loften/2018/insatser/hamen.jpg"],
            "Menade du  hamen.jpg ?  Bilderna är: hamen.jpg. Lägg bilden i samma mapp som\n"
            "  textfilen.",
        ),
        (
            ["bilder/torget.png"],
            "Bilderna är: ../../../bilder/torget.png. Lägg bilden i samma mapp som\n  textfilen.",
        ),
    ],
)
def test_picture_that_is_not_there_is_pointed_at(
    faults: Faults, pictures: list[str], hint: str
) -> None:
    action = "---\ndatum: 2018-03-14\nåtgärd: vandringar\nbild:\n  alt: A\n  fil: hamnen.jpg\n---\n"
    files: Files = {"loften/2018/insatser/a.md": action, **dict.fromkeys(pictures, b"\xff\xd8")}
    assert (
        faults(files)
        == f"""\
FEL  loften/2018/insatser/a.md:6:8  [bild]
  6 |   fil: hamnen.jpg
    |        ^^^^^^^^^^ bilden ”hamnen.jpg” finns inte
  {hint}
"""
    )


@pytest.mark.parametrize("path", ["/etc/hostname.jpg", "../../../../hemligt.jpg", "//a/b.jpg"])
def test_picture_outside_the_content_is_not_there(tree: LoadTree, path: str) -> None:
    action = "---\ndatum: 2018-03-14\nåtgärd: vandringar\nbild: {fil: %s, alt: A}\n---\n"
    loaded = tree({"loften/2018/insatser/a.md": action % path})
    assert [fault.message for fault in loaded.diagnostics] == [f"bilden ”{path}” finns inte"]
