"""What was probably meant by words that their field does not take."""

from typing import Any

import pytest

from followup.content.contacts import email, phone, position, web_address
from followup.content.counts import number
from followup.content.dates import clocks, span
from followup.content.document import Scalar
from followup.content.fields import (
    Context,
    Invalid,
    Parser,
    colour,
    file_id,
    language,
    list_of,
    one_of,
    reference,
    unit,
    yes_no,
)
from followup.diagnostics import Source

VERDICT = one_of(
    "pågår",
    "genomförd",
    "delvis genomförd",
    "inte genomförd",
    "senarelagd",
    "utgår",
    "fortsätter",
)
ALL_VERDICTS = (
    "Det här går att välja: delvis genomförd, fortsätter, genomförd, inte genomförd, pågår, "
    "senarelagd och utgår."
)
OWN_WORDS = "Redovisningens egna ord ska stå i fältet text."
ROW = Context({}, beside=frozenset({"som_skrivet", "text", "noggrannhet"}))


@pytest.mark.parametrize(
    ("parser", "written", "meant"),
    [
        (web_address, "polisen.se", "https://polisen.se"),
        (web_address, "www.polisen.se/bro", "https://www.polisen.se/bro"),
        (web_address, "http//polisen.se", "https://polisen.se"),
        (web_address, "https:/polisen.se", "https://polisen.se"),
        (web_address, "https:polisen.se", "https://polisen.se"),
        (web_address, "https:// polisen.se", "https://polisen.se"),
        (web_address, "//polisen.se", "https://polisen.se"),
        (web_address, r"http:\\polisen.se", "https://polisen.se"),
        (web_address, "https://polisen.se/a b", "https://polisen.se/a%20b"),
        (web_address, "<https://polisen.se>", "https://polisen.se"),
        (web_address, "Se https://polisen.se/bro", "https://polisen.se/bro"),
        (web_address, "[Polisen](https://polisen.se/bro)", "https://polisen.se/bro"),
        (email, "mailto:a@b.se", "a@b.se"),
        (email, "a(at)b.se", "a@b.se"),
        (email, "a [at] b.se", "a@b.se"),
        (email, "Anna Ek <a@b.se>", "a@b.se"),
        (email, "a@b,se", "a@b.se"),
        (email, "a @ b.se", "a@b.se"),
        (phone, "tel. 08-581 690 00", "08-581 690 00"),
        (phone, "08/581 690 00", "08-581 690 00"),
        (phone, "08.581.690.00", "08-581-690-00"),
        (phone, "08-581 690 00 ankn. 3", "08-581 690 00"),
        (position, "17.74834, 59.47857", "59.47857, 17.74834"),
        (position, "59,47857 17,74834", "59.47857, 17.74834"),
        (position, "59,47857, 17,74834", "59.47857, 17.74834"),
        (position, "N 59.47857 E 17.74834", "59.47857, 17.74834"),
        (position, "https://maps.example/@59.47857,17.74834,17z", "59.47857, 17.74834"),
        (position, "59°28'42.9\"N 17°44'54.0\"E", "59.47858, 17.74833"),
        (colour, "0a5c63", '"#0a5c63"'),
        (colour, "#fff", '"#ffffff"'),
        (colour, "#0a5c63ff", '"#0a5c63"'),
        (colour, "rgb(10, 92, 99)", '"#0a5c63"'),
        (colour, "röd", '"#8b0000"'),
        (unit, "insats, insatser", "insats/insatser"),
        (unit, "insats och insatser", "insats/insatser"),
        (unit, "insats(er)", "insats/insatser"),
        (unit, "insats/-er", "insats/insatser"),
        (file_id, "Bro centrum", "bro-centrum"),
        (file_id, "Kungsängen", "kungsangen"),
        (file_id, "platser/bro.md", "bro"),
        (language, "dk", "da"),
        (language, "svenska", "sv"),
        (language, "Finska", "fi"),
        (language, "english", "en"),
        (language, "sv-SE", "sv"),
        (language, "dari", "prs"),
        (yes_no, "x", "ja"),
        (yes_no, "true", "ja"),
        (yes_no, "ja, delvis", "ja"),
        (yes_no, "0", "nej"),
        (number(), "O", "0"),
    ],
)
def test_what_was_probably_meant_is_asked(parser: Parser[Any], written: str, meant: str) -> None:
    assert hint(parser, written) == f"Menade du  {meant} ?"


@pytest.mark.parametrize(
    ("parser", "written", "expected"),
    [
        (
            web_address,
            "mailto:a@b.se",
            "Det här är en e-postadress. Skriv en sidas adress:  https://polisen.se",
        ),
        (
            position,
            "6595000, 660000",
            "Det ser ut som SWEREF 99. Skriv latitud och longitud i grader (WGS 84), med punkt som "
            "decimaltecken:  59.47857, 17.74834",
        ),
        (language, "lätt svenska", "Skriv  språk: sv  och  lättläst: ja  på var sin rad."),
        (number(), "8 st", "Skriv bara talet:  8"),
        (number(), "1.234", "Skriv bara talet:  1234"),
        (number(), "minst 8", "Skriv bara talet:  8"),
        (number(), "8–10", "Skriv ett enda tal, till exempel:  8"),
        (number(), "92 %", "Skriv hur många det är, inte en andel, till exempel:  8"),
        (number(), "inga", "Är det noll: skriv  0  Är det inte känt: ta bort fältet."),
    ],
)
def test_what_cannot_be_written_there_is_told_another_way(
    parser: Parser[Any], written: str, expected: str
) -> None:
    assert hint(parser, written) == expected


