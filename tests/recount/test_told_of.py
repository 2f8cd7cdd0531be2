"""A built site is counted again: silence when all is as it was, and each tampered figure found."""

import re
from pathlib import Path

import pytest
import site_under_test as site
from site_under_test import ROOT, SMALL, write

from followup.diagnostics import FollowupError
from followup.recount.told_of import told

EVERY_KIND = ROOT / "tests" / "every_kind"
AGREED = (
    "Alla {} mål stämmer: siffra, läge och datum är desamma när de räknas om ur CSV-filerna som i "
    "resultat.csv, i lofte.json, på sidorna, i notiserna och i flödet.",
    "Vilken dag webbplatsen visas från står inte i filerna. Därför är löftets skede, och om "
    "målets tid är slut, lästa som de står.",
)
LAST = "{} sig från det som CSV-filerna ger."


def built(folder: Path, content: Path, day: str) -> Path:
    files = site.pages(site.build_in_memory(content, day))
    assert files
    return write(folder / "site", files)


@pytest.mark.parametrize(
    ("content", "day", "targets"),
    [
        (ROOT / "content", "2017-12-01", 6),
        (ROOT / "content", "2018-10-01", 6),
        (EVERY_KIND, "2021-10-01", 56),
        (EVERY_KIND, "2024-12-31", 56),
        (EVERY_KIND, "2026-11-15", 56),
    ],
)
def test_an_untouched_site_agrees(tmp_path: Path, content: Path, day: str, targets: int) -> None:
    expected = (AGREED[0].format(targets), AGREED[1])
    assert told(built(tmp_path, content, day)) == (True, expected)


def test_one_target_and_none_are_told_as_they_are(tmp_path: Path) -> None:
    one = built(tmp_path / "a", write(tmp_path / "1", SMALL), "2018-10-01")
    assert told(one)[1][0].startswith("Målet stämmer: siffra, läge och datum")
    files = {path: text for path, text in SMALL.items() if not path.startswith("loften/")}
    none = built(tmp_path / "b", write(tmp_path / "2", files), "2018-10-01")
    assert told(none)[1][0] == "Det finns inga mål att räkna om."


MEASURE = "loften/2018/atgarder/gemensamma-insatser/index.html"
NOTICE = "loften/2018/notis/index.html"


