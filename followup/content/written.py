"""Values as they are written in a file, so that reading gives the same value back."""

import re
from collections.abc import Sequence

from followup.content.document import Scalar, parse
from followup.content.record import Field
from followup.content.unreadable import Unreadable


def entry(field: Field, answer: str) -> str:
    """The line of a field: `plats: [bro, brunna]` for `bro, brunna`, quotation marks where needed.

    A group of fields, and a list within brackets, stand as they were written.
    """
    return f"{field.key}: {_value(field, ' '.join(answer.split()))}"


def several(answer: str) -> tuple[str, ...]:
    """The ids in `bro, brunna`, `bro och brunna` or `[bro, brunna]`."""
    parts = re.split(r"[\s,;]+(?:och\s+)?", answer.strip("[] "))
    return tuple(part for part in parts if part)


def scalar(text: str) -> str:
    """One piece of text, within quotation marks when it would be read as something else."""
    return text if _reads_back(text) else _quoted(text)


def _value(field: Field, answer: str) -> str:
    if field.refers_to and field.is_list:
        return _ids(several(answer))
    is_made_of_parts = field.record or (field.is_list and answer.startswith("["))
    return answer if is_made_of_parts else scalar(answer)


def _ids(ids: Sequence[str]) -> str:
    if len(ids) == 1:
        return scalar(ids[0])
    return f"[{', '.join(id if _PLAIN.fullmatch(id) else _quoted(id) for id in ids)}]"


def _quoted(text: str) -> str:
    inner = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inner}"'


_PLAIN = re.compile(r"[a-z0-9][a-z0-9#-]*", re.ASCII)


def _reads_back(text: str) -> bool:
    if not text.isprintable():
        return False
    try:
        found = parse("a.yaml", f"a: {text}\n").front_matter.get("a")
    except Unreadable:
        return False
    return isinstance(found, Scalar) and found.text == text
