"""The pages of every kind of target: what is shown of it, and how it is followed up."""

from collections.abc import Mapping
from pathlib import Path

import pytest
import reading
from bs4 import BeautifulSoup
from site_under_test import SMALL, build_in_memory, pages, write

# No figure here says where it stands: that is another matter.
WITHOUT_SOURCE = "utan-källa"
MEASURE = "loften/2018/atgarder/a/index.html"


def made(folder: Path, files: Mapping[str, str], day: str = "2018-10-01") -> dict[str, bytes]:
    result = build_in_memory(write(folder, {**SMALL, **files}), day, today="2019-12-31")
    assert [d for d in result.diagnostics if d.rule != WITHOUT_SOURCE] == []
    return pages(result)


def of(target: str, **others: str) -> dict[str, str]:
    """A measure `a`, and other files by their names: `insatser__x`."""
    files = {"loften/2018/atgarder/a.md": f"---\nrubrik: Åtgärd\nmål: {target}\n---\nOrden.\n"}
    named = {f"loften/2018/{k.replace('__', '/')}.md": text for k, text in others.items()}
    return {**files, **named}


def told(more: str, days: tuple[str, str] = ("2018-01-01", "2018-06-30")) -> str:
    """A report of the police on the days from the first to the last."""
    head = f"från: {days[0]}\ntill: {days[1]}\nuppgift_från: polisen"
    return f"---\n{head}\n{more}\n---\n"


def done(measure: str, more: str) -> str:
    return f"---\nåtgärd: '{measure}'\n{more}\n---\n"


FOLLOWED = {
    "{typ: frekvens, varje: vecka}": (
        "Löftet gäller varje vecka för sig. En missad vecka går inte att ta igen senare. "
        "Bara hela veckor bedöms."
    ),
    "{typ: frekvens, varje: dygn}": (
        "Löftet gäller varje dygn för sig. Ett missat dygn går inte att ta igen senare."
    ),
    "{typ: frekvens, varje: år}": (
        "Löftet gäller varje år för sig. Ett missat år går inte att ta igen senare. "
        "Ett år är tolv månader, räknade från löftets första dag."
    ),
    "{typ: engångs}": "Det här ska göras en gång. Därför visar vi om det är gjort, och när.",
    "{typ: engångs, steg: [{id: x, namn: X}]}": (
        "Det här görs i steg. Därför visar vi vilka steg som är klara."
    ),
    "{typ: svarstid, inom: 24 timmar}": (
        "Vi visar hur många ärenden som är redovisade, "
        "och hur många av dem som blev klara inom 24 timmar."
    ),
    "{typ: vid_behov}": (
        "Det här görs när någon ber om det. "
        "Därför visar vi hur många som har bett om det, och hur många som har fått det."
    ),
    "{typ: stående}": (
        "Det här ska gälla hela tiden. "
        "Därför visar vi om det gäller, och vad parterna själva säger."
    ),
    "{typ: löpande}": (
        "Löftet säger inget antal. "
        "Därför visar vi vilka månader något är redovisat, och vad parterna själva säger."
    ),
    "{typ: antal, högst: 3}": (
        "Löftet sätter ett tak. Om det hölls går att säga först när allt är redovisat."
    ),
    "{typ: engångs, per: skola/skolor}": (
        "Löftet gäller varje skola för sig. "
        "Därför visar vi hur många som är nådda, enligt redovisningarna."
    ),
}


@pytest.mark.parametrize("target", FOLLOWED)
def test_a_measure_says_how_it_is_followed_up(tmp_path: Path, target: str) -> None:
    text = reading.main_text(made(tmp_path, of(target))[MEASURE])
    assert f"Så följer vi upp {FOLLOWED[target]} Så räknar vi" in text


def test_a_number_with_a_floor_needs_no_explanation(tmp_path: Path) -> None:
    assert "Så följer vi upp" not in reading.main_text(
        made(tmp_path, of("{typ: antal, minst: 3}"))[MEASURE]
    )


