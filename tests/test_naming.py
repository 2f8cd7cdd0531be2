"""Wording that needs names: of parties and places, of what is counted, and of stretches of time."""

from datetime import date

import pytest
from promise_under_test import PROMISE, action, at, measure, promise, report, site, told

from followup.model import CountingRule, Span, Unit
from followup.naming import (
    Words,
    agreeing,
    definite_plural,
    gender,
    happened,
    months,
    on,
    span,
)
from followup.progress.result import Reason, ReasonKind

DAY = date.fromisoformat


def between(first: str, last: str) -> Span:
    return Span(DAY(first), DAY(last))


@pytest.mark.parametrize(
    ("first", "last", "name", "in_a_sentence"),
    [
        ("2018-03-14", "2018-03-14", "14 mars 2018", "den 14 mars 2018"),
        ("2018-03-01", "2018-03-31", "mars 2018", "i mars 2018"),
        ("2018-01-01", "2018-12-31", "2018", "under 2018"),
        ("2018-01-01", "2018-03-31", "januari–mars 2018", "under januari–mars 2018"),
        ("2018-03-14", "2018-03-16", "14–16 mars 2018", "den 14–16 mars 2018"),
        (
            "2018-09-28",
            "2018-10-03",
            "28 september – 3 oktober 2018",
            "den 28 september – 3 oktober 2018",
        ),
        ("2018-03-01", "2018-03-01", "1 mars 2018", "den 1 mars 2018"),
        ("2018-03-31", "2018-03-31", "31 mars 2018", "den 31 mars 2018"),
    ],
)
def test_a_day_is_as_exact_as_its_source(
    first: str, last: str, name: str, in_a_sentence: str
) -> None:
    assert span(between(first, last)) == name
    assert on(between(first, last)) == in_a_sentence


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("datum: 2018-03-14", "den 14 mars 2018"),
        ("datum: 2018-03", "i mars 2018"),
        (
            "från: 2018-05-03\ntill: 2018-05-05\nnågon_gång: ja",
            "någon gång under 3–5 maj 2018",
        ),
    ],
)
def test_an_action_on_an_unknown_day_is_said_to_be_some_day(when: str, expected: str) -> None:
    case = told(
        {at("atgarder", "a"): measure("typ: löpande"), at("insatser", "i"): action("a", when)},
        "2018-10-01",
    )
    assert [happened(item) for item in case.measure.actions] == [expected]


@pytest.mark.parametrize(
    ("firsts", "expected"),
    [
        (["2018-03-01"], "mars 2018"),
        (["2018-01-01", "2018-02-01", "2018-03-01"], "januari–mars 2018"),
        (["2018-01-01", "2018-03-01"], "januari 2018 och mars 2018"),
        (["2018-12-01", "2019-01-01"], "december 2018 – januari 2019"),
        ([f"2018-{month:02}-01" for month in range(1, 13)], "2018"),
        (["2020-02-01"], "februari 2020"),
    ],
)
def test_months_in_a_row_are_one_stretch_and_a_gap_makes_two(
    firsts: list[str], expected: str
) -> None:
    assert months(map(DAY, firsts)) == expected


# Singular, plural: gender, all of them, one done, several done.
UNITS = (
    ("insats", "insatser", "en", "insatserna"),
    ("vandring", "vandringar", "en", "vandringarna"),
    ("krona", "kronor", "en", "kronorna"),
    ("tillfälle", "tillfällen", "ett", "tillfällena"),
    ("möte", "möten", "ett", "mötena"),
    ("ärende", "ärenden", "ett", "ärendena"),
    ("besök", "besök", "ett", "besöken"),
    ("dygn", "dygn", "ett", "dygnen"),
    ("pass", "pass", "ett", "passen"),
    ("deltagare", "deltagare", "en", "deltagarna"),
    ("vandrare", "vandrare", "en", "vandrarna"),
    ("studerande", "studerande", "en", "alla"),
    ("seminarium", "seminarier", "ett", "seminarierna"),
    ("program", "program", "ett", "alla"),
    ("fönster", "fönster", "ett", "alla"),
    ("öppet hus", "öppna hus", "ett", "alla"),
    ("gemensam insats", "gemensamma insatser", "en", "alla"),
    ("gemensamt pass", "gemensamma pass", "ett", "alla"),
    ("möte med unga", "möten med unga", "ett", "alla"),
    ("träff med unga", "träffar med unga", "en", "alla"),
    ("ko", "kor", "en", "korna"),
    ("man", "män", "en", "alla"),
)


