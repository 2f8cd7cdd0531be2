"""Ready texts for social media.

Each takes the fullest text that fits and nothing is ever cut: what cannot be said in full is not
said. Every character counts as one, addresses too. X counts any address as 23 characters: of a
shorter one the text leaves the difference unused, so that it fits there as well.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from followup.model import Action
from followup.naming import Words, happened
from followup.notice import EXAMPLE
from followup.progress import Milestone, milestones
from followup.status import Status
from followup.swedish import day
from followup.wording import reached_sentence

LIMIT = 280
_ADDRESS_ON_X = 23


@dataclass(frozen=True)
class Post:
    """What to publish of a target that has reached something: `label` says what."""

    status: Status
    milestone: Milestone
    label: str
    text: str

    @property
    def length(self) -> int:
        return len(self.text)


def post(status: Status, site: str, words: Words, is_example: bool) -> Post | None:
    """The text on the last that a target reached; None where it has reached nothing.

    `site` is the site's own address. None also for a name so long that nothing fits beside it.
    """
    reached = milestones(status.target)
    if not reached:
        return None
    prefix = EXAMPLE if is_example else ""
    texts = (prefix + text for text in _texts(status, reached[-1], site))
    most = LIMIT - max(0, _ADDRESS_ON_X - len(site))
    fitting = next((text for text in texts if len(text) <= most), None)
    return Post(status, reached[-1], _label(status, reached[-1]), fitting) if fitting else None


def named(status: Status) -> str:
    """`Nattvandring`, or `Nattvandring, del ett` where the measure has several targets."""
    part = status.part
    return f"{status.heading}, {part[:1].lower()}{part[1:]}" if part else status.heading


def _label(status: Status, milestone: Milestone) -> str:
    match milestone.kind:
        case "första insatsen":
            return "Första insatsen"
        case "halvvägs":
            return "Halvvägs"
    return status.label


def _texts(status: Status, milestone: Milestone, site: str) -> Iterator[str]:
    """The same in many lengths, the fullest first. A result is told whole, or in its figure."""
    as_of = f"Redovisat till och med {day(status.reported_to)}." if status.reported_to else ""
    for address in (site + status.address, site):
        for reached in (_sentence(status, milestone), ""):
            yield _joined(status, status.sentence, reached, as_of, address)
    yield _joined(status, status.in_short, as_of, site)


def _joined(status: Status, *parts: str) -> str:
    return f"{named(status)}: {' '.join(part for part in parts if part)}"


def _sentence(status: Status, milestone: Milestone) -> str:
    """When it was reached, where the result does not say so itself."""
    by = milestone.by
    match milestone.kind:
        case "första insatsen" if isinstance(by, Action):
            return f"Den första insatsen genomfördes {happened(by)}."
        case "halvvägs" if isinstance(by, Action):
            return f"Hälften av det utlovade antalet nåddes {happened(by)}."
        case "halvvägs" if milestone.day:
            return f"Hälften av det utlovade antalet var nått den {day(milestone.day)}."
        case "nått":
            return reached_sentence(status.target) or ""
    return ""
