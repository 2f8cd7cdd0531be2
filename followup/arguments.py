"""The command line in Swedish: which commands and options there are, and what was asked for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from followup.diagnostics import FollowupError
from followup.suggest import closest

COMMANDS = {
    "bygg": "Läs innehållet och gör webbplatsen. Det här händer om du inte skriver något kommando.",
    "kontrollera": "Läs innehållet och visa alla fel, utan att ändra webbplatsen.",
    "visa": "Visa webbplatsen i webbläsaren. Den ritas om varje gång du sparar en fil.",
    "testa": "Kör programmets egna tester. Allt efter testa går till pytest.",
}
OPTIONS = {
    "--idag": ("DATUM", "Visa allt som det såg ut en viss dag, till exempel 2018-10-01."),
    "--innehåll": ("MAPP", "Var innehållet ligger. Annars mappen content."),
    "--till": ("MAPP", "Var webbplatsen ska läggas. Annars mappen site."),
    "--utkast": (None, "Ta med utkast och sådant som inte ska publiceras än."),
    "--port": ("NUMMER", "Porten för visa. Annars 5500."),
    "--hjälp": (None, "Visa den här hjälpen."),
}
# The same options on a keyboard without å, ä and ö, and what people try from habit.
SPELLINGS = {"--innehall": "--innehåll", "--hjalp": "--hjälp", "--help": "--hjälp", "-h": "--hjälp"}


_ARTICLES = {"DATUM": "ett datum", "MAPP": "en mapp", "NUMMER": "ett nummer"}


@dataclass(frozen=True)
class Request:
    """What was asked for. `rest` are the words that go on to pytest."""

    command: str = "bygg"
    seen_from: date | None = None
    content: Path | None = None
    target: Path | None = None
    with_drafts: bool = False
    port: int = 5500
    wants_help: bool = False
    rest: tuple[str, ...] = ()


def parse(words: Sequence[str]) -> Request:
    """The request that the words make. Raises FollowupError for what cannot be understood."""
    if words[:1] in (["hjälp"], ["hjalp"]):
        return Request(wants_help=True)
    if words[:1] == ["testa"]:
        return Request(command="testa", rest=tuple(words[1:]))
    command = ""
    values: dict[str, str] = {}
    remaining = _split_equals(words)
    for word in remaining:
        if word.startswith("-"):
            name = _option(word)
            values[name] = _value(name, remaining)
        elif word in COMMANDS:
            if command:
                raise FollowupError(f"Du skrev både {command} och {word}. Välj ett av dem.")
            command = word
        else:
            raise FollowupError(f"Kommandot {word} finns inte. {_choices(word, COMMANDS)}")
    return Request(
        command=command or "bygg",
        seen_from=_date(values["--idag"]) if "--idag" in values else None,
        content=Path(values["--innehåll"]) if "--innehåll" in values else None,
        target=Path(values["--till"]) if "--till" in values else None,
        with_drafts="--utkast" in values,
        port=_port(values.get("--port", "5500")),
        wants_help="--hjälp" in values,
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

--innehåll och --hjälp kan också skrivas --innehall och --hjalp.
"""


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
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise FollowupError(
            f"”{text}” är inte ett datum. Skriv till exempel --idag 2018-10-01."
        ) from None


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1024 <= int(text) <= 65535:
        raise FollowupError(f"”{text}” kan inte vara en port. Skriv ett tal från 1024 till 65535.")
    return int(text)


def _choices(word: str, choices: Iterable[str]) -> str:
    known = tuple(choices)
    near = closest(word, known)
    return f"Menade du {near}?" if near else f"Det finns: {', '.join(known)}."
