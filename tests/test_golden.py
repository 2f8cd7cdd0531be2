"""The shipped site, as text that can be read in review."""

import golden
import pytest
import reading
import site_under_test as site

GROUPS: dict[str, str | tuple[str, ...]] = {
    "framsidan.txt": "index.html",
    "loftet.txt": "loften/2018/index.html",
    "atgarder.txt": "loften/2018/atgarder/",
    "insatser.txt": ("loften/2018/insatser/2018", "loften/2018/insatser/index.html"),
    "urval.txt": tuple(
        f"loften/2018/insatser/{choice}/index.html"
        for choice in ("atgard/gemensamma-insatser", "plats/bro", "manad/2018-09", "part/kommunen")
    ),
    "redovisningar.txt": "loften/2018/redovisningar/",
    "platser.txt": "platser/",
    "notis.txt": "notis/",
    "om.txt": "om/",
    "lattlast.txt": "lattlast/",
    "ovrigt.txt": ("404.html", "personuppgifter/", "tillganglighet/", "webbplatskarta/"),
}


@pytest.mark.parametrize("name", GROUPS)
def test_the_pages_read_as_in_the_golden_file(name: str) -> None:
    files = site.pages(site.build_in_memory(site.ROOT / "content"))
    found = {
        path: data
        for path, data in files.items()
        if path.startswith(GROUPS[name]) and path.endswith(".html")
    }
    text = "\n".join(_part(path, found[path]) for path in sorted(found))
    golden.check(f"upplands-bro/{name}", text)


@pytest.mark.parametrize(
    "day", ["2017-12-15", "2018-01-15", "2018-10-01", "2019-01-02", "2019-06-01"]
)
def test_the_front_page_reads_as_in_the_golden_file_on_each_day(day: str) -> None:
    files = site.pages(site.build_in_memory(site.ROOT / "content", day))
    golden.check(f"upplands-bro/framsidan-{day}.txt", reading.as_text(files["index.html"]))


def _part(path: str, html: bytes) -> str:
    """A page under its address; the front page with its whole frame, the others without."""
    text = reading.as_text(html, whole=path == "index.html")
    return f"===== /{path.removesuffix('index.html')}\n{text}"
