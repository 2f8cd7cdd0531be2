"""The rules on reported figures: what each refuses, and what it takes."""

from collections.abc import Callable, Mapping

import pytest

from followup.diagnostics import Diagnostic

Files = Mapping[str, str]
Faults = Callable[[Files], list[Diagnostic]]
Printed = Callable[[Files], str]

MEASURE = "loften/2018/atgarder/vandringar.md"
FIRST = "loften/2018/redovisningar/forsta.md"
SECOND = "loften/2018/redovisningar/andra.md"


def told(days: str, more: str = "", party: str = "polisen", figure: str = "antal: 3") -> str:
    first, last = days.split("–")
    head = f"från: {first}\ntill: {last}\nuppgift_från: {party}\nåtgärd: vandringar\n"
    return f"---\n{head}{figure}\n{more}---\n"


# Figures that overlap.


def test_figures_for_times_that_overlap_in_part_are_refused(printed: Printed) -> None:
    assert (
        printed({FIRST: told("2018-01–2018-06"), SECOND: told("2018-05–2018-08")})
        == """\
FEL  loften/2018/redovisningar/andra.md:2:7  [överlappar]
  2 | från: 2018-05
    |       ^^^^^^^ siffran gäller delvis samma tid som forsta
  Ändra från och till så att tiderna inte överlappar. Rättar den ena den andra:
  skriv  ersätter: forsta
"""
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (told("2018-01–2018-04"), told("2018-05–2018-08")),
        (told("2018-01–2018-08"), told("2018-05–2018-08")),
        (told("2018-05–2018-08"), told("2018-05–2018-08", party="kommunen")),
        (told("2018-01–2018-06"), told("2018-05–2018-08", "ersätter: forsta\n")),
        (told("2018-01–2018-06"), told("2018-05–2018-08", figure="bedömning: pågår")),
        (
            told("2018-01–2018-06", "omfattar: egen del\n"),
            told("2018-05–2018-08", "omfattar: egen del\n", "kommunen"),
        ),
        (told("2018-01–2018-06"), told("2018-05–2018-08", "omfattar: egen del\n", "kommunen")),
        (told("2018-01–2018-06"), told("2018-05–2018-08", party="kommunen")),
        (
            told("2018-01–2018-06"),
            "---\ntill: 2018-08\nuppgift_från: polisen\nåtgärd: vandringar\nantal: 3\n---\n",
        ),
    ],
)
def test_figures_side_by_side_inside_each_other_or_corrected_are_taken(
    first: str, second: str, printed: Printed
) -> None:
    assert printed({FIRST: first, SECOND: second}) == ""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            told("2018-01–2018-06", "omfattar: egen del\n"),
            told("2018-05–2018-08", "omfattar: egen del\n"),
        ),
        (told("2018-01–2018-06"), told("2018-06-30–2018-08")),
    ],
)
def test_own_shares_overlap_too_when_they_are_of_one_party(
    first: str, second: str, faults: Faults
) -> None:
    assert [found.rule for found in faults({FIRST: first, SECOND: second})] == ["överlappar"]


# Replaced by another.


def test_report_that_replaces_itself_is_refused(printed: Printed) -> None:
    assert (
        printed({FIRST: told("2018-01–2018-06", "ersätter: forsta\n")})
        == """\
FEL  loften/2018/redovisningar/forsta.md:7:11  [ersätter]
  7 | ersätter: forsta
    |           ^^^^^^
  redovisningen ersätter till slut sig själv, så ingen av dem gäller
  Skriv ersätter i den nyaste redovisningen, med id för den som den rättar.
"""
    )


def test_reports_that_replace_each_other_are_refused_each(faults: Faults) -> None:
    files = {
        FIRST: told("2018-01–2018-06", "ersätter: andra\n"),
        SECOND: told("2018-01–2018-06", "ersätter: forsta\n"),
        "loften/2018/redovisningar/tredje.md": told("2018-01–2018-06", "ersätter: forsta\n"),
    }
    assert [(found.rule, found.source.path) for found in faults(files)] == [
        ("ersätter", SECOND),
        ("ersätter", FIRST),
    ]


# Figures say what they count.

CONDITIONAL = "---\nrubrik: A\nmål: {typ: antal, id: a, räknas: {aktörer: polisen}}\n---\nA\n"


@pytest.mark.parametrize("more", ["", "räknat: rundor\n", "enligt_löftet: ja\n"])
@pytest.mark.parametrize("measure", ["vandringar", "vandringar#a"])
def test_figure_says_what_it_counts_where_the_target_has_conditions(
    measure: str, more: str, printed: Printed
) -> None:
    text = told("2018-01–2018-06", more).replace("vandringar", measure)
    assert (
        printed({MEASURE: CONDITIONAL, FIRST: text})
        == """\
FEL  loften/2018/redovisningar/forsta.md:6:8  [saknas]
  6 | antal: 3
    |        ^ det står inte om siffran räknar det som löftet säger
  Åtgärden har villkor. Skriv till exempel  räknat: kontroller på torget  och
  enligt_löftet: ja  (eller nej, oklart).
"""
    )


@pytest.mark.parametrize(
    ("target", "more", "figure"),
    [
        (
            "{typ: antal, räknas: {dagar: ja}}",
            "räknat: rundor\nenligt_löftet: oklart\n",
            "antal: 3",
        ),
        ("{typ: antal, räknas: {dagar: ja}}", "", "bedömning: pågår"),
        ("{typ: antal}", "", "antal: 3"),
    ],
)
def test_figure_needs_no_more_words_without_conditions(
    target: str, more: str, figure: str, printed: Printed
) -> None:
    measure = f"---\nrubrik: A\nmål: {target}\n---\nMed ord.\n"
    assert printed({MEASURE: measure, FIRST: told("2018-01–2018-06", more, figure=figure)}) == ""


