"""Results of the kinds that are kept or not one by one, and everything that is said of each."""

from collections.abc import Iterator, Mapping

from promise_under_test import PROMISE, action, at, measure, promise, report
from result_cases import FINAL, OVER, UNDER_WAY, WHEN, Files, block, said, seen

BOTH = (UNDER_WAY, FINAL)
Rows = tuple[str, ...]


def reported(target: str, *rows: str, to: str = "2018-09-30", more: str = "") -> Files:
    """A measure, and a report for each of the rows."""
    files = {at("atgarder", "a"): measure(target, more=more)}
    for number, row in enumerate(rows):
        files[at("redovisningar", f"r{number}")] = report("a", row, to)
    return files


def in_full(target: str, row: str) -> Files:
    """A measure of which everything is said to be in at the end of the year."""
    return reported(target, row, more=_ALL_IN)


def all_dated(target: str, *whens: str) -> Files:
    return dated(target, *whens, more=_ALL_IN)


_ALL_IN = "bekräftat_till: 2018-12-31\n"


def dated(target: str, *whens: str, more: str = "") -> Files:
    """A measure, and an action for each of the days."""
    files = {at("atgarder", "a"): measure(target, more=more)}
    for number, when in enumerate(whens):
        files[at("insatser", f"i{number:02}")] = action("a", when)
    return files


def _blocks(chapter: str, cases: Mapping[str, tuple[Files, tuple[str, ...]]]) -> Iterator[str]:
    yield f"==== {chapter}\n"
    for title, (files, days) in cases.items():
        for day in days:
            yield block(f"{title}, {WHEN[day]}", said(seen(files, day)))


def frequencies() -> Iterator[str]:
    weekly = "typ: frekvens, antal: 1, varje: vecka"
    monthly = "typ: frekvens, minst: 2, varje: månad"
    until = "bekräftat_till: 2018-09-30\n"
    march = [f"datum: 2018-0{month}-0{day}" for month in (1, 2, 3) for day in (1, 2)]
    yield from _blocks(
        "Frekvens",
        {
            "varje vecka, 38 av 39 hållna": (
                reported(weekly, "intervall: {hållna: 38, av: 39}"),
                BOTH,
            ),
            "varje vecka, alla 39 hållna": (
                reported(weekly, "intervall: {hållna: 39, av: 39}"),
                BOTH,
            ),
            "varje vecka, ingen hållen": (
                reported(weekly, "intervall: {hållna: 0, av: 39}"),
                BOTH,
            ),
            "två i månaden, tre månader hållna, resten tyst": (dated(monthly, *march), BOTH),
            "två i månaden, tre hållna, sex missade": (
                dated(monthly, *march, more=until),
                (*BOTH, OVER),
            ),
            "två i månaden, en missad": (
                dated(monthly, *march, more="bekräftat_till: 2018-04-30\n"),
                (UNDER_WAY,),
            ),
            "varje kvartal, en av tre": (
                dated("typ: frekvens, varje: kvartal", "datum: 2018-02-03", more=until),
                BOTH,
            ),
            "varje dygn, en summa som inte räcker": (
                reported("typ: frekvens, varje: dygn", "antal: 252"),
                BOTH,
            ),
            "två per år, ett gjort": (
                dated("typ: frekvens, antal: 2, varje: år", "datum: 2018-02-03"),
                BOTH,
            ),
            "två per år, ett gjort och allt inlagt": (
                dated(
                    "typ: frekvens, antal: 2, varje: år",
                    "datum: 2018-02-03",
                    more="bekräftat_till: 2018-12-31\n",
                ),
                (FINAL,),
            ),
            "högst en i månaden": (
                dated(
                    "typ: frekvens, högst: 1, varje: månad",
                    "datum: 2018-02-03",
                    "datum: 2018-02-04",
                    more=until,
                ),
                BOTH,
            ),
            "två i månaden, båda hållna": (dated(monthly, *march[:4]), (UNDER_WAY,)),
            "två i månaden, en hållen": (dated(monthly, *march[:2]), (UNDER_WAY,)),
            "varje vecka, en hållen och en missad": (
                dated(weekly, "datum: 2018-01-03", more="bekräftat_till: 2018-01-14\n"),
                (UNDER_WAY,),
            ),
            "varje kvartal, ett hållet och ett missat": (
                dated(
                    "typ: frekvens, varje: kvartal",
                    "datum: 2018-02-03",
                    more="bekräftat_till: 2018-06-30\n",
                ),
                BOTH,
            ),
            "varje vecka, noll": (reported(weekly, "antal: 0"), BOTH),
            "varje månad, noll besök": (
                reported("typ: frekvens, varje: månad, enhet: besök/besök", "antal: 0"),
                (UNDER_WAY,),
            ),
            "inget": (reported(weekly), (UNDER_WAY, OVER)),
        },
    )


