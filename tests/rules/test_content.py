"""The rules on examples, colours and links: what each refuses, and what it takes."""

from collections.abc import Callable, Mapping

import pytest

from followup.diagnostics import Diagnostic, Source

Files = Mapping[str, str]
Faults = Callable[[Files], list[Diagnostic]]
Printed = Callable[[Files], str]

MEASURE = "loften/2018/atgarder/vandringar.md"
ACTION = "loften/2018/insatser/a.md"
REPORT = "loften/2018/redovisningar/forsta.md"
PAGE = "sidor/om.md"
SETTINGS = """version: 1
namn: Följ löftet
adress: https://loftet.example
kommun: Exempelkommun
kontakt: {namn: Kontaktcenter}
"""


# Examples are recognised.

INVENTED = "---\nåtgärd: vandringar\ndatum: 2018-03-14\nexempel: ja\n---\n"


@pytest.mark.parametrize(
    "address",
    [
        "https://www.kommunen.se",
        "https://www.kommunen.se:8080/loftet",
        "https://www.kommunen.se?.example",
        "https://www.kommunen.se/.example",
        "https://a.example@www.kommunen.se",
    ],
)
def test_invented_content_does_not_stand_on_a_real_address(address: str, printed: Printed) -> None:
    settings = SETTINGS.replace("https://loftet.example", address)
    assert (
        printed({"webbplats.yaml": settings, ACTION: INVENTED})
        == f"""\
FEL  webbplats.yaml:3:9  [exempel]
  3 | adress: {address}
    |         {"^" * len(address)}
  adressen www.kommunen.se är en riktig adress, men innehållet är delvis
  påhittat
  Ta bort allt som har  exempel: ja  eller använd en adress som slutar på
  .example.
"""
    )


@pytest.mark.parametrize("address", ["https://loftet.example", "http://A.Example:8080/loftet"])
def test_invented_content_may_stand_on_an_address_of_examples(
    address: str, printed: Printed
) -> None:
    settings = SETTINGS.replace("https://loftet.example", address) + "fryst_till: 2018-10-01\n"
    assert printed({"webbplats.yaml": settings, ACTION: INVENTED}) == ""


def test_real_content_may_stand_on_a_real_address(printed: Printed) -> None:
    real = SETTINGS.replace("https://loftet.example", "https://www.kommunen.se")
    assert printed({"webbplats.yaml": real}) == ""


def test_a_real_site_has_no_invented_contact(faults: Faults) -> None:
    settings = SETTINGS.replace("loftet.example", "www.kommunen.se").replace(
        "{namn: Kontaktcenter}", "{namn: A, e-post: a@loftet.example}"
    )
    settings += "notis: {kort_adress: loftet.example/2018}\n"
    found = faults({"webbplats.yaml": settings})
    assert [(str(fault.source), fault.message) for fault in found] == [
        ("webbplats.yaml:5:10", "”a@loftet.example” är påhittad, men webbplatsen är på riktigt"),
        ("webbplats.yaml:6:8", "”loftet.example/2018” är påhittad, men webbplatsen är på riktigt"),
    ]


def test_real_content_is_not_frozen(printed: Printed) -> None:
    assert (
        printed({"webbplats.yaml": SETTINGS + "fryst_till: 2018-10-01\n"})
        == """\
FEL  webbplats.yaml:6:13  [fryst]
  6 | fryst_till: 2018-10-01
    |             ^^^^^^^^^^ webbplatsen är fryst fast inget är påhittat
  Ta bort fryst_till. En riktig uppföljning visas alltid som den är i dag.
"""
    )


# Accents are readable.


def test_accent_that_is_hard_to_read_gets_the_nearest_that_is_not(printed: Printed) -> None:
    colours = 'färg: "#7fd3d3"\nfärg_mörk: "#0a5c63"\n'
    assert (
        printed({"webbplats.yaml": SETTINGS + colours})
        == """\
FEL  webbplats.yaml:6:7  [kontrast]
  6 | färg: "#7fd3d3"
    |       ^^^^^^^^^
  färg #7fd3d3 har kontrasten 1,7:1 mot #ffffff men behöver 7:1
  Närmaste färg som räcker:  färg: "#215f5f"

FEL  webbplats.yaml:7:12  [kontrast]
  7 | färg_mörk: "#0a5c63"
    |            ^^^^^^^^^
  färg_mörk #0a5c63 har kontrasten 2,3:1 mot #101817 men behöver 7:1
  Närmaste färg som räcker:  färg_mörk: "#14b5c3"
"""
    )