def test_conditions_of_another_target_ask_for_nothing(printed: Printed) -> None:
    targets = "[{typ: antal, id: a, räknas: {dagar: ja}}, {typ: antal, id: b}]"
    report_ = told("2018-01–2018-06").replace("vandringar", "vandringar#b")
    assert printed({MEASURE: f"---\nrubrik: A\nmål: {targets}\n---\nA\n", FIRST: report_}) == ""


# Figures of a kind that is not counted.


def target(inside: str) -> str:
    return f"---\nrubrik: A\nmål: {{{inside}}}\n---\nMed ord.\n"


def test_a_figure_of_another_kind_than_the_target_is_pointed_out(printed: Printed) -> None:
    assert (
        printed({FIRST: told("2018-01–2018-06", figure="ärenden: 20\ninom_tiden: 18")})
        == """\
VARNING  loften/2018/redovisningar/forsta.md:6:10  [fel-slags-siffra]
  6 | ärenden: 20
    |          ^^ ärenden räknas inte för ett mål av typen antal
  Skriv antal, eller ändra målets typ. Är det rätt ändå: skriv
  granskat: {regel: fel-slags-siffra, skäl: …}

VARNING  loften/2018/redovisningar/forsta.md:7:13  [fel-slags-siffra]
  7 | inom_tiden: 18
    |             ^^ inom_tiden räknas inte för ett mål av typen antal
  Skriv antal, eller ändra målets typ. Är det rätt ändå: skriv
  granskat: {regel: fel-slags-siffra, skäl: …}
"""
    )


@pytest.mark.parametrize(
    ("inside", "figure"),
    [
        ("typ: svarstid, inom: 24 timmar", "ärenden: 20\ninom_tiden: 18"),
        ("typ: vid_behov", "önskemål: 5\nuppfyllda: 4"),
        ("typ: frekvens, varje: vecka", "intervall: {hållna: 20, av: 26}"),
        ("typ: antal, minst: 1, per: butik/butiker", "enheter: 12\nenheter_nådda: 9"),
        ("typ: löpande", "antal: 18"),
    ],
)
def test_figures_of_the_targets_own_kind_are_taken(
    inside: str, figure: str, printed: Printed
) -> None:
    assert printed({MEASURE: target(inside), FIRST: told("2018-01–2018-06", figure=figure)}) == ""


# Several rows.


def rows(*written: str) -> str:
    head = "---\nfrån: 2018-01\ntill: 2018-08\nuppgift_från: polisen\nrader:"
    return "\n".join([head, *(f"  - {{{row}}}" for row in written), "---", ""])


def test_a_fault_in_a_row_points_at_that_row(printed: Printed) -> None:
    files = {
        MEASURE: target("typ: antal, räknas: {planerad_i_förväg: ja}"),
        FIRST: rows(
            "åtgärd: vandringar, antal: 3, räknat: vandringar, enligt_löftet: ja",
            "åtgärd: vandringar, antal: 4",
        ),
    }
    assert (
        printed(files)
        == """\
FEL  loften/2018/redovisningar/forsta.md:7:33  [saknas]
  7 |   - {åtgärd: vandringar, antal: 4}
    |                                 ^
  det står inte om siffran räknar det som löftet säger
  Åtgärden har villkor. Skriv till exempel  räknat: kontroller på torget  och
  enligt_löftet: ja  (eller nej, oklart).
"""
    )


def test_rows_of_one_report_that_overlap_in_part_are_refused(printed: Printed) -> None:
    said = printed(
        {
            FIRST: rows(
                "åtgärd: vandringar, från: 2018-01, till: 2018-04, antal: 3",
                "åtgärd: vandringar, från: 2018-03, till: 2018-08, antal: 4",
            )
        }
    )
    assert "forsta.md:7:32  [överlappar]" in said
    assert "siffran gäller delvis samma tid som raden på rad 6" in said


def test_rows_for_places_apart_may_overlap(printed: Printed) -> None:
    files = {
        "platser/hamnen.md": "---\nnamn: Hamnen\n---\n",
        FIRST: rows(
            "åtgärd: vandringar, från: 2018-01, till: 2018-04, antal: 3, plats: torget",
            "åtgärd: vandringar, från: 2018-03, till: 2018-08, antal: 4, plats: hamnen",
        ),
    }
    assert printed(files) == ""


def test_a_correction_that_leaves_out_what_still_holds_is_pointed_out(printed: Printed) -> None:
    files = {
        "loften/2018/atgarder/traffar.md": target("typ: löpande").replace("A", "Träffar"),
        FIRST: rows("åtgärd: vandringar, antal: 3", "åtgärd: traffar, text: Varje vecka"),
        SECOND: told("2018-01–2018-08", "ersätter: forsta\n"),
    }
    assert (
        printed(files)
        == """\
VARNING  loften/2018/redovisningar/andra.md:7:11  [ersätter-mer]
  7 | ersätter: forsta
    |           ^^^^^^
  forsta gäller inte längre, och den nya säger inget om traffar
  Skriv in de rader som fortfarande gäller i den nya redovisningen. Är det rätt
  ändå: skriv  granskat: {regel: ersätter-mer, skäl: …}
"""
    )
