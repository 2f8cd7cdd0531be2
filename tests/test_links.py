"""Permalinks, and what the links and images in running text lead to."""

from dataclasses import replace
from datetime import date

import pytest
from promise_under_test import PROMISE, SETTINGS, action, at, measure, promise, report, site

from followup import links
from followup.diagnostics import Diagnostic, Source
from followup.links import Links, Prose
from followup.model import Body
from followup.progress import compute

PAGE = "sidor/om.md"
OM = "---\nrubrik: Om\n---\n"
FILES = {
    PAGE: OM,
    "sidor/lattlast.md": "---\nrubrik: Lättläst\npubliceras: 2018-11-01\n---\n",
    at("atgarder", "a"): measure("typ: löpande"),
    at("insatser", "2018-03-14-bro"): action("a", "datum: 2018-03-14"),
    at("redovisningar", "r"): report("a"),
}
PICTURES = {"sidor/torget.jpg": "/assets/torget.0123456789.jpg"}
LINKS = Links.of(site(FILES), PICTURES)


def body(text: str, path: str = PAGE, line: int = 4) -> Body:
    return Body(text, Source(path, line))


def test_addresses_are_small_ascii_and_end_in_a_slash() -> None:
    assert [
        links.front(),
        links.promise("2018"),
        links.measure("2018", "nattvandring"),
        links.actions("2018"),
        links.action("2018", "2018-03-14-bro"),
        links.report("2018", "2018-03-31-polisen"),
        links.promise_notice("2018"),
        links.place("bro"),
        links.free_page("om"),
        links.PLACES,
        links.ARCHIVE,
        links.CHANGES,
        links.NOTICE,
        links.COUNTING,
        links.ACCESSIBILITY,
        links.PRIVACY,
        links.SITE_MAP,
    ] == [
        "/",
        "/loften/2018/",
        "/loften/2018/atgarder/nattvandring/",
        "/loften/2018/insatser/",
        "/loften/2018/insatser/2018-03-14-bro/",
        "/loften/2018/redovisningar/2018-03-31-polisen/",
        "/loften/2018/notis/",
        "/platser/bro/",
        "/om/",
        "/platser/",
        "/loften/",
        "/andringar/",
        "/notis/",
        "/om/sa-raknar-vi/",
        "/tillganglighet/",
        "/personuppgifter/",
        "/webbplatskarta/",
    ]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://loftet.example", "/om/"),
        ("https://loftet.example/", "/om/"),
        ("https://kommunen.example/loftet", "/loftet/om/"),
        ("https://kommunen.example/a/b/", "/a/b/om/"),
    ],
)
def test_links_begin_with_the_path_of_the_site_s_own_address(address: str, expected: str) -> None:
    settings = SETTINGS.replace("https://loftet.example", address)
    found = Links.of(site({**FILES, "webbplats.yaml": settings}), {})
    assert found.to("/om/") == expected
    assert found.prose(body("[om](om.md)")).addresses == (("om.md", expected),)


