"""What people can do: levels that grow with years of practice in the roles they held, and with courses they passed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp, sqrt
from random import Random

from ingestion.sample.catalogue import Catalogue, Requirement
from ingestion.sample.company import Attempt, HeldSkill, Spell
from ingestion.sample.days import TODAY, between, years_between

LANGUAGE_SKILLS: Mapping[str, str] = {
    "en": "english", "nl": "dutch", "de": "german", "da": "danish", "pt": "portuguese",
    "es": "spanish", "pl": "polish", "el": "greek", "fr": "french", "it": "italian",
}  # fmt: skip

ESSENTIAL_HELD, OPTIONAL_HELD = 0.96, 0.22
"""Share of a role's skills that somebody in it has."""

NEWCOMER_GAP, LEARNING_YEARS = 1.2, 1.7
"""A newcomer is so much below the level asked for, and closes most of that within so many years."""

LONG_PRACTICE = 0.16
"""Levels gained per square root of a year of practice, beyond what the role asks for."""

MANAGER_SEES = 0.72
"""Share of the skills of the present role that the manager has confirmed; people state the rest themselves."""

CLAIMED_BEFORE = 0.12
"""Share of the confirmed skills of which the person had stated a level of their own before."""

LOWEST_KEPT = 1.5
"""Less than this nobody writes into a profile."""

PROFILES_FROM = date(2023, 1, 16)
"""Day on which the skill profiles were introduced; nothing was stated before."""


@dataclass(slots=True)
class Practice:
    """What is known of one skill while a career is told forwards."""

    level: float = 0.0
    years: float = 0.0
    last_used: date = date.min


def skills_of(
    catalogue: Catalogue,
    chance: Random,
    spells: tuple[Spell, ...],
    attempts: Iterable[Attempt],
    languages: tuple[str, ...],
    fixed: Mapping[str, float],
) -> tuple[HeldSkill, ...]:
    """Skills with level, years, day of last use, and who says so. ``fixed`` are levels written by hand."""
    talent = chance.gauss(0, 0.22)
    told: dict[str, Practice] = {}
    for spell in spells:
        _practise(catalogue, chance, told, spell, talent)
    for attempt in attempts:
        _learn(catalogue, told, attempt)
    _speak(chance, told, languages, spells)
    for skill, level in fixed.items():
        _fix(told, skill, level, spells)
    end = spells[-1].end or TODAY
    present = {need.skill for need in catalogue.roles[spells[-1].role].requirements}
    return tuple(
        _held(chance, skill, practice, seen=skill in present, end=end)
        for skill, practice in sorted(told.items())
        if practice.level >= LOWEST_KEPT
    )


def _practise(catalogue: Catalogue, chance: Random, told: dict[str, Practice], spell: Spell, talent: float) -> None:
    end = spell.end or TODAY
    years = years_between(spell.start, end)
    for need in catalogue.roles[spell.role].requirements:
        share = ESSENTIAL_HELD if need.essential else OPTIONAL_HELD
        lucky, noise = chance.random() < share, chance.gauss(0, 0.24)
        if not lucky and need.skill not in told:
            continue
        practice = told.setdefault(need.skill, Practice())
        practice.years += years
        practice.last_used = max(practice.last_used, end)
        practice.level = max(practice.level, _reached(need, practice.years, talent + noise))


def _reached(need: Requirement, years: float, luck: float) -> float:
    """The level after so many years: near what the role asks for, a little above it after many."""
    ask = need.level if need.essential else need.level - 0.3
    reached = ask - NEWCOMER_GAP * exp(-years / LEARNING_YEARS) + LONG_PRACTICE * sqrt(years) + luck
    return min(max(reached, 0.4), 5.0)


def _learn(catalogue: Catalogue, told: dict[str, Practice], attempt: Attempt) -> None:
    """Who passed a course has at least the level it leads to, in its main skill and in those they use at work."""
    if not attempt.passed:
        return
    for place, (skill, level) in enumerate(catalogue.courses[attempt.course].teaches):
        if place > 0 and skill not in told:
            continue
        practice = told.setdefault(skill, Practice())
        practice.level = max(practice.level, level)
        practice.last_used = max(practice.last_used, attempt.day)


def _speak(chance: Random, told: dict[str, Practice], languages: tuple[str, ...], spells: tuple[Spell, ...]) -> None:
    end = spells[-1].end or TODAY
    for place, code in enumerate(languages):
        if code not in LANGUAGE_SKILLS:
            continue
        practice = told.setdefault(LANGUAGE_SKILLS[code], Practice())
        spoken = 5.0 if place == 0 else round(chance.uniform(2.6, 4.6), 1)
        practice.level, practice.last_used = max(practice.level, spoken), end
        practice.years = max(practice.years, years_between(spells[0].start, end))


def _fix(told: dict[str, Practice], skill: str, level: float, spells: tuple[Spell, ...]) -> None:
    """A level written by hand; a skill that no role explains is one that is used today."""
    end = spells[-1].end or TODAY
    fresh = Practice(years=years_between(spells[-1].start, end), last_used=end)
    told.setdefault(skill, fresh).level = level


def _held(chance: Random, skill: str, practice: Practice, *, seen: bool, end: date) -> HeldSkill:
    """Managers confirm skills of the present role in the spring review; profiles are kept by people themselves."""
    review = between(chance, date(end.year, 2, 2), date(end.year, 4, 24)) if end.month > 4 else end
    profile = between(chance, end - timedelta(days=560), end - timedelta(days=20))
    confirmed = seen and chance.random() < MANAGER_SEES
    claimed = confirmed and chance.random() < CLAIMED_BEFORE
    return HeldSkill(
        skill=skill,
        level=round(practice.level, 1),
        years=round(practice.years, 1),
        last_used=practice.last_used,
        method="manager" if confirmed else "self_declared",
        stated=max(review if confirmed else profile, PROFILES_FROM),
        claim=round(min(max(practice.level + chance.choice((-0.5, 0.3, 0.5)), 0.5), 5.0), 1) if claimed else None,
    )
