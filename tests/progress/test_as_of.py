"""The content as it was known on a day: what had happened and was published by then."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from followup.model import Site
from followup.progress.as_of import as_of

Read = Callable[[str], Site]

IDAG = date(2018, 6, 1)
EVE = IDAG - timedelta(days=1)
KNOWN = "insats known: datum: 2018-01-31"


@pytest.mark.parametrize(
    "held_back",
    [
        "insats a: datum: 2018-03-14; publiceras: 2018-06-01",
        "insats a: datum: 2018-06-01",
        "insats a: från: 2018-05-20; till: 2018-06-01",
        "insats a: från: 2018-05-20; till: 2018-06-01; någon_gång: ja",
        "insats a: datum: 2018-06-01; status: inställd; orsak: Regn",
        "insats a: datum: 2018-07-01; status: planerad; offentlig: ja; publiceras: 2018-06-01",
        "redovisning r: till: 2018-03-31; publiceras: 2018-06-01",
        "redovisning r: till: 2018-06-01",
        "redovisning r: till: 2018-03-31; publicerad: 2018-06-01",
        "redovisning r: till: 2018-03-31; publicerad: 2018-06",
        "redovisning r: till: 2018-06-01; publicerad: 2018-03-01",
        "helhet h: till: 2018-06-01",
        "effekt e: publiceras: 2018-06-01",
        "sida om: publiceras: 2018-06-01",
    ],
)
def test_what_is_held_back_or_still_to_come_is_nowhere_until_its_day(
    site: Read, held_back: str
) -> None:
    whole, without = site(f"{KNOWN}\n{held_back}"), site(KNOWN)
    assert as_of(whole, EVE) == without
    assert as_of(whole, IDAG) == whole


@pytest.mark.parametrize(
    "draft",
    [
        "insats a: datum: 2018-03-14; utkast: ja",
        "insats a: datum: 2018-07-01; status: planerad; offentlig: ja; utkast: ja",
        "redovisning r: till: 2018-03-31; utkast: ja",
        "effekt e: utkast: ja",
        "sida om: utkast: ja",
    ],
)
def test_a_draft_is_in_the_preview_only(site: Read, draft: str) -> None:
    whole, without = site(f"{KNOWN}\n{draft}"), site(KNOWN)
    assert as_of(whole, date(2030, 1, 1)) == without
    assert as_of(whole, IDAG, with_drafts=True) == whole


def test_the_preview_shows_what_is_held_back_but_not_what_has_not_happened(site: Read) -> None:
    held_back = "insats a: datum: 2018-03-14; publiceras: 2018-09-01"
    whole = site(f"{KNOWN}\n{held_back}\ninsats b: datum: 2018-06-02")
    assert as_of(whole, IDAG, with_drafts=True) == site(f"{KNOWN}\n{held_back}")


def test_a_public_event_is_known_before_its_day(site: Read) -> None:
    whole = site("insats a: datum: 2018-12-01; status: planerad; offentlig: ja")
    assert as_of(whole, IDAG) == whole


def test_what_is_confirmed_or_closed_later_is_not_yet(site: Read) -> None:
    whole = site("""
        löfte: bekräftat_till: 2018-06-01; slutredovisad: 2018-06-01
        åtgärd: bekräftat_till: 2018-06-01
    """)
    for day, known in ((EVE, None), (IDAG, IDAG)):
        (promise,) = as_of(whole, day).promises
        days = (promise.confirmed_to, promise.final_on, promise.measures[0].confirmed_to)
        assert days == (known, known, known)


def test_a_measured_value_is_known_from_the_last_day_that_its_date_may_mean(site: Read) -> None:
    whole = site("""
        effekt e: utgångsläge: {datum: 2018-05, värde: 2}; värden: [{datum: 2018-06, värde: 1}]
    """)
    known = []
    for day in ("2018-05-30", "2018-05-31", "2018-06-29", "2018-06-30"):
        (outcome,) = as_of(whole, date.fromisoformat(day)).promises[0].outcomes
        known.append((day, outcome.baseline is not None, len(outcome.readings)))
    assert known == [
        ("2018-05-30", False, 0),
        ("2018-05-31", True, 0),
        ("2018-06-29", True, 0),
        ("2018-06-30", True, 1),
    ]


def test_changes_and_corrections_of_a_later_day_are_not_known(site: Read) -> None:
    early, late = "datum: 2018-05-31, vad: Tidig", "datum: 2018-06-01, vad: Sen"
    changes = f"ändringar: [{{{early}, varför: W}}, {{{late}, varför: W}}]"
    corrections = f"rättelser: [{{{early}}}, {{{late}}}]"
    whole = site(f"""
        löfte: {changes}
        åtgärd: {changes}
        insats a: datum: 2018-03-14; {corrections}
        redovisning r: till: 2018-03-31; {corrections}
    """)
    (promise,) = as_of(whole, EVE).promises
    told = [promise.changes, promise.measures[0].changes]
    assert [[change.what for change in changes] for changes in told] == [["Tidig"]] * 2
    fixed = [item.corrections for item in promise.told]
    assert [[correction.what for correction in made] for made in fixed] == [["Tidig"]] * 2
    assert as_of(whole, IDAG) == whole


def test_a_measure_stands_as_it_did_before_changes_that_were_still_to_come(site: Read) -> None:
    four = "tidigare_lydelse: Fyra, tidigare_mål: {typ: antal, minst: 4}"
    six = "tidigare_lydelse: Sex, tidigare_mål: {typ: antal, minst: 6}"
    first = f"{{datum: 2018-05-01, vad: V, varför: W, {four}}}"
    second = f"{{datum: 2018-06-01, vad: V, varför: W, {six}}}"
    whole = site(f"""
        åtgärd: ändringar: [{second}, {first}]
        mål: {{typ: antal, minst: 8}}
    """)
    stood = []
    for day in ("2018-04-30", "2018-05-01", "2018-05-31", "2018-06-01"):
        (measure,) = as_of(whole, date.fromisoformat(day)).promises[0].measures
        stood.append((day, measure.body.text.strip(), measure.targets[0].number))
    assert stood == [
        ("2018-04-30", "Fyra", 4),
        ("2018-05-01", "Sex", 6),
        ("2018-05-31", "Sex", 6),
        ("2018-06-01", "Med ord.", 8),
    ]


def test_only_the_target_that_was_changed_stands_as_before(site: Read) -> None:
    former = "tidigare_mål: {id: y, typ: antal, minst: 4}"
    whole = site(f"""
        åtgärd: ändringar: {{datum: 2018-06-01, vad: V, varför: W, {former}}}
        mål: [{{id: x, typ: antal, minst: 8}}, {{id: y, typ: antal, minst: 9}}]
    """)
    (measure,) = as_of(whole, EVE).promises[0].measures
    assert [(target.id, target.number) for target in measure.targets] == [("x", 8), ("y", 4)]
    assert measure.body == whole.promises[0].measures[0].body
