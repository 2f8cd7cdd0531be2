"""A whole content tree -> one Site, and every fault in it at once, each told where it is made."""

import random
from collections.abc import Callable, Mapping
from datetime import date, time
from pathlib import Path

import followup
from followup.content.files import RawFile, read_tree
from followup.content.load import Loaded, load
from followup.diagnostics import Source
from followup.model import (
    Action,
    Body,
    Citation,
    Contact,
    Correction,
    FreePage,
    Measure,
    Party,
    Picture,
    Place,
    Position,
    Promise,
    Report,
    Reviewed,
    Row,
    Settings,
    Site,
    Span,
    Target,
)
from followup.reporting import report

Files = Mapping[str, str | bytes]
LoadTree = Callable[[Files], Loaded]
Faults = Callable[[Files], str]

MEASURE = "loften/2018/atgarder/vandringar.md"
REPORTED = "loften/2018/redovisningar/2018-06-30-polisen.md"
PAGE = "sidor/om.md"
CONTENT = Path(followup.__file__).parent.parent / "content"
ACTION = """---
datum: 2018-03-14
tid: 17.30–21
åtgärd: vandringar
plats: [torget, hamnen]
aktörer: polisen
planerad_i_förväg: 2018-03-01
antal: 2
rubrik: Kväll vid hamnen
uppgift_från: kommunen
källor:
  titel: Dagbok
  datum: 2018-03
bild:
  alt: Två vandrare
  fil: ../../../bilder/hamnen.jpg
  foto: Kim
exempel: ja
tidigare_adress: gammal
rättelser:
  datum: 2018-04-01
  vad: Rätt plats
granskat:
  regel: lång-mening
  skäl: Citat
---
Lugnt.
"""
REPORT = """---
från: 2018-01-01
till: 2018-06
uppgift_från: polisen
publicerad: 2018-07-02
åtgärd: vandringar
antal: 12
noggrannhet: drygt
räknat: vandringar
enligt_löftet: ja
bedömning: pågår
---
Ett halvår.
"""


def test_every_file_of_a_tree_is_in_its_place(tree: LoadTree) -> None:
    place = "---\nnamn: Torget\nläge: 59.5, 17.5\nläge_källa: Egen\nkommundel: hamnen\n---\nAB\n"
    loaded = tree({"platser/torget.md": place, PAGE: "---\nrubrik: Om\n---\nHej\n"})
    assert loaded.diagnostics == ()
    assert loaded.site == Site(
        Settings(
            1,
            "Följ löftet",
            "https://loftet.example",
            "Exempelkommun",
            Contact("Kontaktcenter"),
            Source("webbplats.yaml", 1, 1),
        ),
        (
            Party("polisen", "Polismyndigheten", "polis", Source("parter.yaml", 1, 1, 7)),
            Party("kommunen", "Exempelkommun", "kommun", Source("parter.yaml", 4, 1, 8)),
        ),
        (
            Place("hamnen", "Hamnen", *body("platser/hamnen.md", "", 4)),
            Place(
                "torget",
                "Torget",
                *body("platser/torget.md", "AB\n", 7),
                district="hamnen",
                position=Position(59.5, 17.5),
                position_source="Egen",
            ),
        ),
        (
            Promise(
                "2018",
                "Löftet 2018",
                Span(date(2018, 1, 1), date(2018, 1, 1)),
                Span(date(2018, 12, 31), date(2018, 12, 31)),
                ("polisen", "kommunen"),
                Body("", Source("loften/2018/lofte.md", 7)),
                Source("loften/2018/lofte.md", 1, 1),
                measures=(
                    Measure(
                        "vandringar",
                        "Vandringar",
                        (Target("antal", Source(MEASURE, 4, 3), at_least=4),),
                        Body("Minst fyra vandringar.\n", Source(MEASURE, 7)),
                        Source(MEASURE, 1, 1),
                    ),
                ),
            ),
        ),
        (FreePage("om", "Om", Body("Hej\n", Source(PAGE, 4)), Source(PAGE, 1, 1)),),
    )  # fmt: skip


