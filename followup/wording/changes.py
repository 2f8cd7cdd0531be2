"""What was changed of a measure while the promise held, so that a result is read with it."""

from followup.model import Measure
from followup.swedish import day


def changed_sentence(measure: Measure) -> str | None:
    """The last change of what is promised: `Målet ändrades den 1 november 2018: lägre antal.`

    None where only something else was changed.
    """
    made = [change for change in measure.changes if change.former_target]
    last = max(made, key=lambda change: change.date, default=None)
    if last is None:
        return None
    return f"Målet ändrades den {day(last.date)}: {_inside(last.what)}."


def _inside(text: str) -> str:
    """The words as they stand inside a sentence, without a full stop of their own."""
    text = text.rstrip(". ")
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
