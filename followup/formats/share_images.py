"""The images that go with a promise and its measures when their addresses are shared."""

from collections.abc import Iterator
from dataclasses import dataclass

from followup import links, notice
from followup.formats.charts import Squares, months, squares
from followup.formats.typesetting import Sheet
from followup.output import Made
from followup.pages.frame import Frame
from followup.pages.pictures import MonthYear
from followup.pages.states import InState, StateView, in_states, state_of
from followup.progress import MeasureResult, PromiseResult
from followup.sharing import figure_of, reported
from followup.status import Status, statuses_of
from followup.wording import headline


@dataclass(frozen=True)
class Sender:
    """What every image of a promise has around it; without an `accent` the site's usual colour."""

    owner: str
    address: str
    accent: str | None
    is_example: bool


@dataclass(frozen=True)
class Card:
    """What an image shows. `figures` are several where the measure has several targets."""

    sender: Sender
    title: str
    reported: str | None
    above: str | None = None
    state: StateView | None = None
    figures: tuple[str, ...] = ()
    text: str | None = None
    squares: Squares | None = None
    standing: tuple[InState, ...] = ()
    months: tuple[MonthYear, ...] = ()


def plan(frame: Frame) -> Iterator[Made]:
    """An image for each promise and each measure."""
    for result in frame.progress.promises:
        promise = result.promise.id
        yield _made(frame, links.promise_image(promise), _promise(frame, result))
        told = [*statuses_of(result, frame.words)]
        for measure in result.measures:
            own = [status for status in told if status.measure == measure]
            address = links.measure_image(promise, measure.measure.id)
            yield _made(frame, address, _measure(frame, result, measure, own))


def _made(frame: Frame, address: str, card: Card) -> Made:
    sheet = Sheet(frame.templates / "print", "share.typ", card)
    return Made(address.removeprefix("/"), sheet.key, sheet.png)


def _promise(frame: Frame, result: PromiseResult) -> Card:
    """The headline in words, and the mark of its state for each measure."""
    return Card(
        sender=_sender(frame, result),
        title=result.promise.title,
        text=headline(result),
        standing=tuple(in_states(result)),
        reported=reported(result),
    )


def _measure(
    frame: Frame, result: PromiseResult, measure: MeasureResult, own: list[Status]
) -> Card:
    """The state and the figures; a picture where there is one target, for several have no room."""
    is_one = len(own) == 1
    figures = tuple(text for status in own if (text := figure_of(status)))
    return Card(
        sender=_sender(frame, result),
        above=result.promise.title,
        title=measure.measure.heading,
        state=state_of(measure.state, result),
        figures=figures,
        squares=squares(frame, own[0]) if is_one and figures else None,
        months=months(own[0]) if is_one else (),
        reported=reported(measure),
    )


def _sender(frame: Frame, result: PromiseResult) -> Sender:
    return Sender(
        owner=frame.words.full_names(result.promise.parties),
        address=notice.address(frame.site.settings),
        accent=frame.site.settings.accent,
        is_example=frame.is_example,
    )
