"""What a target has reached: its first action, half of its number, its end; and by what."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from followup.model import Action, TargetKind
from followup.progress.result import Quote, State, TargetResult
from followup.progress.states import crossing

MilestoneKind = Literal["första insatsen", "halvvägs", "nått", "inte nått"]


@dataclass(frozen=True)
class Milestone:
    """`by` is the action or the report that reached it; None where no single one did."""

    kind: MilestoneKind
    by: Action | Quote | None

    @property
    def day(self) -> date | None:
        """The last day that its action may have been on, or that its report covers."""
        match self.by:
            case Action(span=span):
                return span.last
            case Quote(row=row):
                return row.span.last
        return None


def milestones(target: TargetResult) -> tuple[Milestone, ...]:
    """Those that are reached, in the order in which they are passed.

    Half and the first are told of while the work is under way; of a target that is settled only
    the end matters. A target that nobody can judge has reached nothing.
    """
    if target.state == "genomförd":
        return (Milestone("nått", target.decided_by),)
    if target.state in _SHORT:
        return (Milestone("inte nått", target.decided_by),)
    under_way = (_first(target), _half(target)) if target.state == "pågår" else ()
    return tuple(milestone for milestone in under_way if milestone)


_SHORT: frozenset[State] = frozenset({"inte genomförd", "delvis genomförd", "senarelagd", "utgår"})
_BEGUN: tuple[TargetKind, ...] = ("antal", "frekvens", "engångs", "löpande")
# Half of three is one and a half; from four on it says something.
_LEAST = 4


def _first(target: TargetResult) -> Milestone | None:
    """The first action that counts. What is kept low, or done when asked, has nothing to begin."""
    is_begun = target.target.kind in _BEGUN and target.target.at_most is None
    if not is_begun or not target.counted:
        return None
    first = min(target.counted, key=lambda action: (action.span.last, action.id))
    return Milestone("första insatsen", first)


def _half(target: TargetResult) -> Milestone | None:
    """Half of a promised number for the whole period, as far as it is proven."""
    goal, number = target.target, target.target.number or 0
    is_a_floor = goal.kind == "antal" and not goal.per and goal.at_most is None
    if not is_a_floor or number < _LEAST or not target.tally:
        return None
    by = crossing(target.tally, goal, -(-number // 2))
    return Milestone("halvvägs", by) if by else None
