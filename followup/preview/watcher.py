"""Notices saved files by looking at them: works the same on every system and on network drives."""

import asyncio
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

Mark = tuple[int, int, int, int]

_INTERVAL = 0.25
_REST = 0.05
_PATIENCE = 20


class Watcher:
    """Waits for changes below some folders. What was changed since it was made counts."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        self._seen = snapshot(folders)

    async def change(self) -> None:
        """Returns when files have changed since last time and come to rest.

        Many files saved at once are one change; files that never rest are waited for a second.
        """
        while (now := await self._look(_INTERVAL)) == self._seen:
            pass
        for _ in range(_PATIENCE):
            before, now = now, await self._look(_REST)
            if now == before:
                break
        self._seen = now

    async def _look(self, delay: float) -> dict[str, Mark]:
        await asyncio.sleep(delay)
        return await asyncio.to_thread(snapshot, self._folders)


def snapshot(folders: Iterable[Path]) -> dict[str, Mark]:
    """What tells the versions of a file apart, for each file that a build can read.

    As in a build, hidden files and editors' backups are passed over and links are not followed.
    A folder that changes while it is read may be cut short: the next look differs.
    """
    marks: dict[str, Mark] = {}
    waiting = [os.fspath(folder) for folder in folders]
    while waiting:
        with suppress(OSError), os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.name.startswith(".") or entry.name.endswith("~"):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    marks[entry.path] = _mark(entry.stat(follow_symlinks=False))
    return marks


def _mark(stat: os.stat_result) -> Mark:
    """Any difference counts, not only a later date: a file copied in keeps its old one."""
    return stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino
