"""The folder /data/, whose pages say how large each file is."""

from collections.abc import Iterator

from followup.output import Blob
from followup.pages.frame import Frame


def plan(frame: Frame) -> Iterator[Blob]:
    """Every file of the open data."""
    yield from frame.open_data
