"""A standing benefit in Swedish: since when it holds, and whether it held to the end."""

from followup.naming import Words, happened
from followup.progress.result import Quote, TargetResult


def held_to_the_end(target: TargetResult) -> Quote | None:
    """The report by which it held to the end of the period, when one settled that."""
    match target.decided_by:
        case Quote(row=row) as quote if target.state == "genomförd":
            return quote if row.verdict in ("pågår", "fortsätter") else None
    return None


def standing_sentence(target: TargetResult, words: Words) -> str | None:
    """`Gäller sedan den 1 mars 2018.`; None where nothing is known but what a party says."""
    began = min(target.counted, key=lambda action: action.span, default=None)
    if last := held_to_the_end(target):
        who = words.party_names([last.report.told_by])
        since = f"från {happened(began).removeprefix('i ')} till periodens slut" if began else ""
        return f"Det gällde {since or 'perioden ut'}, enligt {who}."
    if began is None:
        return None
    if target.state == "pågår":
        return f"Gäller sedan {happened(began).removeprefix('i ')}."
    return f"Det började gälla {happened(began)}."
