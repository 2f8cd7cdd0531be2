"""What the rules look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from followup.content import document, table
from followup.content.document import Node, Scalar, Sequence, parse
from followup.content.record import At
from followup.diagnostics import Source
from followup.links import Links
from followup.model import Site
from followup.progress import Progress, compute


@dataclass(frozen=True)
class Subject:
    """What the rules look at. `latest` is the last day that can have happened.

    `texts` gives a file's text by its path, so that a rule can point at a field; `pictures` gives
    the bytes of each picture file.
    """

    site: Site
    links: Links
    latest: date
    texts: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    @cached_property
    def progress(self) -> Progress:
        """What all of it amounts to on the last day that can have happened."""
        return compute(self.site, self.latest)[1]

    @cached_property
    def left_out(self) -> frozenset[str]:
        """The files that are not in the site, because of faults in them or in their promise.

        Nothing is said of what they would have changed.
        """
        pages = {path for path in self.texts if path.endswith(".md")}
        return frozenset(pages - self.links.by_file.keys()) | self._lists_with_faults

    def at(self, source: Source, *keys: str) -> Source:
        """Where the first of `keys` that is written stands in a file; else the file itself."""
        text = self.texts.get(source.path)
        if text and table.is_table(source.path):
            row = table.parse(source.path, text).row(source.line)
            return At(row)(*keys) if row else source
        if not text:
            return source
        front_matter = parse(source.path, text).front_matter
        return At(_group_at(front_matter, source) or front_matter)(*keys)

    @property
    def _lists_with_faults(self) -> frozenset[str]:
        """The lists that have a row of which no action came."""
        listed = {action.source for promise in self.site.promises for action in promise.actions}
        lists = [(path, text) for path, text in self.texts.items() if table.is_table(path)]
        return frozenset(path for path, text in lists if table.row_places(path, text) - listed)


def _group_at(node: Node, source: Source) -> document.Mapping | None:
    """The group of fields that begins at a place in the file, inside another."""
    match node:
        case Scalar():
            return None
        case Sequence(items):
            parts = items
        case document.Mapping(entries):
            parts = tuple(entry.value for entry in entries)
    for part in parts:
        if isinstance(part, document.Mapping) and part.source == source:
            return part
        if found := _group_at(part, source):
            return found
    return None
