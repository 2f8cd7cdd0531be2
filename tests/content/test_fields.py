"""What each field understands, and what it says of the rest."""

from typing import Any

import pytest

from followup.content.contacts import email, phone, position, web_address
from followup.content.counts import number
from followup.content.document import parse
from followup.content.fields import (
    Context,
    Invalid,
    Parser,
    colour,
    file_id,
    language,
    list_of,
    offer,
    one_of,
    reference,
    said,
    text,
    unit,
    yes_no,
)
from followup.diagnostics import Diagnostic, Source
from followup.model import Position, Unit
from followup.reporting import report

CONTEXT = Context(
    {
        "plats": frozenset({"bro-centrum", "bro-station"}),
        "part": frozenset({"polisen", "kommunen"}),
        "åtgärd": frozenset({"vandring", "vandring#a", "trasig"}),
        "redovisning": frozenset(),
    },
    unread=frozenset({"trasig"}),
    names={"part": (("Polismyndigheten", "polisen"),)},
)
MISSING = "okänd-hänvisning"
COUNT = number(1)
KIND = one_of("antal", "engångs", "löpande")
NOT_ADDRESSES = [
    "/om", "javascript:alert(1)", "ftp://a.se", "https://", "https:///a", "http://[", "http://[::1",
    "https://a.se/<b>", "https://a.se/{b}", "https://a.se/b|c", "https://a.se/b'c", "https://a.se/`",
    "polisens hemsida", "https://a.se, https://b.se"
]  # fmt: skip
NOT_POSITIONS = ["Bro", "59.5", "59, 17", "90.1, 17.5", "59.5, 180.5", "59.5, 17.5, 1.5"]


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
        (COUNT, "åtta", 8),
        (COUNT, "Tre", 3),
        (COUNT, "8,0", 8),
        (COUNT, "8.00", 8),
        (COUNT, "”8”", 8),
        (number(0), "noll", 0),
        (COUNT, "1 234", 1234),
        (COUNT, "1\u00a0234\u202f567", 1234567),
        (COUNT, "999999999", 999999999),
        (number(0), "0", 0),
        (yes_no, "ja", True),
        (yes_no, "Nej", False),
        (yes_no, "JA.", True),
        (KIND, "engångs", "engångs"),
        (KIND, "Antal", "antal"),
        (one_of("vid_behov"), "Vid behov", "vid_behov"),
        (one_of("delvis genomförd"), "delvis_genomförd.", "delvis genomförd"),
        (one_of("delvis genomförd"), "Delvis  genomförd", "delvis genomförd"),
        (reference("plats"), "bro-centrum", "bro-centrum"),
        (reference("åtgärd"), "vandring#a", "vandring#a"),
        (list_of(reference("part")), "[polisen, kommunen]", ("polisen", "kommunen")),
        (list_of(reference("part")), "\n  - polisen\n  - kommunen", ("polisen", "kommunen")),
        (list_of(reference("part")), "polisen", ("polisen",)),
        *(
            (list_of(reference("part")), several, ("polisen", "kommunen"))
            for several in ("polisen, kommunen", "polisen och kommunen", "polisen/kommunen",
                            "(polisen, kommunen)", "polisen; kommunen", "polisen & kommunen",
                            "polisen samt kommunen", "polisen kommunen", "[polisen och kommunen]",
                            "polisen - kommunen")
        ),
        (list_of(file_id), "bro-norra, bro-sodra", ("bro-norra", "bro-sodra")),
        (list_of(text), "Ett, två", ("Ett, två",)),
        (list_of(text), "[]", ()),
        (language, "sv", "sv"),
        (language, "FI", "fi"),
        (language, "prs", "prs"),
        (web_address, "https://polisen.se/upplands-bro?a=b#c", "https://polisen.se/upplands-bro?a=b#c"),
        (web_address, "http://a.example:8080", "http://a.example:8080"),
        (web_address, "https://a.example/så-här", "https://a.example/så-här"),
        (email, "kommun@upplands-bro.se", "kommun@upplands-bro.se"),
        (email, "a.b+c@mejl.kommun.se", "a.b+c@mejl.kommun.se"),
        (phone, "08-581 690 00", "08-581 690 00"),
        (phone, "+46 (0)8 581 690 00", "+46 (0)8 581 690 00"),
        (phone, "112", "112"),
        (phone, "08\u2011581 690 00", "08-581 690 00"),
        (position, "59.47857, 17.74834", Position(59.47857, 17.74834)),
        (position, "-59.5,-17.25", Position(-59.5, -17.25)),
        (position, "59.47857 17.74834", Position(59.47857, 17.74834)),
        (position, "59.47857; 17.74834", Position(59.47857, 17.74834)),
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
            ["tjugo", "1,5", "1_000", "1 23", "1e3", "٣", "flera"],
            "är inte ett heltal",
            "Skriv siffror, till exempel:  8",
        ),
        *each(COUNT, ["0", "-1"], "är för litet", "Skriv 1 eller ett större tal."),
        *each(number(30), ["29"], "är för litet", "Skriv 30 eller ett större tal."),
        *each(COUNT, ["1234567890"], "är för stort", "Skriv ett tal med högst 9 siffror."),
        *each(number(1, 5), ["6", "sex"], "är för stort", "Skriv ett tal från 1 till 5."),
        *each(yes_no, ["Kanske", "delvis"], "är varken ja eller nej", "Skriv  ja  eller  nej"),
        *each(
            KIND,
            ["Antall", "atnal"],
            "går inte att välja här",
            "Menade du  antal ?  Det här går att välja: antal, engångs och löpande.",
        ),
        *each(
            KIND,
            ["svarstid"],
            "går inte att välja här",
            "Det här går att välja: antal, engångs och löpande.",
        ),
        *each(
            language,
            ["s", "vanlig text"],
            "är inte ett språk",
            "Skriv språkets två bokstäver, till exempel:  fi",
        ),
        *each(
            web_address,
            NOT_ADDRESSES,
            "är inte en webbadress",
            "Skriv hela adressen, till exempel:  https://polisen.se/upplands-bro",
        ),
        *each(
            email,
            ["kommun", "a@b"],
            "är inte en e-postadress",
            "Skriv till exempel:  namn@kommun.se",
        ),
        *each(
            email,
            ["a@b.se, c@d.se"],
            "är inte en e-postadress",
            "Skriv en enda adress, till exempel:  namn@kommun.se",
        ),
        *each(
            phone,
            ["12", "ring oss", "08-1, 08-2"],
            "är inte ett telefonnummer",
            "Skriv ett enda nummer, till exempel:  08-581 690 00",
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
            ["himmelsblå", "rgb(300, 0, 0)"],
            "är inte en färg",
            'Skriv sex tecken (0–9, a–f) efter #, inom citattecken:  "#0a5c63"',
        ),
    ],
)
def test_value_that_is_not_understood_is_pointed_at(
    parser: Parser[Any], written: str, is_wrong: str, hint: str
) -> None:
    message = f"”{written}” {is_wrong}"
    assert faults(parser, written) == (fault(7, len(written), message, hint),)


