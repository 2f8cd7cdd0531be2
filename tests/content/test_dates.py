"""Days and times as people write them, and what is said of those that do not exist."""

from datetime import date, time
from typing import Any

import pytest

from followup.content.dates import clocks, day, day_range, season, span, yes_or_day
from followup.content.document import Scalar, parse
from followup.content.fields import Context, Invalid, Parser
from followup.diagnostics import Diagnostic, Source
from followup.model import Span

PI_DAY = date(2018, 3, 14)
LIKE = "Skriv till exempel:  2018-03-14"
LIKE_RANGE = "Skriv till exempel:  2018-05-01 till 2018-08-31"
SUMMER = Span(date(2018, 5, 1), date(2018, 8, 31))


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2018-03-14", PI_DAY, PI_DAY),
        ("2018-3-14", PI_DAY, PI_DAY),
        ("14 mars 2018", PI_DAY, PI_DAY),
        ("den 14 Mars 2018", PI_DAY, PI_DAY),
        *(
            (written, PI_DAY, PI_DAY)
            for written in ("14/3/2018", "14.3.2018", "14/3 2018", "14-3-2018", "3/14/2018",
                            "2018/03/14", "2018.03.14", "20180314", "2018 03 14", "2018_03_14",
                            "2018–03–14", "2018\u201103\u201114", "2018\u221203\u221214",
                            "2018 - 03 - 14", "2018-03-14.", "”2018-03-14”", "14 mar 2018",
                            "14 mar. 2018", "14-mar-2018", "den 14:e mars 2018", "14 mars, 2018",
                            "onsdag 14 mars 2018", "ons 14 mars 2018", "onsdagen den 14 mars 2018",
                            "onsdag 2018-03-14", "2018-03-14 00:00:00", "2018-03-14T00:00")
        ),
        ("3.3.2018", date(2018, 3, 3), date(2018, 3, 3)),
        ("1 sept 2018", date(2018, 9, 1), date(2018, 9, 1)),
        ("2018-03", date(2018, 3, 1), date(2018, 3, 31)),
        ("mars 2018", date(2018, 3, 1), date(2018, 3, 31)),
        ("2018-01", date(2018, 1, 1), date(2018, 1, 31)),
        ("2018-02", date(2018, 2, 1), date(2018, 2, 28)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2018-12", date(2018, 12, 1), date(2018, 12, 31)),
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("2020-02-29", date(2020, 2, 29), date(2020, 2, 29)),
        ("1900", date(1900, 1, 1), date(1900, 12, 31)),
        ("2200-12-31", date(2200, 12, 31), date(2200, 12, 31)),
    ],
)  # fmt: skip
def test_date_is_as_exact_as_it_is_written(written: str, first: date, last: date) -> None:
    assert read(span, written) == Span(first, last)


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        *(
            (written, f"”{written}” är inte ett datum", LIKE)
            for written in ("kväll vid ån", "2018-03-1x", "14 mrs", "٢٠١٨-٠٣-١٤", "2018/2019")
        ),
        *(
            (written, f"”{written}” är inte ett datum", "Menade du  2018-03-14 ?")
            for written in ("18-03-14", "180314", "14/3/18", "14/3 -18", "14 mars -18", "14-mar-18",
                            "14 March 2018", "March 14, 2018", "14th of March 2018", "2018 mars 14",
                            "kvällen den 14 mars 2018", "2018-03-14 (onsdag)", "43173")
        ),
        *(
            (written, f"”{written}” är inte ett datum", "Menade du  2018-03 ?")
            for written in ("2018-3", "3/2018", "2018–03", "2018 03", "201803", "i mars 2018")
        ),
        *(
            (written, f"”{written}” är inte ett datum", "Menade du  2018 ?")
            for written in ("hela 2018", "under 2018", "år 2018")
        ),
        ("14 febuari 2018", "”14 febuari 2018” är inte ett datum", "Menade du  14 februari 2018 ?"),
        *(
            (written, f"”{written}” säger inte vilket år",
             "Skriv året också, till exempel:  14 mars 2018")
            for written in ("14 mars", "14/3", "den 14:e mars", "14 mar")
        ),
        ("mars", "”mars” säger inte vilket år", "Skriv året också, till exempel:  mars 2018"),
        *(
            (written, f"”{written}” kan vara både 3 april och 4 mars",
             "Skriv datumet med året först:  2018-04-03  eller  2018-03-04")
            for written in ("3/4/2018", "3.4.2018", "03/04 2018")
        ),
        ("torsdag 14 mars 2018", "14 mars 2018 är en onsdag, inte en torsdag",
         "Kontrollera dagen. Skriv till exempel:  2018-03-14  eller  2018-03-15"),
        *(
            (written, f"”{written}” betyder olika dagar, beroende på när det läses", LIKE)
            for written in ("idag", "i går", "onsdag", "förra veckan")
        ),
        *(
            (written, f"”{written}” börjar och slutar inte en viss dag",
             "Skriv månaden om den är känd, till exempel:  2018-04  Skriv annars bara året:  2018")
            for written in ("våren 2018", "i våras", "hösten -18")
        ),
        *(
            (written, f"”{written}” är flera dagar", "Skriv en enda dag, till exempel:  2018-03-16")
            for written in ("2018-03-14–16", "14–16 mars 2018", "2018-03-14 till 2018-03-16",
                            "2018-03-14 och 2018-03-16", "12, 14 och 16 mars 2018")
        ),
        ("v. 12", "”v. 12” är en vecka utan år", "Skriv en enda dag, till exempel:  2018-03-19"),
        ("2018-03-14 19:30", "”2018-03-14 19:30” är både dag och klockslag",
         "Skriv bara dagen här:  2018-03-14"),
        ("ca 14 mars 2018", "”ca 14 mars 2018” säger inte vilken dag",
         "Skriv så mycket som är säkert, till exempel:  2018-03"),
        ("20188-03-14", "”20188-03-14” har för många siffror i årtalet", LIKE),
        ("okänt", "”okänt” är inte ett datum", "Är det inte känt: ta bort fältet."),
        ("2018-02-30", "den 30 februari 2018 finns inte",
         "Februari 2018 har 28 dagar. Skriv till exempel:  2018-02-28"),
        ("2018-02-29", "den 29 februari 2018 finns inte",
         "Februari 2018 har 28 dagar. Skriv till exempel:  2018-02-28"),
        ("1900-02-29", "den 29 februari 1900 finns inte",
         "Februari 1900 har 28 dagar. Skriv till exempel:  1900-02-28"),
        ("31 april 2018", "den 31 april 2018 finns inte",
         "April 2018 har 30 dagar. Skriv till exempel:  2018-04-30"),
        ("2018-03-00", "den 0 mars 2018 finns inte",
         "Mars 2018 har 31 dagar. Skriv till exempel:  2018-03-31"),
        ("2018-14-03", "månad 14 finns inte",
         "Menade du  2018-03-14 ?  Skriv år, månad och dag i den ordningen."),
        ("2018-13-01", "månad 13 finns inte",
         "Menade du  2018-01-13 ?  Skriv år, månad och dag i den ordningen."),
        ("2018-13-45", "månad 13 finns inte",
         "Skriv år, månad och dag i den ordningen, till exempel:  2018-03-14"),
        ("2018-00", "månad 0 finns inte",
         "Skriv år, månad och dag i den ordningen, till exempel:  2018-03-14"),
        ("0018-03-14", "år 18 kan inte stämma", "Menade du  2018-03-14 ?  Kontrollera årtalet."),
        ("1899", "år 1899 kan inte stämma", "Kontrollera årtalet."),
        ("2201-01-01", "år 2201 kan inte stämma", "Kontrollera årtalet."),
        ("0000-01-01", "år 0 kan inte stämma", "Kontrollera årtalet."),
    ],
)  # fmt: skip
def test_date_that_does_not_exist_is_pointed_at(written: str, message: str, hint: str) -> None:
    assert faults(span, written) == (fault(7, len(written), message, hint),)


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        *(
            (written, "Skriv  från: 2018-03-14  och  till: 2018-03-16  på var sin rad.")
            for written in ("2018-03-14–16", "14–16 mars 2018", "2018-03-14 - 2018-03-16")
        ),
        *(
            (written, "Skriv  från: 2018-03-19  och  till: 2018-03-25  på var sin rad.")
            for written in ("v. 12 2018", "vecka 12 2018", "2018-W12", "2018 v. 12")
        ),
        ("januari–mars 2018", "Skriv  från: 2018-01  och  till: 2018-03  på var sin rad."),
        ("första kvartalet 2018", "Skriv  från: 2018-01  och  till: 2018-03  på var sin rad."),
        ("12 och 14 mars 2018",
         "Skriv en enda dag, till exempel:  2018-03-14  Gör en insats för varje dag."),
    ],
)  # fmt: skip
def test_several_days_have_fields_of_their_own(written: str, hint: str) -> None:
    beside = frozenset({"från", "till", "någon_gång"})
    with pytest.raises(Invalid) as caught:
        span(Scalar(written, Source("a.md", 1, 1)), Context({}, beside=beside))
    (found,) = caught.value.diagnostics
    assert (found.message, found.hint) == (f"”{written}” är flera dagar", hint)


