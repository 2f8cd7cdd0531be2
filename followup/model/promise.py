"""A promise with its measures and targets, and what follows it up."""

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from followup.diagnostics import Source
from followup.model.basics import (
    Body,
    Citation,
    Correction,
    Picture,
    Reviewed,
    Span,
    Wording,
)
from followup.model.outcome import Outcome

TargetKind = Literal["antal", "frekvens", "engångs", "svarstid", "vid_behov", "stående", "löpande"]
Interval = Literal["dygn", "vecka", "månad", "kvartal", "tertial", "år"]
ActionStatus = Literal["genomförd", "planerad", "inställd"]
Accuracy = Literal["exakt", "minst", "drygt", "ungefär"]
AsPromised = Literal["ja", "nej", "oklart"]
Scope = Literal["hela", "egen del"]
Verdict = Literal[
    "pågår",
    "genomförd",
    "delvis genomförd",
    "inte genomförd",
    "senarelagd",
    "utgår",
    "fortsätter",
]


@dataclass(frozen=True)
class CountingRule:
    """`räknas`: the conditions that an action must meet to count."""

    places: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    at_least_parties: int | None = None
    planned_ahead: bool = False
    distinct_days: bool = False


@dataclass(frozen=True)
class Step:
    id: str
    name: str


@dataclass(frozen=True)
class Unit:
    """What is counted, in singular and plural: `insats/insatser`."""

    one: str
    many: str


@dataclass(frozen=True)
class TimeLimit:
    """`inom`: so many hours, days, weeks or working days. Holidays are not known to us."""

    amount: int
    unit: Literal["timmar", "dygn", "veckor", "arbetsdagar"]


@dataclass(frozen=True)
class Moment:
    """A day and, where it is known, the time on it."""

    day: date
    clock: time | None = None


@dataclass(frozen=True)
class Target:
    """What is promised. `every` is the interval that a frequency's number holds for.

    `per` says that the number holds for each place, or for each of a unit ("försäljningsställe").
    """

    kind: TargetKind
    source: Source
    id: str | None = None
    amount: int | None = None
    at_least: int | None = None
    at_most: int | None = None
    unit: Unit = Unit("insats", "insatser")
    every: Interval | None = None
    per: Literal["plats"] | Unit | None = None
    within: TimeLimit | None = None
    deadline: date | None = None
    applies: tuple[Span, ...] | str = ()
    rule: CountingRule | None = None
    steps: tuple[Step, ...] = ()
    interpretation: str | None = None

    @property
    def number(self) -> int | None:
        """The promised number; a floor, unless `at_most` is what was promised.

        "Varje vecka" is once a week.
        """
        once = 1 if self.kind == "frekvens" else None
        return next((n for n in (self.amount, self.at_least, self.at_most) if n is not None), once)


@dataclass(frozen=True)
class Change:
    """A change of a measure or a promise. `why` may be `ej angivet`: then that is shown."""

    date: date
    what: str
    why: str
    decided_by: str | None = None
    former_wording: str | None = None
    former_target: Target | None = None
    is_example: bool = False


@dataclass(frozen=True)
class Measure:
    id: str
    heading: str
    targets: tuple[Target, ...]
    body: Body
    source: Source
    order: int | None = None
    wording: Literal["citat", "återgiven"] = "citat"
    responsible: tuple[str, ...] = ()
    taking_part: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    places_as_promised: str | None = None
    confirmed_to: date | None = None
    changes: tuple[Change, ...] = ()
    former_ids: tuple[str, ...] = ()
    reviewed: tuple[Reviewed, ...] = ()


@dataclass(frozen=True)
class Action:
    """One thing that happened (or a public event to come): the evidence behind a figure."""

    id: str
    measures: tuple[str, ...]
    body: Body
    source: Source
    day: Span | None = None
    start: Span | None = None
    end: Span | None = None
    some_day: bool = False
    hours: tuple[time, time | None] | None = None
    places: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    planned: bool | date | None = None
    units: int = 1
    reported_at: Moment | None = None
    done_at: Moment | None = None
    heading: str | None = None
    told_by: str | None = None
    citations: tuple[Citation, ...] = ()
    picture: Picture | None = None
    status: ActionStatus = "genomförd"
    is_public: bool = False
    reason: str | None = None
    is_draft: bool = False
    publish_on: date | None = None
    is_example: bool = False
    former_ids: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    reviewed: tuple[Reviewed, ...] = ()

    @property
    def span(self) -> Span:
        """When it happened: the day, or from and to. Loading demands one of them."""
        first, last = self.day or self.start, self.day or self.end
        assert first and last
        return Span(first.first, last.last)


