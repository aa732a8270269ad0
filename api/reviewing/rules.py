"""The declared rules of review, read and checked once. They are data: changing the file changes what is reviewed."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Literal, TypeAlias

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from api.reviewing.facts import FACTS, Fact
from ontology.errors import SettingInvalid

Kind: TypeAlias = Literal["low_confidence", "high_stakes"]


class Bound(BaseModel):
    """A number that a fact is compared with; a fact that is not known meets no bound."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    below: float | None = None
    above: float | None = None

    def holds(self, value: float | None) -> bool:
        """Whether the value is beyond the bounds."""
        if value is None or (self.below is None and self.above is None):
            return False
        return (self.below is None or value < self.below) and (self.above is None or value > self.above)


class Rule(BaseModel):
    """One rule."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: str
    kind: Kind
    reason: str
    when: dict[Fact, Bound]
    questions: tuple[str, ...] = ()


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    version: str
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class ReviewReason:
    """A rule that holds for an answer."""

    rule: str
    kind: Kind
    reason: str


@dataclass(frozen=True, slots=True)
class ReviewRules:
    """All rules of one version."""

    version: str
    rules: tuple[Rule, ...]

    def reasons(self, question: str, facts: Mapping[Fact, float | None]) -> tuple[ReviewReason, ...]:
        """The rules that hold for an answer to the question, in the order of the file."""
        return tuple(
            ReviewReason(rule.id, rule.kind, rule.reason)
            for rule in self.rules
            if (not rule.questions or question in rule.questions)
            and all(bound.holds(facts.get(fact)) for fact, bound in rule.when.items())
        )


def read_rules(text: str) -> ReviewRules:
    """The rules out of their file. Raises ``SettingInvalid`` for one that cannot be meant."""
    try:
        found = TypeAdapter(_File).validate_python(yaml.safe_load(text))
    except (ValidationError, yaml.YAMLError):
        raise SettingInvalid(
            "The rules of review cannot be read.",
            remedy=f"Mend api/reviewing/rules.yaml; facts are {', '.join(FACTS)}.",
        ) from None
    ids = [rule.id for rule in found.rules]
    if len(set(ids)) < len(ids) or not all(rule.when for rule in found.rules):
        raise SettingInvalid(
            "A rule of review has no condition or another's id.", remedy="Mend api/reviewing/rules.yaml."
        )
    return ReviewRules(found.version, found.rules)


@functools.cache
def load_rules() -> ReviewRules:
    """The rules of this installation."""
    return read_rules((resources.files("api.reviewing") / "rules.yaml").read_text("utf-8"))