def test_every_interval_stands_in_a_table_with_what_it_rests_on(tmp_path: Path) -> None:
    files = of(
        "{typ: frekvens, varje: kvartal}",
        insatser__x=done("a", "datum: 2018-01-05"),
        redovisningar__r=told("åtgärd: a\nantal: 1"),
    )
    soup = BeautifulSoup(made(tmp_path, files)[MEASURE], "html.parser")
    assert soup.details and soup.summary and soup.table
    assert soup.summary.get_text() == "Kvartal för kvartal"
    rows = [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in soup.find_all("tr")]
    assert rows == [
        ["När", "Läge", "Underlag"],
        ["Kvartal 1", "Hållet", "5 januari 2018"],
        ["Kvartal 2", "Redovisat tillsammans med andra", "Polisen, januari–juni 2018"],
        ["Kvartal 3–4", "Inte redovisat än", "–"],
    ]
    links = [link["href"] for link in soup.table.find_all("a")]
    assert links == ["/loften/2018/insatser/x/", "/loften/2018/redovisningar/r/"]


def test_a_strip_names_its_shapes_and_each_has_a_sign_of_its_own(tmp_path: Path) -> None:
    files = of(
        "{typ: frekvens, varje: månad}",
        insatser__x=done("a", "datum: 2018-01-05"),
        insatser__y=done("a", "datum: 2018-06-05"),
        redovisningar__r=told("åtgärd: a\nantal: 0", ("2018-02-01", "2018-02-28")),
        redovisningar__s=told("åtgärd: a\nantal: 1", ("2018-03-01", "2018-04-30")),
    )
    strip = BeautifulSoup(made(tmp_path, files)["index.html"], "html.parser").find(class_="strip")
    assert strip
    keys = [(key["class"], key.get_text(strip=True)) for key in strip.find_all(class_="key")]
    assert keys == [
        (["key", "kept"], "hållen"),
        (["key", "missed"], "missad"),
        (["key", "together"], "redovisad tillsammans med andra"),
        (["key", "unknown"], "inte känd"),
        (["key", "coming"], "inte redovisad än"),
    ]
    signs = {
        str(mark["class"][1]): str(path["d"]) if (path := mark.find("path")) else ""
        for mark in strip.find_all(class_="month")
    }
    assert signs == {
        "kept": "",
        "missed": "M0 0 10 10M0 10 10 0",
        "together": "",
        "unknown": "M2.5 5h5",
        "coming": "",
    }


PLACES = {f"platser/{name}.md": f"---\nnamn: {name}\n---\n" for name in ("bro", "torget", "ekbo")}
PER_PLACE = "{typ: antal, minst: 2, per: plats}\nplatser: [bro, torget, ekbo]"


def test_each_place_has_its_state_its_figure_and_its_marks(tmp_path: Path) -> None:
    files = of(
        PER_PLACE,
        insatser__x=done("a", "datum: 2018-01-05\nplats: bro"),
        insatser__y=done("a", "datum: 2018-01-06\nplats: bro"),
        insatser__z=done("a", "datum: 2018-01-07\nplats: torget"),
    )
    html = made(tmp_path, {**PLACES, **files})
    grid = BeautifulSoup(html[MEASURE], "html.parser").find(class_="place-grid")
    assert grid
    rows = [
        (item.get_text(" ", strip=True), item.a and item.a["href"], len(item.select(".done")))
        for item in grid.find_all("li")
    ]
    assert rows == [
        ("Bro Genomförd 2 genomförda (minst 2 utlovade)", "/platser/bro/", 2),
        ("Torget Pågår 1 av minst 2", "/platser/torget/", 1),
        ("Ekbo Inte redovisad än", "/platser/ekbo/", 0),
    ]
    short = BeautifulSoup(html["index.html"], "html.parser").find(class_="by-state")
    assert short
    assert [item.get_text(" ", strip=True) for item in short.find_all("li")] == [
        "Genomförd Bro",
        "Pågår Torget",
        "Inte redovisad än Ekbo",
    ]


def test_a_number_for_each_unit_has_its_figures_and_no_marks(tmp_path: Path) -> None:
    files = of(
        "{typ: antal, minst: 2, per: butik/butiker}",
        redovisningar__r=told("åtgärd: a\nantal: 20\nenheter: 12\nenheter_nådda: 9"),
    )
    page = made(tmp_path, files)[MEASURE]
    text = reading.main_text(page)
    assert "Gäller förVarje butik" in text
    assert "Siffror ur redovisningar 20 och 9 av 12 butiker: Polisen, januari–juni 2018" in text
    assert BeautifulSoup(page, "html.parser").select(".units, .place-grid") == []


