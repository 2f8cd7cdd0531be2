"""An edit makes again what shows it, and nothing else: each list of files was read and judged."""

import shutil
from pathlib import Path

import pytest
from site_under_test import ROOT, build_in_memory

from followup.publish import publish

ACTION = "loften/2018/insatser/2018-04-27-kungsangen.md"
DAY = "2018-10-01"

# The action's row in the open data, and what sums up those files.
DATA = """
data/checksummor.txt data/dcat.rdf data/excel/insatser.csv data/insatser.csv data/lofte.json
loften/2018/insatser/2018-04-27-kungsangen/index.html
"""
# The lists of all actions that have it: its measure's, its month's, its parties', its places'.
LISTS = """
loften/2018/insatser/atgard/gemensamma-insatser/index.html
loften/2018/insatser/index.html
loften/2018/insatser/manad/2018-04/index.html
loften/2018/insatser/part/kommunen/index.html
loften/2018/insatser/part/polisen/index.html
loften/2018/insatser/part/polisvolontarer/index.html
loften/2018/insatser/part/trygghetsvardar/index.html
loften/2018/insatser/plats/kungsangen-centrum/index.html
loften/2018/insatser/plats/kungsangen/index.html
"""
# Where it is named: its lists, its neighbours in time, its measure, its places, what is told.
NAMED = f"""{DATA}{LISTS}
flode.xml kalender.ics
loften/2018/atgarder/gemensamma-insatser/index.html
loften/2018/insatser/2018-04-20-nattvandring-bro/index.html
loften/2018/insatser/2018-04-30-nattvandring-kungsangen/index.html
platser/kungsangen-centrum/index.html platser/kungsangen/index.html
"""
YEAR_LINE = "loften/2018/index.html"
# Where the figure of its measure stands, and that it does not count. Not in the shortest text,
# which has no room for that measure; nor in the images of other measures and of the promise.
COUNTED = f"""{DATA}{LISTS}
data/excel/resultat.csv data/excel/underlag.csv data/resultat.csv data/underlag.csv
dela/index.html dela/ruta.json dela/ruta/index.html
delning/2018/gemensamma-insatser.png
flode.xml index.html lattlast/index.html
loften/2018/atgarder/gemensamma-insatser/index.html
loften/2018/insatser/2018-02-09-bro-centrum/index.html
loften/2018/insatser/2018-03-14-bro-station/index.html
loften/2018/insatser/2018-05-11-bro-station/index.html
loften/2018/insatser/2018-06-08-bro-centrum/index.html
loften/2018/insatser/2018-08-17-kungsangen/index.html
loften/2018/insatser/2018-09-27-bro-centrum/index.html
platser/kungsangen-centrum/index.html platser/kungsangen/index.html
loften/2018/notis/index.html loften/2018/notis/lang.txt loften/2018/notis/mellan.txt
loften/2018/notis/notis.docx loften/2018/notis/notis.pdf
notis/index.html notis/lang.txt notis/mellan.txt notis/notis.docx notis/notis.pdf
om/sa-raknar-vi/index.html
"""


@pytest.mark.parametrize(
    ("old", "new", "shown_in"),
    [
        ("Polis, volontärer och", "Poliser, volontärer och", DATA),
        ("rubrik: Vårkväll", "rubrik: Kväll", NAMED),
        ("datum: 2018-04-27", "datum: 2018-04-26", f"{NAMED} {YEAR_LINE}"),
        ("planerad_i_förväg: 2018-04-11", "planerad_i_förväg: nej", f"{COUNTED} {YEAR_LINE}"),
    ],
)
def test_an_edited_action_makes_again_what_shows_it(
    tmp_path: Path, old: str, new: str, shown_in: str
) -> None:
    content, target = tmp_path / "content", tmp_path / "site"
    shutil.copytree(ROOT / "content", content)
    publish(build_in_memory(content, DAY).files, target)
    text = (content / ACTION).read_text(encoding="utf-8")
    assert old in text
    (content / ACTION).write_text(text.replace(old, new), encoding="utf-8")
    done = publish(build_in_memory(content, DAY).files, target)
    assert (sorted(done.written), done.removed) == (sorted(shown_in.split()), ())
