"""The tables as files: CSV in two dialects, JSON with its schema, and checksums."""

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from followup.opendata.columns import Column, Kind
from followup.opendata.rows import Filled
from followup.opendata.tables import TABLES, Table
from followup.opendata.values import Cell
from followup.output import Blob

FOLDER = "data"
EXCEL = "excel"
JSON, SCHEMA, CHECKSUMS = "lofte.json", "lofte.schema.json", "checksummor.txt"
BETWEEN = "|"


@dataclass(frozen=True)
class Dialect:
    """How a table is written. `mark` stands first in the file; `comma` is that of decimals."""

    delimiter: str
    mark: str = ""
    comma: str = "."
    is_guarded: bool = False


# RFC 4180, UTF-8 without a byte order mark.
PLAIN = Dialect(",")
# What Excel in Swedish opens as a table: it needs the mark to know that the file is in UTF-8.
FOR_EXCEL = Dialect(";", "\ufeff", ",", is_guarded=True)


def csv_file(table: Table, rows: Filled, dialect: Dialect) -> bytes:
    """The table with the names of its columns first. Lines end with CR LF, as RFC 4180 says."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=dialect.delimiter, lineterminator="\r\n")
    writer.writerow(table.keys)
    writer.writerows([_written(value, dialect) for value in row] for row in rows)
    return (dialect.mark + written.getvalue()).encode()


def _written(value: Cell, dialect: Dialect) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nej"
        case Decimal():
            return f"{value:f}".replace(".", dialect.comma)
        case tuple():
            text = BETWEEN.join(value)
        case _:
            text = str(value)
    return _guarded(text) if dialect.is_guarded else text


def _guarded(text: str) -> str:
    """A text that a spreadsheet does not take for a formula (OWASP, CSV Injection)."""
    return f"'{text}" if re.match(r"[=+\-@\t\r]", text) else text


def json_file(filled: Iterable[tuple[Table, Filled]], is_example: bool) -> bytes:
    """Every table by its name: an object for each row, with the names of the columns."""
    document: dict[str, object] = {"$schema": SCHEMA, "exempel": is_example}
    for table, rows in filled:
        document[table.name] = [
            {key: _value(value) for key, value in zip(table.keys, row, strict=True)} for row in rows
        ]
    return _dumped(document)


def _value(value: Cell) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return list(value) if isinstance(value, tuple) else value


def schema_file() -> bytes:
    """What `lofte.json` holds, as JSON Schema 2020-12."""
    names = ["$schema", "exempel", *(table.name for table in TABLES)]
    return _dumped(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Följ löftet: öppna data",
            "type": "object",
            "required": names,
            "additionalProperties": False,
            "properties": {
                "$schema": {"type": "string"},
                "exempel": {
                    "type": "boolean",
                    "description": "Sant när något i uppföljningen är påhittat",
                },
                **{table.name: _table_schema(table) for table in TABLES},
            },
        }
    )


def _table_schema(table: Table) -> dict[str, object]:
    return {
        "type": "array",
        "description": table.about,
        "items": {
            "type": "object",
            "required": list(table.keys),
            "additionalProperties": False,
            "properties": {column.key: _column_schema(column) for column in table.columns},
        },
    }


def _column_schema(column: Column) -> dict[str, object]:
    made: dict[str, Any] = {"description": column.help, **_TYPES[column.kind]}
    if not column.is_required and column.kind != "lista":
        made["type"] = [made["type"], "null"]
    return made


# A day, a month or a year, or two days with a slash between: ISO 8601.
_DAYS = r"^\d{4}(-\d{2}(-\d{2})?)?$|^\d{4}-\d{2}-\d{2}/\d{4}-\d{2}-\d{2}$"
_TYPES: dict[Kind, dict[str, object]] = {
    "text": {"type": "string"},
    "heltal": {"type": "integer"},
    "tal": {"type": "number"},
    "ja/nej": {"type": "boolean"},
    "datum": {"type": "string", "format": "date"},
    "tid": {"type": "string", "pattern": _DAYS},
    "lista": {"type": "array", "items": {"type": "string"}},
}


def _dumped(document: object) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def data_files(filled: tuple[tuple[Table, Filled], ...], is_example: bool) -> Iterator[Blob]:
    """Every file that holds data; not the catalogue, which tells of them."""
    yield Blob(f"{FOLDER}/{JSON}", json_file(filled, is_example))
    yield Blob(f"{FOLDER}/{SCHEMA}", schema_file())
    for table, rows in filled:
        yield Blob(f"{FOLDER}/{table.name}.csv", csv_file(table, rows, PLAIN))
    for table, rows in filled:
        yield Blob(f"{FOLDER}/{EXCEL}/{table.name}.csv", csv_file(table, rows, FOR_EXCEL))


def checksums(blobs: Iterable[Blob]) -> Blob:
    """The SHA-256 of each file, as `sha256sum -c` reads them in the folder."""
    lines = (f"{sha256(blob)}  {blob.path.removeprefix(f'{FOLDER}/')}\n" for blob in blobs)
    return Blob(f"{FOLDER}/{CHECKSUMS}", "".join(lines).encode())


def sha256(blob: Blob) -> str:
    return hashlib.sha256(blob.data).hexdigest()
