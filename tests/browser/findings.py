"""What was found wrong, said once however many pages it is on."""

from collections.abc import Iterable


def expect_none(found: Iterable[str]) -> None:
    """Fails with every finding: `/om/ (320×900 light) a.skip: what is wrong (+ 12 other pages)`."""
    first: dict[str, str] = {}
    others: dict[str, int] = {}
    for line in found:
        fault = line.partition(" ")[2]
        others[fault] = others.get(fault, -1) + 1
        first.setdefault(fault, line)
    lines = [f"{one} (+ {others[f]} other pages)" if others[f] else one for f, one in first.items()]
    assert not lines, "\n" + "\n".join(lines)
