"""What kinds of files there are: where each lies, and what its fields are."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Literal

from followup.content.record import Record
from followup.content.schema import (
    ACTION,
    FREE_PAGE,
    MEASURE,
    OUTCOME,
    OWN_NOTICE,
    PLACE,
    PROMISE,
    REPORT,
    ROW,
)

Kind = Literal[
    "settings",
    "parties",
    "place",
    "page",
    "promise",
    "own_notice",
    "measure",
    "action",
    "action_list",
    "report",
    "outcome",
    "picture",
    "layers",
    "map",
]


def classify(path: str) -> tuple[Kind | None, dict[str, str]]:
    """What a file is as its path says it, with the names that are in the path."""
    for kind, pattern in _PATTERNS:
        if match := pattern.fullmatch(path):
            return kind, match.groupdict()
    return None, {}


def looks_like(keys: Collection[str], kinds: Collection[Kind]) -> Kind | None:
    """The one of `kinds` that has the most of `keys`: nearly all, and more than every other.

    One key is too little to go by.
    """
    fitting = {kind: len(FIELDS[kind].intersection(keys)) for kind in kinds}
    most = max(fitting.values(), default=0)
    best = [kind for kind, known in fitting.items() if known == most]
    best = [kind for kind in best if _NEEDED[kind].issubset(keys)] or best
    is_clear = most > 1 and most >= _NEARLY_ALL * len(keys) and len(best) == 1
    return best[0] if is_clear else None


def seems_another(kind: Kind, keys: Collection[str]) -> Kind | None:
    """The kind whose fields these are, when they fit `kind` clearly worse."""
    faults = _misfit(kind, keys) if kind in FIELDS else 0
    seems = looks_like(keys, [*_HOMES]) if faults >= _CLEARLY else None
    return seems if seems and faults - _misfit(seems, keys) >= _CLEARLY else None


def _misfit(kind: Kind, keys: Collection[str]) -> int:
    """How many fields are too many or too few."""
    return len(frozenset(keys) - FIELDS[kind]) + len(_NEEDED[kind].difference(keys))


def homes(kind: Kind, promises: Iterable[str], name: str) -> tuple[str, ...]:
    """Where a file of a kind may lie: one place, or one in each promise."""
    if "{promise}" not in _HOMES[kind]:
        return (_HOMES[kind].format(name=name),)
    return tuple(_HOMES[kind].format(promise=promise, name=name) for promise in promises)


_PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("settings", re.compile(r"webbplats\.yaml")),
    ("parties", re.compile(r"parter\.yaml")),
    ("place", re.compile(r"platser/(?P<id>[^/]+)\.md")),
    ("page", re.compile(r"sidor/(?P<id>[^/]+)\.md")),
    ("promise", re.compile(r"loften/(?P<promise>[^/]+)/lofte\.md")),
    ("own_notice", re.compile(r"loften/(?P<promise>[^/]+)/notis\.md")),
    ("measure", re.compile(r"loften/(?P<promise>[^/]+)/atgarder/(?P<id>[^/]+)\.md")),
    ("action", re.compile(r"loften/(?P<promise>[^/]+)/insatser/(?P<id>[^/]+)\.md")),
    ("action_list", re.compile(r"loften/(?P<promise>[^/]+)/insatser/[^/]+\.(?i:csv)")),
    ("report", re.compile(r"loften/(?P<promise>[^/]+)/redovisningar/(?P<id>[^/]+)\.md")),
    ("outcome", re.compile(r"loften/(?P<promise>[^/]+)/effekter/(?P<id>[^/]+)\.md")),
    ("layers", re.compile(r"karta/lager\.yaml")),
    ("map", re.compile(r"karta/[^/]+\.geojson")),
    ("picture", re.compile(r".+\.(?:jpg|jpeg|png|webp)", re.IGNORECASE)),
)
# A promise has one file for itself and one for its notice: those are never told to move.
_HOMES: Mapping[Kind, str] = {
    "place": "platser/{name}",
    "page": "sidor/{name}",
    "measure": "loften/{promise}/atgarder/{name}",
    "action": "loften/{promise}/insatser/{name}",
    "report": "loften/{promise}/redovisningar/{name}",
    "outcome": "loften/{promise}/effekter/{name}",
}
# One of them, and where the files of the kind are.
CALLED: Mapping[Kind, tuple[str, str]] = {
    "place": ("en plats", "bland platserna"),
    "page": ("en egen sida", "bland sidorna"),
    "promise": ("ett löfte", "där löftets egen fil ska ligga"),
    "own_notice": ("en notis", "där löftets notis ska ligga"),
    "measure": ("en åtgärd", "bland åtgärderna"),
    "action": ("en insats", "bland insatserna"),
    "report": ("en redovisning", "bland redovisningarna"),
    "outcome": ("en effekt", "bland effekterna"),
}
_RECORDS: Mapping[Kind, tuple[Record[Any], ...]] = {
    "place": (PLACE,),
    "page": (FREE_PAGE,),
    "promise": (PROMISE,),
    "own_notice": (OWN_NOTICE,),
    "measure": (MEASURE,),
    "action": (ACTION,),
    "report": (REPORT, ROW),
    "outcome": (OUTCOME,),
}
FIELDS = {
    kind: frozenset(field.key for record in records for field in record.fields)
    for kind, records in _RECORDS.items()
}
_NEEDED = {
    kind: frozenset(field.key for field in records[0].fields if field.required)
    for kind, records in _RECORDS.items()
}
# One field that does not belong is a slip; it takes more to be a file of another kind.
_CLEARLY = 2
_NEARLY_ALL = 0.8
