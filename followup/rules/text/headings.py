"""Rules on headings: that they are headings, and stand in steps."""

import re
from collections.abc import Iterator
from itertools import pairwise

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


@rule("rubriknivå", "varning")
def headings_stand_in_steps(subject: Subject) -> Iterator[Finding]:
    """Rubriker ska gå en nivå i taget nedåt. Sidan rättar själv till nivåer som ingen rubrik har.

    Fel: # Så gör vi, sedan ### Tider och ## Platser
    Rätt: # Så gör vi, sedan ## Tider och ## Platser
    """
    for body in bodies(subject.site):
        text = _FENCED.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), body.text)
        found = [*_LEVEL.finditer(text)]
        levels = sorted({len(heading["level"]) for heading in found})
        for before, heading in pairwise(found):
            above, own = (levels.index(len(one["level"])) for one in (before, heading))
            if own > above + 1:
                right = "#" * levels[above + 1]
                yield Finding(
                    at(body, *heading.span()),
                    f"rubriken hoppar från {before['level']} till {heading['level']}",
                    f"Skriv  {right} {heading['words'].strip()}",
                )


RULES = (headings_are_headings, headings_stand_in_steps)


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
_LEVEL = re.compile(r"^(?P<level>#{1,6})(?P<words>[ \t]+[^\n]*)$", re.MULTILINE)
_HEADING = re.compile(
    r"^ {0,3}#{1,6}(?P<words>[^\n]*)$|^(?P<above>[^\n]+)\n(?:=+|-+)[ \t]*$", re.MULTILINE
)
