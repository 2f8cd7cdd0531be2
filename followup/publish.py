"""The finished site on disk: only what changed is written, and a killed build leaves a whole site.

Everything is first written to a hidden folder in the target, so that what can fail fails there.
What remains is renames and deletions, in an order where no link ever leads to nothing: see
`_put_in_place`. The one exception is a folder that takes the place of a file, or the reverse.
"""

import errno
import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from followup.diagnostics import FollowupError
from followup.manifest import HIDDEN, Manifest, Wanted, digest, dump, fold, folders_of, load, want
from followup.output import Finished, Rendered

FRONT_PAGE = "index.html"
MANIFEST = f"{HIDDEN}/manifest.json"
STAGING = f"{HIDDEN}/nytt"
LOCK_WAIT = 10.0  # seconds; a publish takes less
# Windows refuses to replace a file that a browser or virus scanner has open for a moment.
PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8) if os.name == "nt" else ()

_UNTOUCHED = "Webbplatsen är inte ändrad."
_HALFWAY = "En del av webbplatsen kan redan vara utbytt. Nästa bygge gör klart resten."
_FULL = "Disken är full: allt i {target} får inte plats."
_FORBIDDEN = (
    "{place} går inte att läsa eller skriva: du kan sakna behörighet, mappen kan vara "
    "skrivskyddad eller filen öppen i ett annat program."
)
_IN_THE_WAY = "Det finns redan något annat där mappen {place} ska ligga."
_REASONS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: _FORBIDDEN,
    errno.ENAMETOOLONG: "Namnet är för långt: {place}.",
    errno.ENOTDIR: _IN_THE_WAY,
    errno.EEXIST: _IN_THE_WAY,
}
_JUNCTION = 0xA0000003

# When a file is put in place.
_ASSET, _NEW_PAGE, _CHANGED_PAGE, _FRONT_PAGE = range(4)


@dataclass(frozen=True)
class Published:
    """What a publish did, by paths below the target.

    A folder that holds nothing of ours is one entry among the foreign, with a slash at its end.
    """

    written: tuple[str, ...]  # new or changed, in the order they were put in place
    unchanged: int
    removed: tuple[str, ...]  # pages that no longer exist
    foreign: tuple[str, ...]  # not made by us: never deleted, only reported
    restored: tuple[str, ...]  # ours, but changed or deleted by hand; a subset of written


@dataclass(frozen=True)
class _Standing:
    """The target as it is. A file is True, a link or other oddity False. Links are not followed."""

    files: Mapping[str, bool]
    folders: frozenset[str]


@dataclass(frozen=True)
class _Change:
    path: str
    data: bytes
    turn: int
    is_restored: bool


@dataclass(frozen=True)
class _Job:
    """All that has to happen for the target to become the wanted site."""

    target: Path
    wanted: Wanted
    standing: _Standing
    known: Manifest
    has_leftovers: bool
    changes: tuple[_Change, ...]

    @cached_property
    def changed(self) -> frozenset[str]:
        return frozenset(change.path for change in self.changes)

    @cached_property
    def obsolete(self) -> tuple[str, ...]:
        ours = self.known.paths.intersection(self.standing.files)
        return tuple(sorted(ours.difference(self.wanted.files)))

    @cached_property
    def foreign(self) -> tuple[str, ...]:
        right = self.wanted.files.keys() - self.changed
        return tuple(sorted(self.standing.files.keys() - self.known.paths - right))

    @cached_property
    def done(self) -> Manifest:
        """The manifest of the wanted site. What is unchanged is not hashed again."""
        unsure = self.known.pending | self.changed
        certain = self.known.files.keys() - unsure
        return Manifest(
            {
                path: self.known.files[path] if path in certain else digest(data)
                for path, data in self.wanted.files.items()
            },
            keys=self.wanted.keys,
        )

    @property
    def is_done(self) -> bool:
        is_right = not (self.changes or self.obsolete or self.has_leftovers)
        return is_right and self.known == self.done

    def manifests(self) -> dict[str, Manifest]:
        """What is true of the target after each step of `_put_in_place`."""
        touched = self.known.pending.union(self.changed, self.obsolete)
        return {
            "begun": Manifest(self.known.files, touched, self.known.keys),
            "linked": Manifest({**self.known.files, **self.done.files}, touched, self.done.keys),
            "placed": Manifest(self.done.files, touched, self.done.keys),
            "done": self.done,
        }

    def clashes(self) -> list[str]:
        return [path for path in self.foreign if self.is_in_the_way(path)]

    def is_in_the_way(self, path: str) -> bool:
        """Whether the wanted site needs the place where something unwanted stands."""
        name = path.rstrip("/")
        return any(self._is_claimed(place, name) for place in (name, *folders_of([name])))

    def _is_claimed(self, place: str, name: str) -> bool:
        claim = self.wanted.folded.get(fold(place))
        if claim is None:
            return False
        if claim == place:
            return place == name or place in self.wanted.files
        # Another case or Unicode form. If that is the same file here, it exists but is not listed.
        is_listed = claim in self.standing.files or claim in self.standing.folders
        return not is_listed and os.path.lexists(self.target / claim)

    def report(self) -> Published:
        return Published(
            written=tuple(change.path for change in self.changes),
            unchanged=len(self.wanted.files) - len(self.changes),
            removed=self.obsolete,
            foreign=self.foreign,
            restored=tuple(change.path for change in self.changes if change.is_restored),
        )


