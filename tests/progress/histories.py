"""Random stories: a target of any kind, and what was told of it in actions and reports."""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st


@dataclass(frozen=True)
class History:
    """A story whose lines are of the target, the promise, and what was told; seen on `day`.

    `extra` is one more action, that the story does not hold.
    """

    target: str
    promise: str
    told: tuple[str, ...]
    extra: str
    day: date

    @property
    def story(self) -> str:
        return "\n".join((self.target, self.promise, *self.told))


BEFORE, FIRST = date(2017, 12, 31), date(2018, 1, 1)
DAYS = st.integers(0, 364).map(lambda n: FIRST + timedelta(days=n))
SEEN = (BEFORE, FIRST, date(2018, 7, 1), date(2018, 12, 31), date(2019, 3, 1))
PLACES = "\nåtgärd: platser: [bro, brunna]"
CHANGED = "\nåtgärd: ändringar: {{datum: 2018-05-14, vad: V, varför: W, tidigare_mål: {{{}}}}}"
TARGETS = (
    "mål: {typ: antal}",
    "mål: {typ: antal, högst: 3}",
    "mål: {typ: antal, minst: 5}",
    "mål: {typ: antal, minst: 5, senast: 2018-09-15}",
    "mål: {typ: antal, minst: 4, gäller: [2018-02–2018-05-10, 2018-09]}",
    "mål: {typ: antal, minst: 4, räknas: {planerad_i_förväg: ja, platser: [bro]}}",
    "mål: {typ: antal, minst: 4, räknas: {aktörer: [polisen, kommunen]}}",
    "mål: {typ: antal, minst: 5, räknas: {dagar: ja}}",
    "mål: {typ: antal, minst: 5}" + PLACES,
    "mål: {typ: antal, minst: 5}" + CHANGED.format("typ: antal, räknas: {platser: [bro]}"),
    "mål: {typ: engångs, senast: 2018-06-30}",
    "mål: {typ: engångs, steg: [{id: x, namn: X}, {id: y, namn: Y}]}",
    "mål: {typ: löpande}",
    "mål: {typ: stående}",
    "mål: {typ: frekvens, varje: månad}",
    "mål: {typ: frekvens, varje: vecka, minst: 2}",
    "mål: {typ: frekvens, varje: månad, högst: 2}",
    "mål: {typ: frekvens, varje: kvartal, minst: 2}" + PLACES,
    "mål: {typ: frekvens, varje: månad, gäller: [2018-02-14–2018-05, 2018-08]}",
    "mål: {typ: frekvens, varje: år, minst: 3}",
    "mål: {typ: frekvens, varje: vecka}" + CHANGED.format("typ: frekvens, varje: månad"),
    "mål: {typ: svarstid, inom: 24 timmar}",
    "mål: {typ: svarstid, inom: tre arbetsdagar}",
    "mål: {typ: vid_behov}",
    "mål: {typ: antal, minst: 2, per: plats}" + PLACES,
    "mål: {typ: frekvens, varje: kvartal, per: plats}" + PLACES,
    "mål: {typ: engångs, per: plats}" + PLACES,
    "mål: {typ: antal, minst: 1, per: butik/butiker}",
)
VERDICTS = ("pågår", "genomförd", "delvis genomförd", "inte genomförd", "senarelagd", "utgår")
WHERE = ("plats: bro-centrum", "plats: brunna", "plats: bro", "plats: [bro, brunna]")


def _maybe(*texts: str) -> st.SearchStrategy[str]:
    """One of the fields, or none."""
    return st.sampled_from(("", *texts))


@st.composite
def actions(draw: st.DrawFn, id: str, target: str) -> str:
    first = draw(DAYS)
    last = min(first + timedelta(days=draw(st.sampled_from((0, 0, 0, 1, 20)))), date(2018, 12, 31))
    reported = first - timedelta(days=draw(st.integers(0, 4)))
    fields = [
        f"datum: {first}" if first == last else f"från: {first}; till: {last}",
        # A day that is not known may take another day's place, and so lower a count of days.
        draw(_maybe("någon_gång: ja")) if first != last and "dagar" not in target else "",
        draw(_maybe("antal: 2", "antal: 3")),
        draw(_maybe(*WHERE)),
        draw(_maybe("aktörer: [polisen, kommunen]", "aktörer: [kommunen]")),
        draw(_maybe("planerad_i_förväg: ja", f"planerad_i_förväg: {first}")),
        draw(_maybe("status: inställd; orsak: Regn")),
        draw(_maybe("åtgärd: m#x", "åtgärd: m#y")) if "steg" in target else "",
    ]
    if "svarstid" in target:
        fields.append(draw(_maybe(f"anmält: {reported} 12.00", f"anmält: {reported}")))
        fields.append(draw(_maybe(f"klart: {first} 13.00", f"klart: {first}")))
    return f"insats {id}: {'; '.join(filter(None, fields))}"


