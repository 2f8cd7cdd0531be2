"""A new content file: what is asked, what is told, and the file that comes of it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from site_under_test import PARTIES, PROMISE, ROOT, SMALL
from typed_answers import typed

from followup.asking import fill
from followup.content.document import parse
from followup.content.fields import Context
from followup.content.files import RawFile, read_tree
from followup.diagnostics import FollowupError
from followup.scaffold.draft import Draft, Kind
from followup.scaffold.kinds import KINDS
from followup.scaffold.make import create, finish, start
from followup.scaffold.trial import look

TODAY = date(2018, 10, 1)
PLACED = {
    **SMALL,
    "platser/torget.md": "---\nnamn: Torget\n---\n",
    "platser/hamnen.md": "---\nnamn: Hamnen\n---\n",
}
RULED = """---
rubrik: Lampor
mål:
  typ: antal
  minst: 4
  räknas: {planerad_i_förväg: ja}
---
Minst fyra lampor.
"""
SHIPPED, _ = read_tree(ROOT / "content")
# The least that makes a whole file of each kind, over the shipped content.
LEAST = {
    "insats": {"åtgärd": "narkotikainsatser", "datum": "14 mars 2018"},
    "åtgärd": {"rubrik": "Fler: lampor", "typ": "löpande", "text": "Fler lampor."},
    "plats": {"namn": "Råby #2"},
    "löfte": {"titel": "Löftet 2019", "från": "2019", "till": "2019", "parter": "polisen"},
    "redovisning": {"uppgift_från": "polisen", "till": "2018-07"},
    "effekt": {"rubrik": "Trygghet", "mått": "Andel trygga", "enhet": "procent"},
}
PATHS = {
    "insats": "loften/2018/insatser/2018-03-14-narkotikainsatser.md",
    "åtgärd": "loften/2018/atgarder/fler-lampor.md",
    "plats": "platser/raby-2.md",
    "löfte": "loften/loftet-2019/lofte.md",
    "redovisning": "loften/2018/redovisningar/2018-07-31-polisen.md",
    "effekt": "loften/2018/effekter/trygghet.md",
}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_file_loads_without_faults_over_the_shipped_content(kind: Kind) -> None:
    draft = finish(start(kind, SHIPPED, TODAY, LEAST[kind.name]), "python3 build.py")
    path = next(draft.paths())
    assert path == PATHS[kind.name]
    _, faults = look((*SHIPPED, RawFile(path, draft.text().encode())), TODAY)
    assert faults == ()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_that_stands_as_a_comment_can_be_used_by_removing_the_mark(kind: Kind) -> None:
    draft = start(kind, SHIPPED, TODAY, LEAST[kind.name])
    lines = [line.strip() for line in draft.text().split("\n")]
    comments = [n for n, line in enumerate(lines) if line.startswith("# ") and ":" in line]
    answered = [key for key in draft.answers if key != "text"]
    assert len(comments) + len(answered) == len(kind.slots)
    for number in comments:
        used = lines[number].removeprefix("# ")
        (entry,) = parse("a.yaml", f"{used}\n").front_matter.entries
        slot = kind.slot(entry.key.text)
        assert slot
        slot.field.parse(entry.value, Context({}))
        assert lines[number - 1] == f"## {slot.field.help}"


def test_a_file_has_what_was_answered_and_the_rest_as_comments() -> None:
    terminal, screen = typed("1", "14 mars 2018", "", "2", "1, kommunen")
    draft = fill(begin("insats", PLACED), terminal)
    assert draft.text().startswith(
        """\
---
# Rader med # först syns inte. Ta bort # och mellanslaget efter för att använda ett fält.
datum: 14 mars 2018
åtgärd: vandringar
plats: torget
aktörer: [polisen, kommunen]

## Första dagen, om det tog flera
# från: 2018-10-01
## Sista dagen, om det tog flera
# till: 2018-10-01
## Hände en gång mellan från och till
# någon_gång: ja
## Klockslag, ett eller från och till
# tid: 17–21
"""
    )
    assert next(draft.paths()) == "loften/2018/insatser/2018-03-14-vandringar-torget.md"
    assert "\n".join(screen).startswith(
        """\

åtgärd: Åtgärden som den hör till
   1  vandringar  Vandringar
  Skriv nummer eller id. Flera: 1, 2.
  > 1

datum: När det hände
  Till exempel:  2018-10-01
  > 14 mars 2018
