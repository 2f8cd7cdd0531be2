"""The pages of small sites of the tests' own: what each kind of page says in each case."""

from collections.abc import Mapping
from pathlib import Path

import pytest
import reading
from bs4 import BeautifulSoup
from site_under_test import SETTINGS, SMALL, build_in_memory, pages, write

from followup.reporting import report

# No figure here says where it stands: that is another matter.
WITHOUT_SOURCE = "utan-källa"
TODAY = "2018-12-01"
UNANSWERED = "granskat: {regel: passerad-plan, skäl: Ingen har svarat}"


def main_of(folder: Path, files: Mapping[str, str | bytes], path: str, day: str = TODAY) -> str:
    """The words of one page of the small site with `files` added."""
    result = build_in_memory(write(folder, {**SMALL, **files}), day, today="2019-12-31")
    assert [d for d in result.diagnostics if d.rule != WITHOUT_SOURCE] == []
    return reading.main_text(pages(result)[path])


def action(fields: str, body: str = "") -> str:
    return f"---\nåtgärd: vandringar\n{fields}\n---\n{body}\n"


def test_an_action_says_when_where_and_by_whom(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "platser/torget.md": "---\nnamn: torget\n---\n",
        "loften/2018/insatser/a.md": action(
            "datum: 2018-03-14\ntid: 17–21\nplats: torget\naktörer: [polisen, kommunen]\n"
            "planerad_i_förväg: 2018-03-01\nuppgift_från: kommunen\nantal: 2\n"
            "källor:\n  - titel: Protokoll\n    diarienummer: KS 18/1\n    datum: 2018-04",
            "Vi gick en **runda**.",
        ),
    }
    assert main_of(tmp_path, files, "loften/2018/insatser/a/index.html") == (
        "Så går det / Löftet 2018 / Insatser Vandringar, torget Vi gick en runda. "
        "När14 mars 2018, kl. 17–21 Vartorget Vilka deltogPolisen och kommunen "
        "Planerad i förvägJa, 1 mars 2018 Omfattar2 Hör tillVandringar. Räknas. "
        "Uppgift frånKommunen KällaProtokoll, KS 18/1, april 2018 "
        "Fel i uppgifterna? Skriv till kontakt@loftet.example."
    )


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ("datum: 2018-03", "Närmars 2018"),
        ("från: 2018-03-30\ntill: 2018-04-02", "När30 mars – 2 april 2018"),
        ("från: 2018-03-01\ntill: 2018-03-05\nnågon_gång: ja", "NärNågon gång 1–5 mars 2018"),
        ("datum: 2018-03-14\ntid: 19:30", "När14 mars 2018, kl. 19.30"),
        ("datum: 2018-03-14\nstatus: inställd\norsak: För få kom", "Inställd. För få kom"),
        (
            f"datum: 2018-12-24\nstatus: planerad\noffentlig: ja\n{UNANSWERED}",
            "Planerad. Händelsen är öppen för alla.",
        ),
        (
            "datum: 2018-03-14\nrättelser:\n  - datum: 2018-05-02\n    vad: Rätt dag är 14 mars",
            "Rättelser 2 maj 2018: Rätt dag är 14 mars",
        ),
        ("datum: 2018-03-14\nplanerad_i_förväg: 2018-03-14", "Nej, först 14 mars 2018"),
    ],
)
def test_an_action_says_what_its_file_says(tmp_path: Path, fields: str, says: str) -> None:
    files = {"loften/2018/insatser/a.md": action(fields)}
    assert says in main_of(tmp_path, files, "loften/2018/insatser/a/index.html")


def test_a_planned_event_whose_day_has_passed_is_no_longer_open(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "loften/2018/insatser/a.md": action(
            f"datum: 2018-03-14\nstatus: planerad\noffentlig: ja\n{UNANSWERED}"
        )
    }
    text = main_of(tmp_path, files, "loften/2018/insatser/a/index.html")
    assert "Dagen har varit, men vi har inte fått veta om det blev av." in text
    assert "öppen för alla" not in text


