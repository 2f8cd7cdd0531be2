"""One page for each action, and the lists of them all."""

from collections.abc import Iterator
from dataclasses import dataclass

from followup import links
from followup.links import Prose
from followup.model import Action, Moment
from followup.output import Page
from followup.pages import action_lists
from followup.pages.frame import CitationView, Frame, Link, Shell, When, page
from followup.pages.judged import Judged, judged, notes
from followup.pages.listed import measures_of
from followup.progress import PromiseResult
from followup.progress.counting import Belonging
from followup.swedish import capitalise, clock, day, sentence
from followup.wording import hours


@dataclass(frozen=True)
class JudgedMeasure:
    """Whether the action counts for one measure, and why not."""

    measure: Link
    says: str


@dataclass(frozen=True)
class PictureView:
    address: str
    alt: str
    credit: str | None
    width: int
    height: int


@dataclass(frozen=True)
class MomentView:
    """A day, and the time on it where that is known."""

    when: When
    clock: str | None


@dataclass(frozen=True)
class ActionView:
    shell: Shell
    title: str
    status: str
    reason: str | None
    when: When
    some_day: bool
    hours: str | None
    places: tuple[Link, ...]
    parties: str
    planned: str | None
    reported_at: MomentView | None
    done_at: MomentView | None
    units: int
    told_by: str | None
    judgements: tuple[JudgedMeasure, ...]
    body: Prose
    picture: PictureView | None
    citations: tuple[CitationView, ...]
    corrections: tuple[tuple[When, str], ...]
    newer: Link | None
    older: Link | None


def plan(frame: Frame) -> Iterator[Page]:
    """The list and the pages of every promise's actions."""
    belonging = Belonging.of(frame.site)
    for result in frame.progress.promises:
        said = judged(result, frame.words)
        yield from action_lists.plan(frame, result, belonging, notes(result, said))
        happened = result.promise.actions
        for number, action in enumerate(happened):
            older = happened[number - 1] if number else None
            newer = happened[number + 1] if number + 1 < len(happened) else None
            address = links.action(result.promise.id, action.id)
            yield page(address, "action", _view(frame, result, action, said, older, newer))


def _view(
    frame: Frame,
    result: PromiseResult,
    action: Action,
    said: Judged,
    older: Action | None,
    newer: Action | None,
) -> ActionView:
    promise = result.promise
    item = frame.action_item(result, action)
    told_by = frame.words.party_names([action.told_by]) if action.told_by else None
    where = f" Plats: {item.places}." if item.places else ""
    return ActionView(
        shell=frame.shell(
            links.action(promise.id, action.id),
            f"{item.title}, {item.when.text}",
            f"{item.title}, {item.when.text}.{where} En insats för {promise.title}.",
            (
                ("Så går det", "/"),
                (promise.title, links.promise(promise.id)),
                ("Insatser", links.actions(promise.id)),
            ),
        ),
        title=item.title,
        status=_status(frame, action),
        reason=action.reason,
        when=item.when,
        some_day=action.some_day,
        hours=hours(action),
        places=tuple(_places(frame, action)),
        parties=capitalise(frame.words.party_names(action.parties)),
        planned=_planned(action),
        reported_at=_moment(frame, action.reported_at),
        done_at=_moment(frame, action.done_at),
        units=action.units,
        told_by=capitalise(told_by) if told_by else None,
        judgements=tuple(_judgements(frame, result, action, said)),
        body=frame.links.prose(action.body),
        picture=_picture(frame, action),
        citations=frame.citations(action.citations),
        corrections=tuple((frame.day(c.date), sentence(c.what)) for c in action.corrections),
        newer=_neighbour(frame, result, newer),
        older=_neighbour(frame, result, older),
    )


def _status(frame: Frame, action: Action) -> str:
    """The status; a planned event whose day has passed without a word is `obekräftad`."""
    is_past = action.span.last < frame.progress.today
    return "obekräftad" if action.status == "planerad" and is_past else action.status


def _places(frame: Frame, action: Action) -> Iterator[Link]:
    for id in action.places:
        if id in frame.words.places:
            yield Link(frame.words.places[id].name, frame.links.to(links.place(id)))


def _moment(frame: Frame, moment: Moment | None) -> MomentView | None:
    if moment is None:
        return None
    return MomentView(frame.day(moment.day), clock(moment.clock) if moment.clock else None)


def _planned(action: Action) -> str | None:
    match action.planned:
        case None:
            return None
        case bool(is_planned):
            return "Ja" if is_planned else "Nej"
        case planned:
            in_time = planned < action.span.first
            return f"{'Ja,' if in_time else 'Nej, först'} {day(planned)}"


def _judgements(
    frame: Frame, result: PromiseResult, action: Action, said: Judged
) -> Iterator[JudgedMeasure]:
    names = measures_of(action)
    for measure in result.measures:
        id, heading = measure.measure.id, measure.measure.heading
        if id in names:
            link = Link(heading, frame.links.to(links.measure(result.promise.id, id)))
            judgements = said.get((id, action.id), ())
            yield JudgedMeasure(link, " ".join(one.in_full for one in judgements))


def _picture(frame: Frame, action: Action) -> PictureView | None:
    if not action.picture:
        return None
    width, height = frame.pictures[action.picture.file]
    return PictureView(
        address=frame.links.to(frame.links.pictures[action.picture.file]),
        alt=action.picture.alt,
        credit=action.picture.credit,
        width=width,
        height=height,
    )


def _neighbour(frame: Frame, result: PromiseResult, action: Action | None) -> Link | None:
    if action is None:
        return None
    item = frame.action_item(result, action)
    return Link(f"{item.title}, {item.when.text}", item.address)
