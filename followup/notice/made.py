"""The notice for the newspaper: a headline and three lengths, plain text, the same figures.

The most important comes first and nothing is ever cut: each length takes the fullest text that
fits. The lead says the whole result, how far it is reported and where to read more, so that a cut
from the end stays true.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from followup import placeholders
from followup.diagnostics import Source
from followup.model import OwnNotice, Settings, Wording
from followup.naming import Words, part_name, span
from followup.progress.result import MeasureResult, PromiseResult, State, TargetResult
from followup.swedish import capitalise, day, listing, numeral
from followup.wording import (
    MEASURE,
    NO_BLAME,
    UNDECIDED,
    changed_sentence,
    counted,
    final_tellers,
    is_open,
    result_sentence,
    standing,
)

EXAMPLE = "Exempel: "


@dataclass(frozen=True)
class Text:
    """One text and its limit, both in characters with spaces as a word processor counts them.

    `own` is where it stands when it is the editor's own.
    """

    name: str
    text: str
    limit: int
    own: Source | None = None

    @property
    def length(self) -> int:
        return len(self.text)


@dataclass(frozen=True)
class Notice:
    headline: Text
    short: Text
    middle: Text
    long: Text

    @property
    def texts(self) -> tuple[Text, Text, Text]:
        return (self.short, self.middle, self.long)

    def file_of(self, text: Text) -> bytes:
        """One of the texts with the headline above it, as a file of its own."""
        return f"{self.headline.text}\n\n{text.text}\n".encode()


def notice(result: PromiseResult, settings: Settings, words: Words, is_example: bool) -> Notice:
    """The notice for one promise. With examples in the content every text says so, first."""
    prefix = EXAMPLE if is_example else ""
    headlines = [prefix + headline for headline in _headlines(result)]
    texts = [prefix + text for text in fullest_first(result, settings, words)]
    limits = settings.notice
    own = result.promise.own_notice or OwnNotice(result.promise.source)
    known = placeholders.words_of(result)

    def text(name: str, made: list[str], limit: int, written: Wording | None) -> Text:
        if written is None:
            return Text(name, _fitting(made, limit), limit)
        filled = placeholders.fill(written.text, known).removeprefix(prefix)
        return Text(name, prefix + filled, limit, written.source)

    return Notice(
        text("Rubrik", headlines, limits.headline, own.headline),
        text("Kort", texts, limits.lengths.short, own.short),
        text("Mellan", texts, limits.lengths.middle, own.middle),
        text("Lång", texts, limits.lengths.long, own.long),
    )


def address(settings: Settings) -> str:
    """The address as it is printed: short, without https."""
    return settings.notice.short_address or settings.address.partition("//")[2].rstrip("/")


def fullest_first(result: PromiseResult, settings: Settings, words: Words) -> Iterator[str]:
    """The whole notice in many lengths, the fullest first. The lead is never shortened."""
    endings = [*_endings(result, words)]
    for opening in _openings(result, words):
        lead = " ".join([opening, *_lead(result), f"Läs mer på {address(settings)}."])
        yield from (f"{lead} {ending}".rstrip() for ending in endings)


def _openings(result: PromiseResult, words: Words) -> Iterator[str]:
    """What is promised, with and without by whom."""
    title, known = result.promise.title, len(result.measures)
    if not known:
        yield f"Åtgärderna i {title} är inte kända{' än' if is_open(result) else ''}."
        return
    if result.promise.incomplete:
        are_known = "är känd" if known == 1 else "är kända"
        yield f"{capitalise(numeral(known))} av åtgärderna i {title} {are_known}."
        return
    who, what = words.party_names(result.promise.parties), counted(known, MEASURE)
    told = f"{capitalise(who)} {'har lovat' if is_open(result) else 'lovade'} {what} i {title}."
    if _is_short(told):
        yield told
    yield f"{title} {'har' if is_open(result) else 'hade'} {what}."


def _lead(result: PromiseResult) -> Iterator[str]:
    """How it stands, and as of when: what survives every cut."""
    if result.face == "före":
        yield f"Löftet gäller från och med {day(result.promise.span.first)}."
    elif result.reported_to and _is_silent(result):
        yield f"Inget är redovisat till och med {day(result.reported_to)}."
    else:
        yield from [standing(result)] if result.measures else []
        yield _as_of(result)
    if result.face == "slut" and final_tellers(result):
        yield "Perioden är slut, men löftet är inte slutredovisat som helhet."
    elif result.face == "slut":
        yield "Perioden är slut men ingen slutredovisning är publicerad."


def _as_of(result: PromiseResult) -> str:
    if result.reported_to is None:
        holds = "gäller" if is_open(result) else "gällde"
        return f"Löftet {holds} till och med {day(result.promise.span.last)}."
    is_final = result.face == "slutredovisad"
    what = "Det är slutresultatet," if is_final else "Löftet är"
    return f"{what} redovisat till och med {day(result.reported_to)}."


def _endings(result: PromiseResult, words: Words) -> Iterator[str]:
    """What may follow the lead, the fullest first, the last empty."""
    told = [*_said(result)]
    unreported = all(measure.state in _UNREPORTED for measure in result.measures)
    if result.face == "före" or unreported:
        yield from (" ".join([*told, names]).strip() for names in _names(result, words))
    else:
        told += _results(result, words)
    yield from (" ".join(told[:n]) for n in range(len(told), -1, -1))


def _said(result: PromiseResult) -> Iterator[str]:
    """What there is to say of the promise as a whole, besides its result."""
    if result.face == "slut" and result.promise.follow_up_due:
        yield f"En slutredovisning utlovades till {span(max(result.promise.follow_up_due))}."
    if result.face == "före" or not result.measures:
        return
    if _is_silent(result):
        yield "Att inget är redovisat betyder inte att inget har gjorts."
    elif all(measure.state == "inte redovisad för sig" for measure in result.measures):
        yield "Redovisningen gäller löftet som helhet."


def _names(result: PromiseResult, words: Words) -> Iterator[str]:
    """What is promised, by name: all of it, otherwise as much as there is room for."""
    names = [words.in_a_sentence(measure.measure.heading) for measure in result.measures]
    for n in range(len(names), 0, -1):
        opening = "Bland åtgärderna finns"
        if n == len(names):
            opening = "Åtgärden är" if n == 1 else "Åtgärderna är"
        sentence = f"{opening} {listing(names[:n])}."
        if _is_short(sentence):
            yield sentence


def _is_short(sentence: str) -> bool:
    return len(sentence.split()) <= 20


def _results(result: PromiseResult, words: Words) -> Iterator[str]:
    """A measure at a time: what fell short or is not known first, then what is done."""
    said: set[str] = set()
    for measure in sorted(result.measures, key=_rank):
        for name, target in _named(measure):
            text = _unrepeated(result_sentence(target, words), said)
            yield f"{name}: {text[:1].lower()}{text[1:]}"
        if changed := changed_sentence(measure.measure):
            yield changed


def _named(measure: MeasureResult) -> Iterator[tuple[str, TargetResult]]:
    """The measure's targets, each with its name: `Nattvandring, del två` when there are several."""
    heading = measure.measure.heading
    for target in measure.targets:
        part = part_name(measure.measure, target.target)
        yield f"{heading}, {part[:1].lower()}{part[1:]}" if part else heading, target


