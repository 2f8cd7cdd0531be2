"""What every channel says of a target: the same words, the same values, one place."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from followup import links
from followup.model import Measure, Target
from followup.naming import Words, part_name
from followup.progress import MeasureResult, Progress, PromiseResult, State, TargetResult
from followup.swedish import capitalise
from followup.wording import figure, result_sentence, state_label


@dataclass(frozen=True)
class Status:
    """How far one target has come, as far as is told.

    `address` leads to the measure's page, below the site's own address. `figure` is None where
    there is none to give, and `part` where the measure has one target.
    """

    promise: PromiseResult
    measure: MeasureResult
    target: TargetResult
    heading: str
    part: str | None
    state: State
    label: str
    figure: str | None
    sentence: str
    address: str

    @property
    def id(self) -> str:
        """`nattvandring`, or `nattvandring#bro` where the measure has several targets."""
        return target_id(self.measure.measure, self.target.target)

    @property
    def in_short(self) -> str:
        """`Pågår. 6 av minst 8.`, for where there is no room for the sentence."""
        return f"{self.label}. {capitalise(self.figure)}." if self.figure else f"{self.label}."

    @property
    def reported_to(self) -> date | None:
        return self.target.reported_to


def target_id(measure: Measure, target: Target) -> str:
    """`nattvandring`, or `nattvandring#bro` where the measure has several targets."""
    has_parts = len(measure.targets) > 1 and target.id
    return f"{measure.id}#{target.id}" if has_parts else measure.id


def statuses(progress: Progress, words: Words) -> tuple[Status, ...]:
    """The status of every target, in the order of the promises and their measures."""
    return tuple(status for result in progress.promises for status in statuses_of(result, words))


def statuses_of(result: PromiseResult, words: Words) -> Iterator[Status]:
    """The status of every target of a promise."""
    for measure in result.measures:
        address = links.measure(result.promise.id, measure.measure.id)
        for target in measure.targets:
            yield Status(
                promise=result,
                measure=measure,
                target=target,
                heading=measure.measure.heading,
                part=part_name(measure.measure, target.target),
                state=target.state,
                label=state_label(target.state, result),
                figure=figure(target),
                sentence=result_sentence(target, words),
                address=address,
            )
