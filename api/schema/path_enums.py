"""The closed sets of the path questions, known to the schema before any type uses them."""

from __future__ import annotations

import strawberry

from reasoning.path_answers import ConstraintKind, PreferenceKind, StepKind

__all__ = ["ConstraintKind", "PreferenceKind", "StepKind"]

strawberry.enum(PreferenceKind, description="What a step may be wished to have.")
strawberry.enum(ConstraintKind, description="A hard limit of a career path.")
strawberry.enum(
    StepKind,
    description="What a step is, by the seniority of its two roles; whether something is to be learned for it, and "
    "whether a posting for it is open.",
)
