"""What counts as a change, and that many changes at once are one."""

import asyncio
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from followup.preview.watcher import Watcher, snapshot

posix = pytest.mark.skipif(os.name == "nt", reason="needs symlinks")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "content"
    (made / "sidor").mkdir(parents=True)
    (made / "sidor" / "om.md").write_text("Om oss", "utf-8")
    return made


def is_noticed(folder: Path, change: Callable[[], object], patience: float = 3) -> bool:
    async def watch() -> bool:
        watcher = Watcher([folder])
        change()
        try:
            await asyncio.wait_for(watcher.change(), patience)
        except TimeoutError:
            return False
        return True

    return asyncio.run(watch())


def test_saved_new_and_removed_files_are_noticed(folder: Path) -> None:
    om = folder / "sidor" / "om.md"
    assert is_noticed(folder, lambda: om.write_text("Om kommunen", "utf-8"))
    assert is_noticed(folder, lambda: (folder / "ny.md").write_text("", "utf-8"))
    assert is_noticed(folder, om.unlink)


def test_same_size_is_noticed(folder: Path) -> None:
    assert is_noticed(folder, lambda: (folder / "sidor" / "om.md").write_text("om oss", "utf-8"))


def test_file_copied_in_with_an_old_date_is_noticed(folder: Path, tmp_path: Path) -> None:
    old = tmp_path / "gammal.md"
    old.write_text("om OSS", "utf-8")
    os.utime(old, (0, 0))
    assert is_noticed(folder, lambda: shutil.copy2(old, folder / "sidor" / "om.md"))
    assert is_noticed(folder, lambda: shutil.copy2(old, folder / "sidor" / "gammal.md"))


def test_file_that_an_editor_replaces_is_noticed(folder: Path) -> None:
    def replace() -> None:
        temporary = folder / "sidor" / ".om.md.tmp"
        temporary.write_text("om oss", "utf-8")
        temporary.replace(folder / "sidor" / "om.md")

    assert is_noticed(folder, replace)


def test_folder_that_comes_back_is_noticed(folder: Path, tmp_path: Path) -> None:
    away = tmp_path / "borta"
    assert is_noticed(folder, lambda: folder.rename(away))
    assert is_noticed(folder, lambda: away.rename(folder))


def test_hidden_files_and_backups_are_no_change(folder: Path) -> None:
    def save() -> None:
        for name in (".om.md.swp", ".DS_Store", "om.md~"):
            (folder / "sidor" / name).write_text("", "utf-8")

    assert not is_noticed(folder, save, patience=0.8)


@posix
def test_links_in_a_circle_do_not_hang(folder: Path) -> None:
    (folder / "a").symlink_to(folder, target_is_directory=True)
    (folder / "sidor" / "b").symlink_to(folder, target_is_directory=True)
    (folder / "sidor" / "c").symlink_to("c")
    assert len(snapshot([folder])) == 4


def test_many_files_saved_over_a_while_are_one_change(folder: Path) -> None:
    async def watch() -> int:
        watcher = Watcher([folder])
        saving = asyncio.create_task(save())
        changes = 0
        while True:
            try:
                await asyncio.wait_for(watcher.change(), 1.5)
            except TimeoutError:
                await saving
                return changes
            changes += 1

    async def save() -> None:
        for number in range(20):
            (folder / f"{number}.md").write_text("", "utf-8")
            await asyncio.sleep(0.01)

    assert asyncio.run(watch()) == 1


def test_files_that_never_rest_are_still_shown(folder: Path) -> None:
    async def watch() -> None:
        watcher = Watcher([folder])
        writing = asyncio.create_task(write())
        await asyncio.wait_for(watcher.change(), 10)
        writing.cancel()

    async def write() -> None:
        while True:
            (folder / "logg.txt").write_text(str(time.monotonic_ns()), "utf-8")
            await asyncio.sleep(0.01)

    asyncio.run(watch())


def test_change_while_the_caller_works_is_noticed_next_time(folder: Path) -> None:
    async def watch() -> None:
        watcher = Watcher([folder])
        for text in ("ett", "två"):
            (folder / "ny.md").write_text(text, "utf-8")
            await asyncio.wait_for(watcher.change(), 3)

    asyncio.run(watch())