def test_marks_of_reports_have_another_shape_than_dated_ones(tmp_path: Path) -> None:
    files = of(
        "{typ: antal, minst: 4}",
        redovisningar__r=told("åtgärd: a\nantal: 2"),
        insatser__x=done("a", "datum: 2018-07-05"),
    )
    for path in ("index.html", MEASURE):
        page = made(tmp_path, files)[path]
        chart = BeautifulSoup(page, "html.parser").find(class_="units")
        assert chart
        marks = chart.select("a.unit.done, .units > .unit.done")
        assert ["reported" in mark["class"] for mark in marks] == [True, True, False]
        assert "daterad insats ur en redovisning" in reading.main_text(page)


def test_marks_of_dated_actions_alone_need_no_legend(tmp_path: Path) -> None:
    files = of("{typ: antal, minst: 4}", insatser__x=done("a", "datum: 2018-07-05"))
    assert "daterad insats" not in reading.main_text(made(tmp_path, files)[MEASURE])


def test_what_has_no_figure_is_no_example_of_how_we_count(tmp_path: Path) -> None:
    target = "{typ: vid_behov, per: skola/skolor, räknas: {dagar: ja}}"
    files = of(target, insatser__x=done("a", "datum: 2018-03-14"))
    page = reading.main_text(made(tmp_path, files)["om/sa-raknar-vi/index.html"])
    assert "Ett exempel" not in page


def test_steps_are_marked_as_done_or_not(tmp_path: Path) -> None:
    files = of(
        "{typ: engångs, steg: [{id: x, namn: Utkast}, {id: y, namn: Avtal}]}",
        insatser__x=done("a#x", "datum: 2018-03-05"),
    )
    steps = BeautifulSoup(made(tmp_path, files)[MEASURE], "html.parser").find("ol", class_="steps")
    assert steps
    found = [(step.span["class"], step.get_text()) for step in steps.find_all("li") if step.span]
    assert found == [
        (["unit", "done"], "Utkast: klart, 5 mars 2018"),
        (["unit"], "Avtal: inte redovisat"),
    ]


@pytest.mark.parametrize(
    ("target", "row", "says"),
    [
        (
            "{typ: svarstid, inom: 24 timmar}",
            "ärenden: 20\ninom_tiden: 18",
            "18 av 20 ärenden inom tiden",
        ),
        ("{typ: svarstid, inom: 24 timmar}", "ärenden: 1", "1 ärende"),
        ("{typ: svarstid, inom: 24 timmar}", "inom_tiden: 18", "18 ärenden inom tiden"),
        ("{typ: vid_behov}", "önskemål: 1\nuppfyllda: 1", "1 av 1 önskemål uppfyllt"),
        ("{typ: vid_behov}", "önskemål: 0", "0 önskemål"),
        ("{typ: vid_behov}", "önskemål: 0\nuppfyllda: 0", "0 önskemål"),
        (
            "{typ: svarstid, inom: 24 timmar, enhet: anmälan/anmälningar}",
            "ärenden: 20\ninom_tiden: 18",
            "18 av 20 anmälningar inom tiden",
        ),
        ("{typ: vid_behov}", "önskemål: 5\nuppfyllda: 4", "4 av 5 önskemål uppfyllda"),
        ("{typ: frekvens, varje: vecka}", "intervall: {hållna: 22, av: 25}", "22 av 25 veckor"),
        ("{typ: frekvens, varje: tertial}", "intervall: {hållna: 1, av: 1}", "1 av 1 tertial"),
        ("{typ: engångs, per: skola/skolor}", "enheter: 12\nenheter_nådda: 9", "9 av 12 skolor"),
        ("{typ: antal, minst: 60}", "antal: 41\nnoggrannhet: ungefär", "omkring 41"),
        ("{typ: antal, minst: 60}", "antal: 20\nsom_skrivet: ett 20-tal", "”ett 20-tal”"),
        (
            "{typ: svarstid, inom: 24 timmar}",
            "ärenden: 20\ninom_tiden: 18\nsom_skrivet: 90 procent",
            "”90 procent”, 18 av 20 ärenden inom tiden",
        ),
    ],
)
def test_every_kind_of_figure_is_told_on_the_measure_and_the_report(
    tmp_path: Path, target: str, row: str, says: str
) -> None:
    files = made(tmp_path, of(target, redovisningar__r=told(f"åtgärd: a\n{row}")))
    measure = reading.main_text(files[MEASURE])
    assert f"Siffror ur redovisningar {says}: Polisen, januari–juni 2018" in measure
    shown = reading.main_text(files["loften/2018/redovisningar/r/index.html"])
    written = says if "”" in says else says[0].upper() + says[1:]
    assert f"Åtgärd Siffra{written} Om redovisningen" in shown


