"""The pictures are built here byte by byte, so that the whole answer can be compared."""

import zlib
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.formats.photos import NotAPicture, size, without_metadata

SECRET = b"59.5164 N 17.6361 E, Anna"

# 640 by 480 pixels in every format.
QUANTISATION = b"\xff\xdb\x00\x04\x00\x01"
FRAME = b"\xff\xc2\x00\x0b\x08\x01\xe0\x02\x80\x01\x01\x11\x00"
SCAN = b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00"
PIXELS = SCAN + b"\x12\xff\x00\x34\xff\xd0\x56\xff\x00"
JPEG_END = b"\xff\xd9"


def segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2) + content


def exif(orientation: int, order: Literal["big", "little"] = "big") -> bytes:
    """Exif as a camera writes it: maker, orientation, and more after the tags."""
    start = b"MM\0*" if order == "big" else b"II*\0"
    maker = (0x10F).to_bytes(2, order) + (2).to_bytes(2, order) + (4).to_bytes(4, order) + b"Anna"
    way_up = (0x112).to_bytes(2, order) + (3).to_bytes(2, order) + (1).to_bytes(4, order)
    value = orientation.to_bytes(2, order) + bytes(2)
    head = start + (8).to_bytes(4, order) + (2).to_bytes(2, order)
    return head + maker + way_up + value + bytes(4) + SECRET


def only_orientation(orientation: int) -> bytes:
    return bytes.fromhex("4d4d002a 00000008 0001 0112 0003 00000001") + bytes(
        (0, orientation, 0, 0, 0, 0, 0, 0)
    )


ICC = segment(0xE2, b"ICC_PROFILE\0\x01\x01colours")
ADOBE = segment(0xEE, b"Adobe\0\x64\0\0\0\0\x01")
JFIF = segment(0xE0, b"JFIF\0\x01\x02\x00\x00\x48\x00\x48\x00\x00")


def jpeg(*before_pixels: bytes) -> bytes:
    return b"\xff\xd8" + b"".join(before_pixels) + QUANTISATION + FRAME + PIXELS + JPEG_END


@pytest.mark.parametrize(
    "hidden",
    [
        segment(0xE1, b"Exif\0\0" + exif(1)),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SECRET),
        segment(0xE0, b"JFXX\0\x10" + SECRET),
        segment(0xE2, b"MPF\0" + SECRET),
        segment(0xEB, b"JP\0\0" + SECRET),
        segment(0xED, b"Photoshop 3.0\0" + SECRET),
        segment(0xEE, SECRET),
        segment(0xFE, SECRET),
        b"\xff\xff\xff" + segment(0xFE, SECRET),
        SECRET,
    ],
)
def test_a_jpeg_keeps_only_what_shows_it(hidden: bytes) -> None:
    seen = without_metadata(jpeg(JFIF, hidden, ICC, ADOBE, hidden) + SECRET, "a.jpg")
    assert seen == jpeg(JFIF, ICC, ADOBE)


def test_a_jpeg_thumbnail_in_its_first_segment_goes() -> None:
    thumbnail = segment(0xE0, b"JFIF\0\x01\x02\x00\x00\x48\x00\x48\x01\x01" + b"rgb")
    assert without_metadata(jpeg(thumbnail), "a.jpg") == jpeg(JFIF)


def test_every_scan_of_a_progressive_jpeg_is_kept_and_nothing_between() -> None:
    start = b"\xff\xd8" + FRAME + PIXELS
    whole = start + segment(0xC4, b"table") + PIXELS + JPEG_END
    hidden = start + segment(0xFE, SECRET) + segment(0xC4, b"table") + PIXELS + JPEG_END
    assert without_metadata(hidden, "a.jpg") == whole


@pytest.mark.parametrize("order", ["big", "little"])
@pytest.mark.parametrize("orientation", range(2, 9))
def test_a_jpeg_stays_the_right_way_up(orientation: int, order: Literal["big", "little"]) -> None:
    photo = jpeg(JFIF, segment(0xE1, b"Exif\0\0" + exif(orientation, order)))
    kept = segment(0xE1, b"Exif\0\0" + only_orientation(orientation))
    assert without_metadata(photo, "a.jpg") == jpeg(kept, JFIF)
    assert size(photo) == ((640, 480) if orientation < 5 else (480, 640))


@pytest.mark.parametrize("broken", [exif(0), exif(9), exif(6)[:20], b"", b"MM\0*\xff\xff\xff\xff"])
def test_broken_exif_means_upright(broken: bytes) -> None:
    photo = jpeg(segment(0xE1, b"Exif\0\0" + broken))
    assert without_metadata(photo, "a.jpg") == jpeg()
    assert size(photo) == (640, 480)


def test_exif_after_the_pixels_does_not_turn_the_picture() -> None:
    late = jpeg().removesuffix(JPEG_END) + segment(0xE1, b"Exif\0\0" + exif(6)) + JPEG_END
    assert without_metadata(late, "a.jpg") == jpeg()
    assert size(late) == (640, 480)


def chunk(kind: bytes, content: bytes = b"") -> bytes:
    body = kind + content
    return len(content).to_bytes(4) + body + zlib.crc32(body).to_bytes(4)


HEADER = chunk(b"IHDR", (640).to_bytes(4) + (480).to_bytes(4) + b"\x08\x00\x00\x00\x00")
PNG_PIXELS = chunk(b"IDAT", zlib.compress(bytes(641 * 480)))


def png(*before_pixels: bytes, after: bytes = b"") -> bytes:
    start = b"\x89PNG\r\n\x1a\n" + HEADER + b"".join(before_pixels)
    return start + PNG_PIXELS + after + chunk(b"IEND")


