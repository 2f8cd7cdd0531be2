"""Stories as content, as the tests of the count itself read them."""

from progress.conftest import site

__all__ = ["site"]
