"""The site that holds every kind of promise, as text that can be read in review."""

import golden
import pytest
import reading
import site_under_test as site

CONTENT = site.ROOT / "tests" / "every_kind"


@pytest.mark.parametrize(
    "day",
    [
        "2019-12-01",
        "2021-10-01",
        "2023-06-01",
        "2024-09-15",
        "2025-02-01",
        "2025-12-15",
        "2026-09-20",
        "2026-11-15",
    ],
)
def test_the_front_page_reads_as_in_the_golden_file_on_each_day(day: str) -> None:
    golden.check(f"alla-slag/framsidan-{day}.txt", _read(day, "index.html"))


@pytest.mark.parametrize(
    ("promise", "day"),
    [
        ("2020-2022", "2021-10-01"),
        ("2020-2022", "2023-06-01"),
        ("2024", "2024-09-15"),
        ("2024", "2025-02-01"),
        ("2025-2026", "2025-12-15"),
        ("2025-2026", "2026-11-01"),
    ],
)
def test_the_pages_of_every_measure_read_as_in_the_golden_file(promise: str, day: str) -> None:
    text = _read(day, f"loften/{promise}/atgarder/")
    golden.check(f"alla-slag/atgarder-{promise}-{day}.txt", text)


def test_the_rest_of_the_site_reads_as_in_the_golden_file() -> None:
    files = site.pages(site.build_in_memory(CONTENT, "2026-11-15"))
    measures = {path for path in files if "/atgarder/" in path}
    rest = [path for path in files if path.endswith(".html") and path not in measures]
    text = "\n".join(_part(path, files[path]) for path in sorted(rest))
    golden.check("alla-slag/ovrigt.txt", text)


def _read(day: str, start: str) -> str:
    files = site.pages(site.build_in_memory(CONTENT, day))
    found = sorted(path for path in files if path.startswith(start))
    return "\n".join(_part(path, files[path]) for path in found)


def _part(path: str, html: bytes) -> str:
    return f"===== /{path.removesuffix('index.html')}\n{reading.as_text(html)}"
