"""What went wrong in the content, where, and what to do about it: values, never exceptions."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["fel", "varning"]


class FollowupError(Exception):
    """The world is in the way (port busy, folder missing, disk full): one Swedish line, exit 2."""


@dataclass(frozen=True, order=True)
class Source:
    """A place in a content file. Line and column count from 1; 0 means that none is known."""

    path: str
    line: int = 0
    column: int = 0
    length: int = 1

    def __str__(self) -> str:
        return ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One fault. `message` says what stands there; `hint` what is expected, with an example.

    What can be copied from a hint stands between double spaces, and is never broken over two lines.
    """

    source: Source
    severity: Severity
    rule: str
    message: str
    hint: str = ""

    @property
    def is_error(self) -> bool:
        return self.severity == "fel"


@dataclass(frozen=True)
class Explanation:
    """What a rule asks for, with an example that breaks it and one that keeps it."""

    rule: str
    severity: Severity
    asks: str
    wrong: str
    right: str
