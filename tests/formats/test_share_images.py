"""The images for sharing: their size, what they hold, and when they are made again."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import get_args

import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader
from site_under_test import ROOT, SMALL, build_in_memory, write

from followup.formats.charts import Squares
from followup.formats.share_images import Card, Sender
from followup.formats.typesetting import Sheet
from followup.graphics.units import Bar
from followup.output import Finished
from followup.pages.pictures import MonthMark, MonthYear
from followup.pages.states import InState, StateView
from followup.progress import State
from followup.publish import publish
from followup.render.environment import environment
from followup.swedish import slug

PRINT = ROOT / "templates" / "print"
SENDER = Sender("Polismyndigheten och Exempelkommun", "loftet.example", None, True)
GOING_ON = StateView("Pågår", "pagar")
UNTOLD = StateView("Inte redovisad än", "inte-redovisad")
CARD = Card(SENDER, "Vandringar", "Redovisat till och med 1 mars 2018", "Löftet 2018", GOING_ON)
LONG_NAME = (
    "Trygghetsskapande samverkan i kommundelarna Bro, Kungsängen, Brunna och på landsbygden nu"
)
LONG_WORD = "Brottsförebyggandesamverkansöverenskommelseuppföljningsgruppernas"
YEAR = MonthYear("2018", tuple(MonthMark("jan", "told") for _ in range(12)))


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data)).convert("RGB")


def images(files: tuple[Finished, ...]) -> Iterator[Finished]:
    return (file for file in files if file.path.startswith("delning/"))


def test_every_image_of_every_kind_of_measure_is_of_the_size_that_networks_ask_for() -> None:
    built = build_in_memory(ROOT / "tests" / "every_kind", "2024-12-31", today="2024-12-31")
    made = [*images(built.files)]
    assert len(made) == 58
    for file in made:
        assert Image.open(BytesIO(file.data)).size == (1200, 630), file.path
        assert len(file.data) < 300_000, file.path


@pytest.mark.parametrize(
    "card",
    [
        replace(CARD, title=LONG_NAME, above=LONG_NAME),
        replace(CARD, title=LONG_WORD),
        replace(CARD, squares=Squares("", 0, 8, 0, None), figures=("0 av minst 8",)),
        replace(CARD, squares=Squares("", 1, 0, 0, None), figures=("1 insats",)),
        replace(CARD, squares=Squares("", 8, 0, 1, None), figures=("9 genomförda (8 utlovade)",)),
        replace(CARD, title=LONG_NAME, squares=Squares("", 38, 1, 1, None), figures=("40",)),
        replace(CARD, squares=Squares("", 0, 0, 0, Bar(100, 33, 300)), figures=("300 genomförda",)),
        replace(
            CARD, squares=Squares("", 0, 0, 0, Bar(50, 100, 1234)), figures=("1\u00a0234 av 2",)
        ),
        replace(CARD, figures=("Utbildningar: minst 21 av 92 dygn missade",) * 20),
        replace(CARD, title="Kort", months=(YEAR,), figures=("Redovisad 12 av 12 månader",)),
        replace(CARD, title=LONG_NAME, months=(YEAR,) * 4),
        replace(CARD, text=f"{LONG_NAME}. " * 6),
        replace(CARD, state=None, standing=(InState(GOING_ON, 60), InState(UNTOLD, 1))),
        replace(CARD, state=None, standing=tuple(InState(UNTOLD, n) for n in range(1, 11))),
        replace(CARD, sender=replace(SENDER, owner=f"{LONG_NAME} och {LONG_NAME}")),
        replace(CARD, title="🎉 Fest"),
    ],
    ids=lambda card: f"{card.title[:12]}-{len(card.figures)}-{len(card.months)}",
)
def test_nothing_reaches_the_edge_of_an_image_or_is_cut_there(card: Card) -> None:
    """Template and typesetter refuse what does not fit in height; the margins show the width."""
    made = opened(Sheet(PRINT, "share.typ", card).png())
    right = made.crop((1150, 0, 1200, 630))
    bottom = made.crop((28, 605, 1200, 630))
    for margin in (right, bottom, made.crop((28, 0, 1200, 30))):
        assert ImageChops.invert(margin).getbbox() is None


def test_more_words_are_set_smaller_and_all_of_them_are_there() -> None:
    figures = tuple(f"Utbildningar {n}: minst 21 av 92 dygn missade" for n in range(30))
    card = replace(CARD, title=LONG_NAME, above=LONG_NAME, figures=figures)
    (page,) = PdfReader(BytesIO(Sheet(PRINT, "share.typ", card).pdf())).pages
    sender = (card.sender.owner, "Exempel: påhittade uppgifter")
    told = (*sender, LONG_NAME, LONG_NAME, "Pågår", *figures, card.reported, "loftet.example")
    assert " ".join(page.extract_text().split()) == " ".join(text for text in told if text)


MARKS = """\
#import "state.typ": mark-of
#let data = json(bytes(sys.inputs.data))
#let ink = black
#set page(width: 200pt, height: 200pt, margin: 0pt)
#if data.svg == none { mark-of(data.state, 200pt, ink) } else {
  box(image(bytes(data.svg), format: "svg", height: 200pt))
}
"""


@dataclass(frozen=True)
class Marked:
    """A state's mark as templates/print/ draws it, or as the pages do."""

    state: StateView
    svg: str | None