REVIEWED = "granskat: {regel: fel-slags-siffra, skäl: Så står det.}"


@pytest.mark.parametrize(
    ("target", "row", "says"),
    [
        ("{typ: svarstid, inom: 24 timmar}", "som_skrivet: 94 procent", "”94 procent”"),
        ("{typ: löpande}", "antal: 7\nräknat: träffar", "7 (träffar)"),
        (
            "{typ: stående}",
            f"ärenden: 20\ninom_tiden: 18\n{REVIEWED}",
            "18 av 20 ärenden inom tiden",
        ),
        ("{typ: antal, minst: 60}", f"intervall: {{hållna: 3, av: 4}}\n{REVIEWED}", "3 av 4"),
    ],
)
def test_a_figure_that_is_not_counted_is_quoted(
    tmp_path: Path, target: str, row: str, says: str
) -> None:
    text = reading.main_text(
        made(tmp_path, of(target, redovisningar__r=told(f"åtgärd: a\n{row}")))[MEASURE]
    )
    assert f"Vad parterna säger Ur redovisningen: {says}. Polisen, redovisning" in text
    assert "Siffror ur redovisningar" not in text


def test_an_own_share_is_told_to_be_that(tmp_path: Path) -> None:
    files = of("{typ: antal}", redovisningar__r=told("åtgärd: a\nantal: 7\nomfattar: egen del"))
    html = made(tmp_path, files)
    assert "7: Polisen, januari–juni 2018, bara den egna delen" in reading.main_text(html[MEASURE])
    shown = reading.main_text(html["loften/2018/redovisningar/r/index.html"])
    assert "Uppgift frånPolisen, bara den egna delen" in shown


def cases() -> Mapping[str, str]:
    return of(
        "{typ: svarstid, inom: 24 timmar}",
        insatser__x=done(
            "a", "datum: 2018-03-05\nanmält: 2018-03-04 08:00\nklart: 2018-03-05 07:30"
        ),
        insatser__y=done("a", "datum: 2018-03-05\nanmält: 2018-03-01\nklart: 2018-03-05"),
        insatser__z=done("a", "datum: 2018-03-05\nanmält: 2018-03-04\nklart: 2018-03-05"),
        insatser__w=done("a", "datum: 2018-03-05\nanmält: 2018-03-04"),
    )


def test_the_times_of_a_case_are_on_its_page(tmp_path: Path) -> None:
    html = made(tmp_path, cases())
    says = [reading.main_text(html[f"loften/2018/insatser/{id}/index.html"]) for id in "xyzw"]
    assert "Anmält4 mars 2018, kl. 8.00 Klart5 mars 2018, kl. 7.30" in says[0]
    assert "Åtgärd. Räknas. Klart inom 24 timmar." in says[0]
    assert "Anmält1 mars 2018 Klart5 mars 2018" in says[1]
    assert "Åtgärd. Räknas. Inte klart inom 24 timmar." in says[1]
    assert "Åtgärd. Räknas. Tiden går inte att avgöra." in says[2]
    assert "Åtgärd. Räknas. Tiden går inte att avgöra." in says[3]


@pytest.mark.parametrize("path", [MEASURE, "loften/2018/insatser/index.html"])
def test_a_list_says_of_each_case_whether_it_was_done_in_time(tmp_path: Path, path: str) -> None:
    text = reading.main_text(made(tmp_path, cases())[path])
    told = ("Klart inom 24 timmar.", "Inte klart inom 24 timmar.", "Tiden går inte att avgöra.")
    assert [text.count(f" {words}") for words in told] == [1, 1, 2]


