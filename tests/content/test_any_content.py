"""Whatever stands in the files: an answer in words, with a place that exists, and never a crash."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import followup
from followup.content.files import RawFile, read_tree
from followup.content.load import Loaded, load
from followup.diagnostics import Diagnostic
from followup.links import Links
from followup.reporting import report
from followup.rules import Subject, check

CONTENT = Path(followup.__file__).parent.parent / "content"
CHOSEN = re.compile(
    r"webbplats\.yaml|parter\.yaml|sidor/om\.md|platser/bro(-centrum)?\.md|.*/lofte\.md"
    r"|.*/atgarder/(gemensamma-insatser|nattvandring)\.md|.*2018-02-09-.*|.*2018-06-30-.*"
)
FILES = {file.path: file.data for file in read_tree(CONTENT)[0] if CHOSEN.fullmatch(file.path)}
PATHS = [
    *FILES, "platser/Ny plats.md", "loften/x/lofte.md", "loften/2018/insatser/ny.md", "a.jpg",
    "b.csv", "loften/2018/insatser/lista.csv"
]  # fmt: skip
# What has a meaning of its own to those who read fields, or to those who read letters.
SHARP = [
    "\n", ": ", ":", "- ", "'", '"', "#", " #", "&", "*", "!", "!!", "|", ">-", "%", "@", "`", "[",
    "]", "{", "}", ",", "\t", "\r", "\0", "\\", '"\\U00110000"', "\n---\n", "\n...\n", "? ", "<<: ",
    "\ufeff", "\u2028", "\u00a0", "\u202e", "a\u030a", "9" * 5000, "[" * 1000, "- " * 1000, "null",
    "antal: 3\n", "ersätter: 2018-06-30-polisen\n", "2018-02-30", "0", "-1", "1e9", "](", "[a]: ",
    "![", "http://[", "../..", "%YAML 1.1\n", "\n&a [*a, *a]\n"
]  # fmt: skip
BYTES = st.one_of(
    st.sampled_from([sharp.encode() for sharp in SHARP]),
    st.sampled_from([b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xe2\x80", b"\xf0\x9f\x98\x80"]),
    st.binary(max_size=4),
    st.text(max_size=4).map(lambda text: text.encode("utf-8", "surrogatepass")),
)
CUTS = st.tuples(st.floats(0, 1), st.integers(0, 20), BYTES)
JARGON = re.compile(r"\b(ogiltig\w*|invalid|None|YAML|parser)\b")


@st.composite
def trees(draw: st.DrawFn) -> dict[str, bytes]:
    """The shipped files with some letters gone and others in their place, and files of anything."""
    files = dict(FILES)
    for path in draw(st.lists(st.sampled_from([*FILES]), min_size=1, max_size=3)):
        data = files[path]
        for place, gone, new in draw(st.lists(CUTS, min_size=1, max_size=4)):
            at = round(place * len(data))
            data = data[:at] + new + data[at + gone :]
        files[path] = data
    for path in draw(st.lists(st.sampled_from(PATHS), max_size=2)):
        files[path] = draw(st.one_of(st.binary(max_size=99), st.lists(BYTES).map(b"".join)))
    return files


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(trees())
def test_any_content_gets_an_answer(files: dict[str, bytes]) -> None:
    answered(files)


@pytest.mark.long
@settings(max_examples=5000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(trees())
def test_any_content_gets_an_answer_at_length(files: dict[str, bytes]) -> None:
    answered(files)


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(st.sampled_from(PATHS), st.binary())
def test_any_bytes_get_an_answer(path: str, data: bytes) -> None:
    answered({path: data})


def answered(files: dict[str, bytes]) -> None:
    loaded = load(RawFile(path, data) for path, data in files.items())
    faults = [*loaded.diagnostics, *broken_rules(loaded)]
    printed = report(faults, loaded.texts)
    assert printed.encode().decode() == printed
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202e]", printed)
    for fault in faults:
        lines = loaded.texts.get(fault.source.path, "").split("\n")
        assert fault.source.line <= len(lines)
        if fault.source.column:
            assert fault.source.column <= len(lines[fault.source.line - 1]) + 1
        assert not JARGON.search(re.sub("”.*?”", "", fault.message)), fault.message
    assert loaded.site or faults


def broken_rules(loaded: Loaded) -> tuple[Diagnostic, ...]:
    if loaded.site is None:
        return ()
    links = Links.of(loaded.site, {})
    return check(Subject(loaded.site, links, date(2018, 10, 1), loaded.texts))
