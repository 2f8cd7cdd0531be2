"""What the editors' guide shows can be copied: every example in it is understood."""

import os
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
from followup.guide.kinds import GROUPS, KINDS, group_name
from followup.guide.tables import filled_in, shown
from followup.model import Target
from followup.readability import readability
from followup.reporting import report
from followup.rules import EXPLANATIONS

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


def test_the_tables_of_fields_are_those_of_the_program() -> None:
    """UPPDATERA_FACIT=1 writes them."""
    guide = CONTENT / "README.md"
    if os.environ.get("UPPDATERA_FACIT"):
        guide.write_text(filled_in(GUIDE), encoding="utf-8", newline="\n")
    assert filled_in(GUIDE) == guide.read_text("utf-8")


def test_every_kind_of_file_and_every_group_has_its_table() -> None:
    """The rows of a report have the fields of the report itself."""
    groups = {group_name(record) for record in GROUPS.values()}
    assert shown(GUIDE) == {kind.name for kind in KINDS} | groups - {"rader"}


def test_a_fault_looks_as_the_guide_shows_it(tmp_path: Path) -> None:
    (shown_fault,) = re.findall(r"^```\n(FEL .*?)^```", GUIDE, re.M | re.S)
    path = "loften/2018/insatser/2018-09-28-bro.md"
    text = "---\ndatum: 2018-09-28\ntid: 18–21\nåtgärd: nattvandring\nplats: bro-centrm\n---\n"
    (example,), _ = read_tree(site.write(tmp_path, {path: text}))
    loaded = load([*read_tree(CONTENT)[0], example])
    told = report(loaded.diagnostics, loaded.texts, "content/").split("\n")
    lines = shown_fault.rstrip("\n").split("\n")
    assert [one[: len(line)] for one, line in zip(told, lines, strict=False)] == lines


def test_the_guide_is_easy_to_read_and_read_in_ten_minutes() -> None:
    until_the_reference = GUIDE.partition("## Alla fält")[0]
    without_examples = re.sub(r"^ *```.*?^ *```", "", until_the_reference, flags=re.M | re.S)
    prose = re.sub(r"^(\||#|<!--).*$", "", without_examples, flags=re.M).replace("`", "")
    assert readability(prose) < 40
    assert len(until_the_reference.split()) < 2300


@pytest.mark.parametrize("block", re.findall(r"^```\n(granskat:.*?)^```", GUIDE, re.M | re.S))
def test_an_answer_in_the_guide_is_to_a_warning_that_there_is(block: str) -> None:
    answers = MEASURE.field("granskat")
    assert answers
    (entry,) = parse("a.yaml", block).front_matter.entries
    warnings = {one.rule for one in EXPLANATIONS if one.severity == "varning"}
    assert {answer.rule for answer in answers.parse(entry.value, Context({}))} <= warnings
