"""The open data: what can be read back is what was said, in every format, and nothing else."""

import csv
import hashlib
import io
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import site_under_test as site
from bs4 import BeautifulSoup
from site_under_test import ROOT, SETTINGS, SMALL, write

from followup.content.schema import RECORDS
from followup.opendata.tables import TABLES
from followup.swedish import file_size

EVERY_KIND = ROOT / "tests" / "every_kind"
SITES = [(ROOT / "content", "2018-10-01"), (EVERY_KIND, "2024-12-31"), (EVERY_KIND, "2026-11-15")]
NIGHT = """---
datum: 2018-03-14
åtgärd: vandringar
rubrik: '=HYPERLINK("http://ond.example";"Klicka")'
uppgift_från: polisen
---
-Vi gick, "alla" tre;
och det blev sent.
"""


@cache
def files(content: Path, day: str) -> dict[str, bytes]:
    made = site.pages(site.build_in_memory(content, day))
    return {path: data for path, data in made.items() if path.startswith("data/")}


def document(content: Path, day: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(files(content, day)["data/lofte.json"])
    return made


def read(data: bytes, delimiter: str = ",", encoding: str = "utf-8") -> list[dict[str, str]]:
    text = data.decode(encoding)
    return [*csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)]


@pytest.fixture
def small(tmp_path: Path) -> dict[str, bytes]:
    tree = {**SMALL, "loften/2018/insatser/a.md": NIGHT}
    return files(write(tmp_path, tree), "2018-10-01")


@pytest.mark.parametrize(("content", "day"), SITES)
def test_whole_file_is_as_its_schema_says(content: Path, day: str) -> None:
    schema = json.loads(files(content, day)["data/lofte.schema.json"])
    validator = jsonschema.Draft202012Validator
    validator.check_schema(schema)
    checked = validator(schema, format_checker=validator.FORMAT_CHECKER)
    assert [error.message for error in checked.iter_errors(document(content, day))] == []


def test_schema_finds_what_does_not_belong() -> None:
    made = document(*SITES[0])
    schema = json.loads(files(*SITES[0])["data/lofte.schema.json"])
    made["resultat"][0]["antal"] = "sju"
    made["mal"][0]["hemligt"] = True
    errors = jsonschema.Draft202012Validator(schema).iter_errors(made)
    assert {"/".join(map(str, error.path)) for error in errors} == {"resultat/0/antal", "mal/0"}


@pytest.mark.parametrize(("content", "day"), SITES)
def test_each_table_says_the_same_in_every_format(content: Path, day: str) -> None:
    made, whole = files(content, day), document(content, day)
    for table in TABLES:
        plain = read(made[f"data/{table.name}.csv"])
        assert [[*row] for row in plain[:1]] == [[*table.keys]][: len(plain)]
        assert plain == [{k: _cell(v) for k, v in row.items()} for row in whole[table.name]]
        excel = read(made[f"data/excel/{table.name}.csv"], ";", "utf-8-sig")
        assert [{k: _unguarded(v) for k, v in row.items()} for row in excel] == [
            {k: v.replace(".", ",") if k == "värde" else v for k, v in row.items()} for row in plain
        ]


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nej"
        case list():
            return "|".join(value)
    return str(value)


def _unguarded(text: str) -> str:
    return text[1:] if re.match(r"'[=+\-@\t\r]", text) else text


def test_plain_file_is_in_rfc_4180_without_a_mark(small: dict[str, bytes]) -> None:
    written = small["data/insatser.csv"].decode()
    assert written.splitlines()[0].startswith("löfte,id,datum,")
    assert written.endswith("\r\n")
    assert '"=HYPERLINK(""http://ond.example"";""Klicka"")"' in written
    (row,) = read(small["data/insatser.csv"])
    assert row["text"] == '-Vi gick, "alla" tre;\noch det blev sent.'


def test_spreadsheet_takes_no_text_for_a_formula(small: dict[str, bytes]) -> None:
    data = small["data/excel/insatser.csv"]
    assert data.startswith(b"\xef\xbb\xbf")
    (row,) = read(data, ";", "utf-8-sig")
    assert row["rubrik"] == '\'=HYPERLINK("http://ond.example";"Klicka")'
    assert row["text"] == '\'-Vi gick, "alla" tre;\noch det blev sent.'
    cells = [value for one in small if "/excel/" in one for r in _rows(small[one]) for value in r]
    assert [cell for cell in cells if re.match(r"[=+\-@\t\r]", cell)] == []


def _rows(data: bytes) -> list[list[str]]:
    return [*csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";")]


@pytest.mark.parametrize(("content", "day"), SITES)
def test_checksums_are_true_and_of_every_file(content: Path, day: str) -> None:
    made = dict(files(content, day))
    listed = made.pop("data/checksummor.txt").decode().splitlines()
    made = {path: data for path, data in made.items() if not path.endswith(".html")}
    sums = (f"{hashlib.sha256(data).hexdigest()}  {path[5:]}" for path, data in made.items())
    assert sorted(listed) == sorted(sums)


@pytest.mark.parametrize("content", [ROOT / "content", EVERY_KIND])
def test_every_row_says_that_it_is_an_example(content: Path) -> None:
    made = document(content, "2026-11-15")
    assert made["exempel"] is True
    rows = [(table, row) for table in TABLES for row in made[table.name]]
    assert all(row["exempel"] is True for _, row in rows)
    shown = [row[key] for table, row in rows for key in table.shown if row[key]]
    assert len(shown) > 10
    assert [text for text in shown if not text.startswith("Exempel: ")] == []


