"""All rules at once: told in words, silent on faulty files, and answered by editors."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import followup
from followup import rules
from followup.content.files import read_tree
from followup.content.load import load
from followup.diagnostics import Diagnostic, Source
from followup.links import Links
from followup.rules import EXPLANATIONS, RULES, Subject, check
from followup.rules.rule import Rule

Files = Mapping[str, str]
Faults = Callable[[Files], list[Diagnostic]]
Printed = Callable[[Files], str]

CONTENT = Path(followup.__file__).parent.parent / "content"
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


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.find.__name__)
def test_rule_says_what_it_asks_for_with_a_wrong_and_a_right_example(rule: Rule) -> None:
    told = rule.explanation
    assert re.fullmatch(r"[A-ZÅÄÖ”].+\.", told.asks)
    assert told.wrong != told.right


def test_rule_of_a_name_is_either_a_fault_or_a_warning() -> None:
    severities = {(one.rule, one.severity) for one in EXPLANATIONS}
    assert len(severities) == len({one.rule for one in EXPLANATIONS})


def test_shipped_content_keeps_every_rule() -> None:
    files, _ = read_tree(CONTENT)
    loaded = load(files)
    assert loaded.site
    pictures = dict.fromkeys(loaded.pictures, "/bild.jpg")
    links = Links.of(loaded.site, pictures)
    assert check(Subject(loaded.site, links, date(2018, 10, 1), loaded.texts)) == ()


# What is not known because a file is faulty.


def test_link_to_a_file_that_is_left_out_is_not_broken(faults: Faults) -> None:
    text = (
        "[a](../platser/torget.md) [b](../loften/2018/atgarder/vandringar.md) [c](../platser/b.md)"
    )
    files = {
        PAGE: f"---\nrubrik: A\n---\n{text}\n",
        "platser/torget.md": "---\nnamn:\n---\n",
        "loften/2018/lofte.md": "---\ntitel:\nfrån: 2018\ntill: 2018\nparter: polisen\n---\n",
    }
    assert [fault.message for fault in faults(files)] == [
        "fältet ”titel” är tomt men behövs",
        "fältet ”namn” är tomt men behövs",
        "länken ”../platser/b.md” leder ingenstans",
    ]


@pytest.mark.parametrize("path", ["webbplats.yaml", "parter.yaml"])
def test_file_without_a_page_is_nothing_to_link_to(path: str, faults: Faults) -> None:
    (found,) = faults({PAGE: f"---\nrubrik: A\n---\n[a](../{path})\n"})
    assert found.message == f"länken ”../{path}” leder ingenstans"


def test_frozen_site_is_not_questioned_while_a_file_is_faulty(faults: Faults) -> None:
    frozen = SETTINGS + "fryst_till: 2018-10-01\n"
    action = "---\nåtgärd: vandringar\ndatum: i våras\nexempel: ja\n---\n"
    assert [fault.rule for fault in faults({"webbplats.yaml": frozen, ACTION: action})] == ["datum"]


# Without the texts.


def test_without_its_text_a_file_is_pointed_at_as_a_whole(
    subject: Callable[[Files], Subject],
) -> None:
    early = subject({ACTION: "---\nåtgärd: vandringar\ndatum: 2018-10-02\n---\n"})
    (found,) = check(replace(early, texts={}))
    assert found.source == Source(ACTION, 1, 1)


# Answers to warnings.


def doubtful(subject: Subject) -> Iterator[Diagnostic]:
    """Warns of every page, and of every place; and finds an error in every page."""
    sources = [page.source for page in subject.site.pages]
    for source in sources + [place.source for place in subject.site.places]:
        yield Diagnostic(source, "varning", "tveksam", "det här är tveksamt")
        yield Diagnostic(source, "varning", "lång", "det här är långt")
    for page in subject.site.pages:
        yield Diagnostic(page.source, "fel", "tveksam", "det här är fel")


def test_answer_silences_one_warning_in_one_file_and_never_an_error(
    monkeypatch: pytest.MonkeyPatch, printed: Printed
) -> None:
    monkeypatch.setattr(rules, "RULES", (doubtful,))
    answer = "granskat:\n  - regel: tveksam\n    skäl: Så står det\n"
    assert (
        printed({PAGE: f"---\nrubrik: A\n{answer}---\n"})
        == """\
VARNING  platser/torget.md:1:1  [lång]
  1 | ---
    | ^ det här är långt

VARNING  platser/torget.md:1:1  [tveksam]
  1 | ---
    | ^ det här är tveksamt

FEL  sidor/om.md:1:1  [tveksam]
  1 | ---
    | ^ det här är fel

VARNING  sidor/om.md:1:1  [lång]
  1 | ---
    | ^ det här är långt
"""
    )


@pytest.mark.parametrize(
    "path",
    ["webbplats.yaml", "platser/torget.md", PAGE, "loften/2018/lofte.md", MEASURE, ACTION, REPORT],
)
def test_every_kind_of_file_can_answer(
    path: str, monkeypatch: pytest.MonkeyPatch, printed: Printed, small: Files
) -> None:
    def warn(subject: Subject) -> Iterator[Diagnostic]:
        yield Diagnostic(Source(path, 1, 1), "varning", "tveksam", "det här är tveksamt")

    monkeypatch.setattr(rules, "RULES", (warn,))
    files = {
        PAGE: "---\nrubrik: A\n---\n",
        ACTION: "---\nåtgärd: vandringar\ndatum: 2018-03-14\n---\n",
        REPORT: "---\ntill: 2018-06\nuppgift_från: polisen\n---\n",
        **small,
    }
    answer = "granskat: {regel: tveksam, skäl: Så står det}\n"
    head, mark, rest = files[path].rpartition("---\n")
    answered = head + answer + mark + rest if mark else rest + answer
    assert "tveksamt" in printed(files)
    assert printed({**files, path: answered}) == ""
