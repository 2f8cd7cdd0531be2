"""The newspaper's files: the same sentences in each, and ready to use as they are."""

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pikepdf
import pytest
import zxingcpp
from docx import Document
from docx.oxml.ns import qn
from PIL import Image
from pypdf import PdfReader
from site_under_test import SMALL, build_in_memory, write

from followup.diagnostics import FollowupError
from followup.formats import typesetting, word
from followup.formats.charts import Squares
from followup.formats.notice_files import Advert, CountRow
from followup.formats.typesetting import Sheet
from followup.graphics.units import Bar

PRINT = Path(__file__).parents[2] / "templates" / "print"

TWO_WALKS = {
    **SMALL,
    "loften/2018/insatser/a.md": "---\nåtgärd: vandringar\ndatum: 2018-02-01\n---\n",
    "loften/2018/insatser/b.md": "---\nåtgärd: vandringar\ndatum: 2018-03-01\n---\n",
}
HEADLINE = "Arbetet med löftet pågår"
TEXT = (
    "Polisen och kommunen har lovat en åtgärd i Löftet 2018. Den pågår. Löftet är redovisat till "
    "och med 1 mars 2018. Läs mer på loftet.example. Vandringar: två av minst fyra utlovade "
    "insatser är genomförda."
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of a small site's notice, by their names."""
    return files(tmp_path_factory.mktemp("content"), TWO_WALKS)


def files(folder: Path, content: Mapping[str, str]) -> dict[str, bytes]:
    built = build_in_memory(write(folder, content), "2018-04-01")
    return {f.path[6:]: f.data for f in built.files if f.path.startswith("notis/")}


def test_notice_that_stays_has_the_same_files_as_the_one_of_today(tmp_path: Path) -> None:
    built = build_in_memory(write(tmp_path, TWO_WALKS), "2018-04-01").files
    names = ("kort.txt", "mellan.txt", "lang.txt", "notis.docx", "notis.pdf")
    by_path = {file.path: file for file in built}
    for name in names:
        assert by_path[f"notis/{name}"].data == by_path[f"loften/2018/notis/{name}"].data


# Text


def test_text_file_is_the_headline_and_one_text(made: Mapping[str, bytes]) -> None:
    for name in ("kort.txt", "mellan.txt", "lang.txt"):
        assert made[name] == f"{HEADLINE}\n\n{TEXT}\n".encode()


# Word


def test_word_file_has_the_texts_under_headings_in_words_own_styles(
    made: Mapping[str, bytes],
) -> None:
    document = Document(BytesIO(made["notis.docx"]))
    assert [(p.style and p.style.name, p.text) for p in document.paragraphs] == [
        ("Title", HEADLINE),
        ("Heading 1", f"Kort ({len(TEXT)} tecken med blanksteg)"),
        ("Normal", TEXT),
        ("Heading 1", f"Mellan ({len(TEXT)} tecken med blanksteg)"),
        ("Normal", TEXT),
        ("Heading 1", f"Lång ({len(TEXT)} tecken med blanksteg)"),
        ("Normal", TEXT),
    ]


def test_word_file_is_swedish_and_says_whose_it_is(made: Mapping[str, bytes]) -> None:
    document = Document(BytesIO(made["notis.docx"]))
    languages = {e.get(qn("w:val")) for e in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"sv-SE"}
    said = document.core_properties
    assert (said.title, said.author, said.last_modified_by, said.subject) == (
        HEADLINE,
        "Polismyndigheten och Exempelkommun",
        "Polismyndigheten och Exempelkommun",
        "Löftet 2018. Redovisat till och med 1 mars 2018.",
    )
    assert (said.language, said.comments, said.keywords) == ("sv-SE", "", "")
    assert f"{said.created} {said.modified}" == (
        "2018-03-01 00:00:00+00:00 2018-03-01 00:00:00+00:00"
    )


def test_word_file_says_nothing_of_when_or_on_what_system_it_was_made(
    made: Mapping[str, bytes],
) -> None:
    with ZipFile(BytesIO(made["notis.docx"])) as archive:
        entries = archive.infolist()
    assert {(e.date_time, e.create_system, e.compress_type) for e in entries} == {
        ((1980, 1, 1, 0, 0, 0), 0, 0)
    }
    assert len(made["notis.docx"]) < 60_000


# PDF


@pytest.mark.long
def test_word_file_opens_in_another_word_processor(
    tmp_path: Path, made: Mapping[str, bytes]
) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice finns inte här")
    (tmp_path / "notis.docx").write_bytes(made["notis.docx"])
    home = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    words = (office, home, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "notis.docx")
    subprocess.run(words, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    opened = (tmp_path / "notis.txt").read_text(encoding="utf-8-sig")
    said = [paragraph.text for paragraph in Document(BytesIO(made["notis.docx"])).paragraphs]
    assert [line.strip() for line in opened.splitlines() if line.strip()] == [
        text.strip() for text in said if text.strip()
    ]


def test_pdf_says_what_the_notice_says_and_what_is_counted(made: Mapping[str, bytes]) -> None:
    (page,) = PdfReader(BytesIO(made["notis.pdf"])).pages
    assert " ".join(page.extract_text().split()) == (
        f"{HEADLINE} {TEXT} Vandringar 2 av minst 4 "
        "Redovisat till och med 1 mars 2018. Läs mer på loftet.example"
    )
    assert round(float(page.mediabox.width) / 72 * 25.4, 1) == 82.0


def test_pdf_is_tagged_for_those_who_hear_it(made: Mapping[str, bytes]) -> None:
    pdf = pikepdf.open(BytesIO(made["notis.pdf"]))
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert str(pdf.Root.Lang) == "sv-SE"
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == HEADLINE
    tags = [*structure(pdf.Root.StructTreeRoot)]
    assert [tag for tag, _ in tags if tag.startswith("/H")] == ["/H1", "/H2"]
    assert [said for _, said in tags if said] == [
        "Två av minst fyra utlovade insatser är genomförda.",
        "QR-kod som leder till loftet.example",
    ]


def structure(node: Any) -> Iterator[tuple[str, str]]:
    """Each tag with its alternative text, in the order of reading."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from structure(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S), str(node.get("/Alt", ""))
        if "/K" in node:
            yield from structure(node.K)


def test_pdf_has_its_fonts_within_and_no_day(made: Mapping[str, bytes]) -> None:
    pdf = pikepdf.open(BytesIO(made["notis.pdf"]))
    fonts = [font.DescendantFonts[0] for font in pdf.pages[0].Resources.Font.values()]
    names = sorted(str(font.BaseFont)[8:] for font in fonts)
    assert names == ["SourceSansPro-Bold", "SourceSansPro-Regular", "SourceSansPro-Semibold"]
    assert all("/FontFile2" in font.FontDescriptor for font in fonts)
    assert not {"/CreationDate", "/ModDate"} & pdf.docinfo.keys()


SQUARES = Squares("Två av fyra.", 2, 2, 0, None)
BAR = Squares("300 av 400.", 0, 0, 0, Bar(75, 100, 300))
ADVERT = Advert(
    headline="Så går det",
    text="Vi har vandrat två gånger.",
    rows=(CountRow("Vandringar", "2 av 4", SQUARES),),
    reported="Redovisat till och med 1 mars 2018",
    address="loftet.example",
    link_alt="QR-kod",
    author="Polisen",
    subject="Löftet",
    width_mm=82,
)


def sheet(advert: Advert, link: str = "https://loftet.example/") -> Sheet:
    return Sheet(PRINT, "notice.typ", advert, link)


_COLOURS = {"g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "sh", "Do", "gs"}
BLACK, PAPER = (0, 0, 0, 1), (0, 0, 0, 0)


def test_pdf_is_printed_with_black_ink_alone_and_with_no_thinner_line_than_a_press_can() -> None:
    advert = replace(ADVERT, rows=(CountRow("Samtal", "300 av 400", BAR), *ADVERT.rows))
    pdf = pikepdf.open(BytesIO(sheet(advert).pdf()))
    marks = [
        (str(mark.operator), tuple(float(str(value)) for value in mark.operands))
        for mark in pikepdf.parse_content_stream(pdf.pages[0])
        if str(mark.operator) in {*_COLOURS, "w"}
    ]
    assert {values for operator, values in marks if operator in _COLOURS} == {BLACK, PAPER}
    assert {operator for operator, _ in marks} == {"k", "K", "w"}
    assert min(values[0] for operator, values in marks if operator == "w") >= 0.25


@pytest.mark.parametrize("width", [30, 45, 82, 200])
@pytest.mark.parametrize(
    "link", ["https://loftet.example/", "https://upplands-bro.example/kommun/medborgarlofte/"]
)
def test_code_leads_a_phone_to_the_site_from_any_width_of_column(width: int, link: str) -> None:
    printed = Image.open(BytesIO(sheet(replace(ADVERT, width_mm=width), link).png(ppi=300)))
    paper = Image.new("RGB", printed.size, "white")
    paper.paste(printed, mask=printed.getchannel("A"))
    (found,) = zxingcpp.read_barcodes(paper)
    assert (found.text, found.format) == (link, zxingcpp.BarcodeFormat.QRCode)


def test_what_an_editor_writes_is_never_taken_for_markup() -> None:
    text = '#panic() $x$ *fet* \\ [x] <y> @z // = "- {q}'
    (page,) = PdfReader(BytesIO(sheet(replace(ADVERT, text=text)).pdf())).pages
    assert text in page.extract_text()


def test_emoji_are_for_screens_and_left_out_of_print() -> None:
    text = "Vi har vandrat \U0001f469\u200d\U0001f469\u200d\U0001f466\ufe0f två gånger."
    assert sheet(replace(ADVERT, text=text)).pdf() == sheet(ADVERT).pdf()


def test_sign_that_our_typeface_lacks_is_taken_from_another() -> None:
    text = "Ett e‑postutskick, en □ och skoltsamiska ǥ."
    (page,) = PdfReader(BytesIO(sheet(replace(ADVERT, text=text)).pdf())).pages
    assert text in page.extract_text()


def test_sign_that_no_typeface_has_is_said_to_the_editor() -> None:
    with pytest.raises(FollowupError) as told:
        sheet(replace(ADVERT, text="Välkommen, ようこそ")).pdf()
    assert str(told.value) == (
        "Tecknet ”よ” finns inte i notisens typsnitt och går inte att trycka. "
        "Skriv det med andra tecken i löftets eller åtgärdens text."
    )


def test_notice_says_example_in_every_file(tmp_path: Path) -> None:
    report = "---\nfrån: 2018-01-01\ntill: 2018-03-31\nuppgift_från: polisen\nexempel: ja\n---\n"
    content = {**TWO_WALKS, "loften/2018/redovisningar/2018-03-31-polisen.md": report}
    made = files(tmp_path, content)
    assert made["kort.txt"].startswith(b"Exempel: Arbetet med ")
    assert Document(BytesIO(made["notis.docx"])).paragraphs[0].text.startswith("Exempel: ")
    assert PdfReader(BytesIO(made["notis.pdf"])).pages[0].extract_text().startswith("Exempel: ")
    pdf = pikepdf.open(BytesIO(made["notis.pdf"]))
    said = [text for _, text in structure(pdf.Root.StructTreeRoot)]
    assert "Exempel: Två av minst fyra utlovade insatser är genomförda." in said


# Keys


def test_key_is_another_when_the_bytes_may_be(tmp_path: Path) -> None:
    """What the text, the link, the template or a template that it uses says."""
    folder = tmp_path / "print"
    write(folder, {path.name: path.read_bytes() for path in PRINT.glob("*.typ")})
    first = Sheet(folder, "notice.typ", ADVERT, "https://loftet.example/")
    keys = {
        first.key,
        replace(first, data=replace(ADVERT, text="Annat.")).key,
        replace(first, link="https://annan.example/").key,
        replace(first, template="share.typ").key,
    }
    (folder / "common.typ").write_text("// ändrad", encoding="utf-8")
    keys.add(replace(first).key)
    assert len(keys) == 5


@pytest.mark.parametrize("made_with", [*typesetting.MADE_WITH, word.MADE_WITH])
def test_key_names_the_version_that_is_installed(made_with: str) -> None:
    name, _, number = made_with.partition(" ")
    assert version(name) == number
