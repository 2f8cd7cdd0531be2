"""A warning where the promise's own words say something else than the target beside them."""

from collections.abc import Iterator

from followup import links
from followup.model import Measure, Promise, Target, TargetKind, TimeLimit
from followup.rules import promised
from followup.rules.promised import Said, SaidDay, SaidNumber, SaidOften
from followup.rules.rule import Finding, rule
from followup.rules.subject import Subject
from followup.swedish import quote


@rule("ordalydelse", "varning")
def words_and_targets_agree(subject: Subject) -> Iterator[Finding]:
    """Målet ska säga samma sak som löftets ord: hur många, hur ofta, hur snart eller till när.

    Fel: mål: {typ: antal, minst: 8} när löftet säger ”minst tio”
    Rätt: mål: {typ: antal, minst: 10}
    """
    for promise in subject.site.promises:
        for measure in promise.measures:
            yield from _soon(measure)
            yield from _deadline(measure, promise)
            yield from _often(measure, promise)
            yield from _number(measure, promise)


RULES = (words_and_targets_agree,)

_A_YEAR = 366
_HOURS = {"timmar": 1, "dygn": 24, "veckor": 168}


def _soon(measure: Measure) -> Iterator[Finding]:
    found = tuple(promised.soon(measure.body.text))
    limits = [target.within for target in measure.targets if target.within]
    if len(found) != 1 or _length(found[0].limit) in map(_length, limits):
        return
    promise = f"{found[0].limit.amount} {found[0].limit.unit}"
    if limits:
        held = f"{limits[0].amount} {limits[0].unit}"
        yield _finding(measure, found[0], f"säger {held}", f"inom: {promise}")
    elif _are_all(measure, "löpande"):
        yield _of_kind(measure, found[0], "svarstid", f"inom: {promise}")


def _length(limit: TimeLimit) -> tuple[str, int]:
    """How long a time is, the same for a day and for 24 hours."""
    hours = _HOURS.get(limit.unit)
    return ("timmar", limit.amount * hours) if hours else (limit.unit, limit.amount)


def _deadline(measure: Measure, promise: Promise) -> Iterator[Finding]:
    found = tuple(promised.deadlines(measure.body.text))
    deadlines = [target.deadline for target in measure.targets if target.deadline]
    if len(found) != 1 or any(
        (day.day, day.month) == (found[0].day, found[0].month) and found[0].year in (None, day.year)
        for day in deadlines
    ):
        return
    field = f"senast: {_written(found[0], promise)}"
    if deadlines:
        yield _finding(measure, found[0], f"säger {deadlines[0].isoformat()}", field)
    elif _are_all(measure, "engångs"):
        yield _finding(measure, found[0], "har ingen sista dag", field)


def _written(day: SaidDay, promise: Promise) -> str:
    return f"{day.year or promise.span.first.year}-{day.month:02}-{day.day:02}"


def _often(measure: Measure, promise: Promise) -> Iterator[Finding]:
    found = _frequencies(measure, promise)
    frequencies = [target for target in measure.targets if target.kind == "frekvens"]
    if len(found) != 1:
        return
    if frequencies:
        if not any(_is_as_often(found[0], target) for target in frequencies):
            yield _finding(measure, found[0], _said_often(frequencies[0]), _field_often(found[0]))
    elif _promises_times(measure, found[0]):
        yield _of_kind(measure, found[0], "frekvens", _field_often(found[0]))


def _frequencies(measure: Measure, promise: Promise) -> tuple[SaidOften, ...]:
    """What is said of how often; of a promise for one year, so many a year is so many in all."""
    is_per_interval = _has(measure, "frekvens") or promise.span.days > _A_YEAR
    found = promised.often(measure.body.text)
    return tuple(one for one in found if is_per_interval or one.every != "år")


def _is_as_often(said: SaidOften, target: Target) -> bool:
    if said.is_every_other:
        return target.every != said.every
    return target.every == said.every and said.number in (None, target.number)


def _promises_times(measure: Measure, said: SaidOften) -> bool:
    """True when ”varje vecka” is what a measure without a frequency promises.

    ”Every day” and ”every year” are said of much that is not counted.
    """
    if said.number is None:
        is_plain = said.every in ("dygn", "år") and not said.words.casefold().endswith("dygn")
        return _are_all(measure, "löpande") and not (is_plain or said.is_every_other)
    text = measure.body.text
    rest = promised.all_numbers(text[: said.offset]) | promised.all_numbers(text[said.end :])
    numbers = {target.number for target in measure.targets if target.number is not None}
    return _are_all(measure, "löpande", "antal") and numbers.isdisjoint(rest)


def _number(measure: Measure, promise: Promise) -> Iterator[Finding]:
    text = measure.body.text
    units = tuple(target.unit for target in measure.targets)
    taken = (*promised.soon(text), *_frequencies(measure, promise))
    found = [n for n in promised.numbers(text, units) if not any(_meet(n, one) for one in taken)]
    if len(found) != 1:
        return
    numbers = [target.number for target in measure.targets if target.number is not None]
    if not numbers:
        if _are_all(measure, "löpande", "antal"):
            yield _of_kind(measure, found[0], "antal", _field(found[0]))
    elif {*numbers, sum(numbers)}.isdisjoint(promised.all_numbers(text)) or _is_opposite(
        found[0], measure
    ):
        yield _finding(measure, found[0], _said_number(measure), _field(found[0]))


def _meet(one: Said, other: Said) -> bool:
    return one.offset < other.end and other.offset < one.end


def _is_opposite(said: SaidNumber, measure: Measure) -> bool:
    """True when a floor is promised and a ceiling is the target, or the other way round."""
    same = [target for target in measure.targets if target.number == said.number]
    if not same or said.bound is None:
        return False
    return all((target.at_most is not None) == (said.bound == "minst") for target in same)


def _said_number(measure: Measure) -> str:
    target = next(target for target in measure.targets if target.number is not None)
    if target.at_most is not None:
        return f"säger högst {target.number}"
    return f"säger {'minst ' if target.at_least is not None else ''}{target.number}"


def _said_often(target: Target) -> str:
    return f"säger {target.number} varje {target.every}"


def _field(said: SaidNumber) -> str:
    return f"{said.bound or 'antal'}: {said.number}"


def _field_often(said: SaidOften) -> str:
    """No target of ours says every other week."""
    if said.is_every_other:
        return "typ: löpande"
    return f"antal: {said.number or 1}  och  varje: {said.every}"


def _has(measure: Measure, kind: TargetKind) -> bool:
    return any(target.kind == kind for target in measure.targets)


def _are_all(measure: Measure, *kinds: TargetKind) -> bool:
    return all(target.kind in kinds for target in measure.targets)


def _of_kind(measure: Measure, said: Said, kind: TargetKind, field: str) -> Finding:
    held = f"är av typen {measure.targets[0].kind}"
    if measure.targets[0].kind == kind:
        held = "har inget tal"
    return _finding(measure, said, held, f"typ: {kind}  och  {field}")


def _finding(measure: Measure, said: Said, held: str, field: str) -> Finding:
    words = " ".join(said.words.split())
    return Finding(
        links.spot(measure.body, said.offset, len(said.words.partition("\n")[0])),
        f"löftet säger {quote(words)}, men målet {held}",
        f"Kontrollera målet mot löftets ord. Skriv till exempel:  {field}",
    )
