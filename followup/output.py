"""What can be published, before and after it is rendered."""

from dataclasses import dataclass


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


Output = Page | Blob


@dataclass(frozen=True)
class Rendered:
    """A file of the finished site: its path below `site/` with forward slashes, and its bytes."""

    path: str
    data: bytes
