"""Whether a photo tells where it was taken: in its Exif, or in its XMP."""

import re
from typing import Literal

Order = Literal["big", "little"]


def has_position(data: bytes) -> bool:
    """True when a jpg, png or webp has a latitude. What cannot be read has none."""
    return b"GPSLatitude" in data or any(
        _has_latitude(data[match.end() : match.end() + _MOST]) for match in _EXIF.finditer(data)
    )


# How Exif begins in each kind of file: before it, in png and webp, stands a length.
_EXIF = re.compile(
    rb"Exif\0\0|eXIf(?=MM\0\*|II\*\0)|EXIF....(?:Exif\0\0)?(?=MM\0\*|II\*\0)", re.DOTALL
)
_MOST = 65_536
_GPS, _LATITUDE = 0x8825, 2


def _has_latitude(exif: bytes) -> bool:
    order: Order = "big" if exif[:2] == b"MM" else "little"
    place = _tag(exif, _number(exif, 4, 4, order), _GPS, order)
    if place is None:
        return False
    return _tag(exif, _number(exif, place, 4, order), _LATITUDE, order) is not None


def _tag(exif: bytes, directory: int, tag: int, order: Order) -> int | None:
    """Where the value of a tag stands, among the twelve bytes that each tag has."""
    first = directory + 2
    count = min(_number(exif, directory, 2, order), (len(exif) - first) // 12)
    for entry in range(first, first + 12 * count, 12):
        if _number(exif, entry, 2, order) == tag:
            return entry + 8
    return None


def _number(exif: bytes, start: int, length: int, order: Order) -> int:
    return int.from_bytes(exif[start : start + length], order)
