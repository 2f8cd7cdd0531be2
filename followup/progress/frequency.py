"""Which intervals of a frequency were kept and which missed: a missed one cannot be made up for."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from followup.model import Action, Span, Target
from followup.progress.bounds import Bounds, bounds, uncertainty
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
from followup.progress.seasons import cover
from followup.progress.seasons import merged as joined
from followup.progress.tally import accuracy_of, choose, tally
from followup.progress.told import Told


def judge(told: Told, judged: Judged, told_to: date | None) -> tuple[IntervalResult, ...]:
    """Every interval with what is known of it. Those that end after `told_to` are to come."""
    evidence = _share_out(told, [span for span, _ in judged])
    return tuple(_result(span, target, evidence[span], told, told_to) for span, target in judged)


def frequency_score(told: Told, results: tuple[IntervalResult, ...]) -> Score | None:
    """How many intervals were kept and missed, one by one or by what a longer report proves.

    A report that says how many were kept of how many is used as it stands. A sum over several
    intervals proves no more kept than it is enough for; the rest of them were missed.
    """
    left = list(results)
    kept = missed = 0
    for block in choose(tuple(q for q in told.figures if q.row.intervals), told.overlap):
        members = [r for r in left if told.overlap.range(block).covers(r.span)]
        left = [r for r in left if r not in members]
        proven = _stated(block, len(members))
        kept, missed = kept + proven[0], missed + proven[1]
    alone = sum(r.kind == "hållen" for r in left)
    kept, missed = kept + alone, missed + min(_missed(told, left), len(left) - alone)
    coming = sum(r.kind == "kommande" for r in left)
    told_of = len(results) - coming
    if not results:
        return None
    return Score(kept, missed, max(0, told_of - kept - missed), coming)


@dataclass
class _Evidence:
    """What may have been in one interval. `maybe` is the worth of what is known only roughly."""

    actions: list[Action] = field(default_factory=list)
    figures: list[Quote] = field(default_factory=list)
    others: list[NotCounted] = field(default_factory=list)
    maybe: int = 0


def _share_out(told: Told, spans: list[Span]) -> dict[Span, _Evidence]:
    found: dict[Span, _Evidence] = defaultdict(_Evidence)
    firsts = [span.first for span in spans]
    for action in told.counted:
        days = ended(action)
        for span in _meeting(spans, firsts, days):
            if span.covers(days):
                found[span].actions.append(action)
            else:
                found[span].maybe += worth(action, told.target)
    for quote in told.summable:
        for span in _meeting(spans, firsts, quote.row.span):
            if quote.row.start and span.covers(quote.row.span):
                found[span].figures.append(quote)
    for other in told.not_counted:
        days = other.item.span if isinstance(other.item, Action) else other.item.row.span
        for span in _meeting(spans, firsts, days):
            found[span].others.append(other)
    return found


def _meeting(spans: list[Span], firsts: list[date], days: Span) -> list[Span]:
    """Those of the spans, which are in order and share no day, that meet the days."""
    start = max(0, bisect_right(firsts, days.first) - 1)
    return [span for span in spans[start : bisect_right(firsts, days.last)] if span.meets(days)]


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
    is_confirmed = told.confirmed_to is not None and span.last <= told.confirmed_to
    ranges = [q.row.span for q in quotes if q.report.share == "hela"]
    if limits.most is None or not (is_confirmed or cover(ranges, [span])):
        return Bounds(limits.least, None)
    return Bounds(limits.least, limits.most + evidence.maybe)


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
    rows = merged(q for q in told.summable if q.row.start and q.report.share == "hela")
    sums = choose(tuple(q for q in rows if accuracy_of(q) in ("exakt", "ungefär")), told.overlap)
    stretches = {q.row.span for q in sums} | set(joined(q.row.span for q in sums))
    return alone + sum(
        best
        for stretch in joined(stretches)
        for best in [_best_proof(stretch, stretches, sums, left, told.target)]
    )


def _best_proof(
    whole: Span,
    stretches: Iterable[Span],
    sums: tuple[Quote, ...],
    results: list[IntervalResult],
    target: Target,
) -> int:
    """The most that the sums prove missed, over the whole stretch or in its parts."""
    inside = [span for span in stretches if whole.covers(span)]
    parts = [span for span in inside if span != whole] or [whole]
    by_parts = sum(_shortfall(span, sums, results, target) for span in parts)
    return max(_shortfall(whole, sums, results, target), by_parts)


def _shortfall(
    stretch: Span, sums: tuple[Quote, ...], results: list[IntervalResult], target: Target
) -> int:
    """How many of the intervals in the stretch the sums are not enough for.

    Those that are known to be missed one by one are left to be counted by themselves.
    """
    members = [r for r in results if stretch.covers(r.span)]
    known = sum(r.kind == "missad" for r in members)
    most = sum(_most(q) for q in sums if stretch.covers(q.row.span))
    return max(0, len(members) - most // (target.number or 1) - known)


def _most(quote: Quote) -> int:
    number = quote.row.number or 0
    return number + (uncertainty(number) if quote.row.accuracy == "ungefär" else 0)
