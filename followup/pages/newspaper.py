"""For the newspaper: what do I paste?"""

from collections.abc import Iterator
from dataclasses import dataclass

from followup import links, sharing
from followup.notice import Notice, Text, address, notice
from followup.output import Page
from followup.pages.frame import Frame, Link, Shell, When, page
from followup.progress import PromiseResult
from followup.swedish import file_size


@dataclass(frozen=True)
class ImageView:
    """The promise's image for sharing, with its size in pixels."""

    address: str
    alt: str
    width: int = sharing.WIDTH
    height: int = sharing.HEIGHT


@dataclass(frozen=True)
class NoticeView:
    shell: Shell
    title: str
    headline: Text
    texts: tuple[Text, ...]
    files: tuple[Link, ...]
    image: ImageView
    reported_to: When | None
    short_address: str
    lasting: str
    rows: tuple[int, ...]


def plan(frame: Frame) -> Iterator[Page]:
    """The notice of the promise on the front page, and one that stays for each promise."""
    for result in frame.progress.promises:
        yield _page(frame, result, links.promise_notice(result.promise.id))
    for result in frame.progress.current[:1]:
        yield _page(frame, result, links.NOTICE)


def _page(frame: Frame, result: PromiseResult, at: str) -> Page:
    made = notice(result, frame.site.settings, frame.words, frame.is_example)
    promise = result.promise
    is_lasting = at != links.NOTICE
    lead = "Notiserna" if is_lasting else "Färdiga notiser"
    title = f"För tidningen, {promise.title}" if is_lasting else "För tidningen"
    view = NoticeView(
        shell=frame.shell(
            at,
            title,
            f"{lead} om {promise.title} i tre längder, klara att kopiera.",
            (("Så går det", "/"),),
        ),
        title=promise.title,
        headline=made.headline,
        texts=made.texts,
        files=tuple(_files(frame, made, at)),
        image=_image(frame, result),
        reported_to=frame.day(result.reported_to) if result.reported_to else None,
        short_address=address(frame.site.settings),
        lasting=frame.links.to(links.promise_notice(promise.id)),
        rows=tuple(2 + text.length // 60 for text in made.texts),
    )
    return page(at, "notice", view)


def _files(frame: Frame, made: Notice, at: str) -> Iterator[Link]:
    """The notice as files, each with its format, and its size where that is known already."""
    width = frame.site.settings.notice.width_mm
    yield Link("Alla tre längderna (Word, docx)", frame.links.to(at + links.NOTICE_WORD))
    yield Link(f"Färdig att trycka, {width} mm bred (PDF)", frame.links.to(at + links.NOTICE_PDF))
    for text in made.texts:
        size = file_size(len(made.file_of(text)))
        name = f"{text.name} med rubrik (text, txt, {size})"
        yield Link(name, frame.links.to(at + links.notice_text(text.name)))


def _image(frame: Frame, result: PromiseResult) -> ImageView:
    image = frame.images[links.promise(result.promise.id)]
    return ImageView(frame.links.to(image.address), image.alt)
