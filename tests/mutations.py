"""Files with one small thing wrong, as hands, programs and disks make it: the same for a seed."""

import random
from collections.abc import Callable, Mapping

# What means something of its own to those who read fields, running text or bytes.
TOKENS = (
    "\n", "\r", "\t", " ", "  ", "\n\n", ":", ": ", "- ", "'", '"', "”", "’", "#", " #", " # a",
    "&", "*", "!", "!!", "|", ">", ">-", "%", "@", "`", "[", "]", "{", "}", ",", "?", "? ", "~",
    "<<: ", "---", "\n---\n", "\n—\n", "...", "\n...\n", "--", "–", "—", "\0", "\x1b[31m", "\\",
    '"\\ud800"', "\ud800", "\ufeff", "\ufffd", "\u00a0", "\u00ad", "\u0085", "\u2028", "\u202e",
    "\u200f", "\uf0b7", "a\u030a", "а", "о", "Ã¤", "9" * 400, "9" * 5000, "[" * 1000, "![" * 300,
    "- " * 300, "> " * 300, "`" * 300, "<![CDATA[" * 100, "a" * 5000, "x: " * 50,
    "\n&a [*a, *a]\n", "null", "ja", "nej", "0", "-1", "1e9", "2018-02-30", "2017-12-31",
    "2999-01-01", "id: a\n", "antal: 3\n", "rubrik: A\n", "typ: löpande\n", "exempel: nej\n",
    "utkast: ja\n", "](", "](x)", "[a](../x.md)", "[a]: b\n", "![a](b)", "http://[", "../../..",
    "[[", "[[x]]", "<script>", "811218-9876", "07", "%YAML 1.1\n", ";", "\n  ", "\n    ", "\n\t",
)  # fmt: skip
BROKEN = (
    b"\xff",
    b"\xc3",
    b"\xe2\x80",
    b"\xe5",
    b"\xc0\xaf",
    b"\xf8",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
)
SHARP = (*(token.encode("utf-8", "surrogatepass") for token in TOKENS), *BROKEN)

ENCODINGS = ("cp1252", "mac_roman", "cp850", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig")

Change = Callable[[random.Random, bytes, bytes], bytes]


def mutated(seed: int, files: Mapping[str, bytes]) -> tuple[str, bytes, str]:
    """A file's path, its new bytes, and the names of what was done to it."""
    chance = random.Random(seed)
    path = chance.choice([*files])
    data, other = files[path], files[chance.choice([*files])]
    done = chance.choices(CHANGES, k=chance.choice((1, 1, 1, 2, 3)))
    for change in done:
        data = change(chance, data, other)
    return path, data, "+".join(change.__name__ for change in done)


def flip(chance: random.Random, data: bytes, other: bytes) -> bytes:
    at = _place(chance, data)
    flipped = bytes(byte ^ 1 << chance.randrange(8) for byte in data[at : at + 1])
    return data[:at] + flipped + data[at + 1 :]


def delete(chance: random.Random, data: bytes, other: bytes) -> bytes:
    at = _place(chance, data)
    return data[:at] + data[at + chance.choice((1, 1, 2, 5, 20, 100)) :]


def insert(chance: random.Random, data: bytes, other: bytes) -> bytes:
    at = _place(chance, data)
    return data[:at] + chance.choice(SHARP) + data[at:]


def replace(chance: random.Random, data: bytes, other: bytes) -> bytes:
    at = _place(chance, data)
    return data[:at] + chance.choice(SHARP) + data[at + chance.choice((1, 2, 5, 20)) :]


def new_value(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """Another value in the place of what stands after a colon."""
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    key, colon, _ = lines[at].partition(b": ")
    lines[at] = key + colon + chance.choice(SHARP)
    return b"\n".join(lines)


def double_line(chance: random.Random, data: bytes, other: bytes) -> bytes:
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    return b"\n".join([*lines[: at + 1], *lines[at:]])


def cut_lines(chance: random.Random, data: bytes, other: bytes) -> bytes:
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    return b"\n".join([*lines[:at], *lines[at + chance.choice((1, 1, 2, 5)) :]])


def swap_lines(chance: random.Random, data: bytes, other: bytes) -> bytes:
    lines = data.split(b"\n")
    one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return b"\n".join(lines)


def push_in(chance: random.Random, data: bytes, other: bytes) -> bytes:
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    lines[at] = chance.choice((b" ", b"  ", b"\t", b"    ", b"\xc2\xa0")) + lines[at]
    return b"\n".join(lines)


def cut_short(chance: random.Random, data: bytes, other: bytes) -> bytes:
    return data[: _place(chance, data)]


def splice(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """The beginning of one file and the end of another."""
    return data[: _place(chance, data)] + other[_place(chance, other) :]


def take_line(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """A line from another file."""
    lines = data.split(b"\n")
    lines.insert(chance.randrange(len(lines)), chance.choice(other.split(b"\n")))
    return b"\n".join(lines)


def save_otherwise(chance: random.Random, data: bytes, other: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(chance.choice(ENCODINGS), "replace")


def end_lines_otherwise(chance: random.Random, data: bytes, other: bytes) -> bytes:
    return data.replace(b"\n", chance.choice((b"\r\n", b"\r", b"\n\n", b"\r\r\n", b"\xe2\x80\xa8")))


CHANGES: tuple[Change, ...] = (
    flip, delete, insert, insert, replace, new_value, double_line, cut_lines, swap_lines, push_in,
    cut_short, splice, take_line, save_otherwise, end_lines_otherwise,
)  # fmt: skip


def _place(chance: random.Random, data: bytes) -> int:
    return chance.randint(0, len(data))
