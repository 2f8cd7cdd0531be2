"""What the editors' guide shows can be copied: every example in it is understood."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import site_under_test as site

from followup.content.document import parse
from followup.content.fields import Context
from followup.content.files import read_tree
from followup.content.load import load
from followup.content.schema import MEASURE, TARGET
from followup.model import Target

CONTENT = site.ROOT / "content"
GUIDE = (CONTENT / "README.md").read_text("utf-8")
FOLDERS = (("mått:", "effekter"), ("uppgift_från:", "redovisningar"), ("åtgärd:", "insatser"))


def examples() -> Iterator[tuple[str, str]]:
    """Every file that the guide shows, with the place that it belongs in."""
    for block in re.findall(r"^```\n(---\n.*?)^```", GUIDE, re.M | re.S):
        folder = next((name for key, name in FOLDERS if key in block), None)
        if folder:
            yield f"loften/2018/{folder}/2018-01-01-exempel.md", block


@pytest.mark.parametrize(("path", "text"), [*examples()])
def test_an_example_file_can_be_copied_as_it_stands(tmp_path: Path, path: str, text: str) -> None:
    site.write(tmp_path, {path: text})
    files, _ = read_tree(CONTENT)
    (example,), _ = read_tree(tmp_path)
    assert load([*files, example]).diagnostics == ()


@pytest.mark.parametrize("text", re.findall(r"`(\{typ: [^`]*\})`", GUIDE))
def test_a_target_in_the_table_is_understood(text: str) -> None:
    (entry,) = parse("a.yaml", f"mål: {text}\n").front_matter.entries
    targets = MEASURE.field("mål")
    assert targets
    parsed = targets.parse(entry.value, Context({}))
    assert [type(target) for target in parsed] == [Target]


def test_the_table_shows_every_kind_of_target() -> None:
    kinds = TARGET.field("typ")
    assert kinds
    shown = set(re.findall(r"`\{typ: ([a-zåäö_]+)", GUIDE))
    assert shown == set(kinds.choices)
