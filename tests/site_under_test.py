"""The shipped site, and small sites of a test's own, built in memory."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from followup.pipeline import BuildResult, Job, build

SLOW = (".png", ".pdf", ".docx")
ROOT = Path(__file__).parent.parent

SETTINGS = """version: 1
namn: Följ löftet
adress: https://loftet.example
kommun: Exempelkommun
kontakt:
  namn: Kontaktcenter
  e-post: kontakt@loftet.example
"""
PARTIES = """polisen:
  namn: Polismyndigheten
  kort: Polisen
  slag: polis
kommunen:
  namn: Exempelkommun
  kort: kommunen
  slag: kommun
"""
PROMISE = """---
titel: Löftet 2018
från: 2018-01-01
till: 2018-12-31
parter: [polisen, kommunen]
---
"""
MEASURE = """---
rubrik: Vandringar
mål:
  typ: antal
  minst: 4
---
Minst fyra vandringar.
"""
SMALL: Mapping[str, str] = {
    "webbplats.yaml": SETTINGS,
    "parter.yaml": PARTIES,
    "loften/2018/lofte.md": PROMISE,
    "loften/2018/atgarder/vandringar.md": MEASURE,
}


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Writes a content tree; returns its folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def build_in_memory(
    content: Path,
    seen_from: str | None = None,
    today: str = "2026-11-25",
    with_drafts: bool = False,
) -> BuildResult:
    """Builds without publishing."""
    return build(
        Job(
            content=content,
            templates=ROOT / "templates",
            assets=ROOT / "assets",
            today=date.fromisoformat(today),
            seen_from=date.fromisoformat(seen_from) if seen_from else None,
            with_drafts=with_drafts,
        )
    )


def pages(result: BuildResult) -> dict[str, bytes]:
    """The files of a build by their path; those that are slow to make are there, but empty."""
    return {f.path: b"" if f.path.endswith(SLOW) else f.data for f in result.files}
