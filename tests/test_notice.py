"""The newspaper's notice: every case stands whole in a golden file, to be read in review."""

from collections.abc import Mapping

import golden
import pytest
from promise_under_test import (
    PROMISE,
    SETTINGS,
    Told,
    action,
    at,
    measure,
    measures,
    promise,
    report,
    told,
)

from followup.diagnostics import Diagnostic, Source
from followup.notice import Notice, Text, address, check, notice
from followup.readability import sentences
from followup.swedish import day
from followup.wording import standing

BEFORE, UNDER_WAY, OVER, FINAL = "2017-12-01", "2018-10-01", "2019-01-15", "2019-03-01"
ENDED = promise("slutredovisad: 2019-02-15\nbekräftat_till: 2018-12-31\n")
HEADINGS = (
    "Ökad polisnärvaro",
    "Gemensamma insatser",
    "Nattvandring",
    "Polisen i skolan",
    "Trygghetspersonal i Bro",
    "Bro centrum tryggare",
)
SIX = {at("atgarder", f"m{n}"): measure("typ: löpande", name) for n, name in enumerate(HEADINGS)}
EIGHT = measure("typ: antal, minst: 8", "Gemensamma insatser")
MIXED = {
    **SIX,
    at("atgarder", "m1"): EIGHT,
    at("atgarder", "m3"): measure("typ: antal, minst: 4, enhet: besök/besök", "Polisen i skolan"),
    at("redovisningar", "r0"): report("m0", "från: 2018-09-01"),
    at("redovisningar", "r1"): report("m1", "antal: 6"),
    at("redovisningar", "r2"): report("m2", "från: 2018-09-01"),
    at("redovisningar", "r3"): report("m3", "antal: 5"),
    at("redovisningar", "r4"): report("m4", "från: 2018-09-01"),
}
CLOSED = {
    **MIXED,
    PROMISE: ENDED,
    at("redovisningar", "s0"): report("m0", "bedömning: genomförd", "2018-12-31"),
    at("redovisningar", "s2"): report(
        "m2", "bedömning: delvis genomförd\norsak: för få vandrare\nuppgift_från: kommunen"
    ),
    at("redovisningar", "s4"): report(
        "m4", "bedömning: utgår\norsak: ej angiven\nuppgift_från: kommunen"
    ),
    at("redovisningar", "s5"): report("m5", "bedömning: inte genomförd\norsak: tidsbrist"),
}
INVENTED = {at("insatser", "i"): action("m2", "datum: 2018-09-14\nexempel: ja")}
EXAMPLES = SETTINGS.replace("loftet.example", "foljloftet.example")
LONG_NAMES = """polisen: {namn: Polismyndigheten i polisområde Stockholm nord, slag: polis}
kommunen: {namn: Exempelkommuns samhällsbyggnadsförvaltning, slag: kommun}
fryshuset: {namn: Stiftelsen Fryshuset i Stockholm och hela Mälardalen, slag: annan}
socialtjansten: {namn: Socialtjänsten, slag: kommun}
"""

