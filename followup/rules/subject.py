"""What the rules look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from followup.content import document, table
from followup.content.document import Node, Scalar, Sequence, parse
from followup.content.parts import parts
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
        group = self._group(source)
        return At(group)(*keys) if group else source

    def item(self, source: Source, key: str, number: int, *keys: str) -> Source:
        """Where a value of a list stands; with `keys`, the first of them that it has."""
        field = self._group(source)
        node = field.get(key) if field else None
        if node is None:
            return source
        items = node.items if isinstance(node, Sequence) else (node,)
        if isinstance(node, Scalar) and table.is_table(source.path):
            items = parts(node)
        found = items[number] if number < len(items) else node
        return At(found)(*keys) if isinstance(found, document.Mapping) else found.source

    def _group(self, source: Source) -> document.Mapping | None:
        """The fields that begin at a place in a file."""
        text = self.texts.get(source.path)
        if not text:
            return None
        if table.is_table(source.path):
            return table.parse(source.path, text).row(source.line)
        front_matter = _front_matter(source.path, text)
        return _group_at(front_matter, source) or front_matter

    @property
    def _lists_with_faults(self) -> frozenset[str]:
        """The lists that have a row of which no action came."""
        listed = {action.source for promise in self.site.promises for action in promise.actions}
        lists = [(path, text) for path, text in self.texts.items() if table.is_table(path)]
        return frozenset(path for path, text in lists if table.row_places(path, text) - listed)


@lru_cache(maxsize=32)
def _front_matter(path: str, text: str) -> document.Mapping:
    """The fields of a file. Remembered, as every finding in it asks."""
    return parse(path, text).front_matter


def _group_at(node: Node, source: Source) -> document.Mapping | None:
    """The group of fields that begins at a place in the file, inside another."""
    match node:
        case Scalar():
            return None
        case Sequence(items):
            inside = items
        case document.Mapping(entries):
            inside = tuple(entry.value for entry in entries)
    for part in inside:
        if isinstance(part, document.Mapping) and part.source == source:
            return part
        if found := _group_at(part, source):
            return found
    return None
