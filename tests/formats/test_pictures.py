"""The photos of the content, as they are published."""

import struct
import zlib

import pytest

from followup.diagnostics import Diagnostic, Source
from followup.formats.assets import named
from followup.formats.pictures import Photo, photos


def chunk(kind: bytes, content: bytes) -> bytes:
    return (
        struct.pack(">I", len(content))
        + kind
        + content
        + struct.pack(">I", zlib.crc32(kind + content))
    )


def png(width: int = 3, height: int = 2, extra: bytes = b"") -> bytes:
    """A whole PNG, black, with whatever comes between its header and its pixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" * (width + 1)) * height)
    parts = chunk(b"IHDR", header) + extra + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def test_a_photo_has_its_size_and_a_name_with_a_hash() -> None:
    assert photos({"loften/2018/insatser/torget.png": png()}) == (
        {"loften/2018/insatser/torget.png": Photo(named("torget.png", png()), (3, 2))},
        (),
    )


def test_its_address_begins_at_the_site_s_root() -> None:
    made, _ = photos({"torget.png": png()})
    assert made["torget.png"].address == f"/{named('torget.png', png()).path}"


def test_what_a_photo_tells_in_secret_is_not_published() -> None:
    told = png(extra=chunk(b"tEXt", b"Comment\0Anna Andersson"))
    made, faults = photos({"torget.png": told})
    assert (made["torget.png"].blob, faults) == (named("torget.png", png()), ())


@pytest.mark.parametrize(
    ("path", "stem"),
    [
        ("a/Torget i Bro.PNG", "torget-i-bro"),
        ("a/Kväll på torget (1).png", "kvall-pa-torget-1"),
        ('a/x" onerror="y.png', "x-onerror-y"),
        ("a/R&D.png", "r-d"),
        ("a/bild.2018.png", "bild-2018"),
        ("a/日.png", "ri"),
    ],
)
def test_the_address_of_a_photo_is_small_ascii_whatever_its_file_is_called(
    path: str, stem: str
) -> None:
    made, _ = photos({path: png()})
    assert made[path].blob == named(f"{stem}.png", png())


def test_two_photos_alike_under_one_name_are_one_file_and_two_that_differ_are_two() -> None:
    made, _ = photos({"a/torget.png": png(), "b/torget.png": png(), "c/torget.png": png(4)})
    paths = [photo.blob.path for photo in made.values()]
    assert paths[0] == paths[1] != paths[2]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"GIF89a", "torget.png är ingen bild av slaget jpg, png eller webp"),
        (b"", "torget.png är ingen bild av slaget jpg, png eller webp"),
        (png()[:40], "torget.png är trasig"),
    ],
)
def test_what_is_no_picture_is_a_fault_and_the_others_go_on(data: bytes, message: str) -> None:
    made, faults = photos({"a/torget.png": data, "b/torget.png": png()})
    assert [*made] == ["b/torget.png"]
    hint = (
        "Öppna bilden i ett bildprogram och spara den på nytt som jpg, png eller webp, eller ta "
        "bort den."
    )
    assert faults == (Diagnostic(Source("a/torget.png"), "fel", "bild", message, hint),)
