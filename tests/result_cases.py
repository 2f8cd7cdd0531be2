"""Results of every kind, and everything that is said of each: the chapters of a golden file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from promise_under_test import (
    PROMISE,
    RECIPES,
    Told,
    action,
    at,
    measure,
    measures,
    promise,
    promise_in,
    report,
    told,
)

from followup.progress.result import State
from followup.wording import (
    figure,
    headline,
    pace_sentence,
    reached_sentence,
    result_sentence,
    stale_sentence,
    standing,
    state_label,
)

Files = Mapping[str, str]

UNDER_WAY, OVER, FINAL = "2018-10-01", "2019-01-15", "2019-03-01"
WHEN = {UNDER_WAY: "perioden pågår", OVER: "perioden är slut", FINAL: "slutredovisat"}
ENDED = {PROMISE: promise("slutredovisad: 2019-02-15\n")}


def seen(files: Files, day: str) -> Told:
    return told({**ENDED, **files} if day == FINAL else files, day)


def said(case: Told) -> Iterator[tuple[str, str]]:
    """Everything that is said of a measure with one target, each under its name."""
    target = case.target
    yield "läge", state_label(case.measure.state, case.result)
    for name, text in (
        ("siffra", figure(target)),
        ("utfall", result_sentence(target, case.words)),
        ("takt", pace_sentence(target)),
        ("nått", reached_sentence(target)),
        ("gammalt", stale_sentence(case.measure)),
    ):
        if text:
            yield name, text


def block(title: str, lines: Iterable[tuple[str, str]]) -> str:
    return "\n".join([title, *(f"  {name:11}{text}" for name, text in lines), ""])


# ---- counts


def counting(goal: str, unit: str, n: int | None, more: str = "") -> Files:
    target = ", ".join(part for part in ("typ: antal", goal, f"enhet: {unit}") if part)
    files = {at("atgarder", "a"): measure(target)}
    if n is not None:
        files[at("redovisningar", "r")] = report("a", f"antal: {n}\n{more}", "2018-09-30")
    return files


COUNTS: Mapping[str, tuple[tuple[str, str, tuple[int | None, ...], tuple[str, ...]], ...]] = {
    "ett golv": (
        ("minst: 8", "insats/insatser", (None, 0, 2), (UNDER_WAY, OVER, FINAL)),
        ("minst: 8", "insats/insatser", (1, 8, 9, 13, 40), (UNDER_WAY,)),
        ("minst: 100", "insats/insatser", (40, 300), (FINAL,)),
        ("minst: 2000", "insats/insatser", (1300,), (UNDER_WAY,)),
        ("minst: 1", "insats/insatser", (0, 1, 2), (UNDER_WAY,)),
    ),
    "ett antal": (("antal: 3", "vandring/vandringar", (0, 1, 2, 3, 4), (UNDER_WAY,)),),
    "ett tak": (("högst: 2", "avstängning/avstängningar", (0, 1, 3), (UNDER_WAY, FINAL)),),
    "inget antal": (
        ("", "insats/insatser", (None, 0, 1, 2, 13), (UNDER_WAY,)),
        ("", "insats/insatser", (0, 2), (FINAL,)),
    ),
    "ett-ord": (
        ("minst: 8", "tillfälle/tillfällen", (0, 1, 2, 9), (UNDER_WAY,)),
        ("minst: 8", "tillfälle/tillfällen", (0, 1), (FINAL,)),
        ("minst: 8", "besök/besök", (0, 1, 2, 8), (UNDER_WAY,)),
        ("antal: 8", "möte med unga/möten med unga", (0, 1, 2, 8), (UNDER_WAY,)),
        ("antal: 1", "möte/möten", (0, 1), (UNDER_WAY, FINAL)),
        ("minst: 8", "öppet hus/öppna hus", (1, 2), (UNDER_WAY,)),
    ),
}


def counts() -> Iterator[str]:
    for chapter, rows in COUNTS.items():
        yield f"==== Räkna: {chapter}\n"
        for goal, unit, numbers, days in rows:
            for n in numbers:
                for day in days:
                    number = "inget" if n is None else n
                    title = f"{goal or 'inget antal'} {unit}, redovisat {number}, {WHEN[day]}"
                    yield block(title, said(seen(counting(goal, unit, n), day)))


def accuracies() -> Iterator[str]:
    yield "==== Räkna: osäkra siffror\n"
    for goal, n, accuracy, more in (
        ("minst: 8", 5, "minst", ""),
        ("minst: 8", 9, "drygt", ""),
        ("antal: 100", 43, "minst", ""),
        ("minst: 300", 100, "ungefär", ""),
        ("minst: 100", 100, "ungefär", ""),
        ("minst: 100", 100, "ungefär", "bedömning: genomförd\n"),
        ("minst: 20", 100, "ungefär", ""),
        ("", 100, "ungefär", ""),
    ):
        for day in (UNDER_WAY, FINAL):
            files = counting(goal, "insats/insatser", n, f"noggrannhet: {accuracy}\n{more}")
            about = f"{goal or 'inget antal'}, redovisat {accuracy} {n} {more.strip()}".strip()
            yield block(f"{about}, {WHEN[day]}", said(seen(files, day)))


def disputes() -> Iterator[str]:
    yield "==== Räkna: parterna uppger olika antal\n"
    files = {
        **counting("minst: 8", "insats/insatser", 7),
        at("redovisningar", "k"): report("a", "antal: 5\nuppgift_från: kommunen"),
    }
    yield block("Polisen 7, kommunen 5, perioden pågår", said(seen(files, UNDER_WAY)))


# ---- when the number was reached, and how the count compares with an even spread


def dated(goal: str, whens: Sequence[str], unit: str = "insats/insatser") -> Files:
    files = {at("atgarder", "a"): measure(f"typ: antal, {goal}, enhet: {unit}")}
    for number, when in enumerate(whens):
        files[at("insatser", f"i{number}")] = action("a", when)
    return files


def uncounted() -> Iterator[str]:
    yield "==== Räkna: det som inte räknas\n"
    rule = "räknas: {planerad_i_förväg: ja}"
    files = {
        at("atgarder", "a"): measure(f"typ: antal, minst: 8, {rule}"),
        at("insatser", "i"): action("a", "datum: 2018-09-14\nplanerad_i_förväg: nej"),
    }
    yield block("en som inte räknas", said(seen(files, UNDER_WAY)))
    row = "antal: 0\nräknat: insatser\nenligt_löftet: ja"
    none = {**files, at("redovisningar", "r"): report("a", row)}
    yield block("noll, och en som inte räknas", said(seen(none, UNDER_WAY)))


def reached() -> Iterator[str]:
    yield "==== Nått\n"
    for title, whens in (
        ("en dag", ["datum: 2018-03-14"]),
        ("en månad", ["datum: 2018-03"]),
        ("någon gång", ["från: 2018-05-01\ntill: 2018-06-30\nnågon_gång: ja"]),
    ):
        yield block(title, said(seen(dated("antal: 1", whens), UNDER_WAY)))


def paces() -> Iterator[str]:
    yield "==== Takt\n"
    for title, goal, unit, done, today in (
        ("före", "minst: 8", "insats/insatser", 6, "2018-05-31"),
        ("i takt", "minst: 8", "tillfälle/tillfällen", 5, "2018-09-30"),
        ("efter", "minst: 8", "besök/besök", 2, "2018-09-30"),
        ("inget väntat än", "minst: 8", "insats/insatser", 2, "2018-01-15"),
        ("inget väntat än", "minst: 8", "möte/möten", 2, "2018-01-15"),
        ("en väntad", "minst: 8", "insats/insatser", 3, "2018-02-10"),
        ("ett väntat", "minst: 8", "tillfälle/tillfällen", 3, "2018-02-10"),
        ("många väntade", "minst: 40", "vandring/vandringar", 20, "2018-09-30"),
        ("svårböjt", "minst: 8", "evenemang med unga/evenemang med unga", 5, "2018-09-30"),
    ):
        files = counting(goal, unit, None)
        files = {
            **files,
            at("redovisningar", "r"): report("a", f"antal: {done}", today),
        }
        yield block(f"{title}: {goal} {unit}, {done} till {today}", said(seen(files, today)))
    years = promise(period="från: 2018-03-01\ntill: 2020-02-29\n")
    for title, period in (
        ("flera år", years),
        ("del av ett år", promise(period="från: 2018-03-01\ntill: 2018-12-31\n")),
    ):
        files = {
            **counting("minst: 8", "insats/insatser", None),
            PROMISE: period,
            at("redovisningar", "r"): report("a", "antal: 2\nfrån: 2018-03-01", "2018-09-30"),
        }
        yield block(title, said(seen(files, UNDER_WAY)))
    days = [f"datum: 2018-0{month}-03" for month in range(1, 4)]
    target = "typ: antal, minst: 100, räknas: {dagar: ja}"
    files = {**dated("minst: 8", days), at("atgarder", "a"): measure(target)}
    files[PROMISE] = promise("bekräftat_till: 2018-10-01\n")
    yield block("för få dagar kvar", said(seen(files, UNDER_WAY)))


# ---- what is not counted


def ongoing(months: Sequence[int], more: Files | None = None) -> Files:
    """An ongoing measure with an action in each of the months."""
    files = {at("atgarder", "a"): measure("typ: löpande")}
    for month in months:
        files[at("insatser", f"i{month}")] = action("a", f"datum: 2018-{month:02}-14")
    return {**files, **(more or {})}


def quarter(first: str, last: str) -> Files:
    return {at("redovisningar", f"q{last}"): report("a", f"från: {first}", last)}


def since_start(last: str) -> Files:
    return {
        at(
            "redovisningar", f"s{last}"
        ): f"---\ntill: {last}\nuppgift_från: polisen\nåtgärd: a\n---\nKort."
    }


def ongoing_measures() -> Iterator[str]:
    yield "==== Löpande\n"
    to_september = {PROMISE: promise("bekräftat_till: 2018-09-30\n")}
    together = {**quarter("2018-04-01", "2018-06-30"), **to_september}
    apart = {**quarter("2018-01-01", "2018-03-31"), **quarter("2018-07-01", "2018-09-30")}
    for title, files in (
        ("inget", ongoing([])),
        ("en månad av en", ongoing([1])),
        ("båda", ongoing([1, 2])),
        ("sju av nio", ongoing([1, 2, 3, 5, 6, 8, 9], to_september)),
        ("alla nio", ongoing(range(1, 10))),
        ("två, och tre tillsammans", ongoing([1, 2], together)),
        (
            "två, och en i en längre redovisning",
            ongoing([1, 2], since_start("2018-03-31")),
        ),
        ("bara tillsammans", ongoing([], quarter("2018-01-01", "2018-06-30"))),
        ("tillsammans med glapp", ongoing([], apart)),
        ("bara om tiden före perioden", ongoing([], quarter("2017-10-01", "2017-12-31"))),
        ("en redovisning om hela året", ongoing([], quarter("2018-01-01", "2018-12-31"))),
    ):
        for day in (UNDER_WAY, OVER) if "hela" not in title else (OVER,):
            yield block(f"{title}, {WHEN[day]}", said(seen(files, day)))
    yield block("tolv månader, slutredovisat", said(seen(ongoing(range(1, 13)), FINAL)))


def verdicts() -> Iterator[str]:
    yield "==== Partens egna ord\n"
    for verdict, reason in (
        ("genomförd", ""),
        ("delvis genomförd", "pandemin"),
        ("inte genomförd", "Det kom för få vandrare."),
        ("senarelagd", "personalbrist"),
        ("utgår", "ej angiven"),
        ("fortsätter", ""),
        ("pågår", ""),
    ):
        more = f"bedömning: {verdict}\n" + (f"orsak: {reason}\n" if reason else "")
        files = ongoing([1], {at("redovisningar", "r"): report("a", f"{more}slutlig: ja")})
        yield block(f"löpande, {verdict}", said(seen(files, FINAL)))
    for verdict in ("senarelagd", "utgår", "delvis genomförd"):
        more = f"antal: 2\nuppgift_från: kommunen\nbedömning: {verdict}\norsak: ej angiven"
        files = {
            **counting("minst: 8", "insats/insatser", None),
            at("redovisningar", "r"): report("a", more),
        }
        yield block(f"två av minst åtta, {verdict}", said(seen(files, UNDER_WAY)))


def one_things() -> Iterator[str]:
    yield "==== Engångs\n"
    once = {at("atgarder", "a"): measure("typ: engångs")}
    for title, when in (
        ("en dag", "datum: 2018-05-15"),
        ("en månad", "datum: 2018-05"),
        ("ett år", "datum: 2018"),
        ("flera dagar", "från: 2018-05-15\ntill: 2018-05-17"),
        ("någon gång", "från: 2018-05-01\ntill: 2018-06-30\nnågon_gång: ja"),
    ):
        yield block(title, said(seen({**once, at("insatser", "i"): action("a", when)}, FINAL)))
    yield block("bara ord", said(seen({**once, at("redovisningar", "r"): report()}, OVER)))
    more = "bedömning: genomförd\nuppgift_från: kommunen"
    files = {**once, at("redovisningar", "r"): report("a", more)}
    yield block("enligt kommunen", said(seen(files, UNDER_WAY)))
    for steps in range(1, 4):
        names = ", ".join(f"{{id: s{n}, namn: Steg {n}}}" for n in range(steps))
        for done in range(steps + 1):
            files = {at("atgarder", "a"): measure(f"typ: engångs, steg: [{names}]")}
            files[at("redovisningar", "r")] = report(
                "a", "till: 2018-06-30".replace("till: ", "räknat: ")
            )
            for n in range(done):
                files[at("insatser", f"i{n}")] = action(f"a#s{n}", f"datum: 2018-05-1{n}")
            yield block(f"{done} av {steps} steg", said(seen(files, UNDER_WAY)))


def unreported() -> Iterator[str]:
    yield "==== Inte redovisat\n"
    one = {at("atgarder", "a"): measure("typ: löpande")}
    yield block("före perioden", said(seen(one, "2017-12-01")))
    for day in (UNDER_WAY, OVER):
        yield block(f"inget, {WHEN[day]}", said(seen(one, day)))
    whole = {**one, at("redovisningar", "r"): report(None)}
    yield block("bara löftet som helhet", said(seen(whole, UNDER_WAY)))


def stale() -> Iterator[str]:
    yield "==== Inget nytt\n"
    case = seen(ongoing([1, 2, 3, 4, 5]), UNDER_WAY)
    yield block("åtgärden", [("gammalt", stale_sentence(case.measure) or "")])
    yield block("löftet", [("gammalt", stale_sentence(case.result) or "")])


# ---- the whole promise

MIXES: tuple[tuple[str, tuple[State, ...], str], ...] = (
    ("inga kända", (), UNDER_WAY),
    ("inga kända", (), OVER),
    ("en", ("pågår",), UNDER_WAY),
    ("en", ("genomförd",), OVER),
    ("en", ("inte redovisad",), UNDER_WAY),
    ("en", ("går inte att avgöra",), OVER),
    ("två lika", ("pågår",) * 2, UNDER_WAY),
    ("två lika", ("genomförd",) * 2, OVER),
    ("två lika", ("inte redovisad",) * 2, OVER),
    ("sex lika", ("pågår",) * 6, UNDER_WAY),
    ("sex lika", ("genomförd",) * 6, UNDER_WAY),
    ("sex lika", ("delvis genomförd",) * 6, OVER),
    ("sex lika", ("inte genomförd",) * 6, OVER),
    ("sex lika", ("inte påbörjad",) * 6, UNDER_WAY),
    ("sex lika", ("senarelagd",) * 6, UNDER_WAY),
    ("sex lika", ("utgår",) * 6, UNDER_WAY),
    ("sex lika", ("inte redovisad",) * 6, UNDER_WAY),
    ("sex lika", ("inte redovisad",) * 6, OVER),
    ("sex lika", ("går inte att avgöra",) * 6, UNDER_WAY),
    ("sex lika", ("går inte att avgöra",) * 6, OVER),
    ("blandat", ("genomförd", "pågår", "pågår", "pågår", "pågår", "inte redovisad"), UNDER_WAY),
    ("blandat", ("genomförd", "genomförd", "inte genomförd"), OVER),
    ("fyra sorter", ("genomförd", "pågår", "utgår", "inte redovisad"), UNDER_WAY),
    ("alla sorter", tuple(RECIPES), UNDER_WAY),
    ("tretton och en", (*("pågår",) * 13, "utgår"), UNDER_WAY),
)


def headlines() -> Iterator[str]:
    yield "==== Hela löftet\n"
    for title, states, day in MIXES:
        case = promise_in(states, day)
        lines = [("rubrik", headline(case.result))]
        lines += [("ställning", standing(case.result))] if states else []
        yield block(f"{title}, {WHEN[day]}", lines)
    before = told(measures(("inte redovisad",) * 3), "2017-12-01")
    yield block("före perioden", [("rubrik", headline(before.result))])
    final = promise_in(("genomförd", "delvis genomförd"), FINAL, "slutredovisad: 2019-02-15\n")
    yield block("slutredovisat", [("rubrik", headline(final.result))])
    whole = told(
        {**measures(("pågår", "inte redovisad")), at("redovisningar", "w"): report(None)}, UNDER_WAY
    )
    yield block("en inte redovisad för sig", [("rubrik", headline(whole.result))])
    mixes: tuple[tuple[State, ...], ...] = (
        ("pågår",),
        ("inte redovisad",),
        ("genomförd", "genomförd"),
        ("pågår", "pågår", "pågår"),
        ("inte redovisad", "inte redovisad"),
        ("går inte att avgöra", "går inte att avgöra"),
        ("genomförd", "inte redovisad"),
        ("pågår", "pågår", "utgår"),
        ("genomförd", "pågår", "inte redovisad"),
    )
    for states in mixes:
        case = promise_in(states, UNDER_WAY, "ofullständigt: Slutet saknas\n")
        yield block(
            f"vi har inte hela texten, {len(states)} kända", [("rubrik", headline(case.result))]
        )


CHAPTERS = (
    headlines,
    counts,
    accuracies,
    disputes,
    uncounted,
    reached,
    paces,
    ongoing_measures,
    verdicts,
    one_things,
    unreported,
    stale,
)
