"""`ny` with everything told in words, as an editor runs it."""

import subprocess
import sys
from pathlib import Path

import pytest
from site_under_test import ROOT, SMALL, write

from followup.cli import PROGRAM


def run(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, ROOT / "build.py", *map(str, words)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        check=False,
    )


def test_a_new_action_is_made_from_words_alone(tmp_path: Path) -> None:
    content = write(tmp_path, SMALL)
    words = ("ny", "insats", "åtgärd=vandringar", "datum=2018-03-14", "--innehåll", content)
    done = run(*words)
    path = content / "loften/2018/insatser/2018-03-14-vandringar.md"
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        f"Ny fil:  {path}\n"
        "Öppna den och skriv texten längst ner, under raden med tre bindestreck.\n"
        f"Kontrollera sedan:  {PROGRAM} kontrollera --innehåll {content}\n"
    )
    assert run("kontrollera", "--innehåll", content).returncode == 0
    assert "2018-03-14-vandringar-2.md\n" in run(*words).stdout


def test_what_is_missing_is_one_line_and_nothing_is_written(tmp_path: Path) -> None:
    content = write(tmp_path, SMALL)
    done = run("ny", "insats", "--innehåll", content)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "Det här saknas: åtgärd (Åtgärden som den hör till) och datum (När det hände). Skriv till "
        f"exempel:  {PROGRAM} ny insats åtgärd=vandringar datum=2018-12-31\n"
    )
    assert not (content / "loften/2018/insatser").exists()


def test_a_first_folder_is_made_and_builds(tmp_path: Path) -> None:
    folder = tmp_path / "exempelby"
    words = ("ny", "webbplats", "--till", folder, "kommun=Exempelby kommun", "kontakt=Växeln")
    done = run(*words)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"Gör webbplatsen:  {PROGRAM} --innehåll {folder}\n" in done.stdout
    built = run("--innehåll", folder, "--till", tmp_path / "site")
    assert (built.returncode, built.stderr) == (0, "")
    again = run(*words)
    assert (again.returncode, again.stdout) == (2, "")
    assert again.stderr == f"{folder} är inte en tom mapp. Välj en ny mapp med --till.\n"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("ny", "webbplats"), f"Skriv i vilken mapp, till exempel:  {PROGRAM} ny webbplats --till"),
        (("ny", "insats", "--till", "x"), "--till hör till ny webbplats."),
    ],
)
def test_the_folder_is_told_where_it_is_needed(words: tuple[str, ...], says: str) -> None:
    done = run(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(says)
