"""What a target promises, in short: its name among others, its facts, and all of it in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from followup.model import Target
from followup.naming import span
from followup.swedish import capitalise, day, listing
from followup.wording import promised
from followup.wording.scores import limit


@dataclass(frozen=True)
class Fact:
    name: str
    value: str


def facts(target: Target) -> tuple[Fact, ...]:
    """How often, for each what, and within which time."""
    return tuple(_facts(target))


def in_words(target: Target) -> str:
    """All that is promised: `minst 3 insatser varje vecka, senast 30 juni 2018`."""
    words = [_core(target)]
    if per := _each(target):
        words[0] += f" för {per}"
    if target.deadline:
        words.append(f"senast {day(target.deadline)}")
    if season := season_of(target):
        words.append(f"gäller {season}")
    return ", ".join(words)


def season_of(target: Target) -> str | None:
    """The part of the period that a target is for: days, or the promise's own words."""
    if isinstance(target.applies, str):
        return target.applies
    return listing([span(part) for part in target.applies]) or None


def _facts(target: Target) -> Iterator[Fact]:
    if target.every:
        yield Fact("Hur ofta", capitalise(_core(target)))
    if per := _each(target):
        yield Fact("Gäller för", capitalise(per))
    if target.within:
        yield Fact("Inom", capitalise(limit(target.within)))


def _each(target: Target) -> str | None:
    if target.per is None:
        return None
    return f"varje {'plats' if target.per == 'plats' else target.per.one}"


def _core(target: Target) -> str:
    match target.kind:
        case "antal" | "frekvens":
            return _number(target)
        case "svarstid":
            return f"inom {limit(target.within)}" if target.within else "inom en viss tid"
        case "engångs":
            return "en gång"
        case "vid_behov":
            return "när någon ber om det"
        case "stående":
            return "gäller hela tiden"
        case "löpande":
            return "löpande, utan antal"


def _number(target: Target) -> str:
    goal, unit = promised(target), target.unit
    often = f"varje {target.every}" if target.every else ""
    is_said = (target.amount, target.at_least, target.at_most) != (None, None, None)
    if not goal or (often and not is_said):
        return often or f"{unit.many}, utan antal"
    return f"{goal} {unit.one if target.number == 1 else unit.many} {often}".strip()
