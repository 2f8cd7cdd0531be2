"""The notice for the newspaper: made from the results, or in the editor's own words."""

from followup.notice.limits import check
from followup.notice.made import EXAMPLE, Notice, Text, address, notice

__all__ = ["EXAMPLE", "Notice", "Text", "address", "check", "notice"]
