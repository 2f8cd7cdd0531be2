"""What is counted again, compared with everything that the site says."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from followup.recount.content import (
    Cells,
    Content,
    Files,
    Measure,
    Promise,
    content,
    latest,
    read_files,
)
from followup.recount.kept import left_out
from followup.recount.published import Marked, difference, numbers, read_feed, read_json, read_page
from followup.recount.results import Result, measure_results, measure_state, reported_to


@dataclass(frozen=True)
class Verdict:
    """How many targets were counted, and where the site says something else."""

    targets: int
    differences: tuple[str, ...]


def verify(site: Path) -> Verdict:
    """Counts every target again. Raises FollowupError when a file is missing or is not whole."""
    files = read_files(site / "data")
    again = content(files)
    found = [*_in_json(files, read_json(site)), *_lost(again, files)]
    front = read_page(site, "/")
    feed = read_feed(site) if again.promises else {}
    for promise in again.promises:
        found += _promise(promise, again, files, site, front)
        if promise.id in feed:
            found += _in_feed(promise, files, feed[promise.id])
    if again.promises and not (front.states or front.dates):
        found.append("Startsidan visar inget löfte.")
    if again.promises and not feed:
        found.append("Flödet berättar inte om något löfte.")
    targets = sum(len(measure.goals) for promise in again.promises for measure in promise.measures)
    return Verdict(targets, tuple(dict.fromkeys(found)))


def _in_json(files: Files, tables: Files) -> Iterator[str]:
    for name, rows in files.items():
        yield from difference(name, rows, tables.get(name, []))


def _lost(again: Content, files: Files) -> Iterator[str]:
    """Results of targets that there are not."""
    known = {
        (promise.id, goal.name)
        for promise in again.promises
        for measure in promise.measures
        for goal in measure.goals
    }
    for cells in files["resultat"]:
        if (cells["löfte"], cells["mål"]) not in known:
            yield f"resultat.csv: målet {cells['mål']} i löftet {cells['löfte']} finns inte."


def _promise(
    promise: Promise, again: Content, files: Files, site: Path, front: Marked
) -> Iterator[str]:
    notice = read_page(site, f"/loften/{promise.id}/notis/")
    page = read_page(site, f"/loften/{promise.id}/")
    told_to = _day(_promise_day(promise))
    cells = next(c for c in files["loften"] if c["id"] == promise.id)
    where = f"löftet {promise.id}"
    yield from _unlike(f"loften.csv, {where}, datum", cells["redovisat_till"], told_to)
    if promise.id in front.dates:
        yield from _unlike(f"startsidan, {where}, datum", front.dates[promise.id], told_to)
    yield from _date_in_notice(notice, told_to, promise)
    for measure in promise.measures:
        results = measure_results(again, promise, measure)
        own = read_page(site, f"/loften/{promise.id}/atgarder/{measure.id}/")
        pages = {"åtgärdens sida": own}
        if f"{promise.id}/{measure.id}" in front.states:
            pages["startsidan"] = front
        of_measure = {**pages, "löftets sida": page}
        yield from _measure(promise, measure, results, files, of_measure)
        for result in results:
            row = _row_of(files, promise, result)
            if row is None:
                yield f"resultat.csv: målet {result.told.goal.name} saknas."
                continue
            yield from _result(result, row, files)
            yield from _figure_on(pages, f"{promise.id}/{result.told.goal.name}", row["siffra"])
            yield from _in_notice(notice, row)


def _promise_day(promise: Promise) -> date | None:
    days = [deed.days[1] for deed in promise.deeds if deed.status != "planerad"]
    days += [line.report.last for line in promise.lines]
    return latest((*days, promise.confirmed, *(m.confirmed for m in promise.measures)))


def _measure(
    promise: Promise,
    measure: Measure,
    results: tuple[Result, ...],
    files: Files,
    pages: dict[str, Marked],
) -> Iterator[str]:
    """The measure's own state and day, in its table and on its pages."""
    state, told_to = measure_state(results), _day(reported_to(results))
    of_promise = (c for c in files["atgarder"] if c["löfte"] == promise.id)
    cells = next(c for c in of_promise if c["id"] == measure.id)
    yield from _unlike(f"atgarder.csv, {measure.id}, läge", cells["läge"], state)
    yield from _unlike(f"atgarder.csv, {measure.id}, datum", cells["redovisat_till"], told_to)
    key = f"{promise.id}/{measure.id}"
    for name, page in pages.items():
        said = page.states.get(key, "").casefold()
        yield from _unlike(f"{name}, {measure.id}, läge", said.removesuffix(" än"), state)
        if name == "åtgärdens sida":
            yield from _unlike(f"{name}, {measure.id}, datum", page.dates.get(key, ""), told_to)