def each() -> Iterator[str]:
    places = "platser: [bro-centrum, brunna]\n"
    at_both = ("datum: 2018-03-14\nplats: bro-centrum", "datum: 2018-03-15\nplats: brunna")
    one_each = "typ: antal, minst: 1, per: plats, enhet: vandring/vandringar"
    shops = "typ: antal, minst: 1, per: försäljningsställe/försäljningsställen, "
    shops += "enhet: kontroll/kontroller"
    yield from _blocks(
        "Per plats eller enhet",
        {
            "ingen av två platser": (
                dated(one_each, "datum: 2018-03-14\nplats: bro", more=places),
                BOTH,
            ),
            "en av två platser": (dated(one_each, at_both[0], more=places), (*BOTH, OVER)),
            "båda platserna": (dated(one_each, *at_both, more=places), BOTH),
            "nio av tolv ställen": (
                reported(shops, "enheter: 12\nenheter_nådda: 9\nantal: 14"),
                BOTH,
            ),
            "alla tolv ställen": (reported(shops, "enheter: 12\nenheter_nådda: 12"), BOTH),
            "inget av tolv ställen": (reported(shops, "enheter: 12\nenheter_nådda: 0"), BOTH),
            "nio ställen, oklart av hur många": (reported(shops, "enheter_nådda: 9"), BOTH),
            "ingen av tolv butiker": (
                reported("typ: antal, per: butik/butiker", "enheter: 12\nenheter_nådda: 0"),
                BOTH,
            ),
            "båda butikerna": (
                reported("typ: antal, per: butik/butiker", "enheter: 2\nenheter_nådda: 2"),
                (UNDER_WAY,),
            ),
            "två öppna hus": (
                reported("typ: antal, per: öppet hus/öppna hus", "enheter: 2\nenheter_nådda: 2"),
                (UNDER_WAY,),
            ),
            "en butik, oklart av hur många": (
                reported("typ: antal, per: butik/butiker", "enheter_nådda: 1"),
                (UNDER_WAY,),
            ),
            "bara en summa": (reported(shops, "antal: 71"), BOTH),
            "varje månad på varje plats": (
                dated("typ: frekvens, varje: månad, per: plats", *at_both, more=places),
                BOTH,
            ),
        },
    )