def test_actions_are_listed_by_month_newest_first_with_what_did_not_count(tmp_path: Path) -> None:
    measure = SMALL["loften/2018/atgarder/vandringar.md"].replace(
        "minst: 4", "minst: 4\n  räknas:\n    planerad_i_förväg: ja"
    )
    files: dict[str, str | bytes] = {
        "loften/2018/atgarder/vandringar.md": measure,
        "loften/2018/insatser/a.md": action("datum: 2018-03-14\nplanerad_i_förväg: ja"),
        "loften/2018/insatser/b.md": action("datum: 2018-03-15\nplanerad_i_förväg: nej"),
        "loften/2018/insatser/c.md": action("datum: 2018-05-01\nrubrik: Majvandring"),
    }
    assert main_of(tmp_path, files, "loften/2018/insatser/index.html") == (
        "Så går det / Löftet 2018 Insatser 3 insatser för Löftet 2018, de senaste först. "
        "Redovisat till och med 1 maj 2018. Välj insatser Åtgärd Vandringar 3 insatser "
        "Månad Maj 2018 1 insats Mars 2018 2 insatser "
        "Maj 2018 1 insats 1 maj 2018 Majvandring "
        "Räknas inte: det är inte sagt att den planerades i förväg. "
        "Mars 2018 2 insatser 15 mars 2018 Vandringar "
        "Räknas inte: den var inte planerad i förväg. 14 mars 2018 Vandringar"
    )


def test_without_actions_the_list_says_that_this_is_not_zero(tmp_path: Path) -> None:
    text = main_of(tmp_path, {}, "loften/2018/insatser/index.html")
    assert "Ingen insats är redovisad. Det betyder inte att inget har gjorts." in text


REPORT = """---
från: 2018-01-01
till: 2018-06-30
uppgift_från: polisen
publicerad: 2018-07-02
publicerad_av: kommunen
åtgärd: vandringar
antal: 3
räknat: Vandringar med boende
bedömning: pågår
text: Vi har gått tre vandringar.
---
"""


def test_a_figure_from_a_report_leads_to_the_report(tmp_path: Path) -> None:
    files = {"loften/2018/redovisningar/varen.md": REPORT}
    result = build_in_memory(write(tmp_path, {**SMALL, **files}), TODAY, today=TODAY)
    measure = pages(result)["loften/2018/atgarder/vandringar/index.html"]
    marks = BeautifulSoup(measure, "html.parser").select("a.unit.reported")
    assert [mark["href"] for mark in marks] == ["/loften/2018/redovisningar/varen/"] * 3
    first, *further = marks
    assert first.get_text() == "3 enligt redovisningen till 30 juni 2018"
    assert [(mark["tabindex"], mark.get_text()) for mark in further] == [("-1", "")] * 2
    told = reading.main_text(pages(result)["loften/2018/redovisningar/varen/index.html"])
    assert told == (
        "Så går det / Löftet 2018 Redovisning från Polisen, januari–juni 2018 Vandringar "
        "Vi har gått tre vandringar. Siffra3 Vad som räknadesVandringar med boende "
        "Partens omdömePågår Om redovisningen Uppgift frånPolisen "
        "GällerJanuari–juni 2018 Publicerad2 juli 2018 av kommunen"
    )


def test_a_verdict_is_told_with_its_party_and_reason_on_every_page(tmp_path: Path) -> None:
    report = (
        "---\nfrån: 2018-01-01\ntill: 2018-06-30\nuppgift_från: kommunen\n"
        "åtgärd: vandringar\nbedömning: senarelagd\norsak: Personalbrist\n---\n"
    )
    files: dict[str, str | bytes] = {"loften/2018/redovisningar/varen.md": report}
    says = "Enligt kommunen är åtgärden senarelagd. Skäl: Personalbrist."
    for path in ("index.html", "loften/2018/atgarder/vandringar/index.html"):
        assert says in main_of(tmp_path, files, path)