def publish(files: Sequence[Finished], target: Path) -> Published:
    """Make the target hold exactly these files, beside those in it that we did not make.

    Killed anywhere, every file is whole, every link on a page that the front page leads to
    resolves, and the next publish completes. When all is right already, nothing is touched.

    Raises FollowupError when the world is in the way: disk full or read-only, another build
    writing, a file that is not ours in the place of one of ours. Raises ValueError for paths that
    are no paths below a site, or that some file system cannot tell apart.
    """
    with _explained(target, _UNTOUCHED):
        known = load(target / MANIFEST)
        wanted = want([_finished(file, target, known) for file in files])
        job = _survey(wanted, target)
        if not job.is_done:
            if HIDDEN not in job.standing.folders:
                _refuse_clashes(job)  # before the lock leaves a trace in someone else's folder
            with _locked(target):
                job = _renewed(job)
                _refuse_clashes(job)
                _carry_out(job)
    return job.report()


def _finished(file: Finished, target: Path, known: Manifest) -> Rendered:
    """The file as it lies there when it is made of the same as then; else made now."""
    if isinstance(file, Rendered):
        return file
    lying = _read(target / file.path) if known.is_made_of(file.path, file.key) else None
    is_whole = lying is not None and digest(lying) == known.files[file.path]
    return Rendered(file.path, lying if lying and is_whole else file.data, file.key)


def _survey(wanted: Wanted, target: Path) -> _Job:
    """Compare the target with the wanted site, touching nothing."""
    known = load(target / MANIFEST)
    has_leftovers = (target / STAGING).exists()
    standing = _look(target, {fold(name) for name in wanted.folders | folders_of(known.paths)})
    judged = (_judge(path, data, target, standing, known) for path, data in wanted.files.items())
    changes = sorted(filter(None, judged), key=lambda change: (change.turn, change.path))
    return _Job(target, wanted, standing, known, has_leftovers, tuple(changes))


def _renewed(job: _Job) -> _Job:
    """The job, surveyed again if another build was at work before we had the lock.

    One that was, during the survey, either showed its staging folder or changed the manifest.
    """
    is_fresh = not job.has_leftovers and job.known == load(job.target / MANIFEST)
    return job if is_fresh else _survey(job.wanted, job.target)


def _look(target: Path, ours: AbstractSet[str]) -> _Standing:
    """List the target. Folders in which nothing can be ours are not opened."""
    files: dict[str, bool] = {}
    folders: set[str] = set()
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        for entry in _entries(f"{target}/{inside}"):
            path = inside + entry.name
            if not _is_folder(entry):
                files[path] = entry.is_file(follow_symlinks=False)
            elif fold(path) not in ours:
                files[f"{path}/"] = False
            else:
                folders.add(path)
                waiting.extend([f"{path}/"] if path != HIDDEN else [])
    return _Standing(files, frozenset(folders))


def _entries(folder: str) -> list[os.DirEntry[str]]:
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        return list(entries)
    return []


def _is_folder(entry: os.DirEntry[str]) -> bool:
    if os.name == "nt":  # where Python 3.11 takes a junction, a link to a folder, for the folder
        status = entry.stat(follow_symlinks=False)
        if getattr(status, "st_reparse_tag", 0) == _JUNCTION:
            return False
    return entry.is_dir(follow_symlinks=False)


def _judge(
    path: str, data: bytes, target: Path, standing: _Standing, known: Manifest
) -> _Change | None:
    """What has to be done to make this file right, if anything."""
    current = _read(target / path) if standing.files.get(path) else None
    if current == data:
        return None
    is_restored = (
        path in known.files
        and path not in known.pending
        and (current is None or digest(current) != known.files[path])
    )
    is_new = path not in known.files or path not in standing.files
    return _Change(path, data, _turn(path, is_new), is_restored)


def _read(path: Path) -> bytes | None:
    with suppress(FileNotFoundError), path.open("rb", buffering=0) as file:
        return file.read()
    return None