CASES: Mapping[str, tuple[Mapping[str, str], str]] = {
    "före perioden": (SIX, BEFORE),
    "före perioden, en åtgärd": ({at("atgarder", "a"): EIGHT}, BEFORE),
    "före perioden, fyrtio åtgärder": (
        measures(("inte redovisad",) * 40, "Vandring i område"),
        BEFORE,
    ),
    "inget redovisat": (SIX, UNDER_WAY),
    "inget redovisat fast allt är inlagt": (
        {**SIX, PROMISE: promise("bekräftat_till: 2018-09-30\n")},
        UNDER_WAY,
    ),
    "perioden pågår": (MIXED, UNDER_WAY),
    "perioden pågår, påhittade insatser": (
        {**MIXED, **INVENTED, "webbplats.yaml": EXAMPLES},
        UNDER_WAY,
    ),
    "före perioden, påhittat": (
        {**SIX, PROMISE: promise("exempel: ja\n"), "webbplats.yaml": EXAMPLES},
        BEFORE,
    ),
    "alla åtgärder pågår": (measures(("pågår",) * 3), UNDER_WAY),
    "bara redovisat som helhet": ({**SIX, at("redovisningar", "w"): report(None)}, UNDER_WAY),
    "en åtgärd": (
        {at("atgarder", "a"): EIGHT, at("redovisningar", "r"): report("a", "antal: 3")},
        UNDER_WAY,
    ),
    "en åtgärd med två mål": (
        {
            at("atgarder", "a"): "---\nrubrik: Nattvandring\nmål:\n"
            "  - {id: vandring, typ: antal, minst: 12, enhet: vandring/vandringar}\n"
            "  - {id: grupp, typ: engångs}\n---\nOrd.\n",
            at("redovisningar", "r"): report("a#vandring", "antal: 5"),
            at("insatser", "i"): action("a#grupp", "datum: 2018-04-20"),
        },
        UNDER_WAY,
    ),
    "fyrtio åtgärder": (
        measures(
            (*("genomförd",) * 13, *("pågår",) * 25, "utgår", "inte redovisad"),
            "Vandring i område",
        ),
        UNDER_WAY,
    ),
    "en åtgärd utgår": (measures(("genomförd", "utgår", "pågår")), UNDER_WAY),
    "parterna uppger olika antal": (
        {
            at("atgarder", "a"): EIGHT,
            at("redovisningar", "r"): report("a", "antal: 7"),
            at("redovisningar", "k"): report("a", "antal: 5\nuppgift_från: kommunen"),
        },
        UNDER_WAY,
    ),
    "hela löftet är inte känt": (
        {
            **measures(("genomförd", "pågår")),
            PROMISE: promise("ofullständigt: Slutet saknas\n", "Medborgarlöftet 2015"),
        },
        UNDER_WAY,
    ),
    "hela löftet är inte känt, det kända är genomfört": (
        {**measures(("genomförd",) * 3), PROMISE: promise("ofullständigt: Slutet saknas\n")},
        UNDER_WAY,
    ),
    "hela löftet är inte känt, en åtgärd är det": (
        {**measures(("genomförd",)), PROMISE: promise("ofullständigt: Slutet saknas\n")},
        UNDER_WAY,
    ),
    "slutredovisat, en del går inte att avgöra": (
        {**measures(("inte genomförd", "går inte att avgöra")), PROMISE: ENDED},
        FINAL,
    ),
    "inga åtgärder kända": ({}, UNDER_WAY),
    "långa namn på parterna": (
        {
            **MIXED,
            "parter.yaml": LONG_NAMES,
            PROMISE: promise("parter: [polisen, kommunen, fryshuset, socialtjansten]\n"),
        },
        UNDER_WAY,
    ),
    "perioden är slut": (MIXED, OVER),
    "perioden är slut, slutredovisning utlovad": (
        {**MIXED, PROMISE: promise("uppföljning_utlovad: [2018-06, 2019-02]\n")},
        OVER,
    ),
    "perioden är slut, inget redovisat": (SIX, OVER),
    "slutredovisat": (CLOSED, FINAL),
    "slutredovisat, allt genomfört": (
        {**measures(("genomförd",) * 4), PROMISE: ENDED},
        FINAL,
    ),
    "slutredovisat, inget genomfört": (
        {**measures(("inte genomförd",) * 2), PROMISE: ENDED},
        FINAL,
    ),
    "slutredovisat, inget går att avgöra": (
        {**measures(("går inte att avgöra",) * 3), PROMISE: ENDED},
        FINAL,
    ),
    "slutredovisat utan uppgifter": (
        {**SIX, PROMISE: promise("slutredovisad: 2019-02-15\n")},
        FINAL,
    ),
}


def made(case: Told) -> Notice:
    return notice(case.result, case.site.settings, case.words, case.site.has_examples)


def faults(case: Told) -> list[Diagnostic]:
    return [*check(made(case), case.result, case.site.settings, case.words)]


@pytest.fixture(scope="module")
def notices() -> dict[str, tuple[Told, Notice]]:
    cases = {name: told(files, day) for name, (files, day) in CASES.items()}
    return {name: (case, made(case)) for name, case in cases.items()}


Notices = dict[str, tuple[Told, Notice]]


def test_every_notice_reads_as_in_the_golden_file(notices: Notices) -> None:
    paragraphs = []
    for name, (_, found) in notices.items():
        paragraphs.append(f"==== {name.capitalize()}\n")
        paragraphs.append(f"{found.headline.text} ({found.headline.length})\n")
        seen = ""
        for text in found.texts:
            words = "Samma text." if text.text == seen else text.text
            paragraphs.append(f"{text.name} ({text.length} av {text.limit}): {words}\n")
            seen = text.text
    golden.check("notiser.txt", "\n".join(paragraphs))


def test_no_text_is_over_its_limit(notices: Notices) -> None:
    for case, found in notices.values():
        assert faults(case) == []
        assert (found.headline.limit, *(text.limit for text in found.texts)) == (36, 300, 600, 1200)


