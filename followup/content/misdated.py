"""What was probably meant by words that are no date: one function for each way to write them."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from followup.content.day_words import MONTHS, Answer, month_number, read, read_range
from followup.content.fields import said
from followup.model import Span
from followup.suggest import closest

LIKE = "Skriv till exempel:  2018-03-14"
_LONGEST = 60  # what is longer is no date in any words, and takes the patterns below a long time


def answer(written: str, beside: frozenset[str]) -> Answer:
    """What is wrong with words that are no date. `beside` are the fields that may stand there."""
    if len(written) > _LONGEST:
        return Answer(f"{said(written)} är inte ett datum", LIKE)
    plain = " ".join(written.casefold().replace("\u2011", "-").replace("\u2212", "-").split())
    if span := _range(plain) or days(plain):
        return Answer(f"{said(written)} är flera dagar", from_and_to(span, beside))
    if _WEEK.fullmatch(plain):
        return Answer(f"{said(written)} är en vecka utan år", _like_a_week(beside))
    if day := _one_of_several(plain):
        return _separate_days(written, day, beside)
    if found := _with_clock(plain, beside):
        return Answer(f"{said(written)} är både dag och klockslag", found)
    for explain in _EXPLAIN:
        if told := explain(plain):
            return Answer(f"{said(written)} {told.message}", told.hint)
    for propose in _PROPOSE:
        if iso := propose(plain):
            return Answer(f"{said(written)} är inte ett datum", f"Menade du  {iso} ?")
    return Answer(f"{said(written)} är inte ett datum", LIKE)


def days(written: str) -> Span | None:
    """The days of a week or a quarter of a year."""
    plain = " ".join(written.casefold().split())
    return _week(plain) or _quarter(plain)


def from_and_to(span: Span, beside: frozenset[str]) -> str:
    """How some days are written: with from and to where there are such fields."""
    is_months = span.first.day == 1 and (span.last + timedelta(days=1)).day == 1
    first, last = (f"{end:%Y-%m}" if is_months else f"{end}" for end in (span.first, span.last))
    if {"från", "till"} <= beside:
        return f"Skriv  från: {first}  och  till: {last}  på var sin rad."
    return f"Skriv en enda dag, till exempel:  {last}"


def _range(plain: str) -> Span | None:
    span = read_range(plain)
    return span if isinstance(span, Span) else None


def _one_of_several(plain: str) -> str | None:
    """The last day of `12 och 14 mars 2018`, and of several whole dates."""
    if not re.search(r"\d(?:,| och| &) ?\d", plain):
        return None
    span = read(re.split(r",| och | & ", plain)[-1].strip())
    return span.written if isinstance(span, Span) and span.days == 1 else None


def _separate_days(written: str, day: str, beside: frozenset[str]) -> Answer:
    each = "  Gör en insats för varje dag." if "någon_gång" in beside else ""
    return Answer(
        f"{said(written)} är flera dagar", f"Skriv en enda dag, till exempel:  {day}{each}"
    )


def _like_a_week(beside: frozenset[str]) -> str:
    if {"från", "till"} <= beside:
        return (
            "Skriv veckans första och sista dag, till exempel:  från: 2018-03-19  och  "
            "till: 2018-03-25  på var sin rad."
        )
    return "Skriv en enda dag, till exempel:  2018-03-19"


def _quarter(plain: str) -> Span | None:
    """`Q1 2018`, `kvartal 1 2018`, `första kvartalet 2018`."""
    match = _QUARTER_OF_YEAR.fullmatch(plain)
    if not match:
        return None
    ordinals = ("första", "andra", "tredje", "fjärde")
    number = int(match["n"]) if match["n"] else ordinals.index(match["word"]) + 1
    span = read_range(f"{match['year']}-{number * 3 - 2:02} till {match['year']}-{number * 3:02}")
    return span if isinstance(span, Span) else None


def _week(plain: str) -> Span | None:
    """From Monday to Sunday."""
    match = _WEEK_OF_YEAR.fullmatch(plain) or _YEAR_AND_WEEK.fullmatch(plain)
    if not match:
        return None
    if not isinstance(read(match["year"]), Span):  # no such year here
        return None
    try:
        monday = date.fromisocalendar(int(match["year"]), int(match["week"]), 1)
    except ValueError:
        return None
    return Span(monday, monday + timedelta(days=6))


def _with_clock(plain: str, beside: frozenset[str]) -> str | None:
    """The day and its time, each in its own field."""
    match = _CLOCK.search(plain)
    when = _iso(plain[: match.start()]) if match else None
    if not match or not when:
        return None
    start = (match[1] or match["hour"]).replace(":", ".")
    time = f"  Klockslaget ska stå i fältet tid:  {start}" if "tid" in beside else ""
    return f"Skriv bara dagen här:  {when}{time}"


def _no_year(plain: str) -> Answer | None:
    """`14 mars`, `14/3`, `mars`: the year is not said, and never guessed."""
    text = re.sub(rf"(?<=\d)(?::?[ea])\b|^(?:{_WEEKDAY})?(?:den |i )?|\.$", "", plain)
    match = _DAY_AND_MONTH.fullmatch(text)
    if not match:
        return None
    month = month_number(match["name"]) if match["name"] else int(match["month"])
    if month is None or not 1 <= month <= 12:
        return None
    number = match["day"] or match["date"]
    example = f"{number} {MONTHS[month - 1]} 2018" if number else f"{MONTHS[month - 1]} 2018"
    if not isinstance(read(example), Span):
        return None
    return Answer("säger inte vilket år", f"Skriv året också, till exempel:  {example}")


def _season(plain: str) -> Answer | None:
    match = _SEASON.fullmatch(plain)
    if not match:
        return None
    year = f"20{match[1] or 18}"
    hint = (
        f"Skriv månaden om den är känd, till exempel:  {year}-04  Skriv annars bara året:  {year}"
    )
    return Answer("börjar och slutar inte en viss dag", hint)


def _relative(plain: str) -> Answer | None:
    if not _RELATIVE.match(plain):
        return None
    return Answer("betyder olika dagar, beroende på när det läses", LIKE)


def _letter(plain: str) -> Answer | None:
    """`2018-O9-28`: letters that look like digits."""
    found = _LIKE_DIGITS.search(plain)
    meant = _iso(plain.translate(_DIGITS)) if found else None
    if not found or not meant:
        return None
    letter = found[0] if found[0] == "l" else found[0].upper()
    return Answer(f"har bokstaven {letter} där en siffra ska stå", f"Menade du  {meant} ?")


def _long_year(plain: str) -> Answer | None:
    if not re.search(r"(?<!\d)\d{5}[-/.]\d|[-/. ]\d{5}$", plain):
        return None
    return Answer("har för många siffror i årtalet", LIKE)


def _about(plain: str) -> Answer | None:
    """`ca 14 mars 2018`: what is not exact is written as a month or a year."""
    match = re.match(
        r"(?:ca\.?|cirka|c:a|omkring|runt|ungefär|början av|mitten av|slutet av) ", plain
    )
    span = read(plain[match.end() :]) if match else None
    if not isinstance(span, Span):
        return None
    month = f"{span.first:%Y-%m}" if span.days <= 31 else f"{span.first:%Y}"
    return Answer("säger inte vilken dag", f"Skriv så mycket som är säkert, till exempel:  {month}")


def _short_year(plain: str) -> str | None:
    """`18-03-14`, `180314`, `14/3/18`, `14 mars -18`: this century."""
    first = re.fullmatch(r"(\d\d)[-/.–]?(\d\d)[-/.–]?(\d\d)", plain)
    if first and (whole := _iso(f"20{'-'.join(first.groups())}")):
        return whole
    last = re.fullmatch(r"(.*\D)[-’']?(\d\d)", plain)
    return _iso(f"{last[1].rstrip(' -/.’')} 20{last[2]}") if last else None


def _other_order(plain: str) -> str | None:
    """`March 14, 2018`, `2018 mars 14`, `mars 14 2018`, `14 mars, 2018`, `14 i mars 2018`."""
    words = re.sub(
        r"(?<=\d)(?:st|nd|rd|th|:?[ea])\b|[,.-]|\b(?:of|i|den|the)\b", " ", plain
    ).split()
    words = [_ENGLISH.get(word, word) for word in words]
    year = [word for word in words if re.fullmatch(r"\d{4}", word)]
    number = [word for word in words if re.fullmatch(r"\d{1,2}", word)]
    name = [word for word in words if month_number(word)]
    if len(words) != len(year) + len(number) + len(name):
        return None
    return _iso(" ".join((*number, *name, *year)))


def _misspelt_month(plain: str) -> str | None:
    """`14 febuari 2018`."""
    match = re.fullmatch(r"(.*?)([a-zåäö]{3,})(\.? \d{4})", plain)
    near = closest(match[2], MONTHS) if match else None
    if not match or not near or not _iso(f"{match[1]}{near}{match[3]}"):
        return None
    return f"{match[1]}{near}{match[3]}"


def _month_in_digits(plain: str) -> str | None:
    """`2018-3`, `3/2018`, `2018–03`, `2018 03`."""
    if match := re.fullmatch(r"(\d{4}) ?[-/.– ] ?(\d{1,2})", plain):
        year, month = match.groups()
    elif match := re.fullmatch(r"(\d{1,2}) ?[-/.– ] ?(\d{4})", plain):
        month, year = match.groups()
    elif match := re.fullmatch(r"(\d{4})(\d\d)", plain):
        year, month = match.groups()
    else:
        return None
    return _iso(f"{year}-{int(month):02}")


def _more_words(plain: str) -> str | None:
    """`hela 2018`, `i mars 2018`, `kvällen den 14 mars 2018`, `2018-03-14 (onsdag)`."""
    match = _DATE_IN_TEXT.fullmatch(plain)
    return _iso(match[1]) if match else None


def _serial(plain: str) -> str | None:
    """The number of days since 1900, which is how a spreadsheet keeps a date."""
    if not re.fullmatch(r"[345]\d{4}", plain):
        return None
    return (date(1899, 12, 30) + timedelta(days=int(plain))).isoformat()


def _iso(written: str) -> str | None:
    span = read(written.strip(" ,"))
    return span.written if isinstance(span, Span) else None


_DIGITS = str.maketrans("oilbsz", "011852")
_LIKE_DIGITS = re.compile(r"(?<=[\d/.-])[oilbsz](?=[\d/.-]|$)|^[oilbsz](?=[\doilbsz]+[-/.]\d)")
_WEEKDAY = r"(?:mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en)?)?,? "
_EXPLAIN: tuple[Callable[[str], Answer | None], ...] = (
    _letter,
    _no_year,
    _season,
    _relative,
    _long_year,
    _about,
)
_PROPOSE: tuple[Callable[[str], str | None], ...] = (
    _month_in_digits,
    _short_year,
    _other_order,
    _misspelt_month,
    _more_words,
    _serial,
)
_ENGLISH = {
    "january": "januari",
    "february": "februari",
    "march": "mars",
    "may": "maj",
    "june": "juni",
    "july": "juli",
    "august": "augusti",
    "october": "oktober",
    "oct": "oktober",
}
_WEEK_OF_YEAR = re.compile(
    r"(?:v\.? ?|vecka(?: nr)? )(?P<week>\d{1,2})(?:,? |[-/])(?P<year>\d{4})", re.ASCII
)
_YEAR_AND_WEEK = re.compile(
    r"(?P<year>\d{4})(?:,? |-)?(?:w|v\.? ?|vecka )(?P<week>\d{1,2})", re.ASCII
)
_CLOCK = re.compile(
    r"(?:,? (?:kl\.? ?|klockan )|,? |t)"
    r"(\d{1,2}[.:]\d\d(?: ?[–-] ?\d{1,2}[.:]\d\d)?|\d{1,2} ?[–-] ?\d{1,2})(?:[.:]\d\d)?$"
    r"|,? (?:kl\.? ?|klockan )(?P<hour>\d{1,2})$"
)
_DAY_AND_MONTH = re.compile(
    r"(?P<day>\d{1,2}) ?/ ?(?P<month>\d{1,2})|(?:(?P<date>\d{1,2}) ?)?(?P<name>[a-zåäö]+)"
)
_SEASON = re.compile(
    r"(?:i |på |under |till )?(?:vår(?:en|as)?|somm(?:ar|aren|ras)|höst(?:en|as)?"
    r"|vint(?:er|ern|ras)|sommarhalvåret|vinterhalvåret|vårterminen|höstterminen|vt|ht|jul(?:en)?|påsk(?:en)?)"
    r"(?: -?(?:20)?(\d{2}))?"
)
_RELATIVE = re.compile(
    r"(?:i ?dag|i ?går|i ?förrgår|i ?morgon|i ?år|nu|nyss|nyligen|snart|förra |nästa |i ?natt"
    r"|i ?kväll|löpande|kontinuerligt|(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en|s|ar)?$)"
)
_DATE_IN_TEXT = re.compile(
    r"(?:hela |år |året |under |i |på kvällen |kvällen |klart |senast |omkring |natten till )*"
    r"(?:den )?(.*?\d{4}(?:-\d\d?){0,2})(?: \([a-zåäö]+\)| på kvällen|,? kväll)?"
)
_WEEK = re.compile(r"v(?:\.|ecka(?:n| nr)?)? ?\d{1,2}(?: ?[–-] ?\d{1,2})?")
_QUARTER_OF_YEAR = re.compile(
    r"(?:(?:q|kv\.? ?|kvartal )(?P<n>[1-4])|(?P<word>första|andra|tredje|fjärde) kvartalet),? "
    r"(?P<year>\d{4})"
)
