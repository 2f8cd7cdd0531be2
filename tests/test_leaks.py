"""What is not to be seen yet is in no file that is published, in no form."""

import html
import io
import json
import urllib.parse
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from zipfile import ZipFile

import channels
import held_back
import pikepdf
import pytest
from held_back import AFTER, BEFORE, CONTENT, NEVER, words
from PIL import Image
from pypdf import PdfReader
from site_under_test import SMALL, build_in_memory, write

from followup.output import Finished, Made
from followup.publish import publish
from followup.reporting import report


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("content"), CONTENT)


def test_nothing_held_back_is_in_any_file(content: Path, tmp_path: Path) -> None:
    found = published(content, tmp_path, BEFORE)
    assert {path: told for path, told in found.items() if told} == {}


def test_on_a_later_day_all_is_there_but_the_drafts(content: Path, tmp_path: Path) -> None:
    found = all_of(published(content, tmp_path, AFTER))
    assert {word for word in written() if "utkast" not in word} - found == set()
    assert {word for word in found if "utkast" in word or NEVER.match(word)} == set()


def test_with_drafts_all_is_there(content: Path, tmp_path: Path) -> None:
    found = all_of(published(content, tmp_path, AFTER, with_drafts=True))
    assert written() - found == set()
    assert {word for word in found if NEVER.match(word)} == set()


@pytest.mark.parametrize("day", [BEFORE, AFTER])
@pytest.mark.parametrize(
    ("name", "fields", "rule"),
    [
        ("plan.md", "datum: 2018-12-24\nstatus: planerad\nrubrik: Kanariehemlig", "planerad"),
        ("okant.md", "datum: 2018-04-02\nutkast: ja\nanteckning: Kanariehemlig", "okänt-fält"),
        ("okand.txt", "datum: 2018-04-02\nutkast: ja", "okänd-fil"),
    ],
)
def test_what_is_not_public_or_not_known_is_refused(
    tmp_path: Path, name: str, fields: str, rule: str, day: str
) -> None:
    text = f"---\nåtgärd: vandringar\n{fields}\n---\n"
    content = write(tmp_path, {**SMALL, f"loften/2018/insatser/{name}": text})
    built = build_in_memory(content, day, today=day)
    assert built.files == ()
    assert [fault.rule for fault in built.diagnostics] == [rule]


def written() -> set[str]:
    """All that some page is to show one day."""
    texts = (text for text in CONTENT.values() if isinstance(text, str))
    found = {word for text in (*texts, *CONTENT) for word in words(text)}
    return {word for word in found if not NEVER.match(word)}


def all_of(found: Mapping[str, set[str]]) -> set[str]:
    return {word for told in found.values() for word in told}


def published(
    content: Path, target: Path, day: str, with_drafts: bool = False
) -> dict[str, set[str]]:
    """The canaries of each file in the folder, its manifest included."""
    built = build_in_memory(content, day, today=AFTER, with_drafts=with_drafts)
    assert not built.has_errors, report(built.diagnostics, built.texts)
    publish(built.files, target)
    made = {file.path: file for file in built.files}
    paths = (path for path in sorted(target.rglob("*")) if path.is_file())
    named = {path.relative_to(target).as_posix(): path.read_bytes() for path in paths}
    return {
        path: words(" ".join((path, *opened(path, data), *source(made.get(path)))))
        for path, data in named.items()
    }


def source(file: Finished | None) -> Iterator[str]:
    """What a picture or a PDF is made of."""
    if isinstance(file, Made) and file.path.endswith((".png", ".pdf")):
        yield json.dumps(asdict(channels.sheet(file).data), ensure_ascii=False)


def opened(path: str, data: bytes) -> Iterator[str]:
    """Everything that can be read in a file, packed or not."""
    text = data.decode("utf-8", "ignore")
    yield from (text, html.unescape(text), urllib.parse.unquote(text))
    match Path(path).suffix:
        case ".ics":
            yield text.replace("\r\n ", "")
        case ".docx":
            with ZipFile(io.BytesIO(data)) as archive:
                for name in archive.namelist():
                    yield from (name, archive.read(name).decode("utf-8", "ignore"))
        case ".pdf":
            yield from _in_pdf(data)
        case ".png":
            with Image.open(io.BytesIO(data)) as image:
                image.load()
                yield repr(image.info)


def _in_pdf(data: bytes) -> Iterator[str]:
    reader = PdfReader(io.BytesIO(data))
    yield from (page.extract_text().replace("-\n", "") for page in reader.pages)
    yield repr(reader.metadata)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        with pdf.open_metadata() as metadata:
            yield str(metadata)
        for thing in pdf.objects:
            yield repr(thing)
            if isinstance(thing, pikepdf.Stream):
                yield thing.read_bytes().decode("utf-8", "ignore")


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("a.ics", b"SUMMARY:Kana\r\n riehemlig\r\n"),
        ("a.html", b"<p title='Kanarie&#104;emlig'>"),
        ("a.html", b"<a href='/kanarie%68emlig/'>"),
        ("a.png", held_back.photo("x")),
    ],
)
def test_canary_is_found_in_the_forms_that_files_give_it(path: str, data: bytes) -> None:
    assert words(" ".join(opened(path, data)))
