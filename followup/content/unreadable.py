"""Files that cannot be understood as a whole: where it goes wrong, and what to do, in our words.

The library that reads front matter explains itself in English, and blames the line after the one
that is wrong when a colon or a blank is missing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import yaml

from followup.diagnostics import Diagnostic, Source
from followup.swedish import quote


class Unreadable(Exception):
    """The file as a whole cannot be understood; the diagnostic says why."""

    def __init__(self, source: Source, rule: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.diagnostic = Diagnostic(source, "fel", rule, message, hint)


def no_fields(path: str, lines: Sequence[str], source: Source) -> Unreadable:
    """Something else than fields stands where they should be."""
    message = "här ska det stå fält, ett på varje rad"
    return _without_blank(path, lines, source.line - 1) or Unreadable(
        source, "faktaruta", message, _LINE
    )


def not_understood(path: str, lines: Sequence[str], error: yaml.MarkedYAMLError) -> Unreadable:
    """What the library's error means."""
    said = f"{error.context}: {error.problem}"
    reason = next((reason for reason in REASONS if re.search(reason.says, said)), _OTHERWISE)
    mark = (error.context_mark if reason.place == "context" else None) or error.problem_mark
    assert mark is not None
    at = min(mark.line, len(lines) - 1)
    column = mark.column if at == mark.line else max(0, len(lines[at]) - 1)
    cause = _slip(path, lines, at) or _cause(reason, path, lines, at, column)
    return cause or _unreadable(Source(path, at + 1, column + 1), reason, lines[at])


def no_list(source: Source, text: str) -> Unreadable | None:
    """The fault when `text` is the items of a list without the marks that make it one."""
    match = _ITEMS.fullmatch(text)
    return _wrong_mark(source, match[1], match[2]) if match else None


def _cause(
    reason: "_Reason", path: str, lines: Sequence[str], at: int, column: int
) -> Unreadable | None:
    """What made the library stop, when that is something else than it says."""
    if reason is _COLON:
        return _several_fields(path, lines, at) or _line_above(path, lines, at, column)
    if reason is _NO_END:
        return _curly_end(path, lines, at, column)
    if reason is _MORE:
        return _begins_as_list(path, lines, at)
    if reason in (_NO_COLON, _OTHERWISE):
        above = next(_said_before(lines, at), at)
        cause = _without_blank(path, lines, at) or _without_blank(path, lines, above)
        return cause or (_pushed_in(path, lines, column) if reason is _OTHERWISE else None)
    return None


@dataclass(frozen=True)
class _Reason:
    """`says` is searched for in the library's words; `place` is which of its two places to show.

    `quoted` is an example that gives way to the line itself, with quotation marks around its text.
    """

    says: str
    place: Literal["context", "problem"]
    message: str
    hint: str
    quoted: str = ""


