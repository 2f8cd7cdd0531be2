"""The rules on the order of days: what each says."""

from collections.abc import Callable, Mapping

import pytest

from followup.diagnostics import Diagnostic

Files = Mapping[str, str]
Faults = Callable[[Files], list[Diagnostic]]

PROMISE = "loften/2018/lofte.md"
ACTION = "loften/2018/insatser/a.md"
REPORT = "loften/2018/redovisningar/a.md"


@pytest.mark.parametrize(
    ("path", "fields", "told"),
    [
        (
            ACTION,
            "åtgärd: vandringar\ndatum: 2018-03-14\nplanerad_i_förväg: 2018-03-20",
            "insatsen gjordes 14 mars 2018 men planerades 20 mars 2018",
        ),
        (
            ACTION,
            "åtgärd: vandringar\ndatum: 2018-03-14\nrättelser: {datum: 2018-03-01, vad: A}",
            "den 1 mars 2018 är före det som rättas, 14 mars 2018",
        ),
        (
            REPORT,
            "till: 2018-06-30\nuppgift_från: polisen\npublicerad: 2018-06-11",
            "redovisningen gavs ut före 30 juni 2018, som den gäller till",
        ),
        (
            PROMISE,
            "titel: A\nfrån: 2018\ntill: 2018\nparter: polisen\nslutredovisad: 2018-03-01",
            "löftet slutredovisas långt före periodens sista dag, 31 december 2018",
        ),
        (
            PROMISE,
            "titel: A\nfrån: 2018\ntill: 2018\nparter: polisen\nbekräftat_till: 2017-12-31",
            "den 31 december 2017 är före löftets period, 2018",
        ),
        (
            PROMISE,
            "titel: A\nfrån: 2018\ntill: 2018\nparter: polisen\nföregående: 2018",
            "det är det här löftet",
        ),
    ],
)
def test_days_in_the_wrong_order_are_told_both(
    path: str, fields: str, told: str, faults: Faults
) -> None:
    (found,) = faults({path: f"---\n{fields}\n---\n"})
    last = fields.splitlines()[-1]
    assert (found.message, found.source.line) == (told, len(fields.splitlines()) + 1)
    assert found.source.column == last.index("20") + 1
