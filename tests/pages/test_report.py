"""A report's page: many rows in the promise's order, and which report stands in its place."""

from collections.abc import Mapping
from pathlib import Path

import reading
from site_under_test import SMALL, build_in_memory, pages, write

# No figure here says where it stands: that is another matter.
WITHOUT_SOURCE = "utan-källa"
HEAD = "till: 2018-06-30\nfrån: 2018-01-01\nuppgift_från: polisen"
OTHER = "---\nrubrik: Belysning\nordning: 1\nmål: {typ: löpande}\n---\nLjus.\n"


def told(folder: Path, files: Mapping[str, str], id: str) -> str:
    named = {f"loften/2018/redovisningar/{name}.md": text for name, text in files.items()}
    content = {**SMALL, "loften/2018/atgarder/belysning.md": OTHER, **named}
    result = build_in_memory(write(folder, content), "2018-12-01", today="2019-12-31")
    assert [d for d in result.diagnostics if d.rule != WITHOUT_SOURCE] == []
    return reading.as_text(pages(result)[f"loften/2018/redovisningar/{id}/index.html"])


def test_rows_stand_under_their_measures_in_the_promises_order(tmp_path: Path) -> None:
    rows = """rader:
  - {åtgärd: vandringar, antal: 4, från: 2018-01, till: 2018-03, text: Fyra i *snö*.}
  - {åtgärd: belysning, bedömning: pågår}
  - {åtgärd: vandringar, antal: 2, från: 2018-04, till: 2018-06}
  - {text: Det går bra.}
"""
    assert (
        told(tmp_path, {"r": f"---\n{HEAD}\n{rows}---\nInledning.\n"}, "r")
        == """\
TITEL Redovisning från Polisen, januari–juni 2018: Löftet 2018 – Följ löftet
BESKRIVNING Vad Polisen har redovisat om ”Löftet 2018”, januari–juni 2018.

1. [Så går det](/) /
2. [Löftet 2018](/loften/2018/)

# Redovisning från Polisen, januari–juni 2018

## Löftet som helhet

> Det går bra.

## [Belysning](/loften/2018/atgarder/belysning/)

Partens omdöme
:   Pågår

## [Vandringar](/loften/2018/atgarder/vandringar/)

> Fyra i *snö*.

Gäller
:   Januari–mars 2018

Siffra
:   4

Gäller
:   April–juni 2018

Siffra
:   2

> Inledning.

## Om redovisningen

Uppgift från
:   Polisen

Gäller
:   Januari–juni 2018
"""
    )


def test_a_report_on_one_measure_is_about_that(tmp_path: Path) -> None:
    text = told(tmp_path, {"r": f"---\n{HEAD}\nåtgärd: vandringar\nantal: 2\n---\n"}, "r")
    assert text.startswith("TITEL Redovisning från Polisen, januari–juni 2018: Vandringar –")


def test_a_report_on_the_whole_promise_says_so(tmp_path: Path) -> None:
    text = told(tmp_path, {"r": f"---\n{HEAD}\nbedömning: pågår\n---\nBra.\n"}, "r")
    assert "## Löftet som helhet\n\nPartens omdöme\n:   Pågår\n\n> Bra.\n" in text


def test_a_replaced_report_leads_forward_to_the_newest(tmp_path: Path) -> None:
    row = "åtgärd: vandringar\nantal: 2\n---\n"
    files = {
        "ett": f"---\n{HEAD}\n{row}",
        "tre": f"---\n{HEAD}\nersätter: tva\n{row}".replace(
            "uppgift_från: polisen", "uppgift_från: kommunen"
        ),
        "tva": f"---\n{HEAD}\nersätter: ett\n{row}",
    }
    newest = (
        "Den här redovisningen är ersatt och räknas inte längre. "
        "Läs i stället [Kommunen, januari–juni 2018](/loften/2018/redovisningar/tre/).\n\n## ["
    )
    first = told(tmp_path, files, "ett")
    assert newest in first
    assert first.startswith(
        "TITEL Redovisning från Polisen, januari–juni 2018: Vandringar (ersatt) – Följ löftet\n"
        "BESKRIVNING Ersatt: vad Polisen har redovisat om ”Vandringar”, januari–juni 2018.\n"
    )
    assert newest in told(tmp_path, files, "tva")
    last = told(tmp_path, files, "tre")
    assert "är ersatt" not in last
    assert "Den ersätter [en tidigare redovisning](/loften/2018/redovisningar/tva/)." in last


def test_a_row_of_words_alone_has_no_empty_list_of_facts(tmp_path: Path) -> None:
    named = {"r": f"---\n{HEAD}\nrader: [{{åtgärd: vandringar, text: Bra.}}]\n---\n"}
    told(tmp_path, named, "r")
    html = pages(build_in_memory(tmp_path, "2018-12-01"))
    page = html["loften/2018/redovisningar/r/index.html"].decode()
    assert page.count('<dl class="facts">') == 1


def test_the_promise_says_which_reports_are_replaced(tmp_path: Path) -> None:
    row = "åtgärd: vandringar\nantal: 2\n---\n"
    files = {"ett": f"---\n{HEAD}\n{row}", "tva": f"---\n{HEAD}\nersätter: ett\n{row}"}
    told(tmp_path, files, "ett")
    html = pages(build_in_memory(tmp_path, "2018-12-01"))["loften/2018/index.html"]
    assert reading.main_text(html).endswith(
        "Redovisningar Polisen, januari–juni 2018: Vandringar "
        "Polisen, januari–juni 2018: Vandringar (ersatt av en nyare)"
    )
