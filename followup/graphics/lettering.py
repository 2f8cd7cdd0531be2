"""How much room a text needs on a picture, in any typeface that a reader may have.

The typeface is the reader's own, so widths are those of the widest that is common (DejaVu Sans
Bold, and Verdana is close to it), and a little more. A narrower one leaves some room unused.
"""

_WIDTHS = {
    letter: width
    for letters, width in (
        ("ijlI.,:;'|· ", 0.42),
        ('frtJ()-–/!"', 0.56),
        ("mwMW%@—…", 1.12),
        ("ABCDEFGHKLNOPQRSTUVXYZÅÄÖ", 0.86),
        ("w&”“", 0.95),
    )
    for letter in letters
}
_OTHERS = 0.74
_FULL = 1.1  # what lies beyond the Latin letters may be as wide as it is high


def width(text: str, size: float) -> float:
    """The most that a text is wide, in the unit of its size."""
    return size * sum(_WIDTHS.get(letter) or _other(letter) for letter in text)


def _other(letter: str) -> float:
    return _OTHERS if letter < "\u0250" else _FULL


def wrapped(text: str, size: float, most: float, lines: int) -> tuple[str, ...]:
    """The text on as few lines as it can, about equally long; nothing when it does not fit.

    No line is wider than `most`, and there are not more of them than `lines`.
    """
    found = _filled(text, size, most)
    if len(found) > lines or any(width(line, size) > most for line in found):
        return ()
    step = size / 2
    while most > step:
        most -= step
        closer = _filled(text, size, most)
        if len(closer) > len(found) or any(width(line, size) > most for line in closer):
            break
        found = closer
    return found


def _filled(text: str, size: float, most: float) -> tuple[str, ...]:
    """As many words on each line as there is room for; a longer word has a line of its own."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size) <= most:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)
