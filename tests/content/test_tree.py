"""What each file is, as its path says it."""

import random

import pytest

from followup.content.document import parse
from followup.content.files import RawFile
from followup.content.table import parse as parse_table
from followup.content.tree import ContentFile, Tree, sort_files
from followup.reporting import report

PAGE = "---\nrubrik: A\n---\n"


@pytest.mark.parametrize(
    ("path", "kind", "promise", "id"),
    [
        ("webbplats.yaml", "settings", "", ""),
        ("parter.yaml", "parties", "", ""),
        ("platser/bro-centrum.md", "place", "", "bro-centrum"),
        ("sidor/om.md", "page", "", "om"),
        ("loften/2018/lofte.md", "promise", "2018", ""),
        ("loften/2018/atgarder/nattvandring.md", "measure", "2018", "nattvandring"),
        ("loften/2018/insatser/2018-03-14-bro.md", "action", "2018", "2018-03-14-bro"),
        ("loften/2018/redovisningar/2018-06-30-polisen.md", "report", "2018", "2018-06-30-polisen"),
    ],
)  # fmt: skip
def test_path_says_what_a_file_is(path: str, kind: str, promise: str, id: str) -> None:
    text = "rubrik: A\n" if path.endswith(".yaml") else PAGE
    tree = sort_files([RawFile(path, text.encode())])
    assert [(file.kind, file.path, file.promise, file.id) for file in tree.files] == [
        (kind, path, promise, id)
    ]
    assert tree.files[0].document == parse(path, text)
    assert (tree.texts, tree.pictures, tree.diagnostics) == ({path: text}, {}, ())


@pytest.mark.parametrize("name", ["lista.csv", "Insatser 2018, våren.CSV"])
def test_list_of_actions_may_have_any_name(name: str) -> None:
    path, text = f"loften/2018/insatser/{name}", "datum;åtgärd\n2018-03-14;a\n"
    tree = sort_files([RawFile(path, text.encode("cp1252"))])
    rows = parse_table(path, text)
    assert tree == Tree(
        (ContentFile("action_list", path, "", "2018", None, rows),), {}, {path: text}, ()
    )


def test_list_that_cannot_be_understood_is_a_fault_and_has_no_rows() -> None:
    path = "loften/2018/insatser/lista.csv"
    tree = sort_files([RawFile(path, b'a\n"b')])
    assert tree.files == (ContentFile("action_list", path, "", "2018", None, None),)
    assert tree.texts == {path: 'a\n"b'}
    assert [str(fault.source) for fault in tree.diagnostics] == [f"{path}:2:1"]


@pytest.mark.parametrize("name", ["a.jpg", "A.JPEG", "a.png", "å ä ö.webp"])
@pytest.mark.parametrize("folder", ["", "bilder/", "loften/2018/insatser/"])
def test_pictures_may_lie_anywhere(folder: str, name: str) -> None:
    tree = sort_files([RawFile(folder + name, b"\xff\xd8")])
    assert tree == Tree((), {folder + name: b"\xff\xd8"}, {}, ())


@pytest.mark.parametrize("path", ["README.md", "platser/readme.md", "loften/2018/ReadMe.md"])
def test_read_me_files_are_passed_over(path: str) -> None:
    assert sort_files([RawFile(path, b"Hej")]) == Tree((), {}, {}, ())


