"""Code in running text."""

import time

import pytest

from followup.content.code_spans import without_code


@pytest.mark.parametrize(
    ("text", "expected"),
    {
        "a `b` c": "a     c",
        "a ``b ` c`` d": "a           d",
        "a `b`` c` d": "a         d",
        "a `b c": "a `b c",
        "a `b\nc` d": "a       d",
        "a `b\n\nc` d": "a `b\n\nc` d",
        "a `b\n \t\nc` d `e`": "a `b\n \t\nc     e`",
    }.items(),
)
def test_code_is_blank_and_the_rest_keeps_its_place(text: str, expected: str) -> None:
    assert without_code(text) == expected


@pytest.mark.parametrize("text", ["`a ``b ```c ", "`", "` ", "``a`", "`\n\n"])
def test_any_number_of_marks_takes_no_time(text: str) -> None:
    started = time.process_time()
    without_code(text * 50_000)
    assert time.process_time() - started < 1
