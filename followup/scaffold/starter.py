"""A first content folder for another municipality: a whole site with one invented action in it.

Everything in it but the answers is invented and says so, so it stands under an address in .example
until that has been replaced. A real address is kept in a note beside it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from followup.asking import Question
from followup.content.document import Scalar
from followup.content.fields import Context, Invalid
from followup.content.record import Field
from followup.content.schema import CONTACT, SETTINGS
from followup.content.written import scalar
from followup.diagnostics import Diagnostic, FollowupError, Source
from followup.scaffold.make import fold, missing_told
from followup.suggest import closest
from followup.swedish import listing


@dataclass(frozen=True)
class Starter:
    """A content folder in the making."""

    today: date
    answers: Mapping[str, str] = field(default_factory=dict)

    def question(self) -> Question | None:
        return next((one for one in _QUESTIONS if one.key not in self.answers), None)

    def answered(self, key: str, value: str) -> "Starter":
        return replace(self, answers=_parted({**self.answers, key: value}))

    def faults(self) -> tuple[Diagnostic, ...]:
        return tuple(fault for found in self.told().values() for fault in found)

    def told(self) -> dict[str, tuple[Diagnostic, ...]]:
        """The faults of each answer."""
        return {key: _faults(_FIELDS[key], value) for key, value in self.answers.items() if value}


def start(today: date, values: Mapping[str, str]) -> Starter:
    """What was given as `fält=värde`. Raises FollowupError for what does not fit."""
    draft = Starter(today, _parted({_key(key): value for key, value in values.items() if value}))
    for key, faults in draft.told().items():
        for fault in faults:
            raise FollowupError(f"{key}: {fault.message}. {fault.hint}")
    return draft


def finish(draft: Starter, command: str) -> dict[str, str]:
    """Every file by its path. Raises FollowupError when something is missing."""
    answers = {key: value for key, value in draft.answers.items() if value}
    missing = [one for one in _QUESTIONS if one.is_needed and not one.default]
    missing_told([one for one in missing if one.key not in answers], answers, command)
    return _files(answers, draft.today)


def refuse_used(folder: Path) -> None:
    """Raises FollowupError when there is something in the folder, or in its place."""
    try:
        is_free = not folder.exists() or not any(folder.iterdir())
    except OSError:
        is_free = False
    if not is_free:
        raise FollowupError(f"{folder} är inte en tom mapp. Välj en ny mapp med --till.")


_QUESTIONS = (
    Question("kommun", "Kommunens namn", "Exempelby kommun", is_needed=True),
    Question("namn", "Webbplatsens namn", default="Följ löftet", is_needed=True),
    Question("adress", "Webbplatsens adress, när den är klar", "https://loftet.exempelby.se"),
    Question("kontakt", "Vem som svarar på frågor", "Kontaktcenter", is_needed=True),
    Question("e-post", "E-postadress för frågor", "kontakt@exempelby.se"),
)


def _required(found: Field | None) -> Field:
    assert found
    return found


_FIELDS: Mapping[str, Field] = {
    "kommun": _required(SETTINGS.field("kommun")),
    "namn": _required(SETTINGS.field("namn")),
    "adress": _required(SETTINGS.field("adress")),
    "kontakt": _required(CONTACT.field("namn")),
    "e-post": _required(CONTACT.field("e-post")),
}
_INVENTED_ADDRESS = "https://foljloftet.example"


def _key(written: str) -> str:
    for key in _FIELDS:
        if fold(key) == fold(written):
            return key
    near = closest(written, _FIELDS)
    offer = f"Menade du {near}?" if near else f"Fälten är: {listing([*_FIELDS])}."
    raise FollowupError(f"Fältet ”{written}” finns inte. {offer}")


def _parted(answers: Mapping[str, str]) -> Mapping[str, str]:
    """The address in `Anna Ek, anna@exempelby.se` by itself; without a name that is still open."""
    found = _EMAIL.search(answers.get("kontakt", ""))
    if not found or (answers.get("e-post") or found[0]) != found[0]:
        return answers
    others = {key: value for key, value in answers.items() if key != "kontakt"}
    name = answers["kontakt"].replace(found[0], "").strip(" ,;:()<>–-")
    return {**others, **({"kontakt": name} if name else {}), "e-post": found[0]}


_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def _faults(one: Field, value: str) -> tuple[Diagnostic, ...]:
    try:
        one.parse(Scalar(value, Source("webbplats.yaml")), Context({}))
    except Invalid as error:
        return error.diagnostics
    return ()


def _files(answers: Mapping[str, str], today: date) -> dict[str, str]:
    municipality = scalar(answers["kommun"])
    name = answers.get("namn", "Följ löftet")
    year = today.year
    return {
        "webbplats.yaml": _settings(answers, name, today),
        "parter.yaml": _PARTIES.format(municipality=municipality),
        "platser/exempeltorget.md": _PLACE,
        f"loften/{year}/lofte.md": _PROMISE.format(year=year),
        f"loften/{year}/atgarder/trygghetsvandringar.md": _MEASURE,
        f"loften/{year}/insatser/{today}-exempeltorget.md": _ACTION.format(today=today),
        "sidor/om.md": _ABOUT.format(
            heading=scalar(f"Om {name}"), municipality=_as_words(answers["kommun"]), year=year
        ),
    }


def _as_words(text: str) -> str:
    """The text with nothing in it that means something else in running text."""
    return re.sub(r"([\\`*_\[\]()])", r"\\\1", text)


def _settings(answers: Mapping[str, str], name: str, today: date) -> str:
    address = answers.get("adress", "")
    is_invented = (urlsplit(address).hostname or "").endswith(".example")
    later = "" if is_invented or not address else f"# Byt sedan till:  adress: {address}\n"
    email = f"\n  e-post: {scalar(answers['e-post'])}" if "e-post" in answers else ""
    return _SETTINGS.format(
        name=scalar(name),
        later=later,
        address=address if is_invented else _INVENTED_ADDRESS,
        municipality=scalar(answers["kommun"]),
        contact=scalar(answers["kontakt"]),
        email=email,
        today=today,
    )


_SETTINGS = """\
# Webbplatsens inställningar. Rader som börjar med # är anteckningar och syns inte.
version: 1
namn: {name}
# Adressen ska sluta på .example så länge något är påhittat.
{later}adress: {address}
kommun: {municipality}

