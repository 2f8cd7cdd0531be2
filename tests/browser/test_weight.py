"""The first view comes in one go: 10 KB of HTML and CSS, packed as they are sent."""

import re
from functools import cache

import brotli
import pytest

from browser.sites import SITES, file_of, files, pages

LIMITS = {"shipped": 10_000, "every-kind": 14_000}
_STYLE = re.compile(rb'<link rel="stylesheet" href="/([^"]+)">')


@pytest.mark.parametrize("site", SITES)
def test_no_page_is_too_heavy(site: str) -> None:
    found = {address: _weight(site, address) for address in pages(SITES[site])}
    assert {page: size for page, size in found.items() if size > LIMITS[site]} == {}


def _weight(site: str, address: str) -> int:
    """Bytes of the page and its style sheets, each packed by Brotli."""
    html = file_of(SITES[site], address).data
    sheets = [files(SITES[site])[name.decode()].data for name in _STYLE.findall(html)]
    return sum(_packed(data) for data in (html, *sheets))


@cache
def _packed(data: bytes) -> int:
    return len(brotli.compress(data))