def _row_of(files: Files, promise: Promise, result: Result) -> Cells | None:
    name = result.told.goal.name
    rows = (c for c in files["resultat"] if (c["löfte"], c["mål"]) == (promise.id, name))
    return next(rows, None)


def _result(result: Result, cells: Cells, files: Files) -> Iterator[str]:
    """Every computed cell of a target's row, and of the tables beside it."""
    name = result.told.goal.name
    for key, value in _expected(result).items():
        yield from _unlike(f"resultat.csv, {name}, {key}", cells[key], value)
    leading = _leading(result)
    said = numbers(cells["siffra"])[: len(leading)]
    if said != leading or (not leading and cells["siffra"][:1].isdigit()):
        yield f"resultat.csv, {name}, siffra: ”{cells['siffra']}”, men omräknat blir det {leading}."
    state = cells["läge_i_ord"].casefold().removesuffix(" än")
    yield from _unlike(f"resultat.csv, {name}, läge i ord", state, result.state)
    yield from _sentence(result, cells)
    yield from _beside(result, files)


def _expected(result: Result) -> dict[str, str]:
    total, score, months = result.total, result.score, result.months
    done = sum(step.done is not None for step in result.steps)
    return {
        "läge": result.state,
        "redovisat_till": _day(result.reported_to),
        "slutlig": _yes(result.is_final),
        "antal": str(total.number) if total else "",
        "noggrannhet": total.accuracy if total else "",
        "utlovat": _number(result.told.goal.number),
        "hållna": str(score.kept) if score else "",
        "missade": str(score.missed) if score else "",
        "okända": str(score.unknown) if score else "",
        "kommande": str(score.coming) if score else "",
        "fler_kan_finnas": _yes(score.is_open) if score else "",
        "månader_redovisade": str(months.alone) if months else "",
        "månader_tillsammans": str(months.together) if months else "",
        "månader": str(months.past) if months else "",
        "steg_klara": str(done) if result.steps else "",
        "steg": str(len(result.steps)) if result.steps else "",
    }


def _leading(result: Result) -> list[int]:
    """The numbers that the figure begins with."""
    goal, total, months = result.told.goal, result.total, result.months
    if months:
        return [months.alone, months.past] if months.alone else []
    if result.steps and result.reported_to:
        return [sum(step.done is not None for step in result.steps), len(result.steps)]
    if goal.per or goal.kind not in ("antal", "engångs", "löpande"):
        return _score_numbers(result) or ([total.number] if total and _is_summed(result) else [])
    if total is None:
        return []
    return [total.number] if goal.number is None else [total.number, goal.number]


def _is_summed(result: Result) -> bool:
    return result.told.goal.kind in ("antal", "frekvens")


def _score_numbers(result: Result) -> list[int]:
    goal, score = result.told.goal, result.score
    if score is None:
        return []
    told = score.kept + score.missed + score.unknown
    if goal.kind in ("svarstid", "vid_behov") and not goal.per and score.unknown == told:
        return [told]
    if score.is_open:
        return [score.kept]
    if told and (score.kept or not score.unknown or goal.per not in ("", "plats")):
        return [score.kept, told]
    return [score.missed, told] if score.missed and goal.every and not goal.per else []


_WORDS = (
    *("noll", "en", "två", "tre", "fyra", "fem", "sex"),
    *("sju", "åtta", "nio", "tio", "elva", "tolv"),
)


def _sentence(result: Result, cells: Cells) -> Iterator[str]:
    """A count that is told in words is the number that was counted again."""
    goal, total = result.told.goal, result.total
    if goal.kind != "antal" or goal.per or total is None or not result.reported_to:
        return
    words = {str(n) for n in numbers(cells["mening"])}
    words |= {word.strip(".,:") for word in cells["mening"].casefold().split()}
    said = {str(total.number), *_WORDS[total.number : total.number + 1]}
    said |= {0: {"ingen", "inget", "inga"}, 1: {"ett"}}.get(total.number, set())
    if not words & said:
        name, sentence = goal.name, cells["mening"]
        yield f"resultat.csv, {name}, mening: ”{sentence}”, men omräknat blir det {total.number}."