def test_figures_that_differ_are_told_to_differ(tmp_path: Path) -> None:
    other = REPORT.replace("uppgift_från: polisen", "uppgift_från: kommunen")
    files: dict[str, str | bytes] = {
        "loften/2018/redovisningar/varen.md": REPORT,
        "loften/2018/redovisningar/varen-2.md": other.replace("antal: 3", "antal: 2"),
    }
    for path in ("index.html", "loften/2018/atgarder/vandringar/index.html"):
        text = main_of(tmp_path, files, path)
        assert "Uppgifterna skiljer sig åt, och den lägre är räknad." in text
        assert "2 av minst 4" in text


def test_an_action_says_for_which_of_two_targets_it_counts(tmp_path: Path) -> None:
    measure = SMALL["loften/2018/atgarder/vandringar.md"].replace(
        "  typ: antal\n  minst: 4\n",
        "  - typ: antal\n    id: alla\n    minst: 4\n  - typ: antal\n    id: gemensamma\n"
        "    räknas: {aktörer: [polisen]}\n",
    )
    names = "åtgärd: ['vandringar#alla', 'vandringar#gemensamma']"
    files: dict[str, str | bytes] = {
        "loften/2018/atgarder/vandringar.md": measure,
        "loften/2018/insatser/a.md": f"---\n{names}\ndatum: 2018-03-14\naktörer: kommunen\n---\n",
    }
    says = "Del ett: räknas. Del två: räknas inte: Polisen deltog inte."
    assert says in main_of(tmp_path, files, "loften/2018/insatser/a/index.html")
    assert says in main_of(tmp_path, files, "loften/2018/insatser/index.html")


def test_an_action_called_off_is_listed_but_not_counted(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "loften/2018/insatser/a.md": action("datum: 2018-03-14"),
        "loften/2018/insatser/b.md": action("datum: 2018-03-15\nstatus: inställd\norsak: Storm"),
        "loften/2018/insatser/c.md": action(
            f"datum: 2018-03-16\nstatus: planerad\noffentlig: ja\n{UNANSWERED}"
        ),
    }
    text = main_of(tmp_path, files, "loften/2018/insatser/index.html")
    assert "Insatser 1 insats för Löftet 2018" in text
    assert "Inställd: Storm" in text
    assert text.index("Planerat, men inte redovisat") < text.index("16 mars 2018")
    assert "På gång" not in text


def test_the_words_of_a_report_are_shown_as_text_not_as_marks(tmp_path: Path) -> None:
    report = (
        "---\ntill: 2018-06-30\nuppgift_från: kommunen\nåtgärd: vandringar\n---\n"
        "Vi har **gått**.\n\nMer om [vandringen](../atgarder/vandringar.md).\n"
    )
    files: dict[str, str | bytes] = {"loften/2018/redovisningar/varen.md": report}
    assert "Vi har gått. Kommunen, redovisning 30 juni 2018" in main_of(
        tmp_path, files, "index.html"
    )
    measure = main_of(tmp_path, files, "loften/2018/atgarder/vandringar/index.html")
    assert "Vi har gått. Mer om vandringen. Kommunen, redovisning 30 juni 2018" in measure


def test_a_measure_shows_every_part_of_its_target(tmp_path: Path) -> None:
    measure = """---
rubrik: Avtal om belysning
ordalydelse: återgiven
ansvariga: [kommunen]
medverkande: [polisen]
plats_enligt_löftet: utvalda platser
mål:
  typ: engångs
  senast: 2018-06-30
  tolkning: Vi läser "avtal" som ett undertecknat avtal.
  steg:
    - id: utkast
      namn: Utkast finns
    - id: avtal
      namn: Avtalet är undertecknat
ändringar:
  - datum: 2018-02-01
    vad: Tiden flyttades fram.
    varför: ej angivet
    beslutat_av: kommunstyrelsen
    tidigare_lydelse: Klart i mars.
---
Kommunen skriver avtal om belysning.
"""
    files: dict[str, str | bytes] = {
        "loften/2018/atgarder/belysning.md": measure,
        "loften/2018/insatser/a.md": "---\nåtgärd: belysning#utkast\ndatum: 2018-03-14\n---\n",
    }
    text = main_of(tmp_path, files, "loften/2018/atgarder/belysning/index.html", "2018-04-01")
    assert text == (
        "Så går det / Löftet 2018 Avtal om belysning Pågår Det här är lovat "
        "Kommunen skriver avtal om belysning. "
        "Ur Löftet 2018, återgivet. Vi har inte löftets egna ord. "
        "Vem lovarKommunen MedverkarPolisen Löftets ord om var”utvalda platser” Så går det "
        "Redovisat till och med 14 mars 2018. 1 av 2 steg klart "
        "Utkast finns: klart, 14 mars 2018 Avtalet är undertecknat: inte redovisat "
        "Så följer vi upp Det här görs i steg. Därför visar vi vilka steg som är klara. "
        'Vi läser "avtal" som ett undertecknat avtal. Ska vara klart senast 30 juni 2018. '
        "Det här har gjorts 14 mars 2018 Avtal om belysning Ändringar "
        "1 februari 2018. Tiden flyttades fram. "
        "Varför: Skälet är inte angivet. Beslutat av kommunstyrelsen. "
        "Tidigare lydelse: ”Klart i mars.” Så räknar vi"
    )