kontakt:
  namn: {contact}{email}

# Webbplatsen visar läget den här dagen. Ta bort raden när inget längre är påhittat.
fryst_till: {today}

# Lagen kräver en tillgänglighetsredogörelse. När ni har granskat webbplatsen: ta bort # och
# mellanslaget på raderna här under, och skriv det som stämmer.
# tillgänglighet:
#   förenlig: delvis
#   bedömd: {today}
#   metod: Egen granskning
"""

_PARTIES = """\
# Vilka som lovar och vilka som deltar. Det korta namnet står inne i meningar.
polisen:
  namn: Polismyndigheten
  kort: Polisen
  slag: polis

kommunen:
  namn: {municipality}
  kort: kommunen
  slag: kommun
"""

_PLACE = """\
---
namn: Exempeltorget
---

Platsen är påhittad. Byt ut den mot en plats som löftet gäller.
"""

_PROMISE = """\
---
titel: Medborgarlöftet {year}
från: {year}-01-01
till: {year}-12-31
parter: [polisen, kommunen]
# Ta bort raden när löftets riktiga text står här.
exempel: ja
---

Löftet är påhittat. Byt ut texten mot löftets egna ord.
"""

_MEASURE = """\
---
rubrik: Trygghetsvandringar
ordning: 1
ansvariga: [polisen, kommunen]
platser: exempeltorget
mål:
  typ: antal
  minst: 4
  enhet: vandring/vandringar
  räknas:
    aktörer: [polisen, kommunen]
---

Polis och kommun ska tillsammans genomföra minst fyra trygghetsvandringar vid Exempeltorget.
"""

_ACTION = """\
---
datum: {today}
åtgärd: trygghetsvandringar
plats: exempeltorget
aktörer: [polisen, kommunen]
uppgift_från: kommunen
exempel: ja
---

Insatsen är påhittad. Den visar hur en insats ser ut.
"""

_ABOUT = """\
---
rubrik: {heading}
---

Här ska det gå att följa hur det går med medborgarlöftet i {municipality}. Du ser vad som är lovat,
vad som har gjorts och vad som inte är känt.

## Det här är en demonstration

Löftet, åtgärden och insatsen är påhittade. De visar hur webbplatsen ser ut när den är ifylld. De
kommer inte från Polisen eller kommunen.

## Hur räknar vi?

Reglerna är desamma för alla åtgärder. De står på sidan [Så räknar vi](/om/sa-raknar-vi/).
"""
