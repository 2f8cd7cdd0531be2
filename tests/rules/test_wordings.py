"""The promise's words beside its target: what is pointed out, and how it is said."""

from collections.abc import Callable, Mapping

import pytest

from followup.diagnostics import Diagnostic

Files = Mapping[str, str]
Faults = Callable[[Files], list[Diagnostic]]
Printed = Callable[[Files], str]

MEASURE = "loften/2018/atgarder/vandringar.md"


def measure(target: str, words: str) -> Files:
    return {MEASURE: f"---\nrubrik: A\nmål: {{{target}}}\n---\n{words}\n"}


def test_words_that_promise_another_number_are_pointed_at(printed: Printed) -> None:
    words = "Vi ska synas mer.\nMinst tio vandringar ska genomföras."
    assert (
        printed(measure("typ: antal, minst: 8", words))
        == """\
VARNING  loften/2018/atgarder/vandringar.md:6:1  [ordalydelse]
  6 | Minst tio vandringar ska genomföras.
    | ^^^^^^^^^ löftet säger ”Minst tio”, men målet säger minst 8
  Kontrollera målet mot löftets ord. Skriv till exempel:  minst: 10  Är det rätt
  ändå: skriv  granskat: {regel: ordalydelse, skäl: …}
"""
    )


@pytest.mark.parametrize(
    ("target", "words", "told", "field"),
    [
        (
            "typ: löpande",
            "Minst åtta vandringar.",
            "löftet säger ”Minst åtta”, men målet är av typen löpande",
            "typ: antal  och  minst: 8",
        ),
        (
            "typ: antal",
            "Vi går ut fyra gånger.",
            "löftet säger ”fyra gånger”, men målet har inget tal",
            "typ: antal  och  antal: 4",
        ),
        (
            "typ: antal, minst: 10",
            "Högst tio gånger stängs stationen.",
            "löftet säger ”Högst tio gånger”, men målet säger minst 10",
            "högst: 10",
        ),
        (
            "typ: antal, antal: 12",
            "Vi möts en gång i månaden.",
            "löftet säger ”en gång i månaden”, men målet är av typen antal",
            "typ: frekvens  och  antal: 1  och  varje: månad",
        ),
        (
            "typ: frekvens, varje: vecka",
            "Öppet varannan vecka.",
            "löftet säger ”varannan vecka”, men målet säger 1 varje vecka",
            "typ: löpande",
        ),
        (
            "typ: frekvens, minst: 2, varje: vecka",
            "Tre kvällar i veckan.",
            "löftet säger ”Tre kvällar i veckan”, men målet säger 2 varje vecka",
            "antal: 3  och  varje: vecka",
        ),
        (
            "typ: svarstid, inom: 48 timmar",
            "Klotter tas bort inom 24 timmar.",
            "löftet säger ”inom 24 timmar”, men målet säger 48 timmar",
            "inom: 24 timmar",
        ),
        (
            "typ: löpande",
            "Klotter tas bort inom 24 timmar.",
            "löftet säger ”inom 24 timmar”, men målet är av typen löpande",
            "typ: svarstid  och  inom: 24 timmar",
        ),
        (
            "typ: engångs",
            "Klart senast den 30 juni.",
            "löftet säger ”senast den 30 juni”, men målet har ingen sista dag",
            "senast: 2018-06-30",
        ),
    ],
)
def test_words_of_another_kind_get_the_field_that_says_the_same(
    target: str, words: str, told: str, field: str, faults: Faults
) -> None:
    (found,) = faults(measure(target, words))
    assert found.message == told
    assert found.hint.startswith(
        f"Kontrollera målet mot löftets ord. Skriv till exempel:  {field}  Är det rätt"
    )


def test_words_with_several_numbers_are_pointed_at_only_when_one_is_meant(faults: Faults) -> None:
    words = "Minst tio vandringar och minst fyra träffar."
    assert faults(measure("typ: antal, minst: 8", words)) == []


def test_field_that_is_proposed_is_taken(faults: Faults) -> None:
    assert faults(measure("typ: antal, minst: 10", "Minst tio vandringar.")) == []
