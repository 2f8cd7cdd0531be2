"""What is or was planned: the days nearest to today, and ways to the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from followup import links
from followup.pages.frame import ActionItem, Frame, Link
from followup.pages.listed import FEW, Listed, Shown, first, nearest
from followup.progress import PromiseResult


@dataclass(frozen=True)
class Planned:
    """Events to come, the nearest first, and the newest of those that nothing is told of."""

    coming: Shown
    unconfirmed: Shown


def planned_view(
    frame: Frame,
    result: PromiseResult,
    coming: Sequence[ActionItem | Listed],
    unconfirmed: Sequence[ActionItem | Listed],
) -> Planned:
    """Some of what a promise has planned, given in these orders."""
    return Planned(
        nearest(coming, every_coming(frame, result, len(coming))),
        first(unconfirmed, every_unconfirmed(frame, result, len(unconfirmed))),
    )


def every_coming(frame: Frame, result: PromiseResult, known: int) -> Link:
    """To all that a promise has to come, of which `known` are at hand."""
    text = f"Allt som är på gång för {result.promise.title}"
    return Link(text, _address(frame, result, known, links.COMING, "pa-gang"))


def every_unconfirmed(frame: Frame, result: PromiseResult, known: int) -> Link:
    """To all that nothing is told of, of which `known` are at hand."""
    text = f"Allt planerat som inte är redovisat för {result.promise.title}"
    return Link(text, _address(frame, result, known, links.UNCONFIRMED, "ej-redovisat"))


def _address(frame: Frame, result: PromiseResult, known: int, state: str, anchor: str) -> str:
    """With no more than a few of them it is not certain that there is a list of its own."""
    id = result.promise.id
    if known > FEW:
        return frame.links.to(links.choice(id, "lage", state))
    return f"{frame.links.to(links.actions(id))}#{anchor}"
