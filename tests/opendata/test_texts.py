"""Running text in the open data leads to the site's pages, and tells of nothing unpublished."""

import pytest

from followup.diagnostics import Source
from followup.links import Links
from followup.model import Body
from followup.opendata.texts import plain_text

OURS = Links(
    base="/folj",
    by_file={"loften/2018/insatser/bro.md": "/loften/2018/insatser/bro/"},
    pictures={"loften/2018/insatser/bild.jpg": "/assets/bild.1a2b.jpg"},
    pages=frozenset({"/platser/"}),
)
BRO = "https://exempel.se/folj/loften/2018/insatser/bro/"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Utan länkar.\n", "Utan länkar."),
        ("Se [Bro](bro.md).", f"Se [Bro]({BRO})."),
        ('Se [Bro](bro.md "I Bro").', f'Se [Bro]({BRO} "I Bro").'),
        ("Se [Bro](<bro.md>) och [mer](bro.md#mer).", f"Se [Bro](<{BRO}>) och [mer]({BRO}#mer)."),
        ("Se [Bro][b].\n\n[b]: bro.md", f"Se [Bro][b].\n\n[b]: {BRO}"),
        ("[Alla](/platser/)", "[Alla](https://exempel.se/folj/platser/)"),
        ("![Vandrare](bild.jpg)", "![Vandrare](https://exempel.se/folj/assets/bild.1a2b.jpg)"),
        ("[Polisen](https://polisen.se)", "[Polisen](https://polisen.se)"),
        ("Se [en väg](hemlig.md) här.", "Se en väg här."),
        ('Se [en väg](hemlig.md "Hemligt") och ![bild](<hemlig.md>).', "Se en väg och bild."),
        ("Se [en väg][h].\n\n[h]: hemlig.md", "Se [en väg][h].\n\n[h]: "),
    ],
)
def test_text_is_told_with_whole_addresses_and_no_unpublished_names(
    written: str, told: str
) -> None:
    body = Body(written, Source("loften/2018/insatser/a.md", 1))
    assert plain_text(body, OURS, "https://exempel.se/folj") == told
