"""The content as it is with a new file in it."""

from collections.abc import Iterable
from datetime import date

from followup.content.files import RawFile
from followup.content.load import Loaded, load
from followup.diagnostics import Diagnostic
from followup.links import Links
from followup.rules import Subject, check


def look(files: Iterable[RawFile], today: date) -> tuple[Loaded, tuple[Diagnostic, ...]]:
    """What the content says, and every fault in it that can be found without making its pages."""
    loaded = load(files)
    if not loaded.site:
        return loaded, loaded.diagnostics
    latest = loaded.site.settings.frozen_at or today
    subject = Subject(loaded.site, Links.of(loaded.site, {}), latest, loaded.texts)
    return loaded, (*loaded.diagnostics, *check(subject))


def sign(fault: Diagnostic) -> tuple[str, str, str]:
    """What tells faults apart when lines have moved."""
    return fault.source.path, fault.rule, fault.message
