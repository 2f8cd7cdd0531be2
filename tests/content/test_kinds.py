"""What kind of file some fields belong to."""

import pytest

from followup.content.kinds import FIELDS, Kind, homes, looks_like, seems_another

ACTION = ("datum", "åtgärd", "plats", "aktörer")


@pytest.mark.parametrize(
    ("keys", "kind"),
    [
        (ACTION, "action"),
        ((*ACTION, "rubrik", "anteckning"), "action"),
        (("datum", "åtgärd", "a", "b"), None),
        (("namn", "läge", "läge_källa"), "place"),
        (("rubrik", "i_sidfot"), "page"),
        (("rubrik", "mål", "ansvariga"), "measure"),
        (("till", "uppgift_från", "bedömning"), "report"),
        (("rubrik", "mått", "enhet", "värden"), "outcome"),
        (("rubrik", "granskat"), None),
        (("utkast", "granskat"), None),
        (("rubrik",), None),
        ((), None),
    ],
)
def test_fields_say_what_a_file_is_unless_they_fit_several(
    keys: tuple[str, ...], kind: Kind | None
) -> None:
    assert looks_like(keys, [*FIELDS]) == kind


@pytest.mark.parametrize(
    ("kind", "seems"),
    [("place", "action"), ("report", "action"), ("action", None), ("settings", None)],
)
def test_file_seems_another_only_when_its_own_kind_fits_clearly_worse(
    kind: Kind, seems: Kind | None
) -> None:
    assert seems_another(kind, ACTION) == seems


def test_home_is_in_each_promise_or_in_none() -> None:
    assert homes("action", ("2018", "2020"), "a.md") == (
        "loften/2018/insatser/a.md",
        "loften/2020/insatser/a.md",
    )
    assert homes("place", (), "a.md") == ("platser/a.md",)
