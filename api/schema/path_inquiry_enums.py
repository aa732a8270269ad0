"""The closed sets of the questions about paths, known to the schema before any type uses them."""

from __future__ import annotations

import strawberry

from reasoning.sensitivity import Change, Effect
from reasoning.why_not import Verdict

__all__ = ["Change", "Effect", "Verdict"]

strawberry.enum(Verdict, description="Why a role or way is not among the paths.")
strawberry.enum(Change, name="FactChange", description="What is done to a fact.")
strawberry.enum(Effect, name="FactEffect", description="What that does to the best path.")
