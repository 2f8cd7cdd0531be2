"""What a running text may hold: all that people write, and nothing that is slow to read."""

import time

import pytest

from followup.content.markdown_limits import check
from followup.diagnostics import Source
from followup.links import Prose
from followup.model import Body
from followup.render.markdown import to_html
from followup.reporting import report

LINK = "[Polisen i Upplands-Bro](https://polisen.se/upplands-bro (lokalt))"
RIGHT = {
    "long paragraphs": "\n\n".join(["Vi vandrar i Bro. " * 300] * 10),
    "a paragraph on one line": "Vi vandrar i Bro. " * 1000,
    "a table of links": "| a | b |\n|---|---|\n" + f"| {LINK} | **ja** |\n" * 200,
    "a list of links": f"- {LINK}, [nästa][b], [![Torget](a.jpg)](b) och *mer*\n" * 150,
    "boxes to tick": "- [ ] gå\n- [x] stå\n" * 200,
    "placeholders": "[[nattvandring.siffra]] av [[nattvandring.mål]] " * 200,
    "references": "".join(f"[{n}]: https://a.example/{n}\n" for n in range(500)) + "\nVi ses.",
    "rulers": "- - - - - - - - - - - - - - - - - - - - - - - -\n\n* * *\n\n" + "*" * 80 + "\n\n",
    "lines to write on": "Namn: " + "_" * 300,
    "five levels": "".join(f"{'    ' * n}- a\n" for n in range(5)),
    "a quotation in a quotation": "> > > a\n",
    "brackets in code": "`" + "[" * 500 + "`",
    "code words": "`ja` eller `nej` " * 100,
    "many short paragraphs": "Ja.\n\n" * 2000,
}
# Just inside the limits, and as slow as we have found.
SLOW = {
    "brackets": "[a" * 100 + " ord" * 4900,
    "pictures": "![" * 99 + "(a " * 6000,
    "sections": "<![CDATA[" * 50 + "x " * 9000,
    "code marks": "``- \\" * 400 + "x " * 9000,
    "headings": ("#\n" * 999 + "\n") * 4,
    "underlines": ("===\n" * 999 + "\n") * 4,
    "dashes": ("-\n" * 999 + "\n") * 4,
    "rulers": ("***\n" * 999 + "\n") * 4,
    "stars": "*a **b ***c " * 1600,
    "low lines": "_a__b___c" * 2200,
    "table": "|" + "a|" * 200 + "\n|" + "-|" * 200 + "\n" + ("|" + "a|" * 200 + "\n") * 40,
    "levels": "".join(f"{'    ' * n}- a\n" for n in range(19)),
    "quotations": "> " * 19 + "a",
    "entities": "&a;&#1;" * 2800,
    "addresses": "<a@b.c <http://a " * 1100,
    "backslashes": "\\`\\*\\[" * 49,
}
REFUSED = {
    "pictures": ("![" * 6000, "stycket som börjar här har för många hakparenteser"),
    "sections": ("<![CDATA[" * 2000, "stycket som börjar här har för många hakparenteser"),
    "over lines": ("[a\n" * 200, "stycket som börjar här har för många hakparenteser"),
    "over paragraphs": ("[a\n\n" * 200, "stycket som börjar här har för många hakparenteser"),
    "links half done": ("[a](b " * 200, "stycket som börjar här har för många hakparenteser"),
    "code marks": ("``- \\" * 500, "stycket som börjar här har för många grava accenter"),
    "levels": ("".join(f"{'    ' * n}- a\n" for n in range(400)), "raden är för långt indragen"),
    "levels on a line": ("- " * 50 + "a", "raden är för långt indragen"),
    "levels of nothing": ("- " * 5000, "raden är för långt indragen"),
    "numbers on a line": ("1. " * 50, "raden är för långt indragen"),
    "quotations": (">" * 50 + "a", "raden är för långt indragen"),
    "a long paragraph": ("ord " * 5001, "stycket som börjar här är för långt"),
    "many lines": ("#\n" * 1001, "stycket som börjar här är för långt"),
    "many paragraphs": ("a\n\n" * 2501, "texten är för lång"),
}


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_what_people_write_is_within_the_limits(text: str) -> None:
    assert [*check(body(text))] == []
    assert to_html(Prose(text))


@pytest.mark.parametrize("text", SLOW.values(), ids=SLOW)
def test_what_is_within_the_limits_is_read_in_time(text: str) -> None:
    started = time.process_time()
    assert [*check(body(text))] == []
    to_html(Prose(text))
    assert time.process_time() - started < 3


@pytest.mark.parametrize(("text", "message"), REFUSED.values(), ids=REFUSED)
def test_what_takes_minutes_is_refused_at_once(text: str, message: str) -> None:
    started = time.process_time()
    first = next(check(body(text)))
    assert time.process_time() - started < 1
    assert first.message.startswith(message)


def test_line_that_is_pushed_in_too_far_is_pointed_at() -> None:
    text = "Vi ses.\n\n" + "- " * 25 + "i Bro\n"
    assert (
        report(check(body(text)), {"a.md": "---\n---\n" + text})
        == """\
FEL  a.md:5:1  [form]
  5 | - - - - - - - - - - - - - - - - - - - - - - - - - i Bro
    | ^ raden är för långt indragen
  Skriv listan eller citatet med högst ett par nivåer.
"""
    )


def test_paragraph_with_brackets_that_never_end_is_pointed_at() -> None:
    text = "Vi ses.\n\n" + "[Bro\n" * 101
    assert (
        report(check(body(text)), {"a.md": "---\n---\n" + text})
        == """\
FEL  a.md:5:1  [form]
  5 | [Bro
    | ^ stycket som börjar här har för många hakparenteser som inte hör ihop
  Skriv länkar som  [text](https://polisen.se)  och ta bort resten.
"""
    )


def body(text: str) -> Body:
    return Body(text, Source("a.md", 3))
