"""The site that holds every kind of promise, as text that can be read in review."""

import golden
import pytest
import reading
import site_under_test as site

CONTENT = site.ROOT / "tests" / "every_kind"


@pytest.mark.parametrize(
    "day",
    ["2021-10-01", "2024-09-15", "2025-02-01", "2025-12-15", "2026-09-20", "2026-11-15"],
)
def test_the_front_page_reads_as_in_the_golden_file_on_each_day(day: str) -> None:
    golden.check(f"alla-slag/framsidan-{day}.txt", _read(day, ("index.html",)))


@pytest.mark.parametrize(
    ("promise", "day"),
    [("2020-2022", "2023-06-01"), ("2024", "2025-02-01"), ("2025-2026", "2025-12-15")],
)
def test_the_pages_of_every_measure_read_as_in_the_golden_file(promise: str, day: str) -> None:
    text = _read(day, (f"loften/{promise}/atgarder/",))
    golden.check(f"alla-slag/atgarder-{promise}.txt", text)


@pytest.mark.parametrize("promise", ["2020-2022", "2024", "2025-2026"])
def test_the_pages_of_every_report_read_as_in_the_golden_file(promise: str) -> None:
    text = _read("2026-11-15", (f"loften/{promise}/redovisningar/",))
    golden.check(f"alla-slag/redovisningar-{promise}.txt", text)


def test_promises_notices_and_outcomes_read_as_in_the_golden_file() -> None:
    promises = ("2020-2022", "2024", "2025-2026")
    names = ("index.html", "notis/", "effekter/")
    starts = [f"loften/{promise}/{name}" for promise in promises for name in names]
    text = _read("2026-11-15", ("loften/index.html", "om/index.html", *starts))
    golden.check("alla-slag/loften.txt", text)


def _read(day: str, starts: tuple[str, ...]) -> str:
    files = site.pages(site.build_in_memory(CONTENT, day))
    found = sorted(path for path in files if path.startswith(starts) and path.endswith(".html"))
    return "\n".join(_part(path, files[path]) for path in found)


def _part(path: str, html: bytes) -> str:
    return f"===== /{path.removesuffix('index.html')}\n{reading.as_text(html)}"
