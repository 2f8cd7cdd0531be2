"""The site about itself: how we count, accessibility, personal data, site map, free pages, 404."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from followup import languages, links, placeholders
from followup.links import Prose
from followup.model import FreePage, Statement
from followup.output import Page
from followup.pages.frame import Frame, Link, Shell, When, page
from followup.pages.rows import other_links
from followup.progress import MeasureResult, PromiseResult
from followup.swedish import capitalise
from followup.wording import figure


@dataclass(frozen=True)
class SimpleView:
    """A page whose words stand in its template."""

    shell: Shell


@dataclass(frozen=True)
class WorkedExample:
    """A count of this very site, taken apart."""

    measure: Link
    figure: str
    conditions: tuple[str, ...]
    not_counted: tuple[tuple[str, Link], ...]


@dataclass(frozen=True)
class CountingView:
    shell: Shell
    stale_after: int
    example: WorkedExample | None


@dataclass(frozen=True)
class StatementView:
    shell: Shell
    site_name: str
    municipality: str
    conformance: str
    shortcomings: tuple[str, ...]
    exempted: tuple[str, ...]
    assessed: When
    updated: When
    method: str


@dataclass(frozen=True)
class FreePageView:
    shell: Shell
    heading: str
    language: str
    is_right_to_left: bool
    is_easy: bool
    body: Prose


@dataclass(frozen=True)
class SiteMapView:
    shell: Shell
    groups: tuple[tuple[str, tuple[Link, ...]], ...]


def plan(frame: Frame) -> Iterator[Page]:
    """Every page that is about the site rather than about a promise."""
    yield _counting(frame)
    if frame.site.settings.accessibility:
        yield _statement(frame, frame.site.settings.accessibility)
    yield _simple(frame, links.PRIVACY, "privacy", "Personuppgifter och kakor", _PRIVACY)
    yield _simple(frame, "/404.html", "404", "Sidan finns inte", _MISSING)
    yield _site_map(frame)
    yield from (_free_page(frame, content) for content in frame.site.pages)


_PRIVACY = "Webbplatsen sätter inga kakor och samlar inte in några uppgifter om dig."
_MISSING = "Sidan finns inte på den här adressen. Här är vägarna vidare."
_HOME = (("Så går det", "/"),)


def _simple(frame: Frame, address: str, template: str, title: str, description: str) -> Page:
    return page(address, template, SimpleView(frame.shell(address, title, description, _HOME)))


def _counting(frame: Frame) -> Page:
    description = "Reglerna för hur vi räknar och vad orden betyder, med ett exempel."
    view = CountingView(
        shell=frame.shell(links.COUNTING, "Så räknar vi", description, _HOME),
        stale_after=frame.site.settings.stale_after,
        example=next(_examples(frame), None),
    )
    return page(links.COUNTING, "counting", view)


def _examples(frame: Frame) -> Iterator[WorkedExample]:
    """The counts of this site that have conditions, those with something left out first."""
    pairs = [
        (result, measure)
        for result in frame.progress.current
        for measure in result.measures
        if measure.targets[0].tally and measure.targets[0].target.rule
    ]
    for result, measure in sorted(pairs, key=lambda pair: not pair[1].targets[0].not_counted):
        if said := figure(measure.targets[0]):
            yield _example(frame, result, measure, said)


def _example(
    frame: Frame, result: PromiseResult, measure: MeasureResult, said: str
) -> WorkedExample:
    target = measure.targets[0]
    assert target.target.rule
    address = links.measure(result.promise.id, measure.measure.id)
    return WorkedExample(
        measure=Link(measure.measure.heading, frame.links.to(address)),
        figure=said,
        conditions=frame.words.rule(target.target.rule),
        not_counted=tuple(other_links(frame, result, measure, target.not_counted)),
    )


def _statement(frame: Frame, statement: Statement) -> Page:
    settings = frame.site.settings
    description = f"Tillgänglighetsredogörelse för {settings.name}."
    view = StatementView(
        shell=frame.shell(links.ACCESSIBILITY, "Tillgänglighetsredogörelse", description, _HOME),
        site_name=settings.name,
        municipality=settings.municipality,
        conformance=statement.conformance,
        shortcomings=statement.shortcomings,
        exempted=statement.exempted,
        assessed=frame.day(statement.assessed),
        updated=frame.day(statement.updated or statement.assessed),
        method=statement.method,
    )
    return page(links.ACCESSIBILITY, "statement", view)


def _free_page(frame: Frame, content: FreePage) -> Page:
    address = links.free_page(content.id)
    language = content.language
    about = frame.site.settings.description if language == "sv" else None
    description = f"{content.heading}. {about}" if about else content.heading
    words = tuple(placeholders.words(frame.progress).items())
    view = FreePageView(
        shell=frame.shell(address, content.heading, description, _HOME, language),
        heading=content.heading,
        language=language,
        is_right_to_left=languages.is_right_to_left(language),
        is_easy=content.is_easy,
        body=replace(frame.links.prose(content.body), words=words, language=language),
    )
    return page(address, "free", view)


def _site_map(frame: Frame) -> Page:
    description = "Alla sidor på webbplatsen, ordnade efter löfte."
    shell = frame.shell(links.SITE_MAP, "Webbplatskarta", description, _HOME)
    pages = tuple(frame.page_link(p) for p in frame.site.pages if p.language == "sv")
    groups = [
        (result.promise.title, _unique(_of_promise(frame, result)))
        for result in frame.progress.promises
    ]
    places = (
        Link(capitalise(p.name), frame.links.to(links.place(p.id))) for p in frame.site.places
    )
    groups.append(("Platser", _unique(places)))
    archive = Link("Alla löften", frame.links.to(links.ARCHIVE))
    swedish = (link for link in shell.about if not link.language)
    groups.append(("Om webbplatsen", _unique((*shell.nav, *shell.more, *swedish, archive, *pages))))
    if others := tuple(link for link in shell.about if link.language):
        groups.append(("Andra språk", others))
    return page(links.SITE_MAP, "sitemap", SiteMapView(shell, tuple(groups)))


def _of_promise(frame: Frame, result: PromiseResult) -> Iterator[Link]:
    id, to = result.promise.id, frame.links.to
    yield Link("Löftet med egna ord", to(links.promise(id)))
    for measure in result.measures:
        yield Link(measure.measure.heading, to(links.measure(id, measure.measure.id)))
    for outcome in result.promise.outcomes:
        yield Link(outcome.heading, to(links.outcome(id, outcome.id)))
    yield Link("Alla insatser", to(links.actions(id)))
    yield Link("Notis för tidningen", to(links.promise_notice(id)))


def _unique(found: Iterable[Link]) -> tuple[Link, ...]:
    """Each address once, where it first stands."""
    seen: dict[str, Link] = {}
    for link in found:
        seen.setdefault(link.address, link)
    return tuple(seen.values())
