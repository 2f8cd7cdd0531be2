"""Subscribing and sharing: how do I follow this, and how do I show it elsewhere?"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from followup import links, sharing
from followup.output import Page
from followup.pages import embed
from followup.pages.frame import Frame, Shell, When, page
from followup.progress import PromiseResult
from followup.social import LIMIT, named, post
from followup.status import Status, statuses_of
from followup.swedish import quote


@dataclass(frozen=True)
class PostView:
    """What to publish of a target: `label` says what it has reached."""

    name: str
    label: str
    text: str
    length: int


@dataclass(frozen=True)
class MeasureView:
    """What to share of a measure; `name` is its heading with quotation marks around it.

    `image` is the address of the one to go with it, and `alternative` the words that say what it
    shows.
    """

    heading: str
    name: str
    address: str
    posts: tuple[PostView, ...]
    image: str
    alternative: str


@dataclass(frozen=True)
class FrameSize:
    """How high an `<iframe>` must be in a column of at least `width` pixels."""

    width: int
    height: int


@dataclass(frozen=True)
class ShareView:
    """`hosts` are those that may show the box in a frame; empty when everybody may.

    `frames` are for the whole page with the box, `example` for the boxes alone.
    """

    shell: Shell
    feed: str
    calendar: str
    calendar_link: str
    embed: embed.EmbedView
    frames: tuple[FrameSize, ...]
    example: FrameSize
    framed: str
    data: str
    data_link: str
    hosts: tuple[str, ...]
    frame_rule: str
    measures: tuple[MeasureView, ...]
    limit: int
    reported_to: When | None
    image_width: int = sharing.WIDTH
    image_height: int = sharing.HEIGHT


def plan(frame: Frame) -> Iterator[Page]:
    """The page, and the page that it shows in a frame."""
    made = embed.framed(frame, embed.view(frame))
    yield page(links.SHARE, "share", _view(frame, made))
    if made.embed.boxes:
        yield page(links.EMBED, "framed", made, "embed")


# A column on a phone and beside a text, and the whole width of a text.
_WIDTHS = (270, 600)


def _view(frame: Frame, made: embed.FramedView) -> ShareView:
    site, hosts = frame.site.settings.address.rstrip("/"), frame.site.settings.embedded_by
    to, current = frame.links.to, frame.progress.current
    reported_to = current[0].reported_to if current else None
    return ShareView(
        shell=frame.shell(
            links.SHARE,
            "Dela och prenumerera",
            "Få veta när något är nytt, och visa hur det går på din egen webbplats.",
            (("Så går det", "/"),),
        ),
        feed=site + links.FEED,
        calendar=site + links.CALENDAR,
        calendar_link=to(links.CALENDAR),
        embed=made.embed,
        frames=tuple(FrameSize(width, embed.height(made, width)) for width in _WIDTHS),
        example=FrameSize(_WIDTHS[0], embed.height_of_boxes(made.embed, _WIDTHS[0])),
        framed=to(links.EMBED),
        data=site + links.EMBED_DATA,
        data_link=to(links.EMBED_DATA),
        hosts=hosts,
        frame_rule=" ".join(
            ("Content-Security-Policy: frame-ancestors 'self'", *(f"https://{h}" for h in hosts))
        ),
        measures=tuple(m for result in current for m in _measures(frame, result)),
        limit=LIMIT,
        reported_to=frame.day(reported_to) if reported_to else None,
    )


def _measures(frame: Frame, result: PromiseResult) -> Iterator[MeasureView]:
    """The measures that have something to tell, in the order of the promise."""
    by_measure = groupby(statuses_of(result, frame.words), key=lambda status: status.measure)
    for measure, found in by_measure:
        targets = tuple(found)
        posts = tuple(_posts(frame, targets))
        if posts:
            image = frame.images[targets[0].address]
            yield MeasureView(
                heading=measure.measure.heading,
                name=quote(measure.measure.heading),
                address=frame.links.to(targets[0].address),
                posts=posts,
                image=frame.links.to(image.address),
                alternative=image.alt,
            )


def _posts(frame: Frame, targets: tuple[Status, ...]) -> Iterator[PostView]:
    site = frame.site.settings.address.rstrip("/")
    for status in targets:
        if made := post(status, site, frame.words, frame.is_example):
            yield PostView(quote(named(status)), made.label, made.text, made.length)
