"""Value parsers: from the node that stands in the file to the value that its field means.

A parser takes a node and the context and gives a value, or raises Invalid with what stands there,
what is expected and an example. Only the decode loop catches it. Those that are made with something
(`number(1)`, `one_of("a", "b")`) are values that can be asked for it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar
from urllib.parse import urlsplit

from followup.content.document import Node, Scalar, Sequence
from followup.diagnostics import Diagnostic, Source
from followup.model import Position, Unit
from followup.suggest import closest
from followup.swedish import listing, quote

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Referable = Literal["plats", "part", "åtgärd", "löfte", "redovisning"]


@dataclass(frozen=True)
class Context:
    """What can be referred to, by kind, at this place in the tree.

    A kind that is not there could not be read: then any id will do. So will any target of the
    measures in `unread`.
    """

    ids: Mapping[Referable, frozenset[str]]
    unread: frozenset[str] = frozenset()

    def knows(self, kind: Referable, id: str) -> bool:
        measure, mark, _ = id.partition("#")
        return (
            kind not in self.ids or id in self.ids[kind] or (bool(mark) and measure in self.unread)
        )


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


@dataclass(frozen=True)
class Number:
    """Reads a whole number from `least` to `most`; blanks as in `1 234` are allowed."""

    least: int = 0
    most: int | None = None

    def __call__(self, node: Node, context: Context) -> int:
        written = text(node, context)
        digits = re.sub(r"(?<=\d)[\s\u00a0\u202f](?=\d{3}\b)", "", written)
        if not re.fullmatch(r"-?\d+", digits, re.ASCII):
            message = f"{said(written)} är inte ett heltal"
            raise invalid(node.source, message, "Skriv siffror, till exempel:  8")
        if len(digits) > _MOST_DIGITS or (self.most is not None and int(digits) > self.most):
            limits = f"från {self.least} till {self.most}"
            limit = limits if self.most else f"med högst {_MOST_DIGITS} siffror"
            hint = f"Skriv ett tal {limit}."
            raise invalid(node.source, f"{said(written)} är för stort", hint)
        if int(digits) < self.least:
            hint = f"Skriv {self.least} eller ett större tal."
            raise invalid(node.source, f"{said(written)} är för litet", hint)
        return int(digits)


def number(least: int = 0, most: int | None = None) -> Number:
    """A whole number from `least` to `most`."""
    return Number(least, most)


def yes_no(node: Node, context: Context) -> bool:
    written = text(node, context)
    if written.casefold() not in ("ja", "nej"):
        hint = "Skriv  ja  eller  nej"
        raise invalid(node.source, f"{said(written)} är varken ja eller nej", hint)
    return written.casefold() == "ja"


@dataclass(frozen=True)
class OneOf:
    """Reads one of the words of a fixed list."""

    choices: tuple[str, ...]

    def __call__(self, node: Node, context: Context) -> str:
        written = text(node, context)
        if written.casefold() not in self.choices:
            message = f"{said(written)} går inte att välja här"
            raise invalid(node.source, message, offer(written, self.choices))
        return written.casefold()


def one_of(*choices: str) -> OneOf:
    """One of the words of a fixed list."""
    return OneOf(choices)


@dataclass(frozen=True)
class Reference:
    """Reads the id of something else in the tree."""

    kind: Referable

    def __call__(self, node: Node, context: Context) -> str:
        value = text(node, context)
        if context.knows(self.kind, value):
            return value
        message = f"{_NAMES[self.kind]} {said(value)} finns inte"
        several = re.findall(r"[^\s,]+", value.replace(" och ", " "))
        if len(several) > 1 and all(context.knows(self.kind, one) for one in several):
            hint = f"Skriv flera inom hakparentes:  [{', '.join(several)}]"
        else:
            hint = offer(value, context.ids[self.kind], _ALL[self.kind])
        raise invalid(node.source, message, hint, "okänd-hänvisning")


def reference(kind: Referable) -> Reference:
    """The id of something else in the tree."""
    return Reference(kind)


@dataclass(frozen=True)
class ListOf(Generic[T_co]):
    """Reads a list, or one value standing alone. The same value twice is a fault."""

    item: Parser[T_co]

    def __call__(self, node: Node, context: Context) -> tuple[T_co, ...]:
        values: list[T_co] = []
        faults: list[Diagnostic] = []
        for item in node.items if isinstance(node, Sequence) else (node,):
            try:
                value = self.item(item, context)
            except Invalid as error:
                faults += error.diagnostics
                continue
            if value in values:
                faults += _twice(item).diagnostics
            values.append(value)
        if faults:
            raise Invalid(*faults)
        return tuple(values)


def list_of(parse_item: Parser[T]) -> ListOf[T]:
    """A list, or one value standing alone."""
    return ListOf(parse_item)


def language(node: Node, context: Context) -> str:
    """A language tag: `sv`, `fi`, `en`."""
    written = text(node, context)
    if not re.fullmatch(r"[a-z]{2,3}", written.casefold()):
        message = f"{said(written)} är inte ett språk"
        raise invalid(node.source, message, "Skriv två bokstäver, till exempel:  fi")
    return written.casefold()


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
            f"{said(value)} är inte en webbadress",
            "Skriv hela adressen, till exempel:  https://polisen.se/upplands-bro",
        )
    return value


def email(node: Node, context: Context) -> str:
    value = text(node, context)
    if not re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", value):
        message = f"{said(value)} är inte en e-postadress"
        raise invalid(node.source, message, "Skriv till exempel:  namn@kommun.se")
    return value


def phone(node: Node, context: Context) -> str:
    value = text(node, context)
    if not re.fullmatch(r"\+?[\d\s()–-]{3,25}", value):
        raise invalid(
            node.source,
            f"{said(value)} är inte ett telefonnummer",
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
            f"{said(written)} är inte ett läge",
            "Skriv latitud och longitud med punkt som decimaltecken:  59.47857, 17.74834",
        )
    return Position(float(match[1]), float(match[2]))


def unit(node: Node, context: Context) -> Unit:
    """`insats/insatser`: one and many."""
    forms = [form.strip() for form in text(node, context).split("/")]
    if len(forms) != 2 or not all(forms):
        raise invalid(
            node.source,
            f"{said(text(node, context))} säger inte både en och flera",
            "Skriv en och flera med snedstreck emellan:  insats/insatser",
        )
    return Unit(*forms)


def colour(node: Node, context: Context) -> str:
    value = text(node, context)
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise invalid(
            node.source,
            f"{said(value)} är inte en färg",
            'Skriv sex tecken (0–9, a–f) efter #, inom citattecken:  "#0a5c63"',
        )
    return value.casefold()


def file_id(node: Node, context: Context) -> str:
    """An id in the form that file names have."""
    value = text(node, context)
    if not ID.fullmatch(value):
        raise invalid(
            node.source,
            f"{said(value)} kan inte vara ett id",
            "Använd bara små bokstäver a–z, siffror och bindestreck:  bro-centrum",
        )
    return value


def offer(
    word: str, choices: "frozenset[str] | tuple[str, ...]", name: str = "Det här går att välja"
) -> str:
    """`Menade du …?` when one choice is near; always the choices, when they are not too many."""
    near = closest(word, choices)
    ask = f"Menade du  {near} ?  " if near else ""
    if not choices:
        return f"{ask}Det finns inget att välja på än."
    shown = sorted(choices)[:_MOST_CHOICES]
    rest = len(choices) - len(shown)
    more = f" och {rest} till" if rest else ""
    return f"{ask}{name}: {', '.join(shown) if more else listing(shown)}{more}."


def said(written: str) -> str:
    """The words that stand there, in quotation marks; of many, the first."""
    return quote(written if len(written) <= _MOST_SAID else written[: _MOST_SAID - 1] + "…")


ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_MOST_CHOICES = 12
_MOST_DIGITS = 9
_MOST_SAID = 40
_NAMES: Mapping[Referable, str] = {
    "plats": "platsen",
    "part": "parten",
    "åtgärd": "åtgärden",
    "löfte": "löftet",
    "redovisning": "redovisningen",
}
_ALL: Mapping[Referable, str] = {
    "plats": "Alla platser (mappen platser)",
    "part": "Alla parter (parter.yaml)",
    "åtgärd": "Löftets åtgärder (mappen atgarder)",
    "löfte": "Alla löften (mappen loften)",
    "redovisning": "Löftets redovisningar (mappen redovisningar)",
}


def _twice(node: Node) -> Invalid:
    what = said(node.text) if isinstance(node, Scalar) else "det här"
    return invalid(node.source, f"{what} står två gånger i listan", "Ta bort det ena.", "dubblett")
