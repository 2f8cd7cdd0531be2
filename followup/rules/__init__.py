"""Rules: each is one function with its text, gathered in a tuple."""

from followup.diagnostics import Diagnostic, Explanation
from followup.rules import (
    actions,
    answers,
    content,
    days,
    maps,
    measures,
    order,
    reports,
    results,
    text,
    wordings,
)
from followup.rules.explained import READING
from followup.rules.rule import Rule
from followup.rules.subject import Subject

RULES: tuple[Rule, ...] = (
    *content.RULES,
    *days.RULES,
    *order.RULES,
    *measures.RULES,
    *wordings.RULES,
    *actions.RULES,
    *reports.RULES,
    *results.RULES,
    *maps.RULES,
    *text.RULES,
)

EXPLANATIONS: tuple[Explanation, ...] = tuple(
    sorted((*READING, *(rule.explanation for rule in RULES)), key=lambda one: one.rule)
)


def check(subject: Subject) -> tuple[Diagnostic, ...]:
    """Every fault that the rules find, less the warnings that an editor has answered."""
    found = tuple(diagnostic for rule in RULES for diagnostic in rule(subject))
    return answers.heard(subject, found, EXPLANATIONS)


__all__ = ["EXPLANATIONS", "RULES", "Subject", "check"]