def _unrepeated(text: str, said: set[str]) -> str:
    """Without what has been said already of another measure that little is known of."""
    for phrase, again in ((NO_BLAME, ""), (UNDECIDED, "Det går inte heller att avgöra.")):
        if not text.endswith(phrase):
            continue
        if phrase in said:
            return f"{text.removesuffix(phrase).strip()} {again}".strip()
        said.add(phrase)
    return text


def _rank(measure: MeasureResult) -> int:
    if measure.state in _SHORTFALLS:
        return _SHORTFALLS.index(measure.state)
    return len(_SHORTFALLS) + (measure.state == "pågår")


def _is_silent(result: PromiseResult) -> bool:
    """True when nothing at all has been told of what was done."""
    return not result.whole and all(measure.reported_to is None for measure in result.measures)


_UNREPORTED: tuple[State, ...] = ("inte redovisad", "inte redovisad för sig")
_UNKNOWN: tuple[State, ...] = ("går inte att avgöra", *_UNREPORTED)
_SHORTFALLS: tuple[State, ...] = (
    "inte genomförd",
    "delvis genomförd",
    "utgår",
    "senarelagd",
    *_UNKNOWN,
    "inte påbörjad",
)


def _headlines(result: PromiseResult) -> Iterator[str]:
    """Headlines that stand alone, the fullest first."""
    known = len(result.measures)
    done = sum(measure.state == "genomförd" for measure in result.measures)
    still = " än" if is_open(result) else ""
    if not known:
        yield f"Löftets åtgärder är inte kända{still}"
    elif result.face == "före":
        yield f"Nytt löfte: {counted(known, MEASURE)} {'utlovad' if known == 1 else 'utlovade'}"
        yield f"Nytt löfte: {counted(known, MEASURE)}"
    elif _is_silent(result):
        yield f"Löftet: inget är redovisat{still}"
        yield f"Löftet: inget redovisat{still}"
    elif done:
        yield from _done_headlines(result, done, known)
    else:
        yield from _undone_headlines(result, still)
    yield f"Så {'går' if is_open(result) else 'gick'} det med löftet"


def _done_headlines(result: PromiseResult, done: int, known: int) -> Iterator[str]:
    """Some of the measures are done, or all."""
    kind = "kända åtgärder" if result.promise.incomplete else "åtgärder"
    if done < known:
        ending = f"{kind} {'genomförd' if done == 1 else 'genomförda'}"
        in_words = f"{numeral(done)} av {numeral(known)} {ending}"
        in_digits = f"{done} av {known} {ending}"
        yield from (f"Löftet: {in_words}", f"Löftet: {in_digits}", capitalise(in_words), in_digits)
    elif not result.promise.incomplete:
        yield "Hela löftet är genomfört"
    elif known > 1:
        yield f"Alla {kind} genomförda"


def _undone_headlines(result: PromiseResult, still: str) -> Iterator[str]:
    """None of the measures is done, as far as is known."""
    states = {measure.state for measure in result.measures}
    if "pågår" in states and is_open(result):
        yield "Arbetet med löftet pågår"
    elif states <= {*_UNKNOWN}:
        yield f"Löftet: oklart hur det {'går' if is_open(result) else 'gick'}"
    elif not states & {*_UNKNOWN}:
        yield f"Löftet: ingen åtgärd genomförd{still}"
        yield f"Ingen åtgärd genomförd{still}"


def _fitting(texts: Iterable[str], limit: int) -> str:
    """The first that fits; otherwise the shortest, for the check to speak of."""
    texts = [*texts]
    return next((text for text in texts if len(text) <= limit), min(texts, key=len))
