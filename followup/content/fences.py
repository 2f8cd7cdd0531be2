"""The two lines of three dashes between which the fields stand, and what people write for them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from followup.content.unreadable import Unreadable
from followup.diagnostics import Source
from followup.personal import masked
from followup.swedish import quote


@dataclass(frozen=True)
class Parts:
    """A text file in two. Both parts keep the number of the line where they begin."""

    fields: tuple[str, ...]
    fields_line: int
    body: str
    body_line: int


def split(path: str, text: str) -> Parts:
    """The fields and the body. Blank lines before the first fence make no difference.

    Raises Unreadable when there is no fence before the fields, or none after them, and when the
    body has such fields once more.
    """
    lines = text.split("\n")
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)
    if not _FENCE.fullmatch(lines[first]):
        raise _no_beginning(path, lines[first], first + 1)
    for at in range(first + 1, len(lines)):
        if _FENCE.fullmatch(lines[at]):
            fields = tuple(lines[first + 1 : at])
            if again := _once_more(lines, fields, at + 1):
                raise _second(path, again)
            return Parts(fields, first + 2, "\n".join(lines[at + 1 :]), at + 2)
    raise like_a_fence(path, lines, first + 2, len(lines)) or _no_end(path, lines, first)


def like_a_fence(path: str, lines: Sequence[str], start: int, end: int) -> Unreadable | None:
    """The fault of the first line, from `start` to `end`, that was meant as the second fence."""
    for number in range(start, end + 1):
        if _is_almost(lines[number - 1]):
            return _almost(path, lines[number - 1], number, "sluta")
    return None


_FENCE = re.compile(r"---\s*")
# Word and Mac make other dashes of two or three; other programs have lines of stars.
_MARKS = re.compile(r"[-‐‑‒–—―−_*=~+\s]+")
_LONG_DASH = re.compile("[‒–—―]")
_FIELD = re.compile(r"[^\W\d][\w -]*:(?:\s|$)")
_PART_OF_FIELDS = re.compile(rf"\s*#|\s+\S|- |{_FIELD.pattern}")


def _is_almost(line: str) -> bool:
    marks = line.strip()
    is_line = bool(_MARKS.fullmatch(line)) and (len(marks) > 1 or bool(_LONG_DASH.match(marks)))
    return is_line or line.startswith("---")


def _no_beginning(path: str, line: str, number: int) -> Unreadable:
    if _is_almost(line):
        return _almost(path, line, number, "börja")
    source = Source(path, number, 1, max(1, len(line)))
    if _FIELD.match(line):
        message = "raden med tre bindestreck före fälten saknas"
        hint = (
            "Lägg en rad med bara tre bindestreck ovanför den här, och en efter det sista fältet:"
        )
        return Unreadable(source, "faktaruta", message, f"{hint}  ---")
    return Unreadable(
        source,
        "faktaruta",
        "filen börjar inte med en faktaruta",
        "Första raden ska vara tre bindestreck (---). Sedan kommer fälten, ett på varje rad, "
        "och sedan tre bindestreck till.",
    )


def _once_more(lines: Sequence[str], fields: Sequence[str], start: int) -> int:
    """The number of a line from which some of the same fields stand again between fences, or 0."""
    keys = {*_keys(fields)}
    fences = [at for at in range(start, len(lines)) if _FENCE.fullmatch(lines[at])]
    for above, below in pairwise(fences):
        between = [line for line in lines[above + 1 : below] if line.strip()]
        is_all_fields = all(_PART_OF_FIELDS.match(line) for line in between)
        if is_all_fields and not keys.isdisjoint(_keys(between)):
            return above + 1
    return 0


def _keys(lines: Sequence[str]) -> Iterator[str]:
    return (line.partition(":")[0].strip() for line in lines if _FIELD.match(line))


def _second(path: str, number: int) -> Unreadable:
    return Unreadable(
        Source(path, number, 1, 3),
        "faktaruta",
        "här börjar en faktaruta till",
        "En fil har bara en. Lägg det som följer i en egen fil, eller ta bort det om det är samma "
        "sak en gång till.",
    )


def _no_end(path: str, lines: Sequence[str], first: int) -> Unreadable:
    last = first
    for at in range(first + 1, len(lines)):
        if _PART_OF_FIELDS.match(lines[at]):
            last = at
        elif lines[at].strip():
            break
    where = f"rad {last + 1}, det sista fältet" if last > first else "det sista fältet"
    return Unreadable(
        Source(path, first + 1, 1, 3),
        "faktaruta",
        "här börjar faktarutan, men den tar aldrig slut",
        f"Lägg en rad med bara tre bindestreck (---) efter {where}.",
    )


def _almost(path: str, line: str, number: int, verb: str) -> Unreadable:
    written = line.strip()
    at = line.index(written)
    whole = masked(written)  # before it is cut: half a personal number is not known for one
    shown = whole if len(whole) <= _LONGEST else whole[:_LONGEST] + "…"
    if _FENCE.fullmatch(written):
        message = "tre bindestreck ska stå längst till vänster på raden"
        hint = "Ta bort mellanslagen före:  ---"
    else:
        message = f"faktarutan ska {verb} med tre bindestreck, och här står {quote(shown)}"
        hint = "Word och Mac gör ibland om dem. Skriv tre bindestreck och inget mer på raden:  ---"
    return Unreadable(Source(path, number, at + 1, len(written)), "faktaruta", message, hint)


_LONGEST = 12
