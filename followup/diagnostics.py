"""What went wrong in the content, where, and what to do about it: values, never exceptions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Severity = Literal["fel", "varning"]


class FollowupError(Exception):
    """The world is in the way (port busy, folder missing, disk full): one Swedish line, exit 2."""


@dataclass(frozen=True, order=True)
class Source:
    """A place in a content file. Line and column count from 1; line 0 means the whole file."""

    path: str
    line: int = 0
    column: int = 0
    length: int = 1

    def __str__(self) -> str:
        if not self.line:
            return self.path
        return f"{self.path}:{self.line}:{self.column}" if self.column else f"{self.path}:{self.line}"


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One fault. `message` says what stands there; `hint` what is expected, with an example."""

    source: Source
    severity: Severity
    rule: str
    message: str
    hint: str = ""