# What may be written on a page in sidor/, and the address that it gets.
LEADS = (
    ("[x](om.md)", "om.md", "/om/"),
    ("[x](./om.md)", "./om.md", "/om/"),
    ("[x](../sidor/om.md)", "../sidor/om.md", "/om/"),
    ("[x](om.md#takten)", "om.md#takten", "/om/#takten"),
    ('[x](om.md "Om löftet")', "om.md", "/om/"),
    ("[x](om.md 'Om löftet')", "om.md", "/om/"),
    ("[x]( om.md )", "om.md", "/om/"),
    ("[x](<om.md>)", "om.md", "/om/"),
    ("[x][om]\n\n[om]: om.md", "om.md", "/om/"),
    ('[x][om]\n\n  [om]: <om.md> "Om"', "om.md", "/om/"),
    ("[x](../platser/bro.md)", "../platser/bro.md", "/platser/bro/"),
    ("[x](../platser/bro.md#lage)", "../platser/bro.md#lage", "/platser/bro/#lage"),
    ("[x](../loften/2018/lofte.md)", "../loften/2018/lofte.md", "/loften/2018/"),
    (
        "[x](../loften/2018/atgarder/a.md)",
        "../loften/2018/atgarder/a.md",
        "/loften/2018/atgarder/a/",
    ),
    (
        "[x](../loften/2018/insatser/2018-03-14-bro.md)",
        "../loften/2018/insatser/2018-03-14-bro.md",
        "/loften/2018/insatser/2018-03-14-bro/",
    ),
    (
        "[x](../loften/2018/redovisningar/r.md)",
        "../loften/2018/redovisningar/r.md",
        "/loften/2018/redovisningar/r/",
    ),
    ("![torget](torget.jpg)", "torget.jpg", "/assets/torget.0123456789.jpg"),
    ("[![torget](torget.jpg)](om.md)", "torget.jpg", "/assets/torget.0123456789.jpg"),
    ("[x](/)", "/", "/"),
    ("[x](/om/)", "/om/", "/om/"),
    ("[x](/om/#takten)", "/om/#takten", "/om/#takten"),
    ("[x](/platser/)", "/platser/", "/platser/"),
    ("[x](/platser/bro/)", "/platser/bro/", "/platser/bro/"),
    ("[x](/loften/)", "/loften/", "/loften/"),
    ("[x](/andringar/)", "/andringar/", "/andringar/"),
    ("[x](/notis/)", "/notis/", "/notis/"),
    ("[x](/loften/2018/insatser/)", "/loften/2018/insatser/", "/loften/2018/insatser/"),
    ("[x](/loften/2018/notis/)", "/loften/2018/notis/", "/loften/2018/notis/"),
    ("[x](/om/sa-raknar-vi/)", "/om/sa-raknar-vi/", "/om/sa-raknar-vi/"),
)


LISTED = {
    "loften/2018/insatser/lista.csv": "datum;åtgärd;id;text\n2018-04-14;a;fore;\n"
    '2018-04-15;a;torget;"Se [förra](fore.md)\n och [nästa](nsta.md)"\n'
    "2018-04-16;a;nasta;[x](nsta.md)\n"
}


def test_action_in_a_list_is_linked_to_as_if_it_were_a_file() -> None:
    found = Links.of(site({**FILES, **LISTED}), {})
    assert {file for file in found.by_file if "insatser" in file} == {
        "loften/2018/insatser/2018-03-14-bro.md",
        "loften/2018/insatser/fore.md",
        "loften/2018/insatser/torget.md",
        "loften/2018/insatser/nasta.md",
    }
    text = "[a](../loften/2018/insatser/torget.md) [b](/loften/2018/insatser/nasta/)"
    assert dict(found.prose(body(text)).addresses) == {
        "../loften/2018/insatser/torget.md": "/loften/2018/insatser/torget/",
        "/loften/2018/insatser/nasta/": "/loften/2018/insatser/nasta/",
    }
    assert [*found.check(body(text))] == []


def test_broken_link_in_a_list_is_pointed_at_in_its_cell() -> None:
    whole = site({**FILES, **LISTED})
    found = Links.of(whole, {})
    faults = [fault for a in whole.promises[0].actions for fault in found.check(a.body)]
    assert [(str(f.source), f.hint.partition("?")[0]) for f in faults] == [
        ("loften/2018/insatser/lista.csv:4:14", "Menade du  nasta.md "),
        ("loften/2018/insatser/lista.csv:5:24", "Menade du  nasta.md "),
    ]


@pytest.mark.parametrize(("text", "target", "address"), LEADS)
def test_a_link_leads_to_the_page_of_the_file_or_the_address(
    text: str, target: str, address: str
) -> None:
    assert dict(LINKS.prose(body(text)).addresses)[target] == address
    assert [*LINKS.check(body(text))] == []


@pytest.mark.parametrize(
    "text",
    [
        "[x](https://polisen.se/)",
        "[x](HTTPS://polisen.se/)",
        "[x](mailto:kontakt@loftet.example)",
        "[x](tel:+468114114)",
        "[x](#takten)",
        "https://polisen.se/",
        "Ingen länk (alls).",
        "`[x](finns-inte.md)`",
        "``[x](finns-inte.md) med ` i``",
    ],
)
def test_what_leads_away_or_is_no_link_is_left_alone(text: str) -> None:
    assert LINKS.prose(body(text)) == Prose(text)
    assert [*LINKS.check(body(text))] == []


