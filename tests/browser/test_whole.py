"""The sites as wholes: every page is reached from the front page, every picture has its room."""

import re

import pytest

from browser.sites import SITES, file_of, pages

# Reached by those who are sent there: from a broken link, or inside a frame.
ON_THEIR_OWN = {"/404.html"}
_LINK = re.compile(r'\s(?:href|src)="(/[^"#]*)')
_PICTURE = re.compile(r"<img[^>]*>")


@pytest.mark.parametrize("site", SITES)
def test_every_page_is_reached_from_the_front_page(site: str) -> None:
    there = set(pages(SITES[site]))
    reached, new = {"/"}, {"/"}
    while new:
        new = {link for page in new for link in _LINK.findall(_html(site, page))} & there - reached
        reached |= new
    assert there - reached == ON_THEIR_OWN


@pytest.mark.parametrize("site", SITES)
def test_every_picture_has_its_room_before_it_comes(site: str) -> None:
    found = [
        (page, one) for page in pages(SITES[site]) for one in _PICTURE.findall(_html(site, page))
    ]
    assert len(found) > 1
    assert [
        (page, one) for page, one in found if not re.search(r' width="\d+" height="\d+"', one)
    ] == []


def _html(site: str, address: str) -> str:
    return file_of(SITES[site], address).data.decode()
