"""The command line in Swedish."""

from datetime import date
from pathlib import Path

import pytest

from followup.arguments import COMMANDS, OPTIONS, Request, help_text, parse
from followup.diagnostics import FollowupError


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("", Request()),
        ("bygg", Request()),
        ("kontrollera", Request(command="kontrollera")),
        ("visa --port 5501", Request(command="visa", port=5501)),
        ("--port=5501 visa", Request(command="visa", port=5501)),
        ("--idag 2018-10-01", Request(seen_from=date(2018, 10, 1))),
        ("bygg --idag=2018-10-01", Request(seen_from=date(2018, 10, 1))),
        ("--innehåll a --till b", Request(content=Path("a"), target=Path("b"))),
        ("--innehall a --till=b", Request(content=Path("a"), target=Path("b"))),
        ("visa --utkast", Request(command="visa", with_drafts=True)),
        ("fält", Request(command="fält")),
        ("falt mal", Request(command="fält", topic="mal")),
        ("--hjälp", Request(wants_help=True)),
        ("--hjalp", Request(wants_help=True)),
        ("--help", Request(wants_help=True)),
        ("-h", Request(wants_help=True)),
        ("hjälp", Request(wants_help=True)),
        ("ny insats", Request(command="ny", new="insats")),
        ("nytt löfte", Request(command="ny", new="löfte")),
        ("nytt lofte", Request(command="ny", new="löfte")),
        ("ny atgard", Request(command="ny", new="åtgärd")),
        ("ny åtgärd", Request(command="ny", new="åtgärd")),
        (
            "--innehåll a ny insats datum=2018-03-14 rubrik=a=b",
            Request(
                command="ny",
                content=Path("a"),
                new="insats",
                values=(("datum", "2018-03-14"), ("rubrik", "a=b")),
            ),
        ),
        (
            "ny webbplats --till a kommun=Solna",
            Request(command="ny", target=Path("a"), new="webbplats", values=(("kommun", "Solna"),)),
        ),
        ("ny insats --hjälp", Request(command="ny", wants_help=True)),
        ("ny --hjälp", Request(command="ny", wants_help=True)),
        ("regler", Request(command="regler")),
        ("regler lång-mening", Request(command="regler", topic="lång-mening")),
        ("kontrollera --format github", Request(command="kontrollera", format="github")),
        ("--format=json", Request(format="json")),
    ],
)
def test_the_words_make_the_request(line: str, asked: Request) -> None:
    assert parse(line.split()) == asked


def test_all_words_after_testa_go_on_untouched() -> None:
    words = ["testa", "-k", "notis", "--allt", "--hjälp"]
    assert parse(words) == Request(command="testa", rest=("-k", "notis", "--allt", "--hjälp"))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("byg", "Kommandot byg finns inte. Menade du bygg?"),
        (
            "publicera",
            "Kommandot publicera finns inte. Det finns: "
            "bygg, kontrollera, visa, ny, regler, fält, verifiera, testa.",
        ),
        (
            "ny",
            "Efter ny behöver du skriva vad som ska göras: insats, åtgärd, plats, löfte, "
            "redovisning, effekt eller webbplats.",
        ),
        ("ny insatts", "”insatts” går inte att göra med ny. Menade du insats?"),
        ("ny insats datum=1 DATUM=2", "Du skrev datum två gånger. Behåll det ena."),
        (
            "ny insats 2018-03-14",
            "”2018-03-14” efter ny insats går inte att förstå. Skriv fält=värde utan mellanslag, "
            'och citattecken om värdet har mellanslag:  rubrik="Kväll på torget"',
        ),
        ("--idga 2018-10-01", "Valet --idga finns inte. Menade du --idag?"),
        ("--idag", "Efter --idag behöver du skriva ett datum."),
        (
            "--idag 1/10",
            "”1/10” är inte ett datum. Skriv till exempel --idag 2018-10-01.",
        ),
        *(
            (
                f"--idag {written}",
                f"”{written}” är inte ett datum. Skriv till exempel --idag 2018-10-01.",
            )
            for written in (
                "20181001",
                "2018-W40-1",
                "2018-10",
                "2018-02-29",
                "0001-01-01",
                "1899-12-31",
                "2201-01-01",
            )
        ),
        (
            "--port hundra",
            "”hundra” kan inte vara en port. Skriv ett tal från 1024 till 65535.",
        ),
        ("--port 80", "”80” kan inte vara en port. Skriv ett tal från 1024 till 65535."),
        ("--till", "Efter --till behöver du skriva en mapp."),
        ("--format", "Efter --format behöver du skriva text, json eller github."),
        ("--format jsn", "”jsn” är inget format. Menade du json?"),
        ("--format xml", "”xml” är inget format. Det finns: text, json, github."),
        ("--till=", "Efter --till behöver du skriva en mapp."),
        ("kontrollera bygg", "Du skrev både kontrollera och bygg. Välj ett av dem."),
    ],
)
def test_what_cannot_be_understood_is_told_in_one_line(line: str, says: str) -> None:
    with pytest.raises(FollowupError) as told:
        parse(line.split())
    assert str(told.value) == says


def test_the_help_names_every_command_and_option() -> None:
    text = help_text("python3 build.py")
    assert [word for word in (*COMMANDS, *OPTIONS) if word not in text] == []
    assert max(map(len, text.split("\n"))) <= 100
