"""Rules on days and numbers that are written as in English."""

import re
from collections.abc import Iterator

from followup.content.fields import said
from followup.rules.rule import Finding, rule
from followup.rules.subject import Subject
from followup.rules.text.published import at, own_texts


@rule("engelska-tal", "varning")
def numbers_are_swedish(subject: Subject) -> Iterator[Finding]:
    """Dagar, klockslag och tal ska skrivas på svenska.

    Fel: March 14, 3/14/2018, 5 pm, 1,234 personer, 45%
    Rätt: 14 mars 2018, kl. 17, 1 234 personer, 45 %
    """
    for body in own_texts(subject):
        for written in _ENGLISH.finditer(_ADDRESS.sub(lambda a: " " * len(a[0]), body.text)):
            asks = _ASKS[written.lastgroup or ""]
            yield Finding(
                at(body, *written.span()), f"{said(written[0])} är skrivet på engelska vis", asks
            )


RULES = (numbers_are_swedish,)

_ADDRESS = re.compile(r"https?://\S+|\]\([^)\n]{0,1000}\)|`[^`\n]{0,1000}`")
_ENGLISH = re.compile(
    r"\b(?P<day>(?:(?:January|February|March|June|July|August|October) \d{1,2}"
    r"|(?:April|May|September|November|December) \d{1,2}(?:st|nd|rd|th|, \d{4}))\b"
    r"|\d{1,2}/\d{1,2}/(?:19|20)\d\d\b)"
    r"|\b(?P<clock>(?:1[0-2]|[1-9])(?::[0-5]\d)? ?(?:am|pm|a\.m\.|p\.m\.)(?!\w))"
    r"|(?<![\d,.])(?P<thousands>\d{1,3}(?:,\d{3}){2,}(?![\d,])|\d{1,3},\d{3} "
    r"(?:insatser|personer|invånare|boende|besökare|elever|kronor|kontroller|samtal|besök)\b)"
    r"|(?<![\d.,])(?P<decimal>\d+\.\d+ ?(?:procent|miljoner|miljarder|%)(?!\w))"
    r"|(?<![\w.,])(?P<percent>\d+(?:,\d+)?%)"
)
_ASKS = {
    "day": "Skriv dagen före månaden, till exempel:  14 mars 2018",
    "clock": "Skriv timmarna från 0 till 24, till exempel:  kl. 17",
    "thousands": "Skriv ett mellanslag mellan tusental, till exempel:  1 234",
    "decimal": "Skriv kommatecken före decimaler, till exempel:  3,5 procent",
    "percent": "Skriv ett mellanslag före procenttecknet, till exempel:  45 %",
}
