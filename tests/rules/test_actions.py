"""The rules on actions: told once, of the right target, on the right day and at the right place."""

from collections.abc import Callable, Mapping

from followup.diagnostics import Diagnostic

Files = Mapping[str, str]
Faults = Callable[[Files], list[Diagnostic]]
Printed = Callable[[Files], str]

MEASURE = "loften/2018/atgarder/vandringar.md"
ACTION = "loften/2018/insatser/a.md"
LIST = "loften/2018/insatser/lista.csv"


def action(fields: str, text: str = "") -> str:
    return f"---\nåtgärd: vandringar\n{fields}\n---\n{text}"


def test_an_action_says_which_of_several_targets_it_is_for(faults: Faults) -> None:
    two = "---\nrubrik: A\nmål:\n  - {typ: antal, id: var}\n  - {typ: antal, id: host}\n---\nA\n"
    action = "---\ndatum: 2018-03-14\nåtgärd: vandringar\n---\n"
    (found,) = faults({MEASURE: two, ACTION: action})
    assert (str(found.source), found.message, found.hint) == (
        f"{ACTION}:3:9",
        "”vandringar” har flera mål, och det står inte vilket det gäller",
        "Skriv  vandringar#var  eller  vandringar#host",
    )
    assert faults({MEASURE: two, ACTION: action.replace("vandringar", "vandringar#var")}) == []


def test_each_reference_in_a_list_of_several_is_pointed_at_by_itself(faults: Faults) -> None:
    two = "---\nrubrik: A\nmål: [{typ: antal, id: a}, {typ: antal, id: b}]\n---\nMed ord.\n"
    files = {
        MEASURE: two,
        "loften/2018/atgarder/kvallar.md": "---\nrubrik: B\nmål: {typ: antal}\n---\nMed ord.\n",
        ACTION: "---\ndatum: 2018-03-14\nåtgärd:\n  - kvallar\n  - vandringar\n---\n",
        LIST: "datum;åtgärd\n2018-03-15;kvallar, vandringar\n",
    }
    assert [(str(f.source), f.source.length) for f in faults(files)] == [
        (f"{ACTION}:5:5", 10),
        (f"{LIST}:2:21", 10),
    ]


def test_action_that_is_told_already_names_the_first(printed: Printed) -> None:
    files = {
        ACTION: action("datum: 2018-03-14\nplats: torget"),
        LIST: "id;datum;åtgärd;plats\n"
        "b;2018-03-14;vandringar;torget\n"
        "c;2018-03-14;vandringar;torget\n",
    }
    assert (
        printed(files)
        == """\
VARNING  loften/2018/insatser/lista.csv:2:3  [dubbel-insats]
  2 | b;2018-03-14;vandringar;torget
    |   ^^^^^^^^^^ samma åtgärd, dag och plats som a.md
  Är det samma insats: ta bort den ena. Är det två: skriv tid i båda, till
  exempel  17–21  i kolumnen tid eller ge dem var sin rubrik. Är det rätt ändå:
  skriv i kolumnen granskat:  dubbel-insats: skälet

VARNING  loften/2018/insatser/lista.csv:3:3  [dubbel-insats]
  3 | c;2018-03-14;vandringar;torget
    |   ^^^^^^^^^^ samma åtgärd, dag och plats som a.md
  Är det samma insats: ta bort den ena. Är det två: skriv tid i båda, till
  exempel  17–21  i kolumnen tid eller ge dem var sin rubrik. Är det rätt ändå:
  skriv i kolumnen granskat:  dubbel-insats: skälet
"""
    )


def test_name_with_another_day_than_the_action_tells_how_to_rename(faults: Faults) -> None:
    (found,) = faults({"loften/2018/insatser/2018-03-14-torget.md": action("datum: 2018-04-13")})
    assert (found.message, found.hint.split(" Är det rätt")[0]) == (
        "insatsen var 13 april 2018, men filens namn säger 14 mars 2018",
        "Kontrollera vilket som är rätt. Byter du filens namn: skriv  "
        "tidigare_adress: 2018-03-14-torget  så att gamla länkar leder rätt.",
    )


def test_plan_whose_day_has_been_asks_how_it_went(faults: Faults) -> None:
    (found,) = faults({ACTION: action("datum: 2018-09-30\nstatus: planerad\noffentlig: ja")})
    assert (str(found.source), found.message) == (
        f"{ACTION}:4:9",
        "den 30 september 2018 har varit, men insatsen är fortfarande planerad",
    )
