"""Results as Swedish: states, headlines, figures and sentences, the same in every channel."""

from followup.wording.changes import changed_sentence
from followup.wording.numbers import MEASURE, amount, counted, hours, promised
from followup.wording.parts import has_count
from followup.wording.results import (
    DISPUTED,
    NO_BLAME,
    UNDECIDED,
    beside_the_result,
    figure,
    pace_sentence,
    reached_sentence,
    result_sentence,
    stale_sentence,
    undecided_sentence,
)
from followup.wording.scores import beside_the_figure
from followup.wording.standing import standing_sentence
from followup.wording.states import (
    final_tellers,
    headline,
    is_open,
    standing,
    state_label,
    states_of,
)

__all__ = [
    "DISPUTED",
    "MEASURE",
    "NO_BLAME",
    "UNDECIDED",
    "amount",
    "beside_the_figure",
    "beside_the_result",
    "changed_sentence",
    "counted",
    "figure",
    "final_tellers",
    "has_count",
    "headline",
    "hours",
    "is_open",
    "pace_sentence",
    "promised",
    "reached_sentence",
    "result_sentence",
    "stale_sentence",
    "standing",
    "standing_sentence",
    "state_label",
    "states_of",
    "undecided_sentence",
]