@pytest.mark.parametrize("state", get_args(State))
def test_each_state_has_the_mark_that_it_has_on_the_pages(tmp_path: Path, state: State) -> None:
    shutil.copy(PRINT / "state.typ", tmp_path)
    (tmp_path / "mark.typ").write_text(MARKS, encoding="utf-8")
    view = StateView("Läge", slug(state))
    macros = environment(ROOT / "templates").get_template("macros/state.html").module
    drawn = str(macros.__dict__["icon"](view)).replace(
        "<svg ", '<svg xmlns="http://www.w3.org/2000/svg" '
    )
    drawn = drawn.replace("currentColor", "#000000").replace("Canvas", "white")
    images = [opened(Sheet(tmp_path, "mark.typ", Marked(view, svg)).png()) for svg in (None, drawn)]
    assert images[0].convert("L").getextrema() == (0, 255)
    assert ImageChops.difference(*images).getbbox() is None


@pytest.mark.parametrize("one", ["measure", "promise"])
def test_what_goes_on_and_what_nothing_is_told_of_look_different(one: str) -> None:
    """Also in grey, and when the image is shown 300 pixels wide: by the mark alone."""
    states = (replace(state, label="Läge") for state in (GOING_ON, UNTOLD))
    cards = (
        replace(CARD, state=s) if one == "measure" else replace(CARD, standing=(InState(s, 6),))
        for s in states
    )
    images = (opened(Sheet(PRINT, "share.typ", card).png()) for card in cards)
    small = [image.convert("L").resize((300, 158)) for image in images]
    marked = ImageChops.difference(*small).point(lambda shade: 255 * (shade > 100))
    assert marked.histogram()[255] >= 10


def test_image_says_example_only_while_there_are_examples() -> None:
    real = replace(CARD, sender=replace(SENDER, is_example=False))
    made = [opened(Sheet(PRINT, "share.typ", card).png()) for card in (CARD, real)]
    marked = [(0x7A, 0x36, 0x00) in {c for _, c in i.getcolors(10**6) or ()} for i in made]
    assert marked == [True, False]


TWO = {
    **SMALL,
    "loften/2018/atgarder/besok.md": "---\nrubrik: Besök\nmål: {typ: antal, minst: 3}\n---\nTre.\n",
    "loften/2018/insatser/a.md": "---\nåtgärd: vandringar\ndatum: 2018-02-01\n---\n",
    "loften/2018/insatser/b.md": "---\nåtgärd: besok\ndatum: 2018-03-01\n---\n",
}


def test_a_changed_action_makes_the_image_of_its_measure_again_and_no_other(
    tmp_path: Path,
) -> None:
    content, target = tmp_path / "content", tmp_path / "site"
    publish(build_in_memory(write(content, TWO), "2018-04-01").files, target)
    more = "---\nåtgärd: vandringar\ndatum: 2018-02-02\n---\n"
    write(content, {"loften/2018/insatser/c.md": more})
    done = publish(build_in_memory(content, "2018-04-01").files, target)
    assert [p for p in done.written if p.endswith(".png")] == ["delning/2018/vandringar.png"]


_TWICE = """
import json, sys
from datetime import date
from pathlib import Path
from followup.pipeline import Job, build
from followup.publish import publish

root, content, target = map(Path, sys.argv[1:])
day = date(2018, 4, 1)
job = Job(content, root / "templates", root / "assets", day)
done = publish(build(job).files, target)
heavy = [name for name in ("typst", "docx", "segno", "font_source_sans_pro") if name in sys.modules]
print(json.dumps([len(done.written), heavy]))
"""


def test_build_in_which_nothing_changed_does_not_even_load_what_makes_the_files(
    tmp_path: Path,
) -> None:
    content = write(tmp_path / "content", TWO)
    first, again = (_built(content, tmp_path / "site") for _ in range(2))
    assert first[1] == ["typst", "docx", "segno", "font_source_sans_pro"]
    assert again == [0, []]


def test_the_same_content_gives_the_same_files_in_any_home(tmp_path: Path) -> None:
    """Another time zone, language, hash seed and home; the fonts in a home are not ours."""
    content = write(tmp_path / "content", TWO)
    worlds = (
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Los_Angeles", "LC_ALL": "sv_SE.UTF-8", "PYTHONHASHSEED": "2"},
    )
    made = []
    for number, world in enumerate(worlds):
        target, home = tmp_path / f"site-{number}", tmp_path / f"home-{number}"
        home.mkdir()
        _built(content, target, **world, HOME=str(home))
        made.append({p: (target / p).read_bytes() for p in _slow(target)})
    assert len(made[0]) == 7
    assert made[0] == made[1]


def _slow(target: Path) -> list[str]:
    """The files of the site that are slow to make."""
    found = (p for kind in ("png", "pdf", "docx") for p in target.rglob(f"*.{kind}"))
    return [path.relative_to(target).as_posix() for path in found]


def _built(content: Path, target: Path, **env: str) -> list[object]:
    """How many files a build in a process of its own wrote, and what it loaded."""
    done = subprocess.run(
        [sys.executable, "-c", _TWICE, ROOT, content, target],
        env={**os.environ, **env, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    found: list[object] = json.loads(done.stdout)
    return found
