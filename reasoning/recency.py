"""The declared rules of fading applied to what a person holds. Nothing without a date fades."""

from __future__ import annotations

from graph.snapshot import Snapshot
from reasoning.fading import RecencyRule, rules
from reasoning.holdings import Holding, LevelRule


def rule_for(snapshot: Snapshot, skill: int) -> RecencyRule | None:
    """The rule for a skill, by its kind; None where levels of it do not fade."""
    return rules().get(snapshot.text("Skill", "kind", skill) or "")


def level_rule(snapshot: Snapshot) -> LevelRule:
    """The rules as ``holdings`` takes them."""

    def counted(holding: Holding, today: int) -> int:
        rule = None if holding.last_day is None else rule_for(snapshot, holding.skill)
        if rule is None or holding.last_day is None or holding.level <= 0:
            return holding.level
        return rule.counted(holding.level, today - holding.last_day)

    return counted
