"""Questions at a terminal, one by one, until each answer is one that the content can take."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from followup.diagnostics import Diagnostic
from followup.swedish import capitalise


@dataclass(frozen=True)
class Terminal:
    """Where questions are put. `read` is told the prompt and gives the line that was written."""

    read: Callable[[str], str]
    write: Callable[[str], None]


@dataclass(frozen=True)
class Choice:
    id: str
    name: str = ""


@dataclass(frozen=True)
class Question:
    """One thing to ask for. Without a default, an empty answer passes over what is not needed."""

    key: str
    help: str
    example: str = ""
    default: str = ""
    is_needed: bool = False
    choices: tuple[Choice, ...] = ()
    takes_several: bool = False

    def meant(self, written: str) -> str:
        """The ids that were chosen by number, name or id; anything else as it was written."""
        if not self.takes_several or self._chosen(written) != written:
            return self._chosen(written)
        parts = [part for part in _BETWEEN.split(written) if part]
        return ", ".join(self._chosen(part) for part in parts)

    def _chosen(self, written: str) -> str:
        if any(choice.id == written for choice in self.choices):
            return written
        if re.fullmatch(r"[1-9]\d{0,3}", written, re.ASCII) and int(written) <= len(self.choices):
            return self.choices[int(written) - 1].id
        named = (c.id for c in self.choices if c.name.casefold() == written.casefold())
        return next(named, written)


F = TypeVar("F", bound="Form")


class Form(Protocol):
    """What is being filled in: it knows its next question, and the faults of what it was told."""

    def question(self) -> Question | None: ...

    def answered(self: F, key: str, value: str) -> F: ...

    def faults(self) -> Sequence[Diagnostic]: ...


def fill(form: F, terminal: Terminal) -> F:
    """The form with every question answered. Raises what `read` raises when nobody answers."""
    while question := form.question():
        terminal.write(_told(question))
        form = _ask(form, question, terminal)
    return form


_BETWEEN = re.compile(r"\s*[,;]\s*|\s+och\s+|(?<=\d)\s+(?=\d)")


def _ask(form: F, question: Question, terminal: Terminal) -> F:
    while True:
        written = terminal.read("  > ").strip() or question.default
        if not written and question.is_needed:
            terminal.write("  Det här behövs.")
            continue
        told = form.answered(question.key, question.meant(written))
        faults = told.faults() if written else ()
        if not faults:
            return told
        for fault in faults:
            is_quoted = fault.message.startswith("”")  # as it was written
            message = fault.message if is_quoted else capitalise(fault.message)
            terminal.write(f"  {message}. {fault.hint}")


def _told(question: Question) -> str:
    """The question with its choices, and what may be written."""
    width = max((len(choice.id) for choice in question.choices), default=0)
    lines = [f"\n{question.key}: {question.help}"]
    lines += [
        f"  {number:>2}  {choice.id:<{width}}  {choice.name}".rstrip()
        for number, choice in enumerate(question.choices, start=1)
    ]
    return "\n".join([*lines, f"  {_how(question)}"])


def _how(question: Question) -> str:
    words = "nummer eller id" if any(choice.name for choice in question.choices) else "nummer"
    if question.takes_several:
        how = f"Skriv {words}. Flera: 1, 2."
    elif question.choices:
        how = f"Skriv {words}."
    else:
        how = f"Till exempel:  {question.example}"
    if question.default:
        return f"{how}  (Enter ger {question.default})"
    return how if question.is_needed else f"{how}  (Enter hoppar över)"
