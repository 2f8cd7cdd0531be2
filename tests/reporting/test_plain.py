"""How faults are printed: in order, with the line, a caret, and what to do."""

import pytest

from followup.diagnostics import Diagnostic, FollowupError, Source
from followup.reporting import report


def test_fault_is_printed_with_its_line_and_a_caret_under_the_place() -> None:
    fault = Diagnostic(
        Source("platser/bro.md", 2, 7, 3),
        "fel",
        "värde",
        "”Bro” är inte ett läge",
        "Skriv till exempel:  59.5, 17.5",
    )
    texts = {"platser/bro.md": "---\nläge: Bro\n---\n"}
    assert (
        report([fault], texts, "content/")
        == """\
FEL  content/platser/bro.md:2:7  [värde]
  2 | läge: Bro
    |       ^^^ ”Bro” är inte ett läge
  Skriv till exempel:  59.5, 17.5
"""
    )


def test_caret_stands_under_its_place_whatever_the_number_of_the_line() -> None:
    text = "\n" * 99 + "abc"
    assert (
        report([fault(Source("a.md", 100, 3))], {"a.md": text})
        == """\
FEL  a.md:100:3  [regel]
  100 | abc
      |   ^ fel
"""
    )


def test_tab_is_as_wide_as_a_space() -> None:
    assert (
        report([fault(Source("a.md", 1, 3))], {"a.md": "\ta\tb"})
        == """\
FEL  a.md:1:3  [regel]
  1 |  a b
    |   ^ fel
"""
    )


def test_line_without_a_column_is_printed_without_a_caret() -> None:
    assert (
        report([fault(Source("a.md", 1))], {"a.md": "abc"})
        == """\
FEL  a.md:1  [regel]
  1 | abc
  fel
"""
    )


@pytest.mark.parametrize(
    ("source", "place"),
    [
        (Source("a.md"), "a.md"),
        (Source("a.md", 3), "a.md:3"),
        (Source("a.md", 3, 7), "a.md:3:7"),
        (Source("a.md", 9, 1), "a.md:9:1"),
    ],
)
def test_fault_without_its_line_is_printed_as_words(source: Source, place: str) -> None:
    assert report([fault(source)], {}) == f"FEL  {place}  [regel]\n  fel\n"


@pytest.mark.parametrize(
    ("column", "length", "pointer"),
    [(1, 3, "^^^"), (2, 9, " ^^"), (3, 0, "  ^"), (4, 1, "   ^"), (99, 9, "   ^")],
)
def test_carets_never_leave_the_line(column: int, length: int, pointer: str) -> None:
    printed = report([fault(Source("a.md", 1, column, length))], {"a.md": "abc"})
    assert printed.splitlines()[1:] == ["  1 | abc", f"    | {pointer} fel"]


def test_message_that_has_no_room_beside_the_caret_stands_below() -> None:
    long = Diagnostic(Source("a.md", 1, 41, 5), "fel", "regel", "så här långt går det inte " * 2)
    assert (
        report([long], {"a.md": "a" * 50})
        == """\
FEL  a.md:1:41  [regel]
  1 | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
    |                                         ^^^^^
  så här långt går det inte så här långt går det inte
"""
    )


@pytest.mark.parametrize(
    ("column", "shown"),
    [
        (
            1,
            """\
  1 | ABCDEFGHIJKLMNOPQRSTUVWXYZ01234ABCDEFGHIJKLMNOPQRSTUVWXYZ01234ABCDEF…
    | ^^^ fel""",
        ),
        (
            60,
            """\
  1 | …Z01234ABCDEFGHIJKLMNOPQRSTUVWXYZ01234ABCDEFGHIJKLMNOPQRSTUVWXYZ01234…
    |                                    ^^^ fel""",
        ),
        (
            124,
            """\
  1 | …Z01234ABCDEFGHIJKLMNOPQRSTUVWXYZ01234ABCDEFGHIJKLMNOPQRSTUVWXYZ01234
    |                                                                     ^ fel""",
        ),
    ],
)
def test_of_a_long_line_the_part_around_the_place_is_shown(column: int, shown: str) -> None:
    text = "ABCDEFGHIJKLMNOPQRSTUVWXYZ01234" * 4
    printed = report([fault(Source("a.md", 1, column, 3))], {"a.md": text})
    assert printed == f"FEL  a.md:1:{column}  [regel]\n{shown}\n"


def test_line_that_just_fits_is_shown_whole_and_one_more_letter_is_not() -> None:
    at_the_end = fault(Source("a.md", 1, 68))
    just = report([at_the_end], {"a.md": "a" * 68}).splitlines()
    more = report([at_the_end], {"a.md": "a" * 69}).splitlines()
    assert just[1:] == [f"  1 | {'a' * 68}", f"    | {' ' * 67}^ fel"]
    assert more[1:] == [f"  1 | …{'a' * 68}", f"    | {' ' * 67}^ fel"]


def test_message_stands_beside_the_caret_up_to_the_eightieth_column() -> None:
    just = Diagnostic(Source("a.md", 1, 1, 3), "fel", "regel", "m" * 70)
    more = Diagnostic(Source("a.md", 1, 1, 3), "fel", "regel", "m" * 71)
    assert report([just], {"a.md": "abc"}).splitlines()[2:] == [f"    | ^^^ {'m' * 70}"]
    assert report([more], {"a.md": "abc"}).splitlines()[2:] == ["    | ^^^", f"  {'m' * 71}"]


def test_hint_is_eighty_columns_wide() -> None:
    just = Diagnostic(Source("a.md"), "fel", "regel", "fel", f"{'h' * 76} h")
    more = Diagnostic(Source("a.md"), "fel", "regel", "fel", f"{'h' * 77} h")
    assert report([just], {}).splitlines()[2:] == [f"  {'h' * 76} h"]
    assert report([more], {}).splitlines()[2:] == [f"  {'h' * 77}", "  h"]


def test_hint_is_wrapped_but_never_what_can_be_copied() -> None:
    hint = (
        "Det här är en lång förklaring, så lång att den inte får plats. Skriv till exempel:  "
        "rubrik: Nattvandring i Bro  eller  rubrik: Vandring  om det räcker."
    )
    long = Diagnostic(Source("a.md"), "fel", "regel", "fel", hint)
    assert (
        report([long], {})
        == """\
FEL  a.md  [regel]
  fel
  Det här är en lång förklaring, så lång att den inte får plats. Skriv till
  exempel:  rubrik: Nattvandring i Bro  eller  rubrik: Vandring  om det räcker.
"""
    )


def test_example_has_a_line_of_its_own_when_it_does_not_fit() -> None:
    hint = f"Skriv till exempel:  {'rubrik: ' + 'x' * 20 + ' ' + 'y' * 45}"
    long = Diagnostic(Source("a.md"), "fel", "regel", "fel", hint)
    assert report([long], {}).splitlines()[2:] == [
        "  Skriv till exempel:",
        f"  rubrik: {'x' * 20} {'y' * 45}",
    ]


def test_faults_are_in_the_order_of_files_and_lines_and_each_is_told_once() -> None:
    places = [("b.md", 1, 1), ("a.md", 10, 1), ("a.md", 9, 2), ("a.md", 9, 1), ("a.md", 9, 1)]
    faults = [fault(Source(*place)) for place in places]
    printed = report(faults, {})
    assert [line for line in printed.splitlines() if line.startswith("FEL")] == [
        "FEL  a.md:9:1  [regel]",
        "FEL  a.md:9:2  [regel]",
        "FEL  a.md:10:1  [regel]",
        "FEL  b.md:1:1  [regel]",
    ]
    assert report(reversed(faults), {}) == printed


def test_faults_are_parted_by_a_blank_line() -> None:
    assert (
        report([fault(Source("a.md")), fault(Source("b.md"))], {})
        == """\
FEL  a.md  [regel]
  fel

FEL  b.md  [regel]
  fel
"""
    )


def test_nothing_is_printed_when_nothing_is_wrong() -> None:
    assert report([], {"a.md": "abc"}) == ""


def test_warning_is_no_error() -> None:
    warning = Diagnostic(Source("a.md"), "varning", "lång-mening", "meningen är lång")
    assert (warning.is_error, fault(Source("a.md")).is_error) == (False, True)
    assert report([warning], {}) == "VARNING  a.md  [lång-mening]\n  meningen är lång\n"


def test_trouble_in_the_world_is_its_one_line() -> None:
    assert str(FollowupError("Porten 5500 är upptagen.")) == "Porten 5500 är upptagen."


def fault(source: Source) -> Diagnostic:
    return Diagnostic(source, "fel", "regel", "fel")


@pytest.mark.parametrize(
    ("line", "column", "length", "pointer"),
    [
        ("åäö: fel", 6, 3, "     ^^^"),
        ("a\tb fel", 5, 3, "    ^^^"),
        ("a\u0308a\u030a fel", 6, 3, "   ^^^"),
        ("日本 fel", 4, 3, "     ^^^"),
        ("🙂 fel", 3, 3, "   ^^^"),
        ("🙂🙂", 2, 1, "  ^^"),
    ],
)
def test_caret_stands_right_under_what_is_wide_narrow_or_a_tab(
    line: str, column: int, length: int, pointer: str
) -> None:
    printed = report([fault(Source("a.md", 1, column, length))], {"a.md": line}).splitlines()
    assert printed[2] == f"    | {pointer} fel"
