"""Outcomes as they are read from their files, and what is refused in them."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from followup.content.load import Loaded
from followup.model import Citation, Span

Files = Mapping[str, str | bytes]
Tree = Callable[[Files], Loaded]
Faults = Callable[[Files], str]

PATH = "loften/2018/effekter/trygghet.md"
HEAD = "---\nrubrik: Trygghet\nmått: Andel trygga\nenhet: procent\n"


def test_outcome_has_what_its_file_says_with_values_in_the_order_of_time(tree: Tree) -> None:
    loaded = tree(
        {
            PATH: HEAD + "riktning: högt är bra\n"
            'utgångsläge: {datum: 2017, värde: "48,5", källa: {titel: Mätningen}}\n'
            "värden:\n  - datum: 2018-09\n    värde: 50\n  - datum: 2018-03\n    värde: 51,2\n"
            "åtgärd: vandringar\nväntas: 2019-03\nexempel: ja\n---\nSå mättes det.\n"
        }
    )
    assert loaded.diagnostics == () and loaded.site
    assert loaded.site.has_examples
    (outcome,) = loaded.site.promises[0].outcomes
    assert (outcome.id, outcome.heading, outcome.unit) == ("trygghet", "Trygghet", "procent")
    assert (outcome.direction, outcome.measure) == ("högt är bra", "vandringar")
    assert outcome.baseline and outcome.baseline.citation == Citation("Mätningen")
    assert (outcome.baseline.date.first, outcome.baseline.value) == (
        date(2017, 1, 1),
        Decimal("48.5"),
    )
    assert [reading.value for reading in outcome.readings] == [Decimal("51.2"), Decimal(50)]
    assert outcome.expected == Span(date(2019, 3, 1), date(2019, 3, 31))
    assert outcome.body.text.strip() == "Så mättes det."


def test_one_date_has_one_value_and_the_baseline_is_one_of_them(faults: Faults) -> None:
    fields = "utgångsläge: {datum: 2018-03, värde: 1}\nvärden:\n  - {datum: 2018-03, värde: 2}\n"
    assert faults({PATH: f"{HEAD}{fields}---\n"}) == (
        "FEL  loften/2018/effekter/trygghet.md:7:13  [dubblett]\n"
        "  7 |   - {datum: 2018-03, värde: 2}\n"
        "    |             ^^^^^^^ det finns redan ett värde med det datumet\n"
        "  Behåll ett av dem. Utgångsläget ska inte stå i värden också.\n"
    )


def test_measure_of_an_outcome_must_be_there(faults: Faults) -> None:
    assert faults({PATH: f"{HEAD}åtgärd: vandringer\n---\n"}) == (
        "FEL  loften/2018/effekter/trygghet.md:5:9  [okänd-hänvisning]\n"
        "  5 | åtgärd: vandringer\n"
        "    |         ^^^^^^^^^^ åtgärden ”vandringer” finns inte\n"
        "  Menade du  vandringar ?  Löftets åtgärder (mappen atgarder): vandringar.\n"
    )


def test_decimal_comma_inside_braces_is_told_to_have_quotation_marks(faults: Faults) -> None:
    assert faults({PATH: f"{HEAD}värden:\n  - {{datum: 2018-03, värde: 1,43}}\n---\n"}) == (
        "FEL  loften/2018/effekter/trygghet.md:6:29  [värde]\n"
        "  6 |   - {datum: 2018-03, värde: 1,43}\n"
        "    |                             ^\n"
        "  kommat i ”1,43” skiljer fälten åt inom klammer\n"
        '  Skriv talet inom citattecken:  värde: "1,43"\n'
    )


def test_value_needs_its_date(faults: Faults) -> None:
    assert faults({PATH: f"{HEAD}värden:\n  - värde: 1,43\n---\n"}) == (
        "FEL  loften/2018/effekter/trygghet.md:6:5  [saknas]\n"
        "  6 |   - värde: 1,43\n"
        "    |     ^ fältet ”datum” saknas\n"
        "  Skriv till exempel:  datum: 2018-03\n"
    )
