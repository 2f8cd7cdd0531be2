"""The open data: what is in each file, and how to use it?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from followup import links
from followup.notice import EXAMPLE
from followup.opendata.catalogue import CATALOGUE, description, licence, licence_page, title
from followup.opendata.columns import Kind
from followup.opendata.files import CHECKSUMS, EXCEL, FOLDER, JSON, SCHEMA
from followup.opendata.tables import TABLES, Table
from followup.output import Page
from followup.pages.frame import Frame, Link, Shell, When, page
from followup.progress import PromiseResult
from followup.swedish import file_size


@dataclass(frozen=True)
class ColumnView:
    """`words` are those of its key, which has an underscore between them."""

    words: tuple[str, ...]
    help: str
    kind: str


@dataclass(frozen=True)
class TableRow:
    """One table: its page, what it is about, and the two files that it stands in."""

    id: str
    page: Link
    about: str
    plain: Link
    excel: Link


@dataclass(frozen=True)
class TableView:
    """One table and what stands in each column."""

    shell: Shell
    table: TableRow
    columns: tuple[ColumnView, ...]


@dataclass(frozen=True)
class Covered:
    """A promise, and the day that its follow-up is told to; None when nothing is."""

    promise: Link
    reported_to: When | None


@dataclass(frozen=True)
class DataView:
    """`linked` is the data set as search engines read it."""

    shell: Shell
    owner: str
    covered: tuple[Covered, ...]
    cited_as: str
    licence: Link
    whole: Link
    schema: Link
    catalogue: Link
    checksums: Link
    tables: tuple[TableRow, ...]
    linked: Mapping[str, object]


def plan(frame: Frame) -> Iterator[Page]:
    """The page about the open data, and one for each table."""
    settings = frame.site.settings
    about = "Allt som webbplatsen bygger på, som filer att ladda ner, och vad som står i dem."
    view = DataView(
        shell=frame.shell(links.DATA, "Öppna data", about, (("Så går det", "/"),)),
        owner=settings.municipality,
        covered=tuple(_covered(frame, result) for result in frame.progress.promises),
        cited_as=f"{settings.name}, {settings.municipality}. "
        f"{settings.address.rstrip('/')}{links.DATA}",
        licence=Link(settings.licence, licence_page(settings)),
        whole=_file(frame, JSON),
        schema=_file(frame, SCHEMA),
        catalogue=_file(frame, CATALOGUE),
        checksums=_file(frame, CHECKSUMS),
        tables=tuple(_row(frame, table) for table in TABLES),
        linked=_linked(frame),
    )
    yield page(links.DATA, "data", view)
    for table in TABLES:
        yield page(links.table(table.name), "table", _table(frame, table))


def _covered(frame: Frame, result: PromiseResult) -> Covered:
    promise = result.promise
    return Covered(
        Link(promise.title, frame.links.to(links.promise(promise.id))),
        frame.day(result.reported_to) if result.reported_to else None,
    )


def _file(frame: Frame, name: str, called: str | None = None) -> Link:
    """A link to a file with its size; its name says what format it is in."""
    (size,) = (len(file.data) for file in frame.open_data if file.path == f"{FOLDER}/{name}")
    return Link(f"{called or name} ({file_size(size)})", frame.links.to(f"{links.DATA}{name}"))


def _row(frame: Frame, table: Table) -> TableRow:
    plain, excel = f"{table.name}.csv", f"{EXCEL}/{table.name}.csv"
    return TableRow(
        id=table.name,
        page=Link(table.title, frame.links.to(links.table(table.name))),
        about=f"Varje rad: {table.about[:1].lower()}{table.about[1:]}.",
        plain=_file(frame, plain),
        excel=_file(frame, excel, f"{plain} för Excel"),
    )


def _table(frame: Frame, table: Table) -> TableView:
    row = _row(frame, table)
    crumbs = (("Så går det", "/"), ("Öppna data", links.DATA))
    address = links.table(table.name)
    about = f"Vad som står i varje kolumn i {table.name}.csv. {row.about}"
    return TableView(
        shell=frame.shell(address, f"{table.title}, öppna data", about, crumbs),
        table=row,
        columns=tuple(
            ColumnView(tuple(c.key.split("_")), c.help, _KINDS[c.kind]) for c in table.columns
        ),
    )


_KINDS: Mapping[Kind, str] = {
    "text": "text",
    "heltal": "heltal",
    "tal": "tal",
    "ja/nej": "ja eller nej",
    "datum": "dag",
    "tid": "dag, månad eller år",
    "lista": "flera värden",
}


def _linked(frame: Frame) -> Mapping[str, object]:
    """The data set by schema.org."""
    settings, mark = frame.site.settings, EXAMPLE if frame.is_example else ""
    base = settings.address.rstrip("/")
    spans = [promise.span for promise in frame.site.promises]
    covered = {}
    if spans:
        first, last = min(s.first for s in spans), max(s.last for s in spans)
        covered = {"temporalCoverage": f"{first.isoformat()}/{last.isoformat()}"}
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": f"{mark}{title(settings)}",
        "description": f"{mark}{description(frame.site)}",
        "url": f"{base}{links.DATA}",
        "inLanguage": "sv",
        "isAccessibleForFree": True,
        "license": licence(settings),
        "creator": {"@type": "Organization", "name": settings.municipality},
        **covered,
        "distribution": [
            _download(f"{base}/{FOLDER}/{JSON}", "application/json"),
            *(_download(f"{base}/{FOLDER}/{table.name}.csv", "text/csv") for table in TABLES),
        ],
    }


def _download(address: str, media: str) -> Mapping[str, object]:
    return {"@type": "DataDownload", "contentUrl": address, "encodingFormat": media}