def test_a_text_is_whole_sentences_in_plain_text(notices: Notices) -> None:
    for _, found in notices.values():
        for text in found.texts:
            assert text.text.endswith(".")
            assert text.text == " ".join(text.text.split(" ")).strip()
            assert not set(text.text) & set("*_#[]<>|\n\t")
        assert not found.headline.text.endswith(".")


def test_no_sentence_is_over_twenty_words(notices: Notices) -> None:
    found = {
        sentence
        for _, made_notice in notices.values()
        for text in made_notice.texts
        for sentence in sentences(text.text)
    }
    assert len(found) > 50
    assert [sentence for sentence in found if len(sentence.split()) > 20] == []


def test_every_length_has_the_whole_lead(notices: Notices) -> None:
    """How it stands, how far it is reported and the address are in what survives a cut."""
    for case, found in notices.values():
        for text in found.texts:
            lead, address_mark, _ = text.text.partition("Läs mer på ")
            assert address_mark
            if case.result.face == "före":
                continue
            if case.result.measures:
                assert standing(case.result) in lead or "Inget är redovisat" in lead
            if case.result.reported_to:
                assert f"redovisat till och med {day(case.result.reported_to)}." in lead


def test_what_fell_short_is_told_before_what_is_done(notices: Notices) -> None:
    """So a shortfall is never only in the last sentence; the lead has counted it, too."""
    _, found = notices["slutredovisat"]
    places = [found.long.text.index(f"{heading}: ") for heading in HEADINGS]
    assert [heading for _, heading in sorted(zip(places, HEADINGS, strict=True))] == [
        "Bro centrum tryggare",
        "Gemensamma insatser",
        "Nattvandring",
        "Trygghetspersonal i Bro",
        "Ökad polisnärvaro",
        "Polisen i skolan",
    ]


def test_a_cut_from_the_end_takes_whole_sentences_of_the_longer_text(notices: Notices) -> None:
    """A shorter text says nothing that a longer one does not, and in the same order."""
    for name in ("perioden pågår", "perioden är slut", "slutredovisat", "en åtgärd utgår"):
        _, found = notices[name]
        for shorter, longer in ((found.short, found.middle), (found.middle, found.long)):
            assert longer.text.startswith(shorter.text)


def test_example_is_said_first_in_every_text_and_only_when_something_is_invented(
    notices: Notices,
) -> None:
    invented = [name for name in CASES if "påhitt" in name]
    for name, (_, found) in notices.items():
        texts = [found.headline, *found.texts]
        assert {text.text.startswith("Exempel: ") for text in texts} == {name in invented}


def test_spaces_and_letters_with_rings_count_as_one() -> None:
    assert Text("Kort", "På gång i Bro", 300).length == 13


def short_limits(lines: str) -> Told:
    settings = SETTINGS + "notis:\n" + lines
    return told({**MIXED, "webbplats.yaml": settings}, UNDER_WAY)


def test_a_text_that_cannot_fit_is_a_fault_with_its_longest_sentence() -> None:
    case = short_limits("  längder: {kort: 150, mellan: 280, lång: 300}\n")
    length = made(case).short.length
    assert faults(case) == [
        Diagnostic(
            Source("webbplats.yaml", 1, 1),
            "fel",
            "notis",
            f"notisen (kort) är {length} tecken, {length - 150} för många: den får ha 150",
            "Längsta meningen är: ”En är genomförd, fyra pågår och en är inte redovisad än.” Korta "
            "löftets titel eller notisens kort_adress, eller höj gränsen för kort under notis och "
            "längder. Du kan också skriva texten själv i notis.md bredvid lofte.md.",
        )
    ]


@pytest.mark.parametrize("limit", range(10, 800, 43))
def test_whatever_the_limit_a_text_fits_or_is_a_fault(limit: int) -> None:
    lengths = f"  längder: {{kort: {limit}, mellan: {limit}, lång: {limit}}}\n"
    case = short_limits(f"  rubrik_max: {limit}\n{lengths}")
    found = made(case)
    texts = (found.headline, *found.texts)
    over = [text for text in texts if len(text.text) > limit]
    assert len(faults(case)) == len(over)
    if limit >= 174:
        assert over == []