SEVERAL = (
    "[{typ: antal, id: moten, minst: 4, enhet: möte/möten}, "
    "{typ: frekvens, id: brev, varje: kvartal, enhet: brev/brev}]"
)


def test_of_several_targets_each_figure_has_a_name(tmp_path: Path) -> None:
    files = made(
        tmp_path,
        of(
            SEVERAL,
            insatser__x=done("a#moten", "datum: 2018-03-05"),
            insatser__y=done("a#brev", "datum: 2018-03-05"),
        ),
    )
    for path in ("index.html", MEASURE):
        soup = BeautifulSoup(files[path], "html.parser")
        found = [tag.get_text() for tag in soup.select("h3, h3 ~ .figure")]
        assert found[:4] == ["Möten", "1 av minst 4", "Brev", "1 av 1 kvartal hållet"]
    assert "Möten: räknas." in reading.main_text(files["loften/2018/insatser/x/index.html"])


def test_targets_that_count_the_same_are_named_by_their_place(tmp_path: Path) -> None:
    target = "[{typ: antal, id: i-bro, minst: 4}, {typ: antal, id: i-habo, minst: 3}]"
    page = made(tmp_path, of(target))[MEASURE]
    assert [tag.get_text() for tag in BeautifulSoup(page, "html.parser").find_all("h3")] == [
        "Del ett",
        "Del två",
    ]


@pytest.mark.parametrize(
    ("former", "says"),
    [
        ("{typ: antal, minst: 12, enhet: möte/möten}", "minst 12 möten"),
        ("{typ: antal, minst: 1}", "minst 1 insats"),
        ("{typ: antal}", "insatser, utan antal"),
        ("{typ: frekvens, minst: 2, varje: månad}", "minst 2 insatser varje månad"),
        ("{typ: frekvens, varje: vecka}", "varje vecka"),
        ("{typ: svarstid, inom: 24 timmar}", "inom 24 timmar"),
        ("{typ: engångs, senast: 2018-03-31}", "en gång, senast 31 mars 2018"),
        ("{typ: engångs, per: skola/skolor}", "en gång för varje skola"),
        ("{typ: antal, minst: 2, per: plats}", "minst 2 insatser för varje plats"),
        ("{typ: vid_behov}", "när någon ber om det"),
        ("{typ: stående}", "gäller hela tiden"),
        ("{typ: löpande, gäller: sommarhalvåret}", "löpande, utan antal, gäller sommarhalvåret"),
        (
            "{typ: antal, minst: 2, räknas: {planerad_i_förväg: ja, aktörer: [polisen]}}",
            "minst 2 insatser. En insats räknades om den var planerad i förväg och Polisen deltog",
        ),
    ],
)
def test_a_change_tells_what_was_promised_before(tmp_path: Path, former: str, says: str) -> None:
    change = f"{{datum: 2018-05-02, vad: Ändrat., varför: ej angivet, tidigare_mål: {former}}}"
    places = "\nplatser: [bro]"
    files = {**PLACES, **of(f"{{typ: antal, minst: 3}}{places}\nändringar: [{change}]")}
    text = reading.main_text(made(tmp_path, files)[MEASURE])
    assert f"Varför: Skälet är inte angivet. Tidigare utlovat: {says}. Så räknar vi" in text


def test_measures_by_one_name_in_two_promises_have_different_titles(tmp_path: Path) -> None:
    other = {
        name.replace("2018", "2017"): text.replace("2018", "2017")
        for name, text in SMALL.items()
        if name.startswith("loften/")
    }
    html = made(tmp_path, {**other, **of("{typ: antal}")})
    titles = [
        reading.as_text(html[f"loften/{path}/index.html"]).splitlines()[0]
        for path in ("2017/atgarder/vandringar", "2018/atgarder/vandringar", "2018/atgarder/a")
    ]
    assert titles == [
        "TITEL Vandringar, Löftet 2017 – Följ löftet",
        "TITEL Vandringar, Löftet 2018 – Följ löftet",
        "TITEL Åtgärd – Följ löftet",
    ]
