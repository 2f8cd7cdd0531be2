"""Files that another program made, under a name that ours have."""

import codecs

from followup.content.unreadable import Unreadable
from followup.diagnostics import Source


def begins_as(data: bytes) -> str:
    """What the first bytes say that a file is, in words; nothing for a text."""
    start = data[:_FAR].removeprefix(codecs.BOM_UTF8).lstrip().lower()
    return next((called for sign, called in _SIGNS.items() if start.startswith(sign)), "")


def renamed(path: str, begins: str) -> Unreadable:
    """The fault of a file that got another name without being saved as what it says."""
    message = f"det här är {begins} som har fått ett nytt namn, och går inte att läsa här"
    hint = "Ge den tillbaka namnet som den hade och öppna den. "
    if path.casefold().endswith(".csv"):
        hint += "I Excel: Arkiv, Spara som, filformat: CSV UTF-8."
    else:
        hint += "Kopiera texten till en ny fil i Anteckningar eller Textredigerare, och ge den det "
        hint += "här namnet."
    return Unreadable(Source(path), "okänd-fil", message, hint)


_FAR = 200
# Lower case, as the bytes are compared.
_SIGNS = {
    b"pk\x03\x04": "en Word- eller Excelfil",
    b"\xd0\xcf\x11\xe0": "en Word- eller Excelfil",
    b"{\\rtf": "en fil i formatet RTF",
    b"%pdf": "en PDF",
    b"<!doctype": "en webbsida",
    b"<html": "en webbsida",
}
