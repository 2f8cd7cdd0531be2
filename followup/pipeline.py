"""The whole build on one screen: content in, the files of a finished site out.

RawFile -> Document -> Site (+ diagnostics) -> Progress -> pages -> Rendered. Nothing here writes:
whoever called publishes what it gets, and gets no files when there is an error.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from followup import notice, placeholders, plan
from followup.content.files import read_tree
from followup.content.load import Loaded, load
from followup.diagnostics import Diagnostic
from followup.formats import assets, site_files
from followup.formats.pictures import Photo, photos
from followup.links import Links
from followup.model import Site
from followup.naming import Words
from followup.output import Blob, Finished, Made, Page, Rendered
from followup.pages.frame import Assets, Frame
from followup.progress import compute, next_change
from followup.render.environment import render
from followup.rules import Subject, check


@dataclass(frozen=True)
class Job:
    """What to build: from where, seen from which day. `seen_from` overrides a frozen day.

    What only looks writes nothing; a build that is to be published `keeps_compiled` templates for
    the next one.
    """

    content: Path
    templates: Path
    assets: Path
    today: date
    seen_from: date | None = None
    with_drafts: bool = False
    keeps_compiled: bool = False


@dataclass(frozen=True)
class BuildResult:
    """`files` is empty when any diagnostic is an error.

    `base` is the path of the site's own address, "" or for example "/loftet". `as_of` is the day
    the site is seen from when that is not today; then `next_change` is None.
    """

    files: tuple[Finished, ...]
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str]
    pages: int = 0
    base: str = ""
    as_of: date | None = None
    next_change: date | None = None

    @property
    def has_errors(self) -> bool:
        return _stops(self.diagnostics)


def build(job: Job) -> BuildResult:
    """Reads, checks, computes and renders. Raises FollowupError when the world is in the way."""
    raw, unreadable = read_tree(job.content)
    loaded = load(raw)
    pictures, broken = photos(loaded.pictures)
    faults = [*unreadable, *loaded.diagnostics, *broken]
    if loaded.site:
        faults += check(_subject(job, loaded, loaded.site, pictures))
    if loaded.site is None or _stops(faults):
        return BuildResult((), tuple(faults), loaded.texts)
    day = _seen_from(job, loaded.site)
    frame, blobs = _frame(job, loaded.site, pictures)
    pages = plan.pages(frame)
    faults += [*plan.collisions(frame, pages), *_notice_faults(frame)]
    faults += _placeholder_faults(loaded.site, frame)
    if _stops(faults):
        return BuildResult((), tuple(faults), loaded.texts)
    rendered = tuple(render(pages, job.templates, job.keeps_compiled))
    base = frame.site.settings.address.rstrip("/")
    files: tuple[Blob | Made, ...] = (
        *blobs,
        *_used(pictures.values(), rendered),
        *site_files.plan(base, _listed(pages), frame.is_example),
        *plan.files(frame),
    )
    return BuildResult(
        files=(*rendered, *map(_finished, files)),
        diagnostics=tuple(faults),
        texts=loaded.texts,
        pages=len(rendered),
        base=frame.links.base,
        as_of=None if day == job.today else day,
        next_change=next_change(loaded.site, day) if day == job.today else None,
    )


def _finished(blob: Blob | Made) -> Finished:
    return blob if isinstance(blob, Made) else Rendered(blob.path, blob.data)


def _seen_from(job: Job, site: Site) -> date:
    """The day asked for, else the day that the site is frozen at, else today."""
    return job.seen_from or site.settings.frozen_at or job.today


def _subject(job: Job, loaded: Loaded, site: Site, pictures: Mapping[str, Photo]) -> Subject:
    """What the rules look at. Looking back in time makes nothing of what is known the future."""
    latest = max(site.settings.frozen_at or job.today, _seen_from(job, site))
    links = Links.of(site, _addresses(pictures))
    return Subject(site, links, latest, loaded.texts, loaded.pictures)


def _stops(faults: Iterable[Diagnostic]) -> bool:
    return any(fault.is_error for fault in faults)


def _addresses(pictures: Mapping[str, Photo]) -> dict[str, str]:
    return {path: photo.address for path, photo in pictures.items()}


def _frame(job: Job, site: Site, pictures: Mapping[str, Photo]) -> tuple[Frame, tuple[Blob, ...]]:
    """The site as its pages see it, and the style sheet, scripts and icon that they load."""
    day = _seen_from(job, site)
    if day < (site.settings.frozen_at or job.today):
        site = _without_own_notices(site)
    known, progress = compute(site, day, job.with_drafts)
    links = Links.of(known, _addresses(pictures))
    style = assets.style_sheet(job.assets, known.settings)
    scripts = assets.scripts(job.assets)
    icon = assets.icon(job.assets)
    box, box_frame = assets.box(job.assets), assets.box_frame(job.assets)
    frame = Frame(
        site=known,
        progress=progress,
        links=links,
        words=Words.of(known),
        assets=Assets(
            style=links.to(f"/{style.path}"),
            scripts={name: links.to(f"/{blob.path}") for name, blob in scripts.items()},
            icon=links.to(f"/{icon.path}"),
            box=links.to(f"/{box.path}"),
            box_style=box.data.decode(),
            box_frame=links.to(f"/{box_frame.path}"),
        ),
        pictures={path: photo.size for path, photo in pictures.items()},
        templates=job.templates,
        is_example=site.has_examples,
        has_drafts=job.with_drafts,
    )
    return frame, (style, *scripts.values(), icon, box, box_frame)


def _without_own_notices(site: Site) -> Site:
    """What an editor writes of today says nothing true of an earlier day."""
    promises = tuple(replace(promise, own_notice=None) for promise in site.promises)
    return replace(site, promises=promises)


def _used(pictures: Iterable[Photo], rendered: tuple[Rendered, ...]) -> Iterator[Blob]:
    """The photos that a page shows: what is held back with its text is not published either."""
    shown = {path for file in rendered for path in _ASSET.findall(file.data)}
    by_path = {picture.blob.path: picture.blob for picture in pictures}
    yield from (blob for path, blob in by_path.items() if path.encode() in shown)


_ASSET = re.compile(rb'src="[^"]*?(assets/[^"]+)"')


def _notice_faults(frame: Frame) -> Iterator[Diagnostic]:
    for result in frame.progress.promises:
        settings, words = frame.site.settings, frame.words
        made = notice.notice(result, settings, words, frame.is_example)
        yield from notice.check(made, result, settings, words)


def _placeholder_faults(site: Site, frame: Frame) -> Iterator[Diagnostic]:
    """Also of the pages that are held back: what stands in them is to be seen one day."""
    known = placeholders.words(frame.progress)
    for page in site.pages:
        yield from placeholders.check(page.body, known)


def _listed(pages: Iterable[Page]) -> list[str]:
    """The addresses that search engines may list: not redirects, not the page for missing pages,
    not what other websites show of ours."""
    return sorted(
        "/" + page.path.removesuffix("index.html")
        for page in pages
        if page.path != "404.html"
        and page.template.startswith("pages/")
        and not page.template.endswith("/moved.html")
    )
