"""Pictures without what they tell in secret: where, by whom, and what was cropped away.

The pixels are copied byte for byte. No library does this: Pillow compresses a JPEG again, and
the ones that do not leave thumbnails, private chunks and old pixels after the end. Here a part
stays only when it is needed to show the picture, so the next kind of metadata goes as well.
"""

import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal


class NotAPicture(ValueError):
    """No jpg, png or webp, or a broken one: one Swedish line."""


def without_metadata(data: bytes, name: str) -> bytes:
    """The same picture, pixel for pixel and the right way up, with nothing else in the file."""
    kind, parts = _read(data, name)
    return kind.write(kind.clean(parts))


def size(data: bytes) -> tuple[int, int]:
    """Width and height as shown: those of a picture taken on its side are swapped."""
    kind, parts = _read(data, "Bilden")
    width, height = kind.size(parts)
    return (height, width) if _orientation(parts) >= 5 else (width, height)


@dataclass(frozen=True)
class _Part:
    """A segment of a JPEG, a chunk of a PNG or WebP. Compressed JPEG pixels have no kind."""

    kind: bytes
    content: bytes


_Parts = tuple[_Part, ...]


@dataclass(frozen=True)
class _Format:
    signature: re.Pattern[bytes]
    read: Callable[[bytes], Iterator[_Part]]
    size: Callable[[_Parts], tuple[int, int]]
    clean: Callable[[_Parts], Iterable[_Part]]
    write: Callable[[Iterable[_Part]], bytes]


def _read(data: bytes, name: str) -> tuple[_Format, _Parts]:
    kind = next((kind for kind in _FORMATS if kind.signature.match(data)), None)
    if kind is None:
        raise NotAPicture(f"{name} är ingen bild av slaget jpg, png eller webp")
    try:
        parts = tuple(kind.read(data))
        if 0 in kind.size(parts):
            raise ValueError("no width or no height")
    except ValueError as fault:
        raise NotAPicture(f"{name} är trasig") from fault
    return kind, parts


def _exactly(data: bytes, start: int, length: int) -> bytes:
    if length < 0 or start + length > len(data):
        raise ValueError("the file ends too early")
    return data[start : start + length]


def _number(data: bytes, start: int, length: int, order: Literal["big", "little"] = "big") -> int:
    return int.from_bytes(_exactly(data, start, length), order)


# The way up. WebP has its Exif after the pixels, where browsers do not look.

_PIXELS = (b"\xda", b"IDAT")
_EXIF = (b"\xe1", b"eXIf")


def _orientation(parts: _Parts) -> int:
    """From 1 (upright) to 8; from 5 on its side. Like browsers: only from before the pixels."""
    before_pixels = takewhile(lambda part: part.kind not in _PIXELS, parts)
    found = (_tagged_orientation(part.content) for part in before_pixels if part.kind in _EXIF)
    return next((orientation for orientation in found if orientation != 1), 1)


def _tagged_orientation(content: bytes) -> int:
    exif = content.removeprefix(b"Exif\0\0")
    orders: dict[bytes, Literal["big", "little"]] = {b"MM\0*": "big", b"II*\0": "little"}
    order = orders.get(exif[:4])
    if order is None:
        return 1
    try:
        start = _number(exif, 4, 4, order)
        for entry in range(start + 2, start + 2 + 12 * _number(exif, start, 2, order), 12):
            if _number(exif, entry, 2, order) == 0x112:
                orientation = _number(exif, entry + 8, 2, order)
                return orientation if 1 <= orientation <= 8 else 1
    except ValueError:
        return 1
    return 1


def _only_orientation(orientation: int) -> bytes:
    """Exif with one tag: its number, type, count and value."""
    return b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0" + bytes([orientation]) + bytes(6)


# JPEG

_SCAN, _END, _APP0 = b"\xda", b"\xd9", b"\xe0"
_FRAMES = {bytes([kind]) for kind in range(0xC0, 0xD0)} - {b"\xc4", b"\xc8", b"\xcc"}
_COLOURS = {b"\xe2": b"ICC_PROFILE\0", b"\xee": b"Adobe"}
# Among pixels FF is followed by 00, or by D0-D7 where decoding may resume.
_MARKER = re.compile(rb"\xff+([\x02-\xcf\xd8-\xfe])")


def _read_jpeg(data: bytes) -> Iterator[_Part]:
    position, kind = 2, b""
    while marker := _MARKER.search(data, position):
        if kind == _SCAN:
            yield _Part(b"", data[position : marker.start()])
        kind = marker[1]
        if kind == _END:
            return
        length = _number(data, marker.end(), 2)
        yield _Part(kind, _exactly(data, marker.end() + 2, length - 2))
        position = marker.end() + length
    raise ValueError("no end of image")


