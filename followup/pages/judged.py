"""Whether an action counts, why not, and whether it was done in time: the same words everywhere."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from followup.model import Action, Target
from followup.naming import Words, part_name
from followup.pages.listed import measures_of
from followup.progress import PromiseResult
from followup.progress.cases import case_is_within
from followup.swedish import capitalise
from followup.wording.scores import limit


@dataclass(frozen=True)
class Judgement:
    """What is said of an action under one target; `part` where the measure has several.

    `note` is why it does not count, or whether a case was done in time.
    """

    part: str | None
    counts: bool
    note: str | None

    @property
    def in_full(self) -> str:
        """`Räknas. Klart inom 24 timmar.`, `Räknas inte: Polisen deltog inte.`"""
        lead = f"{self.part}: räknas" if self.part else "Räknas"
        if not self.counts:
            return f"{lead} inte: {self.note}"
        return f"{lead}. {self.note}" if self.note else f"{lead}."

    @property
    def in_short(self) -> str | None:
        """Of what counts only whether it was in time."""
        if not self.counts or not self.note:
            return None
        return f"{self.part}: {self.note[:1].lower()}{self.note[1:]}" if self.part else self.note


# Of an action under a measure, by the ids of the two.
Judged = Mapping[tuple[str, str], Sequence[Judgement]]


def judged(result: PromiseResult, words: Words) -> Judged:
    """What is said of each action under each of its measures."""
    said: dict[tuple[str, str], list[Judgement]] = defaultdict(list)
    for measure in result.measures:
        id = measure.measure.id
        for target in measure.targets:
            part = part_name(measure.measure, target.target)
            name = capitalise(part) if part else None
            for action in target.counted if target.tally else ():
                said[id, action.id].append(Judgement(name, True, in_time(target.target, action)))
            for item in target.not_counted:
                if isinstance(item.item, Action):
                    reason = f"{words.reason(item.reason)}."
                    said[id, item.item.id].append(Judgement(name, False, reason))
    return said


def in_time(target: Target, action: Action) -> str | None:
    """Whether a case was done in time; None where no time is promised."""
    if not target.within:
        return None
    is_within = case_is_within(target.within, action)
    if is_within is None:
        return "Tiden går inte att avgöra."
    return f"{'Klart' if is_within else 'Inte klart'} inom {limit(target.within)}."


def notes(result: PromiseResult, judged: Judged) -> Mapping[str, str]:
    """What lists say of each action; with the measure's name where it belongs to several."""
    headings = {measure.measure.id: measure.measure.heading for measure in result.measures}
    several = {action.id for action in result.promise.actions if len(measures_of(action)) > 1}
    said: dict[str, list[str]] = defaultdict(list)
    for (measure, action), judgements in judged.items():
        if says := " ".join(_noted(judgements)):
            said[action].append(f"{headings[measure]}: {says}" if action in several else says)
    return {id: " ".join(notes) for id, notes in said.items()}


def _noted(judgements: Sequence[Judgement]) -> Iterator[str]:
    """That an action counts is said only beside where it does not."""
    is_left_out = any(not judgement.counts for judgement in judgements)
    for judgement in judgements:
        if says := judgement.in_full if is_left_out else judgement.in_short:
            yield says
