"""Answers to warnings, at the spot: what an editor has looked at and found right."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from followup.content import table
from followup.content.fields import offer, said
from followup.diagnostics import Diagnostic, Explanation, Source
from followup.model import (
    Action,
    FreePage,
    Measure,
    Outcome,
    OwnNotice,
    Place,
    Promise,
    Report,
    Reviewed,
    Settings,
    Site,
)
from followup.rules.subject import Subject


@dataclass(frozen=True)
class _Answer:
    """One answer, and where its file or row begins: it holds for the whole of that."""

    reviewed: Reviewed
    item: Source


def heard(
    subject: Subject, found: Sequence[Diagnostic], explanations: Iterable[Explanation]
) -> tuple[Diagnostic, ...]:
    """What was found, less the answered warnings; and the answers that answer nothing."""
    given = tuple(_answers(subject.site))
    used: set[_Answer] = set()
    left: list[Diagnostic] = []
    for diagnostic in found:
        fits = [] if diagnostic.is_error else [a for a in given if _fits(a, diagnostic, subject)]
        used.update(fits)
        if not fits:
            left.append(diagnostic)
    idle = (answer for answer in given if answer not in used)
    severities = {one.rule: one.severity for one in explanations}
    about = (_idle(answer.reviewed, severities) for answer in idle)
    return (*left, *(fault for fault in about if fault.is_error or not subject.left_out))


def _fits(answer: _Answer, diagnostic: Diagnostic, subject: Subject) -> bool:
    source, asked = diagnostic.source, answer.reviewed.text
    is_same = source.path == answer.item.path and diagnostic.rule == answer.reviewed.rule
    if not is_same or _row(source, subject) != _row(answer.item, subject):
        return False
    return asked is None or _same_words(asked, _words_at(source, subject.texts))


def _row(source: Source, subject: Subject) -> int:
    """The number of the row that a place in a list is in; 0 in any other file."""
    text = subject.texts.get(source.path)
    if not text or not table.is_table(source.path):
        return 0
    rows = table.parse(source.path, text).rows
    return bisect_right(rows, source.line, key=lambda row: row.source.line)


def _words_at(source: Source, texts: Mapping[str, str]) -> str:
    lines = texts.get(source.path, "").split("\n")[max(0, source.line - 1) :]
    start = max(0, source.column - 1)
    return "\n".join(lines)[start : start + source.length]


def _same_words(asked: str, there: str) -> bool:
    one, other = (" ".join(text.split()).casefold() for text in (asked, there))
    return one in other or other in one


def _idle(reviewed: Reviewed, severities: Mapping[str, str]) -> Diagnostic:
    """What is wrong with an answer that no warning has asked for."""
    place, name = reviewed.source, reviewed.rule
    if name not in severities:
        warnings = tuple(id for id, severity in severities.items() if severity == "varning")
        hint = offer(name, warnings, "Varningar som går att svara på")
        return Diagnostic(place, "fel", "granskat", f"regeln {said(name)} finns inte", hint)
    if severities[name] == "fel":
        message = f"{said(name)} är ett fel, och det går inte att svara på"
        hint = "Ta bort svaret och rätta felet i stället."
        return Diagnostic(place, "fel", "granskat", message, hint)
    message = f"här finns ingen varning {said(name)} att svara på längre"
    hint = "Ta bort svaret."
    if reviewed.text:
        hint = "Kontrollera att orden i text är de som varningen gäller. Ta annars bort svaret."
    return Diagnostic(place, "varning", "onödigt-svar", message, hint)


def _answers(site: Site) -> Iterator[_Answer]:
    items: list[
        Settings | Place | FreePage | Promise | Measure | Action | Report | Outcome | OwnNotice
    ]
    items = [site.settings, *site.places, *site.pages, *site.promises]
    for promise in site.promises:
        items += [*promise.measures, *promise.told, *promise.outcomes]
        items += [promise.own_notice] if promise.own_notice else []
    for item in items:
        yield from (_Answer(reviewed, item.source) for reviewed in item.reviewed)
