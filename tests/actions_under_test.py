"""A small site with the actions of a test's own."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from site_under_test import SMALL, build_in_memory, pages, write

DAY = "2018-12-01"
LIST = "loften/2018/insatser/"
TOWN: Mapping[str, str] = {
    "parter.yaml": SMALL["parter.yaml"] + "faltarna:\n  namn: Fältgruppen\n  kort: fältarna\n"
    "  slag: kommun\n  del_av: kommunen\n",
    "platser/bro.md": "---\nnamn: Bro\ntyp: kommundel\n---\n",
    "platser/bro-centrum.md": "---\nnamn: Bro centrum\nkommundel: bro\n---\n",
    "platser/torget.md": "---\nnamn: torget\n---\n",
}


def site(folder: Path, files: Mapping[str, str], day: str = DAY) -> dict[str, bytes]:
    result = build_in_memory(write(folder, {**SMALL, **TOWN, **files}), day, today=day)
    assert not result.has_errors, result.diagnostics
    return pages(result)


def action(day: str, fields: str = "", of: str = "vandringar") -> str:
    return f"---\ndatum: {day}\nåtgärd: {of}\n{fields}\n---\n"


def many(number: int, day: str = "2018-01-01", step: int = 1) -> dict[str, str]:
    first = date.fromisoformat(day)
    days = [first + timedelta(days=n * step) for n in range(number)]
    return {f"{LIST}{d}.md": action(d.isoformat(), "plats: torget") for d in days}


def planned(number: int, day: str, where: str = "torget") -> dict[str, str]:
    """So many public events, one a day."""
    first = date.fromisoformat(day)
    days = [first + timedelta(days=n) for n in range(number)]
    fields = f"plats: {where}\naktörer: [polisen]\nstatus: planerad\noffentlig: ja"
    return {f"{LIST}{d}.md": action(d.isoformat(), fields) for d in days}
