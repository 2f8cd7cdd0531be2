"""The plain text in colours, where somebody looks at a screen that has them."""

from typing import TextIO


def show(text: str, stream: TextIO) -> None:
    """Prints a report: the same words everywhere, and in colours on a terminal."""
    if not stream.isatty():
        print(text, file=stream)
        return
    from rich.console import Console
    from rich.text import Text
    from rich.theme import Theme

    coloured = Text(text)
    for pattern in _PATTERNS:
        coloured.highlight_regex(pattern)
    Console(file=stream, theme=Theme(_STYLES), highlight=False).print(coloured, soft_wrap=True)


_PATTERNS = (
    r"(?m)^(?:(?P<fault>FEL)|(?P<warning>VARNING))  (?P<place>.+)  (?P<rule>\[.+\])$",
    r"(?m)^ +\d* (?P<bar>\|) ?",
    r"(?m)^ +\| *(?P<caret>\^+.*)$",
    r"Menade du  (?P<meant>\S.*?) \?",
)
# Never colour alone: each of them stands for a word or a mark that is there without it.
_STYLES = {
    "fault": "bold red",
    "warning": "bold yellow",
    "place": "bold",
    "rule": "dim",
    "bar": "dim",
    "caret": "bold red",
    "meant": "bold green",
}
