"""What must hold between the fields of a group: what each check refuses, and what it takes."""

from collections.abc import Callable, Mapping

import pytest

Faults = Callable[[Mapping[str, str]], str]

SETTINGS = "webbplats.yaml"
PLACE = "platser/torget.md"
PROMISE = "loften/2018/lofte.md"
MEASURE = "loften/2018/atgarder/vandringar.md"
ACTION = "loften/2018/insatser/a.md"
REPORT = "loften/2018/redovisningar/r.md"
CITATION = "datum: 2018-03-14\nåtgärd: vandringar\nkällor:\n"
YEAR = "titel: A\nparter: polisen\n"
ONE = "datum: 2018-03-14\nåtgärd: vandringar\n"
TARGET = "rubrik: A\nmål:\n"
HALF = "till: 2018-06-30\nuppgift_från: polisen\n"
ROWS = "rader:\n  - {åtgärd: vandringar, antal: 1, "


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        (PLACE, "namn: A\nläge: 59.5, 17.5\nläge_källa: Lantmäteriet"),
        (PLACE, "namn: A\nläge_källa: Lantmäteriet"),
        (PROMISE, YEAR + "från: 2018-01-01\ntill: 2018-01-01"),
        (PROMISE, YEAR + "från: 2018\ntill: 2018"),
        (ACTION, CITATION + "  - titel: Protokoll\n  - adress: https://a.example"),
        (ACTION, CITATION + "  datum: 2018-03"),
        (ACTION, CITATION + "  diarienummer: KS 18/0123"),
        (MEASURE, TARGET + "  typ: antal\n  antal: 3"),
        (MEASURE, TARGET + "  typ: antal\n  högst: 0"),
        (MEASURE, TARGET + "  typ: antal\n  räknas: {dagar: ja}"),
        (MEASURE, TARGET + "  typ: engångs\n  steg: [{id: a, namn: A}, {id: b, namn: B}]"),
        (MEASURE, TARGET + "  - {typ: antal, id: a}\n  - {typ: löpande, id: b}"),
        (MEASURE, TARGET + "  - typ: antal"),
        (ACTION, ONE),
        (ACTION, "från: 2018-03-14\ntill: 2018-03-16\nåtgärd: vandringar"),
        (ACTION, "från: 2018-03\ntill: 2018-03-16\nåtgärd: vandringar"),
        (ACTION, ONE + "status: planerad\noffentlig: ja"),
        (ACTION, ONE + "status: inställd\norsak: För få vandrare"),
        (REPORT, HALF + "från: 2018-06-30"),
        (REPORT, HALF + "åtgärd: vandringar\nantal: 0"),
        (REPORT, HALF + "åtgärd: vandringar\nbedömning: utgår\norsak: ej angiven"),
        (REPORT, HALF + "åtgärd: vandringar\nbedömning: pågår"),
        (REPORT, HALF + "bedömning: genomförd"),
        (MEASURE, TARGET + "  typ: frekvens\n  varje: vecka"),
        (MEASURE, TARGET + "  typ: frekvens\n  varje: år\n  högst: 2"),
        (MEASURE, TARGET + "  typ: svarstid\n  inom: 24 timmar"),
        (MEASURE, TARGET + "  typ: vid_behov\n  per: plats"),
        (MEASURE, TARGET + "  typ: stående"),
        (ACTION, ONE + "anmält: 2018-03-14 19.30\nklart: 2018-03-14 19.30"),
        (ACTION, ONE + "anmält: 2018-03-14 19.30\nklart: 2018-03-14"),
        (ACTION, ONE + "anmält: 2018-03-14\nklart: 2018-03-14 00.00"),
        (ACTION, ONE + "klart: 2018-03-14"),
        (REPORT, HALF + "åtgärd: vandringar\nintervall: {hållna: 0, av: 26}"),
        (REPORT, HALF + "åtgärd: vandringar\nintervall: {hållna: 26, av: 26}"),
        (REPORT, HALF + "åtgärd: vandringar\nönskemål: 2\nuppfyllda: 2\ninom_tiden: 5"),
        (REPORT, HALF + ROWS + "från: 2018-06-30}"),
        (REPORT, HALF + "från: 2018-06\n" + ROWS + "från: 2018-06-01, till: 2018-06-01}"),
        (REPORT, HALF + ROWS + "från: 2018-06, till: 2018-06-15}"),
    ],
)
def test_what_holds_together_has_no_faults(path: str, fields: str, faults: Faults) -> None:
    assert faults({path: f"---\n{fields}\n---\nMed ord.\n"}) == ""


