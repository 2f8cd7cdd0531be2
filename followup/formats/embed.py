"""The same as the box that other websites show, for who draws it themselves: JSON, RFC 8259."""

import json
from collections.abc import Iterator

from followup import links
from followup.notice import EXAMPLE
from followup.output import Blob
from followup.pages.frame import Frame
from followup.progress import PromiseResult
from followup.social import named
from followup.status import Status, statuses_of
from followup.wording import headline

Value = str | bool | None | list["Value"] | dict[str, "Value"]


def plan(frame: Frame) -> Iterator[Blob]:
    """What the front page says of its promises, for a machine."""
    if frame.progress.current:
        text = json.dumps(_site(frame), ensure_ascii=False, indent=2)
        yield Blob(links.EMBED_DATA.lstrip("/"), f"{text}\n".encode())


def _site(frame: Frame) -> dict[str, Value]:
    settings = frame.site.settings
    return {
        "namn": f"{_example(frame)}{settings.name}",
        "adress": f"{settings.address.rstrip('/')}/",
        "exempel": frame.is_example,
        "licens": settings.licence,
        "löften": [_promise(frame, result) for result in frame.progress.current],
    }


def _promise(frame: Frame, result: PromiseResult) -> Value:
    site = frame.site.settings.address.rstrip("/")
    return {
        "titel": f"{_example(frame)}{result.promise.title}",
        "adress": site + links.promise(result.promise.id),
        "rubrik": headline(result),
        "redovisat_till": result.reported_to.isoformat() if result.reported_to else None,
        "åtgärder": [_row(frame, status) for status in statuses_of(result, frame.words)],
    }


def _row(frame: Frame, status: Status) -> Value:
    return {
        "id": status.id,
        "rubrik": f"{_example(frame)}{named(status)}",
        "läge": status.label,
        "siffra": status.figure,
        "mening": status.sentence,
        "redovisat_till": status.reported_to.isoformat() if status.reported_to else None,
        "adress": frame.site.settings.address.rstrip("/") + status.address,
    }


def _example(frame: Frame) -> str:
    return EXAMPLE if frame.is_example else ""