"""
    )


def test_a_wrong_answer_is_told_in_the_words_of_its_field_and_asked_again() -> None:
    terminal, screen = typed("2", "1", "2018-13-01", "2017-03-14", "2018-12-24", "2018-03-14")
    with pytest.raises(EOFError):
        fill(begin("insats"), terminal)
    assert [line for line in screen if line.startswith("  ") and ">" not in line] == [
        "  Åtgärden ”2” finns inte. Löftets åtgärder (mappen atgarder): vandringar.",
        "  Månad 13 finns inte. Menade du  2018-01-13 ?  Skriv år, månad och dag i den ordningen.",
        "  Insatsen 14 mars 2017 ligger utanför löftets period, 2018. Kontrollera datumet, eller "
        "flytta insatsen till det löfte som den hör till.",
        "  Den 24 december 2018 har inte varit än. Kontrollera datumet. Är det en offentlig "
        "händelse som ska komma: skriv  status: planerad  och  offentlig: ja",
    ]


def test_two_days_are_from_and_to() -> None:
    terminal, _ = typed("1", "2018-03-14 till 2018-03-16", "", "")
    draft = fill(begin("insats"), terminal)
    assert fields_of(draft) == [
        "från: 2018-03-14",
        "till: 2018-03-16",
        "åtgärd: vandringar",
    ]


def test_each_target_and_each_step_can_be_chosen() -> None:
    several = """---
rubrik: Lampor
mål:
  - {id: norr, typ: löpande}
  - {id: syd, typ: löpande}
---
Lampor i norr och i syd.
"""
    steps = """---
