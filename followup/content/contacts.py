"""Parsers for how somebody or something is reached: on the web, by post, by phone, on the map."""

import re
from urllib.parse import urlsplit

from followup.content import misread
from followup.content.document import Node
from followup.content.fields import Context, unfit, word
from followup.model import Position


def web_address(node: Node, context: Context) -> str:
    """An http(s) address."""
    value = word(node)
    try:
        parts = urlsplit(value)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        is_web = False
    if not is_web or re.search(r"[\s<>\"'\\`{}|^]", value):
        hint = "Skriv hela adressen, till exempel:  https://polisen.se/upplands-bro"
        if misread.email(value):
            hint = "Det här är en e-postadress. Skriv en sidas adress:  https://polisen.se"
        raise unfit(node, value, "är inte en webbadress", hint, misread.web_address(value))
    return value


def email(node: Node, context: Context) -> str:
    value = word(node)
    if not re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", value):
        only = "en enda adress, " if value.count("@") > 1 else ""
        hint = f"Skriv {only}till exempel:  namn@kommun.se"
        raise unfit(node, value, "är inte en e-postadress", hint, misread.email(value))
    return value


def phone(node: Node, context: Context) -> str:
    value = word(node).replace("\u2011", "-")
    if not re.fullmatch(r"\+?[\d\s()–-]{3,25}", value):
        hint = "Skriv ett enda nummer, till exempel:  08-581 690 00"
        raise unfit(node, value, "är inte ett telefonnummer", hint, misread.phone(value))
    return value


def position(node: Node, context: Context) -> Position:
    """Latitude and longitude in degrees, WGS 84."""
    written = word(node)
    match = re.fullmatch(r"(-?\d{1,2}\.\d+)(?:\s*[,;]\s*|\s+)(-?\d{1,3}\.\d+)", written)
    meant = misread.position(written)
    if not match or abs(float(match[1])) > 90 or abs(float(match[2])) > 180:
        hint = "Skriv latitud och longitud med punkt som decimaltecken:  59.47857, 17.74834"
        if re.fullmatch(r"\D*[67]\d{6}(?:[.,]\d+)?\D+\d{6}(?:[.,]\d+)?", written):
            hint = f"Det ser ut som SWEREF 99. {hint.replace('med', 'i grader (WGS 84), med')}"
        raise unfit(node, written, "är inte ett läge", hint, meant)
    if meant and float(match[1]) < float(match[2]):
        is_what = "har longituden före latituden"
        raise unfit(node, written, is_what, "", meant)
    return Position(float(match[1]), float(match[2]))
