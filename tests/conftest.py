"""What the tests share: the long parts run only when they are asked for."""

import pytest
from hypothesis import settings

# How long an example takes says how busy the machine is, and nothing of what is promised.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--allt", action="store_true", help="kör även de långa delarna")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--allt"):
        return
    skip = pytest.mark.skip(reason="långt: körs med --allt")
    for item in items:
        if "long" in item.keywords:
            item.add_marker(skip)
