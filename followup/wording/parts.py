"""Steps that are done, and months that are told of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from followup.naming import months
from followup.progress.result import State, TargetResult
from followup.swedish import capitalise, numeral


def steps_done(target: TargetResult) -> int:
    return sum(step.done_by is not None for step in target.steps)


def clear(steps: int) -> str:
    return "klart" if steps == 1 else "klara"


def steps_sentence(target: TargetResult) -> str:
    done, of = steps_done(target), len(target.steps)
    if of == 1:
        return "Steget är klart." if done else "Steget är inte redovisat som klart."
    if done == of:
        return f"{'Båda' if of == 2 else f'Alla {numeral(of)}'} stegen är klara."
    if not done:
        return f"Inget av de {numeral(of)} stegen är redovisat som klart."
    return f"{capitalise(numeral(done, 'ett'))} av {numeral(of)} steg är {clear(done)}."


@dataclass(frozen=True)
class _Told:
    """Months told of on their own, all that have been, and those in a longer report only."""

    alone: int
    past: int
    together: tuple[date, ...]

    @staticmethod
    def of(target: TargetResult) -> "_Told":
        kinds = [month.kind for month in target.months]
        together = tuple(month.first for month in target.months if month.kind == "tillsammans")
        return _Told(kinds.count("redovisad"), target.months_past, together)


def months_figure(target: TargetResult) -> str | None:
    told = _Told.of(target)
    if not told.alone:
        return f"Redovisad för {months(told.together)}" if told.together else None
    also = f", {len(told.together)} till tillsammans" if told.together else ""
    return f"Redovisad {told.alone} av {told.past} månad{'er' * (told.past > 1)}{also}"


def has_count(target: TargetResult) -> bool:
    """Whether the figure has a number of things: `Redovisad för 2020–2022` has none."""
    return not target.months or _Told.of(target).alone > 0


def months_sentence(target: TargetResult) -> str:
    told = _Told.of(target)
    work = _WORK.get(target.state, "Arbetet är redovisat")
    if told.alone:
        return f"{work} för {_share(told.alone, told.past)}.{_also(len(told.together))}"
    if told.together:
        return f"{work} för {months(told.together)}."
    return f"{work} i ord."


def _share(n: int, of: int) -> str:
    """`sju av nio månader`, `alla nio månader`."""
    if n < of:
        return f"{numeral(n)} av {numeral(of)} månader"
    return {1: "en månad", 2: "båda månaderna"}.get(of, f"alla {numeral(of)} månader")


_WORK: Mapping[State, str] = {
    "pågår": "Arbetet pågår och är redovisat",
    "genomförd": "Arbetet är genomfört och redovisat",
}


def _also(together: int) -> str:
    """Months that only a longer report speaks of."""
    if not together:
        return ""
    reports = "en längre redovisning" if together == 1 else "längre redovisningar"
    return f" {capitalise(numeral(together))} till ingår i {reports}."
