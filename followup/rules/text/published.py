"""What of the content is published: the words of whole files, and running texts."""

import re
from collections.abc import Iterator
from functools import lru_cache

from followup.content import markdown_limits, table
from followup.diagnostics import Source
from followup.links import spot
from followup.model import Action, Body, Change, Site
from followup.rules.subject import Subject


@lru_cache(maxsize=20_000)
def published(path: str, text: str) -> str:
    """A file's text, of the same length, with blanks for what is not published in it as words.

    That is notes, answers to warnings, and the fields that are there for contact. Remembered, as
    several rules look.
    """
    if table.is_table(path):
        return text
    head = text if path.endswith(".yaml") else _head(text)
    if not _MAY_HAVE_UNPUBLISHED.search(head):
        return text
    return _UNPUBLISHED.sub(_blank, head) + text[len(head) :]


def at(body: Body, start: int, end: int) -> Source:
    """Where what stands from `start` to `end` in a running text is, as far as its line goes."""
    return spot(body, start, max(1, len(body.text[start:end].partition("\n")[0])))


def place(path: str, text: str, start: int, end: int) -> Source:
    """Where in a file something stands."""
    line_start = text.rfind("\n", 0, start) + 1
    length = len(text[start:end].partition("\n")[0])
    return Source(path, text.count("\n", 0, start) + 1, start - line_start + 1, length)


def bodies(site: Site) -> Iterator[Body]:
    """All running texts, quoted ones too, but for those that nobody can read."""
    yield from filter(_is_readable, every_body(site))


def every_body(site: Site) -> Iterator[Body]:
    """All running texts."""
    quoted = (m.body for p in site.promises for m in p.measures if m.wording == "citat")
    promised = (promise.body for promise in site.promises)
    yield from (*promised, *quoted, *_own_bodies(site, languages=True))


def own_texts(subject: Subject) -> Iterator[Body]:
    """What the editors have written in Swedish themselves: neither the promise nor quotations."""
    yield from filter(_is_readable, _own_bodies(subject.site, languages=False))
    for path, said in _fields(subject.site):
        text = subject.texts.get(path, "")
        if found := _found(text, said):
            yield Body(text[slice(*found)], place(path, text, *found))  # with its own line breaks


_MAY_HAVE_UNPUBLISHED = re.compile("#|granskat:|kontakt:")
_UNPUBLISHED = re.compile(
    r"^(?P<in> *)(?:granskat|kontakt):.*(?:\n(?:(?P=in) +\S.*|(?P=in)- .*|[ \t]*(?=\n)))*"
    r"|^[ \t]*#.*|(?<=[ \t])#[ \t].*",
    re.MULTILINE,
)
_HEAD = re.compile(r"\s*---[^\n]*\n.*?^---", re.DOTALL | re.MULTILINE)


def _head(text: str) -> str:
    head = _HEAD.match(text)
    return head[0] if head else ""


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


@lru_cache(maxsize=20_000)
def _is_readable(body: Body) -> bool:
    return next(markdown_limits.check(body), None) is None


def _own_bodies(site: Site, languages: bool) -> Iterator[Body]:
    yield from (place.body for place in site.places)
    yield from (page.body for page in site.pages if languages or page.language == "sv")
    for promise in site.promises:
        retold = (measure.body for measure in promise.measures if measure.wording != "citat")
        yield from retold
        yield from (item.body for item in promise.told)
        yield from (outcome.body for outcome in promise.outcomes)


def _fields(site: Site) -> Iterator[tuple[str, str]]:
    """The fields that hold sentences, each with the path of its file."""
    settings = site.settings
    statement = settings.accessibility
    own = (settings.description, settings.next_promise)
    stated = (statement.method, *statement.shortcomings) if statement else ()
    yield from ((settings.source.path, said) for said in (*own, *stated) if said)
    for promise in site.promises:
        known = (promise.incomplete, *_changed(promise.changes))
        yield from ((promise.source.path, said) for said in known if said)
        for measure in promise.measures:
            readings = (target.interpretation for target in measure.targets)
            read = (*readings, *_changed(measure.changes))
            yield from ((measure.source.path, said) for said in read if said)
        for item in promise.told:
            corrected = [correction.what for correction in item.corrections]
            if isinstance(item, Action):
                told = [item.reason, *corrected]
            else:
                rows = [said for row in item.rows for said in (row.reason, row.text)]
                told = [item.incomplete, *rows, *corrected]
            yield from ((item.source.path, said) for said in told if said)


def _changed(changes: tuple[Change, ...]) -> Iterator[str]:
    for change in changes:
        yield from (change.what, change.why)


def _found(text: str, said: str) -> tuple[int, int] | None:
    """Where in a file a field's text stands, whose lines are joined to one when it is read."""
    match = re.search(r"\s+".join(map(re.escape, said.split())), text)
    return match.span() if match else None
