"""All files of the open data: the tables in their formats, the catalogue of them, the checksums."""

from followup.opendata.catalogue import catalogue_file
from followup.opendata.files import checksums, data_files
from followup.opendata.rows import Known, filled
from followup.output import Blob


def published(known: Known) -> tuple[Blob, ...]:
    """Every file in the folder `data`."""
    data = tuple(data_files(filled(known), known.is_example))
    told = (*data, catalogue_file(known.site, data, known.is_example))
    return (*told, checksums(told))
