"""A group of fields becomes one value, or every fault in it is told."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from followup.content.counts import Number, number
from followup.content.document import Mapping, parse
from followup.content.fields import (
    Context,
    Invalid,
    Parser,
    list_of,
    one_of,
    reference,
    text,
)
from followup.content.record import At, Field, Record, decode, fault, group
from followup.content.schema import ACTION, CITATION, CONTACT, TARGET
from followup.diagnostics import Diagnostic, Source
from followup.reporting import report


@dataclass(frozen=True)
class Walk:
    name: str
    source: Source
    walkers: int = 0
    stops: tuple[str, ...] = ()
    guide: "Guide | None" = None


@dataclass(frozen=True)
class Guide:
    name: str
    line: int
    phone: str | None = None


def walkers_fit_on_the_stops(walk: Walk, at: At) -> Iterator[Diagnostic]:
    if walk.walkers > 10 * len(walk.stops):
        yield fault(at("deltagare", "stopp"), "trångt", "det blir trångt", "Lägg till ett stopp.")


GUIDE = Record(
    "ledare",
    Guide,
    (
        Field("namn", "name", text, "Ledarens namn", "Kim", True),
        Field("telefon", "phone", text, "Ledarens telefon", "08-1"),
    ),
)
WALK = Record(
    "vandring",
    Walk,
    (
        Field("namn", "name", text, "Vandringens namn", "Runt sjön", True),
        Field("deltagare", "walkers", number(1), "Hur många", "12"),
        Field("stopp", "stops", list_of(text), "Var", "Torget"),
        Field(
            "ledare",
            "guide",
            group(GUIDE, line=lambda mapping: mapping.source.line),
            "Vem",
            "{namn: Kim}",
        ),
    ),
    (walkers_fit_on_the_stops,),
)
WEATHER = Record("väder", Guide, (Field("väder", "weather", text, "Vädret", "sol", True),))


def test_group_becomes_its_value() -> None:
    written = "namn: Runt sjön\nstopp: [a, b]\ndeltagare: 8\nledare:\n  namn: Kim\n"
    assert made(written) == Walk("Runt sjön", PLACE, 8, ("a", "b"), Guide("Kim", 6))


def test_what_is_not_written_keeps_its_default() -> None:
    assert made("namn: Runt sjön") == Walk("Runt sjön", PLACE)


@pytest.mark.parametrize("nothing", ["", '""', "[]", "{}", "# vet inte"])
@pytest.mark.parametrize("key", ["stopp", "deltagare", "ledare"])
def test_field_with_nothing_in_it_says_nothing(key: str, nothing: str) -> None:
    assert made(f"namn: Runt sjön\n{key}: {nothing}\n") == Walk("Runt sjön", PLACE)


def test_required_field_that_is_missing_is_asked_for_with_its_example() -> None:
    assert (
        faults("deltagare: 8\nstopp: a")
        == """\
FEL  a.md:2:1  [saknas]
  2 | deltagare: 8
    | ^ fältet ”namn” saknas
  Skriv till exempel:  namn: Runt sjön
"""
    )


def test_required_field_in_an_empty_front_matter_is_asked_for() -> None:
    assert (
        faults("")
        == """\
FEL  a.md:1:1  [saknas]
  1 | ---
    | ^ fältet ”namn” saknas
  Skriv till exempel:  namn: Runt sjön
"""
    )


@pytest.mark.parametrize("nothing", ["", '""', "[]", "{}"])
def test_required_field_with_nothing_in_it_is_asked_for(nothing: str) -> None:
    assert (
        faults(f"stopp: a\nnamn: {nothing}")
        == f"""\
FEL  a.md:3:1  [saknas]
  3 | {f"namn: {nothing}".strip()}
    | ^^^^ fältet ”namn” är tomt men behövs
  Skriv till exempel:  namn: Runt sjön
