"""What was told of a target: by whom it is meant, and of which places."""

from collections.abc import Callable
from datetime import date

import pytest

from followup.model import Site
from followup.progress.counting import Belonging
from followup.progress.told import Told, quotes_of, tell, tell_of_place

Read = Callable[[str], Site]
Tell = Callable[..., Told]

TWO = "mål: [{id: a, typ: antal}, {id: b, typ: engångs, steg: [{id: x, namn: X}]}]"
PER = "mål: {typ: antal, per: plats}\nåtgärd: platser: [bro, brunna]"


@pytest.fixture
def of(site: Read) -> Tell:
    """What is told of a target of the measure `m`: `of(story, number)`."""

    def tell_of(story: str, number: int = 0) -> Told:
        content = site(story)
        promise = content.promises[0]
        measure = next(one for one in promise.measures if one.id == "m")
        belonging = Belonging.of(content)
        return tell(promise, measure, measure.targets[number], promise.actions, belonging)

    return tell_of


def named(told: Told) -> tuple[list[str], list[str]]:
    return [action.id for action in told.named], [quote.report.id for quote in told.quotes]


def test_what_is_said_of_the_measure_is_said_of_its_only_target(of: Tell) -> None:
    story = """
        insats a: datum: 2018-03-14
        redovisning r: till: 2018-06
        insats b: datum: 2018-03-14; åtgärd: n
        åtgärd n: mål: {typ: antal}
        helhet h: till: 2018-06
    """
    assert named(of(story)) == (["a"], ["r"])


def test_of_several_targets_each_is_named_by_its_id_or_its_steps(of: Tell) -> None:
    story = f"""
        {TWO}
        insats p: datum: 2018-03-14; åtgärd: m#a
        insats q: datum: 2018-03-15; åtgärd: [m#a, m#x]
        insats s: datum: 2018-03-16; åtgärd: m
        redovisning r: till: 2018-06; åtgärd: m#b
        redovisning t: till: 2018-07; åtgärd: m#x
        redovisning u: till: 2018-08; åtgärd: m
    """
    assert named(of(story, 0)) == (["p", "q"], [])
    assert named(of(story, 1)) == (["q"], ["r", "t"])


def test_rows_on_a_step_are_not_on_the_target_itself(of: Tell) -> None:
    story = f"""
        {TWO}
        redovisning r: till: 2018-06; åtgärd: m#b; antal: 1
        redovisning t: till: 2018-07; åtgärd: m#x; antal: 1
    """
    told = of(story, 1)
    (step,) = told.target.steps
    assert [quote.report.id for quote in told.direct] == ["r"]
    assert [quote.report.id for quote in told.figures] == ["r"]
    assert [quote.report.id for quote in told.about(step)] == ["t"]


def test_each_row_is_told_of_its_own_measure(of: Tell) -> None:
    story = """
        åtgärd n: mål: {typ: antal}
        helhet h: till: 2018-06; rader: [{åtgärd: n, antal: 2}, {åtgärd: m, antal: 3}, {text: Ord}]
    """
    told = of(story)
    assert [quote.row.number for quote in told.quotes] == [3]


def test_a_replaced_report_says_nothing(site: Read) -> None:
    story = """
        redovisning r: till: 2018-06
        redovisning s: till: 2018-06; ersätter: r
        redovisning t: till: 2018-06; ersätter: t
    """
    quotes = quotes_of(site(story).promises[0])
    assert [quote.report.id for quote in quotes] == ["s", "t"]


@pytest.mark.parametrize(
    ("story", "day"),
    [
        ("löfte: bekräftat_till: 2018-09-30", None),
        ("insats a: datum: 2018-03-14", date(2018, 3, 14)),
        ("redovisning r: till: 2018-06", date(2018, 6, 30)),
        ("helhet h: till: 2018-06", None),
        ("redovisning r: till: 2018-06\nlöfte: bekräftat_till: 2018-09-30", date(2018, 9, 30)),
        ("redovisning r: till: 2018-06\nåtgärd: bekräftat_till: 2018-08-31", date(2018, 8, 31)),
        ("insats a: datum: 2018-03-14; status: inställd; orsak: Regn", date(2018, 3, 14)),
    ],
)
def test_it_is_told_to_the_last_day_of_what_was_told(
    of: Tell, story: str, day: date | None
) -> None:
    assert of(story).reported_to == day


def test_the_number_of_a_row_is_of_the_kind_that_the_target_is_counted_by(of: Tell) -> None:
    figures = "redovisning r: till: 2018-06; antal: 9; ärenden: 8; önskemål: 7; "
    more = "inom_tiden: 6; uppfyllda: 5"
    numbers = {
        target: [quote.row.number for quote in of(f"mål: {{{target}}}\n{figures}{more}").summable]
        for target in ("typ: antal", "typ: svarstid, inom: ett dygn", "typ: vid_behov")
    }
    assert numbers == {
        "typ: antal": [9],
        "typ: svarstid, inom: ett dygn": [6],
        "typ: vid_behov": [5],
    }


class TestOfPlace:
    """What of it was told of one place."""

    STORY = f"""
        {PER}
        insats a: datum: 2018-03-11; plats: bro
        insats b: datum: 2018-03-12; plats: bro-centrum
        insats d: datum: 2018-03-13; plats: [brunna, bro-centrum]
        insats e: datum: 2018-03-14
        redovisning r: till: 2018-06; plats: bro-centrum; antal: 1
        redovisning s: till: 2018-06; plats: [bro, bro-centrum]; antal: 2
        redovisning t: till: 2018-06; plats: [bro, brunna]; antal: 3
        redovisning u: till: 2018-06; antal: 4
    """

    def test_a_district_has_what_was_told_of_the_places_in_it(self, of: Tell) -> None:
        assert named(tell_of_place(of(self.STORY), "bro")) == (["a", "b", "d"], ["r", "s"])
        assert named(tell_of_place(of(self.STORY), "brunna")) == (["d"], [])

    def test_a_place_has_not_what_was_told_of_the_district_around_it(self, of: Tell) -> None:
        assert named(tell_of_place(of(self.STORY), "bro-centrum")) == (["b", "d"], ["r"])

    def test_its_target_is_the_one_that_holds_for_each(self, of: Tell) -> None:
        told = tell_of_place(of(self.STORY), "bro")
        assert (told.target.per, told.places) == (None, ("bro",))

    def test_where_a_target_holds(self, of: Tell) -> None:
        rule = "mål: {typ: antal, räknas: {platser: [bro-centrum]}}\nåtgärd: platser: [bro]"
        assert of(PER).places == ("bro", "brunna")
        assert of(rule).places == ("bro-centrum",)
        assert of("mål: {typ: antal}").places == ()

    @pytest.mark.parametrize(
        ("places", "where", "expected"),
        [
            ("[]", "bro", True),
            ("[bro]", "bro", True),
            ("[bro-centrum]", "bro", True),
            ("[bro]", "bro-centrum", False),
            ("[bro, brunna]", "bro", False),
            ("[bro, brunna]", "[bro, brunna]", True),
            ("[bro, brunna]", "", True),
        ],
    )
    def test_a_row_is_of_all_places_or_of_some(
        self, of: Tell, places: str, where: str, expected: bool
    ) -> None:
        row = f"redovisning r: till: 2018-06; {f'plats: {where}' if where else ''}; antal: 1"
        told = of(f"mål: {{typ: antal}}\nåtgärd: platser: {places}\n{row}")
        assert told.is_everywhere(told.quotes[0]) is expected
