"""What all pages share: the frame around them, and the small views they are made of."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urljoin

from followup import languages, links, sharing
from followup.links import Links
from followup.model import Action, Citation, FreePage, Site, Span
from followup.naming import Words
from followup.notice import EXAMPLE
from followup.opendata.published import published
from followup.opendata.rows import Known
from followup.output import Blob, Page
from followup.progress import Progress, PromiseResult
from followup.swedish import alternatives, day, days, listing
from followup.wording import hours

_Made = TypeVar("_Made")


@dataclass(frozen=True)
class Link:
    """`language` is that of a page that is not in Swedish; then the text is in it too."""

    text: str
    address: str
    is_current: bool = False
    language: str | None = None

    @property
    def is_right_to_left(self) -> bool:
        return self.language is not None and languages.is_right_to_left(self.language)

    @property
    def language_name(self) -> str | None:
        return languages.name(self.language) if self.language else None


@dataclass(frozen=True)
class When:
    """A date for readers and, where one exact form exists, for machines."""

    text: str
    machine: str | None


@dataclass(frozen=True)
class Assets:
    """Published names of the style sheet and of each script.

    `box` is the style sheet of what other websites show and `box_style` the rules in it;
    `box_frame` is the style sheet of what is around it in a page of its own.
    """

    style: str
    scripts: Mapping[str, str]
    icon: str
    box: str
    box_style: str
    box_frame: str


@dataclass(frozen=True)
class ShareImage:
    """The image that goes with a page when it is shared, by its whole address."""

    address: str
    alt: str
    width: int = sharing.WIDTH
    height: int = sharing.HEIGHT


@dataclass(frozen=True)
class Sender:
    """A party that made the promise, and the address of its own website."""

    name: str
    web: str | None


@dataclass(frozen=True)
class Caution:
    """What is not as it seems: a word for it, the rest of it, and what it is about."""

    word: str
    text: str
    about: str


@dataclass(frozen=True)
class Shell:
    """Everything around a page's own content.

    `versions` are the pages in easy Swedish and in other languages; they stand in `about` too.
    `cautions` stand at the top of every page.
    """

    title: str
    description: str
    canonical: str
    site_name: str
    owner: str
    senders: tuple[Sender, ...]
    home: str
    assets: Assets
    nav: tuple[Link, ...]
    crumbs: tuple[Link, ...]
    about: tuple[Link, ...]
    more: tuple[Link, ...]
    contact_name: str
    contact_email: str | None
    contact_phone: str | None
    is_example: bool
    is_draft: bool
    cautions: tuple[Caution, ...] = ()
    image: ShareImage | None = None
    versions: tuple[Link, ...] = ()
    language: str = "sv"
    feed: str | None = None

    @property
    def is_right_to_left(self) -> bool:
        return languages.is_right_to_left(self.language)

    @property
    def trail(self) -> Mapping[str, object]:
        """The pages above this one, and itself, by schema.org; empty for a page at the top."""
        if not self.crumbs:
            return {}
        above = [(crumb.text, urljoin(self.canonical, crumb.address)) for crumb in self.crumbs]
        return {
            "@context": "https://schema.org",
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": n, "name": name, "item": address}
                for n, (name, address) in enumerate((*above, (self.title, self.canonical)), start=1)
            ],
        }


@dataclass(frozen=True)
class ActionItem:
    """An action in a list. `note` says why it did not count, or that it is still to come."""

    title: str
    address: str
    when: When
    hours: str | None
    places: str
    measures: tuple[str, ...]
    note: str | None
    is_planned: bool


@dataclass(frozen=True)
class CitationView:
    text: str
    address: str | None
    when: When | None


def page(address: str, template: str, view: object, folder: str = "pages") -> Page:
    """A page at an address that ends in `/`, or at a file of its own."""
    path = address.lstrip("/")
    if not path or path.endswith("/"):
        path += "index.html"
    return Page(path, f"{folder}/{template}.html", view)


_LONGEST_TITLE = 90


def _with_name(title: str, name: str) -> str:
    """The title with the site's name after it, where a tab or a list of hits has room for it."""
    whole = f"{title} – {name}"
    return whole if len(whole) <= _LONGEST_TITLE else title


