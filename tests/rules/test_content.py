"""The rules on days, examples, colours and links: what each refuses, and what it takes."""

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


# Time of the target's own.


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("typ: antal, gäller: 2030-01 till 2030-02", "gäller ligger utanför löftets period, 2018"),
        ("typ: engångs, senast: 2017-12-31", "senast ligger utanför löftets period, 2018"),
        ("typ: engångs, senast: 2019-01-01", "senast ligger utanför löftets period, 2018"),
    ],
)
def test_time_outside_the_period_is_refused(target: str, told: str, faults: Faults) -> None:
    (found,) = faults({MEASURE: f"---\nrubrik: A\nmål: {{{target}}}\n---\n"})
    assert (found.rule, found.message) == ("utanför-perioden", told)
    assert found.source.line == 3


@pytest.mark.parametrize(
    "target",
    [
        "typ: antal, gäller: 2017-11-01 till 2018-02-28",
        "typ: antal, gäller: sommarhalvåret",
        "typ: engångs, senast: 2018-12-31",
    ],
)
def test_time_inside_the_period_is_taken(target: str, faults: Faults) -> None:
    assert faults({MEASURE: f"---\nrubrik: A\nmål: {{{target}}}\n---\n"}) == []


# Nothing from the future.


@pytest.mark.parametrize(
    ("days", "place", "told"),
    [
        (
            "datum: 2018-10-02",
            "3:8",
            "den 2 oktober 2018 har inte varit än",
        ),
        (
            "datum: 2018-10",
            "3:8",
            "oktober 2018 är inte slut än",
        ),
        (
            "från: 2018-09-30\ntill: 2018-10-02",
            "4:7",
            "30 september – 2 oktober 2018 är inte slut än",
        ),
    ],
)
def test_action_cannot_be_of_a_day_that_has_not_been(
    days: str, place: str, told: str, faults: Faults
) -> None:
    (found,) = faults({ACTION: f"---\nåtgärd: vandringar\n{days}\n---\n"})
    assert (str(found.source), found.message) == (f"{ACTION}:{place}", told)
    assert found.hint == (
        "Kontrollera datumet. Är det en offentlig händelse som ska komma: skriv  "
        "status: planerad  och  offentlig: ja"
    )


@pytest.mark.parametrize("key", ["utgångsläge", "värden"])
def test_measured_value_cannot_be_of_days_that_have_not_been(key: str, printed: Printed) -> None:
    line = f"{key}: {{datum: 2018-10, värde: 1}}"
    fields = f"rubrik: A\nmått: B\nenhet: procent\n{line}"
    before = line.index("2018")
    assert printed({"loften/2018/effekter/trygghet.md": f"---\n{fields}\n---\n"}) == (
        f"FEL  loften/2018/effekter/trygghet.md:5:{before + 1}  [framtid]\n"
        f"  5 | {line}\n"
        f"    | {' ' * before}^^^^^^^ oktober 2018 är inte slut än\n"
        "  Kontrollera datumet. Kommer värdet senare: skriv till exempel  väntas: 2019-03\n"
    )


def test_report_cannot_cover_days_that_have_not_been(printed: Printed) -> None:
    assert (
        printed({REPORT: "---\nuppgift_från: polisen\ntill: 2018-10-02\n---\n"})
        == """\
FEL  loften/2018/redovisningar/forsta.md:3:7  [framtid]
  3 | till: 2018-10-02
    |       ^^^^^^^^^^ den 2 oktober 2018 har inte varit än
  Kontrollera datumet. En redovisning kan bara gälla tid som har gått.
"""
    )


def test_on_a_frozen_site_the_future_begins_after_its_day(printed: Printed) -> None:
    frozen = SETTINGS + "fryst_till: 2018-10-01\n"
    action = "---\nåtgärd: vandringar\ndatum: 2018-10-02\nexempel: ja\n---\n"
    assert (
        printed({"webbplats.yaml": frozen, ACTION: action})
        == """\
FEL  loften/2018/insatser/a.md:3:8  [framtid]
  3 | datum: 2018-10-02
    |        ^^^^^^^^^^ den 2 oktober 2018 har inte varit än
  Webbplatsen är fryst till 1 oktober 2018 (fryst_till i webbplats.yaml). Ta
  bort den raden när demonstrationen är över, eller ändra datumet.
"""
    )


