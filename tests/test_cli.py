"""What each command prints, and its exit code, run as an editor runs it."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from site_under_test import MEASURE, ROOT, SETTINGS, SMALL, write

from followup import cli


def run(*words: object, cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess[str]:
    """`build.py` in a process of its own."""
    return subprocess.run(
        [sys.executable, ROOT / "build.py", *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        env={**os.environ, **env},
        check=False,
    )


def test_a_build_says_what_was_done_in_a_few_lines(tmp_path: Path) -> None:
    content = write(tmp_path / "content", SMALL)
    words = ("--innehåll", content, "--till", tmp_path / "site", "--idag", "2018-10-01")
    done = run(*words)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.sub(r"på [\d,]+ sekund(er)?", "på X sekunder", done.stdout) == (
        "Allt visas som det såg ut 1 oktober 2018.\n"
        f"Titta på webbplatsen:  {cli.PROGRAM} visa --innehåll {content} --idag 2018-10-01\n"
        "Klart: 34 sidor på X sekunder. 98 filer skrivna. "
        f"Webbplatsen ligger i {tmp_path / 'site'}\n"
    )


def test_a_built_site_is_counted_again_and_a_tampered_one_is_found(tmp_path: Path) -> None:
    content = write(tmp_path / "content", SMALL)
    run("--innehåll", content, "--till", tmp_path / "site", "--idag", "2018-10-01")
    done = run("verifiera", tmp_path / "site")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Målet stämmer: siffra, läge och datum är desamma")
    page = tmp_path / "site" / "loften" / "2018" / "atgarder" / "vandringar" / "index.html"
    html = page.read_text(encoding="utf-8")
    page.write_text(html.replace("Inte redovisad än</p>", "Genomförd</p>"), encoding="utf-8")
    done = run("verifiera", tmp_path / "site")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "åtgärdens sida, vandringar, läge: ”genomförd”, men omräknat blir det ”inte redovisad”.\n"
        "En sak skiljer sig från det som CSV-filerna ger.\n"
    )


def test_where_there_is_no_site_there_is_nothing_to_count_again(tmp_path: Path) -> None:
    done = run("verifiera", tmp_path / "tom")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"Filen {tmp_path / 'tom' / 'data' / 'loften.csv'} går inte att läsa. Gör webbplatsen "
        "först, eller skriv i vilken mapp den ligger:  verifiera MAPP\n"
    )


def test_the_site_is_never_written_among_its_sources(tmp_path: Path) -> None:
    content = write(tmp_path / "content", SMALL)
    for target in (content, content / "site", tmp_path, ROOT, ROOT / "templates"):
        done = run("--innehåll", content, "--till", target)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith(f"Webbplatsen kan inte läggas i {target}, för där ligger")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content"]


def test_a_first_build_with_faults_says_that_no_site_was_made(tmp_path: Path) -> None:
    faulty = {**SMALL, "parter.yaml": "polisen:\n  slag: polis\n"}
    done = run("--innehåll", write(tmp_path / "a", faulty), "--till", tmp_path / "site")
    assert done.returncode == 1
    assert done.stderr.endswith("Ingen webbplats har gjorts.\n")


def test_a_build_says_when_the_site_changes_by_itself(tmp_path: Path) -> None:
    settings = SETTINGS + "nytt_löfte: Arbete pågår.\n"
    promise = SMALL["loften/2018/lofte.md"].replace("2018", "2118")
    files = {**SMALL, "webbplats.yaml": settings, "loften/2018/lofte.md": promise}
    done = run("--innehåll", write(tmp_path / "content", files), "--till", tmp_path / "site")
    assert "Nästa ändring av sig själv: 1 januari 2118. Bygg om då.\n" in done.stdout


def test_a_foreign_file_in_the_folder_is_kept_and_told(tmp_path: Path) -> None:
    content, target = write(tmp_path / "content", SMALL), tmp_path / "site"
    run("--innehåll", content, "--till", target)
    (target / "min-egen.txt").write_text("hej", encoding="utf-8")
    done = run("--innehåll", content, "--till", target)
    assert "Ligger kvar fast det inte hör till webbplatsen: min-egen.txt\n" in done.stdout
    assert (target / "min-egen.txt").read_text(encoding="utf-8") == "hej"


def test_check_says_that_all_is_well_and_writes_nothing(tmp_path: Path) -> None:
    content = write(tmp_path / "content", SMALL)
    done = run("kontrollera", "--innehall", content, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "Inga fel och inga varningar i content. Webbplatsen är inte ändrad.\n",
        "",
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content"]


def test_check_shows_the_faults_and_exits_with_1(tmp_path: Path) -> None:
    content = write(tmp_path / "content", FAULTY)
    done = run("kontrollera", "--innehåll", content, cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith(
        "FEL  content/loften/2018/atgarder/vandringar.md:5:3  [okänt-fält]\n"
    )
    assert done.stderr.endswith("1 fel. Webbplatsen är inte ändrad.\n")


FAULTY = {**SMALL, "loften/2018/atgarder/vandringar.md": MEASURE.replace("minst", "mints")}


def test_programs_get_the_faults_and_the_fate_of_the_site_as_one_object(tmp_path: Path) -> None:
    write(tmp_path / "content", FAULTY)
    done = run("--format", "json", "--innehåll", "content", "--till", "site", cwd=tmp_path)
    told = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (1, "")
    assert told["webbplatsen"] == "Ingen webbplats har gjorts."
    assert [(one["fil"], one["rad"], one["regel"]) for one in told["funna"]] == [
        ("content/loften/2018/atgarder/vandringar.md", 5, "okänt-fält")
    ]


def test_a_public_log_gets_annotations_and_last_the_fate_of_the_site(tmp_path: Path) -> None:
    write(tmp_path / "content", FAULTY)
    done = run("kontrollera", "--format", "github", "--innehåll", "content", cwd=tmp_path)
    first, last = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (1, "")
    assert first.startswith(
        "::error file=content/loften/2018/atgarder/vandringar.md,line=5,col=3,title=okänt-fält::"
    )
    assert last == "1 fel. Webbplatsen är inte ändrad."


def test_a_warning_is_told_and_the_site_is_made(tmp_path: Path) -> None:
    twice = "---\nåtgärd: vandringar\nfrån: 2018\ntill: 2018\nuppgift_från: polisen\n"
    answer = "granskat: {regel: fler-insatser, skäl: Så är det}\n---\n"
    files = {**SMALL, "loften/2018/redovisningar/polisen.md": f"{twice}{answer}"}
    write(tmp_path / "content", files)
    words = ("--innehåll", "content", "--till", "site", "--idag", "2019-01-01")
    done = run(*words, cwd=tmp_path)
    assert done.returncode == 0
    assert "[onödigt-svar]\n" in done.stderr
    assert done.stderr.endswith(f"Vad en regel menar:  {cli.PROGRAM} regler onödigt-svar\n")
    *_, last = done.stdout.splitlines()
    assert re.fullmatch(r"1 varning\. Klart: .* Webbplatsen ligger i site", last)


def test_rules_are_listed_and_each_is_explained() -> None:
    assert run("regler").stdout.startswith("FEL: webbplatsen görs inte förrän de är rättade.\n")
    assert run("regler", "filnamn").stdout.startswith("FEL  filnamn\n")
    assert (run("regler", "filnamm").returncode, run("regler", "filnamm").stderr) == (
        2,
        "Regeln filnamm finns inte. Menade du filnamn?\n",
    )


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--innehåll", "finns-inte"), "Mappen finns-inte finns inte, eller går inte att läsa."),
        (("--utkast",), "Utkast får inte hamna i mappen site, som publiceras."),
        (("byg",), "Kommandot byg finns inte. Menade du bygg?"),
    ],
)
def test_a_fault_of_the_world_is_one_line_and_exits_with_2(
    words: tuple[str, ...], says: str
) -> None:
    done = run(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(says)
    assert done.stderr.count("\n") == 1


def test_a_bug_says_that_it_is_one_shows_where_and_exits_with_3() -> None:
    bug = "import followup.cli as cli; cli.build = lambda job: 1 / 0; cli.main(['kontrollera'])"
    done = subprocess.run(
        [sys.executable, "-c", bug], capture_output=True, encoding="utf-8", cwd=ROOT, check=False
    )
    assert done.returncode == 3
    first, *_, last = done.stderr.strip().split("\n")
    assert first.startswith("Detta är ett programfel, inte ett fel i innehållet.")
    assert last == "ZeroDivisionError: division by zero"


def test_the_help_is_in_swedish() -> None:
    done = run("--hjälp")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Följ löftet: från innehållet i mappen content")


def test_every_option_has_a_spelling_without_swedish_letters(tmp_path: Path) -> None:
    done = run("--innehall", ROOT / "content", "--till", tmp_path, "--idag", "2018-01-15")
    assert done.returncode == 0
    assert "Allt visas som det såg ut 15 januari 2018.\n" in done.stdout
