"""What a promise's words say that can be counted."""

import pytest

from followup.model import TimeLimit, Unit
from followup.rules import promised

WALK = (Unit("vandring", "vandringar"),)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Minst åtta träffar.", [("Minst åtta", 8, "minst")]),
        ("högst 1 000 kontroller", [("högst 1 000", 1000, "högst")]),
        ("upp till tjugofem träffar", [("upp till tjugofem", 25, "högst")]),
        ("Vi går ut fyra gånger.", [("fyra gånger", 4, None)]),
        ("Sex i förväg planerade nattvandringar", [
            ("Sex i förväg planerade nattvandringar", 6, None)
        ]),
    ],
)  # fmt: skip
def test_number_that_tells_how_many_is_read(
    text: str, found: list[tuple[str, int, str | None]]
) -> None:
    assert [(n.words, n.number, n.bound) for n in promised.numbers(text, WALK)] == found


@pytest.mark.parametrize(
    "text",
    [
        "Under 2018 går vi vandringar.",
        "Den 15 maj går vi vandringar.",
        "Minst 15 år, minst 20 procent och minst 100 kronor.",
        "Möten med minst tre parter.",
        "De tre vandringar som hölls i fjol.",
        "Tre kommuner går vandringar.",
        "En vandring.",
        "Se 3 § och 4.2.",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert [*promised.numbers(text, WALK)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("minst två kvällar i veckan", [("minst två kvällar i veckan", 2, "vecka")]),
        ("En gång per tertial möts vi.", [("En gång per tertial", 1, "tertial")]),
        ("två besök om året", [("två besök om året", 2, "år")]),
        ("ute varje dygn", [("varje dygn", None, "dygn")]),
        ("varannan vecka", [("varannan vecka", None, "vecka")]),
        ("tre timmar i veckan", []),
        ("varje skola, någon gång i veckan", []),
    ],
)
def test_how_often_is_read(text: str, found: list[tuple[str, int | None, str]]) -> None:
    assert [(one.words, one.number, one.every) for one in promised.often(text)] == found


def test_how_soon_and_by_when_is_read() -> None:
    text = "Inom ett dygn, inom 5 arbetsdagar och senast den 30 juni 2018 eller 1 maj."
    assert [one.limit for one in promised.soon(text)] == [
        TimeLimit(1, "dygn"),
        TimeLimit(5, "arbetsdagar"),
    ]
    assert [(d.words, d.day, d.month, d.year) for d in promised.deadlines(text)] == [
        ("senast den 30 juni 2018", 30, 6, 2018)
    ]
