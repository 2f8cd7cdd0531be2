"""Names of files: what can be an address, and what every disk can keep."""

import pytest

from followup.content.names import folder_faults, name_faults, twins
from followup.reporting import report


@pytest.mark.parametrize(
    "id", ["bro", "bro-centrum", "2018-03-14-bro", "console", "com10", "a" * 100]
)
def test_id_of_plain_letters_is_an_address(id: str) -> None:
    assert [*name_faults(f"platser/{id}.md", {"id": id})] == []


@pytest.mark.parametrize("id", ["con", "nul", "aux", "prn", "com1", "lpt9"])
def test_name_that_windows_keeps_for_itself_gets_another(id: str) -> None:
    assert (
        report(name_faults(f"platser/{id}.md", {"id": id}), {})
        == f"""\
FEL  platser/{id}.md  [filnamn]
  namnet ”{id}” är upptaget i Windows, så filen går inte att spara där
  Döp om till  {id}-1
"""
    )


def test_letter_of_another_alphabet_is_told() -> None:
    assert (
        report(name_faults("platser/brо.md", {"id": "brо"}), {})
        == """\
FEL  platser/brо.md  [filnamn]
  namnet ”brо” blir en webbadress och kan inte se ut så
  Bokstaven ”о” är kyrillisk: skriv den på nytt. Använd bara a–z, siffror och
  bindestreck. Döp om till  bro
"""
    )


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("bilder/CON.jpg", "namnet ”CON.jpg” är upptaget i Windows"),
        ("nul/torg.jpg", "namnet ”nul” är upptaget i Windows"),
        ("bilder/a:b.jpg", "har ett tecken som inte går i Windows: ”:”"),
        ("bilder/a\\b.jpg", "har ett tecken som inte går i Windows: ”\\”"),
        ("bilder/h\ufffdg.jpg", "har ett tecken som inte går i Windows: ”\ufffd”"),
        ("bilder /torg.jpg", "slutar med punkt eller mellanslag, som Windows tar bort"),
        ("bilder./torg.jpg", "slutar med punkt eller mellanslag, som Windows tar bort"),
        (f"{'a' * 97}.jpg", "namnet är för långt: 101 tecken, och det mesta som går är 100"),
    ],
)
def test_picture_is_kept_on_every_disk(path: str, told: str) -> None:
    (fault,) = folder_faults(path)
    assert (fault.source.path, fault.rule) == (path, "filnamn")
    assert told in fault.message


@pytest.mark.parametrize("path", ["bilder/Torget i Bro.jpg", "å ä ö.webp", "2018.03.14/a.png"])
def test_picture_may_be_called_what_people_call_it(path: str) -> None:
    assert [*folder_faults(path)] == []


def test_list_may_not_have_a_name_that_windows_keeps_for_itself() -> None:
    faults = [*name_faults("loften/2018/insatser/aux.csv", {"promise": "2018"})]
    assert [fault.message for fault in faults] == [
        "namnet ”aux.csv” är upptaget i Windows, så filen går inte att spara där"
    ]


def test_names_that_differ_in_case_only_are_one_file_elsewhere() -> None:
    assert (
        report(twins(["bilder/Torg.jpg", "bilder/hamn.jpg", "bilder/torg.jpg"]), {})
        == """\
FEL  bilder/torg.jpg  [filnamn]
  det finns en fil till med nästan samma namn: ”bilder/Torg.jpg”
  I Windows och på Mac är de samma fil. Döp om den ena, eller ta bort den.
"""
    )


def test_names_that_differ_in_how_letters_are_made_are_one_file_elsewhere() -> None:
    assert (
        report(twins(["bilder/å.jpg", "bilder/å.jpg"]), {})
        == """\
FEL  bilder/å.jpg  [filnamn]
  det finns en fil till med samma namn: det ser likadant ut men är inte det
  I Windows och på Mac är de samma fil. Döp om den ena, eller ta bort den.
"""
    )
