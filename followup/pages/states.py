"""A state as pages show it."""

from dataclasses import dataclass

from followup.progress import PromiseResult, State
from followup.swedish import slug
from followup.wording import state_label


@dataclass(frozen=True)
class StateView:
    """A state as a word, and the name of its icon."""

    label: str
    icon: str


def state_of(state: State, result: PromiseResult) -> StateView:
    return StateView(state_label(state, result), slug(state))
