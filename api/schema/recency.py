"""The declared rules of fading as GraphQL shows them."""

from __future__ import annotations

from collections.abc import Iterable

from api.schema import answers
from reasoning.fading import RecencyRule

DESCRIPTION = "Rules by which dated levels fade, by kind of skill; kinds not listed do not, nor what has no date."


def recency_rules(found: Iterable[RecencyRule]) -> list[answers.RecencyRule]:
    """The rules that an answer was given by."""
    return [
        answers.RecencyRule(
            name=rule.name,
            grace_months=rule.grace_months,
            half_life_months=rule.half_life_months,
            floor=rule.floor,
        )
        for rule in found
    ]