rubrik: Avtal
mål: {typ: engångs, steg: [{id: utkast, namn: Utkastet}]}
---
Ett avtal.
"""
    files = {**SMALL, "loften/2018/atgarder/lampor.md": several}
    question = begin("insats", {**files, "loften/2018/atgarder/avtal.md": steps}).question()
    assert question
    assert [(choice.id, choice.name) for choice in question.choices] == [
        ("avtal", "Avtal"),
        ("avtal#utkast", "Avtal: Utkastet"),
        ("lampor#norr", "Lampor: norr"),
        ("lampor#syd", "Lampor: syd"),
        ("vandringar", "Vandringar"),
    ]


def test_planned_ahead_is_asked_only_where_it_counts() -> None:
    files = {**SMALL, "loften/2018/atgarder/lampor.md": RULED}
    assert "planerad_i_förväg" in asked("insats", files, åtgärd="lampor", datum="2018-03-14")
    assert "planerad_i_förväg" not in asked(
        "insats", files, åtgärd="vandringar", datum="2018-03-14"
    )


def test_a_figure_for_a_measure_with_conditions_has_to_say_what_it_counts() -> None:
    files = {**SMALL, "loften/2018/atgarder/lampor.md": RULED}
    given = {"uppgift_från": "polisen", "till": "2018-03", "antal": "3"}
    assert missing("redovisning", files, åtgärd="lampor", **given) == ["räknat", "enligt_löftet"]
    assert missing("redovisning", files, åtgärd="vandringar", **given) == []


@pytest.mark.parametrize(
    ("typ", "needed"),
    [("antal", []), ("frekvens", ["varje"]), ("svarstid", ["inom"]), ("löpande", [])],
)
def test_a_target_is_asked_for_what_its_kind_needs(typ: str, needed: list[str]) -> None:
    assert missing("åtgärd", SMALL, rubrik="Lampor", typ=typ, text="Lampor.") == needed
    assert missing("åtgärd", SMALL, rubrik="Lampor", typ=typ) == [*needed, "text"]


def test_a_measure_has_its_target_as_a_group_and_the_words_of_the_promise_below() -> None:
    terminal, _ = typed("Lampor: fler", "2", "3", "vecka", "Tre lampor i veckan.", "", "")
    draft = fill(begin("åtgärd", PLACED), terminal)
    assert fields_of(draft) == [
        'rubrik: "Lampor: fler"',
        "mål:",
        "  typ: frekvens",
        "  minst: 3",
        "  varje: vecka",
    ]
    assert draft.text().endswith("\n---\n\nTre lampor i veckan.\n")


def test_a_target_may_be_given_in_one_piece() -> None:
    draft = begin("åtgärd", rubrik="Lampor", mål="{typ: antal, minst: 8}", text="Lampor.")
    assert fields_of(finish(draft, "x")) == ["rubrik: Lampor", "mål: {typ: antal, minst: 8}"]


def test_which_promise_is_asked_when_there_are_several_and_the_newest_is_offered() -> None:
    later = PROMISE.replace("2018", "2019")
    files = {**SMALL, "loften/2019/lofte.md": later}
    question = begin("effekt", files).question()
    assert question
    assert (question.key, question.default) == ("löfte", "2019")
    assert [choice.id for choice in question.choices] == ["2018", "2019"]
    chosen = {"rubrik": "a", "mått": "b", "enhet": "c"}
    assert next(begin("effekt", files, **chosen).paths()) == "loften/2019/effekter/a.md"
    older = begin("effekt", files, löfte="2018", **chosen)
    assert next(older.paths()) == "loften/2018/effekter/a.md"


def test_an_example_is_offered_as_one_only_where_others_are() -> None:
    action = "---\ndatum: 2018-03-14\nåtgärd: vandringar\nexempel: ja\n---\n"
    files = {**SMALL, "loften/2018/insatser/a.md": action}
    assert "exempel" in asked("insats", files, åtgärd="vandringar", datum="2018-03-14")
    assert "exempel" not in asked("insats", SMALL, åtgärd="vandringar", datum="2018-03-14")


def test_only_districts_are_offered_as_the_district_of_a_place() -> None:
    files = {**PLACED, "platser/norr.md": "---\nnamn: Norr\ntyp: kommundel\n---\n"}
    question = begin("plats", files, namn="Bryggan").question()
    assert question
    assert [choice.id for choice in question.choices] == ["norr"]


def test_a_name_that_is_taken_gets_a_number() -> None:
    listed = "datum;åtgärd;id\n2018-03-14;vandringar;2018-03-14-vandringar-2\n"
    action = "---\ndatum: 2018-03-14\nåtgärd: vandringar\n---\n"
    files = {
        **SMALL,
        "loften/2018/insatser/lista.csv": listed,
        "loften/2018/insatser/2018-03-14-vandringar.md": action,
    }
    paths = begin("insats", files, åtgärd="vandringar", datum="2018-03-14").paths()
    assert [next(paths), next(paths)] == [
        "loften/2018/insatser/2018-03-14-vandringar-3.md",
        "loften/2018/insatser/2018-03-14-vandringar-4.md",
    ]
    period = {"från": "2019", "till": "2019", "parter": "polisen"}
    assert next(begin("löfte", titel="2018", **period).paths()) == "loften/2018-2/lofte.md"


def test_a_long_name_is_cut_at_eighty_signs() -> None:
    draft = begin("plats", namn="a" * 79 + " b")
    assert next(draft.paths()) == f"platser/{'a' * 79}.md"


@pytest.mark.parametrize(
    ("datum", "begins"), [("2018-03", "2018-03-vandringar"), ("2018", "2018-vandringar")]
)
def test_a_file_is_named_by_a_date_as_exact_as_it_was_told(datum: str, begins: str) -> None:
    draft = start(
        kind("insats"), raw(SMALL), date(2019, 2, 1), {"åtgärd": "vandringar", "datum": datum}
    )
    assert next(draft.paths()) == f"loften/2018/insatser/{begins}.md"


def test_keys_may_be_written_without_swedish_letters() -> None:
    draft = begin("insats", ATGARD="vandringar", datum="2018-03-14", planerad_i_forvag="ja")
    assert set(draft.answers) == {"åtgärd", "datum", "planerad_i_förväg"}


@pytest.mark.parametrize(
    ("name", "values", "says"),
    [
        (
            "insats",
            {},
            "Det här saknas: åtgärd (Åtgärden som den hör till) och datum (När det hände). Skriv "
            "till exempel:  python3 build.py ny insats åtgärd=vandringar datum=2018-10-01",
        ),
        (
            "insats",
            {"åtgärd": "vandringar", "från": "2018-03-14", "rubrik": "Kväll på torget"},
            "Det här saknas: till (Sista dagen, om det tog flera). Skriv till exempel:  "
            "python3 build.py ny insats "
            'åtgärd=vandringar från=2018-03-14 rubrik="Kväll på torget" till=2018-10-01',
        ),
        ("insats", {"dattum": "1"}, "Fältet ”dattum” finns inte. Menade du datum?"),
        (
            "plats",
            {"qqqq": "1"},
            "Fältet ”qqqq” finns inte. Fälten är: granskat, kommundel, läge, läge_källa, namn, "
            "område, text, tidigare_adress och typ.",
        ),
        (
            "insats",
            {"åtgärd": "vandringar", "datum": "i maj"},
            "datum: ”i maj” säger inte vilket år. Skriv året också, till exempel:  maj 2018",
        ),
        (
            "insats",
            {"åtgärd": "vandringar", "datum": "2018-03-14", "status": "inställd"},
            "status: det står inte varför insatsen ställdes in. Skriv till exempel:  "
            "orsak: Det kom för få vandrare",
        ),
        (
            "löfte",
            {"titel": "_", "från": "2019", "till": "2019", "parter": "polisen"},
            "Det går inte att döpa en fil efter ”_”. Skriv ord eller siffror, till exempel:  "
            'titel="Medborgarlöftet 2018"',
        ),
        (
            "effekt",
            {"löfte": "2017"},
            "Löftet ”2017” finns inte. Det finns: 2018.",
        ),
    ],
)
def test_what_is_missing_or_wrong_is_one_line(
    name: str, values: Mapping[str, str], says: str
) -> None:
    with pytest.raises(FollowupError) as told:
        finish(begin(name, **values), "python3 build.py")
    assert str(told.value) == says


def test_a_warning_is_told_when_the_file_is_there_and_stops_nobody() -> None:
    report = """---
