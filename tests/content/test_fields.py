"""What each field understands, and what it says of the rest."""

from typing import Any

import pytest

from followup.content.document import parse
from followup.content.fields import (
    Context,
    Invalid,
    Parser,
    colour,
    email,
    file_id,
    language,
    list_of,
    number,
    offer,
    one_of,
    phone,
    position,
    reference,
    said,
    text,
    unit,
    web_address,
    yes_no,
)
from followup.diagnostics import Diagnostic, Source, report
from followup.model import Position, Unit

CONTEXT = Context(
    {
        "plats": frozenset({"bro-centrum", "bro-station"}),
        "part": frozenset({"polisen", "kommunen"}),
        "åtgärd": frozenset({"vandring", "vandring#a", "trasig"}),
        "redovisning": frozenset(),
    },
    unread=frozenset({"trasig"}),
)
COUNT = number(1)
KIND = one_of("antal", "engångs", "löpande")
NOT_ADDRESSES = [
    "polisen.se", "www.polisen.se", "//polisen.se", "/om", "javascript:alert(1)", "ftp://a.se",
    "mailto:a@b.se", "https://", "https:///a", "http://[", "http://[::1", "https://a.se/a b",
    "https://a.se/<b>", "https://a.se/{b}", "https://a.se/b|c", r"https://a.se\b",
    "https://a.se/b'c", "https://a.se/`"
]  # fmt: skip
NOT_POSITIONS = [
    "Bro", "59.5", "59,47857 17,74834", "59.47857 17.74834", "59, 17", "90.1, 17.5",
    "59.5, 180.5", "59.5, 17.5, 1.5"
]  # fmt: skip


@pytest.mark.parametrize(
    ("parser", "written", "value"),
    [
        (text, "Kväll på torget", "Kväll på torget"),
        (text, "  Kväll   på\ttorget  ", "Kväll på torget"),
        (text, ">-\n  Kväll\n  på torget", "Kväll på torget"),
        (text, "nej", "nej"),
        (text, "19:30", "19:30"),
        (COUNT, "8", 8),
        (COUNT, '"8"', 8),
        (COUNT, "010", 10),
        (COUNT, "1 234", 1234),
        (COUNT, "1\u00a0234\u202f567", 1234567),
        (COUNT, "999999999", 999999999),
        (number(0), "0", 0),
        (yes_no, "ja", True),
        (yes_no, "Nej", False),
        (KIND, "engångs", "engångs"),
        (KIND, "Antal", "antal"),
        (one_of("delvis genomförd"), "Delvis  genomförd", "delvis genomförd"),
        (reference("plats"), "bro-centrum", "bro-centrum"),
        (reference("åtgärd"), "vandring#a", "vandring#a"),
        (list_of(reference("part")), "[polisen, kommunen]", ("polisen", "kommunen")),
        (list_of(reference("part")), "\n  - polisen\n  - kommunen", ("polisen", "kommunen")),
        (list_of(reference("part")), "polisen", ("polisen",)),
        (list_of(text), "Ett, två", ("Ett, två",)),
        (list_of(text), "[]", ()),
        (language, "sv", "sv"),
        (language, "FI", "fi"),
        (web_address, "https://polisen.se/upplands-bro?a=b#c", "https://polisen.se/upplands-bro?a=b#c"),
        (web_address, "http://a.example:8080", "http://a.example:8080"),
        (web_address, "https://a.example/så-här", "https://a.example/så-här"),
        (email, "kommun@upplands-bro.se", "kommun@upplands-bro.se"),
        (email, "a.b+c@mejl.kommun.se", "a.b+c@mejl.kommun.se"),
        (phone, "08-581 690 00", "08-581 690 00"),
        (phone, "+46 (0)8 581 690 00", "+46 (0)8 581 690 00"),
        (phone, "112", "112"),
        (position, "59.47857, 17.74834", Position(59.47857, 17.74834)),
        (position, "-59.5,-17.25", Position(-59.5, -17.25)),
        (position, "90.0, -180.0", Position(90.0, -180.0)),
        (unit, "insats/insatser", Unit("insats", "insatser")),
        (unit, "möte / möten", Unit("möte", "möten")),
        (colour, '"#0a5c63"', "#0a5c63"),
        (colour, '"#0A5C63"', "#0a5c63"),
        (file_id, "bro-centrum-2", "bro-centrum-2"),
    ],
)  # fmt: skip
def test_value_is_understood(parser: Parser[Any], written: str, value: object) -> None:
    assert read(parser, written) == value


