"""Files that lie where no file of their kind lies: where they probably belong."""

import pytest

from followup.content.files import RawFile
from followup.content.tree import sort_files
from followup.reporting import report

PROMISE = "---\ntitel: A\nfrån: 2018\ntill: 2019\nparter: [polisen]\n---\n"
ACTION = "---\ndatum: 2018-09-28\nåtgärd: vandringar\nplats: torget\naktörer: [polisen]\n---\n"
MEASURE = "---\nrubrik: A\nansvariga: [polisen]\nmål: {typ: löpande}\n---\nOrd.\n"
PAGE = "---\nrubrik: A\n---\n"


@pytest.mark.parametrize(
    ("path", "text", "likely"),
    [
        ("2018-09-28-bro.md", ACTION, "loften/2018/insatser/2018-09-28-bro.md"),
        ("2018-09-28-bro.md", PAGE, "loften/2018/insatser/2018-09-28-bro.md"),
        ("bro.md", ACTION, "loften/2018/insatser/bro.md"),
        ("loften/2018/bro.md", ACTION, "loften/2018/insatser/bro.md"),
        ("loften/2018/vandringar.md", MEASURE, "loften/2018/atgarder/vandringar.md"),
        ("loften/2018/insatser/september/bro.md", ACTION, "loften/2018/insatser/bro.md"),
        ("insatser/september/bro.md", PAGE, "loften/2018/insatser/bro.md"),
        ("insats/bro.md", PAGE, "loften/2018/insatser/bro.md"),
        ("åtgärd/bro.md", PAGE, "loften/2018/atgarder/bro.md"),
        ("insatser/Insatser 2018.CSV", "", "loften/2018/insatser/Insatser 2018.CSV"),
        ("loften/2018/insatser/maj/a.csv", "", "loften/2018/insatser/a.csv"),
        ("sida/ny.md", PAGE, "sidor/ny.md"),
        ("plats/bro.md", PAGE, "platser/bro.md"),
        ("platser/bro/centrum.md", PAGE, "platser/centrum.md"),
    ],
)
def test_file_at_the_wrong_level_is_told_where_it_belongs(
    path: str, text: str, likely: str
) -> None:
    assert (
        faults({path: text, "loften/2018/lofte.md": PROMISE})
        == f"""\
FEL  {path}  [okänd-fil]
  filen ligger inte där någon fil ska ligga, så den syns inte på webbplatsen
  Menade du  {likely} ?
"""
    )


def test_action_that_may_belong_to_any_of_a_few_promises_is_told_each() -> None:
    promises = {f"loften/{year}/lofte.md": PROMISE for year in (2018, 2020)}
    told = faults({"a.md": ACTION, **promises})
    assert "Menade du  loften/2018/insatser/a.md  eller  loften/2020/insatser/a.md ?" in (
        " ".join(told.split("\n  ")).replace("eller loften", "eller  loften")
    )


@pytest.mark.parametrize("count", [0, 4])
def test_action_outside_no_or_many_promises_is_told_how_places_look(count: int) -> None:
    promises = {f"loften/{year}/lofte.md": PROMISE for year in range(2018, 2018 + count)}
    told = faults({"a.md": ACTION, **promises})
    assert "Menade du" not in told
    assert "loften/<id>/insatser/<id>.md" in told


@pytest.mark.parametrize(
    ("path", "among"),
    [
        ("platser/a.md", "bland platserna"),
        ("sidor/a.md", "bland sidorna"),
        ("loften/2018/atgarder/a.md", "bland åtgärderna"),
        ("loften/2018/redovisningar/a.md", "bland redovisningarna"),
        ("loften/2018/effekter/a.md", "bland effekterna"),
    ],
)
def test_action_among_files_of_another_kind_is_one_fault(path: str, among: str) -> None:
    assert (
        faults({path: ACTION, "loften/2018/lofte.md": PROMISE})
        == f"""\
FEL  {path}  [okänd-fil]
  filen har samma fält som en insats, men ligger {among}
  Flytta den till  loften/2018/insatser/a.md
"""
    )


def test_measure_among_the_actions_is_told_where_it_belongs() -> None:
    told = faults({"loften/2018/insatser/a.md": MEASURE, "loften/2018/lofte.md": PROMISE})
    assert "Flytta den till  loften/2018/atgarder/a.md" in told


@pytest.mark.parametrize(
    "text",
    [
        "---\nåtgärd: a\nrubrik: B\npublicerad: 2018\nuppgift_från: polisen\n---\n",
        "---\nnamn: A\ntyp: torg\ndatum: 2018\n---\n",
        "---\ndatm: 2018-09-28\nåtgrd: vandringar\nplats: torget\naktorer: [polisen]\n---\n",
        PAGE,
    ],
)
def test_slip_in_a_field_does_not_make_a_file_of_another_kind(text: str) -> None:
    assert faults({"loften/2018/insatser/a.md": text, "loften/2018/lofte.md": PROMISE}) == ""


def faults(files: dict[str, str]) -> str:
    return report(sort_files([RawFile(p, t.encode()) for p, t in files.items()]).diagnostics, {})
