"""The notice for the newspaper: a headline and three lengths, plain text, the same figures.

The most important comes first and nothing is ever cut: each length takes the fullest text that
fits. The lead says the whole result, how far it is reported and where to read more, so that a cut
from the end stays true.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from followup.diagnostics import Diagnostic, Source
from followup.model import Settings
from followup.naming import Words
from followup.progress.result import MeasureResult, PromiseResult
from followup.swedish import day, numeral
from followup.wording import SHORTFALLS, headline, result_sentence

EXAMPLE = "Exempel: "


@dataclass(frozen=True)
class Text:
    """One text and its limit, both in characters with spaces as a word processor counts them."""

    name: str
    text: str
    limit: int

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


def notice(result: PromiseResult, settings: Settings, words: Words, is_example: bool) -> Notice:
    """The notice for one promise. With examples in the content every text says so, first."""
    limits = settings.notice
    lead = [*_lead(result, settings)]
    told = [*_measures(result, words)]
    headlines = [EXAMPLE + h if is_example else h for h in _headlines(result)]
    texts = [*_longest_first(lead, told, is_example)]
    return Notice(
        Text("Rubrik", _fitting(headlines, limits.headline), limits.headline),
        Text("Kort", _fitting(texts, limits.lengths.short), limits.lengths.short),
        Text("Mellan", _fitting(texts, limits.lengths.middle), limits.lengths.middle),
        Text("Lång", _fitting(texts, limits.lengths.long), limits.lengths.long),
    )


def check(made: Notice, source: Source) -> Iterator[Diagnostic]:
    """A fault for each text that cannot be made to fit: its longest sentence, and by how much."""
    for text in (made.headline, *made.texts):
        if text.length > text.limit:
            longest = max(text.text.split(". "), key=len)
            yield Diagnostic(
                source,
                "fel",
                "notis",
                f"notisen ({text.name.lower()}) blir {text.length} tecken men får ha {text.limit}",
                f"Längsta meningen är: ”{longest}” Korta webbplatsens namn, löftets titel eller "
                "åtgärdernas rubriker, eller höj gränsen under notis i webbplats.yaml.",
            )


def address(settings: Settings) -> str:
    """The address as it is printed: short, without https."""
    return settings.notice.short_address or settings.address.partition("//")[2].rstrip("/")


def _lead(result: PromiseResult, settings: Settings) -> Iterator[str]:
    """The sentences that survive every cut."""
    yield headline(result, result.promise.title)
    if result.face == "före":
        yield f"Löftet gäller från och med {day(result.promise.span.first)}."
    elif result.reported_to:
        yield f"Det är redovisat till och med {day(result.reported_to)}."
    else:
        yield f"Löftet gäller till och med {day(result.promise.span.last)}."
    if result.face == "slut":
        yield "Perioden är slut men ingen slutredovisning är publicerad."
    yield f"Läs mer på {address(settings)}."


def _measures(result: PromiseResult, words: Words) -> Iterator[str]:
    """A sentence for each measure: what fell short or is not known first, then what is done."""
    if result.face == "före":
        yield from (f"Utlovat: {measure.measure.heading}." for measure in result.measures)
        return
    ranked = sorted(
        result.measures, key=lambda measure: (_rank(measure), measure.measure.order or 0)
    )
    for measure in ranked:
        told = [result_sentence(target, words) for target in measure.targets]
        yield f"{measure.measure.heading}: {' '.join(told)}"


def _rank(measure: MeasureResult) -> int:
    if measure.state in SHORTFALLS:
        return SHORTFALLS.index(measure.state)
    return len(SHORTFALLS) + (measure.state == "pågår")


def _longest_first(lead: list[str], told: list[str], is_example: bool) -> Iterator[str]:
    """The lead with all measures, then with one less at a time from the end."""
    prefix = EXAMPLE if is_example else ""
    for n in range(len(told), -1, -1):
        yield prefix + " ".join([*lead, *told[:n]])


def _headlines(result: PromiseResult) -> Iterator[str]:
    """Headlines that stand alone, the fullest first."""
    known = len(result.measures)
    done = sum(measure.state == "genomförd" for measure in result.measures)
    if result.face == "före":
        yield f"{numeral(known).capitalize()} åtgärder utlovade"
    elif all(measure.reported_to is None for measure in result.measures):
        yield "Inget är redovisat av löftet"
        yield "Inget redovisat"
    elif done == 0:
        yield "Ingen åtgärd genomförd än" if result.face == "pågår" else "Ingen åtgärd genomförd"
    elif done == known:
        yield f"Alla {known} åtgärder genomförda"
    else:
        ending = "genomförd" if done == 1 else "genomförda"
        yield f"{numeral(done).capitalize()} av {numeral(known)} åtgärder {ending}"
        yield f"{done} av {known} åtgärder {ending}"
    yield "Så går det med löftet"


def _fitting(texts: Iterable[str], limit: int) -> str:
    """The first that fits; otherwise the last and shortest, for the check to speak of."""
    text = ""
    for text in texts:
        if len(text) <= limit:
            return text
    return text