@pytest.mark.parametrize(
    ("written", "amount", "exactness", "words"),
    [
        ("ca 20", 20, "ungefär", "ca 20"),
        ("20-talet", 20, "ungefär", "20-talet"),
        ("ett 20-tal", 20, "ungefär", "ett 20-tal"),
        ("cirka 1 000", 1000, "ungefär", "cirka 1 000"),
        ("c:a 20", 20, "ungefär", '"c:a 20"'),
        ("minst 20", 20, "minst", "minst 20"),
        ("över 20", 20, "minst", "över 20"),
        ("fler än 20", 20, "minst", "fler än 20"),
        (">20", 20, "minst", '">20"'),
        ("drygt 20", 20, "drygt", "drygt 20"),
        ("8–10", 8, "minst", "8–10"),
    ],
)
def test_figure_in_a_report_keeps_the_words_of_its_source(
    written: str, amount: int, exactness: str, words: str
) -> None:
    assert hint(number(has_words=True), written) == (
        f"Skriv  antal: {amount}  och på egna rader  noggrannhet: {exactness}  och  "
        f"som_skrivet: {words}"
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("uppfyllt", "genomförd"),
        ("klart", "genomförd"),
        ("i stort sett uppfyllt", "delvis genomförd"),
        ("delvis", "delvis genomförd"),
        ("ej uppfylld", "inte genomförd"),
        ("inställd", "utgår"),
        ("löper på", "pågår"),
        ("försenad", "senarelagd"),
    ],
)
def test_verdict_in_other_words_is_asked_about_and_the_words_have_a_place(
    written: str, meant: str
) -> None:
    assert hint(VERDICT, written, ROW) == f"Menade du  {meant} ?  {ALL_VERDICTS} {OWN_WORDS}"


def test_what_was_not_done_is_never_asked_about_as_done() -> None:
    assert hint(VERDICT, "ej genomförd", ROW).startswith("Menade du  inte genomförd ?")
    assert hint(VERDICT, "inte godkänd", ROW) == f"{ALL_VERDICTS} {OWN_WORDS}"


def test_misspelt_verdict_is_asked_about_without_more_words() -> None:
    assert hint(VERDICT, "genomförrd", ROW) == f"Menade du  genomförd ?  {ALL_VERDICTS}"


def test_same_words_mean_what_the_list_at_hand_has() -> None:
    status = one_of("genomförd", "planerad", "inställd")
    every = one_of("dygn", "vecka", "månad")
    assert hint(status, "ställdes in").startswith("Menade du  inställd ?")
    assert hint(VERDICT, "ställdes in").startswith("Menade du  utgår ?")
    assert hint(every, "varje dag").startswith("Menade du  dygn ?")


@pytest.mark.parametrize("nothing", ["-", "–", "?", "okänt", "Ej känt", "saknas", "vet inte."])
@pytest.mark.parametrize(
    "parser",
    [number(), yes_no, VERDICT, language, web_address, email, phone, position, unit, colour],
)
def test_what_is_not_known_is_left_out(parser: Parser[Any], nothing: str) -> None:
    assert hint(parser, nothing) == "Är det inte känt: ta bort fältet."


def test_what_is_not_known_is_left_out_of_a_cell_too() -> None:
    with pytest.raises(Invalid) as caught:
        phone(Scalar("-", Source("lista.csv", 2, 5)), Context({}))
    assert caught.value.diagnostics[0].hint == "Är det inte känt: lämna cellen tom."


def test_each_of_several_names_is_asked_about() -> None:
    context = Context(
        {"part": frozenset({"polisen", "kommunen", "skolan"})},
        names={"part": (("Polismyndigheten", "polisen"), ("Bro och Håbo kommun", "kommunen"))},
    )
    parties = list_of(reference("part"))
    alls = "Alla parter (parter.yaml): kommunen, polisen och skolan."
    assert hints(parties, "Polismyndigheten och Skolan", context) == [
        f"Menade du  polisen ?  {alls}",
        f"Menade du  skolan ?  {alls}",
    ]
    assert hints(parties, "Bro och Håbo kommun", context) == [f"Menade du  kommunen ?  {alls}"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("1800-2100", "18–21"), ("1830–2100", "18.30–21.00"), ("0,75", "18.00"), ("0.8125", "19.30")],
)
def test_time_without_its_mark_and_time_from_a_spreadsheet_are_proposed(
    written: str, meant: str
) -> None:
    assert hint(clocks, written) == f"Menade du  {meant} ?"


def test_hash_signs_of_a_spreadsheet_are_explained() -> None:
    told = "Excel visar #### när kolumnen är för smal. Gör den bredare och spara igen."
    assert (hint(clocks, "####"), hint(span, "########")) == (told, told)


def test_beginning_of_a_name_counts_beside_an_id_that_is_near() -> None:
    context = Context(
        {"part": frozenset({"upplands-brohus", "kommunen"})},
        names={"part": (("Upplands-Bro kommun", "kommunen"), ("Brohus", "upplands-brohus"))},
    )
    told = "Menade du  upplands-brohus  eller  kommunen ?"
    assert hint(reference("part"), "upplands-bro", context) == told


def hint(parser: Parser[Any], written: str, context: Context | None = None) -> str:
    (only,) = hints(parser, written, context or Context({}))
    return only


def hints(parser: Parser[Any], written: str, context: Context) -> list[str]:
    with pytest.raises(Invalid) as caught:
        parser(Scalar(written, Source("a.md", 1, 1, len(written))), context)
    return [fault.hint for fault in caught.value.diagnostics]