def test_a_stale_promise_says_so_on_the_front_page(tmp_path: Path) -> None:
    files = {"loften/2018/insatser/a.md": action("datum: 2018-05-03")}
    text = main_of(tmp_path, files, "index.html")
    assert "Inte uppdaterat sedan 3 maj 2018." in text.split("Vandringar")[0]
    assert "Inte uppdaterad" not in text  # the measure has no other day than the promise


def test_the_final_report_has_its_face(tmp_path: Path) -> None:
    promise = SMALL["loften/2018/lofte.md"].replace("parter:", "slutredovisad: 2019-02-01\nparter:")
    files = {"loften/2018/lofte.md": promise}
    text = main_of(tmp_path, files, "index.html", "2019-03-01")
    assert "Slutredovisning 1 februari 2019." in text
    assert "Perioden är slut" not in text


def test_the_day_of_a_promised_follow_up_is_told_when_the_period_is_over(tmp_path: Path) -> None:
    promise = SMALL["loften/2018/lofte.md"].replace(
        "parter:", "uppföljning_utlovad: [2019-02]\nparter:"
    )
    text = main_of(tmp_path, {"loften/2018/lofte.md": promise}, "index.html", "2019-01-02")
    assert (
        "Perioden är slut. Ingen slutredovisning är publicerad. "
        "Den är utlovad till februari 2019." in text
    )


def test_an_earlier_address_leads_to_the_new_one(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "loften/2018/insatser/ny.md": action("datum: 2018-03-14\ntidigare_adress: gammal"),
        "sidor/nu.md": "---\nrubrik: Nu\ntidigare_adress: [forr, annu-forr]\n---\n",
    }
    made = pages(build_in_memory(write(tmp_path, {**SMALL, **files}), TODAY, today=TODAY))
    moved = made["loften/2018/insatser/gammal/index.html"].decode()
    assert '<meta http-equiv="refresh" content="0; url=/loften/2018/insatser/ny/">' in moved
    assert '<a href="/loften/2018/insatser/ny/">' in moved
    assert b'href="/nu/"' in made["forr/index.html"]
    assert b'href="/nu/"' in made["annu-forr/index.html"]
    assert b"gammal" not in made["sitemap.xml"]


def test_two_pages_with_one_address_are_a_fault(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "loften/2018/insatser/ny.md": action("datum: 2018-03-14\ntidigare_adress: annan"),
        "loften/2018/insatser/annan.md": action("datum: 2018-03-15"),
    }
    result = build_in_memory(write(tmp_path, {**SMALL, **files}), TODAY, today=TODAY)
    assert result.files == ()
    assert "två sidor vill ha adressen /loften/2018/insatser/annan/" in report(
        result.diagnostics, result.texts
    )