@pytest.mark.parametrize(
    ("file", "said", "tampered", "found"),
    [
        (
            "data/resultat.csv",
            "6 av minst 8,6,exakt",
            "6 av minst 8,7,exakt",
            [
                "resultat, rad 2, antal: ”7” i CSV-filen, ”6” i lofte.json.",
                "resultat.csv, gemensamma-insatser, antal: ”7”, men omräknat blir det ”6”.",
            ],
        ),
        (
            "data/lofte.json",
            '"siffra": "6 av minst 8"',
            '"siffra": "7 av minst 8"',
            ["resultat, rad 2, siffra: ”6 av minst 8” i CSV-filen, ”7 av minst 8” i lofte.json."],
        ),
        (
            MEASURE,
            "<b>6</b> av minst 8",
            "<b>7</b> av minst 8",
            [
                "åtgärdens sida, 2018/gemensamma-insatser, siffra: ”7 av minst 8”, men omräknat "
                "blir det ”6 av minst 8”."
            ],
        ),
        (
            MEASURE,
            "</svg> Pågår</p>",
            "</svg> Genomförd</p>",
            [
                "åtgärdens sida, gemensamma-insatser, läge: ”genomförd”, men omräknat blir det "
                "”pågår”."
            ],
        ),
        (
            MEASURE,
            '<time datetime="2018-10-01">',
            '<time datetime="2018-10-02">',
            [
                "åtgärdens sida, gemensamma-insatser, datum: ”2018-10-02”, men omräknat blir det "
                "”2018-10-01”."
            ],
        ),
        (
            "index.html",
            "<b>6</b> av minst 8",
            "<b>8</b> av minst 8",
            [
                "startsidan, 2018/gemensamma-insatser, siffra: ”8 av minst 8”, men omräknat blir "
                "det ”6 av minst 8”."
            ],
        ),
        (
            "index.html",
            '<p class="asof" data-redovisat="2018">Redovisat till och med '
            '<time datetime="2018-10-01">',
            '<p class="asof" data-redovisat="2018">Redovisat till och med '
            '<time datetime="2018-11-01">',
            ["startsidan, löftet 2018, datum: ”2018-11-01”, men omräknat blir det ”2018-10-01”."],
        ),
        (
            "loften/2018/index.html",
            "</svg> Genomförd</p>",
            "</svg> Pågår</p>",
            ["löftets sida, narkotikainsatser, läge: ”pågår”, men omräknat blir det ”genomförd”."],
        ),
        (
            NOTICE,
            "sex av minst åtta",
            "sju av minst åtta",
            [
                "notisen, Gemensamma insatser: ”sju av minst åtta utlovade insatser är genomförda. "
                "Nattvandr…”, men i resultat.csv står ”sex av minst åtta utlovade insatser är "
                "genomförda”."
            ],
        ),
        (
            "flode.xml",
            "Gemensamma insatser: Pågår. 6 av minst 8.",
            "Gemensamma insatser: Pågår. 7 av minst 8.",
            [
                "flödet, löftet 2018: ”Gemensamma insatser: Pågår. 6 av minst 8.” saknas, som "
                "resultat.csv säger."
            ],
        ),
        (
            "flode.xml",
            "Redovisat till och med 1 oktober 2018. Ökad",
            "Redovisat till och med 2 oktober 2018. Ökad",
            ["flödet, löftet 2018: dagen 1 oktober 2018 saknas."],
        ),
    ],
)
def test_a_tampered_figure_is_found(
    tmp_path: Path, file: str, said: str, tampered: str, found: list[str]
) -> None:
    folder = built(tmp_path, ROOT / "content", "2018-10-01")
    text = (folder / file).read_bytes().decode()
    assert said in text
    (folder / file).write_bytes(text.replace(said, tampered).encode())
    is_alike, lines = told(folder)
    assert (is_alike, [*lines[: len(found)]]) == (False, found)
    count = "En sak skiljer" if len(lines) == 2 else f"{len(lines) - 1} saker skiljer"
    assert lines[-1] == LAST.format(count)


def test_an_action_taken_out_of_the_data_is_missed_everywhere(tmp_path: Path) -> None:
    folder = built(tmp_path, ROOT / "content", "2018-10-01")
    path = folder / "data" / "insatser.csv"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(line for line in lines if b"2018-06-08-bro-centrum" not in line))
    found = told(folder)[1]
    assert "resultat.csv, gemensamma-insatser, antal: ”6”, men omräknat blir det ”5”." in found
    assert (
        "resultat.csv, gemensamma-insatser, siffra: ”6 av minst 8”, men omräknat blir det [5, 8]."
        in found
    )
    assert any(line.startswith("resultat.csv, gemensamma-insatser, mening:") for line in found)


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("data/mal.csv", "mal.csv går inte att läsa. Gör webbplatsen först"),
        ("data/lofte.json", "lofte.json går inte att läsa. Gör webbplatsen först"),
        (NOTICE, "index.html går inte att läsa. Gör webbplatsen först"),
    ],
)
def test_a_missing_file_is_told_in_one_line(tmp_path: Path, file: str, said: str) -> None:
    folder = built(tmp_path, ROOT / "content", "2018-10-01")
    (folder / file).unlink()
    with pytest.raises(FollowupError, match=re.escape(said)) as caught:
        told(folder)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("file", "data", "said"),
    [
        ("data/lofte.json", b"{", "är inte hel. Gör om webbplatsen."),
        ("data/mal.csv", b"\xff\xfe", "går inte att läsa."),
        ("data/loften.csv", b"id\r\n2018\r\n", "CSV-filerna går inte att förstå:"),
    ],
)
def test_a_broken_file_is_told_in_one_line(
    tmp_path: Path, file: str, data: bytes, said: str
) -> None:
    folder = built(tmp_path, ROOT / "content", "2018-10-01")
    (folder / file).write_bytes(data)
    with pytest.raises(FollowupError, match=re.escape(said)):
        told(folder)
