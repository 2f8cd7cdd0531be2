"""Which files the site consists of: the planners, and a check that no two want the same address."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from followup import links
from followup.diagnostics import Diagnostic, Source
from followup.formats import calendar, embed, feed, notice_files, open_data, share_images
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
    share,
    summary,
)
from followup.pages.frame import Frame
from followup.swedish import listing

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
    share.plan,
    data.plan,
    about.plan,
    moved.plan,
)

FORMATS: tuple[Callable[[Frame], Iterator[Blob | Made]], ...] = (
    feed.plan,
    calendar.plan,
    embed.plan,
    open_data.plan,
    notice_files.plan,
    share_images.plan,
)


def pages(frame: Frame) -> tuple[Page, ...]:
    """Every page of the site, in a fixed order."""
    return tuple(page for planner in PLANNERS for page in planner(frame))


def files(frame: Frame) -> tuple[Blob | Made, ...]:
    """Every file that is no page, in a fixed order."""
    return tuple(file for plan in FORMATS for file in plan(frame))


def collisions(frame: Frame, outputs: Iterable[Output]) -> Iterator[Diagnostic]:
    """A fault for each address that two pages want, in the files that want it."""
    counted = Counter(output.path for output in outputs)
    files = _files(frame)
    for path in (path for path, pages in counted.items() if pages > 1):
        address = "/" + path.removesuffix("index.html")
        message = f"två sidor vill ha adressen {address}"
        for file in files[address]:
            others = listing([*dict.fromkeys(one for one in files[address] if one != file)])
            other = f"Den andra är  {others}  " if others else "Den andra är programmets egen. "
            hint = f"{other}Byt namn på en fil, eller ta bort en tidigare_adress."
            yield Diagnostic(Source(file), "fel", "samma-adress", message, hint)


def _files(frame: Frame) -> Mapping[str, Sequence[str]]:
    """The content files that want each address: as their own, and as one that they had before."""
    files: dict[str, list[str]] = defaultdict(list)
    for file, address in frame.links.by_file.items():
        files[address].append(file)
    for one in frame.site.promises:
        for action in one.actions:
            files[links.action(one.id, action.id)] = [action.source.path]
    for old, new in [*moved.moves(frame)]:
        files[old] += files[new]
    return files
