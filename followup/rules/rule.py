"""A rule: a function that looks, its name, and how it is explained to those who write."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from followup.diagnostics import Diagnostic, Explanation, Severity, Source
from followup.rules.subject import Subject


@dataclass(frozen=True)
class Finding:
    """What a rule found: where, what stands there, and what to do about it."""

    source: Source
    message: str
    hint: str


Find = Callable[[Subject], Iterator[Finding]]


@dataclass(frozen=True)
class Rule:
    """A rule on the content. Its docstring says what it asks for, with a wrong and a right example.

    What it warns of can be answered at the spot; what it calls a fault can not.
    """

    id: str
    severity: Severity
    find: Find

    def __call__(self, subject: Subject) -> Iterator[Diagnostic]:
        for found in self.find(subject):
            hint = self._answerable(found.hint) if self.severity == "varning" else found.hint
            yield Diagnostic(found.source, self.severity, self.id, found.message, hint)

    def _answerable(self, hint: str) -> str:
        """The hint with how to answer; what can be copied from its end is closed by two blanks."""
        gap = "  " if hint.count("  ") % 2 else " "
        return f"{hint}{gap}Är det rätt ändå: skriv  granskat: {{regel: {self.id}, skäl: …}}"

    @property
    def explanation(self) -> Explanation:
        said = _DOCSTRING.fullmatch(self.find.__doc__ or "")
        assert said, f"{self.find.__name__} förklaras inte"
        asked = " ".join(said["asks"].split())
        return Explanation(self.id, self.severity, asked, said["wrong"], said["right"])


def rule(id: str, severity: Severity = "fel") -> Callable[[Find], Rule]:
    """Makes a rule of the function below."""
    return lambda find: Rule(id, severity, find)


_DOCSTRING = re.compile(
    r"(?P<asks>[A-ZÅÄÖ”].+?\.)\n\n    Fel: (?P<wrong>.+)\n    Rätt: (?P<right>.+)\n    ",
    re.DOTALL,
)
