import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.readability import plain, readability, sentences, spans


@pytest.mark.parametrize(
    "expected",
    [
        [],
        ["Utan punkt"],
        ["Vi ses kl. 19.30 vid Bro station.", "Välkommen!"],
        ["Vi är ute t.ex. i Bro, bl.a. vid stationen.", "Kom!"],
        ["Kl. 9.00 börjar vi.", "12 personer kom kl. 19.30.", "Sedan kom fler."],
        ["Mötet är 1 okt. 2018.", "Nästa är 3 nov. 2018."],
        ["Vi möter unga, föräldrar m.fl. och lyssnar.", "Vi gick till skolor, torg m.m.", "Bra."],
        ["Det kostar 8 000 kr. per gång.", "Vi köpte 8 st.", "Alla är nöjda."],
        ["Fråga A. Ek eller S. k. Ö.", "Vad säger hon?", "”Kom!” säger A. Ek."],
        ["”Vad gör ni?” undrade en granne.", "(Hon bor i Bro.)", "– Vi vandrar, sa vi."],
        ["Vi gick längs Bro å.", "Sedan gick vi hem …", "Ja!", "Läs mer på polisen.se.", "Hej då."],
        ["Det hände 2018.", "Då var vi 5.", "Nu är vi 12,5 procent fler."],
    ],
)
def test_a_sentence_ends_where_a_reader_stops(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == tuple(expected)


def test_headings_and_points_of_lists_are_sentences_of_their_own() -> None:
    text = "# Så gör vi\n\nvi gör\ntre saker:\n- går ut\n- Lyssnar m.m.\n\n1. Först. Sedan\n2. sist"
    assert sentences(text) == (
        "# Så gör vi",
        "vi gör\ntre saker:",
        "- går ut",
        "- Lyssnar m.m.",
        "1. Först.",
        "Sedan",
        "2. sist",
    )


@given(st.text("aB1 .!?\n-”k", max_size=60))
def test_sentences_leave_nothing_out(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "lix"),
    [
        ("", 0),
        ("– …", 0),
        ("Vi går.", 2),
        ("Vi går. Du går.", 2),
        ("Polisen går.", 52),
        ("Ungdom är sex bokstäver.", 29),
        ("Tryggheten i Upplands-Bro ökade kl. 19.30.", 39),
        ("A\u030aa\u030aa\u030aa\u030aa\u030aa\u030a är sex.", 3),
    ],
)
def test_lix_is_words_per_sentence_plus_percent_of_long_words(text: str, lix: int) -> None:
    assert readability(text) == lix


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("Läs [om torget](../platser/torget.md) här.", "Läs om torget här."),
        ("**Viktigt:** vi *går* och `kod` [[löfte.rubrik]] där.", "Viktigt: vi går och x x där."),
        ("## Rubrik\nText.\n\nRubrik\n---\nMer.", "Text. Mer."),
        ("Före.\n\n| a | b |\n|---|---|\n| c | d |\n\nEfter.", "Före. Efter."),
        ("> Ett citat\n\n```\nkod\n```\nEfter ![bild](a.jpg) https://a.example/b.", "Efter x"),
        ("- punkt ett\n* punkt två\n2 * 3 fil_med", "- punkt ett * punkt två 2 * 3 fil_med"),
    ],
)  # fmt: skip
def test_only_the_words_of_markdown_are_read_each_where_it_stands(
    markdown: str, words: str
) -> None:
    made = plain(markdown)
    assert " ".join(made.split()) == words
    assert len(made) == len(markdown)
    assert made.count("\n") == markdown.count("\n")


@given(st.text("aB #|>`*_[]()!-=\n.", max_size=60))
def test_plain_text_has_the_length_of_its_markdown(markdown: str) -> None:
    assert len(plain(markdown)) == len(markdown)


@given(st.text("aB1 .!?\n-”k", max_size=60))
def test_spans_are_where_the_sentences_stand(text: str) -> None:
    assert tuple(text[start:end] for start, end in spans(text)) == sentences(text)
    assert [*spans(text)] == sorted(spans(text))


def test_blanks_before_the_mark_that_ends_a_sentence_are_no_word() -> None:
    blanks = " " * 200
    assert sentences(f"Vi gick ut{blanks}. Sedan hem.") == (f"Vi gick ut{blanks}.", "Sedan hem.")
    assert sentences(f"Vi gick ut{blanks}\n\nSedan hem.") == ("Vi gick ut", "Sedan hem.")
