"""Warnings where what was told does not agree with itself: both are shown on the site."""

from collections.abc import Iterator

from followup.progress import TargetResult
from followup.progress.bounds import uncertainty
from followup.progress.counting import Belonging, worth
from followup.progress.overlap import Overlap, in_order_of_end, merged
from followup.progress.result import Quote
from followup.progress.seasons import seasons
from followup.progress.tally import accuracy_of
from followup.rules.rule import Finding, rule
from followup.rules.subject import Subject


@rule("fler-insatser", "varning")
def no_more_evidence_than_the_figure(subject: Subject) -> Iterator[Finding]:
    """Det ska inte finnas fler daterade insatser än siffran som omfattar dem.

    Fel: antal: 3 för maj, och fyra insatser i maj
    Rätt: antal: 4
    """
    for overlap, target in _targets(subject):
        by_end = in_order_of_end(target.counted)
        for quote in _figures(target)[1]:
            held = overlap.held(quote, by_end)
            number, found = quote.row.number or 0, sum(worth(a, target.target) for a in held)
            if _is_limit(quote) and found > number + _doubt(quote):
                yield Finding(
                    subject.at(quote.row.source, "antal"),
                    f"siffran är {number}, men {found} är inlagda som insatser för samma tid",
                    "Kontrollera siffran. Den räknas, och insatserna visas bredvid.",
                )


@rule("del-större", "varning")
def parts_are_no_larger_than_the_whole(subject: Subject) -> Iterator[Finding]:
    """En siffra för en del av tiden ska inte vara större än siffran för hela.

    Fel: antal: 12 för maj, och antal: 10 för hela året
    Rätt: antal: 12 för maj, och antal: 30 för hela året
    """
    for overlap, target in _targets(subject):
        inner_figures, figures = _figures(target)
        for inner in inner_figures:
            whole = [quote for quote in figures if overlap.rivals(inner, quote)]
            number, total = inner.row.number or 0, sum(q.row.number or 0 for q in whole)
            if all(map(_is_limit, whole)) and number > total + sum(map(_doubt, whole)):
                yield Finding(
                    subject.at(inner.row.source, "antal"),
                    f"{number} är mer än {total}, som {whole[0].report.id} säger om en längre tid",
                    "Kontrollera båda siffrorna. Den för den längre tiden räknas, båda visas.",
                )


@rule("omdöme", "varning")
def verdicts_agree_with_the_count(subject: Subject) -> Iterator[Finding]:
    """En parts omdöme ska stämma med det som är räknat.

    Fel: bedömning: genomförd, när fem av minst åtta är gjorda
    Rätt: bedömning: delvis genomförd
    """
    for _, target in _targets(subject):
        quote = target.differing
        is_counted = target.tally is not None or target.score is not None
        if quote and is_counted and quote.row.as_promised not in ("nej", "oklart"):
            yield Finding(
                subject.at(quote.row.source, "bedömning"),
                f"”{quote.row.verdict}” stämmer inte med det som är räknat: {target.state}",
                "Kontrollera omdömet och siffrorna. Det som är räknat avgör, båda visas.",
            )


RULES = (
    no_more_evidence_than_the_figure,
    parts_are_no_larger_than_the_whole,
    verdicts_agree_with_the_count,
)


def _targets(subject: Subject) -> Iterator[tuple[Overlap, TargetResult]]:
    """Every target as it stands on the last day that can have happened."""
    belonging = Belonging.of(subject.site)
    for promise in subject.progress.promises:
        for measure in promise.measures:
            for target in measure.targets:
                own_time = seasons(target.target, promise.promise.span)
                yield Overlap(own_time, belonging), target


def _figures(target: TargetResult) -> tuple[tuple[Quote, ...], tuple[Quote, ...]]:
    """The figures that are parts of others, and those that are used, each report's rows as one."""
    if target.tally is None:
        return (), ()
    return merged(target.tally.inner), merged(target.tally.quotes)


def _is_limit(quote: Quote) -> bool:
    """True for a figure that is no mere floor."""
    return accuracy_of(quote) in ("exakt", "ungefär")


def _doubt(quote: Quote) -> int:
    return uncertainty(quote.row.number or 0) if quote.row.accuracy == "ungefär" else 0
