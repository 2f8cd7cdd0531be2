"""A state as pages and images show it."""

from collections.abc import Iterator
from dataclasses import dataclass

from followup.progress import PromiseResult, State
from followup.swedish import slug
from followup.wording import state_label, states_of


@dataclass(frozen=True)
class StateView:
    """A state as a word, and the name of its icon."""

    label: str
    icon: str


@dataclass(frozen=True)
class InState:
    """How many measures are in a state: as many marks, and never a share of them all."""

    state: StateView
    count: int


def state_of(state: State, result: PromiseResult) -> StateView:
    return StateView(state_label(state, result), slug(state))


def in_states(result: PromiseResult) -> Iterator[InState]:
    """The states that the measures of a promise are in, in the order of the headline."""
    for count, state in states_of(result):
        yield InState(state_of(state, result), count)