def test_version_of_the_content_is_known(faults: Faults) -> None:
    settings = "namn: A\nversion: 2\nadress: https://a.example\nkommun: B\nkontakt: {namn: C}\n"
    assert (
        faults({SETTINGS: settings})
        == """\
FEL  webbplats.yaml:2:10  [version]
  2 | version: 2
    |          ^ version 2 finns inte
  Innehållet ska ha  version: 1
"""
    )


def test_citation_says_something(faults: Faults) -> None:
    assert (
        faults({ACTION: f"---\n{CITATION}  - titel:\n    adress: ''\n---\n"})
        == """\
FEL  loften/2018/insatser/a.md:5:5  [källa]
  5 |   - titel:
    |     ^ källan säger ingenting
  Skriv minst ett av fälten titel, adress, datum och diarienummer.
"""
    )


def test_position_has_its_source(faults: Faults) -> None:
    assert (
        faults({PLACE: "---\nnamn: Torget\nläge: 59.5, 17.5\n---\n"})
        == """\
FEL  platser/torget.md:3:7  [saknas]
  3 | läge: 59.5, 17.5
    |       ^^^^^^^^^^ läget saknar källa
  Skriv varifrån läget kommer, till exempel:  läge_källa: GeoNames (CC BY 4.0)
"""
    )


def test_period_runs_forward(faults: Faults) -> None:
    assert (
        faults({PROMISE: f"---\n{YEAR}från: 2018-03\ntill: 2018-02-28\n---\n"})
        == """\
FEL  loften/2018/lofte.md:5:7  [datum]
  5 | till: 2018-02-28
    |       ^^^^^^^^^^ perioden slutar innan den börjar
  Kontrollera datumen: från ska vara före till.
"""
    )


@pytest.mark.parametrize("more", ["antal: 6", "högst: 8\n  antal: 6"])
def test_target_has_one_number(more: str, faults: Faults) -> None:
    fields = f"  typ: antal\n  minst: 4\n  {more}\n"
    assert (
        faults({MEASURE: f"---\n{TARGET}{fields}---\n"})
        == """\
FEL  loften/2018/atgarder/vandringar.md:5:10  [mål]
  5 |   minst: 4
    |          ^ målet har redan ett tal
  Behåll ett av antal, minst och högst.
"""
    )


@pytest.mark.parametrize("kind", ["löpande", "engångs"])
def test_only_a_target_that_counts_has_a_number(kind: str, faults: Faults) -> None:
    assert (
        faults({MEASURE: f"---\n{TARGET}  typ: {kind}\n  minst: 4\n---\n"})
        == f"""\
FEL  loften/2018/atgarder/vandringar.md:5:10  [mål]
  5 |   minst: 4
    |          ^ ett mål av typen {kind} har inget antal
  Ta bort talet, eller skriv  typ: antal  om löftet säger hur många.
"""
    )


def test_only_one_result_has_steps_and_only_counting_has_a_rule(faults: Faults) -> None:
    fields = "  typ: löpande\n  steg: {id: a, namn: A}\n  räknas: {dagar: ja}\n"
    assert (
        faults({MEASURE: f"---\n{TARGET}{fields}---\n"})
        == """\
FEL  loften/2018/atgarder/vandringar.md:5:9  [mål]
  5 |   steg: {id: a, namn: A}
    |         ^ bara engångsmål har steg
  Ta bort steg, eller skriv  typ: engångs

FEL  loften/2018/atgarder/vandringar.md:6:11  [mål]
  6 |   räknas: {dagar: ja}
    |           ^ ett löpande mål räknas inte
  Ta bort räknas, eller skriv  typ: antal
"""
    )


