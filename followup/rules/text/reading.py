"""Rules on how hard the editors' own texts are to read."""

import re
from collections.abc import Iterator

from followup.content.fields import said
from followup.readability import is_long, plain, readability, spans, words
from followup.rules.rule import Finding, rule
from followup.rules.subject import Subject
from followup.rules.text.published import at, own_texts
from followup.swedish import listing

# The longest sentence of our own in the shipped contents has 25 words; officialese begins at 30.
MOST_WORDS = 30
MOST_LIX = 50
LEAST_WORDS = 40


@rule("lång-mening", "varning")
def sentences_are_short(subject: Subject) -> Iterator[Finding]:
    """En mening ska ha högst 30 ord. Löftets egna ord räknas inte.

    Fel: en mening med 45 ord och fyra kommatecken
    Rätt: tre meningar med 15 ord i varje
    """
    for body in own_texts(subject):
        text = plain(body.text)
        for start, end in spans(text):
            number = len(words(text[start:end]))
            if number > MOST_WORDS:
                first = re.search(r"\w", text[start:end])
                start += first.start() if first else 0
                yield Finding(
                    at(body, start, end),
                    f"meningen har {number} ord, och efter {MOST_WORDS} tappar många tråden",
                    f"Dela den{_where(text[start:end])}.",
                )


@rule("lix", "varning")
def texts_are_readable(subject: Subject) -> Iterator[Finding]:
    """En text på minst 40 ord ska ha högst 50 i LIX, ett mått på hur svår den är att läsa.

    Fel: Myndighetens kommunikationsinsatser har implementerats, med LIX 62
    Rätt: Vi har berättat för alla som bor här, med LIX 30
    """
    for body in own_texts(subject):
        text = plain(body.text)
        written = words(text)
        if len(written) >= LEAST_WORDS and (lix := readability(text)) > MOST_LIX:
            first = re.search(r"\w", text)
            start = first.start() if first else 0
            longest = sorted({w.strip(_MARKS) for w in written if is_long(w)}, key=_longest_first)
            yield Finding(
                at(body, start, start + len(text[start:].split("\n", 1)[0].rstrip())),
                f"texten har LIX {lix}, och över {MOST_LIX} är svårt för många",
                "Korta meningarna, och byt långa ord mot korta: "
                f"{listing([*map(said, longest[:3])])}.",
            )


RULES = (sentences_are_short, texts_are_readable)

_MARKS = ".,;:!?()”\"'–"
_SPLIT = re.compile(r"[,;:–] ?|(?= (?:och|men|eller|samt|som|där|vilket|eftersom|medan)\b)")


def _longest_first(word: str) -> tuple[int, str]:
    return -len(word), word


def _where(sentence: str) -> str:
    """The place nearest its middle where a sentence can be split, told by the words around it."""
    middle = len(sentence) / 2
    places = [match for match in _SPLIT.finditer(sentence) if 0 < match.start() < len(sentence)]
    if not places:
        return " i två"
    best = min(places, key=lambda match: abs(match.start() - middle))
    before = " ".join(sentence[: best.start()].split()[-3:])
    return f" i två, till exempel efter {said(before)}"
