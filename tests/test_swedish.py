import os
import re
import subprocess
import sys
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup import swedish
from followup.swedish import Gender

DAYS = st.dates(date(2016, 1, 1), date(2021, 12, 31))


def test_a_day_is_written_in_six_ways() -> None:
    d = date(2018, 10, 1)
    assert swedish.day(d) == "1 oktober 2018"
    assert swedish.day_of_year(d) == "1 oktober"
    assert swedish.month(d) == "oktober 2018"
    assert swedish.month_name(d) == "oktober"
    assert swedish.month_short(d) == "okt"


def test_months_have_three_letters_in_charts() -> None:
    months = " ".join(swedish.month_short(date(2018, month, 1)) for month in range(1, 13))
    assert months == "jan feb mar apr maj jun jul aug sep okt nov dec"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2018-10-01", "2018-10-01", "1 oktober 2018"),
        ("2018-05-03", "2018-05-05", "3–5 maj 2018"),
        ("2018-09-28", "2018-10-03", "28 september – 3 oktober 2018"),
        ("2017-12-30", "2018-01-02", "30 december 2017 – 2 januari 2018"),
        ("2018-10-01", "2018-10-31", "oktober 2018"),
        ("2018-10-01", "2018-10-30", "1–30 oktober 2018"),
        ("2018-02-01", "2018-02-28", "februari 2018"),
        ("2020-02-01", "2020-02-28", "1–28 februari 2020"),
        ("2020-02-01", "2020-02-29", "februari 2020"),
        ("2018-01-01", "2018-03-31", "januari–mars 2018"),
        ("2018-01-01", "2018-03-30", "1 januari – 30 mars 2018"),
        ("2017-11-01", "2018-02-28", "november 2017 – februari 2018"),
        ("2018-01-01", "2018-12-31", "2018"),
        ("2018-01-01", "2020-12-31", "2018–2020"),
        ("2018-01-01", "2019-11-30", "januari 2018 – november 2019"),
        ("2018-05-03", "2019-05-05", "3 maj 2018 – 5 maj 2019"),
    ],
)
def test_days_are_said_the_shortest_way(first: str, last: str, said: str) -> None:
    assert swedish.days(date.fromisoformat(first), date.fromisoformat(last)) == said


def test_days_in_the_wrong_order_are_a_bug() -> None:
    with pytest.raises(ValueError, match="2018-05-05 is after 2018-05-03"):
        swedish.days(date(2018, 5, 5), date(2018, 5, 3))


@given(DAYS, DAYS, DAYS, DAYS)
def test_different_days_are_said_differently(a: date, b: date, c: date, d: date) -> None:
    one, other = sorted((a, b)), sorted((c, d))
    assert (swedish.days(*one) == swedish.days(*other)) == (one == other)


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (time(17), time(21), "kl. 17–21"),
        (time(9), time(15, 30), "kl. 9.00–15.30"),
        (time(9, 5), time(10), "kl. 9.05–10.00"),
        (time(0), time(6), "kl. 0–6"),
        (time(17), time(0), "kl. 17–24"),
    ],
)
def test_clocks_drop_the_minutes_of_whole_hours(start: time, end: time, said: str) -> None:
    assert swedish.clocks(start, end) == said


def test_a_clock_always_has_minutes() -> None:
    assert swedish.clock(time(19, 30)) == "kl. 19.30"
    assert swedish.clock(time(9, 5)) == "kl. 9.05"
    assert swedish.clock(time(19)) == "kl. 19.00"


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (0, "0"),
        (999, "999"),
        (1234, "1\xa0234"),
        (1234.5, "1\xa0234,5"),
        (Decimal("1234567.25"), "1\xa0234\xa0567,25"),
        (Decimal("2.50"), "2,5"),
        (0.1 + 0.2, "0,3"),
        (-1234, "-1\xa0234"),
    ],
)
def test_numbers_have_comma_and_unbroken_space(n: int | float | Decimal, said: str) -> None:
    assert swedish.number(n) == said


@given(st.decimals(-(10**12), 10**12, places=3))
def test_a_number_can_be_read_back(n: Decimal) -> None:
    assert Decimal(swedish.number(n).replace("\xa0", "").replace(",", ".")) == n


@pytest.mark.parametrize(
    ("n", "gender", "said"),
    [
        (0, "en", "noll"),
        (1, "en", "en"),
        (1, "ett", "ett"),
        (2, "ett", "två"),
        (12, "en", "tolv"),
        (13, "en", "13"),
        (1001, "en", "1\xa0001"),
        (-1, "en", "-1"),
    ],
)
def test_numerals_are_words_to_twelve(n: int, gender: Gender, said: str) -> None:
    assert swedish.numeral(n, gender) == said


@pytest.mark.parametrize(
    ("n", "in_words", "in_digits"),
    [
        (0, "inga möten", "0 möten"),
        (1, "ett möte", "1 möte"),
        (2, "två möten", "2 möten"),
        (12, "tolv möten", "12 möten"),
        (13, "13 möten", "13 möten"),
        (21, "21 möten", "21 möten"),
        (1001, "1\xa0001 möten", "1\xa0001 möten"),
    ],
)
def test_counts_agree_with_their_noun(n: int, in_words: str, in_digits: str) -> None:
    assert swedish.count(n, "möte", "möten", "ett") == in_words
    assert swedish.count_digits(n, "möte", "möten") == in_digits


