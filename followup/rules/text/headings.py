"""Rules on headings. Their levels need none: the page puts them in order."""

import re
from collections.abc import Iterator

from followup.content.fields import said
from followup.rules.rule import Finding, rule
from followup.rules.subject import Subject
from followup.rules.text.published import at, bodies


@rule("fet-rubrik", "varning")
def headings_are_headings(subject: Subject) -> Iterator[Finding]:
    """En rubrik ska vara en rubrik, så att den syns i innehållet och hörs som en.

    Fel: **Så gör vi** ensamt på en rad
    Rätt: ## Så gör vi
    """
    for body in bodies(subject.site):
        for line in _BOLD_LINE.finditer(body.text):
            if len(line["words"].split()) <= _MOST_WORDS:
                yield Finding(
                    at(body, *line.span("bold")),
                    f"{said(line['words'])} är fet stil och ingen rubrik",
                    f"Skriv den som rubrik:  ## {line['words']}",
                )


RULES = (headings_are_headings,)


def headings(text: str) -> Iterator[str]:
    """The words of a text's headings."""
    for heading in _HEADING.finditer(_FENCED.sub("", text)):
        yield (heading["words"] or heading["above"] or "").strip(" \t#")


_MOST_WORDS = 8
# Alone between empty lines, with a text below, and without the full stop of a sentence.
_BOLD_LINE = re.compile(
    r"(?:\A\n*|(?<=\n\n))(?P<bold>(?P<m>\*\*|__)(?P<words>[^*_\n]+[^*_\n.!,;])(?P=m))[ \t]*\n"
    r"[ \t]*\n(?=\s*[^\s#])"
)
_FENCED = re.compile(r"^ {0,3}(`{3,}|~{3,})[\s\S]*?(?:^ {0,3}\1|\Z)", re.MULTILINE)
_HEADING = re.compile(
    r"^ {0,3}#{1,6}(?P<words>[^\n]*)$|^(?P<above>[^\n]+)\n(?:=+|-+)[ \t]*$", re.MULTILINE
)
