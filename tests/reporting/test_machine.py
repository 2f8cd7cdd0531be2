"""Faults for programs: every one in JSON, and annotations that a public log can hold."""

import json

from followup.diagnostics import Diagnostic, Source
from followup.reporting import as_annotations, as_json

TEXTS = {"a.md": "datum: 2018-02-30\nMannen, 811218-9876, greps."}
FOUND = (
    Diagnostic(Source("a.md", 1, 8, 10), "fel", "datum", "den 30 februari finns inte", "Skriv  x"),
    Diagnostic(Source("a.md", 2, 9, 11), "varning", "personnummer", "här står 811218-9876", "Nej."),
    Diagnostic(Source("b,1:.md"), "fel", "filnamn", "100 % fel\nnamn", "Döp om."),
)


def test_json_has_every_fault_with_its_place_line_and_advice() -> None:
    told = json.loads(as_json(FOUND, TEXTS, "content/", "Webbplatsen är inte ändrad."))
    assert told["funna"][0] == {
        "fil": "content/a.md",
        "rad": 1,
        "kolumn": 8,
        "längd": 10,
        "grad": "fel",
        "regel": "datum",
        "meddelande": "den 30 februari finns inte",
        "råd": "Skriv  x",
        "utdrag": "  1 | datum: 2018-02-30\n    |        ^^^^^^^^^^",
    }
    assert (told["fel"], told["varningar"]) == (2, 1)
    assert told["webbplatsen"] == "Webbplatsen är inte ändrad."
    assert "811218-****" in told["funna"][1]["utdrag"]
    assert told["funna"][2]["utdrag"] == ""


def test_json_leaves_nothing_out_however_much_is_wrong() -> None:
    many = [Diagnostic(Source("a.md", line), "fel", "r", "fel") for line in range(1, 60)]
    assert len(json.loads(as_json(many, {}, "", ""))["funna"]) == 59


def test_annotation_says_where_and_what_and_never_shows_the_line() -> None:
    assert [*as_annotations(FOUND, TEXTS, "content/")] == [
        "::error file=content/a.md,line=1,col=8,title=datum::den 30 februari finns inte. Skriv x",
        "::warning file=content/a.md,line=2,col=9,title=personnummer::här står 811218-****. Nej.",
        "::error file=content/b%2C1%3A.md,title=filnamn::100 %25 fel\ufffdnamn. Döp om.",
    ]


def test_more_than_twenty_annotations_of_a_file_end_with_how_many_more() -> None:
    many = [Diagnostic(Source("a.md", line), "fel", "r", "fel") for line in range(1, 23)]
    *told, last = as_annotations(many, {}, "")
    assert len(told) == 20
    assert last == "::notice file=a.md::2 till i den här filen"
