"""The image that goes with a page when its address is shared: where it is, and what it says.

Source: the Open Graph protocol, https://ogp.me, and 1200 × 630 as the large card of every network.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from followup import links
from followup.naming import Words
from followup.progress import MeasureResult, Progress, PromiseResult
from followup.status import Status, statuses_of
from followup.swedish import capitalise, day
from followup.wording import headline, state_label

WIDTH, HEIGHT = 1200, 630


@dataclass(frozen=True)
class Image:
    """An image below the site's own address; `alt` says in words all that it shows."""

    address: str
    alt: str


def images(progress: Progress, words: Words, prefix: str) -> Iterator[tuple[str, Image]]:
    """The address of each page that has an image of its own, and that image.

    An action has that of its first measure, the front page that of the promise it shows. `prefix`
    comes before the words.
    """
    for result in progress.promises:
        promise = result.promise
        yield links.promise(promise.id), _of_promise(result, prefix)
        told = [*statuses_of(result, words)]
        of = {m.measure.id: _of_measure(result, m, told, prefix) for m in result.measures}
        for id, image in of.items():
            yield links.measure(promise.id, id), image
        for action in promise.actions:
            ids = [reference.partition("#")[0] for reference in action.measures]
            if own := next((of[id] for id in ids if id in of), None):
                yield links.action(promise.id, action.id), own
    for result in (progress.current or progress.promises[-1:])[:1]:
        yield links.front(), _of_promise(result, prefix)


def figure_of(status: Status) -> str | None:
    """The figure, after the part that it is for where the measure has several: `Lov: 3 av 8`.

    A part without a figure has its state: else nobody would know that it is there.
    """
    if status.part:
        return f"{status.part}: {status.figure or status.label.lower()}"
    return capitalise(status.figure) if status.figure else None


def reported(result: PromiseResult | MeasureResult) -> str | None:
    """`Redovisat till och med 1 oktober 2018`."""
    last = result.reported_to
    return f"Redovisat till och med {day(last)}" if last else None


def _of_promise(result: PromiseResult, prefix: str) -> Image:
    promise = result.promise
    said = (promise.title, headline(result), reported(result))
    return Image(links.promise_image(promise.id), prefix + _sentences(said))


def _of_measure(
    result: PromiseResult, measure: MeasureResult, told: list[Status], prefix: str
) -> Image:
    content = measure.measure
    label = state_label(measure.state, result)
    figures = (figure_of(status) for status in told if status.measure == measure)
    said = (f"{content.heading}, {result.promise.title}", label, *figures, reported(measure))
    return Image(links.measure_image(result.promise.id, content.id), prefix + _sentences(said))


def _sentences(said: tuple[str | None, ...]) -> str:
    return " ".join(f"{text.rstrip('.')}." for text in said if text)
