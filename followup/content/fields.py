"""Value parsers: from the node that stands in the file to the value that its field means.

A parser takes a node and the context and gives a value, or raises Invalid with what stands there,
what is expected and an example. Only the decode loop catches it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Literal, TypeVar
from urllib.parse import urlsplit

from followup.content.document import Node, Scalar, Sequence
from followup.diagnostics import Diagnostic, Source
from followup.model import Position, Span, Unit
from followup.suggest import closest
from followup.swedish import capitalise, listing, month_name

T = TypeVar("T")
Kind = Literal["plats", "part", "åtgärd", "löfte", "redovisning"]


@dataclass(frozen=True)
class Context:
    """What can be referred to, by kind, at this place in the tree."""

    ids: Mapping[Kind, frozenset[str]]


Parser = Callable[[Node, Context], T]


class Invalid(Exception):
    """A value that its field cannot take."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(*diagnostics)
        self.diagnostics = diagnostics


def invalid(source: Source, message: str, hint: str, rule: str = "värde") -> Invalid:
    """One fault, ready to be raised."""
    return Invalid(Diagnostic(source, "fel", rule, message, hint))


def scalar(node: Node) -> Scalar:
    """The node as one piece of text; raises Invalid for a list or a group of fields."""
    if isinstance(node, Scalar):
        return node
    found = "en lista" if isinstance(node, Sequence) else "flera fält"
    raise invalid(node.source, f"här står {found}", "Skriv ett enda värde på samma rad.", "form")


def text(node: Node, context: Context) -> str:
    """One line or paragraph of text; white space folded."""
    value = " ".join(scalar(node).text.split())
    if not value:
        raise invalid(node.source, "här står ingenting", "Skriv en text, eller ta bort fältet.")
    return value


def number(least: int = 0) -> Parser[int]:
    """A whole number from `least`; blanks as in `1 234` are allowed."""

    def parse(node: Node, context: Context) -> int:
        written = text(node, context)
        digits = re.sub(r"(?<=\d)[\s\u00a0\u202f](?=\d{3}\b)", "", written)
        if not re.fullmatch(r"\d{1,9}", digits, re.ASCII):
            raise invalid(
                node.source, f"”{written}” är inte ett heltal", "Skriv siffror, till exempel:  8"
            )
        if int(digits) < least:
            raise invalid(node.source, f"{digits} är för litet", f"Skriv ett tal från {least}.")
        return int(digits)

    return parse


def yes_no(node: Node, context: Context) -> bool:
    value = text(node, context).casefold()
    if value not in ("ja", "nej"):
        raise invalid(node.source, f"”{value}” är varken ja eller nej", "Skriv  ja  eller  nej.")
    return value == "ja"


def one_of(*choices: str) -> Parser[Any]:
    """One of the words of a fixed list."""

    def parse(node: Node, context: Context) -> str:
        value = text(node, context).casefold()
        if value not in choices:
            raise invalid(node.source, f"”{value}” går inte att välja här", offer(value, choices))
        return value

    return parse


def reference(kind: Kind) -> Parser[str]:
    """The id of something else in the tree."""

    def parse(node: Node, context: Context) -> str:
        value = text(node, context)
        known = context.ids.get(kind, frozenset())
        if value not in known:
            raise invalid(
                node.source,
                f"{_KIND_IS_MISSING[kind]}",
                offer(value, known, _KINDS[kind]),
                "okänd-hänvisning",
            )
        return value

    return parse


def list_of(parse_item: Parser[T]) -> Parser[tuple[T, ...]]:
    """A list, or one value standing alone."""

    def parse(node: Node, context: Context) -> tuple[T, ...]:
        values: list[T] = []
        faults: list[Diagnostic] = []
        for item in node.items if isinstance(node, Sequence) else (node,):
            try:
                values.append(parse_item(item, context))
            except Invalid as error:
                faults += error.diagnostics
        if faults:
            raise Invalid(*faults)
        return tuple(values)

    return parse


def span(node: Node, context: Context) -> Span:
    """A date as exact as its source: `2018-03-14`, `14 mars 2018`, `2018-03` or `2018`."""
    written = text(node, context)
    for pattern in _DATES:
        if match := pattern.fullmatch(written.casefold()):
            parts = match.groupdict()
            return _span(node, int(parts["year"]), _month(parts), _int(parts.get("day")))
    raise invalid(
        node.source, f"”{written}” är inte ett datum", "Skriv till exempel:  2018-03-14", "datum"
    )


