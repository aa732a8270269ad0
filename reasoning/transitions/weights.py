"""The fitted weights of the model, as committed beside this file with where they come from. Reads that file once."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources

from ontology.errors import SchemaInvalid

WORK = (
    "subject",
    "titles",
    "activities",
    "knowledge",
    "knowledge_level",
    "profile",
    "skill_profile",
    "abilities",
    "interests",
)
"""Components compared in the work space."""
TEXTS = ("own_words",)
"""Compared by the roles' own words, whatever their scheme; trusted where both have any."""
SKILLS = ("essential_skills", "all_skills", "skill_fields", "skill_words", "skill_kinship")
"""Components compared in the skill space."""
GENERAL = ("preparation",)
"""Components of two numbers that every role has, at full trust."""
COMPONENTS = (*WORK, *TEXTS, *SKILLS, *GENERAL)


class Order(StrEnum):
    """What roles are ranked by: how alike they are, or how easy the move is."""

    SIMILARITY = "similarity"
    FEASIBILITY = "feasibility"


@dataclass(frozen=True, slots=True)
class Weights:
    """One non-negative weight a component, adding up to 1."""

    of: Mapping[str, float]

    def __post_init__(self) -> None:
        if set(self.of) != set(COMPONENTS) or min(self.of.values()) < 0 or abs(sum(self.of.values()) - 1) > 1e-6:
            raise SchemaInvalid(
                "The weights of the transition model do not fit it.", remedy="Refit: python -m benchmarks.transitions."
            )


@functools.cache
def shipped(order: Order) -> Weights:
    """The weights that come with this version."""
    text = (resources.files("reasoning.transitions") / "weights.json").read_text("utf-8")
    return Weights(json.loads(text)["weights"][order.value])
