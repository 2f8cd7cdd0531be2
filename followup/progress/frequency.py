"""Which intervals of a frequency were kept and which missed: a missed one cannot be made up for."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from followup.model import Action, Span, Target
from followup.progress.bounds import Bounds, bounds, is_floor, proven, uncertainty
from followup.progress.counting import ended, worth
from followup.progress.intervals import Judged
from followup.progress.overlap import Overlap, merged
from followup.progress.result import (
    IntervalKind,
    IntervalResult,
    NotCounted,
    Quote,
    Score,
    Tally,
)
from followup.progress.seasons import cover, meeting
from followup.progress.seasons import merged as joined
from followup.progress.tally import accuracy_of, choose, tally
from followup.progress.told import Told


def judge(told: Told, judged: Judged, told_to: date | None) -> tuple[IntervalResult, ...]:
    """Every interval with what is known of it. Those that end after `told_to` are to come."""
    evidence = _share_out(told, [span for span, _ in judged])
    return tuple(_result(span, target, evidence[span], told, told_to) for span, target in judged)


def frequency_score(told: Told, results: tuple[IntervalResult, ...]) -> Score | None:
    """How many intervals were kept and missed, one by one or by what a longer report proves.

    A report that says how many were kept of how many is used as it stands; of several that differ
    the lower. A sum over several intervals proves no more kept than it is enough for; the rest of
    them were missed.
    """
    left = list(results)
    kept = missed = 0
    blocks = tuple(q for q in told.figures if q.row.intervals)
    for days in {told.overlap.range(block): None for block in choose(blocks, told.overlap)}:
        members = [r for r in left if days.covers(r.span)]
        left = [r for r in left if r not in members]
        said = [_stated(q, len(members)) for q in blocks if told.overlap.range(q) == days]
        kept += min(proven for proven, _ in said)
        missed += min(lost for _, lost in said)
    alone = sum(r.kind == "hållen" for r in left)
    kept, missed = kept + alone, missed + min(_missed(told, left), len(left) - alone)
    coming = sum(r.kind == "kommande" for r in left)
    told_of = len(results) - coming
    if not results:
        return None
    return Score(kept, missed, max(0, told_of - kept - missed), coming)


def are_some_kept(sums: Tally, results: Iterable[IntervalResult], target: Target) -> bool:
    """True when a figure is too large for all of its intervals to have been missed.

    What it counted may have been on days that are in no whole interval, when it has such days.
    """
    if target.at_most is not None:
        return False
    spans = [result.span for result in results]
    for quote in merged(sums.quotes):
        inside = [span for span in spans if quote.row.span.covers(span)]
        most_without = ((target.number or 0) - 1) * len(inside)
        is_whole = quote.row.start is not None and cover(inside, [quote.row.span])
        if is_whole and proven(quote.row.number or 0, [quote]) > most_without:
            return True
    return False


@dataclass
class _Evidence:
    """What may have been in one interval.

    `maybe` is the worth of the actions, and `sums` are the figures, that are for more than it.
    """

    actions: list[Action] = field(default_factory=list)
    figures: list[Quote] = field(default_factory=list)
    others: list[NotCounted] = field(default_factory=list)
    maybe: int = 0
    sums: list[Quote] = field(default_factory=list)


def _share_out(told: Told, spans: list[Span]) -> dict[Span, _Evidence]:
    found: dict[Span, _Evidence] = defaultdict(_Evidence)
    for action in told.counted:
        days = ended(action)
        for span in meeting(spans, days):
            if span.covers(days):
                found[span].actions.append(action)
            else:
                found[span].maybe += worth(action, told.target)
    for quote in told.summable:
        for span in meeting(spans, quote.row.span):
            within = quote.row.start is not None and span.covers(quote.row.span)
            (found[span].figures if within else found[span].sums).append(quote)
    for other in told.not_counted:
        days = other.item.span if isinstance(other.item, Action) else other.item.row.span
        for span in meeting(spans, days):
            found[span].others.append(other)
    return found


def _result(
    span: Span, target: Target, evidence: _Evidence, told: Told, told_to: date | None
) -> IntervalResult:
    quotes = tuple(evidence.figures)
    limits = _limits(span, target, evidence, told)
    kind: IntervalKind = "okänd"
    if _is_kept(target, limits):
        kind = "hållen"
    elif _is_missed(target, limits):
        kind = "missad"
    elif told_to is None or span.last > told_to:
        kind = "kommande"
    return IntervalResult(span, kind, tuple(evidence.actions), quotes)


def _limits(span: Span, target: Target, evidence: _Evidence, told: Told) -> Bounds:
    """Between what the interval's own count lies. It has no upper limit until all of it is told."""
    overlap = Overlap((span,), told.overlap.belonging)
    actions, quotes = tuple(evidence.actions), tuple(evidence.figures)
    sums = tally(actions, quotes, target, overlap) or Tally(0, "exakt", ())
    limits = bounds(sums, evidence.others, target, overlap)
    more = evidence.maybe
    if not _is_told_of_alone(span, quotes, told):
        is_confirmed = _is_confirmed(span, told)
        if not is_confirmed or any(map(is_floor, evidence.sums)):
            return Bounds(limits.least, None)
        more += sum(map(_at_most, evidence.sums))
    most = None if limits.most is None else limits.most + more
    return Bounds(limits.least, most)


