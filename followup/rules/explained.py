"""What the reading of a file asks for, explained as the rules are.

These faults are found where a file, a field or a page is made sense of, not by a function of their
own.
"""

from followup.diagnostics import Explanation


def _fault(rule: str, asks: str, wrong: str, right: str) -> Explanation:
    return Explanation(rule, "fel", asks, wrong, right)


READING = (
    _fault(
        "bild",
        "En bild ska vara en hel jpg-, png- eller webp-fil som ligger bredvid textfilen.",
        "bild: {fil: vandrnig.jpg, alt: Vandrare på torget}",
        "bild: {fil: vandring.jpg, alt: Vandrare på torget}",
    ),
    _fault(
        "datum",
        "Ett datum ska finnas, och från ska komma före till.",
        "datum: 2018-02-30",
        "datum: 2018-02-28",
    ),
    _fault(
        "del-över-hel",
        "En del kan inte vara större än det hela.",
        "intervall: {hållna: 53, av: 52}",
        "intervall: {hållna: 48, av: 52}",
    ),
    _fault(
        "dubbelt-fält",
        "Ett fält ska bara stå en gång, annars går det inte att veta vilket som gäller.",
        "plats: bro på en rad och plats: brunna på en annan",
        "plats: [bro, brunna]",
    ),
    _fault(
        "dubblett",
        "Samma sak ska bara stå på ett ställe.",
        "aktörer: [polisen, polisen]",
        "aktörer: [polisen, kommunen]",
    ),
    _fault(
        "faktaruta",
        "En textfil ska börja med sina fält mellan två rader med tre bindestreck.",
        "en fil som börjar direkt med texten",
        "---, fälten på var sin rad, --- och sedan texten",
    ),
    _fault(
        "filnamn",
        "Filens namn blir en webbadress: bara a–z, siffror och bindestreck.",
        "Bro Centrum.md",
        "bro-centrum.md",
    ),
    _fault(
        "form",
        "Fälten ska stå så att det går att se var varje värde börjar och slutar.",
        "rubrik: Vandring: Bro",
        'rubrik: "Vandring: Bro"',
    ),
    _fault(
        "granskat",
        "Ett svar i granskat ska gälla en varning som finns. Fel går inte att svara på.",
        "granskat: {regel: lång-menning, skäl: Citat}",
        "granskat: {regel: lång-mening, skäl: Citat}",
    ),
    Explanation(
        "onödigt-svar",
        "varning",
        "När en varning inte finns längre ska svaret på den tas bort.",
        "granskat: {regel: lång-mening, skäl: Citat} i en text med korta meningar",
        "ingen rad med granskat",
    ),
    _fault(
        "karta",
        "En kartfil ska vara hel GeoJSON i grader (WGS 84), med longituden först.",
        '"coordinates": [655000, 6597000]',
        '"coordinates": [17.74834, 59.47857]',
    ),
    _fault(
        "källa",
        "En källa ska säga minst en sak: titel, adress, datum eller diarienummer.",
        "källor: {titel: }",
        "källor: {titel: Protokoll, datum: 2018-03-14}",
    ),
    _fault(
        "mål",
        "Ett mål ska ha de fält som hör till dess typ, och bara dem.",
        "mål: {typ: löpande, minst: 8}",
        "mål: {typ: antal, minst: 8}",
    ),
    _fault(
        "notis",
        "Notisen ska få plats i tidningens längder, och dess siffror ska vara de som är räknade.",
        "kort: Sju av minst åtta insatser är genomförda, när sex är räknade",
        "kort: Vi har kommit till [[gemensamma-insatser.siffra]] insatser",
    ),
    _fault(
        "okänd-fil",
        "En fil ska ligga i en mapp där programmet läser, och sluta som den ska.",
        "loften/2018/insats/torget.md",
        "loften/2018/insatser/torget.md",
    ),
    _fault(
        "okänd-hänvisning",
        "Ett id ska vara namnet på en fil som finns, eller en part i parter.yaml.",
        "plats: bro-centurm",
        "plats: bro-centrum",
    ),
    _fault(
        "okänt-fält",
        "Bara de fält som finns går att skriva.",
        "datm: 2018-03-14",
        "datum: 2018-03-14",
    ),
    _fault(
        "okänt-ord",
        "Det som står inom dubbla hakparenteser ska vara något som programmet kan sätta in.",
        "[[nattvandrnig.siffra]]",
        "[[nattvandring.siffra]]",
    ),
    _fault(
        "oläsbar-fil",
        "Filer och mappar ska gå att läsa.",
        "en fil som bara någon annan får öppna",
        "en fil som du får öppna",
    ),
    _fault(
        "osynligt-tecken",
        "En text ska inte ha tecken som ingen ser.",
        "ett tecken som vänder skrivriktningen, inklistrat från ett annat program",
        "samma text, skriven på nytt",
    ),
    _fault(
        "ovanlig-fil",
        "Innehållet ska vara vanliga filer, inte genvägar eller länkar till andra mappar.",
        "en länk till en fil på en annan disk",
        "själva filen, kopierad hit",
    ),
    _fault(
        "planerad",
        "En planerad insats får bara visas om alla får veta det i förväg.",
        "status: planerad",
        "status: planerad och offentlig: ja",
    ),
    _fault(
        "saknas",
        "Det som behövs för att uppgiften ska gå att förstå ska vara ifyllt.",
        "en insats utan datum",
        "datum: 2018-03-14",
    ),
    _fault(
        "samma-adress",
        "Två sidor kan inte ha samma adress.",
        "tidigare_adress: torget i två filer",
        "tidigare_adress: torget i en av dem",
    ),
    _fault(
        "stor-fil",
        "En text ska vara högst 200 kB, en lista eller karta högst 1 MB och en bild högst 20 MB.",
        "en bild på 50 MB",
        "samma bild, sparad i mindre format",
    ),
    _fault(
        "teckenkodning",
        "Filerna ska vara sparade som UTF-8.",
        "en fil sparad som UTF-16 eller Windows-1252",
        "samma fil, sparad som UTF-8",
    ),
    _fault(
        "version",
        "Innehållet ska följa den modell som programmet känner till.",
        "version: 2",
        "version: 1",
    ),
    _fault(
        "värde",
        "Ett värde ska vara av det slag som fältet tar.",
        "utkast: kanske",
        "utkast: ja",
    ),
)