def measure_headings(result: PromiseResult, action: Action) -> tuple[str, ...]:
    """The headings of the measures that an action belongs to, in the promise's order."""
    ids = {reference.partition("#")[0] for reference in action.measures}
    return tuple(m.measure.heading for m in result.measures if m.measure.id in ids)


_ABOUT = (("Personuppgifter och kakor", links.PRIVACY), ("Webbplatskarta", links.SITE_MAP))
_MORE = (
    ("Så räknar vi", links.COUNTING),
    ("Ändringar och rättelser", links.CHANGES),
    ("Dela och prenumerera", links.SHARE),
    ("Öppna data", links.DATA),
)


@dataclass(frozen=True)
class Frame:
    """The site as pages see it: the content as it was known, what it amounts to, and addresses.

    `templates` is the folder of what the site is made with; files for print have theirs there too.
    """

    site: Site
    progress: Progress
    links: Links
    words: Words
    assets: Assets
    pictures: Mapping[str, tuple[int, int]]
    templates: Path
    is_example: bool
    has_drafts: bool

    def shell(
        self,
        address: str,
        title: str,
        description: str,
        crumbs: Iterable[tuple[str, str]] = (),
        language: str = "sv",
    ) -> Shell:
        """The frame of one page; `crumbs` are the pages above it, from the top.

        `language` is that of its title and description; the frame itself is in Swedish.
        """
        settings = self.site.settings
        versions = tuple(self._versions(address))
        return Shell(
            title=title if address == "/" else _with_name(title, settings.name),
            description=f"{EXAMPLE}{description}" if self.is_example else description,
            canonical=self.absolute(address),
            site_name=settings.name,
            owner=listing([sender.name for sender in self.senders]),
            senders=self.senders,
            home=self.links.to("/"),
            assets=self.assets,
            nav=self._menu(self._navigation(), address),
            crumbs=tuple(Link(text, self.links.to(to)) for text, to in crumbs),
            about=(*self._about(address), *versions),
            more=self._menu(_MORE, address),
            contact_name=settings.contact.name,
            contact_email=settings.contact.email,
            contact_phone=settings.contact.phone,
            is_example=self.is_example,
            is_draft=self.has_drafts,
            cautions=tuple(self._cautions()),
            image=self._image(address),
            versions=versions,
            language=language,
            feed=self.links.to(links.FEED) if self.progress.promises else None,
        )

    def _cautions(self) -> Iterator[Caution]:
        if self.is_example:
            not_by = alternatives([sender.name for sender in self.senders])
            said = f"Uppföljningen är påhittad och är inte publicerad av {not_by}."
            if self.site.settings.frozen_at:
                said += f" Den visar hur det kunde ha sett ut den {day(self.progress.today)}."
            yield Caution("Demonstration.", said, "Om den här webbplatsen")
        if self.has_drafts:
            said = "Här syns även det som inte är publicerat."
            yield Caution("Utkast.", said, "Om förhandsvisningen")

    def _image(self, address: str) -> ShareImage | None:
        """The page's own image, else that of its promise, else that of the front page."""
        its_promise = "/".join(address.split("/")[:3]) + "/"
        ways = (address, its_promise, links.front())
        found = next((self.images[way] for way in ways if way in self.images), None)
        return ShareImage(self.absolute(found.address), found.alt) if found else None

    @cached_property
    def images(self) -> Mapping[str, sharing.Image]:
        """The image of each page that has one of its own, by the page's address."""
        return dict(sharing.images(self.progress, self.words, EXAMPLE if self.is_example else ""))

    @cached_property
    def open_data(self) -> tuple[Blob, ...]:
        """Every file of the open data, made once: pages say how large they are."""
        known = Known(self.site, self.progress, self.words, self.links, self.is_example)
        return published(known)

    def absolute(self, address: str) -> str:
        """An address of this site as others write it."""
        return self.site.settings.address.rstrip("/") + address

    @cached_property
    def senders(self) -> tuple[Sender, ...]:
        """The parties of the promise that the front page shows, in its order."""
        if self.progress.current:
            parties = [self.words.parties[id] for id in self.progress.current[0].promise.parties]
            return tuple(Sender(party.name, party.web) for party in parties)
        return (Sender(self.site.settings.municipality, None),)

    def _menu(self, entries: Iterable[tuple[str, str]], address: str) -> tuple[Link, ...]:
        return tuple(Link(text, self.links.to(to), to == address) for text, to in entries)

    def _navigation(self) -> Iterator[tuple[str, str]]:
        yield "Så går det", links.front()
        if self.progress.current:
            shown = self.progress.current[0].promise.id
            yield "Löftet", links.promise(shown)
            yield "Insatser", links.actions(shown)
        yield "Platser", links.PLACES
        if len(self.progress.promises) > 1:
            yield "Alla löften", links.ARCHIVE
        if self.progress.current:
            yield "För tidningen", links.NOTICE
        yield "Om", self.about

    @property
    def about(self) -> str:
        """The page about the site: the editors' own, or how we count."""
        has_own = any(page.id == "om" for page in self.site.pages)
        return links.free_page("om") if has_own else links.COUNTING

    def page_link(self, content: FreePage, address: str = "") -> Link:
        """A link to a free page, in the page's own language, as it stands on the page `address`."""
        to = links.free_page(content.id)
        language = None if content.language == "sv" else content.language
        return Link(content.heading, self.links.to(to), to == address, language)

    @cached_property
    def _pages(self) -> tuple[FreePage, ...]:
        """The free pages in the order of menus."""
        return tuple(sorted(self.site.pages, key=lambda page: (page.order or 10**6, page.id)))

    def _versions(self, address: str) -> Iterator[Link]:
        """The pages in easy Swedish, then those in other languages."""
        easy = [page for page in self._pages if page.is_easy and page.language == "sv"]
        for page in easy:
            link = self.page_link(page, address)
            yield replace(link, text="Lättläst" if len(easy) == 1 else f"Lättläst: {link.text}")
        yield from (self.page_link(p, address) for p in self._pages if p.language != "sv")

    def _about(self, address: str) -> Iterator[Link]:
        """What the law asks for, the site map, and the editors' own pages."""
        if self.site.settings.accessibility:
            yield from self._menu([("Tillgänglighetsredogörelse", links.ACCESSIBILITY)], address)
        yield from self._menu(_ABOUT, address)
        for page in self._pages:
            if page.in_footer and not page.is_easy and page.language == "sv":
                yield self.page_link(page, address)

    def when(self, value: Span) -> When:
        return When(days(value.first, value.last), value.written)

    def day(self, value: date) -> When:
        return self.when(Span(value, value))

    def is_to_come(self, action: Action) -> bool:
        """True of what is planned for today or a later day; else nothing is told of it."""
        return action.status == "planerad" and action.span.last >= self.progress.today

    def action_item(
        self, result: PromiseResult, action: Action, note: str | None = None
    ) -> ActionItem:
        """The action as a line in a list, under the promise that it belongs to."""
        key = result.promise.id, action.id
        if key not in self._items:
            self._items[key] = self._item(result, action)
        item = self._items[key]
        return replace(item, note=note) if note and not item.note else item

    def once(self, make: Callable[["Frame"], _Made]) -> _Made:
        """What is made of the frame, made once: the same stands on several pages."""
        if make not in self._made:
            self._made[make] = make(self)
        made: _Made = self._made[make]
        return made

    @cached_property
    def _made(self) -> dict[Callable[["Frame"], Any], Any]:
        return {}

    @cached_property
    def _items(self) -> dict[tuple[str, str], ActionItem]:
        """Each action's line, made once: it stands in many lists."""
        return {}

    def _item(self, result: PromiseResult, action: Action) -> ActionItem:
        headings = measure_headings(result, action)
        return ActionItem(
            title=self.words.action_title(action, headings[0] if headings else "Insats"),
            address=self.links.to(links.action(result.promise.id, action.id)),
            when=self.when(action.span),
            hours=hours(action),
            places=self.words.place_names(action.places),
            measures=headings,
            note=f"Inställd: {action.reason}" if action.status == "inställd" else None,
            is_planned=self.is_to_come(action),
        )

    def citations(self, citations: Iterable[Citation]) -> tuple[CitationView, ...]:
        return tuple(
            CitationView(
                text=", ".join(part for part in (c.title, c.registry_number) if part)
                or c.address
                or "Källa",
                address=c.address,
                when=self.when(c.date) if c.date else None,
            )
            for c in citations
        )