def cases() -> Iterator[str]:
    target = "typ: svarstid, inom: 24 timmar"
    late = "datum: 2018-03-14\nanmält: 2018-03-12 08.00\nklart: 2018-03-14 09.00"
    quick = "datum: 2018-03-13\nanmält: 2018-03-12 08.00\nklart: 2018-03-12 16.00"
    yield from _blocks(
        "Svarstid",
        {
            "18 av 20": (in_full(target, "ärenden: 20\ninom_tiden: 18"), BOTH),
            "alla 20": (in_full(target, "ärenden: 20\ninom_tiden: 20"), BOTH),
            "inget av 3": (in_full(target, "ärenden: 3\ninom_tiden: 0"), BOTH),
            "inga ärenden": (in_full(target, "ärenden: 0"), BOTH),
            "20 ärenden, oklart hur många i tid": (in_full(target, "ärenden: 20"), BOTH),
            "18 i tid, oklart av hur många": (in_full(target, "inom_tiden: 18"), BOTH),
            "omkring 20": (
                in_full(target, "ärenden: 20\ninom_tiden: 18\nnoggrannhet: ungefär"),
                BOTH,
            ),
            "ett daterat i tid och ett sent": (all_dated(target, quick, late), BOTH),
            "ett daterat utan klockslag": (all_dated(target, "datum: 2018-03-14"), BOTH),
            "ett i tid, oklart av hur många": (in_full(target, "inom_tiden: 1"), (UNDER_WAY,)),
            "ingen av tre anmälningar": (
                in_full(
                    "typ: svarstid, inom: ett dygn, enhet: anmälan/anmälningar",
                    "ärenden: 3\ninom_tiden: 0",
                ),
                (UNDER_WAY,),
            ),
            "klotter inom två arbetsdagar": (
                in_full(
                    "typ: svarstid, inom: två arbetsdagar, enhet: anmälan/anmälningar",
                    "ärenden: 9\ninom_tiden: 8",
                ),
                BOTH,
            ),
        },
    )


def requests() -> Iterator[str]:
    target = "typ: vid_behov"
    yield from _blocks(
        "Vid behov",
        {
            "fyra av fem": (in_full(target, "önskemål: 5\nuppfyllda: 4"), BOTH),
            "alla fem": (in_full(target, "önskemål: 5\nuppfyllda: 5"), BOTH),
            "ett av ett": (in_full(target, "önskemål: 1\nuppfyllda: 1"), BOTH),
            "inget av fem": (in_full(target, "önskemål: 5\nuppfyllda: 0"), BOTH),
            "ingen bad om det": (in_full(target, "önskemål: 0"), BOTH),
            "fyra uppfyllda, oklart av hur många": (in_full(target, "uppfyllda: 4"), BOTH),
            "två daterade": (all_dated(target, "datum: 2018-03-14", "datum: 2018-04-14"), BOTH),
            "fem önskemål, oklart hur många som uppfylldes": (
                in_full(target, "önskemål: 5"),
                BOTH,
            ),
            "ett önskemål uppfyllt, oklart av hur många": (
                in_full(target, "uppfyllda: 1"),
                (UNDER_WAY,),
            ),
            "ingen av tre föreläsningar": (
                in_full(
                    "typ: vid_behov, enhet: föreläsning/föreläsningar",
                    "önskemål: 3\nuppfyllda: 0",
                ),
                (UNDER_WAY,),
            ),
            "en av en föreläsning": (
                in_full(
                    "typ: vid_behov, enhet: föreläsning/föreläsningar",
                    "önskemål: 1\nuppfyllda: 1",
                ),
                (UNDER_WAY,),
            ),
            "ansökningar": (
                in_full("typ: vid_behov, enhet: ansökan/ansökningar", "önskemål: 3\nuppfyllda: 2"),
                (UNDER_WAY,),
            ),
            "alla fem första halvåret, sedan tyst": (
                reported(target, "önskemål: 5\nuppfyllda: 5", to="2018-06-30"),
                BOTH,
            ),
            "fyra av fem första halvåret, sedan tyst": (
                reported(target, "önskemål: 5\nuppfyllda: 4", to="2018-06-30"),
                (FINAL,),
            ),
            "föreläsningar": (
                in_full(
                    "typ: vid_behov, enhet: föreläsning/föreläsningar",
                    "önskemål: 3\nuppfyllda: 2",
                ),
                BOTH,
            ),
        },
    )