def test_every_field_of_an_action_is_read(tree: LoadTree) -> None:
    path = "loften/2018/insatser/2018-03-14-hamnen.md"
    loaded = tree({path: ACTION, "bilder/hamnen.jpg": b"\xff\xd8"})
    assert loaded.diagnostics == ()
    assert loaded.site
    assert loaded.site.promises[0].actions == (
        Action(
            "2018-03-14-hamnen",
            ("vandringar",),
            Body("Lugnt.\n", Source(path, 27)),
            Source(path, 1, 1),
            day=Span(date(2018, 3, 14), date(2018, 3, 14)),
            hours=(time(17, 30), time(21)),
            places=("torget", "hamnen"),
            parties=("polisen",),
            planned=date(2018, 3, 1),
            units=2,
            heading="Kväll vid hamnen",
            told_by="kommunen",
            citations=(Citation("Dagbok", date=Span(date(2018, 3, 1), date(2018, 3, 31))),),
            picture=Picture("bilder/hamnen.jpg", "Två vandrare", Source(path, 16, 8, 26), "Kim"),
            is_example=True,
            former_ids=("gammal",),
            corrections=(Correction(date(2018, 4, 1), "Rätt plats"),),
            reviewed=(Reviewed("lång-mening", "Citat", Source(path, 24, 3)),),
        ),
    )
    assert loaded.pictures == {"bilder/hamnen.jpg": b"\xff\xd8"}


def test_report_of_one_row_has_the_fields_of_both(tree: LoadTree) -> None:
    loaded = tree({REPORTED: REPORT})
    first, last = (
        Span(date(2018, 1, 1), date(2018, 1, 1)),
        Span(date(2018, 6, 1), date(2018, 6, 30)),
    )
    assert loaded.diagnostics == ()
    assert loaded.site
    assert loaded.site.promises[0].reports == (
        Report(
            "2018-06-30-polisen",
            last,
            "polisen",
            rows=(
                Row(
                    Source(REPORTED, 1, 1),
                    start=first,
                    end=last,
                    measure="vandringar",
                    number=12,
                    accuracy="drygt",
                    counted="vandringar",
                    as_promised="ja",
                    verdict="pågår",
                ),
            ),
            body=Body("Ett halvår.\n", Source(REPORTED, 13)),
            source=Source(REPORTED, 1, 1),
            start=first,
            published_on=Span(date(2018, 7, 2), date(2018, 7, 2)),
        ),
    )  # fmt: skip


def test_everything_is_in_the_order_that_readers_meet_it(tree: LoadTree) -> None:
    measure = "---\nrubrik: A\nmål: {typ: löpande}\n"
    action = "---\nåtgärd: vandringar\n"
    report = "---\nuppgift_från: polisen\n"
    loaded = tree(
        {
            "loften/2018/atgarder/a.md": measure + "---\nA\n",
            "loften/2018/atgarder/b.md": measure + "ordning: 2\n---\nA\n",
            "loften/2018/atgarder/c.md": measure + "ordning: 1\n---\nA\n",
            "loften/2018/insatser/a.md": action + "datum: 2018-03-15\n---\n",
            "loften/2018/insatser/b.md": action + "datum: 2018-03-14\n---\n",
            "loften/2018/insatser/c.md": action + "datum: 2018-03\n---\n",
            "loften/2018/redovisningar/a.md": report + "till: 2018-06-30\n---\n",
            "loften/2018/redovisningar/b.md": report + "till: 2018-05-31\n---\n",
            "loften/2017/lofte.md": "---\ntitel: A\nfrån: 2017\ntill: 2017\nparter: polisen\n---\n",
        }
    )
    assert loaded.site
    earlier, promise = loaded.site.promises
    assert (earlier.id, promise.id) == ("2017", "2018")
    assert [measure.id for measure in promise.measures] == ["c", "b", "a", "vandringar"]
    assert [action.id for action in promise.actions] == ["c", "b", "a"]
    assert [report.id for report in promise.reports] == ["b", "a"]


def test_order_in_which_files_come_makes_no_difference() -> None:
    files, _ = read_tree(CONTENT)
    broken = [RawFile(file.path, file.data.replace(b"bro", b"brro")) for file in files]
    for tree in ([*files], broken):
        assert load(random.Random(1).sample(tree, len(tree))) == load(tree)


def test_shipped_content_has_no_faults() -> None:
    files, unreadable = read_tree(CONTENT)
    loaded = load(files)
    assert report((*unreadable, *loaded.diagnostics), loaded.texts) == ""
    assert loaded.site


def test_targets_and_steps_can_be_referred_to(tree: LoadTree) -> None:
    measure = "---\nrubrik: A\nmål:\n  - {typ: antal, id: a}\n  - typ: engångs\n    id: b\n"
    measure += "    steg: [{id: c, namn: C}]\n---\nA\n"
    action = "---\ndatum: 2018-03-14\nåtgärd: [vandringar#a, vandringar#b, vandringar#c]\n---\n"
    loaded = tree({MEASURE: measure, "loften/2018/insatser/a.md": action})
    assert loaded.diagnostics == ()


def body(path: str, text: str, line: int) -> tuple[Source, Body]:
    return Source(path, 1, 1), Body(text, Source(path, line))
