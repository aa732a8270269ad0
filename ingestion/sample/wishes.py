"""What people would like to reach, and what they offer to teach others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from random import Random

from ingestion.sample.catalogue import Catalogue
from ingestion.sample.company import HeldSkill, Interest, MentorOffer
from ingestion.sample.days import TODAY, between

NAMES_A_ROLE, NAMES_A_SECOND, DREAMS = 0.68, 0.3, 0.12
OFFERS_MENTORING = 0.42
MENTOR_LEVEL = 4.0
"""Nobody offers to mentor in a skill they hold below this level."""

LEAST_TENURE = timedelta(days=2 * 365)


def interests_of(catalogue: Catalogue, chance: Random, role: str, skills: Iterable[HeldSkill]) -> tuple[Interest, ...]:
    """One or two roles people move to from here (a few dream of what comes after), and a skill it takes."""
    if chance.random() >= NAMES_A_ROLE:
        return ()
    first = _next(catalogue, chance, role)
    if first is None:
        return ()
    wishes = [Interest("role", first, round(chance.uniform(0.55, 1.0), 2))]
    beyond = _next(catalogue, chance, first) if chance.random() < DREAMS else None
    second = _next(catalogue, chance, role) if chance.random() < NAMES_A_SECOND else beyond
    if second not in (None, first, role):
        assert second is not None
        wishes.append(Interest("role", second, round(chance.uniform(0.3, 0.7), 2)))
    held = {skill.skill: skill.level for skill in skills}
    lacking = [need.skill for need in catalogue.roles[first].requirements if held.get(need.skill, 0) < need.level - 0.5]
    if lacking and chance.random() < 0.6:
        wishes.append(Interest("skill", lacking[0], round(chance.uniform(0.4, 0.9), 2)))
    return tuple(wishes)


def _next(catalogue: Catalogue, chance: Random, role: str) -> str | None:
    moves = catalogue.moves_from(role)
    return chance.choices(moves, [move.count for move in moves])[0].destination if moves else None


def authored_interests(wishes: Mapping[str, float]) -> tuple[Interest, ...]:
    """Interests written by hand as "role ID" or "skill ID"."""
    named = ((wish.split(" ", 1), strength) for wish, strength in wishes.items())
    return tuple(Interest(kind, target, strength) for (kind, target), strength in named)


def offers_of(
    catalogue: Catalogue, chance: Random, role: str, skills: Iterable[HeldSkill], hired: date
) -> tuple[MentorOffer, ...]:
    """Up to four skills at level 4 or more, of those who have been here for two years and are no beginners."""
    strong = [
        held
        for held in skills
        if held.level >= MENTOR_LEVEL
        and held.years >= 2
        and catalogue.skills[held.skill].kind in ("skill", "knowledge")
    ]
    senior = catalogue.roles[role].level
    if not strong or not 3 <= senior <= 7 or hired > TODAY - LEAST_TENURE or chance.random() >= OFFERS_MENTORING:
        return ()
    strong.sort(key=lambda held: (-held.level, held.skill))
    chosen = sorted(
        chance.sample(strong[:8], min(len(strong), chance.choice((1, 2, 2, 3, 4)), 8)), key=lambda held: held.skill
    )
    capacity = chance.choice((1, 1, 2, 2, 3))
    since = between(chance, max(date(2024, 3, 1), hired + LEAST_TENURE), TODAY)
    return tuple(MentorOffer(held.skill, capacity, since) for held in chosen)


def authored_offers(mentors: Mapping[str, int]) -> tuple[MentorOffer, ...]:
    """Offers written by hand."""
    return tuple(MentorOffer(skill, capacity, date(2025, 1, 13)) for skill, capacity in sorted(mentors.items()))
