"""A rule: a function that looks, its name, and how it is explained to those who write."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from followup.content.action_list import in_cells
from followup.content.table import is_table
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
            is_cell = is_table(found.source.path)
            hint = in_cells(found.hint) if is_cell else found.hint
            if self.severity == "varning":
                hint = self._answerable(hint, is_cell)
            yield Diagnostic(found.source, self.severity, self.id, found.message, hint)

    def _answerable(self, hint: str, is_cell: bool) -> str:
        """The hint with how to answer; what can be copied from its end is closed by two blanks."""
        gap = "  " if hint.count("  ") % 2 else " "
        answer = f"skriv  granskat: {{regel: {self.id}, skäl: …}}"
        if is_cell:
            answer = f"skriv i kolumnen granskat:  {self.id}: skälet"
        return f"{hint}{gap}Är det rätt ändå: {answer}"

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
