"""What is found about persons, and what only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.personal import Kind, found, masked


def _found(text: str) -> list[tuple[str, str]]:
    return [(one.kind, text[one.start : one.end]) for one in found(text)]


@pytest.mark.parametrize(
    "number",
    [
        "811218-9876",
        "19811218-9876",
        "8112189876",
        "198112189876",
        "811218+9876",
        "811218–9876",
        "811218\u00a09876",
        "811278-9873",
    ],
)
@pytest.mark.parametrize("around", ["{}", "Mannen, {}, greps.", "({})", "x_{}.jpg"])
def test_personal_number_is_found_however_it_is_written(number: str, around: str) -> None:
    assert _found(around.format(number)) == [("personnummer", number)]


@pytest.mark.parametrize(
    "doubtful",
    [
        "811218-9877",  # another check digit
        "811218 9876",  # a blank
        "https://svt.se/8112189876",
        "0701010001",  # also a mobile number
        "201803142254",  # also a moment
    ],
)
def test_what_may_be_something_else_is_not_called_a_personal_number(doubtful: str) -> None:
    assert [kind for kind, _ in _found(doubtful)] == ["kanske-personnummer"]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        *(("telefonnummer", text) for text in (
            "070-123 45 67", "070 123 45 67", "0701234567", "0733-12 34 56", "+46 70 123 45 67",
            "+46701234567", "08-581 690 00", "08 123 45 67", "0171-12 34 56", "0123-456 00",
        )),
        *(("e-postadress", text) for text in ("anna.ek@mejl.example", "a_b@polis.mejl.example")),
        *(("registreringsnummer", text) for text in ("ABC12D", "ABC 12D")),
        *(("barns-ålder", text) for text in (
            "15-åring", "15-åringen", "femtonåring", "14-årig pojke", "14-åriga flickan",
            "14 år gammal elev", "flickan, 12 år", "pojken (14)", "klass 8B",
        )),
        *(("gatunummer", text) for text in (
            "Mälarvägen 3", "Enköpingsvägen 12 B", "Stationsgatan 5", "Bro torg 4",
            "Lilla torget 7",
        )),
    ],
)  # fmt: skip
def test_what_is_about_a_person_is_found(kind: Kind, text: str) -> None:
    assert _found(f"Det var {text}, i Bro.") == [(kind, text)]


def test_plate_of_digits_needs_a_vehicle_near() -> None:
    assert _found("Bilen ABC 123 stod där.") == [("registreringsnummer", "ABC 123")]
    assert _found("Enligt PMB 114 och SFS 197 stod den där.") == []


LOOK_ALIKES = """
KS 18/0123; KS 2018/0123; Dnr 2018-001234; dnr 0201-123456; 5000-K123456-18; 0201-K1234-18
A123.456/2018; PMB 114; SFS 2018:1937; SOU 2018:12; NTU 2017; ISBN 978-91-7000-150-5
197 30 Bro; 196 40 Kungsängen; 197 91 BRO; 556036-0793; 212000-0100; org.nr 802400-1234
bg 123-4567; bankgiro 5050-1055; plusgiro 90 00 00-1; PG 12 34 56-7; konto 8327-9, 123 456 789-0
2018-03-14; 2018-03-14 19:30; 20180314; 201803141930; 2018-01-01–2018-12-31; 180101-180131
180314 0930; IMG_20180314_193012; IMG-20180314-WA0001; 01-02-2018; 3/14/2018; v. 12-14
kl. 19.30–22.30; 08-10; 08–16; 112; 114 14; 1177; 020-123 45 67; 0771-12 34 56
59.47857, 17.74834; #0a5c63; 1 234 567; 1234567890123; 12 345 678 kr; 45 12 34; USB 300; SOS 112
15-åringar; unga 16-17 år; 10-årig plan; 15-årsdag; 3-årig satsning; varje 15-åring; klass 8
klassen är 7 km bort; 15 år gammalt avtal; 100-årig bro; Mälarvägen 14 mars; Rum 214; väg 269
på Stationsvägen 45 bilar; Torget 17–20; Stora torget 17.30; vägen 12 gånger; Torget 3 och 4 maj
https://polisen.se/artikel/7204123456; 811299-1234; 810230-1231; 1811218-98765; E18 och 269
"""


@pytest.mark.parametrize("text", LOOK_ALIKES.replace("\n", ";").strip(";").split(";"))
def test_look_alike_passes(text: str) -> None:
    assert _found(text.strip()) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Mannen, 811218-9876, greps.", "Mannen, 811218-****, greps."),
        ("198112189876 och 811218 9877", "19811218**** och 811218 ****"),
        ("sidor/811218-9876.md", "sidor/811218-****.md"),
        ("811278–9873", "811278–****"),
        ("556036-0793, 2018-03-14 och 1234567890123", "556036-0793, 2018-03-14 och 1234567890123"),
    ],
)
def test_last_digits_of_a_personal_number_are_never_shown(text: str, shown: str) -> None:
    assert masked(text) == shown


@given(st.text("0123456789-+ –å.", max_size=40))
def test_masked_text_keeps_its_length_and_shows_no_number_that_is_found(text: str) -> None:
    assert len(masked(text)) == len(text)
    assert not [kind for kind, _ in _found(masked(text)) if "personnummer" in kind]
