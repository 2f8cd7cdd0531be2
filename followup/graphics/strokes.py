"""Lines on a picture: cut at its edges, and with no more corners than can be seen."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

Spot = tuple[float, float]
Stroke = tuple[Spot, ...]


@dataclass(frozen=True)
class Window:
    """A part of the picture; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, spot: Spot) -> bool:
        return self.left <= spot[0] <= self.right and self.top <= spot[1] <= self.bottom


def cut_line(line: Sequence[Spot], window: Window) -> Iterator[Stroke]:
    """The parts of a line that are seen in a window (Liang and Barsky), in its own order."""
    part: list[Spot] = []
    for start, end in pairwise(line):
        seen = _seen(start, end, window)
        if seen is None:
            continue
        if not part or part[-1] != seen[0]:
            if part:
                yield tuple(part)
            part = [seen[0]]
        part.append(seen[1])
    if part:
        yield tuple(part)


def _seen(start: Spot, end: Spot, window: Window) -> tuple[Spot, Spot] | None:
    """What is seen of one straight stretch. An end that is inside is kept as it is."""
    first, last = 0.0, 1.0
    x, y = end[0] - start[0], end[1] - start[1]
    for step, room in (
        (-x, start[0] - window.left),
        (x, window.right - start[0]),
        (-y, start[1] - window.top),
        (y, window.bottom - start[1]),
    ):
        if step == 0:
            if room < 0:
                return None
        elif step < 0:
            first = max(first, room / step)
        else:
            last = min(last, room / step)
    if first > last:
        return None
    begin = start if first == 0 else (start[0] + first * x, start[1] + first * y)
    stop = end if last == 1 else (start[0] + last * x, start[1] + last * y)
    return begin, stop


def cut_ring(ring: Sequence[Spot], window: Window) -> Stroke:
    """The part of an area that is seen in a window (Sutherland and Hodgman); nothing outside.

    Where the area goes on beyond the window its ring follows the edge.
    """
    kept = tuple(ring)
    for axis, edge, is_least in (
        (0, window.left, True),
        (0, window.right, False),
        (1, window.top, True),
        (1, window.bottom, False),
    ):
        kept = tuple(_within(kept, axis, edge, is_least))
    return kept


def _within(ring: Stroke, axis: int, edge: float, is_least: bool) -> Iterator[Spot]:
    """The ring on the inner side of one edge."""

    def is_inside(spot: Spot) -> bool:
        return spot[axis] >= edge if is_least else spot[axis] <= edge

    for before, spot in zip((*ring[-1:], *ring[:-1]), ring, strict=True):
        if is_inside(before) != is_inside(spot):
            part = (edge - before[axis]) / (spot[axis] - before[axis])
            yield (
                before[0] + part * (spot[0] - before[0]),
                before[1] + part * (spot[1] - before[1]),
            )
        if is_inside(spot):
            yield spot


def joined(lines: Iterable[Stroke]) -> Iterator[Stroke]:
    """The lines, each as long as it goes: where one ends and another goes on they are one.

    Where several meet two of them are joined, and the others begin or end there.
    """
    by_end: dict[Spot, deque[Spot]] = {}
    for line in lines:
        whole = deque(line)
        while whole[0] != whole[-1]:
            other = by_end.get(whole[0]) or by_end.get(whole[-1])
            if not other:
                by_end[whole[0]] = by_end[whole[-1]] = whole
                break
            del by_end[other[0]], by_end[other[-1]]
            whole = _linked(whole, other)
        else:
            yield tuple(whole)
    yield from (tuple(line) for end, line in by_end.items() if end == line[0])


def _linked(one: deque[Spot], other: deque[Spot]) -> deque[Spot]:
    """Two lines that have an end in common as one: the shorter is added to the longer."""
    shorter, longer = sorted((one, other), key=len)
    is_after = longer[-1] in (shorter[0], shorter[-1])
    end = longer[-1] if is_after else longer[0]
    rest = [*shorter] if shorter[0] == end else [*reversed(shorter)]
    (longer.extend if is_after else longer.extendleft)(rest[1:])
    return longer


def simplify(line: Sequence[Spot], tolerance: float) -> Stroke:
    """The line with fewer corners, none of them further from it than `tolerance`.

    (Douglas and Peucker.) The ends are kept, and those of each piece of a long line: what takes a
    moment for a piece would take hours for a whole map file that turns at every corner. Not by
    recursion: a line can have any number of corners.
    """
    kept = {*range(0, len(line), _PIECE), len(line) - 1}
    waiting = [*pairwise(sorted(kept))]
    while waiting:
        first, last = waiting.pop()
        if last - first < 2:
            continue
        away = _distance_from(line[first], line[last])
        far, at = max((away(line[n]), n) for n in range(first + 1, last))
        if far > tolerance:
            kept.add(at)
            waiting += [(first, at), (at, last)]
    return tuple(line[n] for n in sorted(kept))


_PIECE = 100


def rough(line: Stroke, tolerance: float, most: int) -> Stroke:
    """A line of `most` corners at most (of two or more): a scribble stays near where it is.

    Rougher and rougher, from `tolerance`.
    """
    while len(line) > most:
        line = simplify(line, tolerance)
        tolerance *= 1.4
    return line


def extent(line: Sequence[Spot]) -> float:
    """The greater of its width and its height."""
    east, down = [x for x, _ in line], [y for _, y in line]
    return max(max(east) - min(east), max(down) - min(down))


def thinned(line: Iterable[Spot], distance: float) -> Stroke:
    """The line without corners that lie nearer than `distance` to the one before; ends are kept."""
    left: list[Spot] = []
    last: Spot | None = None
    for last in line:
        if not left or hypot(last[0] - left[-1][0], last[1] - left[-1][1]) >= distance:
            left.append(last)
    if last is not None and left[-1] != last:
        left.append(last)
    return tuple(left)


def _distance_from(start: Spot, end: Spot) -> Callable[[Spot], float]:
    """How far a spot lies from a straight stretch."""
    x, y = end[0] - start[0], end[1] - start[1]
    square = x * x + y * y

    def distance(spot: Spot) -> float:
        along = (spot[0] - start[0]) * x + (spot[1] - start[1]) * y
        part = min(1.0, max(0.0, along / square)) if square else 0.0
        return hypot(spot[0] - start[0] - part * x, spot[1] - start[1] - part * y)

    return distance
