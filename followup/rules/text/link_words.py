"""Rules on links: their words say where they lead, and their headings exist."""

import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache

from followup.content.code_spans import without_code
from followup.content.fields import offer, said
from followup.links import OF_THE_FRAME, anchor
from followup.readability import plain
from followup.rules.rule import Finding, rule
from followup.rules.subject import Subject
from followup.rules.text.headings import headings
from followup.rules.text.published import at, bodies


@rule("länktext", "varning")
def link_words_say_where_they_lead(subject: Subject) -> Iterator[Finding]:
    """Länkens ord ska säga vart den leder, även för den som hör länkarna lästa i en lista.

    Fel: [Klicka här](https://polisen.se)
    Rätt: [Polisens webbplats](https://polisen.se)
    """
    for body in bodies(subject.site):
        for link in _LINK.finditer(without_code(body.text)):
            words = " ".join(link["words"].split()).strip(" *_.:!›»>")
            is_address = re.match(r"https?://|www\.", words) and len(words) > _LONGEST_ADDRESS
            if words.casefold() in _EMPTY or is_address:
                yield Finding(
                    at(body, *link.span("words")),
                    f"{said(words)} säger inte vart länken leder",
                    "Skriv namnet på det som läsaren kommer till, till exempel:  "
                    f"[Polisens webbplats]({link['target']})",
                )


@rule("trasig-länk")
def anchors_are_headings(subject: Subject) -> Iterator[Finding]:
    """En länk till en rubrik på en egen sida (mappen sidor) ska leda till en rubrik som finns där.

    Fel: [frågor](#fragro) på en sida med rubriken Frågor
    Rätt: [frågor](#fragor)
    """
    pages = {page.source.path: page.body.text for page in subject.site.pages}
    for body in bodies(subject.site):
        for link in _ANCHOR.finditer(without_code(body.text)):
            folder = posixpath.dirname(body.source.path)
            path = posixpath.normpath(posixpath.join(folder, link["file"]))
            text = pages.get(path if link["file"] else body.source.path)
            if text is None:
                continue
            anchors, asked = _anchors(text), link["anchor"]
            if re.sub(r"_\d+$", "", asked) not in (*anchors, *OF_THE_FRAME):
                yield Finding(
                    at(body, *link.span("target")),
                    f"ingen rubrik på sidan har ankaret {said('#' + asked)}",
                    offer(asked, anchors, "Rubrikernas ankare är")
                    if anchors
                    else "Sidan har inga rubriker. Länka till sidan, utan # och ord.",
                )


RULES = (link_words_say_where_they_lead, anchors_are_headings)

_LINK = re.compile(r"(?<!!)\[(?P<words>[^\[\]\n]{1,200})\]\(\s*<?(?P<target>[^()\s<>]+)")
_ANCHOR = re.compile(r"\]\(\s*<?(?P<target>(?P<file>[^()\s<>#:]*)#(?P<anchor>[^()\s<>]+))")
_LONGEST_ADDRESS = 40
_EMPTY = frozenset(
    (
        "här", "hit", "länk", "länken", "läs mer", "läs mer här", "läs här", "klicka", "klicka här",
        "mer", "mer här", "mer information", "se här", "se mer", "tryck här", "denna länk",
        "den här länken", "den här sidan", "denna sida", "sidan", "länk här",
    )
)  # fmt: skip


@lru_cache(maxsize=500)
def _anchors(text: str) -> tuple[str, ...]:
    """The anchors of a text's headings, as the page gives them."""
    return tuple(anchor(plain(words).strip()) for words in headings(text))
