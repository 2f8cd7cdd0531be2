"""Languages: what they are called in Swedish, and in which direction they are written."""

from babel import Locale, UnknownLocaleError


def name(code: str) -> str | None:
    """`finska`; None for a language that Babel has no Swedish name of."""
    return Locale("sv").languages.get(code)


def is_known(code: str) -> bool:
    """True for a language that Babel or we know of."""
    return name(code) is not None or code in _ALSO


def is_right_to_left(code: str) -> bool:
    """True for Arabic, Persian, Hebrew and the other languages that are written that way."""
    try:
        return Locale(code).text_direction == "rtl" or code in _ALSO
    except UnknownLocaleError:
        return code in _ALSO


# Written in Arabic, Syriac or Hebrew letters, and not in Babel: Dari, Aramaic and others.
_ALSO = frozenset(("prs", "pes", "arc", "aii", "azb", "ota", "jpr"))
