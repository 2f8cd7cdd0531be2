"""The folder /data/: the tables in their formats, the catalogue of them, and their checksums."""

from collections.abc import Iterator

from followup.opendata.catalogue import catalogue_file
from followup.opendata.files import checksums, data_files
from followup.opendata.rows import Known, filled
from followup.output import Blob
from followup.pages.frame import Frame


def plan(frame: Frame) -> Iterator[Blob]:
    """Every file of the open data."""
    known = Known(frame.site, frame.progress, frame.words, frame.links, frame.is_example)
    data = tuple(data_files(filled(known), frame.is_example))
    catalogue = catalogue_file(frame.site, data, frame.is_example)
    yield from (*data, catalogue)
    yield checksums((*data, catalogue))