def test_nouns_are_en_words_unless_said() -> None:
    assert swedish.count(1, "insats", "insatser") == "en insats"


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([], ""),
        (["Bro"], "Bro"),
        (["Bro", "Kungsängen"], "Bro och Kungsängen"),
        (["Bro", "Brunna", "Kungsängen"], "Bro, Brunna och Kungsängen"),
    ],
)
def test_a_listing_has_no_comma_before_och(items: list[str], said: str) -> None:
    assert swedish.listing(items) == said


def test_alternatives_are_listed_once_with_eller() -> None:
    assert swedish.alternatives(["Bro", "Kungsängen", "Brunna"]) == "Bro, Kungsängen eller Brunna"
    assert swedish.alternatives(["Bro"]) == "Bro"


def test_quotes_are_the_same_on_both_sides() -> None:
    assert swedish.quote("nytt löfte") == "”nytt löfte”"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ""),
        ("åtta insatser i Bro", "Åtta insatser i Bro"),
        ("”ökad närvaro”", "”Ökad närvaro”"),
        ("13 insatser", "13 insatser"),
        ("a\u0308ngen", "A\u0308ngen"),
        ("BRÅ", "BRÅ"),
        ("– –", "– –"),
    ],
)
def test_only_the_first_letter_is_made_capital(text: str, said: str) -> None:
    assert swedish.capitalise(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [("Boende bad om det", "Boende bad om det."), ("Varför då?", "Varför då?"), ("Nej.", "Nej.")],
)
def test_a_sentence_has_one_end(text: str, said: str) -> None:
    assert swedish.sentence(text) == said


@pytest.mark.parametrize(
    "ordered",
    [
        ["a", "z", "å", "ä", "ö"],
        ["Zinkgruvan", "Ål", "Ängen", "Öster"],
        ["Bro", "bro", "Bro 2", "Bro 10", "Bro centrum", "Bro-Lossa", "Bro9", "Brogård"],
        ["Edit", "Édith", "Edla", "idé", "ideal"],
        ["Müller", "Mylta", "Mäta"],
        ["Ådal", "Ædel", "Ägir", "Øland", "Östra"],
        ["7", "007b", "8", "70", "sju"],
        ["vik", "Wik", "x"],
    ],
)
def test_swedish_order(ordered: list[str]) -> None:
    assert sorted(ordered, key=swedish.sort_key) == ordered


def test_a_decomposed_letter_sorts_like_the_composed() -> None:
    assert swedish.sort_key("A\u030al")[0] == swedish.sort_key("Ål")[0]


@given(st.text(), st.text())
def test_only_equal_texts_sort_as_equal(a: str, b: str) -> None:
    assert (swedish.sort_key(a) == swedish.sort_key(b)) == (a == b)
    assert (swedish.sort_key(a) < swedish.sort_key(b)) == (
        swedish.sort_key(b) > swedish.sort_key(a)
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kungsängen centrum", "kungsangen-centrum"),
        ("Åtgärd 1: ”Öka närvaron!”", "atgard-1-oka-narvaron"),
        ("A\u030al", "al"),
        ("…", "utan-namn"),
        ("", "utan-namn"),
    ],
)
def test_a_slug_is_plain_ascii(text: str, said: str) -> None:
    assert swedish.slug(text) == said


def test_the_fallback_of_a_slug_can_be_chosen() -> None:
    assert swedish.slug("?", "avsnitt") == "avsnitt"


@given(st.text())
def test_a_slug_is_always_usable_in_an_address(text: str) -> None:
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", swedish.slug(text))


def test_the_language_and_zone_of_the_machine_do_not_matter() -> None:
    here = [_said_where("C", "UTC"), _said_where("en_US.UTF-8", "America/Los_Angeles")]
    assert {*here, _said_where("sv_SE.UTF-8", "Europe/Stockholm")} == {here[0]}
    assert "1 oktober 2018 \\u2013 2 januari 2019" in here[0]


def _said_where(language: str, zone: str) -> str:
    program = """
from datetime import date, time
from followup import swedish as s
d = date(2018, 10, 1)
print(ascii([
    s.days(d, date(2019, 1, 2)), s.clock(time(9, 5)), s.number(-1234.5),
    s.listing("abc"), s.sort_key("Öl"), s.slug("Öl"), s.count(1, "möte", "möten"),
]))
"""
    root = Path(__file__).parents[1]
    machine = {"LANG": language, "LANGUAGE": language, "LC_ALL": language, "TZ": zone}
    command = [sys.executable, "-c", program]
    environment = {**os.environ, **machine, "PYTHONPATH": str(root)}
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True
    ).stdout


def test_one_second_is_not_several() -> None:
    said = [swedish.seconds(n) for n in (0.04, 0.97, 1.26)]
    assert said == ["0 sekunder", "1 sekund", "1,3 sekunder"]


def test_a_file_is_never_said_to_be_smaller_than_it_is() -> None:
    said = [swedish.file_size(n) for n in (0, 1, 1_000, 1_001, 999_000, 999_001, 1_234_567)]
    assert said == [
        "0\u00a0kB",
        "1\u00a0kB",
        "1\u00a0kB",
        "2\u00a0kB",
        "999\u00a0kB",
        "1\u00a0MB",
        "1,3\u00a0MB",
    ]
