"""Answers to warnings, at the spot: what an editor has looked at and found right."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from followup.content.fields import offer, said
from followup.diagnostics import Diagnostic, Explanation, Source
from followup.model import (
    Action,
    FreePage,
    Layers,
    Measure,
    Outcome,
    OwnNotice,
    Party,
    Place,
    Promise,
    Report,
    Reviewed,
    Settings,
    Site,
)
from followup.rules.subject import Subject

Item = (
    Settings
    | Party
    | Place
    | FreePage
    | Layers
    | Promise
    | Measure
    | Action
    | Report
    | Outcome
    | OwnNotice
)


def heard(
    subject: Subject, found: Sequence[Diagnostic], explanations: Iterable[Explanation]
) -> tuple[Diagnostic, ...]:
    """What was found, less the answered warnings; and the answers that answer nothing."""
    items = tuple(_items(subject.site))
    begins = _begins(items)
    given: defaultdict[tuple[str, int, str], list[Reviewed]] = defaultdict(list)
    for item in items:
        for answer in item.reviewed:
            given[*_part(item.source, begins), answer.rule].append(answer)
    used: set[Reviewed] = set()
    left: list[Diagnostic] = []
    for diagnostic in found:
        asked = given.get((*_part(diagnostic.source, begins), diagnostic.rule), ())
        fits = [one for one in asked if _fits(one, diagnostic, subject)]
        used.update(fits)
        if not fits:
            left.append(diagnostic)
    severities = {one.rule: one.severity for one in explanations}
    idle = (answer for item in items for answer in item.reviewed if answer not in used)
    about = (_idle(answer, severities) for answer in idle)
    return (*left, *(fault for fault in about if fault.is_error or not subject.left_out))


def _begins(items: Iterable[Item]) -> Mapping[str, list[int]]:
    """The lines where the rows of a list or the parties begin, in files that hold several."""
    begins: defaultdict[str, list[int]] = defaultdict(list)
    for item in items:
        begins[item.source.path].append(item.source.line)
    return {path: sorted(lines) for path, lines in begins.items() if len(lines) > 1}


def _part(source: Source, begins: Mapping[str, Sequence[int]]) -> tuple[str, int]:
    """The file that a place is in and, where it holds several items, the number of the item."""
    return source.path, bisect_right(begins.get(source.path, ()), source.line)


def _fits(answer: Reviewed, diagnostic: Diagnostic, subject: Subject) -> bool:
    if diagnostic.is_error:
        return False
    if answer.text is None:
        return True
    return _same_words(answer.text, _words_at(diagnostic.source, subject.texts))


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
    message = f"det finns ingen varning {said(name)} att svara på här"
    hint = "Ta bort svaret."
    if reviewed.text:
        hint = "Kontrollera att orden i text är de som varningen gäller. Ta annars bort svaret."
    return Diagnostic(place, "varning", "onödigt-svar", message, hint)


def _items(site: Site) -> Iterator[Item]:
    """All that can hold an answer."""
    items: list[Item] = [site.settings, *site.parties, *site.places, *site.pages, *site.promises]
    items += [site.layers] if site.layers else []
    for promise in site.promises:
        items += [*promise.measures, *promise.told, *promise.outcomes]
        items += [promise.own_notice] if promise.own_notice else []
    yield from items