def test_a_place_tells_what_is_promised_and_done_there_also_in_its_parts(tmp_path: Path) -> None:
    measure = SMALL["loften/2018/atgarder/vandringar.md"].replace(
        "rubrik", "platser: [torget]\nrubrik"
    )
    files: dict[str, str | bytes] = {
        "platser/by.md": "---\nnamn: Byn\ntyp: kommundel\n---\n",
        "platser/torget.md": "---\nnamn: torget\nkommundel: by\n---\nHär är torget.\n",
        "platser/on.md": "---\nnamn: ön\n---\n",
        "loften/2018/atgarder/vandringar.md": measure,
        "loften/2018/insatser/a.md": action("datum: 2018-03-14\nplats: torget"),
    }
    assert main_of(tmp_path, files, "platser/index.html") == (
        "Så går det Platser Här ser du vad som är utlovat och vad som har gjorts på varje plats. "
        "Byn En insats här. Senast: Vandringar, torget, 14 mars 2018. "
        "Utlovat på platser här: Vandringar. "
        "Torget Här är torget. En insats här. Senast: Vandringar, torget, 14 mars 2018. "
        "Utlovat här: Vandringar. Andra platser Ön Ingen insats är redovisad här."
    )


def test_what_is_promised_for_a_district_is_not_said_again_of_its_places(tmp_path: Path) -> None:
    measure = SMALL["loften/2018/atgarder/vandringar.md"]
    files: dict[str, str | bytes] = {
        "platser/by.md": "---\nnamn: Byn\ntyp: kommundel\n---\n",
        "platser/torget.md": "---\nnamn: torget\nkommundel: by\n---\n",
        "platser/skolan.md": "---\nnamn: skolan\nkommundel: by\n---\n",
    }
    for name, places in (("vandringar", "by, torget"), ("samtal", "torget, skolan")):
        said = measure.replace("rubrik: Vandringar", f"platser: [{places}]\nrubrik: {name.title()}")
        files[f"loften/2018/atgarder/{name}.md"] = said
    assert main_of(tmp_path, files, "platser/by/index.html") == (
        "Så går det / Platser Byn Ingen insats är redovisad här. Utlovat här: Vandringar. "
        "Utlovat på platser här: Samtal. Här ligger också Skolan, Torget."
    )


def test_an_action_at_a_place_says_why_it_does_not_count(tmp_path: Path) -> None:
    measure = SMALL["loften/2018/atgarder/vandringar.md"]
    rule = "minst: 4\n  räknas:\n    aktörer: [polisen]"
    files: dict[str, str | bytes] = {
        "platser/torget.md": "---\nnamn: torget\n---\n",
        "loften/2018/atgarder/vandringar.md": measure.replace("minst: 4", rule),
        "loften/2018/insatser/a.md": action(
            "datum: 2018-03-14\nplats: torget\naktörer: [kommunen]"
        ),
    }
    assert main_of(tmp_path, files, "platser/torget/index.html").endswith(
        "14 mars 2018 Vandringar, torget Räknas inte: Polisen deltog inte."
    )


def test_a_place_has_a_page_with_every_action_there(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "platser/by.md": "---\nnamn: Byn\ntyp: kommundel\ntidigare_adress: orten\n---\n",
        "platser/torget.md": "---\nnamn: torget\nkommundel: by\n---\n",
        "loften/2018/insatser/a.md": action("datum: 2018-03-14\nplats: torget"),
        "loften/2018/insatser/b.md": action("datum: 2018-05-14\nplats: by"),
    }
    assert main_of(tmp_path, files, "platser/by/index.html") == (
        "Så går det / Platser Byn Två insatser här. Senast: Vandringar, Byn, 14 maj 2018. "
        "Här ligger också Torget. Insatser här 14 maj 2018 Vandringar, Byn "
        "14 mars 2018 Vandringar, torget"
    )
    assert main_of(tmp_path, files, "platser/torget/index.html") == (
        "Så går det / Platser Torget En insats här. Senast: Vandringar, torget, 14 mars 2018. "
        "Ligger i Byn. Insatser här 14 mars 2018 Vandringar, torget"
    )
    made = pages(build_in_memory(tmp_path, TODAY, today=TODAY))
    assert b'href="/platser/by/"' in made["platser/orten/index.html"]


