"""The photos of the content, as they are published: without metadata, under a name with a hash."""

from collections.abc import Mapping
from dataclasses import dataclass

from followup.diagnostics import Diagnostic, Source
from followup.formats.assets import named
from followup.formats.photos import NotAPicture, size, without_metadata
from followup.output import Blob
from followup.swedish import slug

_SAVE_AGAIN = (
    "Öppna bilden i ett bildprogram och spara den på nytt som jpg, png eller webp, eller ta bort "
    "den."
)


@dataclass(frozen=True)
class Photo:
    """A photo ready to publish, and its width and height in pixels."""

    blob: Blob
    size: tuple[int, int]

    @property
    def address(self) -> str:
        return f"/{self.blob.path}"


def photos(files: Mapping[str, bytes]) -> tuple[dict[str, Photo], tuple[Diagnostic, ...]]:
    """Each picture file by its path, and a fault for each that is no picture."""
    made: dict[str, Photo] = {}
    faults: list[Diagnostic] = []
    for path, data in files.items():
        name = path.rpartition("/")[2]
        stem, _, ending = name.rpartition(".")
        try:
            clean = without_metadata(data, name)
            made[path] = Photo(named(f"{slug(stem)}.{ending.lower()}", clean), size(clean))
        except NotAPicture as error:
            faults.append(Diagnostic(Source(path), "fel", "bild", str(error), _SAVE_AGAIN))
    return made, tuple(faults)
