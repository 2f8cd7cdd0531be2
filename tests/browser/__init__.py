"""A package, so that pytest knows when the last test in here is done and closes the browser."""
