"""What is to be published and what has been: the two lists that a publish compares."""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from followup.output import Rendered

# Web hosts and upload tools skip names with a leading dot. In it: manifest.json, an empty lock file
# (filelock leaves it, as deleting a lock is a race) and, while a build writes, what it writes.
HIDDEN = ".foljloftet"

_PART = r"(?!\.{1,2}(?:/|\Z))[^/\\\x00-\x1f]+"
_SAFE = re.compile(rf"(?![A-Za-z]:|{re.escape(HIDDEN)}(?:/|\Z)){_PART}(?:/{_PART})*", re.IGNORECASE)


@dataclass(frozen=True)
class Manifest:
    """Which files are ours.

    `files` holds the digest of each file that some publish is known to have put in place, and each
    page among them links only to others among them. `pending` names what an interrupted publish
    may have put in place, changed or removed: ours too, but nothing is known of their content.
    `keys` holds what each file that is slow to make was made of.
    """

    files: Mapping[str, str]
    pending: frozenset[str] = frozenset()
    keys: Mapping[str, str] = field(default_factory=dict)

    def is_made_of(self, path: str, key: str) -> bool:
        """Whether a file is known to be in place, made of what the key names."""
        return self.keys.get(path) == key and path in self.files and path not in self.pending

    @property
    def paths(self) -> frozenset[str]:
        """All paths that are ours."""
        return self.pending.union(self.files)


@dataclass(frozen=True)
class Wanted:
    """The site as it should be. `folded` leads from a folded path to the file or folder it is."""

    files: Mapping[str, bytes]
    folders: frozenset[str]
    folded: Mapping[str, str]
    keys: Mapping[str, str] = field(default_factory=dict)


def want(files: Sequence[Rendered]) -> Wanted:
    """The site that these files make.

    Raises ValueError for paths that are no paths below a site, or that name the same file on some
    file system, or a file and a folder: a bug, as nobody else chooses paths.
    """
    for file in files:
        if not is_safe(file.path):
            raise ValueError(f"not a path below the site: {file.path!r}")
    folders = folders_of(file.path for file in files) | {HIDDEN}
    folded: dict[str, str] = {}
    for path in (*sorted(folders), *(file.path for file in files)):
        if fold(path) in folded:
            raise ValueError(f"cannot be told apart: {folded[fold(path)]!r} and {path!r}")
        folded[fold(path)] = path
    keys = {file.path: file.key for file in files if file.key}
    return Wanted({file.path: file.data for file in files}, folders, folded, keys)


def digest(data: bytes) -> str:
    """A fingerprint of a file's content."""
    return blake2b(data, digest_size=16).hexdigest()


def is_safe(path: str) -> bool:
    """Whether the path names a file below the site, outside of our hidden folder, on any system."""
    return _SAFE.fullmatch(path) is not None


def fold(path: str) -> str:
    """What is left of a path on a file system that ignores case and Unicode form."""
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", path.casefold())


def folders_of(paths: Iterable[str]) -> frozenset[str]:
    """All folders above these paths."""
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return frozenset(found)


def load(path: Path) -> Manifest:
    """Read a manifest. A missing or damaged one is empty, so that nothing is taken for ours.

    A path in it that leads out of the site counts as damage: what is listed can be deleted.
    """
    try:
        content = json.loads(path.read_bytes())
        keys = dict(content.get("keys", {}))
        manifest = Manifest(dict(content["files"]), frozenset(content["pending"]), keys)
        is_sound = all(map(is_safe, manifest.paths))
    except (FileNotFoundError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        is_sound = False
    return manifest if is_sound else Manifest({})


def dump(manifest: Manifest) -> bytes:
    """The manifest as JSON, sorted: the same manifest gives the same bytes."""
    content = {
        "files": manifest.files,
        "pending": sorted(manifest.pending),
        "keys": manifest.keys,
    }
    return json.dumps(content, sort_keys=True).encode()