def test_time_of_day_has_a_field_of_its_own() -> None:
    with pytest.raises(Invalid) as caught:
        node = Scalar("2018-03-14 kl. 17–21", Source("a.md", 1, 1))
        span(node, Context({}, beside=frozenset({"tid"})))
    assert caught.value.diagnostics[0].hint == (
        "Skriv bara dagen här:  2018-03-14  Klockslaget ska stå i fältet tid:  17–21"
    )


def test_day_names_its_day() -> None:
    assert read(day, "14 mars 2018") == PI_DAY


@pytest.mark.parametrize(
    ("written", "example"),
    [("2018", "2018-01-01"), ("2018-03", "2018-03-01"), ("maj 2018", "2018-05-01")],
)
def test_date_without_a_day_is_no_day(written: str, example: str) -> None:
    message = f"”{written}” säger inte vilken dag"
    hint = f"Skriv hela datumet, till exempel:  {example}"
    assert faults(day, written) == (fault(7, len(written), message, hint),)


@pytest.mark.parametrize(
    "written",
    ["2018-05-01 till 2018-08-31", "2018-05 till 2018-08", "2018-05–2018-08", "2018-05 – 2018-08",
     "2018-05 - 2018-08", "maj 2018 till augusti 2018", "2018-05-01 till 31 augusti 2018",
     "maj–augusti 2018", "1 maj–31 augusti 2018", "från 1 maj till 31 augusti 2018",
     "fr.o.m. 2018-05-01 t.o.m. 2018-08-31", "mellan 1 maj och 31 augusti 2018",
     "2018-05-01--2018-08-31"],
)  # fmt: skip
def test_range_is_from_the_first_day_to_the_last(written: str) -> None:
    assert read(day_range, written) == SUMMER


