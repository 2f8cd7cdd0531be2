"""All rules in words, for those who ask."""

from collections.abc import Iterator

from followup.diagnostics import Explanation, FollowupError
from followup.reporting import wrapped
from followup.rules import EXPLANATIONS
from followup.suggest import closest


def listed(program: str) -> str:
    """Every rule with what it asks for: first those that stop the site, then the warnings."""
    faults = [one for one in EXPLANATIONS if one.severity == "fel"]
    warnings = [one for one in EXPLANATIONS if one.severity == "varning"]
    lines = [
        "FEL: webbplatsen görs inte förrän de är rättade.",
        "",
        *_rows(faults),
        "",
        "VARNINGAR: webbplatsen görs ändå. Är det rätt som det står, svara i filen:",
        "  granskat: {regel: lång-mening, skäl: Citat ur protokollet}",
        "",
        *_rows(warnings),
        "",
        f"Mer om en regel, med exempel:  {program} regler {faults[0].rule}",
    ]
    return "\n".join(lines)


def told(name: str) -> str:
    """A rule whole, with its examples. Raises FollowupError when there is none of that name."""
    asked = name.strip().casefold()
    found = [one for one in EXPLANATIONS if one.rule == asked]
    if not found:
        known = tuple(dict.fromkeys(one.rule for one in EXPLANATIONS))
        near = closest(asked, known)
        alike = [near] if near else [one for one in known if asked and one.startswith(asked)]
        choices = (
            f"Menade du {' eller '.join(alike)}?" if alike else f"Det finns: {', '.join(known)}."
        )
        raise FollowupError(f"Regeln {name} finns inte. {choices}")
    return "\n".join(line for one in found for line in _whole(one))


def _rows(explanations: list[Explanation]) -> Iterator[str]:
    for one in explanations:
        yield one.rule
        yield from wrapped(one.asks)


def _whole(one: Explanation) -> Iterator[str]:
    yield f"{one.severity.upper()}  {one.rule}"
    yield from wrapped(one.asks)
    yield f"  Fel:   {one.wrong}"
    yield f"  Rätt:  {one.right}"
    if one.severity == "varning":
        yield from wrapped(
            "Är det rätt ändå, svara i filen:  "
            f"granskat: {{regel: {one.rule}, skäl: Skriv skälet här}}"
        )
    yield ""
