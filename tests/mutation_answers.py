"""What the program answers to damaged content, in a process of its own that is measured.

python -m mutation_answers 0 500
"""

import re
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from unittest.mock import patch

from mutations import mutated
from site_under_test import ROOT

from followup.content.document import parse
from followup.content.files import RawFile, read_tree
from followup.content.load import Loaded, load
from followup.diagnostics import Diagnostic
from followup.links import Links
from followup.reporting import report
from followup.rules import Subject, check

FILES = {
    file.path: file.data
    for file in read_tree(ROOT / "content")[0]
    if not file.path.endswith("README.md")
}
TODAY = date(2018, 10, 20)
UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
MOST_SECONDS = 5
MOST_MEGABYTES = 300


def main(first: int, after: int) -> None:
    """Writes a line for everything that is wrong with the answers to these seeds."""
    # The files that are not damaged are the same every time.
    with patch("followup.content.tree.parse", lru_cache(maxsize=500)(parse)):
        sys.stdout.writelines(f"{failure}\n" for failure in failures(range(first, after)))


def failures(seeds: range) -> Iterator[str]:
    """What is wrong with the answer to each damaged file."""
    sound = {*answer({})[1]}
    for seed in seeds:
        path, data, how = mutated(seed, FILES)
        started = time.process_time()
        loaded, faults = answer({path: data})
        printed = report(faults, loaded.texts)
        seconds = time.process_time() - started
        wrong = [*_wrong(path, {*faults} - sound, loaded)]
        if seconds > MOST_SECONDS:
            wrong.append(f"{seconds:.1f} sekunder")
        if UNSEEN.search(printed):
            wrong.append("skriver ut ett tecken som inte syns")
        yield from (f"{seed} {how} {path}: {one}" for one in wrong)
    if (megabytes := most_memory()) > MOST_MEGABYTES:
        yield f"{megabytes} MB"


def answer(changed: Mapping[str, bytes]) -> tuple[Loaded, tuple[Diagnostic, ...]]:
    """What the content is taken for with some files changed, and every fault in it."""
    loaded = load(RawFile(path, data) for path, data in {**FILES, **changed}.items())
    if loaded.site is None:
        return loaded, loaded.diagnostics
    subject = Subject(loaded.site, Links.of(loaded.site, {}), TODAY, loaded.texts)
    return loaded, (*loaded.diagnostics, *check(subject))


def _wrong(path: str, faults: set[Diagnostic], loaded: Loaded) -> Iterator[str]:
    """Faults that are not in a file, not at a place in it, or neither in nor about the damaged."""
    for fault in faults:
        source = fault.source
        lines = loaded.texts.get(source.path, "").split("\n")
        if source.path not in FILES:
            yield f"{source.path} finns inte"
        elif source.line > len(lines) or source.column > len(lines[source.line - 1]) + 1:
            yield f"{source} finns inte"
        elif source.path != path and fault.is_error and not _is_about(fault, lines, path):
            yield f"{source} {fault.message}"


def _is_about(fault: Diagnostic, lines: Sequence[str], path: str) -> bool:
    """True for a fault elsewhere that names what the damaged file was, or defined."""
    line = lines[fault.source.line - 1] if fault.source.line else ""
    said = re.findall(r"[\w-]+", f"{fault.message} {line}")
    return Path(path).stem in said or any(name in said for name in _defined(path))


@lru_cache(maxsize=100)
def _defined(path: str) -> frozenset[str]:
    """The ids that stand in a file: of parties, targets and steps."""
    text = FILES[path].decode()
    keys = r"^([\w-]+):" if path == "parter.yaml" else r"\bid: ([\w-]+)"
    return frozenset(re.findall(keys, text, re.MULTILINE))


def most_memory() -> int:
    """The most megabytes that this process has used; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used // (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
