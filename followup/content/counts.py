"""The parser for whole numbers."""

import re
from dataclasses import dataclass

from followup.content import misread
from followup.content.document import Node
from followup.content.fields import Context, Invalid, invalid, leave_out, said, unfit, word


@dataclass(frozen=True)
class Number:
    """Reads a whole number from `least` to `most`; blanks as in `1 234` are allowed.

    `has_words` when fields for how exact it is, and for the words of its source, stand beside it.
    """

    least: int = 0
    most: int | None = None
    has_words: bool = False

    def __call__(self, node: Node, context: Context) -> int:
        written = word(node)
        if written.casefold() in ("inga", "ingen", "inget"):
            hint = f"Är det noll: skriv  0  {leave_out(node.source)}"
            raise invalid(node.source, f"{said(written)} är inte ett heltal", hint)
        number = misread.number_word(written)
        value = self._digits(node, written) if number is None else number
        if self.most is not None and value > self.most:
            raise self._too_large(node, written)
        if value < self.least:
            hint = f"Skriv {self.least} eller ett större tal."
            raise invalid(node.source, f"{said(written)} är för litet", hint)
        return value

    def _digits(self, node: Node, written: str) -> int:
        digits = re.sub(r"(?<=\d)[\s\u00a0\u202f](?=\d{3}\b)", "", written).replace("\u2212", "-")
        match = re.fullmatch(r"(-?\d+)(?:[.,]00?)?", digits, re.ASCII)
        if not match:
            hint, meant = self._instead(written), "0" if written in "oO" else None
            raise unfit(node, written, "är inte ett heltal", hint, meant)
        if len(match[1]) > _MOST_DIGITS:
            raise self._too_large(node, written)
        return int(match[1])

    def _too_large(self, node: Node, written: str) -> Invalid:
        limits = f"från {self.least} till {self.most}"
        limit = limits if self.most else f"med högst {_MOST_DIGITS} siffror"
        return invalid(node.source, f"{said(written)} är för stort", f"Skriv ett tal {limit}.")

    def _instead(self, written: str) -> str:
        """How to write the number that stands among other words."""
        if re.search(r"[%½]|procent", written):
            return "Skriv hur många det är, inte en andel, till exempel:  8"
        number, low = misread.amount(written), misread.lowest(written)
        how = misread.exactness(written) or ("minst" if low is not None else None)
        known = low if number is None else number
        if self.has_words and how and known is not None:
            words = f'"{written}"' if re.search(r"^\W|[:#]", written) else written
            return (
                f"Skriv  antal: {known}  och på egna rader  noggrannhet: {how}  och  "
                f"som_skrivet: {words}"
            )
        if low is not None:
            return "Skriv ett enda tal, till exempel:  8"
        if number is None:
            return "Skriv siffror, till exempel:  8"
        return f"Skriv bara talet:  {number}"


def number(least: int = 0, most: int | None = None, has_words: bool = False) -> Number:
    """A whole number from `least` to `most`."""
    return Number(least, most, has_words)


_MOST_DIGITS = 9
