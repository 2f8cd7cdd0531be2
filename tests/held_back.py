"""A site in which everything that is not yet to be seen holds a word of its own: a canary.

Each begins with `kanarie` and says where it stands. `NEVER` are in what no page may show on any
day: comments, answers to warnings, what a photo tells in secret, and photos that nothing leads to.
"""

import io
import re
from collections.abc import Mapping

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from site_under_test import SMALL

BEFORE, AFTER = "2018-05-01", "2018-12-01"
NEVER = re.compile(r"kanarie(kommentar|svar|meta|los)\w*")
_WORD = re.compile(r"kanarie\w+")


def words(text: str) -> set[str]:
    """The canaries in a text."""
    return {*_WORD.findall(text.lower().replace("kanarie-", "kanarie"))}


def photo(name: str) -> bytes:
    told = PngInfo()
    told.add_text("Comment", f"kanariemeta{name}")
    told.add_itxt("Author", f"kanariemetaen{name}", zip=True)
    buffer = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(buffer, "png", pnginfo=told)
    return buffer.getvalue()


def _action(x: str, fields: str) -> str:
    return f"""---
åtgärd: vandringar
rubrik: Kanarierubrik{x}
{fields}
källor:
  titel: Kanariekalla{x}
  adress: https://kanarieadress{x}.example/
  diarienummer: kanariednr{x}
bild: {{fil: kanarie-foto{x}.png, alt: Kanariealt{x} på torget, foto: Kanariefotograf{x}}}
tidigare_adress: kanarie-fore{x}
rättelser: {{datum: 2018-04-03, vad: Kanarierattelse{x} rättad}}
granskat: {{regel: fler-insatser, skäl: kanariesvar{x}}}
# kanariekommentar{x}
---
Kanarietext{x}.

<!-- kanariesynlig{x}: markup in a text is shown as text -->
"""


def _report(x: str, fields: str) -> str:
    return f"""---
från: 2018-01-01
till: 2018-03-31
uppgift_från: polisen
åtgärd: vandringar
antal: 77
som_skrivet: kanarieskrivet{x}
räknat: kanarieraknat{x}
bedömning: delvis genomförd
orsak: Kanarieskal{x}
text: Kanarieord{x}.
ofullständigt: Kanariesaknas{x}
källor: {{titel: Kanariekallared{x}}}
rättelser: {{datum: 2018-04-03, vad: Kanarierattad{x}}}
{fields}
---
Kanariebrod{x}.
"""


def _outcome(x: str, fields: str) -> str:
    return f"""---
rubrik: Kanarieeffekt{x}
mått: Kanariematt{x}
enhet: kanarieenhet{x}
utgångsläge: {{datum: 2017, värde: 4, källa: {{titel: Kanariekallaeff{x}}}}}
{fields}
---
Kanarieeffekttext{x}.
"""


def _page(x: str, fields: str) -> str:
    return f"""---
rubrik: Kanariesida{x}
tidigare_adress: kanarie-forsida{x}
{fields}
---
Kanariesidtext{x}.

![Kanariebildtext{x}](kanarie-sidbild{x}.png)
"""


def _held(x: str, fields: str) -> dict[str, str | bytes]:
    """One of each kind, held back in one way."""
    folder = "loften/2018"
    cancelled = f"datum: 2018-04-05\nstatus: inställd\norsak: Kanarieorsak{x}\n{fields}"
    return {
        f"{folder}/insatser/kanarie-insats{x}.md": _action(x, f"datum: 2018-04-02\n{fields}"),
        f"{folder}/insatser/kanarie-foto{x}.png": photo(x),
        f"{folder}/insatser/kanarie-installd{x}.md": f"---\nåtgärd: vandringar\n{cancelled}\n---\n",
        f"{folder}/redovisningar/kanarie-redovisning{x}.md": _report(x, fields),
        f"{folder}/effekter/kanarie-effekt{x}.md": _outcome(x, fields),
        f"sidor/kanarie-sida{x}.md": _page(x, fields),
        f"sidor/kanarie-sidbild{x}.png": photo(f"sida{x}"),
    }


_LATER = "datum: 2018-06-10"
CONTENT: Mapping[str, str | bytes] = {
    **SMALL,
    "loften/2018/lofte.md": f"""---
titel: Löftet 2018
från: 2018-01-01
till: 2018-12-31
parter: [polisen, kommunen]
ändringar: {{{_LATER}, vad: Kanarieandring, varför: Kanarievarfor, beslutat_av: Kanariebeslut}}
# kanariekommentarlofte
---
""",
    "loften/2018/notis.md": """---
rubrik: Kanarienotis
kort: Kanariekort. Redovisat till och med [[redovisat-till]]. Läs mer på loftet.example.
mellan: Kanariemellan. Redovisat till och med [[redovisat-till]]. Läs mer på loftet.example.
lång: Kanarielang. Redovisat till och med [[redovisat-till]]. Läs mer på loftet.example.
---
""",
    "loften/2018/atgarder/vandringar.md": f"""---
rubrik: Vandringar
mål: {{typ: antal, minst: 9, enhet: kanarievandring/kanarievandringar}}
ändringar:
  - {_LATER}
    vad: Kanarieandrat
    varför: Kanarieandratvarfor
    beslutat_av: Kanarieandratbeslut
    tidigare_lydelse: Minst fyra vandringar.
    tidigare_mål: {{typ: antal, minst: 4}}
---
Minst nio kanarievandringar.
""",
    "loften/2018/insatser/2018-04-01-oppen.md": f"""---
åtgärd: vandringar
datum: 2018-04-01
rättelser: {{{_LATER}, vad: Kanariesenrattelse}}
---
Se [vägen](kanarie-insatsutkast.md) och [en väg](kanarie-insatssen.md), [sidan][s] och
[läget](../effekter/kanarie-effektsen.md).

[s]: ../../../sidor/kanarie-sidautkast.md
""",
    "loften/2018/insatser/kanarie-kommande.md": "---\nåtgärd: vandringar\ndatum: 2018-11-11\n"
    "rubrik: Kanariekommande\n---\nKanariekommandetext.\n",
    "loften/2018/insatser/kanarie-plan.md": "---\nåtgärd: vandringar\ndatum: 2018-12-24\n"
    "status: planerad\noffentlig: ja\npubliceras: 2018-06-01\nrubrik: Kanarieplan\n---\n",
    "loften/2018/redovisningar/kanarie-publicerad.md": "---\ntill: 2018-04-30\n"
    "publicerad: 2018-06-01\nuppgift_från: kommunen\nåtgärd: vandringar\nantal: 8\n"
    "räknat: kanariepublicerat\n---\n",
    "loften/2018/effekter/trygghet.md": "---\nrubrik: Trygghet\nmått: Andel\nenhet: procent\n"
    "värden: {datum: 2018-08, värde: 5, källa: {titel: Kanariematning}}\n---\n",
    "loften/2018/insatser/kanarie-losbild.png": photo("losbild"),
    "loften/2018/insatser/.kanarie-losdold.md": "kanarielosdold",
    **_held("utkast", "utkast: ja"),
    **_held("sen", "publiceras: 2018-06-01"),
}