def _is_confirmed(span: Span, told: Told) -> bool:
    """True when all that was done until then is in: but where nothing is, that is not none."""
    confirmed_to = told.confirmed_to if told.reported_to else None
    return confirmed_to is not None and span.last <= confirmed_to


def _is_told_of_alone(span: Span, quotes: Iterable[Quote], told: Told) -> bool:
    """True when reports with figures for the interval itself, or its parts, cover it."""
    rows = (q for q in merged(quotes) if q.report.share == "hela" and told.is_everywhere(q))
    return cover((q.row.span for q in rows), [span])


def _at_most(quote: Quote) -> int:
    number = quote.row.number or 0
    return number + (uncertainty(number) if quote.row.accuracy == "ungefär" else 0)


def _is_kept(target: Target, limits: Bounds) -> bool:
    number = target.number or 0
    if target.at_most is not None:
        return limits.most is not None and limits.most <= number
    return limits.least >= number


def _is_missed(target: Target, limits: Bounds) -> bool:
    number = target.number or 0
    if target.at_most is not None:
        return limits.least > number
    return limits.most is not None and limits.most < number


def _stated(block: Quote, members: int) -> tuple[int, int]:
    """How many of `members` whole intervals a report's own words prove kept, and how many missed.

    It may have counted intervals at the edges that are not judged here.
    """
    said = block.row.intervals
    assert said
    surplus = max(0, said.of - members)
    doubt = uncertainty(said.kept) if block.row.accuracy == "ungefär" else 0
    kept = min(members, max(0, said.kept - surplus - doubt))
    is_exact = accuracy_of(block) == "exakt"
    missed = max(0, said.of - said.kept - surplus) if is_exact else 0
    return kept, min(missed, members - kept)


def _missed(told: Told, results: Iterable[IntervalResult]) -> int:
    """How many were missed for certain: one by one, or because a sum is not enough for more."""
    left = list(results)
    alone = sum(r.kind == "missad" for r in left)
    if told.target.at_most is not None:
        return alone
    rows = (q for q in merged(told.summable) if q.row.start and q.report.share == "hela")
    ranges = {q.row.span for q in rows if told.is_everywhere(q) and not is_floor(q)}
    stretches = ranges | set(joined(ranges))
    return alone + sum(_best_proof(whole, stretches, left, told) for whole in joined(ranges))


def _best_proof(
    whole: Span, stretches: Iterable[Span], results: list[IntervalResult], told: Told
) -> int:
    """The most that the sums prove missed, over the whole stretch or in its parts."""
    parts: list[Span] = []
    for span in sorted(stretches, key=lambda span: (-span.days, span)):
        if span != whole and whole.covers(span) and not any(map(span.meets, parts)):
            parts.append(span)
    by_parts = sum(_shortfall(span, results, told) for span in parts)
    return max(_shortfall(whole, results, told), by_parts)


def _shortfall(stretch: Span, results: list[IntervalResult], told: Told) -> int:
    """How many of the intervals in the stretch what is told of it is not enough for.

    Those that are known to be missed one by one are left to be counted by themselves.
    """
    members = [r for r in results if stretch.covers(r.span)]
    known = sum(r.kind == "missad" for r in members)
    most = _most(stretch, told)
    if most is None:
        return 0
    return max(0, len(members) - most // (told.target.number or 1) - known)


def _most(stretch: Span, told: Told) -> int | None:
    """The most that may have been done in a stretch: other figures and actions may say more."""
    overlap = Overlap((stretch,), told.overlap.belonging)
    actions = tuple(a for a in told.counted if stretch.meets(ended(a)))
    quotes = tuple(q for q in told.summable if q.row.start and stretch.covers(q.row.span))
    sums = tally(actions, quotes, told.target, overlap)
    return bounds(sums, told.not_counted, told.target, overlap).most if sums else None
