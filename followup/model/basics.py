"""Values that several parts of the content are made of."""

from dataclasses import dataclass
from datetime import date, timedelta

from followup.diagnostics import Source


@dataclass(frozen=True, order=True)
class Span:
    """The days from `first` to `last`, both included. `2018-03` is the span of that month."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def written(self) -> str | None:
        """`2018-03-14`, `2018-03` or `2018`; None for a stretch that is no day, month or year."""
        first, last = self.first, self.last
        if first == last:
            return first.isoformat()
        is_whole = first.day == 1 and (last + timedelta(days=1)).day == 1
        if is_whole and (first.year, first.month) == (last.year, last.month):
            return f"{first:%Y-%m}"
        is_year = is_whole and first.month == 1 and last.month == 12
        return f"{first.year:04d}" if is_year and first.year == last.year else None

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
class Wording:
    """Words, and where they stand."""

    text: str
    source: Source


@dataclass(frozen=True)
class Reviewed:
    """An editor's answer to a warning, at the spot: the rule, the reason, perhaps the words."""

    rule: str
    reason: str
    source: Source
    text: str | None = None


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
