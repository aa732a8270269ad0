"""The declared rules of fading applied to what a person holds. Nothing without a date fades, nor what is in use."""

from __future__ import annotations

from datetime import datetime

from graph.snapshot import Snapshot
from reasoning.answers import CoverKind
from reasoning.derived import derived
from reasoning.fading import DAYS_PER_MONTH, RecencyRule, rules
from reasoning.holdings import Holding, LevelRule
from reasoning.levels import day_number
from reasoning.requirements import requirements
from reasoning.standing import posts
from reasoning.taxonomy import Taxonomy


def rule_for(snapshot: Snapshot, skill: int) -> RecencyRule | None:
    """The rule for a skill, by its kind; None where levels of it do not fade."""
    return rules().get(snapshot.text("Skill", "kind", skill) or "")


class Practised:
    """For each role, the skills it asks for and those that count for them; made when first asked for."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._by_role: dict[int, frozenset[int]] = {}

    def of(self, role: int) -> frozenset[int]:
        """Skills that whoever holds the role practises."""
        found = self._by_role.get(role)
        if found is None:
            taxonomy = derived(self._snapshot, Taxonomy)
            found = self._by_role[role] = frozenset(
                skill
                for asked in requirements(self._snapshot, role)
                for skill, cover in taxonomy.covers(asked.skill).items()
                if cover.kind is not CoverKind.CLOSE
            )
        return found


def in_use(snapshot: Snapshot, person: int, now: datetime) -> frozenset[int]:
    """Skills that a role held today asks for, and those that count for them: they are practised and do not fade."""
    today, practised = day_number(now), derived(snapshot, Practised)
    held = [post for post in posts(snapshot, person, today) if post.until is None or post.until >= today]
    return frozenset[int]().union(*(practised.of(post.role) for post in held))


def level_rule(snapshot: Snapshot, person: int, now: datetime) -> LevelRule:
    """The rules as ``holdings`` takes them for a person."""
    fresh = min(rule.grace_months for rule in rules().values()) * DAYS_PER_MONTH
    practised: frozenset[int] | None = None

    def counted(holding: Holding, today: int) -> int:
        nonlocal practised
        if holding.last_day is None or holding.level <= 0 or today - holding.last_day <= fresh:
            return holding.level
        if practised is None:  # looked up for those alone who hold something old
            practised = in_use(snapshot, person, now)
        rule = None if holding.skill in practised else rule_for(snapshot, holding.skill)
        return holding.level if rule is None else rule.counted(holding.level, today - holding.last_day)

    return counted