def test_texts_that_share_a_page_never_share_an_id(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        f"platser/{name}.md": f"---\nnamn: {name}\n---\n## Historia\n\nLång.\n"
        for name in ("a", "b")
    }
    html = pages(build_in_memory(write(tmp_path, {**SMALL, **files}), TODAY))["platser/index.html"]
    assert html.count(b"<h2>Historia</h2>") == 2


def test_every_promise_is_in_the_archive_newest_first(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        name.replace("2018", "2017"): text.replace("2018", "2017")
        for name, text in SMALL.items()
        if name.startswith("loften/")
    }
    assert main_of(tmp_path, files, "loften/index.html") == (
        "Så går det Alla löften "
        "Löftet 2018 Gäller 2018. Löftet har en åtgärd. Den är inte redovisad än. "
        "1 åtgärd LägeAntal Inte redovisad än1 Inget är redovisat. "
        "Löftet 2017 Gällde 2017. Löftet hade en åtgärd. Den är inte redovisad. "
        "1 åtgärd LägeAntal Inte redovisad1 Inget är redovisat."
    )
    front = pages(build_in_memory(tmp_path, TODAY, today=TODAY))["index.html"]
    assert b'<li><a href="/loften/">Alla l\xc3\xb6ften</a></li>' in front


def test_changes_and_corrections_stand_together_newest_first(tmp_path: Path) -> None:
    measure = SMALL["loften/2018/atgarder/vandringar.md"].replace(
        "mål:",
        "ändringar:\n  - datum: 2018-06-01\n    vad: Fyra i stället för fem.\n"
        "    varför: Färre vandrare.\nmål:",
    )
    files: dict[str, str | bytes] = {
        "loften/2018/atgarder/vandringar.md": measure,
        "loften/2018/insatser/a.md": action(
            "datum: 2018-03-14\nrättelser:\n  - datum: 2018-07-01\n    vad: Rätt dag är 14 mars."
        ),
    }
    assert main_of(tmp_path, files, "andringar/index.html") == (
        "Så går det Ändringar och rättelser Här står vad som har ändrats i löftena under tidens "
        "gång, och vilka fel vi har rättat. "
        "1 juli 2018 Rättelse, Vandringar: Rätt dag är 14 mars. "
        "1 juni 2018 Ändring, Vandringar: Fyra i stället för fem. Varför: Färre vandrare."
    )


def test_a_free_page_can_be_in_another_language_and_in_the_footer(tmp_path: Path) -> None:
    page = "---\nrubrik: Suomeksi\nspråk: fi\ni_sidfot: ja\n---\n# Otsikko\n\nTeksti.\n"
    made = pages(build_in_memory(write(tmp_path, {**SMALL, "sidor/fi.md": page}), TODAY))
    html = made["fi/index.html"].decode()
    assert '<html lang="sv">' in html
    assert '<article lang="fi">\n<h1>Suomeksi</h1>\n<div class="prose">' in html
    assert '<h2 id="otsikko">Otsikko</h2>' in html
    link = '<li><a href="/fi/" lang="fi" hreflang="fi">Suomeksi</a> (finska)</li>'
    assert link in made["index.html"].decode()


def test_the_statement_says_what_the_law_asks_for(tmp_path: Path) -> None:
    settings = SETTINGS + (
        "tillgänglighet:\n  förenlig: delvis\n  bedömd: 2018-09-01\n"
        "  metod: Egen granskning.\n  brister: [Kartan saknar text]\n"
    )
    files = {"webbplats.yaml": settings}
    text = main_of(tmp_path, files, "tillganglighet/index.html")
    for part in (
        "Exempelkommun står bakom webbplatsen Följ löftet.",
        "Webbplatsen är delvis förenlig med lagen (2018:1937).",
        "Kartan saknar text",
        "Skriv till Kontaktcenter, kontakt@loftet.example.",
        "anmäla till Digg",
        "Egen granskning. Den senaste bedömningen gjordes 1 september 2018.",
        "Redogörelsen uppdaterades senast 1 september 2018.",
    ):
        assert part in text