def standing_benefits() -> Iterator[str]:
    target = "typ: stående"
    begun = "datum: 2018-03-01"
    end = "2018-12-31"
    yield from _blocks(
        "Stående",
        {
            "infört": (dated(target, begun), (*BOTH, OVER)),
            "infört någon gång i mars": (dated(target, "datum: 2018-03"), (UNDER_WAY,)),
            "gäller enligt parten": (reported(target, "bedömning: fortsätter"), BOTH),
            "genomfört enligt parten": (reported(target, "bedömning: genomförd"), BOTH),
            "gällde året ut": (reported(target, "bedömning: pågår", to=end), (FINAL,)),
            "infört och gällde året ut": (
                {**dated(target, begun), **reported(target, "bedömning: pågår", to=end)},
                (FINAL,),
            ),
            "infört i mars och gällde året ut": (
                {
                    **dated(target, "datum: 2018-03", "datum: 2018-02"),
                    **reported(target, "bedömning: pågår", to=end),
                },
                (FINAL,),
            ),
            "upphörde": (
                reported(target, "bedömning: utgår\norsak: Avtalet sades upp", to=end),
                (FINAL,),
            ),
        },
    )


def silences() -> Iterator[str]:
    yield "==== Uppgift saknas för en del av tiden\n"
    years = promise(period="från: 2020-01-01\ntill: 2022-12-31\n")
    silent = report("a", "från: 2020-01-01", "2020-12-31")
    told = report("a", "från: 2021-01-01\nantal: 100\nnoggrannhet: ungefär", "2022-12-31")
    for title, goal in (("inget antal", ""), ("minst 300", ", minst: 300")):
        files = {
            PROMISE: years,
            at("atgarder", "a"): measure(f"typ: antal{goal}"),
            at("redovisningar", "r0"): silent,
            at("redovisningar", "r1"): told,
        }
        yield block(title, said(seen(files, "2023-01-15")))


def left_in() -> Iterator[str]:
    short = "bedömning: delvis genomförd\norsak: Personalbrist under hösten"
    missed = "bedömning: inte genomförd\norsak: Lokalen blev inte klar"
    once = "typ: engångs, senast: 2018-06-30"
    year = "2018-12-31"
    surplus = {
        **reported("typ: antal, minst: 6", "från: 2018-05-01\nantal: 1", to="2018-05-31"),
        at("insatser", "i1"): action("a", "datum: 2018-05-02"),
        at("insatser", "i2"): action("a", "datum: 2018-05-09"),
    }
    yield from _blocks(
        "Det som inte får utelämnas",
        {
            "skälet, när antalet avgör": (
                reported("typ: antal, minst: 10", f"antal: 7\n{short}", to=year),
                (FINAL,),
            ),
            "skälet är inte angivet": (
                reported(
                    "typ: antal, minst: 10",
                    "antal: 7\nbedömning: delvis genomförd\norsak: ej angiven",
                    to=year,
                ),
                (FINAL,),
            ),
            "omdömet säger något annat": (
                reported("typ: antal, minst: 10", "antal: 7\nbedömning: genomförd", to=year),
                (FINAL,),
            ),
            "gjort efter den utlovade dagen": (dated(once, "datum: 2018-09-15"), (UNDER_WAY,)),
            "gjort i tid": (dated(once, "datum: 2018-06-30"), (UNDER_WAY,)),
            "inte gjort till den utlovade dagen": (reported(once, missed), (UNDER_WAY,)),
            "fler insatser än redovisningen räknar": (surplus, (UNDER_WAY,)),
            "sommarhalvåret är inga veckor": (
                reported(
                    "typ: frekvens, antal: 2, varje: vecka, gäller: sommarhalvåret",
                    "antal: 30",
                    to=year,
                ),
                (FINAL,),
            ),
            "målet sänktes efteråt": (
                reported(
                    "typ: antal, minst: 3",
                    "antal: 3",
                    to="2018-06-30",
                    more="ändringar: {datum: 2018-09-01, vad: Antalet sänktes, varför: Sjukdom, "
                    "tidigare_mål: {typ: antal, minst: 10}}\n",
                ),
                (UNDER_WAY,),
            ),
        },
    )


CHAPTERS = (left_in, frequencies, each, cases, requests, standing_benefits, silences)
