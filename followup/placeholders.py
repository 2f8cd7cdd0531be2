"""What `[[…]]` in a text stands for: words that are computed, so that no typed figure gets old.

What stands in code is left alone: there it shows how a placeholder is written.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from followup.diagnostics import Diagnostic, Source
from followup.links import spot
from followup.model import Body
from followup.progress import MeasureResult, Progress, PromiseResult
from followup.suggest import closest
from followup.swedish import day, listing
from followup.wording import figure, is_open, state_label

PATTERN = r"\[\[([^\[\]\n]*)\]\]"


def key(written: str) -> str:
    """The name of a placeholder, however it is spaced and whatever its capitals."""
    return written.strip().casefold()


def words(progress: Progress) -> Mapping[str, str]:
    """The words for every placeholder, from the promises that the front page shows.

    They begin with a small letter, since they stand inside sentences; the promise keeps its name. A
    measure without a figure gives its state instead. Of two measures with one id, the first.
    """
    found: dict[str, str] = {}
    for result in progress.current:
        found = {**words_of(result), **found}
    return found


def words_of(result: PromiseResult) -> Mapping[str, str]:
    """The words for every placeholder in a text of the promise's own."""
    return dict(_words(result))


def fill(text: str, known: Mapping[str, str]) -> str:
    """A text with its placeholders replaced; one that stands for nothing is left as it is."""
    return re.sub(PATTERN, lambda match: known.get(key(match[1]), match[0]), text)


def check(body: Body, known: Mapping[str, str]) -> Iterator[Diagnostic]:
    """A fault for each placeholder that stands for nothing."""
    for source, written in found(body):
        name = key(written[2:-2])
        if name not in known:
            message = f"det finns inget att sätta in för {written}"
            yield Diagnostic(source, "fel", "okänt-ord", message, _hint(name, known))


def found(body: Body) -> Iterator[tuple[Source, str]]:
    """Each placeholder that stands in a text, with its place."""
    text = _CODE.sub(lambda code: " " * len(code[0]), body.text)
    for match in re.finditer(rf"(?<!\\)(?!{_NOTE}){PATTERN}", text):
        yield spot(body, match.start(), len(match[0])), match[0]


# Code within one line. A longer stretch cannot be told for sure here, and is checked.
_CODE = re.compile(r"(?<![`\\])(`+)(?!`)[^\n]*?(?<!`)\1(?!`)")
_NOTE = r"\[\[\d+\]\]\("  # a link with a number for its words, as in Wikipedia
_MOST_SHOWN = 12


def _words(result: PromiseResult) -> Iterator[tuple[str, str]]:
    yield "löfte.rubrik", result.promise.title
    yield "redovisat-till", _reported_to(result)
    for measure in result.measures:
        yield f"{measure.measure.id}.siffra", _figure(measure, result)
        yield f"{measure.measure.id}.läge", _state(measure, result)


def _reported_to(result: PromiseResult) -> str:
    """The day; in brackets when there is none, since the sentence around it expects one."""
    if result.reported_to:
        return day(result.reported_to)
    return f"(inget är redovisat{' än' if is_open(result) else ''})"


def _figure(measure: MeasureResult, result: PromiseResult) -> str:
    figures = [text for target in measure.targets if (text := figure(target))]
    return listing([_small(text) for text in figures]) if figures else _state(measure, result)


def _state(measure: MeasureResult, result: PromiseResult) -> str:
    return _small(state_label(measure.state, result))


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _hint(written: str, known: Mapping[str, str]) -> str:
    if not known:
        return "Det finns inget löfte att hämta ord ur än. Ta bort hakparenteserna."
    near = closest(written, known)
    ask = f"Menade du  [[{near}]] ?  " if near else ""
    ids = [name.removesuffix(".siffra") for name in known if name.endswith(".siffra")]
    if not ids:
        return f"{ask}Det här går att skriva: [[löfte.rubrik]] och [[redovisat-till]]."
    return (
        f"{ask}Det här går att skriva: [[löfte.rubrik]], [[redovisat-till]], [[id.siffra]] och "
        f"[[id.läge]], där id är en åtgärd: {_listed(ids)}."
    )


def _listed(ids: Sequence[str]) -> str:
    rest = len(ids) - _MOST_SHOWN
    return f"{', '.join(ids[:_MOST_SHOWN])} och {rest} till" if rest > 0 else listing(ids)