@pytest.mark.parametrize("data", [b"", b"\n \t\r\n", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("path", ["webbplats.yaml", "platser/bro.md", "sidor/Ny sida.md"])
def test_empty_file_is_a_draft_that_nobody_has_begun(path: str, data: bytes) -> None:
    assert sort_files([RawFile(path, data)]) == Tree((), {}, {}, ())


def test_file_in_no_known_place_is_told_where_files_are() -> None:
    assert (
        faults("anteckningar/motet.txt")
        == """\
FEL  anteckningar/motet.txt  [okänd-fil]
  filen ligger inte där någon fil ska ligga, så den syns inte på webbplatsen
  Kontrollera mappens och filens namn. Så här ser de ut: webbplats.yaml,
  parter.yaml, platser/<id>.md, sidor/<id>.md, loften/<id>/lofte.md,
  loften/<id>/notis.md, loften/<id>/atgarder/<id>.md,
  loften/<id>/insatser/<id>.md, loften/<id>/insatser/<namn>.csv,
  loften/<id>/redovisningar/<id>.md, loften/<id>/effekter/<id>.md,
  karta/lager.yaml och karta/<namn>.geojson.
"""
    )


@pytest.mark.parametrize(
    ("path", "likely"),
    [
        ("webbplats.yml", "webbplats.yaml"),
        ("Parter.yaml", "parter.yaml"),
        ("plaster/bro.md", "platser/bro.md"),
        ("löften/2018/löfte.md", "loften/2018/lofte.md"),
        ("loften/2018/åtgärder/vandring.md", "loften/2018/atgarder/vandring.md"),
        ("loften/2018/insats/a.md", "loften/2018/insatser/a.md"),
        ("loften/2018/insats/a.csv", "loften/2018/insatser/a.csv"),
        ("loften/2018/redovisning/a.md", "loften/2018/redovisningar/a.md"),
    ],
)
def test_misspelt_folder_or_file_is_recognised(path: str, likely: str) -> None:
    assert (
        faults(path)
        == f"""\
FEL  {path}  [okänd-fil]
  filen ligger inte där någon fil ska ligga, så den syns inte på webbplatsen
  Menade du  {likely} ?
"""
    )


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (
            "loften/2018/insatser/a.docx",
            "  filen är gjord i ett ordbehandlingsprogram och går inte att läsa här\n"
            "  Kopiera texten till en ny fil med namnet  loften/2018/insatser/a.md  och ta\n"
            "  bort den här.\n",
        ),
        (
            "platser/bro.txt",
            "  filens namn ska sluta på .md\n  Döp om filen till  platser/bro.md\n",
        ),
        (
            "platser/bro.md.txt",
            "  filens namn ska sluta på .md\n"
            "  Döp om filen till  platser/bro.md  Syns inte slutet av namnet i Windows: välj\n"
            "  Visa och Filnamnstillägg.\n",
        ),
        (
            "platser/bro.markdown",
            "  filens namn ska sluta på .md\n  Döp om filen till  platser/bro.md\n",
        ),
        (
            "platser/bro.text",
            "  filens namn ska sluta på .md\n  Döp om filen till  platser/bro.md\n",
        ),
        (
            "platser/bro.pages",
            "  filen är gjord i ett ordbehandlingsprogram och går inte att läsa här\n"
            "  Kopiera texten till en ny fil med namnet  platser/bro.md  och ta bort den här.\n",
        ),
        (
            "platser/bro.MD",
            "  filens namn ska sluta på .md\n  Döp om filen till  platser/bro.md\n",
        ),
        (
            "loften/2018/insatser/Insatser.xlsx",
            "  filen är gjord i ett kalkylprogram och går inte att läsa här\n"
            "  En lista över insatser går att läsa när den är sparad som CSV:\n"
            "  loften/2018/insatser/Insatser.csv  Ta sedan bort den här filen.\n",
        ),
        (
            "insatser.ods",
            "  filen är gjord i ett kalkylprogram och går inte att läsa här\n"
            "  En lista över insatser går att läsa när den är sparad som CSV:\n"
            "  loften/<id>/insatser/<namn>.csv  Ta sedan bort den här filen.\n",
        ),
        (
            "loften/2018/insatser/torg.HEIC",
            "  bilder av det här slaget går inte att visa\n"
            "  Spara bilden som jpg, png eller webp, och ta bort den här filen.\n",
        ),
    ],
)
def test_a_file_of_another_kind_is_told_what_to_become(path: str, told: str) -> None:
    assert faults(path) == f"FEL  {path}  [okänd-fil]\n{told}"


@pytest.mark.parametrize(
    "path",
    ["bro.md", "platser/bro.txt", "loften/2018/a.md", "loften/2018/a.csv",
     "loften/2018/insatser/2018/a.md", "lofte.md", "webbplats.yaml/a.md"],
)  # fmt: skip
def test_nothing_is_guessed_of_a_file_that_is_like_none(path: str) -> None:
    assert "Menade du" not in faults(path)
    assert f"FEL  {path}  [okänd-fil]" in faults(path)


@pytest.mark.parametrize(
    ("name", "proposal"),
    [
        ("Bro Centrum", "bro-centrum"),
        ("kungsängen", "kungsangen"),
        ("bro_centrum", "bro-centrum"),
        ("2018-03-14 Bro", "2018-03-14-bro"),
        ("bro-", "bro"),
        ("–", "utan-namn"),
    ],
)
def test_name_that_cannot_be_an_address_gets_a_proposal(name: str, proposal: str) -> None:
    assert (
        faults(f"platser/{name}.md")
        == f"""\
FEL  platser/{name}.md  [filnamn]
  namnet ”{name}” blir en webbadress och kan inte se ut så
  Använd bara a–z, siffror och bindestreck. Döp om till  {proposal}
"""
    )


def test_name_of_a_folder_is_one_fault_for_all_that_is_in_it() -> None:
    assert (
        faults("loften/Löfte 1/insatser/a.md", "loften/Löfte 1/insatser/b.md")
        == """\
FEL  loften/Löfte 1  [filnamn]
  namnet ”Löfte 1” blir en webbadress och kan inte se ut så
  Använd bara a–z, siffror och bindestreck. Döp om till  lofte-1
"""
    )


def test_file_that_cannot_be_understood_can_still_be_referred_to() -> None:
    tree = sort_files([RawFile("platser/bro.md", b"---\nnamn: \xe5\n")])
    assert tree.files == (ContentFile("place", "platser/bro.md", "bro", "", None),)
    assert tree.ids("place") == {"bro"}
    assert [*tree.documents("place")] == []
    assert tree.texts == {"platser/bro.md": "---\nnamn: å\n"}
    assert [fault.rule for fault in tree.diagnostics] == ["teckenkodning"]


def test_order_in_which_files_come_makes_no_difference() -> None:
    files = [RawFile(f"platser/plats-{n}.md", PAGE.encode()) for n in range(9)]
    files += [RawFile("bild.jpg", b""), RawFile("sidor/Ny.md", b"x"), RawFile("skräp", b"x")]
    shuffled = random.Random(1).sample(files, len(files))
    assert shuffled != files
    assert sort_files(shuffled) == sort_files(files)


def faults(*paths: str) -> str:
    tree = sort_files([RawFile(path, PAGE.encode()) for path in paths])
    return report(tree.diagnostics, {})