från: 2018-03-01
till: 2018-03-31
uppgift_från: polisen
åtgärd: vandringar
antal: 1
---
"""
    action = "---\ndatum: 2018-03-14\nåtgärd: vandringar\n---\n"
    files = {
        **SMALL,
        "loften/2018/redovisningar/x.md": report,
        "loften/2018/insatser/a.md": action,
    }
    draft = finish(begin("insats", files, åtgärd="vandringar", datum="2018-03-20"), "x")
    _, faults = look((*draft.files, draft.trial), TODAY)
    assert "fler-insatser" in {fault.rule for fault in faults}


def test_a_figure_that_overlaps_another_names_the_other_file() -> None:
    other = """---
från: 2018-03
till: 2018-05
uppgift_från: polisen
åtgärd: vandringar
antal: 3
---
"""
    files = {**SMALL, "loften/2018/redovisningar/x.md": other}
    values = {"uppgift_från": "polisen", "från": "2018-02", "till": "2018-04"}
    with pytest.raises(FollowupError) as told:
        begin("redovisning", files, åtgärd="vandringar", antal="2", **values)
    assert str(told.value).startswith(
        "loften/2018/redovisningar/x.md: siffran gäller delvis samma tid som"
    )


@pytest.mark.parametrize(
    ("name", "files", "says"),
    [
        ("insats", {"loften/2018/atgarder/vandringar.md": ""}, "Löftet har inga åtgärder än."),
        ("insats", {"loften/2018/lofte.md": ""}, "Det finns inget löfte än."),
        ("plats", {"webbplats.yaml": "namn: a"}, "webbplats.yaml saknas eller har fel."),
        ("löfte", {"parter.yaml": "# ingen"}, "Det finns inga parter än."),
    ],
)
def test_what_has_to_be_there_first_is_told(name: str, files: Mapping[str, str], says: str) -> None:
    with pytest.raises(FollowupError) as told:
        begin(name, {**SMALL, **files}).missing()
    assert str(told.value).startswith(says)


def test_faults_that_were_there_before_are_not_told_again() -> None:
    files = {**SMALL, "parter.yaml": PARTIES + "fel:\n  namn: Fel\n"}
    finish(begin("plats", files, namn="Torget"), "x")


def test_nothing_is_ever_overwritten(tmp_path: Path) -> None:
    for number in range(3):
        path = create(tmp_path, ["a/b.md", "a/b-2.md", "a/b-3.md"], f"{number}\n")
        assert path.read_text(encoding="utf-8") == f"{number}\n"
    assert sorted(path.name for path in (tmp_path / "a").iterdir()) == ["b-2.md", "b-3.md", "b.md"]
    with pytest.raises(FollowupError):
        create(tmp_path, ["a/b.md"], "4\n")


def test_a_folder_that_cannot_be_made_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("", encoding="utf-8")
    with pytest.raises(FollowupError, match="går inte att skriva"):
        create(tmp_path, ["a/b/c.md"], "x")


def kind(name: str) -> Kind:
    return next(kind for kind in KINDS if kind.name == name)


def raw(files: Mapping[str, str | bytes]) -> tuple[RawFile, ...]:
    return tuple(
        RawFile(path, text.encode() if isinstance(text, str) else text)
        for path, text in files.items()
    )


def begin(name: str, files: Mapping[str, str | bytes] = SMALL, /, **values: str) -> Draft:
    return start(kind(name), raw(files), TODAY, values)


def asked(name: str, files: Mapping[str, str | bytes], /, **values: str) -> list[str]:
    """The keys of the questions that come when every one is passed over."""
    draft, keys = begin(name, files, **values), []
    while question := draft.question():
        keys.append(question.key)
        draft = draft.answered(question.key, "")
    return keys


def missing(name: str, files: Mapping[str, str | bytes], /, **values: str) -> list[str]:
    return [question.key for question in begin(name, files, **values).missing()]


def fields_of(draft: Draft) -> list[str]:
    """The lines of the front matter that say something."""
    head = draft.text().split("---\n")[1].split("\n")
    return [line for line in head if line.strip() and not line.strip().startswith("#")]
