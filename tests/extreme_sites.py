"""Sites at the edges, as content files: nothing known, and very much with long names."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from site_under_test import PARTIES, SETTINGS, SMALL

LONG = "Samverkansöverenskommelsegruppens trygghetsvandringssamordning i stationsområdet"
UNBROKEN = "Brottsförebyggandesamverkansöverenskommelseuppföljningsansvarig"

# A site before its first promise, and one whose promise nobody has said a word about.
NO_PROMISE: Mapping[str, str] = {"webbplats.yaml": SETTINGS, "parter.yaml": PARTIES}
NOTHING_TOLD: Mapping[str, str] = SMALL


def very_much(measures: int = 40, actions: int = 500, planned: int = 500) -> dict[str, str]:
    """A promise of so many measures, so many actions in the first, and the longest of names.

    So many are planned for the last weeks of the year, and as many were planned for its first.
    """
    files = {
        "webbplats.yaml": SETTINGS.replace("Följ löftet", f"Följ löftet i {LONG}"),
        "parter.yaml": PARTIES.replace("Exempelkommun", LONG),
        "loften/2018/lofte.md": (
            f"---\ntitel: {LONG} 2018\nfrån: 2018-01-01\ntill: 2018-12-31\n"
            "parter: [polisen, kommunen]\n---\n"
        ),
    }
    files.update(_places(12))
    files.update(_measures(measures))
    files.update(_actions(actions))
    files.update(_planned(planned, date(2018, 1, 2), "var"))
    files.update(_planned(planned, date(2018, 11, 16), "vinter"))
    return files


def _places(count: int) -> Iterator[tuple[str, str]]:
    for n in range(1, count + 1):
        name = f"{UNBROKEN} {n}" if n % 3 == 0 else f"{LONG} {n}"
        where = f"läge: {59.5 + n / 900:.5f}, {17.6 + n % 4 / 300:.5f}\nläge_källa: Påhittat\n"
        yield f"platser/plats-{n}.md", f"---\nnamn: {name}\n{where}---\n"


def _measures(count: int) -> Iterator[tuple[str, str]]:
    kinds = ("typ: antal\n  minst: 480", "typ: löpande", "typ: antal\n  minst: 8")
    for n in range(1, count + 1):
        heading = f"{UNBROKEN} {n}" if n % 5 == 0 else f"{LONG}, åtgärd {n}"
        yield (
            f"loften/2018/atgarder/atgard-{n}.md",
            f"---\nrubrik: {heading}\nordning: {n}\nmål:\n  {kinds[(n - 1) % 3]}\n---\n{LONG}.\n",
        )


def _actions(count: int) -> Iterator[tuple[str, str]]:
    for n in range(count):
        day = date(2018, 1, 1) + timedelta(days=n * 300 // max(count, 1))
        yield (
            f"loften/2018/insatser/{day}-{n}.md",
            f"---\nrubrik: {LONG} {n}\ndatum: {day}\nåtgärd: [atgard-1]\n"
            f"plats: plats-{n % 12 + 1}\naktörer: [polisen]\nstatus: genomförd\n---\n",
        )


def _planned(count: int, first: date, name: str) -> Iterator[tuple[str, str]]:
    """So many events in 45 days, in the order of time."""
    for n in range(count):
        day = first + timedelta(days=n * 45 // max(count, 1))
        yield (
            f"loften/2018/insatser/{day}-{name}-{n:04}.md",
            f"---\nrubrik: {LONG} {name} {n}\ndatum: {day}\nåtgärd: [atgard-1]\n"
            f"plats: plats-{n % 2 + 1}\naktörer: [polisen]\nstatus: planerad\noffentlig: ja\n---\n",
        )