def _jpeg_size(parts: _Parts) -> tuple[int, int]:
    for part in parts:
        if part.kind in _FRAMES:
            return _number(part.content, 3, 2), _number(part.content, 1, 2)
    raise ValueError("no frame")


def _clean_jpeg(parts: _Parts) -> Iterator[_Part]:
    orientation = _orientation(parts)
    if orientation != 1:
        yield _Part(b"\xe1", b"Exif\0\0" + _only_orientation(orientation))
    for part in parts:
        if part.kind == _APP0 and part.content.startswith(b"JFIF\0"):
            yield _Part(_APP0, part.content[:12] + b"\0\0")  # its thumbnail is now 0 by 0
        elif part.kind < _APP0 or _is_colour(part):
            yield part


def _is_colour(part: _Part) -> bool:
    return part.kind in _COLOURS and part.content.startswith(_COLOURS[part.kind])


def _write_jpeg(parts: Iterable[_Part]) -> bytes:
    return b"\xff\xd8" + b"".join(map(_segment, parts)) + b"\xff\xd9"


def _segment(part: _Part) -> bytes:
    if not part.kind:
        return part.content
    return b"\xff" + part.kind + (len(part.content) + 2).to_bytes(2) + part.content


# PNG

_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS bKGD pHYs acTL fcTL fdAT "
    b"cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI".split()
)


def _read_png(data: bytes) -> Iterator[_Part]:
    position, kind = len(_PNG_SIGNATURE), b""
    while kind != b"IEND":
        length = _number(data, position, 4)
        kind = _exactly(data, position + 4, 4)
        yield _Part(kind, _exactly(data, position + 8, length))
        position += 12 + length


def _png_size(parts: _Parts) -> tuple[int, int]:
    if parts[0].kind != b"IHDR":
        raise ValueError("no header")
    return _number(parts[0].content, 0, 4), _number(parts[0].content, 4, 4)


def _clean_png(parts: _Parts) -> Iterator[_Part]:
    orientation = _orientation(parts)
    for part in parts:
        if part.kind in _PNG_KEPT:
            yield part
        if part.kind == b"IHDR" and orientation != 1:
            yield _Part(b"eXIf", _only_orientation(orientation))


def _write_png(parts: Iterable[_Part]) -> bytes:
    return _PNG_SIGNATURE + b"".join(map(_png_chunk, parts))


def _png_chunk(part: _Part) -> bytes:
    body = part.kind + part.content
    return len(part.content).to_bytes(4) + body + zlib.crc32(body).to_bytes(4)


# WebP

_WEBP_KEPT = frozenset((b"VP8X", b"ICCP", b"ANIM", b"ANMF", b"ALPH", b"VP8 ", b"VP8L"))
_HAS_METADATA = 0b1100  # the bits of VP8X that promise Exif and XMP


def _read_webp(data: bytes) -> Iterator[_Part]:
    position, end = 12, 8 + _number(data, 4, 4, "little")
    while position < end:
        length = _number(data, position + 4, 4, "little")
        yield _Part(data[position : position + 4], _exactly(data, position + 8, length))
        position += 8 + length + length % 2


def _webp_size(parts: _Parts) -> tuple[int, int]:
    match parts:
        case [_Part(b"VP8X", content), *_]:
            return _number(content, 4, 3, "little") + 1, _number(content, 7, 3, "little") + 1
        case [_Part(b"VP8 ", content), *_]:
            return (
                _number(content, 6, 2, "little") % 0x4000,
                _number(content, 8, 2, "little") % 0x4000,
            )
        case [_Part(b"VP8L", content), *_]:
            bits = _number(content, 1, 4, "little")
            return bits % 0x4000 + 1, (bits >> 14) % 0x4000 + 1
    raise ValueError("no header")


def _clean_webp(parts: _Parts) -> Iterator[_Part]:
    for part in parts:
        if part.kind == b"VP8X":
            flags = bytes(flags & ~_HAS_METADATA for flags in part.content[:1])
            yield _Part(part.kind, flags + part.content[1:])
        elif part.kind in _WEBP_KEPT:
            yield part


def _write_webp(parts: Iterable[_Part]) -> bytes:
    body = b"WEBP" + b"".join(map(_webp_chunk, parts))
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def _webp_chunk(part: _Part) -> bytes:
    length = len(part.content)
    return part.kind + length.to_bytes(4, "little") + part.content + bytes(length % 2)


_FORMATS = (
    _Format(re.compile(rb"\xff\xd8\xff"), _read_jpeg, _jpeg_size, _clean_jpeg, _write_jpeg),
    _Format(re.compile(re.escape(_PNG_SIGNATURE)), _read_png, _png_size, _clean_png, _write_png),
    _Format(re.compile(rb"(?s)RIFF....WEBP"), _read_webp, _webp_size, _clean_webp, _write_webp),
)