def each(
    parser: Parser[Any], written: list[str], is_wrong: str, hint: str
) -> list[tuple[Parser[Any], str, str, str]]:
    return [(parser, one, is_wrong, hint) for one in written]


@pytest.mark.parametrize(
    ("parser", "written", "is_wrong", "hint"),
    [
        *each(
            COUNT,
            ["tre", "1,5", "1_000", "1 23", "8 st", "1e3", "٣"],
            "är inte ett heltal",
            "Skriv siffror, till exempel:  8",
        ),
        *each(COUNT, ["0", "-1"], "är för litet", "Skriv 1 eller ett större tal."),
        *each(number(30), ["29"], "är för litet", "Skriv 30 eller ett större tal."),
        *each(COUNT, ["1234567890"], "är för stort", "Skriv ett tal med högst 9 siffror."),
        *each(yes_no, ["Kanske", "true", "0"], "är varken ja eller nej", "Skriv  ja  eller  nej"),
        *each(
            KIND,
            ["Antall", "atnal"],
            "går inte att välja här",
            "Menade du  antal ?  Det här går att välja: antal, engångs och löpande.",
        ),
        *each(
            KIND,
            ["frekvens"],
            "går inte att välja här",
            "Det här går att välja: antal, engångs och löpande.",
        ),
        *each(
            language,
            ["svenska", "sv-SE", "s"],
            "är inte ett språk",
            "Skriv två bokstäver, till exempel:  fi",
        ),
        *each(
            web_address,
            NOT_ADDRESSES,
            "är inte en webbadress",
            "Skriv hela adressen, till exempel:  https://polisen.se/upplands-bro",
        ),
        *each(
            email,
            ["kommun", "a@b", "a b@c.se", "a@b.se, c@d.se"],
            "är inte en e-postadress",
            "Skriv till exempel:  namn@kommun.se",
        ),
        *each(
            phone,
            ["12", "ring oss", "08-581 690 00 ankn. 3"],
            "är inte ett telefonnummer",
            "Skriv till exempel:  08-581 690 00",
        ),
        *each(
            position,
            NOT_POSITIONS,
            "är inte ett läge",
            "Skriv latitud och longitud med punkt som decimaltecken:  59.47857, 17.74834",
        ),
        *each(
            unit,
            ["insats", "insats/", "/insatser", "a/b/c"],
            "säger inte både en och flera",
            "Skriv en och flera med snedstreck emellan:  insats/insatser",
        ),
        *each(
            colour,
            ["blå", "0a5c63", "rgb(0, 0, 0)"],
            "är inte en färg",
            'Skriv sex tecken (0–9, a–f) efter #, inom citattecken:  "#0a5c63"',
        ),
        *each(
            file_id,
            ["Bro", "bro_centrum", "bro centrum", "bro-", "-bro", "bro--centrum", "brö", "b/c"],
            "kan inte vara ett id",
            "Använd bara små bokstäver a–z, siffror och bindestreck:  bro-centrum",
        ),
    ],
)
def test_value_that_is_not_understood_is_pointed_at(
    parser: Parser[Any], written: str, is_wrong: str, hint: str
) -> None:
    message = f"”{written}” {is_wrong}"
    assert faults(parser, written) == (fault(7, len(written), message, hint),)


@pytest.mark.parametrize("written", ['"#fff"', '"#12345g"'])
def test_colour_has_six_signs(written: str) -> None:
    message = f"”{written[1:-1]}” är inte en färg"
    hint = 'Skriv sex tecken (0–9, a–f) efter #, inom citattecken:  "#0a5c63"'
    assert faults(colour, written) == (fault(7, len(written), message, hint),)


def test_blank_is_no_text() -> None:
    hint = "Skriv en text, eller ta bort fältet."
    assert faults(text, '" "') == (fault(7, 3, "här står ingenting", hint),)


