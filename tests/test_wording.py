"""What is said of a result: every sentence stands in a golden file, to be read in review."""

import golden
import pytest
import result_cases_kinds
from promise_under_test import action, at, measure, report, told
from result_cases import CHAPTERS, FINAL, OVER, UNDER_WAY, counting, ongoing, seen
from result_cases_kinds import dated, reported

from followup.model import Unit
from followup.readability import sentences
from followup.wording import (
    beside_the_figure,
    changed_sentence,
    counted,
    figure,
    final_tellers,
    hours,
    reached_sentence,
    stale_sentence,
)


@pytest.fixture(scope="module")
def counts() -> str:
    return "\n".join(part for chapter in CHAPTERS for part in chapter())


@pytest.fixture(scope="module")
def kinds() -> str:
    return "\n".join(part for chapter in result_cases_kinds.CHAPTERS for part in chapter())


@pytest.fixture(scope="module")
def everything(counts: str, kinds: str) -> str:
    return f"{counts}\n{kinds}"


def test_every_sentence_about_a_result_reads_as_in_the_golden_file(counts: str) -> None:
    golden.check("meningar.txt", counts)


def test_every_sentence_about_what_is_kept_or_not_reads_as_in_the_golden_file(kinds: str) -> None:
    golden.check("meningar-slag.txt", kinds)


def test_no_sentence_is_over_twenty_words(everything: str) -> None:
    said_lines = [line[13:] for line in everything.splitlines() if line.startswith("  ")]
    found = {sentence for line in said_lines for sentence in sentences(line)}
    assert len(found) > 100
    assert [sentence for sentence in found if len(sentence.split()) > 20] == []


@pytest.mark.parametrize(
    ("n", "unit", "expected"),
    [
        (0, Unit("åtgärd", "åtgärder"), "noll åtgärder"),
        (1, Unit("åtgärd", "åtgärder"), "en åtgärd"),
        (1, Unit("tillfälle", "tillfällen"), "ett tillfälle"),
        (2, Unit("besök", "besök"), "två besök"),
        (12, Unit("åtgärd", "åtgärder"), "tolv åtgärder"),
        (13, Unit("åtgärd", "åtgärder"), "13 åtgärder"),
    ],
)
def test_things_are_counted_in_words_to_twelve(n: int, unit: Unit, expected: str) -> None:
    assert counted(n, unit) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [("19:30", "kl. 19.30"), ("17–21", "kl. 17–21"), ("17.30–21", "kl. 17.30–21.00")],
)
def test_the_hour_of_an_action_is_written_with_a_full_stop(written: str, expected: str) -> None:
    case = told(
        {
            at("atgarder", "a"): measure("typ: löpande"),
            at("insatser", "i"): action("a", f"datum: 2018-03-14\ntid: {written}"),
        },
        UNDER_WAY,
    )
    assert [hours(item) for item in case.measure.actions] == [expected]


def test_an_action_without_an_hour_has_none() -> None:
    case = told(ongoing([3]), UNDER_WAY)
    assert [hours(item) for item in case.measure.actions] == [None]


def test_a_measure_that_is_up_to_date_is_not_called_stale() -> None:
    case = told(ongoing([9]), UNDER_WAY)
    assert (stale_sentence(case.measure), stale_sentence(case.result)) == (None, None)


def test_a_silence_from_the_start_is_not_called_stale_beside_that_nothing_is_told() -> None:
    case = told({at("atgarder", "a"): measure("typ: löpande")}, UNDER_WAY)
    assert case.result.is_stale
    assert stale_sentence(case.result) is None


def test_months_to_come_are_not_among_those_that_passed() -> None:
    late = "från: 2018-09-01\nbedömning: senarelagd\norsak: ej angiven"
    case = told(ongoing([1], {at("redovisningar", "r"): report("a", late)}), UNDER_WAY)
    assert case.measure.state == "senarelagd"
    assert figure(case.target) == "Redovisad 2 av 9 månader"


def test_a_report_that_stands_for_the_words_alone_never_says_that_the_number_was_reached() -> None:
    """An approximate figure at the number decides nothing; the party's word does."""
    more = "noggrannhet: ungefär\nbedömning: genomförd"
    case = seen(counting("minst: 100", "insats/insatser", 100, more), FINAL)
    assert case.measure.state == "genomförd"
    assert reached_sentence(case.target) is None


def test_no_kind_of_result_leaves_a_reader_without_a_sentence(kinds: str) -> None:
    blocks = kinds.split("\n\n")
    silent = [part for part in blocks if "  läge" in part and "  utfall" not in part]
    assert silent == []


def test_what_the_figure_says_already_is_not_said_beside_it() -> None:
    kept = "intervall: {hållna: 38, av: 39}"
    case = seen(reported("typ: frekvens, antal: 1, varje: vecka", kept), UNDER_WAY)
    assert figure(case.target) == "38 av 39 veckor hållna"
    assert beside_the_figure(case.target) == ("En missades.",)


def test_without_a_figure_of_its_own_a_score_is_told_in_full() -> None:
    walk = dated("typ: antal, per: plats", "datum: 2018-03-14", more="platser: [brunna]\n")
    case = seen(walk, FINAL)
    assert beside_the_figure(case.target) == ("För en plats räcker uppgifterna inte.",)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            "{datum: 2018-09-01, vad: Antalet sänktes., varför: a, tidigare_mål: {typ: antal}}",
            "Målet ändrades den 1 september 2018: antalet sänktes.",
        ),
        ("{datum: 2018-09-01, vad: Ny ansvarig, varför: a}", None),
    ],
)
def test_a_change_of_what_is_promised_is_said_with_the_result(
    change: str, expected: str | None
) -> None:
    files = reported("typ: antal, minst: 3", "antal: 2", more=f"ändringar: {change}\n")
    assert changed_sentence(seen(files, UNDER_WAY).measure.measure) == expected


def test_who_has_said_the_last_word_is_known_before_the_promise_is_closed() -> None:
    files = reported("typ: antal, minst: 3", "antal: 2\nslutlig: ja", to="2018-12-31")
    assert final_tellers(seen(files, OVER).result) == ("polisen",)
    assert final_tellers(seen(counting("", "insats/insatser", 2), OVER).result) == ()