_LINE = "Skriv fältets namn, kolon, mellanslag och värdet, till exempel:  rubrik: Nattvandring"
_QUOTE = "Sätt citattecken runt texten:"
_COLON = _Reason(
    "mapping values are not allowed",
    "problem",
    "kolon mitt i texten",
    "Text med kolon och mellanslag behöver citattecken runt sig:",
    'rubrik: "Vandring: Bro"',
)
_NO_COLON = _Reason(
    "could not find expected ':'",
    "context",
    "kolon saknas efter fältets namn",
    "Fortsätter texten från raden ovanför: börja raden med två mellanslag. Skriv annars fältets "
    "namn, kolon, mellanslag och värdet, till exempel:  rubrik: Nattvandring",
)
_NO_END = _Reason(
    "found unexpected (end of stream|document separator)",
    "context",
    "citattecknet här avslutas aldrig",
    "Sätt ett likadant citattecken efter texten, eller ta bort det första.",
)
_MORE = _Reason(
    "but found '<scalar>'",
    "problem",
    "det här hänger inte ihop med texten före",
    "Citattecken ska stå runt hela texten. Har texten egna citattecken: sätt enkla runt den, "
    """till exempel:  rubrik: '"Trygg" kväll i Bro'""",
)
REASONS = (
    _COLON,
    _NO_COLON,
    _NO_END,
    _Reason(
        r"found character '\\t'",
        "problem",
        "här står en tabb",
        "Rader ska flyttas in med mellanslag, inte med tabb. Byt tabben mot två mellanslag.",
    ),
    _Reason(
        "but found '<stream end>'",
        "problem",
        "här saknas slutet på en lista",
        "Skriv kommatecken mellan orden och ] efter det sista:  aktörer: [polisen, kommunen]",
    ),
    _Reason(
        "cannot start any token|mapping keys are not allowed|expected the node content",
        "problem",
        "en text kan inte börja med det här tecknet",
        _QUOTE,
        'rubrik: "@polisen"',
    ),
    _Reason(
        "sequence entries are not allowed",
        "problem",
        "här börjar en lista mitt på raden",
        'En text som börjar med bindestreck behöver citattecken runt sig:  rubrik: "- vandring"  '
        "En lista på samma rad behöver hakparentes:  platser: [bro, brunna]",
    ),
    _Reason(
        ": comment$",
        "problem",
        "det som står efter # visas inte",
        "Är det en anteckning: skriv den på en egen rad, efter # och ett mellanslag. Är det text: "
        "sätt citattecken runt den:",
        'rubrik: "Insats #4 i Bro"',
    ),
    _Reason(
        "anchor|alias",
        "context",
        "en text kan inte börja med & eller *",
        _QUOTE,
        'rubrik: "& polisen"',
    ),
    _Reason(
        "tag",
        "context",
        "en text kan inte börja med utropstecken",
        _QUOTE,
        'rubrik: "! Viktigt"',
    ),
    _Reason(
        "block scalar",
        "context",
        "en text kan inte börja med > eller |",
        "Är det en lång text: skriv  >-  ensamt efter kolonet, och texten på raderna under med "
        "två mellanslag framför. Är den kort: sätt citattecken runt den:",
        'rubrik: "> 40 insatser"',
    ),
    _Reason(
        "flow sequence",
        "context",
        "hakparentesen här avslutas aldrig",
        "Skriv kommatecken mellan orden och ] efter det sista:  aktörer: [polisen, kommunen]",
    ),
    _Reason(
        "flow mapping",
        "context",
        "klammern här avslutas aldrig",
        "Skriv kommatecken mellan fälten och } efter det sista:  mål: {typ: antal, minst: 8}",
    ),
    _Reason(
        "unknown escape character",
        "problem",
        "ett omvänt snedstreck inom citattecken går inte att läsa",
        r"Skriv två omvända snedstreck i stället för ett, till exempel:  rubrik: "
        r'"Mappen C:\\bilder"',
    ),
    _MORE,
    _Reason(
        "another document",
        "problem",
        "här börjar en ny faktaruta",
        "En fil med bara fält har ingen. Ta bort raden med tre bindestreck.",
    ),
    _Reason(
        ": depth$",
        "problem",
        "här ligger fält i fält på för många nivåer",
        "Ta bort parenteser eller bindestreck tills bara ett värde står kvar.",
    ),
)
_OTHERWISE = _Reason(
    "",
    "problem",
    "raden hänger inte ihop med raderna före",
    "Kontrollera att fälten börjar lika långt in, att listor har bindestreck och mellanslag, "
    "och att citattecken står både före och efter texten.",
)
_LONG = 60
_FIELD = re.compile(r"((?:- )?[\w-]+: )(.+)")
# Word makes these of straight ones, and they hold no text together.
_CURLY = re.compile(r"[”“„»\"]([^”“„»«\"]+)[”“»«]")
_WITHOUT_BLANK = re.compile(r"(\s*(?:- )?)([^\W\d][\w-]*:)([^\s/].*)")


# What Word and phones make of the hyphen before an item.
_MARK = "[-•·●▪◦‣–—]"
_ITEM = re.compile(rf"\s*({_MARK})\s*([^\W\d][\w-]*(?::.*)?)\s*")
_ITEMS = re.compile(rf"({_MARK})\s*([^\W\d][\w-]*)(?:\s+{_MARK}\s*[^\W\d][\w-]*)*")
_STARRED = re.compile(r"\s*(\*{1,3})([^\W\d][\w-]*)(?::\1|\1:)\s*(.*)")
_ONE_VALUE = re.compile(r"\s*(?:- )?[\w-]+: [^\s,;]+[,;] (?=[a-zåäö_]+: )")
_NEXT_FIELD = re.compile(r"[,;] (?=[a-zåäö_]+: )")


def _slip(path: str, lines: Sequence[str], at: int) -> Unreadable | None:
    """The fault when the line has what Word would have: stars, or other marks of a list."""
    if match := _STARRED.fullmatch(lines[at]):
        hint = f"Ta bort stjärnorna:  {match[2]}: {match[3]}".rstrip()
        source = Source(path, at + 1, match.start(1) + 1, match.end(2) - match.start(1))
        return Unreadable(source, "form", "fältets namn har stjärnor runt sig", hint)
    match = _ITEM.fullmatch(lines[at])
    if not match or lines[at].lstrip().startswith("- "):
        return None
    return _wrong_mark(Source(path, at + 1, match.start(1) + 1), match[1], match[2])


def _wrong_mark(source: Source, mark: str, item: str) -> Unreadable:
    if mark == "-":
        message, hint = "mellanslag saknas efter bindestrecket", f"Skriv:  - {item}"
    else:
        message = f"här står {quote(mark)} där en lista ska ha bindestreck"
        hint = f"Byt {quote(mark)} mot bindestreck och mellanslag:  - {item}"
    return Unreadable(source, "form", message, hint)


