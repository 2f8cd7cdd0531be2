"""Counting rules, states and pace. Pure: what is known on a given day, never a clock."""

from followup.progress.compute import compute, next_change
from followup.progress.milestones import Milestone, milestones
from followup.progress.result import (
    MeasureResult,
    Month,
    NotCounted,
    Pace,
    Progress,
    PromiseResult,
    Quote,
    Reason,
    State,
    StepResult,
    Tally,
    TargetResult,
)

__all__ = [
    "MeasureResult",
    "Milestone",
    "Month",
    "NotCounted",
    "Pace",
    "Progress",
    "PromiseResult",
    "Quote",
    "Reason",
    "State",
    "StepResult",
    "Tally",
    "TargetResult",
    "compute",
    "milestones",
    "next_change",
]
