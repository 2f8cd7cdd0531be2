"""Both counts of the same content, and where they differ."""

import csv
import io
from collections.abc import Iterator
from datetime import date

from followup.links import Links
from followup.model import Site
from followup.naming import Words
from followup.opendata.files import PLAIN, csv_file
from followup.opendata.rows import Known, filled
from followup.progress import Progress, TargetResult, compute
from followup.recount.content import Content, content
from followup.recount.results import Result, measure_results, measure_state, reported_to


def differences(site: Site, day: date) -> Iterator[str]:
    """What one of the two counts says and the other does not."""
    progress, again = published(site, day)
    for promise, result in zip(again.promises, progress.promises, strict=True):
        for measure, known in zip(promise.measures, result.measures, strict=True):
            counted = measure_results(again, promise, measure)
            whole = [measure_state(counted), reported_to(counted)]
            if whole != [known.state, known.reported_to]:
                yield f"{promise.id} {measure.id}: {whole} {[known.state, known.reported_to]}"
            for one, other in zip(counted, known.targets, strict=True):
                if recounted(one) != computed(other):
                    yield f"{promise.id} {measure.id}: {recounted(one)} {computed(other)}"


def published(site: Site, day: date) -> tuple[Progress, Content]:
    """What is computed, and what its own CSV files say."""
    known, progress = compute(site, day)
    tables = filled(Known(known, progress, Words.of(known), Links.of(known, {}), is_example=False))
    return progress, content({table.name: read(csv_file(table, r, PLAIN)) for table, r in tables})


def read(file: bytes) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(file.decode(), newline=""))]


def recounted(one: Result) -> list[object]:
    total, score, months = one.total, one.score, one.months
    return [
        one.state,
        one.reported_to,
        one.is_final,
        (total.number, total.accuracy) if total else None,
        (score.kept, score.missed, score.unknown, score.coming, score.is_open) if score else None,
        [(interval.days, interval.kind) for interval in one.intervals],
        (months.alone, months.together, months.past) if months else (0, 0, 0),
        [step.done is not None for step in one.steps],
        sorted(deed.id for deed in one.told.counted),
        [(place, recounted(result)) for place, result in one.places],
    ]


def computed(one: TargetResult) -> list[object]:
    total, score = one.tally, one.score
    kinds = [month.kind for month in one.months]
    return [
        one.state,
        one.reported_to,
        one.is_final,
        (total.number, total.accuracy) if total else None,
        (score.kept, score.missed, score.unknown, score.coming, score.is_open) if score else None,
        [((i.span.first, i.span.last), i.kind) for i in one.intervals],
        (kinds.count("redovisad"), kinds.count("tillsammans"), one.months_past),
        [step.done_by is not None for step in one.steps],
        sorted(action.id for action in one.counted),
        [(place.place, computed(place.target)) for place in one.each],
    ]