def test_one_date_is_a_range() -> None:
    assert read(day_range, "2018-03-14 till 2018-03-14") == Span(PI_DAY, PI_DAY)
    assert read(day_range, "2018-05") == Span(date(2018, 5, 1), date(2018, 5, 31))
    assert read(day_range, "2018–03–14") == Span(PI_DAY, PI_DAY)


@pytest.mark.parametrize("written", ["14–20 mars 2018", "2018-03-14–20", "14/3 2018–20/3 2018"])
def test_what_both_ends_share_may_stand_once(written: str) -> None:
    assert read(day_range, written) == Span(PI_DAY, date(2018, 3, 20))


def test_range_may_be_a_week_or_a_quarter() -> None:
    assert read(day_range, "vecka 12 2018") == Span(date(2018, 3, 19), date(2018, 3, 25))
    assert read(day_range, "Q2 2018") == Span(date(2018, 4, 1), date(2018, 6, 30))


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        ("2018-08 till 2018-05", "”2018-08 till 2018-05” slutar innan det börjar",
         "Skriv den första dagen först, till exempel:  2018-05-01 till 2018-08-31"),
        ("2018 till 2019 till 2020", "”2018 till 2019 till 2020” är inte ett datum", LIKE_RANGE),
        ("2018-05 till", "”2018-05 till” är inte ett datum", LIKE_RANGE),
        ("2018 till ån", "”ån” är inte ett datum", LIKE),
        ("2018 till 2018-02-30", "den 30 februari 2018 finns inte",
         "Februari 2018 har 28 dagar. Skriv till exempel:  2018-02-28"),
    ],
)  # fmt: skip
def test_range_that_is_none_is_pointed_at(written: str, message: str, hint: str) -> None:
    assert faults(day_range, written) == (fault(7, len(written), message, hint),)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2018-05 till 2018-08", (SUMMER,)),
        ("[2018-05 till 2018-08, 2019]", (SUMMER, Span(date(2019, 1, 1), date(2019, 12, 31)))),
        ("sommarhalvåret", "sommarhalvåret"),
        ("våren och hösten", "våren och hösten"),
    ],
)
def test_season_is_ranges_or_words(written: str, meant: object) -> None:
    assert read(season, written) == meant


def test_each_range_of_a_season_is_pointed_at() -> None:
    hint = "Skriv den första dagen först, till exempel:  2018-05-01 till 2018-08-31"
    assert faults(season, "[2019 till 2018, vid ån]") == (
        fault(8, 14, "”2019 till 2018” slutar innan det börjar", hint),
        fault(24, 6, "”vid ån” är inte ett datum", LIKE_RANGE),
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [("ja", True), ("Nej", False), ("2018-03-14", PI_DAY), ("1 mars 2018", date(2018, 3, 1))],
)
def test_yes_may_be_the_day(written: str, meant: object) -> None:
    assert read(yes_or_day, written) == meant


