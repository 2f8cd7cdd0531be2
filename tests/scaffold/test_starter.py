"""A first content folder for another municipality: it builds at once, and is nobody else's."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from site_under_test import build_in_memory, pages, write
from typed_answers import typed

from followup.asking import fill
from followup.diagnostics import FollowupError
from followup.scaffold.starter import finish, refuse_used, start

TODAY = date(2027, 1, 1)
LEAST = {"kommun": "Exempelby kommun", "kontakt": "Kontaktcenter"}


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"adress": "https://loftet.exempelby.se", "e-post": "kontakt@exempelby.se"},
        {"adress": "https://demo.example/loftet"},
        {"namn": 'Löften: "Exempelby" #1', "kommun": "Västra Exempelbygdens kommun"},
        {"kommun": "[[x]]"},
        {"kommun": "[Exempelby](exempelby.se)"},
    ],
)
def test_the_folder_builds_without_a_single_remark(tmp_path: Path, more: Mapping[str, str]) -> None:
    result = build_in_memory(write(tmp_path, made({**LEAST, **more})), today="2027-01-01")
    assert result.diagnostics == ()
    assert result.pages > 10


def test_no_page_has_anything_of_the_municipality_that_the_program_was_made_for(
    tmp_path: Path,
) -> None:
    result = build_in_memory(write(tmp_path, made(LEAST)), today="2027-01-01")
    foreign = re.compile(r"\bBro\b|Upplands|Kungsängen|Brunna|foljloftet\.se", re.IGNORECASE)
    found = {
        path: foreign.findall(file.decode("utf-8", "replace"))
        for path, file in pages(result).items()
    }
    assert {path: words for path, words in found.items() if words} == {}
    assert b"Exempelby kommun" in pages(result)["index.html"]


def test_every_page_says_that_it_is_a_demonstration(tmp_path: Path) -> None:
    result = build_in_memory(write(tmp_path, made(LEAST)), today="2027-01-01")
    whole = [page for path, page in pages(result).items() if path.endswith("/index.html")]
    assert [b"Demonstration." in page for page in whole] == [True] * len(whole)


def test_a_real_address_waits_in_a_note_until_nothing_is_invented() -> None:
    text = made({**LEAST, "adress": "https://loftet.exempelby.se", "e-post": "k@exempelby.se"})
    assert (
        text["webbplats.yaml"]
        == """\
# Webbplatsens inställningar. Rader som börjar med # är anteckningar och syns inte.
version: 1
namn: Följ löftet
# Adressen ska sluta på .example så länge något är påhittat.
# Byt sedan till:  adress: https://loftet.exempelby.se
adress: https://foljloftet.example
kommun: Exempelby kommun

kontakt:
  namn: Kontaktcenter
  e-post: k@exempelby.se

# Webbplatsen visar läget den här dagen. Ta bort raden när inget längre är påhittat.
fryst_till: 2027-01-01

# Lagen kräver en tillgänglighetsredogörelse. När ni har granskat webbplatsen: ta bort # och
# mellanslaget på raderna här under, och skriv det som stämmer.
# tillgänglighet:
#   förenlig: delvis
#   bedömd: 2027-01-01
#   metod: Egen granskning
"""
    )


def test_the_questions_are_few_and_a_wrong_answer_is_asked_again() -> None:
    terminal, screen = typed("Exempelby kommun", "", "exempelby.se", "", "Kontaktcenter", "a@b", "")
    draft = fill(start(TODAY, {}), terminal)
    assert [line for line in screen if line.startswith("  ”")] == [
        "  ”exempelby.se” är inte en webbadress. Menade du  https://exempelby.se ?",
        "  ”a@b” är inte en e-postadress. Skriv till exempel:  namn@kommun.se",
    ]
    assert finish(draft, "x") == made(LEAST)


@pytest.mark.parametrize(
    ("values", "says"),
    [
        (
            {"namn": "Löften"},
            "Det här saknas: kommun (Kommunens namn) och kontakt (Vem som svarar på frågor). Skriv "
            'till exempel:  ny namn=Löften kommun="Exempelby kommun" kontakt=Kontaktcenter',
        ),
        ({"komun": "A"}, "Fältet ”komun” finns inte. Menade du kommun?"),
        (
            {"färg": "A"},
            "Fältet ”färg” finns inte. Fälten är: kommun, namn, adress, kontakt och e-post.",
        ),
        (
            {"epost": "A"},
            "Fältet ”epost” finns inte. Menade du e-post?",
        ),
        (
            {"e-post": "A"},
            "e-post: ”A” är inte en e-postadress. Skriv till exempel:  namn@kommun.se",
        ),
    ],
)
def test_what_is_missing_or_wrong_is_one_line(values: Mapping[str, str], says: str) -> None:
    with pytest.raises(FollowupError) as told:
        finish(start(TODAY, values), "ny")
    assert str(told.value) == says


@pytest.mark.parametrize(
    ("values", "contact"),
    [
        (
            {"kontakt": "Anna Ek, anna@exempelby.se"},
            "  namn: Anna Ek\n  e-post: anna@exempelby.se\n",
        ),
        ({"kontakt": "Anna Ek <a@b.se>"}, "  namn: Anna Ek\n  e-post: a@b.se\n"),
        (
            {"kontakt": "Växeln (a@b.se)", "e-post": "a@b.se"},
            "  namn: Växeln\n  e-post: a@b.se\n",
        ),
        ({"kontakt": "Växeln, kontoret i Ek"}, "  namn: Växeln, kontoret i Ek\n"),
    ],
)
def test_an_address_among_the_words_of_a_contact_is_its_address(
    values: Mapping[str, str], contact: str
) -> None:
    settings = made({"kommun": "Exempelby kommun", **values})["webbplats.yaml"]
    assert settings.partition("kontakt:\n")[2].partition("\n\n")[0] + "\n" == contact


def test_an_address_alone_leaves_the_name_to_be_asked_for() -> None:
    terminal, _ = typed("Exempelby kommun", "", "", "a@b.se", "Växeln")
    draft = fill(start(TODAY, {}), terminal)
    assert finish(draft, "x") == made({**LEAST, "kontakt": "Växeln", "e-post": "a@b.se"})


def test_only_a_new_or_an_empty_folder_is_filled(tmp_path: Path) -> None:
    refuse_used(tmp_path / "ny")
    refuse_used(tmp_path)
    (tmp_path / "min.md").write_text("", encoding="utf-8")
    for place in (tmp_path, tmp_path / "min.md"):
        with pytest.raises(FollowupError) as told:
            refuse_used(place)
        assert str(told.value) == f"{place} är inte en tom mapp. Välj en ny mapp med --till."


def made(values: Mapping[str, str]) -> dict[str, str]:
    return finish(start(TODAY, values), "ny")