@pytest.mark.parametrize("body", ["", "\n", " \n\n"])
def test_measure_without_the_promised_words_asks_for_them(body: str, faults: Faults) -> None:
    assert (
        faults({MEASURE: f"---\nrubrik: Vandringar\nmål: {{typ: löpande}}\n---\n{body}"})
        == """\
FEL  loften/2018/atgarder/vandringar.md:2:9  [saknas]
  2 | rubrik: Vandringar
    |         ^^^^^^^^^^ löftets ord saknas
  Skriv dem under den andra raden med tre bindestreck, till exempel:
  Minst åtta insatser mot narkotika i centrala Bro.
"""
    )


def test_several_targets_have_an_id_each(faults: Faults) -> None:
    fields = "  - {typ: antal, id: a}\n  - {typ: löpande}\n"
    assert (
        faults({MEASURE: f"---\n{TARGET}{fields}---\nMed ord.\n"})
        == """\
FEL  loften/2018/atgarder/vandringar.md:4:3  [mål]
  4 |   - {typ: antal, id: a}
    |   ^ flera mål behöver var sitt id
  Skriv till exempel  id: vandringar  i det ena målet och ett annat id i det
  andra.
"""
    )


def test_id_of_a_target_or_a_step_stands_for_one_thing(faults: Faults) -> None:
    fields = "  - {typ: engångs, id: a, steg: {id: b, namn: B}}\n  - {typ: antal, id: b}\n"
    assert (
        faults({MEASURE: f"---\n{TARGET}{fields}---\nMed ord.\n"})
        == """\
FEL  loften/2018/atgarder/vandringar.md:4:3  [mål]
  4 |   - {typ: engångs, id: a, steg: {id: b, namn: B}}
    |   ^ id ”b” finns på flera ställen i åtgärden
  Ge varje mål och varje steg ett eget id.
"""
    )


def test_action_says_when(faults: Faults) -> None:
    assert (
        faults({ACTION: "---\nåtgärd: vandringar\n---\n"})
        == """\
FEL  loften/2018/insatser/a.md:2:1  [saknas]
  2 | åtgärd: vandringar
    | ^ det står inte när det hände
  Tog det flera dagar: skriv från och till. Skriv annars till exempel:
  datum: 2018-03-14
"""
    )


@pytest.mark.parametrize(("written", "missing"), [("från", "till"), ("till", "från")])
def test_action_over_several_days_says_from_and_to(
    written: str, missing: str, faults: Faults
) -> None:
    assert (
        faults({ACTION: f"---\nåtgärd: vandringar\n{written}: 2018-03-14\n---\n"})
        == f"""\
FEL  loften/2018/insatser/a.md:3:7  [saknas]
  3 | {written}: 2018-03-14
    |       ^^^^^^^^^^ fältet ”{missing}” saknas
  Tog det flera dagar: skriv från och till. Skriv annars bara datum, till
  exempel:  datum: 2018-03-14
"""
    )


def test_action_on_a_day_has_no_other_days(faults: Faults) -> None:
    assert (
        faults({ACTION: f"---\n{ONE}till: 2018-03-16\n---\n"})
        == """\
FEL  loften/2018/insatser/a.md:4:7  [datum]
  4 | till: 2018-03-16
    |       ^^^^^^^^^^ här står både datum och från eller till
  Behåll datum om det var en dag, annars från och till.
"""
    )


def test_action_runs_forward(faults: Faults) -> None:
    days = "från: 2018-03-16\ntill: 2018-03-14\n"
    assert (
        faults({ACTION: f"---\nåtgärd: vandringar\n{days}---\n"})
        == """\
FEL  loften/2018/insatser/a.md:4:7  [datum]
  4 | till: 2018-03-14
    |       ^^^^^^^^^^ slutet kommer före början
  Kontrollera datumen: från ska vara före till.
"""
    )


@pytest.mark.parametrize("public", ["", "offentlig: nej\n"])
def test_planned_action_is_public(public: str, faults: Faults) -> None:
    assert (
        faults({ACTION: f"---\n{ONE}status: planerad\n{public}---\n"})
        == """\
FEL  loften/2018/insatser/a.md:4:9  [planerad]
  4 | status: planerad
    |         ^^^^^^^^ en planerad insats får bara visas om den är offentlig
  Skriv  offentlig: ja  om alla får veta det i förväg. Ta annars bort insatsen.
"""
    )


