"""Pages to bytes through Jinja. A template reads its view and nothing else."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup, escape

from followup import swedish
from followup.output import Page, Rendered
from followup.pages.frame import ActionItem
from followup.pages.listed import Listed
from followup.render.markdown import to_html


def _code(html: str) -> Markup:
    """HTML as a text to copy: every character of it is shown."""
    return escape(str(html).strip())


def _linked(value: object) -> Markup:
    """Linked data as JSON inside a page: no text in it can end the script that it stands in."""
    return htmlsafe_json_dumps(value, ensure_ascii=False)


def _shown(value: object) -> object:
    """What a template shows is never a missing value in disguise: None, True or False."""
    if value is None or isinstance(value, bool):
        raise TypeError(f"en mall visar {value}")
    return value


FILTERS = {
    "code": _code,
    "prose": to_html,
    "quote": swedish.quote,
    "capitalise": swedish.capitalise,
    "number": swedish.number,
    "linked": _linked,
    "listing": swedish.listing,
}


def _row_of(made: Environment) -> Callable[[ActionItem | Listed], Markup]:
    """Renders the row of an action once, for all the lists that it stands in."""
    # By identity: the row is kept, so its id is too.
    kept: dict[int, tuple[ActionItem | Listed, Markup]] = {}

    def row(value: ActionItem | Listed) -> Markup:
        if id(value) not in kept:
            macro = made.get_template("macros/lists.html").module.__dict__["action"]
            of = (value.item, value) if isinstance(value, Listed) else (value,)
            kept[id(value)] = value, macro(*of)
        return kept[id(value)][1]

    return row


class _Compiled(FileSystemBytecodeCache):
    """Compiled templates, kept for the next build in the system's folder for such things.

    Only a help: what cannot be read or kept there is compiled again.
    """

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def _compiled() -> _Compiled | None:
    """None where the system has no folder that only this user can write in."""
    try:
        return _Compiled()
    except (OSError, RuntimeError):
        return None


def environment(templates: Path, keeps_compiled: bool = False) -> Environment:
    """Autoescape everywhere, whatever the file is called; a missing value is an error."""
    made = Environment(
        loader=FileSystemLoader(templates),
        bytecode_cache=_compiled() if keeps_compiled else None,
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(FILTERS)
    made.filters["row"] = _row_of(made)
    return made


def render(
    pages: Iterable[Page], templates: Path, keeps_compiled: bool = False
) -> Iterator[Rendered]:
    """Each page as the bytes of its file; compiled templates are kept when that is asked for."""
    made = environment(templates, keeps_compiled)
    for page in pages:
        html = made.get_template(page.template).render(view=page.view)
        yield Rendered(page.path, html.encode())
