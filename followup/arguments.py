"""The command line in Swedish: which commands and options there are, and what was asked for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from followup.diagnostics import FollowupError
from followup.scaffold.kinds import KINDS
from followup.scaffold.make import fold
from followup.suggest import closest

COMMANDS = {
    "bygg": "Läs innehållet och gör webbplatsen. Det här händer om du inte skriver något kommando.",
    "kontrollera": "Läs innehållet och visa alla fel, utan att ändra webbplatsen.",
    "visa": "Visa webbplatsen i webbläsaren. Den ritas om varje gång du sparar en fil.",
    "ny": "Gör en ny fil i innehållet, till exempel ny insats. Du får frågor om det som behövs.",
    "regler": "Visa vad som kontrolleras, med exempel. Efter regler kan du skriva en regels namn.",
    "fält": "Visa vad du kan skriva i filerna. Efter fält kan du skriva vad, till exempel insats.",
    "verifiera": "Räkna om varje siffra ur de öppna data och jämför med webbplatsen i mappen site.",
    "testa": "Kör programmets egna tester. Allt efter testa går till pytest.",
}
OPTIONS = {
    "--idag": ("DATUM", "Visa allt som det såg ut en viss dag, till exempel 2018-10-01."),
    "--innehåll": ("MAPP", "Var innehållet ligger. Annars mappen content."),
    "--till": ("MAPP", "Var webbplatsen ska läggas. Annars mappen site. Behövs för ny webbplats."),
    "--utkast": (None, "Ta med utkast och sådant som inte ska publiceras än."),
    "--port": ("NUMMER", "Porten för visa. Annars 5500."),
    "--format": ("FORMAT", "Hur felen skrivs: text, json eller github. Annars text."),
    "--hjälp": (None, "Visa den här hjälpen."),
}
# The same options on a keyboard without å, ä and ö, and what people try from habit.
SPELLINGS = {"--innehall": "--innehåll", "--hjalp": "--hjälp", "--help": "--hjälp", "-h": "--hjälp"}
NEW_SITE = "webbplats"
NEW = (*(kind.name for kind in KINDS), NEW_SITE)


_ARTICLES = {
    "DATUM": "ett datum",
    "MAPP": "en mapp",
    "NUMMER": "ett nummer",
    "FORMAT": "text, json eller github",
}
Format = Literal["text", "json", "github"]
_FORMATS: Mapping[str, Format] = {"text": "text", "json": "json", "github": "github"}
# Commands that may be followed by the name of what they are to tell of.
_ABOUT_SOMETHING = ("regler", "fält", "verifiera")


@dataclass(frozen=True)
class Request:
    """What was asked for. `rest` are the words that go on to pytest.

    `new` is what to make with `ny`, and `values` what was told of it as `fält=värde`. `topic` is
    what to tell of, for commands that tell of something; "" is everything.
    """

    command: str = "bygg"
    seen_from: date | None = None
    content: Path | None = None
    target: Path | None = None
    with_drafts: bool = False
    port: int = 5500
    format: Format = "text"
    topic: str = ""
    wants_help: bool = False
    rest: tuple[str, ...] = ()
    new: str = ""
    values: tuple[tuple[str, str], ...] = ()


def parse(words: Sequence[str]) -> Request:
    """The request that the words make. Raises FollowupError for what cannot be understood."""
    if words[:1] in (["hjälp"], ["hjalp"]):
        return Request(wants_help=True)
    if words[:1] == ["testa"]:
        return Request(command="testa", rest=tuple(words[1:]))
    values: dict[str, str] = {}
    commands: list[str] = []
    remaining = _split_equals(words)
    for word in remaining:
        if word.startswith("-"):
            name = _option(word)
            values[name] = _value(name, remaining)
        else:
            commands.append(word)
    command, *more = commands or ["bygg"]
    command = "ny" if command == "nytt" else _with_dots(command)
    wants_help = "--hjälp" in values
    new, told = _new(more, wants_help) if command == "ny" else ("", ())
    topic = more.pop(0) if command in _ABOUT_SOMETHING and more else ""
    if command != "ny":
        _refuse_more(command, more)
    return Request(
        command=command,
        seen_from=_date(values["--idag"]) if "--idag" in values else None,
        content=Path(values["--innehåll"]) if "--innehåll" in values else None,
        target=Path(values["--till"]) if "--till" in values else None,
        with_drafts="--utkast" in values,
        port=_port(values.get("--port", "5500")),
        format=_format(values.get("--format", "text")),
        topic=topic,
        wants_help=wants_help,
        new=new,
        values=told,
    )


def help_text(program: str) -> str:
    """Every command and option with its explanation."""
    commands = "\n".join(f"  {name:<13}{text}" for name, text in COMMANDS.items())
    options = "\n".join(
        f"  {name + (' ' + value if value else ''):<18}{text}"
        for name, (value, text) in OPTIONS.items()
    )
    return f"""Följ löftet: från innehållet i mappen content till en färdig webbplats i mappen site.

