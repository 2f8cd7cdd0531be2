"""Rules: each is one function with its text, gathered in a tuple."""

from followup.rules.content import RULES, Subject, check

__all__ = ["RULES", "Subject", "check"]
