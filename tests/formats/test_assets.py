"""Style sheet, scripts and icon: a changed file has a new name, an unchanged one its old."""

import re
from pathlib import Path

import pytest
from promise_under_test import SETTINGS, site

from followup.formats import assets
from followup.formats.assets import icon, named, scripts, style_sheet
from followup.model import Settings

FOLDER = Path(__file__).parent.parent.parent / "assets"


def settings(more: str = "") -> Settings:
    return site({"webbplats.yaml": SETTINGS + more}).settings


def folder(root: Path, **changed: str) -> Path:
    """A small folder of assets, each file with its own name as its content unless changed."""
    for name in (
        *(f"css/{n}.css" for n in assets.STYLES),
        *(f"js/{n}.js" for n in assets.SCRIPTS),
        "icon.svg",
    ):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(changed.get(path.stem, name), encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("base.css", r"assets/base\.[0-9a-f]{10}\.css"),
        ("bro-centrum.2.jpg", r"assets/bro-centrum\.2\.[0-9a-f]{10}\.jpg"),
    ],
)
def test_a_file_is_published_under_its_name_with_a_hash(name: str, pattern: str) -> None:
    blob = named(name, b"innehall")
    assert re.fullmatch(pattern, blob.path)
    assert blob.data == b"innehall"


def test_the_name_changes_with_the_content_and_only_with_it() -> None:
    assert named("a.css", b"1") == named("a.css", b"1")
    assert named("a.css", b"1").path != named("a.css", b"2").path
    assert named("a.css", b"").path != named("a.css", b"\n").path


def test_the_style_sheet_is_its_parts_in_the_order_of_their_layers(tmp_path: Path) -> None:
    parts = "".join(f"css/{name}.css" for name in assets.STYLES)
    assert style_sheet(folder(tmp_path), settings()) == named("stil.css", parts.encode())


def test_comments_and_indents_are_not_published(tmp_path: Path) -> None:
    css = "/* Why\n   so. */\n@layer base {\n  a {\n    color: red; /* now */\n  }\n}\n"
    made = style_sheet(folder(tmp_path, base=css), settings()).data.decode()
    assert "css/tokens.css\n@layer base {\na {\ncolor: red;\n}\n}\ncss/layout.css" in made


def test_a_changed_part_gives_the_style_sheet_a_new_name(tmp_path: Path) -> None:
    before = style_sheet(folder(tmp_path), settings())
    assert style_sheet(folder(tmp_path, layout="nytt"), settings()).path != before.path


@pytest.mark.parametrize(
    ("more", "css"),
    [
        (
            'färg: "#0a5c63"\nfärg_mörk: "#7fd3d3"\n',
            ":root{--accent:#0a5c63;--accent-dark:#7fd3d3}\n",
        ),
        ('färg: "#0a5c63"\n', ":root{--accent:#0a5c63;--accent-dark:#14b5c3}\n"),
    ],
)
def test_the_accent_of_the_settings_comes_last_and_the_dark_one_can_be_derived(
    more: str, css: str, tmp_path: Path
) -> None:
    made = style_sheet(folder(tmp_path), settings(more)).data.decode()
    assert made.endswith(f"css/print.css{css}")


def test_without_an_accent_the_style_sheet_is_the_site_s_own(tmp_path: Path) -> None:
    only_dark = settings('färg_mörk: "#7fd3d3"\n')
    assert style_sheet(folder(tmp_path), only_dark) == style_sheet(folder(tmp_path), settings())


def test_scripts_and_icon_are_published_as_they_are(tmp_path: Path) -> None:
    root = folder(tmp_path)
    assert scripts(root) == {
        "copy": named("copy.js", b"js/copy.js"),
        "examples": named("examples.js", b"js/examples.js"),
        "filter": named("filter.js", b"js/filter.js"),
    }
    assert icon(root) == named("icon.svg", b"icon.svg")


def test_the_lists_name_every_file_of_the_real_folder() -> None:
    """A style sheet or a script that is in no list would never reach a reader."""
    assert {path.stem for path in (FOLDER / "css").iterdir()} == set(assets.STYLES)
    assert {path.stem for path in (FOLDER / "js").iterdir()} == set(assets.SCRIPTS)


def test_the_layers_are_named_in_the_order_of_the_style_sheets() -> None:
    sheets = [(FOLDER / f"css/{name}.css").read_text(encoding="utf-8") for name in assets.STYLES]
    layers = [re.findall(r"^@layer (\w+) \{", sheet, re.MULTILINE) for sheet in sheets]
    assert all(len(found) == 1 for found in layers)
    in_order = dict.fromkeys(name for found in layers for name in found)
    assert f"@layer {', '.join(in_order)};" in sheets[0]


def test_no_style_sheet_fetches_anything() -> None:
    for path in (FOLDER / "css").iterdir():
        text = path.read_text(encoding="utf-8")
        assert "url(" not in text and "@import" not in text