def day(node: Node, context: Context) -> date:
    """A date that names its day."""
    value = span(node, context)
    if value.first != value.last:
        raise invalid(
            node.source,
            f"”{text(node, context)}” säger inte vilken dag",
            f"Skriv hela datumet, till exempel:  {value.first.isoformat()}",
            "datum",
        )
    return value.first


def day_range(node: Node, context: Context) -> Span:
    """A span written as one date or as two: `2018-05–2018-08`, `2018-05-01 till 2018-08-31`."""
    written = text(node, context)
    ends = re.split(r"\s+till\s+|\s*–\s*|\s+-\s+", written)
    first, last = (span(Scalar(end, node.source), context) for end in (ends[0], ends[-1]))
    if len(ends) > 2 or last.last < first.first:
        raise invalid(
            node.source,
            f"”{written}” är inte en tid från och till",
            "Skriv till exempel:  2018-05-01 till 2018-08-31",
            "datum",
        )
    return Span(first.first, last.last)


def season(node: Node, context: Context) -> tuple[Span, ...] | str:
    """One or several ranges, or words without a year ("sommarhalvåret")."""
    if isinstance(node, Scalar) and not re.search(r"\d{4}", node.text):
        return text(node, context)
    return list_of(day_range)(node, context)


def language(node: Node, context: Context) -> str:
    """A language tag: `sv`, `fi`, `en`."""
    value = text(node, context).casefold()
    if not re.fullmatch(r"[a-z]{2,3}", value):
        raise invalid(node.source, f"”{value}” är inte ett språk", "Skriv till exempel:  fi")
    return value


def clocks(node: Node, context: Context) -> tuple[time, time | None]:
    """`19:30`, `19.30`, `19` or a stretch, `17–21`."""
    written = text(node, context)
    match = _CLOCKS.fullmatch(written.casefold())
    if not match:
        raise invalid(
            node.source,
            f"”{written}” är inte ett klockslag",
            "Skriv till exempel:  19.30  eller  17–21",
        )
    start, end = (_time(node, written, match, name) for name in ("a", "b"))
    assert start is not None
    return start, end


def web_address(node: Node, context: Context) -> str:
    """An http(s) address."""
    value = text(node, context)
    try:
        parts = urlsplit(value)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        is_web = False
    if not is_web or re.search(r"[\s<>\"'\\`{}|^]", value):
        raise invalid(
            node.source,
            f"”{value}” är inte en webbadress",
            "Skriv hela adressen, till exempel:  https://polisen.se/upplands-bro",
        )
    return value


def email(node: Node, context: Context) -> str:
    value = text(node, context)
    if not re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", value):
        raise invalid(
            node.source, f"”{value}” är inte en e-postadress", "Skriv till exempel:  namn@kommun.se"
        )
    return value


def phone(node: Node, context: Context) -> str:
    value = text(node, context)
    if not re.fullmatch(r"\+?[\d\s()–-]{3,25}", value):
        raise invalid(
            node.source,
            f"”{value}” är inte ett telefonnummer",
            "Skriv till exempel:  08-581 690 00",
        )
    return value


def position(node: Node, context: Context) -> Position:
    """Latitude and longitude in degrees, WGS 84."""
    written = text(node, context)
    match = re.fullmatch(r"(-?\d{1,2}\.\d+)\s*,\s*(-?\d{1,3}\.\d+)", written)
    if not match or abs(float(match[1])) > 90 or abs(float(match[2])) > 180:
        raise invalid(
            node.source,
            f"”{written}” är inte ett läge",
            "Skriv latitud och longitud med punkt som decimaltecken:  59.47857, 17.74834",
        )
    return Position(float(match[1]), float(match[2]))


def unit(node: Node, context: Context) -> Unit:
    """`insats/insatser`: one and many."""
    forms = [form.strip() for form in text(node, context).split("/")]
    if len(forms) != 2 or not all(forms):
        raise invalid(
            node.source,
            f"”{text(node, context)}” saknar singular eller plural",
            "Skriv en och flera med snedstreck emellan:  insats/insatser",
        )
    return Unit(*forms)


def yes_or_day(node: Node, context: Context) -> bool | date:
    """`ja`, `nej`, or the day when it was so."""
    if text(node, context).casefold() in ("ja", "nej"):
        return yes_no(node, context)
    return day(node, context)