def test_colour_has_signs_from_0_to_f() -> None:
    hint = 'Skriv sex tecken (0–9, a–f) efter #, inom citattecken:  "#0a5c63"'
    assert faults(colour, '"#12345g"') == (fault(7, 9, "”#12345g” är inte en färg", hint),)


@pytest.mark.parametrize("written", ['"-"', "–", '"?"'])
def test_signs_alone_are_no_text(written: str) -> None:
    message = f"”{written.strip(chr(34))}” säger ingenting"
    hint = "Skriv en text, eller ta bort fältet."
    assert faults(text, written) == (fault(7, len(written), message, hint),)


def test_dots_that_were_copied_from_a_hint_are_to_be_replaced() -> None:
    hint = "Skriv med egna ord i stället för  …"
    assert faults(text, "…") == (fault(7, 1, "”…” säger ingenting", hint),)


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
            "Polismyndigheten",
            "parten ”Polismyndigheten” finns inte",
            "Menade du  polisen ?  Alla parter (parter.yaml): kommunen och polisen.",
        ),
        (
            reference("part"),
            "bro-station",
            "parten ”bro-station” finns inte",
            "”bro-station” är en plats. Här ska en part stå. Alla parter (parter.yaml): kommunen "
            "och polisen.",
        ),
        (
            reference("part"),
            "okänd",
            "parten ”okänd” finns inte",
            "Är det inte känt: ta bort fältet.",
        ),
        (
            reference("plats"),
            "Bro centrum",
            "platsen ”Bro centrum” finns inte",
            "Menade du  bro-centrum ?  Alla platser (mappen platser): bro-centrum och bro-station.",
        ),
        (
            list_of(reference("plats")),
            "platser/bro-centrum.md",
            "platsen ”platser/bro-centrum.md” finns inte",
            "Menade du  bro-centrum ?  Alla platser (mappen platser): bro-centrum och bro-station.",
        ),
        (
            reference("plats"),
            "bro",
            "platsen ”bro” finns inte",
            "Menade du  bro-centrum  eller  bro-station ?",
        ),
        (
            reference("part"),
            "polisen och kommunen",
            "”polisen och kommunen” är flera",
            "Här får bara en stå. Välj en av dem:  polisen  eller  kommunen",
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


def test_each_of_several_in_one_text_has_its_own_place() -> None:
    alls = "Alla parter (parter.yaml): kommunen och polisen."
    assert faults(list_of(reference("part")), "polisen, Kommun och tullen") == (
        fault(16, 6, "parten ”Kommun” finns inte", f"Menade du  kommunen ?  {alls}", MISSING),
        fault(27, 6, "parten ”tullen” finns inte", alls, MISSING),
    )


def test_list_in_braces_is_told_of_brackets() -> None:
    hint = "Skriv listor inom hakparentes:  [polisen, kommunen]"
    assert faults(list_of(reference("part")), "{polisen, kommunen}") == (
        fault(7, 1, "klammer är till för fält med värden", hint, rule="form"),
    )


def test_of_many_choices_only_the_near_one_is_shown() -> None:
    ids = frozenset(f"plats-{letter}" for letter in "abcdefghijklmno")
    assert offer("platsa", ids, "Alla") == "Menade du  plats-a ?"


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
