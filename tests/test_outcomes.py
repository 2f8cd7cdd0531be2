"""What is said of measured values: never more than the values show, and never why."""

from datetime import date

import pytest
from promise_under_test import site

from followup.model import Outcome
from followup.outcomes import development, next_value, row

BASE = 'utgångsläge: {datum: 2017, värde: "1,9"}'
LOW = "riktning: lågt är bra"
HIGH = "riktning: högt är bra"


def outcome(*fields: str) -> Outcome:
    head = "rubrik: Oro\nmått: Oro för brott\nenhet: poäng\n"
    text = "---\n" + head + "".join(f"{field}\n" for field in fields) + "---\n"
    (made,) = site({"loften/2018/effekter/oro.md": text}).promises[0].outcomes
    return made


def values(*pairs: str) -> str:
    """`2018-03=1,4` for each value."""
    made = (pair.split("=") for pair in pairs)
    return "värden: [" + ", ".join(f'{{datum: {d}, värde: "{v}"}}' for d, v in made) + "]"


@pytest.mark.parametrize(
    ("fields", "said", "in_short"),
    [
        (
            (BASE, values("2018-03=1,4"), LOW),
            "Sedan utgångsläget har mätvärdet sjunkit från 1,9 till 1,4. Lägre är bättre. "
            "Mätningen säger inte vad förändringen beror på.",
            "Senast: 1,4 poäng (mars 2018). Utgångsläge: 1,9 poäng (2017). Lägre är bättre.",
        ),
        (
            (BASE, values("2018-03=1,4", "2018-09-05=1 234,5"), HIGH),
            "Sedan utgångsläget har mätvärdet stigit från 1,9 till 1\u00a0234,5. "
            "Högre är bättre. Mätningen säger inte vad förändringen beror på.",
            "Senast: 1\u00a0234,5 poäng (5 september 2018). Utgångsläge: 1,9 poäng (2017). "
            "Högre är bättre.",
        ),
        (
            (BASE, values("2018-03=1,90")),
            "Mätvärdet är 1,9, detsamma som vid utgångsläget. "
            "Mätningen säger inte vad det beror på.",
            "Senast: 1,9 poäng (mars 2018). Utgångsläge: 1,9 poäng (2017).",
        ),
        (
            (BASE, LOW),
            "Utgångsläget är 1,9, mätt under 2017. Inget senare värde är redovisat.",
            "Utgångsläge: 1,9 poäng (2017). Inget senare värde är redovisat.",
        ),
        (
            (BASE, values("2016=3")),
            "Utgångsläget är 1,9, mätt under 2017. Inget senare värde är redovisat.",
            "Utgångsläge: 1,9 poäng (2017). Inget senare värde är redovisat.",
        ),
        (
            (values("2018-03=1,4"), LOW),
            "Mätvärdet var 1,4 i mars 2018. Det finns inget tidigare värde att jämföra med.",
            "Senast: 1,4 poäng (mars 2018). Lägre är bättre.",
        ),
        (
            (values("2018-03=1,4", "2017-03=1,5"), LOW),
            "Sedan den första mätningen har mätvärdet sjunkit från 1,5 till 1,4. "
            "Lägre är bättre. Mätningen säger inte vad förändringen beror på.",
            "Senast: 1,4 poäng (mars 2018). Först: 1,5 poäng (mars 2017). Lägre är bättre.",
        ),
        (
            (values("2018-03=2", "2017-03=2"),),
            "Mätvärdet är 2, detsamma som vid den första mätningen. "
            "Mätningen säger inte vad det beror på.",
            "Senast: 2 poäng (mars 2018). Först: 2 poäng (mars 2017).",
        ),
        ((LOW,), "Inget mätvärde är redovisat.", "Inget mätvärde är redovisat."),
    ],
)
def test_the_value_is_compared_with_what_there_is_to_compare_with(
    fields: tuple[str, ...], said: str, in_short: str
) -> None:
    made = outcome(*fields)
    assert (development(made), row(made)) == (said, in_short)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2019-02-01", "Nästa värde väntas i mars 2019."),
        ("2019-03-31", "Nästa värde väntas i mars 2019."),
        ("2019-04-01", "Nästa värde väntades i mars 2019. Det är inte redovisat."),
    ],
)
def test_it_is_said_when_the_next_value_comes_and_when_it_did_not(day: str, said: str) -> None:
    assert next_value(outcome("väntas: 2019-03"), date.fromisoformat(day)) == said


def test_nothing_is_said_of_a_next_value_when_none_is_awaited() -> None:
    came = outcome("väntas: 2018-03", values("2018-03-02=1"))
    assert [next_value(made, date(2019, 1, 1)) for made in (outcome(), came)] == [None, None]
