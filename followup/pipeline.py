"""The whole build on one screen: content in, the files of a finished site out.

RawFile -> Document -> Site (+ diagnostics) -> Progress -> pages -> Rendered. Nothing here writes:
whoever called publishes what it gets, and gets no files when there is an error.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from followup import notice, plan
from followup.content.files import read_tree
from followup.content.load import load
from followup.diagnostics import Diagnostic
from followup.formats import assets, site_files
from followup.formats.pictures import Photo, photos
from followup.links import Links
from followup.model import Site
from followup.naming import Words
from followup.output import Blob, Page, Rendered
from followup.pages.frame import Assets, Frame
from followup.progress import compute, next_change
from followup.render.environment import render
from followup.rules import Subject, check


@dataclass(frozen=True)
class Job:
    """What to build: from where, seen from which day. `seen_from` overrides a frozen day."""

    content: Path
    templates: Path
    assets: Path
    today: date
    seen_from: date | None = None
    with_drafts: bool = False


@dataclass(frozen=True)
class BuildResult:
    """`files` is empty when any diagnostic is an error.

    `as_of` is the day the site is seen from when that is not today; then `next_change` is None.
    """

    files: tuple[Rendered, ...]
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str]
    pages: int = 0
    as_of: date | None = None
    next_change: date | None = None

    @property
    def has_errors(self) -> bool:
        return any(diagnostic.is_error for diagnostic in self.diagnostics)


def build(job: Job) -> BuildResult:
    """Reads, checks, computes and renders. Raises FollowupError when the world is in the way."""
    raw, unreadable = read_tree(job.content)
    loaded = load(raw)
    faults = [*unreadable, *loaded.diagnostics]
    if loaded.site is None:
        return BuildResult((), tuple(faults), loaded.texts)
    pictures, broken = photos(loaded.pictures)
    faults += broken
    addresses = {path: photo.address for path, photo in pictures.items()}
    latest = loaded.site.settings.frozen_at or job.today
    seen_from = job.seen_from or latest
    links = Links.of(loaded.site, addresses)
    faults += check(Subject(loaded.site, links, max(latest, seen_from)))
    if any(fault.is_error for fault in faults):
        return BuildResult((), tuple(faults), loaded.texts)
    site, progress = compute(loaded.site, seen_from, job.with_drafts)
    style_sheets = assets.style_sheets(job.assets, site.settings)
    scripts, icon = assets.scripts(job.assets), assets.icon(job.assets)
    frame = Frame(
        site=site,
        progress=progress,
        links=Links.of(site, addresses),
        words=Words.of(site),
        assets=_assets(links, style_sheets, scripts, icon),
        pictures={path: photo.size for path, photo in pictures.items()},
        is_example=loaded.site.has_examples,
        has_drafts=job.with_drafts,
    )
    pages = plan.pages(frame)
    faults += [*plan.collisions(pages), *_notice_faults(frame)]
    if any(fault.is_error for fault in faults):
        return BuildResult((), tuple(faults), loaded.texts)
    rendered = tuple(render(pages, job.templates))
    blobs = (*style_sheets, *scripts, icon, *_used(pictures.values(), rendered))
    blobs += tuple(site_files.plan(_base(site), _listed(pages), frame.is_example))
    return BuildResult(
        files=(*rendered, *(Rendered(blob.path, blob.data) for blob in blobs)),
        diagnostics=tuple(faults),
        texts=loaded.texts,
        pages=len(rendered),
        as_of=None if seen_from == job.today else seen_from,
        next_change=next_change(loaded.site, seen_from) if seen_from == job.today else None,
    )


def _assets(
    links: Links, style_sheets: Iterable[Blob], scripts: Iterable[Blob], icon: Blob
) -> Assets:
    return Assets(
        styles=tuple(links.to(f"/{blob.path}") for blob in style_sheets),
        scripts=tuple(links.to(f"/{blob.path}") for blob in scripts),
        icon=links.to(f"/{icon.path}"),
    )


def _used(pictures: Iterable[Photo], rendered: tuple[Rendered, ...]) -> Iterator[Blob]:
    """The photos that a page shows: what is held back with its text is not published either."""
    for picture in pictures:
        name = picture.blob.path.encode()
        if any(name in file.data for file in rendered):
            yield picture.blob


def _notice_faults(frame: Frame) -> Iterator[Diagnostic]:
    for result in frame.progress.promises:
        made = notice.notice(result, frame.site.settings, frame.words, frame.is_example)
        yield from notice.check(made, frame.site.settings.source)


def _base(site: Site) -> str:
    return site.settings.address.rstrip("/")


def _listed(pages: Iterable[Page]) -> list[str]:
    """The addresses that search engines may list: not redirects, not the page for missing pages."""
    return sorted(
        "/" + page.path.removesuffix("index.html")
        for page in pages
        if page.path != "404.html" and not page.template.endswith("/moved.html")
    )
