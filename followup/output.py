"""What can be published, before and after it is rendered."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Page:
    """A file made from one template and one view. The view is all that the template may read."""

    path: str
    template: str
    view: object


@dataclass(frozen=True)
class Blob:
    """A file whose bytes are ready."""

    path: str
    data: bytes


@dataclass(frozen=True)
class Copy:
    """A file taken as it is from somewhere else."""

    path: str
    source: Path


Output = Page | Blob | Copy


@dataclass(frozen=True)
class Rendered:
    """A file of the finished site: its path below `site/` with forward slashes, and its bytes."""

    path: str
    data: bytes