def broken(target: str, hint: str, line: int = 4, column: int = 5) -> Diagnostic:
    source = Source(PAGE, line, column, len(target))
    return Diagnostic(source, "fel", "trasig-länk", f"länken ”{target}” leder ingenstans", hint)


def near(target: str) -> str:
    return f"Menade du  {target} ?  Skriv vägen till filen, till exempel:  [text]({target})"


FIRST = "Skriv vägen till filen, till exempel:  [text](lattlast.md)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[x](omm.md)", broken("omm.md", near("om.md"))),
        ("[x](<om mig.md>)", broken("om mig.md", FIRST, column=6)),
        ("[x](om mig.md)", broken("om mig.md", FIRST)),
        ("[x](om_(1).md)", broken("om_(1).md", FIRST)),
        ("[x](../platser/br.md)", broken("../platser/br.md", near("../platser/bro.md"))),
        ("[x](/om)", broken("/om", near("/om/"))),
        ("[x](/platser/bor/)", broken("/platser/bor/", near("/platser/bro/"))),
        ("[x](/tillganglighet/)", broken("/tillganglighet/", FIRST)),
        ("[x](../../../etc/passwd)", broken("../../../etc/passwd", FIRST)),
        ("[x](om.md?sida=2)", broken("om.md?sida=2", FIRST)),
        ("[x](/\\polisen.se)", broken("/\\polisen.se", FIRST)),
        (
            "[x](www.polisen.se)",
            broken("www.polisen.se", "Skriv hela adressen:  [text](https://www.polisen.se)"),
        ),
        (
            "[x](a@b.example)",
            broken(
                "a@b.example",
                "Skriv mailto: före e-postadressen:  [text](mailto:a@b.example)",
            ),
        ),
        ("Först.\n\nSå [x](omm.md).", broken("omm.md", near("om.md"), 6, 8)),
        ("[x][o]\n\n[o]: omm.md", broken("omm.md", near("om.md"), 6, 6)),
    ],
)
def test_a_link_that_leads_nowhere_is_a_fault_at_its_place(text: str, expected: Diagnostic) -> None:
    assert [*LINKS.check(body(text))] == [expected]


def test_a_picture_on_another_site_is_a_fault() -> None:
    address = "https://polisen.se/bild.jpg"
    assert [*LINKS.check(body(f"Se ![torget]({address})"))] == [
        Diagnostic(
            Source(PAGE, 4, 14, len(address)),
            "fel",
            "trasig-länk",
            f"bilden ”{address}” ligger på en annan webbplats",
            "Lägg bilden bredvid textfilen och skriv:  ![Vad bilden visar](bild.jpg)",
        )
    ]


def test_a_link_to_what_is_not_published_yet_has_no_address() -> None:
    """The check knows all of the content; the page only what is published."""
    text = "[x](lattlast.md), [y](/lattlast/) och [z](om.md)"
    known, _ = compute(site(FILES), date(2018, 10, 1))
    assert [*LINKS.check(body(text))] == []
    assert Links.of(known, {}).prose(body(text)) == Prose(
        text, (("lattlast.md", ""), ("/lattlast/", ""), ("om.md", "/om/"))
    )


def test_a_site_without_a_promise_has_no_notice_and_no_lists() -> None:
    bare = Links.of(replace(site(FILES), promises=()), {})
    assert dict(bare.prose(body("[x](/notis/) [y](/platser/)")).addresses) == {
        "/notis/": "",
        "/platser/": "/platser/",
    }


def test_the_statement_is_a_page_only_when_its_facts_are_given() -> None:
    facts = "tillgänglighet: {förenlig: helt, bedömd: 2018-09-01, metod: Egen granskning.}\n"
    found = Links.of(site({**FILES, "webbplats.yaml": SETTINGS + facts, PROMISE: promise()}), {})
    assert [*found.check(body("[x](/tillganglighet/)"))] == []


def test_a_body_is_stripped_of_the_lines_around_it() -> None:
    assert LINKS.prose(body("\n\nText.\n\n")) == Prose("Text.")


def test_an_address_without_http_is_a_fault() -> None:
    (found,) = Links("", {}, {}).check(Body("[a](//b.se/c)", Source("sidor/om.md", 4)))
    assert (str(found.source), found.message, found.hint) == (
        "sidor/om.md:4:5",
        "adressen är inte hel",
        "Skriv hela adressen:  https://b.se/c",
    )
