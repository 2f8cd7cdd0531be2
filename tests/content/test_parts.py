"""Several values in one text: each has its own place in the file."""

from followup.content.document import Scalar
from followup.content.parts import parts
from followup.diagnostics import Source


def test_each_part_is_where_it_stands() -> None:
    node = Scalar("polisen, kommunen och  a", Source("a.md", 3, 10, 24))
    assert parts(node) == (
        Scalar("polisen", Source("a.md", 3, 10, 7)),
        Scalar("kommunen", Source("a.md", 3, 19, 8)),
        Scalar("a", Source("a.md", 3, 33, 1)),
    )


def test_part_of_a_text_in_quotation_marks_is_where_the_whole_is() -> None:
    whole = Source("a.md", 3, 10, 7)  # two more than the text: its marks
    assert parts(Scalar("a, bc", whole)) == (Scalar("a", whole), Scalar("bc", whole))


def test_part_on_the_next_line_of_a_cell_is_on_that_line() -> None:
    assert parts(Scalar("a\nbc", Source("a.csv", 3, 10, 1))) == (
        Scalar("a", Source("a.csv", 3, 10, 1)),
        Scalar("bc", Source("a.csv", 4, 1, 2)),
    )
