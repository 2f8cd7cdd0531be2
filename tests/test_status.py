"""What every channel says of a target."""

from datetime import date

from site_under_test import ROOT

from followup.content.files import read_tree
from followup.content.load import load
from followup.naming import Words
from followup.progress import compute
from followup.status import statuses


def test_every_target_of_the_shipped_promise_has_its_words() -> None:
    site = load(read_tree(ROOT / "content")[0]).site
    assert site
    known, progress = compute(site, date(2018, 10, 1))
    told = [(s.id, s.label, s.figure) for s in statuses(progress, Words.of(known))]
    assert told == [
        ("polisnarvaro", "Pågår", "Redovisad 7 av 9 månader"),
        ("gemensamma-insatser", "Pågår", "6 av minst 8"),
        ("nattvandring", "Pågår", "Redovisad 8 av 9 månader"),
        ("narkotikainsatser", "Genomförd", "5 genomförda (minst 4 utlovade)"),
        ("trygghetspersonal", "Pågår", "Redovisad 9 av 9 månader"),
        ("grannsamverkan", "Inte redovisad än", None),
    ]


def test_target_of_several_is_named_by_its_own_id_and_part() -> None:
    site = load(read_tree(ROOT / "tests" / "every_kind")[0]).site
    assert site
    known, progress = compute(site, date(2024, 12, 31))
    several = [s for s in statuses(progress, Words.of(known)) if len(s.measure.targets) > 1]
    assert several
    assert all(s.part and s.id.endswith(f"#{s.target.target.id}") for s in several)
    assert len({(s.promise.promise.id, s.id) for s in several}) == len(several)


def test_in_short_a_figure_begins_with_a_capital_where_it_is_a_word() -> None:
    site = load(read_tree(ROOT / "tests" / "every_kind")[0]).site
    assert site
    known, progress = compute(site, date(2025, 12, 15))
    told = {s.id: s.in_short for s in statuses(progress, Words.of(known))}
    assert told["nattvandringar"] == "Genomförd. Minst 9 genomförda (minst 8 utlovade)."
    assert told["lovkvallar"] == "Genomförd. 43 genomförda (minst 40 utlovade)."
    assert told["lekplatser"] == "Senarelagd."
