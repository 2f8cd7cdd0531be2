"""What can be published, before and after it is rendered."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property


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
class Made:
    """A file that is slow to make, such as a picture: made when somebody asks for its bytes.

    `key` names all that it is made of, the program that makes it included: as long as the key is
    the same, so are the bytes, and a publish leaves the file that lies there.
    """

    path: str
    key: str
    make: Callable[[], bytes]

    @cached_property
    def data(self) -> bytes:
        return self.make()


Output = Page | Blob | Made


@dataclass(frozen=True)
class Rendered:
    """A file of the finished site: its path below `site/` with forward slashes, and its bytes.

    `key` is that of what it was made of, when it is slow to make.
    """

    path: str
    data: bytes
    key: str = ""


Finished = Rendered | Made
