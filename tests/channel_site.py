"""A small site with one of each thing that a subscriber is told, and much that nobody may see."""

from collections.abc import Mapping
from pathlib import Path

from site_under_test import SMALL, build_in_memory, pages, write

SECRET = "Hemligheten"
DAY = "2018-10-01"

_ACTION = "---\nåtgärd: vandringar\n{fields}\n---\n"
_PLACES = {
    "platser/torget.md": "---\nnamn: torget\nläge: 59.47857, 17.74834\nläge_källa: Karta\n---\n",
    "platser/parken.md": "---\nnamn: parken\n---\n",
}


def action(fields: str) -> str:
    return _ACTION.format(fields=fields)


FILES: Mapping[str, str] = {
    **SMALL,
    **_PLACES,
    "loften/2018/atgarder/vandringar.md": """---
rubrik: Vandringar
mål: {typ: antal, minst: 4}
ändringar:
  - datum: 2018-03-01
    vad: Målet sänktes från sex till fyra
    varför: För få vandrare
    tidigare_mål: {typ: antal, minst: 6}
---
Minst fyra vandringar.
""",
    "loften/2018/insatser/2018-02-09-torget.md": action(
        "datum: 2018-02-09\ntid: 19.30–22\nplats: torget\nuppgift_från: kommunen\n"
        "rubrik: Första kvällen & <torget>\n"
        "rättelser: {datum: 2018-03-05, vad: Klockslaget är rättat från 21 till 22}"
    ),
    "loften/2018/insatser/2018-03-30-helg.md": action(
        "från: 2018-03-30\ntill: 2018-04-02\ntid: 20–02\nplats: [torget, parken]"
    ),
    "loften/2018/insatser/2018-05-04-natten.md": action("datum: 2018-05-04\ntid: 20–02"),
    "loften/2018/insatser/2018-06-01-oppet.md": action("datum: 2018-06-01\ntid: 18"),
    "loften/2018/insatser/2018-07-nagon.md": action(
        "från: 2018-07-02\ntill: 2018-07-06\nnågon_gång: ja"
    ),
    "loften/2018/insatser/2018-08-manad.md": action("datum: 2018-08"),
    "loften/2018/insatser/2018-09-01-installd.md": action(
        "datum: 2018-09-01\nstatus: inställd\norsak: För få vandrare"
    ),
    "loften/2018/insatser/2018-09-08-okand.md": action(
        "datum: 2018-09-08\nstatus: planerad\noffentlig: ja\npubliceras: 2018-08-20"
    ),
    "loften/2018/insatser/2018-12-24-julkvall.md": action(
        "datum: 2018-12-24\nstatus: planerad\noffentlig: ja\nplanerad_i_förväg: 2018-09-03\n"
        "rubrik: Kom och gå med oss i jul, i tomtens sällskap"
    ),
    "loften/2018/redovisningar/varen.md": """---
från: 2018-01-01
till: 2018-06-30
uppgift_från: polisen
publicerad: 2018-07-02
åtgärd: vandringar
antal: 4
räknat: Vandringar med boende
bedömning: pågår
---
""",
}
HIDDEN: Mapping[str, str] = {
    "loften/2018/insatser/h1.md": action(f"datum: 2018-04-01\nrubrik: {SECRET}\nutkast: ja"),
    "loften/2018/insatser/h2.md": action(
        f"datum: 2018-04-02\nrubrik: {SECRET}\npubliceras: 2018-11-01"
    ),
    "loften/2018/insatser/h3.md": action(
        f"datum: 2018-12-13\nrubrik: {SECRET}\nstatus: planerad\noffentlig: ja\n"
        "publiceras: 2018-11-01"
    ),
    "loften/2018/redovisningar/h4.md": "---\nfrån: 2018-07-01\ntill: 2018-08-31\nutkast: ja\n"
    f"uppgift_från: polisen\nåtgärd: vandringar\ntext: {SECRET}\n---\n",
    "loften/2018/redovisningar/h5.md": "---\nfrån: 2018-07-01\ntill: 2018-08-31\n"
    "publicerad: 2018-11-01\nuppgift_från: polisen\nåtgärd: vandringar\nantal: 90\n"
    f"räknat: {SECRET}\n---\n",
}


def built(folder: Path, files: Mapping[str, str] = FILES, day: str = DAY) -> dict[str, bytes]:
    """The files of the site as it is seen from the day; the content must be without faults."""
    result = build_in_memory(write(folder, files), day, today="2019-12-31")
    assert not result.has_errors, result.diagnostics
    return pages(result)
