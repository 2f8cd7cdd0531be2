"""All faults for programs: JSON, and the annotations of GitHub Actions."""

import json
from collections.abc import Iterable, Iterator, Mapping

from followup.diagnostics import Diagnostic
from followup.reporting.plain import drawn
from followup.reporting.told import Told, tell


def as_json(
    diagnostics: Iterable[Diagnostic], texts: Mapping[str, str], folder: str, fate: str
) -> str:
    """One object: how many faults, what became of the site (`fate`), and every fault.

    `rad`, `kolumn` and `längd` count characters from 1; 0 means that none is known. `utdrag` is the
    line and the carets under it, or nothing.
    """
    told = [one for file in tell(diagnostics, texts, most=None) for one in file.told]
    found = {
        "fel": sum(one.severity == "fel" for one in told),
        "varningar": sum(one.severity == "varning" for one in told),
        "webbplatsen": fate,
        "funna": [_object(one, folder) for one in told],
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


def as_annotations(
    diagnostics: Iterable[Diagnostic], texts: Mapping[str, str], folder: str
) -> Iterator[str]:
    """A line for each fault, as workflow commands. Without the file's own line: logs are public.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    for file in tell(diagnostics, texts):
        for one in file.told:
            yield _annotation(one, folder)
        if file.more:
            path = _property(f"{folder}{file.path}")
            yield f"::notice file={path}::{file.more} till i den här filen"


def _object(told: Told, folder: str) -> dict[str, object]:
    source = told.source
    return {
        "fil": f"{folder}{source.path}",
        "rad": source.line,
        "kolumn": source.column,
        "längd": source.length if source.column else 0,
        "grad": told.severity,
        "regel": told.rule,
        "meddelande": told.message,
        "råd": told.hint,
        "utdrag": "\n".join(drawn(told.excerpt)).rstrip() if told.excerpt else "",
    }


def _annotation(told: Told, folder: str) -> str:
    source = told.source
    name = "error" if told.severity == "fel" else "warning"
    place = [f"file={_property(folder + source.path)}"]
    place += [f"line={source.line}"] if source.line else []
    place += [f"col={source.column}"] if source.column else []
    words = " ".join(f"{told.message}. {told.hint}".split())
    return f"::{name} {','.join(place)},title={_property(told.rule)}::{_data(words)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