@dataclass(frozen=True)
class Intervals:
    """So many weeks, months or years were kept, of so many."""

    kept: int
    of: int


@dataclass(frozen=True)
class Row:
    """What a report says of one measure (or, without `measure`, of the whole promise).

    Loading fills in the report's own dates where the row has none. `intervals` are for a frequency,
    `cases` for a response time, `requests` for what is done on request, `units` for `per`.
    """

    source: Source
    start: Span | None = None
    end: Span | None = None
    measure: str | None = None
    number: int | None = None
    accuracy: Accuracy = "exakt"
    as_written: str | None = None
    counted: str | None = None
    as_promised: AsPromised | None = None
    places: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    intervals: Intervals | None = None
    cases: int | None = None
    cases_in_time: int | None = None
    requests: int | None = None
    requests_met: int | None = None
    units: int | None = None
    units_reached: int | None = None
    verdict: Verdict | None = None
    reason: str | None = None
    text: str | None = None

    @property
    def span(self) -> Span:
        """What it covers; a single day when it does not say from when."""
        assert self.end
        return Span((self.start or self.end).first, self.end.last)


@dataclass(frozen=True)
class Report:
    """What a party told of a stretch of time. Its words are kept as written."""

    id: str
    end: Span
    told_by: str
    body: Body
    source: Source
    rows: tuple[Row, ...] = ()
    start: Span | None = None
    published_by: str | None = None
    published_on: Span | None = None
    citations: tuple[Citation, ...] = ()
    share: Scope = "hela"
    is_final: bool = False
    replaces: str | None = None
    incomplete: str | None = None
    is_draft: bool = False
    publish_on: date | None = None
    is_example: bool = False
    corrections: tuple[Correction, ...] = ()
    reviewed: tuple[Reviewed, ...] = ()


@dataclass(frozen=True)
class OwnNotice:
    """The editor's own words for the newspaper, each in the place of the made ones."""

    source: Source
    headline: Wording | None = None
    short: Wording | None = None
    middle: Wording | None = None
    long: Wording | None = None
    reviewed: tuple[Reviewed, ...] = ()

    @property
    def texts(self) -> tuple[Wording, ...]:
        """All that is written, from the headline on."""
        written = (self.headline, self.short, self.middle, self.long)
        return tuple(text for text in written if text)


@dataclass(frozen=True)
class Promise:
    id: str
    title: str
    start: Span
    end: Span
    parties: tuple[str, ...]
    body: Body
    source: Source
    period_in_words: str | None = None
    area: str | None = None
    confirmed_to: date | None = None
    signed: Span | None = None
    citations: tuple[Citation, ...] = ()
    previous: str | None = None
    follow_up_due: tuple[Span, ...] = ()
    final_on: date | None = None
    changes: tuple[Change, ...] = ()
    is_example: bool = False
    incomplete: str | None = None
    measures: tuple[Measure, ...] = ()
    actions: tuple[Action, ...] = ()
    reports: tuple[Report, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    own_notice: OwnNotice | None = None
    reviewed: tuple[Reviewed, ...] = ()

    @property
    def span(self) -> Span:
        """The period."""
        return Span(self.start.first, self.end.last)

    @property
    def told(self) -> "tuple[Action | Report, ...]":
        """Everything that follows the promise up."""
        return (*self.actions, *self.reports)

    @property
    def has_examples(self) -> bool:
        """True when anything of it is invented."""
        changes = (*self.changes, *(change for m in self.measures for change in m.changes))
        invented = [item.is_example for item in (*self.told, *self.outcomes)]
        return self.is_example or any(invented) or any(change.is_example for change in changes)
