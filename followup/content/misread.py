"""What was probably meant by words that their field does not take: one pure function for each kind.

Each gives words to write instead, and nothing when it takes more than a guess.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from urllib.parse import urlsplit

from babel import Locale

from followup import languages
from followup.content.other_words import choices_like
from followup.suggest import closest
from followup.swedish import numeral, slug


def is_nothing(written: str) -> bool:
    """True for what people write where they know nothing: `-`, `?`, `okänt`, `ej känt`."""
    return not re.search(r"\w", written) or written.casefold().rstrip(".") in _NOTHING


def amount(written: str) -> int | None:
    """The only whole number that stands there: 20 in `ca 20`, `20-talet` and `20 st`."""
    plain = re.sub(r"(?<=\d)[ .,](?=\d{3}(?!\d))", "", written)
    found = re.findall(r"[\d.,]*\d", plain, re.ASCII)
    if re.search(r"[%½]|procent|promille", plain) or len(found) != 1 or not found[0].isdecimal():
        return None
    return int(found[0]) if len(found[0]) < 10 else None


def lowest(written: str) -> int | None:
    """8 in `8–10`."""
    match = re.fullmatch(r"\D*(\d{1,9}) ?(?:[-–]|till|eller) ?(\d{1,9})\D*", written, re.ASCII)
    return int(match[1]) if match and int(match[1]) < int(match[2]) else None


def decimal(written: str) -> str | None:
    """The only number that stands there, as it stands: `43,5` in `ca 43,5 %`."""
    if written.strip() in _FRACTIONS:
        return _FRACTIONS[written.strip()]
    plain = re.sub(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))", "", written)
    found = re.findall(r"-?\d[\d.,]*", plain, re.ASCII)
    return (
        found[0] if len(found) == 1 and re.fullmatch(r"-?\d+(?:[.,]\d{1,2})?", found[0]) else None
    )


def exactness(written: str) -> str | None:
    """How exact a figure in words is: `ungefär` for `ca 20` and `20-talet`."""
    plain = written.casefold()
    return next((kind for kind, words in _EXACTNESS if words.search(plain)), None)


def number_word(written: str) -> int | None:
    """8 for `åtta`: to twelve."""
    return {"noll": 0, **_NUMERALS}.get(written.casefold())


def yes_or_no(written: str) -> str | None:
    first = re.split(r"[\s,.;:(!]", written.casefold(), maxsplit=1)[0]
    return next((meant for meant, words in _YES_NO if first in words), None)


def choice(written: str, choices: tuple[str, ...]) -> str | None:
    """The word of a fixed list that says the same in other words."""
    plain = re.sub(r"^(?:är|blev|har blivit|helt|varje) ", "", written.casefold().rstrip("."))
    plain = re.sub(r"^(?:ej|icke|inte) ", "inte ", plain)
    known = [one for one in choices_like(plain) if one in choices]
    if known or plain in choices:
        return known[0] if known else plain
    near = closest(plain, choices)
    is_no = plain.startswith("inte ")
    return near if near and near.startswith("inte ") == is_no else None


@lru_cache(maxsize=1024)
def nearest(word: str, choices: frozenset[str] | tuple[str, ...]) -> str | None:
    """The choice nearest to a word. Remembered: a list repeats its faults row after row."""
    return closest(word, choices)


def reference(
    written: str, ids: frozenset[str], names: tuple[tuple[str, str], ...]
) -> tuple[str, ...]:
    """The ids that a name, a file or another way to write them may stand for."""
    plain, folded = slug_of(written), written.casefold()
    by_name = {name.casefold(): id for name, id in names}
    if folded in by_name:
        return (by_name[folded],)
    if plain in ids:
        return (plain,)
    if near := nearest(written, ids) or nearest(plain or "", ids):
        named = (id for name, id in by_name.items() if name.startswith(f"{folded} "))
        return tuple(dict.fromkeys((near, *named)))[:_MOST_BEGINNINGS]
    if name := nearest(folded, tuple(by_name)):
        return (by_name[name],)
    begins = sorted(id for id in ids if plain and id.startswith(f"{plain}-"))
    return tuple(begins) if len(begins) <= _MOST_BEGINNINGS else ()


def slug_of(written: str) -> str | None:
    """`bro-centrum` for `Bro centrum` and for `platser/bro-centrum.md`."""
    return slug(re.sub(r"^.*[/\\]|\.(?:md|csv)$", "", written), "") or None


def language(written: str) -> str | None:
    """`sv` for `svenska`, `sv-SE`, `swedish` and `se`."""
    plain = written.casefold()
    code = _COUNTRIES.get(plain) or re.split("[-_]", plain, maxsplit=1)[0]
    if languages.is_known(code):
        return code
    names = _language_names()
    if plain in names:
        return names[plain]
    near = closest(plain, names) if len(plain) > 4 else None
    return names[near] if near else None


def web_address(written: str) -> str | None:
    """`https://www.polisen.se` for `www.polisen.se`; an address that other words stand around."""
    unmarked = written.strip("<>()").replace("\\", "/")
    plain = re.sub(r"^h?t+ps?[:;]?/{0,3} ?|^/{1,2}", "", unmarked, flags=re.IGNORECASE)
    meant = f"https://{plain}".replace(" ", "%20")
    if not re.search(r"[<>\"'`{}|^@]|javascript:", plain) and _is_host(meant):
        return meant
    match = re.search(r"https?://[^\s<>()\[\]\"”]+(?=[\s>)\]\"”]|$)", written, re.IGNORECASE)
    is_one = match and match[0] != written and written.count("://") == 1
    return match[0].rstrip(".,;") if match and is_one and _is_host(match[0]) else None


def email(written: str) -> str | None:
    """The only address in `mailto:namn@kommun.se`, `namn(at)kommun.se`, `Namn <namn@kommun.se>`."""
    plain = re.sub(r"\s*[(\[]\s*(?:at|a|snabel-a)\s*[)\]]\s*|\s*@\s*", "@", written)
    plain = re.sub(r"(?<=\w),(?=\w)", ".", plain)
    found = re.findall(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+", plain)
    return found[0] if len(found) == 1 else None


def phone(written: str) -> str | None:
    """The only number in `tel. 08-581 690 00`, `08/581 690 00` and `08.581.690.00`."""
    plain = re.sub(r"(?<=\d)[/.](?=\d)", "-", written)
    found = re.findall(r"\+?\d[\d\s()–-]{4,20}\d", plain)
    return found[0] if len(found) == 1 else None


def position(written: str) -> str | None:
    """Latitude and longitude in degrees, for Swedish places in some other form."""
    comma = written if "." in written else re.sub(r"(\d),(\d{2,})", r"\1.\2", written)
    found = re.findall(r"(?<![\d.])\d{2}\.\d{2,}(?![\d.])", comma)
    if len(found) < 2 and (degrees := _in_degrees(written)):
        found = degrees
    if len(found) != 2:
        return None
    first, second = sorted(found, key=float, reverse=True)
    return f"{first}, {second}" if _is_in_sweden(float(first), float(second)) else None


def unit(written: str) -> str | None:
    """`insats/insatser` for `insats, insatser` and `insats/-er`."""
    words = re.fullmatch(
        r"([^\W\d_]+)(?:\s*(?:,|\\|;|\||–|-|och|eller)\s*|\s+)([^\W\d_]+)", written
    )
    if words:
        return f"{words[1]}/{words[2]}"
    ending = re.fullmatch(r"([^\W\d_]+) ?(?:\(|/-)([^\W\d_]+)\)?", written)
    return f"{ending[1]}/{ending[1]}{ending[2]}" if ending else None


def colour(written: str) -> str | None:
    """`"#0a5c63"` for `0a5c63` and `rgb(10, 92, 99)`; a dark one for the name of a colour."""
    plain = written.casefold().removeprefix("0x").lstrip("#")
    if re.fullmatch(r"[0-9a-f]{6}(?:[0-9a-f]{2})?", plain):
        return f'"#{plain[:6]}"'
    if re.fullmatch(r"[0-9a-f]{3}", plain):
        return f'"#{"".join(2 * sign for sign in plain)}"'
    parts = re.fullmatch(
        r"(?:rgba?)?\(?(\d{1,3})[, ]+(\d{1,3})[, ]+(\d{1,3})(?:[, ]+[\d.]+)?\)?", plain
    )
    if parts and all(int(part) < 256 for part in parts.groups()):
        return f'"#{"".join(f"{int(part):02x}" for part in parts.groups())}"'
    name = re.sub(r"^(?:mörk|ljus|marin)", "", plain)
    return f'"{_COLOURS[name]}"' if name in _COLOURS else None


def time_limit(written: str) -> str | None:
    plain = written.casefold()
    if plain in _LIMITS:
        return _LIMITS[plain]
    match = re.fullmatch(r"(?:.* )?([1-9]\d{0,3}) ?([a-zåäö.]+)", plain, re.ASCII)
    near = closest(match[2].strip("."), _TIME_WORDS) if match else None
    return f"{match[1]} {near}" if match and near else None


def clock(written: str) -> tuple[str, ...]:
    """The times that `halv åtta`, `7.30 pm`, `1930` and `ca 19` can mean."""
    plain = written.casefold().strip()
    if match := re.fullmatch(r"(\d{1,2})(?:[.:](\d\d))? ?([ap])\.? ?m\.?", plain):
        hour = int(match[1]) % 12 + (12 if match[3] == "p" else 0)
        return (f"{hour}.{match[2] or '00'}",)
    if match := re.fullmatch(
        r"(?:kl(?:ockan|\.)? )?(halv |)([a-zåäö]+)(?: på (kvällen|morgonen))?", plain
    ):
        return _said_hour(*match.groups())
    if match := _FOUR_DIGITS.fullmatch(plain):
        times = [f"{one[:2]}.{one[2:]}" for one in match.groups() if one]
        is_whole = len(times) == 2 and all(one.endswith(".00") for one in times)
        return ("–".join(one.removesuffix(".00") if is_whole else one for one in times),)
    if meant := part_of_day(plain):
        return (meant,)
    times = re.findall(r"(?<![\d.:])(?:[01]?\d|2[0-3])(?:[.:][0-5]\d)?(?![\d.:])", plain)
    others = _AROUND_CLOCKS.sub("", plain)
    is_more = re.search(r"[^\W\d]|\d{3}", others) or plain.count("-") > 1
    return () if is_more or len(times) not in (1, 2) else ("–".join(times),)


def part_of_day(written: str) -> str | None:
    """18.00 for 0,75: a spreadsheet keeps a time as a part of the day."""
    match = re.fullmatch(r"0[.,](\d{1,17})", written.strip(), re.ASCII)
    if not match:
        return None
    hour, minute = divmod(round(float(f"0.{match[1]}") * 24 * 60), 60)
    return f"{hour}.{minute:02}" if hour < 24 else None


def _said_hour(half: str, name: str, when: str | None) -> tuple[str, ...]:
    hour = _NUMERALS.get(name)
    if not hour:
        return ()
    early, minute = (hour - 1, "30") if half else (hour, "00")
    both = f"{early}.{minute}", f"{early % 12 + 12}.{minute}"
    return both if when is None else (both[when == "kvällen"],)


def _is_host(address: str) -> bool:
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    return bool(re.fullmatch(r"(?:[\w-]+\.)+[^\W\d_]{2,}", host))


def _in_degrees(written: str) -> list[str]:
    """Degrees, minutes and seconds as degrees with decimals."""
    found = re.findall(
        r"(\d{1,2})\s*°\s*(\d{1,2}(?:[.,]\d+)?)\s*['′’]?\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*[\"″”])?",
        written,
    )
    parts = [[float((part or "0").replace(",", ".")) for part in one] for one in found]
    return [f"{degree + minute / 60 + second / 3600:.5f}" for degree, minute, second in parts]


def _is_in_sweden(latitude: float, longitude: float) -> bool:
    return 55 <= latitude <= 70 and 10 <= longitude <= 25


@cache
def _language_names() -> Mapping[str, str]:
    """The codes of languages by their names in English and Swedish."""
    english, swedish = Locale("en").languages, Locale("sv").languages
    return {
        name.casefold(): code
        for names in (english, swedish)
        for code, name in names.items()
        if len(code) <= 3
    }


_MOST_BEGINNINGS = 3
_NOTHING = frozenset(
    (
        "okänt", "okänd", "okända", "ej känt", "inte känt", "ej känd", "inte känd", "vet ej",
        "vet inte", "saknas", "uppgift saknas", "ingen uppgift", "uppgifter saknas", "inget",
        "ingenting", "ingen", "inga", "tom", "tomt", "null", "none", "nil", "n/a", "na", "oklart",
        "ej angivet", "inte angivet", "ej angiven", "ej aktuellt", "inte aktuellt", "ej relevant",
        "ej bestämt", "inte bestämt", "kommer", "kommer senare", "fyll i", "tbd", "todo", "xx",
        "xxx", "unknown", "ej klart", "ej tillämpligt",
    )
)  # fmt: skip
_NUMERALS = {"ett": 1, **{numeral(n): n for n in range(1, 13)}}
_EXACTNESS = (
    ("drygt", re.compile(r"\b(?:drygt|strax över|lite mer än|lite över|något över)\b")),
    ("minst", re.compile(r"\b(?:minst|över|fler än|mer än|åtminstone|lägst)\b|\+|>|≥")),
    (
        "ungefär",
        re.compile(
            r"\b(?:ca|cirka|c:a|ungefär|omkring|runt|kring|nästan|närmare|knappt|uppskattningsvis"
            r"|uppemot|omkr|typ|några)\b|tal(?:et)?\b|~|≈"
        ),
    ),
)  # fmt: skip
_FOUR_DIGITS = re.compile(r"((?:[01]\d|2[0-3])[0-5]\d)(?: ?[-–] ?((?:[01]\d|2[0-3])[0-5]\d))?")
_AROUND_CLOCKS = re.compile(
    r"\b(?:kl|klockan|ca|c:a|cirka|omkring|runt|vid|till|från|och|mellan|ungefär|start|slut|tim|h"
    r"|fr|o|m|t)\b"
)
_YES_NO = (
    ("ja", ("ja", "j", "jo", "japp", "x", "yes", "y", "true", "sant", "1", "on", "jа", "✓", "✔")),
    ("nej", ("nej", "n", "nä", "no", "false", "falskt", "0", "off", "inte")),
)
_FRACTIONS = {"½": "0,5", "¼": "0,25", "¾": "0,75"}
_COUNTRIES = {
    "dk": "da", "cz": "cs", "gr": "el", "jp": "ja", "ua": "uk", "gb": "en", "us": "en", "eng": "en",
    "swe": "sv", "fin": "fi", "sve": "sv", "ir": "fa", "cn": "zh", "ee": "et",
    "sverige": "sv", "finland": "fi", "danmark": "da", "norge": "no", "dari": "prs",
}  # fmt: skip
_COLOURS = {
    "röd": "#8b0000", "rött": "#8b0000", "blå": "#003a70", "blått": "#003a70", "grön": "#14532d",
    "grönt": "#14532d", "lila": "#4b0082", "svart": "#1a1a1a", "grå": "#404040", "brun": "#5c3317",
    "turkos": "#0a5c63", "orange": "#7a3300", "rosa": "#8a0f4f", "red": "#8b0000",
    "blue": "#003a70", "green": "#14532d", "black": "#1a1a1a",
}  # fmt: skip
_TIME_WORDS = ("timme", "timmar", "dygn", "dagar", "vecka", "veckor", "arbetsdag", "arbetsdagar")
_LIMITS = {
    "ett halvt dygn": "12 timmar",
    "en halv dag": "12 timmar",
    "ett och ett halvt dygn": "36 timmar",
    "nästa dag": "1 dygn",
    "dagen efter": "1 dygn",
    "nästa arbetsdag": "1 arbetsdag",
    "nästkommande arbetsdag": "1 arbetsdag",
    "första arbetsdagen": "1 arbetsdag",
    "nästa vardag": "1 arbetsdag",
    "fjorton dagar": "14 dagar",
    "tjugofyra timmar": "24 timmar",
    "ett par dagar": "2 dagar",
}
