"""What must hold of a notice: its lengths, and in the editor's own words every figure."""

import re
from collections.abc import Iterator
from datetime import date

from followup import placeholders
from followup.content.fields import said
from followup.diagnostics import Diagnostic, Source
from followup.model import Body, Settings
from followup.naming import Words
from followup.notice.made import Notice, Text, address, fullest_first
from followup.progress import PromiseResult
from followup.readability import sentences
from followup.status import statuses_of
from followup.swedish import day, month_name, numeral


def check(
    made: Notice, result: PromiseResult, settings: Settings, words: Words
) -> Iterator[Diagnostic]:
    """A fault for each text that is too long, and for each figure that is not the computed one."""
    for text in (made.headline, *made.texts):
        if text.length > text.limit:
            yield _too_long(text, settings.source)
    known = placeholders.words_of(result)
    own = result.promise.own_notice
    for written in own.texts if own else ():
        unknown = [*placeholders.check(Body(written.text, written.source), known)]
        yield from unknown
        if not unknown:
            filled = placeholders.fill(written.text, known)
            yield from _wrong_figures(filled, written.source, result, settings, words)
            if own and written is not own.headline:
                yield from _left_out(filled, written.source, result, settings)


def _too_long(text: Text, settings: Source) -> Diagnostic:
    """By how much, and what to shorten."""
    is_headline = text.name == "Rubrik"
    what = "notisens rubrik" if is_headline else f"notisen ({text.name.lower()})"
    over = text.length - text.limit
    message = f"{what} är {text.length} tecken, {over} för många: den får ha {text.limit}"
    longest = max(sentences(text.text), key=len)
    if text.own:
        hint = "Korta texten." if is_headline else f"Längsta meningen är: ”{longest}”"
        return Diagnostic(text.own, "fel", "notis", message, hint)
    if is_headline:
        hint = f"Höj rubrik_max under notis till minst {text.length}."
    else:
        hint = (
            f"Längsta meningen är: ”{longest}” Korta löftets titel eller notisens kort_adress, "
            f"eller höj gränsen för {text.name.lower()} under notis och längder. Du kan också "
            "skriva texten själv i notis.md bredvid lofte.md."
        )
    return Diagnostic(settings, "fel", "notis", message, hint)


def _wrong_figures(
    text: str, source: Source, result: PromiseResult, settings: Settings, words: Words
) -> Iterator[Diagnostic]:
    """Every number in the text must be one that is told of the promise, and so must each pair."""
    told = " ".join(_told(result, settings, words))
    wrong = [written for written, number in _numbers(text) if number not in {*_values(told)}]
    wrong = wrong or [written for written, pair in _pairs(text) if pair not in {*_found(told)}]
    for written in dict.fromkeys(wrong):
        figures = (f"{s.heading}: {s.figure}" for s in statuses_of(result, words) if s.figure)
        yield Diagnostic(
            source,
            "fel",
            "notis",
            f"{said(written)} stämmer inte med något som är räknat eller lovat",
            f"Det som är räknat: {'; '.join(figures) or 'ingenting än'}. Skriv hellre så att "
            f"siffran sätts in:  [[{result.measures[0].measure.id}.siffra]]"
            if result.measures
            else "Ta bort siffran.",
        )


def _left_out(
    text: str, source: Source, result: PromiseResult, settings: Settings
) -> Iterator[Diagnostic]:
    """Whatever else is said, a reader is told as of which day it is, and where there is more."""
    if result.reported_to and result.face != "före" and day(result.reported_to) not in text:
        message = "det står inte till vilken dag löftet är redovisat"
        hint = "Skriv till exempel:  Redovisat till och med [[redovisat-till]]."
        yield Diagnostic(source, "fel", "notis", message, hint)
    if address(settings) not in text:
        message = "det står inte var det går att läsa mer"
        hint = f"Skriv till exempel:  Läs mer på {address(settings)}."
        yield Diagnostic(source, "fel", "notis", message, hint)


def _told(result: PromiseResult, settings: Settings, words: Words) -> Iterator[str]:
    """All that the site says of the promise where a figure or a date may come from."""
    yield from fullest_first(result, settings, words)
    yield from placeholders.words_of(result).values()
    for status in statuses_of(result, words):
        yield f"{status.heading}. {status.figure or ''}. {status.sentence}"
        yield status.measure.measure.body.text
    yield f"{result.promise.title} {result.promise.body.text} {result.promise.start.written}"
    yield f"{result.promise.end.written} {len(result.measures)}"


_WORDS = {numeral(n): n for n in range(2, 13)}
_NUMBER = rf"\d{{1,3}}(?:[ \u00a0]\d{{3}})+|\d+|\b(?:{'|'.join(_WORDS)})\b"
_MONTHS = "|".join(month_name(date(2000, n, 1)) for n in range(1, 13))
_NO_FIGURE = re.compile(
    rf"\b\d{{1,2}}(?:[–-]\d{{1,2}})?(?= (?:{_MONTHS})\b)|\b(?:19|20)\d\d\b"
    r"|\bkl\.? ?[\d.:–-]+|\b0\d[\d\s–-]{5,}"
)
_PAIR = re.compile(rf"({_NUMBER}) av (?:de |minst |högst |löftets )*({_NUMBER})", re.IGNORECASE)


def _value(written: str) -> int:
    return _WORDS.get(written.casefold()) or int(re.sub(r"\D", "", written))


def _numbers(text: str) -> Iterator[tuple[str, int]]:
    """What may be a figure: days, years, times and telephone numbers are none."""
    for written in re.findall(_NUMBER, _NO_FIGURE.sub(" ", text), re.IGNORECASE):
        yield written, _value(written)


def _values(text: str) -> Iterator[int]:
    yield from (number for _, number in _numbers(text))


def _pairs(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    for match in _PAIR.finditer(text):
        yield match[0], (_value(match[1]), _value(match[2]))


def _found(text: str) -> Iterator[tuple[int, int]]:
    yield from (pair for _, pair in _pairs(text))