@pytest.mark.parametrize(("one", "many", "expected", "everyone"), UNITS)
def test_what_is_counted_has_its_gender_and_its_definite_plural(
    one: str, many: str, expected: str, everyone: str
) -> None:
    unit = Unit(one, many)
    assert (gender(unit), definite_plural(unit)) == (expected, everyone)


@pytest.mark.parametrize(
    ("participle", "n", "unit", "expected"),
    [
        ("genomförd", 1, Unit("insats", "insatser"), "genomförd"),
        ("genomförd", 1, Unit("möte", "möten"), "genomfört"),
        ("genomförd", 2, Unit("möte", "möten"), "genomförda"),
        ("genomförd", 0, Unit("möte", "möten"), "genomfört"),
        ("utlovad", 1, Unit("besök", "besök"), "utlovat"),
        ("utlovad", 8, Unit("besök", "besök"), "utlovade"),
        ("väntad", 1, Unit("insats", "insatser"), "väntad"),
    ],
)
def test_a_participle_agrees_with_what_is_counted(
    participle: str, n: int, unit: Unit, expected: str
) -> None:
    assert agreeing(participle, n, unit) == expected


@pytest.fixture(scope="module")
def words() -> Words:
    return Words.of(site({}))


def test_names_are_listed_as_in_running_text_and_unknown_ones_left_out(words: Words) -> None:
    assert words.party_names(["polisen", "kommunen", "ingen"]) == "Polisen och kommunen"
    assert words.place_names(["bro-centrum", "brunna", "bro"]) == "Bro centrum, Brunna och Bro"
    assert words.party_names([]) == ""


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Nattvandring", "nattvandring"),
        ("Ökad polisnärvaro", "ökad polisnärvaro"),
        ("I skolan", "i skolan"),
        ("Polisen i skolan", "Polisen i skolan"),
        ("Polisens dag", "Polisens dag"),
        ("Bro centrum tryggare", "Bro centrum tryggare"),
        ("Bro-satsning", "Bro-satsning"),
        ("Kommunens trygghetsvärdar", "kommunens trygghetsvärdar"),
        ("SSPF i Brunna", "SSPF i Brunna"),
        ("24-timmarsgaranti", "24-timmarsgaranti"),
    ],
)
def test_a_heading_has_a_small_letter_inside_a_sentence_unless_it_begins_with_a_name(
    words: Words, heading: str, expected: str
) -> None:
    assert words.in_a_sentence(heading) == expected


REASONS: tuple[tuple[ReasonKind, tuple[str, ...], str], ...] = (
    ("inställd", (), "ställdes in"),
    ("inte planerad", (), "den var inte planerad i förväg"),
    ("planering okänd", (), "det är inte sagt att den planerades i förväg"),
    ("part saknas", ("socialtjansten",), "socialtjänsten deltog inte"),
    ("part saknas", ("polisen", "kommunen"), "Polisen och kommunen deltog inte"),
    ("parter okända", (), "det är inte sagt vilka som deltog"),
    ("för få parter", (), "för få aktörer deltog"),
    ("annan plats", ("brunna",), "platsen ingår inte (Brunna)"),
    ("plats okänd", (), "det är inte sagt var den var"),
    ("samma dag", (), "dagen är redan räknad"),
    ("annan tid", (), "den låg utanför tiden som löftet gäller"),
    ("avsåg annat", (), "siffran avser något annat än löftet"),
    ("oklart vad", (), "det är oklart om siffran avser det som löftet säger"),
)


