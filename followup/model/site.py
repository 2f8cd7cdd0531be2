"""The site as a whole: its settings, parties, places and free pages."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from followup.diagnostics import Source
from followup.model.basics import Body, Reviewed
from followup.model.maps import Layers, MapFile
from followup.model.promise import Promise

PartyKind = Literal["polis", "kommun", "bolag", "förening", "myndighet", "annan"]
PlaceKind = Literal["plats", "kommundel"]


@dataclass(frozen=True)
class Position:
    """WGS 84 degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True)
class Contact:
    name: str
    email: str | None = None
    phone: str | None = None


@dataclass(frozen=True)
class Lengths:
    """Most characters with spaces, as a word processor counts them."""

    short: int = 300
    middle: int = 600
    long: int = 1200


@dataclass(frozen=True)
class NoticeSettings:
    """Limits in characters with spaces; the column's width in millimetres."""

    lengths: Lengths = Lengths()
    headline: int = 36
    width_mm: int = 82
    short_address: str | None = None


@dataclass(frozen=True)
class Statement:
    """The facts of the statutory accessibility statement (lagen 2018:1937, 13 §)."""

    conformance: Literal["helt", "delvis", "inte"]
    assessed: date
    method: str
    updated: date | None = None
    shortcomings: tuple[str, ...] = ()
    exempted: tuple[str, ...] = ()


@dataclass(frozen=True)
class Settings:
    version: int
    name: str
    address: str
    municipality: str
    contact: Contact
    source: Source
    description: str | None = None
    frozen_at: date | None = None
    notice: NoticeSettings = NoticeSettings()
    stale_after: int = 60
    accent: str | None = None
    accent_dark: str | None = None
    accessibility: Statement | None = None
    next_promise: str | None = None
    licence: str = "CC0 1.0"
    embedded_by: tuple[str, ...] = ()
    reviewed: tuple[Reviewed, ...] = ()


@dataclass(frozen=True)
class Party:
    id: str
    name: str
    kind: PartyKind
    source: Source
    short: str | None = None
    web: str | None = None
    part_of: str | None = None
    reviewed: tuple[Reviewed, ...] = ()

    @property
    def short_name(self) -> str:
        return self.short or self.name


@dataclass(frozen=True)
class Place:
    id: str
    name: str
    source: Source
    body: Body
    kind: PlaceKind = "plats"
    district: str | None = None
    position: Position | None = None
    position_source: str | None = None
    area: str | None = None
    former_ids: tuple[str, ...] = ()
    reviewed: tuple[Reviewed, ...] = ()


@dataclass(frozen=True)
class FreePage:
    id: str
    heading: str
    body: Body
    source: Source
    language: str = "sv"
    is_easy: bool = False
    order: int | None = None
    in_footer: bool = False
    is_draft: bool = False
    publish_on: date | None = None
    former_ids: tuple[str, ...] = ()
    reviewed: tuple[Reviewed, ...] = ()


@dataclass(frozen=True)
class Site:
    """Everything that the content says."""

    settings: Settings
    parties: tuple[Party, ...]
    places: tuple[Place, ...]
    promises: tuple[Promise, ...]
    pages: tuple[FreePage, ...] = ()
    maps: tuple[MapFile, ...] = ()
    layers: Layers | None = None

    @property
    def has_examples(self) -> bool:
        """True while anything in the content is invented: then every page says so."""
        return any(promise.has_examples for promise in self.promises)
