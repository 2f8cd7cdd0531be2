"""What is computed of a promise: the values that every page, notice and data file reads."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from followup.model import Accuracy, Action, Measure, Promise, Report, Row, Span, Step, Target

State = Literal[
    "inte redovisad",
    "inte redovisad för sig",
    "inte påbörjad",
    "pågår",
    "genomförd",
    "delvis genomförd",
    "inte genomförd",
    "går inte att avgöra",
    "senarelagd",
    "utgår",
]
Face = Literal["före", "pågår", "slut", "slutredovisad"]
ReasonKind = Literal[
    "inställd",
    "inte planerad",
    "planering okänd",
    "part saknas",
    "parter okända",
    "för få parter",
    "annan plats",
    "plats okänd",
    "samma dag",
    "annan tid",
    "avsåg annat",
    "oklart vad",
]
IntervalKind = Literal["hållen", "missad", "okänd", "kommande"]
MonthKind = Literal["redovisad", "tillsammans", "inte redovisad", "kommande"]
PaceKind = Literal["före", "ungefär i takt", "efter", "går inte längre att nå"]


@dataclass(frozen=True)
class Reason:
    """Why something did not count; `ids` are the parties or places that the reason is about."""

    kind: ReasonKind
    ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Quote:
    """What a report says of a measure."""

    report: Report
    row: Row


@dataclass(frozen=True)
class NotCounted:
    """An action or a report's row that is not in the figure, and why."""

    item: Action | Quote
    reason: Reason


@dataclass(frozen=True)
class Tally:
    """A figure and the parts that it is the sum of: each is an action or a report's row.

    `evidence` are actions inside a report's range: they are in its figure already. `inner` are
    figures for a part of what another is for: some of its days, or a party's own share. `disputed`
    are other figures for the same range.
    """

    number: int
    accuracy: Accuracy
    actions: tuple[Action, ...]
    quotes: tuple[Quote, ...] = ()
    evidence: tuple[Action, ...] = ()
    inner: tuple[Quote, ...] = ()
    disputed: tuple[Quote, ...] = ()


@dataclass(frozen=True)
class IntervalResult:
    """One week, month or year of a frequency: what is known to have been done in it."""

    span: Span
    kind: IntervalKind
    actions: tuple[Action, ...] = ()
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True)
class Score:
    """How many of the intervals, places, units, cases or requests were kept, and how many not.

    `unknown` are those of which it is not told; `coming` those that are not told of yet. `is_open`
    says that it is not known how many there were in all.
    """

    kept: int
    missed: int
    unknown: int = 0
    coming: int = 0
    is_open: bool = False
    accuracy: Accuracy = "exakt"

    @property
    def told(self) -> int:
        """All that could have been kept by now."""
        return self.kept + self.missed + self.unknown


@dataclass(frozen=True)
class Month:
    first: date
    kind: MonthKind
    actions: tuple[Action, ...] = ()
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True)
class Pace:
    """An even spread over the target's own days, compared on `day`."""

    kind: PaceKind
    expected: int
    day: date


@dataclass(frozen=True)
class StepResult:
    """What is known of a step. `undone_by` is the latest word on it, that it was not done.

    `said` is that word, whatever it was, where the step was not done.
    """

    step: Step
    done_by: Action | Quote | None
    undone_by: Quote | None = None
    said: Quote | None = None


@dataclass(frozen=True)
class TargetResult:
    """What is known of one target.

    `decided_by` is the action or the report that settled the state, when one did. `tally` is None
    where nothing countable is reported. `months_past` are all once the target's time is over, and
    before that those until the last that is told of. `counted` are the actions that count.
    `score` is for what is kept or not, one by one; `intervals` are those of a frequency and `each`
    the places of a target that holds for each. `silent` are stretches of the reported time of which
    no figure was given, when there is one of other stretches. `differing` is a party's last
    verdict, where it says something else than the state. `is_past_deadline` is seen from the day,
    and so is `is_over`: the last day of the target's time is past.
    """

    target: Target
    period: Span
    state: State
    is_final: bool
    reported_to: date | None
    decided_by: Action | Quote | None = None
    tally: Tally | None = None
    not_counted: tuple[NotCounted, ...] = ()
    months: tuple[Month, ...] = ()
    months_past: int = 0
    steps: tuple[StepResult, ...] = ()
    pace: Pace | None = None
    quotes: tuple[Quote, ...] = ()
    counted: tuple[Action, ...] = ()
    score: Score | None = None
    intervals: tuple[IntervalResult, ...] = ()
    each: "tuple[PlaceResult, ...]" = ()
    silent: tuple[Span, ...] = ()
    differing: Quote | None = None
    is_past_deadline: bool = False
    is_over: bool = False


@dataclass(frozen=True)
class PlaceResult:
    """What is known of one place of a target that holds `per: plats`."""

    place: str
    target: TargetResult


@dataclass(frozen=True)
class MeasureResult:
    """`actions` are all that happened under the measure, in the order of time.

    `planned` are public events to come; `unconfirmed` those whose day has passed without a word.
    """

    measure: Measure
    state: State
    targets: tuple[TargetResult, ...]
    actions: tuple[Action, ...]
    planned: tuple[Action, ...]
    unconfirmed: tuple[Action, ...]
    cancelled: tuple[Action, ...]
    reported_to: date | None
    is_final: bool
    is_stale: bool
    is_unmentioned: bool


@dataclass(frozen=True)
class PromiseResult:
    """What is known of a promise.

    `due` is when its final report is promised to come, `was_due` when the last day for it has
    passed; both are for the time after the period.
    """

    promise: Promise
    face: Face
    measures: tuple[MeasureResult, ...]
    reported_to: date | None
    latest: Action | None
    is_final: bool
    is_stale: bool
    whole: tuple[Quote, ...]
    due: Span | None = None
    was_due: Span | None = None

    def measure(self, id: str) -> MeasureResult:
        return next(result for result in self.measures if result.measure.id == id)


@dataclass(frozen=True)
class Progress:
    """All promises as they stand on `today`, oldest first.

    `current` are those that the front page shows. `is_between` says that the last one is past and
    the next is being prepared.
    """

    today: date
    promises: tuple[PromiseResult, ...]
    current: tuple[PromiseResult, ...]
    is_between: bool