def colour(node: Node, context: Context) -> str:
    value = text(node, context).casefold()
    if not re.fullmatch(r"#[0-9a-f]{6}", value):
        raise invalid(
            node.source,
            f"”{value}” är inte en färg",
            'Skriv sex tecken efter #, inom citattecken:  färg: "#0a5c63"',
        )
    return value


def file_id(node: Node, context: Context) -> str:
    """An id in the form that file names have."""
    value = text(node, context)
    if not ID.fullmatch(value):
        raise invalid(
            node.source,
            f"”{value}” kan inte vara ett id",
            "Använd bara små bokstäver a–z, siffror och bindestreck:  bro-centrum",
        )
    return value


def offer(word: str, choices: "frozenset[str] | tuple[str, ...]", name: str = "Välj på") -> str:
    """`Menade du …?` when one choice is near; always the choices, when they are not too many."""
    near = closest(word, choices)
    ask = f"Menade du  {near} ?  " if near else ""
    if not choices:
        return f"{ask}Det finns inget att välja på än."
    shown = sorted(choices)[:_MOST_CHOICES]
    rest = len(choices) - len(shown)
    more = f" och {rest} till" if rest else ""
    return f"{ask}{name}: {', '.join(shown) if more else listing(shown)}{more}."


ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_MOST_CHOICES = 12
_KINDS: Mapping[Kind, str] = {
    "plats": "Alla platser (mappen platser)",
    "part": "Alla parter (parter.yaml)",
    "åtgärd": "Löftets åtgärder (mappen atgarder)",
    "löfte": "Alla löften (mappen loften)",
    "redovisning": "Löftets redovisningar (mappen redovisningar)",
}
_KIND_IS_MISSING: Mapping[Kind, str] = {
    "plats": "platsen finns inte",
    "part": "parten finns inte",
    "åtgärd": "åtgärden finns inte",
    "löfte": "löftet finns inte",
    "redovisning": "redovisningen finns inte",
}
_MONTHS = tuple(month_name(date(2000, n, 1)) for n in range(1, 13))
_DATES = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        r"(?P<year>\d{4})-(?P<month>\d{2})",
        r"(?P<year>\d{4})",
        rf"(?:den )?(?P<day>\d{{1,2}}) (?P<name>{'|'.join(_MONTHS)}) (?P<year>\d{{4}})",
        rf"(?P<name>{'|'.join(_MONTHS)}) (?P<year>\d{{4}})",
    )
)
_CLOCKS = re.compile(
    r"(?:kl\.? ?)?(?P<a>\d{1,2}(?:[.:]\d{2})?)(?: ?[–-] ?(?P<b>\d{1,2}(?:[.:]\d{2})?))?", re.ASCII
)


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _month(parts: Mapping[str, str | None]) -> int | None:
    if name := parts.get("name"):
        return _MONTHS.index(name) + 1
    return _int(parts.get("month"))


def _span(node: Node, year: int, month: int | None, day_: int | None) -> Span:
    """The first and last day of a year, a month or a day that exists."""
    if not 1900 <= year <= 2200:
        raise invalid(node.source, f"år {year} kan inte stämma", "Kontrollera årtalet.", "datum")
    if month is None:
        return Span(date(year, 1, 1), date(year, 12, 31))
    if not 1 <= month <= 12:
        raise invalid(
            node.source,
            f"månad {month} finns inte",
            f"Skriv år, månad och dag i den ordningen:  {year}-03-14",
            "datum",
        )
    first = date(year, month, 1)
    last = date.fromordinal(date(year + month // 12, month % 12 + 1, 1).toordinal() - 1)
    if day_ is None:
        return Span(first, last)
    if not 1 <= day_ <= last.day:
        name = month_name(first)
        raise invalid(
            node.source,
            f"den {day_} {name} finns inte",
            f"{capitalise(name)} {year} har {last.day} dagar. "
            f"Skriv till exempel:  {last.isoformat()}",
            "datum",
        )
    return Span(date(year, month, day_), date(year, month, day_))


def _time(node: Node, written: str, match: re.Match[str], name: str) -> time | None:
    if match[name] is None:
        return None
    hour, _, minute = match[name].replace(":", ".").partition(".")
    if int(hour) > 23 or int(minute or 0) > 59:
        raise invalid(node.source, f"klockan ”{written}” finns inte", "Skriv till exempel:  19.30")
    return time(int(hour), int(minute or 0))