def _several_fields(path: str, lines: Sequence[str], at: int) -> Unreadable | None:
    """The fault when the line is `datum: 2018-09-28, tid: 18–21`."""
    match = _ONE_VALUE.match(lines[at])
    if not match:
        return None
    fields = "  och  ".join(_NEXT_FIELD.split(lines[at].strip()))
    hint = f"Skriv dem på var sin rad:  {fields}"
    source = Source(path, at + 1, match.end() + 1)
    return Unreadable(source, "form", "här står flera fält på samma rad", hint)


def _begins_as_list(path: str, lines: Sequence[str], at: int) -> Unreadable | None:
    """The fault when the line is `rubrik: [Kväll] i Bro`."""
    match = _FIELD.fullmatch(lines[at].strip())
    quoted = _in_quotes(lines[at])
    if not match or not match[2].startswith("[") or not quoted:
        return None
    hint = f"Är det en text: sätt citattecken runt den:  {quoted}  Är det en lista: skriv allt "
    hint += "inom hakparentesen:  aktörer: [polisen, kommunen]"
    source = Source(path, at + 1, lines[at].index("[") + 1)
    return Unreadable(source, "form", "en text kan inte börja med hakparentes", hint)


def _pushed_in(path: str, lines: Sequence[str], column: int) -> Unreadable | None:
    """The fault when the first field begins further in than another, which begins at `column`."""
    *_, first = _said_before(lines, len(lines))
    if column or not lines[first].startswith(" "):
        return None
    hint = f"Fältet ska börja längst till vänster på raden:  {lines[first].strip()}"
    source = _first_word(path, lines, first)
    return Unreadable(source, "form", "raden är för långt indragen", hint)


def _without_blank(path: str, lines: Sequence[str], at: int) -> Unreadable | None:
    """The fault when the line is `datum:2018-03-14`."""
    match = _WITHOUT_BLANK.fullmatch(lines[at])
    if not match:
        return None
    source = Source(path, at + 1, match.end(2), 1)
    hint = f"Skriv:  {match[2]} {match[3].strip()}"
    return Unreadable(source, "form", "mellanslag saknas efter kolonet", hint)


def _curly_end(path: str, lines: Sequence[str], at: int, column: int) -> Unreadable | None:
    """The fault when the quotation ends with a mark that is not the one that it began with."""
    line = lines[at].rstrip()
    if not _CURLY.fullmatch(line[column:]):
        return None
    hint = f"Skriv raka citattecken på båda sidor:  {_in_quotes(line)}"
    message = f"texten börjar med ett rakt citattecken och slutar med ett böjt ({line[-1]})"
    return Unreadable(Source(path, at + 1, len(line)), "form", message, hint)


def _line_above(path: str, lines: Sequence[str], at: int, column: int) -> Unreadable | None:
    """The cause of a colon too many when it is not on its own line: the line above, or the step."""
    above = next(_said_before(lines, at), None)
    before = lines[at][:column]
    if ": " in before or " " in before.strip() or above is None:
        return None
    if cause := _without_blank(path, lines, above):
        return cause
    if ":" not in lines[above]:
        return _unreadable(_first_word(path, lines, above), _NO_COLON, lines[above])
    return Unreadable(
        _first_word(path, lines, at),
        "form",
        "raden är för långt indragen",
        "Fältet ska börja lika långt in som raden ovanför. Hör det till raden ovanför: där får "
        "inget stå efter kolonet.",
    )


def _unreadable(source: Source, reason: _Reason, line: str) -> Unreadable:
    example = reason.quoted and f"  {_in_quotes(line) or reason.quoted}"
    return Unreadable(source, "form", reason.message, reason.hint + example)


def _in_quotes(line: str) -> str:
    """The line with quotation marks around its text, when that can be shown on one line."""
    match = _FIELD.fullmatch(line.strip())
    if not match or len(line) > _LONG:
        return ""
    text = _CURLY.sub(r"\1", match[2]) if _CURLY.fullmatch(match[2]) else match[2]
    quoted = "'" + text.replace("'", "''") + "'" if re.search(r'["\\]', text) else f'"{text}"'
    return match[1] + quoted


def _first_word(path: str, lines: Sequence[str], at: int) -> Source:
    word = lines[at].split()[0]
    return Source(path, at + 1, lines[at].index(word) + 1, len(word))


def _said_before(lines: Sequence[str], at: int) -> Iterator[int]:
    """The lines above that say something, from below."""
    for number in range(at - 1, -1, -1):
        if lines[number].strip() and not lines[number].lstrip().startswith("#"):
            yield number
