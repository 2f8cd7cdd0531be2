"""A rule on HTML: what looks like it is shown to the readers as it stands."""

import re
from collections.abc import Iterator

from followup.content.code_spans import without_code
from followup.rules.rule import Finding, rule
from followup.rules.subject import Subject
from followup.rules.text.published import at, bodies


@rule("html", "varning")
def texts_hold_no_html(subject: Subject) -> Iterator[Finding]:
    """HTML görs inte om till något: läsarna ser det så som det står.

    Fel: <b>Viktigt</b>
    Rätt: **Viktigt**
    """
    for body in bodies(subject.site):
        if tag := _TAG.search(without_code(body.text)):
            yield Finding(
                at(body, *tag.span()),
                f"{tag[0]} är HTML, och det visas som text",
                "Ta bort det. Fet stil skrivs  **så här**  och en länk  "
                "[Polisens webbplats](https://polisen.se)",
            )


RULES = (texts_hold_no_html,)

# Only what is known as HTML: somebody may write <plats> for a word to fill in.
_TAG = re.compile(
    r"</?(?:script|style|iframe|div|span|p|br|hr|b|i|u|em|strong|a|img|font|center|sup|sub|small"
    r"|table|tr|td|th|ul|ol|li|h[1-6])(?:\s[^<>\n]{0,300})?/?>|<!--",
    re.IGNORECASE,
)
