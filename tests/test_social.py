"""Texts for social media: the fullest that fits, correct, and never cut."""

from collections.abc import Mapping

import pytest
from promise_under_test import action, at, measure, report, told

from followup.notice import EXAMPLE
from followup.social import LIMIT, post
from followup.status import Status, statuses_of

SITE = "https://loftet.upplands-bro.example"


def status_of(files: Mapping[str, str], day: str = "2018-12-01") -> Status:
    made = told(files, day)
    return next(statuses_of(made.result, made.words))


def text_of(
    files: Mapping[str, str], site: str = SITE, is_example: bool = False, day: str = "2018-12-01"
) -> str | None:
    made = told(files, day)
    found = post(next(statuses_of(made.result, made.words)), site, made.words, is_example)
    return found.text if found else None


def walks(n: int) -> dict[str, str]:
    return {at("insatser", f"a{i}"): action("a", f"datum: 2018-0{i}-14") for i in range(1, n + 1)}


def target(text: str = "typ: antal, minst: 4", heading: str = "Nattvandring") -> dict[str, str]:
    return {at("atgarder", "a"): measure(text, heading)}


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (0, None),
        (
            1,
            "Nattvandring: En av minst fyra utlovade insatser är genomförd. Den första insatsen "
            "genomfördes den 14 januari 2018. Redovisat till och med 14 januari 2018. "
            f"{SITE}/loften/2018/atgarder/a/",
        ),
        (
            2,
            "Nattvandring: Två av minst fyra utlovade insatser är genomförda. Hälften av det "
            "utlovade antalet nåddes den 14 februari 2018. Redovisat till och med 14 februari "
            f"2018. {SITE}/loften/2018/atgarder/a/",
        ),
        (
            4,
            "Nattvandring: Fyra insatser är genomförda. Minst fyra var utlovade. Det utlovade "
            "antalet nåddes den 14 april 2018. Redovisat till och med 14 april 2018. "
            f"{SITE}/loften/2018/atgarder/a/",
        ),
    ],
)
def test_the_text_is_on_the_last_that_was_reached(n: int, expected: str | None) -> None:
    assert text_of(target() | walks(n)) == expected


def test_a_shortfall_is_told_with_its_reason() -> None:
    told_of = report("a", "bedömning: inte genomförd\norsak: Personalbrist")
    assert text_of(target("typ: löpande") | {at("redovisningar", "r"): told_of}) == (
        "Nattvandring: Enligt Polisen är åtgärden inte genomförd. Skäl: Personalbrist. "
        f"Redovisat till och med 30 september 2018. {SITE}/loften/2018/atgarder/a/"
    )


def test_half_by_a_report_is_said_to_have_been_reached_by_its_last_day() -> None:
    files = target("typ: antal, minst: 8")
    files[at("redovisningar", "r")] = report("a", "antal: 4\nräknat: insatser")
    assert "Hälften av det utlovade antalet var nått den 30 september 2018." in (
        text_of(files) or ""
    )


@pytest.mark.parametrize("length", [8, 60, 90, 120, 150, 180, 260, 300])
@pytest.mark.parametrize("is_example", [True, False])
def test_whatever_its_name_a_text_fits_and_ends_with_an_address_or_there_is_none(
    length: int, is_example: bool
) -> None:
    heading = ("Nattvandring i centrala " + "Kungsängen " * 30)[: length - 1].strip() + "n"
    text = text_of(target(heading=heading) | walks(2), is_example=is_example)
    if text is None:
        assert length > 150
        return
    assert len(text) <= LIMIT
    assert text.startswith(f"{EXAMPLE if is_example else ''}{heading}: ")
    assert "Redovisat till och med 14 februari 2018. https://" in text
    whole = "Två av minst fyra utlovade insatser är genomförda."
    assert whole in text or "Pågår. 2 av minst 4." in text


def test_an_address_shorter_than_the_networks_count_leaves_room_for_what_they_count() -> None:
    """X counts any address as 23 characters."""
    for length in range(140, 220):
        heading = "N" * length
        text = text_of(target(heading=heading) | walks(2), site="https://a.se")
        if text:
            address = text[text.index("https://") :]
            assert len(text) - len(address) + max(23, len(address)) <= LIMIT


def test_a_measure_of_several_targets_says_which() -> None:
    files = {
        at("atgarder", "a"): "---\nrubrik: Trygghet\nmål:\n"
        "  - {typ: antal, minst: 4, id: x, enhet: vandring/vandringar}\n"
        "  - {typ: antal, minst: 2, id: y, enhet: möte/möten}\n---\nOrd.\n",
        at("insatser", "b"): action("a#x", "datum: 2018-03-14"),
    }
    made = told(files, "2018-12-01")
    both = tuple(statuses_of(made.result, made.words))
    text = post(both[0], SITE, made.words, False)
    assert text and text.text.startswith("Trygghet, vandringar: En av minst fyra utlovade ")
    assert post(both[1], SITE, made.words, False) is None