def _turn(path: str, is_new: bool) -> int:
    if not path.endswith(".html"):
        return _ASSET
    return _FRONT_PAGE if path == FRONT_PAGE else _NEW_PAGE if is_new else _CHANGED_PAGE


def _refuse_clashes(job: _Job) -> None:
    if clashes := job.clashes():
        more = f" (och {len(clashes) - 1} till)" if clashes[1:] else ""
        raise FollowupError(
            f"{job.target / clashes[0]}{more} är i vägen, men är inte gjord av Följ löftet. "
            f"Flytta det som ligger där, eller välj en annan mapp med --till. {_UNTOUCHED}"
        )


@contextmanager
def _locked(target: Path) -> Iterator[None]:
    """Hold the target's lock, which is the operating system's and dies with the process."""
    from filelock import FileLock, Timeout  # as slow to import as all else here together

    (target / HIDDEN).mkdir(parents=True, exist_ok=True)
    lock = FileLock(target / HIDDEN / "lock", timeout=LOCK_WAIT, preserve_lock_file=True)
    try:
        lock.acquire()
    except Timeout as busy:
        raise FollowupError(
            f"Ett annat bygge skriver till {target} just nu. "
            "Vänta tills det är klart och försök igen."
        ) from busy
    try:
        yield
    finally:
        lock.release()


def _carry_out(job: _Job) -> None:
    staging = job.target / STAGING
    if job.has_leftovers:
        shutil.rmtree(staging)
    try:
        _stage(job, staging)
        with _explained(job.target, _HALFWAY):
            _put_in_place(job, staging)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _stage(job: _Job, staging: Path) -> None:
    """Write all that is to be put in place, laid out as in the target, so that names are tried too.

    No file of the site can have the name of the hidden folder, so the manifests stay there.
    """
    staging.mkdir()
    _make_folders(staging, folders_of(job.changed) | {HIDDEN})
    for change in job.changes:
        (staging / change.path).write_bytes(change.data)
    for name, manifest in job.manifests().items():
        (staging / HIDDEN / name).write_bytes(dump(manifest))
    if hasattr(os, "sync"):
        os.sync()


def _put_in_place(job: _Job, staging: Path) -> None:
    """Rename and delete, so that no page within reach ever links to what is not there.

    No page in `known.files` links to a new page, so those can come in any order. Once they are all
    there, a changed page may link to them. What is obsolete is linked from nowhere after the front
    page. A manifest between the steps tells the next publish how far this one came.
    """
    blocking = [path for path in job.obsolete if job.is_in_the_way(path)]
    _sign("begun", staging, job.target)
    _remove(job, blocking)
    _make_folders(job.target, job.wanted.folders - job.standing.folders)
    _move((change for change in job.changes if change.turn <= _NEW_PAGE), staging, job.target)
    _sign("linked", staging, job.target)
    _move((change for change in job.changes if change.turn > _NEW_PAGE), staging, job.target)
    _sign("placed", staging, job.target)
    _remove(job, [path for path in job.obsolete if path not in blocking])
    _sign("done", staging, job.target)


def _sign(name: str, staging: Path, target: Path) -> None:
    _patiently(partial((staging / HIDDEN / name).replace, target / MANIFEST))


def _move(changes: Iterable[_Change], staging: Path, target: Path) -> None:
    for change in changes:
        _patiently(partial((staging / change.path).replace, target / change.path))


def _make_folders(root: Path, folders: Iterable[str]) -> None:
    for folder in sorted(folders):
        (root / folder).mkdir(exist_ok=True)


def _remove(job: _Job, paths: Iterable[str]) -> None:
    """Delete files, and then the folders that are needed no more, unless something is in them."""
    for path in paths:
        _patiently(partial((job.target / path).unlink, missing_ok=True))
    for folder in sorted(job.standing.folders - job.wanted.folders, reverse=True):
        with suppress(OSError):
            (job.target / folder).rmdir()


def _patiently(action: Callable[[], object]) -> None:
    for pause in PAUSES:
        try:
            action()
        except PermissionError:
            time.sleep(pause)
        else:
            return
    action()


@contextmanager
def _explained(target: Path, outcome: str) -> Iterator[None]:
    """Turn what the operating system refuses into one line, with what became of the site."""
    try:
        yield
    except OSError as error:
        template = _REASONS.get(
            error.errno or 0, "{place} går inte att läsa eller skriva ({text})."
        )
        place = str(error.filename2 or error.filename or target)
        place = place.replace(f"{Path(STAGING)}{os.sep}", "")
        reason = template.format(target=target, place=place, text=error.strerror or error)
        raise FollowupError(f"{reason} {outcome}") from error
