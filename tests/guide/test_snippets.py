"""Snippets: what they write is what the program reads, and every mark in them is VS Code's own."""

import re
from pathlib import Path

import pytest
import yaml
from site_under_test import ROOT, SMALL, write

from followup.content.fields import one_of, text
from followup.content.files import RawFile, read_tree
from followup.content.load import load
from followup.content.record import Field
from followup.guide.editor import known
from followup.guide.kinds import GROUPS, KINDS, FileKind, fields_of
from followup.guide.snippets import Snippet, snippets, stop

IDS = known(ROOT / "content")
MADE = snippets(IDS)
CHOICE = re.compile(r"\$\{\d+\|((?:\\.|[^\\|])*)\|\}")
FILLED = re.compile(r"\$\{\d+:((?:\\.|[^\\}])*)\}")


def typed(snippet: Snippet) -> str:
    """What stands there when every first choice and every example is kept."""
    body = snippet["body"]
    assert isinstance(body, list)
    text = CHOICE.sub(lambda found: re.split(r"(?<!\\),", found[1])[0], "\n".join(body))
    return re.sub(r"\\(.)", r"\1", FILLED.sub(r"\1", text)).replace("$0", "")


@pytest.mark.parametrize("kind", KINDS[3:], ids=lambda kind: kind.name)
def test_a_whole_file_is_read_as_it_is_first_written(kind: FileKind) -> None:
    files, _ = read_tree(ROOT / "content")
    path = re.sub("<.*?>", "ny", kind.path.replace("<löfte>", "2018"))
    if kind.name == "löfte":
        path = "loften/2019/lofte.md"
    body = "" if kind.name == "notistext" else "Ord.\n"  # all its words stand in fields
    new = RawFile(path, f"{typed(MADE[f'{kind.name}: hel fil'])}{body}".encode())
    assert load([*files, new]).diagnostics == ()


def test_the_choices_are_words_and_ids() -> None:
    assert MADE["åtgärd: Åtgärden som den hör till"] == {
        "scope": "markdown,yaml",
        "prefix": "åtgärd",
        "include": ["**/loften/*/insatser/*.md"],
        "description": (
            "Åtgärden som den hör till. Åtgärdens id är namnet på filen i mappen atgarder, utan "
            ".md. Flera skriver du inom hakparentes."
        ),
        "body": [
            "åtgärd: ${1|polisnarvaro,gemensamma-insatser,nattvandring,narkotikainsatser,"
            "trygghetspersonal,grannsamverkan|}"
        ],
    }


def test_of_several_targets_each_can_be_chosen(tmp_path: Path) -> None:
    measure = """---
rubrik: Lampor
mål:
  - {id: norr, typ: löpande}
  - {id: syd, typ: engångs, steg: [{id: utkast, namn: Utkastet}]}
---
Lampor i norr och i syd.
"""
    content = write(tmp_path, {**SMALL, "loften/2018/atgarder/lampor.md": measure})
    assert known(content)["åtgärd"] == (
        "lampor#norr",
        "lampor#syd",
        "lampor#utkast",
        "vandringar",
    )


def test_a_group_has_its_key_and_the_fields_that_it_needs() -> None:
    assert MADE["granskat: Svar på en varning: varför det är rätt ändå"]["body"] == [
        "granskat:",
        "  - regel: ${1:fler-insatser}",
        "    skäl: ${2:Siffran gäller bara dagtid}",
    ]


def test_marks_of_vs_code_are_only_marks_when_they_should_be() -> None:
    chosen = Field("a", "a", one_of("a,b", "c|d", "e\\f", "$}"), "", "")
    assert stop(chosen, {}, 1) == r"${1|a\,b,c\|d,e\\f,$}|}"
    filled = Field("a", "a", text, "", "{kr: $5, c:\\}")
    assert stop(filled, {}, 2) == r"${2:{kr: \$5, c:\\\}}"


def test_every_field_of_a_markdown_file_has_its_snippet() -> None:
    prefixes = {snippet["prefix"] for snippet in MADE.values()}
    needed = {field.key for kind in KINDS[3:] for field in kind.fields}
    assert needed <= prefixes


@pytest.mark.parametrize("name", MADE)
def test_what_a_snippet_writes_is_understood(name: str) -> None:
    """As it is first written, and with every choice: each of them is one value."""
    head = typed(MADE[name]).removeprefix("---\n").split("\n---")[0]
    assert isinstance(yaml.load(head, yaml.BaseLoader), dict)


def test_the_same_name_never_stands_for_two_bodies() -> None:
    fields = [field for kind in KINDS[3:] for field in kind.fields]
    fields += [field for group in GROUPS for field in fields_of(group)]
    examples: dict[str, set[str]] = {}
    for field in fields:
        examples.setdefault(f"{field.key}: {field.help}", set()).add(stop(field, IDS, 1))
    assert {name: found for name, found in examples.items() if len(found) > 1} == {}
