"""From what was asked for to a file: nothing is written until all of it is right."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from followup.asking import Question
from followup.content.files import RawFile
from followup.diagnostics import Diagnostic, FollowupError
from followup.scaffold.draft import BODY, NOTHING_THERE, PROMISE_KEY, Draft, Kind
from followup.scaffold.trial import look, sign
from followup.suggest import closest
from followup.swedish import listing


def start(kind: Kind, files: Iterable[RawFile], today: date, values: Mapping[str, str]) -> Draft:
    """A draft with what was given as `fält=värde`. Raises FollowupError for what does not fit."""
    files = tuple(files)
    loaded, faults = look(files, today)
    if not loaded.site:
        raise FollowupError(
            "webbplats.yaml saknas eller har fel. Kör kontrollera och rätta det först."
        )
    if kind.is_of_a_promise and not loaded.site.promises:
        raise FollowupError(NOTHING_THERE["löfte"])
    known = frozenset(map(sign, faults))
    given = {_key(kind, key): value for key, value in values.items() if value}
    draft = Draft(kind, files, today, loaded.site, known, given)
    promises = [promise.id for promise in loaded.site.promises]
    chosen = given.get(PROMISE_KEY)
    if kind.is_of_a_promise and chosen and chosen not in promises:
        raise FollowupError(f"Löftet ”{chosen}” finns inte. Det finns: {listing(promises)}.")
    _stop(draft, draft.faults())
    return draft


def finish(draft: Draft, program: str) -> Draft:
    """The draft, when nothing is missing and nothing is wrong; else raises FollowupError."""
    values = {key: value for key, value in draft.answers.items() if value}
    missing_told(draft.missing(), values, f"{program} ny {draft.kind.name}")
    _stop(draft, draft.all_faults())
    draft.kind.name_from(draft)
    return draft


def missing_told(missing: Sequence[Question], values: Mapping[str, str], command: str) -> None:
    """Raises FollowupError with all that is missing, and a whole command, when anything is."""
    if missing:
        told = listing([f"{one.key} ({one.help})" for one in missing])
        whole = {**values, **{one.key: one.example for one in missing}}
        pairs = " ".join(_pair(key, value) for key, value in whole.items())
        raise FollowupError(f"Det här saknas: {told}. Skriv till exempel:  {command} {pairs}")


def create(folder: Path, paths: Iterable[str], text: str) -> Path:
    """Writes a new file under the first name that is free. Nothing is ever overwritten."""
    for path in (folder / name for name in paths):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            continue
        except OSError:
            raise FollowupError(
                f"Filen {path} går inte att skriva. Kontrollera att du får skriva i mappen och att "
                "disken inte är full."
            ) from None
        return path
    raise FollowupError(f"I mappen {folder} finns redan filer med de namnen.")


def fold(key: str) -> str:
    """The key as it is written on a keyboard without å, ä and ö."""
    return unicodedata.normalize("NFC", key).casefold().translate(_WITHOUT_DOTS)


_WITHOUT_DOTS = str.maketrans("åäö-", "aao_")


def _key(kind: Kind, written: str) -> str:
    """The field that was meant."""
    keys = [slot.field.key for slot in kind.slots] + [BODY]
    keys += [slot.group.key for slot in kind.slots if slot.group]
    keys += [PROMISE_KEY] if kind.is_of_a_promise else []
    for key in keys:
        if fold(key) == fold(written):
            return key
    near = closest(written, keys)
    offer = f"Menade du {near}?" if near else f"Fälten är: {listing(sorted(set(keys)))}."
    raise FollowupError(f"Fältet ”{written}” finns inte. {offer}")


def _stop(draft: Draft, faults: Sequence[Diagnostic]) -> None:
    """Raises FollowupError with the first fault and the field that it stands in."""
    for fault in faults:
        raise FollowupError(f"{_place(draft, fault)}{fault.message}. {fault.hint}")


def _place(draft: Draft, fault: Diagnostic) -> str:
    """The field of the new file that a fault stands in, or the other file."""
    if fault.source.path != draft.trial.path:
        return f"{fault.source.path}: "
    line = draft.text().split("\n")[max(0, fault.source.line - 1)]
    key = line.strip().partition(":")[0]
    return f"{key}: " if draft.kind.slot(key) else ""


def _pair(key: str, value: str) -> str:
    return f'{key}="{value}"' if re.search(r"[^\w,.:/#@–-]", value) else f"{key}={value}"
