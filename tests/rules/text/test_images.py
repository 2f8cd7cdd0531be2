"""Photos that weigh too much, or tell where they were taken."""

import struct
from pathlib import Path

import pytest
from site_under_test import SMALL, build_in_memory, write

from followup.diagnostics import Diagnostic
from followup.rules.text.photo_position import has_position

ACTION = "---\nåtgärd: vandringar\ndatum: 2018-03-14\nexempel: ja\n---\n![Torget i sol](a.jpg)\n"
FOLDER = "loften/2018/insatser"


def _exif(order: str, tag: int) -> bytes:
    """Exif with a part for position that has one tag: 2 is the latitude, 29 the day."""
    mark = {">": b"MM\0*", "<": b"II*\0"}[order]
    first = struct.pack(f"{order}IHHHIII", 8, 1, 0x8825, 4, 1, 26, 0)
    return mark + first + struct.pack(f"{order}HHHII", 1, tag, 5, 3, 0)


def _segment(kind: int, content: bytes) -> bytes:
    return bytes([0xFF, kind]) + struct.pack(">H", len(content) + 2) + content


def _jpeg(exif: bytes = b"", weight: int = 0) -> bytes:
    frame = _segment(0xC0, b"\x08\x00\x01\x00\x01\x01\x01\x11\x00")
    scan = _segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + bytes(weight)
    head = _segment(0xE1, b"Exif\0\0" + exif) if exif else b""
    return b"\xff\xd8" + head + frame + scan + b"\xff\xd9"


@pytest.mark.parametrize("order", "<>")
def test_position_is_found_in_each_kind_of_picture(order: str) -> None:
    exif = _exif(order, 2)
    assert has_position(_jpeg(exif))
    assert has_position(b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(exif)) + b"eXIf" + exif)
    assert has_position(b"RIFF....WEBPEXIF" + struct.pack("<I", len(exif)) + exif)
    assert has_position(b"<x:xmpmeta exif:GPSLatitude='59,28.7N'/>")


@pytest.mark.parametrize("exif", [b"", _exif(">", 29), b"MM\0*", b"annat"])
def test_photo_that_says_nothing_of_where_passes(exif: bytes) -> None:
    assert not has_position(_jpeg(exif))


def _faults(folder: Path, picture: bytes, action: str = ACTION) -> list[Diagnostic]:
    files: dict[str, str | bytes] = {**SMALL, f"{FOLDER}/a.md": action, f"{FOLDER}/a.jpg": picture}
    return [*build_in_memory(write(folder, files)).diagnostics]


def test_heavy_picture_is_told_with_its_weight_and_where_it_is_shown(tmp_path: Path) -> None:
    [fault] = _faults(tmp_path, _jpeg(weight=1_200_000))
    assert (str(fault.source), fault.rule) == (f"{FOLDER}/a.md:6:17", "tung-bild")
    assert fault.message == "bilden väger 1,2 MB, och läsaren måste hämta allt"


@pytest.mark.parametrize("weight", [0, 499_900])
def test_light_picture_passes(tmp_path: Path, weight: int) -> None:
    assert _faults(tmp_path, _jpeg(weight=weight)) == []


def test_picture_that_is_nowhere_shown_is_not_published_and_passes(tmp_path: Path) -> None:
    action = ACTION.replace("![Torget i sol](a.jpg)", "Vi gick.")
    assert _faults(tmp_path, _jpeg(_exif(">", 2), 600_000), action) == []


def test_answer_beside_the_picture_is_heard(tmp_path: Path) -> None:
    answer = "granskat: {regel: foto-med-läge, skäl: Torget syns ändå}\n---\n!"
    action = ACTION.replace("---\n!", answer)
    assert _faults(tmp_path, _jpeg(_exif("<", 2)), action) == []
