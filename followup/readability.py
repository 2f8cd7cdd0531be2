"""How hard a Swedish text is to read: its sentences, and LIX."""

import re
from functools import lru_cache

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
_BREAK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.)\s)|(?<![.!?…])[.!?…]+[”\"’')\]]*\s+")
_MARKS = "”\"’'()[].…"
_BEFORE_A_SENTENCE = "”\"’'([–-*+# \t\n"


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of `text`, letter by letter as they stand there.

    ”Vi ses kl. 19.30, t.ex. Bro station. Välkommen!” is two.
    """
    return tuple(text[start:end] for start, end in spans(text))


@lru_cache(maxsize=20_000)
def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where in `text` each sentence begins and ends."""
    found = []
    start = 0
    for gap in _BREAK.finditer(text):
        following = text[gap.end() : gap.end() + 80].lstrip(_BEFORE_A_SENTENCE)[:1]
        if _ends_sentence(text[start : gap.end()], gap[0], following):
            found.append(_trimmed(text, start, gap.end()))
            start = gap.end()
    rest = _trimmed(text, start, len(text))
    return (*found, rest) if rest[0] < rest[1] else tuple(found)


def words(text: str) -> tuple[str, ...]:
    """What stands between blanks and says something."""
    return tuple(word for word in text.split() if any(map(str.isalnum, word)))


def is_long(word: str) -> bool:
    """Over six letters, which is what LIX counts."""
    return sum(map(str.isalpha, word)) > 6


@lru_cache(maxsize=20_000)
def plain(markdown: str) -> str:
    """The words of a text in Markdown, each where it stands: of the same length, marks as blanks.

    Headings, tables, quotations, code and images are no running text, and become empty lines. A
    web address or a computed word is a short word. Remembered, as several rules read the same text.
    """
    text = _NOT_RUNNING.sub(_emptied, markdown)
    text = _SHORT_WORD.sub(lambda match: "x".ljust(len(match[0])), text)
    return _MARKUP.sub(lambda match: " " * len(match[0]), text)


# A fence of code, a heading over its line of = or -, and lines that begin with #, > or |.
_NOT_RUNNING = re.compile(
    r"^ {0,3}(`{3,}|~{3,})[\s\S]*?(?:^ {0,3}\1|\Z)|^.+\n {0,3}(?:=+|-{2,}) *$|^ {0,3}(?:#|>|\|).*$"
    r"|^ {0,3}(?:[-*_] *){3,}$|^[^\n|]*\|.*$|!\[[^\]\n]{0,1000}\]\([^)\n]{0,1000}\)"
    r"|^ {0,3}\[[^\]\n]{1,1000}\]:.*$",
    re.MULTILINE,
)
_SHORT_WORD = re.compile(r"(?<!\()\bhttps?://[^\s<>)]+|\[\[[^\]\n]{0,1000}\]\]|`[^`\n]{1,1000}`")
_MARKUP = re.compile(
    r"\]\([^)\n]{0,1000}\)|\]\[[^\]\n]{0,1000}\]|[\[\]]|(?<=\w|[.,:;!?)”])[*_]+(?!\w)|(?<![\w*])[*_]+(?=\S)|[<>\\]"
)


def _emptied(match: re.Match[str]) -> str:
    """Blanks, with every line where it was."""
    return re.sub(r"[^\n]", " ", match[0])


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    said = text[start:end]
    start += len(said) - len(said.lstrip())
    return start, start + len(said.strip())


def readability(text: str) -> int:
    """LIX: words per sentence plus the percentage of words over six letters (Björnsson 1968)."""
    written = words(text)
    if not written:
        return 0
    long_words = [word for word in written if is_long(word)]
    return round(len(written) / len(spans(text)) + 100 * len(long_words) / len(written))


def _ends_sentence(sentence: str, gap: str, following: str) -> bool:
    if not any(map(str.isalpha, sentence)):  # the ”1.” of a list
        return False
    if gap.isspace() or gap.count("\n") > 1:
        return True
    word = sentence.rstrip()[-100:].split()[-1].strip(_MARKS).casefold()
    if word in _CLOSING_ABBREVIATIONS:
        return following.isupper()
    if word in _ABBREVIATIONS or re.fullmatch("[a-z]", word):  # ”A. Ek”, ”bl. a.”
        return False
    return following.isupper() or following.isdigit()
