import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.suggest import closest, closest_of_many, ways

FIELDS = ("titel", "datum", "plats", "åtgärd", "källa", "antal", "nytt_löfte", "redovisad_till")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("titel", "titel"),
        ("Titel", "titel"),
        ("tiel", "titel"),
        ("tilte", "titel"),
        ("datmu", "datum"),
        ("platser", "plats"),
        ("atgard", "åtgärd"),
        ("a\u030atga\u0308rd", "åtgärd"),
        ("kalla", "källa"),
        ("nytt-lofte", "nytt_löfte"),
        ("redovisat till", "redovisad_till"),
        ("polis", None),
        ("tid", None),
        ("beskrivning", None),
        ("", None),
    ],
)
def test_a_field_is_suggested_only_when_near(word: str, meant: str | None) -> None:
    assert closest(word, FIELDS) == meant


@pytest.mark.parametrize(
    ("word", "choices", "meant"),
    [
        ("polis", ["plats"], None),
        ("plan", ["plats"], None),
        ("dga", ["dag", "vecka"], "dag"),
        ("dag", ["lov"], None),
        ("ar", ["år"], "år"),
        ("ja", ["nej"], None),
        ("på", ["i"], None),
        ("kungsangen", ["Kungsgården", "Kungsängen"], "Kungsängen"),
        ("Brunnna", ["Bro", "Brunna"], "Brunna"),
        ("ordningsvakter", ["ordningsvakt"], "ordningsvakt"),
    ],
)
def test_short_words_must_be_nearer(word: str, choices: list[str], meant: str | None) -> None:
    assert closest(word, choices) == meant


def test_the_nearest_comes_first() -> None:
    assert closest("mal", ["mat", "mål"]) == "mål"
    assert closest("insatse", ["insatsens", "insats", "insatser"]) == "insatser"


def test_nothing_to_choose_from_gives_nothing() -> None:
    assert closest("titel", []) is None


@given(st.text(), st.lists(st.text()))
def test_the_order_of_the_choices_does_not_matter(word: str, choices: list[str]) -> None:
    assert closest(word, choices) == closest(word, reversed(choices))


@given(st.text(), st.lists(st.text()))
def test_what_stands_among_the_choices_is_near(word: str, choices: list[str]) -> None:
    assert closest(word, [*choices, word]) is not None


def test_way_to_a_file_goes_from_its_folder() -> None:
    assert ways("sidor", ("platser/bro.md", "sidor/om.md")) == ("../platser/bro.md", "om.md")


def test_among_many_ways_the_one_that_begins_alike_is_found_at_once() -> None:
    many = [f"2018-{number}.jpg" for number in range(10_000)]
    assert closest_of_many("../platser/torgt.md", [*many, "../platser/torget.md"]) == (
        "../platser/torget.md"
    )
    assert closest_of_many("../platser/torgt.md", many) is None
