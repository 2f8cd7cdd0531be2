"""Typesetting: a template of `templates/print/` and its data become a PDF or an image.

The data goes in as JSON, which the template reads as values: nothing in it can be taken for markup.
Only our own typeface is there to be used, and those within typst for a sign that ours lacks, so
that the bytes are the same on every machine.
"""

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from followup.diagnostics import FollowupError

# What the bytes depend on besides template and data. A test holds these to what is installed.
MADE_WITH = ("typst 0.15.2", "segno 1.6.6", "font-source-sans-pro 0.0.1")
FACES = ("Regular", "Semibold", "Bold")


@dataclass(frozen=True)
class Sheet:
    """What is to be set: a template's name, and a frozen dataclass of what it shows.

    With a `link` the template also gets the squares of a QR code that leads there.
    """

    folder: Path
    template: str
    data: Any
    link: str | None = None

    @cached_property
    def key(self) -> str:
        """Names all that the sheet is made of, this code too."""
        code = _digest(self.folder, Path(__file__))
        made_of = (*MADE_WITH, code, self.template, self._json, self.link or "")
        return _hash("\0".join(made_of).encode())

    def pdf(self) -> bytes:
        """A tagged PDF for anyone to read. Source: PDF/UA-1, ISO 14289-1."""
        return self._set("pdf", pdf_standards=["ua-1"])

    def png(self, ppi: float = 72) -> bytes:
        """An image, with as many pixels as the template has points unless it is asked for finer."""
        return self._set("png", ppi=ppi)

    @cached_property
    def _json(self) -> str:
        return _without_emoji(json.dumps(asdict(self.data), ensure_ascii=False, sort_keys=True))

    def _set(self, kind: Literal["pdf", "png"], **options: Any) -> bytes:
        import typst

        inputs = {"data": self._json}
        if self.link:
            inputs["qr"] = json.dumps(_squares(self.link))
        with _fonts() as folder:
            fonts = typst.Fonts(include_system_fonts=False, font_paths=[folder])
            compiler = typst.Compiler(
                self.folder / self.template, root=self.folder, font_paths=fonts, sys_inputs=inputs
            )
            try:
                made = compiler.compile(format=kind, **options)
            except typst.TypstError as error:
                raise _explained(error.message) or error from error
        assert isinstance(made, bytes)  # one page
        return made


def _explained(message: str) -> FollowupError | None:
    """A sign that the typeface lacks, in a line for the editor; None for what is a bug of ours."""
    sign = re.search(r'the text `"(.+?)"` could not be displayed', message)
    if sign is None:
        return None
    return FollowupError(
        f"Tecknet ”{sign[1]}” finns inte i notisens typsnitt och går inte att trycka. "
        "Skriv det med andra tecken i löftets eller åtgärdens text."
    )


def _squares(link: str) -> list[list[bool]]:
    """The QR code as rows of squares. Source: ISO/IEC 18004."""
    import segno

    return [[bool(square) for square in row] for row in segno.make_qr(link, error="m").matrix]


@contextmanager
def _fonts() -> Iterator[str]:
    """A folder with the faces that we use and no others.

    The package holds each face in two formats, and which of them a search finds first depends on
    the file system.
    """
    import font_source_sans_pro

    source = Path(font_source_sans_pro.font_directory)
    with TemporaryDirectory() as folder:
        for face in FACES:
            name = f"SourceSansPro-{face}.ttf"
            shutil.copyfile(source / name, Path(folder) / name)
        yield folder


# Pictures among the letters, and the signs that join and colour them: for screens only.
_EMOJI = re.compile(
    " ?[\u2600-\u27bf\u2b00-\u2bff\ufe0e\ufe0f\u200d\u20e3"
    "\U0001f000-\U0001faff\U000e0020-\U000e007f]+"
)


def _without_emoji(text: str) -> str:
    return _EMOJI.sub("", text)


def _digest(folder: Path, code: Path) -> str:
    """A fingerprint of the code and of all templates in the folder, as they may use each other."""
    files = (*sorted(folder.glob("*.typ")), code)
    return _hash(b"\0".join(file.name.encode() + b"\0" + file.read_bytes() for file in files))


def _hash(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
