"""What the CSV files of the open data say. Nothing else is read."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from followup.diagnostics import FollowupError
from followup.recount import days
from followup.recount.days import Stretch

Cells = dict[str, str]
NEEDED = (
    "loften",
    "atgarder",
    "mal",
    "steg",
    "insatser",
    "redovisningar",
    "redovisade-rader",
    "platser",
    "parter",
    "resultat",
    "resultat-per-plats",
    "resultat-per-period",
    "underlag",
)


@dataclass(frozen=True)
class Rule:
    places: tuple[str, ...]
    parties: tuple[str, ...]
    fewest_parties: int
    is_planned: bool
    is_of_days: bool


@dataclass(frozen=True)
class Goal:
    """A target. `before` is the day on which it was changed, when it holds no more.

    `seasons` is None where nothing is said, and () where it is said in words without a year.
    """

    name: str
    before: date | None
    kind: str
    number: int | None
    is_floor_in_words: bool
    is_ceiling: bool
    every: str
    per: str
    within: str
    deadline: date | None
    seasons: tuple[Stretch, ...] | None
    rule: Rule | None
    is_over: bool


@dataclass(frozen=True)
class Deed:
    """An action. `began` and `ended` are the days on which it may have."""

    id: str
    names: tuple[str, ...]
    days: Stretch
    began: Stretch
    ended: Stretch
    is_of_one_day: bool
    places: tuple[str, ...]
    parties: tuple[str, ...]
    planned: str
    units: int
    reported: str
    done: str
    status: str


@dataclass(frozen=True)
class Report:
    id: str
    told_by: str
    is_own_share: bool
    is_final: bool
    replaces: str
    is_incomplete: bool
    known: date
    last: date


@dataclass(frozen=True)
class Line:
    """A row of a report. `key` tells which rows are for the same days of the same report."""

    report: Report
    row: int
    name: str
    days: Stretch
    has_start: bool
    key: tuple[str, str, str]
    number: int | None
    accuracy: str
    as_promised: str
    places: tuple[str, ...]
    kept: int | None
    of: int | None
    cases: int | None
    in_time: int | None
    requests: int | None
    met: int | None
    units: int | None
    reached: int | None
    verdict: str

    @property
    def has_figure(self) -> bool:
        counts = (self.number, self.of, self.cases, self.in_time, self.requests, self.met)
        return any(n is not None for n in (*counts, self.units, self.reached))

    @property
    def sure(self) -> str:
        """How sure its figure is; a floor where the report says that something is missing."""
        is_floor = self.report.is_incomplete and self.accuracy == "exakt"
        return "minst" if is_floor else self.accuracy


@dataclass(frozen=True)
class Measure:
    id: str
    responsible: tuple[str, ...]
    places: tuple[str, ...]
    confirmed: date | None
    goals: tuple[Goal, ...]
    former: tuple[Goal, ...]
    steps: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Promise:
    """`lines` are without those of reports that another one has replaced."""

    id: str
    period: Stretch
    parties: tuple[str, ...]
    confirmed: date | None
    is_closed: bool
    has_begun: bool
    measures: tuple[Measure, ...]
    deeds: tuple[Deed, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Content:
    promises: tuple[Promise, ...]
    districts: dict[str, str]
    wholes: dict[str, str]


Files = dict[str, list[Cells]]


def read_files(folder: Path) -> Files:
    """The rows of each CSV file. Raises FollowupError when one is missing or is no table."""
    return {name: _rows(folder / f"{name}.csv") for name in NEEDED}


def _rows(path: Path) -> list[Cells]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return [*csv.DictReader(file, strict=True)]
    except (OSError, UnicodeDecodeError, csv.Error):
        raise FollowupError(
            f"Filen {path} går inte att läsa. Gör webbplatsen först, eller skriv i vilken mapp "
            "den ligger:  verifiera MAPP"
        ) from None


def content(files: Files) -> Content:
    """Raises FollowupError when a cell cannot be understood."""
    try:
        return Content(
            tuple(_promise(cells, files) for cells in files["loften"]),
            {cells["id"]: cells["kommundel"] for cells in files["platser"]},
            {cells["id"]: cells["del_av"] for cells in files["parter"]},
        )
    except (ValueError, KeyError) as error:
        raise FollowupError(
            f"CSV-filerna går inte att förstå: {error}. Gör om webbplatsen och försök igen."
        ) from None


def _promise(cells: Cells, files: Files) -> Promise:
    id = cells["id"]
    mine = {name: [c for c in rows if c.get("löfte") == id] for name, rows in files.items()}
    reports = {c["id"]: _report(c) for c in mine["redovisningar"]}
    replaced = {one.replaces for one in reports.values() if one.replaces != one.id}
    rows = [c for c in mine["redovisade-rader"] if c["redovisning"] not in replaced]
    return Promise(
        id=id,
        period=(days.read(cells["från"])[0], days.read(cells["till"])[1]),
        parties=_list(cells["parter"]),
        confirmed=_day(cells["bekräftat_till"]),
        is_closed=bool(cells["slutredovisad"]),
        has_begun=cells["skede"] != "före",
        measures=tuple(_measure(c, mine) for c in mine["atgarder"]),
        deeds=tuple(_deed(c) for c in mine["insatser"]),
        lines=tuple(_line(c, reports[c["redovisning"]]) for c in rows),
    )


def _measure(cells: Cells, mine: Files) -> Measure:
    goals = [_goal(c) for c in mine["mal"] if c["åtgärd"] == cells["id"]]
    return Measure(
        id=cells["id"],
        responsible=_list(cells["ansvariga"]),
        places=_list(cells["platser"]),
        confirmed=_day(cells["bekräftat_till"]),
        goals=tuple(goal for goal in goals if goal.before is None),
        former=tuple(goal for goal in goals if goal.before),
        steps=tuple((c["mål"], c["id"]) for c in mine["steg"] if c["åtgärd"] == cells["id"]),
    )


def _goal(cells: Cells) -> Goal:
    once = 1 if cells["typ"] == "frekvens" else None
    numbers = (_int(cells[key]) for key in ("antal", "minst", "högst"))
    return Goal(
        name=cells["mål"],
        before=_day(cells["gällde_före"]),
        kind=cells["typ"],
        number=next((n for n in numbers if n is not None), once),
        is_floor_in_words=bool(cells["minst"]),
        is_ceiling=bool(cells["högst"]),
        every=cells["varje"],
        per=cells["per"],
        within=cells["inom"],
        deadline=_day(cells["senast"]),
        seasons=_seasons(cells["gäller"]),
        rule=_rule(cells),
        is_over=cells["tiden_är_slut"] == "ja",
    )


def _seasons(text: str) -> tuple[Stretch, ...] | None:
    if not text:
        return None
    return tuple(days.read(part) for part in _list(text)) if text[0].isdigit() else ()


def _rule(cells: Cells) -> Rule | None:
    if not cells["räknas_planerad_i_förväg"]:
        return None
    return Rule(
        places=_list(cells["räknas_platser"]),
        parties=_list(cells["räknas_aktörer"]),
        fewest_parties=_int(cells["räknas_minst_aktörer"]) or 0,
        is_planned=cells["räknas_planerad_i_förväg"] == "ja",
        is_of_days=cells["räknas_dagar"] == "ja",
    )


def _deed(cells: Cells) -> Deed:
    first = days.read(cells["datum"] or cells["från"])
    last = days.read(cells["datum"] or cells["till"])
    whole = (first[0], last[1])
    is_vague = cells["någon_gång"] == "ja"
    return Deed(
        id=cells["id"],
        names=_list(cells["åtgärd"]),
        days=whole,
        began=whole if is_vague else first,
        ended=whole if is_vague else last,
        is_of_one_day=is_vague or bool(cells["datum"]),
        places=_list(cells["plats"]),
        parties=_list(cells["aktörer"]),
        planned=cells["planerad_i_förväg"],
        units=int(cells["antal"]),
        reported=cells["anmält"],
        done=cells["klart"],
        status=cells["status"],
    )


def _report(cells: Cells) -> Report:
    last = days.read(cells["till"])[1]
    published = days.read(cells["publicerad"])[0] if cells["publicerad"] else last
    return Report(
        id=cells["id"],
        told_by=cells["uppgift_från"],
        is_own_share=cells["omfattar"] == "egen del",
        is_final=cells["slutlig"] == "ja",
        replaces=cells["ersätter"],
        is_incomplete=bool(cells["ofullständigt"]),
        known=max(published, last),
        last=last,
    )


def _line(cells: Cells, report: Report) -> Line:
    start, end = cells["från"], cells["till"]
    return Line(
        report=report,
        row=int(cells["rad"]),
        name=cells["åtgärd"],
        days=(days.read(start or end)[0], days.read(end)[1]),
        has_start=bool(start),
        key=(report.id, start, end),
        number=_int(cells["antal"]),
        accuracy=cells["noggrannhet"],
        as_promised=cells["enligt_löftet"],
        places=_list(cells["plats"]),
        kept=_int(cells["intervall_hållna"]),
        of=_int(cells["intervall_av"]),
        cases=_int(cells["ärenden"]),
        in_time=_int(cells["inom_tiden"]),
        requests=_int(cells["önskemål"]),
        met=_int(cells["uppfyllda"]),
        units=_int(cells["enheter"]),
        reached=_int(cells["enheter_nådda"]),
        verdict=cells["bedömning"],
    )


def _list(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()


def _int(text: str) -> int | None:
    return int(text) if text else None


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def moment(text: str) -> tuple[date, datetime | None]:
    """A day, and the exact time where it is known."""
    day = date.fromisoformat(text[:10])
    return day, datetime.fromisoformat(text) if "T" in text else None


def latest(found: Iterable[date | None]) -> date | None:
    return max((day for day in found if day), default=None)