@pytest.mark.parametrize(
    ("parser", "written", "message", "hint"),
    [
        (
            reference("plats"),
            "bro-centurm",
            "platsen ”bro-centurm” finns inte",
            "Menade du  bro-centrum ?  Alla platser (mappen platser): bro-centrum och bro-station.",
        ),
        (
            reference("plats"),
            "torget",
            "platsen ”torget” finns inte",
            "Alla platser (mappen platser): bro-centrum och bro-station.",
        ),
        (
            reference("part"),
            "Polisen",
            "parten ”Polisen” finns inte",
            "Menade du  polisen ?  Alla parter (parter.yaml): kommunen och polisen.",
        ),
        (
            reference("part"),
            "polisen, kommunen",
            "parten ”polisen, kommunen” finns inte",
            "Skriv flera inom hakparentes:  [polisen, kommunen]",
        ),
        (
            reference("part"),
            "polisen och kommunen",
            "parten ”polisen och kommunen” finns inte",
            "Skriv flera inom hakparentes:  [polisen, kommunen]",
        ),
        (
            reference("part"),
            "polisen, tullen",
            "parten ”polisen, tullen” finns inte",
            "Alla parter (parter.yaml): kommunen och polisen.",
        ),
        (
            reference("åtgärd"),
            "vandring#b",
            "åtgärden ”vandring#b” finns inte",
            "Menade du  vandring#a ?  Löftets åtgärder (mappen atgarder): trasig, vandring och "
            "vandring#a.",
        ),
        (
            reference("redovisning"),
            "2018-06-30-polisen",
            "redovisningen ”2018-06-30-polisen” finns inte",
            "Det finns inget att välja på än.",
        ),
    ],
)
def test_reference_to_nothing_offers_what_there_is(
    parser: Parser[Any], written: str, message: str, hint: str
) -> None:
    assert faults(parser, written) == (
        fault(7, len(written), message, hint, rule="okänd-hänvisning"),
    )


def test_reference_is_taken_on_trust_when_nobody_knows_what_there_is() -> None:
    assert read(reference("löfte"), "2016") == "2016"
    assert read(reference("åtgärd"), "trasig#vad-som-helst") == "trasig#vad-som-helst"


@pytest.mark.parametrize(
    ("written", "message"), [("[a, b]", "här står en lista"), ("{a: b}", "här står flera fält")]
)
@pytest.mark.parametrize(
    "parser",
    [text, COUNT, yes_no, KIND, reference("plats"), language, web_address, email, phone, position,
     unit, colour, file_id],
)  # fmt: skip
def test_one_value_is_neither_a_list_nor_fields(
    parser: Parser[Any], written: str, message: str
) -> None:
    hint = "Skriv ett enda värde på samma rad."
    assert faults(parser, written) == (fault(7, 1, message, hint, rule="form"),)


def test_every_fault_of_a_list_has_its_own_place() -> None:
    assert (
        printed(list_of(COUNT), "[a, 2, [3], 2, b]")
        == """\
FEL  a.yaml:1:8  [värde]
  1 | fält: [a, 2, [3], 2, b]
    |        ^ ”a” är inte ett heltal
  Skriv siffror, till exempel:  8

FEL  a.yaml:1:14  [form]
  1 | fält: [a, 2, [3], 2, b]
    |              ^ här står en lista
  Skriv ett enda värde på samma rad.

FEL  a.yaml:1:19  [dubblett]
  1 | fält: [a, 2, [3], 2, b]
    |                   ^ ”2” står två gånger i listan
  Ta bort det ena.

FEL  a.yaml:1:22  [värde]
  1 | fält: [a, 2, [3], 2, b]
    |                      ^ ”b” är inte ett heltal
  Skriv siffror, till exempel:  8
"""
    )


def test_long_value_is_quoted_by_its_beginning() -> None:
    assert said("a" * 40) == f"”{'a' * 40}”"
    assert said("a" * 41) == f"”{'a' * 39}…”"
    assert printed(COUNT, "9" * 5000).splitlines()[3] == f"  ”{'9' * 39}…” är för stort"


def test_of_many_choices_some_are_shown() -> None:
    ids = frozenset(f"plats-{letter}" for letter in "abcdefghijklmno")
    assert offer("torget", ids, "Alla") == (
        "Alla: plats-a, plats-b, plats-c, plats-d, plats-e, plats-f, plats-g, plats-h, plats-i, "
        "plats-j, plats-k, plats-l och 3 till."
    )


def read(parser: Parser[Any], written: str) -> object:
    """What a parser makes of a value as it stands in a file."""
    (entry,) = parse("a.yaml", f"fält: {written}\n").front_matter.entries
    return parser(entry.value, CONTEXT)


def faults(parser: Parser[Any], written: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(Invalid) as caught:
        read(parser, written)
    return caught.value.diagnostics


def printed(parser: Parser[Any], written: str) -> str:
    return report(faults(parser, written), {"a.yaml": f"fält: {written}\n"})


def fault(column: int, length: int, message: str, hint: str, rule: str = "värde") -> Diagnostic:
    return Diagnostic(Source("a.yaml", 1, column, length), "fel", rule, message, hint)