@st.composite
def _figures(draw: st.DrawFn, target: str) -> list[str]:
    """The figures of a row: of the kind that the target is counted by, or a plain number."""
    part, whole = sorted((draw(st.integers(0, 9)), draw(st.integers(0, 60))))
    kinds = {
        "frekvens": (f"intervall: {{hållna: {part}, av: {max(whole, 1)}}}",),
        "svarstid": (f"ärenden: {whole}", f"ärenden: {whole}; inom_tiden: {part}"),
        "vid_behov": (f"önskemål: {whole}; uppfyllda: {part}", f"uppfyllda: {part}", "önskemål: 0"),
        "per": (f"enheter: {whole}; enheter_nådda: {part}", f"enheter_nådda: {part}"),
    }
    own = [written for word, all_ in kinds.items() if word in target for written in all_]
    number = f"antal: {draw(st.integers(0, 9))}"
    return draw(st.sampled_from(("", number, number, *own))).split("; ")


@st.composite
def _rows(draw: st.DrawFn, target: str) -> list[str]:
    verdict = draw(st.sampled_from((None, None, None, *VERDICTS)))
    return [
        *draw(_figures(target)),
        draw(_maybe("noggrannhet: minst", "noggrannhet: ungefär")),
        draw(_maybe("enligt_löftet: ja", "enligt_löftet: nej", "enligt_löftet: oklart")),
        draw(st.sampled_from(("", "", "", *WHERE))),
        *((f"bedömning: {verdict}", "orsak: Brist") if verdict else ()),
        draw(st.sampled_from(("m#x", "m#y", "m"))).join(("åtgärd: ", ""))
        if "steg" in target
        else "åtgärd: m",
    ]


@st.composite
def reports(draw: st.DrawFn, n: int, target: str) -> str:
    first = draw(st.integers(1, 12))
    last = draw(st.integers(first, 12))
    header = [
        draw(st.sampled_from((f"från: 2018-{first:02}", f"från: 2018-{first:02}", ""))),
        f"till: 2018-{last:02}",
        draw(_maybe("omfattar: egen del")),
        draw(_maybe("uppgift_från: kommunen")),
        draw(st.sampled_from(("", "", "", "slutlig: ja"))),
        draw(st.sampled_from(("", "", "", "ofullständigt: Maj saknas"))),
        draw(st.sampled_from(("", "", f"ersätter: r{n - 1}"))) if n else "",
    ]
    rows = [draw(_rows(target)) for _ in range(draw(st.sampled_from((1, 1, 2, 3))))]
    if len(rows) == 1:
        header += rows[0]
    else:
        rows[0].append(draw(_maybe(f"till: 2018-{first:02}")))
        each = ", ".join(f"{{{', '.join(filter(None, row))}}}" for row in rows)
        header.append(f"rader: [{each}]")
    return f"helhet r{n}: {'; '.join(filter(None, header))}"


@st.composite
def histories(draw: st.DrawFn) -> History:
    target = draw(st.sampled_from(TARGETS))
    told = [draw(actions(f"a{n}", target)) for n in range(draw(st.integers(0, 6)))]
    told += [draw(reports(n, target)) for n in range(draw(st.integers(0, 4)))]
    promise = "; ".join(
        (
            "löfte: parter: [polisen, kommunen]",
            draw(_maybe("slutredovisad: 2019-02-01")),
            draw(_maybe("bekräftat_till: 2018-09-30")),
        )
    )
    return History(
        target=target,
        promise=promise,
        told=tuple(told),
        extra=draw(actions("extra", target)),
        day=draw(st.sampled_from(SEEN)),
    )
