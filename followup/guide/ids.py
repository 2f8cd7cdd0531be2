"""The ids that there are in the content, for editors to choose from."""

from collections.abc import Iterator, Mapping

from followup.content.fields import Referable
from followup.model import Measure, Site

Ids = Mapping[Referable, tuple[str, ...]]


def ids(site: Site) -> Ids:
    """Every id by what it stands for; those of the latest promise first."""
    promises = sorted(site.promises, key=lambda promise: (promise.span, promise.id), reverse=True)
    measures = (id for one in promises for measure in one.measures for id in _of_measure(measure))
    return {
        "plats": tuple(place.id for place in site.places),
        "part": tuple(party.id for party in site.parties),
        "åtgärd": tuple(dict.fromkeys(measures)),
        "löfte": tuple(promise.id for promise in promises),
        "redovisning": tuple(report.id for one in promises for report in one.reports),
        "kartfil": tuple(file.name for file in site.maps),
    }


def _of_measure(measure: Measure) -> Iterator[str]:
    """The measure; when it has several targets, each of them; and every step."""
    if len(measure.targets) == 1:
        yield measure.id
    for target in measure.targets:
        if len(measure.targets) > 1:
            yield f"{measure.id}#{target.id}"
        yield from (f"{measure.id}#{step.id}" for step in target.steps)