@pytest.mark.parametrize("kind", [b"tEXt", b"zTXt", b"iTXt", b"tIME", b"eXIf", b"caBX", b"prVW"])
def test_a_png_keeps_only_what_shows_it(kind: bytes) -> None:
    hidden = chunk(kind, SECRET)
    colours = chunk(b"gAMA", bytes(4)) + chunk(b"tRNS", b"\0\0")
    seen = without_metadata(png(hidden, colours, after=hidden) + PNG_PIXELS + SECRET, "a.png")
    assert seen == png(colours)


def test_a_png_stays_the_right_way_up() -> None:
    photo = png(chunk(b"gAMA", bytes(4)), chunk(b"eXIf", exif(6)))
    kept = png(chunk(b"eXIf", only_orientation(6)), chunk(b"gAMA", bytes(4)))
    assert without_metadata(photo, "a.png") == kept
    assert size(photo) == size(kept) == (480, 640)


def test_an_animated_png_keeps_its_frames() -> None:
    frames = chunk(b"acTL", bytes(8)) + chunk(b"fcTL", bytes(26))
    moving = png(frames, after=chunk(b"fdAT", b"frame"))
    assert without_metadata(moving, "a.png") == moving


def riff(*chunks: tuple[bytes, bytes]) -> bytes:
    body = b"WEBP" + b"".join(
        kind + len(content).to_bytes(4, "little") + content + bytes(len(content) % 2)
        for kind, content in chunks
    )
    return b"RIFF" + len(body).to_bytes(4, "little") + body


LOSSY = (b"VP8 ", b"\0\0\0\x9d\x01\x2a" + (640).to_bytes(2, "little") + b"\xe0\x41pixel")
LOSSLESS = (b"VP8L", b"\x2f" + (639 | 479 << 14).to_bytes(4, "little") + b"pixels")


def extended(flags: int) -> tuple[bytes, bytes]:
    canvas = (639).to_bytes(3, "little") + (479).to_bytes(3, "little")
    return b"VP8X", bytes((flags, 0, 0, 0)) + canvas


def test_a_webp_keeps_only_what_shows_it() -> None:
    profile = (b"ICCP", b"colours")
    hidden = [(b"EXIF", exif(6)), (b"XMP ", SECRET), (b"C2PA", SECRET)]
    photo = riff(extended(0b111100), profile, LOSSY, *hidden) + SECRET
    seen = without_metadata(photo, "a.webp")
    assert seen == riff(extended(0b110000), profile, LOSSY)
    assert size(photo) == size(seen) == (640, 480)


@pytest.mark.parametrize("plain", [riff(LOSSY), riff(LOSSLESS)])
def test_a_plain_webp_is_left_as_it_is(plain: bytes) -> None:
    assert without_metadata(plain, "a.webp") == plain
    assert size(plain) == (640, 480)


def test_an_animated_webp_keeps_its_frames() -> None:
    moving = riff(extended(0b10), (b"ANIM", bytes(6)), (b"ANMF", b"frame"))
    assert without_metadata(moving, "a.webp") == moving


@pytest.mark.parametrize("data", [b"", b"\xff\xd8", b"GIF89a", b"<svg/>", b"\0\0\0\x18ftypheic"])
def test_other_files_are_named_and_the_right_kinds_said(data: bytes) -> None:
    with pytest.raises(NotAPicture) as found:
        without_metadata(data, "bilder/bro.heic")
    assert str(found.value) == "bilder/bro.heic är ingen bild av slaget jpg, png eller webp"


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xd8" + PIXELS + JPEG_END,
        jpeg().replace(b"\x01\xe0\x02\x80", b"\x00\x00\x02\x80"),
        jpeg().replace(QUANTISATION, b"\xff\xdb\x00\x01"),
        png().replace(HEADER, b""),
        riff(),
        riff((b"EXIF", SECRET)),
    ],
)
def test_a_broken_picture_is_named(data: bytes) -> None:
    with pytest.raises(NotAPicture) as found:
        size(data)
    assert str(found.value) == "Bilden är trasig"


WHOLE = [
    jpeg(JFIF, segment(0xE1, b"Exif\0\0" + exif(6)), ICC),
    png(chunk(b"eXIf", exif(6))),
    riff(extended(0b1100), LOSSY, (b"EXIF", exif(6))),
]


@given(st.sampled_from(WHOLE), st.data())
def test_a_picture_that_ends_too_early_is_not_published(whole: bytes, more: st.DataObject) -> None:
    length = more.draw(st.integers(0, len(whole) - 5))  # the last four bytes may be a checksum
    with pytest.raises(NotAPicture):
        without_metadata(whole[:length], "a.jpg")


@given(st.sampled_from(WHOLE), st.integers(0), st.binary(min_size=1, max_size=6))
def test_damage_never_does_worse_than_say_so(whole: bytes, place: int, damage: bytes) -> None:
    start = place % len(whole)
    damaged = whole[:start] + damage + whole[start + len(damage) :]
    try:
        seen = without_metadata(damaged, "a.jpg")
    except NotAPicture:
        return
    assert without_metadata(seen, "a.jpg") == seen


@pytest.mark.parametrize("whole", WHOLE)
def test_cleaning_twice_changes_nothing_more(whole: bytes) -> None:
    once = without_metadata(whole, "a.jpg")
    assert without_metadata(once, "a.jpg") == once
    assert SECRET not in once and b"Anna" not in once
    assert size(once) == size(whole)