@pytest.mark.parametrize(
    "fields",
    [
        "datum: 2018-10-01",
        "datum: 2018-12-01\nstatus: planerad\noffentlig: ja",
        "från: 2018-09\ntill: 2018-10-01",
    ],
)
def test_what_has_been_and_public_plans_are_not_of_the_future(
    fields: str, printed: Printed
) -> None:
    assert printed({ACTION: f"---\nåtgärd: vandringar\n{fields}\n---\n"}) == ""


# Within the period.


@pytest.mark.parametrize(
    ("days", "place", "told"),
    [
        ("datum: 2017-12-31", (3, 8), "31 december 2017"),
        ("från: 2017-12-31\ntill: 2018-01-01", (3, 7), "31 december 2017 – 1 januari 2018"),
        ("från: 2018-09-30\ntill: 2019-01-01", (4, 7), "30 september 2018 – 1 januari 2019"),
        ("från: 2018-01-01\ntill: 2019-01-01", (4, 7), "1 januari 2018 – 1 januari 2019"),
    ],
)
def test_action_lies_in_the_period_of_its_promise(
    days: str, place: tuple[int, int], told: str, faults: Faults
) -> None:
    found = faults({ACTION: f"---\nåtgärd: vandringar\n{days}\n---\n"})
    assert found[-1] == Diagnostic(
        Source(ACTION, *place, 10),
        "fel",
        "utanför-perioden",
        f"insatsen {told} ligger utanför löftets period, 2018",
        "Kontrollera datumet, eller flytta insatsen till det löfte som den hör till.",
    )


@pytest.mark.parametrize("days", ["datum: 2018-01-01", "från: 2018-01-01\ntill: 2018-09"])
def test_action_may_lie_on_the_edges_of_the_period(days: str, printed: Printed) -> None:
    assert printed({ACTION: f"---\nåtgärd: vandringar\n{days}\n---\n"}) == ""


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


def test_an_action_says_which_of_several_targets_it_is_for(faults: Faults) -> None:
    two = "---\nrubrik: A\nmål:\n  - {typ: antal, id: var}\n  - {typ: antal, id: host}\n---\n"
    action = "---\ndatum: 2018-03-14\nåtgärd: vandringar\n---\n"
    (found,) = faults({MEASURE: two, ACTION: action})
    assert (str(found.source), found.message, found.hint) == (
        f"{ACTION}:3:9",
        "”vandringar” har flera mål, och det står inte vilket det gäller",
        "Skriv  vandringar#var eller vandringar#host",
    )
    assert faults({MEASURE: two, ACTION: action.replace("vandringar", "vandringar#var")}) == []


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
        (f"{PAGE}:4:27", "länken ”../bilder/tog.jpg” leder ingenstans"),
        (f"{PAGE}:4:59", "länken ”../platser/hamnen.md” leder ingenstans"),
        (f"{PAGE}:6:6", "länken ”../platser/tornet.md” leder ingenstans"),
    ]


def test_link_that_is_nearly_right_gets_a_proposal(faults: Faults) -> None:
    (found,) = faults({PAGE: "---\nrubrik: A\n---\n[Torget](../platser/torgt.md)\n"})
    assert found.hint.startswith("Menade du  ../platser/torget.md ?")


def test_links_that_lead_somewhere_are_taken(printed: Printed) -> None:
    text = "---\nrubrik: A\n---\n[a](../platser/torget.md) [b](/platser/) [c](https://a.example)\n"
    assert printed({PAGE: text + "[d](#e) [f](mailto:a@b.se) ![g](../bilder/torget.jpg)\n"}) == ""
