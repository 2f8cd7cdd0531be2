"""What each channel says of a promise, read back from the bytes that would be published.

A reader knows the names of the promises and of their targets, and nothing of their results. What it
finds are facts: of what (`2018`, `2018/vandringar` or, where the measure has several targets,
`2018/vandringar#lov`), which kind, and the words.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import feedparser
from bs4 import BeautifulSoup, Tag
from docx import Document
from pypdf import PdfReader

from followup.formats.share_images import Card
from followup.formats.typesetting import Sheet
from followup.output import Finished, Made

Files = Mapping[str, Finished]
Fact = tuple[str, str, str]


@dataclass(frozen=True)
class Name:
    """What a target is called; `part` where its measure has several."""

    promise: str
    title: str
    id: str
    heading: str
    part: str | None

    @property
    def key(self) -> str:
        return f"{self.promise}/{self.id}"

    @property
    def measure(self) -> str:
        return self.key.partition("#")[0]

    @property
    def said(self) -> str:
        return (
            f"{self.heading}, {self.part[:1].lower()}{self.part[1:]}" if self.part else self.heading
        )


Names = tuple[Name, ...]
Reader = Callable[[Files, Names], Iterator[Fact]]

MONTHS = "januari februari mars april maj juni juli augusti september oktober november december"
_DATE = rf"(\d{{1,2}}) ({'|'.join(MONTHS.split())}) (\d{{4}})"
_REPORTED = re.compile(rf"redovisat till och med {_DATE}", re.IGNORECASE)
EXAMPLE = "Exempel: "


# Pages


def summary(files: Files, names: Names) -> Iterator[Fact]:
    yield from _marked(_soup(files, "index.html"))


def measure_pages(files: Files, names: Names) -> Iterator[Fact]:
    for name in _measures(names):
        soup = _soup(files, _page_of(name))
        yield from _marked(soup)
        yield from _described(soup, name, names)


def _described(soup: BeautifulSoup, name: Name, names: Names) -> Iterator[Fact]:
    """What search engines show, and what is read aloud of the image when the page is shared."""
    if not name.part:
        said = _meta(soup, "name", "description").removeprefix(EXAMPLE)
        said = said.removeprefix(f"{name.heading}, {name.title}: ")
        label, _, figure = said.rstrip(".").partition(". ")
        yield name.key, "läge", label
        yield name.key, "siffra", figure
    said = _meta(soup, "property", "og:image:alt").removeprefix(EXAMPLE)
    said = said.removeprefix(f"{name.heading}, {name.title}. ")
    yield from _days(name.measure, said)
    label, _, rest = _before(said, " Redovisat till och med").rstrip(".").partition(". ")
    yield name.measure, "läge", label
    if name.part:
        parts = {n.part or "": n for n in names if n.measure == name.measure}
        yield from ((n.key, "kort", text.rstrip(".")) for n, text in _after(rest, parts))
    else:
        yield name.key, "siffra", rest


def promise_pages(files: Files, names: Names) -> Iterator[Fact]:
    for promise in _promises(names):
        soup = _soup(files, f"loften/{promise}/index.html")
        yield from _marked(soup)
        said = _meta(soup, "property", "og:image:alt").removeprefix(EXAMPLE)
        title = next(name.title for name in names if name.promise == promise)
        said = said.removeprefix(f"{title}. ")
        yield from _days(promise, said)
        yield promise, "rubrik", _before(said, " Redovisat till och med").rstrip(".")


def _marked(soup: BeautifulSoup) -> Iterator[Fact]:
    """What the page marks for those who count again."""
    yield from ((str(e["data-atgard"]), "läge", _text(e)) for e in soup.select("[data-atgard]"))
    yield from ((str(e["data-mal"]), "siffra", _text(e)) for e in soup.select("[data-mal]"))
    for element in soup.select("[data-redovisat]"):
        yield from _days(str(element["data-redovisat"]), _text(element))


# The newspaper


def notice_pages(files: Files, names: Names) -> Iterator[Fact]:
    for promise in _promises(names):
        soup = _soup(files, f"loften/{promise}/notis/index.html")
        yield from _days(promise, " ".join(_text(e) for e in soup.select(".asof")))
        for text in soup.select("textarea[id^=notis-]"):
            yield from _told(promise, _text(text), names)


def notice_texts(files: Files, names: Names) -> Iterator[Fact]:
    for promise in _promises(names):
        for length in ("kort", "mellan", "lang"):
            text = files[f"loften/{promise}/notis/{length}.txt"].data.decode()
            yield from _told(promise, _flat(text.partition("\n\n")[2]), names)


def notice_word(files: Files, names: Names) -> Iterator[Fact]:
    for promise in _promises(names):
        document = Document(io.BytesIO(files[f"loften/{promise}/notis/notis.docx"].data))
        yield from _days(promise, document.core_properties.subject)
        for paragraph in document.paragraphs:
            if paragraph.style and paragraph.style.name == "Normal":
                yield from _told(promise, _flat(paragraph.text), names)


def notice_pdf(files: Files, names: Names) -> Iterator[Fact]:
    """The longest text, the rows with squares below it, and the day at the end."""
    for promise in _promises(names):
        pdf = PdfReader(io.BytesIO(files[f"loften/{promise}/notis/notis.pdf"].data))
        yield from _days(promise, str(pdf.metadata.subject if pdf.metadata else ""))
        text = unbroken("\n".join(page.extract_text() for page in pdf.pages))
        yield from _days(promise, text)
        long = _flat(files[f"loften/{promise}/notis/lang.txt"].data.decode().partition("\n\n")[2])
        before, found, rows = text.rpartition(long[-20:])
        assert found, f"{promise}: notisens text slutar inte som i lang.txt"
        yield from _told(promise, long[:20] + before.partition(long[:20])[2] + found, names)
        yield from _rows(_before(rows, " Redovisat till och med"), promise, names)


def unbroken(text: str) -> str:
    """Lines of print made whole again: a line that ends with a hyphen goes on in the same word.

    So does an address after a slash, and a span of days after its dash.
    """
    return _flat(re.sub(r"([-/]|(?<=\w)–)\s*\n", r"\1", text.replace("\u00ad\n", "")))


def _rows(text: str, promise: str, names: Names) -> Iterator[Fact]:
    """`Vandringar 2 av minst 4 Besök: Lov 3 av minst 5`"""
    own = [name for name in names if name.promise == promise]
    called = {f"{n.heading}: {n.part}" if n.part else n.heading: n for n in own}
    rows = _after(_before(text, " Läs mer på"), called, between=" ")
    yield from ((name.key, "siffra", said) for name, said in rows)


def _told(promise: str, text: str, names: Names) -> Iterator[Fact]:
    """A sentence or more after the name of each target: `Vandringar: två av fyra är genomförda.`"""
    yield from _days(promise, text)
    called = {name.said: name for name in names if name.promise == promise}
    yield from ((name.key, "mening", said) for name, said in _after(text, called))


# Images


def images(files: Files, names: Names) -> Iterator[Fact]:
    """What an image is made of: its pixels are read in tests of its own."""
    for promise in _promises(names):
        card = _card(files, f"delning/{promise}.png")
        yield promise, "rubrik", card.text or ""
        yield from _days(promise, card.reported or "")
    for name in _measures(names):
        card = _card(files, f"delning/{name.measure}.png")
        yield name.measure, "läge", card.state.label if card.state else ""
        yield from _days(name.measure, card.reported or "")
        if name.part:
            parts = {n.part or "": n for n in names if n.measure == name.measure}
            for one in card.figures:
                yield from ((n.key, "kort", said) for n, said in _after(one, parts))
        else:
            yield from ((name.key, "siffra", figure) for figure in card.figures)


def sheet(file: Finished) -> Sheet:
    """What a picture or a PDF is made from."""
    assert isinstance(file, Made)
    made = getattr(file.make, "__self__", None)
    assert isinstance(made, Sheet)
    return made


def _card(files: Files, path: str) -> Card:
    card = sheet(files[path]).data
    assert isinstance(card, Card)
    return card


# For others to show


def posts(files: Files, names: Names) -> Iterator[Fact]:
    """The texts for social media, and the word beside each that says what it has reached."""
    if "dela/index.html" not in files:
        return
    soup = _soup(files, "dela/index.html")
    for field in soup.select("#inlagg ~ .paste"):
        text, note = _text(field.textarea), _text(field.select_one(".small"))
        if "https://" not in text:
            continue
        heading = field.find_previous("h3")
        address = str(heading.a["href"]) if isinstance(heading, Tag) and heading.a else ""
        called = {n.said: n for n in names if address.endswith(_address(n))}
        ((name, said),) = _after(text.removeprefix(EXAMPLE), called)
        yield name.key, "inlägg", re.sub(r" ?https://\S+$", "", said)
        yield from _days(name.key, said)
        if not note.startswith(("Första insatsen.", "Halvvägs.")):
            yield name.key, "läge", note.partition(". ")[0]


def boxes(files: Files, names: Names) -> Iterator[Fact]:
    """The box in a frame, in two examples, and as HTML to copy."""
    if "dela/ruta/index.html" not in files:
        return
    yield from _box(_soup(files, "dela/ruta/index.html"), names)
    share = _soup(files, "dela/index.html")
    for example in share.select("iframe[srcdoc]"):
        yield from _box(BeautifulSoup(str(example["srcdoc"]), "html.parser"), names)
    for id in ("med-stil", "utan-stil"):
        yield from _box(BeautifulSoup(share.select(f"#{id}")[0].get_text(), "html.parser"), names)


def _box(soup: BeautifulSoup, names: Names) -> Iterator[Fact]:
    for box in soup.select(".loftet-ruta"):
        title = _text(box.h2).removeprefix(EXAMPLE)
        promise = next((n.promise for n in names if n.title == title), "")
        yield promise, "rubrik", _text(box.p)
        yield from _days(promise, _text(box))
        called = {n.said: n for n in names if n.promise == promise}
        for row in box.select("li"):
            name = called[_text(row.a)]
            yield name.key, "läge", _text(row.strong).removesuffix(".")
            yield name.key, "siffra", _text(row).partition(_text(row.strong))[2].strip()


def box_data(files: Files, names: Names) -> Iterator[Fact]:
    if "dela/ruta.json" not in files:
        return
    for told in json.loads(files["dela/ruta.json"].data)["löften"]:
        promise = told["adress"].rstrip("/").rpartition("/")[2]
        yield promise, "rubrik", told["rubrik"]
        yield promise, "dag", told["redovisat_till"] or ""
        for row in told["åtgärder"]:
            yield from _row(f"{promise}/{row['id']}", row, "läge")


def feed(files: Files, names: Names) -> Iterator[Fact]:
    """The entry on how far each promise has come; an old one is below those that are shown."""
    entries = feedparser.parse(files["flode.xml"].data).entries
    for promise in _promises(names):
        for entry in entries:
            if entry.id.endswith(f"/loften/{promise}/#laget"):
                yield from _entry(promise, _flat(entry.summary), names)


def _entry(promise: str, text: str, names: Names) -> Iterator[Fact]:
    called = {name.said: name for name in names if name.promise == promise}
    told = [*_after(text, called)]
    opening = _before(text, f" {told[0][0].said}: ") if told else text
    yield from _days(promise, opening)
    yield promise, "rubrik", _before(opening, " Redovisat till och med").removesuffix(".")
    for name, said in told:
        label, _, figure = said.removesuffix(".").partition(". ")
        yield name.key, "läge", label
        yield name.key, "siffra", figure


# Open data


def data(files: Files, names: Names) -> Iterator[Fact]:
    yield from _tables(json.loads(files["data/lofte.json"].data))


def tables(files: Files, names: Names) -> Iterator[Fact]:
    yield from _tables(_Csv(files, "data", ",", "utf-8"))


def tables_for_excel(files: Files, names: Names) -> Iterator[Fact]:
    yield from _tables(_Csv(files, "data/excel", ";", "utf-8-sig"))


@dataclass(frozen=True)
class _Csv:
    files: Files
    folder: str
    delimiter: str
    encoding: str

    def __getitem__(self, table: str) -> list[dict[str, str]]:
        text = self.files[f"{self.folder}/{table}.csv"].data.decode(self.encoding)
        return [*csv.DictReader(io.StringIO(text, newline=""), delimiter=self.delimiter)]


def _tables(of: Any) -> Iterator[Fact]:
    for row in of["loften"]:
        yield row["id"], "dag", row["redovisat_till"] or ""
    for row in of["atgarder"]:
        yield f"{row['löfte']}/{row['id']}", "läge", row["läge_i_ord"]
        yield f"{row['löfte']}/{row['id']}", "dag", row["redovisat_till"] or ""
    for row in of["resultat"]:
        yield from _row(f"{row['löfte']}/{row['mål']}", row, "läge_i_ord")


def _row(key: str, row: Mapping[str, str | None], label: str) -> Iterator[Fact]:
    yield key, "läge", row[label] or ""
    yield key, "siffra", _flat(row["siffra"] or "")
    yield key, "mening", _flat(row["mening"] or "")
    yield key, "dag", row["redovisat_till"] or ""


# What the readers share


def _soup(files: Files, path: str) -> BeautifulSoup:
    return BeautifulSoup(files[path].data, "html.parser")


def _flat(text: str) -> str:
    return " ".join(text.split())


def _text(element: Tag | None) -> str:
    return _flat(element.get_text()) if element else ""


def _meta(soup: BeautifulSoup, attribute: str, value: str) -> str:
    found = soup.find("meta", attrs={attribute: value})
    return _flat(str(found["content"])) if isinstance(found, Tag) else ""


def _promises(names: Names) -> Iterable[str]:
    return dict.fromkeys(name.promise for name in names)


def _measures(names: Names) -> Iterable[Name]:
    return {name.measure: name for name in names}.values()


def _address(name: Name) -> str:
    promise, _, measure = name.measure.partition("/")
    return f"/loften/{promise}/atgarder/{measure}/"


def _page_of(name: Name) -> str:
    return f"{_address(name).lstrip('/')}index.html"


def _before(text: str, mark: str) -> str:
    return f" {text}".partition(mark)[0].strip()


def _after(
    text: str, called: Mapping[str, Name], between: str = ": "
) -> Iterator[tuple[Name, str]]:
    """What stands after each name, until the next: the longest name wins."""
    by_length = sorted(called, key=len, reverse=True)
    names = "|".join(re.escape(_flat(name)) for name in by_length)
    if not names:
        return
    _, *parts = re.split(rf"(?:^|(?<=\s))({names}){between}", text)
    for name, said in zip(parts[::2], parts[1::2], strict=True):
        yield next(called[one] for one in by_length if _flat(one) == name), said.strip()


def _days(of: str, text: str) -> Iterator[Fact]:
    """Every day that something is said to be reported to."""
    for day, month, year in _REPORTED.findall(text):
        number = MONTHS.split().index(month.lower()) + 1
        yield of, "dag", date(int(year), number, int(day)).isoformat()
