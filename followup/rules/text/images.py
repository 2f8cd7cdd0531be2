"""Rules on images: their words for those who do not see them, their weight, what they tell."""

import posixpath
import re
from collections.abc import Iterator

from followup.content.code_spans import without_code
from followup.content.fields import said
from followup.diagnostics import Source
from followup.rules.rule import Finding, rule
from followup.rules.subject import Subject
from followup.rules.text.photo_position import has_position
from followup.rules.text.published import at, bodies
from followup.swedish import number, slug

MOST_BYTES = 500_000


@rule("bildtext")
def images_have_words(subject: Subject) -> Iterator[Finding]:
    """En bild ska ha ord för den som inte ser den.

    Fel: ![](vandring.jpg)
    Rätt: ![Vandrare i gula västar på torget](vandring.jpg)
    """
    for source, words, file in _images(subject):
        if not re.search(r"\w", words):
            yield Finding(
                source,
                "bilden saknar text för den som inte ser den",
                f"Skriv vad bilden visar:  ![Vandrare i gula västar på torget]({file})",
            )


@rule("svag-bildtext", "varning")
def image_words_say_what_is_shown(subject: Subject) -> Iterator[Finding]:
    """Bildens text ska säga vad bilden visar, inte vad filen heter eller att det är en bild.

    Fel: ![Foto](vandring.jpg)
    Rätt: ![Vandrare i gula västar på torget](vandring.jpg)
    """
    for source, words, file in _images(subject):
        if re.search(r"\w", words) and _says_nothing(words, posixpath.basename(file)):
            yield Finding(
                source,
                f"{said(words)} säger inte vad bilden visar",
                "Beskriv det som syns, till exempel:  Vandrare i gula västar på torget",
            )


@rule("tung-bild", "varning")
def images_are_light(subject: Subject) -> Iterator[Finding]:
    """En bild ska väga högst 500 kB, så att sidan går att läsa med svag täckning.

    Fel: en bild på 4 MB, som den kom ur kameran
    Rätt: samma bild, 1600 bildpunkter bred och på 300 kB
    """
    for source, data in _pictures(subject):
        if len(data) > MOST_BYTES:
            yield Finding(
                source,
                f"bilden väger {_weight(len(data))}, och läsaren måste hämta allt",
                "Gör den högst 1600 bildpunkter bred och spara den som jpg. Windows: öppna den i "
                "Foton och välj Ändra storlek. Mac: Förhandsvisning, Verktyg, Ändra storlek.",
            )


@rule("foto-med-läge", "varning")
def photos_do_not_tell_where(subject: Subject) -> Iterator[Finding]:
    """Ett foto ska inte bära med sig platsen där det togs. Den tas bort när fotot publiceras.

    Fel: ett foto ur en telefon som sparar platsen
    Rätt: samma foto, sparat utan platsinformation
    """
    for source, data in _pictures(subject):
        if has_position(data):
            yield Finding(
                source,
                "fotot bär med sig platsen där det togs",
                "Den tas bort på webbplatsen, men filen har den kvar. Windows: högerklicka, välj "
                "Egenskaper, Information och Ta bort egenskaper och personlig information. Mac: "
                "Förhandsvisning, Verktyg, Visa granskare, GPS.",
            )


RULES = (
    images_have_words,
    image_words_say_what_is_shown,
    images_are_light,
    photos_do_not_tell_where,
)

_IMAGE = re.compile(r"!\[(?P<words>[^\[\]\n]{0,1000})\]\(\s*<?(?P<file>[^()\s<>]+)")
_EMPTY = frozenset(
    ("bild", "bilden", "en bild", "foto", "fotot", "fotografi", "image", "photo", "picture", "logo")
)


def _images(subject: Subject) -> Iterator[tuple[Source, str, str]]:
    """Each image that is shown: where its words stand, the words, and its file."""
    for body in bodies(subject.site):
        for image in _IMAGE.finditer(without_code(body.text)):
            start = image.start("words") if image["words"] else image.start()
            end = image.end("words") if image["words"] else image.end() + 1
            yield at(body, start, end), image["words"], image["file"]
    for promise in subject.site.promises:
        for picture in (action.picture for action in promise.actions):
            if picture:
                yield _alt(subject, picture.source), picture.alt, picture.file


def _alt(subject: Subject, source: Source) -> Source:
    """Where the alternative text of the picture stands whose file is named at a place."""
    lines = subject.texts.get(source.path, "").split("\n")
    for line in range(max(0, source.line - 3), min(len(lines), source.line + 2)):
        if written := re.search(r"\balt:[ ]*(?P<words>[^,}\n]+)", lines[line]):
            start, end = written.span("words")
            return Source(source.path, line + 1, start + 1, end - start)
    return source


def _pictures(subject: Subject) -> Iterator[tuple[Source, bytes]]:
    """Each picture file that is shown, at the first place that shows it."""
    shown: dict[str, Source] = {}
    for promise in subject.site.promises:
        for picture in (action.picture for action in promise.actions):
            if picture:
                shown.setdefault(picture.file, picture.source)
    for body in bodies(subject.site):
        folder = posixpath.dirname(body.source.path)
        for image in _IMAGE.finditer(without_code(body.text)):
            path = posixpath.normpath(posixpath.join(folder, image["file"]))
            shown.setdefault(path, at(body, *image.span("file")))
    for path, source in shown.items():
        if data := subject.pictures.get(path):
            yield source, data


def _says_nothing(words: str, name: str) -> bool:
    stem = name.rpartition(".")[0]
    plain = words.strip(" .").casefold()
    is_file = slug(plain) in (slug(name), slug(stem)) and ("." in words or " " not in plain)
    is_numbered = re.fullmatch(r"(?:bild|foto|img|image|dsc)[ _-]?\d+", plain)
    return plain in _EMPTY or is_file or bool(is_numbered)


def _weight(size: int) -> str:
    return f"{number(round(size / 1_000_000, 1))} MB" if size >= 1_000_000 else f"{size // 1000} kB"
