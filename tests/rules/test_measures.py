"""The rules on measures, places and parties: told apart, and told of."""

from collections.abc import Callable, Mapping

from followup.diagnostics import Diagnostic

Files = Mapping[str, str]
Faults = Callable[[Files], list[Diagnostic]]
Printed = Callable[[Files], str]

FORMER: Files = {
    "loften/2017/lofte.md": "---\ntitel: B\nfrån: 2017\ntill: 2017\nparter: polisen\n---\n",
    "loften/2017/atgarder/a.md": "---\nrubrik: A\nmål: {typ: löpande}\n---\nMed ord.\n",
    "loften/2017/atgarder/b.md": "---\nrubrik: B\nmål: {typ: löpande}\n---\nMed ord.\n",
    "loften/2017/atgarder/c.md": "---\nrubrik: C\nmål: {typ: löpande}\n---\nMed ord.\n",
}
ACTION: Files = {"loften/2017/insatser/a.md": "---\nåtgärd: [a, c]\ndatum: 2017-03-14\n---\n"}


def test_measure_that_nothing_tells_of_is_told_how_to_say_so(printed: Printed) -> None:
    assert (
        printed({**FORMER, **ACTION})
        == """\
VARNING  loften/2017/atgarder/b.md:1:1  [ingen-uppgift]
  1 | ---
    | ^ perioden är slut, och inget är inlagt om åtgärden b
  Skriv en redovisning om hur det gick, till exempel med  åtgärd: b  och
  bedömning: inte genomförd  och  orsak: ej angiven  Är det rätt ändå: skriv
  granskat: {regel: ingen-uppgift, skäl: …}
"""
    )


def test_promise_that_little_is_told_of_is_left_alone(faults: Faults) -> None:
    little = {"loften/2017/insatser/a.md": "---\nåtgärd: a\ndatum: 2017-03-14\n---\n"}
    assert faults(FORMER) == faults({**FORMER, **little}) == []


def test_nothing_is_missed_while_a_file_is_faulty(faults: Faults) -> None:
    faulty = {"loften/2017/insatser/b.md": "---\nåtgärd: b\ndatum: 2017-02-30\n---\n"}
    assert [fault.rule for fault in faults({**FORMER, **ACTION, **faulty})] == ["datum"]


def test_party_that_is_part_of_itself_through_another_is_named(faults: Faults) -> None:
    parties = (
        "polisen: {namn: A, slag: polis}\n"
        "kommunen: {namn: B, slag: kommun, del_av: skolan}\n"
        "skolan: {namn: C, slag: kommun, del_av: kommunen}\n"
        "klassen: {namn: D, slag: kommun, del_av: skolan}\n"
    )
    assert [(str(f.source), f.message) for f in faults({"parter.yaml": parties})] == [
        ("parter.yaml:2:1", "parten kommunen är till slut en del av sig själv"),
        ("parter.yaml:3:1", "parten skolan är till slut en del av sig själv"),
    ]
