"""Golden files: what was made is compared whole with a file that people read in review."""

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def check(name: str, made: str) -> None:
    """Fails when `made` differs from the golden file; UPPDATERA_FACIT=1 writes the file instead."""
    assert made.strip(), f"inget gjordes av {name}"
    path = FOLDER / name
    if os.environ.get("UPPDATERA_FACIT"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made, encoding="utf-8", newline="\n")
    expected = path.read_text(encoding="utf-8") if path.exists() else ""
    assert made == expected, (
        f"{name} skiljer sig från facit. Läs skillnaden; är den rätt, kör testerna med "
        "UPPDATERA_FACIT=1 och läs igenom ändringen i git diff."
    )