def test_what_is_neither_yes_nor_a_day_is_pointed_at() -> None:
    message = "”kanske” är varken ja, nej eller en dag"
    hint = "Skriv  ja  eller  nej  eller dagen:  2018-03-14"
    assert faults(yes_or_day, "kanske") == (fault(7, 6, message, hint, rule="värde"),)


@pytest.mark.parametrize("written", ["yes", "x", "1", "true"])
def test_other_signs_for_yes_are_asked_about(written: str) -> None:
    message = f"”{written}” är varken ja, nej eller en dag"
    expected = fault(7, len(written), message, "Menade du  ja ?", rule="värde")
    assert faults(yes_or_day, written) == (expected,)


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("19:30", time(19, 30), None),
        ("19.30", time(19, 30), None),
        ("9.05", time(9, 5), None),
        ("19", time(19), None),
        ("kl. 19.30", time(19, 30), None),
        ("Kl 19", time(19), None),
        ("17–21", time(17), time(21)),
        ("17-21", time(17), time(21)),
        ("17.30 – 21:15", time(17, 30), time(21, 15)),
        ("21–01", time(21), time(1)),
        ("00:00–23:59", time(0), time(23, 59)),
        ("22–02", time(22), time(2)),
        ("19–07", time(19), time(7)),
        ("08–21", time(8), time(21)),
        ("17–24", time(17), time(0)),
        ("0–24", time(0), time(0)),
        ("19,30", time(19, 30), None),
        ("klockan 19", time(19), None),
        ("19:30:00", time(19, 30), None),
        ("17.00.00–21.30.00", time(17), time(21, 30)),
        ("från 17 till 21", time(17), time(21)),
        ("kl. 17 – kl. 21", time(17), time(21)),
    ],
)
def test_time_is_read_as_people_write_it(written: str, start: time, end: time | None) -> None:
    assert read(clocks, written) == (start, end)


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        *(
            (written, f"”{written}” är inte ett klockslag",
             "Skriv till exempel:  19.30  eller  17–21")
            for written in ("19:5", "17–21–23", "kl 19-21 och 22-23")
        ),
        *(
            (written, f"”{written}” är inte ett klockslag",
             "Skriv till exempel:  19.30  eller  17–21  Är det inte känt: ta bort fältet.")
            for written in ("kväll", "hela dagen")
        ),
        *(
            (written, f"”{written}” är inte ett klockslag", f"Menade du  {meant} ?")
            for written, meant in (
                ("halv åtta", "7.30  eller  19.30"), ("kl. sju", "7.00  eller  19.00"),
                ("sju på kvällen", "19.00"), ("7.30 pm", "19.30"), ("12 am", "0.00"),
                ("1930", "19.30"), ("ca 19", "19"), ("19.30 - ca 21", "19.30–21"), ("19–", "19"),
                ("–21", "21"), ("mellan 17 och 21", "17–21"),
            )
        ),
        *(
            (written, f"klockan ”{written}” finns inte", "Skriv till exempel:  19.30")
            for written in ("19:60", "17–25", "25–17", "25:00")
        ),
        ("24:00", "klockan ”24:00” finns inte", "Skriv till exempel:  00.00"),
        ("19–16", "”19–16” slutar innan det börjar",
         "Menade du  16–19 ?  Över midnatt går det att skriva, till exempel:  22–02"),
        ("17–17", "”17–17” börjar och slutar samtidigt", "Är bara början känd: skriv  17"),
    ],
)  # fmt: skip
def test_time_that_does_not_exist_is_pointed_at(written: str, message: str, hint: str) -> None:
    assert faults(clocks, written) == (fault(7, len(written), message, hint, rule="värde"),)


@pytest.mark.parametrize("parser", [span, day, day_range, season, yes_or_day, clocks])
def test_group_of_fields_is_no_time(parser: Parser[Any]) -> None:
    hint = "Skriv ett enda värde på samma rad."
    assert faults(parser, "{a: b}") == (fault(7, 1, "här står flera fält", hint, rule="form"),)


def read(parser: Parser[Any], written: str) -> object:
    """What a parser makes of a value as it stands in a file."""
    (entry,) = parse("a.yaml", f"fält: {written}\n").front_matter.entries
    return parser(entry.value, Context({}))


def faults(parser: Parser[Any], written: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(Invalid) as caught:
        read(parser, written)
    return caught.value.diagnostics


def fault(column: int, length: int, message: str, hint: str, rule: str = "datum") -> Diagnostic:
    return Diagnostic(Source("a.yaml", 1, column, length), "fel", rule, message, hint)
