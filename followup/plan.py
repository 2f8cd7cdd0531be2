"""Which files the site consists of: the planners, and a check that no two want the same address."""

from collections.abc import Callable, Iterable, Iterator

from followup.diagnostics import Diagnostic, Source
from followup.formats import open_data
from followup.output import Blob, Made, Output, Page
from followup.pages import (
    about,
    actions,
    archive,
    changes,
    data,
    measure,
    moved,
    newspaper,
    outcomes,
    places,
    promise,
    report,
    summary,
)
from followup.pages.frame import Frame

Planner = Callable[[Frame], Iterator[Page]]

PLANNERS: tuple[Planner, ...] = (
    summary.plan,
    promise.plan,
    measure.plan,
    actions.plan,
    report.plan,
    outcomes.plan,
    places.plan,
    archive.plan,
    changes.plan,
    newspaper.plan,
    data.plan,
    about.plan,
    moved.plan,
)

FORMATS: tuple[Callable[[Frame], Iterator[Blob | Made]], ...] = (open_data.plan,)


def pages(frame: Frame) -> tuple[Page, ...]:
    """Every page of the site, in a fixed order."""
    return tuple(page for planner in PLANNERS for page in planner(frame))


def files(frame: Frame) -> tuple[Blob | Made, ...]:
    """Every file for machines, in a fixed order."""
    return tuple(file for planner in FORMATS for file in planner(frame))


def collisions(outputs: Iterable[Output]) -> Iterator[Diagnostic]:
    """A fault for each address that two pages want: only the first could be seen."""
    seen: set[str] = set()
    for output in outputs:
        if output.path in seen:
            address = "/" + output.path.removesuffix("index.html")
            yield Diagnostic(
                Source(output.path),
                "fel",
                "samma-adress",
                f"två sidor vill ha adressen {address}",
                "Byt namn på en av filerna, eller ta bort en tidigare adress.",
            )
        seen.add(output.path)
