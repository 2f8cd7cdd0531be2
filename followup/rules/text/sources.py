"""Rules on where figures come from."""

from collections.abc import Iterator

from followup.progress.counting import has_figure
from followup.rules.rule import Finding, rule
from followup.rules.subject import Subject


@rule("utan-källa", "varning")
def figures_have_a_source(subject: Subject) -> Iterator[Finding]:
    """En redovisning med en siffra ska säga var siffran står.

    Fel: antal: 12 utan källor
    Rätt: antal: 12 och källor: [{titel: Polisens rapport, datum: 2018-09-03}]
    """
    for promise in subject.site.promises:
        for report in promise.reports:
            row = next((row for row in report.rows if has_figure(row)), None)
            if row and not report.citations and not report.is_example:
                yield Finding(
                    subject.at(row.source, *_FIGURES),
                    "det står inte var siffran kommer ifrån",
                    "Skriv var den står, till exempel:  "
                    "källor: [{titel: Polisens rapport, datum: 2018-09-03}]",
                )


RULES = (figures_have_a_source,)

_FIGURES = ("antal", "intervall", "ärenden", "önskemål", "uppfyllda", "enheter", "enheter_nådda")