"""
    )


def test_field_that_does_not_exist_is_pointed_at_with_the_nearest_name() -> None:
    assert (
        faults("namn: Runt sjön\nstop: a\nväder: sol")
        == """\
FEL  a.md:3:1  [okänt-fält]
  3 | stop: a
    | ^^^^ fältet ”stop” finns inte
  Menade du  stopp ?  Fälten är: deltagare, ledare, namn och stopp.

FEL  a.md:4:1  [okänt-fält]
  4 | väder: sol
    | ^^^^^ fältet ”väder” finns inte
  Fälten är: deltagare, ledare, namn och stopp.
"""
    )


def test_required_field_under_a_misspelt_name_is_one_fault() -> None:
    assert (
        faults("nam: Runt sjön")
        == """\
FEL  a.md:2:1  [okänt-fält]
  2 | nam: Runt sjön
    | ^^^ fältet ”nam” finns inte
  Menade du  namn ?  Fälten är: deltagare, ledare, namn och stopp.
"""
    )


def test_field_written_again_names_the_first_line() -> None:
    assert (
        faults("namn: A\nstopp: b\nnamn: C\nnamn: D\ndetta: e\ndetta: f")
        == """\
FEL  a.md:4:1  [dubbelt-fält]
  4 | namn: C
    | ^^^^ ”namn” står redan på rad 2
  Ta bort det ena av dem.

FEL  a.md:5:1  [dubbelt-fält]
  5 | namn: D
    | ^^^^ ”namn” står redan på rad 2
  Ta bort det ena av dem.

FEL  a.md:6:1  [okänt-fält]
  6 | detta: e
    | ^^^^^ fältet ”detta” finns inte
  Fälten är: deltagare, ledare, namn och stopp.

FEL  a.md:7:1  [dubbelt-fält]
  7 | detta: f
    | ^^^^^ ”detta” står redan på rad 6
  Ta bort det ena av dem.

FEL  a.md:7:1  [okänt-fält]
  7 | detta: f
    | ^^^^^ fältet ”detta” finns inte
  Fälten är: deltagare, ledare, namn och stopp.
"""
    )


def test_every_fault_is_told_at_once() -> None:
    assert (
        faults("deltagare: 8 st\nstopp: [a, a]\nledare:\n  telefon: 08\n  mejl: k\n")
        == """\
FEL  a.md:2:1  [saknas]
  2 | deltagare: 8 st
    | ^ fältet ”namn” saknas
  Skriv till exempel:  namn: Runt sjön

FEL  a.md:2:12  [värde]
  2 | deltagare: 8 st
    |            ^^^^ ”8 st” är inte ett heltal
  Skriv bara talet:  8

FEL  a.md:3:12  [dubblett]
  3 | stopp: [a, a]
    |            ^ ”a” står två gånger i listan
  Ta bort det ena.

FEL  a.md:5:3  [saknas]
  5 |   telefon: 08
    |   ^ fältet ”namn” saknas
  Skriv till exempel:  namn: Kim

FEL  a.md:6:3  [okänt-fält]
  6 |   mejl: k
    |   ^^^^ fältet ”mejl” finns inte
  Fälten är: namn och telefon.
"""
    )


def test_check_points_at_the_first_of_its_fields_that_is_written() -> None:
    assert (
        faults("namn: Runt sjön\nstopp: a\ndeltagare: 11\n")
        == """\
FEL  a.md:4:12  [trångt]
  4 | deltagare: 11
    |            ^^ det blir trångt
  Lägg till ett stopp.
