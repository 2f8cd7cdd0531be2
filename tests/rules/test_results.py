"""The warnings where what was told does not agree with itself: what each says, and when."""

from collections.abc import Callable, Mapping

import pytest

Files = Mapping[str, str]
Printed = Callable[[Files], str]

MEASURE = "loften/2018/atgarder/vandringar.md"
WHOLE = "loften/2018/redovisningar/hela.md"
PART = "loften/2018/redovisningar/del.md"


def told(first: str, last: str, row: str) -> str:
    head = f"från: {first}\ntill: {last}\nuppgift_från: polisen\nåtgärd: vandringar\n"
    return f"---\n{head}{row}\n---\n"


def actions(*days: str) -> Files:
    return {
        f"loften/2018/insatser/{day}-vandring.md": f"---\nåtgärd: vandringar\ndatum: {day}\n---\n"
        for day in days
    }


def target(inside: str) -> str:
    return f"---\nrubrik: A\nmål: {{{inside}}}\n---\nMed ord.\n"


MAY = ("2018-05-02", "2018-05-09", "2018-05-16", "2018-05-23")


def test_more_actions_than_the_figure_for_their_time_are_pointed_out(printed: Printed) -> None:
    files = {WHOLE: told("2018-05", "2018-05", "antal: 3"), **actions(*MAY)}
    assert (
        printed(files)
        == """\
VARNING  loften/2018/redovisningar/hela.md:6:8  [fler-insatser]
  6 | antal: 3
    |        ^ siffran är 3, men 4 är inlagda som insatser för samma tid
  Kontrollera siffran. Den räknas, och insatserna visas bredvid. Är det rätt
  ändå: skriv  granskat: {regel: fler-insatser, skäl: …}
"""
    )


@pytest.mark.parametrize(
    "row",
    [
        "antal: 4",
        "antal: 3\nnoggrannhet: minst",
        "antal: 3\nnoggrannhet: ungefär",
        "antal: 3\ngranskat: {regel: fler-insatser, skäl: Den fjärde var enskild}",
    ],
)
def test_as_many_actions_a_floor_and_an_answered_warning_are_taken(
    row: str, printed: Printed
) -> None:
    assert printed({WHOLE: told("2018-05", "2018-05", row), **actions(*MAY)}) == ""


def test_a_part_that_is_larger_than_the_whole_is_pointed_out(printed: Printed) -> None:
    files = {
        WHOLE: told("2018-01", "2018-08", "antal: 10"),
        PART: told("2018-05", "2018-05", "antal: 12"),
    }
    assert (
        printed(files)
        == """\
VARNING  loften/2018/redovisningar/del.md:6:8  [del-större]
  6 | antal: 12
    |        ^^ 12 är mer än 10, som hela säger om en längre tid
  Kontrollera båda siffrorna. Den för den längre tiden räknas, båda visas. Är
  det rätt ändå: skriv  granskat: {regel: del-större, skäl: …}
"""
    )


def test_a_part_that_is_no_larger_than_the_whole_is_taken(printed: Printed) -> None:
    files = {
        WHOLE: told("2018-01", "2018-08", "antal: 12"),
        PART: told("2018-05", "2018-05", "antal: 12"),
    }
    assert printed(files) == ""


def test_a_verdict_that_the_count_speaks_against_is_pointed_out(printed: Printed) -> None:
    files = {
        MEASURE: target("typ: antal, minst: 8"),
        WHOLE: told("2018-01", "2018-08", "antal: 5\nbedömning: genomförd"),
    }
    assert (
        printed(files)
        == """\
VARNING  loften/2018/redovisningar/hela.md:7:12  [omdöme]
  7 | bedömning: genomförd
    |            ^^^^^^^^^ ”genomförd” stämmer inte med det som är räknat: pågår
  Kontrollera omdömet och siffrorna. Det som är räknat avgör, båda visas. Är det
  rätt ändå: skriv  granskat: {regel: omdöme, skäl: …}
"""
    )


@pytest.mark.parametrize(
    ("inside", "row"),
    [
        ("typ: antal, minst: 8", "antal: 8\nbedömning: genomförd"),
        ("typ: antal, minst: 8", "antal: 5\nbedömning: pågår"),
        ("typ: löpande", "bedömning: genomförd"),
    ],
)
def test_a_verdict_that_agrees_or_has_no_count_beside_it_is_taken(
    inside: str, row: str, printed: Printed
) -> None:
    files = {MEASURE: target(inside), WHOLE: told("2018-01", "2018-08", row)}
    assert printed(files) == ""
