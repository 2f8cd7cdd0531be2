"""How hard a Swedish text is to read: its sentences, and LIX."""

import re

# Never last in a sentence: more follows.
_ABBREVIATIONS = {
    "avd", "bl.a", "ca", "d.v.s", "dr", "dvs", "enl", "ev", "ex", "exkl", "f.d", "f.n",
    "forts", "fr.o.m", "förf", "inkl", "jfr", "kap", "kl", "nr", "p.g.a", "pga", "prof",
    "resp", "s.k", "sid", "t.ex", "t.o.m", "t.v", "tel", "tfn", "jan", "feb", "febr",
    "apr", "aug", "sep", "sept", "okt", "nov", "dec", "mån", "tis", "ons", "tors", "fre",
    "lör", "sön"
}  # fmt: skip
# Last in a sentence when a capital letter follows.
_CLOSING_ABBREVIATIONS = {
    "dyl", "e.d", "e.dyl", "e.kr", "etc", "f.kr", "fl", "kr", "m.fl", "m.m", "mfl", "mm",
    "o.d", "o.dyl", "o.s.v", "osv", "st"
}  # fmt: skip

# An empty line, the next point of a list, or the mark that ends a sentence.
_BREAK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.)\s)|[.!?…]+[”\"’')\]]*\s+")
_MARKS = "”\"’'()[].…"
_BEFORE_A_SENTENCE = "”\"’'([–-*+# \t\n"


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of `text`, letter by letter as they stand there.

    ”Vi ses kl. 19.30, t.ex. Bro station. Välkommen!” is two.
    """
    found = []
    start = 0
    for gap in _BREAK.finditer(text):
        following = text[gap.end() :].lstrip(_BEFORE_A_SENTENCE)[:1]
        if _ends_sentence(text[start : gap.end()], gap[0], following):
            found.append(text[start : gap.end()].strip())
            start = gap.end()
    rest = text[start:].strip()
    return (*found, rest) if rest else tuple(found)


def readability(text: str) -> int:
    """LIX: words per sentence plus the percentage of words over six letters (Björnsson 1968)."""
    words = [word for word in text.split() if any(map(str.isalnum, word))]
    if not words:
        return 0
    long_words = [word for word in words if sum(map(str.isalpha, word)) > 6]
    return round(len(words) / len(sentences(text)) + 100 * len(long_words) / len(words))


def _ends_sentence(sentence: str, gap: str, following: str) -> bool:
    if not any(map(str.isalpha, sentence)):  # the ”1.” of a list
        return False
    if gap.isspace() or gap.count("\n") > 1:
        return True
    word = sentence.split()[-1].strip(_MARKS).casefold()
    if word in _CLOSING_ABBREVIATIONS:
        return following.isupper()
    if word in _ABBREVIATIONS or re.fullmatch("[a-z]", word):  # ”A. Ek”, ”bl. a.”
        return False
    return following.isupper() or following.isdigit()
