"""The kinds of files that can be made: what is asked for, and what the file is called."""

from collections.abc import Callable

from followup.content.fields import said
from followup.content.schema import ACTION, MEASURE, OUTCOME, PLACE, PROMISE, REPORT, ROW
from followup.diagnostics import FollowupError
from followup.model import Promise
from followup.scaffold.draft import BODY, Ask, Draft, Kind
from followup.scaffold.trial import look
from followup.swedish import slug


def _slug_of(key: str) -> Callable[[Draft], str]:
    """Named by its heading. Raises FollowupError when there is no letter or digit in that."""

    def name(draft: Draft) -> str:
        written = draft.answers[key]
        slot = draft.kind.slot(key)
        if (made := slug(written, "")) or not slot:
            return made
        raise FollowupError(
            f"Det går inte att döpa en fil efter {said(written)}. Skriv ord eller siffror, till "
            f'exempel:  {key}="{slot.field.example}"'
        )

    return name


def _action_id(draft: Draft) -> str:
    """Its day, its measure and its place: `2018-03-14-narkotikainsatser-bro-centrum`."""
    action = next(a for a in _promise_with(draft).actions if a.source.path == draft.trial.path)
    when = action.day or action.start
    where = action.places[0] if action.places else ""
    return slug(f"{(when or action.span).written} {action.measures[0]} {where}")


def _report_id(draft: Draft) -> str:
    """Its last day and its party: `2018-07-31-polisen`."""
    report = next(r for r in _promise_with(draft).reports if r.source.path == draft.trial.path)
    return slug(f"{report.end.last.isoformat()} {report.told_by}")


def _promise_with(draft: Draft) -> Promise:
    """The draft's promise as it is with the new file."""
    site = look((*draft.files, draft.trial), draft.today)[0].site
    assert site
    return next(promise for promise in site.promises if promise.id == draft.promise.id)


def _is_planned_counted(draft: Draft) -> bool:
    return any(target.rule and target.rule.planned_ahead for target in draft.targets)


def _is_under_a_rule(draft: Draft) -> bool:
    return draft.has("antal") and any(target.rule for target in draft.targets)


def _is_counted(draft: Draft) -> bool:
    is_number = draft.answers.get("typ") in ("antal", "frekvens")
    return is_number and not draft.has("antal", "minst", "högst")


def _is_demonstration(draft: Draft) -> bool:
    return draft.site.has_examples


_EXAMPLE = Ask("exempel", _is_demonstration, default="ja")

_TARGETS = {
    "antal": "ett antal under hela tiden: ”minst åtta”",
    "frekvens": "ett antal varje vecka, månad eller år: ”tre per år”",
    "engångs": "en sak som ska bli gjord: ”ett avtal”",
    "svarstid": "inom en viss tid: ”inom 24 timmar”",
    "vid_behov": "när någon ber om det",
    "stående": "något som gäller hela tiden: ”fri resa för …”",
    "löpande": "arbete utan något antal",
}

KINDS: tuple[Kind, ...] = (
    Kind(
        "insats",
        "loften/{promise}/insatser/{id}.md",
        ACTION,
        (
            Ask("åtgärd"),
            Ask("datum", lambda draft: not draft.has("från", "till"), True),
            Ask("från", lambda draft: draft.has("till"), True),
            Ask("till", lambda draft: draft.has("från"), True),
            Ask("tid"),
            Ask("plats"),
            Ask("aktörer"),
            Ask("planerad_i_förväg", _is_planned_counted),
            _EXAMPLE,
        ),
        _action_id,
    ),
    Kind(
        "åtgärd",
        "loften/{promise}/atgarder/{id}.md",
        MEASURE,
        (
            Ask("rubrik"),
            Ask("typ", names=_TARGETS),
            Ask("minst", _is_counted),
            Ask("varje", lambda draft: draft.answers.get("typ") == "frekvens", True),
            Ask("inom", lambda draft: draft.answers.get("typ") == "svarstid", True),
            Ask(BODY),
            Ask("ansvariga"),
            Ask("platser"),
        ),
        _slug_of("rubrik"),
    ),
    Kind("plats", "platser/{id}.md", PLACE, (Ask("namn"), Ask("kommundel")), _slug_of("namn")),
    Kind(
        "löfte",
        "loften/{id}/lofte.md",
        PROMISE,
        (
            Ask("titel"),
            Ask("från"),
            Ask("till"),
            Ask("parter"),
            Ask("område"),
            Ask("föregående"),
        ),
        _slug_of("titel"),
    ),
    Kind(
        "redovisning",
        "loften/{promise}/redovisningar/{id}.md",
        REPORT,
        (
            Ask("uppgift_från"),
            Ask("från"),
            Ask("till"),
            Ask("publicerad"),
            Ask("åtgärd"),
            Ask("antal", lambda draft: draft.has("åtgärd")),
            Ask("räknat", _is_under_a_rule, True),
            Ask("enligt_löftet", _is_under_a_rule, True),
            _EXAMPLE,
        ),
        _report_id,
        ROW,
    ),
    Kind(
        "effekt",
        "loften/{promise}/effekter/{id}.md",
        OUTCOME,
        (
            Ask("rubrik"),
            Ask("mått"),
            Ask("enhet"),
            Ask("riktning"),
            Ask("åtgärd"),
            _EXAMPLE,
        ),
        _slug_of("rubrik"),
    ),
)
