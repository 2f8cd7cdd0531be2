"""Questions at a terminal: what is shown, what an answer means, and when it is asked again."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pytest
from typed_answers import typed

from followup.asking import Choice, Question, fill
from followup.diagnostics import Diagnostic, Source

PLACES = (Choice("bro", "Bro"), Choice("bro-och-by", "Bro och by"), Choice("3", "Tredje huset"))
WHERE = Question("plats", "Var", choices=PLACES, takes_several=True)
HOW_MANY = Question("antal", "Hur många", example="12", is_needed=True)
KIND = Question("typ", "Slaget", default="a", choices=(Choice("a"), Choice("b")))


@dataclass(frozen=True)
class Form:
    """Asks its questions in order; an answer with "fel" in it is wrong."""

    questions: tuple[Question, ...]
    answers: Mapping[str, str] = field(default_factory=dict)

    def question(self) -> Question | None:
        return next((one for one in self.questions if one.key not in self.answers), None)

    def answered(self, key: str, value: str) -> "Form":
        return replace(self, answers={**self.answers, key: value})

    def faults(self) -> tuple[Diagnostic, ...]:
        hint = "Skriv  rätt"
        wrong = [value for value in self.answers.values() if "fel" in value]
        return tuple(
            Diagnostic(Source("a"), "fel", "värde", f"det står {value}", hint) for value in wrong
        )


def test_the_questions_are_put_one_by_one_as_they_stand_here() -> None:
    terminal, screen = typed("", "fel", "", "12", "", "b")
    done = fill(Form((WHERE, HOW_MANY, KIND)), terminal)
    assert done.answers == {"plats": "", "antal": "12", "typ": "a"}
    assert (
        "\n".join(screen)
        == """\

plats: Var
   1  bro         Bro
   2  bro-och-by  Bro och by
   3  3           Tredje huset
  Skriv nummer eller id. Flera: 1, 2.  (Enter hoppar över)
  >

antal: Hur många
  Till exempel:  12
  > fel
  Det står fel. Skriv  rätt
  >
  Det här behövs.
  > 12

typ: Slaget
   1  a
   2  b
  Skriv nummer.  (Enter ger a)
  >"""
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1", "bro"),
        ("bro", "bro"),
        ("BRO", "bro"),
        ("Bro och by", "bro-och-by"),
        ("1, 2", "bro, bro-och-by"),
        ("1 2", "bro, bro-och-by"),
        ("2 och bro", "bro-och-by, bro"),
        ("bro;2", "bro, bro-och-by"),
        ("3", "3"),
        ("4", "4"),
        ("0", "0"),
        ("brunna", "brunna"),
    ],
)
def test_a_choice_is_made_by_number_id_or_name(written: str, meant: str) -> None:
    assert WHERE.meant(written) == meant


def test_one_choice_may_have_a_comma_in_it() -> None:
    assert KIND.meant("a, b") == "a, b"


def test_nobody_there_to_answer_is_told_to_whoever_asked() -> None:
    terminal, _ = typed()
    with pytest.raises(EOFError):
        fill(Form((HOW_MANY,)), terminal)
