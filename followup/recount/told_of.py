"""What the recount found, in Swedish."""

from pathlib import Path

from followup.recount.compare import Verdict, verify

_TAKEN_AS_SAID = (
    "Vilken dag webbplatsen visas från står inte i filerna. Därför är löftets skede, och om "
    "målets tid är slut, lästa som de står."
)


def told(site: Path) -> tuple[bool, tuple[str, ...]]:
    """Whether everything agrees, and the lines that say so or what differs."""
    verdict = verify(site)
    if found := verdict.differences:
        count = "En sak skiljer" if len(found) == 1 else f"{len(found)} saker skiljer"
        return False, (*found, f"{count} sig från det som CSV-filerna ger.")
    return True, (_agreed(verdict), _TAKEN_AS_SAID)


def _agreed(verdict: Verdict) -> str:
    if not verdict.targets:
        return "Det finns inga mål att räkna om."
    who = "Målet stämmer" if verdict.targets == 1 else f"Alla {verdict.targets} mål stämmer"
    return (
        f"{who}: siffra, läge och datum är desamma när de räknas om ur CSV-filerna som i "
        "resultat.csv, i lofte.json, på sidorna, i notiserna och i flödet."
    )