@pytest.mark.parametrize(("kind", "ids", "expected"), REASONS)
def test_why_something_did_not_count_is_said_as_the_end_of_a_sentence(
    words: Words, kind: ReasonKind, ids: tuple[str, ...], expected: str
) -> None:
    assert words.reason(Reason(kind, ids)) == expected


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (CountingRule(), ()),
        (CountingRule(planned_ahead=True), ("den var planerad i förväg",)),
        (CountingRule(parties=("polisen",)), ("Polisen deltog",)),
        (
            CountingRule(parties=("polisen", "socialtjansten")),
            ("både Polisen och socialtjänsten deltog",),
        ),
        (
            CountingRule(parties=("polisen", "kommunen", "fryshuset")),
            ("Polisen, kommunen och Fryshuset deltog",),
        ),
        (CountingRule(at_least_parties=1), ("minst en aktör deltog",)),
        (CountingRule(at_least_parties=2), ("minst två aktörer deltog",)),
        (CountingRule(places=("bro",)), ("platsen var Bro",)),
        (
            CountingRule(places=("bro", "bro-centrum", "brunna")),
            ("platsen var Bro, Bro centrum eller Brunna",),
        ),
        (
            CountingRule(planned_ahead=True, distinct_days=True),
            ("den var planerad i förväg", "den var på en dag som inte redan är räknad"),
        ),
    ],
)
def test_a_counting_rule_is_said_as_the_end_of_what_counts_if(
    words: Words, rule: CountingRule, expected: tuple[str, ...]
) -> None:
    assert words.rule(rule) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("bedömning: genomförd", "Enligt Polisen är åtgärden genomförd."),
        ("bedömning: pågår", "Enligt Polisen pågår arbetet."),
        ("bedömning: fortsätter", "Enligt Polisen fortsätter arbetet."),
        (
            "bedömning: senarelagd\norsak: personalbrist",
            "Enligt Polisen är åtgärden senarelagd. Skäl: personalbrist.",
        ),
        (
            "bedömning: utgår\norsak: Det kom för få vandrare.\nuppgift_från: kommunen",
            "Enligt kommunen utgår åtgärden. Skäl: Det kom för få vandrare.",
        ),
        (
            "bedömning: delvis genomförd\norsak: ej angiven",
            "Enligt Polisen är åtgärden delvis genomförd. Skälet är inte angivet.",
        ),
        (
            "bedömning: inte genomförd\norsak: ej angivet",
            "Enligt Polisen är åtgärden inte genomförd. Skälet är inte angivet.",
        ),
    ],
)
def test_a_verdict_says_whose_it_is_and_why(row: str, expected: str) -> None:
    case = told(
        {at("atgarder", "a"): measure("typ: löpande"), at("redovisningar", "r"): report("a", row)},
        "2018-10-01",
    )
    assert [case.words.verdict(quote) for quote in case.target.quotes] == [expected]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("från: 2018-05-01\ntill: 2018-07-31", "maj–juli 2018"),
        ("från: 2018-05\ntill: 2018-07", "maj–juli 2018"),
        ("till: 2018-07-31", "till och med 31 juli 2018"),
        ("till: 2018-07", "till och med juli 2018"),
    ],
)
def test_a_report_covers_from_and_to_or_only_to(header: str, expected: str) -> None:
    text = f"---\n{header}\nuppgift_från: polisen\nåtgärd: a\n---\nSå gick det.\n"
    case = told(
        {at("atgarder", "a"): measure("typ: löpande"), at("redovisningar", "r"): text},
        "2018-10-01",
    )
    (quote,) = case.target.quotes
    assert case.words.report_range(quote.report) == expected
    assert case.words.row_range(quote.row) == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", "Nattvandring"),
        ("plats: bro-centrum\n", "Nattvandring, Bro centrum"),
        ("plats: [bro-centrum, brunna]\n", "Nattvandring, Bro centrum och Brunna"),
        ("plats: brunna\nrubrik: Kväll på torget\n", "Kväll på torget"),
    ],
)
def test_an_action_without_a_heading_is_called_by_its_measure_and_place(
    more: str, expected: str
) -> None:
    case = told(
        {
            at("atgarder", "a"): measure("typ: löpande"),
            at("insatser", "i"): action("a", f"datum: 2018-03-14\n{more}"),
            PROMISE: promise(),
        },
        "2018-10-01",
    )
    (item,) = case.measure.actions
    assert case.words.action_title(item, case.measure.measure.heading) == expected
