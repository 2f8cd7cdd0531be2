"""Value parsers: from the node that stands in the file to the value that its field means.

A parser takes a node and the context and gives a value, or raises Invalid with what stands there,
what is expected and an example. Only the decode loop catches it. Those that are made with something
(`number(1)`, `one_of("a", "b")`) are values that can be asked for it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

from followup import languages
from followup.content import foreign, misread
from followup.content.document import Mapping as Fields
from followup.content.document import Node, Scalar, Sequence
from followup.content.parts import parts
from followup.diagnostics import Diagnostic, Source
from followup.model import Unit, Wording
from followup.personal import masked
from followup.swedish import listing, quote

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Referable = Literal["plats", "part", "åtgärd", "löfte", "redovisning", "kartfil"]


@dataclass(frozen=True)
class Context:
    """What can be referred to, by kind, at this place in the tree.

    A kind that is not there could not be read: then any id will do. So will any target of the
    measures in `unread`. `names` are what people call it, each with the id. `beside` are the fields
    that may stand in the same group.
    """

    ids: Mapping[Referable, frozenset[str]]
    unread: frozenset[str] = frozenset()
    names: Mapping[Referable, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    beside: frozenset[str] = frozenset()

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


def unfit(
    node: Node, written: str, is_what: str, hint: str, *meant: str | None, rule: str = "värde"
) -> Invalid:
    """One fault in a value: with what was probably meant, where that is known."""
    known = [one for one in meant if one]
    if misread.is_nothing(written):
        hint = leave_out(node.source, written)
    elif known:
        hint = f"Menade du  {'  eller  '.join(known)} ?"
    return invalid(node.source, f"{said(written)} {is_what}", hint, rule)


def leave_out(source: Source, written: str = "") -> str:
    """How nothing is written: not at all. Hash signs are what a spreadsheet hides a value with."""
    if written.startswith("##"):
        return "Excel visar #### när kolumnen är för smal. Gör den bredare och spara igen."
    where = "lämna cellen tom" if source.path.endswith(".csv") else "ta bort fältet"
    return f"Är det inte känt: {where}."


def scalar(node: Node) -> Scalar:
    """The node as one piece of text; raises Invalid for a list or a group of fields."""
    if isinstance(node, Scalar):
        return node
    found = "en lista" if isinstance(node, Sequence) else "flera fält"
    raise invalid(node.source, f"här står {found}", "Skriv ett enda värde på samma rad.", "form")


def word(node: Node) -> str:
    """What stands there, white space folded, without quotation marks that were pasted around it."""
    value = " ".join(scalar(node).text.split())
    value = value.strip("”“„»«") or value
    if not value:
        raise invalid(node.source, "här står ingenting", "Skriv en text, eller ta bort fältet.")
    return value


def text(node: Node, context: Context) -> str:
    """One line or paragraph of text; white space folded."""
    value = " ".join(scalar(node).text.split())
    if not re.search(r"\w", value):
        what = f"{said(value)} säger ingenting" if value else "här står ingenting"
        hint = "Skriv en text, eller ta bort fältet."
        if value in ("…", "..."):  # copied from one of our own hints
            name = "skälet " if "skäl" in context.beside else ""
            hint = f"Skriv {name}med egna ord i stället för  {value}"
        raise invalid(node.source, what, hint)
    return value


def wording(node: Node, context: Context) -> Wording:
    """Text that keeps its place."""
    return Wording(text(node, context), node.source)


def yes_no(node: Node, context: Context) -> bool:
    written = word(node).rstrip(".")
    if written.casefold() not in ("ja", "nej"):
        hint = "Skriv  ja  eller  nej"
        raise unfit(node, written, "är varken ja eller nej", hint, misread.yes_or_no(written))
    return written.casefold() == "ja"


@dataclass(frozen=True)
class OneOf:
    """Reads one of the words of a fixed list."""

    choices: tuple[str, ...]

    def __call__(self, node: Node, context: Context) -> str:
        written = word(node).rstrip(".")
        plain = written.casefold()
        for choice in (plain, plain.replace(" ", "_"), plain.replace("_", " ")):
            if choice in self.choices:
                return choice
        near = misread.choice(written, self.choices)
        hint = offer("", self.choices, near=near)
        if "som_skrivet" in context.beside and not misread.nearest(written, self.choices):
            hint = f"{hint} Redovisningens egna ord ska stå i fältet text."
        raise unfit(node, written, "går inte att välja här", hint)


def one_of(*choices: str) -> OneOf:
    """One of the words of a fixed list."""
    return OneOf(choices)


@dataclass(frozen=True)
class Reference:
    """Reads the id of something else in the tree."""

    kind: Referable

    def __call__(self, node: Node, context: Context) -> str:
        value = word(node)
        if context.knows(self.kind, value):
            return value
        several = [part.text for part in parts(Scalar(value, node.source))]
        if len(several) > 1 and all(context.knows(self.kind, one) for one in several):
            hint = f"Här får bara en stå. Välj en av dem:  {'  eller  '.join(several)}"
            raise invalid(node.source, f"{said(value)} är flera", hint, "okänd-hänvisning")
        message = f"{_NAMES[self.kind]} {said(value)} finns inte"
        raise invalid(node.source, message, self._hint(node, value, context), "okänd-hänvisning")

    def meant(self, value: str, context: Context) -> tuple[str, ...]:
        """The ids that a name or another way to write them may stand for."""
        ids, names = context.ids.get(self.kind, frozenset()), context.names.get(self.kind, ())
        return misread.reference(value, ids, names)

    def _hint(self, node: Node, value: str, context: Context) -> str:
        if misread.is_nothing(value):
            return leave_out(node.source, value)
        ids = context.ids[self.kind]
        others = (kind for kind in context.ids if kind in _ONE and value in context.ids[kind])
        if other := next(others, None):
            what = f"{said(value)} är {_ONE[other]}. Här ska {_ONE[self.kind]} stå."
            return f"{what} {offer('', ids, _ALL[self.kind])}"
        near = self.meant(value, context)
        if not near:
            return offer(value, ids, _ALL[self.kind])
        if len(near) > 1:
            return f"Menade du  {'  eller  '.join(near)} ?"
        return offer(value, ids, _ALL[self.kind], near[0])


def reference(kind: Referable) -> Reference:
    """The id of something else in the tree."""
    return Reference(kind)


@dataclass(frozen=True)
class ListOf(Generic[T_co]):
    """Reads a list, or one value standing alone. The same value twice is a fault.

    Words such as `polisen och kommunen` are several when that is how they can be understood.
    """

    item: Parser[T_co]

    def __call__(self, node: Node, context: Context) -> tuple[T_co, ...]:
        values: list[T_co] = []
        faults: list[Diagnostic] = []
        _refuse_braces(node)
        items = node.items if isinstance(node, Sequence) else (node,)
        for item in (one for whole in items for one in self._apart(whole, context)):
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

    def _apart(self, node: Node, context: Context) -> tuple[Node, ...]:
        """The whole; or its parts, when one of them can be understood and the whole cannot."""
        if not isinstance(node, Scalar) or self._is_one(node, context):
            return (node,)
        apart = parts(node)
        if any(self._is_one(part, context) for part in apart):
            return apart
        if not isinstance(self.item, Reference):
            return (node,)
        closer = parts(node, also=r"/\s")
        if closer and all(self._is_one(part, context) for part in closer):
            return closer
        return apart if len(apart) > 1 and not self.item.meant(node.text, context) else (node,)

    def _is_one(self, node: Scalar, context: Context) -> bool:
        """True when it can be understood; of an id, no proposals are sought."""
        if isinstance(self.item, Reference):
            return context.knows(self.item.kind, node.text)
        try:
            self.item(node, context)
        except Invalid:
            return False
        return True


def list_of(parse_item: Parser[T]) -> ListOf[T]:
    """A list, or one value standing alone."""
    return ListOf(parse_item)


def language(node: Node, context: Context) -> str:
    """A language tag: `sv`, `fi`, `en`."""
    written = word(node)
    code = written.casefold()
    if not re.fullmatch(r"[a-z]{2,3}", code, re.ASCII) or not languages.is_known(code):
        hint = "Skriv språkets två bokstäver, till exempel:  fi"
        if "lätt" in code:
            hint = "Skriv  språk: sv  och  lättläst: ja  på var sin rad."
        raise unfit(node, written, "är inte ett språk", hint, misread.language(written))
    return code


def unit(node: Node, context: Context) -> Unit:
    """`insats/insatser`: one and many."""
    written = word(node)
    forms = [form.strip() for form in written.split("/")]
    if len(forms) != 2 or not all(forms) or forms[1].startswith("-"):
        hint = "Skriv en och flera med snedstreck emellan:  insats/insatser"
        raise unfit(node, written, "säger inte både en och flera", hint, misread.unit(written))
    return Unit(*forms)


def colour(node: Node, context: Context) -> str:
    value = word(node)
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        hint = 'Skriv sex tecken (0–9, a–f) efter #, inom citattecken:  "#0a5c63"'
        raise unfit(node, value, "är inte en färg", hint, misread.colour(value))
    return value.casefold()


def file_id(node: Node, context: Context) -> str:
    """An id in the form that file names have."""
    value = word(node)
    if not ID.fullmatch(value):
        hint = "Använd bara små bokstäver a–z, siffror och bindestreck:  bro-centrum"
        raise unfit(node, value, "kan inte vara ett id", hint, misread.slug_of(value))
    return value


def offer(
    word: str,
    choices: "frozenset[str] | tuple[str, ...]",
    name: str = "Det här går att välja",
    near: str | None = None,
) -> str:
    """`Menade du …?` when one choice is near; the choices too, when they are not too many."""
    near = near or misread.nearest(word, choices)
    ask = f"Menade du  {near} ?  " if near else ""
    if odd := foreign.told(word):
        ask = f"{odd} {ask}"
    if not choices:
        return f"{ask}Det finns inget att välja på än."
    if near and len(choices) > _MOST_CHOICES:
        return ask.rstrip()
    shown = sorted(choices)[:_MOST_CHOICES]
    rest = len(choices) - len(shown)
    more = f" och {rest} till" if rest else ""
    return f"{ask}{name}: {', '.join(shown) if more else listing(shown)}{more}."


def said(written: str) -> str:
    """The words that stand there, in quotation marks and on one line; of many, the first.

    A personal number gets its stars here: cut in two it would not be known for one.
    """
    plain = masked(re.sub(r"\s+", " ", written))
    return quote(plain if len(plain) <= _MOST_SAID else plain[: _MOST_SAID - 1] + "…")


ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_MOST_CHOICES = 12
_MOST_SAID = 40
_NAMES: Mapping[Referable, str] = {
    "plats": "platsen",
    "part": "parten",
    "åtgärd": "åtgärden",
    "löfte": "löftet",
    "redovisning": "redovisningen",
    "kartfil": "kartfilen",
}
_ALL: Mapping[Referable, str] = {
    "plats": "Alla platser (mappen platser)",
    "part": "Alla parter (parter.yaml)",
    "åtgärd": "Löftets åtgärder (mappen atgarder)",
    "löfte": "Alla löften (mappen loften)",
    "redovisning": "Löftets redovisningar (mappen redovisningar)",
    "kartfil": "Alla kartfiler (mappen karta)",
}


_ONE: Mapping[Referable, str] = {
    "plats": "en plats",
    "part": "en part",
    "åtgärd": "en åtgärd",
    "löfte": "ett löfte",
    "redovisning": "en redovisning",
    "kartfil": "en kartfil",
}


def _refuse_braces(node: Node) -> None:
    """Braces are for fields: `{polisen, kommunen}` is two fields without values."""
    if not isinstance(node, Fields) or not node.entries:
        return
    if all(isinstance(one.value, Scalar) and not one.value.text for one in node.entries):
        names = ", ".join(entry.key.text for entry in node.entries)
        hint = f"Skriv listor inom hakparentes:  [{names}]"
        raise invalid(node.source, "klammer är till för fält med värden", hint, "form")


def _twice(node: Node) -> Invalid:
    what = said(node.text) if isinstance(node, Scalar) else "det här"
    return invalid(node.source, f"{what} står två gånger i listan", "Ta bort det ena.", "dubblett")