"""
    )


def test_check_waits_until_every_field_is_understood() -> None:
    assert "trångt" not in faults("namn:\ndeltagare: 11\n")


def test_fields_of_another_group_may_stand_beside() -> None:
    head = fields("namn: Runt sjön\nväder: sol")
    value, found = decode(WALK, head, Context({}), {"source": PLACE}, beside=WEATHER)
    assert (value, found) == (Walk("Runt sjön", PLACE), ())


def test_unknown_field_beside_another_group_offers_the_fields_of_both() -> None:
    head = fields("namn: Runt sjön\nvädr: sol")
    _, found = decode(WALK, head, Context({}), {"source": PLACE}, beside=WEATHER)
    hint = "Menade du  väder ?  Fälten är: deltagare, ledare, namn, stopp och väder."
    message = "fältet ”vädr” finns inte"
    assert found == (Diagnostic(Source("a.md", 3, 1, 4), "fel", "okänt-fält", message, hint),)


@pytest.mark.parametrize("written", ["[Kim]", "[[Kim]]"])
def test_value_in_place_of_fields_is_told_how_they_are_laid_out(written: str) -> None:
    (entry,) = fields(f"ledare: {written}").entries
    with pytest.raises(Invalid) as caught:
        group(GUIDE)(entry.value, Context({}))
    hint = "Skriv fälten på raderna under, två mellanslag in, till exempel:  namn: Kim"
    (found,) = caught.value.diagnostics
    assert (found.message, found.hint) == ("här ska fälten för ledare stå", hint)


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("Protokoll", "{titel: Protokoll}"),
        ("https://a.se/b", "{adress: https://a.se/b}"),
        ("Protokoll, https://a.se", "{titel: Protokoll, adress: https://a.se}"),
        ("Protokoll, 14 mars 2018", "{titel: Protokoll, datum: 14 mars 2018}"),
        ("Protokoll, bilaga 2", '{titel: "Protokoll, bilaga 2"}'),
        ("2018-03-14", "{datum: 2018-03-14}"),
    ],
)
def test_value_in_place_of_fields_is_shared_out_among_them(written: str, hint: str) -> None:
    (entry,) = fields(f"källor: {written}").entries
    with pytest.raises(Invalid) as caught:
        group(CITATION)(entry.value, Context({}))
    assert caught.value.diagnostics == (
        Diagnostic(
            Source("a.md", 2, 9, len(written)),
            "fel",
            "värde",
            "här ska fälten för källa stå",
            f"Skriv vad som är vad, inom klammer:  {hint}",
        ),
    )


def test_contact_in_one_line_is_shared_out_among_its_fields() -> None:
    (entry,) = fields("kontakt: Anna Ek, anna@kommun.se, 08-581 690 00").entries
    with pytest.raises(Invalid) as caught:
        group(CONTACT)(entry.value, Context({}))
    assert caught.value.diagnostics[0].hint == (
        "Skriv vad som är vad, inom klammer:  "
        "{namn: Anna Ek, e-post: anna@kommun.se, telefon: 08-581 690 00}"
    )


def test_value_that_leaves_a_required_field_empty_is_told_how_they_are_laid_out() -> None:
    (entry,) = fields("mål: 8").entries
    with pytest.raises(Invalid) as caught:
        group(TARGET)(entry.value, Context({}))
    hint = "Skriv fälten på raderna under, två mellanslag in, till exempel:  typ: antal"
    assert caught.value.diagnostics[0].hint == hint


def test_of_very_many_fields_the_command_that_shows_all_is_named() -> None:
    names = [f"fält_{letter}" for letter in "abcdefghijklmn"]
    record = Record("vandring", Walk, tuple(Field(n, n, text, "Ett", "a") for n in names))
    _, found = decode(record, fields("väder: sol\nfält_ä: sol"), Context({}), {"source": PLACE})
    assert [fault.hint for fault in found] == [
        "Fälten är: fält_a, fält_b, fält_c, fält_d, fält_e, fält_f, fält_g, fält_h, fält_i, "
        "fält_j, fält_k, fält_l och 2 till. Kommandot  fält vandring  visar alla.",
        "Menade du  fält_a ?",
    ]


def test_fields_that_all_may_be_left_out_are_shown_by_the_first() -> None:
    wind = Field("vind", "wind", text, "Vinden", "svag")
    record = Record("väder", Guide, (Field("väder", "weather", text, "Vädret", "sol"), wind))
    (entry,) = fields("prognos: [regn]").entries
    with pytest.raises(Invalid) as caught:
        group(record)(entry.value, Context({}))
    hint = "Skriv fälten på raderna under, två mellanslag in, till exempel:  väder: sol"
    assert caught.value.diagnostics[0].hint == hint


@pytest.mark.parametrize("parse_it", [one_of("lätt", "svår"), list_of(one_of("lätt", "svår"))])
def test_field_can_be_asked_for_its_choices(parse_it: Parser[Any]) -> None:
    assert Field("led", "trail", parse_it, "Hur svår", "lätt").choices == ("lätt", "svår")


@pytest.mark.parametrize("parse_it", [reference("plats"), list_of(reference("plats"))])
def test_field_can_be_asked_what_it_refers_to(parse_it: Parser[Any]) -> None:
    assert Field("stopp", "stops", parse_it, "Var", "torget").refers_to == "plats"


@pytest.mark.parametrize("parse_it", [group(GUIDE), list_of(group(GUIDE))])
def test_field_can_be_asked_for_the_fields_in_it(parse_it: Parser[Any]) -> None:
    assert Field("ledare", "guide", parse_it, "Vem", "{namn: Kim}").record == GUIDE


def test_field_knows_whether_it_is_a_list_and_how_one_value_is_read() -> None:
    one = Field("antal", "number", number(1, 5), "Hur många", "2")
    many = Field("antal", "numbers", list_of(number(1, 5)), "Hur många", "2")
    assert (one.is_list, many.is_list) == (False, True)
    assert one.parse_one == many.parse_one == Number(1, 5)


def test_field_of_plain_text_has_nothing_to_tell() -> None:
    name = Field("namn", "name", text, "Namnet", "Kim")
    assert (name.is_list, name.choices, name.refers_to, name.record) == (False, (), None, None)


PLACE = Source("a.md", 1, 1)


def fields(written: str) -> Mapping:
    return parse("a.md", f"---\n{written}\n---\n").front_matter


def made(written: str) -> Walk | None:
    value, found = decode(WALK, fields(written), Context({}), {"source": PLACE})
    assert found == ()
    return value


def faults(written: str) -> str:
    value, found = decode(WALK, fields(written), Context({}), {"source": PLACE})
    assert value is None
    return report(found, {"a.md": f"---\n{written}\n---\n"})


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("källa: Protokoll\n", "Menade du  källor ?"),
        (
            "källor:\n  - adress: https://a.se\ntitel: Protokoll\n",
            "Hör titel till källor: flytta in raden fyra mellanslag.",
        ),
        (
            "källor:\n  adress: https://a.se\ntitel: Protokoll\n",
            "Hör titel till källor: flytta in raden två mellanslag.",
        ),
        ("källor: {adress: https://a.se}\ntitel: Protokoll\n", "Menade du  rubrik ?"),
        (
            "anteckning: Ring Anna\n",
            "Ska det visas: skriv det som text, under den andra raden med tre bindestreck. Är det "
            "bara för er själva: sätt # först på raden.",
        ),
    ],
)
def test_field_under_a_name_that_people_use_tells_what_was_meant(written: str, hint: str) -> None:
    group = parse("a.yaml", f"åtgärd: vandring\ndatum: 2018-03-14\n{written}").front_matter
    _, faults = decode(ACTION, group, Context({}), {"body": None})
    assert [fault.hint for fault in faults] == [hint]


def test_required_field_under_another_name_is_one_fault() -> None:
    group = parse("a.yaml", "insats: vandring\ndatum: 2018-03-14\n").front_matter
    _, faults = decode(ACTION, group, Context({}), {})
    assert [(fault.message, fault.hint) for fault in faults] == [
        ("fältet ”insats” finns inte", "Menade du  åtgärd ?")
    ]
