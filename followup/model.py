"""What the content says, in frozen values. Nothing here is computed from a day or a count.

Words: löfte = Promise, åtgärd = Measure, mål = Target, insats = Action, redovisning = Report,
plats = Place, part = Party. Every value keeps the `Source` it was read from.
"""

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Literal

from followup.diagnostics import Source

PartyKind = Literal["polis", "kommun", "bolag", "förening", "myndighet", "annan"]
PlaceKind = Literal["plats", "kommundel"]
TargetKind = Literal["antal", "engångs", "löpande"]
ActionStatus = Literal["genomförd", "planerad", "inställd"]
Accuracy = Literal["exakt", "minst", "drygt", "ungefär"]
AsPromised = Literal["ja", "nej", "oklart"]
Share = Literal["hela", "egen del"]
Verdict = Literal[
    "pågår",
    "genomförd",
    "delvis genomförd",
    "inte genomförd",
    "senarelagd",
    "utgår",
    "fortsätter",
]


@dataclass(frozen=True, order=True)
class Span:
    """The days from `first` to `last`, both included. `2018-03` is the span of that month."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def covers(self, other: "Span") -> bool:
        return self.first <= other.first and other.last <= self.last

    def meets(self, other: "Span") -> bool:
        """True when the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def touches(self, other: "Span") -> bool:
        """True when the two share a day or lie next to each other."""
        day = timedelta(days=1)
        return self.first <= other.last + day and other.first <= self.last + day


@dataclass(frozen=True)
class Body:
    """The running text of a file, in Markdown, and the line where it begins."""

    text: str
    source: Source


@dataclass(frozen=True)
class Citation:
    """Where something can be read: at least one of the four is given."""

    title: str | None = None
    address: str | None = None
    date: Span | None = None
    registry_number: str | None = None


@dataclass(frozen=True)
class Reviewed:
    """An editor's answer to a warning, at the spot: the rule, the reason, perhaps the words."""

    rule: str
    reason: str
    text: str | None = None


@dataclass(frozen=True)
class Position:
    """WGS 84 degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True)
class Contact:
    name: str
    email: str | None = None
    phone: str | None = None


@dataclass(frozen=True)
class Lengths:
    """Most characters with spaces, as a word processor counts them."""

    short: int = 300
    middle: int = 600
    long: int = 1200


@dataclass(frozen=True)
class NoticeSettings:
    """Limits in characters with spaces; the column's width in millimetres."""

    lengths: Lengths = Lengths()
    headline: int = 36
    width_mm: int = 82
    short_address: str | None = None


@dataclass(frozen=True)
class Statement:
    """The facts of the statutory accessibility statement (lagen 2018:1937, 13 §)."""

    conformance: Literal["helt", "delvis", "inte"]
    assessed: date
    method: str
    updated: date | None = None
    shortcomings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Settings:
    version: int
    name: str
    address: str
    municipality: str
    contact: Contact
    source: Source
    description: str | None = None
    frozen_at: date | None = None
    notice: NoticeSettings = NoticeSettings()
    stale_after: int = 60
    accent: str | None = None
    accent_dark: str | None = None
    accessibility: Statement | None = None
    next_promise: str | None = None
    licence: str = "CC0 1.0"
    embedded_by: tuple[str, ...] = ()
    reviewed: tuple[Reviewed, ...] = ()


@dataclass(frozen=True)
class Party:
    id: str
    name: str
    kind: PartyKind
    source: Source
    short: str | None = None
    web: str | None = None
    part_of: str | None = None

    @property
    def short_name(self) -> str:
        return self.short or self.name


@dataclass(frozen=True)
class Place:
    id: str
    name: str
    source: Source
    body: Body
    kind: PlaceKind = "plats"
    district: str | None = None
    position: Position | None = None
    position_source: str | None = None
    area: str | None = None
    former_ids: tuple[str, ...] = ()
    reviewed: tuple[Reviewed, ...] = ()


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
class Target:
    kind: TargetKind
    source: Source
    id: str | None = None
    amount: int | None = None
    at_least: int | None = None
    at_most: int | None = None
    unit: Unit = Unit("insats", "insatser")
    deadline: date | None = None
    applies: tuple[Span, ...] | str = ()
    rule: CountingRule | None = None
    steps: tuple[Step, ...] = ()
    interpretation: str | None = None

    @property
    def number(self) -> int | None:
        """The promised number; a floor, unless `at_most` is what was promised."""
        return next((n for n in (self.amount, self.at_least, self.at_most) if n is not None), None)


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
class Correction:
    date: date
    what: str


@dataclass(frozen=True)
class Picture:
    """A photo beside the content file: path below `content/`, alternative text, photographer."""

    file: str
    alt: str
    source: Source
    credit: str | None = None


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
class Row:
    """What a report says of one measure (or, without `measure`, of the whole promise).

    Loading fills in the report's own dates where the row has none.
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
    rows: tuple[Row, ...]
    body: Body
    source: Source
    start: Span | None = None
    published_by: str | None = None
    published_on: Span | None = None
    citations: tuple[Citation, ...] = ()
    share: Share = "hela"
    is_final: bool = False
    replaces: str | None = None
    incomplete: str | None = None
    is_draft: bool = False
    publish_on: date | None = None
    is_example: bool = False
    corrections: tuple[Correction, ...] = ()
    reviewed: tuple[Reviewed, ...] = ()


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
        invented = [item.is_example for item in self.told]
        return self.is_example or any(invented) or any(change.is_example for change in changes)


@dataclass(frozen=True)
class FreePage:
    id: str
    heading: str
    body: Body
    source: Source
    language: str = "sv"
    is_easy: bool = False
    order: int | None = None
    in_footer: bool = False
    is_draft: bool = False
    publish_on: date | None = None
    former_ids: tuple[str, ...] = ()
    reviewed: tuple[Reviewed, ...] = ()


@dataclass(frozen=True)
class Site:
    """Everything that the content says."""

    settings: Settings
    parties: tuple[Party, ...]
    places: tuple[Place, ...]
    promises: tuple[Promise, ...]
    pages: tuple[FreePage, ...] = ()

    @property
    def has_examples(self) -> bool:
        """True while anything in the content is invented: then every page says so."""
        return any(promise.has_examples for promise in self.promises)
