"""The archive: promises beside each other by what happened to each measure, never by a share."""

from pathlib import Path

from reading import as_text
from site_under_test import MEASURE, PROMISE, SMALL, build_in_memory, pages, write

REPORT = (
    "---\nfrån: 2017-01-01\ntill: 2017-12-31\nuppgift_från: polisen\nåtgärd: vandringar\n"
    "antal: 4\n---\n"
)


THREE_PROMISES = """\
TITEL Alla löften – Följ löftet
BESKRIVNING Alla löften med sina resultat, de senaste först.

1. [Så går det](/)

# Alla löften

1. ## [Löftet 2018](/loften/2018/)

   Gäller 2018.

   Löftet har en åtgärd. Den är inte redovisad än.

   1 åtgärd

   | Läge | Antal |
   | --- | --- |
   | Inte redovisad än | 1 |

   Inget är redovisat.
2. ## [Löftet 2017](/loften/2017/)

   Gällde 2017.

   Löftet hade två åtgärder: en är genomförd och en är inte redovisad.

   2 åtgärder

   | Läge | Antal |
   | --- | --- |
   | Genomförd | 1 |
   | Inte redovisad | 1 |

   Slutredovisat. Redovisat till och med 31 december 2017.
3. ## [Löftet 2016](/loften/2016/)

   Gällde 2016.

   Åtgärderna är inte kända.

   Inget är redovisat.
"""


def test_every_promise_has_its_measures_state_by_state(tmp_path: Path) -> None:
    older = PROMISE.replace("2018", "2017").replace("---\n", "---\nslutredovisad: 2018-01-15\n", 1)
    files = {
        **SMALL,
        "loften/2017/lofte.md": older,
        "loften/2017/atgarder/vandringar.md": MEASURE,
        "loften/2017/atgarder/samtal.md": MEASURE.replace("Vandringar", "Samtal"),
        "loften/2017/redovisningar/r.md": REPORT,
        "loften/2016/lofte.md": PROMISE.replace("2018", "2016"),
    }
    made = pages(build_in_memory(write(tmp_path, files), "2018-10-01"))["loften/index.html"]
    assert as_text(made) == THREE_PROMISES


def test_there_are_as_many_marks_as_measures(tmp_path: Path) -> None:
    named = {f"loften/2018/atgarder/{n}.md": MEASURE for n in "abc"}
    made = pages(build_in_memory(write(tmp_path, {**SMALL, **named}), "2018-10-01"))
    assert made["loften/index.html"].count(b'class="icon"') == 4


def test_a_promise_leads_to_the_one_before_it_and_the_one_after(tmp_path: Path) -> None:
    following = PROMISE.replace("2018", "2019").replace("---\n", "---\nföregående: 2018\n", 1)
    files = {**SMALL, "loften/2019/lofte.md": following}
    made = pages(build_in_memory(write(tmp_path, files), "2019-10-01"))
    assert "Löftet före\n:   [Löftet 2018](/loften/2018/)" in as_text(
        made["loften/2019/index.html"]
    )
    assert "Löftet efter\n:   [Löftet 2019](/loften/2019/)" in as_text(
        made["loften/2018/index.html"]
    )