def _beside(result: Result, files: Files) -> Iterator[str]:
    """What counts and what does not, and the intervals and places of the target."""
    name = result.told.goal.name
    key = (result.told.promise.id, name)

    def mine(table: str) -> list[Cells]:
        return [c for c in files[table] if (c["löfte"], c["mål"]) == key]

    rows = [c for c in mine("underlag") if c["roll"] == "räknas inte"]
    said = sorted(c["insats"] or f"{c['redovisning']} {c['rad']}" for c in rows)
    deeds, lines = left_out(result.told)
    others = [deed.id for deed in deeds] + [f"{n.report.id} {n.row}" for n in lines]
    yield from _unlike(f"underlag.csv, {name}, räknas inte", _all(said), _all(sorted(others)))
    periods = [f"{c['från']} {c['läge']}" for c in mine("resultat-per-period")]
    known = [f"{one.days[0].isoformat()} {one.kind}" for one in result.intervals]
    yield from _unlike(f"resultat-per-period.csv, {name}", _all(periods), _all(known))
    places = [f"{c['plats']} {c['läge']} {c['antal']}" for c in mine("resultat-per-plats")]
    each = [f"{p} {r.state} {r.total.number if r.total else ''}" for p, r in result.places]
    yield from _unlike(f"resultat-per-plats.csv, {name}", _all(places), _all(each))


def _figure_on(pages: dict[str, Marked], key: str, figure: str) -> Iterator[str]:
    for name, page in pages.items():
        said = page.figures.get(key, "")
        yield from _unlike(f"{name}, {key}, siffra", said, " ".join(figure.split()))


def _date_in_notice(notice: Marked, told_to: str, promise: Promise) -> Iterator[str]:
    if not told_to or not promise.has_begun:
        return
    written = _written(date.fromisoformat(told_to))
    for text in notice.copied[1:]:
        if written not in text.replace("\u00a0", " "):
            yield f"notisen, löftet {promise.id}: dagen {written} saknas i ”{text[:60]}…”."


def _in_notice(notice: Marked, cells: Cells) -> Iterator[str]:
    """Where the notice speaks of a target it says the same as the table: its first sentence."""
    name, sentence = _name(cells), cells["mening"].removeprefix("Exempel: ")
    first = sentence[:1].lower() + sentence[1:].partition(". ")[0].rstrip(".")
    for text in notice.copied[1:]:
        _, found, after = text.partition(f" {name}: ")
        is_again = after.startswith(("det går inte heller", "Det går inte heller"))
        if found and not after.startswith(first) and not is_again:
            yield f"notisen, {name}: ”{after[:60]}…”, men i resultat.csv står ”{first}”."


def _in_feed(promise: Promise, files: Files, said: str) -> Iterator[str]:
    """The feed says of each target what the table says, and the day of the promise."""
    told_to = _promise_day(promise)
    if told_to and f"till och med {_written(told_to)}." not in said.replace("\u00a0", " "):
        yield f"flödet, löftet {promise.id}: dagen {_written(told_to)} saknas."
    for cells in files["resultat"]:
        figure = cells["siffra"]
        told = [cells["läge_i_ord"], *([figure[:1].upper() + figure[1:]] if figure else [])]
        sentence = f"{_name(cells)}: {'. '.join(told)}."
        if cells["löfte"] == promise.id and sentence not in said:
            yield f"flödet, löftet {promise.id}: ”{sentence}” saknas, som resultat.csv säger."


def _name(cells: Cells) -> str:
    part = cells["del"]
    return f"{cells['rubrik']}, {part[:1].lower()}{part[1:]}" if part else cells["rubrik"]


def _written(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _unlike(where: str, said: str, counted: str) -> Iterator[str]:
    if said != counted:
        yield f"{where}: ”{said}”, men omräknat blir det ”{counted}”."


def _all(parts: list[str]) -> str:
    return ", ".join(parts)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def _yes(is_so: bool) -> str:
    return "ja" if is_so else "nej"


_MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
