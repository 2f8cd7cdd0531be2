"""What stands between `code marks` in running text: nothing in it is a link, or anything else."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator


def without_code(text: str) -> str:
    """The text with blanks in the place of code, so that everything else keeps its place."""
    kept, at = [], 0
    for start, end in _spans(text):
        kept += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*kept, text[at:]])


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Code begins and ends with as many marks, in the same paragraph.

    A pattern was tried: it looks to the end of the text again for every mark that has no other.
    """
    marks = [match.span() for match in _MARKS.finditer(text)]
    alike: dict[int, list[int]] = defaultdict(list)
    for number, (start, end) in enumerate(marks):
        alike[end - start].append(number)
    number = 0
    while number < len(marks):
        start, end = marks[number]
        same = alike[end - start]
        place = bisect_right(same, number)
        if place < len(same) and not _BLANK_LINE.search(text, end, marks[same[place]][0]):
            number = same[place]
            yield start, marks[number][1]
        number += 1


_MARKS = re.compile("`+")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