def test_cancelled_action_says_why(faults: Faults) -> None:
    assert (
        faults({ACTION: f"---\n{ONE}status: inställd\n---\n"})
        == """\
FEL  loften/2018/insatser/a.md:4:9  [saknas]
  4 | status: inställd
    |         ^^^^^^^^ det står inte varför insatsen ställdes in
  Skriv till exempel:  orsak: Det kom för få vandrare
"""
    )


def test_report_runs_forward(faults: Faults) -> None:
    assert (
        faults({REPORT: f"---\n{HALF}från: 2018-07-01\n---\n"})
        == """\
FEL  loften/2018/redovisningar/r.md:2:7  [datum]
  2 | till: 2018-06-30
    |       ^^^^^^^^^^ slutet kommer före början
  Kontrollera datumen: från ska vara före till.
"""
    )


@pytest.mark.parametrize("verdict", ["delvis genomförd", "inte genomförd", "senarelagd", "utgår"])
def test_verdict_that_falls_short_gives_its_reason(verdict: str, faults: Faults) -> None:
    assert (
        faults({REPORT: f"---\n{HALF}åtgärd: vandringar\nbedömning: {verdict}\n---\n"})
        == f"""\
FEL  loften/2018/redovisningar/r.md:5:12  [saknas]
  5 | bedömning: {verdict}
    |            {"^" * len(verdict)} ”{verdict}” behöver ett skäl
  Skriv till exempel:  orsak: Personalbrist  Säger redovisningen inget:
  orsak: ej angiven
"""
    )


def test_figure_belongs_to_a_measure(faults: Faults) -> None:
    assert (
        faults({REPORT: f"---\n{HALF}antal: 0\n---\n"})
        == """\
FEL  loften/2018/redovisningar/r.md:4:8  [saknas]
  4 | antal: 0
    |        ^ siffran hör inte till någon åtgärd
  Skriv vilken åtgärd siffran gäller, till exempel:  åtgärd: nattvandring
"""
    )


@pytest.mark.parametrize(
    ("kind", "key", "example"),
    [("frekvens", "varje", "vecka"), ("svarstid", "inom", "24 timmar")],
)
def test_target_says_how_often_or_how_fast(
    kind: str, key: str, example: str, faults: Faults
) -> None:
    assert (
        faults({MEASURE: f"---\n{TARGET}  typ: {kind}\n---\n"})
        == f"""\
FEL  loften/2018/atgarder/vandringar.md:4:8  [saknas]
  4 |   typ: {kind}
    |        {"^" * len(kind)} fältet ”{key}” saknas
  Skriv till exempel:  {key}: {example}
"""
    )


@pytest.mark.parametrize(
    ("written", "key", "kind"),
    [("varje: vecka", "varje", "frekvens"), ("inom: ett dygn", "inom", "svarstid")],
)
def test_only_some_targets_say_how_often_or_how_fast(
    written: str, key: str, kind: str, faults: Faults
) -> None:
    value = written.partition(": ")[2]
    assert (
        faults({MEASURE: f"---\n{TARGET}  typ: antal\n  {written}\n---\n"})
        == f"""\
FEL  loften/2018/atgarder/vandringar.md:5:{len(key) + 5}  [mål]
  5 |   {written}
    |   {" " * (len(key) + 2)}{"^" * len(value)} ett mål av typen antal har inget {key}
  Ta bort {key}, eller skriv  typ: {kind}
"""
    )


def test_never_is_no_frequency(faults: Faults) -> None:
    fields = "  typ: frekvens\n  varje: vecka\n  högst: 0\n"
    assert (
        faults({MEASURE: f"---\n{TARGET}{fields}---\n"})
        == """\
FEL  loften/2018/atgarder/vandringar.md:6:10  [mål]
  6 |   högst: 0
    |          ^ aldrig är ingen frekvens
  Skriv  typ: antal  och  högst: 0  om löftet är att det inte ska hända alls.
"""
    )


@pytest.mark.parametrize("kind", ["vid_behov", "stående", "svarstid\n  inom: två dygn"])
def test_only_a_count_or_a_frequency_has_a_number(kind: str, faults: Faults) -> None:
    told = faults({MEASURE: f"---\n{TARGET}  typ: {kind}\n  minst: 4\n---\n"})
    assert f"ett mål av typen {kind.partition(chr(10))[0]} har inget antal" in told