def test_a_site_without_promises_is_still_a_site(tmp_path: Path) -> None:
    files = {name: text for name, text in SMALL.items() if not name.startswith("loften/")}
    result = build_in_memory(write(tmp_path, files), TODAY, today=TODAY)
    assert [d for d in result.diagnostics if d.rule != WITHOUT_SOURCE] == []
    assert "index.html" in pages(result)


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)


def test_only_pictures_that_a_page_shows_are_published(tmp_path: Path) -> None:
    picture = "bild:\n  fil: torg.png\n  alt: Torget en kväll\n  foto: Kommunen"
    files: dict[str, str | bytes] = {
        "loften/2018/insatser/a.md": action(f"datum: 2018-03-14\n{picture}"),
        "loften/2018/insatser/torg.png": PNG,
        "loften/2018/insatser/b.md": action(
            "datum: 2018-03-15\nutkast: ja\n" + picture.replace("torg.png", "hemlig.png")
        ),
        "loften/2018/insatser/hemlig.png": PNG,
    }
    made = pages(build_in_memory(write(tmp_path, {**SMALL, **files}), TODAY, today=TODAY))
    shown = [path for path in made if path.startswith("assets/") and path.endswith(".png")]
    html = made["loften/2018/insatser/a/index.html"].decode()
    assert len(shown) == 1 and shown[0].startswith("assets/torg.")
    assert f'<img src="/{shown[0]}" alt="Torget en kväll" width="1" height="1">' in html
    assert "<figcaption>Foto: Kommunen</figcaption>" in html


def test_the_same_photo_in_two_folders_is_published_once(tmp_path: Path) -> None:
    picture = "bild:\n  fil: torg.png\n  alt: Torget"
    files: dict[str, str | bytes] = {
        "loften/2018/insatser/a.md": action(f"datum: 2018-03-14\n{picture}"),
        "loften/2018/insatser/torg.png": PNG,
        "sidor/torget.md": "---\nrubrik: Torget\n---\n![Torget](torg.png)\n",
        "sidor/torg.png": PNG,
    }
    result = build_in_memory(write(tmp_path, {**SMALL, **files}), TODAY, today=TODAY)
    assert len([p for p in pages(result) if p.startswith("assets/torg.")]) == 1


def test_before_the_period_the_front_page_says_what_is_promised(tmp_path: Path) -> None:
    before = main_of(tmp_path / "1", {}, "index.html", "2017-12-01")
    assert "Inte påbörjad Minst fyra vandringar." in before
    assert "Minst fyra vandringar." not in main_of(tmp_path / "2", {}, "index.html")


def test_a_stale_measure_says_so_when_its_day_is_another_than_the_promise_s(
    tmp_path: Path,
) -> None:
    other = SMALL["loften/2018/atgarder/vandringar.md"].replace("Vandringar", "Samtal")
    files: dict[str, str | bytes] = {
        "loften/2018/atgarder/samtal.md": other,
        "loften/2018/insatser/a.md": action("datum: 2018-03-14"),
        "loften/2018/insatser/b.md": "---\nåtgärd: samtal\ndatum: 2018-05-02\n---\n",
    }
    said = main_of(tmp_path, files, "index.html")
    assert said.count("Inte uppdaterat sedan 2 maj 2018.") == 1
    assert said.count("Inte uppdaterad sedan 14 mars 2018.") == 1
    assert "Inte uppdaterad sedan 2 maj 2018." not in said


def test_a_place_says_in_which_of_several_promises_something_is_promised(tmp_path: Path) -> None:
    measure = SMALL["loften/2018/atgarder/vandringar.md"].replace(
        "mål:", "platser: [torget]\nmål:", 1
    )
    earlier = SMALL["loften/2018/lofte.md"].replace("2018", "2017")
    files: dict[str, str | bytes] = {
        "platser/torget.md": "---\nnamn: torget\n---\n",
        "loften/2018/atgarder/vandringar.md": measure,
        "loften/2017/lofte.md": earlier,
        "loften/2017/atgarder/vandringar.md": measure,
    }
    said = main_of(tmp_path, files, "platser/index.html")
    assert "Utlovat här: Vandringar (Löftet 2017), Vandringar (Löftet 2018)." in said
