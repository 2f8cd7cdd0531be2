"""Every promise with its result: how did earlier years go?"""

from collections.abc import Iterator
from dataclasses import dataclass

from followup import links
from followup.naming import span
from followup.output import Page
from followup.pages.frame import Frame, Shell, When, page
from followup.pages.states import InState, in_states
from followup.swedish import count_digits
from followup.wording import MEASURE, headline, is_open


@dataclass(frozen=True)
class ArchivedPromise:
    title: str
    address: str
    period: str
    is_over: bool
    headline: str
    measures: str
    states: tuple[InState, ...]
    reported_to: When | None
    is_final: bool


@dataclass(frozen=True)
class ArchiveView:
    shell: Shell
    promises: tuple[ArchivedPromise, ...]


def plan(frame: Frame) -> Iterator[Page]:
    """The list of all promises, newest first."""
    shell = frame.shell(
        links.ARCHIVE,
        "Alla löften",
        "Alla löften med sina resultat, de senaste först.",
        (("Så går det", "/"),),
    )
    promises = tuple(
        ArchivedPromise(
            title=result.promise.title,
            address=frame.links.to(links.promise(result.promise.id)),
            period=span(result.promise.span),
            is_over=not is_open(result),
            headline=headline(result),
            measures=count_digits(len(result.measures), MEASURE.one, MEASURE.many),
            states=tuple(in_states(result)),
            reported_to=frame.day(result.reported_to) if result.reported_to else None,
            is_final=result.is_final,
        )
        for result in reversed(frame.progress.promises)
    )
    yield page(links.ARCHIVE, "archive", ArchiveView(shell, promises))
