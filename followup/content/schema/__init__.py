"""THE table: what staff may write, and what it means.

It drives the reading of files, the suggestions in error messages and the list of fields. A new
field is a row in one of the files here, an attribute in `model.py` and a place in a template.
"""

from typing import Any

from followup.content.record import Record
from followup.content.schema.maps import LAYER, LAYERS
from followup.content.schema.outcome import OUTCOME, READING
from followup.content.schema.promise import (
    ACTION,
    CHANGE,
    MEASURE,
    OWN_NOTICE,
    PICTURE,
    PROMISE,
    RULE,
    STEP,
    TARGET,
)
from followup.content.schema.report import INTERVALS, REPORT, ROW
from followup.content.schema.shared import CITATION, CORRECTION, REVIEWED
from followup.content.schema.site import (
    CONTACT,
    FREE_PAGE,
    LENGTHS,
    NOTICE,
    PARTY,
    PLACE,
    SETTINGS,
    STATEMENT,
)

RECORDS: tuple[Record[Any], ...] = (
    SETTINGS,
    CONTACT,
    NOTICE,
    LENGTHS,
    STATEMENT,
    PARTY,
    PLACE,
    FREE_PAGE,
    LAYERS,
    LAYER,
    PROMISE,
    CHANGE,
    OWN_NOTICE,
    MEASURE,
    TARGET,
    RULE,
    STEP,
    ACTION,
    PICTURE,
    REPORT,
    ROW,
    INTERVALS,
    OUTCOME,
    READING,
    CITATION,
    CORRECTION,
    REVIEWED,
)

__all__ = [
    "ACTION",
    "CHANGE",
    "CITATION",
    "CONTACT",
    "CORRECTION",
    "FREE_PAGE",
    "INTERVALS",
    "LAYER",
    "LAYERS",
    "LENGTHS",
    "MEASURE",
    "NOTICE",
    "OUTCOME",
    "OWN_NOTICE",
    "PARTY",
    "PICTURE",
    "PLACE",
    "PROMISE",
    "READING",
    "RECORDS",
    "REPORT",
    "REVIEWED",
    "ROW",
    "RULE",
    "SETTINGS",
    "STATEMENT",
    "STEP",
    "TARGET",
]
