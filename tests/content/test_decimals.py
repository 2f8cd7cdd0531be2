"""Measured values as people write them."""

from decimal import Decimal

import pytest

from followup.content.decimals import decimal_number
from followup.content.document import Scalar
from followup.content.fields import Context, Invalid
from followup.diagnostics import Source


def read(written: str) -> Decimal:
    return decimal_number(Scalar(written, Source("a.md", 1, 1)), Context({}))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1,43", "1.43"),
        ("1.43", "1.43"),
        ("43", "43"),
        ("0", "0"),
        ("0,5", "0.5"),
        ("0.125", "0.125"),
        ("1 234,5", "1234.5"),
        ("1\u00a0234\u00a0567", "1234567"),
        ("-0,4", "-0.4"),
        ("\u22120,4", "-0.4"),
        ("–0,4", "-0.4"),
        ("1,234", "1.234"),
    ],
)
def test_decimal_number_is_read_as_it_is_written_in_swedish(written: str, value: str) -> None:
    assert read(written) == Decimal(value)


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        (
            "43 %",
            "”43 %” är inte ett tal",
            "Skriv bara talet:  43  Vad det är för tal står i enhet.",
        ),
        (
            "ca 43,5 procent",
            "”ca 43,5 procent” är inte ett tal",
            "Skriv bara talet:  43,5  Vad det är för tal står i enhet.",
        ),
        (
            "½",
            "”½” är inte ett tal",
            "Skriv bara talet:  0,5  Vad det är för tal står i enhet.",
        ),
        ("okänt", "”okänt” är inte ett tal", "Är det inte känt: ta bort fältet."),
        (
            "1,2,3",
            "”1,2,3” är inte ett tal",
            "Skriv bara talet, till exempel:  1,43  Vad det är för tal står i enhet.",
        ),
        (
            "١",
            "”١” är inte ett tal",
            "Skriv bara talet, till exempel:  1,43  Vad det är för tal står i enhet.",
        ),
        ("1.234", "punkten i ”1.234” kan betyda två saker", "Skriv  1 234  eller  1,234"),
        ("1.234,5", "punkten i ”1.234,5” kan betyda två saker", "Skriv  1 234,5"),
        ("1.234.567", "punkten i ”1.234.567” kan betyda två saker", "Skriv  1 234 567"),
        (
            "1,23456",
            "”1,23456” har för många siffror",
            "Skriv högst 9 siffror, och högst 3 decimaler.",
        ),
        (
            "1234567890",
            "”1234567890” har för många siffror",
            "Skriv högst 9 siffror, och högst 3 decimaler.",
        ),
    ],
)
def test_what_is_no_certain_number_is_a_fault(written: str, message: str, hint: str) -> None:
    with pytest.raises(Invalid) as raised:
        read(written)
    (found,) = raised.value.diagnostics
    assert (found.message, found.hint) == (message, hint)