@pytest.mark.parametrize("colour", ["#7fd3d3", "#ff0000", "#00ff00", "#0000ff", "#777777"])
@pytest.mark.parametrize("key", ["färg", "färg_mörk"])
def test_proposed_accent_is_taken(key: str, colour: str, faults: Faults, printed: Printed) -> None:
    found = faults({"webbplats.yaml": f'{SETTINGS}{key}: "{colour}"\n'})
    proposed = [fault.hint.partition("  ")[2] for fault in found] or [f'{key}: "{colour}"']
    assert printed({"webbplats.yaml": f"{SETTINGS}{proposed[0]}\n"}) == ""


# Links lead somewhere.


@pytest.mark.parametrize(
    "path",
    [PAGE, "platser/torget.md", "loften/2018/lofte.md", MEASURE, ACTION, REPORT],
)
def test_broken_link_is_pointed_at_in_every_kind_of_text(
    path: str, faults: Faults, small: Files
) -> None:
    files = {
        PAGE: "---\nrubrik: A\n---\n",
        ACTION: "---\nåtgärd: vandringar\ndatum: 2018-03-14\n---\n",
        REPORT: "---\ntill: 2018-06\nuppgift_från: polisen\n---\n",
        **small,
    }
    line = files[path].count("\n") + 2
    broken = files[path] + "\nSe [torget](finns-inte.md).\n"
    (found,) = faults({**files, path: broken})
    assert (found.source, found.message) == (
        Source(path, line, 13, 13),
        "länken ”finns-inte.md” leder ingenstans",
    )


def test_links_of_every_form_are_followed(faults: Faults) -> None:
    text = """---
rubrik: A
---
Se [torget][t], ![Torget](../bilder/tog.jpg) och [hamnen](../platser/hamnen.md "Hamnen").

[t]: ../platser/tornet.md
"""
    assert [(str(f.source), f.message) for f in faults({PAGE: text})] == [
        (f"{PAGE}:4:27", "bilden ”../bilder/tog.jpg” finns inte"),
        (f"{PAGE}:4:59", "länken ”../platser/hamnen.md” leder ingenstans"),
        (f"{PAGE}:6:6", "länken ”../platser/tornet.md” leder ingenstans"),
    ]


def test_link_that_is_nearly_right_gets_a_proposal(faults: Faults) -> None:
    (found,) = faults({PAGE: "---\nrubrik: A\n---\n[Torget](../platser/torgt.md)\n"})
    assert found.hint.startswith("Menade du  ../platser/torget.md ?")


def test_links_that_lead_somewhere_are_taken(printed: Printed) -> None:
    text = "---\nrubrik: A\n---\n## E\n\n[a](../platser/torget.md) [b](/platser/) [c](https://a.example)\n"
    assert printed({PAGE: text + "[d](#e) [f](mailto:a@b.se) ![g](../bilder/torget.jpg)\n"}) == ""


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        (
            "![Torget](torget.jpg)",
            "bilden ”torget.jpg” finns inte",
            "Lägg bilden, som jpg, png eller webp, i samma mapp som textfilen.",
        ),
        (
            "![Torget](../bilder/torgt.jpg)",
            "bilden ”../bilder/torgt.jpg” finns inte",
            "Menade du  ../bilder/torget.jpg ?  Lägg bilden, som jpg, png eller webp, i samma mapp "
            "som textfilen.",
        ),
        (
            "[Protokoll](file:///C:/protokoll.pdf)",
            "adressen leder till en fil på din egen dator",
            "Ingen annan kommer åt den. Skriv adressen till en sida på webben:  "
            "[text](https://polisen.se)",
        ),
        (
            "![Torget](C:\\bilder\\torget.jpg)",
            "adressen leder till en fil på din egen dator",
            "Lägg bilden bredvid textfilen och skriv:  ![Vad bilden visar](bild.jpg)",
        ),
    ],
)
def test_picture_that_is_not_there_and_file_of_ones_own_tell_where_to_put_them(
    faults: Faults, written: str, message: str, hint: str
) -> None:
    (found,) = faults({PAGE: f"---\nrubrik: A\n---\n{written}\n"})
    assert (found.message, found.hint) == (message, hint)


def test_computed_word_in_an_action_is_a_fault_that_names_where_it_can_stand(
    faults: Faults,
) -> None:
    text = "---\nåtgärd: vandringar\ndatum: 2018-03-14\n---\nDet blev [[vandringar.siffra]].\n"
    (found,) = faults({"loften/2018/insatser/a.md": text})
    assert (str(found.source), found.message, found.hint) == (
        "loften/2018/insatser/a.md:5:10",
        "[[vandringar.siffra]] visas för läsarna så som det står",
        "Sådana ord sätts bara in i egna sidor (mappen sidor) och i notis.md. Skriv något annat "
        "här, eller ta bort det.",
    )
