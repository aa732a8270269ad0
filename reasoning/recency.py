"""The declared rules of fading applied to what a person holds. Nothing without a date fades, nor what is in use."""

from __future__ import annotations

from datetime import datetime

from graph.snapshot import Snapshot
from reasoning.answers import CoverKind
from reasoning.derived import derived
from reasoning.fading import RecencyRule, rules
from reasoning.holdings import Holding, LevelRule
from reasoning.levels import day_number
from reasoning.requirements import requirements
from reasoning.standing import posts
from reasoning.taxonomy import Taxonomy


def rule_for(snapshot: Snapshot, skill: int) -> RecencyRule | None:
    """The rule for a skill, by its kind; None where levels of it do not fade."""
    return rules().get(snapshot.text("Skill", "kind", skill) or "")


def in_use(snapshot: Snapshot, person: int, now: datetime) -> frozenset[int]:
    """Skills that a role held today asks for, and those that count for them: they are practised and do not fade."""
    today, taxonomy = day_number(now), derived(snapshot, Taxonomy)
    held = [post for post in posts(snapshot, person, today) if post.until is None or post.until >= today]
    return frozenset(
        skill
        for post in held
        for asked in requirements(snapshot, post.role)
        for skill, cover in taxonomy.covers(asked.skill).items()
        if cover.kind is not CoverKind.CLOSE
    )


def level_rule(snapshot: Snapshot, person: int, now: datetime) -> LevelRule:
    """The rules as ``holdings`` takes them for a person."""
    practised = in_use(snapshot, person, now)

    def counted(holding: Holding, today: int) -> int:
        if holding.last_day is None or holding.level <= 0 or holding.skill in practised:
            return holding.level
        rule = rule_for(snapshot, holding.skill)
        return holding.level if rule is None else rule.counted(holding.level, today - holding.last_day)

    return counted