def test_a_headline_that_cannot_fit_is_a_fault_that_says_which_limit_to_raise() -> None:
    assert faults(short_limits("  rubrik_max: 20\n")) == [
        Diagnostic(
            Source("webbplats.yaml", 1, 1),
            "fel",
            "notis",
            "notisens rubrik är 21 tecken, 1 för många: den får ha 20",
            "Höj rubrik_max under notis till minst 21.",
        )
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("", "loftet.example"),
        ("notis:\n  kort_adress: kommunen.example/loftet\n", "kommunen.example/loftet"),
    ],
)
def test_the_address_is_printed_short(lines: str, expected: str) -> None:
    case = told({"webbplats.yaml": SETTINGS + lines, **SIX}, UNDER_WAY)
    assert address(case.site.settings) == expected
    assert f"Läs mer på {expected}." in made(case).short.text


# The editor's own words.


REST = "Redovisat till och med [[redovisat-till]]. Läs mer på loftet.example."


def own(fields: str, **more: str) -> Told:
    files = {**MIXED, **more, "loften/2018/notis.md": f"---\n{fields}\n---\n"}
    return told(files, UNDER_WAY)


def test_own_words_stand_in_the_place_of_the_made_ones_and_figures_are_put_in() -> None:
    case = own(f"rubrik: Sex kvällar i Bro\nkort: Vi har kommit till [[m1.siffra]]. {REST}")
    plain, found = made(told(MIXED, UNDER_WAY)), made(case)
    assert found.headline.text == "Sex kvällar i Bro"
    assert found.short.text == (
        "Vi har kommit till 6 av minst 8. Redovisat till och med 30 september 2018. "
        "Läs mer på loftet.example."
    )
    assert (found.middle, found.long) == (plain.middle, plain.long)
    assert faults(case) == []


@pytest.mark.parametrize(
    "text",
    [
        "Sex av minst åtta insatser är genomförda till och med 30 september 2018",
        "6 av minst 8 insatser är gjorda, och fem besök",
        "Löftet gäller hela 2018 och har sex åtgärder",
        "Läs mer om oss på webben",
        "En av åtgärderna är klar",
    ],
)
def test_typed_figures_that_are_told_of_are_taken(text: str) -> None:
    assert faults(own(f"kort: {text}. {REST}")) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Sju av minst åtta insatser är genomförda", ["Sju"]),
        ("7 av minst 8 insatser är genomförda", ["7"]),
        ("Fem av minst åtta insatser är genomförda", ["Fem av minst åtta"]),
        ("Vi har gjort 1 234 insatser och 17 besök", ["1 234", "17"]),
    ],
)
def test_a_typed_figure_that_is_not_the_computed_one_is_a_fault(
    text: str, wrong: list[str]
) -> None:
    found = faults(own(f"rubrik: Så går det\nkort: {text}. {REST}"))
    assert [fault.message for fault in found] == [
        f"”{one}” stämmer inte med något som är räknat eller lovat" for one in wrong
    ]
    assert {str(fault.source) for fault in found} == {"loften/2018/notis.md:3:7"}
    assert "Gemensamma insatser: 6 av minst 8" in found[0].hint


def test_own_words_over_their_limit_are_a_fault_by_how_much_and_never_cut() -> None:
    case = own(f"kort: {'Så går det. ' * 25}{REST}")
    (found,) = faults(case)
    length = made(case).short.length
    assert length > 300
    assert found.message == (
        f"notisen (kort) är {length} tecken, {length - 300} för många: den får ha 300"
    )
    assert str(found.source) == "loften/2018/notis.md:2:7"


def test_own_words_that_leave_out_the_day_or_the_address_are_a_fault() -> None:
    found = faults(own("kort: Vi har kommit en bit på väg."))
    assert [(fault.message, fault.hint) for fault in found] == [
        (
            "det står inte till vilken dag löftet är redovisat",
            "Skriv till exempel:  Redovisat till och med [[redovisat-till]].",
        ),
        (
            "det står inte var det går att läsa mer",
            "Skriv till exempel:  Läs mer på loftet.example.",
        ),
    ]


def test_unknown_placeholder_in_own_words_is_a_fault_at_its_field() -> None:
    (found,) = faults(own("kort: Det är [[gemensamma.siffra]]"))
    assert (found.rule, str(found.source)) == ("okänt-ord", "loften/2018/notis.md:2:14")


def test_own_words_say_that_they_are_an_example_once() -> None:
    report = "---\ntill: 2018-02\nuppgift_från: polisen\nexempel: ja\n---\nHej.\n"
    for text in ("Så går det", "'Exempel: Så går det'"):
        case = own(f"rubrik: {text}", **{"loften/2018/redovisningar/r.md": report})
        assert made(case).headline.text == "Exempel: Så går det"
