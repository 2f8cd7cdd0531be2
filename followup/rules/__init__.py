"""Rules: each is one function with its text, gathered in a tuple."""

from followup.rules.content import RULES, check
from followup.rules.subject import Subject

__all__ = ["RULES", "Subject", "check"]
