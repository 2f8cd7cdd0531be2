"""Pages that have moved: whoever comes to the old address is led to the new one."""

from collections.abc import Iterator
from dataclasses import dataclass

from followup import links
from followup.output import Page
from followup.pages.frame import Frame, page


@dataclass(frozen=True)
class MovedView:
    """`address` as it stands in a link, `canonical` whole."""

    address: str
    canonical: str
    icon: str


def plan(frame: Frame) -> Iterator[Page]:
    """A small page at each earlier address."""
    base = frame.site.settings.address.rstrip("/")
    for old, new in moves(frame):
        yield page(old, "moved", MovedView(frame.links.to(new), base + new, frame.assets.icon))


def moves(frame: Frame) -> Iterator[tuple[str, str]]:
    """Each earlier address, and the one that it leads to."""
    for content in frame.site.pages:
        for old in content.former_ids:
            yield links.free_page(old), links.free_page(content.id)
    for place in frame.site.places:
        for old in place.former_ids:
            yield links.place(old), links.place(place.id)
    for promise in frame.site.promises:
        for measure in promise.measures:
            for old in measure.former_ids:
                yield links.measure(promise.id, old), links.measure(promise.id, measure.id)
        for action in promise.actions:
            for old in action.former_ids:
                yield links.action(promise.id, old), links.action(promise.id, action.id)
