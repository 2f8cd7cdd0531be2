"""What of a file is published as words, and what is not."""

from followup.rules.text.published import published

FILE = """---
# en anteckning om 811218
rubrik: Om oss  # och en till
kontakt:
  namn: A
  telefon: 08-123 45 67
granskat:
- {regel: gatunummer, skäl: Station, text: Målarvägen 3}
rader:
  - text: Vi gick
    granskat: {regel: lix, skäl: A}
---
# Rubrik
granskat: nej
"""
WORDS = """---

rubrik: Om oss
rader:
  - text: Vi gick
---
# Rubrik
granskat: nej
"""


def test_notes_answers_and_contacts_are_blank_and_all_else_stands_where_it_stood() -> None:
    made = published("a.md", FILE)
    assert len(made) == len(FILE)
    lines = [line.rstrip() for line in made.split("\n")]
    assert [line for line in lines if line] == [line for line in WORDS.split("\n") if line]
    assert made.index("Vi gick") == FILE.index("Vi gick")


def test_settings_are_all_front_matter() -> None:
    assert published("webbplats.yaml", "# not\nnamn: A\nkontakt: {e-post: a@b.se}\n").split() == [
        "namn:",
        "A",
    ]


def test_cells_of_a_list_are_all_published() -> None:
    assert published("a.csv", "datum;text\n# 1;granskat: x\n") == "datum;text\n# 1;granskat: x\n"
