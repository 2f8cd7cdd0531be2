"""A text with headings as a Word file, the same bytes wherever it is made.

Source: Office Open XML, ISO/IEC 29500.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cached_property
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

MADE_WITH = "python-docx 1.2.0"  # a test holds this to what is installed
LANGUAGE = "sv-SE"


@dataclass(frozen=True)
class Part:
    heading: str
    text: str


@dataclass(frozen=True)
class WordFile:
    """A title and texts under headings, in Word's own styles. `day` is when it says it was made."""

    title: str
    parts: tuple[Part, ...]
    author: str
    subject: str
    day: date

    @cached_property
    def key(self) -> str:
        """Names all that the file is made of, this code too."""
        made_of = f"{MADE_WITH}\0{self!r}\0{Path(__file__).read_text('utf-8')}"
        return blake2b(made_of.encode(), digest_size=16).hexdigest()

    def docx(self) -> bytes:
        """The file's bytes."""
        from docx import Document

        made = Document()
        _describe(made.core_properties, self)
        _shape(made)
        made.add_heading(self.title, 0)
        for part in self.parts:
            made.add_heading(part.heading, 1)
            made.add_paragraph(part.text)
        buffer = BytesIO()
        made.save(buffer)
        return _without_time(buffer.getvalue())


def _describe(properties: Any, file: WordFile) -> None:
    """Who made what, in the file's own properties; python-docx has its own maker and day there."""
    properties.title = file.title
    properties.subject = file.subject
    properties.author = properties.last_modified_by = file.author
    properties.language = LANGUAGE
    properties.comments = properties.keywords = ""
    properties.created = properties.modified = datetime.combine(file.day, time(), UTC)


def _shape(made: Any) -> None:
    """Swedish, in black on A4, with the styles in use and without the template's other parts."""
    from docx.oxml.ns import qn
    from docx.shared import Mm

    _keep_only_what_is_used(made)
    for language in made.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    for language in made.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), LANGUAGE)
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(30)


def _keep_only_what_is_used(made: Any) -> None:
    """The template's styles are 800 kB, for this file is not packed: see `_without_time`."""
    from docx.oxml.ns import qn

    for style in [*made.styles.element.iter(qn("w:style"))]:
        if style.get(qn("w:styleId")) not in _STYLES:
            made.styles.element.remove(style)
        for tag in ("w:color", "w:pBdr"):
            for element in [*style.iter(qn(tag))]:
                element.getparent().remove(element)
    for owner in (made.part, made.part.package):
        for id, relation in [*owner.rels.items()]:
            if relation.reltype.rpartition("/")[2] not in _PARTS:
                del owner.rels[id]


_STYLES = (
    "Normal", "Title", "TitleChar", "Heading1", "Heading1Char", "DefaultParagraphFont",
    "TableNormal", "NoList",
)  # fmt: skip
_PARTS = (
    "officeDocument", "core-properties", "extended-properties", "styles", "settings",
    "webSettings", "fontTable", "theme",
)  # fmt: skip


def _without_time(data: bytes) -> bytes:
    """The same archive with no day in it, and not packed: how well it is packed differs too."""
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(buffer, "w", ZIP_STORED) as new:
        for name in old.namelist():
            entry = ZipInfo(name)  # 1980-01-01, the first day that an archive knows
            entry.create_system = 0
            new.writestr(entry, old.read(name))
    return buffer.getvalue()