def test_nothing_is_called_an_example_that_is_none(small: dict[str, bytes]) -> None:
    made = json.loads(small["data/lofte.json"])
    assert made["exempel"] is False
    assert made["resultat"][0]["exempel"] is False
    assert b"Exempel:" not in b"".join(small.values())


@pytest.mark.parametrize(("content", "day"), SITES)
def test_nothing_held_back_is_in_any_file(content: Path, day: str) -> None:
    made = b"".join(files(content, day).values())
    assert b"utkast" not in made.lower()
    assert "granskat" not in _keys(document(content, day))
    assert "publiceras" not in _keys(document(content, day))


def _keys(made: dict[str, Any]) -> set[str]:
    return {key for table in TABLES for row in made[table.name] for key in row}


def test_what_is_published_on_a_later_day_is_in_no_file_before_it() -> None:
    secret = b"2026-02-28-kommunen"
    before, after = (files(EVERY_KIND, day) for day in ("2026-03-14", "2026-03-15"))
    assert [path for path, data in before.items() if secret in data] == []
    assert any(secret in data for data in after.values())


def test_no_change_of_the_day_alone_changes_a_file(tmp_path: Path) -> None:
    content = write(tmp_path, SMALL)
    one, two = files(content, "2018-03-01"), files(content, "2018-03-02")
    assert one == two


def test_same_content_gives_the_same_bytes() -> None:
    made = site.pages(site.build_in_memory(EVERY_KIND, "2024-12-31", today="2030-01-01"))
    assert files(EVERY_KIND, "2024-12-31").items() <= made.items()


def test_every_field_that_readers_may_know_is_a_column() -> None:
    """Names and words of a column that the content has are those of the table of its fields."""
    fields = {(field.key, field.help) for record in RECORDS for field in record.fields}
    columns = {(c.key, c.help) for table in TABLES for c in table.columns if c.attributes}
    flattened = {key for key, _ in columns if "_" in key} - {key for key, _ in fields}
    known = {key for key, _ in fields}
    assert {key for key, help in columns if (key, help) not in fields} == flattened
    assert all(key.partition("_")[0] in known for key in flattened)
    hidden = {"utkast", "publiceras", "granskat", "tidigare_adress", "exempel"}
    assert not hidden & {key for key, _ in columns}


def test_pages_tell_of_every_table_and_column() -> None:
    made = files(ROOT / "content", "2018-10-01")
    html = made["data/index.html"].decode()
    for table in TABLES:
        assert f'href="/data/{table.name}.csv"' in html
        assert f'href="/data/excel/{table.name}.csv"' in html
        assert f'href="/data/{table.name}/"' in html
        about = BeautifulSoup(made[f"data/{table.name}/index.html"], "html.parser")
        told = [[cell.get_text() for cell in row("th") + row("td")][:2] for row in about("tr")]
        assert told[1:] == [[column.key, column.help] for column in table.columns]


def test_pages_say_how_large_each_file_is() -> None:
    made = files(ROOT / "content", "2018-10-01")
    linked = re.findall(
        r'href="/(data/[^"]+\.\w+)">[^<]+ \(([^<]+)\)</a>', made["data/index.html"].decode()
    )
    assert {path for path, _ in linked} == {
        path for path in made if path.startswith("data/") and not path.endswith(".html")
    }
    assert [path for path, size in linked if file_size(len(made[path])) != size] == []


def test_page_is_a_data_set_for_search_engines() -> None:
    html = files(ROOT / "content", "2018-10-01")["data/index.html"].decode()
    found = [json.loads(t) for t in re.findall(r'ld\+json">(.*?)</script>', html)]
    trail, made = found
    assert [item["name"] for item in trail["itemListElement"]] == [
        "Så går det",
        "Öppna data – Följ löftet",
    ]
    assert made["@type"] == "Dataset"
    assert made["name"] == "Exempel: Uppföljning av medborgarlöften i Upplands-Bro kommun"
    assert made["license"] == "http://creativecommons.org/publicdomain/zero/1.0/"
    assert made["temporalCoverage"] == "2018-01-01/2018-12-31"
    assert made["distribution"][0] == {
        "@type": "DataDownload",
        "contentUrl": "https://foljloftet.example/data/lofte.json",
        "encodingFormat": "application/json",
    }


@pytest.mark.parametrize(
    ("written", "linked", "identifier"),
    [
        (
            "CC BY 4.0",
            "https://creativecommons.org/licenses/by/4.0/",
            "http://creativecommons.org/licenses/by/4.0/",
        ),
        ("http://example.org/villkor", "http://example.org/villkor", "http://example.org/villkor"),
    ],
)
def test_a_reader_is_led_to_the_licence_over_https_and_a_program_is_told_its_identifier(
    tmp_path: Path, written: str, linked: str, identifier: str
) -> None:
    settings = f"{SETTINGS}licens: {written}\n"
    made = files(write(tmp_path, {**SMALL, "webbplats.yaml": settings}), "2018-10-01")
    html = made["data/index.html"].decode()
    assert f'Licensen är <a href="{linked}">{written}</a>.' in html
    assert f'"license": "{identifier}"' in html
    assert f'<dcterms:license rdf:resource="{identifier}"/>' in made["data/dcat.rdf"].decode()


def test_no_text_gets_out_of_the_data_for_search_engines(tmp_path: Path) -> None:
    settings = SMALL["webbplats.yaml"].replace("Exempelkommun", "'A</script><b>B'")
    html = files(write(tmp_path, {**SMALL, "webbplats.yaml": settings}), "2018-10-01")
    assert b"</script><b>" not in html["data/index.html"]
