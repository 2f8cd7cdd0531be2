"""What was found, as people and machines read it: text, colours, JSON and annotations."""

from followup.reporting.machine import as_annotations, as_json
from followup.reporting.plain import report, wrapped
from followup.reporting.screen import show
from followup.reporting.told import Excerpt, FileFaults, Told, tell

__all__ = [
    "Excerpt",
    "FileFaults",
    "Told",
    "as_annotations",
    "as_json",
    "report",
    "show",
    "tell",
    "wrapped",
]
