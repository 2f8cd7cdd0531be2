"""Bytes -> text: UTF-8, with everything taken away that makes no difference and nothing hidden."""

import codecs
import re
import unicodedata

from followup.content.files import RawFile
from followup.content.made_elsewhere import begins_as, renamed
from followup.content.unreadable import Unreadable
from followup.diagnostics import Source


def decode(file: RawFile) -> str:
    """The text of a file: UTF-8 with or without byte-order mark, any line ending, composed å ä ö.

    Raises Unreadable when the bytes are not a text or not UTF-8, hold what nobody can see, or show
    that letters were lost on the way here.
    """
    if begins := begins_as(file.data):
        raise renamed(file.path, begins)
    if (encoding := sure_encoding(file.data)) in _UTF_16:
        raise _saved_as(file.path, encoding, "")
    try:
        text = _same(file.data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise _not_utf8(file, encoding, error) from None
    for look_for, told in ((_LOST, _lost), (_HIDDEN, _hidden)):
        if found := look_for.search(text):
            raise told(file.path, text[: found.start()], found[0])
    return text


def is_empty(file: RawFile) -> bool:
    """True for a file of blanks, or of nothing but a byte-order mark."""
    return not file.data.removeprefix(codecs.BOM_UTF8).strip()


def shown(file: RawFile) -> str:
    """The text of any file, for excerpts: � stands for what cannot be read or seen."""
    encoding = sure_encoding(file.data) or "utf-8"
    return _HIDDEN.sub("\ufffd", _same(file.data.decode(encoding, "replace")))


def sure_encoding(data: bytes) -> str | None:
    """What the bytes surely are when they are not UTF-8: half of them zeros, or only our letters.

    A library that guesses was not tried: a guess among a hundred encodings is never sure.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        if len(zeros) > 1 and zeros.count(0) * 2 > len(zeros):
            return encoding
    high = set(data.translate(None, _ASCII))
    for encoding, letters in _LETTERS.items():
        if high & {*letters} and high <= {*letters, *_MARKS[encoding]}:
            return encoding
    return None


_UTF_16 = ("utf-16", "utf-16-le", "utf-16-be")
_ASCII = bytes(range(0x80))
# What Swedish text has beyond ASCII: å ä ö é ü, and “ ” ‘ ’ – — … § ´ and the no-break space.
_LETTERS = {name: "åäöÅÄÖéÉü".encode(name) for name in ("cp1252", "mac_roman")}
_MARKS = {name: "“”‘’–—…§´»\u00a0".encode(name) for name in _LETTERS}
_NAMES = {"cp1252": "Windows-1252", "mac_roman": "Mac Roman", **dict.fromkeys(_UTF_16, "UTF-16")}

# The byte-order mark, blanks of no width and soft hyphens: they are pasted along, and say nothing.
_NOTHING = re.compile("[\u00ad\u200b\u2060\ufeff]")
# All of C0 but tab and newline, C1, and the separators that YAML takes for line breaks; those that
# turn the direction of writing, so that another text is seen than the one that is; what stands for
# a picture or belongs to a typeface (Word's bullets); and what Unicode says is no character.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ue000-\uf8ff\ufff9-\ufffc"
    "\ufdd0-\ufdef\ufffe\uffff"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(1 << 16, 17 << 16, 1 << 16)
    )
    + "]"
)
_CALLED = {
    "\0": "ett nolltecken",
    "\x0b": "en radbrytning från Word",
    "\x0c": "en sidbrytning",
    "\x7f": "ett raderingstecken",
    "\x85": "en radbrytning",
    "\u2028": "en radseparator",
    "\u2029": "en styckeseparator",
    "\ufffc": "en plats för en bild som inte följde med",
    **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e", "ett tecken som vänder skrivriktningen"),
    **dict.fromkeys("\u2066\u2067\u2068\u2069", "ett tecken som vänder skrivriktningen"),
}
# UTF-8 that some program read as Windows-1252, where five bytes mean nothing and are kept as they
# are, or as Latin-1, where more are; and the sign for a letter that was lost.
_LATIN_1 = {number: chr(number) for number in range(0x80, 0x100)}
_WINDOWS = _LATIN_1 | {
    number: bytes([number]).decode("cp1252")
    for number in _LATIN_1
    if number not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_GARBLED = {
    letter.encode().decode("latin-1").translate(read_as): letter
    for letter in "åäöÅÄÖéÉü–—…“”‘’•§´»«½°\u00a0"
    for read_as in (_LATIN_1, _WINDOWS)
}
_LOST = re.compile("|".join((*_GARBLED, "\ufffd")))


def _same(text: str) -> str:
    """The text with everything that makes no difference taken away."""
    text = _NOTHING.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return unicodedata.normalize("NFC", text)


def _not_utf8(file: RawFile, encoding: str | None, error: UnicodeDecodeError) -> Unreadable:
    before = _same(file.data[: error.start].decode("utf-8"))
    if encoding:
        return _saved_as(file.path, encoding, before)
    if error.reason == "unexpected end of data":
        message = "filen tar slut mitt i en bokstav"
        hint = "Den kan ha sparats bara till hälften. Se efter att slutet är med och spara på nytt."
    else:
        message = "här står ett tecken som inte går att läsa"
        hint = f"Skriv det på nytt och spara filen som UTF-8. {_how_to_save(file.path)}"
    return Unreadable(_after(file.path, before), "teckenkodning", message, hint)


def _saved_as(path: str, encoding: str, before: str) -> Unreadable:
    message = f"filen är sparad som {_NAMES[encoding]}, men ska vara sparad som UTF-8"
    return Unreadable(_after(path, before), "teckenkodning", message, _how_to_save(path))


def _how_to_save(path: str) -> str:
    if path.casefold().endswith(".csv"):
        return "I Excel: Arkiv, Spara som, filformat: CSV UTF-8."
    return (
        "I Anteckningar: Arkiv, Spara som, Kodning: UTF-8. I Textredigerare: välj Unicode (UTF-8) "
        "när du sparar. I Word: Spara som, Oformaterad text, UTF-8."
    )


def _hidden(path: str, before: str, character: str) -> Unreadable:
    """`before` is the text up to a character that nobody can see."""
    number = f"U+{ord(character):04X}"
    if "\ue000" <= character <= "\uf8ff":
        message = f"här står ett tecken som bara finns i ett visst typsnitt ({number})"
        hint = "Byt det mot ett vanligt tecken, till exempel ett bindestreck först i en lista."
    else:
        called = _CALLED.get(character, "ett styrtecken")
        message = f"här står något som inte syns: {called} ({number})"
        hint = "Radera tecknet och skriv ett vanligt mellanslag eller en ny rad."
    return Unreadable(_after(path, before), "osynligt-tecken", message, hint)


def _lost(path: str, before: str, found: str) -> Unreadable:
    """`before` is the text up to a letter that some program has made others of."""
    if meant := _GARBLED.get(found):
        seen = _HIDDEN.sub("\ufffd", found)
        message = f"här står ”{seen}” i stället för ”{meant}”"
        hint = "Texten har gått genom ett program som läste den fel. Hämta den på nytt, eller "
        hint += "skriv om alla å, ä, ö, tankstreck och citattecken."
    else:
        message = "här står ett tecken för en bokstav som har gått förlorad"
        hint = "Texten har gått genom ett program som läste den fel. Skriv å, ä och ö på nytt."
    source = _after(path, before, len(found))
    return Unreadable(source, "teckenkodning", message, hint)


def _after(path: str, before: str, length: int = 1) -> Source:
    return Source(path, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1, length)