Så här skriver du:  {program} [kommando] [val]

Kommandon
{commands}

Val
{options}

Efter ny skriver du vad: {_any_of(NEW)}.
Det du redan vet kan du skriva direkt:  {program} ny insats datum=2018-03-14

--innehåll och --hjälp kan också skrivas --innehall och --hjalp, och ny åtgärd som ny atgard.
Efter fält skriver du en fil, en grupp av fält eller ett fält:  {program} fält mål
Med fält --till .vscode uppdateras förslagen i Visual Studio Code.
"""


def _with_dots(command: str) -> str:
    """The command that is meant by `falt`."""
    return next((name for name in COMMANDS if fold(name) == fold(command)), command)


def _refuse_more(command: str, more: Sequence[str]) -> None:
    """Raises FollowupError unless one command stands alone."""
    for word in (command, *more):
        if word not in COMMANDS:
            raise FollowupError(f"Kommandot {word} finns inte. {_choices(word, COMMANDS)}")
    if more:
        raise FollowupError(f"Du skrev både {command} och {more[0]}. Välj ett av dem.")


def _new(words: Sequence[str], wants_help: bool) -> tuple[str, tuple[tuple[str, str], ...]]:
    """What to make, and its values: `insats datum=2018-03-14`."""
    if wants_help:
        return "", ()
    if not words:
        raise FollowupError(f"Efter ny behöver du skriva vad som ska göras: {_any_of(NEW)}.")
    name = next((name for name in NEW if fold(name) == fold(words[0])), None)
    if name is None:
        raise FollowupError(f"”{words[0]}” går inte att göra med ny. {_choices(words[0], NEW)}")
    pairs = tuple(_pair(word, name) for word in words[1:])
    keys = [fold(key) for key, _ in pairs]
    if twice := [key for key, _ in pairs if keys.count(fold(key)) > 1]:
        raise FollowupError(f"Du skrev {twice[0]} två gånger. Behåll det ena.")
    return name, pairs


def _any_of(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} eller {words[-1]}"


def _pair(word: str, name: str) -> tuple[str, str]:
    key, equals, value = word.partition("=")
    if not equals or not key.strip():
        raise FollowupError(
            f"”{word}” efter ny {name} går inte att förstå. Skriv fält=värde utan mellanslag, och "
            'citattecken om värdet har mellanslag:  rubrik="Kväll på torget"'
        )
    return key.strip(), value.strip()


def _split_equals(words: Sequence[str]) -> Iterator[str]:
    """`--idag=2018-10-01` as two words."""
    for word in words:
        if word.startswith("--") and "=" in word:
            yield from word.split("=", 1)
        else:
            yield word


def _option(word: str) -> str:
    name = SPELLINGS.get(word, word)
    if name not in OPTIONS:
        raise FollowupError(f"Valet {word} finns inte. {_choices(word, OPTIONS)}")
    return name


def _value(name: str, remaining: Iterator[str]) -> str:
    placeholder = OPTIONS[name][0]
    if placeholder is None:
        return ""
    value = next(remaining, None)
    if not value:
        raise FollowupError(f"Efter {name} behöver du skriva {_ARTICLES[placeholder]}.")
    return value


def _date(text: str) -> date:
    """A day written as 2018-10-01, in a year that content can have."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text or not 1900 <= day.year <= 2200:
        raise FollowupError(f"”{text}” är inte ett datum. Skriv till exempel --idag 2018-10-01.")
    return day


def _format(text: str) -> Format:
    if text not in _FORMATS:
        raise FollowupError(f"”{text}” är inget format. {_choices(text, _FORMATS)}")
    return _FORMATS[text]


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1024 <= int(text) <= 65535:
        raise FollowupError(f"”{text}” kan inte vara en port. Skriv ett tal från 1024 till 65535.")
    return int(text)


def _choices(word: str, choices: Iterable[str]) -> str:
    known = tuple(choices)
    near = closest(word, known)
    return f"Menade du {near}?" if near else f"Det finns: {', '.join(known)}."