@pytest.mark.parametrize(
    "done", ["2018-03-13", "2018-03-13 23.59", "2018-03-14 19.29", "2018-03-14 00.00"]
)
def test_case_is_done_after_it_is_reported(done: str, faults: Faults) -> None:
    assert (
        faults({ACTION: f"---\n{ONE}anmält: 2018-03-14 19.30\nklart: {done}\n---\n"})
        == f"""\
FEL  loften/2018/insatser/a.md:5:8  [datum]
  5 | klart: {done}
    |        {"^" * len(done)} ärendet är klart innan det är anmält
  Kontrollera datumen: anmält ska vara före klart.
"""
    )


def test_no_more_intervals_are_kept_than_there_are(faults: Faults) -> None:
    assert (
        faults({REPORT: f"---\n{HALF}åtgärd: vandringar\nintervall: {{hållna: 27, av: 26}}\n---\n"})
        == """\
FEL  loften/2018/redovisningar/r.md:5:21  [del-över-hel]
  5 | intervall: {hållna: 27, av: 26}
    |                     ^^ hållna är 27, men av är bara 26
  En del kan inte vara större än det hela. Kontrollera båda talen i källan.
"""
    )


@pytest.mark.parametrize(
    ("part", "whole"),
    [("inom_tiden", "ärenden"), ("uppfyllda", "önskemål"), ("enheter_nådda", "enheter")],
)
def test_part_is_no_larger_than_the_whole(part: str, whole: str, faults: Faults) -> None:
    figures = f"{whole}: 0\n{part}: 1\n"
    assert (
        faults({REPORT: f"---\n{HALF}åtgärd: vandringar\n{figures}---\n"})
        == f"""\
FEL  loften/2018/redovisningar/r.md:6:{len(part) + 3}  [del-över-hel]
  6 | {part}: 1
    | {" " * (len(part) + 2)}^ {part} är 1, men {whole} är bara 0
  En del kan inte vara större än det hela. Kontrollera båda talen i källan.
"""
    )


@pytest.mark.parametrize(
    "key",
    ["ärenden", "inom_tiden", "önskemål", "uppfyllda", "enheter", "enheter_nådda"],
)
def test_figure_of_any_kind_belongs_to_a_measure(key: str, faults: Faults) -> None:
    told = faults({REPORT: f"---\n{HALF}{key}: 0\n---\n"})
    assert told.splitlines()[0] == (
        f"FEL  loften/2018/redovisningar/r.md:4:{len(key) + 3}  [saknas]"
    )
    assert "siffran hör inte till någon åtgärd" in told


@pytest.mark.parametrize(
    "days",
    [
        "från: 2018-03-31, till: 2018-04-30",
        "från: 2018-06-01, till: 2018-07-01",
        "från: 2018-03-31",
        "från: 2018-07-01",
        "till: 2018-07-01",
        "till: 2018-03-31",
        "från: 2018-03, till: 2018-05",
    ],
)
def test_row_tells_of_no_more_time_than_its_report(days: str, faults: Faults) -> None:
    header = f"från: 2018-04-01\n{HALF}"
    assert (
        faults({REPORT: f"---\n{header}rader:\n  - {{åtgärd: vandringar, {days}}}\n---\n"})
        == f"""\
FEL  loften/2018/redovisningar/r.md:6:5  [datum]
  6 |   - {{åtgärd: vandringar, {days}}}
    |     ^ raden gäller tid som redovisningen inte täcker
  Ändra radens från och till, eller redovisningens.
"""
    )


def test_row_of_a_report_without_a_first_day_does_not_begin_after_its_last(faults: Faults) -> None:
    told = faults({REPORT: f"---\n{HALF}{ROWS}från: 2018-07-01}}\n---\n"})
    assert "raden gäller tid som redovisningen inte täcker" in told


def test_row_runs_forward(faults: Faults) -> None:
    row = "{åtgärd: vandringar, från: 2018-06-02, till: 2018-06-01}"
    assert (
        faults({REPORT: f"---\n{HALF}rader:\n  - {row}\n---\n"})
        == f"""\
FEL  loften/2018/redovisningar/r.md:5:50  [datum]
  5 |   - {row}
    |                                                  ^^^^^^^^^^
  slutet kommer före början
  Kontrollera datumen: från ska vara före till.
"""
    )
