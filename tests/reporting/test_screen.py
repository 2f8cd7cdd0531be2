"""On a terminal a report has colours, and the same words as everywhere."""

import io
import re

import pytest

from followup.diagnostics import Diagnostic, Source
from followup.reporting import report, show

TEXT = report(
    [
        Diagnostic(Source("a.md", 1, 8, 4), "fel", "värde", "fel", "Menade du  bro ?  Det finns."),
        Diagnostic(Source("a.md", 1), "varning", "lix", "[bold]svår[/bold] text :smile: {}"),
    ],
    {"a.md": "plats: broo"},
)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_words_are_the_same_with_and_without_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    plain, coloured = io.StringIO(), Terminal()
    show(TEXT, plain)
    show(TEXT, coloured)
    assert plain.getvalue() == f"{TEXT}\n"
    assert "\x1b[1;31mFEL\x1b[0m" in coloured.getvalue()
    assert "\x1b[1;32mbro\x1b[0m" in coloured.getvalue()
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured.getvalue()) == plain.getvalue()


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_whoever_wants_no_colours_gets_none(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv(name, value)
    terminal = Terminal()
    show(TEXT, terminal)
    assert not re.search(r"\x1b\[[\d;]*3\d", terminal.getvalue())


def test_long_line_is_never_broken_by_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    terminal = Terminal()
    show("x " * 60, terminal)
    assert terminal.getvalue().count("\n") == 1
