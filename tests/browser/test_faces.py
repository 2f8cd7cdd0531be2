"""The pictures in README.md: the five faces of the front page, on a phone and on a desk.

    UPPDATERA_BILDER=1 python3 build.py testa tests/browser/test_faces.py

takes them anew. They are not compared with the pages: a picture differs from machine to machine.
"""

import os
import re
from io import BytesIO
from pathlib import Path

import pytest
import site_under_test as site
from PIL import Image
from playwright.sync_api import Browser

from browser.conftest import Serve
from browser.sites import FACES, files
from browser.window import View, opened

FOLDER = Path(__file__).parent / "ansikten"
WIDTHS = (320, 1280)
HEIGHT = 1400
NAMES = tuple(f"{face}-{width}.png" for face in FACES for width in WIDTHS)
_SHOWN = re.compile(r'<img src="tests/browser/ansikten/([^"]+)"[^>]*? alt="([^"]{20,})"')

RENEWS = bool(os.environ.get("UPPDATERA_BILDER"))


@pytest.mark.skipif(not RENEWS, reason="bilderna tas med UPPDATERA_BILDER=1")
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("face", FACES)
def test_a_picture_is_taken(chromium: Browser, serve: Serve, face: str, width: int) -> None:
    with opened(chromium, View(width, HEIGHT)) as window:
        window.visit(serve(files(FACES[face])), "/")
        taken = Image.open(BytesIO(window.page.screenshot()))
    FOLDER.mkdir(exist_ok=True)
    # A palette of few colours is enough for text and marks, and a fourth of the size.
    few = taken.convert("RGB").quantize(colors=48, dither=Image.Dither.NONE)
    few.save(FOLDER / f"{face}-{width}.png", optimize=True)


@pytest.mark.skipif(RENEWS, reason="bilderna håller på att tas")
def test_every_picture_is_shown_with_its_words_and_is_small() -> None:
    shown = dict(_SHOWN.findall((site.ROOT / "README.md").read_text(encoding="utf-8")))
    assert sorted(shown) == sorted(NAMES)
    sizes = {path.name: path.stat().st_size for path in FOLDER.glob("*.png")}
    assert {name: size for name, size in sizes.items() if size > 80_000} == {}
    assert not sizes or sorted(sizes) == sorted(NAMES)
