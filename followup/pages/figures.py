"""The figures of a report in words, and which of them a target's own figure rests on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from followup import links
from followup.model import Row, Target, Unit
from followup.pages.frame import Frame, Link
from followup.progress import PromiseResult, Quote, Tally, TargetResult
from followup.swedish import capitalise, count_digits, listing, number, quote
from followup.wording import amount, figure, has_count


@dataclass(frozen=True)
class FigureSource:
    """A report's figure, as it was written, with whose it is.

    `note` says why it is for more or fewer intervals than are judged.
    """

    text: str
    report: Link
    note: str | None = None


@dataclass(frozen=True)
class Figure:
    """A target's figure in three parts; `number` is how many there are, and empty where none is."""

    before: str
    number: str
    after: str


def shown_figure(target: TargetResult) -> Figure | None:
    """The target's figure: `omkring `, `100`, ` för 2021–2022`; a year is no number of things."""
    text = figure(target)
    if text is None:
        return None
    found = re.search(r"\d[\d\u00a0]*", text) if has_count(target) else None
    if found is None:
        return Figure(text, "", "")
    start, end = found.span()
    return Figure(text[:start], text[start:end], text[end:])


def used_figures(
    frame: Frame, result: PromiseResult, target: TargetResult
) -> Iterator[FigureSource]:
    """The reports' figures behind the target's own."""
    tally = target.tally
    summed = tally.quotes if tally else ()
    known = {q.row.source for q in (*summed, *(tally.inner if tally else ()))}
    known |= {q.row.source for q in tally.disputed} if tally else set()
    others = (
        q for q in _counted(target) if q.row.source not in known and _used(q.row, target.target)
    )
    yield from sources(frame, result, target, (*summed, *others))


def sources(
    frame: Frame, result: PromiseResult, target: TargetResult, quotes: tuple[Quote, ...]
) -> Iterator[FigureSource]:
    """Each figure as its report has it, with whose it is and what it is for."""
    written = {quote.row.source: quote.row for quote in target.quotes}
    for told in quotes:
        row = written.get(told.row.source, told.row)
        text = written_figure(row, target.target) or ""
        yield FigureSource(text, report_link(frame, result, told), _whole_ones(told.row, target))


def _whole_ones(row: Row, target: TargetResult) -> str | None:
    """Why `22 av 26 veckor` of a report are of 25 here: a week at the edge is not judged."""
    if row.intervals is None or row.start is None or not target.target.every:
        return None
    whole = sum(row.span.covers(interval.span) for interval in target.intervals)
    if not whole or whole == row.intervals.of:
        return None
    unit = _intervals(target.target.every)
    told = count_digits(row.intervals.of, unit.one, unit.many)
    return (
        f"Redovisningen räknar {told}. Vi bedömer bara hela {unit.many}, "
        f"och i den tiden finns det {number(whole)}."
    )


def report_link(frame: Frame, result: PromiseResult, told: Quote) -> Link:
    """`Polisen, 1–31 mars 2018`, with a note where it is only their own share."""
    who = capitalise(frame.words.party_names([told.report.told_by]))
    where = frame.words.place_names(told.row.places)
    share = "bara den egna delen" if told.report.share == "egen del" else ""
    text = ", ".join(filter(None, (who, frame.words.row_range(told.row), where, share)))
    return Link(text, frame.links.to(links.report(result.promise.id, told.report.id)))


def unused_figure(told: Quote, target: TargetResult) -> str | None:
    """A figure that is only quoted: one in words alone, or of a kind that is not counted here."""
    if any(other.item == told for other in target.not_counted) or _used(told.row, target.target):
        return None
    return written_figure(told.row, target.target)


def written_figure(row: Row, target: Target | None) -> str | None:
    """The figure in the report's own words, otherwise in ours: `”94 procent”`, `3`.

    A plain number is what the words say; other figures stand beside them.
    """
    ours = _figures_of(replace(row, number=None) if row.as_written else row, target)
    told = [quote(row.as_written)] if row.as_written else []
    text = ", ".join([*told, *([ours] if ours else [])])
    counted = f" ({row.counted})" if row.counted else ""
    return f"{text}{counted}" if text else None


def _figures_of(row: Row, target: Target | None) -> str | None:
    """Every figure of the row, `18 av 20 ärenden inom tiden`; None where it has none."""
    return listing([*_all(row, target)]) or None


def _all(row: Row, target: Target | None) -> Iterator[str]:
    if row.number is not None:
        yield _amount(row, row.number)
    if row.intervals:
        of = Unit("", "") if not (target and target.every) else _intervals(target.every)
        kept = _amount(row, row.intervals.kept)
        yield f"{kept} av {number(row.intervals.of)} {_noun(row.intervals.of, of)}".strip()
    yield from _part(row, row.cases_in_time, row.cases, _case(target), "inom tiden")
    yield from _part(row, row.requests_met, row.requests, _REQUEST, "uppfyllda")
    yield from _part(row, row.units_reached, row.units, _per(target), "")


def _part(row: Row, some: int | None, of: int | None, unit: Unit, done: str) -> Iterator[str]:
    """`18 av 20 ärenden inom tiden`, or the one of the two that is told."""
    if some == of == 0:
        yield f"0 {unit.many}"
    elif some is not None:
        whole = some if of is None else of
        first = _amount(row, some) + ("" if of is None else f" av {number(of)}")
        done = "uppfyllt" if done == "uppfyllda" and whole == 1 else done
        yield f"{first} {_noun(whole, unit)} {done}".strip()
    elif of is not None:
        yield f"{_amount(row, of)} {_noun(of, unit)}"


def _amount(row: Row, n: int) -> str:
    return amount(Tally(n, row.accuracy, ()))


def _noun(n: int, unit: Unit) -> str:
    return unit.one if n == 1 else unit.many


def _intervals(every: str) -> Unit:
    return Unit(every, {"vecka": "veckor", "månad": "månader"}.get(every, every))


def _case(target: Target | None) -> Unit:
    """What the target calls a case; an `insats` is what it is called when nothing is said."""
    is_named = target and target.kind == "svarstid" and target.unit != Unit("insats", "insatser")
    return target.unit if target and is_named else Unit("ärende", "ärenden")


def _per(target: Target | None) -> Unit:
    per = target.per if target else None
    if per == "plats":
        return Unit("plats", "platser")
    return per or Unit("enhet", "enheter")


def _counted(target: TargetResult) -> Iterator[Quote]:
    """The rows on the target that are not left out for a reason."""
    others = [other.item for other in target.not_counted]
    return (told for told in target.quotes if told not in others)


def _used(row: Row, target: Target) -> bool:
    """True when the row has a figure of a kind that the target is counted by."""
    if target.per and row.units_reached is not None:
        return True
    match target.kind:
        case "antal":
            return row.number is not None
        case "frekvens":
            return row.number is not None or row.intervals is not None
        case "svarstid":
            counts = (row.cases_in_time, row.cases, row.number)
        case "vid_behov":
            counts = (row.requests_met, row.requests, row.number)
        case _:
            return False
    return any(count is not None for count in counts)


_REQUEST = Unit("önskemål", "önskemål")
