"""The room that a text needs: at least what the widest common typeface takes."""

import pytest
from playwright.sync_api import Page

from followup.graphics.lettering import width

NAMES = (
    "Kungsängen",
    "Stationsområdet i Bro",
    "WMWM mmm www",
    "ÅÄÖ åäö É",
    "Bro centrum 18 insatser",
    "illiljtfr .,:;-()",
)


@pytest.mark.parametrize("name", NAMES)
def test_no_text_is_wider_than_it_was_taken_for(page: Page, name: str) -> None:
    page.set_content(
        f'<svg><text style="font: 700 100px DejaVu Sans, Verdana, system-ui">{name}</text></svg>'
    )
    found = page.locator("text").evaluate("text => text.getComputedTextLength()")
    assert 0.6 * width(name, 100) < found <= width(name, 100)
