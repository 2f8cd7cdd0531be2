"""The parser for measured values: decimal numbers as they are written in Swedish."""

import re
from decimal import Decimal

from followup.content import misread
from followup.content.document import Node
from followup.content.fields import Context, invalid, said, unfit, word


def decimal_number(node: Node, context: Context) -> Decimal:
    """`1,43`, `1 234,5`, `-0,4`, and `1.43` with a point. `1.234` may be two numbers: a fault."""
    written = word(node)
    digits = _MINUS.sub("-", _BLANK_IN_NUMBER.sub("", written))
    if re.fullmatch(r"-?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?", digits, re.ASCII):
        whole, _, decimals = digits.replace(".", " ").partition(",")
        plain = f"{whole},{decimals}" if decimals else whole
        is_one_group = digits.count(".") == 1 and not decimals
        also = f"  eller  {digits.replace('.', ',')}" if is_one_group else ""
        message = f"punkten i {said(written)} kan betyda två saker"
        raise invalid(node.source, message, f"Skriv  {plain}{also}")
    if not re.fullmatch(r"-?\d+(?:[.,]\d+)?", digits, re.ASCII):
        meant = misread.decimal(written)
        hint = f"Skriv bara talet:  {meant}" if meant else "Skriv bara talet, till exempel:  1,43"
        hint = f"{hint}  Vad det är för tal står i enhet."
        raise unfit(node, written, "är inte ett tal", hint)
    whole, _, decimals = digits.replace(",", ".").partition(".")
    if len(whole) > _MOST_DIGITS or len(decimals) > _MOST_DECIMALS:
        hint = f"Skriv högst {_MOST_DIGITS} siffror, och högst {_MOST_DECIMALS} decimaler."
        raise invalid(node.source, f"{said(written)} har för många siffror", hint)
    return Decimal(digits.replace(",", "."))


_MINUS = re.compile(r"^[\u2010-\u2013\u2212] ?(?=\d)")
_BLANK_IN_NUMBER = re.compile(r"(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))")
_MOST_DIGITS = 9
_MOST_DECIMALS = 3  # as many as are shown
